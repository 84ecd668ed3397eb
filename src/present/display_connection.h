// SPDX-License-Identifier: MIT
// What SDL does not tell about the X server or the Wayland compositor a window is on.
#pragma once

struct SDL_Window;

namespace xp::present {

/// The descriptor of the connection; −1 where there is none (KMS).
int connection_descriptor(SDL_Window* window);

/// Keeps Xlib from ending the process when the server goes away: connection_lost() is true from then on.
void survive_loss(SDL_Window* window);
bool connection_lost();

}  // namespace xp::present
