// SPDX-License-Identifier: MIT
#include <algorithm>

#include "base/i18n.h"
#include "lint/rules.h"
#include "lint/seen.h"

namespace xp::lint {
namespace {

/// The picture that is largest beside its place on the screen.
struct Oversize {
  double times = 0;  ///< along the side that is nearer to its place
  Size seen, shown;

  void add(const scene::ImageOp& image) {
    const Size size = image.picture->size, place = image.rect.size();
    if (size.empty() || place.empty()) return;
    const double by = std::min(1.0 * size.w / place.w, 1.0 * size.h / place.h);
    if (by > times) *this = {by, size, place};
  }
};

void check_sizes(const Subject& subject, Diagnostics& out) {
  Oversize worst;
  for (const auto& picture : pictures_of(subject))
    for (const scene::Layer& layer : picture)
      for (const scene::Op& op : layer.ops->list)
        if (const auto* image = std::get_if<scene::ImageOp>(&op);
            image && image->picture != subject.show.around.logo)
          worst.add(*image);
  if (worst.times <= subject.limits.oversize) return;
  out.add({Severity::warning, "media", subject.slide.at,
           trf("slide “{id}”: a picture of {w} × {h} px is shown {shown_w} × {shown_h} px large; {times:.0f} "
               "times as "
               "large is enough",
               fmt::arg("id", subject.slide.id), fmt::arg("w", worst.seen.w), fmt::arg("h", worst.seen.h),
               fmt::arg("shown_w", worst.shown.w), fmt::arg("shown_h", worst.shown.h),
               fmt::arg("times", subject.limits.oversize)),
           tr("scale the file down: it costs memory and time on the screen's machine")});
}

}  // namespace

void check_media(const Subject& subject, Diagnostics& out) {
  const std::string_view failure = subject.laid->failure();
  if (failure.empty()) return check_sizes(subject, out);
  out.add({Severity::error, "media", subject.slide.at,
           trf("slide “{id}” cannot be shown: {reason}", fmt::arg("id", subject.slide.id),
               fmt::arg("reason", failure)),
           tr("replace the file; until then the screen leaves the slide out"), Reach::slide});
}

}  // namespace xp::lint
