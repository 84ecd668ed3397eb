// SPDX-License-Identifier: MIT
#pragma once

#include "lint/lint.h"

namespace xp::lint {

/// Error: no font of the chain has a character (judged on shaped glyphs). One finding a slide lists them all.
void check_tofu(const Subject& subject, Diagnostics& out);
/// Error, warning: a colour, or a picture, that a panel of one or two colours cannot show.
void check_panel(const Subject& subject, Diagnostics& out);
/// Error: active in quiet hours, too bright in night hours, a video that flashes.
void check_night(const Subject& subject, Diagnostics& out);
/// Info: characters of the other form of Chinese, full-width figures, half-width marks between Han.
void check_mixed_script(const Subject& subject, Diagnostics& out);
/// Error below 4.5:1, warning for headings below 7:1: a text against the pixels that are painted behind it
/// (WCAG 2.1).
void check_contrast(const Subject& subject, Diagnostics& out);
inline void check_palette(const Subject& subject, Diagnostics& out) {
  check_contrast(subject, out);
  check_panel(subject, out);
}
/// Error: a text does not fit its box at its smallest size.
void check_overflow(const Subject& subject, Diagnostics& out);
/// Warning: markup without its other half, or that says what is not known.
void check_markup(const Whole& whole, Diagnostics& out);
/// Warning: a line ends inside a word, since no smaller size is allowed or a smaller one would be worse.
void check_split_word(const Subject& subject, Diagnostics& out);

/// Error, warning: the largest text of a slide is too small for the farthest viewer; warning: another is.
void check_small(const Subject& subject, Diagnostics& out);
/// Warning: glyphs below their bitmap font's own size, or outlines on an LED panel that are too small.
void check_dense(const Subject& subject, Diagnostics& out);
/// Warning: gone before it is read.
void check_reading_time(const Subject& subject, Diagnostics& out);
/// Warning: a headline with a line too long, or too many of them.
void check_long(const Subject& subject, Diagnostics& out);
/// Warning: the speed of lines that pass is rounded to whole pixels.
void check_step(const Subject& subject, Diagnostics& out);
/// Error: a zone has nothing to play for a minute.
void check_gap(const Whole& whole, Diagnostics& out);
/// Warning: two urgent slides of a zone at a time.
void check_clash(const Whole& whole, Diagnostics& out);

/// Error: a slide has fewer showings in an hour than it is promised.
void check_promise(const Whole& whole, Diagnostics& out);

/// Error: a file that the slide shows is broken.
void check_media(const Subject& subject, Diagnostics& out);
/// Error: a statistics slide without its source, or without the day of its figures.
void check_stale(const Subject& subject, Diagnostics& out);
/// Error: dates, days and hours never meet from now on, within four years.
void check_never(const Subject& subject, Diagnostics& out);
/// Error: slides whose turn never comes while the panel is on: midnight, or an edge of a schedule, begins the
/// loop anew before it.
void check_unreached(const Whole& whole, Diagnostics& out);
/// Warning: working days of a year that no calendar file has.
void check_calendar(const Subject& subject, Diagnostics& out);
/// Of the screen: an error where its panel does not come on within a year, a warning where its hours ask for
/// working days of a year that no calendar file has.
void check_power(const Whole& whole, Diagnostics& out);
/// Warning: shares that should be 100 % and are not, by more than their rounding.
void check_sum(const Subject& subject, Diagnostics& out);

}  // namespace xp::lint
