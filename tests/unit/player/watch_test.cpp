// SPDX-License-Identifier: MIT
#include "player/watch.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "support/golden.h"

namespace xp::player {

namespace fs = std::filesystem;
using testing::Contains;

namespace {

void write(const fs::path& path, const char* text = "x") { std::ofstream(path) << text; }

class FolderWatch : public testing::Test {
 protected:
  FolderWatch() : folder(fs::canonical(xp::test::scratch_directory())) {
    auto opened = open_folder_watch();
    EXPECT_TRUE(opened);
    watch = *std::move(opened);
  }
  void watch_file(const fs::path& path) { watch->watch({path.string()}, Instant{INT64_MAX}); }

  fs::path folder;
  std::unique_ptr<Watch> watch;
};

}  // namespace

TEST_F(FolderWatch, SeesAFileWritten) {
  write(folder / "playlist.toml");
  watch_file(folder / "playlist.toml");
  EXPECT_FALSE(watch->changed());
  write(folder / "playlist.toml", "y");
  EXPECT_TRUE(watch->changed());
  EXPECT_FALSE(watch->changed());
}

TEST_F(FolderWatch, SeesAnEditorsRename) {
  write(folder / "playlist.toml");
  watch_file(folder / "playlist.toml");
  write(folder / ".playlist.toml.swp");
  EXPECT_FALSE(watch->changed());
  fs::rename(folder / ".playlist.toml.swp", folder / "playlist.toml");
  EXPECT_TRUE(watch->changed());
}

TEST_F(FolderWatch, SeesAFileAppearAndGo) {
  watch_file(folder / "playlist.toml");
  write(folder / "playlist.toml");
  EXPECT_TRUE(watch->changed());
  fs::remove(folder / "playlist.toml");
  EXPECT_TRUE(watch->changed());
}

TEST_F(FolderWatch, SeesAFolderAppear) {
  watch_file(folder / "new" / "deep" / "playlist.toml");
  fs::create_directories(folder / "new");
  EXPECT_TRUE(watch->changed());
}

TEST_F(FolderWatch, SeesAFolderReplaced) {
  fs::create_directories(folder / "campaign");
  fs::create_directories(folder / "next");
  write(folder / "campaign" / "playlist.toml");
  watch_file(folder / "campaign" / "playlist.toml");
  fs::rename(folder / "campaign", folder / "old");
  fs::rename(folder / "next", folder / "campaign");
  EXPECT_TRUE(watch->changed());
}

TEST_F(FolderWatch, SeesASymbolicLinkSwapped) {
  for (const char* name : {"one", "two"}) {
    fs::create_directories(folder / name);
    write(folder / name / "playlist.toml");
  }
  fs::create_directory_symlink("one", folder / "current");
  watch_file(folder / "current" / "playlist.toml");
  fs::create_directory_symlink("two", folder / "next");
  EXPECT_FALSE(watch->changed());
  fs::rename(folder / "next", folder / "current");
  EXPECT_TRUE(watch->changed());
}

TEST_F(FolderWatch, SeesWhatALinkPointsTo) {
  fs::create_directories(folder / "real");
  write(folder / "real" / "p.toml");
  fs::create_symlink("real/p.toml", folder / "playlist.toml");
  watch_file(folder / "playlist.toml");
  write(folder / "real" / "p.toml", "y");
  EXPECT_TRUE(watch->changed());
}

TEST_F(FolderWatch, ALoopOfLinksEnds) {
  fs::create_symlink("b", folder / "a");
  fs::create_symlink("a", folder / "b");
  watch_file(folder / "a");
  fs::remove(folder / "a");
  EXPECT_TRUE(watch->changed());
}

TEST_F(FolderWatch, OtherFilesDoNotConcernIt) {
  write(folder / "playlist.toml");
  watch_file(folder / "playlist.toml");
  write(folder / "notes.txt");
  EXPECT_FALSE(watch->changed());
}

TEST_F(FolderWatch, AnyNameIsEveryFileButHiddenOnes) {
  watch_file(folder / kAnyName);
  write(folder / ".hidden");
  EXPECT_FALSE(watch->changed());
  write(folder / "poster.jpg");
  EXPECT_TRUE(watch->changed());
}

TEST_F(FolderWatch, ForgetsWhatIsNoLongerAskedFor) {
  fs::create_directories(folder / "a");
  fs::create_directories(folder / "b");
  watch_file(folder / "a" / "x");
  watch_file(folder / "b" / "x");
  write(folder / "a" / "x");
  EXPECT_FALSE(watch->changed());
  write(folder / "b" / "x");
  EXPECT_TRUE(watch->changed());
}

TEST_F(FolderWatch, AChangeDuringTheReadingIsTold) {
  write(folder / "playlist.toml");
  EXPECT_TRUE(watch->watch({(folder / "playlist.toml").string()}, Instant{1}));
  EXPECT_FALSE(watch->watch({(folder / "playlist.toml").string()}, Instant{INT64_MAX}));
  EXPECT_FALSE(watch->watch({(folder / "none.toml").string()}, Instant{1}));
}

TEST(WatchedNames, AFileAndItsFolder) {
  const fs::path folder = fs::canonical(xp::test::scratch_directory());
  write(folder / "p.toml");
  const auto names = watched_names((folder / "p.toml").string());
  EXPECT_THAT(names, Contains(WatchedName{folder.string(), "p.toml"}));
  EXPECT_THAT(names, Contains(WatchedName{folder.parent_path().string(), folder.filename().string()}));
}

}  // namespace xp::player
