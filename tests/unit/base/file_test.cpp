// SPDX-License-Identifier: MIT
#include "base/file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>

#include "base/unsynced_files.h"
#include "support/golden.h"

namespace {

using namespace xp;
namespace fs = std::filesystem;

constexpr std::size_t kLimit = 1000;

int code_of(const FileSystem& files, const std::string& path) {
  const auto read = files.read(path, kLimit);
  EXPECT_FALSE(read);
  EXPECT_NE(read.error().message.find(path), std::string::npos) << read.error().message;
  return read.error().code;
}

TEST(RealFiles, ReadBackWhatWasWritten) {
  const std::string path = test::scratch_directory() + "/a";
  const std::string content = std::string("守好\0钱", 10) + "\r\n";
  ASSERT_TRUE(real_files().write_atomically(path, content));
  EXPECT_EQ(*real_files().read(path, kLimit), content);
  EXPECT_TRUE(real_files().is_file(path));
  EXPECT_FALSE(real_files().is_directory(path));
}

TEST(UnsyncedFiles, ReplaceAndLeaveNothingBehind) {
  const std::string folder = test::scratch_directory();
  ASSERT_TRUE(unsynced_files().write_atomically(folder + "/a", std::string(500, 'x')));
  ASSERT_TRUE(unsynced_files().write_atomically(folder + "/a", "new"));
  EXPECT_EQ(*real_files().read(folder + "/a", kLimit), "new");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 1);
}

TEST(RealFiles, ReplaceAndLeaveNothingBehind) {
  const std::string folder = test::scratch_directory();
  ASSERT_TRUE(real_files().write_atomically(folder + "/a", std::string(500, 'x')));
  ASSERT_TRUE(real_files().write_atomically(folder + "/a", "new"));
  EXPECT_EQ(*real_files().read(folder + "/a", kLimit), "new");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 1);
}

TEST(RealFiles, ReplaceWhatALinkPointsTo) {
  const std::string folder = test::scratch_directory();
  fs::create_directory(folder + "/far");
  for (const char* target : {"far/there", "far/to-come"}) {
    if (std::string(target) == "far/there") {
      ASSERT_TRUE(real_files().write_atomically(folder + "/" + target, "old"));
    }
    const std::string link = folder + "/link-" + fs::path(target).filename().string();
    fs::create_symlink(target, link);
    ASSERT_TRUE(real_files().write_atomically(link, "new"));
    EXPECT_TRUE(fs::is_symlink(link)) << link;
    EXPECT_EQ(*real_files().read(folder + "/" + target, kLimit), "new");
  }
  fs::create_symlink("circle", folder + "/circle");
  EXPECT_FALSE(real_files().write_atomically(folder + "/circle", "new"));
}

TEST(RealFiles, WriteIntoAPipe) {
  const std::string pipe = test::scratch_directory() + "/pipe";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  const int reader = ::open(pipe.c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  EXPECT_TRUE(real_files().write_atomically(pipe, "new"));
  char got[8]{};
  EXPECT_EQ(::read(reader, got, sizeof got), 3);
  EXPECT_STREQ(got, "new");
  ::close(reader);
  EXPECT_TRUE(fs::is_fifo(pipe)) << "and does not take its place";
}

TEST(RealFiles, TellWhyAFileCannotBeRead) {
  const std::string folder = test::scratch_directory();
  EXPECT_EQ(code_of(real_files(), folder + "/none"), ENOENT);
  EXPECT_EQ(code_of(real_files(), folder), EISDIR);
  ASSERT_EQ(mkfifo((folder + "/pipe").c_str(), 0600), 0);
  EXPECT_EQ(code_of(real_files(), folder + "/pipe"), EINVAL) << "and does not wait for a writer";
  EXPECT_EQ(code_of(real_files(), "/dev/zero"), EINVAL);
}

TEST(RealFiles, TellAMissingRight) {
  const std::string path = test::scratch_directory() + "/secret";
  ASSERT_TRUE(real_files().write_atomically(path, "x"));
  ASSERT_EQ(chmod(path.c_str(), 0), 0);
  const uid_t user = geteuid();
  constexpr uid_t kNobody = 65534;
  ASSERT_EQ(user == 0 ? seteuid(kNobody) : 0, 0) << "root may read everything";
  const int code = code_of(real_files(), path);
  ASSERT_EQ(seteuid(user), 0);
  EXPECT_EQ(code, EACCES);
}

TEST(RealFiles, ReadUpToTheLimitAndNoByteMore) {
  const std::string path = test::scratch_directory() + "/a";
  ASSERT_TRUE(real_files().write_atomically(path, std::string(kLimit, 'x')));
  EXPECT_EQ(real_files().read(path, kLimit)->size(), kLimit);
  ASSERT_TRUE(real_files().write_atomically(path, std::string(kLimit + 1, 'x')));
  EXPECT_EQ(code_of(real_files(), path), EFBIG);
}

TEST(RealFiles, ReadFilesThatSayTheyAreEmpty) {
  EXPECT_FALSE(real_files().read("/proc/self/status", 1 << 20)->empty());
}

TEST(RealFiles, ReportAWriteThatFails) {
  const std::string folder = test::scratch_directory();
  const Status status = real_files().write_atomically(folder + "/none/a", "x");
  ASSERT_FALSE(status);
  EXPECT_EQ(status.error().code, ENOENT);
  fs::create_directory(folder + "/taken");
  EXPECT_FALSE(real_files().write_atomically(folder + "/taken", "x"));
  EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 1) << "the temporary file is gone";
}

TEST(MemoryFiles, BehaveAsRealOnes) {
  MemoryFiles files;
  files.files["slides/a/playlist.toml"] = "x";
  EXPECT_EQ(*files.read("slides/a/playlist.toml", kLimit), "x");
  EXPECT_EQ(code_of(files, "slides/b"), ENOENT);
  EXPECT_EQ(code_of(files, "slides/a"), EISDIR);
  EXPECT_TRUE(files.is_directory("slides"));
  EXPECT_FALSE(files.is_directory("slide"));
  EXPECT_FALSE(files.is_file("slides/a"));
  ASSERT_TRUE(files.write_atomically("big", std::string(kLimit + 1, 'x')));
  EXPECT_EQ(code_of(files, "big"), EFBIG);
}

}  // namespace
