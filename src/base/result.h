// SPDX-License-Identifier: MIT
// A value or the reason why there is none. For failures of the machine (files, memory, devices);
// mistakes of people are diagnostics (diagnostic.h), mistakes of programmers are assertions.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace xp::inline base {

struct Error {
  std::string message;  ///< already in the user's language, without a final stop
  int code = 0;         ///< errno where there is one
};

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}
  Result(Error error) : state_(std::move(error)) {}

  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() & { return std::get<0>(state_); }
  const T& operator*() const& { return std::get<0>(state_); }
  T&& operator*() && { return std::get<0>(std::move(state_)); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};
using Status = Result<Done>;  ///< success without a value: `return Done{};`

}  // namespace xp::inline base
