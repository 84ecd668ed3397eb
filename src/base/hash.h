// SPDX-License-Identifier: MIT
#pragma once

#include <bit>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace xp::inline base {

/// A 128-bit content hash (XXH3). Equal hashes are taken for equal content; no defence against an adversary.
struct Hash {
  std::uint64_t high = 0, low = 0;
  auto operator<=>(const Hash&) const = default;
  std::string hex() const;
};

Hash hash_bytes(std::string_view bytes);

/// Collects the bytes of several values; strings are added with their length, so "a"+"bc" ≠ "ab"+"c".
class Hasher {
 public:
  Hasher& add(std::string_view text);
  Hasher& add(const char* text) { return add(std::string_view(text)); }
  Hasher& add(const Hash& hash) { return add(hash.high).add(hash.low); }
  template <class T>
    requires(std::is_arithmetic_v<T> || std::is_enum_v<T>)
  Hasher& add(T value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }
  Hash done() const { return hash_bytes(bytes_); }

 private:
  std::string bytes_;
};

struct HashOf {
  std::size_t operator()(const Hash& hash) const { return hash.low; }
};

}  // namespace xp::inline base
