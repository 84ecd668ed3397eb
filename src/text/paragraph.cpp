// SPDX-License-Identifier: MIT
#include "text/paragraph.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cassert>
#include <limits>

#include "text/engine.h"
#include "text/script.h"

namespace xp::text {

namespace {

// GB 18030-2005 left ten vertical marks and eight components in the private use area; the 2022 edition moved
// them.
char32_t from_private_use(char32_t c) {
  constexpr char32_t kMoved[][2] = {{0xE78D, 0xFE10}, {0xE78E, 0xFE12}, {0xE78F, 0xFE11}, {0xE790, 0xFE13},
                                    {0xE791, 0xFE14}, {0xE792, 0xFE15}, {0xE793, 0xFE16}, {0xE794, 0xFE17},
                                    {0xE795, 0xFE18}, {0xE796, 0xFE19}, {0xE81E, 0x9FB4}, {0xE826, 0x9FB5},
                                    {0xE82B, 0x9FB6}, {0xE82C, 0x9FB7}, {0xE832, 0x9FB8}, {0xE843, 0x9FB9},
                                    {0xE854, 0x9FBA}, {0xE864, 0x9FBB}};
  for (const auto& [old, now] : kMoved) {
    if (c == old) return now;
  }
  return c;
}

char32_t prepared(char32_t c) {
  if (c < 0xD800) return c;
  if (c > 0x10FFFF || c <= 0xDFFF) return U'\uFFFD';
  return c >= 0xE78D && c <= 0xE864 ? from_private_use(c) : c;
}

// Spaces that hang over the end of a line; the no-break ones do not.
bool hangs(char32_t c) {
  if (c > 0x3000) return false;  // most of all text
  if (c == U' ' || c == U'\t' || c == U'\n' || c == U'\u200B' || c == U'\u3000') return true;
  if (c < 0x1680) return c == U'\r';
  if (c > 0x205F || c == U'\u2007' || c == U'\u202F') return false;
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_SPACE_SEPARATOR || type == U_LINE_SEPARATOR || type == U_PARAGRAPH_SEPARATOR;
}

// Marks in the middle of their em never hang (CLREQ #hanging_punctuation_marks_at_line_end).
Hang hang_of(const ParagraphStyle& style) {
  return mark_region(style.language) == MarkRegion::centred ? Hang::none : style.hang;
}

Em saturated(std::int64_t width) {
  return {static_cast<std::int32_t>(std::min<std::int64_t>(width, std::numeric_limits<std::int32_t>::max()))};
}

}  // namespace

Paragraph::Paragraph(const StyledText& text, const ParagraphStyle& style, Costs costs, Tools tools)
    : runs_(text.runs), trim_(style.trim), hang_(hang_of(style)) {
  prepare(text);
  find_spans(style);
  breaks_ = tools.breaker.breaks(text_, style.language, style.line_break, costs, style.lexicon.get());
  if (costs == Costs::words) ease_emphasis_edges();
  bidi_ = tools.bidi.resolve(text_, style.direction);
  make_items(style, tools);
  shape_items(tools.shaper);
  add_spacing(style, tools.half_widths);
  sum_up();
  find_content_ends();
}

// Spans begin at graphemes: a language cannot change inside one.
void Paragraph::find_spans(const ParagraphStyle& style) {
  const auto size = static_cast<std::uint32_t>(text_.size());
  spans_.push_back({0, size, style.language});
  for (const StyleRun& run : runs_) {
    const std::string& language = run.language.empty() ? style.language : run.language;
    if (language == spans_.back().language || run.start >= size) continue;
    if (run.start == spans_.back().start) {
      spans_.back().language = language;
      continue;
    }
    spans_.back().end = run.start;
    spans_.push_back({run.start, size, language});
  }
}

// What an author sets apart is a phrase to the reader, whatever the dictionary says: 回家的路|慢慢走. A
// single character is no phrase.
void Paragraph::ease_emphasis_edges() {
  const auto size = static_cast<std::uint32_t>(text_.size());
  for (std::size_t k = 0; k < runs_.size(); ++k) {
    const std::uint32_t end = k + 1 < runs_.size() ? runs_[k + 1].start : size;
    if (runs_[k].emphasis == Emphasis::normal || end < runs_[k].start + 2) continue;
    for (const std::uint32_t edge : {runs_[k].start, end}) {
      if (edge < size && breaks_.allowed(edge))
        breaks_.cost[edge] = std::min(breaks_.cost[edge], static_cast<std::uint8_t>(BreakCost::clause));
    }
  }
}

// A cell is one grapheme to everything that follows, and no line ends inside it.
void Paragraph::join_cells(const std::vector<Cell>& cells) {
  std::size_t k = 0;
  std::erase_if(breaks_.clusters, [&](std::uint32_t at) {
    while (k < cells.size() && cells[k].end <= at) ++k;
    return k < cells.size() && at > cells[k].start;
  });
  for (const Cell& cell : cells) {
    for (std::uint32_t i = cell.start + 1; i < cell.end; ++i) breaks_.cost[i] = 255;
  }
}

std::vector<hb_script_t> Paragraph::scripts() const {
  if (spans_.size() == 1) return resolve_scripts(drawn(), spans_.front().language);
  std::vector<hb_script_t> scripts;
  scripts.reserve(text_.size());
  for (const LanguageSpan& span : spans_) {
    const auto part = resolve_scripts(drawn().substr(span.start, span.end - span.start), span.language);
    scripts.insert(scripts.end(), part.begin(), part.end());
  }
  return scripts;
}

FaceChoice Paragraph::choose_faces(const std::vector<hb_script_t>& scripts, const RoleSpec& role,
                                   Fallback& fallback) const {
  const auto& clusters = breaks_.clusters;
  if (spans_.size() == 1) return fallback.choose(drawn(), clusters, scripts, role, spans_.front().language);
  FaceChoice all;
  for (const LanguageSpan& span : spans_) {
    std::vector<std::uint32_t> own{0};
    for (auto at = std::ranges::upper_bound(clusters, span.start); at != clusters.end() && *at < span.end;
         ++at)
      own.push_back(*at - span.start);
    const std::vector<hb_script_t> part(scripts.begin() + span.start, scripts.begin() + span.end);
    FaceChoice choice =
        fallback.choose(drawn().substr(span.start, span.end - span.start), own, part, role, span.language);
    for (Missing& missing : choice.missing) missing.index += span.start;
    all.faces.insert(all.faces.end(), choice.faces.begin(), choice.faces.end());
    all.missing.insert(all.missing.end(), choice.missing.begin(), choice.missing.end());
  }
  return all;
}

void Paragraph::make_items(const ParagraphStyle& style, Tools& tools) {
  const bool vertical = style.mode == Mode::vertical;
  std::vector<Cell> cells;
  if (vertical) {
    cells = find_cells(text_, style);
    join_cells(cells);
    if (style.orientation == Orientation::mixed && is_chinese(style.language))
      drawn_ = with_vertical_quotes(text_);
  }
  const RoleSpec* role = tools.fonts.catalog().role(style.role);
  assert(role != nullptr);
  const auto scripts = this->scripts();
  FaceChoice choice = choose_faces(scripts, *role, tools.fallback);
  missing_ = std::move(choice.missing);
  std::vector<Flow> flows;
  if (vertical) {
    const hb_language_t language =
        hb_language_from_string(style.language.data(), static_cast<int>(style.language.size()));
    postures_ = find_postures({drawn(), breaks_.clusters, cells, choice.faces, language, style.orientation},
                              tools.fonts);
    std::ranges::transform(postures_, std::back_inserter(flows), flow_of);
  }
  items_ = itemise({drawn(), breaks_.clusters, spans_, bidi_.levels, scripts, choice.faces, flows});
}

void Paragraph::prepare(const StyledText& text) {
  cut_ = text.text.size() > kMaxParagraph;
  text_.resize(std::min(text.text.size(), kMaxParagraph));
  std::transform(text.text.begin(), text.text.begin() + static_cast<std::ptrdiff_t>(text_.size()),
                 text_.begin(), prepared);
}

void Paragraph::shape_items(Shaper& shaper) {
  advance_.assign(text_.size() + 1, 0);
  facts_.assign(text_.size() + 1, 0);
  shaped_.reserve(items_.size());
  for (const Item& item : items_) {
    shaped_.push_back(shape(item, item.start, item.end, shaper));
    add_advances(item, *shaped_.back());
  }
}

// Inside a cluster a line may only begin after shaping anew.
void Paragraph::add_advances(const Item& item, const ShapedRun& run) {
  std::fill(facts_.begin() + item.start + 1, facts_.begin() + item.end, std::uint8_t{kUnsafe});
  for (const ShapedGlyph& glyph : run.glyphs) facts_[item.start + glyph.cluster] = 0;
  for (const ShapedGlyph& glyph : run.glyphs) {
    advance_[item.start + glyph.cluster] += glyph.advance;
    if (glyph.unsafe_to_break && glyph.cluster > 0) facts_[item.start + glyph.cluster] = kUnsafe;
  }
}

void Paragraph::add_spacing(const ParagraphStyle& style, HalfWidths& half_widths) {
  spacing_ = find_spacing({drawn(), breaks_.clusters, items_, style}, half_widths);
  mark_places_.resize(spacing_.marks.empty() ? 0 : text_.size());
  for (std::uint32_t place = 0; place < spacing_.marks.size(); ++place) {
    const Mark& mark = spacing_.marks[place];
    facts_[mark.at] |= kMark;
    mark_places_[mark.at] = place;
    if (mark.halved) advance_[mark.at] -= mark.half.cut;
  }
  for (const Gap& gap : spacing_.gaps) {
    facts_[gap.before] |= kGap;
    advance_[gap.before] += gap.width.raw;
  }
}

void Paragraph::sum_up() {
  std::int64_t sum = 0;
  for (std::int64_t& advance : advance_) {
    const std::int64_t own = advance;
    advance = sum;
    sum += own;
  }
}

void Paragraph::find_content_ends() {
  content_end_.resize(text_.size() + 1);
  content_end_[0] = 0;
  for (std::uint32_t i = 0; i < text_.size(); ++i)
    content_end_[i + 1] = hangs(text_[i]) ? content_end_[i] : i + 1;
}

ShapedRunPtr Paragraph::shape(const Item& item, std::uint32_t start, std::uint32_t end,
                              Shaper& shaper) const {
  if (item.face == kNoFace) return boxes(item, start, end);
  const std::u32string_view text = drawn().substr(start, end - start);
  return shaper.shape({text, item.face, item.script, item.language, item.right_to_left(), item.flow});
}

// A missing character is as wide as an ideograph.
ShapedRunPtr Paragraph::boxes(const Item& item, std::uint32_t start, std::uint32_t end) const {
  auto run = std::make_shared<ShapedRun>();
  const auto& clusters = breaks_.clusters;
  for (auto at = std::ranges::lower_bound(clusters, start); at != clusters.end() && *at < end; ++at) {
    run->glyphs.push_back(missing_glyph(text_[*at], *at - start, item.flow));
  }
  if (item.right_to_left()) std::ranges::reverse(run->glyphs);
  return run;
}

std::uint32_t Paragraph::content_end(std::uint32_t start, std::uint32_t end) const {
  return std::max(start, content_end_[end]);
}

char32_t Paragraph::missing_at(std::uint32_t index) const {
  const auto found = std::ranges::lower_bound(missing_, index, {}, &Missing::index);
  return found == missing_.end() ? text_[index] : found->code_point;
}

std::size_t Paragraph::item_at(std::uint32_t index) const {
  return static_cast<std::size_t>(std::ranges::upper_bound(items_, index, {}, &Item::end) - items_.begin());
}

// The cluster before `content`, which stands behind one.
std::uint32_t Paragraph::last_cluster(std::uint32_t content) const {
  const std::uint32_t last = content - 1;
  if ((facts_[last] & kUnsafe) == 0) return last;
  return *std::prev(std::ranges::upper_bound(breaks_.clusters, last));
}

bool Paragraph::is_upright(std::uint32_t index) const {
  return postures_.empty() || postures_[index] == Posture::upright || postures_[index] == Posture::cell;
}

bool Paragraph::is_halved(const Mark& mark, const LineRange& line, EndMark end_mark) const {
  const bool every_line = trim_ == Trim::gb || trim_ == Trim::trim_all;
  if (mark.at == line.start && mark.kind == MarkClass::open) {
    const bool first = line.start == 0 || breaks_.forced[line.start];
    return every_line || trim_ == Trim::trim_start || (trim_ == Trim::space_first && !first);
  }
  const std::uint32_t content = content_end(line.start, line.end);
  if (content == line.start || last_cluster(content) != mark.at || mark.kind == MarkClass::open)
    return mark.halved;
  if (every_line || (mark.halved && content < line.end)) return true;  // beside U+3000, which hangs
  return end_mark != EndMark::full && mark.kind == MarkClass::close;
}

// The advances inside a line are summed up as if it went on at both ends.
std::int64_t Paragraph::edge_correction(const LineRange& line, std::uint32_t content,
                                        EndMark end_mark) const {
  std::int64_t correction = 0;
  if ((facts_[line.start] & kGap) != 0) correction -= spacing_.gap_before(line.start).raw;
  const auto adjust = [&](std::uint32_t at) {
    const Mark& mark = spacing_.marks[mark_places_[at]];
    correction += mark.halved ? mark.half.cut : 0;
    correction -= is_halved(mark, line, end_mark) ? mark.half.cut : 0;
  };
  if ((facts_[line.start] & kMark) != 0) adjust(line.start);
  const std::uint32_t last = last_cluster(content);
  if ((facts_[last] & kMark) != 0 && last != line.start) adjust(last);
  return correction;
}

Em Paragraph::width(std::uint32_t start, std::uint32_t end, EndMark mark, Shaper& shaper) const {
  std::uint32_t content = content_end(start, end);
  if (content == start) return {};
  if ((facts_[start] | facts_[end] | facts_[content - 1]) == 0) {  // most of all lines that are tried
    const bool hangs = mark == EndMark::hung && may_hang(drawn()[content - 1]);
    if (!hangs) return saturated(advance_[content] - advance_[start]);
  }
  const std::uint32_t last = last_cluster(content);
  if (mark == EndMark::hung && last > start && may_hang(drawn()[last])) {
    content = last;
    mark = EndMark::full;
  }
  return saturated(natural_width(start, content, end, shaper) +
                   edge_correction({start, content}, content, mark));
}

Em Paragraph::least_width(std::uint32_t start, std::uint32_t end, Shaper& shaper) const {
  return width(start, end, hang_ == Hang::allow_end ? EndMark::hung : EndMark::halved, shaper);
}

std::int64_t Paragraph::adjustments(std::uint32_t start, std::uint32_t end) const {
  std::int64_t sum = 0;
  const auto& [marks, gaps] = spacing_;
  for (auto gap = std::ranges::lower_bound(gaps, start, {}, &Gap::before);
       gap != gaps.end() && gap->before < end; ++gap)
    sum += gap->width.raw;
  for (auto mark = std::ranges::lower_bound(marks, start, {}, &Mark::at);
       mark != marks.end() && mark->at < end; ++mark)
    sum -= mark->halved ? mark->half.cut : 0;
  return sum;
}

// As advance_ has it, but for lines that cut through joined glyphs.
std::int64_t Paragraph::natural_width(std::uint32_t start, std::uint32_t content, std::uint32_t end,
                                      Shaper& shaper) const {
  const std::int64_t sum = advance_[content] - advance_[start];
  if (((facts_[start] | facts_[end]) & kUnsafe) == 0) return sum;
  std::int64_t shaped_anew = 0;
  for (const Piece& piece : pieces(start, end, shaper)) {
    for (const ShapedGlyph& glyph : piece.run->glyphs) {
      const std::uint32_t cluster = piece.run_start + glyph.cluster;
      if (cluster >= piece.start && cluster < std::min(piece.end, content)) shaped_anew += glyph.advance;
    }
  }
  return shaped_anew + adjustments(start, content);
}

std::vector<Piece> Paragraph::pieces(std::uint32_t start, std::uint32_t end, Shaper& shaper) const {
  std::vector<Piece> pieces;
  for (std::size_t i = item_at(start); i < items_.size() && items_[i].start < end; ++i) {
    const Item& item = items_[i];
    const std::uint32_t from = std::max(start, item.start), to = std::min(end, item.end);
    const bool joined = (from > item.start && (facts_[from] & kUnsafe) != 0) ||
                        (to < item.end && (facts_[to] & kUnsafe) != 0);
    if (joined) {
      pieces.push_back({from, to, &item, shape(item, from, to, shaper), from});
    } else {
      pieces.push_back({from, to, &item, shaped_[i], item.start});
    }
  }
  return pieces;
}

}  // namespace xp::text
