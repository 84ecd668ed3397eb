// SPDX-License-Identifier: MIT
// What tests of kinds need: the bundled fonts and theme, an engine, slides read from TOML.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "base/file.h"
#include "kinds/font_catalog_reader.h"
#include "kinds/slide_kind.h"
#include "support/golden.h"
#include "support/lexicon.h"
#include "toml/document.h"

namespace xp::kinds {

/// 2022-05-15 10:24 in China, the campaign's day.
inline const Instant kNow = *parse_instant("2022-05-15T10:24:00+08:00");

struct ReadSlide {
  std::string id;
  const SlideKind* kind = nullptr;
  ContentPtr content;
  Diagnostics diagnostics;
};

inline std::string text_of(const toml::Table& table, std::string_view key) {
  const toml::Entry* entry = table.find(key);
  return entry ? std::get<std::string>(entry->value.data) : "";
}

/// Reads a slide's keys, `kind` and `id` among them.
inline ReadSlide read_slide(const toml::Document& document, const toml::Table& table,
                            const FileSystem& files = real_files()) {
  ReadSlide slide;
  slide.id = text_of(table, "id");
  slide.kind = find_kind(text_of(table, "kind"));
  toml::TableReader reader(document, table, slide.diagnostics);
  slide.content = slide.kind->read(
      reader, {{"示例数据", parse_date("2022-05-13")}, files, parent_of(document.file->name)});
  return slide;
}

inline ReadSlide read_slide(const std::string& toml, const FileSystem& files = real_files()) {
  Diagnostics diagnostics;
  const auto document = toml::parse("slide.toml", toml, diagnostics);
  EXPECT_TRUE(document) << format_diagnostics(diagnostics);
  return read_slide(*document, document->root, files);
}

/// The kinds whose examples this build can show: a build without video has no clips.
inline std::vector<const SlideKind*> shown_kinds() {
  std::vector<const SlideKind*> kinds;
  for (const SlideKind& kind : slide_kinds())
    if (XUANPING_PLAYS_VIDEO || kind.name != "video") kinds.push_back(&kind);
  return kinds;
}

/// All slides of a playlist.
inline std::vector<ReadSlide> read_slides(const std::string& path) {
  Diagnostics diagnostics;
  const auto document = toml::load(real_files(), test::source_path(path), diagnostics);
  EXPECT_TRUE(document) << format_diagnostics(diagnostics);
  std::vector<ReadSlide> slides;
  for (const toml::Value& value : std::get<toml::Array>(document->root.find("slide")->value.data)) {
    slides.push_back(read_slide(*document, std::get<toml::Table>(value.data)));
  }
  return slides;
}

/// One slide of a kind's example.
inline ReadSlide read_example(const std::string& kind, const std::string& id) {
  for (ReadSlide& slide : read_slides("slides/examples/" + kind + "/playlist.toml")) {
    if (slide.id == id) return std::move(slide);
  }
  ADD_FAILURE() << kind << " has no example " << id;
  return {};
}

/// The ids of the diagnostics, in order.
inline std::vector<std::string> ids_of(const ReadSlide& slide) {
  std::vector<std::string> ids;
  for (const Diagnostic& diagnostic : slide.diagnostics.list()) ids.push_back(diagnostic.id);
  return ids;
}

/// The engine of the test program, and what surrounds a slide.
class Stage {
 public:
  static Stage& get() {
    static Stage stage;
    return stage;
  }

  LaidPtr lay(const SlideKind& kind, const Content& content, Size box) {
    around.screen_vmin_px = std::min(box.w, box.h);
    return kind.layout(content, {box, theme, around, *engine});
  }
  LaidPtr lay(const ReadSlide& slide, Size box) { return lay(*slide.kind, *slide.content, box); }

  std::shared_ptr<const text::FontCatalog> catalog;
  std::unique_ptr<text::Engine> engine;
  Theme theme;
  Surroundings around;

 private:
  Stage() {
    Diagnostics diagnostics;
    const auto document = toml::load(real_files(), test::source_path("fonts/catalog.toml"), diagnostics);
    catalog = std::make_shared<const text::FontCatalog>(
        *read_font_catalog(*document, real_files(), {"/usr/share/fonts"}, diagnostics));
    engine = std::move(*text::Engine::create(catalog));
    around.lexicon = test::test_lexicon();
    around.campaign_title = "与民同心·为您守护";
  }
};

/// How long the slides of tests are shown.
inline constexpr Duration kStay = seconds(20);

inline std::vector<scene::Layer> layers_at(const Laid& laid, Duration elapsed, Instant start = kNow) {
  std::vector<scene::Layer> layers;
  laid.append_layers({elapsed, start + elapsed, {}, kStay}, layers);
  return layers;
}

}  // namespace xp::kinds
