// SPDX-License-Identifier: MIT
// Played on and on in virtual time, read anew again and again: what the process holds stays the same.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>
#include <span>

#include "player/machine.h"
#include "soak.h"
#include "theatre.h"

#ifdef __SANITIZE_ADDRESS__
/// Of the sanitizer's run time; Debian's GCC comes without its header. The name is the sanitizer's, so
/// clang-tidy is told that nobody here reserves it.
extern "C" std::size_t __sanitizer_get_current_allocated_bytes();  // NOLINT(bugprone-reserved-identifier)
#endif

namespace xp::soak {

namespace {

constexpr double kMostGrowth = 0.01, kMostMiB = 2;

/// Two slides that nobody has seen before, so that what was made for others has to go.
std::string edition(int number) {
  constexpr const char* kSlide =
      "[[slide]]\nid = \"{0}\"\nkind = \"slogan\"\ntext = \"{0} {1:04}\"\nduration = \"8s\"\n";
  return "[campaign]\ntitle = \"t\"\n" + fmt::format(kSlide, "one", number) +
         fmt::format(kSlide, "two", number);
}

/// What the process holds. A sanitizer keeps freed memory for a while, so that its heap is asked instead.
double mebibytes() {
#ifdef __SANITIZE_ADDRESS__
  const std::uint64_t bytes = __sanitizer_get_current_allocated_bytes();
#else
  const std::uint64_t bytes = player::read_machine_facts("/").rss_bytes.value_or(0);
#endif
  return static_cast<double>(bytes) / (1 << 20);
}

std::ptrdiff_t entries(const char* folder) {
  return std::distance(std::filesystem::directory_iterator(folder), std::filesystem::directory_iterator());
}

struct Sample {
  double mebibytes = 0;
  std::ptrdiff_t descriptors = 0, threads = 0;
};

Sample look() { return {mebibytes(), entries("/proc/self/fd"), entries("/proc/self/task")}; }

double most(std::span<const Sample> samples) {
  return std::ranges::max(samples, {}, &Sample::mebibytes).mebibytes;
}

}  // namespace

Outcome steady_memory(const Amount& amount) {
  const int minutes = std::max(amount.rounds, 4);
  StageFiles files;
  files.files[kStagePlaylist] = bundled_playlist();
  Theatre theatre(files, 1);
  std::vector<Sample> samples;
  samples.reserve(static_cast<std::size_t>(minutes));
  theatre.play([&](int second) {
    if (second % 60 == 59) samples.push_back(look());
    return second < minutes * 60 ? Theatre::Act::nothing : Theatre::Act::none;
  });
  // Everything has been shown in the first half; the halves of the second are compared.
  const std::span<const Sample> all(samples), settled = all.subspan(all.size() / 2);
  const double before = most(settled.first(settled.size() / 2)),
               after = most(settled.subspan(settled.size() / 2));
  const auto as_before = [&](const Sample& s) {
    return s.descriptors == settled[0].descriptors && s.threads == settled[0].threads;
  };
  Outcome outcome;
  outcome.require(after - before < std::min(kMostMiB, before * kMostGrowth),
                  fmt::format("{:.2f} MiB became {:.2f}", before, after));
  outcome.require(std::ranges::all_of(settled, as_before), "descriptors or threads came or went");
  outcome.figures =
      fmt::format("{} minutes, {} pictures; {:.1f} MiB became {:.1f}; {} descriptors, {} threads", minutes,
                  theatre.pictures(), before, after, settled.back().descriptors, settled.back().threads);
  return outcome;
}

Outcome steady_textures(const Amount& amount) {
  constexpr int kSaved = 20;                        // seconds
  const int minutes = std::max(amount.rounds, 40);  // a third of it fills the tables of laid-out slides
  StageFiles files;
  files.files[kStagePlaylist] = edition(0);
  Theatre theatre(files, 1, Theatre::Panel::device);
  std::vector<std::size_t> held;  // bytes, each second
  theatre.play([&](int second) {
    for (const MemoryUse& use : theatre.status().memory)
      if (use.store == "textures") held.push_back(use.bytes);
    if (second >= minutes * 60) return Theatre::Act::none;
    if (second % kSaved != 0) return Theatre::Act::nothing;
    files.files[kStagePlaylist] = edition(second / kSaved);
    return Theatre::Act::saved;
  });
  const std::span<const std::size_t> settled = std::span(held).subspan(held.size() / 2);
  const auto half = static_cast<std::ptrdiff_t>(settled.size() / 2);
  Outcome outcome;
  outcome.require(settled.size() > 2, "nothing was on the device");
  if (settled.size() <= 2) return outcome;
  const std::size_t before = *std::min_element(settled.begin(), settled.begin() + half),
                    after = *std::min_element(settled.begin() + half, settled.end());
  outcome.require(before > 0, "no texture was seen");
  outcome.require(static_cast<double>(after) < static_cast<double>(before) * (1 + kMostGrowth),
                  fmt::format("{} bytes of textures became {}", before, after));
  outcome.figures =
      fmt::format("{} minutes; {:.2f} MiB of textures, then {:.2f}", minutes,
                  static_cast<double>(before) / (1 << 20), static_cast<double>(after) / (1 << 20));
  return outcome;
}

Outcome taken_reloads(const Amount& amount) {
  const int rounds = std::max(amount.rounds, 100);
  // At the moment at which the stage stands still the one shows its first slogan, the other its second.
  const std::array<std::string, 2> texts{two_slogans(std::chrono::seconds(1'000)),
                                         two_slogans(std::chrono::seconds(2'400))};
  StageFiles files;
  files.files[kStagePlaylist] = texts[0];
  Theatre theatre(files, 0, Theatre::Panel::lamps);
  std::vector<Sample> samples;
  std::array<Hash, 2> pictures{};
  int taken = 0, wrong = 0;
  Instant last;
  theatre.play([&](int second) {
    const auto reload = theatre.status().reload;
    if (reload && reload->at > last) ++taken, last = reload->at;
    Hash& picture = pictures[static_cast<std::size_t>(second) % 2];
    if (second < 2) picture = theatre.picture();
    wrong += theatre.picture() != picture;
    if (second % 20 == 0) samples.push_back(look());
    files.files[kStagePlaylist] = texts[static_cast<std::size_t>(second + 1) % 2];
    return second < rounds ? Theatre::Act::saved : Theatre::Act::none;
  });
  const std::span<const Sample> all(samples), settled = all.subspan(all.size() / 4);
  const double before = most(settled.first(settled.size() / 3)),
               after = most(settled.last(settled.size() / 3));
  Outcome outcome;
  outcome.require(taken >= rounds, fmt::format("only {} were read", taken));
  outcome.require(pictures[0] != pictures[1] && wrong == 0, fmt::format("{} wrong pictures", wrong));
  outcome.require(after - before < before * kMostGrowth,
                  fmt::format("{:.2f} MiB became {:.2f}", before, after));
  outcome.figures = fmt::format("{} playlists read and shown, {} wrong pictures; {:.1f} MiB became {:.1f}",
                                taken, wrong, before, after);
  return outcome;
}

}  // namespace xp::soak
