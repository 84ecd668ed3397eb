// SPDX-License-Identifier: MIT
// The slogans of a marquee whose slides have schedules: only those that are active run over the strip.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kinds/slide_kind.h"
#include "playlist/activity.h"

namespace xp::show {

/// Immutable; any thread. What was made is remembered.
class Slogans {
 public:
  /// One rule list a slogan of `feed`.
  Slogans(const kinds::SlideKind& kind, kinds::ZoneFeed feed, playlist::Activity activity);
  /// Of the slogans that are active at `t`, and until when it stays so.
  kinds::ContentPtr content_at(Instant t) const;
  Instant until(Instant t) const { return activity_.at(t)->end; }

 private:
  struct Memo;
  const kinds::SlideKind& kind_;
  kinds::ZoneFeed feed_;
  playlist::Activity activity_;
  std::shared_ptr<Memo> memo_;
};

}  // namespace xp::show
