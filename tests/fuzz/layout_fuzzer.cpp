// SPDX-License-Identifier: MIT
// libFuzzer: eight bytes choose a style, the rest is the text with its markup.
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include "layout_invariants.h"
#include "random_paragraph.h"
#include "support/fonts.h"
#include "text/engine.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace xp;
  static const auto engine = *text::Engine::create(test::test_fonts());
  std::uint64_t seed = 0;
  if (size < sizeof seed) return 0;
  std::memcpy(&seed, data, sizeof seed);
  test::Dice dice(seed);
  const text::ParagraphStyle style = test::random_style(dice);
  const text::StyledText text =
      text::parse_markup({reinterpret_cast<const char*>(data) + sizeof seed, size - sizeof seed});
  const std::string broken = test::broken_invariant(text, style, *engine->layout(text, style));
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
