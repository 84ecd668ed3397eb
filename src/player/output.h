// SPDX-License-Identifier: MIT
// The display that the loop presents on: opened for a screen, told apart from one that is gone.
#pragma once

#include <functional>
#include <memory>
#include <optional>

#include "base/result.h"
#include "base/time.h"
#include "paint/painter.h"
#include "playlist/screen.h"
#include "present/presenter.h"
#include "scene/scene.h"

namespace xp::player {

/// Main thread.
class Output {
 public:
  /// Opens the output for a screen; again when its profile places the picture elsewhere.
  using Open = std::function<Result<std::unique_ptr<present::Presenter>>(const playlist::Screen&)>;
  explicit Output(Open open) : open_(std::move(open)) {}

  /// The window that was there before is gone. False: lost().
  bool open(const playlist::Screen& screen);
  /// False: the picture failed; it is to be presented again once resting() ends.
  bool present(const scene::Scene& scene, paint::Painter& painter, Duration now);
  present::DisplayEvents poll();

  /// A picture failed a moment ago.
  bool resting(Duration now);
  /// When that ends; nothing: it does not rest.
  std::optional<Duration> retry() const { return retry_; }
  /// There is no display, or it went away, or it takes no pictures: said on the log.
  bool lost() const { return lost_; }

  /// After open().
  present::Presenter& presenter() const { return *presenter_; }
  const playlist::Screen& screen() const { return screen_; }

 private:
  Open open_;
  std::unique_ptr<present::Presenter> presenter_;
  playlist::Screen screen_;  ///< that the presenter was opened for
  std::optional<Duration> retry_;
  int failures_ = 0;
  bool lost_ = false;
};

}  // namespace xp::player
