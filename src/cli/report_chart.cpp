// SPDX-License-Identifier: MIT
#include "cli/report_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <map>

#include "base/i18n.h"

namespace xp::cli {

namespace {

using playlog::Report;
using playlog::ReportLine;

// The drawing, in px of its own.
constexpr double kWidth = 672, kLeft = 26, kTop = 6, kHeight = 132, kFoot = 30;
constexpr double kPlot = kWidth - kLeft;
constexpr std::size_t kLabels = 9;  ///< days that are named
constexpr double kWidestBar = 26;
constexpr Duration kGapMarked = std::chrono::minutes(1);

std::vector<std::chrono::sys_days> days_between(std::chrono::sys_days first, std::chrono::sys_days last) {
  std::vector<std::chrono::sys_days> days;
  for (auto day = first; day <= last; day += std::chrono::days(1)) days.push_back(day);
  return days;
}

double hours_of(Duration d) { return std::chrono::duration<double, std::ratio<3600>>(d).count(); }

/// The next of the round heights; a day has no more than 24 hours.
double top_of(double hours) {
  for (const double top : {0.1, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0, 12.0}) {
    if (hours <= top) return top;
  }
  return 24;
}

std::chrono::sys_days day_at(Instant t, UtcOffset offset) { return to_civil(t, offset).date; }

class Chart {
 public:
  explicit Chart(const Report& report) : report_(report) {
    std::map<std::chrono::sys_days, double> hours;
    for (const ReportLine& line : main_lines(report)) {
      if (const auto date = parse_date(line.key)) hours[*date] = hours_of(line.on_screen);
    }
    if (hours.empty()) return;
    days_ = days_between(hours.begin()->first, hours.rbegin()->first);
    for (const auto day : days_) heights_.push_back(hours[day]);
    top_ = top_of(*std::ranges::max_element(heights_));
  }

  std::string draw() {
    if (days_.empty()) return {};
    add("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}\">", kWidth, kTop + kHeight + kFoot,
        html_text(tr("Hours on screen, day by day")));
    grid();
    bars();
    gaps();
    return std::move(out_) + "</svg>";
  }

 private:
  template <class... Args>
  void add(fmt::format_string<const Args&...> format, const Args&... args) {
    fmt::format_to(std::back_inserter(out_), format, args...);
  }

  double step() const { return kPlot / double(days_.size()); }
  double center(std::size_t i) const { return kLeft + (double(i) + 0.5) * step(); }
  static double floor() { return kTop + kHeight; }

  void grid() {
    for (int i = 0; i <= 4; ++i) {
      const double y = floor() - kHeight * i / 4;
      add("<line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\" stroke=\"{}\"/>", kLeft, kWidth, y,
          y, i == 0 ? "#56627a" : "#dde3ec");
      add("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{:g}</text>", kLeft - 5, y + 3, top_ * i / 4);
    }
  }

  void bars() {
    const double width = std::min(kWidestBar, step() * (days_.size() > 100 ? 1.0 : 0.72));
    const std::size_t every = (days_.size() + kLabels - 1) / kLabels;
    for (std::size_t i = 0; i < days_.size(); ++i) {
      const double height = kHeight * std::min(1.0, heights_[i] / top_);
      if (height > 0)
        add("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"{:.2f}\" fill=\"#1f5fbf\"/>",
            center(i) - width / 2, floor() - height, width, height);
      if (i % every == 0) label(i);
    }
  }

  void label(std::size_t i) {
    const Date date(days_[i]);
    add("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{}</text>", center(i), floor() + 22,
        fmt::format("{}/{}", unsigned(date.month()), unsigned(date.day())));
  }

  /// A mark under each day that has a gap.
  void gaps() {
    std::map<std::chrono::sys_days, bool> marked;
    for (const playlog::ReportGap& gap : report_.gaps) {
      if (gap.until - gap.from < kGapMarked) continue;
      for (const auto day : days_between(day_at(gap.from, report_.offset),
                                         std::min(day_at(gap.until, report_.offset), days_.back())))
        marked[day] = true;
    }
    const double width = std::clamp(step() * 0.72, 1.0, kWidestBar);
    for (std::size_t i = 0; i < days_.size(); ++i) {
      if (marked[days_[i]])
        add("<rect x=\"{:.2f}\" y=\"{:.2f}\" width=\"{:.2f}\" height=\"3.5\" fill=\"#d98a00\"/>",
            center(i) - width / 2, floor() + 4, width);
    }
  }

  const Report& report_;
  std::vector<std::chrono::sys_days> days_;
  std::vector<double> heights_;
  double top_ = 24;
  std::string out_;
};

}  // namespace

std::string html_text(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::vector<ReportLine> main_lines(const Report& report) {
  std::map<std::string, std::vector<ReportLine>> zones;
  for (const ReportLine& line : report.lines) zones[line.zone].push_back(line);
  if (zones.empty()) return {};
  if (const auto main = zones.find("main"); main != zones.end()) return main->second;
  return std::ranges::max_element(zones, {}, [](const auto& zone) { return zone.second.size(); })->second;
}

Duration main_on_screen(const Report& report) {
  Duration sum{};
  for (const ReportLine& line : main_lines(report)) sum += line.on_screen;
  return sum;
}

std::string day_chart(const Report& days) { return Chart(days).draw(); }

}  // namespace xp::cli
