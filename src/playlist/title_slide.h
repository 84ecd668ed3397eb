// SPDX-License-Identifier: MIT
// What stands in a zone while no slide may be shown: the campaign's title.
#pragma once

#include "kinds/slide_kind.h"
#include "playlist/playlist.h"

namespace xp::playlist {

struct TitleSlide {
  const kinds::SlideKind* kind = nullptr;
  kinds::ContentPtr content;  ///< null where the campaign has no title
};
TitleSlide title_slide(const Campaign& campaign);

}  // namespace xp::playlist
