// SPDX-License-Identifier: MIT
// Text that the farthest viewer cannot read. The headline is the largest text of a slide; the campaign's line
// and the source's are exempt.
#include <algorithm>
#include <cmath>
#include <limits>

#include "base/i18n.h"
#include "lint/rules.h"
#include "lint/seen.h"

namespace xp::lint {
namespace {

/// Sizes in px; infinite where there is no such text.
struct Sizes {
  double headline = std::numeric_limits<double>::infinity(), body = headline;
};

Sizes sizes_of(const std::vector<Text>& texts) {
  double largest = 0;
  for (const Text& text : texts)
    if (text.level == TextLevel::headline) largest = std::max(largest, text.size);
  Sizes sizes;
  if (largest > 0) sizes.headline = largest;
  for (const Text& text : texts) {
    const bool counts = text.level != TextLevel::frame && text.size < largest;
    if (counts || (largest == 0 && text.level == TextLevel::body))
      sizes.body = std::min(sizes.body, text.size);
  }
  return sizes;
}

/// A kind of text, and what part of the viewing distance it is asked to be high.
struct Demand {
  const char* what;
  double px, part;
  Severity severity;
};

bool report(const Subject& subject, const Demand& demand, Diagnostics& out) {
  const playlist::Screen& screen = subject.show.screen;
  const double far_mm = screen.distance_m[1] * 1000, wanted_mm = far_mm / demand.part;
  if (demand.px * screen.pitch_mm >= wanted_mm) return false;
  out.add({demand.severity, "small", subject.slide.at,
           trf("slide “{id}”: {what} is {px:.0f} px ({mm:.0f} mm) high on screen “{screen}”; from {far} m it "
               "takes "
               "{wanted:.0f} px ({wanted_mm:.0f} mm)",
               fmt::arg("id", subject.slide.id), fmt::arg("what", tr(demand.what)), fmt::arg("px", demand.px),
               fmt::arg("mm", demand.px * screen.pitch_mm), fmt::arg("screen", screen.name),
               fmt::arg("far", screen.distance_m[1]),
               fmt::arg("wanted", std::ceil(wanted_mm / screen.pitch_mm)), fmt::arg("wanted_mm", wanted_mm)),
           tr("shorten the text so that it is set larger, give the zone more room, or correct distance_m and "
              "pitch_mm of the screen")});
  return true;
}

}  // namespace

void check_small(const Subject& subject, Diagnostics& out) {
  if (subject.show.screen.pitch_mm <= 0) return;
  const Sizes sizes = sizes_of(texts_of(subject));
  const Limits& limits = subject.limits;
  const char* headline = N_("the headline");
  if (!report(subject, {headline, sizes.headline, limits.legible, Severity::error}, out))
    report(subject, {headline, sizes.headline, limits.comfortable, Severity::warning}, out);
  report(subject, {N_("the smallest text"), sizes.body, limits.legible, Severity::warning}, out);
}

}  // namespace xp::lint
