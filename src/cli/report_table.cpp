// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/report_formats.h"

namespace xp::cli {

namespace {

using playlog::Report;
using playlog::ReportGap;
using playlog::ReportLine;

constexpr std::size_t kGapsShown = 20;
using Cells = std::vector<std::string>;

std::string padded(const std::string& text, int columns, char align) {
  const std::string space(std::size_t(std::max(0, columns - display_columns(text))), ' ');
  return align == '>' ? space + text : text + space;
}

/// `align`: '<' or '>' for each column.
std::string table(const std::vector<Cells>& rows, std::string_view align) {
  std::vector<int> widths(align.size());
  for (const Cells& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], display_columns(row[i]));
  }
  std::string out;
  for (const Cells& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += "  " + padded(row[i], widths[i], align[i]);
    line.erase(line.find_last_not_of(' ') + 1);
    out += line + "\n";
  }
  return out;
}

std::string head_of(playlog::By by) {
  switch (by) {
    case playlog::By::slide:
      return tr("slide");
    case playlog::By::day:
      return tr("day");
    case playlog::By::hour:
      break;
  }
  return tr("hour");
}

std::string lines_of(const Report& report) {
  const bool slides = report.request.by == playlog::By::slide;
  std::vector<Cells> rows{{tr("zone"), head_of(report.request.by), tr("times"), tr("on screen"), tr("share"),
                           slides ? tr("title") : ""}};
  for (const ReportLine& line : report.lines) {
    rows.push_back({line.zone, line.key, std::to_string(line.times), hours_text(line.on_screen),
                    fmt::format("{:.1f}%", line.share * 100), line.title});
  }
  return table(rows, "<<>>><");
}

std::string gaps_of(const Report& report) {
  std::string out = std::string(tr("Gaps")) + "\n";
  std::vector<Cells> rows;
  for (const ReportGap& gap : report.gaps) {
    if (rows.size() == kGapsShown) break;
    rows.push_back({format_instant(gap.from, report.offset), hours_text(gap.until - gap.from),
                    cause_text(gap.cause),
                    gap.lost ? trf("{n} showings lost", fmt::arg("n", gap.lost)) : std::string{}});
  }
  out += table(rows, "<><<");
  if (report.gaps.size() > kGapsShown)
    out += "  " + trf("… and {n} more", fmt::arg("n", report.gaps.size() - kGapsShown)) + "\n";
  return out;
}

}  // namespace

std::string hours_text(Duration duration) {
  const auto s = std::chrono::round<seconds>(duration).count();
  return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
}

std::string cause_text(std::string_view cause) {
  static constexpr std::array kTexts{
      std::pair{std::string_view("not-running"), N_("the player did not run")},
      std::pair{std::string_view("standby"), N_("the standby card was shown: the files had mistakes")},
      std::pair{std::string_view("display-lost"), N_("there was no display")},
      std::pair{std::string_view("not-written"), N_("the log could not be written (disk full or failing)")},
      std::pair{std::string_view("too-many"), N_("showings came faster than they could be written")},
      std::pair{std::string_view("damaged"), N_("the log before was damaged and moved aside")},
      std::pair{std::string_view("clock-untrusted"),
                N_("the clock could not be trusted: the hour is not certain")},
  };
  const auto* found = std::ranges::find(kTexts, cause, [](const auto& text) { return text.first; });
  return found == kTexts.end() ? std::string(cause) : tr(found->second);
}

std::string chain_text(const Report& report) {
  const playlog::LogFacts& facts = report.facts;
  if (facts.last == 0) return tr("The log is empty.");
  if (facts.broken_at != 0)
    return trf("The log was changed: row {n} does not fit the row before. Nothing from there on is proved.",
               fmt::arg("n", facts.broken_at));
  return trf("The chain holds: rows {first} to {last}, none changed, none missing.",
             fmt::arg("first", facts.first), fmt::arg("last", facts.last));
}

std::string verdict_text(const Report& report) {
  const bool proved = report.facts.broken_at == 0 && report.facts.last > 0;
  if (!proved) return chain_text(report);
  return chain_text(report) + "\n" +
         trf("Head hash: {hash}", fmt::arg("hash", playlog::hex(report.facts.head)));
}

std::string report_table(const Report& report) {
  std::string out;
  if (report.from)
    out +=
        trf("{screen}, {from} to {until}: {times} showings, {hours} on screen",
            fmt::arg("screen", report.screen), fmt::arg("from", format_instant(*report.from, report.offset)),
            fmt::arg("until", format_instant(*report.until, report.offset)), fmt::arg("times", report.times),
            fmt::arg("hours", hours_text(report.on_screen))) +
        "\n" + lines_of(report);
  else
    out += std::string(tr("Nothing was shown in this time.")) + "\n";
  if (!report.gaps.empty()) out += gaps_of(report);
  if (report.left_out > 0)
    out += (report.request.runs == playlog::Runs::real
                ? trf("{n} rows of trial runs are not counted (--simulated counts them)",
                      fmt::arg("n", report.left_out))
                : trf("only trial runs are counted; {n} rows of real ones are not",
                      fmt::arg("n", report.left_out))) +
           "\n";
  return out + verdict_text(report) + "\n";
}

}  // namespace xp::cli
