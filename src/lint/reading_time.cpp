// SPDX-License-Identifier: MIT
// A slide that is gone before it is read; a line that passes too fast or not to its end.
#include <cmath>

#include "base/i18n.h"
#include "base/utf8.h"
#include "kinds/turns.h"
#include "lint/rules.h"

namespace xp::lint {
namespace {

constexpr double kRounding = 0.05;  // seconds

double in_seconds(Duration duration) { return std::chrono::duration<double>(duration).count(); }

std::size_t characters_of(const playlist::Slide& slide) {
  std::string text = slide.kind->reading_text(*slide.content);
  std::erase_if(text, [](char c) { return c == '\n' || c == ' '; });
  return grapheme_count(text);
}

void report(const Subject& subject, std::string message, Diagnostics& out, std::string remedy) {
  out.add({Severity::warning, "reading-time", subject.slide.at, std::move(message), std::move(remedy)});
}

void check_standing(const Subject& subject, Diagnostics& out) {
  const std::size_t characters = characters_of(subject.slide);
  if (characters == 0) return;
  const double seen = in_seconds(subject.slide.duration);
  const double wanted =
      subject.limits.reading_start + static_cast<double>(characters) / subject.limits.reading_pace;
  if (seen + kRounding >= wanted) return;
  report(subject,
         trf("slide “{id}”: {characters} characters are shown for {seen:.1f} s; reading them takes "
             "{wanted:.1f} s",
             fmt::arg("id", subject.slide.id), fmt::arg("characters", characters), fmt::arg("seen", seen),
             fmt::arg("wanted", wanted)),
         out,
         trf("shorten the text, or write duration = \"{seconds}s\"",
             fmt::arg("seconds", static_cast<int>(std::ceil(wanted)))));
}

void check_passing(const Subject& subject, const kinds::Passing& passing, Diagnostics& out) {
  const double speed = static_cast<double>(passing.step) * subject.show.around.refresh;
  if (const double seen = passing.band / speed; seen < subject.limits.scroll_seconds)
    report(
        subject,
        trf("slide “{id}”: each character is seen for {seen:.1f} s while it passes; it takes {wanted:.1f} s",
            fmt::arg("id", subject.slide.id), fmt::arg("seen", seen),
            fmt::arg("wanted", subject.limits.scroll_seconds)),
        out, tr("write a lower ticker_speed in the theme"));
  if (subject.zone.filler) return;  // it goes on until it is through
  const double seen = in_seconds(subject.slide.duration), wanted = (passing.band + passing.length) / speed;
  if (seen + kRounding >= wanted) return;
  report(subject,
         trf("slide “{id}”: its text is shown for {seen:.1f} s; passing takes {wanted:.1f} s",
             fmt::arg("id", subject.slide.id), fmt::arg("seen", seen), fmt::arg("wanted", wanted)),
         out,
         trf("shorten the text, or write duration = \"{seconds}s\"",
             fmt::arg("seconds", static_cast<int>(std::ceil(wanted)))));
}

}  // namespace

void check_reading_time(const Subject& subject, Diagnostics& out) {
  if (!subject.slide.content) return;
  if (const auto passing = kinds::passing_of(*subject.laid))
    check_passing(subject, *passing, out);
  else if (!subject.zone.filler)
    check_standing(subject, out);
}

}  // namespace xp::lint
