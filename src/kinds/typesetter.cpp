// SPDX-License-Identifier: MIT
#include "kinds/typesetter.h"

#include <cmath>
#include <cstdlib>
#include <optional>

namespace xp::kinds {
namespace {

constexpr double kWorthOneLine =
    0.78;  // of the largest size: a sentence in one line reads faster than a larger one in two
constexpr double kWorthClauses = 0.85;  // of the size of a free break
constexpr double kOpeningInk = 0.5;     // em: the left half of a full-width opening mark is empty

bool is_opening(char32_t c) {
  return std::u32string_view(U"“‘（〔【《〈「『〖").find(c) != std::u32string_view::npos;
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

/// Lines that begin with an untrimmed opening mark are moved to the left by its empty half: the ink is
/// aligned.
text::LayoutPtr hung(const text::StyledText& text, text::LayoutPtr layout) {
  const auto hangs = [&](const text::Line& line) {
    return !line.glyphs.empty() && line.start < text.text.size() && is_opening(text.text[line.start]) &&
           line.glyphs.front().advance.value() > 0.75;
  };
  if (std::none_of(layout->lines.begin(), layout->lines.end(), hangs)) return layout;
  auto copy = std::make_shared<text::Layout>(*layout);
  for (text::Line& line : copy->lines) {
    if (hangs(line)) line.indent = line.indent - text::Em::from(kOpeningInk);
  }
  return copy;
}

}  // namespace

int TextBlock::width() const { return static_cast<int>(std::ceil((em_width - 2 * side) * size)); }

int TextBlock::height() const {
  return layout ? scene::text_height(layout->lines.size(), Px::whole(size), line_height).ceil() : 0;
}

std::vector<SizeBand> Typesetter::bands(const std::string& role, int smallest, int largest) const {
  if (!context_.around.led) return {{role, smallest, largest, 1}};
  return panel_bands(context_.engine.catalog(), role, smallest, largest);
}

std::string Typesetter::role_for(const std::string& role, int size) const {
  return bands(role, 1, size).front().role;
}

text::ParagraphStyle Typesetter::style(const std::string& role) const {
  text::ParagraphStyle style;
  style.role = role;
  style.language = context_.around.language;
  style.lexicon = context_.around.lexicon;
  style.trim = text::Trim::gb;
  if (!context_.around.led) style.autospace = text::Autospace::normal;  // spec §14: strips have no room for it
  return style;
}

TextBlock Typesetter::block(const text::StyledText& text, text::LayoutPtr layout, int size,
                            double line_height) {
  missing_.insert(missing_.end(), layout->missing.begin(), layout->missing.end());
  const double em_width = layout->widest().value();
  const bool figure = !text.text.empty() && text.text.front() >= U'0' && text.text.front() <= U'9';
  return {hung(text, std::move(layout)), size, line_height, em_width, figure ? kFigureMargin : kFaceMargin};
}

TextBlock Typesetter::at_size(std::string_view markup, const std::string& role, int size) {
  const SizeBand band = bands(role, 1, size).front();
  text::StyledText text = text::parse_markup(markup);
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
  overflow_ = true;
  return set;
}

TextBlock Typesetter::fitted(const text::StyledText& text, const TypeLevel& level, const TextRoom& room,
                             text::ParagraphStyle style) {
  text::FitBox box;
  box.box = {std::max(1, room.box.w), std::max(1, room.box.h)};
  box.min_px = std::max(kSmallestText, room.smallest);
  box.max_px = std::max(box.min_px, room.largest);
  box.max_lines = std::max(1, room.lines);
  box.line_height = level.line_height;
  text::Fitted fitted;
  for (const SizeBand& band : bands(level.role, box.min_px, box.max_px)) {
    style.role = band.role;
    box.min_px = band.smallest;
    box.max_px = band.largest;
    box.step_px = band.step;
    fitted = context_.engine.fit(text, style, box);
    if (!fitted.overflow) break;
  }
  overflow_ = overflow_ || fitted.overflow;
  return block(text, std::move(fitted.layout), fitted.size_px, fitted.line_height);
}

TextBlock Typesetter::headline(std::string_view markup, const TypeLevel& level, const TextRoom& room) {
  text::ParagraphStyle headline = style(level.role);
  headline.balance = true;
  headline.phrase = true;
  return fitted(text::parse_markup(markup), level, room, headline);
}

TextBlock Typesetter::sentence(std::string_view markup, const TypeLevel& level, const TextRoom& room) {
  const text::StyledText text = text::parse_markup(markup);
  if (text.text.find(U'\n') != std::u32string::npos) return headline(markup, level, room);
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
  const TextBlock free = fitted(text, level, room, balanced);
  TextRoom two = room;
  two.smallest = std::max(room.smallest, static_cast<int>(free.size * kWorthClauses));
  if (em_width / 2 * two.smallest > room.box.w) return free;
  const bool overflow = overflow_;
  TextBlock clauses = fitted(broken, level, two, balanced);
  const bool fitting = !overflow_ || overflow;
  overflow_ = overflow;
  return fitting ? clauses : free;
}

TextBlock Typesetter::body(std::string_view markup, const TypeLevel& level, const TextRoom& room) {
  text::ParagraphStyle body = style(level.role);
  body.phrase = true;
  return fitted(text::parse_markup(markup), level, room, body);
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
