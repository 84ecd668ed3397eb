// SPDX-License-Identifier: MIT
#include "text/itemise.h"

#include <numeric>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "text/script.h"

namespace xp::text {
namespace {

// "start-end/level/face/language" of every item.
std::string items_of(std::u32string_view text, std::vector<FaceId> faces = {},
                     std::vector<BidiLevel> levels = {}, std::string_view language = "zh-Hans") {
  faces.resize(text.size(), 0);
  levels.resize(text.size(), 0);
  std::string all;
  std::vector<std::uint32_t> clusters(text.size());
  std::iota(clusters.begin(), clusters.end(), 0u);
  const std::vector<LanguageSpan> spans{{0, static_cast<std::uint32_t>(text.size()), std::string(language)}};
  const auto scripts = resolve_scripts(text, language);
  for (const Item& item : itemise({text, clusters, spans, levels, scripts, faces, {}})) {
    if (!all.empty()) all += ' ';
    all += fmt::format("{}-{}/{}/{}/{}", item.start, item.end, item.level, item.face,
                       hb_language_to_string(item.language));
  }
  return all;
}

TEST(Itemise, OneStretchIsOneItem) { EXPECT_EQ(items_of(U"高息诱惑，2024年"), "0-10/0/0/zh-hans"); }

TEST(Itemise, AScriptEndsAnItem) {
  EXPECT_EQ(items_of(U"中ab文"), "0-1/0/0/zh-hans 1-3/0/0/zh-hans 3-4/0/0/zh-hans");
}

TEST(Itemise, AFaceEndsAnItem) {
  EXPECT_EQ(items_of(U"中中文", {0, 3, 0}), "0-1/0/0/zh-hans 1-2/0/3/zh-hans 2-3/0/0/zh-hans");
}

TEST(Itemise, ALevelEndsAnItem) {
  EXPECT_EQ(items_of(U"אבג", {}, {1, 1, 2}), "0-2/1/0/zh-hans 2-3/2/0/zh-hans");
}

TEST(Itemise, LineEndsBelongToNoItem) { EXPECT_EQ(items_of(U"中\n文"), "0-1/0/0/zh-hans 2-3/0/0/zh-hans"); }

TEST(Itemise, ATabIsShapedAndOtherControlsAreNot) {
  EXPECT_EQ(items_of(U"中\t文"), "0-3/0/0/zh-hans");
  EXPECT_EQ(items_of(U"中\u0001文"), "0-1/0/0/zh-hans 2-3/0/0/zh-hans");
}

TEST(Itemise, MissingCharactersAreAnItem) {
  EXPECT_EQ(items_of(U"中中", {0, kNoFace}), "0-1/0/0/zh-hans 1-2/0/65535/zh-hans");
}

TEST(Itemise, WesternQuotationMarksAreSetNarrow) {
  EXPECT_EQ(items_of(U"don’t"), "0-5/0/0/ja");
  EXPECT_EQ(items_of(U"don’t", {}, {}, "en"), "0-5/0/0/ja");
  EXPECT_EQ(items_of(U"“ok”", {}, {}, "en"), "0-4/0/0/ja");
  EXPECT_EQ(items_of(U"“ok”"), "0-1/0/0/zh-hans 1-3/0/0/zh-hans 3-4/0/0/zh-hans");
  EXPECT_EQ(items_of(U"dont"), "0-4/0/0/zh-hans");
}

TEST(Itemise, AChosenVariantKeepsItsForm) {
  EXPECT_EQ(items_of(U"葛\U000E0101城", {3, 3, 0}), "0-2/0/3/ja 2-3/0/0/zh-hans");
}

TEST(Itemise, EmptyTextHasNoItems) { EXPECT_EQ(items_of(U""), ""); }

}  // namespace
}  // namespace xp::text
