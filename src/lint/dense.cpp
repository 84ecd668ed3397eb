// SPDX-License-Identifier: MIT
// Glyphs with more strokes than pixels: bitmap fonts below their own size, small outlines on LED panels.
#include <algorithm>

#include "base/i18n.h"
#include "lint/rules.h"
#include "lint/seen.h"

namespace xp::lint {
namespace {

/// A size that glyphs are drawn in, and the one they need.
struct Size {
  double seen = 0, wanted = 0;
};

Size size_of(const scene::GlyphsOp& glyphs, const Subject& subject) {
  const double px = glyphs.size.value();
  if (glyphs.face >= subject.show.catalog->faces.size()) return {px, 0};
  const text::FaceSpec& face = subject.show.catalog->faces[glyphs.face];
  if (face.rendering == text::Rendering::bitmap) return {px, static_cast<double>(face.native_px)};
  return {px, subject.show.around.led ? static_cast<double>(subject.limits.led_outline_px) : 0};
}

}  // namespace

void check_dense(const Subject& subject, Diagnostics& out) {
  Size worst;
  for (const auto& picture : pictures_of(subject)) {
    for (const scene::Layer& layer : picture) {
      for (const scene::Op& op : layer.ops->list) {
        const auto* glyphs = std::get_if<scene::GlyphsOp>(&op);
        const Size size = glyphs ? size_of(*glyphs, subject) : Size{};
        if (size.seen < size.wanted && size.wanted - size.seen > worst.wanted - worst.seen) worst = size;
      }
    }
  }
  if (worst.wanted <= worst.seen) return;
  out.add({Severity::warning, "dense", subject.slide.at,
           trf("slide “{id}”: characters are drawn {seen:.0f} px high on screen “{screen}”; their font needs "
               "{wanted:.0f} px",
               fmt::arg("id", subject.slide.id), fmt::arg("seen", worst.seen),
               fmt::arg("screen", subject.show.screen.name), fmt::arg("wanted", worst.wanted)),
           tr("use characters that the bitmap font has, give the zone more pixels, or shorten the text")});
}

}  // namespace xp::lint
