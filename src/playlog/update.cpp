// SPDX-License-Identifier: MIT
#include "playlog/update.h"

#include <utility>

namespace xp::playlog {

namespace {

void lose(Lost& lost, const Lost& more, Reason reason) {
  if (more.count == 0) return;
  if (lost.count == 0) lost = {0, reason, more.begin, more.end};
  lost.count += more.count;
  lost.end = more.end;
}

}  // namespace

void add(Update& update, Update later, Reason reason) {
  for (Row& row : later.ended) {
    if (update.lost.count == 0 && update.ended.size() < kMostWaiting)
      update.ended.push_back(std::move(row));
    else
      lose(update.lost, {1, reason, row.begin, row.end}, reason);
  }
  lose(update.lost, later.lost, later.lost.reason);
  update.open = std::move(later.open);
  update.now = later.now;
}

void drop_written(Update& update, std::size_t ended, const Lost& lost) {
  update.ended.erase(update.ended.begin(), update.ended.begin() + std::ptrdiff_t(ended));
  if (lost.count == 0) return;
  update.lost.count -= lost.count;
  update.lost.begin = lost.end;
}

}  // namespace xp::playlog
