// SPDX-License-Identifier: MIT
#include "text/fit.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "text/break_rules.h"
#include "text/char_class.h"
#include "text/line_points.h"

namespace xp::text {
namespace {

// Shares of the size that a fault costs (spec §13). The spec's 8 % for a split word let letters half as large
// again buy 听甜|言: a word in two pieces is what everybody sees, so it must be worth twice the size.
constexpr double kWordSplit = 0.5, kOrphan = 0.15, kClauseSplit = 0.04, kUnequal = 0.03,
                 kUnequalHeadline = 0.1;
/// Of a line that does not end with a clause: after a phrase, after a word, where it tears a quotation, a
/// list or a number.
constexpr double kAfterPhrase = 0.05, kAfterWord = 0.1, kTorn = 0.5;
/// Of a line that ends one clause and tears the next: 来电不轻信，个人|…
constexpr double kTwoClauses = 0.15;
/// Of a line of one or two characters that is no clause: 陌生|链接|…, 95、|00、|…, 留：|…
constexpr double kScrap = 0.3;
/// A text in more lines than these is read, not seen at a glance: a split word counts at its line ends, and
/// that not all of them end clauses.
constexpr std::size_t kHeadlineLines = 6;
/// Of the width that running text leaves empty beside its widest line: it is filled before another line is
/// begun.
constexpr double kEmptyMeasure = 0.15;
/// What equal clauses (对仗), one a line, gain.
constexpr double kEqualClauses = 0.25;
/// Lines beyond the author's own must make the text this much larger.
constexpr double kAuthorsLines = 0.25;

struct Candidate {
  BalancedLines set;
  double size = 0;   ///< px, not yet snapped
  double score = 0;  ///< size less its penalties
};

/// How many clauses the text has when all are of one length (±1) and of three characters at least; 0
/// otherwise.
std::size_t equal_clauses(std::u32string_view text) {
  std::vector<std::size_t> lengths{0};
  for (const char32_t c : text) {
    const CharKinds kinds = kinds_of(c);
    const bool parts = (kinds & (kind::comma | kind::stop | kind::space | kind::line_end)) != 0;
    if (parts && lengths.back() > 0) lengths.push_back(0);
    if (!parts && (kinds & kind::mark) == 0) ++lengths.back();
  }
  if (lengths.back() == 0) lengths.pop_back();
  if (lengths.size() < 2) return 0;
  const auto [shortest, longest] = std::minmax_element(lengths.begin(), lengths.end());
  return *shortest >= 3 && *longest - *shortest <= 1 ? lengths.size() : 0;
}

bool ends_clause(const BreakMap& breaks, std::size_t at) {
  return breaks.cost[at] <= static_cast<std::uint8_t>(BreakCost::clause);
}

/// Does every line end with a clause?
bool ends_with_clauses(const BreakMap& breaks, const std::vector<LineRange>& lines) {
  return std::all_of(lines.begin(), lines.end(),
                     [&](const LineRange& line) { return ends_clause(breaks, line.end); });
}

bool inside_word(std::uint8_t cost) { return cost >= static_cast<std::uint8_t>(BreakCost::inside); }

/// A list of more items than these goes on over a line's end: 合同诈骗、非法经营、信用卡诈骗、|职务侵占…
constexpr std::size_t kShortList = 3;

/// How many items the list has that the mark before `at` parts; what other marks of a clause or a stop end is
/// no part of it.
std::size_t items_around(std::u32string_view text, std::uint32_t at) {
  const auto ends_list = [](char32_t c) {
    return c != U'、' && (kinds_of(c) & (kind::comma | kind::stop | kind::line_end)) != 0;
  };
  std::size_t from = at, to = at;
  while (from > 0 && !ends_list(text[from - 1])) --from;
  while (to < text.size() && !ends_list(text[to])) ++to;
  const std::u32string_view list = text.substr(from, to - from);
  return static_cast<std::size_t>(std::ranges::count(list, U'、')) + 1;
}

/// What the end of a line costs that no word is split by.
double end_penalty(std::u32string_view text, const BreakMap& breaks, std::uint32_t end) {
  constexpr std::uint8_t kPhrase = static_cast<std::uint8_t>(BreakCost::phrase) + 1;
  const std::uint8_t cost = breaks.cost[end];
  if (text[end - 1] == U'、') return items_around(text, end) > kShortList ? kAfterPhrase : kTorn;
  if (ends_clause(breaks, end)) return 0;
  return cost <= kPhrase ? kAfterPhrase : cost < kQuotationCost ? kAfterWord : kTorn;
}

/// A word or two and a colon name what follows, as 留：保存聊天记录 does; by themselves they are no line and
/// no clause.
bool is_label(std::u32string_view text, std::uint32_t start, std::uint32_t end) {
  return text[end - 1] == U'：' && ink_count(text, start, end) <= 2;
}

bool has_inner_clause(std::u32string_view text, const BreakMap& breaks, const LineRange& line) {
  for (std::uint32_t i = line.start + 1; i < line.end; ++i)
    if (ends_clause(breaks, i) && !is_label(text, line.start, i)) return true;
  return false;
}

/// Does every line hold one item of a list, or clauses without one? 不听、|不信、|不转账
bool one_item_a_line(std::u32string_view text, const BreakMap& breaks, const std::vector<LineRange>& lines) {
  return std::all_of(lines.begin(), lines.end(), [&](const LineRange& line) {
    const std::u32string_view inner = text.substr(line.start, line.end - line.start - 1);
    return ends_clause(breaks, line.end) && inner.find(U'、') == inner.npos;
  });
}

/// The share that is left of the size after the faults of a line's end, which is not the text's.
double share_of_end(std::u32string_view text, const BreakMap& breaks, const LineRange& line, bool items) {
  const bool scrap = ink_count(text, line.start, line.end) <= 2;
  const bool label = is_label(text, line.start, line.end);
  if (items) return label || (scrap && text[line.end - 1] == U'、') ? 1.0 - kScrap : 1.0;
  double penalty = end_penalty(text, breaks, line.end);
  if (penalty > 0 && has_inner_clause(text, breaks, line)) penalty += kTwoClauses;
  if (label || (penalty > 0 && scrap)) penalty += kScrap;
  return 1.0 - penalty;
}

/// The share that is left of the size after the faults of these lines, which a text may have `most` of.
double merit(std::u32string_view text, const BreakMap& breaks, const LineWidth& width_of,
             const BalancedLines& set, std::size_t most) {
  double share = 1, penalty = 0;
  bool clause_split = false;
  const bool items = one_item_a_line(text, breaks, set.lines);
  Em narrowest = set.widest;
  for (std::size_t k = 0; k < set.lines.size(); ++k) {
    const LineRange& line = set.lines[k];
    narrowest = std::min(narrowest, width_of(line.start, line.end));
    if (k + 1 == set.lines.size() || breaks.forced[set.lines[k + 1].start]) continue;
    if (inside_word(breaks.cost[line.end])) {
      share *= 1.0 - kWordSplit;
    } else if (most <= kHeadlineLines) {
      share *= share_of_end(text, breaks, line, items);
    } else {
      clause_split |= !ends_clause(breaks, line.end);
    }
  }
  const LineRange& last = set.lines.back();
  const bool last_wrapped = set.lines.size() > 1 && !breaks.forced[last.start];
  if (last_wrapped && ink_count(text, last.start, last.end) < 2) penalty += kOrphan;
  if (clause_split) penalty += kClauseSplit;
  const double unequal = most <= kHeadlineLines ? kUnequalHeadline : kUnequal;
  if (set.widest.raw > 0) penalty += unequal * (1.0 - narrowest.value() / set.widest.value());
  return share * (1.0 - penalty);
}

/// The size at which `lines` lines as wide as `widest` fill the box one way or the other.
double size_in(const FitBox& box, Em widest, std::size_t lines) {
  const double tall = box.box.h / (static_cast<double>(lines - 1) * box.line_height + 1.0);
  return widest.raw > 0 ? std::min(tall, box.box.w * 65536.0 / widest.raw) : tall;
}

/// The share of the box's width that is empty beside the widest line.
double empty_measure(const FitBox& box, Em widest, double size) {
  return std::max(0.0, 1.0 - widest.value() * size / box.box.w);
}

int snap(double size, const FitBox& box) {
  const int step = std::max(1, box.step_px);
  const double capped = std::clamp(size, 0.0, static_cast<double>(box.max_px));
  return static_cast<int>(std::floor((capped + 1e-6) / step)) * step;
}

std::size_t authors_lines(std::u32string_view text, const BreakMap& breaks) {
  return stretches(text, breaks).size();
}

Em width_at(const FitBox& box, int size) {
  return {static_cast<std::int32_t>(std::min(box.box.w * 65536.0 / size, 2.0e9))};
}

/// CLREQ 2.3.5.4 has posters go down to a quarter of the character size between lines; this is the last
/// resort.
constexpr double kTightestLine = 1.1;
constexpr Em kEllipsis{2 * 65536};

bool has_emergency(const std::vector<LineRange>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const LineRange& line) { return line.emergency; });
}

/// As much of the text as leaves room for an ellipsis on the last line that the box has.
std::uint32_t shown_part(const BreakMap& breaks, const LineWidth& width_of, const LineRange& last, Em width) {
  auto end = std::lower_bound(breaks.clusters.begin(), breaks.clusters.end(), last.end);
  while (end != breaks.clusters.begin() && *std::prev(end) > last.start &&
         width_of(last.start, *std::prev(end)) + kEllipsis > width + kWidthEpsilon)
    --end;
  return end == breaks.clusters.begin() ? last.start : std::max(last.start, *std::prev(end));
}

/// What cannot be had at the smallest size (spec §13): lines closer together, then words split, then an
/// ellipsis. Never is a text cut silently.
FitChoice overflowing(std::u32string_view text, const BreakMap& breaks, const LineWidth& width_of,
                      const FitBox& box) {
  const int step = std::max(1, box.step_px);
  const int size = std::max(step, (box.min_px + step - 1) / step * step);
  const Em width = width_at(box, size);
  const double tight = std::min(box.line_height, kTightestLine);
  std::vector<LineRange> lines = choose_lines(text, breaks, width_of, width, Filling::balanced);
  for (const double line_height : {box.line_height, tight}) {
    if (lines.size() <= lines_in(box, size, line_height) && !has_emergency(lines))
      return {size, true, std::move(lines), line_height};
  }
  lines = choose_lines(text, breaks, width_of, width, Filling::greedy);
  const std::size_t room = lines_in(box, size, tight);
  if (lines.size() <= room) return {size, true, std::move(lines), tight};
  const std::uint32_t shown = shown_part(breaks, width_of, lines[room - 1], width);
  return {size, true, std::move(lines), tight, shown};
}

/// The lines at one size, when they fit the box.
std::optional<std::vector<LineRange>> lines_at(std::u32string_view text, const BreakMap& breaks,
                                               const LineWidth& width_of, const FitBox& box, int size) {
  std::vector<LineRange> lines = choose_lines(text, breaks, width_of, width_at(box, size), Filling::balanced);
  const bool too_many = lines.size() > static_cast<std::size_t>(std::max(1, box.max_lines));
  const double tall = (static_cast<double>(lines.size() - 1) * box.line_height + 1.0) * size;
  if (too_many || has_emergency(lines) || tall > box.box.h + 1e-6) return std::nullopt;
  return lines;
}

/// Smaller sizes, down to this share of the largest, are looked at for lines that split no word.
constexpr double kSmallerForWords = 0.85;

double merit_of(std::u32string_view text, const BreakMap& breaks, const LineWidth& width_of,
                const std::vector<LineRange>& lines) {
  BalancedLines set{lines, {}};
  for (const LineRange& line : lines) set.widest = std::max(set.widest, width_of(line.start, line.end));
  return merit(text, breaks, width_of, set, lines.size());
}

/// The best compromise between the largest size and how its lines end.
FitChoice with_whole_words(std::u32string_view text, const BreakMap& breaks, const LineWidth& width_of,
                           const FitBox& box, FitChoice largest) {
  const int step = std::max(1, box.step_px);
  const int least = std::max(box.min_px, static_cast<int>(largest.size_px * kSmallerForWords));
  const int stride = std::max(1, largest.size_px / 50 / step) * step;
  double best_score = largest.size_px * merit_of(text, breaks, width_of, largest.lines);
  FitChoice best = std::move(largest);
  for (int size = best.size_px - stride; size >= least; size -= stride) {
    auto lines = lines_at(text, breaks, width_of, box, size);
    if (!lines) continue;
    const double score = size * merit_of(text, breaks, width_of, *lines);
    if (score <= best_score) continue;
    best_score = score;
    best = {size, false, std::move(*lines), box.line_height};
  }
  return best;
}

/// Text too long for balancing: the largest size at which it fits, found by halving.
FitChoice fit_long(std::u32string_view text, const BreakMap& breaks, const LineWidth& width_of,
                   const FitBox& box) {
  const int step = std::max(1, box.step_px);
  int low = std::max(1, (box.min_px + step - 1) / step), high = snap(box.max_px, box) / step;
  FitChoice best;
  while (low <= high) {
    const int middle = low + (high - low) / 2;
    if (auto lines = lines_at(text, breaks, width_of, box, middle * step)) {
      best = {middle * step, false, std::move(*lines), box.line_height};
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  if (best.size_px == 0) return overflowing(text, breaks, width_of, box);
  return with_whole_words(text, breaks, width_of, box, std::move(best));
}

/// The map without the breaks that `unwanted` says of.
template <class Unwanted>
BreakMap without(BreakMap breaks, Unwanted unwanted) {
  for (std::uint32_t i = 1; i + 1 < breaks.cost.size(); ++i) {
    if (!breaks.forced[i] && unwanted(i)) breaks.cost[i] = static_cast<std::uint8_t>(BreakCost::forbidden);
  }
  return breaks;
}

/// Whose breaks are tried: all of them, those that tear nothing, and those that end clauses.
std::vector<BreakMap> break_choices(std::u32string_view text, const BreakMap& breaks, std::size_t most) {
  std::vector<BreakMap> maps{breaks};
  if (most > kHeadlineLines) return maps;
  maps.push_back(without(breaks, [&](std::uint32_t i) { return end_penalty(text, breaks, i) >= kTorn; }));
  maps.push_back(without(breaks, [&](std::uint32_t i) { return end_penalty(text, breaks, i) > 0; }));
  return maps;
}

}  // namespace

std::size_t lines_in(const FitBox& box, int size, double line_height) {
  const double rest = static_cast<double>(box.box.h) / size - 1.0;
  return rest <= 0 ? 1 : static_cast<std::size_t>(std::floor(rest / line_height + 1e-6)) + 1;
}

FitChoice choose_fit(std::u32string_view text, const BreakMap& breaks, const LineWidth& width_of,
                     const FitBox& box) {
  const std::size_t fewest = authors_lines(text, breaks);
  const std::size_t most = std::max(fewest, static_cast<std::size_t>(std::max(1, box.max_lines)));
  if (!can_balance(text, breaks, most)) return fit_long(text, breaks, width_of, box);
  const std::size_t clauses = equal_clauses(text);
  std::optional<Candidate> best;
  const auto consider = [&](std::optional<BalancedLines> set, std::size_t n) {
    if (!set) return false;
    const double size = std::min(size_in(box, set->widest, n), static_cast<double>(box.max_px));
    double score = size * merit(text, breaks, width_of, *set, most);
    if (n == clauses && ends_with_clauses(breaks, set->lines)) score *= 1.0 + kEqualClauses;
    if (fewest > 1 && n > fewest) score *= 1.0 - kAuthorsLines;
    if (most > kHeadlineLines) score *= 1.0 - kEmptyMeasure * empty_measure(box, set->widest, size);
    if (snap(size, box) < box.min_px) score *= 0.01;  // only when nothing else reaches the smallest size
    if (!best || score > best->score) best = Candidate{std::move(*set), size, score};
    return true;
  };
  for (const BreakMap& map : break_choices(text, breaks, most)) {
    for (std::size_t n = fewest; n <= most && consider(choose_balanced(text, map, width_of, n), n); ++n)
      continue;
  }
  if (!best || snap(best->size, box) < std::max(1, box.min_px))
    return overflowing(text, breaks, width_of, box);
  return {snap(best->size, box), false, std::move(best->set.lines), box.line_height};
}

}  // namespace xp::text
