// SPDX-License-Identifier: MIT
#include "media/png_writer.h"

#include <gtest/gtest.h>

#include "unit/media/encode.h"

namespace xp::media {
namespace {

using namespace test;

TEST(PngWriter, TheSamePixelsGiveTheSameFile) {
  const Raw raw = halves({50, 40}, 0xff102030, 0xff405060);
  const std::string folder = scratch_directory();
  ASSERT_TRUE(write_png(folder + "/a.png", raw.size, raw.pixels.data(), 200));
  ASSERT_TRUE(write_png(folder + "/b.png", raw.size, raw.pixels.data(), 200));
  EXPECT_EQ(read_file(folder + "/a.png"), read_file(folder + "/b.png"));
}

TEST(PngWriter, LooksAtNeitherAlphaNorPadding) {
  const std::string folder = scratch_directory();
  const std::vector<std::uint32_t> padded{0x00112233, 0x77445566, 9, 9, 0xff778899, 0x01aabbcc, 9, 9};
  const std::vector<std::uint32_t> plain{0xff112233, 0xff445566, 0xff778899, 0xffaabbcc};
  ASSERT_TRUE(write_png(folder + "/a.png", {2, 2}, padded.data(), 16));
  ASSERT_TRUE(write_png(folder + "/b.png", {2, 2}, plain.data(), 8));
  EXPECT_EQ(read_file(folder + "/a.png"), read_file(folder + "/b.png"));
}

TEST(PngWriter, CompressesFlatPictures) {
  const Raw raw = halves({640, 360}, 0xff102030, 0xff405060);
  const std::string path = scratch_directory() + "/flat.png";
  ASSERT_TRUE(write_png(path, raw.size, raw.pixels.data(), 2560));
  EXPECT_LT(read_file(path).size(), 8192U);
}

TEST(PngWriter, SaysSoWhereItCannotWrite) {
  const std::uint32_t pixel = 0;
  EXPECT_FALSE(write_png("/nowhere/at/all.png", {1, 1}, &pixel, 4));
  EXPECT_FALSE(write_png(scratch_directory() + "/none.png", {0, 0}, &pixel, 4));
}

}  // namespace
}  // namespace xp::media
