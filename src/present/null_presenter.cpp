// SPDX-License-Identifier: MIT
#include "present/null_presenter.h"

#include "scene/damage.h"

namespace xp::present {

namespace {

class NullPresenter final : public Presenter {
 public:
  Status present(const scene::Scene& scene, paint::Painter&) override {
    ++counts_.frames;
    for (const Rect& rect : scene::damage(last_, scene))
      counts_.painted_pixels += std::uint64_t(rect.w) * std::uint64_t(rect.h);
    last_ = scene;
    return Done{};
  }
  Counts counts() const override { return counts_; }

 private:
  scene::Scene last_;
  Counts counts_;
};

}  // namespace

Result<std::unique_ptr<Presenter>> open_null_presenter(const OutputOptions&) {
  return std::unique_ptr<Presenter>(std::make_unique<NullPresenter>());
}

}  // namespace xp::present
