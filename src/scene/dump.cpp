// SPDX-License-Identifier: MIT
#include "scene/dump.h"

#include <fmt/format.h>

#include <iterator>

namespace xp::scene {
namespace {

/// Exact: 1/64 has six decimals.
std::string px(Px value) { return fmt::format("{}", value.value()); }
std::string at(PointF p) { return px(p.x) + ',' + px(p.y); }
std::string box(const Rect& r) { return fmt::format("{},{} {}x{}", r.x, r.y, r.w, r.h); }
std::string ink(Color c) { return fmt::format("#{:02x}{:02x}{:02x}{:02x}", c.r, c.g, c.b, c.a); }

class Writer {
 public:
  explicit Writer(const text::FontCatalog& catalog) : catalog_(catalog) {}

  void layer(const Layer& layer, int depth) {
    line(depth, fmt::format("layer clip {} offset {},{} opacity {}", box(layer.clip), layer.offset.x,
                            layer.offset.y, layer.opacity));
    if (!layer.ops) return;
    for (const Op& op : layer.ops->list) std::visit([&](const auto& o) { this->op(o, depth + 1); }, op);
  }

  void line(int depth, std::string_view text) {
    out_.append(static_cast<std::size_t>(depth) * 2, ' ').append(text) += '\n';
  }
  std::string done() { return std::move(out_); }

 private:
  void op(const FillOp& op, int depth) {
    line(depth, fmt::format("fill {} {}", box(op.rect), ink(op.color)));
  }

  void op(const GradientOp& op, int depth) {
    std::string text = fmt::format("gradient {} {} from {} to {}",
                                   op.shape == GradientOp::Shape::linear ? "linear" : "radial", box(op.rect),
                                   at(op.from), at(op.to));
    for (const GradientStop& stop : op.stops) text += fmt::format(" {} {}", stop.at, ink(stop.color));
    line(depth, text);
  }

  void op(const MaskOp& op, int depth) {
    std::string text = "path " + ink(op.color);
    for (const PathCommand& c : op.path) {
      switch (c.verb) {
        case PathCommand::Verb::move:
          text += " M " + at(c.a);
          break;
        case PathCommand::Verb::line:
          text += " L " + at(c.a);
          break;
        case PathCommand::Verb::cubic:
          text += " C " + at(c.a) + ' ' + at(c.b) + ' ' + at(c.c);
          break;
        case PathCommand::Verb::close:
          text += " Z";
          break;
      }
    }
    line(depth, text);
  }

  void op(const GlyphsOp& op, int depth) {
    const bool known = op.face < catalog_.faces.size();
    std::string text = fmt::format("glyphs {} {} {}", known ? catalog_.faces[op.face].id : "box", px(op.size),
                                   ink(op.color));
    if (op.turned) text += " turned";
    if (op.squeeze.raw != 65536) text += fmt::format(" squeezed {:.3f}", op.squeeze.value());
    for (const GlyphAt& glyph : op.glyphs)
      fmt::format_to(std::back_inserter(text), " {}@{},{}", glyph.gid, px(glyph.x), px(glyph.y));
    line(depth, text);
  }

  void op(const ImageOp& op, int depth) {
    line(depth, fmt::format("image {} {}x{} {}", box(op.rect), op.picture->size.w, op.picture->size.h,
                            op.picture->hash.hex()));
  }

  /// By the files' names: what else is known of them differs from machine to machine.
  void op(const VideoOp& op, int depth) {
    const media::ClipPosition position = media::position_at(*op.clip, op.media_time);
    const auto& files = op.clip->files;
    const std::string path = files.empty() ? "nothing" : files[position.file].path;
    constexpr const char* kFits[] = {"letterbox", "fill", "stretch"};
    line(depth,
         fmt::format("video {} {} on {} {} at {}", box(op.rect), kFits[static_cast<std::size_t>(op.fit)],
                     ink(op.ground), path.substr(path.rfind('/') + 1), format_duration(position.time)));
  }

  void op(const GroupOp& op, int depth) {
    line(depth, "group");
    for (const Layer& each : op.layers) layer(each, depth + 1);
  }

  const text::FontCatalog& catalog_;
  std::string out_;
};

}  // namespace

std::string dump(const Scene& scene, const text::FontCatalog& catalog) {
  Writer writer(catalog);
  writer.line(0, fmt::format("scene {}x{}", scene.size.w, scene.size.h));
  for (const Layer& layer : scene.layers) writer.layer(layer, 0);
  return writer.done();
}

}  // namespace xp::scene
