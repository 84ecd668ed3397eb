// SPDX-License-Identifier: MIT
#include "playlog/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace xp::playlog {

namespace {

constexpr std::string_view kClockUntrusted = "clock-untrusted";

Duration length_of(By by) { return by == By::day ? Duration(std::chrono::hours(24)) : std::chrono::hours(1); }

/// The last beginning of a day or an hour not later than `t`.
Instant bucket_of(Instant t, By by, UtcOffset offset) {
  const Instant midnight = local_midnight(t, offset);
  if (by == By::day) return midnight;
  return midnight + (t - midnight) / std::chrono::hours(1) * std::chrono::hours(1);
}

std::string name_of(Instant bucket, By by, UtcOffset offset) {
  const CivilTime civil = to_civil(bucket, offset);
  const std::string day = format_date(civil.date);
  return by == By::day ? day : fmt::format("{} {:02}:00", day, civil.hour);
}

class Builder {
 public:
  Builder(const ReportRequest& request) { report_.request = request; }

  void take(const Row& row) {
    if (row.run.simulated != (report_.request.runs == Runs::simulated)) {
      ++report_.left_out;
      return;
    }
    if (row.kind == RowKind::gap) return add_gap(row);
    report_.offset = {row.subject.utc_offset};
    report_.screen = row.subject.screen;
    note_clock(row);
    if (row.end.wall <= row.begin.wall)  // the clock was set back meanwhile
      return add(row, row.begin.wall, row.begin.wall, row.on_screen);
    add_pieces(row);
  }

  Report done(LogFacts facts) {
    for (const Row& row : facts.open) take(row);
    report_.facts = std::move(facts);
    share();
    std::ranges::stable_sort(report_.gaps, {}, &ReportGap::from);
    return std::move(report_);
  }

 private:
  /// Of [from, until), what is in the period.
  bool clip(Instant& from, Instant& until) const {
    const ReportRequest& r = report_.request;
    if (r.since) from = std::max(from, *r.since);
    if (r.until) until = std::min(until, *r.until);
    return from <= until && !(r.until && from >= *r.until);
  }

  /// A showing may reach over midnight: each day and hour has its part of the seconds.
  void add_pieces(const Row& row) {
    Instant from = row.begin.wall, until = row.end.wall;
    if (!clip(from, until) || from == until) return;
    const double whole = double((row.end.wall - row.begin.wall).count());
    const auto part = [&](Instant a, Instant b) {
      return Duration(std::llround(double(row.on_screen.count()) * (double((b - a).count()) / whole)));
    };
    if (report_.request.by == By::slide) return add(row, from, until, part(from, until));
    while (from < until) {
      const By by = report_.request.by;
      const Instant next = std::min(until, bucket_of(from, by, report_.offset) + length_of(by));
      add(row, from, next, part(from, next));
      from = next;
    }
  }

  void add(const Row& row, Instant from, Instant until, Duration on_screen) {
    if (!clip(from, until)) return;
    const bool begins = from == row.begin.wall;
    ReportLine& line = line_of(row, from);
    line.times += begins;
    line.on_screen += on_screen;
    report_.times += begins;
    report_.on_screen += on_screen;
    report_.from = std::min(report_.from.value_or(from), from);
    report_.until = std::max(report_.until.value_or(until), until);
  }

  ReportLine& line_of(const Row& row, Instant at) {
    const By by = report_.request.by;
    const std::string& zone = row.subject.zone;
    if (by != By::slide) {
      const std::string key = name_of(bucket_of(at, by, report_.offset), by, report_.offset);
      ReportLine& line = lines_[{zone, key}];
      line.zone = zone;
      line.key = key;
      return line;
    }
    ReportLine& line = lines_[{zone, row.subject.slide}];
    line.zone = zone;
    line.key = row.subject.slide;
    line.kind = row.subject.kind;
    line.title = row.subject.title;
    return line;
  }

  void add_gap(const Row& row) {
    Instant from = row.begin.wall, until = std::max(row.begin.wall, row.end.wall);
    if (clip(from, until)) report_.gaps.push_back({word_of(row.reason), from, until, row.lost});
  }

  /// Rows whose hour is not certain, one after the other, are one time.
  void note_clock(const Row& row) {
    if (row.clock == ClockState::trusted) {
      doubtful_ = false;
      return;
    }
    Instant from = row.begin.wall, until = std::max(row.begin.wall, row.end.wall);
    if (!clip(from, until)) return;
    if (std::exchange(doubtful_, true) && !report_.gaps.empty() &&
        report_.gaps.back().cause == kClockUntrusted)
      report_.gaps.back().until = until;
    else
      report_.gaps.push_back({kClockUntrusted, from, until, 0});
  }

  void share() {
    std::map<std::string, Duration> zones;
    for (const auto& [key, line] : lines_) zones[line.zone] += line.on_screen;
    for (auto& [key, line] : lines_) {
      const Duration all = report_.request.by == By::slide ? zones[line.zone] : length_of(report_.request.by);
      if (all.count() > 0) line.share = double(line.on_screen.count()) / double(all.count());
      report_.lines.push_back(line);
    }
    if (report_.request.by == By::slide) {
      std::ranges::stable_sort(report_.lines, [](const ReportLine& a, const ReportLine& b) {
        return std::pair(a.zone, -a.on_screen) < std::pair(b.zone, -b.on_screen);
      });
    }
  }

  Report report_;
  std::map<std::pair<std::string, std::string>, ReportLine> lines_;  ///< by zone and key
  bool doubtful_ = false;
};

}  // namespace

Result<std::vector<Report>> make_reports(const std::string& directory,
                                         const std::vector<ReportRequest>& requests) {
  std::vector<Builder> builders(requests.begin(), requests.end());
  auto facts = read_log(directory, [&](const Row& row) {
    for (Builder& builder : builders) builder.take(row);
  });
  if (!facts) return facts.error();
  std::vector<Report> reports;
  for (Builder& builder : builders) reports.push_back(builder.done(*facts));
  return reports;
}

}  // namespace xp::playlog
