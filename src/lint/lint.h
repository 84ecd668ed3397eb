// SPDX-License-Identifier: MIT
// What `xuanping check` knows beyond syntax and references: rules over a show as it will be seen. A rule is a
// row.
#pragma once

#include <span>
#include <string_view>

#include "base/diagnostic.h"
#include "base/time.h"
#include "lint/limits.h"
#include "paint/painter.h"
#include "show/caches.h"
#include "show/show.h"

namespace xp::lint {

/// A clock over the zone of a slide.
struct Cover {
  const show::ZoneShow& zone;
  kinds::LaidPtr laid;
};

/// A slide laid out on a zone of the screen it plays on. What a zone makes of the playlist by itself comes
/// one by one: a line of the ticker, a slogan of a marquee, each as a slide. The painter is the calling
/// thread's.
struct Subject {
  const show::Show& show;
  const show::ZoneShow& zone;
  const playlist::Slide& slide;
  kinds::LaidPtr laid;
  paint::Painter& painter;
  Instant now;  ///< that is checked for
  const Limits& limits;
  std::span<const Cover> covers = {};  ///< bottom first
};

/// All that is played.
struct Whole {
  const show::Show& show;
  Instant now;
  const Limits& limits;
};

struct Rule {
  std::string_view id;                                                  ///< stable: the diagnostic's id
  const char* doc;                                                      ///< English, marked with N_
  void (*check)(const Subject& subject, Diagnostics& out);              ///< null: it is about the whole
  void (*check_whole)(const Whole& whole, Diagnostics& out) = nullptr;  ///< null: it is about slides
};
std::span<const Rule> rules();

/// What lays out and paints on the calling thread.
struct Tools {
  show::Caches& caches;
  paint::Painter& painter;
};

/// Every enabled slide on every zone it plays in, by every rule, as at `now`. Lays out what the caches lack.
void lint(const show::Show& show, Instant now, Tools tools, Diagnostics& out);

}  // namespace xp::lint
