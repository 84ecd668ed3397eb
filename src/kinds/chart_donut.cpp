// SPDX-License-Identifier: MIT
// Shares of a whole: a ring that sweeps once, its message in the middle, the figures in a table beside or
// below it.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "kinds/chart_marks.h"
#include "kinds/intern.h"
#include "kinds/shares.h"

namespace xp::kinds {
namespace {

constexpr double kInner = 0.66;     // of the outer radius
constexpr double kWidestRows = 86;  // vmin

bool check(const Statistics& statistics, toml::TableReader& reader) {
  return check_values(statistics, reader) && check_shares(statistics, reader);
}

struct Ring {
  Point center;
  int outer;
  std::vector<Share> shares;
};

/// The sectors up to `until` turns, a hair of background between them.
void draw_sectors(scene::Builder& builder, const Ring& ring, double until) {
  const double hair = ring.shares.size() > 1 ? 0.011 / (2 * std::numbers::pi) * 1.6 : 0;
  const Px outer = Px::whole(ring.outer), inner = Px::from(ring.outer * kInner);
  const PointF center{Px::whole(ring.center.x), Px::whole(ring.center.y)};
  for (const Share& sector : ring.shares) {
    const double start = sector.start + hair / 2, end = std::min(sector.end - hair / 2, until);
    if (end > start) builder.ring(center, outer, inner, start, end, sector.color);
  }
}

void draw_ring(Canvas& canvas, const Ring& ring) {
  // What no share covers stays visible as a track.
  const PointF center{Px::whole(ring.center.x), Px::whole(ring.center.y)};
  canvas.draw().ring(center, Px::whole(ring.outer), Px::from(ring.outer * kInner), 0, 1,
                     canvas.theme().colors.panel);
  canvas.close();
  const std::int64_t ticks = canvas.entrance_ticks();
  std::vector<scene::OpsPtr> frames;
  for (std::int64_t tick = 0; tick < ticks; ++tick) {
    scene::Builder builder;
    draw_sectors(builder, ring, ease_out(tick, ticks));
    frames.push_back(intern(builder.done()));
  }
  draw_sectors(canvas.draw(), ring, 1);
  const Rect clip{ring.center.x - ring.outer - 1, ring.center.y - ring.outer - 1, 2 * ring.outer + 2,
                  2 * ring.outer + 2};
  canvas.close(ticks > 0 ? Entrance{Entrance::Kind::frames, {}, std::move(frames)} : Entrance{}, clip);
}

void draw_center(Canvas& canvas, const Ring& ring, const std::string& words, int largest) {
  if (words.empty()) return;
  const int side = static_cast<int>(ring.outer * kInner * 1.42);  // of the square in the hole
  const TextBlock text = canvas.type().headline(words, canvas.theme().type.title,
                                                {{side, side * 2 / 3}, largest, kSmallestText, 2});
  draw_centered(canvas, text, ring.center.x, ring.center.y - text.height() / 2, canvas.ink());
  canvas.close();
}

/// Puts the ring above; returns the place of the rows below it.
Rect place_below(const Canvas& canvas, Ring& ring, const Rect& area) {
  const int gap = canvas.px(canvas.theme().spacing.gap);
  ring.outer = std::min(area.w * 40 / 100, area.h * 27 / 100);
  ring.center = {area.x + area.w / 2, area.y + gap + ring.outer};
  const int top = ring.center.y + ring.outer + 2 * gap;
  return {area.x, top, area.w, area.bottom() - top};
}

/// Puts the ring at the left; returns the place of the rows beside it. On a wall both are in the middle: rows
/// as wide as it would part the figures from their labels.
Rect place_beside(const Canvas& canvas, Ring& ring, const Rect& area) {
  const int gap = 5 * canvas.px(canvas.theme().spacing.gap);
  ring.outer = std::min(area.h * 46 / 100, area.w / 5);
  const int width = std::min(area.w - 2 * ring.outer - gap, canvas.px(kWidestRows));
  const int spare = area.w - 2 * ring.outer - gap - width;
  const int left = area.x + (canvas.metrics().wide() ? spare / 2 : 0);
  ring.center = {left + ring.outer, area.y + area.h / 2};
  return {left + 2 * ring.outer + gap, area.y, width, area.h};
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  Ring ring{{}, 0, shares_of(statistics, canvas.theme().colors)};
  const Rect rows = (area.w < area.h ? place_below : place_beside)(canvas, ring, area);
  draw_ring(canvas, ring);
  draw_center(canvas, ring, statistics.center, chart_sizes(canvas, statistics.data.value.size()).value);
  draw_share_rows(canvas, statistics, ring.shares, rows, 1);
}

}  // namespace

Chart donut_chart() { return {"donut", Emblem::hidden, {1, 8}, Rows::first, check, draw}; }

}  // namespace xp::kinds
