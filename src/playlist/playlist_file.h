// SPDX-License-Identifier: MIT
// The keys of playlist.toml: field tables for the reader and the schema.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/i18n.h"
#include "playlist/playlist.h"
#include "toml/field.h"

namespace xp::playlist {

/// What every slide has, whatever its kind.
struct SlideKeys {
  std::string id;
  std::string kind;
  toml::Located<std::string> zone{"main", {}};
  toml::Located<std::string> theme;
  std::optional<Duration> duration;
  int weight = 1;
  std::optional<toml::Located<int>> min_per_hour;
  bool enabled = true;
  Priority priority = Priority::normal;
  ScheduleKeys schedule;
};

/// A slide's table as the file's own reader sees it: its keys belong to slide readers.
struct SlideTable {};

/// The words of this campaign's texts that no dictionary has.
struct LexiconTable {
  std::vector<toml::Located<std::string>> words;
};

/// The file but its slides' keys.
struct PlaylistFile {
  Campaign campaign;
  LexiconTable lexicon;
  std::vector<SlideTable> slide;
  std::vector<TickerLine> ticker;
  CheckKeys check;
};

}  // namespace xp::playlist

namespace xp::toml {

template <>
struct EnumNames<playlist::Sync> {
  static constexpr std::pair<std::string_view, playlist::Sync> names[] = {
      {"wall-clock", playlist::Sync::wall_clock}, {"start", playlist::Sync::start}};
};

template <>
struct EnumNames<playlist::Priority> {
  static constexpr std::pair<std::string_view, playlist::Priority> names[] = {
      {"normal", playlist::Priority::normal}, {"urgent", playlist::Priority::urgent}};
};

template <>
struct FieldsOf<playlist::Campaign> {
  using C = playlist::Campaign;
  static constexpr auto rows = std::tuple{
      field("title", &C::title, Length{0, 40}, N_("the campaign's name, the line at the top of slides")),
      field("theme", &C::theme, N_("a name under slides/themes, or a path beside the playlist")),
      field("language", &C::language,
            N_("language of the texts, such as \"zh-Hans\"; it decides the forms of characters")),
      field("utc_offset", &C::utc_offset, N_("offset of local time from UTC, such as \"+08:00\"")),
      field("sync", &C::sync,
            N_("\"wall-clock\": all screens with this playlist agree; \"start\": the loop begins when the "
               "player does")),
      field("source", &C::source, Length{0, 60},
            N_("source of the figures; the default of every slide's source")),
      field("as_of", &C::as_of,
            N_("the day the figures are of, such as 2022-05-13; the default of every slide's as_of")),
      field("logo", &C::logo, N_("a picture beside the playlist, shown before the title")),
      field("schedule", &C::schedule_keys, N_("when the campaign is shown; always where absent"))};
};

template <>
struct FieldsOf<playlist::SlideKeys> {
  using S = playlist::SlideKeys;
  static constexpr auto rows = std::tuple{
      required(field("id", &S::id, Identifier{}, N_("the slide's own name: letters, digits, - and _"))),
      required(field("kind", &S::kind, N_("what kind of slide it is"))),
      field("zone", &S::zone, Identifier{}, N_("the screen's zone that plays it")),
      field("theme", &S::theme,
            N_("the slide's own theme, such as \"warning-red\"; the campaign's by default")),
      field("duration", &S::duration, Range{1, 3600},
            N_("how long it is shown, such as \"8s\"; by the length of its text where absent")),
      field("weight", &S::weight, Range{1, 10}, N_("how often it is shown in a cycle")),
      field("min_per_hour", &S::min_per_hour, Range{1, 60},
            N_("how often it is shown in any hour at least, whatever the weights and however long the cycle; "
               "no promise where absent")),
      field("enabled", &S::enabled, N_("false: not shown")),
      field("priority", &S::priority,
            N_("\"urgent\": shown instead of the other slides of its zone while its schedule holds")),
      field("schedule", &S::schedule, N_("when it is shown; always where absent"))};
};

template <>
struct FieldsOf<playlist::SlideTable> {
  static constexpr std::tuple<> rows{};
};

template <>
struct FieldsOf<playlist::TickerLine> {
  using T = playlist::TickerLine;
  static constexpr auto rows = std::tuple{
      required(field("text", &T::text, Length{1, 200}, N_("one line of the ticker"))),
      field("urgent", &T::urgent, N_("true: before the other lines, marked and in the colour of warnings")),
      field("enabled", &T::enabled, N_("false: not shown"))};
};

template <>
struct FieldsOf<playlist::LexiconTable> {
  static constexpr auto rows =
      std::tuple{field("words", &playlist::LexiconTable::words, Length{0, 500},
                       N_("words that lines do not end inside, such as \"张掖市公安局\"; a / in a word says "
                          "where they may: \"甘州/农商银行\""))};
};

template <>
struct FieldsOf<playlist::PlaylistFile> {
  using P = playlist::PlaylistFile;
  static constexpr auto rows =
      std::tuple{field("campaign", &P::campaign, N_("what holds for the whole campaign")),
                 field("lexicon", &P::lexicon, N_("words that the dictionary lacks")),
                 field("slide", &P::slide, N_("the slides, in the order in which they are shown")),
                 field("ticker", &P::ticker, N_("the lines of the ticker")),
                 field("check", &P::check, N_("limits of `xuanping check`; they come before the screen's"))};
};

}  // namespace xp::toml
