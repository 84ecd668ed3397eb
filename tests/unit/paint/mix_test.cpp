// SPDX-License-Identifier: MIT
#include "paint/mix.h"

#include <gtest/gtest.h>

#include <numeric>
#include <vector>

namespace xp::paint {
namespace {

using Row = std::vector<std::uint32_t>;

std::uint32_t mixed(std::uint32_t below, std::uint32_t above, std::uint8_t opacity) {
  std::uint32_t to = 0;
  mix(&below, &above, opacity, 1, &to);
  return to;
}

/// Each value of a channel once, in all four channels.
Row all_values() {
  Row row(256);
  std::iota(row.begin(), row.end(), 0);
  for (std::uint32_t& pixel : row) pixel *= 0x01010101u;
  return row;
}

TEST(Mix, IsToTheNearest) {
  const Row above = all_values();
  for (std::uint32_t below = 0; below < 256; ++below) {
    for (std::uint32_t opacity = 0; opacity < 256; opacity += 3) {
      const Row under(256, below);
      Row to(256);
      mix(under.data(), above.data(), static_cast<std::uint8_t>(opacity), 256, to.data());
      for (std::uint32_t a = 0; a < 256; ++a)
        ASSERT_EQ(to[a] & 255, (2 * (below * (255 - opacity) + a * opacity) + 255) / 510)
            << below << ' ' << a << ' ' << opacity;
    }
  }
}

TEST(Mix, LeavesWhatBothShow) {
  const Row row = all_values();
  for (int opacity = 0; opacity < 256; ++opacity) {
    Row to(256);
    mix(row.data(), row.data(), static_cast<std::uint8_t>(opacity), 256, to.data());
    ASSERT_EQ(to, row) << opacity;
  }
}

TEST(Mix, TakesEachChannelByItself) {
  EXPECT_EQ(mixed(0xff5a5a5a, 0xffbe5a00, 51), 0xff6e5a48);
  EXPECT_EQ(mixed(0x00000000, 0xff640a00, 128), 0x80320500U) << "over nothing";
}

TEST(Mix, InPlaceIsTheSame) {
  Row below(1000), above(1000), apart(1000);
  for (std::uint32_t i = 0; i < 1000; ++i) below[i] = i * 2654435761u, above[i] = i * 40503u | 0xff000000u;
  mix(below.data(), above.data(), 77, 1000, apart.data());
  mix(below.data(), above.data(), 77, 1000, below.data());
  EXPECT_EQ(below, apart);
}

}  // namespace
}  // namespace xp::paint
