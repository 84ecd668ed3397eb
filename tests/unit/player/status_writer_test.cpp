// SPDX-License-Identifier: MIT
#include "player/status_writer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace xp::player {

using testing::HasSubstr;

namespace {

PlayerStatus numbered(std::int64_t pid) {
  PlayerStatus status;
  status.pid = pid;
  status.display.connected = true;
  return status;
}

std::int64_t pid_in(const MemoryFiles& files) {
  const auto found = files.files.find("state/status.json");
  if (found == files.files.end()) return -1;
  const auto status = parse_status(found->second);
  return status ? status->pid : -1;
}

MachineFacts nothing() { return {}; }

/// A disk whose first write takes until it is let go.
class SlowFiles final : public MemoryFiles {
 public:
  Status write_atomically(const std::string& path, std::string_view content) override {
    if (!slow.exchange(true)) {
      reached.set_value();
      let_go.get_future().wait();
    }
    return MemoryFiles::write_atomically(path, content);
  }
  std::atomic<bool> slow = false;
  std::promise<void> reached, let_go;
};

/// A disk on which every write fails that `fails` says.
class FullFiles final : public MemoryFiles {
 public:
  explicit FullFiles(int failing) : failing_(failing) {}
  Status write_atomically(const std::string& path, std::string_view content) override {
    if (writes++ < failing_) return Error{"no space left", 28};
    return MemoryFiles::write_atomically(path, content);
  }
  int writes = 0;

 private:
  int failing_;
};

}  // namespace

TEST(StatusWriter, WritesBothFilesAndTheLastStatusBeforeItEnds) {
  MemoryFiles files;
  start_status_writer(files, "state", nothing)->publish(numbered(7));
  EXPECT_EQ(pid_in(files), 7);
  EXPECT_THAT(files.files["state/metrics.prom"], HasSubstr("xuanping_build_info"));
}

TEST(StatusWriter, AddsWhatTheMachineSays) {
  MemoryFiles files;
  start_status_writer(files, "state", [] { return MachineFacts{1000, 2000, false}; })->publish(numbered(7));
  const auto status = parse_status(files.files["state/status.json"]);
  ASSERT_TRUE(status);
  EXPECT_EQ(status->rss_bytes, 1000u);
  EXPECT_EQ(status->disk_free_bytes, 2000u);
  EXPECT_FALSE(status->display.connected);
}

TEST(StatusWriter, ADiskThatHangsDelaysNobodyAndTheLatestStatusWins) {
  SlowFiles files;
  {
    const auto writer = start_status_writer(files, "state", nothing);
    writer->publish(numbered(1));
    files.reached.get_future().wait();
    for (int i = 2; i <= 100; ++i) writer->publish(numbered(i));  // returns although the disk does not
    EXPECT_EQ(pid_in(files), -1);
    files.let_go.set_value();
  }
  EXPECT_EQ(pid_in(files), 100);
}

TEST(StatusWriter, AFullDiskIsTriedAgain) {
  FullFiles files(1);
  start_status_writer(files, "state", nothing)->publish(numbered(1));
  EXPECT_EQ(pid_in(files), -1);
  start_status_writer(files, "state", nothing)->publish(numbered(2));
  EXPECT_EQ(pid_in(files), 2);
}

}  // namespace xp::player
