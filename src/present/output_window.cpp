// SPDX-License-Identifier: MIT
#include "present/output_window.h"

#include <SDL.h>

#include <optional>
#include <string_view>
#include <utility>

#include "base/i18n.h"
#include "present/canvas.h"
#include "present/display_connection.h"

namespace xp::present {

namespace {

std::optional<Key> key_of(SDL_Keycode code) {
  switch (code) {
    case SDLK_RIGHT:
      return Key::next;
    case SDLK_LEFT:
      return Key::previous;
    case SDLK_SPACE:
      return Key::pause;
    case SDLK_F1:
      return Key::overlay;
    case SDLK_f:
      return Key::full_screen;
    case SDLK_ESCAPE:
      return Key::quit;
    default:
      return std::nullopt;
  }
}

bool spoils_pixels(Uint8 window_event) {
  switch (window_event) {
    case SDL_WINDOWEVENT_SHOWN:
    case SDL_WINDOWEVENT_EXPOSED:
    case SDL_WINDOWEVENT_SIZE_CHANGED:
    case SDL_WINDOWEVENT_RESTORED:
      return true;
    default:
      return false;
  }
}

std::vector<std::string> display_names() {
  std::vector<std::string> names;
  for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
    const char* name = SDL_GetDisplayName(i);
    names.emplace_back(name ? name : "");
  }
  return names;
}

constexpr Uint32 kFullScreen = SDL_WINDOW_FULLSCREEN_DESKTOP, kHidden = SDL_WINDOW_HIDDEN;

bool on_x11() {
  const char* driver = SDL_GetCurrentVideoDriver();
  return driver && std::string_view(driver) == "x11";
}

/// SDL asks the window manager for the whole screen and waits a tenth of a second for what it does, at the
/// end again: not where there is none to do anything.
void show_on_x11(SDL_Window* window) {
  if (has_window_manager(window)) SDL_SetWindowFullscreen(window, kFullScreen);
  SDL_ShowWindow(window);
}

SDL_Window* create_window(const OutputOptions& options, int display) {
  if (options.window) {
    return SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED,
                            options.window->w, options.window->h, SDL_WINDOW_RESIZABLE);
  }
  SDL_DisplayMode mode{};
  if (SDL_GetDesktopDisplayMode(display, &mode) != 0) return nullptr;
  // Without a window manager nobody resizes a full-screen window: it has the display's size from the start.
  SDL_Window* window = SDL_CreateWindow(options.title.c_str(), SDL_WINDOWPOS_CENTERED_DISPLAY(display),
                                        SDL_WINDOWPOS_CENTERED_DISPLAY(display), mode.w, mode.h,
                                        SDL_WINDOW_BORDERLESS | (on_x11() ? kHidden : kFullScreen));
  if (!window) return nullptr;
  if (on_x11()) show_on_x11(window);
  SDL_ShowCursor(SDL_DISABLE);
  return window;
}

/// A public screen has no mouse and no input method; what they send would only wake us.
void ignore_what_nobody_does() {
  SDL_DisableScreenSaver();
  SDL_StopTextInput();
  for (const Uint32 type : {SDL_MOUSEMOTION, SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP, SDL_MOUSEWHEEL}) {
    SDL_EventState(type, SDL_IGNORE);
  }
}

}  // namespace

bool is_cut_off(const OutputOptions& options, Size output) {
  const Rect picture = exact_placement(options.size, options.region, options.rotation).picture;
  return !options.window && !Rect::of({}, output).contains(picture);
}

Result<std::unique_ptr<OutputWindow>> OutputWindow::open(const OutputOptions& options,
                                                         const std::vector<DriverChoice>& drivers) {
  if (Status opened = open_video(drivers); !opened) return opened.error();
  const Result<int> display = choose_display(display_names(), options.output);
  if (!display) {
    close_video();
    return display.error();
  }
  SDL_Window* window = create_window(options, *display);
  if (!window) {
    Error error{trf("no window on the display: {reason}", fmt::arg("reason", SDL_GetError()))};
    close_video();
    return error;
  }
  survive_loss(window);
  const bool current = options.window || watch_outputs(window);
  ignore_what_nobody_does();
  std::unique_ptr<OutputWindow> opened(
      new OutputWindow(window, options.window ? Kind::preview : Kind::full_screen));
  opened->rearranged_ = !current;
  opened->forget_coming();
  return opened;
}

/// Nothing is painted yet, so nothing is to be painted again because the window came and got its size: on X11
/// the first picture would be painted and sent twice.
void OutputWindow::forget_coming() { rearranged_ = poll().rearranged; }

OutputWindow::~OutputWindow() {
  if (lost_) return;  // Xlib would wait for, or end the process over, a server that is gone
  end_on_loss();
  SDL_DestroyWindow(window_);
  close_video();
}

int OutputWindow::descriptor() const { return lost_ ? -1 : connection_descriptor(window_); }

Size OutputWindow::size() const {
  Size size;
  SDL_GetWindowSize(window_, &size.w, &size.h);
  return size;
}

WindowEvents OutputWindow::poll() {
  WindowEvents out;
  out.rearranged = std::exchange(rearranged_, false);
  SDL_PumpEvents();
  SDL_Event event;
  while (SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > 0) take(event, out);
  if (connection_lost()) out.lost = lost_ = true;
  return out;
}

void OutputWindow::take(const SDL_Event& event, WindowEvents& out) {
  if (kind_ == Kind::full_screen && tells_of_outputs(event)) out.rearranged = true;
  switch (event.type) {
    case SDL_QUIT:
      // Full screen there is nothing to close: the server or the compositor went away. A window tells first
      // that its user closed it.
      if (kind_ == Kind::preview && close_asked_) {
        out.closed = true;
      } else {
        out.lost = lost_ = true;
      }
      break;
    case SDL_WINDOWEVENT:
      if (event.window.event == SDL_WINDOWEVENT_CLOSE) close_asked_ = true;
      if (spoils_pixels(event.window.event)) out.exposed = true;
      break;
    case SDL_DISPLAYEVENT:
      out.exposed = true;
      break;
    case SDL_RENDER_TARGETS_RESET:
    case SDL_RENDER_DEVICE_RESET:
      out.exposed = out.reset = true;
      break;
    case SDL_KEYDOWN:
      if (const auto key = event.key.repeat ? std::nullopt : key_of(event.key.keysym.sym))
        out.keys.push_back(*key);
      break;
    default:
      break;
  }
}

void OutputWindow::toggle_full_screen() {
  const bool full = (SDL_GetWindowFlags(window_) & kFullScreen) == kFullScreen;
  SDL_SetWindowFullscreen(window_, full ? 0 : kFullScreen);
  SDL_ShowCursor(full ? SDL_ENABLE : SDL_DISABLE);
}

}  // namespace xp::present
