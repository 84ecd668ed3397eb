// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <pthread.h>

#include <functional>
#include <utility>

#include "base/time.h"
#include "soak.h"
#include "toml/document.h"

namespace xp::soak {

namespace {

constexpr std::size_t kSmallStack = 256 * 1024;
constexpr Duration kLongestReading = milliseconds(100);

void on_small_stack(std::function<void()> work) {
  pthread_attr_t attributes;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kSmallStack);
  pthread_t thread{};
  const auto run = [](void* of) -> void* {
    (*static_cast<std::function<void()>*>(of))();
    return nullptr;
  };
  if (pthread_create(&thread, &attributes, run, &work) == 0) pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
}

std::string times(std::size_t count, std::string_view text) {
  std::string made;
  made.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) made += text;
  return made;
}

std::string utf16(std::string_view ascii) {
  std::string bytes = "\xff\xfe";
  for (const char c : ascii) bytes += std::string{c, '\0'};
  return bytes;
}

struct Bomb {
  const char* name;
  std::string text;
};

std::vector<Bomb> bombs() {
  return {{"200,000 dotted keys", "a" + times(200'000, ".a") + " = 1"},
          {"100,000 dotted keys", "a" + times(100'000, ".a") + " = 1"},
          {"200,000 brackets", "a = " + times(200'000, "[")},
          {"100,000 inline tables", times(50'000, "{a=") + times(50'000, "{a=")},
          {"100,000 inline tables as a value", "a = " + times(80'000, "{a=")},
          {"64 MiB", times(64 << 16, "# 0123456789abc\n")},
          {"a string of 10 MiB", "a = \"" + std::string(10 << 20, 'x') + "\""},
          {"a string of 200 KiB", "a = \"" + std::string(200 << 10, 'x') + "\""},
          {"NUL", std::string("a = 1\0b = 2", 11)},
          {"UTF-16", utf16("a = 1\n")},
          {"1,000,000 keys", times(1'000'000, "a=1\n")},
          {"60,000 keys", [] {
             std::string text;
             for (int i = 0; text.size() < 250'000; ++i) text += fmt::format("k{}=1\n", i);
             return text + "k0=1\n";
           }()}};
}

}  // namespace

Outcome toml_bombs(const Amount& amount) {
  Outcome outcome;
  Duration worst{};
  const char* slowest = "";
  const std::vector<Bomb> all = bombs();
  for (const Bomb& bomb : all) {
    on_small_stack([&] {
      Diagnostics diagnostics;
      std::string text = bomb.text;
      const Duration begun = read_clocks().monotonic;
      const bool accepted = toml::parse("bomb.toml", std::move(text), diagnostics).has_value();
      const Duration took = read_clocks().monotonic - begun;
      if (took > worst) worst = took, slowest = bomb.name;
      outcome.require(!accepted && diagnostics.has_errors(), fmt::format("{} is not refused", bomb.name));
    });
  }
  const double ms = std::chrono::duration<double, std::milli>(worst).count();
  if (amount.timed) outcome.require(worst <= kLongestReading, fmt::format("worst {:.1f} ms", ms));
  outcome.figures = fmt::format("{} bombs refused, the longest took {:.1f} ms ({})", all.size(), ms, slowest);
  return outcome;
}

}  // namespace xp::soak
