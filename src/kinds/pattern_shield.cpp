// SPDX-License-Identifier: MIT
// One huge shield, half beyond the edge: the emblem of those who protect.
#include "kinds/pattern.h"
#include "kinds/shield.h"

namespace xp::kinds {
namespace {

void draw(Canvas& canvas) {
  const Rect box = canvas.box();
  const bool portrait = canvas.metrics().portrait();
  const double width = (portrait ? 92 : 78) * canvas.metrics().vmin();
  const double x = portrait ? box.w * 0.36 : box.w - width * 0.93;
  const double y = portrait ? box.h * 0.5 : box.h * 0.07;
  draw_shield(canvas.draw(), {Px::from(x), Px::from(y)}, width, box, canvas.theme().colors.emblem);
}

}  // namespace

Pattern shield_pattern() { return {"shield", draw}; }

}  // namespace xp::kinds
