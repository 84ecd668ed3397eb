// SPDX-License-Identifier: MIT
#include "playlist/playlist.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "base/i18n.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "kinds/content_of.h"
#include "playlist/playlist_file.h"
#include "toml/reader.h"
#include "toml/schema.h"
#include "toml/values.h"

namespace xp::playlist {

namespace {

constexpr Duration kLongestSlide = std::chrono::hours(1);

/// The file with tables that are empty in place of its slides, which are read kind by kind.
toml::Table without_slide_keys(const toml::Table& root) {
  toml::Table outer{{}, root.at};
  for (const toml::Entry& entry : root.entries) {
    const auto* slides = entry.key == "slide" ? std::get_if<toml::Array>(&entry.value.data) : nullptr;
    if (!slides) {
      outer.entries.push_back(entry);
      continue;
    }
    toml::Array emptied;
    emptied.reserve(slides->size());
    for (const toml::Value& slide : *slides) {
      const auto* table = std::get_if<toml::Table>(&slide.data);
      emptied.push_back(table ? toml::Value{toml::Table{{}, table->at}, slide.at} : slide);
    }
    outer.entries.push_back({entry.key, entry.at, {std::move(emptied), entry.value.at}});
  }
  return outer;
}

void report_unknown_kind(toml::TableReader& reader, const std::string& word) {
  std::vector<std::string_view> names;
  for (const kinds::SlideKind& kind : kinds::slide_kinds()) names.push_back(kind.name);
  reader.report("kind", "unknown-kind",
                trf("there is no kind of slide called “{kind}”", fmt::arg("kind", word)),
                toml::detail::suggestion(word, names));
}

/// Of a slide that does not say how long: its own length within the limits of the key, or the time to read
/// it.
Duration own_duration(const Slide& slide) {
  if (const auto length = slide.content->length())
    return std::clamp<Duration>(*length, seconds(1), kLongestSlide);
  return kinds::reading_time(slide.kind->reading_text(*slide.content));
}

/// Nothing where the table names no kind or its kind found a mistake.
std::optional<Slide> read_slide(const toml::Document& document, const toml::Table& table,
                                const kinds::ReadContext& context, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.count(Severity::error);
  SlideKeys keys;
  toml::TableReader reader(document, table, diagnostics);
  reader.read(keys);
  if (!reader.has("kind") || keys.kind.empty()) return std::nullopt;
  Slide slide;
  slide.kind = kinds::find_kind(keys.kind);
  if (!slide.kind) {
    report_unknown_kind(reader, keys.kind);
    return std::nullopt;
  }
  slide.content = slide.kind->read(reader, context);
  reader.finish();
  if (!slide.content) return std::nullopt;
  slide.id = std::move(keys.id);
  slide.zone = std::move(keys.zone);
  slide.theme = std::move(keys.theme);
  slide.duration = keys.duration.value_or(own_duration(slide));
  slide.weight = keys.weight;
  slide.min_per_hour = keys.min_per_hour.value_or(toml::Located<int>{});
  slide.enabled = keys.enabled;
  slide.priority = keys.priority;
  slide.schedule = schedule_of(keys.schedule, diagnostics);
  slide.usable = diagnostics.count(Severity::error) == before;
  slide.at = toml::location(document, table.at);
  slide.hash = Hasher()
                   .add(slide.kind->name)
                   .add(slide.content->hash())
                   .add(slide.theme.value)
                   .add(slide.duration.count())
                   .done();
  return slide;
}

/// Those of [[name]].
std::vector<const toml::Table*> tables_of(const toml::Document& document, std::string_view name) {
  std::vector<const toml::Table*> tables;
  const toml::Entry* entry = document.root.find(name);
  const auto* list = entry ? std::get_if<toml::Array>(&entry->value.data) : nullptr;
  if (!list) return tables;
  for (const toml::Value& value : *list)
    if (const auto* table = std::get_if<toml::Table>(&value.data)) tables.push_back(table);
  return tables;
}

void place_lines(const toml::Document& document, std::vector<TickerLine>& lines) {
  const auto tables = tables_of(document, "ticker");
  for (std::size_t i = 0; i < std::min(lines.size(), tables.size()); ++i)
    lines[i].at = toml::location(document, tables[i]->at);
}

/// Ids are compared in the tables, so that a slide with another mistake is compared too.
void check_ids(const toml::Document& document, const std::vector<const toml::Table*>& tables,
               Diagnostics& diagnostics) {
  std::unordered_map<std::string_view, const toml::Value*> first;
  for (const toml::Table* table : tables) {
    const toml::Entry* entry = table->find("id");
    const auto* id = entry ? std::get_if<std::string>(&entry->value.data) : nullptr;
    if (!id) continue;
    const auto [known, is_new] = first.try_emplace(*id, &entry->value);
    if (is_new) continue;
    const Location before = toml::location(document, known->second->at);
    diagnostics.add({Severity::error, "duplicate-id", toml::location(document, entry->value.at),
                     trf("“{id}” is already the id of the slide on line {line}", fmt::arg("id", *id),
                         fmt::arg("line", before.line)),
                     tr("give each slide an id of its own; the play log counts by it")});
    diagnostics.add(
        {Severity::info, "duplicate-id", before, trf("“{id}” is first used here", fmt::arg("id", *id)), {}});
  }
}

bool has_something_to_show(const Playlist& playlist) {
  return std::ranges::any_of(playlist.slides, &Slide::enabled) ||
         std::ranges::any_of(playlist.ticker, &TickerLine::enabled);
}

void report_empty(const toml::Document& document, bool has_disabled, Diagnostics& diagnostics) {
  diagnostics.add({Severity::error,
                   "empty-playlist",
                   {document.file, 0, 0, 1},
                   has_disabled ? tr("every slide and ticker line of the playlist is disabled")
                                : tr("the playlist has no slide and no ticker line"),
                   tr("add a [[slide]] or a [[ticker]] that is enabled")});
}

Hash hash_of(const Playlist& playlist) {
  const Campaign& c = playlist.campaign;
  Hasher hasher;
  hasher.add(c.title)
      .add(c.theme.value)
      .add(c.language)
      .add(c.utc_offset.seconds)
      .add(c.sync)
      .add(c.logo.value);
  hasher.add(playlist.slides.size());
  add_to(hasher, c.schedule);
  for (const Slide& slide : playlist.slides) {
    hasher.add(slide.id)
        .add(slide.zone.value)
        .add(slide.hash)
        .add(slide.weight)
        .add(slide.min_per_hour.value)
        .add(slide.enabled)
        .add(slide.priority)
        .add(slide.usable);
    add_to(hasher, slide.schedule);
  }
  for (const TickerLine& line : playlist.ticker) hasher.add(line.text).add(line.urgent).add(line.enabled);
  for (const text::LexiconEntry& word : playlist.words)
    hasher.add(encode_utf8(word.word)).add(word.cuts).add(word.opens_phrase);
  return hasher.done();
}

}  // namespace

std::vector<Schedule> rules_of(const Playlist& playlist, const Slide& slide) {
  std::vector<Schedule> rules;
  for (const Schedule* schedule : {&playlist.campaign.schedule, &slide.schedule})
    if (!schedule->always()) rules.push_back(*schedule);
  return rules;
}

std::string playlist_file(const FileSystem& files, const std::string& argument) {
  return files.is_directory(argument) ? join_path(argument, "playlist.toml") : argument;
}

std::optional<Playlist> read_playlist(const FileSystem& files, const std::string& argument,
                                      Diagnostics& diagnostics) {
  const auto document = toml::load(files, playlist_file(files, argument), diagnostics);
  return document ? read_playlist(*document, files, diagnostics) : std::nullopt;
}

std::optional<Playlist> read_playlist(const toml::Document& document, const FileSystem& files,
                                      Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.blocking();
  const toml::Table outer = without_slide_keys(document.root);
  PlaylistFile file;
  toml::TableReader reader(document, outer, diagnostics);
  reader.read(file);
  reader.finish();

  Playlist playlist{document.file->name, std::move(file.campaign), {}, std::move(file.ticker), {}, {}, {}};
  place_lines(document, playlist.ticker);
  playlist.campaign.schedule = schedule_of(playlist.campaign.schedule_keys, diagnostics);
  check_hours(file.check, diagnostics);
  playlist.check = std::move(file.check);
  playlist.words = kinds::read_words(file.lexicon.words, diagnostics);
  const auto tables = tables_of(document, "slide");
  if (tables.size() > kMaxSlides) {
    reader.report("slide", "too-many-slides",
                  trf("{count} slides are more than the {limit} that a playlist may have",
                      fmt::arg("count", tables.size()), fmt::arg("limit", kMaxSlides)),
                  tr("split the campaign into several playlists"));
    return std::nullopt;
  }
  const kinds::ReadContext context{
      {playlist.campaign.source, playlist.campaign.as_of}, files, parent_of(playlist.path)};
  for (const toml::Table* table : tables)
    if (auto slide = read_slide(document, *table, context, diagnostics))
      playlist.slides.push_back(*std::move(slide));
  check_ids(document, tables, diagnostics);
  if (diagnostics.blocking() > before) return std::nullopt;
  if (!has_something_to_show(playlist)) {
    report_empty(document, !playlist.slides.empty() || !playlist.ticker.empty(), diagnostics);
    return std::nullopt;
  }
  playlist.hash = hash_of(playlist);
  return playlist;
}

std::string playlist_schema() {
  std::vector<toml::KeyDescription> keys = toml::describe<PlaylistFile>();
  const auto slides = std::ranges::find(keys, "slide", &toml::KeyDescription::key);
  slides->items.front().items = toml::describe<SlideKeys>();
  std::vector<toml::Variant> variants;
  for (const kinds::SlideKind& kind : kinds::slide_kinds())
    variants.push_back({std::string(kind.name), kind.doc, kind.describe()});
  return toml::json_schema("Xuanping playlist", keys, "slide", "kind", variants);
}

}  // namespace xp::playlist
