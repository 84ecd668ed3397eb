// SPDX-License-Identifier: MIT
// Files out of strings, read as a program would.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.h"
#include "playlist/player_config.h"
#include "playlist/playlist.h"
#include "playlist/screen.h"
#include "toml/document.h"

namespace xp::test {

template <class T>
struct Outcome {
  std::optional<T> value;
  Diagnostics diagnostics;

  /// Ids of the diagnostics, in the order of the file: "unknown-key duplicate-id".
  std::string ids() const {
    std::string ids;
    for (const Diagnostic& d : diagnostics.list()) ids += (ids.empty() ? "" : " ") + d.id;
    return ids;
  }
};

inline Outcome<playlist::Playlist> read_playlist(const std::string& text) {
  Outcome<playlist::Playlist> outcome;
  const auto document = toml::parse("playlist.toml", text, outcome.diagnostics);
  if (document) outcome.value = playlist::read_playlist(*document, MemoryFiles(), outcome.diagnostics);
  return outcome;
}

inline Outcome<playlist::Screen> read_screen(const std::string& text) {
  Outcome<playlist::Screen> outcome;
  const auto document = toml::parse("screen.toml", text, outcome.diagnostics);
  if (document) outcome.value = playlist::read_screen(*document, outcome.diagnostics);
  return outcome;
}

inline Outcome<playlist::PlayerConfig> read_player_config(const std::string& text) {
  Outcome<playlist::PlayerConfig> outcome;
  const auto document = toml::parse("xuanping.toml", text, outcome.diagnostics);
  if (document) outcome.value = playlist::read_player_config(*document, outcome.diagnostics);
  return outcome;
}

/// A slogan with further lines of TOML.
inline std::string slogan(const std::string& id, const std::string& more = {}) {
  return "[[slide]]\nid = \"" + id + "\"\nkind = \"slogan\"\ntext = \"高息是陷阱\"\n" + more + "\n";
}

}  // namespace xp::test
