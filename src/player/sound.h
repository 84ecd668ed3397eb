// SPDX-License-Identifier: MIT
// The loudspeakers, through SDL. No device is opened before something is to be heard.
#pragma once

#include <memory>

#include "base/time.h"
#include "scene/scene.h"

namespace xp::player {

/// Main thread.
class Sound {
 public:
  static constexpr Duration kAgain = seconds(60);  ///< after a device was opened, or could not be

  virtual ~Sound() = default;
  /// The sound of the loudest video of the scene that is on the screen now, in step with it; silence where
  /// all are silent.
  virtual void follow(const scene::Scene& scene, Duration now) = 0;
  virtual void mute() = 0;
};
/// A device that is not there, or goes away, is said once and looked for again.
std::unique_ptr<Sound> loudspeakers();

}  // namespace xp::player
