// SPDX-License-Identifier: MIT
// Texts without fonts: Han and full-width marks are one em, ASCII half an em, spaces at a line's end nothing.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "text/breaks.h"
#include "text/lines.h"

namespace xp::text::test {

inline Em fake_width(std::u32string_view text, std::uint32_t start, std::uint32_t end) {
  while (end > start && text[end - 1] == U' ') --end;
  std::int64_t width = 0;
  for (std::uint32_t i = start; i < end; ++i) {
    const bool nothing = text[i] == U'\u200B' || text[i] == U'\u2060';
    width += nothing ? 0 : text[i] < 0x80 ? 32768 : 65536;
  }
  return Em{static_cast<std::int32_t>(std::min<std::int64_t>(width, 2'000'000'000))};
}

inline LineWidth fake_widths(std::u32string_view text) {
  return [text](std::uint32_t start, std::uint32_t end) { return fake_width(text, start, end); };
}

/// Lines joined by bars; ! behind an emergency.
inline std::string joined(std::u32string_view text, const std::vector<LineRange>& lines) {
  std::string out;
  for (const LineRange& line : lines) {
    if (!out.empty() || &line != &lines.front()) out += '|';
    std::u32string_view part = text.substr(line.start, line.end - line.start);
    while (!part.empty() && part.back() == U' ') part.remove_suffix(1);
    out += encode_utf8(part);
    if (line.emergency) out += '!';
  }
  return out;
}

}  // namespace xp::text::test
