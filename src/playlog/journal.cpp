// SPDX-License-Identifier: MIT
#include "playlog/journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"
#include "base/paths.h"

namespace xp::playlog {

namespace {

constexpr const char* kLockFile = "play-log.lock";

}  // namespace

Result<LogLock> LogLock::take(const std::string& directory) {
  const std::string path = join_path(directory, kLockFile);
  LogLock lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0644));
  if (lock.descriptor_ >= 0 && ::flock(lock.descriptor_, LOCK_EX | LOCK_NB) == 0) return lock;
  const int code = errno;
  if (code == EWOULDBLOCK) return Error{tr("the play log: another player writes it"), code};
  return Error{trf("the play log: “{path}” cannot be opened: {reason}", fmt::arg("path", path),
                   fmt::arg("reason", std::generic_category().message(code))),
               code};
}

LogLock::LogLock(LogLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

LogLock::~LogLock() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

Journal::Journal(std::string directory, Run run, Limits limits)
    : directory_(std::move(directory)), run_(std::move(run)), limits_(limits) {}

void Journal::take(Update update) {
  if (!since_) since_ = update.now;
  if (!waiting_) waiting_.emplace();
  add(*waiting_, std::move(update), trouble_.empty() ? Reason::too_many : Reason::not_written);
}

std::optional<Duration> Journal::due() const {
  if (!waiting_) return std::nullopt;
  return trouble_.empty() ? Duration{} : retry_at_;
}

void Journal::write(Duration now) {
  if (trouble_.empty() || now >= retry_at_) flush(now);
}

void Journal::flush(Duration now) {
  if (!waiting_) return;
  const Status done = try_to_write();
  trouble_ = done ? std::string{} : done.error().message;
  if (done) {
    since_ = waiting_->now;
    return waiting_.reset();
  }
  if (file_ && file_->in_doubt())
    doubt_ = Doubt{*file_->in_doubt(), !begun_, begun_ ? waiting_->ended.size() : 0, waiting_->lost};
  file_.reset();  // whatever was wrong, a new opening begins with nothing
  retry_at_ = now + kRetry;
  log(LogLevel::warning, "playlog", trouble_);
}

void Journal::begun() {
  begun_ = true;
  past_ = Past::known;
}

/// What the run has written is in the damaged file, and so is what is in doubt.
void Journal::lose() {
  begun_ = false;
  past_ = Past::damaged;
  doubt_.reset();
}

/// After the opening: what the file has after all is not written twice.
void Journal::settle(const Doubt& doubt) {
  if (doubt.head != file_->head_hash()) return;
  if (doubt.beginning)
    begun();
  else
    drop_written(*waiting_, doubt.ended, doubt.lost);
}

Status Journal::try_to_write() {
  if (!lock_) {
    auto lock = LogLock::take(directory_);
    if (!lock) return lock.error();
    lock_.emplace(std::move(*lock));
  }
  if (!file_) {
    Past past = Past::known;
    auto file = LogFile::open(directory_, limits_, &past);
    if (past == Past::damaged) lose();
    if (!file) return file.error();
    file_.emplace(std::move(*file));
    if (doubt_) settle(*doubt_);
    doubt_.reset();
  }
  if (!begun_) {
    if (Status done = file_->begin_run(run_, *since_, past_); !done) return done;
    begun();
  }
  return file_->write(run_, *waiting_);
}

}  // namespace xp::playlog
