// SPDX-License-Identifier: MIT
// Shares of a whole: a ring that sweeps once, its message in the middle, the figures in a table beside or
// below it.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "kinds/figure.h"
#include "kinds/intern.h"
#include "kinds/series.h"
#include "kinds/statistics.h"

namespace xp::kinds {
namespace {

constexpr double kInner = 0.66;    // of the outer radius
constexpr double kRounding = 0.5;  // shares in % that are rounded may add up to a little more than the whole

double sum_of(const std::vector<Datum>& data) {
  double sum = 0;
  for (const Datum& datum : data) sum += datum.value;
  return sum;
}

bool check(const Statistics& statistics, toml::TableReader& reader) {
  if (!check_data(statistics, reader, 1)) return false;
  const double sum = sum_of(statistics.data);
  if (statistics.unit == "%" && sum > 100 + kRounding) {
    reader.report("data", "sum",
                  trf(N_("the shares add up to {sum} %"), fmt::arg("sum", format_number(sum, "").digits)),
                  tr(N_("shares of one whole are 100 % at most; for figures that overlap use bars")));
    return false;
  }
  if (sum <= 0) {
    reader.report("data", "sum", tr(N_("all the shares are 0")),
                  tr(N_("a donut needs a share greater than 0")));
    return false;
  }
  return true;
}

struct Sector {
  double start, end;  ///< turns
  Color color;
};

struct Ring {
  Point center;
  int outer;
  std::vector<Sector> sectors;
};

/// The largest share has the accent colour, the others follow in the order they are written.
std::vector<Color> colors_of(const Statistics& statistics, const Palette& palette) {
  std::vector<Color> colors;
  const std::size_t largest = largest_of(statistics.data);
  std::size_t rank = 1;
  for (std::size_t i = 0; i < statistics.data.size(); ++i) {
    colors.push_back(series_color(palette, i == largest ? 0 : rank++));
  }
  return colors;
}

std::vector<Sector> sectors_of(const Statistics& statistics, const std::vector<Color>& colors) {
  const double sum = sum_of(statistics.data);
  const double whole = statistics.unit == "%" ? std::max(100.0, sum) : sum;
  std::vector<Sector> sectors;
  double at = 0;
  for (std::size_t i = 0; i < statistics.data.size(); ++i) {
    const double end = at + statistics.data[i].value / whole;
    sectors.push_back({at, end, colors[i]});
    at = end;
  }
  return sectors;
}

/// The sectors up to `until` turns, a hair of background between them.
void draw_sectors(scene::Builder& builder, const Ring& ring, double until) {
  const double hair = ring.sectors.size() > 1 ? 0.011 / (2 * std::numbers::pi) * 1.6 : 0;
  const Px outer = Px::whole(ring.outer), inner = Px::from(ring.outer * kInner);
  const PointF center{Px::whole(ring.center.x), Px::whole(ring.center.y)};
  for (const Sector& sector : ring.sectors) {
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
                                                {{side, side * 2 / 3}, largest, largest / 2, 2});
  Point at{ring.center.x - text.width() / 2, ring.center.y - text.height() / 2};
  // Lines of one message are centred on each other.
  scene::Builder& builder = canvas.draw();
  for (std::size_t i = 0; i < text.layout->lines.size(); ++i) {
    auto line = std::make_shared<text::Layout>();
    line->lines = {text.layout->lines[i]};
    line->lines.front().indent = {};
    const TextBlock one{line, text.size, text.line_height, text.layout->lines[i].width.value()};
    const int down = static_cast<int>(std::lround(static_cast<double>(i) * text.line_height * text.size));
    draw_text(builder, one, {ring.center.x - one.width() / 2, at.y + down}, canvas.ink());
  }
  canvas.close();
}

/// Label on the left, figure on the right, a hairline between rows.
void draw_table(Canvas& canvas, const Statistics& statistics, const std::vector<Color>& colors,
                const Rect& area) {
  const int count = static_cast<int>(statistics.data.size());
  const ChartSizes sizes = chart_sizes(canvas, statistics.data.size());
  const int pitch = std::min(area.h / count, sizes.value * 9 / 5);
  const int top = area.y + (area.h - pitch * count) / 2;
  const int key = sizes.label * 2 / 3, hair = canvas.px(0.15);
  for (int i = 0; i < count; ++i) {
    const auto index = static_cast<std::size_t>(i);
    const Datum& datum = statistics.data[index];
    const int middle = top + pitch * i + pitch / 2;
    const Figure value =
        set_figure(canvas, figure_of(datum, statistics.unit), std::min(sizes.value, pitch), area.w / 2);
    const int room = area.w - value.width() - 3 * key;
    const TextBlock label = canvas.type().line(datum.label, canvas.theme().type.body.role, sizes.label, room);
    canvas.draw().rounded(RectF::of({area.x, middle - key / 2, key, key}), Px::whole(key / 5), colors[index]);
    draw_text(canvas.draw(), label, {area.x + key * 2, middle - label.size / 2}, canvas.ink());
    draw_figure(
        canvas.draw(), value, area.right() - value.width(), middle + value.height() / 2,
        index == largest_of(statistics.data) ? canvas.theme().colors.accent : canvas.theme().colors.text);
    if (i > 0)
      canvas.draw().fill({area.x, top + pitch * i - hair, area.w, hair}, canvas.theme().colors.panel);
  }
  canvas.close();
}

void draw(const Statistics& statistics, Canvas& canvas, const Rect& area) {
  const std::vector<Color> colors = colors_of(statistics, canvas.theme().colors);
  const int gap = canvas.px(canvas.theme().spacing.gap);
  Ring ring{{}, 0, sectors_of(statistics, colors)};
  Rect table = area;
  if (canvas.metrics().portrait()) {
    ring.outer = std::min(area.w * 40 / 100, area.h * 27 / 100);
    ring.center = {area.x + area.w / 2, area.y + gap + ring.outer};
    table = {area.x, ring.center.y + ring.outer + 2 * gap, area.w, 0};
    table.h = area.bottom() - table.y;
  } else {
    ring.outer = std::min(area.h * 49 / 100, area.w / 5);
    ring.center = {area.x + ring.outer, area.y + area.h / 2};
    const int x = ring.center.x + ring.outer + 5 * gap;
    table = {x, area.y, std::min(area.right() - x, canvas.px(86)), area.h};
  }
  draw_ring(canvas, ring);
  draw_center(canvas, ring, statistics.center, chart_sizes(canvas, statistics.data.size()).value);
  draw_table(canvas, statistics, colors, table);
}

}  // namespace

Chart donut_chart() { return {"donut", Emblem::hidden, check, draw}; }

}  // namespace xp::kinds
