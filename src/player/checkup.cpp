// SPDX-License-Identifier: MIT
#include "player/checkup.h"

#include <signal.h>

#include <algorithm>
#include <cerrno>

#include "base/i18n.h"
#include "base/paths.h"
#include "player/machine.h"

namespace xp::player {

namespace {

constexpr std::size_t kLargestStatus = std::size_t{4} << 20;
constexpr std::uint64_t kLeastDisk = std::uint64_t{64} << 20;

Finding down(std::string message) {
  return {
      Condition::down, std::move(message),
      tr("start the player; if a service runs it, “systemctl status xuanping” and “journalctl -u xuanping” "
         "say why it ended")};
}

std::optional<Finding> why_down(const PlayerStatus& status, const Bystander& bystander) {
  if (status.state == PlayerState::stopped)
    return down(trf("the player was stopped at {time}",
                    fmt::arg("time", format_instant(status.written, status.offset))));
  if (status.boot_id != bystander.boot_id)
    return down(tr("the player has not run since the machine started"));
  if (!bystander.process_there)
    return down(trf("the player is gone: there is no process {pid}", fmt::arg("pid", status.pid)));
  const Duration age = bystander.now.monotonic - status.written_monotonic;
  if (age <= kStale) return std::nullopt;
  const auto whole = std::chrono::duration_cast<seconds>(age);
  return Finding{
      Condition::down,
      trf("the player has said nothing for {age}", fmt::arg("age", format_duration(Duration(whole)))),
      tr("it hangs, or the disk of the state directory is full or broken: see the log, then restart the "
         "player")};
}

std::string with_place(const TroubleStatus& error) {
  return error.place.empty() ? error.message : error.place + ": " + error.message;
}

void add_player_file(const PlayerStatus& status, std::vector<Finding>& out) {
  if (!status.player_file) return;
  out.push_back(mistaken_player_file(*status.player_file));
}

void add_reload(const PlayerStatus& status, std::vector<Finding>& out) {
  if (!status.reload || !status.reload->error) return;
  out.push_back({Condition::degraded,
                 trf("the files were refused: {error}", fmt::arg("error", with_place(*status.reload->error))),
                 status.state == PlayerState::standby
                     ? tr("mend the file and save it; until then the screen shows the standby card")
                     : tr("mend the file and save it; until then what was shown before goes on")});
}

void add_files(const PlayerStatus& status, std::vector<Finding>& out) {
  if (!status.files_silent_since) return;
  out.push_back(
      {Condition::degraded,
       trf("the files have not answered since {time}: no change is seen",
           fmt::arg("time", format_instant(*status.files_silent_since, status.offset))),
       tr("look after the network share or the disk that they lie on; until then what was shown before "
          "goes on")});
}

void add_slides(const PlayerStatus& status, std::vector<Finding>& out) {
  for (const UnusableStatus& slide : status.unusable) {
    out.push_back({Condition::degraded,
                   trf("slide “{id}” is left out: {reason}", fmt::arg("id", slide.slide),
                       fmt::arg("reason", slide.reason)),
                   slide.quarantined
                       ? tr("change the slide: it is tried again when its content is another")
                       : tr("mend or replace its file: it is tried again when a file changes")});
  }
}

void add_crashes(const PlayerStatus& status, std::vector<Finding>& out) {
  if (status.crashes.last_good) {
    out.push_back({Condition::degraded,
                   tr("the playlist made the player crash again and again: the last good one is shown"),
                   tr("change the playlist: it is tried again when its content is another")});
  }
  if (status.state == PlayerState::dark || status.crashes.rung == Rung::safe_card) {
    out.push_back({Condition::degraded,
                   status.state == PlayerState::dark
                       ? tr("every try to show something ended in a crash: nothing is shown until the next")
                       : tr("the player crashes whatever it plays: between the tries a card is shown"),
                   tr("the log says what it was doing (“journalctl -u xuanping”); restart the machine, then "
                      "look at its "
                      "graphics driver and its memory")});
  } else if (status.crashes.counted > 0) {
    out.push_back({Condition::degraded,
                   trf("the player crashed: {n} times lately", fmt::arg("n", status.crashes.counted)),
                   tr("the log names the slide; an hour of playing makes up for it")});
  }
}

void add_clock(const PlayerStatus& status, std::vector<Finding>& out) {
  if (status.clock == show::ClockState::trusted) return;
  out.push_back({Condition::degraded,
                 tr("the machine's clock cannot be trusted: only what has no schedule is shown"),
                 tr("set it, connect it to a time server, or write clock = \"trust\" into the player file")});
}

void add_calendar(const PlayerStatus& status, std::vector<Finding>& out) {
  if (!status.unknown_year) return;
  out.push_back({Condition::degraded,
                 trf("no calendar has {year}: Monday to Friday count as working days",
                     fmt::arg("year", *status.unknown_year)),
                 tr("add the year to a file calendar.toml beside the playlist")});
}

void add_machine(const PlayerStatus& status, std::vector<Finding>& out) {
  const bool looks_for_display = status.state != PlayerState::dark;
  if (looks_for_display && !status.display.connected && !status.display.offscreen) {
    out.push_back({Condition::degraded, tr("no display is connected"),
                   tr("check the cable and the power of the screen")});
  }
  if (status.display.connected && status.display.cut) {
    out.push_back({Condition::degraded,
                   trf("the display has {width} × {height} pixels: the picture is cut off",
                       fmt::arg("width", status.display.size.w), fmt::arg("height", status.display.size.h)),
                   tr("set the display's mode, or size, region and rotation of the screen")});
  }
  if (status.disk_free_bytes && *status.disk_free_bytes < kLeastDisk) {
    out.push_back({Condition::degraded,
                   trf("only {mib} MiB are free where the player writes",
                       fmt::arg("mib", *status.disk_free_bytes >> 20)),
                   tr("make room on that disk")});
  }
}

void add_play_log(const PlayerStatus& status, std::vector<Finding>& out) {
  if (status.play_log_error.empty()) return;
  out.push_back(
      {Condition::degraded,
       trf("what is shown cannot be recorded: {reason}", fmt::arg("reason", status.play_log_error)),
       tr("look after the disk of the state directory and its rights; what waits is written within a "
          "minute afterwards")});
}

bool is_there(std::int64_t pid) {
  return pid > 0 && (::kill(static_cast<pid_t>(pid), 0) == 0 || errno == EPERM);
}

}  // namespace

Finding mistaken_player_file(const TroubleStatus& error) {
  return {
      Condition::degraded,
      trf("the player file has a mistake: {error}", fmt::arg("error", with_place(error))),
      tr("mend it, then restart the player; until then what it says right counts, and the standby card is "
         "shown where it names no playlist")};
}

std::vector<Finding> findings(const PlayerStatus& status, const Bystander& bystander) {
  if (auto why = why_down(status, bystander)) return {*std::move(why)};
  std::vector<Finding> out;
  if (status.state == PlayerState::starting)
    out.push_back(
        {Condition::degraded, tr("the player is starting and shows nothing yet"), tr("wait a minute")});
  add_player_file(status, out);
  add_reload(status, out);
  add_files(status, out);
  add_slides(status, out);
  add_crashes(status, out);
  if (status.state != PlayerState::starting) add_clock(status, out);
  add_calendar(status, out);
  add_machine(status, out);
  add_play_log(status, out);
  return out;
}

Checkup check_up(const FileSystem& files, const std::string& state_directory) {
  Checkup out;
  const auto text = files.read(join_path(state_directory, kStatusFile), kLargestStatus);
  const auto status = text ? parse_status(*text) : Result<PlayerStatus>(text.error());
  if (!status) {
    out.findings = {{Condition::down,
                     trf("no player has written its status into {directory}: {reason}",
                         fmt::arg("directory", state_directory), fmt::arg("reason", status.error().message)),
                     tr("start the player, or name its state directory with --state")}};
    return out;
  }
  out.status = *status;
  out.findings = findings(*status, {read_clocks(), boot_id(files), is_there(status->pid)});
  out.condition = out.findings.empty() ? Condition::healthy : out.findings.front().condition;
  return out;
}

}  // namespace xp::player
