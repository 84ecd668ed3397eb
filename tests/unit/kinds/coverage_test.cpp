// SPDX-License-Identifier: MIT
// The bundled font catalogue with Debian's fonts has what GB 18030-2022 asks of products for public services
// (spec §9): every ideograph of level 3, the Kangxi radicals, all of 通用规范汉字表, and the minority
// scripts.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "kinds/font_catalog_reader.h"
#include "support/golden.h"
#include "text/engine.h"

namespace xp::kinds {
namespace {

struct Block {
  char32_t first, last;
};
// Spec §9: level 1 by its blocks, Extensions B to F.
constexpr Block kLevel1[] = {{0x4E00, 0x9FEF}, {0x3400, 0x4DB5}, {0xFA0E, 0xFA0F},
                             {0xFA11, 0xFA11}, {0xFA13, 0xFA14}, {0xFA1F, 0xFA1F},
                             {0xFA21, 0xFA21}, {0xFA23, 0xFA24}, {0xFA27, 0xFA29}};
constexpr Block kExtensions[] = {
    {0x20000, 0x2A6D6}, {0x2A700, 0x2B734}, {0x2B740, 0x2B81D}, {0x2B820, 0x2CEA1}, {0x2CEB0, 0x2EBE0}};
constexpr Block kRadicals[] = {{0x2F00, 0x2FD5}};

template <std::size_t N>
void add(std::u32string& text, const Block (&blocks)[N]) {
  for (const Block& block : blocks)
    for (char32_t c = block.first; c <= block.last; ++c) text += c;
}

/// 通用规范汉字表: what Unihan has a kTGH for.
std::u32string general_standard_characters() {
  const char* command = "bzip2 -dc /usr/share/unicode/Unihan_OtherMappings.txt.bz2";
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command, "r"), pclose);
  std::u32string text;
  char line[512];
  while (pipe && std::fgets(line, sizeof line, pipe.get())) {
    unsigned c = 0;
    char key[32];
    if (std::sscanf(line, "U+%X\t%31s", &c, key) == 2 && std::string_view(key) == "kTGH")
      text += static_cast<char32_t>(c);
  }
  return text;
}

class Coverage : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    Diagnostics diagnostics;
    auto catalog = read_font_catalog(real_files(), test::source_path("fonts/catalog.toml"),
                                     {"/usr/share/fonts"}, diagnostics);
    ASSERT_TRUE(catalog) << format_diagnostics(diagnostics);
    catalog_ = std::make_shared<const text::FontCatalog>(*std::move(catalog));
    engine_ = text::Engine::create(catalog_).operator*().release();
  }
  static void TearDownTestSuite() {
    delete engine_;
    engine_ = nullptr;
    catalog_.reset();
  }

  static text::LayoutPtr layout(const std::u32string& text, const char* role, const char* language) {
    text::ParagraphStyle style;
    style.role = role;
    style.language = language;
    return engine_->layout({text, {}}, style);
  }

  /// What is set as a box, or by a face whose id the predicate refuses; at most a few thousand at a time, as
  /// a paragraph is limited.
  static std::u32string lacking(const std::u32string& text, const char* role, const char* language) {
    constexpr std::size_t kPart = 8192;
    std::u32string lacking;
    for (std::size_t at = 0; at < text.size(); at += kPart) {
      const auto set = layout(text.substr(at, kPart), role, language);
      for (const text::Missing& one : set->missing) lacking += one.code_point;
      for (const text::Glyph& glyph : set->lines[0].glyphs) {
        if (glyph.face == text::kNoFace && set->missing.empty()) lacking += text[at + glyph.cluster];
      }
    }
    return lacking;
  }

  /// The ids of the faces that a text is set with.
  static std::set<std::string> faces(const std::u32string& text, const char* role, const char* language) {
    std::set<std::string> ids;
    for (const text::Glyph& glyph : layout(text, role, language)->lines[0].glyphs)
      ids.insert(glyph.face == text::kNoFace ? "box" : catalog_->faces[glyph.face].id);
    return ids;
  }

  static std::shared_ptr<const text::FontCatalog> catalog_;
  static text::Engine* engine_;
};
std::shared_ptr<const text::FontCatalog> Coverage::catalog_;
text::Engine* Coverage::engine_ = nullptr;

TEST_F(Coverage, EveryCharacterOfTheGeneralStandardIsInNoto) {
  const std::u32string standard = general_standard_characters();
  ASSERT_EQ(standard.size(), 8105u) << "install the packages unicode-data and bzip2";
  EXPECT_EQ(encode_utf8(lacking(standard, "body", "zh-Hans")), "");
  EXPECT_EQ(faces(standard, "body", "zh-Hans"), std::set<std::string>{"sans-regular"});
}

TEST_F(Coverage, EveryIdeographOfLevel3HasAGlyph) {
  std::u32string level3;
  add(level3, kLevel1);
  ASSERT_EQ(level3.size(), 27570u);
  add(level3, kExtensions);
  ASSERT_EQ(level3.size(), 87887u);
  add(level3, kRadicals);
  EXPECT_EQ(encode_utf8(lacking(level3, "body", "zh-Hans")), "");
  EXPECT_EQ(encode_utf8(lacking(level3.substr(0, 4096), "headline", "zh-Hans")), "");
}

TEST_F(Coverage, Level2HasAGlyphOnAStripOf16Pixels) {
  std::u32string level2;
  add(level2, kLevel1);
  const std::size_t level1 = level2.size();
  for (const char32_t c : general_standard_characters())
    if (c >= 0x20000) level2 += c;
  ASSERT_EQ(level2.size() - level1, 196u);
  EXPECT_EQ(encode_utf8(lacking(level2, "led-16", "zh-Hans")), "");
  EXPECT_EQ(faces(level2.substr(0, level1), "led-16", "zh-Hans"),
            (std::set<std::string>{"song-16", "unifont-16"}))
      << "all of level 1 is made by hand";
}

TEST_F(Coverage, NothingOnAStripIsDrawnWithGrey) {
  for (const char* name : {"led-12", "led-13", "led-14", "led-15", "led-16", "led"}) {
    const text::RoleSpec* role = catalog_->role(name);
    ASSERT_TRUE(role) << name;
    for (const text::FaceId face : role->chain)
      EXPECT_NE(catalog_->faces[face].rendering, text::Rendering::smooth) << name;
  }
}

struct Script {
  const char *name, *language, *face;
  std::u32string letters;
};

class Scripts : public Coverage, public testing::WithParamInterface<Script> {};

TEST_P(Scripts, HaveAFaceOfTheirOwnForEveryLetter) {
  const Script& script = GetParam();
  EXPECT_EQ(encode_utf8(lacking(script.letters, "body", script.language)), "");
  EXPECT_EQ(faces(script.letters, "body", script.language), std::set<std::string>{script.face});
}

std::u32string range(char32_t first, char32_t last) {
  std::u32string text;
  for (char32_t c = first; c <= last; ++c) text += c;
  return text;
}

INSTANTIATE_TEST_SUITE_P(
    Minority, Scripts,
    testing::Values(
        // the 32 letters of Uyghur, the hamza seat and its marks
        Script{"Uyghur", "ug", "naskh-arabic", U"ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي،؛؟"},
        Script{"Kazakh", "kk", "naskh-arabic", U"ٵبۆگعدەجزيكلمنڭوٶپرستۋۇٷفحھچشىٸ"},
        Script{"Tibetan", "bo", "serif-tibetan",
               range(0x0F40, 0x0F47) + range(0x0F49, 0x0F6A) + range(0x0F0B, 0x0F14) + range(0x0F20, 0x0F33)},
        Script{"Mongolian", "mn", "sans-mongolian", range(0x1820, 0x1842) + range(0x1810, 0x1819)},
        Script{"Yi", "ii", "sans-yi", range(0xA000, 0xA48C) + range(0xA490, 0xA4C6)}),
    [](const auto& script) { return std::string(script.param.name); });

}  // namespace
}  // namespace xp::kinds
