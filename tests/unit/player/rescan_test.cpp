// SPDX-License-Identifier: MIT
#include "player/rescan.h"

#include <fcntl.h>
#include <gtest/gtest.h>

#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "support/golden.h"

namespace xp::player {
namespace {

class Fingerprint : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ + "/" + name, std::ios::binary) << text;
  }
  Hash print() const { return fingerprint({folder_ + "/a", folder_ + "/b", folder_ + "/*"}); }
  Hash print_of_content() const {
    return fingerprint({folder_ + "/a"}, [](const std::string&) { return false; });
  }
  Hash print_of_facts() const {
    return fingerprint({folder_ + "/a"}, [](const std::string&) { return true; });
  }
  /// As long as before and, as far as anybody can set that, as old.
  void replace_unseen(const std::string& name, const std::string& text) {
    struct stat before {};
    ASSERT_EQ(::stat((folder_ + "/" + name).c_str(), &before), 0);
    write("new", text);
    const timespec times[] = {before.st_atim, before.st_mtim};
    ASSERT_EQ(::utimensat(AT_FDCWD, (folder_ + "/new").c_str(), times, 0), 0);
    std::filesystem::rename(folder_ + "/new", folder_ + "/" + name);
  }
  std::string folder_ = test::scratch_directory();
};

TEST_F(Fingerprint, FollowsContentAndNotTheTimeOfASmallFileWhereTimesSayLittle) {
  write("a", "one");
  const Hash first = print_of_content();
  write("a", "one");
  EXPECT_EQ(print_of_content(), first);
  replace_unseen("a", "two");
  EXPECT_NE(print_of_content(), first);
}

TEST_F(Fingerprint, GoesByFactsThatNobodyCanSetWhereChangesAreTold) {
  write("a", "one");
  const Hash first = print_of_facts();
  EXPECT_EQ(print_of_facts(), first);
  replace_unseen("a", "two");
  EXPECT_NE(print_of_facts(), first);
}

TEST_F(Fingerprint, FollowsALargeFileThatLooksAsBefore) {
  write("a", std::string(2'000'000, 'x'));
  const Hash first = print_of_content();
  replace_unseen("a", std::string(2'000'000, 'y'));
  EXPECT_NE(print_of_content(), first);
}

TEST(DiskThatTells, IsALocalOne) {
  EXPECT_FALSE(on_a_disk_that_tells("/proc/self/stat"));
  EXPECT_FALSE(on_a_disk_that_tells("/nowhere"));
}

TEST_F(Fingerprint, FollowsWhatAppearsAndGoes) {
  const Hash none = print();
  write("b", "");
  const Hash some = print();
  EXPECT_NE(some, none);
  write(".hidden", "x");
  EXPECT_EQ(print(), some);
  write("c", "x");
  EXPECT_NE(print(), some) << "a name in the folder";
  std::filesystem::remove(folder_ + "/b");
  std::filesystem::remove(folder_ + "/c");
  EXPECT_EQ(print(), none);
}

TEST_F(Fingerprint, FollowsTheSizeOfALargeFile) {
  write("a", std::string(2'000'000, 'x'));
  const Hash first = print();
  write("a", std::string(2'000'001, 'x'));
  EXPECT_NE(print(), first);
}

TEST_F(Fingerprint, CountsAStepForEachOfThem) {
  Progress progress;
  fingerprint({folder_ + "/a", folder_ + "/b", folder_ + "/*"}, on_a_disk_that_tells, &progress);
  EXPECT_EQ(progress.steps(), 3u);
}

TEST_F(Fingerprint, FollowsASwitchedLink) {
  std::filesystem::create_directories(folder_ + "/v1");
  std::filesystem::create_directories(folder_ + "/v2");
  write("v1/list", "one");
  write("v2/list", "two");
  std::filesystem::create_symlink("v1", folder_ + "/now");
  const Hash first = fingerprint({folder_ + "/now/list"});
  std::filesystem::create_symlink("v2", folder_ + "/next");
  std::filesystem::rename(folder_ + "/next", folder_ + "/now");
  EXPECT_NE(fingerprint({folder_ + "/now/list"}), first);
}

TEST(Rescan, LooksAtOnceThenEveryMinuteAndTellsAChangeOnce) {
  Rescan rescan;
  EXPECT_EQ(rescan.due(), std::nullopt);
  rescan.read({"a"}, seconds(10));
  EXPECT_EQ(rescan.begin(seconds(10)), std::vector<std::string>{"a"});
  EXPECT_EQ(rescan.due(), std::nullopt) << "a look is under way";
  EXPECT_FALSE(rescan.looked(hash_bytes("x"), seconds(10)));
  EXPECT_TRUE(rescan.begin(seconds(69)).empty());
  EXPECT_EQ(rescan.due(), seconds(70));
  EXPECT_FALSE(rescan.begin(seconds(70)).empty());
  EXPECT_FALSE(rescan.looked(hash_bytes("x"), seconds(70)));
  EXPECT_FALSE(rescan.begin(seconds(130)).empty());
  EXPECT_TRUE(rescan.looked(hash_bytes("y"), seconds(130)));
  EXPECT_FALSE(rescan.begin(seconds(190)).empty());
  EXPECT_FALSE(rescan.looked(hash_bytes("y"), seconds(190)));
}

}  // namespace
}  // namespace xp::player
