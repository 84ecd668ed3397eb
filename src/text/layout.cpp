// SPDX-License-Identifier: MIT
#include "text/layout.h"

#include <algorithm>

namespace xp::text {

Em Layout::widest() const {
  Em widest;
  for (const Line& line : lines) widest = std::max(widest, line.width);
  return widest;
}

}  // namespace xp::text
