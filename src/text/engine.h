// SPDX-License-Identifier: MIT
// The text engine of one thread: opened fonts, ICU iterators and memo tables. One thread only (design §3);
// its results are immutable and may cross threads. The same input gives the same result, warm or cold.
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include "base/geometry.h"
#include "base/result.h"
#include "text/font_catalog.h"
#include "text/layout.h"
#include "text/style.h"

namespace xp::text {

/// A paragraph longer than this is cut there and said so by `emergency` (reliability: limits).
inline constexpr std::size_t kMaxParagraph = 65536;  // code points

/// How text is put into a box (spec §13).
struct FitBox {
  Size box;  ///< px
  int min_px = 12, max_px = 1024;
  int max_lines = 3;
  double line_height = 1.24;  ///< of the em; first and last line count their em box only
  int step_px = 1;            ///< sizes are multiples of it (LED: the bitmap's native size)
};

struct Fitted {
  LayoutPtr layout;
  int size_px = 0;
  double line_height = 1;  ///< em: the box's, or less where lines had to come closer
  bool overflow = false;   ///< does not fit at min_px: an operator's error (lint id overflow)
};

class Engine {
 public:
  static Result<std::unique_ptr<Engine>> create(std::shared_ptr<const FontCatalog> catalog);
  ~Engine();

  /// Sets one paragraph. A role the catalogue lacks is a programmer's error: readers have checked it.
  LayoutPtr layout(const StyledText& text, const ParagraphStyle& style);

  /// The largest whole-px size at which the text, balanced, fits (spec §13). `style.width` is ignored.
  /// Deterministic. What does not fit comes with closer lines, split words and at last an ellipsis for the
  /// rest: it is never wider or higher than the box but for a box that holds no character.
  Fitted fit(const StyledText& text, const ParagraphStyle& style, const FitBox& box);

  const FontCatalog& catalog() const;
  /// PostScript name of a face of the catalogue; empty for kNoFace.
  std::string face_name(FaceId face) const;
  /// Memo tables hold at most this many entries (tests use 1); results never depend on it.
  void set_cache_capacity(std::size_t entries);
  /// Gives back the pages of the font files, which come again from the system's cache when they are read.
  void give_back_pages();

 private:
  struct State;
  explicit Engine(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace xp::text
