// SPDX-License-Identifier: MIT
#include "base/folder.h"

#include <dirent.h>
#include <dlfcn.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <fstream>

#include "support/golden.h"

namespace {

int entries_until_the_fault = -1;  ///< −1: the disk is well

}  // namespace

/// In place of the C library's, for this program.
extern "C" dirent* readdir(DIR* folder) {
  static const auto real = reinterpret_cast<dirent* (*)(DIR*)>(::dlsym(RTLD_NEXT, "readdir"));
  if (entries_until_the_fault != 0) {
    if (entries_until_the_fault > 0) --entries_until_the_fault;
    return real(folder);
  }
  errno = EIO;
  return nullptr;
}

namespace xp {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

std::string folder_of(const std::vector<std::string>& names) {
  std::string folder = test::scratch_directory();
  for (const std::string& name : names) std::ofstream(folder + "/" + name) << name;
  return folder;
}

}  // namespace

TEST(Folder, ItsNamesComeInOrder) {
  EXPECT_THAT(names_in(folder_of({"b", "乙", ".c", "a"})), ElementsAre(".c", "a", "b", "乙"));
}

TEST(Folder, OneThatIsNotThereHasNone) { EXPECT_THAT(names_in("/nowhere/at/all"), IsEmpty()); }

TEST(Folder, ADiskThatFailsInTheMidstOfItEndsTheNames) {
  const std::string folder = folder_of({"a", "b", "c"});
  entries_until_the_fault = 4;  // two of them may be “.” and “..”
  const auto names = names_in(folder);
  entries_until_the_fault = -1;
  EXPECT_GE(names.size(), 2u);
}

}  // namespace xp
