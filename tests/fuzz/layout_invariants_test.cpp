// SPDX-License-Identifier: MIT
// The invariants notice what the random paragraphs are to show.
#include "layout_invariants.h"

#include <gtest/gtest.h>

#include <functional>

#include "support/fonts.h"
#include "text/engine.h"

namespace xp::text {
namespace {

struct Damage {
  const char* name;
  std::function<void(Layout&)> done;
};

class LayoutInvariants : public testing::TestWithParam<Damage> {};

TEST_P(LayoutInvariants, NoticeDamage) {
  const StyledText text{U"防范，诈骗\n牢记在心", {}};
  ParagraphStyle style;
  style.width = Em::from(3);
  const auto engine = *Engine::create(test::test_fonts());
  Layout layout = *engine->layout(text, style);
  ASSERT_EQ(test::broken_invariant(text, style, layout), "");
  GetParam().done(layout);
  EXPECT_NE(test::broken_invariant(text, style, layout), "");
}

INSTANTIATE_TEST_SUITE_P(
    Each, LayoutInvariants,
    testing::Values(Damage{"LostLine", [](Layout& l) { l.lines.pop_back(); }},
                    Damage{"LostCharacter", [](Layout& l) { --l.lines[0].end; }},
                    Damage{"SwappedLines", [](Layout& l) { std::swap(l.lines[0], l.lines[1]); }},
                    Damage{"StrayGlyph", [](Layout& l) { l.lines[0].glyphs[0].cluster = 8; }},
                    Damage{"FarGlyph", [](Layout& l) { l.lines[0].glyphs[0].x.raw = 1 << 30; }},
                    Damage{"WideLine", [](Layout& l) { l.lines[1].width = Em::from(3.1); }},
                    Damage{"MarkAtLineStart", [](Layout& l) { l.lines[0].end = l.lines[1].start = 2; }},
                    Damage{"UnorderedClusters", [](Layout& l) { std::swap(l.clusters[1], l.clusters[2]); }},
                    Damage{"LostLevel", [](Layout& l) { l.levels.pop_back(); }},
                    Damage{"IndexTwice", [](Layout& l) { l.visual_order[0] = l.visual_order[1]; }},
                    Damage{"StrayGap",
                           [](Layout& l) {
                             l.gaps.push_back({99, Em::from(0.125)});
                           }}),
    [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace xp::text
