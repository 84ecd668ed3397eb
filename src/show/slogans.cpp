// SPDX-License-Identifier: MIT
#include "show/slogans.h"

#include <mutex>
#include <utility>

namespace xp::show {

struct Slogans::Memo {
  std::mutex mutex;
  playlist::Mask active;
  kinds::ContentPtr content;
};

Slogans::Slogans(const kinds::SlideKind& kind, kinds::ZoneFeed feed, playlist::Activity activity)
    : kind_(kind), feed_(std::move(feed)), activity_(std::move(activity)), memo_(std::make_shared<Memo>()) {}

kinds::ContentPtr Slogans::content_at(Instant t) const {
  const auto stretch = activity_.at(t);
  const std::lock_guard lock(memo_->mutex);
  if (memo_->content && memo_->active == stretch->active) return memo_->content;
  kinds::ZoneFeed feed = feed_;
  feed.slogans.clear();
  for (std::size_t i = 0; i < stretch->active.size(); ++i)
    if (stretch->active[i]) feed.slogans.push_back(feed_.slogans[i]);
  memo_->active = stretch->active;
  return memo_->content = kind_.feed(feed);
}

}  // namespace xp::show
