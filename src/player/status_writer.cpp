// SPDX-License-Identifier: MIT
#include "player/status_writer.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "base/log.h"
#include "base/paths.h"

namespace xp::player {

namespace {

void add_facts(const MachineFacts& facts, PlayerStatus& status) {
  status.rss_bytes = facts.rss_bytes;
  status.disk_free_bytes = facts.disk_free_bytes;
  if (facts.display_connected)
    status.display.connected = status.display.connected && *facts.display_connected;
}

class StatusWriter final : public StatusSink {
 public:
  StatusWriter(FileSystem& files, std::string directory, FactsReader facts)
      : files_(files),
        directory_(std::move(directory)),
        facts_(std::move(facts)),
        thread_([this] { run(); }) {}

  ~StatusWriter() override {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    more_.notify_one();
    thread_.join();
  }

  void publish(PlayerStatus status) override {
    {
      const std::lock_guard lock(mutex_);
      latest_ = std::move(status);
    }
    more_.notify_one();
  }

 private:
  void run() {
    while (auto status = next()) {
      add_facts(facts_(), *status);
      if (const Status written = write_status(files_, directory_, *status); !written)
        log(LogLevel::warning, "player", written.error().message);
    }
  }

  std::optional<PlayerStatus> next() {
    std::unique_lock lock(mutex_);
    more_.wait(lock, [this] { return ending_ || latest_; });
    return std::exchange(latest_, std::nullopt);
  }

  FileSystem& files_;
  std::string directory_;
  FactsReader facts_;
  std::mutex mutex_;
  std::condition_variable more_;
  std::optional<PlayerStatus> latest_;
  bool ending_ = false;
  std::thread thread_;  ///< last: it uses everything above
};

}  // namespace

Status write_status(FileSystem& files, const std::string& directory, const PlayerStatus& status) {
  if (Status written = files.write_atomically(join_path(directory, kStatusFile), to_json(status)); !written)
    return written;
  return files.write_atomically(join_path(directory, kMetricsFile), to_metrics(status));
}

std::unique_ptr<StatusSink> start_status_writer(FileSystem& files, std::string directory, FactsReader facts) {
  return std::make_unique<StatusWriter>(files, std::move(directory), std::move(facts));
}

}  // namespace xp::player
