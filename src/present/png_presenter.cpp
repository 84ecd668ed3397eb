// SPDX-License-Identifier: MIT
#include "present/png_presenter.h"

#include <utility>

#include "base/i18n.h"
#include "media/png_writer.h"
#include "paint/pixmap.h"
#include "present/canvas.h"
#include "present/overlay.h"

namespace xp::present {

namespace {

class PngPresenter final : public Presenter {
 public:
  explicit PngPresenter(const OutputOptions& options) : options_(options), canvas_(options.panel) {}

  Status present(const scene::Scene& scene, paint::Painter& painter) override {
    const Placement placement = exact_placement(scene.size, options_.region, options_.rotation);
    canvas_.place(placement);
    const Size size{placement.picture.right(), placement.picture.bottom()};
    if (output_.size != size) {
      output_ = {size, paint::pixels_for(size), {}};
      canvas_.invalidate();
    }
    std::vector<Rect> rects = canvas_.changed(scene, size);
    overlay_.add_damage(rects, size);
    const paint::Target target{size, output_.pixels.data(), size.w * 4};
    canvas_.paint(scene, painter, rects, target);
    overlay_.draw(rects, target);
    ++counts_.frames;
    for (const Rect& rect : rects) counts_.painted_pixels += std::uint64_t(rect.w) * std::uint64_t(rect.h);
    return media::write_png(options_.path, size, output_.pixels.data(), target.stride);
  }
  void set_white(std::uint8_t level) override { canvas_.set_white(level); }
  void set_overlay(std::vector<std::string> lines) override { overlay_.set(std::move(lines)); }
  Counts counts() const override { return counts_; }

 private:
  OutputOptions options_;
  Canvas canvas_;
  Overlay overlay_;
  paint::Pixmap output_;
  Counts counts_;
};

}  // namespace

Result<std::unique_ptr<Presenter>> open_png_presenter(const OutputOptions& options) {
  if (options.path.empty()) return Error{tr("the presenter png needs a file to write")};
  return std::unique_ptr<Presenter>(std::make_unique<PngPresenter>(options));
}

}  // namespace xp::present
