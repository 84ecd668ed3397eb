// SPDX-License-Identifier: MIT
// Contrast as it is seen: the slide is painted operation by operation, and each text is held against the
// pixels that lie under its letters before it is painted.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "base/color.h"
#include "base/i18n.h"
#include "lint/easel.h"
#include "lint/rules.h"
#include "lint/seen.h"
#include "scene/builder.h"

namespace xp::lint {

namespace {

constexpr double kIgnored = 0.01;  // share of the pixels: specks of a photograph
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

bool has_text(const scene::Ops& ops) {
  return std::ranges::any_of(ops.list,
                             [](const scene::Op& op) { return std::holds_alternative<scene::GlyphsOp>(op); });
}

/// Contrasts of one ink; grounds have few colours and the same again and again.
class Ratios {
 public:
  explicit Ratios(Color ink) : ink_(ink) {}
  double on(std::uint32_t pixel) {
    Known& known = known_[(pixel * 2654435761U) >> (32 - kBits)];
    if (known.pixel != pixel) {
      const Color behind = color_at(pixel);
      known = {pixel, contrast_ratio(over(ink_, behind), behind)};
    }
    return known.ratio;
  }

 private:
  static constexpr int kBits = 10;
  struct Known {
    std::uint64_t pixel = std::uint64_t{1} << 32;  ///< none
    double ratio = 0;
  };
  Color ink_;
  std::array<Known, std::size_t{1} << kBits> known_{};
};

/// The worst contrasts found.
struct Findings {
  double heading = std::numeric_limits<double>::infinity();  ///< of large text in its normal colour
  double text = std::numeric_limits<double>::infinity();
};

class Measurement {
 public:
  Measurement(const Subject& subject, Size size)
      : size_(size),
        painter_(subject.painter),
        picture_(Rect::of({}, size), subject.painter),
        theme_(subject.show.theme_of(subject.slide)) {
    heading_px_ = theme_.type.title.size * std::min(size.w, size.h) / 100;
  }

  void add_slide(const std::vector<scene::Layer>& layers, Findings& findings) { add(layers, findings); }

  /// Over the slide added last.
  void add_cover(std::vector<scene::Layer> layers, Point offset, Findings& findings) {
    for (scene::Layer& layer : layers) {
      layer.offset = layer.offset + offset;
      layer.clip = intersect(layer.clip.moved(offset), Rect::of({}, size_));
    }
    add(layers, findings);
  }

 private:
  void add(const std::vector<scene::Layer>& layers, Findings& findings) {
    for (const scene::Layer& layer : layers) {
      if (!has_text(*layer.ops)) {  // slides share it with one another, and the painter remembers it
        picture_.paint(layer);
        continue;
      }
      for (std::size_t i = 0; i < layer.ops->list.size(); ++i) {
        const auto* glyphs = std::get_if<scene::GlyphsOp>(&layer.ops->list[i]);
        const Rect area = glyphs ? reach_of(*glyphs) : layer.ops->bounds;
        const Rect seen = intersect(area, layer.ops->bounds);
        if (glyphs) measure(*glyphs, {layer.clip, layer.offset, 255, nullptr}, seen, findings);
        picture_.paint(
            {layer.clip, layer.offset, layer.opacity, scene::make_ops({layer.ops->list[i]}, seen)});
      }
    }
  }

  void measure(const scene::GlyphsOp& op, scene::Layer place, Rect area, Findings& findings) {
    scene::GlyphsOp white = op;
    white.color = {255, 255, 255, 255};
    place.ops = scene::make_ops({std::move(white)}, area);
    const double least = contrast(op.color, place);
    const bool heading = op.size.value() >= heading_px_ && op.color == theme_.colors.text;
    double& worst = heading ? findings.heading : findings.text;
    worst = std::min(worst, least);
  }

  /// The least but for specks; infinite where nothing is covered.
  double contrast(Color ink, const scene::Layer& letters) {
    const Rect area = intersect(scene::visible_area(letters), Rect::of({}, size_));
    const paint::PixmapPtr stencil = painter_.raster(letters.ops);
    const Point corner = letters.ops->bounds.origin() + letters.offset;
    Ratios known(ink);
    std::vector<double> ratios;
    for (const Rect& inked : stencil->ink) {
      const Rect part = intersect(inked.moved(corner), area);
      for (int y = part.y; y < part.bottom(); ++y) {
        const std::uint32_t* covered =
            stencil->pixels.data() + std::ptrdiff_t{y - corner.y} * stencil->size.w + (part.x - corner.x);
        for (int x = part.x; x < part.right(); ++x, ++covered) {
          if (*covered >> 24 >= kHalfCovered) ratios.push_back(known.on(picture_.at(x, y)));
        }
      }
    }
    if (ratios.empty()) return std::numeric_limits<double>::infinity();
    const auto nth =
        ratios.begin() + static_cast<std::ptrdiff_t>(kIgnored * static_cast<double>(ratios.size()));
    std::nth_element(ratios.begin(), nth, ratios.end());
    return *nth;
  }

  Size size_;
  paint::Painter& painter_;
  Easel picture_;
  const kinds::Theme& theme_;
  double heading_px_ = 0;
};

std::vector<scene::Layer> picture_of(const Subject& subject, const Cover& cover) {
  std::vector<scene::Layer> layers;
  cover.laid->append_layers({{}, subject.now, {}, subject.slide.duration}, layers);
  return layers;
}

void report_cover(const Subject& subject, const Cover& cover, const Findings& findings, Diagnostics& out) {
  const double seen = std::min(findings.heading, findings.text);
  if (seen >= subject.limits.contrast) return;
  out.add(
      {Severity::error, "palette", subject.slide.at,
       trf("slide “{id}”: zone “{zone}” before it has a contrast of {seen:.1f}:1; it needs {wanted:.1f}:1",
           fmt::arg("id", subject.slide.id), fmt::arg("zone", cover.zone.zone.name), fmt::arg("seen", seen),
           fmt::arg("wanted", subject.limits.contrast)),
       tr("choose a darker or plainer background, or put the zone elsewhere")});
}

void report(const Subject& subject, Severity severity, double seen, double wanted, Diagnostics& out) {
  if (seen >= wanted) return;
  out.add({severity, "palette", subject.slide.at,
           trf("slide “{id}”: a text has a contrast of {seen:.1f}:1 against what is behind it; it needs "
               "{wanted:.1f}:1",
               fmt::arg("id", subject.slide.id), fmt::arg("seen", seen), fmt::arg("wanted", wanted)),
           tr("choose a darker or plainer background, or another colour of the theme")});
}

}  // namespace

void check_contrast(const Subject& subject, Diagnostics& out) {
  if (subject.zone.filler) return;  // a clock is held against the slides that it stands before
  Measurement measurement(subject, subject.zone.zone.rect.size());
  Findings findings;
  std::vector<Findings> of_covers(subject.covers.size());
  for (const auto& layers : pictures_of(subject)) {
    measurement.add_slide(layers, findings);
    for (std::size_t i = 0; i < subject.covers.size(); ++i) {
      const Cover& cover = subject.covers[i];
      measurement.add_cover(picture_of(subject, cover),
                            cover.zone.zone.rect.origin() - subject.zone.zone.rect.origin(), of_covers[i]);
    }
  }
  for (std::size_t i = 0; i < subject.covers.size(); ++i)
    report_cover(subject, subject.covers[i], of_covers[i], out);
  const Limits& limits = subject.limits;
  report(subject, Severity::error, findings.text, limits.contrast, out);
  const bool unreadable = findings.heading < limits.contrast;
  report(subject, unreadable ? Severity::error : Severity::warning, findings.heading,
         limits.headline_contrast, out);
}

}  // namespace xp::lint
