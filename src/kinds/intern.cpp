// SPDX-License-Identifier: MIT
#include "kinds/intern.h"

#include <mutex>
#include <unordered_map>

namespace xp::kinds {
namespace {

using Pool = std::unordered_map<Hash, std::weak_ptr<const scene::Ops>, HashOf>;

}  // namespace

scene::OpsPtr intern(scene::OpsPtr ops) {
  static std::mutex mutex;
  static Pool pool;
  static std::size_t sweep_at = 256;
  const std::lock_guard lock(mutex);
  if (pool.size() >= sweep_at) {
    std::erase_if(pool, [](const auto& entry) { return entry.second.expired(); });
    sweep_at = std::max<std::size_t>(256, pool.size() * 2);
  }
  std::weak_ptr<const scene::Ops>& known = pool[ops->hash];
  if (auto alive = known.lock()) return alive;
  known = ops;
  return ops;
}

}  // namespace xp::kinds
