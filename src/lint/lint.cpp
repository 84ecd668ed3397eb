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
};

}  // namespace

std::span<const Rule> rules() { return kRules; }

void lint(const show::Show& show, show::Caches& caches, Diagnostics& out) {
  for (const playlist::Slide& slide : show.playlist.slides) {
    if (!slide.enabled || !slide.usable) continue;  // a defect is reported already
    for (const show::ZoneShow& zone : show.zones) {
      if (zone.filler || zone.zone.name != slide.zone.value) continue;
      const Subject subject{show, zone, slide,
                            caches.laid(show, *slide.kind, *slide.content, zone.zone.rect.size())};
      for (const Rule& rule : kRules) rule.check(subject, out);
    }
  }
}

}  // namespace xp::lint
