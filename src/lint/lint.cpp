// SPDX-License-Identifier: MIT
#include "lint/lint.h"

#include <array>

#include "base/i18n.h"
#include "lint/rules.h"

namespace xp::lint {

namespace {

constexpr std::array kRules{
    Rule{"tofu", N_("every character of a slide is in a font of its chain"), check_tofu},
    Rule{"media", N_("every file that a slide shows can be decoded"), check_media},
    Rule{"overflow", N_("every text fits its place at the smallest size allowed"), check_overflow},
    Rule{"contrast", N_("text stands out from what is behind it: 4.5:1, headings 7:1"), check_contrast},
    Rule{"stale", N_("every statistics slide says where its figures come from and how old they are"),
         check_stale},
    Rule{"never", N_("every slide is shown some time"), check_never},
    Rule{"calendar", N_("the calendar has the years that working days are asked of"), check_calendar},
    Rule{"sum", N_("shares that should make 100 % do"), check_sum},
};

}  // namespace

std::span<const Rule> rules() { return kRules; }

void lint(const show::Show& show, Instant now, Tools tools, Diagnostics& out) {
  check_power(show, now, out);
  for (const playlist::Slide& slide : show.playlist.slides) {
    if (!slide.enabled || !slide.usable) continue;  // a defect is reported already
    for (const show::ZoneShow& zone : show.zones) {
      if (zone.filler || zone.zone.name != slide.zone.value) continue;
      const show::LayoutRequest request{*slide.kind, *slide.content, show.theme_of(slide),
                                        zone.zone.rect.size()};
      const Subject subject{show, zone, slide, tools.caches.laid(show, request), tools.painter, now};
      for (const Rule& rule : kRules) rule.check(subject, out);
    }
  }
}

}  // namespace xp::lint
