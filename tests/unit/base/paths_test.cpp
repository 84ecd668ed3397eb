// SPDX-License-Identifier: MIT
#include "base/paths.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "base/program.h"
#include "support/golden.h"

namespace {

using namespace xp;

/// Sets or (null) unsets a variable until the end of the test.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* old = std::getenv(name)) old_ = old;
    value ? setenv(name, value, 1) : unsetenv(name);
  }
  ~Variable() { old_ ? setenv(name_, old_->c_str(), 1) : unsetenv(name_); }

 private:
  const char* name_;
  std::optional<std::string> old_;
};

TEST(Paths, JoinAndSplit) {
  EXPECT_EQ(join_path("a/b", "c"), "a/b/c");
  EXPECT_EQ(join_path("a/b/", "c"), "a/b/c");
  EXPECT_EQ(join_path("", "c"), "c");
  EXPECT_EQ(join_path("a", "/etc/c"), "/etc/c");
  EXPECT_EQ(join_path("/", "c"), "/c");
  EXPECT_EQ(parent_of("a/b/c.toml"), "a/b");
  EXPECT_EQ(parent_of("c.toml"), ".");
  EXPECT_EQ(parent_of("/c.toml"), "/");
  EXPECT_EQ(parent_of("a/b/"), "a");
  EXPECT_EQ(parent_of("a//b"), "a");
}

TEST(StateDirectory, FollowsTheEnvironment) {
  const Variable home("HOME", "/home/screen");
  {
    const Variable systemd("STATE_DIRECTORY", "/var/lib/xuanping:/var/lib/other");
    EXPECT_EQ(state_directory_of_environment(), "/var/lib/xuanping");
  }
  const Variable none("STATE_DIRECTORY", nullptr);
  {
    const Variable xdg("XDG_STATE_HOME", "/data/state");
    EXPECT_EQ(state_directory_of_environment(), "/data/state/xuanping");
  }
  {
    const Variable relative("XDG_STATE_HOME", "state");
    EXPECT_EQ(state_directory_of_environment(), "/home/screen/.local/state/xuanping")
        << "the standard says: ignore it";
  }
  const Variable xdg("XDG_STATE_HOME", nullptr);
  EXPECT_EQ(state_directory_of_environment(), "/home/screen/.local/state/xuanping");
}

TEST(DataPath, LooksInTheOptionThenTheEnvironmentThenTheSourceTree) {
  const Variable data("XUANPING_DATA", "/srv/data");
  const DataPath path = DataPath::from_environment("/given");
  ASSERT_EQ(path.roots.size(), 4u);
  EXPECT_EQ(path.roots[0], "/given");
  EXPECT_EQ(path.roots[1], "/srv/data");
  EXPECT_EQ(path.roots[2] + "/x", test::source_path("x")) << "a test runs from the build tree";
  EXPECT_EQ(path.roots[3], "/usr/share/xuanping");
}

TEST(DataPath, LeavesOutWhatIsNotSet) {
  const Variable data("XUANPING_DATA", nullptr);
  EXPECT_EQ(DataPath::from_environment("").roots.size(), 2u);
}

TEST(DataPath, FindsTheFirstThatHoldsTheFile) {
  MemoryFiles files;
  files.files["/b/screens/led.toml"] = "";
  files.files["/c/screens/led.toml"] = "";
  const DataPath path{{"/a", "/b", "/c"}};
  EXPECT_EQ(path.find(files, "screens/led.toml"), "/b/screens/led.toml");
  EXPECT_FALSE(path.find(files, "screens"));
  EXPECT_FALSE(path.find(files, "none.toml"));
}

TEST(Program, RunsFromTheBuildTree) { EXPECT_TRUE(development_source_tree()); }

}  // namespace
