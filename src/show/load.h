// SPDX-License-Identifier: MIT
// From files to a show: finds the playlist, its theme, the fonts, the logo and the screen, reads them and
// checks them against one another. What play, render, check and every reload call.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file.h"
#include "base/paths.h"
#include "playlist/player_config.h"
#include "show/show.h"
#include "text/font_catalog.h"
#include "text/lexicon.h"

namespace xp::show {

/// What a show is to be made of. Names that come out of a file carry their place: they are looked for beside
/// that file too, and the diagnostics point at them.
struct LoadRequest {
  DataPath data;
  toml::Located<std::string> playlist;                   ///< a file, or the folder that holds playlist.toml
  toml::Located<std::string> screen{"plaza-1080p", {}};  ///< a name under config/screens, or a path
  Instant anchor{};                                      ///< of Sync::start
  std::set<std::string> unusable{};                      ///< ids of slides whose slots go to the next
  ClockState clock = ClockState::trusted;
  std::vector<std::string> font_folders = default_font_folders();

  static std::vector<std::string> default_font_folders();
};

/// Nothing after an error. All mistakes of all files are reported.
std::optional<ShowPtr> load_show(const FileSystem& files, const LoadRequest& request,
                                 Diagnostics& diagnostics);

/// The playlist file that a request means: as it stands, beside the file that names it, then on the data
/// path.
std::string resolve_playlist(const FileSystem& files, const DataPath& data,
                             const toml::Located<std::string>& argument);

/// A screen by name or path.
std::optional<playlist::Screen> load_screen(const FileSystem& files, const DataPath& data,
                                            const toml::Located<std::string>& argument,
                                            Diagnostics& diagnostics);

/// The fonts of fonts/catalog.toml on the data path; null after an error.
std::shared_ptr<const text::FontCatalog> load_fonts(const FileSystem& files, const DataPath& data,
                                                    const std::vector<std::string>& folders,
                                                    Diagnostics& diagnostics);

/// The words of lexicon/zh-Hans.txt on the data path; null where there is none.
text::LexiconPtr load_lexicon(const FileSystem& files, const DataPath& data, Diagnostics& diagnostics);

}  // namespace xp::show
