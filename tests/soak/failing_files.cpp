// SPDX-License-Identifier: MIT
// A disk that fails at its n-th access, for every n that a start and a reading anew have, in each way.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

#include "log_lines.h"
#include "soak.h"
#include "theatre.h"

namespace xp::soak {

namespace {

constexpr std::array kReadErrors{EIO, EACCES, ENOENT};

/// Fails once. Each failure has a number of its own, so that the log cannot take two for one.
class FailingFiles final : public StageFiles {
 public:
  explicit FailingFiles(int code) : code_(code) {}
  void fail_at(int n) { left_ = n; }
  int accesses() const { return accesses_; }
  void count_anew() { accesses_ = 0; }
  const std::string& said() const { return said_; }  ///< by the reading that failed; empty: it was a question
  const std::string& failed() const { return failed_; }  ///< the path

  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    if (!fails(path)) return StageFiles::read(path, limit);
    static int number = 0;
    said_ = fmt::format("failure {} of {}", ++number, path);
    return Error{said_ + ": " + std::generic_category().message(code_), code_};
  }
  bool is_file(const std::string& path) const override { return !fails(path) && StageFiles::is_file(path); }
  bool is_directory(const std::string& path) const override {
    return !fails(path) && StageFiles::is_directory(path);
  }

 private:
  bool fails(const std::string& path) const {
    ++accesses_;
    if (left_ == 0 || --left_ > 0) return false;
    failed_ = path;
    return true;
  }
  mutable int left_ = 0, accesses_ = 0;
  int code_;
  mutable std::string said_, failed_;
};

struct Run {
  int code = 0, pictures = 0, accesses = 0;
  Hash first{}, during{}, mended{};
  bool refused = false, reported = false;
  std::string said, failed;
};

/// A font that is not there gives way to the next of its chain: a whole installation has not all of them.
bool is_font(const std::string& path) { return path.starts_with("/usr/share/fonts/"); }

bool refuses(const player::PlayerStatus& status) { return status.reload && status.reload->error; }

/// The status says that something is wrong.
bool reports(const player::PlayerStatus& status) { return refuses(status) || !status.unusable.empty(); }

/// `start`: the n-th access of the first reading fails, else that of the second. Then all is well again.
Run play(int n, bool start, int code) {
  FailingFiles files(code);
  files.files[kStagePlaylist] = bundled_playlist();
  Theatre theatre(files);
  Run run;
  if (start) files.fail_at(n);
  run.code = theatre.play([&](int second) {
    switch (second) {
      case 2:  // the standby card has had its time
        if (start) run.accesses = files.accesses();
        run.first = theatre.picture();
        if (start) run.reported = reports(theatre.status());
        files.count_anew();
        files.fail_at(start ? 0 : n);
        return Theatre::Act::saved;
      case 4:
        if (!start) run.accesses = files.accesses(), run.reported = reports(theatre.status());
        run.refused = refuses(theatre.status());
        run.during = theatre.picture();
        files.fail_at(0);
        return Theatre::Act::saved;
      case 7:
        run.mended = theatre.picture();
        return Theatre::Act::none;
      default:
        return Theatre::Act::nothing;
    }
  });
  run.pictures = theatre.pictures();
  run.said = files.said();
  run.failed = files.failed();
  return run;
}

}  // namespace

Outcome failing_files(const Amount& amount) {
  const int step = std::max(1, amount.rounds);
  LogLines log;
  Outcome outcome;
  const Run well = play(0, true, EIO);
  int failed = 0, reported = 0;
  for (const bool start : {true, false}) {
    const int last = play(0, start, EIO).accesses;
    outcome.require(last > 10, "the player reads nothing");
    for (const int code : kReadErrors) {
      for (int n = 1 + static_cast<int>(amount.seed % unsigned(step)); n <= last; n += step, ++failed) {
        const Run run = play(n, start, code);
        const std::string where = fmt::format("access {} of the {} reading ({}: {})", n,
                                              start ? "first" : "second", run.failed, code);
        outcome.require(run.code == 0 && run.pictures > 0, where + ": nothing was shown");
        outcome.require(run.mended == well.mended, where + ": it does not recover");
        outcome.require(start || !run.refused || run.during == well.during,
                        where + ": refused, and yet the picture changed");
        const Hash& then = start ? run.first : run.during;
        outcome.require(run.reported || is_font(run.failed) || then == (start ? well.first : well.during),
                        where + ": another picture, and nothing is said");
        const int said = log.fresh_with(run.said);
        outcome.require(run.said.empty() || said == 1,
                        fmt::format("{}: said {} times: {}", where, said, run.said));
        reported += run.reported;
      }
    }
  }
  outcome.require(reported > 0, "no failure was reported");
  outcome.figures = fmt::format(
      "{} accesses failed one by one (EIO, EACCES, ENOENT), {} of them in the status", failed, reported);
  return outcome;
}

}  // namespace xp::soak
