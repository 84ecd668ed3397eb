// SPDX-License-Identifier: MIT
#include "kinds/typesetter.h"

#include <cmath>

namespace xp::kinds {
namespace {

constexpr int kLedBitmapPx = 16;     // Unifont's own size
constexpr int kLedSmoothPx = 24;     // smaller outlines are mud on an LED panel
constexpr double kOpeningInk = 0.5;  // em: the left half of a full-width opening mark is empty

bool is_opening(char32_t c) {
  return std::u32string_view(U"“‘（〔【《〈「『〖").find(c) != std::u32string_view::npos;
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

int TextBlock::width() const { return static_cast<int>(std::ceil((em_width - 2 * kFaceMargin) * size)); }

int TextBlock::height() const {
  return layout ? scene::text_height(layout->lines.size(), Px::whole(size), line_height).ceil() : 0;
}

std::string Typesetter::role_for(const std::string& role, int size) const {
  if (!context_.around.led) return role;
  const std::string led = size < kLedSmoothPx ? "led-16" : "led";
  return context_.engine.catalog().role(led) ? led : role;
}

text::ParagraphStyle Typesetter::style(const std::string& role) const {
  text::ParagraphStyle style;
  style.role = role;
  style.language = context_.around.language;
  if (!context_.around.led) {
    style.trim = text::Trim::trim_start;
    style.autospace = text::Autospace::normal;
  }
  return style;
}

TextBlock Typesetter::block(const text::StyledText& text, text::LayoutPtr layout, int size,
                            double line_height) {
  missing_.insert(missing_.end(), layout->missing.begin(), layout->missing.end());
  const double em_width = layout->widest().value();
  return {hung(text, std::move(layout)), size, line_height, em_width};
}

TextBlock Typesetter::at_size(std::string_view markup, const std::string& role, int size) {
  const std::string actual = role_for(role, size);
  if (actual == "led-16") size = kLedBitmapPx;
  text::StyledText text = text::parse_markup(markup);
  for (char32_t& c : text.text) {
    if (c == U'\n') c = U' ';
  }
  return block(text, context_.engine.layout(text, style(actual)), size, 1);
}

TextBlock Typesetter::line(std::string_view markup, const std::string& role, int largest, int width) {
  TextBlock set = at_size(markup, role, largest);
  if (set.empty() || set.width() <= width) return set;
  const int fits = static_cast<int>(width / (set.em_width - 2 * kFaceMargin));
  if (fits < kSmallestText || role_for(role, largest) != role_for(role, fits)) overflow_ = true;
  set.size = std::max(fits, kSmallestText);
  return set;
}

TextBlock Typesetter::fitted(std::string_view markup, const TypeLevel& level, const TextRoom& room,
                             text::ParagraphStyle style) {
  text::FitBox box;
  box.box = {std::max(1, room.box.w), std::max(1, room.box.h)};
  box.min_px = std::max(kSmallestText, room.smallest);
  box.max_px = std::max(box.min_px, room.largest);
  box.max_lines = std::max(1, room.lines);
  box.line_height = level.line_height;
  const text::StyledText text = text::parse_markup(markup);
  style.role = role_for(level.role, box.max_px);
  if (style.role == "led-16") {
    box.min_px = box.max_px = box.step_px = kLedBitmapPx;
  }
  text::Fitted fitted = context_.engine.fit(text, style, box);
  overflow_ = overflow_ || fitted.overflow;
  return block(text, std::move(fitted.layout), fitted.size_px, level.line_height);
}

TextBlock Typesetter::headline(std::string_view markup, const TypeLevel& level, const TextRoom& room) {
  text::ParagraphStyle headline = style(level.role);
  headline.balance = true;
  headline.phrase = true;
  return fitted(markup, level, room, headline);
}

TextBlock Typesetter::body(std::string_view markup, const TypeLevel& level, const TextRoom& room) {
  text::ParagraphStyle body = style(level.role);
  body.phrase = true;
  return fitted(markup, level, room, body);
}

void draw_text(scene::Builder& builder, const TextBlock& block, Point at, scene::Ink ink) {
  if (block.empty()) return;
  const PointF origin{Px::whole(at.x) - Px::from(kFaceMargin * block.size), Px::whole(at.y)};
  builder.text(*block.layout, origin, Px::whole(block.size), block.line_height, ink);
}

void draw_on_baseline(scene::Builder& builder, const TextBlock& block, int x, int baseline, scene::Ink ink) {
  if (block.empty()) return;
  const Px ascent = Px::from(text::kAscent.value() * block.size);
  const PointF origin{Px::whole(x) - Px::from(kFaceMargin * block.size), Px::whole(baseline) - ascent};
  builder.text(*block.layout, origin, Px::whole(block.size), block.line_height, ink);
}

}  // namespace xp::kinds
