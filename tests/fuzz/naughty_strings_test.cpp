// SPDX-License-Identifier: MIT
// Strings that break programs (naughty-strings.json, beside the source tree), as an operator might paste
// them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "layout_invariants.h"
#include "random_paragraph.h"
#include "support/fonts.h"
#include "support/golden.h"
#include "text/engine.h"

namespace xp::text {
namespace {

TEST(NaughtyStrings, AreLaidOutLikeAnyOther) {
  const auto strings = nlohmann::json::parse(test::read_file(XUANPING_NAUGHTY_STRINGS));
  ASSERT_GE(strings.size(), 500u);
  auto made = Engine::create(test::test_fonts());
  ASSERT_TRUE(made);
  test::Dice dice(515);
  for (const std::string utf8 : strings) {
    const StyledText text = parse_markup(utf8);
    for (int i = 0; i < 8; ++i) {
      const ParagraphStyle style = test::random_style(dice);
      EXPECT_EQ(test::broken_invariant(text, style, *(*made)->layout(text, style)), "") << utf8;
    }
  }
}

}  // namespace
}  // namespace xp::text
