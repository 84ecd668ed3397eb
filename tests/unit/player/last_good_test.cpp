// SPDX-License-Identifier: MIT
#include "player/last_good.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "player/player_status.h"
#include "support/golden.h"

namespace xp::player {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;

const Hash kFirst = hash_bytes("first"), kSecond = hash_bytes("second");

class LastGoodTest : public testing::Test {
 protected:
  LastGoodTest() {
    fs::create_directories(campaign / "media");
    fs::create_directories(state);
    write("playlist.toml", "first");
    write("media/poster.png", "picture");
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(campaign / name, std::ios::binary) << text;
  }
  Status keep(const Hash& hash) const { return keep_last_good(state, campaign / "playlist.toml", hash); }
  std::vector<std::string> names() const {
    std::vector<std::string> out;
    for (const auto& entry : fs::directory_iterator(state)) out.push_back(entry.path().filename());
    std::ranges::sort(out);
    return out;
  }

  fs::path folder = xp::test::scratch_directory();
  fs::path campaign = folder / "campaign", state = folder / "state";
};

TEST_F(LastGoodTest, IsAWholeCopy) {
  EXPECT_FALSE(find_last_good(state));
  ASSERT_TRUE(keep(kFirst));
  fs::remove_all(campaign);
  const auto kept = find_last_good(state);
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->hash, kFirst);
  EXPECT_EQ(xp::test::read_file(kept->playlist), "first");
  EXPECT_EQ(xp::test::read_file(fs::path(kept->playlist).parent_path() / "media/poster.png"), "picture");
}

TEST_F(LastGoodTest, TheNextTakesItsPlace) {
  ASSERT_TRUE(keep(kFirst));
  write("playlist.toml", "second");
  ASSERT_TRUE(keep(kSecond));
  EXPECT_EQ(xp::test::read_file(find_last_good(state)->playlist), "second");
  EXPECT_THAT(names(), ElementsAre("last-good", "last-good-" + kSecond.hex()));
  ASSERT_TRUE(keep(kSecond)) << "and again";
}

TEST_F(LastGoodTest, OneThatCannotBeCopiedLeavesTheOldOne) {
  ASSERT_TRUE(keep(kFirst));
  EXPECT_FALSE(keep_last_good(state, folder / "nowhere/playlist.toml", kSecond));
  EXPECT_EQ(find_last_good(state)->hash, kFirst);
  EXPECT_THAT(names(), ElementsAre("last-good", "last-good-" + kFirst.hex()));
}

TEST_F(LastGoodTest, WhatIsLargeIsALinkToWhereItLies) {
  write("film.mp4", std::string(kLargestCopy + 1, 'x'));
  write(".hidden", "x");
  ASSERT_TRUE(keep(kFirst));
  const fs::path kept = fs::path(find_last_good(state)->playlist).parent_path();
  EXPECT_EQ(fs::read_symlink(kept / "film.mp4"), fs::canonical(campaign / "film.mp4"));
  EXPECT_FALSE(fs::exists(kept / ".hidden"));
}

TEST_F(LastGoodTest, APlaylistOfAnotherNameIsFound) {
  write("spring.toml", "spring");
  ASSERT_TRUE(keep_last_good(state, campaign / "spring.toml", kFirst));
  EXPECT_EQ(xp::test::read_file(find_last_good(state)->playlist), "spring");
}

}  // namespace
}  // namespace xp::player
