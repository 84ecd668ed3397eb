// SPDX-License-Identifier: MIT
// What a case says, and the parts that its two forms share: one page, or a story in pages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kinds/canvas.h"

namespace xp::kinds {

struct Loss {
  std::string label, display;
};

struct CasePage {
  std::string heading, text;
};

struct CaseStory {
  std::string label = "身边的案例";
  std::string title, story, lesson;
  std::vector<CasePage> pages;
  std::vector<Loss> loss;
  std::string source;
  std::optional<Date> as_of;
  text::Mode mode = text::Mode::horizontal;
  std::string language;

  void hash_into(Hasher& hasher) const;
};

/// Sizes of title, running text and labels, px: each at least 1.6 times the next.
struct CaseSizes {
  int title, body, label;
};

/// The tag above the title, at the top left of `area`.
Rect draw_case_tag(Canvas& canvas, const Rect& area, const std::string& label, int size);

/// A panel a figure, below each other or, in narrow zones, side by side.
void draw_losses(Canvas& canvas, const Rect& area, const std::vector<Loss>& losses, const CaseSizes& sizes);

/// The story in pages below the slide's frame, in `area`: its pages, the figures on the last, then the
/// lesson.
LaidPtr lay_out_pages(Canvas& canvas, const Rect& area, const CaseStory& story);

}  // namespace xp::kinds
