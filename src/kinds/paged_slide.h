// SPDX-License-Identifier: MIT
// A slide in pages: what all of them share stands still, the pages follow each other and share its time.
#pragma once

#include <cstdint>
#include <vector>

#include "kinds/canvas.h"
#include "kinds/slide_kind.h"
#include "kinds/ticks.h"

namespace xp::kinds {

struct Page {
  LaidPtr laid;       ///< asked with the time since the page came and the time it stays
  double share = 1;   ///< of the slide's time
  Duration length{};  ///< instead of a share, where it is not 0; all of these get three quarters at most
};

/// Pages change on whole ticks, by a fade or a cut; the last one stays.
class PagedSlide : public Laid {
 public:
  struct State {
    std::vector<scene::Layer> ground;  ///< below every page
    std::vector<Page> pages;           ///< at least one
    TickGrid grid;
    Duration fade{};  ///< from page to page; 0: a cut
    TextFaults faults;
  };
  explicit PagedSlide(State state) : state_(std::move(state)) {}

  void append_layers(const Moment& moment, std::vector<scene::Layer>& out) const override;
  Instant next_change(const Moment& moment) const override;
  std::vector<Duration> rests(Duration stay) const override;
  const TextFaults& faults() const override { return state_.faults; }

 private:
  struct Place;  // of a moment in the sequence
  Place place_at(const Moment& moment) const;
  /// The ticks at which the pages begin, and the end.
  std::vector<std::int64_t> starts(Duration stay) const;
  std::int64_t fade_ticks(std::int64_t length) const;
  std::vector<scene::Layer> page_layers(std::size_t page, const Moment& moment) const;
  State state_;
};

/// The pages over `ground`; overflow and missing characters are those of the canvas.
LaidPtr finish_pages(Canvas& canvas, std::vector<scene::Layer> ground, std::vector<Page> pages);

/// Time to read a text, as a page's share: characters, and some for finding them.
double reading_share(const std::string& markup);

}  // namespace xp::kinds
