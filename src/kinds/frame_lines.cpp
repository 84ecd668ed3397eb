// SPDX-License-Identifier: MIT
#include "kinds/frame_lines.h"

#include <algorithm>
#include <cmath>

#include "kinds/frame_block.h"
#include "kinds/shield.h"

namespace xp::kinds {
namespace {

constexpr double kLineGap = 1.6;  // gaps between the slide and the lines above and below it

/// Smaller, it could not be read.
bool fits_line(const Metrics& metrics, const TypeLevel& level) {
  return !metrics.strip() && metrics.px(level.size) >= kSmallestText;
}

bool has_campaign_line(const Canvas& canvas) {
  return !canvas.context().around.campaign_title.empty() &&
         fits_line(canvas.metrics(), canvas.theme().type.campaign);
}

Rect safe_area(const Canvas& canvas) { return canvas.box().inset(canvas.px(canvas.theme().spacing.margin)); }

/// Draws the logo, or the small shield, centred on `middle`; returns its width.
int draw_mark(Canvas& canvas, int x, int middle, int size) {
  if (const auto& logo = canvas.context().around.logo) {
    const int height = static_cast<int>(std::lround(size * 1.5));
    const int width =
        std::max<int>(1, static_cast<int>(std::lround(1.0 * height * logo->size.w / logo->size.h)));
    canvas.draw().image(logo, {x, middle - height / 2, width, height});
    return width;
  }
  const double width = size * 1.12, height = width * kShieldHeight;
  draw_shield(canvas.draw(), {Px::whole(x), Px::from(middle - height / 2)}, width, canvas.box(),
              canvas.theme().colors.accent);
  return static_cast<int>(std::ceil(width));
}

void draw_campaign_line(Canvas& canvas, const Rect& safe) {
  if (!has_campaign_line(canvas)) return;
  const TypeLevel& level = canvas.theme().type.campaign;
  const std::string& title = canvas.context().around.campaign_title;
  const int size = canvas.text_px(level.size);
  const int middle = campaign_line_center(canvas.metrics(), canvas.theme());
  const int x = safe.x + draw_mark(canvas, safe.x, middle, size) + size * 2 / 5;
  const TextBlock line = canvas.type().line(title, level.role, size, safe.right() - x);
  draw_text(canvas.draw(), line, {x, middle - line.size / 2}, canvas.soft_ink());
  canvas.close();
}

void draw_source_line(Canvas& canvas, const Rect& safe, const std::string& source) {
  const TypeLevel& level = canvas.theme().type.source;
  if (source.empty() || !fits_line(canvas.metrics(), level)) return;
  const TextBlock line = canvas.type().line(source, level.role, canvas.text_px(level.size), safe.w);
  const int top = safe.bottom() - line.size;
  draw_text(canvas.draw(), line, {safe.x, top}, canvas.soft_ink());
  canvas.close();
}

}  // namespace

int campaign_line_center(const Metrics& metrics, const Theme& theme) {
  return metrics.px(theme.spacing.margin) + metrics.px(theme.type.campaign.size) / 2;
}

Rect area_between_lines(const Canvas& canvas, const std::string& source) {
  const Theme& theme = canvas.theme();
  const Rect safe = safe_area(canvas);
  const int gap = canvas.px(theme.spacing.gap * kLineGap);
  int top = safe.y, bottom = safe.bottom();
  if (has_campaign_line(canvas))
    top = campaign_line_center(canvas.metrics(), theme) + canvas.text_px(theme.type.campaign.size) / 2 + gap;
  if (!source.empty() && fits_line(canvas.metrics(), theme.type.source))
    bottom -= canvas.text_px(theme.type.source.size) + gap;
  return {safe.x, top, safe.w, bottom - top};
}

Rect draw_frame_lines(Canvas& canvas, const std::string& source) {
  draw_campaign_line(canvas, safe_area(canvas));
  draw_source_line(canvas, safe_area(canvas), source);
  return area_between_lines(canvas, source);
}

}  // namespace xp::kinds
