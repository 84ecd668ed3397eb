// SPDX-License-Identifier: MIT
// The display that the loop presents on: waited for, opened for a screen, opened anew when outputs come, go
// or change their size, and told apart from one that is gone for good.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/geometry.h"
#include "base/result.h"
#include "base/time.h"
#include "paint/painter.h"
#include "playlist/screen.h"
#include "present/presenter.h"
#include "scene/scene.h"

namespace xp::player {

struct OutputParts {
  /// Opens the output for a screen; again when its profile or the display places the picture elsewhere.
  using Open = std::function<Result<std::unique_ptr<present::Presenter>>(const playlist::Screen&)>;
  Open open;
  /// Tells one state of the machine's connectors from another; asked once a second of a display that tells
  /// nothing itself (KMS). Null: there are none.
  std::function<std::string()> connectors;
  enum class Patience : std::uint8_t { gives_up, waits };
  Patience patience = Patience::gives_up;  ///< where there is no display
};

/// Main thread.
class Output {
 public:
  static constexpr Duration kAgain = seconds(1);          ///< without a display it is looked for so often
  static constexpr Duration kSettle = milliseconds(300);  ///< outputs change in several steps

  explicit Output(OutputParts parts) : parts_(std::move(parts)) {}

  /// The window that was there before is gone. Afterwards it is open, or waits for a display, or is lost().
  /// Where it is not for want of a display that this fails, it is open for the screen that it was before.
  void open(const playlist::Screen& screen, Duration now);
  /// There is a display: presenter() is there.
  bool is_open() const { return presenter_ != nullptr; }
  /// There is no display, or it went away, or it takes no pictures: said on the log.
  bool lost() const { return lost_; }

  struct Turn {
    present::DisplayEvents events;
    bool opened = false;  ///< anew: nothing is on it yet
  };
  /// At every turn of the loop.
  Turn turn(Duration now);
  /// When turn() has something to do next; nothing: when the display tells.
  std::optional<Duration> due() const;

  /// False: the picture failed; it is to be presented again once resting() ends.
  bool present(const scene::Scene& scene, paint::Painter& painter, Duration now);
  /// A picture failed a moment ago.
  bool resting(Duration now);
  /// When that ends; nothing: it does not rest.
  std::optional<Duration> retry() const { return retry_; }

  present::Presenter& presenter() const { return *presenter_; }
  const playlist::Screen& screen() const { return screen_; }
  /// Presenter::output_size(); empty without a display.
  Size size() const { return presenter_ ? presenter_->output_size() : Size{}; }
  /// Presenter::wait_descriptor(); −1 without a display.
  int descriptor() const { return presenter_ ? presenter_->wait_descriptor() : -1; }

 private:
  Status try_open();
  void say_cut() const;
  bool go_back(const playlist::Screen& before, const Error& why);
  void settle(const Status& opened, Duration now);
  void lack(const Error& error, Duration now);
  bool connectors_changed(Duration now);

  OutputParts parts_;
  std::unique_ptr<present::Presenter> presenter_;
  playlist::Screen screen_;        ///< that the presenter is opened for
  std::optional<Duration> again_;  ///< then it is opened anew
  bool said_ = false;              ///< that there is no display
  std::string connectors_;
  Duration connectors_due_{};
  std::optional<Duration> retry_;
  int failures_ = 0;
  bool lost_ = false;
};

}  // namespace xp::player
