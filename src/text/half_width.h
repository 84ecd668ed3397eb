// SPDX-License-Identifier: MIT
// How a font sets a full-width mark on half an em: by its features `halt` and `vhal`, or, where it has none,
// by leaving out white (spec §7).
#pragma once

#include <hb.h>

#include <cstddef>
#include <cstdint>
#include <unordered_map>

#include "text/font_set.h"
#include "text/mark_class.h"

namespace xp::text {

/// Along the line, in 1/65,536 em.
struct HalfWidth {
  std::int32_t cut = 0;    ///< what is taken from the advance; 0: the mark cannot be set narrower
  std::int32_t shift = 0;  ///< what is added to the position
};

struct MarkRequest {
  char32_t c = 0;
  MarkClass kind = MarkClass::none;
  FaceId face = kNoFace;
  hb_language_t language = HB_LANGUAGE_INVALID;
  Mode mode = Mode::horizontal;
  bool operator==(const MarkRequest&) const = default;
};

/// A memo table over the fonts of one thread.
class HalfWidths {
 public:
  explicit HalfWidths(FontSet& fonts) : fonts_(fonts) {}
  HalfWidth of(const MarkRequest& request);

 private:
  struct HashOfRequest {
    std::size_t operator()(const MarkRequest& request) const;
  };
  HalfWidth measure(const MarkRequest& request);
  FontSet& fonts_;
  std::unordered_map<MarkRequest, HalfWidth, HashOfRequest> known_;
};

}  // namespace xp::text
