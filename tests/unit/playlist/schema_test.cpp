// SPDX-License-Identifier: MIT
// The committed schemas are what the field tables say; XUANPING_BLESS=1 writes them anew.
#include <gtest/gtest.h>

#include <cstdlib>

#include "base/file.h"
#include "kinds/font_catalog_reader.h"
#include "kinds/theme.h"
#include "playlist/calendar.h"
#include "playlist/player_config.h"
#include "playlist/playlist.h"
#include "playlist/screen.h"
#include "support/golden.h"

namespace xp::playlist {
namespace {

struct Committed {
  const char* name;
  std::string (*write)();
};

constexpr Committed kCommitted[] = {{"playlist", playlist_schema},
                                    {"screen", screen_schema},
                                    {"player", player_schema},
                                    {"calendar", calendar_schema},
                                    {"theme", kinds::theme_schema},
                                    {"fonts", kinds::font_catalog_schema}};

class Schema : public testing::TestWithParam<Committed> {};

TEST_P(Schema, IsCommittedAsTheProgramWritesIt) {
  const std::string path = test::source_path(std::string("config/schema/") + GetParam().name + ".json");
  const std::string schema = GetParam().write();
  if (std::getenv("XUANPING_BLESS")) {
    ASSERT_TRUE(real_files().write_atomically(path, schema));
  }
  EXPECT_EQ(test::read_file(path), schema) << path;
}

INSTANTIATE_TEST_SUITE_P(Files, Schema, testing::ValuesIn(kCommitted),
                         [](const auto& test) { return std::string(test.param.name); });

TEST(PlaylistSchema, NamesEveryKind) {
  const std::string schema = playlist_schema();
  for (const kinds::SlideKind& kind : kinds::slide_kinds())
    EXPECT_NE(schema.find("\"const\": \"" + std::string(kind.name) + "\""), std::string::npos) << kind.name;
}

}  // namespace
}  // namespace xp::playlist
