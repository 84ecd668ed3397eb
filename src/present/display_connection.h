// SPDX-License-Identifier: MIT
// What SDL does not tell about the X server or the Wayland compositor a window is on.
#pragma once

struct SDL_Window;
union SDL_Event;

namespace xp::present {

/// The descriptor of the connection; −1 where there is none (KMS).
int connection_descriptor(SDL_Window* window);

/// Keeps Xlib from ending the process when the server goes away: connection_lost() is true from then on.
void survive_loss(SDL_Window* window);
bool connection_lost();
/// From now on such a loss ends the process, with exit code 75: whoever closes windows waits for the server's
/// answer, and Xlib without a connection would wait for ever.
void end_on_loss();

/// Somebody on the window's X server manages windows (_NET_SUPPORTING_WM_CHECK of the EWMH).
bool has_window_manager(SDL_Window* window);

/// Has the X server tell, as SDL events, of outputs that come, go or change their mode. SDL itself says
/// nothing of most of it and keeps the sizes it found at first. False: they have changed since.
bool watch_outputs(SDL_Window* window);
/// The event is one of those.
bool tells_of_outputs(const SDL_Event& event);

}  // namespace xp::present
