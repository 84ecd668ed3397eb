// SPDX-License-Identifier: MIT
// Contrast as it is seen: the slide is painted operation by operation, and each text is held against the
// pixels that lie under its letters before it is painted.
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/color.h"
#include "base/i18n.h"
#include "lint/rules.h"
#include "scene/builder.h"

namespace xp::lint {

namespace {

constexpr double kTextContrast = 4.5,
                 kHeadingContrast = 7;  // WCAG 2.1: AA, and AAA for what is read from afar
constexpr double kIgnored = 0.01;       // share of the pixels: specks of a photograph
constexpr std::uint32_t kHalfCovered = 128;

Color color_at(std::uint32_t pixel) {
  return {static_cast<std::uint8_t>(pixel >> 16), static_cast<std::uint8_t>(pixel >> 8),
          static_cast<std::uint8_t>(pixel), 255};
}

/// Where glyphs can be: their pens and an em and a half around them.
Rect reach_of(const scene::GlyphsOp& op) {
  Rect area;
  const int em = op.size.ceil() * 3 / 2;
  for (const scene::GlyphAt& glyph : op.glyphs)
    area = unite(area, {glyph.x.round() - em, glyph.y.round() - em, 2 * em, 2 * em});
  return area;
}

/// A picture that grows operation by operation.
class Easel {
 public:
  Easel(Size size, paint::Painter& painter)
      : size_(size), painter_(painter), pixels_(static_cast<std::size_t>(size.w) * size.h) {}

  void paint(const scene::Layer& layer) {
    const Rect area = intersect(scene::visible_area(layer), Rect::of({}, size_));
    if (area.empty()) return;
    painter_.paint({size_, {layer}}, {area}, {size_, pixels_.data(), size_.w * 4});
  }
  void fill(Rect area, std::uint32_t pixel) {
    for (int y = area.y; y < area.bottom(); ++y)
      std::fill_n(pixels_.begin() + index(area.x, y), area.w, pixel);
  }
  std::uint32_t at(int x, int y) const { return pixels_[static_cast<std::size_t>(index(x, y))]; }

 private:
  std::ptrdiff_t index(int x, int y) const { return std::ptrdiff_t{y} * size_.w + x; }

  Size size_;
  paint::Painter& painter_;
  std::vector<std::uint32_t> pixels_;
};

/// The worst contrasts found.
struct Findings {
  double heading = std::numeric_limits<double>::infinity();  ///< of large text in its normal colour
  double text = std::numeric_limits<double>::infinity();
};

class Measurement {
 public:
  Measurement(const Subject& subject, Size size)
      : picture_(size, subject.painter),
        stencil_(size, subject.painter),
        theme_(subject.show.theme_of(subject.slide)) {
    heading_px_ = theme_.type.title.size * std::min(size.w, size.h) / 100;
  }

  Findings of(const std::vector<scene::Layer>& layers) {
    for (const scene::Layer& layer : layers) {
      for (std::size_t i = 0; i < layer.ops->list.size(); ++i) {
        const auto* glyphs = std::get_if<scene::GlyphsOp>(&layer.ops->list[i]);
        const Rect area = glyphs ? reach_of(*glyphs) : layer.ops->bounds;
        const Rect seen = intersect(area, layer.ops->bounds);
        if (glyphs) measure(*glyphs, {layer.clip, layer.offset, 255, nullptr}, seen);
        picture_.paint(
            {layer.clip, layer.offset, layer.opacity, scene::make_ops({layer.ops->list[i]}, seen)});
      }
    }
    return findings_;
  }

 private:
  void measure(const scene::GlyphsOp& op, scene::Layer place, Rect area) {
    scene::GlyphsOp white = op;
    white.color = {255, 255, 255, 255};
    place.ops = scene::make_ops({std::move(white)}, area);
    const double least = contrast(op.color, place);
    const bool heading = op.size.value() >= heading_px_ && op.color == theme_.colors.text;
    double& worst = heading ? findings_.heading : findings_.text;
    worst = std::min(worst, least);
  }

  /// The least but for specks; infinite where nothing is covered.
  double contrast(Color ink, const scene::Layer& letters) {
    const Rect area = scene::visible_area(letters);
    stencil_.fill(area, 0xff000000);
    stencil_.paint(letters);
    std::vector<double> ratios;
    for (int y = area.y; y < area.bottom(); ++y) {
      for (int x = area.x; x < area.right(); ++x) {
        if ((stencil_.at(x, y) & 255) < kHalfCovered) continue;
        const Color behind = color_at(picture_.at(x, y));
        ratios.push_back(contrast_ratio(over(ink, behind), behind));
      }
    }
    if (ratios.empty()) return std::numeric_limits<double>::infinity();
    const auto nth =
        ratios.begin() + static_cast<std::ptrdiff_t>(kIgnored * static_cast<double>(ratios.size()));
    std::nth_element(ratios.begin(), nth, ratios.end());
    return *nth;
  }

  Easel picture_, stencil_;
  const kinds::Theme& theme_;
  double heading_px_ = 0;
  Findings findings_;
};

void report(const Subject& subject, Severity severity, double seen, double wanted, Diagnostics& out) {
  if (seen >= wanted) return;
  out.add({severity, "contrast", subject.slide.at,
           trf("slide “{id}”: a text has a contrast of {seen:.1f}:1 against what is behind it; it needs "
               "{wanted:.1f}:1",
               fmt::arg("id", subject.slide.id), fmt::arg("seen", seen), fmt::arg("wanted", wanted)),
           tr("choose a darker or plainer background, or another colour of the theme")});
}

}  // namespace

void check_contrast(const Subject& subject, Diagnostics& out) {
  std::vector<scene::Layer> layers;
  subject.laid->append_layers({subject.slide.duration, Instant{} + subject.slide.duration}, layers);
  if (layers.empty()) return;
  const Findings findings = Measurement(subject, subject.zone.zone.rect.size()).of(layers);
  report(subject, Severity::error, findings.text, kTextContrast, out);
  const bool unreadable = findings.heading < kTextContrast;
  report(subject, unreadable ? Severity::error : Severity::warning, findings.heading, kHeadingContrast, out);
}

}  // namespace xp::lint
