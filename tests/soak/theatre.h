// SPDX-License-Identifier: MIT
// A player on a stage: the real loop, reader and painter; time is virtual, files are in memory over the
// source tree, and the picture is looked at as a hash.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>

#include "base/file.h"
#include "base/hash.h"
#include "player/health.h"
#include "player/play_record.h"
#include "player/player_status.h"
#include "player/status_writer.h"
#include "player/waiter.h"
#include "player/worker.h"
#include "scene/scene.h"

namespace xp::soak {

/// The source tree, with files of one's own over it.
class StageFiles : public MemoryFiles {
 public:
  Result<std::string> read(const std::string& path, std::size_t limit) const override;
  bool is_file(const std::string& path) const override;
  bool is_directory(const std::string& path) const override;
};

/// The bundled campaign's playlist as text.
std::string bundled_playlist();
/// A playlist of two slogans in turn, each shown for so many seconds.
std::string two_slogans(std::chrono::seconds each);
/// Where the stage has its playlist: put it into StageFiles::files.
inline constexpr const char* kStagePlaylist = "/campaign/playlist.toml";

/// Who watches a play, and for how long it goes.
struct Stage {
  player::Waiter* waiter;
  player::Health* health;
  player::PlayRecord* record = nullptr;
  std::optional<Duration> length = std::nullopt;       ///< nothing: until the waiter stops it
  std::function<void()> before_picture{};              ///< called before each is presented
  std::function<void(const scene::Scene&)> picture{};  ///< called with each
  std::function<player::Pulse()> pulse{};              ///< of a worker that says something else than it does
};
/// The real loop with this playlist as text, on a screen of 320 × 180 that nobody sees, in the waiter's time.
/// Returns its exit code.
int play_on_stage(const std::string& playlist, const Stage& stage);

class Theatre {
 public:
  /// Lamps cut from picture to picture, where a full panel fades; behind a device the layers are textures,
  /// and nobody takes the picture.
  enum class Panel { full, lamps, device };
  /// `files` are read by the player; it shows kStagePlaylist on a screen of 320 × 180. With speed 0 it stands
  /// still at one moment.
  explicit Theatre(const FileSystem& files, double speed = 0, Panel panel = Panel::full)
      : files_(files),
        speed_(speed),
        panel_(panel),
        health_({{}, panel == Panel::device ? &unread_ : nullptr}) {}
  /// What happens once a second of the player's life, from the first picture on; `act` says whether files
  /// were saved, `none` ends the play. Returns the exit code of the loop.
  enum class Act { saved, nothing, none };
  int play(const std::function<Act(int second)>& act);

  /// Of the last picture presented; none before the first.
  const Hash& picture() const { return picture_; }
  int pictures() const { return pictures_; }
  const player::PlayerStatus& status() const { return health_.status(); }

 private:
  const FileSystem& files_;
  double speed_;
  Panel panel_;
  /// With somebody to tell, the status says what is held, every ten seconds.
  class Unread final : public player::StatusSink {
    void publish(player::PlayerStatus) override {}
  };
  Unread unread_;
  player::Health health_;
  Hash picture_{};
  int pictures_ = 0;
};

}  // namespace xp::soak
