// SPDX-License-Identifier: MIT
#include "base/i18n.h"
#include "lint/rules.h"

namespace xp::lint {

void check_split_word(const Subject& subject, Diagnostics& out) {
  const auto& words = subject.laid->faults().split_words;
  if (words.empty()) return;
  out.add({Severity::warning, "split-word", subject.slide.at,
           trf("slide “{id}”: a line ends inside a word in zone “{zone}” of screen “{screen}”: {word}",
               fmt::arg("id", subject.slide.id), fmt::arg("zone", subject.zone.zone.name),
               fmt::arg("screen", subject.show.screen.name), fmt::arg("word", words.front())),
           tr("Say it shorter, break the line with \\n, or name the words in [lexicon].")});
}

}  // namespace xp::lint
