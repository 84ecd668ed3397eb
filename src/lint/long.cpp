// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>

#include "base/i18n.h"
#include "lint/rules.h"
#include "lint/seen.h"

namespace xp::lint {
namespace {

constexpr double kGaps = 0.5;  // em: air between Han and figures is no character

}  // namespace

void check_long(const Subject& subject, Diagnostics& out) {
  if (!subject.slide.kind || subject.slide.kind->name != "slogan") return;
  int lines = 0, characters = 0;
  for (const Text& text : texts_of(subject)) {
    if (text.level != TextLevel::headline) continue;
    if (!text.columns) lines = std::max(lines, text.lines);  // a low zone holds few characters a column
    characters = std::max(characters, static_cast<int>(std::ceil(text.widest - kGaps)));
  }
  if (characters > subject.limits.headline_characters)
    out.add(
        {Severity::warning, "long", subject.slide.at,
         trf("slide “{id}”: a line of a headline is {seen} Han characters long; {wanted} are taken in at a "
             "glance",
             fmt::arg("id", subject.slide.id), fmt::arg("seen", characters),
             fmt::arg("wanted", subject.limits.headline_characters)),
         tr("say it shorter, or break the line with \\n")});
  if (lines > subject.limits.headline_lines)
    out.add({Severity::warning, "long", subject.slide.at,
             trf("slide “{id}”: a headline takes {seen} lines; {wanted} are taken in at a glance",
                 fmt::arg("id", subject.slide.id), fmt::arg("seen", lines),
                 fmt::arg("wanted", subject.limits.headline_lines)),
             tr("say it shorter, or split it over two slides")});
}

}  // namespace xp::lint
