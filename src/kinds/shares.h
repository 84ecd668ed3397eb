// SPDX-License-Identifier: MIT
// Parts of one whole: what the donut and the stacked bar have in common.
#pragma once

#include <span>
#include <vector>

#include "kinds/canvas.h"
#include "kinds/statistics.h"

namespace xp::kinds {

/// A datum's part of the whole. Shares in % that make less than 100 leave the end open.
struct Share {
  double start = 0, end = 0;  ///< 0 … 1
  Color color;
};

/// Reports shares of more than one whole, and of nothing.
bool check_shares(const Statistics& statistics, toml::TableReader& reader);
/// In the order they are written; the largest has the accent colour.
std::vector<Share> shares_of(const Statistics& statistics, const Palette& palette);
/// How far `shares` may be from 100 % because each of them was rounded, in %.
double rounding_of(std::span<const Datum> shares);
double sum_of(std::span<const Datum> shares);

/// Between the middles of so many rows of shares, px: what `height` allows, at most what looks right.
int share_pitch(const Canvas& canvas, std::size_t count, int rows, int height);
/// A row for each: its colour, its label, its figure at the right, hairlines between them. In several columns
/// they stand on common lines, in common sizes.
void draw_share_rows(Canvas& canvas, const Statistics& statistics, std::span<const Share> shares,
                     const Rect& area, int columns);

}  // namespace xp::kinds
