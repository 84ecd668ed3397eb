// SPDX-License-Identifier: MIT
#include "player/status_lines.h"

#include <algorithm>

#include "base/i18n.h"
#include "player/anchor.h"

namespace xp::player {

namespace {

std::string place(const Location& at) {
  if (!at.file) return {};
  if (at.line == 0) return at.file->name;
  return fmt::format("{}:{}", at.file->name, at.line);
}

const playlist::Slide* find_slide(const show::Show& show, const std::string& id) {
  const auto& slides = show.playlist.slides;
  const auto found =
      std::find_if(slides.begin(), slides.end(), [&](const playlist::Slide& s) { return s.id == id; });
  return found == slides.end() ? nullptr : &*found;
}

double in_ms(Duration d) { return static_cast<double>(d.count()) / 1e6; }

std::string next_line(const show::Show& show, Instant t) {
  const show::ZoneShow* zone = main_zone(show);
  const auto slot = zone ? zone->timeline.slot_at(t) : std::nullopt;
  const auto next = slot ? zone->timeline.slot_at(slot->end) : std::nullopt;
  if (!next) return {};
  const playlist::Slide& slide = show.playlist.slides[next->slide];
  return trf("next {slide} ({place}) at {time}", fmt::arg("slide", slide.id),
             fmt::arg("place", place(slide.at)),
             fmt::arg("time", format_instant(next->start, show.around.utc_offset)));
}

double in_mib(std::size_t bytes) { return static_cast<double>(bytes) / (1 << 20); }

/// The stores' names are those of the status file and of the metrics.
std::string memory_line(const std::vector<MemoryUse>& memory) {
  std::string stores;
  for (const MemoryUse& use : memory) {
    if (!stores.empty()) stores += ", ";
    stores += fmt::format("{} {:.1f}/{:.0f}", use.store, in_mib(use.bytes), in_mib(use.limit));
  }
  return trf("MiB held of the limit: {stores}", fmt::arg("stores", stores));
}

}  // namespace

std::vector<std::string> status_lines(const show::Show& show, const std::vector<show::Showing>& showing,
                                      Instant t, const Figures& figures) {
  std::vector<std::string> lines{
      format_instant(Instant{t.ns / 1'000'000'000 * 1'000'000'000}, show.around.utc_offset)};
  if (show.clock == show::ClockState::untrusted)
    lines.push_back(tr("the clock cannot be trusted: what has a schedule rests"));
  if (!figures.refused.empty())
    lines.push_back(trf("the last change was refused: {reason}", fmt::arg("reason", figures.refused)));
  for (const show::Showing& row : showing) {
    const playlist::Slide* slide = find_slide(show, row.slide);
    lines.push_back(slide ? fmt::format("{}: {} ({})", row.zone, row.slide, place(slide->at))
                          : fmt::format("{}: {}", row.zone, row.slide));
  }
  if (std::string next = next_line(show, t); !next.empty()) lines.push_back(std::move(next));
  const FrameTimes::Summary& times = figures.times;
  lines.push_back(trf("{count} frames, {mean:.1f} ms, worst {worst:.1f} ms; {total} in all",
                      fmt::arg("count", times.count), fmt::arg("mean", in_ms(times.mean)),
                      fmt::arg("worst", in_ms(times.worst)), fmt::arg("total", figures.counts.frames)));
  if (!figures.memory.empty()) lines.push_back(memory_line(figures.memory));
  return lines;
}

std::string one_line(const Diagnostic& diagnostic) {
  const Location& at = diagnostic.at;
  std::string where;
  if (at.file && at.line > 0) {
    where = fmt::format("{}:{}:{}: ", at.file->name, at.line, at.column);
  } else if (at.file) {
    where = at.file->name + ": ";
  }
  const std::string what = where + diagnostic.message;
  if (diagnostic.remedy.empty()) return what;
  return what + (language() == Language::chinese ? "。" : ". ") + diagnostic.remedy;
}

std::string reason_of(const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    if (diagnostic.severity == Severity::error) return one_line(diagnostic);
  }
  return {};
}

}  // namespace xp::player
