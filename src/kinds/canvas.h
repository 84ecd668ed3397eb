// SPDX-License-Identifier: MIT
// What a kind draws a slide on: layer by layer, from bottom to top.
#pragma once

#include <vector>

#include "kinds/laid_slide.h"
#include "kinds/metrics.h"
#include "kinds/slide_kind.h"
#include "kinds/typesetter.h"
#include "scene/builder.h"

namespace xp::kinds {

class Canvas {
 public:
  explicit Canvas(const LayoutContext& context);

  const LayoutContext& context() const { return context_; }
  const Theme& theme() const { return context_.theme; }
  const Metrics& metrics() const { return metrics_; }
  Typesetter& type() { return type_; }

  int px(double v) const { return metrics_.px(v); }
  int text_px(double v) const { return metrics_.text_px(v); }
  Rect box() const { return Rect::of({0, 0}, metrics_.box); }
  /// Text on the background, with its accent words.
  scene::Ink ink() const { return {theme().colors.text, theme().colors.accent}; }
  scene::Ink soft_ink() const { return {theme().colors.secondary, theme().colors.accent}; }

  /// The layer being drawn; close() ends it and puts it on top.
  scene::Builder& draw() { return builder_; }
  void close();
  /// Ends the layer being drawn and puts it on top; it enters by `entrance` inside `clip`.
  void close(Entrance entrance, Rect clip);
  /// Ends the layer and puts it on top; it comes in as the theme has it, `place`th of those that do (0, 1).
  void close_entering(int place);

  /// A file that the slide shows is broken: the slide is not to be shown.
  void fail(std::string reason) { failure_ = std::move(reason); }

  /// Ticks of the entrance; 0 where nothing moves.
  std::int64_t entrance_ticks() const;
  LaidPtr finish();
  /// What was drawn since the last taking, as a page of its own that is asked with the page's time.
  LaidPtr take_page();
  /// The layers drawn so far, in their final state.
  std::vector<scene::Layer> take_layers();

 private:
  LaidSlide::State take_state();

  const LayoutContext& context_;
  Metrics metrics_;
  Typesetter type_;
  scene::Builder builder_;
  std::vector<Part> parts_;
  std::string failure_;
};

TickGrid grid_of(const Surroundings& around);

}  // namespace xp::kinds
