// SPDX-License-Identifier: MIT
#pragma once

struct SDL_Window;

namespace xp::present {

/// The descriptor of the connection to the X server or the Wayland compositor; −1 where there is none (KMS).
int display_descriptor(SDL_Window* window);

}  // namespace xp::present
