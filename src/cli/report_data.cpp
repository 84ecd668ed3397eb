// SPDX-License-Identifier: MIT
// Reports for programs: times are seconds, instants RFC 3339, words never translated.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "cli/report_formats.h"

namespace xp::cli {

namespace {

using nlohmann::ordered_json;
using playlog::Report;

double in_seconds(Duration d) { return std::chrono::duration<double>(d).count(); }

std::string_view word_of(playlog::By by) {
  switch (by) {
    case playlog::By::slide:
      return "slide";
    case playlog::By::day:
      return "day";
    case playlog::By::hour:
      break;
  }
  return "hour";
}

std::string in_quotes(const std::string& text) {
  if (text.find_first_of("\",\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) out += c == '"' ? std::string("\"\"") : std::string(1, c);
  return out + '"';
}

ordered_json instant(const std::optional<Instant>& t, UtcOffset offset) {
  return t ? ordered_json(format_instant(*t, offset)) : ordered_json(nullptr);
}

}  // namespace

/// With a byte order mark and CRLF: spreadsheets take it for UTF-8.
std::string report_csv(const Report& report) {
  std::string out =
      fmt::format("\xEF\xBB\xBFzone,{},kind,title,times,seconds,share\r\n", word_of(report.request.by));
  for (const playlog::ReportLine& line : report.lines)
    out += fmt::format("{},{},{},{},{},{:.1f},{:.4f}\r\n", in_quotes(line.zone), in_quotes(line.key),
                       line.kind, in_quotes(line.title), line.times, in_seconds(line.on_screen), line.share);
  return out;
}

std::string report_json(const Report& report) {
  ordered_json json;
  json["screen"] = report.screen;
  json["from"] = instant(report.from, report.offset);
  json["until"] = instant(report.until, report.offset);
  json["by"] = word_of(report.request.by);
  json["simulated"] = report.request.runs == playlog::Runs::simulated;
  json["times"] = report.times;
  json["seconds"] = in_seconds(report.on_screen);
  json["lines"] = ordered_json::array();
  for (const playlog::ReportLine& line : report.lines)
    json["lines"].push_back({{"zone", line.zone},
                             {std::string(word_of(report.request.by)), line.key},
                             {"kind", line.kind},
                             {"title", line.title},
                             {"times", line.times},
                             {"seconds", in_seconds(line.on_screen)},
                             {"share", line.share}});
  json["gaps"] = ordered_json::array();
  for (const playlog::ReportGap& gap : report.gaps)
    json["gaps"].push_back({{"cause", gap.cause},
                            {"from", format_instant(gap.from, report.offset)},
                            {"until", format_instant(gap.until, report.offset)},
                            {"seconds", in_seconds(gap.until - gap.from)},
                            {"lost", gap.lost}});
  json["left_out"] = report.left_out;
  const playlog::LogFacts& facts = report.facts;
  json["chain"] = {{"holds", facts.broken_at == 0},
                   {"first", facts.first},
                   {"last", facts.last},
                   {"broken_at", facts.broken_at},
                   {"head_hash", playlog::hex(facts.head)}};
  return json.dump(2, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace xp::cli
