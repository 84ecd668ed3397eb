// SPDX-License-Identifier: MIT
#include "base/i18n.h"
#include "kinds/statistics.h"
#include "lint/rules.h"

namespace xp::lint {
namespace {

/// Days until the next figures should be there.
int days_of(kinds::Period period) {
  switch (period) {
    case kinds::Period::none:
      return 0;
    case kinds::Period::week:
      return 7;
    case kinds::Period::month:
      return 31;
    case kinds::Period::quarter:
      return 92;
    case kinds::Period::year:
      return 366;
  }
  return 0;
}

void check_age(const Subject& subject, const kinds::Statistics& statistics, Diagnostics& out) {
  using std::chrono::sys_days;
  const Date today = to_civil(subject.now, subject.show.playlist.campaign.utc_offset).date;
  if (statistics.valid_until && today > *statistics.valid_until)
    out.add({Severity::error, "stale", subject.slide.at,
             trf("slide “{id}”: its figures hold until {until}; today is {today}",
                 fmt::arg("id", subject.slide.id), fmt::arg("until", format_date(*statistics.valid_until)),
                 fmt::arg("today", format_date(today))),
             tr("Write newer figures, or take the slide down with enabled = false.")});
  const int wanted = days_of(statistics.period);
  if (wanted == 0 || !statistics.as_of) return;
  const auto age = (sys_days(today) - sys_days(*statistics.as_of)).count();
  if (age > wanted)
    out.add({Severity::error, "stale", subject.slide.at,
             trf("slide “{id}”: its figures are {seen} days old; newer ones come out every {wanted} days",
                 fmt::arg("id", subject.slide.id), fmt::arg("seen", age), fmt::arg("wanted", wanted)),
             tr("Write newer figures and their as_of, or take period out.")});
}

}  // namespace

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
  check_age(subject, *statistics, out);
}

}  // namespace xp::lint
