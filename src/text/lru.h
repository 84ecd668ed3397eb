// SPDX-License-Identifier: MIT
// A memo table within a budget: the least recently used entries go first.
#pragma once

#include <cstddef>
#include <list>
#include <unordered_map>
#include <utility>

namespace xp::text {

/// `Value` is cheap to copy (a shared pointer). Every entry has a cost; the sum stays within the capacity,
/// except that the newest entry is always kept.
template <class Key, class Value, class HashFn>
class Lru {
 public:
  explicit Lru(std::size_t capacity) : capacity_(capacity) {}

  /// The value, made the most recently used; null when there is none. Valid until the next call.
  const Value* find(const Key& key) {
    const auto found = index_.find(key);
    if (found == index_.end()) return nullptr;
    order_.splice(order_.begin(), order_, found->second);
    return &found->second->value;
  }

  void insert(const Key& key, Value value, std::size_t cost = 1) {
    if (const auto found = index_.find(key); found != index_.end()) erase(found->second);
    order_.push_front({key, std::move(value), cost});
    index_.emplace(key, order_.begin());
    used_ += cost;
    shrink();
  }

  void set_capacity(std::size_t capacity) {
    capacity_ = capacity;
    shrink();
  }

  std::size_t size() const { return index_.size(); }
  std::size_t used() const { return used_; }

 private:
  struct Entry {
    Key key;
    Value value;
    std::size_t cost;
  };
  using Order = std::list<Entry>;

  void erase(typename Order::iterator entry) {
    used_ -= entry->cost;
    index_.erase(entry->key);
    order_.erase(entry);
  }
  void shrink() {
    while (used_ > capacity_ && order_.size() > 1) erase(std::prev(order_.end()));
  }

  std::size_t capacity_, used_ = 0;
  Order order_;  // most recently used first
  std::unordered_map<Key, typename Order::iterator, HashFn> index_;
};

}  // namespace xp::text
