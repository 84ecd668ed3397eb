// SPDX-License-Identifier: MIT
#include "kinds/paged_slide.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace xp::kinds {
namespace {

constexpr double kMostOfSlide = 0.75;  // that pages of a given length may take
constexpr double kFinding = 8;         // characters that could be read while the eye finds a new page

Duration ticks_long(const TickGrid& grid, std::int64_t ticks) {
  return grid.start_of(ticks) - grid.start_of(0);
}

/// Slow at both ends, so that the eye sees neither.
std::uint8_t eased(std::int64_t tick, std::int64_t ticks) {
  const double p = static_cast<double>(tick) / static_cast<double>(ticks);
  return static_cast<std::uint8_t>(p * p * (3 - 2 * p) * 255 + 0.5);
}

/// One page gives way to the next; layers that both have stand still.
void append_cross_fade(std::vector<scene::Layer> going, std::vector<scene::Layer> coming,
                       std::uint8_t opacity, std::vector<scene::Layer>& out) {
  const auto append = [&out](scene::Layer layer, int share) {
    layer.opacity = static_cast<std::uint8_t>((layer.opacity * share + 127) / 255);
    if (layer.opacity > 0) out.push_back(std::move(layer));
  };
  for (const scene::Layer& layer : going)
    append(layer, std::ranges::find(coming, layer) == coming.end() ? 255 - opacity : 255);
  for (const scene::Layer& layer : coming)
    if (std::ranges::find(going, layer) == going.end()) append(layer, opacity);
}

}  // namespace

/// Page and ticks, counted from the slide's begin.
struct PagedSlide::Place {
  std::size_t page = 0;
  std::int64_t tick = 0, start = 0, end = 0;  ///< now; of the page
  std::int64_t entered = 0;                   ///< when its fade is over
  Moment own;                                 ///< as the page sees it
};

std::vector<std::int64_t> PagedSlide::starts(Duration stay) const {
  const auto whole = static_cast<double>(state_.grid.ticks_in(stay));
  double lengths = 0, shares = 0;
  for (const Page& page : state_.pages) {
    lengths += static_cast<double>(state_.grid.ticks_in(page.length));
    if (page.length == Duration::zero()) shares += page.share;
  }
  const double most = shares > 0 ? whole * kMostOfSlide : whole;
  const double scale = lengths > most ? most / lengths : 1;
  const double rest = whole - lengths * scale;
  std::vector<std::int64_t> ticks{0};
  double at = 0;
  for (const Page& page : state_.pages) {
    at += page.length > Duration::zero() ? static_cast<double>(state_.grid.ticks_in(page.length)) * scale
                                         : rest * page.share / shares;
    ticks.push_back(std::llround(at));
  }
  return ticks;
}

std::int64_t PagedSlide::fade_ticks(std::int64_t length) const {
  return std::min(state_.grid.ticks_in(state_.fade), length / 2);
}

PagedSlide::Place PagedSlide::place_at(const Moment& moment) const {
  const std::vector<std::int64_t> ticks = starts(moment.stay);
  const TickGrid& grid = state_.grid;
  Place place;
  const std::int64_t begin = grid.tick_at(moment.now - moment.elapsed);
  place.tick = grid.tick_at(moment.now) - begin;
  while (place.page + 1 < state_.pages.size() && ticks[place.page + 1] <= place.tick) ++place.page;
  place.start = ticks[place.page];
  place.end = ticks[place.page + 1];
  place.entered = place.start + (place.page > 0 ? fade_ticks(place.end - place.start) : 0);
  const Duration since = place.page == 0 ? moment.elapsed : moment.now - grid.start_of(begin + place.entered);
  place.own = {
      std::max(Duration::zero(), since), moment.now, {}, ticks_long(grid, place.end - place.entered)};
  return place;
}

std::vector<scene::Layer> PagedSlide::page_layers(std::size_t page, const Moment& moment) const {
  std::vector<scene::Layer> layers;
  state_.pages[page].laid->append_layers(moment, layers);
  return layers;
}

void PagedSlide::append_layers(const Moment& moment, std::vector<scene::Layer>& out) const {
  out.insert(out.end(), state_.ground.begin(), state_.ground.end());
  const Place place = place_at(moment);
  std::vector<scene::Layer> shown = page_layers(place.page, place.own);
  if (place.tick >= place.entered) {
    out.insert(out.end(), shown.begin(), shown.end());
    return;
  }
  const Duration lasted = ticks_long(state_.grid, place.start);  // at least as long as the page before
  append_cross_fade(page_layers(place.page - 1, {lasted, moment.now, {}, lasted}), std::move(shown),
                    eased(place.tick - place.start, place.entered - place.start), out);
}

Instant PagedSlide::next_change(const Moment& moment) const {
  const Place place = place_at(moment);
  const TickGrid& grid = state_.grid;
  const std::int64_t now = grid.tick_at(moment.now);
  if (place.tick < place.entered) return grid.start_of(now + 1);
  const Instant inside = state_.pages[place.page].laid->next_change(place.own);
  if (place.page + 1 == state_.pages.size()) return inside;
  return std::min(inside, grid.start_of(now + place.end - place.tick));
}

std::vector<Duration> PagedSlide::rests(Duration stay) const {
  const std::vector<std::int64_t> ticks = starts(stay);
  std::vector<Duration> rests;
  for (std::size_t page = 1; page < state_.pages.size(); ++page)
    rests.push_back(std::max(Duration::zero(), ticks_long(state_.grid, ticks[page] - 2)));
  rests.push_back(stay);
  return rests;
}

LaidPtr finish_pages(Canvas& canvas, std::vector<scene::Layer> ground, std::vector<Page> pages) {
  const Surroundings& around = canvas.context().around;
  return std::make_shared<PagedSlide>(PagedSlide::State{
      std::move(ground), std::move(pages), grid_of(around),
      around.led ? Duration::zero() : canvas.theme().motion.fade, canvas.type().take_faults()});
}

double reading_share(const std::string& markup) {
  return kFinding + static_cast<double>(grapheme_count(text::plain_text(markup)));
}

}  // namespace xp::kinds
