// SPDX-License-Identifier: MIT
#include "present/sdl_presenter.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"
#include "present/canvas.h"
#include "present/layer_drawer.h"
#include "present/output_window.h"
#include "present/overlay.h"
#include "present/render_device.h"
#include "scene/damage.h"

namespace xp::present {

namespace {

constexpr std::size_t kTextureBudget = std::size_t{128} << 20;  ///< bytes

class SdlPresenter final : public Presenter {
 public:
  SdlPresenter(const OutputOptions& options, std::unique_ptr<OutputWindow> window)
      : options_(options), window_(std::move(window)) {}
  ~SdlPresenter() override;

  /// Everything that a lost device takes with it, anew.
  Status build();

  Status present(const scene::Scene& scene, paint::Painter& painter) override;
  void prepare(const scene::OpsPtr& ops, const paint::PixmapPtr& pixels) override;
  paint::Grounds grounds() const override { return paint::Grounds::from_pixels; }
  bool busy() const override { return graphics_ && graphics_->drawer.has_steps(); }
  void set_white(std::uint8_t level) override;
  DisplayEvents poll() override;
  int wait_descriptor() const override { return window_->descriptor(); }
  Size output_size() const override { return window_->size(); }
  bool is_cut() const override { return is_cut_off(options_, window_->size()); }
  void set_overlay(std::vector<std::string> lines) override { overlay_.set(std::move(lines)); }
  void toggle_full_screen() override;
  Counts counts() const override { return counts_; }
  std::vector<MemoryUse> memory() const override;

 private:
  /// What lives and dies with the device.
  struct Graphics {
    explicit Graphics(std::unique_ptr<RenderDevice> d)
        : device(std::move(d)), drawer(*device, kTextureBudget) {}
    std::unique_ptr<RenderDevice> device;
    LayerDrawer drawer;
    Texture overlay;
  };

  bool is_shown(const scene::Scene& scene, Size output);
  Status draw(const scene::Scene& scene, paint::Painter& painter);
  void draw_picture(const scene::Scene& scene, Size output, paint::Painter& painter);
  void draw_scaled(const scene::Scene& scene, const Placement& placement, paint::Painter& painter);
  void dim(Size output);
  void draw_overlay();

  OutputOptions options_;
  std::unique_ptr<OutputWindow> window_;
  std::unique_ptr<Graphics> graphics_;  ///< null: lost
  Overlay overlay_;
  scene::Scene last_;
  Size last_output_;
  bool valid_ = false;  ///< the display shows last_
  std::uint8_t white_ = 255;
  Counts counts_;
};

SdlPresenter::~SdlPresenter() {
  if (window_->lost()) static_cast<void>(graphics_.release());  // as the window: nothing of it may be touched
}

Status SdlPresenter::build() {
  graphics_.reset();  // the old one goes before the new one comes
  valid_ = false;
  auto device = RenderDevice::create(window_->get());
  if (!device) return device.error();
  log(LogLevel::debug, "present", "SDL renderer: " + (*device)->name());
  graphics_ = std::make_unique<Graphics>(*std::move(device));
  return Done{};
}

Status SdlPresenter::present(const scene::Scene& scene, paint::Painter& painter) {
  ++counts_.frames;
  if (!graphics_) {
    if (Status built = build(); !built) return built;
  }
  if (is_shown(scene, graphics_->device->output())) return Done{};
  if (Status drawn = draw(scene, painter)) return drawn;
  // SDL tells nobody on Linux that the device was lost: the calls fail.
  if (Status built = build(); !built) return built;
  return draw(scene, painter);
}

bool SdlPresenter::is_shown(const scene::Scene& scene, Size output) {
  std::vector<Rect> changed;
  overlay_.add_damage(changed, output);
  if (!changed.empty()) graphics_->overlay.reset();
  const bool same = valid_ && changed.empty() && output == last_output_ && scene.size == last_.size;
  return same && scene::damage(last_, scene).empty();
}

Status SdlPresenter::draw(const scene::Scene& scene, paint::Painter& painter) {
  RenderDevice& device = *graphics_->device;
  const Size output = device.output();
  valid_ = false;
  graphics_->drawer.begin_pass();
  device.clear({0, 0, 0, 255});
  draw_picture(scene, output, painter);
  dim(output);
  draw_overlay();
  device.show();
  if (Status drawn = device.status(); !drawn) return drawn;
  last_ = scene;
  last_output_ = output;
  valid_ = true;
  counts_.painted_pixels += static_cast<std::uint64_t>(output.w) * static_cast<std::uint64_t>(output.h);
  return Done{};
}

void SdlPresenter::draw_picture(const scene::Scene& scene, Size output, paint::Painter& painter) {
  const Placement exact = exact_placement(scene.size, options_.region, options_.rotation);
  const Placement placement =
      options_.window ? fitted_placement(scene.size, options_.rotation, output) : exact;
  if (placement.picture.size() == exact.picture.size()) {
    graphics_->drawer.draw(scene.layers, Rect::of({}, scene.size), placement, painter);
  } else {
    draw_scaled(scene, placement, painter);
  }
}

/// A preview that is smaller or larger: drawn in its own size, then scaled, so that layers meet.
void SdlPresenter::draw_scaled(const scene::Scene& scene, const Placement& placement,
                               paint::Painter& painter) {
  RenderDevice& device = *graphics_->device;
  const Rect whole = Rect::of({}, scene.size);
  const Texture stage = device.target(scene.size);
  if (!stage) return;
  SDL_Texture* before = device.draw_into(stage.get());
  graphics_->drawer.draw(scene.layers, whole, exact_placement(scene.size, {}, 0), painter);
  device.draw_into(before);
  device.copy(*stage, whole, placement.picture, {placement.rotation, 255, true});
}

/// As paint::dim() does, to the level where the device rounds to the nearest; else a level darker at most.
void SdlPresenter::dim(Size output) {
  const auto veil = static_cast<std::uint8_t>(255 - white_);
  if (veil != 0) graphics_->device->fill(Rect::of({}, output), {0, 0, 0, 255}, veil);
}

void SdlPresenter::draw_overlay() {
  const paint::Pixmap& panel = overlay_.panel();
  if (panel.pixels.empty()) return;
  RenderDevice& device = *graphics_->device;
  Texture& texture = graphics_->overlay;
  if (!texture) {
    texture = device.texture(panel.size);
    if (texture) device.upload(*texture, {}, paint::view_of(panel));
  }
  if (texture) device.copy(*texture, Rect::of({}, panel.size), overlay_.area(), {0, Overlay::kOpacity, true});
}

std::vector<MemoryUse> SdlPresenter::memory() const {
  return {{"textures", graphics_ ? graphics_->drawer.texture_bytes() : 0, kTextureBudget}};
}

void SdlPresenter::prepare(const scene::OpsPtr& ops, const paint::PixmapPtr& pixels) {
  if (graphics_) graphics_->drawer.prepare(ops, pixels);
}

void SdlPresenter::set_white(std::uint8_t level) {
  if (std::exchange(white_, level) != level) valid_ = false;
}

DisplayEvents SdlPresenter::poll() {
  const WindowEvents out = window_->poll();
  if (out.lost) return out;
  if (out.reset) graphics_.reset();
  if (busy()) graphics_->drawer.step();
  if (out.exposed) valid_ = false;
  return out;
}

void SdlPresenter::toggle_full_screen() {
  window_->toggle_full_screen();
  valid_ = false;
}

}  // namespace

Result<std::unique_ptr<Presenter>> open_sdl_presenter(const OutputOptions& options,
                                                      const std::vector<DriverChoice>& drivers) {
  if (options.panel != Panel::full)
    return Error{tr("the graphics processor cannot show the colours of a panel of one or two")};
  auto window = OutputWindow::open(options, drivers);
  if (!window) return window.error();
  auto presenter = std::make_unique<SdlPresenter>(options, *std::move(window));
  if (Status built = presenter->build(); !built) return built.error();
  return std::unique_ptr<Presenter>(std::move(presenter));
}

Result<std::unique_ptr<Presenter>> open_sdl_presenter(const OutputOptions& options) {
  return open_sdl_presenter(options, drivers_to_try(display_environment()));
}

}  // namespace xp::present
