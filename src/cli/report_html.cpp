// SPDX-License-Identifier: MIT
// The report that is printed: one file, nothing loaded from elsewhere, A4.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/i18n.h"
#include "cli/report_chart.h"
#include "cli/report_formats.h"
#include "cli/report_style.h"

namespace xp::cli {

namespace {

using playlog::Report;
using playlog::ReportGap;
using playlog::ReportLine;

constexpr std::size_t kGapsShown = 40;
constexpr std::size_t kHashGroup = 8;

std::string tag(std::string_view name, const std::string& content, std::string_view css = {}) {
  return css.empty() ? fmt::format("<{0}>{1}</{0}>", name, content)
                     : fmt::format("<{0} class=\"{2}\">{1}</{0}>", name, content, css);
}

std::string percent(double share) { return fmt::format("{:.1f}%", share * 100); }

std::string day_of(Instant t, UtcOffset offset) { return format_date(to_civil(t, offset).date); }

std::string minute_of(Instant t, UtcOffset offset) {
  const CivilTime civil = to_civil(t, offset);
  return fmt::format("{} {:02}:{:02}", format_date(civil.date), civil.hour, civil.minute);
}

/// The last day that has a moment of the period.
std::string last_day_of(const Report& report) { return day_of(*report.until - Duration{1}, report.offset); }

std::string head(const Report& report) {
  std::string period = tr("Nothing was shown in this time.");
  if (report.from) {
    const std::string from = day_of(*report.from, report.offset), until = last_day_of(report);
    period =
        from == until ? from : trf("{from} to {until}", fmt::arg("from", from), fmt::arg("until", until));
  }
  std::string out =
      tag("p", tr("Xuanping · proof of play"), "over") + tag("h1", tr("What this screen has shown"));
  out += tag("p", html_text(report.screen) + (report.screen.empty() ? "" : " · ") + period, "under");
  if (report.request.runs == playlog::Runs::simulated)
    out += tag("p", tr("Trial runs only: this is no proof that anything was shown."), "warning");
  return tag("header", out);
}

std::string figure(const std::string& value, const char* what) {
  return tag("div", tag("b", value) + tag("span", what));
}

std::string figures(const Report& report, const Report& days) {
  const Duration gone = report.from ? *report.until - *report.from : Duration{};
  const double part = gone.count() > 0 ? double(main_on_screen(days).count()) / double(gone.count()) : 0.0;
  std::string out = figure(fmt::format("{}", report.times), tr("showings"));
  out += figure(hours_text(report.on_screen), tr("on screen (h:min:s)"));
  out += figure(std::to_string(main_lines(days).size()), tr("days"));
  out += figure(percent(std::min(part, 1.0)), tr("of the time from first to last"));
  return tag("section", out, "figures");
}

std::string bar(double share) {
  return fmt::format("<i class=\"bar\"><i style=\"width:{:.1f}%\"></i></i>",
                     std::clamp(share, 0.0, 1.0) * 100);
}

std::string line_row(const ReportLine& line, bool slides) {
  std::string what = html_text(line.key);
  if (slides && !line.title.empty()) what = html_text(line.title) + tag("small", html_text(line.key));
  return tag("tr", tag("td", what) + tag("td", std::to_string(line.times), "n") +
                       tag("td", hours_text(line.on_screen), "n") + tag("td", percent(line.share), "n") +
                       tag("td", bar(line.share), "b"));
}

std::string lines_table(const Report& report) {
  const bool slides = report.request.by == playlog::By::slide;
  const char* share = slides ? tr("share of the zone") : tr("share of the time");
  std::string out, zone;
  for (std::size_t i = 0; i < report.lines.size(); ++i) {
    const ReportLine& line = report.lines[i];
    if (i == 0 || line.zone != zone) {
      zone = line.zone;
      if (i > 0) out += "</tbody>";
      out += "<tbody>" +
             tag("tr", "<th colspan=\"5\">" + trf("zone {zone}", fmt::arg("zone", html_text(zone))) + "</th>",
                 "zone");
    }
    out += line_row(line, slides);
  }
  const std::string heads = tag("th", slides ? tr("content") : tr("time")) + tag("th", tr("times"), "n") +
                            tag("th", tr("on screen"), "n") + tag("th", share, "n") + tag("th", "", "b");
  return tag("table", tag("thead", tag("tr", heads)) + out + (report.lines.empty() ? "" : "</tbody>"),
             "lines");
}

std::string gaps_table(const Report& report) {
  if (report.gaps.empty()) return tag("p", tr("There was none."));
  std::string rows;
  for (std::size_t i = 0; i < std::min(kGapsShown, report.gaps.size()); ++i) {
    const ReportGap& gap = report.gaps[i];
    std::string cause = cause_text(gap.cause);
    if (gap.lost > 0) cause += tag("small", trf("{n} showings lost", fmt::arg("n", gap.lost)));
    rows += tag("tr", tag("td", minute_of(gap.from, report.offset)) +
                          tag("td", minute_of(gap.until, report.offset)) +
                          tag("td", hours_text(gap.until - gap.from), "n") + tag("td", cause));
  }
  const std::string heads =
      tag("th", tr("from")) + tag("th", tr("until")) + tag("th", tr("length"), "n") + tag("th", tr("cause"));
  std::string out = tag("table", tag("thead", tag("tr", heads)) + tag("tbody", rows), "gaps");
  if (report.gaps.size() > kGapsShown)
    out += tag("p", trf("… and {n} more", fmt::arg("n", report.gaps.size() - kGapsShown)));
  return out;
}

std::string grouped(const std::string& hash) {
  std::string out;
  for (std::size_t i = 0; i < hash.size(); i += kHashGroup) out += tag("span", hash.substr(i, kHashGroup));
  return out;
}

std::string proof(const Report& report) {
  const playlog::LogFacts& facts = report.facts;
  const bool holds = facts.broken_at == 0;
  std::string out = tag("h2", holds ? tr("The log is whole") : tr("The log was changed"));
  out += tag("p", html_text(chain_text(report)));
  if (holds && facts.last > 0) {
    out += tag("p", grouped(playlog::hex(facts.head)), "hash");
    out += tag(
        "p",
        tr("This is the hash of the last row. Each row holds the hash of the row before it: whoever keeps "
           "this page can prove every row up to here."),
        "note");
  }
  return tag("section", out, holds ? "proof" : "proof broken");
}

std::string notes(const Report& report) {
  std::string out =
      tr("A showing is one turn of a slide in its zone. Seconds count only while the picture was really "
         "on the screen, by a clock that nobody can set.");
  if (report.left_out > 0 && report.request.runs == playlog::Runs::real)
    out += " " + trf("{n} rows of trial runs are not counted.", fmt::arg("n", report.left_out));
  out += " " + trf("Times are UTC{offset}.", fmt::arg("offset", format_utc_offset(report.offset)));
  return tag("p", out, "note");
}

std::string signature() {
  const auto field = [](const char* name) { return tag("div", tag("span", name)); };
  return tag("section", field(tr("Unit (seal)")) + field(tr("Prepared by")) + field(tr("Date")), "sign");
}

}  // namespace

std::string report_html(const Report& report, const Report& days) {
  const char* language = xp::language() == Language::chinese ? "zh-CN" : "en";
  std::string body = head(report) + figures(report, days);
  if (report.from)
    body += tag("section", tag("h2", tr("Hours on screen, day by day")) + day_chart(days), "chart");
  body += tag("section", tag("h2", tr("What was shown")) + lines_table(report));
  body += tag("section", tag("h2", tr("Gaps")) + gaps_table(report), "keep");
  body += proof(report) + notes(report) + signature();
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\"><head><meta "
      "charset=\"utf-8\"><title>{}</title>\n<style>{}</style></head>\n"
      "<body>{}</body></html>\n",
      language, html_text(tr("What this screen has shown")), kReportStyle, body);
}

}  // namespace xp::cli
