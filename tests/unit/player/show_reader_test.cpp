// SPDX-License-Identifier: MIT
#include "player/show_reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace xp::player {

using testing::Contains;

namespace {

show::LoadRequest request() {
  show::LoadRequest request;
  request.data.roots = {"/data"};
  request.playlist = {"/campaign", {}};
  request.screen = {"small", {}};
  request.font_folders = {};
  return request;
}

}  // namespace

TEST(ShowReader, TellsWhatIsMissingToo) {
  const MemoryFiles files;
  Diagnostics diagnostics;
  const ReadShow read = read_show(files, request(), diagnostics);
  EXPECT_FALSE(read.show);
  EXPECT_TRUE(diagnostics.has_errors());
  EXPECT_THAT(read.files, Contains("/data/fonts/catalog.toml"));
  EXPECT_THAT(read.files, Contains("/data/config/screens/small.toml"));
}

TEST(ShowReader, TellsTheFilesItRead) {
  MemoryFiles files;
  files.files["/campaign/playlist.toml"] = "a = [1, }";
  Diagnostics diagnostics;
  const ReadShow read = read_show(files, request(), diagnostics);
  EXPECT_FALSE(read.show);
  EXPECT_THAT(read.files, Contains("/campaign/playlist.toml"));
  EXPECT_THAT(read.files, Contains("/campaign/*"));
}

TEST(ShowReader, TellsTheDataOfSlidesToo) {
  MemoryFiles files;
  files.files["/campaign/playlist.toml"] =
      "[[slide]]\nid = \"types\"\nkind = \"statistics\"\nheading = \"一句话\"\nchart = \"bars\"\n"
      "data = \"tables/types.csv\"\n";
  Diagnostics diagnostics;
  EXPECT_THAT(read_show(files, request(), diagnostics).files, Contains("/campaign/tables/types.csv"))
      << "it may appear";
  files.files["/campaign/tables/types.csv"] = "label,value\n甲,1\n";
  EXPECT_THAT(read_show(files, request(), diagnostics).files, Contains("/campaign/tables/types.csv"));
}

}  // namespace xp::player
