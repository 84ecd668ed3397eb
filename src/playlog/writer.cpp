// SPDX-License-Identifier: MIT
#include "playlog/writer.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

namespace xp::playlog {

namespace {

class Writer final : public Sink {
 public:
  explicit Writer(Journal journal) : journal_(std::move(journal)), thread_([this] { run(); }) {}

  ~Writer() override {
    {
      const std::lock_guard lock(mutex_);
      ending_ = true;
    }
    more_.notify_one();
    thread_.join();
  }

  void take(Update update) override {
    {
      const std::lock_guard lock(mutex_);
      if (!inbox_) inbox_.emplace();
      add(*inbox_, std::move(update), Reason::too_many);
    }
    more_.notify_one();
  }

  std::string trouble() const override {
    const std::lock_guard lock(mutex_);
    return trouble_;
  }

 private:
  void run() {
    while (!ended_) {
      if (std::optional<Update> update = next()) journal_.take(std::move(*update));
      const Duration now = read_clocks().monotonic;
      ended_ ? journal_.flush(now) : journal_.write(now);
      const std::lock_guard lock(mutex_);
      trouble_ = journal_.trouble();
    }
  }

  /// What has come in; nothing when it is time to try again. After the last one it has ended.
  std::optional<Update> next() {
    std::unique_lock lock(mutex_);
    const auto called = [this] { return ending_ || inbox_; };
    if (const auto due = journal_.due())
      more_.wait_for(lock, std::max(*due - read_clocks().monotonic, Duration{}), called);
    else
      more_.wait(lock, called);
    ended_ = ending_;
    return std::exchange(inbox_, std::nullopt);
  }

  // Of the thread.
  Journal journal_;
  bool ended_ = false;
  // Of both.
  mutable std::mutex mutex_;
  std::condition_variable more_;
  std::optional<Update> inbox_;
  std::string trouble_;
  bool ending_ = false;
  std::thread thread_;  ///< last: it uses everything above
};

}  // namespace

std::unique_ptr<Sink> start_writer(std::string directory, Run run, Limits limits) {
  return std::make_unique<Writer>(Journal(std::move(directory), std::move(run), limits));
}

}  // namespace xp::playlog
