// SPDX-License-Identifier: MIT
// A campaign's playlist: plain data, as read from slides/<campaign>/playlist.toml.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/time.h"
#include "kinds/lexicon_reader.h"
#include "kinds/slide_kind.h"
#include "playlist/check_keys.h"
#include "playlist/schedule.h"
#include "toml/document.h"
#include "toml/field.h"
#include "toml/schema.h"

namespace xp::playlist {

enum class Sync { wall_clock, start };

/// Urgent slides are shown instead of the others of their zone while their schedule holds.
enum class Priority { normal, urgent };

struct Campaign {
  std::string title;
  toml::Located<std::string> theme{"deep-blue", {}};  ///< a name under slides/themes, or a path
  std::string language = "zh-Hans";
  UtcOffset utc_offset;
  Sync sync = Sync::wall_clock;
  std::string source;
  std::optional<Date> as_of;
  toml::Located<std::string> logo;  ///< beside the playlist; empty: none
  ScheduleKeys schedule_keys;       ///< as written
  Schedule schedule;                ///< of all of its slides
};

struct Slide {
  std::string id;
  const kinds::SlideKind* kind = nullptr;
  kinds::ContentPtr content;
  toml::Located<std::string> zone{"main", {}};
  toml::Located<std::string> theme;  ///< as the campaign's; empty: the campaign's
  Duration duration{};  ///< as written, or from the text: whole seconds, clamp(2 + graphemes / 4, 5, 30)
  int weight = 1;       ///< appearances in a cycle, 1–10
  toml::Located<int> min_per_hour{};  ///< showings promised for every hour in which it is active; 0: none
  bool enabled = true;
  Priority priority = Priority::normal;
  Schedule schedule;  ///< its own
  bool usable =
      true;     ///< false: a file that it names cannot be used (reported); its slots go to the next slide
  Location at;  ///< of its table
  Hash hash;    ///< of kind, content, theme and duration
};

struct TickerLine {
  std::string text;
  bool urgent = false;  ///< before the others, in the colours of warnings
  bool enabled = true;
  Location at;
};

struct Playlist {
  std::string path;
  Campaign campaign;
  std::vector<Slide> slides;
  std::vector<TickerLine> ticker;
  CheckKeys check;
  std::vector<text::LexiconEntry> words;  ///< at which no line ends, beside the lexicon's
  Hash hash;                              ///< of everything that can be seen
};

/// What must hold for the slide to be shown: the campaign's schedule and its own.
std::vector<Schedule> rules_of(const Playlist& playlist, const Slide& slide);

inline constexpr std::size_t kMaxSlides = 10'000;

/// `argument`: a file, or the folder that holds playlist.toml. Any error that reaches beyond a slide means
/// nothing is returned: a screen never shows half a change. All mistakes are reported.
std::optional<Playlist> read_playlist(const FileSystem& files, const std::string& argument,
                                      Diagnostics& diagnostics);
/// `files`: where the files that slides name are.
std::optional<Playlist> read_playlist(const toml::Document& document, const FileSystem& files,
                                      Diagnostics& diagnostics);

/// The file an argument of the command line means.
std::string playlist_file(const FileSystem& files, const std::string& argument);

/// JSON Schema of the whole playlist file, kinds included.
std::string playlist_schema();

}  // namespace xp::playlist
