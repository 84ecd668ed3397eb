// SPDX-License-Identifier: MIT
// What slides share: background, emblem, the campaign's line at the top, the source's at the bottom, the
// heading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "kinds/canvas.h"

namespace xp::kinds {

enum class Emblem : std::uint8_t { hidden, shown };

/// Draws the frame and returns what is left for the slide: inside the safe margin, between the two lines. A
/// zone too small for the lines goes without. Layers that slides have in common come first, so that a
/// cross-fade leaves them alone.
Rect draw_frame(Canvas& canvas, Emblem emblem, const std::string& source_line);

/// The background alone.
void draw_background(Canvas& canvas, Emblem emblem);

/// "数据来源：张掖市公安局新闻发布会 · 2022-05-13"; empty where neither is known.
std::string source_line(const std::string& source, const std::optional<Date>& as_of);

/// The size of a slide's heading and that of the words around a figure, px.
struct Sizes {
  int title, small;
};
Sizes heading_sizes(const Metrics& metrics, const Theme& theme);

/// A heading and what it counts, at the top of `area`; returns the rest of it.
Rect draw_heading(Canvas& canvas, const Rect& area, const std::string& heading, const std::string& note);

/// A bar in the accent colour and a sentence behind it, its bottom at `bottom`; returns the top.
int draw_barred(Canvas& canvas, const TextBlock& sentence, int x, int bottom);
/// Where the sentence stands behind its bar, px.
int barred_indent(int size);

/// The middle of the campaign line, px from the top of the zone: a clock beside it stands on the same line.
int campaign_line_center(const Metrics& metrics, const Theme& theme);

}  // namespace xp::kinds
