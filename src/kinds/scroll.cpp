// SPDX-License-Identifier: MIT
#include "kinds/scroll.h"

#include <algorithm>
#include <cmath>

#include "kinds/intern.h"

namespace xp::kinds {
namespace {

/// Glyphs of the only line whose pens lie in [from, to), px.
text::LayoutPtr part_of(const text::Layout& layout, int size, int from, int to) {
  auto part = std::make_shared<text::Layout>();
  text::Line line;
  for (const text::Glyph& glyph : layout.lines.front().glyphs) {
    const double x = glyph.x.value() * size;
    if (x >= from && x < to) line.glyphs.push_back(glyph);
  }
  part->lines.push_back(std::move(line));
  return part;
}

void draw_separator(scene::Builder& builder, PointF center, double half, Color color) {
  using Verb = scene::PathCommand::Verb;
  const Px h = Px::from(half);
  builder.path({{Verb::move, {center.x, center.y - h}, {}, {}},
                {Verb::line, {center.x + h, center.y}, {}, {}},
                {Verb::line, {center.x, center.y + h}, {}, {}},
                {Verb::line, {center.x - h, center.y}, {}, {}},
                {Verb::close, {}, {}, {}}},
               color);
}

/// The tag and its patch as a tile of its own, air before it.
void append_tag(Typesetter& type, const ScrollStyle& style, std::vector<ScrollTile>& tiles) {
  const TextBlock tag = type.at_size(style.tag, style.role, style.size);
  const int pad = std::max(2, style.size / 4);
  const int height = std::min(style.band.h, style.size * 5 / 4), width = tag.width() + 2 * pad;
  const Rect patch{style.air, (style.band.h - height) / 2, width, height};
  scene::Builder builder;
  builder.fill({0, 0, patch.right(), style.band.h}, style.ground).fill(patch, style.ink.normal);
  draw_text(builder, tag, {patch.x + pad, (style.band.h - tag.size) / 2}, {style.ground, style.ground});
  tiles.push_back({intern(builder.done()), patch.right()});
}

/// Text, air and separator of one segment, in tiles of bounded width.
void append_segment(const TextBlock& text, const ScrollStyle& style, int lead,
                    std::vector<ScrollTile>& tiles) {
  const int words = static_cast<int>(std::ceil(text.em_width * text.size));
  const int total = lead + words + style.air + style.separator;
  const int widest = scene::kMaxSurface - 4 * text.size;  // glyphs at the edges reach beyond
  const int top = (style.band.h - text.size) / 2;
  for (int from = 0; from < total; from += widest) {
    const int width = std::min(widest, total - from);
    scene::Builder builder;
    builder.fill({0, 0, width, style.band.h}, style.ground);
    const text::LayoutPtr part = part_of(*text.layout, text.size, from - lead, from - lead + width);
    builder.text(*part, {Px::whole(lead - from), Px::whole(top)}, Px::whole(text.size), 1, style.ink);
    if (style.separator > 0 && from + width == total) {
      const Px x = Px::from(width - style.separator / 2.0), y = Px::from(style.band.h / 2.0);
      draw_separator(builder, {x, y}, style.separator / 2.0, style.ink.normal);
    }
    tiles.push_back({intern(builder.done()), width});
  }
}

}  // namespace

int scroll_offset(std::int64_t tick, int step, int period) {
  const std::int64_t within = ((tick % period) + period) % period;
  return static_cast<int>(within * step % period);
}

double scroll_speed(const Theme& theme, const Surroundings& around) {
  return theme.motion.ticker_speed * around.screen_vmin_px / 100.0 / std::max(1, around.refresh);
}

int scroll_step(const Theme& theme, const Surroundings& around) {
  return std::max(1, static_cast<int>(std::lround(scroll_speed(theme, around))));
}

std::vector<ScrollTile> scroll_tiles(Typesetter& type, const std::vector<std::string>& texts,
                                     const ScrollStyle& style) {
  std::vector<ScrollTile> tiles;
  for (const std::string& words : texts) {
    const TextBlock text = type.at_size(words, style.role, style.size);
    if (text.empty()) continue;
    if (!style.tag.empty()) append_tag(type, style, tiles);
    append_segment(text, style, style.tag.empty() ? style.air : style.size / 2, tiles);
  }
  return tiles;
}

ScrollingLine::ScrollingLine(State state) : state_(std::move(state)) {
  for (const ScrollTile& tile : state_.tiles) period_ += tile.width;
}

void ScrollingLine::append_layers(const Moment& moment, std::vector<scene::Layer>& out) const {
  out.insert(out.end(), state_.ground.begin(), state_.ground.end());
  if (period_ == 0) return;
  const Rect& band = state_.band;
  int x = band.x - scroll_offset(state_.grid.tick_at(moment.now), state_.step, period_);
  for (std::size_t i = 0; x < band.right(); i = (i + 1) % state_.tiles.size()) {
    const ScrollTile& tile = state_.tiles[i];
    const Rect clip = intersect({x, band.y, tile.width, band.h}, band);
    if (!clip.empty()) out.push_back(scene::layer(tile.ops, {x, band.y}, clip));
    x += tile.width;
  }
}

Instant ScrollingLine::next_change(const Moment& moment) const {
  if (period_ == 0) return kNever;
  return state_.grid.start_of(state_.grid.tick_at(moment.now) + 1);
}

LaidPtr finish_scroll(Canvas& canvas, std::vector<ScrollTile> tiles, const Rect& band) {
  const LayoutContext& context = canvas.context();
  std::vector<scene::Layer> ground = canvas.take_layers();
  return std::make_shared<ScrollingLine>(
      ScrollingLine::State{std::move(ground), std::move(tiles), band, grid_of(context.around),
                           scroll_step(context.theme, context.around), canvas.type().take_faults()});
}

}  // namespace xp::kinds
