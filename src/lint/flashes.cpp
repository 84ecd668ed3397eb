// SPDX-License-Identifier: MIT
#include "lint/flashes.h"

#include <algorithm>

#include "lint/easel.h"
#include "media/clip_reader.h"

namespace xp::lint {
namespace {

constexpr double kChange = 0.1, kDark = 0.8;
constexpr Duration kLookedAt = seconds(30);
constexpr Size kThumbnail{64, 36};  // px: averages need no more

double light_of_frame(const media::VideoFrame& frame) {
  double sum = 0;
  const Rect area = frame.area();
  for (int y = 0; y < area.h; ++y)
    for (int x = 0; x < area.w; ++x) sum += luminance_of(frame.row(y)[x]);
  return area.empty() ? 0 : sum / (static_cast<double>(area.w) * area.h);
}

/// When the light turned by more than kChange, up and down in turns.
std::vector<Duration> turns_of(const std::vector<LightAt>& frames) {
  std::vector<Duration> turns;
  if (frames.empty()) return turns;
  double low = frames.front().light, high = low;  // since the last turn
  int direction = 0;
  for (const LightAt& frame : frames) {
    low = std::min(low, frame.light);
    high = std::max(high, frame.light);
    const bool up = direction <= 0 && frame.light - low >= kChange && low < kDark;
    const bool down = direction >= 0 && high - frame.light >= kChange && frame.light < kDark;
    if (!up && !down) continue;
    turns.push_back(frame.time);
    direction = up ? 1 : -1;
    low = high = frame.light;
  }
  return turns;
}

}  // namespace

double most_flashes(const std::vector<LightAt>& frames) {
  const std::vector<Duration> turns = turns_of(frames);
  std::size_t most = 0, from = 0;
  for (std::size_t to = 0; to < turns.size(); ++to) {
    while (turns[to] - turns[from] > seconds(1)) ++from;
    most = std::max(most, to - from + 1);
  }
  return static_cast<double>(most / 2);
}

double most_flashes(const media::ClipPtr& clip) {
  media::ClipReader reader(clip, {kThumbnail, media::Fit::stretch});
  std::vector<LightAt> frames;
  const Duration end = std::min(kLookedAt, clip->length);
  const auto all = [](Duration) { return true; };
  for (auto frame = reader.next(all); frame && frame->time < end; frame = reader.next(all)) {
    if (!frames.empty() && frame->time <= frames.back().time) break;  // it begins anew
    if (frame->pixels) frames.push_back({frame->time, light_of_frame(*frame->pixels)});
  }
  return most_flashes(frames);
}

}  // namespace xp::lint
