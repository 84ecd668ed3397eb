// SPDX-License-Identifier: MIT
#pragma once

#include "lint/lint.h"

namespace xp::lint {

/// Error: no font of the chain has a character (judged on shaped glyphs). One finding a slide lists them all.
void check_tofu(const Subject& subject, Diagnostics& out);
/// Error below 4.5:1, warning for headings below 7:1: a text against the pixels that are painted behind it
/// (WCAG 2.1).
void check_contrast(const Subject& subject, Diagnostics& out);
/// Error: a text does not fit its box at its smallest size.
void check_overflow(const Subject& subject, Diagnostics& out);

/// Error: a file that the slide shows is broken.
void check_media(const Subject& subject, Diagnostics& out);
/// Error: a statistics slide without its source, or without the day of its figures.
void check_stale(const Subject& subject, Diagnostics& out);
/// Error: dates, days and hours never meet from now on, within four years.
void check_never(const Subject& subject, Diagnostics& out);
/// Warning: working days of a year that no calendar file has.
void check_calendar(const Subject& subject, Diagnostics& out);
/// Of the screen: an error where its panel does not come on within a year, a warning where its hours ask for
/// working days of a year that no calendar file has.
void check_power(const show::Show& show, Instant now, Diagnostics& out);
/// Warning: shares that should be 100 % and are not, by more than their rounding.
void check_sum(const Subject& subject, Diagnostics& out);

}  // namespace xp::lint
