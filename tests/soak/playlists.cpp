// SPDX-License-Identifier: MIT
// Playlists with accidents: read by themselves, and saved under a running player.
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "base/time.h"
#include "mutant.h"
#include "playlist/playlist.h"
#include "soak.h"
#include "support/golden.h"
#include "theatre.h"

namespace xp::soak {

namespace {

constexpr Duration kLongestReading = milliseconds(50);

/// The bundled campaign and every example.
std::vector<std::string> good_playlists() {
  std::vector<std::string> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(test::source_path("slides")))
    if (entry.path().filename() == "playlist.toml") paths.push_back(entry.path().string());
  std::ranges::sort(paths);
  std::vector<std::string> texts;
  for (const std::string& path : paths) texts.push_back(test::read_file(path));
  return texts;
}

/// A file that is gone, too large or of another encoding has no line; all else has.
bool has_place(const Diagnostic& diagnostic) { return diagnostic.at.file && diagnostic.at.line >= 1; }
bool is_of_the_whole_file(const Diagnostic& diagnostic) {
  return diagnostic.id == "too-large" || diagnostic.id == "empty-file" || diagnostic.id == "too-many-mistakes" ||
         diagnostic.id == "empty-playlist" || diagnostic.id == "all-disabled";
}

}  // namespace

Outcome mutated_playlists(const Amount& amount) {
  Mutator mutator(amount.seed);
  const std::vector<std::string> good = good_playlists();
  MemoryFiles files;
  Outcome outcome;
  int refused = 0;
  Duration worst{};
  for (int i = 0; i < amount.rounds; ++i) {
    const std::string& text = files.files["city/playlist.toml"] = mutator.text(good[mutator.below(good.size())]);
    Diagnostics diagnostics;
    const Duration begun = read_clocks().monotonic;
    const auto playlist = playlist::read_playlist(files, "city", diagnostics);
    worst = std::max(worst, read_clocks().monotonic - begun);
    refused += !playlist;
    outcome.require(playlist || diagnostics.has_errors(), fmt::format("round {}: refused without a word", i));
    for (const Diagnostic& d : diagnostics.list()) {
      if (d.severity != Severity::error || is_of_the_whole_file(d)) continue;
      outcome.require(has_place(d) && !d.remedy.empty(),
                      fmt::format("round {}: {} ({}) has no place or no remedy\n{}", i, d.id, d.message,
                                  text.substr(0, 200)));
    }
  }
  const double ms = std::chrono::duration<double, std::milli>(worst).count();
  if (amount.timed) outcome.require(worst <= kLongestReading, fmt::format("worst {:.1f} ms", ms));
  outcome.figures = fmt::format("{} read, {} refused, the longest took {:.1f} ms", amount.rounds, refused, ms);
  return outcome;
}

Outcome saved_playlists(const Amount& amount) {
  const std::string good = bundled_playlist();
  StageFiles files;
  files.files[kStagePlaylist] = good;
  Theatre theatre(files);
  Mutator mutator(amount.seed);
  Outcome outcome;
  Hash before{};
  int refused = 0;
  const int code = theatre.play([&](int second) {
    if (second == 0) before = theatre.picture();
    // What was saved a second ago has been read by now.
    if (second > 0 && theatre.status().reload && theatre.status().reload->error) {
      ++refused;
      outcome.require(theatre.picture() == before, fmt::format("save {}: the picture changed", second - 1));
    }
    if (second == amount.rounds) {
      files.files[kStagePlaylist] = good;
      return Theatre::Act::saved;
    }
    if (second > amount.rounds + 3) return Theatre::Act::none;
    if (second > amount.rounds) return Theatre::Act::nothing;
    files.files[kStagePlaylist] = mutator.text(good) + "\n]]";  // refused whatever else happened
    return Theatre::Act::saved;
  });
  outcome.require(code == 0, fmt::format("the player ended with {}", code));
  outcome.require(theatre.pictures() > 0, "nothing was shown");
  outcome.require(refused >= amount.rounds, "some broken files were not refused");
  outcome.require(theatre.picture() == before, "the mended file does not bring the picture back");
  outcome.figures = fmt::format("{} broken files saved, {} times refused, the picture stood", amount.rounds, refused);
  return outcome;
}

}  // namespace xp::soak
