// SPDX-License-Identifier: MIT
#include "playlist/player_config.h"

#include <gtest/gtest.h>

#include "sample.h"
#include "support/golden.h"

namespace xp::playlist {
namespace {

TEST(PlayerConfig, ReadsEveryKey) {
  const auto read = test::read_player_config(R"(playlist = "a"
screen = "b"
state_directory = "/var/lib/x"
language = "zh"
log_level = "debug"
overlay = true
)");
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  EXPECT_EQ(read.value->playlist.value, "a");
  EXPECT_EQ(read.value->playlist.at.line, 1);
  EXPECT_EQ(read.value->screen.value, "b");
  EXPECT_EQ(read.value->state_directory, "/var/lib/x");
  EXPECT_EQ(read.value->language, MessageLanguage::zh);
  EXPECT_EQ(read.value->log_level, LogThreshold::debug);
  EXPECT_TRUE(read.value->overlay);
}

TEST(PlayerConfig, ReadsHowThePanelIsSwitched) {
  const auto read = test::read_player_config(R"([panel]
command_on = ["/usr/bin/xset", "dpms", "force", "on"]
command_off = ["/usr/bin/xset", "dpms", "force", "off"]
)");
  ASSERT_TRUE(read.value) << format_diagnostics(read.diagnostics);
  EXPECT_EQ(read.value->panel.on.size(), 4u);
  EXPECT_EQ(read.value->panel.off.back(), "off");
}

TEST(PlayerConfig, AProgramIsNamedByItsFullPath) {
  EXPECT_EQ(test::read_player_config("[panel]\ncommand_on = [\"xset dpms force on\"]\n").ids(), "bad-value");
}

TEST(PlayerConfig, RefusesUnknownWordsAndKeys) {
  EXPECT_EQ(test::read_player_config("language = \"fr\"\n").ids(), "unknown-value");
  EXPECT_EQ(test::read_player_config("playlsit = \"a\"\n").ids(), "unknown-key");
}

TEST(PlayerConfig, AMistakeLosesNoOtherKey) {
  const auto read = test::read_player_config(R"(playlist = "a"
screen = "b"
state_directory = "/var/lib/x"
clock = "trust"
oberlay = true
log_level = "loud"
[panel]
command_on = ["xset"]
command_off = ["/usr/bin/xset"]
)");
  EXPECT_EQ(read.ids(), "unknown-value bad-value unknown-key") << format_diagnostics(read.diagnostics);
  ASSERT_TRUE(read.value);
  EXPECT_EQ(read.value->playlist.value, "a");
  EXPECT_EQ(read.value->screen.value, "b");
  EXPECT_EQ(read.value->state_directory, "/var/lib/x");
  EXPECT_EQ(read.value->clock, ClockTrust::trust);
  EXPECT_EQ(read.value->log_level, LogThreshold::info);
  EXPECT_TRUE(read.value->panel.on.empty());
  EXPECT_EQ(read.value->panel.off.size(), 1u);
}

TEST(PlayerConfig, AfterAMistakeThePlaylistIsNeverTheBundledOne) {
  EXPECT_EQ(test::read_player_config("playlsit = \"a\"\n").value->playlist.value, "");
  EXPECT_EQ(test::read_player_config("playlist = 3\n").value->playlist.value, "");
}

TEST(BundledPlayerFile, HasEveryKeyWithItsBuiltInValue) {
  Diagnostics diagnostics;
  const auto document = toml::load(real_files(), test::source_path("config/xuanping.toml"), diagnostics);
  ASSERT_TRUE(document);
  const std::optional read = read_player_config(*document, diagnostics);
  ASSERT_TRUE(diagnostics.empty()) << format_diagnostics(diagnostics);
  const PlayerConfig built_in;
  EXPECT_EQ(read->playlist.value, built_in.playlist.value);
  EXPECT_EQ(read->screen.value, built_in.screen.value);
  EXPECT_EQ(read->state_directory, built_in.state_directory);
  EXPECT_EQ(read->language, built_in.language);
  EXPECT_EQ(read->log_level, built_in.log_level);
  EXPECT_EQ(read->overlay, built_in.overlay);
  EXPECT_TRUE(read->panel.on.empty() && read->panel.off.empty());
  for (const char* key :
       {"panel", "playlist", "screen", "state_directory", "language", "log_level", "overlay"})
    EXPECT_TRUE(document->root.find(key)) << key;
}

}  // namespace
}  // namespace xp::playlist
