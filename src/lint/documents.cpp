// SPDX-License-Identifier: MIT
#include "lint/documents.h"

namespace xp::lint {
namespace {

/// Parsed anew from the text that `place` points into.
std::optional<toml::Document> document_at(const Location& place) {
  Diagnostics known;
  return place.file ? toml::parse(place.file->name, place.file->text, known) : std::nullopt;
}

}  // namespace

std::optional<toml::Document> playlist_document(const show::Show& show) {
  return show.playlist.slides.empty() ? std::nullopt : document_at(show.playlist.slides.front().at);
}

std::optional<toml::Document> screen_document(const show::Show& show) {
  return show.screen.zones.empty() ? std::nullopt : document_at(show.screen.zones.front().at);
}

}  // namespace xp::lint
