// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

#include "kinds/slide_kind.h"

namespace xp::kinds {

// A row declares its kind's function where it calls it: a further kind touches this table alone.
#define XP_ROW(function)       \
  [] {                         \
    extern SlideKind function; \
    return function;           \
  }()

std::span<const SlideKind> slide_kinds() {
  static const std::array kinds{XP_ROW(slogan_kind()),  XP_ROW(statistics_kind()), XP_ROW(case_kind()),
                                XP_ROW(notice_kind()),  XP_ROW(quiz_kind()),       XP_ROW(countdown_kind()),
                                XP_ROW(ticker_kind()),  XP_ROW(clock_kind()),      XP_ROW(marquee_kind()),
                                XP_ROW(picture_kind()), XP_ROW(video_kind())};
  return kinds;
}

#undef XP_ROW

const SlideKind* find_kind(std::string_view name) {
  const auto kinds = slide_kinds();
  const auto found =
      std::find_if(kinds.begin(), kinds.end(), [&](const SlideKind& kind) { return kind.name == name; });
  return found == kinds.end() ? nullptr : &*found;
}

}  // namespace xp::kinds
