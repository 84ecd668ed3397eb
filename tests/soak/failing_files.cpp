// SPDX-License-Identifier: MIT
// A disk that fails at its n-th access, for every n that a start and a reading anew have.
#include <fmt/format.h>

#include <algorithm>

#include "soak.h"
#include "theatre.h"

namespace xp::soak {

namespace {

class FailingFiles final : public StageFiles {
 public:
  void fail_at(int n) { left_ = n; }
  int accesses() const { return accesses_; }
  void count_anew() { accesses_ = 0; }

  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    return fails() ? Result<std::string>(Error{"input/output error"}) : StageFiles::read(path, limit);
  }
  bool is_file(const std::string& path) const override { return !fails() && StageFiles::is_file(path); }
  bool is_directory(const std::string& path) const override { return !fails() && StageFiles::is_directory(path); }

 private:
  bool fails() const {
    ++accesses_;
    return left_ > 0 && --left_ == 0;
  }
  mutable int left_ = 0, accesses_ = 0;
};

struct Run {
  int code = 0, pictures = 0, accesses = 0;
  Hash first{}, during{}, mended{};
  bool reported = false;
};

/// `start`: the n-th access of the first reading fails, else that of the second. Then all is well again.
Run play(int n, bool start) {
  FailingFiles files;
  files.files[kStagePlaylist] = bundled_playlist();
  Theatre theatre(files);
  Run run;
  if (start) files.fail_at(n);
  run.code = theatre.play([&](int second) {
    switch (second) {
      case 2:  // the standby card has had its time
        if (start) run.accesses = files.accesses();
        run.first = theatre.picture();
        run.reported = theatre.status().reload && theatre.status().reload->error;
        files.count_anew();
        files.fail_at(start ? 0 : n);
        return Theatre::Act::saved;
      case 4:
        if (!start) run.accesses = files.accesses(), run.reported = theatre.status().reload && theatre.status().reload->error;
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
  return run;
}

}  // namespace

Outcome failing_files(const Amount& amount) {
  const int step = std::max(1, amount.rounds);
  Outcome outcome;
  const Run well = play(0, true);
  int failed = 0, reported = 0;
  for (const bool start : {true, false}) {
    const int last = play(0, start).accesses;
    outcome.require(last > 10, "the player reads nothing");
    for (int n = 1 + static_cast<int>(amount.seed % unsigned(step)); n <= last; n += step, ++failed) {
      const Run run = play(n, start);
      const std::string where = fmt::format("access {} of the {} reading", n, start ? "first" : "second");
      outcome.require(run.code == 0 && run.pictures > 0, where + ": nothing was shown");
      outcome.require(run.mended == well.mended, where + ": it does not recover");
      if (!start && run.reported)
        outcome.require(run.during == well.during, where + ": refused, and yet the picture changed");
      reported += run.reported;
    }
  }
  outcome.require(reported > 0, "no failure was reported");
  outcome.figures = fmt::format("{} accesses failed one by one, {} of them refused the reading and were reported", failed,
                                reported);
  return outcome;
}

}  // namespace xp::soak
