// SPDX-License-Identifier: MIT
#include "kinds/content_of.h"

#include <algorithm>

#include "base/utf8.h"

namespace xp::kinds {

Duration reading_time(const std::string& text) {
  const auto graphemes = static_cast<std::int64_t>(grapheme_count(text));
  return seconds(std::clamp<std::int64_t>(2 + graphemes / 4, 5, 30));
}

std::string reading_lines(const std::vector<std::string>& markups) {
  std::string lines;
  for (const std::string& markup : markups) {
    if (markup.empty()) continue;
    if (!lines.empty()) lines += '\n';
    lines += text::plain_text(markup);
  }
  return lines;
}

}  // namespace xp::kinds
