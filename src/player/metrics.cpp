// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>

#include "player/player_status.h"

namespace xp::player {

namespace {

double in_seconds(Instant t) { return static_cast<double>(t.ns) / 1e9; }

/// Of a label, as the format has it.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\' || c == '"') out += '\\';
    if (c == '\n')
      out += "\\n";
    else
      out += c;
  }
  return out;
}

class Metrics {
 public:
  void head(std::string_view name, std::string_view type, std::string_view help) {
    text_ += fmt::format("# HELP xuanping_{0} {2}\n# TYPE xuanping_{0} {1}\n", name, type, help);
  }
  /// `labels`: `{a="b"}`, escaped; or empty.
  template <class Number>
  void sample(std::string_view name, const std::string& labels, Number value) {
    text_ += fmt::format("xuanping_{}{} {}\n", name, labels, value);
  }
  template <class Number>
  void gauge(std::string_view name, std::string_view help, Number value) {
    head(name, "gauge", help);
    sample(name, {}, value);
  }
  template <class Number>
  void counter(std::string_view name, std::string_view help, Number value) {
    head(name, "counter", help);
    sample(name, {}, value);
  }
  std::string done() { return std::move(text_); }

 private:
  std::string text_;
};

std::string label_of(const MemoryUse& use) { return fmt::format("{{store=\"{}\"}}", escaped(use.store)); }

void add_player(Metrics& out, const PlayerStatus& s) {
  out.head("build_info", "gauge", "Version of the player.");
  out.sample("build_info", fmt::format("{{version=\"{}\"}}", escaped(s.version)), 1);
  out.gauge("started_time_seconds", "When the player started.", in_seconds(s.started));
  out.gauge("written_time_seconds", "When this file was written: every 10 s while the player runs.",
            in_seconds(s.written));
  out.gauge("playing", "1 while slides are shown, 0 while the standby card is.",
            s.state == PlayerState::playing ? 1 : 0);
  out.gauge("simulated", "1 where time is not the wall clock's or nothing is shown.", s.simulated ? 1 : 0);
  out.gauge("clock_trusted", "0 while the machine's clock cannot be right: schedules rest.",
            s.clock == show::ClockState::trusted ? 1 : 0);
  out.gauge("calendar_known", "0 while schedules ask for working days of a year that no calendar has.",
            s.unknown_year ? 0 : 1);
  out.gauge("play_log_written", "0 while what is shown cannot be written into the play log: rows wait.",
            s.play_log_error.empty() ? 1 : 0);
  if (s.rss_bytes) out.gauge("resident_memory_bytes", "Memory of the player.", *s.rss_bytes);
  if (!s.memory.empty()) out.head("store_bytes", "gauge", "Pixels kept, by store.");
  for (const MemoryUse& use : s.memory) out.sample("store_bytes", label_of(use), use.bytes);
  if (!s.memory.empty()) out.head("store_limit_bytes", "gauge", "Pixels that a store may keep.");
  for (const MemoryUse& use : s.memory) out.sample("store_limit_bytes", label_of(use), use.limit);
  if (s.disk_free_bytes)
    out.gauge("state_free_bytes", "Free space where the player writes.", *s.disk_free_bytes);
}

void add_content(Metrics& out, const PlayerStatus& s) {
  out.head("playlist_info", "gauge", "What is played.");
  out.sample("playlist_info",
             fmt::format("{{path=\"{}\",hash=\"{}\",title=\"{}\"}}", escaped(s.playlist),
                         escaped(s.playlist_hash), escaped(s.title)),
             1);
  if (!s.showing.empty()) out.head("showing_info", "gauge", "What each zone shows.");
  for (const ZoneStatus& zone : s.showing) {
    out.sample("showing_info",
               fmt::format("{{zone=\"{}\",slide=\"{}\"}}", escaped(zone.zone), escaped(zone.slide)), 1);
  }
  if (s.reload) {
    out.gauge("reload_time_seconds", "When the files were last read.", in_seconds(s.reload->at));
    out.gauge("reload_success", "0 when what was read last was refused.", s.reload->error ? 0 : 1);
  }
  out.gauge("files_readable",
            "0 while the files do not answer when they are read: a network share that hangs.",
            s.files_silent_since ? 0 : 1);
  out.gauge("unusable_slides", "Slides that are left out.", s.unusable.size());
  out.gauge("quarantined_slides", "Slides that are left out because they made the player crash.",
            std::ranges::count_if(s.unusable, &UnusableStatus::quarantined));
  out.gauge(
      "crash_rung",
      "What crashes led to: 0 nothing, 1 a slide in quarantine, 2 the last good playlist, 3 the safe card.",
      static_cast<int>(s.crashes.rung));
}

void add_picture(Metrics& out, const PlayerStatus& s) {
  out.counter("frames_total", "Pictures presented since the start.", s.frames.presented);
  out.counter("late_frames_total", "Pictures presented more than two intervals after their time.",
              s.frames.late);
  out.gauge("longest_frame_seconds", "The longest that computing and presenting a picture took.",
            static_cast<double>(s.frames.longest.count()) / 1e9);
  out.gauge("display_connected", "1 while there is a display to show pictures on.",
            s.display.connected ? 1 : 0);
  out.head("display_pixels", "gauge", "Size of the output.");
  out.sample("display_pixels", "{side=\"width\"}", s.display.size.w);
  out.sample("display_pixels", "{side=\"height\"}", s.display.size.h);
}

}  // namespace

std::string to_metrics(const PlayerStatus& status) {
  Metrics out;
  add_player(out, status);
  add_content(out, status);
  add_picture(out, status);
  return out.done();
}

}  // namespace xp::player
