// SPDX-License-Identifier: MIT
#include "kinds_fixture.h"

namespace xp::kinds {
namespace {

ReadSlide quiz(const std::string& pause) {
  return read_slide(
      "kind = \"quiz\"\nquestion = \"信不信？\"\noptions = [\"信\", \"不信\"]\nanswer = \"B\"\n" + pause);
}

/// Whether an option is drawn on the accent colour.
bool is_answered(const Laid& laid, Duration elapsed) {
  for (const scene::Layer& layer : layers_at(laid, elapsed)) {
    const auto* panel = std::get_if<scene::MaskOp>(&layer.ops->list.front());
    if (panel && panel->color == Stage::get().theme.colors.accent && layer.ops->bounds.w > 800) return true;
  }
  return false;
}

TEST(Quiz, TheAnswerComesAfterThePauseAndNotBefore) {
  const LaidPtr laid = Stage::get().lay(quiz("pause = \"12s\""), {1920, 1080});
  EXPECT_FALSE(is_answered(*laid, Duration::zero()));
  EXPECT_FALSE(is_answered(*laid, milliseconds(11990)));
  EXPECT_TRUE(is_answered(*laid, milliseconds(12600)));
}

TEST(Quiz, APauseAsLongAsTheSlideStillLeavesTimeForTheAnswer) {
  const LaidPtr laid = Stage::get().lay(quiz("pause = \"600s\""), {1920, 1080});
  EXPECT_FALSE(is_answered(*laid, milliseconds(14990)));
  EXPECT_TRUE(is_answered(*laid, milliseconds(15600)));
}

TEST(Quiz, TheLineGrowsUntilThePauseEndsAndThenNothingMoves) {
  Stage& stage = Stage::get();
  for (const bool led : {false, true}) {
    stage.around.led = led;
    const LaidPtr laid = stage.lay(quiz("pause = \"12s\""), {1920, 1080});
    int last = 0, changes = 0;
    Moment moment{Duration::zero(), kNow, {}, kStay};
    for (Instant next = laid->next_change(moment); next != kNever; next = laid->next_change(moment)) {
      ASSERT_GT(next, moment.now);
      EXPECT_EQ(layers_at(*laid, moment.elapsed), layers_at(*laid, next - kNow - Duration{1}));
      moment = {next - kNow, next, {}, kStay};
      if (moment.elapsed < seconds(12)) {
        const int grown = scene::visible_area(layers_at(*laid, moment.elapsed).back()).w;
        EXPECT_GT(grown, last);
        last = grown;
      }
      ++changes;
    }
    EXPECT_LE(moment.elapsed, milliseconds(12600));
    EXPECT_LE(changes, led ? 13 : 12 * 60 + 31);
    EXPECT_GE(changes, led ? 12 : 12 * 60);
  }
  stage.around.led = false;
}

}  // namespace
}  // namespace xp::kinds
