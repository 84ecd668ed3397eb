// SPDX-License-Identifier: MIT
// Random paragraphs through the engine. XUANPING_FUZZ_CASES sets how many in all, XUANPING_FUZZ_SEED where
// they begin.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>

#include "layout_invariants.h"
#include "random_paragraph.h"
#include "support/fonts.h"
#include "text/engine.h"

namespace xp::text {
namespace {

constexpr std::uint64_t kShards = 8, kCases = 20'000, kSeed = 20220515;

std::uint64_t setting(const char* name, std::uint64_t otherwise) {
  const char* value = std::getenv(name);
  return value ? std::strtoull(value, nullptr, 10) : otherwise;
}

std::string code_points(const std::u32string& text) {
  std::string all;
  for (const char32_t c : text) all += fmt::format("\\u{{{:X}}}", static_cast<std::uint32_t>(c));
  return all;
}

class RandomParagraphs : public testing::TestWithParam<std::uint64_t> {};

TEST_P(RandomParagraphs, KeepEveryInvariant) {
  auto made = Engine::create(test::test_fonts());
  ASSERT_TRUE(made);
  const std::uint64_t cases = setting("XUANPING_FUZZ_CASES", kCases),
                      seed = setting("XUANPING_FUZZ_SEED", kSeed);
  for (std::uint64_t i = GetParam(); i < cases; i += kShards) {
    test::Dice dice(seed + i);
    const StyledText text = test::random_text(dice);
    const ParagraphStyle style = test::random_style(dice);
    const LayoutPtr layout = (*made)->layout(text, style);
    const std::string broken = test::broken_invariant(text, style, *layout);
    ASSERT_EQ(broken, "") << "XUANPING_FUZZ_SEED=" << seed + i << " XUANPING_FUZZ_CASES=1: " << style.language
                          << ' ' << code_points(text.text);
  }
}

INSTANTIATE_TEST_SUITE_P(Shards, RandomParagraphs, testing::Range<std::uint64_t>(0, kShards));

}  // namespace
}  // namespace xp::text
