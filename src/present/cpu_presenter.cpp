// SPDX-License-Identifier: MIT
#include "present/cpu_presenter.h"

#include <SDL.h>

#include <utility>

#include "base/i18n.h"
#include "base/pages.h"
#include "present/canvas.h"
#include "present/output_window.h"
#include "present/overlay.h"

namespace xp::present {

namespace {

class CpuPresenter final : public Presenter {
 public:
  CpuPresenter(const OutputOptions& options, std::unique_ptr<OutputWindow> window)
      : options_(options), window_(std::move(window)), canvas_(options.panel) {}

  Status present(const scene::Scene& scene, paint::Painter& painter) override;
  void set_white(std::uint8_t level) override { canvas_.set_white(level); }
  DisplayEvents poll() override;
  int wait_descriptor() const override { return window_->descriptor(); }
  Size output_size() const override { return window_->size(); }
  bool is_cut() const override { return is_cut_off(options_, window_->size()); }
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

  OutputOptions options_;
  std::unique_ptr<OutputWindow> window_;
  Canvas canvas_;
  Overlay overlay_;
  SurfaceId shown_;
  paint::Pixmap shadow_;  ///< where the surface is not of our pixel format
  Counts counts_;
};

Result<SDL_Surface*> CpuPresenter::surface() {
  SDL_Surface* surface = SDL_GetWindowSurface(window_->get());  // a new one after a change of size
  if (!surface) return Error{trf("the window has no surface: {reason}", fmt::arg("reason", SDL_GetError()))};
  const SurfaceId id{surface, surface->pixels, {surface->w, surface->h}, surface->pitch};
  if (id != shown_) {
    canvas_.invalidate();
    populate_pages(surface->pixels,
                   static_cast<std::size_t>(surface->pitch) * static_cast<std::size_t>(surface->h));
  }
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
    shadow_ = {output, paint::pixels_for(output), {}};
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
  if (SDL_UpdateWindowSurfaceRects(window_->get(), list.data(), static_cast<int>(list.size())) == 0)
    return Done{};
  canvas_.invalidate();
  return Error{trf("the picture could not be shown: {reason}", fmt::arg("reason", SDL_GetError()))};
}

DisplayEvents CpuPresenter::poll() {
  DisplayEvents out = window_->poll();
  if (out.exposed) canvas_.invalidate();
  return out;
}

void CpuPresenter::toggle_full_screen() {
  window_->toggle_full_screen();
  canvas_.invalidate();
}

}  // namespace

Result<std::unique_ptr<Presenter>> open_cpu_presenter(const OutputOptions& options,
                                                      const std::vector<DriverChoice>& drivers) {
  auto window = OutputWindow::open(options, drivers);
  if (!window) return window.error();
  return std::unique_ptr<Presenter>(std::make_unique<CpuPresenter>(options, *std::move(window)));
}

Result<std::unique_ptr<Presenter>> open_cpu_presenter(const OutputOptions& options) {
  return open_cpu_presenter(options, drivers_to_try(display_environment()));
}

}  // namespace xp::present
