// SPDX-License-Identifier: MIT
#include "player/machine.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace xp::player {

namespace {

/// Connectors as the kernel shows them.
class Connectors : public testing::Test {
 protected:
  Connectors() : folder_(testing::TempDir() + "connectors-" + std::to_string(::getpid())) {
    std::filesystem::create_directories(folder_);
  }
  ~Connectors() override { std::filesystem::remove_all(folder_); }
  void add(const std::string& name, const std::string& status) {
    std::filesystem::create_directories(folder_ + "/" + name);
    if (!status.empty()) std::ofstream(folder_ + "/" + name + "/status") << status << '\n';
  }
  std::optional<bool> any() const { return any_display_connected(real_files(), folder_); }
  std::string folder_;
};

}  // namespace

TEST(Machine, ReadsItsMemory) {
  EXPECT_EQ(rss_of_statm("3000 250 100 1 0 20 0\n", 4096), 250u * 4096);
  EXPECT_FALSE(rss_of_statm("", 4096));
  EXPECT_FALSE(rss_of_statm("3000 x", 4096));
}

TEST(Machine, KnowsItself) {
  const MachineFacts facts = read_machine_facts(testing::TempDir());
  EXPECT_GT(facts.rss_bytes.value_or(0), 1u << 20);
  EXPECT_GT(facts.disk_free_bytes.value_or(0), 0u);
  EXPECT_EQ(boot_id(real_files()).size(), 36u);
}

TEST(Machine, OfAFolderThatIsNotThereTheFreeSpaceIsUnknown) {
  EXPECT_FALSE(read_machine_facts("/nowhere/at/all").disk_free_bytes);
}

TEST_F(Connectors, OneWithADisplayIsEnough) {
  add("card0", "");
  add("card0-HDMI-A-1", "disconnected");
  EXPECT_EQ(any(), false);
  add("card0-DP-1", "connected");
  EXPECT_EQ(any(), true);
}

TEST_F(Connectors, AreAnotherTextWhenADisplayComes) {
  add("card0-HDMI-A-1", "disconnected");
  add("card0-DP-1", "disconnected");
  const std::string none = connectors(real_files(), folder_);
  EXPECT_EQ(connectors(real_files(), folder_), none);
  add("card0-DP-1", "connected");
  EXPECT_NE(connectors(real_files(), folder_), none);
}

TEST_F(Connectors, AreUnknownWhereThereAreNone) {
  EXPECT_EQ(any(), std::nullopt);
  EXPECT_EQ(any_display_connected(real_files(), "/nowhere"), std::nullopt);
}

}  // namespace xp::player
