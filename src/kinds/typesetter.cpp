// SPDX-License-Identifier: MIT
#include "kinds/typesetter.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <utility>

#include "base/utf8.h"

namespace xp::kinds {
namespace {

constexpr double kWorthOneLine =
    0.78;  // of the largest size: a sentence in one line reads faster than a larger one in two
constexpr double kWorthClauses = 0.85;  // of the size of a free break
constexpr double kDottedHeight = 1.5;   // em: emphasis dots need half an em between lines (spec §8)
constexpr double kColumnPitch = 1.4;    // em: closer columns would be read across
constexpr int kUprightDigits = 2;       // figures so long share one em of a column (spec §10)

bool has_dots(const text::StyledText& text) {
  return std::ranges::any_of(text.runs,
                             [](const text::StyleRun& run) { return run.mark != text::EmphasisMark::none; });
}

/// The line height of a text: the theme's, or what dots or columns need.
double line_height_of(const text::StyledText& text, const TypeLevel& level, text::Mode mode) {
  const double pitch = mode == text::Mode::vertical ? kColumnPitch : 0;
  return std::max({level.line_height, pitch, has_dots(text) ? kDottedHeight : 0});
}

/// Dots stand on the outer side of the last line, or of the column furthest right.
bool dots_outside(const text::Layout& layout) {
  if (layout.lines.empty()) return false;
  const bool leftwards = layout.progression == text::Progression::leftwards;
  return !(leftwards ? layout.lines.front() : layout.lines.back()).dots.empty();
}

/// In a paragraph from the left the first character always has level 0.
bool right_to_left(const text::Layout& layout) { return !layout.levels.empty() && layout.levels.front() > 0; }

/// Languages of the Arabic and Hebrew scripts: a figure alone on its line stands at the right too.
bool written_from_the_right(std::string_view language) {
  constexpr std::string_view kLanguages[] = {"ar", "fa", "he", "ps", "ug", "ur"};
  const std::string_view primary = language.substr(0, language.find('-'));
  return std::ranges::find(kLanguages, primary) != std::end(kLanguages) ||
         language.find("-Arab") != language.npos;
}

/// The word's part before `at` and that behind it.
std::string around(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kEitherSide = 2;
  const std::size_t from = at - std::min(at, kEitherSide);
  return encode_utf8(text.substr(from, at - from)) + "|" + encode_utf8(text.substr(at, kEitherSide));
}

/// The comma nearest to the middle of a text of one line.
std::optional<std::size_t> middle_comma(const std::u32string& text) {
  std::optional<std::size_t> best;
  const auto distance = [&](std::size_t at) {
    return std::abs(2 * static_cast<int>(at) - static_cast<int>(text.size()));
  };
  for (std::size_t i = 1; i + 2 < text.size(); ++i) {
    if (text[i] == U'，' && (!best || distance(i) < distance(*best))) best = i;
  }
  return best;
}

}  // namespace

bool TextBlock::right_to_left() const { return layout && kinds::right_to_left(*layout); }

double TextBlock::across() const {
  if (!layout) return 0;
  return scene::text_height(layout->lines.size(), Px::whole(size), line_height).value() +
         (dots ? kDotReach * size : 0);
}

int TextBlock::width() const {
  const double em_boxes = vertical() ? across() : em_width * size;
  return static_cast<int>(std::ceil(em_boxes - 2 * side * size));
}

int TextBlock::height() const { return static_cast<int>(std::ceil(vertical() ? em_width * size : across())); }

int start_edge(const TextBlock& block, const Rect& area) {
  if (!block.right_to_left()) return area.x;
  text::Em end;  // of the box that the lines were aligned in
  for (const text::Line& line : block.layout->lines) end = std::max(end, line.indent + line.width);
  return area.right() - static_cast<int>(std::ceil((end.value() - 2 * block.side) * block.size));
}

void Typesetter::use_language(const std::string& language) {
  language_ = language.empty() ? context_.around.language : language;
}

std::vector<SizeBand> Typesetter::bands(const std::string& role, int smallest, int largest) const {
  if (!context_.around.led) return {{role, smallest, largest, 1}};
  return panel_bands(context_.engine.catalog(), role, smallest, largest);
}

std::string Typesetter::role_for(const std::string& role, int size) const {
  return bands(role, 1, size).front().role;
}

/// A strip has no room for dots.
text::StyledText Typesetter::parsed(std::string_view markup) const {
  text::StyledText text = text::parse_markup(markup);
  if (context_.around.led) {
    for (text::StyleRun& run : text.runs) run.mark = text::EmphasisMark::none;
  }
  return text;
}

text::ParagraphStyle Typesetter::style(const std::string& role) const {
  text::ParagraphStyle style;
  style.role = role;
  style.language = language_;
  if (written_from_the_right(language_)) style.direction = text::Direction::rtl;
  style.lexicon = context_.around.lexicon;
  style.trim = text::Trim::gb;
  if (!context_.around.led)
    style.autospace = text::Autospace::normal;  // spec §14: strips have no room for it
  return style;
}

TextBlock Typesetter::block(const text::StyledText& text, text::LayoutPtr layout, int size,
                            double line_height) {
  faults_.missing.insert(faults_.missing.end(), layout->missing.begin(), layout->missing.end());
  for (const std::uint32_t at : layout->word_splits) faults_.split_words.push_back(around(text.text, at));
  const double em_width = layout->widest().value();
  const bool dots = dots_outside(*layout);
  const bool horizontal = layout->progression == text::Progression::down;
  const bool figure =
      horizontal && !text.text.empty() && text.text.front() >= U'0' && text.text.front() <= U'9';
  const double side = figure ? kFigureMargin : kFaceMargin;
  return {std::move(layout), size, line_height, em_width, side, dots};
}

TextBlock Typesetter::at_size(std::string_view markup, const std::string& role, int size) {
  const SizeBand band = bands(role, 1, size).front();
  text::StyledText text = parsed(markup);
  for (char32_t& c : text.text) {
    if (c == U'\n') c = U' ';
  }
  return block(text, context_.engine.layout(text, style(band.role)), band.largest, 1);
}

TextBlock Typesetter::line(std::string_view markup, const std::string& role, int largest, int width) {
  TextBlock set = at_size(markup, role, largest);
  if (set.empty() || set.width() <= width) return set;
  for (const SizeBand& band : bands(role, kSmallestText, largest)) {
    set = at_size(markup, role, band.largest);
    const int fits = static_cast<int>(width / (set.em_width - 2 * set.side)) / band.step * band.step;
    set.size = std::clamp(fits, band.smallest, band.largest);
    if (fits >= band.smallest) return set;
  }
  faults_.overflow = true;
  return set;
}

text::Fitted Typesetter::fit(const text::StyledText& text, text::ParagraphStyle style, text::FitBox box) {
  text::Fitted fitted;
  for (const SizeBand& band : bands(style.role, box.min_px, box.max_px)) {
    style.role = band.role;
    box.min_px = band.smallest;
    box.max_px = band.largest;
    box.step_px = band.step;
    fitted = context_.engine.fit(text, style, box);
    if (!fitted.overflow) break;
  }
  return fitted;
}

TextBlock Typesetter::fitted(const text::StyledText& text, const TypeLevel& level, const TextRoom& room,
                             text::ParagraphStyle style) {
  style.mode = room.mode;
  style.tcy = room.mode == text::Mode::vertical ? kUprightDigits : 0;
  text::FitBox box;
  box.box = {std::max(1, room.box.w), std::max(1, room.box.h)};
  box.min_px = std::max(kSmallestText, room.smallest);
  box.max_px = std::max(box.min_px, room.largest);
  box.max_lines = std::max(1, room.lines);
  box.line_height = line_height_of(text, level, room.mode);
  text::Fitted fitted = fit(text, style, box);
  if (dots_outside(*fitted.layout)) {
    int& across = room.mode == text::Mode::vertical ? box.box.w : box.box.h;
    across = std::max(1, across - static_cast<int>(std::ceil(kDotReach * fitted.size_px)));
    fitted = fit(text, style, box);
  }
  faults_.overflow = faults_.overflow || fitted.overflow;
  return block(text, std::move(fitted.layout), fitted.size_px, fitted.line_height);
}

TextBlock Typesetter::headline(std::string_view markup, const TypeLevel& level, const TextRoom& room) {
  text::ParagraphStyle headline = style(level.role);
  headline.balance = true;
  headline.phrase = true;
  return fitted(parsed(markup), level, room, headline);
}

TextBlock Typesetter::sentence(std::string_view markup, const TypeLevel& level, const TextRoom& room) {
  const text::StyledText text = parsed(markup);
  if (room.mode == text::Mode::vertical || text.text.find(U'\n') != std::u32string::npos)
    return headline(markup, level, room);
  text::ParagraphStyle one = style(role_for(level.role, room.largest));
  const double em_width = context_.engine.layout(text, one)->widest().value();
  const int fits = static_cast<int>(room.box.w / std::max(1e-6, em_width));
  if (fits >= std::max<double>(room.smallest, room.largest * kWorthOneLine))
    return line(markup, level.role, room.largest, room.box.w);
  const std::optional<std::size_t> comma = middle_comma(text.text);
  if (!comma || room.lines < 2) return headline(markup, level, room);
  // The break after the comma is tried; the free one is taken where it is clearly larger.
  text::StyledText broken = text;
  broken.text.insert(*comma + 1, 1, U'\n');
  for (text::StyleRun& run : broken.runs) {
    if (run.start > *comma) ++run.start;
  }
  text::ParagraphStyle balanced = style(level.role);
  balanced.balance = balanced.phrase = true;
  TextFaults before = faults_;
  TextBlock free = fitted(text, level, room, balanced);
  TextRoom two = room;
  two.smallest = std::max(room.smallest, static_cast<int>(free.size * kWorthClauses));
  if (em_width / 2 * two.smallest > room.box.w) return free;
  TextFaults of_free = std::exchange(faults_, std::move(before));
  const bool overflow = std::exchange(faults_.overflow, false);
  TextBlock clauses = fitted(broken, level, two, balanced);
  const bool fitting = !faults_.overflow;
  if (!fitting) faults_ = std::move(of_free);
  faults_.overflow = faults_.overflow || overflow;
  return fitting ? clauses : free;
}

TextBlock Typesetter::body(std::string_view markup, const TypeLevel& level, const TextRoom& room) {
  text::ParagraphStyle body = style(level.role);
  body.phrase = true;
  return fitted(parsed(markup), level, room, body);
}

void draw_text(scene::Builder& builder, const TextBlock& block, Point at, scene::Ink ink) {
  if (block.empty()) return;
  const PointF origin{Px::whole(at.x) - Px::from(block.side * block.size), Px::whole(at.y)};
  builder.text(*block.layout, origin, Px::whole(block.size), block.line_height, ink);
}

void draw_on_baseline(scene::Builder& builder, const TextBlock& block, int x, int baseline, scene::Ink ink) {
  if (block.empty()) return;
  const Px ascent = Px::from(text::kAscent.value() * block.size);
  const PointF origin{Px::whole(x) - Px::from(block.side * block.size), Px::whole(baseline) - ascent};
  builder.text(*block.layout, origin, Px::whole(block.size), block.line_height, ink);
}

}  // namespace xp::kinds
