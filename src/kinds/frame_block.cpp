// SPDX-License-Identifier: MIT
#include "kinds/frame_block.h"

#include <algorithm>
#include <cmath>

#include "kinds/frame_lines.h"
#include "kinds/pattern.h"

namespace xp::kinds {
namespace {

constexpr double kHeadingRatio = 1.6;     // between levels of the hierarchy
constexpr double kPortraitHeading = 1.2;  // headings of narrow zones break anyway: larger, in more lines

/// The bright spot lies beyond the upper right corner, so that text stands on colours dark enough for its
/// contrast.
scene::GradientOp from_corner(const Rect& box, const Palette& colors) {
  scene::GradientOp op;
  op.rect = box;
  op.shape = scene::GradientOp::Shape::radial;
  const double x = 0.9 * box.w, y = -0.06 * box.h;
  const double reach = std::hypot(x, box.h - y);
  op.from = {Px::from(x), Px::from(y)};
  op.to = {Px::from(x), Px::from(y + reach)};
  op.stops = {{0, colors.background_bright}, {0.48, colors.background}, {1, colors.background_deep}};
  return op;
}

scene::GradientOp from_top(const Rect& box, const Palette& colors) {
  scene::GradientOp op;
  op.rect = box;
  op.to = {Px{}, Px::whole(box.h)};
  op.stops = {{0, colors.background_bright}, {0.55, colors.background}, {1, colors.background_deep}};
  return op;
}

void draw_ground(Canvas& canvas) {
  const Palette& colors = canvas.theme().colors;
  switch (canvas.theme().background.light) {
    case Light::corner:
      canvas.draw().gradient(from_corner(canvas.box(), colors));
      break;
    case Light::top:
      canvas.draw().gradient(from_top(canvas.box(), colors));
      break;
    case Light::none:
      canvas.draw().fill(canvas.box(), colors.background);
      break;
  }
  canvas.close();
}

void draw_emblem(Canvas& canvas) {
  const Pattern* pattern = find_pattern(canvas.theme().background.pattern);
  if (!pattern || !pattern->draw) return;
  pattern->draw(canvas);
  canvas.close();
}

}  // namespace

std::string source_line(const std::string& source, const std::optional<Date>& as_of) {
  if (source.empty()) return as_of ? "数据截至：" + format_date(*as_of) : "";
  return "数据来源：" + source + (as_of ? " · " + format_date(*as_of) : "");
}

void draw_background(Canvas& canvas, Emblem emblem) {
  if (canvas.context().around.led) {
    canvas.draw().fill(canvas.box(), Color{0, 0, 0, 255});
    canvas.close();
    return;
  }
  draw_ground(canvas);
  if (emblem == Emblem::shown && !canvas.metrics().strip()) draw_emblem(canvas);
}

Rect draw_frame(Canvas& canvas, Emblem emblem, const std::string& source) {
  draw_background(canvas, Emblem::hidden);
  const Rect area = draw_frame_lines(canvas, source);
  if (emblem == Emblem::shown && !canvas.context().around.led && !canvas.metrics().strip())
    draw_emblem(canvas);
  return area;
}

Sizes heading_sizes(const Metrics& metrics, const Theme& theme) {
  const double scale = metrics.portrait() ? kPortraitHeading : 1;
  return {metrics.text_px(theme.type.title.size * scale),
          metrics.text_px(std::max(theme.type.label.size, theme.type.title.size * scale / kHeadingRatio))};
}

namespace {

/// What stands below a heading that had to be set smaller is smaller too.
int note_size(const Sizes& sizes, int heading) {
  return std::max(kSmallestText, std::min(sizes.small, static_cast<int>(heading / kHeadingRatio)));
}

}  // namespace

Rect draw_heading(Canvas& canvas, const Rect& area, const std::string& heading, const std::string& note) {
  const Sizes sizes = heading_sizes(canvas.metrics(), canvas.theme());
  const bool portrait = canvas.metrics().portrait();
  const TextRoom room{{area.w, area.h / 3}, sizes.title, sizes.title * 2 / 3, portrait ? 3 : 2};
  const TypeLevel& level = canvas.theme().type.title;
  // A narrow zone rather breaks a heading than sets it small.
  const TextBlock title =
      portrait ? canvas.type().headline(heading, level, room) : canvas.type().sentence(heading, level, room);
  draw_text(canvas.draw(), title, {area.x, area.y}, canvas.ink());
  int y = area.y + title.height();
  if (!note.empty()) {
    const int small = note_size(sizes, title.size);
    y += small / 2;
    const TextBlock counted = canvas.type().sentence(note, canvas.theme().type.label,
                                                     {{area.w, area.h / 4}, small, small * 2 / 3, 3});
    draw_text(canvas.draw(), counted, {area.x, y}, canvas.soft_ink());
    y += counted.height();
  }
  canvas.close();
  y += canvas.px(canvas.theme().spacing.gap);
  return {area.x, y, area.w, area.bottom() - y};
}

int barred_indent(int size) { return size * 3 / 4; }

int draw_barred(Canvas& canvas, const TextBlock& sentence, int x, int bottom) {
  if (sentence.empty()) return bottom;
  const int top = bottom - sentence.height();
  const int inset = sentence.size / 8;
  canvas.draw().fill({x, top - inset, canvas.px(0.8), sentence.height() + 2 * inset},
                     canvas.theme().colors.accent);
  draw_text(canvas.draw(), sentence, {x + barred_indent(sentence.size), top}, canvas.ink());
  canvas.close();
  return top - inset;
}

}  // namespace xp::kinds
