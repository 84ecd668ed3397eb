// SPDX-License-Identifier: MIT
#include "lint/lint.h"

#include <array>

#include "base/i18n.h"
#include "lint/rules.h"
#include "lint/zone_slides.h"

namespace xp::lint {

namespace {

constexpr std::array kRules{
    Rule{"tofu", N_("every character of a slide is in a font of its chain"), check_tofu},
    Rule{"media", N_("every file that a slide shows can be decoded"), check_media},
    Rule{"overflow", N_("every text fits its place at the smallest size allowed"), check_overflow},
    Rule{"split-word", N_("no line ends inside a word"), check_split_word},
    Rule{"markup", N_("no sign of markup is shown to passers-by"), nullptr, check_markup},
    Rule{"small", N_("every text can be read from where the farthest viewer stands"), check_small},
    Rule{"dense", N_("no glyph has more strokes than its pixels can show"), check_dense},
    Rule{"reading-time", N_("every slide is shown for as long as reading it takes"), check_reading_time},
    Rule{"long", N_("headlines are taken in at a glance: 16 characters a line, three lines"), check_long},
    Rule{"step", N_("lines pass by whole pixels a refresh"), check_step},
    Rule{"palette",
         N_("text stands out from what is behind it (4.5:1, headings 7:1), in colours that the panel has"),
         check_palette},
    Rule{"night", N_("nothing bright at night, nothing in quiet hours, nothing that flashes"), check_night},
    Rule{"mixed-script", N_("one form of Chinese, half-width figures, full-width marks"), check_mixed_script},
    Rule{"stale", N_("every statistics slide says where its figures come from and how old they are"),
         check_stale},
    Rule{"sum", N_("shares that should make 100 % do"), check_sum},
    Rule{"never", N_("every slide is shown some time"), check_never, check_unreached},
    Rule{"calendar", N_("the calendar has the years that working days are asked of"), check_calendar},
    Rule{"power", N_("the panel comes on some time"), nullptr, check_power},
    Rule{"gap", N_("every minute of the days to come has something to play"), nullptr, check_gap},
    Rule{"clash", N_("no two urgent slides want the same minute"), nullptr, check_clash},
    Rule{"promise", N_("every slide is shown as often in an hour as it is promised"), nullptr, check_promise},
};

kinds::LaidPtr laid_on(const show::ZoneShow& zone, const playlist::Slide& slide, const show::Show& show,
                       show::Caches& caches) {
  return caches.laid(show, {*slide.kind, *slide.content, show.theme_of(slide), zone.zone.rect.size()});
}

/// The clocks that stand before a zone.
std::vector<Cover> covers_of(const show::Show& show, const show::ZoneShow& zone, show::Caches& caches) {
  std::vector<Cover> covers;
  bool above = false;
  for (const show::ZoneShow& other : show.zones) {
    if (above && other.zone.plays == "clock" && !intersect(other.zone.rect, zone.zone.rect).empty()) {
      for (const playlist::Slide& clock : slides_on(show, other))
        covers.push_back({other, laid_on(other, clock, show, caches)});
    }
    above = above || &other == &zone;
  }
  return covers;
}

}  // namespace

std::span<const Rule> rules() { return kRules; }

void lint(const show::Show& show, Instant now, Tools tools, Diagnostics& out) {
  const Limits limits = limits_of(show);
  for (const show::ZoneShow& zone : show.zones) {
    const std::vector<Cover> covers = covers_of(show, zone, tools.caches);
    for (const playlist::Slide& slide : slides_on(show, zone)) {
      const kinds::LaidPtr laid = laid_on(zone, slide, show, tools.caches);
      const Subject subject{show, zone, slide, laid, tools.painter, now, limits, covers};
      for (const Rule& rule : kRules)
        if (rule.check) rule.check(subject, out);
    }
  }
  for (const Rule& rule : kRules)
    if (rule.check_whole) rule.check_whole({show, now, limits}, out);
}

}  // namespace xp::lint
