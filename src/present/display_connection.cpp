// SPDX-License-Identifier: MIT
// Apart from the presenter because Xlib's macros (Status, None …) do not live together with our names.
#include "present/display_connection.h"

#include <SDL.h>
#include <SDL_syswm.h>
#include <dlfcn.h>

#include <cstdlib>

namespace xp::present {

namespace {

bool lost = false;  ///< one process, one connection; Xlib calls from within its functions, on the main thread
constexpr int kTemporaryFailure = 75;  // EX_TEMPFAIL of sysexits.h
bool is_end = false;                   ///< to be lost now is the end of the process

#if defined(SDL_VIDEO_DRIVER_X11)
int note_loss(Display*) {
  lost = true;
  return 0;
}
void stay(Display*, void*) {
  if (is_end) std::_Exit(kTemporaryFailure);
}

template <class F>
F find(void* library, const char* name) {
  return reinterpret_cast<F>(dlsym(library, name));
}

/// The first of the RandR extension's events; 0: there are none.
int randr_events = 0;

// X11/extensions/Xrandr.h, which nobody else needs.
constexpr int kScreenChange = 0, kOutputOrMode = 1;
constexpr int kChanges = 1 << 0 | 1 << 1 | 1 << 2;  ///< of the screen, a CRTC, an output

/// Xrandr is SDL's too.
void select_randr_events(Display* display) {
  randr_events = 0;
  void* library = dlopen("libXrandr.so.2", RTLD_NOW | RTLD_NOLOAD);
  if (!library) return;
  const auto query = find<Bool (*)(Display*, int*, int*)>(library, "XRRQueryExtension");
  const auto select = find<void (*)(Display*, Window, int)>(library, "XRRSelectInput");
  int errors = 0;
  if (query && select && query(display, &randr_events, &errors)) {
    // SDL has asked for changes of outputs already, and the server takes no other wish until that is
    // withdrawn.
    select(display, DefaultRootWindow(display), 0);
    select(display, DefaultRootWindow(display), kChanges);
    SDL_EventState(SDL_SYSWMEVENT, SDL_ENABLE);
  }
  dlclose(library);
}

/// The screen is as large as it was when the connection was made, of which SDL's sizes are.
bool keeps_size(Display* display) {
  void* library = dlopen("libX11.so.6", RTLD_NOW | RTLD_NOLOAD);
  if (!library) return true;
  const auto geometry =
      find<Status (*)(Display*, Drawable, Window*, int*, int*, unsigned*, unsigned*, unsigned*, unsigned*)>(
          library, "XGetGeometry");
  Window root = 0;
  int x = 0, y = 0;
  unsigned width = 0, height = 0, border = 0, depth = 0;
  const bool known = geometry && geometry(display, DefaultRootWindow(display), &root, &x, &y, &width, &height,
                                          &border, &depth) != 0;
  dlclose(library);
  const int screen = DefaultScreen(display);
  return !known || (static_cast<int>(width) == DisplayWidth(display, screen) &&
                    static_cast<int>(height) == DisplayHeight(display, screen));
}

/// The root window names one of the manager's.
bool is_managed(Display* display) {
  void* library = dlopen("libX11.so.6", RTLD_NOW | RTLD_NOLOAD);
  if (!library) return false;
  const auto atom = find<Atom (*)(Display*, const char*, Bool)>(library, "XInternAtom");
  const auto property =
      find<int (*)(Display*, Window, Atom, long, long, Bool, Atom, Atom*, int*, unsigned long*,
                   unsigned long*, unsigned char**)>(library, "XGetWindowProperty");
  const auto release = find<int (*)(void*)>(library, "XFree");
  unsigned long count = 0;
  if (atom && property && release) {
    Atom type = 0;
    int format = 0;
    unsigned long left = 0;
    unsigned char* window = nullptr;
    property(display, DefaultRootWindow(display), atom(display, "_NET_SUPPORTING_WM_CHECK", 0), 0, 1, 0,
             AnyPropertyType, &type, &format, &count, &left, &window);
    if (window) release(window);
  }
  dlclose(library);
  return count > 0;
}

/// Xlib ends the process in two places: after its error handler's own message, and after any error handler.
/// The library is SDL's, so its functions are looked up; the second is newer than what SDL asks for.
void keep_xlib_from_exiting(Display* display) {
  void* library = dlopen("libX11.so.6", RTLD_NOW | RTLD_NOLOAD);
  if (!library) return;
  using SetHandler = XIOErrorHandler (*)(XIOErrorHandler);
  using SetExitHandler = void (*)(Display*, void (*)(Display*, void*), void*);
  const auto set_handler = find<SetHandler>(library, "XSetIOErrorHandler");
  const auto set_exit_handler = find<SetExitHandler>(library, "XSetIOErrorExitHandler");
  if (set_handler && set_exit_handler) {
    set_handler(note_loss);
    set_exit_handler(display, stay, nullptr);
  }
  dlclose(library);
}
#endif

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

int connection_descriptor(SDL_Window* window) {
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

void survive_loss(SDL_Window* window) {
  lost = is_end = false;
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (!SDL_GetWindowWMInfo(window, &info)) return;
#if defined(SDL_VIDEO_DRIVER_X11)
  if (info.subsystem == SDL_SYSWM_X11) keep_xlib_from_exiting(info.info.x11.display);
#endif
}

bool connection_lost() { return lost; }
void end_on_loss() { is_end = true; }

bool has_window_manager(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
#if defined(SDL_VIDEO_DRIVER_X11)
  if (SDL_GetWindowWMInfo(window, &info) && info.subsystem == SDL_SYSWM_X11)
    return is_managed(info.info.x11.display);
#endif
  return false;
}

bool watch_outputs(SDL_Window* window) {
  SDL_SysWMinfo info;
  SDL_VERSION(&info.version);
  if (!SDL_GetWindowWMInfo(window, &info)) return true;
#if defined(SDL_VIDEO_DRIVER_X11)
  if (info.subsystem == SDL_SYSWM_X11) {
    select_randr_events(info.info.x11.display);
    return keeps_size(info.info.x11.display);
  }
#endif
  return true;
}

bool tells_of_outputs(const SDL_Event& event) {
  if (event.type == SDL_DISPLAYEVENT) return true;
#if defined(SDL_VIDEO_DRIVER_X11)
  if (event.type == SDL_SYSWMEVENT && event.syswm.msg->subsystem == SDL_SYSWM_X11 && randr_events > 0) {
    const int kind = event.syswm.msg->msg.x11.event.type - randr_events;
    return kind == kScreenChange || kind == kOutputOrMode;
  }
#endif
  return false;
}

}  // namespace xp::present
