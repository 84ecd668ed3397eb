// SPDX-License-Identifier: MIT
// Pictures that are none: refused in a sentence, at once, by a player that lives on.
#include <gtest/gtest.h>

#include <random>

#include "media/picture.h"
#include "media/picture_header.h"
#include "unit/media/encode.h"

namespace xp::media {
namespace {

using namespace test;

std::string refusal(const std::string& bytes) {
  const auto picture = decode_picture(file_of(bytes));
  return picture ? "decoded" : picture.error().message;
}

bool says(const std::string& message, std::string_view part) {
  return message.find(part) != std::string::npos;
}

std::string big(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255);
  return bytes;
}

std::string png_header(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1a\n" + big(13) + "IHDR" + big(width) + big(height) +
         std::string("\x08\x02\0\0\0\0\0\0\0", 9);
}

std::vector<std::string> good_files() {
  const Raw raw = halves({64, 48}, 0xffff8800, 0x800088ff);
  return {png_of(raw), jpeg_of(raw), jpeg_of(raw, {}, true), webp_of(raw)};
}

TEST(HostilePicture, AnEmptyFile) { EXPECT_TRUE(says(refusal(""), "empty")); }

TEST(HostilePicture, SomethingElse) {
  EXPECT_TRUE(says(refusal("GIF89a and so on"), "no PNG, JPEG or WebP"));
  EXPECT_TRUE(says(refusal(std::string(100000, '\0')), "no PNG, JPEG or WebP"));
}

TEST(HostilePicture, AClaimOfTooManyPxIsRefusedByTheHeader) {
  EXPECT_TRUE(says(refusal(png_header(30000, 30000)), "30000"));
  EXPECT_TRUE(says(refusal(png_header(8192, 8192)), "33 million"));
  EXPECT_TRUE(says(refusal(png_header(0xffffffff, 1)), "4294967295"));
}

TEST(HostilePicture, AClaimOfNoPx) { EXPECT_TRUE(says(refusal(png_header(0, 5)), "damaged")); }

// The kind that freezes readers which ignore short reads.
TEST(HostilePicture, AHeaderAndNothingMore) {
  const std::string file = png_header(4, 4);
  EXPECT_TRUE(says(refusal(file), "cut off"));
  EXPECT_TRUE(says(refusal(file + std::string("\0\0\x04\0IDAT\x78\x9c\x63\x60", 12)), "cut off"));
}

TEST(HostilePicture, ClaimsOfOtherFormats) {
  const auto size = claimed_size(good_files()[1]);
  ASSERT_TRUE(size);
  EXPECT_EQ(*size, (Size{64, 48}));
  const auto webp = claimed_size(good_files()[3]);
  ASSERT_TRUE(webp);
  EXPECT_EQ(*webp, (Size{64, 48}));
}

TEST(HostilePicture, CutOffAnywhereItIsRefused) {
  for (const std::string& file : good_files()) {
    for (const std::size_t part : {1U, 3U, 9U, 40U, 70U}) {
      const std::string cut = file.substr(0, file.size() * part / 100);
      EXPECT_NE(refusal(cut), "decoded") << part << " % of " << file.size() << " bytes";
    }
  }
}

TEST(HostilePicture, NoHeaderMakesTheReaderStumble) {
  std::mt19937 random(3);
  for (const std::string& file : good_files()) {
    for (std::size_t length = 0; length < 60; ++length) (void)claimed_size(file.substr(0, length));
    for (int round = 0; round < 2000; ++round) {
      std::string bad = file.substr(0, 200);
      for (int i = 0; i < 4; ++i) bad[random() % bad.size()] = static_cast<char>(random());
      const auto size = claimed_size(bad);
      ASSERT_TRUE(!size || std::int64_t{size->w} * size->h <= kMaxPixels);
    }
  }
}

TEST(HostilePicture, ChangedBytesNeverHarmThePlayer) {
  std::mt19937 random(5);
  for (const std::string& file : good_files()) {
    for (int round = 0; round < 8; ++round) {
      std::string bad = file;
      for (int i = 0; i < 6; ++i) bad[12 + random() % (bad.size() - 12)] = static_cast<char>(random());
      const auto picture = decode_picture(file_of(bad));
      if (picture) {
        EXPECT_EQ((*picture)->pixels.size(),
                  static_cast<std::size_t>((*picture)->size.w) * (*picture)->size.h);
      } else {
        EXPECT_FALSE(picture.error().message.empty());
      }
    }
  }
}

}  // namespace
}  // namespace xp::media
