// SPDX-License-Identifier: MIT
#include "player/engines.h"

#include <utility>

namespace xp::player {

Status Engines::use(const std::shared_ptr<const text::FontCatalog>& catalog) {
  if (catalog_ && (catalog_ == catalog || catalog_->hash == catalog->hash)) return Done{};
  auto caches = show::Caches::create(catalog);
  if (!caches) return caches.error();
  auto painter = paint::Painter::create(catalog);
  if (!painter) return painter.error();
  catalog_ = catalog;
  caches_ = std::move(*caches);
  painter_ = std::move(*painter);
  if (pixels_) keep_pixels(*pixels_);
  if (frames_) painter_->take_frames_from(frames_);
  return Done{};
}

void Engines::take_frames_from(std::shared_ptr<media::VideoFrames> frames) {
  frames_ = std::move(frames);
  if (painter_) painter_->take_frames_from(frames_);
}

void Engines::keep_pixels(std::size_t bytes) {
  pixels_ = bytes;
  if (painter_) painter_->set_budget(bytes);
  if (caches_) caches_->set_picture_budget(bytes);
}

void Engines::give_back_pages() {
  if (caches_) caches_->engine().give_back_pages();
  if (painter_) painter_->give_back_pages();
}

std::vector<MemoryUse> Engines::memory() const {
  std::vector<MemoryUse> stores;
  if (painter_) stores = painter_->memory();
  if (caches_) stores.push_back(caches_->pictures());
  return stores;
}

Status Engines::use_no_fonts() {
  auto painter = paint::Painter::create(std::make_shared<text::FontCatalog>());
  if (!painter) return painter.error();
  catalog_.reset();
  caches_.reset();
  painter_ = std::move(*painter);
  return Done{};
}

}  // namespace xp::player
