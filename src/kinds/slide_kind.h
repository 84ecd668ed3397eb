// SPDX-License-Identifier: MIT
// What a kind of slide is. A kind is one file with one row (registry.cpp): what it reads, how it is laid out,
// what it says.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/file.h"
#include "base/geometry.h"
#include "base/panel.h"
#include "base/paths.h"
#include "base/time.h"
#include "kinds/marquee_motion.h"
#include "kinds/theme.h"
#include "media/picture.h"
#include "scene/scene.h"
#include "text/engine.h"
#include "text/lexicon.h"
#include "toml/reader.h"
#include "toml/schema.h"

namespace xp::kinds {

/// What a slide says: the values of its kind's keys. Immutable; hash() covers every value.
class Content {
 public:
  virtual ~Content() = default;
  virtual Hash hash() const = 0;
  /// How long it takes by itself (a film, pages that are turned); nothing: as long as its text is read.
  virtual std::optional<Duration> length() const { return std::nullopt; }
};
using ContentPtr = std::shared_ptr<const Content>;

/// Facts of the campaign and the screen that slides show or obey.
struct Surroundings {
  std::string campaign_title;                  ///< the line at the top; empty: none
  std::shared_ptr<const media::Picture> logo;  ///< before it; null: the theme's shield
  std::string language = "zh-Hans";
  text::LexiconPtr lexicon;  ///< words that lines do not end inside; null: the dictionary's
  UtcOffset utc_offset;
  int refresh = 60;           ///< Hz, of the profile
  Instant anchor;             ///< of scrolling
  bool led = false;           ///< LED panel: cuts and scrolls only, no gradients, no smoothing below 24 px
  Panel panel = Panel::full;  ///< colours of the display
  int screen_vmin_px = 1080;  ///< the screen's (not the zone's) shorter side: speeds
};

/// Everything a layout depends on but the content. The engine is the calling thread's.
struct LayoutContext {
  Size box;  ///< of the zone, px
  const Theme& theme;
  const Surroundings& around;
  text::Engine& engine;
};

/// The moment a laid-out slide is asked about.
struct Moment {
  Duration elapsed{};   ///< since the end of the slot's transition; 0 during it
  Instant now;          ///< show time (clock, ticker)
  Duration entering{};  ///< how much of the slot's transition is over
  Duration stay{};      ///< how long the slide is shown after its transition, all in all: pages share it
  /// Since the slot began: what films go by.
  Duration shown() const { return entering + elapsed; }
};

/// What could not be set as it should be.
struct TextFaults {
  bool overflow = false;  ///< a text does not fit at its smallest size
  std::vector<text::Missing> missing;
  std::vector<std::string> split_words;  ///< what stands around a line's end inside a word: 诈|骗
};

/// A slide laid out for one box: immutable, any thread.
class Laid {
 public:
  virtual ~Laid() = default;
  /// The layers at `moment`, bottom first, in zone px. The first is opaque and covers the box unless the kind
  /// is an overlay.
  virtual void append_layers(const Moment& moment, std::vector<scene::Layer>& out) const = 0;
  /// When the picture next differs from the one at `moment`; kNever for a still one. Animations end on whole
  /// ticks.
  virtual Instant next_change(const Moment& moment) const = 0;
  /// Its end is its beginning (a film that begins anew): nothing to fade where it follows itself.
  virtual bool loops() const { return false; }
  /// When a slide that is shown for `stay` stands still with something of its own: the end of each page. The
  /// contact sheet shows these moments, the worker prepares them.
  virtual std::vector<Duration> rests(Duration stay) const { return {stay}; }
  virtual const TextFaults& faults() const {
    static const TextFaults kNone;
    return kNone;
  }
  /// Why it must not be shown: a file that turned out to be broken when it was decoded. Empty: nothing is
  /// wrong.
  virtual std::string_view failure() const { return {}; }
};
using LaidPtr = std::shared_ptr<const Laid>;

/// A line of the ticker.
struct TickerText {
  std::string text;
  bool urgent = false;
};

/// What a kind that fills a whole zone (ticker, clock, marquee) takes from the playlist and the zone.
struct ZoneFeed {
  std::vector<TickerText> ticker;                   ///< the enabled ticker lines
  std::vector<std::string> slogans;                 ///< marquee texts of the enabled slides, with markup
  std::string title;                                ///< the campaign's
  MarqueeMotion motion = MarqueeMotion::automatic;  ///< of the zone
};

/// Defaults of the campaign that slides inherit.
struct CampaignDefaults {
  std::string source;
  std::optional<Date> as_of;
};

/// What a slide is read with. The files that it names lie beside the playlist; whatever is asked for through
/// `files` is watched, so that a change is a reload.
struct ReadContext {
  CampaignDefaults defaults;
  const FileSystem& files;
  std::string folder;  ///< of the playlist

  std::string path_of(const std::string& name) const { return join_path(folder, name); }
};

struct SlideKind {
  std::string_view name;
  const char* doc;  ///< English, marked with N_
  std::vector<toml::KeyDescription> (*describe)();
  /// Null after an error. A file that cannot be used is a defect (report_defect): the content then lacks it.
  ContentPtr (*read)(toml::TableReader& reader, const ReadContext& context);
  LaidPtr (*layout)(const Content& content, const LayoutContext& context);
  std::string (*reading_text)(const Content& content);  ///< what a passer-by reads; for durations and lint
  std::string (*marquee_text)(
      const Content& content);  ///< in one line on an LED strip; null: not shown there
  /// Null: cannot fill a zone by itself. Its result is null where there is nothing to show: the zone is left
  /// out.
  ContentPtr (*feed)(const ZoneFeed& feed);
  bool tells_time = false;  ///< not shown while the clock cannot be trusted
};

/// The registry: every kind, in the order of the documentation.
std::span<const SlideKind> slide_kinds();
const SlideKind* find_kind(std::string_view name);

}  // namespace xp::kinds
