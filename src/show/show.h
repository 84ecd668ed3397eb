// SPDX-License-Identifier: MIT
// Everything the picture depends on but time. Built aside, immutable, swapped whole (design §2).
#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/time.h"
#include "kinds/slide_kind.h"
#include "kinds/theme.h"
#include "media/picture.h"
#include "playlist/activity.h"
#include "playlist/calendar.h"
#include "playlist/playlist.h"
#include "playlist/power.h"
#include "playlist/screen.h"
#include "playlist/timeline.h"
#include "playlist/title_slide.h"
#include "scene/scene.h"
#include "show/slogans.h"
#include "text/font_catalog.h"
#include "text/lexicon.h"

namespace xp::show {

/// Whether the machine's clock says what time it is. While it cannot be trusted only slides without a
/// schedule are shown, and none that tells the time.
enum class ClockState { trusted, untrusted };

/// A content that fills a zone for a while.
struct Filling {
  kinds::ContentPtr content;  ///< null: the zone is empty
  Instant until = kNever;
};

/// What one zone plays: a timeline of slides, or one content that fills it (ticker, clock, marquee).
struct ZoneShow {
  playlist::Zone zone;
  playlist::Timeline timeline;
  const kinds::SlideKind* filler = nullptr;  ///< null: slides
  kinds::ContentPtr filling;
  std::shared_ptr<const Slogans> slogans{};  ///< scheduled ones: they decide what fills it

  Filling filling_at(Instant t) const;
};

struct Show {
  playlist::Playlist playlist;
  playlist::Screen screen;
  kinds::Theme theme;                          ///< the campaign's: all but slides have it
  std::map<std::string, kinds::Theme> themes;  ///< those that slides have of their own, by name
  kinds::Surroundings around;
  std::shared_ptr<const text::FontCatalog> catalog;
  std::vector<ZoneShow> zones;     ///< in painting order
  playlist::TitleSlide idle;       ///< where a zone has nothing active
  playlist::CalendarPtr calendar;  ///< of public holidays; null: none
  playlist::Power power;           ///< when the panel is on
  scene::OpsPtr darkness;          ///< what it shows when it is off
  scene::OpsPtr backdrop;          ///< the theme's deepest colour, where no zone paints
  std::set<std::string> unusable;  ///< ids of slides whose slots go to the next
  ClockState clock = ClockState::trusted;
  std::vector<std::string> files;  ///< what it was read from, for the watch
  Hash layout_hash;                ///< of all that layouts depend on but content, theme and box
  Hash hash;

  const kinds::Theme& theme_of(const playlist::Slide& slide) const;
};
using ShowPtr = std::shared_ptr<const Show>;

struct ShowParts {
  playlist::Playlist playlist;
  playlist::Screen screen;
  kinds::Theme theme;
  std::map<std::string, kinds::Theme> themes{};  ///< of the slides that name one
  std::shared_ptr<const text::FontCatalog> catalog;
  text::LexiconPtr lexicon;  ///< of the data folder; null: none
  std::shared_ptr<const media::Picture> logo;
  playlist::CalendarPtr calendar{};  ///< of public holidays; null: none
  Instant anchor;                    ///< of Sync::start and of scrolling
  std::set<std::string> unusable;    ///< ids of slides whose slots go to the next
  ClockState clock = ClockState::trusted;
  std::vector<std::string> files;  ///< what the parts were read from
};
ShowPtr make_show(ShowParts parts);

}  // namespace xp::show
