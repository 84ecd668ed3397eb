// SPDX-License-Identifier: MIT
// What the registry promises of every kind, those of tomorrow too: the tests walk it and its examples.
#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "kinds/metrics.h"
#include "kinds/typesetter.h"
#include "kinds_fixture.h"

namespace xp::kinds {
namespace {

/// The smallest strip to the largest wall, and the proportions between.
const std::vector<Size> kExtremes{{256, 32}, {3840, 2160}, {3840, 1080}, {1080, 1920}, {640, 480}};

/// A kind's example as its tables.
struct Example {
  toml::Document document;
  std::vector<toml::Table> slides;
};

Example example_of(const SlideKind& kind) {
  Diagnostics diagnostics;
  const std::string path = test::source_path("slides/examples/" + std::string(kind.name) + "/playlist.toml");
  Example example{*toml::load(real_files(), path, diagnostics), {}};
  const toml::Entry* slides = example.document.root.find("slide");
  for (const toml::Value& slide : std::get<toml::Array>(slides->value.data)) {
    const auto& table = std::get<toml::Table>(slide.data);
    if (text_of(table, "kind") == kind.name) example.slides.push_back(table);
  }
  EXPECT_FALSE(example.slides.empty()) << kind.name;
  return example;
}

toml::Table with(toml::Table table, const std::string& key, const std::string& text) {
  const auto entry = std::ranges::find(table.entries, key, &toml::Entry::key);
  if (entry != table.entries.end())
    entry->value.data = text;
  else
    table.entries.push_back({key, table.at, {text, table.at}});
  return table;
}

/// `count` characters of running Chinese text.
std::string chinese(std::size_t count) {
  static const std::u32string kSentence = U"收益越高风险越大，保本高息都是圈套；转账之前先问家人。";
  std::u32string text;
  while (text.size() < count) text += kSentence[text.size() % kSentence.size()];
  return encode_utf8(text);
}

/// LED profiles for as long as it lives where `box` is a strip.
class Panel {
 public:
  explicit Panel(Size box) { Stage::get().around.led = box.h < 64; }
  ~Panel() { Stage::get().around.led = false; }
};

/// Every glyph stands in the box.
void expect_inside(const Laid& laid, Size box, Duration elapsed) {
  for (const scene::Layer& layer : layers_at(laid, elapsed)) {
    const Rect seen = scene::visible_area(layer);
    EXPECT_TRUE(Rect::of({}, box).contains(seen));
    for (const scene::Op& op : layer.ops->list) {
      const auto* group = std::get_if<scene::GlyphsOp>(&op);
      if (!group) continue;
      const double em = group->size.value();
      for (const scene::GlyphAt& glyph : group->glyphs) {
        EXPECT_GE(glyph.x.value() + layer.offset.x, -0.55 * em);
        EXPECT_LE(glyph.x.value() + layer.offset.x, box.w - (group->turned ? 0 : 0.2 * em));
        EXPECT_GE(glyph.y.value() + layer.offset.y, group->turned ? -em : 0.4 * em);
        EXPECT_LE(glyph.y.value() + layer.offset.y, box.h + 0.2 * em);
      }
    }
  }
}

bool scrolls(const SlideKind& kind) { return kind.name == "ticker" || kind.name == "marquee"; }

template <class Check>
void for_every_slide(Check check) {
  for (const SlideKind& kind : slide_kinds()) {
    const Example example = example_of(kind);
    for (const toml::Table& table : example.slides) {
      SCOPED_TRACE(std::string(kind.name) + "/" + text_of(table, "id"));
      check(kind, example.document, table);
    }
  }
}

TEST(Registry, AMisspeltKeyIsRejectedWithASuggestion) {
  for (const SlideKind& kind : slide_kinds()) {
    for (const toml::KeyDescription& key : kind.describe()) {
      Diagnostics diagnostics;
      const auto document = toml::parse("slide.toml", key.key + "q = 1\n", diagnostics);
      toml::TableReader reader(*document, document->root, diagnostics);
      kind.read(reader, {{}, real_files(), {}});
      reader.finish();
      const auto& found = diagnostics.list();
      const auto unknown = std::ranges::find(found, "unknown-key", &Diagnostic::id);
      ASSERT_NE(unknown, found.end()) << kind.name << " " << key.key;
      EXPECT_NE(unknown->remedy.find(key.key), std::string::npos) << kind.name << ": " << unknown->remedy;
    }
  }
}

TEST(Registry, NothingChangesBeforeTheNextChange) {
  for_every_slide([](const SlideKind&, const toml::Document& document, const toml::Table& table) {
    const LaidPtr laid = Stage::get().lay(read_slide(document, table), {960, 540});
    for (int i = 0; i < 60; ++i) {
      const Duration elapsed = milliseconds(197) * i;
      const Instant now = kNow + elapsed;
      const Instant next = std::min(laid->next_change({elapsed, now, {}, kStay}), now + seconds(30));
      ASSERT_GT(next, now);
      const auto shown = layers_at(*laid, elapsed);
      ASSERT_EQ(shown, layers_at(*laid, elapsed + (next - now) / 2)) << elapsed.count();
      ASSERT_EQ(shown, layers_at(*laid, next - kNow - Duration{1})) << elapsed.count();
    }
  });
}

TEST(Registry, ExamplesStayInsideTheSmallestAndTheLargestZones) {
  for_every_slide([](const SlideKind& kind, const toml::Document& document, const toml::Table& table) {
    const ReadSlide slide = read_slide(document, table);
    for (const Size box : kExtremes) {
      SCOPED_TRACE(std::to_string(box.w) + "x" + std::to_string(box.h));
      const Panel panel(box);
      const LaidPtr laid = Stage::get().lay(slide, box);
      if (!scrolls(kind) && !laid->faults().overflow)
        for (const int s : {0, 1, 9}) expect_inside(*laid, box, seconds(s));
    }
  });
}

TEST(Registry, TheLongestLegalTextFitsOrIsSaid) {
  for_every_slide([](const SlideKind& kind, const toml::Document& document, const toml::Table& table) {
    if (scrolls(kind)) return;
    for (const toml::KeyDescription& key : kind.describe()) {
      if (key.type != toml::ValueType::string || !key.high || !key.choices.empty()) continue;
      const ReadSlide slide =
          read_slide(document, with(table, key.key, chinese(static_cast<std::size_t>(*key.high))));
      if (!slide.content || slide.diagnostics.has_errors()) continue;
      SCOPED_TRACE(key.key);
      for (const Size box : kExtremes) {
        const Panel panel(box);
        const LaidPtr laid = Stage::get().lay(slide, box);
        if (!laid->faults().overflow) expect_inside(*laid, box, seconds(9));
      }
    }
  });
}

TEST(Registry, TextFromRightToLeftAndColumnsSurvive) {
  constexpr const char* kUyghur = "يۇقىرى پايدا، يۇقىرى خەتەر";
  for_every_slide([](const SlideKind& kind, const toml::Document& document, const toml::Table& original) {
    for (const char* mode : {"horizontal", "vertical"}) {
      toml::Table table = original;
      for (const toml::KeyDescription& key : kind.describe()) {
        if (key.key == "language") table = with(table, "language", "ug");
        if (key.key == "mode") table = with(table, "mode", mode);
        if (key.needed && key.type == toml::ValueType::string && key.choices.empty() && key.high &&
            *key.high >= 20)
          table = with(table, key.key, kUyghur);
      }
      const ReadSlide slide = read_slide(document, table);
      ASSERT_TRUE(slide.content) << format_diagnostics(slide.diagnostics);
      const LaidPtr laid = Stage::get().lay(slide, {1920, 1080});
      EXPECT_TRUE(laid->faults().missing.empty());
      if (!scrolls(kind) && !laid->faults().overflow) expect_inside(*laid, {1920, 1080}, seconds(9));
    }
  });
}

}  // namespace
}  // namespace xp::kinds
