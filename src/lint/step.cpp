// SPDX-License-Identifier: MIT
// Lines pass by whole pixels a refresh; a speed between two of them is rounded.
#include <algorithm>
#include <cmath>

#include "base/i18n.h"
#include "kinds/turns.h"
#include "lint/rules.h"

namespace xp::lint {

void check_step(const Subject& subject, Diagnostics& out) {
  const auto passing = kinds::passing_of(*subject.laid);
  if (!passing) return;
  const kinds::Surroundings& around = subject.show.around;
  const double asked = kinds::scroll_speed(subject.show.theme_of(subject.slide), around);
  if (std::abs(asked - passing->step) <= subject.limits.step_rounding) return;
  if (asked < 1) return;  // nothing passes more slowly
  out.add(
      {Severity::warning, "step", subject.zone.filler ? subject.zone.zone.at : subject.slide.at,
       trf("zone “{zone}”: lines are to pass at {seen:.2f} px a refresh; they pass at {wanted}, the nearest "
           "whole number",
           fmt::arg("zone", subject.zone.zone.name), fmt::arg("seen", asked),
           fmt::arg("wanted", passing->step)),
       trf("write ticker_speed = {vmin:.2f} in the theme",
           fmt::arg("vmin", passing->step * around.refresh * 100.0 / around.screen_vmin_px))});
}

}  // namespace xp::lint
