// SPDX-License-Identifier: MIT
#include "paint/rasterizer.h"

#include <algorithm>
#include <ranges>
#include <utility>

#include "media/scaler.h"
#include "paint/gradient.h"
#include "scene/op_facts.h"
#include "scene/region.h"

namespace xp::paint {
namespace {

Target target_of(Pixmap& pixmap) { return {pixmap.size, pixmap.pixels.data(), pixmap.size.w * 4}; }

/// Inside `part` of the canvas.
void paint_gradient(const scene::GradientOp& op, Point shift, const Rect& part, Canvas& canvas) {
  Gradient gradient(op);
  const Point from = part.origin() - shift;
  canvas.note(part);
  for (int y = 0; y < part.h; ++y)
    gradient.paint_row(from.x, from.y + y, part.w, canvas.row(part.y + y) + part.x);
}

/// From the top down: what is under an opaque layer is not painted, so a ticker's band is a copy of its
/// tiles.
std::vector<Rasterizer::Seen> what_is_seen(const std::vector<scene::Layer>& layers, Point shift,
                                           const Rect& area) {
  constexpr std::size_t kMaxParts = 8;  // in smaller pieces painting costs more than what it leaves out
  std::vector<Rasterizer::Seen> seen;
  std::vector<Rect> open{area};  // hidden by nothing yet
  for (auto layer = layers.rbegin(); layer != layers.rend() && !open.empty(); ++layer) {
    const Rect visible = scene::visible_area(*layer).moved(shift);
    Rasterizer::Seen here{&*layer, {}};
    for (const Rect& rect : open) {
      if (const Rect part = intersect(rect, visible); !part.empty()) here.parts.push_back(part);
    }
    if (here.parts.empty()) continue;
    seen.push_back(std::move(here));
    if (!scene::is_opaque(*layer)) continue;
    std::vector<Rect> left = scene::without(open, visible);
    if (left.size() <= kMaxParts) open = std::move(left);
  }
  return seen;
}

/// Painted as a copy of opaque pixels of its own.
bool is_picture(const scene::Ops& ops) {
  return ops.opaque && !scene::lone_fill(ops) && !scene::lone_gradient(ops) && !scene::lone_video(ops);
}

/// A picture on its way in, over another one.
bool fades_over(const Rasterizer::Seen& below, const Rasterizer::Seen& above) {
  return is_picture(*below.layer->ops) && is_picture(*above.layer->ops) && below.layer->opacity == 255 &&
         above.layer->opacity < 255 && below.parts == above.parts;
}

}  // namespace

Rasterizer::Rasterizer(std::shared_ptr<const text::FontCatalog> catalog,
                       std::unique_ptr<text::GlyphRaster> glyphs, std::unique_ptr<OutlineRaster> outlines,
                       std::size_t budget)
    : catalog_(std::move(catalog)),
      glyphs_(std::move(glyphs)),
      outlines_(std::move(outlines)),
      cache_(budget) {}

PixmapPtr Rasterizer::raster(const scene::OpsPtr& ops) {
  if (const PixmapPtr* known = ops->live ? nullptr : cache_.find(ops)) return *known;
  const Size size = ops->bounds.empty() ? Size{} : ops->bounds.size();
  const auto pixmap = std::make_shared<Pixmap>(Pixmap{size, pixels_for(size), {}});
  if (!pixmap->pixels.empty()) {
    Ink ink(size);
    Canvas canvas(target_of(*pixmap), ink);
    const Point shift = Point{} - ops->bounds.origin();
    for (const scene::Op& op : ops->list)
      std::visit([&](const auto& each) { paint_op(each, shift, canvas); }, op);
    if (!ops->opaque) pixmap->ink = ink.rects();
  }
  if (!ops->live) cache_.put(ops, pixmap);
  return pixmap;
}

void Rasterizer::paint(const std::vector<scene::Layer>& layers, Point shift, const Rect& area,
                       Canvas& canvas) {
  std::vector<Seen> seen = what_is_seen(layers, shift, area);
  for (; !seen.empty(); seen.pop_back()) {
    Seen& lowest = seen.back();
    if (seen.size() > 1 && fades_over(lowest, seen.end()[-2])) {
      paint_mixed(lowest, seen.end()[-2], shift, canvas);
      seen.pop_back();
    } else {
      paint_layer(*lowest.layer, shift, {std::move(lowest.parts), lowest.layer->opacity}, canvas);
    }
  }
}

/// Both are read once and the canvas is written once.
void Rasterizer::paint_mixed(const Seen& below, const Seen& above, Point shift, Canvas& canvas) {
  const PixmapPtr lower = raster(below.layer->ops), upper = raster(above.layer->ops);
  const auto corner = [&](const scene::Layer& layer) {
    return layer.ops->bounds.origin() + layer.offset + shift;
  };
  for (const Rect& part : below.parts) {
    canvas.draw_mixed({view_of(*lower), corner(*below.layer)}, {view_of(*upper), corner(*above.layer)},
                      above.layer->opacity, part);
  }
}

void Rasterizer::paint_layer(const scene::Layer& layer, Point shift, const Veil& veil, Canvas& canvas) {
  if (const scene::FillOp* fill = scene::lone_fill(*layer.ops)) {
    for (const Rect& part : veil.parts) canvas.fill(part, fill->color, veil.opacity);
    return;
  }
  if (const scene::VideoOp* video = scene::lone_video(*layer.ops))
    return paint_video(*video, layer.offset + shift, veil, canvas);
  if (const scene::GradientOp* ground = veil.opacity == 255 ? scene::lone_gradient(*layer.ops) : nullptr) {
    for (const Rect& part : veil.parts) paint_gradient(*ground, layer.offset + shift, part, canvas);
    return;
  }
  const auto kind = layer.ops->opaque ? Canvas::Kind::opaque : Canvas::Kind::blended;
  const PixmapPtr pixels = raster(layer.ops);
  const Point at = layer.ops->bounds.origin() + layer.offset + shift;
  const auto draw = [&](const Rect& part) { canvas.draw({view_of(*pixels), at}, kind, part, veil.opacity); };
  for (const Rect& part : veil.parts) {
    if (pixels->ink.empty()) draw(part);
    for (const Rect& ink : pixels->ink) draw(intersect(part, ink.moved(at)));
  }
}

void Rasterizer::paint_op(const scene::FillOp& op, Point shift, Canvas& canvas) {
  canvas.fill(op.rect.moved(shift), op.color, 255);
}

void Rasterizer::paint_op(const scene::GradientOp& op, Point shift, Canvas& canvas) {
  const Rect part = intersect(op.rect.moved(shift), canvas.area());
  if (part.empty()) return;
  if (scene::covers_opaquely(op, op.rect)) return paint_gradient(op, shift, part, canvas);
  Gradient gradient(op);
  const Point from = part.origin() - shift;
  Pixmap own{part.size(), pixels_for(part.size()), {}};
  for (int y = 0; y < part.h; ++y) {
    gradient.paint_row(from.x, from.y + y, part.w, own.pixels.data() + std::ptrdiff_t{y} * part.w);
  }
  canvas.draw({view_of(own), part.origin()}, Canvas::Kind::blended, part, 255);
}

void Rasterizer::paint_op(const scene::MaskOp& op, Point shift, Canvas& canvas) {
  const Mask mask = outlines_->mask(op.path, canvas.area().moved(Point{} - shift));
  const Stencil stencil{Stencil::Format::a8, mask.area.size(), mask.stride, mask.coverage.data()};
  canvas.stamp(stencil, mask.area.origin() + shift, op.color);
}

void Rasterizer::paint_op(const scene::GlyphsOp& op, Point shift, Canvas& canvas) {
  const bool whole = on_whole_px(op.face);
  for (const scene::GlyphAt& glyph : op.glyphs) {
    const int quarters = whole ? glyph.x.round() * 4 : (glyph.x.raw + 8) >> 4;
    const auto image = glyphs_->image(
        {op.face, glyph.gid, op.size, static_cast<std::uint8_t>(quarters & 3), op.turned, op.squeeze});
    const bool coverage = image->format == text::GlyphImage::Format::a8;
    const Stencil stencil{coverage ? Stencil::Format::a8 : Stencil::Format::argb32,
                          {image->width, image->height},
                          image->stride,
                          image->pixels.data()};
    const Point pen{quarters >> 2, glyph.y.round()};
    canvas.stamp(stencil, pen + Point{image->left, -image->top} + shift, op.color);
  }
}

void Rasterizer::paint_op(const scene::ImageOp& op, Point shift, Canvas& canvas) {
  const auto kind = op.picture->opaque ? Canvas::Kind::opaque : Canvas::Kind::blended;
  const auto shown = media::scaled(*op.picture, op.rect.size());
  canvas.draw({{shown->size, shown->pixels.data(), shown->size.w}, op.rect.origin() + shift}, kind,
              canvas.area(), 255);
}

void Rasterizer::paint_op(const scene::VideoOp& op, Point shift, Canvas& canvas) {
  paint_video(op, shift, {{canvas.area()}, 255}, canvas);
}

media::VideoFramePtr Rasterizer::frame(const scene::VideoOp& video) {
  return frames_->frame(video.clip, video.media_time, {video.rect.size(), video.fit});
}

void Rasterizer::paint_video(const scene::VideoOp& op, Point shift, const Veil& veil, Canvas& canvas) {
  const Rect rect = op.rect.moved(shift);
  const auto shown = frame(op);
  const Rect picture = shown ? shown->area().moved(rect.origin()) : Rect{};
  const std::vector<Rect> bars = scene::without({rect}, picture);
  for (const Rect& part : veil.parts) {
    if (shown) {
      canvas.draw({{picture.size(), shown->row(0), shown->stride()}, picture.origin()}, Canvas::Kind::opaque,
                  part, veil.opacity);
    }
    for (const Rect& bar : bars) canvas.fill(intersect(bar, part), op.ground, veil.opacity);
  }
}

void Rasterizer::paint_op(const scene::GroupOp& op, Point shift, Canvas& canvas) {
  paint(op.layers, shift, canvas.area(), canvas);
}

bool Rasterizer::on_whole_px(text::FaceId face) const {
  if (face >= catalog_->faces.size()) return false;
  const text::Rendering rendering = catalog_->faces[face].rendering;
  return rendering == text::Rendering::bitmap || rendering == text::Rendering::mono;
}

}  // namespace xp::paint
