// SPDX-License-Identifier: MIT
// Memo tables of one thread, keyed by content: a reload keeps everything unchanged warm.
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/geometry.h"
#include "base/hash.h"
#include "base/memory_use.h"
#include "base/result.h"
#include "kinds/slide_kind.h"
#include "media/picture.h"
#include "scene/scene.h"
#include "show/show.h"
#include "text/engine.h"

namespace xp::show {

/// What is laid out: a content of a kind, in a theme, for a zone.
struct LayoutRequest {
  const kinds::SlideKind& kind;
  const kinds::Content& content;
  const kinds::Theme& theme;
  Size box;
};

/// One thread. Holds that thread's text engine.
class Caches {
 public:
  static Result<std::unique_ptr<Caches>> create(std::shared_ptr<const text::FontCatalog> catalog);

  /// The content laid out; the oldest of more than `capacity` are forgotten.
  kinds::LaidPtr laid(const Show& show, const LayoutRequest& request);
  bool has(const Hash& key) const { return by_key_.contains(key); }
  /// Takes what another thread has laid out under its key.
  void adopt(const Hash& key, kinds::LaidPtr laid);
  static Hash key(const Show& show, const LayoutRequest& request);
  void set_capacity(std::size_t entries);
  /// Bytes of decoded pictures that are kept with what is laid out: the least recently shown go first. What
  /// was shown or prepared last stays all the same.
  void set_picture_budget(std::size_t bytes);
  MemoryUse pictures() const;
  text::Engine& engine() { return *engine_; }

  /// The layers in one, always the same pointer for the same layers while it is remembered (a group's
  /// cross-fade).
  scene::OpsPtr flattened(const std::vector<scene::Layer>& layers);

 private:
  using Pictures = std::vector<std::shared_ptr<const media::Picture>>;
  struct Entry {
    Hash key;
    kinds::LaidPtr laid;
    Pictures pictures;  ///< that it holds
  };
  using Place = std::list<Entry>::iterator;

  explicit Caches(std::unique_ptr<text::Engine> engine);
  Place drop(Place entry);
  void trim();

  std::unique_ptr<text::Engine> engine_;
  std::list<Entry> recent_;  ///< the most recently used first
  std::unordered_map<Hash, Place, HashOf> by_key_;
  std::size_t capacity_ = 64, picture_budget_ = std::size_t{128} << 20;
  std::list<std::pair<Hash, scene::OpsPtr>> groups_;  ///< the last few transitions' groups, newest first
};

}  // namespace xp::show
