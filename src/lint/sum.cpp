// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cmath>

#include "base/i18n.h"
#include "kinds/shares.h"
#include "lint/rules.h"

namespace xp::lint {

void check_sum(const Subject& subject, Diagnostics& out) {
  const kinds::Statistics* statistics = kinds::statistics_of(subject.slide.kind, subject.slide.content.get());
  if (!statistics || statistics->partial || statistics->unit != "%") return;
  if (statistics->chart != "donut" && statistics->chart != "stacked") return;
  const double sum = kinds::sum_of(statistics->data.value);
  if (std::abs(sum - 100) <= kinds::rounding_of(statistics->data.value)) return;
  out.add({Severity::warning, "sum", subject.slide.at,
           trf("slide “{id}”: the shares add up to {sum} %, not to 100 %", fmt::arg("id", subject.slide.id),
               fmt::arg("sum", kinds::format_number(sum, "%").digits)),
           tr("Correct the figures; where only some of the shares are known, write partial = true.")});
}

}  // namespace xp::lint
