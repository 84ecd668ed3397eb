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
#include "base/result.h"
#include "kinds/slide_kind.h"
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
  text::Engine& engine() { return *engine_; }

  /// The layers in one, always the same pointer for the same layers while it is remembered (a group's
  /// cross-fade).
  scene::OpsPtr flattened(const std::vector<scene::Layer>& layers);

 private:
  explicit Caches(std::unique_ptr<text::Engine> engine);
  std::unique_ptr<text::Engine> engine_;
  std::list<std::pair<Hash, kinds::LaidPtr>> recent_;
  std::unordered_map<Hash, std::list<std::pair<Hash, kinds::LaidPtr>>::iterator, HashOf> by_key_;
  std::size_t capacity_ = 64;
  std::list<std::pair<Hash, scene::OpsPtr>> groups_;  ///< the last few transitions' groups, newest first
};

}  // namespace xp::show
