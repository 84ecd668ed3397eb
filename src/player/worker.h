// SPDX-License-Identifier: MIT
// Reads shows and prepares slides aside, with engines of its own. Only immutable data crosses.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

#include "base/diagnostic.h"
#include "base/hash.h"
#include "base/memory_use.h"
#include "base/result.h"
#include "kinds/slide_kind.h"
#include "paint/painter.h"
#include "paint/pixmap.h"
#include "player/anchor.h"
#include "player/crash_mark.h"
#include "player/progress.h"
#include "player/show_reader.h"
#include "scene/scene.h"
#include "show/preparation.h"
#include "show/show.h"

namespace xp::player {

struct LoadJob {
  show::LoadRequest request;
  std::optional<Keep> keep;
};
struct PrepareJob {
  show::ShowPtr show;
  std::vector<show::Coming> coming;
  std::unordered_set<Hash, HashOf> painted;  ///< ops whose pixels are there already
  paint::Grounds grounds = paint::Grounds::in_place;
};
/// Whether it paints the ops of one of its slides.
bool is_wanted(const PrepareJob& job, const scene::Ops& ops);
using PaintedPixels = std::vector<std::pair<scene::OpsPtr, paint::PixmapPtr>>;
/// Paints operations of what is laid out.
struct PaintJob {
  struct Order {
    scene::OpsPtr ops;
    PaintedPixels parts;  ///< what is painted already of that which it is composed of
  };
  std::shared_ptr<const text::FontCatalog> catalog;
  std::vector<Order> orders;
};
/// Looks at the files of a show (rescan.h).
struct ScanJob {
  std::vector<std::string> files;
};
using Job = std::variant<LoadJob, PrepareJob, PaintJob, ScanJob>;

struct LoadedShow {
  ReadShow read;
  Diagnostics diagnostics;
  Instant anchor;  ///< asked for, or moved to keep the slide on the screen
  Instant begun;   ///< wall time before the first file was read
};
struct PreparedSlide {
  Hash catalog;         ///< of the fonts it was made with
  Hash key;             ///< for Caches::adopt
  kinds::LaidPtr laid;  ///< null where nothing could be prepared
  PaintedPixels pixels;
};
struct PaintedOps {
  Hash catalog;
  PaintedPixels pixels;  ///< none where the fonts could not be opened
};
struct ScannedFiles {
  Hash print;
};
using Finished = std::variant<LoadedShow, PreparedSlide, PaintedOps, ScannedFiles>;

/// Whether it is at work and how far it has come: one that is busy and gets no further is stuck, unless it
/// waits for files.
struct Pulse {
  bool busy = false;
  std::uint64_t steps = 0;
  bool on_files = false;  ///< reads a show or looks at its files: a network share may not answer for minutes
};

class Worker {
 public:
  virtual ~Worker() = default;
  virtual void submit(Job job) = 0;
  /// What was finished since the last call, in order.
  virtual std::vector<Finished> take() = 0;
  /// Readable while take() has something; −1: submit() finishes at once.
  virtual int descriptor() const = 0;
  virtual Pulse pulse() const { return {}; }
  /// What its own engines kept when something was last finished.
  virtual std::vector<MemoryUse> memory() const { return {}; }
};

/// On a thread of its own. `progress`: where the reader counts its steps too. `mark`: outlives it; null:
/// none.
Result<std::unique_ptr<Worker>> start_worker(
    ShowReader reader, std::shared_ptr<Progress> progress = std::make_shared<Progress>(),
    CrashMark* mark = nullptr);
/// At once, on the calling thread: virtual time waits for everything.
std::unique_ptr<Worker> inline_worker(ShowReader reader);

}  // namespace xp::player
