// SPDX-License-Identifier: MIT
// Vertical writing (spec §10; UAX #50; CLREQ #h-vertical_writing_mode): which characters stand upright, which
// are turned and which share a cell.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/font_set.h"
#include "text/itemise.h"
#include "text/style.h"

namespace xp::text {

/// How a character stands in a column.
enum class Posture : std::uint8_t {
  upright,
  form,    ///< its font's turned form (`vert`)
  turned,  ///< by 90° clockwise: there is no such form, or it is a word of a horizontal script
  cell,    ///< shares one em with its neighbours (tate-chu-yoko)
};
Flow flow_of(Posture posture);

/// Code points [start, end) that share an em.
struct Cell {
  std::uint32_t start = 0, end = 0;
};
/// Runs of at most `style.tcy` digits, or every occurrence of `style.tcy_text`.
std::vector<Cell> find_cells(std::u32string_view text, const ParagraphStyle& style);

/// “ ” ‘ ’ become 『 』 「 」, as CLREQ wants them in a column. Apostrophes stay.
std::u32string with_vertical_quotes(std::u32string_view text);

/// What decides a posture besides the character.
struct PostureInput {
  std::u32string_view text;
  const std::vector<std::uint32_t>& clusters;
  const std::vector<Cell>& cells;
  const std::vector<FaceId>& faces;
  hb_language_t language;
  Orientation orientation;
};
/// One a code point, equal within a grapheme.
std::vector<Posture> find_postures(const PostureInput& input, FontSet& fonts);

}  // namespace xp::text
