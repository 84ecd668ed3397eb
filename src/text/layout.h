// SPDX-License-Identifier: MIT
// The result of setting a paragraph: plain immutable data, independent of the size in px. Indices are code
// points.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "text/font_catalog.h"
#include "text/style.h"

namespace xp::text {

struct Glyph {
  std::uint32_t cluster = 0;  ///< first code point of its cluster
  std::uint32_t gid = 0;      ///< of `face`; the code point itself where face is kNoFace
  FaceId face = kNoFace;
  Emphasis emphasis = Emphasis::normal;
  bool upright = true;  ///< vertical: false where the mark is turned by 90° or uses its turned form
  bool turned = false;  ///< to be drawn turned 90° clockwise about its pen position
  /// Pen position, offsets included: x along the line from its start; y upwards from the baseline or, in
  /// vertical text, to the right of the column's centre.
  Em x, y;
  Em advance;              ///< along the line, without an inserted gap
  Em scale = Em{65536};    ///< fallback faces: size relative to the paragraph's em
  Em squeeze = Em{65536};  ///< drawn this much narrower, to share an em with others
};

/// The centre of a 着重号, measured like Glyph's pen position; kDotRadius large.
struct Dot {
  Em x, y;
  Emphasis emphasis = Emphasis::normal;
};
inline constexpr Em kDotRadius = Em{5243};  ///< 0.08 em

struct Line {
  std::uint32_t start = 0, end = 0;  ///< code points; `end` excludes the forced break
  Em width;                          ///< from the first advance to the last, spaces at the line end left out
  Em indent;                         ///< where it begins in the box, by alignment
  std::vector<Glyph> glyphs;         ///< in visual order
  std::vector<Dot> dots;
};

struct Gap {
  std::uint32_t before = 0;
  Em width;
};
struct Missing {
  std::uint32_t index = 0;
  char32_t code_point = 0;
};

/// Where the next line stands.
enum class Progression : std::uint8_t {
  down,        ///< horizontal text
  leftwards,   ///< vertical-rl: Chinese
  rightwards,  ///< vertical-lr: Mongolian
};

struct Layout {
  Progression progression = Progression::down;
  std::vector<std::uint32_t> clusters;  ///< first code point of every grapheme
  std::vector<std::uint32_t>
      opportunities;                ///< every index before which a break is allowed; 0 and the end left out
  std::vector<std::int8_t> levels;  ///< resolved bidi level a code point; −1 where the algorithm removes it
  std::vector<std::uint32_t> visual_order;  ///< indices left to right, line by line; removed ones left out
  std::vector<Gap> gaps;
  std::vector<Line> lines;
  std::vector<Missing> missing;  ///< no face of the chain has it; drawn as a box
  std::vector<std::uint32_t> word_splits;  ///< code points before which a line ends inside a word
  bool emergency = false;        ///< K15: a line had to be broken where no break is allowed, or overflows
  Em widest() const;
};
using LayoutPtr = std::shared_ptr<const Layout>;

/// The em box that lines are stacked by (spec §8): not the font's hhea metrics.
inline constexpr Em kAscent = Em{57672};  ///< 0.88 em above the baseline
inline constexpr Em kDescent = Em{7864};  ///< 0.12 em below

}  // namespace xp::text
