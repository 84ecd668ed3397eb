// SPDX-License-Identifier: MIT
// The loudspeakers, through SDL. No device is opened before something is to be heard.
#pragma once

#include <memory>

#include "scene/scene.h"

namespace xp::player {

/// Main thread.
class Sound {
 public:
  Sound();
  ~Sound();
  /// The sound of the loudest video of the scene that is on the screen now, in step with it; silence where
  /// all are silent.
  void follow(const scene::Scene& scene);
  void mute();

 private:
  struct Device;
  bool open();
  std::unique_ptr<Device> device_;
  bool refused_ = false;  ///< there is no device: said once
};

}  // namespace xp::player
