// SPDX-License-Identifier: MIT
#include "layout_invariants.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <functional>

#include "text/engine.h"

namespace xp::test {
namespace {

using namespace text;

constexpr std::int64_t kLongest = std::int64_t{1} << 30;
constexpr std::int32_t kEpsilon = 66;  // 1/1,000 em, as in choose_lines

struct Case {
  const std::u32string& text;
  const ParagraphStyle& style;
  const Layout& layout;
};

bool ends_line(char32_t c) {
  return (c >= U'\n' && c <= U'\r') || c == U'\u0085' || c == U'\u2028' || c == U'\u2029';
}

bool only_line_ends(const Case& c, std::size_t from, std::size_t to) {
  return std::all_of(c.text.begin() + static_cast<std::ptrdiff_t>(from),
                     c.text.begin() + static_cast<std::ptrdiff_t>(to), ends_line);
}

template <class Indices>
bool ascends_below(const Indices& indices, std::size_t first, std::size_t end) {
  return std::ranges::adjacent_find(indices, std::greater_equal<>()) == indices.end() &&
         (indices.empty() || (indices.front() >= first && indices.back() < end));
}

std::string indices(const Case& c) {
  const std::size_t n = c.text.size();
  if (!ascends_below(c.layout.clusters, 0, n)) return "clusters do not ascend inside the text";
  if (n > 0 && (c.layout.clusters.empty() || c.layout.clusters[0] != 0)) return "the first cluster is not 0";
  if (!ascends_below(c.layout.opportunities, 1, n)) return "opportunities do not ascend inside the text";
  if (c.layout.levels.size() != n) return "there is not one level a code point";
  auto order = c.layout.visual_order;
  std::ranges::sort(order);
  if (!ascends_below(order, 0, n)) return "an index is twice in the visual order";
  const auto kept = std::ranges::count_if(c.layout.levels, [](int level) { return level >= 0; });
  return order.size() == static_cast<std::size_t>(kept) ? "" : "the visual order lacks an index";
}

std::string coverage(const Case& c) {
  const auto& lines = c.layout.lines;
  if (lines.empty()) return "there is no line";
  if (lines.front().start != 0) return "the first line does not begin with the text";
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const std::size_t next = i + 1 < lines.size() ? lines[i + 1].start : c.text.size();
    if (lines[i].start > lines[i].end || lines[i].end > next)
      return fmt::format("line {} is out of order", i);
    if (!only_line_ends(c, lines[i].end, next)) return fmt::format("text is lost behind line {}", i);
  }
  return "";
}

bool drawable(Em length) { return std::abs(std::int64_t{length.raw}) < kLongest; }

std::string geometry(const Case& c) {
  for (std::size_t i = 0; i < c.layout.lines.size(); ++i) {
    const Line& line = c.layout.lines[i];
    if (!drawable(line.width) || !drawable(line.indent))
      return fmt::format("line {} has no drawable length", i);
    for (const Glyph& glyph : line.glyphs) {
      if (!drawable(glyph.x) || !drawable(glyph.y) || !drawable(glyph.advance) || !drawable(glyph.scale))
        return fmt::format("a glyph of {} has no drawable place", glyph.cluster);
      if (glyph.cluster < line.start || glyph.cluster >= line.end)
        return fmt::format("the glyph of {} stands in line {}", glyph.cluster, i);
    }
    const bool hangs = c.style.hang != Hang::none;
    if (c.style.width && !hangs && !c.layout.emergency && line.width.raw > c.style.width->raw + kEpsilon)
      return fmt::format("line {} is {} em wide in a box of {}", i, line.width.value(),
                         c.style.width->value());
  }
  return "";
}

bool is_chinese(const std::string& language) { return language.starts_with("zh"); }

/// K1, but for what follows the author's own U+200B.
std::string line_starts(const Case& c) {
  constexpr std::u32string_view kNever = U"。，、：；！？）〕】》〉」』〗］｝";
  const bool ruled = is_chinese(c.style.language) && c.style.line_break == Strictness::strict;
  if (!ruled || c.layout.emergency) return "";
  for (std::size_t i = 1; i < c.layout.lines.size(); ++i) {
    const std::size_t start = c.layout.lines[i].start;
    if (start >= c.text.size() || ends_line(c.text[start - 1]) || c.text[start - 1] == U'\u200B') continue;
    if (kNever.find(c.text[start]) != kNever.npos)
      return fmt::format("a mark that may not begins line {}", i);
    if (!std::ranges::binary_search(c.layout.opportunities, start))
      return fmt::format("line {} begins where no break is allowed", i);
  }
  return "";
}

std::string gaps(const Case& c) {
  for (const Gap& gap : c.layout.gaps) {
    if (gap.before == 0 || gap.before >= c.text.size()) return "a gap stands outside the text";
    if (!drawable(gap.width)) return "a gap has no drawable width";
  }
  return "";
}

}  // namespace

std::string broken_invariant(const StyledText& text, const ParagraphStyle& style, const Layout& layout) {
  if (text.text.size() > kMaxParagraph) return layout.emergency ? "" : "a cut paragraph is no emergency";
  const Case one{text.text, style, layout};
  for (const auto check : {indices, coverage, geometry, line_starts, gaps}) {
    if (std::string broken = check(one); !broken.empty()) return broken;
  }
  return "";
}

}  // namespace xp::test
