// SPDX-License-Identifier: MIT
#include "player/output.h"

#include <utility>

#include "base/i18n.h"
#include "base/log.h"

namespace xp::player {

namespace {

constexpr Duration kRetry = milliseconds(250);
constexpr int kMostFailures = 8;  ///< of present() in a row: two seconds

}  // namespace

bool Output::open(const playlist::Screen& screen) {
  presenter_.reset();  // the old window goes before the new one comes
  auto opened = open_(screen);
  if (!opened) {
    log(LogLevel::error, "player", opened.error().message);
    lost_ = true;
    return false;
  }
  presenter_ = std::move(*opened);
  screen_ = screen;
  return true;
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

present::DisplayEvents Output::poll() {
  present::DisplayEvents events = presenter_->poll();
  if (events.lost) {
    log(LogLevel::error, "player", tr("the display is gone"));
    lost_ = true;
  }
  return events;
}

}  // namespace xp::player
