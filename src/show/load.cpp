// SPDX-License-Identifier: MIT
#include "show/load.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/folder.h"
#include "base/i18n.h"
#include "base/spell.h"
#include "kinds/font_catalog_reader.h"
#include "kinds/lexicon_reader.h"
#include "playlist/references.h"

namespace xp::show {

namespace {

bool is_path(std::string_view reference) {
  return reference.find('/') != std::string_view::npos || reference.ends_with(".toml");
}

bool exists(const FileSystem& files, const std::string& path) {
  return files.is_file(path) || files.is_directory(path);
}

/// The folder of the file that a reference stands in; nothing on the command line.
std::optional<std::string> naming_folder(const Location& at) {
  if (!at.file) return std::nullopt;
  return parent_of(at.file->name);
}

/// Names of the TOML files in a folder of the data path. A hint for messages only, hence past the FileSystem.
std::vector<std::string> known_names(const DataPath& data, const std::string& folder) {
  constexpr std::string_view kEnd = ".toml";
  std::vector<std::string> names;
  for (const std::string& root : data.roots)
    for (const std::string& name : names_in(join_path(root, folder)))
      if (name.size() > kEnd.size() && name.ends_with(kEnd))
        names.push_back(name.substr(0, name.size() - kEnd.size()));
  std::ranges::sort(names);
  names.erase(std::ranges::unique(names).begin(), names.end());
  return names;
}

/// “Did you mean …? There are …, or give a path.”
std::string remedy_for(const std::string& word, const std::vector<std::string>& names) {
  if (names.empty()) return tr("give the path of a TOML file");
  const std::vector<std::string_view> views(names.begin(), names.end());
  const std::string list = fmt::format("{}", fmt::join(names, tr(", ")));
  const std::string_view meant = did_you_mean(word, views);
  return meant.empty() ? trf("possible are: {names}, or the path of a TOML file", fmt::arg("names", list))
                       : trf("did you mean “{near}”? Possible are: {names}, or the path of a TOML file",
                             fmt::arg("near", meant), fmt::arg("names", list));
}

/// A theme's file: a name under slides/themes, or a path beside the playlist. Reported where there is none.
std::optional<std::string> theme_file(const FileSystem& files, const DataPath& data,
                                      const std::string& folder, const toml::Located<std::string>& theme,
                                      Diagnostics& diagnostics) {
  if (is_path(theme.value)) {
    if (std::string path = join_path(folder, theme.value); files.is_file(path)) return path;
  } else if (auto path = data.find(files, "slides/themes/" + theme.value + ".toml")) {
    return path;
  }
  diagnostics.add({Severity::error, "unknown-theme", theme.at,
                   trf("there is no theme “{theme}”", fmt::arg("theme", theme.value)),
                   remedy_for(theme.value, known_names(data, "slides/themes"))});
  return std::nullopt;
}

std::optional<std::string> screen_file(const FileSystem& files, const DataPath& data,
                                       const toml::Located<std::string>& argument) {
  const auto folder = naming_folder(argument.at);
  if (is_path(argument.value)) {
    if (folder)
      if (std::string path = join_path(*folder, argument.value); files.is_file(path)) return path;
    if (files.is_file(argument.value)) return argument.value;
    return data.find(files, argument.value);
  }
  if (folder)
    if (std::string path = join_path(*folder, "screens/" + argument.value + ".toml"); files.is_file(path))
      return path;
  return data.find(files, "config/screens/" + argument.value + ".toml");
}

std::optional<playlist::Playlist> load_playlist(const FileSystem& files, const LoadRequest& request,
                                                Diagnostics& diagnostics) {
  if (!request.playlist.value.empty())
    return playlist::read_playlist(files, resolve_playlist(files, request.data, request.playlist),
                                   diagnostics);
  diagnostics.add({Severity::error, "no-playlist", request.playlist.at, tr("no playlist is named"),
                   tr("write playlist = \"…\" into the player file, or name it on the command line")});
  return std::nullopt;
}

/// The campaign's theme and those of its slides, each read once; parts of them after an error.
void load_themes(const FileSystem& files, const LoadRequest& request, const playlist::Playlist& playlist,
                 ShowParts& parts, Diagnostics& diagnostics) {
  const auto read = [&](const toml::Located<std::string>& named) {
    const auto path = theme_file(files, request.data, parent_of(playlist.path), named, diagnostics);
    if (path) parts.files.push_back(*path);
    const auto theme =
        path && parts.catalog ? kinds::read_theme(files, *path, *parts.catalog, diagnostics) : std::nullopt;
    return theme.value_or(kinds::Theme{});
  };
  const toml::Located<std::string>& common = playlist.campaign.theme;
  parts.theme = read(common);
  for (const playlist::Slide& slide : playlist.slides) {
    const std::string& own = slide.theme.value;
    if (!own.empty() && own != common.value && !parts.themes.contains(own))
      parts.themes[own] = read(slide.theme);
  }
}

/// The campaign's logo; null where it has none or it cannot be decoded (reported).
std::shared_ptr<const media::Picture> load_logo(const playlist::Playlist& playlist,
                                                Diagnostics& diagnostics) {
  const toml::Located<std::string>& logo = playlist.campaign.logo;
  if (logo.value.empty()) return nullptr;
  auto picture = media::decode_picture(join_path(parent_of(playlist.path), logo.value));
  if (picture) return *std::move(picture);
  diagnostics.add({Severity::error, "unreadable-picture", logo.at,
                   trf("the logo “{file}” cannot be shown: {reason}", fmt::arg("file", logo.value),
                       fmt::arg("reason", picture.error().message)),
                   tr("put a PNG, JPEG or WebP picture beside the playlist")});
  return nullptr;
}

/// The bundled years and those that an admin keeps beside the playlist.
playlist::CalendarPtr load_calendar(const FileSystem& files, const DataPath& data, const std::string& folder,
                                    Diagnostics& diagnostics) {
  auto calendar = std::make_shared<playlist::Calendar>();
  if (const auto bundled = data.find(files, "config/calendars/zh-CN.toml"))
    playlist::read_calendar(files, *bundled, *calendar, diagnostics);
  if (const std::string own = join_path(folder, "calendar.toml"); files.is_file(own))
    playlist::read_calendar(files, own, *calendar, diagnostics);
  return calendar;
}

/// Adds the slides whose files cannot be used. Reported where no slide is left.
void add_unusable(const playlist::Playlist& playlist, std::set<std::string>& unusable,
                  Diagnostics& diagnostics) {
  bool wanted = false, left = false;
  for (const playlist::Slide& slide : playlist.slides) {
    if (!slide.usable) unusable.insert(slide.id);
    wanted |= slide.enabled;
    left |= slide.enabled && !unusable.contains(slide.id);
  }
  if (!wanted || left) return;
  const Location first = playlist.slides.front().at;
  diagnostics.add({Severity::error, "nothing-usable", first,
                   tr("no slide is left: the files of all of them are missing or broken"),
                   tr("put the files that the slides name beside the playlist")});
}

}  // namespace

std::vector<std::string> LoadRequest::default_font_folders() {
  return {"/usr/share/fonts", "/usr/local/share/fonts"};
}

std::string resolve_playlist(const FileSystem& files, const DataPath& data,
                             const toml::Located<std::string>& argument) {
  const std::string& name = argument.value;
  if (const auto folder = naming_folder(argument.at))
    if (std::string path = join_path(*folder, name); exists(files, path))
      return playlist::playlist_file(files, path);
  if (!exists(files, name))
    for (const std::string& relative : {join_path(name, "playlist.toml"), name})
      if (auto path = data.find(files, relative)) return *std::move(path);
  return playlist::playlist_file(files, name);
}

std::optional<playlist::Screen> load_screen(const FileSystem& files, const DataPath& data,
                                            const toml::Located<std::string>& argument,
                                            Diagnostics& diagnostics) {
  if (const auto path = screen_file(files, data, argument))
    return playlist::read_screen(files, *path, diagnostics);
  diagnostics.add({Severity::error, "unknown-screen", argument.at,
                   trf("there is no screen “{screen}”", fmt::arg("screen", argument.value)),
                   remedy_for(argument.value, known_names(data, "config/screens"))});
  return std::nullopt;
}

std::shared_ptr<const text::FontCatalog> load_fonts(const FileSystem& files, const DataPath& data,
                                                    const std::vector<std::string>& folders,
                                                    Diagnostics& diagnostics) {
  const auto path = data.find(files, "fonts/catalog.toml");
  if (!path) {
    Diagnostic missing;
    missing.id = "no-font";
    missing.message = tr("the font catalogue fonts/catalog.toml is missing");
    missing.remedy = tr("name the folder that holds fonts, slides and config with --data");
    diagnostics.add(std::move(missing));
    return nullptr;
  }
  auto catalog = kinds::read_font_catalog(files, *path, folders, diagnostics);
  return catalog ? std::make_shared<const text::FontCatalog>(*std::move(catalog)) : nullptr;
}

text::LexiconPtr load_lexicon(const FileSystem& files, const DataPath& data, Diagnostics& diagnostics) {
  const auto path = data.find(files, "lexicon/zh-Hans.txt");
  return path ? kinds::read_lexicon(files, *path, diagnostics) : nullptr;
}

std::optional<ShowPtr> load_show(const FileSystem& files, const LoadRequest& request,
                                 Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.blocking();
  ShowParts parts;
  parts.anchor = request.anchor;
  parts.unusable = request.unusable;
  parts.clock = request.clock;
  parts.catalog = load_fonts(files, request.data, request.font_folders, diagnostics);
  parts.lexicon = load_lexicon(files, request.data, diagnostics);
  auto playlist = load_playlist(files, request, diagnostics);
  auto screen = load_screen(files, request.data, request.screen, diagnostics);
  if (playlist) {
    load_themes(files, request, *playlist, parts, diagnostics);
    parts.logo = load_logo(*playlist, diagnostics);
    parts.calendar = load_calendar(files, request.data, parent_of(playlist->path), diagnostics);
    if (screen) check_against(*playlist, *screen, diagnostics);
  }
  if (playlist) add_unusable(*playlist, parts.unusable, diagnostics);
  if (diagnostics.blocking() > before || !playlist || !screen) return std::nullopt;
  parts.files.push_back(playlist->path);
  if (const auto path = screen_file(files, request.data, request.screen)) parts.files.push_back(*path);
  if (parts.logo) parts.files.push_back(join_path(parent_of(playlist->path), playlist->campaign.logo.value));
  parts.playlist = *std::move(playlist);
  parts.screen = *std::move(screen);
  return make_show(std::move(parts));
}

}  // namespace xp::show
