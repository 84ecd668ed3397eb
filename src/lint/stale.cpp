// SPDX-License-Identifier: MIT
#include "base/i18n.h"
#include "kinds/statistics.h"
#include "lint/rules.h"

namespace xp::lint {

void check_stale(const Subject& subject, Diagnostics& out) {
  const kinds::Statistics* statistics = kinds::statistics_of(subject.slide.kind, subject.slide.content.get());
  if (!statistics) return;
  if (statistics->source.empty()) {
    out.add(
        {Severity::error, "stale", subject.slide.at,
         trf("slide “{id}”: nobody can tell where the figures come from", fmt::arg("id", subject.slide.id)),
         tr("Add source = \"…\" to the slide, or to [campaign] for all of them.")});
  }
  if (!statistics->as_of) {
    out.add({Severity::error, "stale", subject.slide.at,
             trf("slide “{id}”: nobody can tell how old the figures are", fmt::arg("id", subject.slide.id)),
             tr("Add as_of = 2022-05-13 to the slide, or to [campaign] for all of them.")});
  }
}

}  // namespace xp::lint
