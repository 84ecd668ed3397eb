// SPDX-License-Identifier: MIT
#include "player/crash_guard.h"

#include <algorithm>
#include <cerrno>
#include <set>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"
#include "player/crash_ladder.h"

namespace xp::player {

namespace {

std::set<std::string> quarantined_in(const show::Show& show, const CrashHistory& history) {
  std::set<std::string> ids;
  for (const playlist::Slide& slide : show.playlist.slides)
    if (is_quarantined(history, {slide.id, slide.hash})) ids.insert(slide.id);
  return ids;
}

/// Again without the slides that are in quarantine.
ReadShow read_careful(const ShowReader& reader, const show::LoadRequest& request, const CrashHistory& history,
                      Diagnostics& diagnostics) {
  ReadShow read = reader(request, diagnostics);
  if (!read.show) return read;
  std::set<std::string> quarantined = quarantined_in(*read.show, history);
  if (quarantined.empty()) return read;
  show::LoadRequest without = request;
  without.unusable.merge(std::move(quarantined));
  diagnostics = {};
  return reader(without, diagnostics);
}

/// Nobody forgets the end of the reading.
class Reading {
 public:
  explicit Reading(CrashMark& mark) : mark_(mark) { mark_.reads(); }
  ~Reading() { mark_.rests(); }
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

 private:
  CrashMark& mark_;
};

std::string culprit_of(const Remains& remains) {
  if (!remains.suspect.slide.empty())
    return trf("slide “{slide}” was being prepared or shown", fmt::arg("slide", remains.suspect.slide));
  return remains.playlist == Hash{} ? tr("the files were being read") : tr("no slide was being shown");
}

}  // namespace

CrashGuard::CrashGuard(FileSystem& files, std::string directory, std::string boot_id, ClockReading now,
                       Role role)
    : files_(files),
      directory_(std::move(directory)),
      mark_(no_crash_mark()),
      kept_(find_last_good(directory_)),
      play_from_(now.monotonic) {
  history_ = after_boot(read_crash_history(files_, directory_), boot_id);
  if (role == Role::guest) return;
  const Status claimed = claim(boot_id, now);
  owns_ = claimed || claimed.error().code != EWOULDBLOCK;  // a disk that fails belongs to nobody else
  if (!claimed) log(LogLevel::warning, "player", claimed.error().message);
}

Status CrashGuard::claim(const std::string& boot_id, ClockReading now) {
  auto opened = open_crash_mark(directory_, boot_id);
  if (!opened) return opened.error();
  mark_ = std::move(opened->mark);
  keeper_ = start_last_good_keeper(directory_);
  if (opened->remains && opened->remains->boot_id == boot_id) blame(*opened->remains, now);
  return Done{};
}

void CrashGuard::blame(const Remains& remains, ClockReading now) {
  log(LogLevel::error, "player",
      trf("the player did not end by itself the last time: {culprit}",
          fmt::arg("culprit", culprit_of(remains))));
  const std::size_t before = history_.quarantined.size();
  history_ = after_crash(std::move(history_),
                         {now.monotonic, remains.suspect, remains.playlist, remains.on_card}, now.wall);
  if (history_.quarantined.size() > before)
    log(LogLevel::error, "player",
        trf("slide “{id}” made the player crash {n} times: it is left out until its content changes",
            fmt::arg("id", remains.suspect.slide), fmt::arg("n", kCrashesAStep)));
  history_ = after_start(std::move(history_), now.monotonic);
  play_from_ = may_play_at(history_, now.monotonic);
  stays_dark_ = play_from_ > now.monotonic && remains.on_card;
  save();
}

bool CrashGuard::plays(const show::Show& show, ClockReading reading) {
  keep(show, reading.monotonic);
  if (!owns_ || (history_.crashes.empty() && history_.rung == Rung::whole)) return false;
  if (reading.monotonic - play_from_ < kCalm) return false;
  history_ = after_calm(std::move(history_));
  save();
  return true;
}

void CrashGuard::keep(const show::Show& show, Duration now) {
  const Hash& hash = show.playlist.hash;
  if (std::exchange(playing_, hash) != hash) playing_since_ = now;
  const bool is_kept = kept_ && (kept_->hash == hash || kept_->playlist == show.playlist.path);
  if (!keeper_ || is_kept || now - playing_since_ < kGoodAfter) return;
  kept_ = LastGood{show.playlist.path, hash};
  keeper_->keep(show.playlist.path, hash);
}

void CrashGuard::save() {
  if (const Status saved = write_crash_history(files_, directory_, history_); !saved)
    log(LogLevel::warning, "player", saved.error().message);
}

ShowReader guarded_reader(ShowReader reader, Precautions precautions, CrashMark& mark) {
  return [reader = std::move(reader), precautions = std::move(precautions), &mark](
             const show::LoadRequest& request, Diagnostics& diagnostics) {
    const Reading reading(mark);
    ReadShow read = read_careful(reader, request, precautions.history, diagnostics);
    if (!read.show || !precautions.last_good || precautions.history.bad_playlist != read.show->playlist.hash)
      return read;
    show::LoadRequest instead = request;
    instead.playlist = {precautions.last_good->playlist, {}};
    Diagnostics of_instead;
    ReadShow good = read_careful(reader, instead, precautions.history, of_instead);
    if (!good.show) return read;
    diagnostics = std::move(of_instead);
    good.files.insert(good.files.end(), read.files.begin(), read.files.end());
    return good;
  };
}

SlideVersion newest_slide(const show::Show& show, Instant t) {
  std::optional<playlist::Slot> newest;
  for (const show::ZoneShow& zone : show.zones) {
    const auto slot = zone.filler ? std::nullopt : zone.timeline.slot_at(t);
    if (slot && (!newest || slot->start > newest->start)) newest = slot;
  }
  if (!newest) return {};
  const playlist::Slide& slide = show.playlist.slides[newest->slide];
  return {slide.id, slide.hash};
}

}  // namespace xp::player
