// SPDX-License-Identifier: MIT
#include "text/font_catalog.h"

#include <algorithm>

namespace xp::text {

const RoleSpec* FontCatalog::role(std::string_view name) const {
  const auto found = std::ranges::find(roles, name, &RoleSpec::name);
  return found == roles.end() ? nullptr : &*found;
}

}  // namespace xp::text
