// SPDX-License-Identifier: MIT
// What the screen will need next, so that a worker can lay it out and rasterise it before it is due. The
// worker has caches of its own; the main thread adopts its results (Caches::adopt, Painter::adopt). frame_at
// is right without it.
#pragma once

#include <optional>
#include <vector>

#include "base/geometry.h"
#include "base/hash.h"
#include "base/time.h"
#include "kinds/slide_kind.h"
#include "scene/scene.h"
#include "show/caches.h"
#include "show/frame.h"
#include "show/show.h"

namespace xp::show {

/// A content that a zone will show.
struct Coming {
  Hash key;  ///< Caches::key of the rest
  const kinds::SlideKind* kind = nullptr;
  kinds::ContentPtr content;
  const kinds::Theme* theme = nullptr;  ///< the show's
  Size box;
  Instant due;      ///< when it is first seen; the asked instant where it is now
  Duration stay{};  ///< how long its slot is
  /// How it is shown where only what moves by itself is painted anew before `until`.
  struct Standing {
    kinds::Moment moment;
    Instant until;
  };
  std::optional<Standing> standing{};

  LayoutRequest request() const { return {*kind, *content, *theme, box}; }
};

/// What is seen in [t, t + horizon), the outgoing slide of a transition included; soonest first, each key
/// once.
std::vector<Coming> upcoming(const Show& show, Instant t, Duration horizon);

/// Nothing of it is painted anew before it leaves: it stands as it is.
bool stands_still(const Coming& coming, const kinds::Laid& laid);
/// It is the same picture when it comes again as it is now.
bool begins_as_it_stands(const Coming& coming, const kinds::Laid& laid);

/// The videos that it begins with.
std::vector<scene::VideoOp> videos_of(const Coming& coming, const kinds::Laid& laid);
/// The operations to rasterise, videos left out: those of its entrance and of its final state, each once.
/// Both stay the same pointers for as long as the laid-out slide lives.
std::vector<scene::OpsPtr> ops_of(const Coming& coming, const kinds::Laid& laid);
/// Those that it shows at a moment.
std::vector<scene::OpsPtr> ops_of(const kinds::Laid& laid, const kinds::Moment& moment);
/// Those that frame_at(t) shows of what is laid out already.
std::vector<scene::OpsPtr> ops_at(const Show& show, Instant t, Caches& caches);
/// Those that frame_at(t) shows, the pictures of a transition included; none where it has something to lay
/// out.
std::vector<scene::OpsPtr> ops_of_frame_at(const Show& show, Instant t, Caches& caches);
/// Those of a frame, each once.
std::vector<scene::OpsPtr> ops_of(const Frame& frame);

/// True when frame_at(t) has nothing left to lay out. The loop holds the shown frame until then.
bool is_prepared(const Show& show, Instant t, const Caches& caches);

}  // namespace xp::show
