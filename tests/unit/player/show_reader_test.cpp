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

}  // namespace xp::player
