// SPDX-License-Identifier: MIT
#include "present/cpu_presenter.h"

#include <SDL.h>

#include <utility>

#include "base/i18n.h"
#include "present/canvas.h"
#include "present/display_connection.h"
#include "present/overlay.h"

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

class CpuPresenter final : public Presenter {
 public:
  CpuPresenter(const OutputOptions& options, SDL_Window* window)
      : options_(options), window_(window), canvas_(options.panel) {}

  ~CpuPresenter() override {
    if (lost_) return;  // Xlib would wait for, or end the process over, a server that is gone
    SDL_DestroyWindow(window_);
    close_video();
  }

  Status present(const scene::Scene& scene, paint::Painter& painter) override;
  DisplayEvents poll() override;
  int wait_descriptor() const override { return lost_ ? -1 : connection_descriptor(window_); }
  Size output_size() const override;
  void set_overlay(std::vector<std::string> lines) override { overlay_.set(std::move(lines)); }
  void toggle_full_screen() override;
  Counts counts() const override { return counts_; }

 private:
  /// What tells one window surface from another.
  struct SurfaceId {
    const void* surface = nullptr;
    const void* pixels = nullptr;
    Size size;
    int pitch = 0;
    bool operator==(const SurfaceId&) const = default;
  };

  Result<SDL_Surface*> surface();
  Status paint_rects(const scene::Scene& scene, paint::Painter& painter, const std::vector<Rect>& rects,
                     SDL_Surface* surface);
  Status update(const std::vector<Rect>& rects);
  void take(const SDL_Event& event, DisplayEvents& out);

  OutputOptions options_;
  SDL_Window* window_;
  Canvas canvas_;
  Overlay overlay_;
  SurfaceId shown_;
  paint::Pixmap shadow_;  ///< where the surface is not of our pixel format
  Counts counts_;
  bool close_asked_ = false;
  bool lost_ = false;
};

Result<SDL_Surface*> CpuPresenter::surface() {
  SDL_Surface* surface = SDL_GetWindowSurface(window_);  // a new one after a change of size
  if (!surface) return Error{trf("the window has no surface: {reason}", fmt::arg("reason", SDL_GetError()))};
  const SurfaceId id{surface, surface->pixels, {surface->w, surface->h}, surface->pitch};
  if (id != shown_) canvas_.invalidate();
  shown_ = id;
  return surface;
}

bool is_argb(const SDL_Surface& surface) {
  return surface.format->format == SDL_PIXELFORMAT_ARGB8888 ||
         surface.format->format == SDL_PIXELFORMAT_RGB888;
}

Status CpuPresenter::present(const scene::Scene& scene, paint::Painter& painter) {
  Result<SDL_Surface*> found = surface();
  if (!found) return found.error();
  const Size output{(*found)->w, (*found)->h};
  canvas_.place(options_.window ? fitted_placement(scene.size, options_.rotation, output)
                                : exact_placement(scene.size, options_.region, options_.rotation));
  std::vector<Rect> rects = canvas_.changed(scene, output);
  overlay_.add_damage(rects, output);
  ++counts_.frames;
  if (rects.empty()) return Done{};
  if (Status painted = paint_rects(scene, painter, rects, *found); !painted) return painted;
  return update(rects);
}

Status CpuPresenter::paint_rects(const scene::Scene& scene, paint::Painter& painter,
                                 const std::vector<Rect>& rects, SDL_Surface* surface) {
  const Size output{surface->w, surface->h};
  const bool argb = is_argb(*surface);
  if (!argb && shadow_.size != output) {
    shadow_ = {output, std::vector<std::uint32_t>(std::size_t(output.w) * std::size_t(output.h))};
  }
  if (argb && SDL_LockSurface(surface) != 0) return Error{SDL_GetError()};
  const paint::Target target{output,
                             argb ? static_cast<std::uint32_t*>(surface->pixels) : shadow_.pixels.data(),
                             argb ? surface->pitch : output.w * 4};
  canvas_.paint(scene, painter, rects, target);
  overlay_.draw(rects, target);
  if (argb) {
    SDL_UnlockSurface(surface);
    return Done{};
  }
  SDL_Surface* shadow = SDL_CreateRGBSurfaceWithFormatFrom(shadow_.pixels.data(), output.w, output.h, 32,
                                                           output.w * 4, SDL_PIXELFORMAT_RGB888);
  if (!shadow) return Error{SDL_GetError()};
  for (const Rect& rect : rects) {
    SDL_Rect from{rect.x, rect.y, rect.w, rect.h}, to = from;
    SDL_BlitSurface(shadow, &from, surface, &to);
  }
  SDL_FreeSurface(shadow);
  return Done{};
}

Status CpuPresenter::update(const std::vector<Rect>& rects) {
  std::vector<SDL_Rect> list;
  for (const Rect& rect : rects) {
    list.push_back({rect.x, rect.y, rect.w, rect.h});
    counts_.painted_pixels += std::uint64_t(rect.w) * std::uint64_t(rect.h);
  }
  if (SDL_UpdateWindowSurfaceRects(window_, list.data(), static_cast<int>(list.size())) == 0) return Done{};
  canvas_.invalidate();
  return Error{trf("the picture could not be shown: {reason}", fmt::arg("reason", SDL_GetError()))};
}

Size CpuPresenter::output_size() const {
  Size size;
  SDL_GetWindowSize(window_, &size.w, &size.h);
  return size;
}

DisplayEvents CpuPresenter::poll() {
  DisplayEvents out;
  SDL_PumpEvents();
  SDL_Event event;
  while (SDL_PeepEvents(&event, 1, SDL_GETEVENT, SDL_FIRSTEVENT, SDL_LASTEVENT) > 0) take(event, out);
  if (connection_lost()) out.lost = lost_ = true;
  if (out.exposed) canvas_.invalidate();
  return out;
}

void CpuPresenter::take(const SDL_Event& event, DisplayEvents& out) {
  switch (event.type) {
    case SDL_QUIT:
      // Full screen there is nothing to close: the server or the compositor went away. A window tells first
      // that its user closed it.
      if (options_.window && close_asked_) {
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
    case SDL_KEYDOWN:
      if (const auto key = event.key.repeat ? std::nullopt : key_of(event.key.keysym.sym))
        out.keys.push_back(*key);
      break;
    default:
      break;
  }
}

void CpuPresenter::toggle_full_screen() {
  const bool full =
      (SDL_GetWindowFlags(window_) & SDL_WINDOW_FULLSCREEN_DESKTOP) == SDL_WINDOW_FULLSCREEN_DESKTOP;
  SDL_SetWindowFullscreen(window_, full ? 0 : SDL_WINDOW_FULLSCREEN_DESKTOP);
  SDL_ShowCursor(full ? SDL_ENABLE : SDL_DISABLE);
  canvas_.invalidate();
}

std::vector<std::string> display_names() {
  std::vector<std::string> names;
  for (int i = 0; i < SDL_GetNumVideoDisplays(); ++i) {
    const char* name = SDL_GetDisplayName(i);
    names.emplace_back(name ? name : "");
  }
  return names;
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
                                        SDL_WINDOW_BORDERLESS | SDL_WINDOW_FULLSCREEN_DESKTOP);
  if (window) SDL_ShowCursor(SDL_DISABLE);
  return window;
}

}  // namespace

Result<std::unique_ptr<Presenter>> open_cpu_presenter(const OutputOptions& options,
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
  SDL_DisableScreenSaver();
  SDL_StopTextInput();  // else input methods wake us for a keyboard nobody types on
  for (const Uint32 type : {SDL_MOUSEMOTION, SDL_MOUSEBUTTONDOWN, SDL_MOUSEBUTTONUP, SDL_MOUSEWHEEL}) {
    SDL_EventState(type, SDL_IGNORE);
  }
  return std::unique_ptr<Presenter>(std::make_unique<CpuPresenter>(options, window));
}

Result<std::unique_ptr<Presenter>> open_cpu_presenter(const OutputOptions& options) {
  return open_cpu_presenter(options, drivers_to_try(display_environment()));
}

}  // namespace xp::present
