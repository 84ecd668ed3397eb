// SPDX-License-Identifier: MIT
// Apart from the presenter because Xlib's macros (Status, None …) do not live together with our names.
#include "present/display_descriptor.h"

#include <SDL_syswm.h>
#include <dlfcn.h>

namespace xp::present {

namespace {

#if defined(SDL_VIDEO_DRIVER_WAYLAND)
/// libwayland is SDL's: it is asked only when SDL has it loaded.
int wayland_descriptor(wl_display* display) {
  void* library = dlopen("libwayland-client.so.0", RTLD_NOW | RTLD_NOLOAD);
  if (!library) return -1;
  using GetFd = int (*)(wl_display*);
  const auto get_fd = reinterpret_cast<GetFd>(dlsym(library, "wl_display_get_fd"));
  const int descriptor = get_fd ? get_fd(display) : -1;
  dlclose(library);
  return descriptor;
}
#endif

}  // namespace

int display_descriptor(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (!SDL_GetWindowWMInfo(window, &info)) return -1;
#if defined(SDL_VIDEO_DRIVER_X11)
  if (info.subsystem == SDL_SYSWM_X11) return ConnectionNumber(info.info.x11.display);
#endif
#if defined(SDL_VIDEO_DRIVER_WAYLAND)
  if (info.subsystem == SDL_SYSWM_WAYLAND) return wayland_descriptor(info.info.wl.display);
#endif
  return -1;
}

}  // namespace xp::present
