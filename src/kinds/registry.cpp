// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "kinds/kinds.h"

namespace xp::kinds {

std::span<const SlideKind> slide_kinds() {
  static const std::array kinds{slogan_kind(), statistics_kind(), case_kind(),   notice_kind(),
                                ticker_kind(), clock_kind(),      marquee_kind()};
  return kinds;
}

const SlideKind* find_kind(std::string_view name) {
  const auto kinds = slide_kinds();
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const SlideKind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace xp::kinds
