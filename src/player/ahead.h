// SPDX-License-Identifier: MIT
// What comes next is laid out and painted by the worker before it is due; what has left the screen gives its
// pixels back.
#pragma once

#include <set>
#include <unordered_set>
#include <vector>

#include "base/hash.h"
#include "base/time.h"
#include "player/engines.h"
#include "player/worker.h"
#include "show/frame.h"
#include "show/preparation.h"

namespace xp::player {

inline constexpr Duration kHorizon = seconds(60);  ///< what is looked at ahead

class Ahead {
 public:
  /// `engines`: those that present.
  explicit Ahead(Engines& engines) : engines_(engines) {}

  /// What the presenter does with grounds: from_pixels has them painted ahead too.
  void set_grounds(paint::Grounds grounds) { grounds_ = grounds; }

  /// How far: what is shown, and the first of what follows.
  enum class Reach { shown, next };

  /// New slots have begun, and change at `change`: has the worker make what is missing of the shown slides.
  void prepare(const show::ShowPtr& show, Instant t, Instant change, Worker& worker);
  /// Towards the change has the worker make the slide that comes, then paint the two pictures that fade into
  /// each other: large, and all at once they would hold up what moves. Due at due(), in show time.
  void turn(const show::ShowPtr& show, Instant t, Worker& worker);
  Instant due() const;
  /// Has the worker make what is missing of the slides that a show, which waits to be shown, begins with.
  void prepare_first(const show::ShowPtr& show, Instant t, Worker& worker);
  /// The worker has done with this key.
  void finished(const Hash& key) { preparing_.erase(key); }
  /// Has the worker paint what comes into the picture of the shown slides soon: the next tile of a line that
  /// passes. Due again at look_at(), while the picture moves. A worker that has not done so yet gets no more.
  void look(const show::ShowPtr& show, Instant t, Worker& worker);
  Instant look_at() const { return look_at_; }
  /// Has the worker paint what is not painted of these.
  void paint(const show::ShowPtr& show, const std::vector<scene::OpsPtr>& all, Worker& worker);
  bool is_painting() const { return painting_; }
  /// The worker has painted what it was given.
  void painted() { painting_ = false; }
  /// When tidy() is due, in show time.
  Instant tidy_at() const { return tidy_at_; }
  /// Keeps the pixels of what moves in the frame and of the slides that follow; forgets all others, what
  /// stands still until it leaves among them, and gives back what fonts have been read into memory.
  void tidy(const show::Show& show, const show::Frame& frame, Instant t);

 private:
  using Painted = std::unordered_set<Hash, HashOf>;
  enum class Next { slide, pictures, nothing };
  void prepare_slides(const show::ShowPtr& show, Instant t, Reach reach, Worker& worker);
  void submit(const show::ShowPtr& show, const std::vector<show::Coming>& slides, Worker& worker);
  bool is_done(const show::Show& show, const show::Coming& coming);
  std::vector<scene::OpsPtr> done_at(const show::Show& show, Instant t);
  bool is_painted(const PrepareJob& job, const show::Coming& coming);
  std::vector<scene::OpsPtr> ops_of(const show::Show& show, const show::Coming& coming);
  PaintedPixels parts_of(const scene::Ops& ops);

  Engines& engines_;
  paint::Grounds grounds_ = paint::Grounds::in_place;
  std::set<Hash> preparing_;             ///< keys the worker has
  bool painting_ = false;                ///< the worker does
  std::vector<scene::OpsPtr> changing_;  ///< what is seen during the change, until changed_by_
  Next next_ = Next::nothing;            ///< of what is done towards the change
  Instant change_ = kNever, changed_by_ = kNever, tidy_at_ = kNever, look_at_;
};

}  // namespace xp::player
