// SPDX-License-Identifier: MIT
// Contrast as it is seen: each text is held against the pixels that lie under its letters before it is
// painted. Nothing else of the slide is painted.
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

/// The contrasts of one ink with the pixels behind it; grounds have few colours and the same again and again.
class Contrasts {
 public:
  explicit Contrasts(Color ink) : ink_(ink) {}

  void add(std::uint32_t pixel) {
    Counted& counted = recent_[(pixel * 2654435761U) >> (32 - kBits)];
    if (counted.pixel != pixel) {
      close(counted);
      counted.pixel = pixel;
    }
    ++counted.times;
  }

  /// The least of all but that share of them; infinite where there are none.
  double least_but(double share) {
    for (Counted& counted : recent_) close(counted);
    if (found_.empty()) return std::numeric_limits<double>::infinity();
    const auto rank = static_cast<std::size_t>(share * static_cast<double>(pixels_));
    // It is one of the first `rank` + 1, as each was found once or more.
    const auto last = found_.begin() + static_cast<std::ptrdiff_t>(std::min(rank, found_.size() - 1));
    std::ranges::nth_element(found_, last, {}, &Found::ratio);
    std::ranges::sort(found_.begin(), last + 1, {}, &Found::ratio);
    std::size_t passed = 0;
    for (const Found& found : found_) {
      passed += found.times;
      if (passed > rank) return found.ratio;
    }
    return found_.back().ratio;
  }

 private:
  static constexpr int kBits = 10;
  struct Counted {
    std::uint32_t pixel = 0, times = 0;
  };
  struct Found {
    double ratio;
    std::uint32_t times;
  };

  void close(Counted& counted) {
    if (counted.times == 0) return;
    const Color behind = color_at(counted.pixel);
    found_.push_back({contrast_ratio(over(ink_, behind), behind), counted.times});
    pixels_ += counted.times;
    counted.times = 0;
  }

  Color ink_;
  std::array<Counted, std::size_t{1} << kBits> recent_{};
  std::vector<Found> found_;
  std::size_t pixels_ = 0;
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
        easel_(subject.painter),
        theme_(subject.show.theme_of(subject.slide)) {
    heading_px_ = theme_.type.title.size * std::min(size.w, size.h) / 100;
  }

  void add_slide(const std::vector<scene::Layer>& layers, Findings& findings) {
    below_.clear();
    add(layers, findings);
  }

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
      if (has_text(*layer.ops))
        add_one_by_one(layer, findings);
      else  // slides share it with one another, and the painter remembers it
        below_.push_back(layer);
    }
  }

  void add_one_by_one(const scene::Layer& layer, Findings& findings) {
    for (const scene::Op& op : layer.ops->list) {
      const auto* glyphs = std::get_if<scene::GlyphsOp>(&op);
      const Rect area = glyphs ? intersect(reach_of(*glyphs), layer.ops->bounds) : layer.ops->bounds;
      if (glyphs) measure(*glyphs, {layer.clip, layer.offset, 255, nullptr}, area, findings);
      below_.push_back({layer.clip, layer.offset, layer.opacity, scene::make_ops({op}, area)});
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
    Rect reached;
    for (const Rect& inked : stencil->ink) reached = unite(reached, intersect(inked.moved(corner), area));
    if (reached.empty()) return std::numeric_limits<double>::infinity();
    easel_.paint(below_, reached);
    Contrasts contrasts(ink);
    for (const Rect& inked : stencil->ink) {
      const Rect part = intersect(inked.moved(corner), area);
      for (int y = part.y; y < part.bottom(); ++y) {
        const std::uint32_t* covered =
            stencil->pixels.data() + std::ptrdiff_t{y - corner.y} * stencil->size.w + (part.x - corner.x);
        const std::uint32_t* behind = easel_.from(part.x, y);
        for (int x = 0; x < part.w; ++x)
          if (covered[x] >> 24 >= kHalfCovered) contrasts.add(behind[x]);
      }
    }
    return contrasts.least_but(kIgnored);
  }

  Size size_;
  paint::Painter& painter_;
  Easel easel_;
  std::vector<scene::Layer> below_;  ///< what was added so far, bottom first
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
