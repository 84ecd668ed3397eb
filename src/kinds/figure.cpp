// SPDX-License-Identifier: MIT
#include "kinds/figure.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "kinds/intern.h"

namespace xp::kinds {
namespace {

constexpr double kWordUnit = 0.42;  // of the figures' size: Han look larger than figures
constexpr double kSignUnit = 0.52;  // "%"
constexpr double kSmall = 14;       // vmin: the units of smaller figures are larger beside them
constexpr double kHanGap = 0.06;    // em, beside the Han's own sides
constexpr double kSpace = 0.25;     // em
constexpr double kSignGap = 0.05, kWordGap = 0.1;  // em of the figures

bool is_sign(const std::string& unit) { return unit == "%" || unit == "‰" || unit == "℃"; }

double unit_scale(const Canvas& canvas, const std::string& unit, int size) {
  if (is_sign(unit)) return size < canvas.px(kSmall) ? 0.6 : kSignUnit;
  return size < canvas.px(kSmall) ? 0.55 : kWordUnit;
}

Figure at_size(Canvas& canvas, const FigureText& text, int size) {
  const std::string& role = canvas.theme().type.figure.role;
  const auto part = [&](const std::string& words) {
    if (words.empty()) return TextBlock{};
    const int px = static_cast<int>(std::lround(size * unit_scale(canvas, words, size)));
    return canvas.type().at_size(words, role, std::max(kSmallestText, px));
  };
  return {text, part(text.prefix), canvas.type().at_size(text.digits, role, size), part(text.unit),
          static_cast<int>(std::lround(size * (is_sign(text.unit) ? kSignGap : kWordGap)))};
}

std::vector<scene::OpsPtr> counting_frames(const CharacterSet& characters, const Counter& counter, Px right,
                                           int baseline, Color color, std::int64_t ticks) {
  std::vector<scene::OpsPtr> frames;
  for (std::int64_t tick = 0; tick < ticks; ++tick) {
    const std::u32string digits = decode_utf8(counter.at(ease_out(tick, ticks)));
    scene::Builder builder;
    characters.draw(builder, digits, right - Px::from(characters.width(digits)), baseline, color);
    frames.push_back(intern(builder.done()));
  }
  return frames;
}

}  // namespace

CharacterSet::CharacterSet(Typesetter& type, const std::string& role, int size,
                           std::u32string_view characters)
    : size_(size) {
  for (const char32_t c : characters) {
    TextBlock block = type.at_size(encode_utf8(std::u32string_view(&c, 1)), role, size);
    size_ = block.size;
    const auto& lines = block.layout->lines;
    const bool blank = lines.empty() || lines.front().glyphs.empty();  // a space at a line's end has no glyph
    advances_[c] = (blank ? kSpace : lines.front().glyphs.front().advance.value()) * size_;
    layouts_[c] = std::move(block.layout);
  }
}

double CharacterSet::width(std::u32string_view text) const {
  double width = 0;
  for (std::size_t i = 0; i < text.size(); ++i) width += gap_before(text, i) + advances_.at(text[i]);
  return width;
}

/// Between Han and figures the same air as in running text.
double CharacterSet::gap_before(std::u32string_view text, std::size_t index) const {
  const auto is_han = [](char32_t c) { return c >= 0x2E80; };
  const auto is_figure = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  if (index == 0) return 0;
  const char32_t a = text[index - 1], b = text[index];
  return (is_han(a) && is_figure(b)) || (is_figure(a) && is_han(b)) ? size_ * kHanGap : 0;
}

void CharacterSet::draw(scene::Builder& builder, std::u32string_view text, Px x, int baseline,
                        Color color) const {
  const Px top = Px::whole(baseline) - Px::from(text::kAscent.value() * size_);
  double pen = x.value();
  for (std::size_t i = 0; i < text.size(); ++i) {
    pen += gap_before(text, i);
    builder.text(*layouts_.at(text[i]), {Px::from(pen), top}, Px::whole(size_), 1, {color, color});
    pen += advances_.at(text[i]);
  }
}

int Figure::width() const {
  int width = digits.width();
  for (const TextBlock* part : {&prefix, &unit}) {
    if (!part->empty()) width += gap + part->width();
  }
  return width;
}

int Figure::height() const { return static_cast<int>(std::lround(kCapHeight * digits.size)); }

Figure set_figure(Canvas& canvas, const FigureText& text, int largest, int width) {
  Figure figure = at_size(canvas, text, largest);
  if (figure.width() <= width) return figure;
  const int fits = static_cast<int>(static_cast<double>(largest) * width / figure.width());
  if (fits < kSmallestText) canvas.type().report_overflow();
  return at_size(canvas, text, std::max(kSmallestText, fits));
}

void draw_figure(scene::Builder& builder, const Figure& figure, int x, int baseline, Color color) {
  for (const TextBlock* part : {&figure.prefix, &figure.digits, &figure.unit}) {
    if (part->empty()) continue;
    draw_on_baseline(builder, *part, x, baseline, {color, color});
    x += part->width() + figure.gap;
  }
}

void draw_counting_figure(Canvas& canvas, const Figure& figure, int x, int baseline, Color color) {
  const std::optional<Counter> counter = Counter::of(figure.text.digits);
  const std::int64_t ticks = canvas.entrance_ticks();
  if (!counter || ticks == 0) {
    draw_figure(canvas.draw(), figure, x, baseline, color);
    canvas.close();
    return;
  }
  const int digits_x = x + (figure.prefix.empty() ? 0 : figure.prefix.width() + figure.gap);
  draw_on_baseline(canvas.draw(), figure.prefix, x, baseline, {color, color});
  draw_on_baseline(canvas.draw(), figure.unit, digits_x + figure.digits.width() + figure.gap, baseline,
                   {color, color});
  canvas.close();

  const CharacterSet characters(canvas.type(), canvas.theme().type.figure.role, figure.digits.size,
                                U"0123456789.,");
  const Px right =
      Px::whole(digits_x) + Px::from((figure.digits.em_width - figure.digits.side) * figure.digits.size);
  draw_on_baseline(canvas.draw(), figure.digits, digits_x, baseline, {color, color});
  canvas.close(
      {Entrance::Kind::frames, {}, counting_frames(characters, *counter, right, baseline, color, ticks)},
      canvas.box());
}

}  // namespace xp::kinds
