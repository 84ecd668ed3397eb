// SPDX-License-Identifier: MIT
#include "player/output.h"

#include <algorithm>
#include <cerrno>
#include <optional>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"

namespace xp::player {

namespace {

constexpr Duration kRetry = milliseconds(250);
constexpr int kMostFailures = 8;  ///< of present() in a row: two seconds

}  // namespace

void Output::open(const playlist::Screen& screen, Duration now) {
  std::optional<playlist::Screen> before;
  if (presenter_) before = screen_;
  screen_ = screen;
  const Status opened = try_open();
  if (!opened && before && opened.error().code != ENODEV && go_back(*before, opened.error())) return;
  settle(opened, now);
}

/// A picture in another place says more than none.
bool Output::go_back(const playlist::Screen& before, const Error& why) {
  const playlist::Screen wanted = std::exchange(screen_, before);
  if (try_open()) {
    log(LogLevel::error, "player",
        trf("{reason}; the picture stays where it was", fmt::arg("reason", why.message)));
    return true;
  }
  screen_ = wanted;
  return false;
}

Status Output::try_open() {
  presenter_.reset();  // the old window goes before the new one comes
  again_.reset();
  retry_.reset();
  if (parts_.connectors) connectors_ = parts_.connectors();
  auto opened = parts_.open(screen_);
  if (!opened) return opened.error();
  presenter_ = std::move(*opened);
  if (presenter_->is_cut()) say_cut();
  return Done{};
}

void Output::say_cut() const {
  const Size output = presenter_->output_size();
  log(LogLevel::warning, "player",
      trf("the display has {width} × {height} pixels: the picture of the screen “{screen}”, {w} × {h}, is "
          "cut off; "
          "set the display's mode, or size, region and rotation of the screen",
          fmt::arg("width", output.w), fmt::arg("height", output.h), fmt::arg("screen", screen_.name),
          fmt::arg("w", screen_.size.w), fmt::arg("h", screen_.size.h)));
}

void Output::settle(const Status& opened, Duration now) {
  if (!opened) return lack(opened.error(), now);
  if (std::exchange(said_, false)) log(LogLevel::info, "player", tr("there is a display again"));
}

void Output::lack(const Error& error, Duration now) {
  if (parts_.patience == OutputParts::Patience::gives_up) {
    log(LogLevel::error, "player", error.message);
    lost_ = true;
    return;
  }
  again_ = now + kAgain;
  if (!std::exchange(said_, true))
    log(LogLevel::error, "player", trf("{reason}; waiting for a display", fmt::arg("reason", error.message)));
}

Output::Turn Output::turn(Duration now) {
  Turn turn;
  if (presenter_) {
    turn.events = presenter_->poll();
    if (turn.events.lost) {
      log(LogLevel::error, "player", tr("the display is gone"));
      lost_ = true;
      return turn;
    }
    if (turn.events.rearranged || connectors_changed(now)) again_ = now + kSettle;
  }
  if (!again_ || now < *again_) return turn;
  settle(try_open(), now);
  turn.opened = is_open();
  return turn;
}

bool Output::connectors_changed(Duration now) {
  if (!parts_.connectors || presenter_->wait_descriptor() >= 0 || now < connectors_due_) return false;
  connectors_due_ = now + kAgain;
  std::string fresh = parts_.connectors();
  return std::exchange(connectors_, fresh) != fresh;
}

std::optional<Duration> Output::due() const {
  const bool asks = presenter_ && parts_.connectors && presenter_->wait_descriptor() < 0;
  if (!asks) return again_;
  return again_ ? std::min(*again_, connectors_due_) : connectors_due_;
}

bool Output::present(const scene::Scene& scene, paint::Painter& painter, Duration now) {
  const Status shown = presenter_->present(scene, painter);
  if (shown) {
    failures_ = 0;
    return true;
  }
  log(LogLevel::error, "player", shown.error().message);
  retry_ = now + kRetry;
  if (++failures_ >= kMostFailures) lost_ = true;
  return false;
}

bool Output::resting(Duration now) {
  if (retry_ && now >= *retry_) retry_.reset();
  return retry_.has_value();
}

}  // namespace xp::player
