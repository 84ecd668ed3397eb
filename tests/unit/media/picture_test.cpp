// SPDX-License-Identifier: MIT
#include "media/picture.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "media/png_writer.h"
#include "unit/media/encode.h"

namespace xp::media {
namespace {

using namespace test;

constexpr std::uint32_t kRed = 0xffff0000, kBlue = 0xff0000ff, kGlass = 0x80ffffff;

std::shared_ptr<const Picture> decoded(const std::string& bytes) {
  const auto picture = decode_picture(file_of(bytes));
  if (!picture) {
    ADD_FAILURE() << picture.error().message;
    return std::make_shared<Picture>(Picture{{1, 1}, false, {}, {0}});
  }
  return *picture;
}

std::uint32_t at(const Picture& picture, int x, int y) {
  return picture.pixels.at(static_cast<std::size_t>(y * picture.size.w + x));
}

/// Lossy formats come near only.
void expect_near(std::uint32_t actual, std::uint32_t expected) {
  for (const unsigned shift : {24U, 16U, 8U, 0U}) {
    const int difference =
        static_cast<int>(actual >> shift & 255) - static_cast<int>(expected >> shift & 255);
    EXPECT_LE(std::abs(difference), 8) << std::hex << actual << " for " << expected;
  }
}

std::string exif(char orientation) {
  const char tiff[] = {'E',  'x',  'i', 'f', 0, 0, 'I', 'I', 42,          0, 8, 0, 0, 0, 1, 0,
                       0x12, 0x01, 3,   0,   1, 0, 0,   0,   orientation, 0, 0, 0, 0, 0, 0, 0};
  return {tiff, sizeof tiff};
}

TEST(DecodePicture, ReadsBackWhatThePngWriterWrote) {
  const Raw raw = halves({7, 5}, kRed, 0xff123456);
  const std::string path = scratch_directory() + "/written.png";
  ASSERT_TRUE(write_png(path, raw.size, raw.pixels.data(), raw.size.w * 4));
  const auto picture = decode_picture(path);
  ASSERT_TRUE(picture) << picture.error().message;
  EXPECT_EQ((*picture)->size, raw.size);
  EXPECT_EQ((*picture)->pixels, raw.pixels);
  EXPECT_TRUE((*picture)->opaque);
}

TEST(DecodePicture, PngWithAlphaComesPremultiplied) {
  const auto picture = decoded(png_of(halves({4, 2}, kGlass, 0)));
  EXPECT_FALSE(picture->opaque);
  EXPECT_EQ(at(*picture, 0, 0), 0x80808080U);
  EXPECT_EQ(at(*picture, 3, 1), 0U);
}

TEST(DecodePicture, HashIsOfTheFile) {
  const std::string file = png_of(halves({4, 2}, kRed, kBlue));
  EXPECT_EQ(decoded(file)->hash, hash_bytes(file));
}

TEST(DecodePicture, LosslessWebpIsExact) {
  const Raw raw = halves({9, 3}, kRed, kBlue);
  const auto picture = decoded(webp_of(raw));
  EXPECT_EQ(picture->pixels, raw.pixels);
  EXPECT_TRUE(picture->opaque);
  EXPECT_FALSE(decoded(webp_of(halves({9, 3}, kRed, kGlass)))->opaque);
}

TEST(DecodePicture, Jpeg) {
  const auto picture = decoded(jpeg_of(halves({32, 16}, kRed, kBlue)));
  EXPECT_EQ(picture->size, (Size{32, 16}));
  EXPECT_TRUE(picture->opaque);
  expect_near(at(*picture, 2, 8), kRed);
  expect_near(at(*picture, 29, 8), kBlue);
}

TEST(DecodePicture, ProgressiveJpeg) {
  const auto picture = decoded(jpeg_of(halves({32, 16}, kRed, kBlue), {}, true));
  expect_near(at(*picture, 2, 8), kRed);
  expect_near(at(*picture, 29, 8), kBlue);
}

TEST(DecodePicture, GreyJpeg) {
  const auto picture = decoded(jpeg_of({16, 16}, std::vector<std::uint8_t>(256, 90), JCS_GRAYSCALE, 1));
  expect_near(at(*picture, 8, 8), 0xff5a5a5a);
}

TEST(DecodePicture, CmykJpegOfAdobeKind) {
  std::vector<std::uint8_t> samples;  // inverted: full cyan, no other ink
  for (int i = 0; i < 256; ++i) samples.insert(samples.end(), {0, 255, 255, 255});
  const auto picture = decoded(jpeg_of({16, 16}, samples, JCS_CMYK, 4));
  expect_near(at(*picture, 8, 8), 0xff00ffff);
}

TEST(DecodePicture, JpegIsTurnedAsItsCameraSays) {
  const Raw raw = halves({32, 16}, kRed, kBlue);
  const auto clockwise = decoded(jpeg_of(raw, exif(6)));
  EXPECT_EQ(clockwise->size, (Size{16, 32}));
  expect_near(at(*clockwise, 8, 2), kRed);  // the file's left is shown at the top
  expect_near(at(*clockwise, 8, 29), kBlue);
  const auto counter = decoded(jpeg_of(raw, exif(8)));
  expect_near(at(*counter, 8, 2), kBlue);
  const auto mirrored = decoded(jpeg_of(raw, exif(2)));
  EXPECT_EQ(mirrored->size, (Size{32, 16}));
  expect_near(at(*mirrored, 2, 8), kBlue);
  expect_near(at(*decoded(jpeg_of(raw, exif(3))), 2, 8), kBlue);
  expect_near(at(*decoded(jpeg_of(raw, exif(4))), 2, 8), kRed);
}

TEST(DecodePicture, ClockwiseTurnPutsTheBottomLeftCornerOnTop) {
  Raw raw = halves({32, 32}, kRed, kRed);
  for (std::size_t i = 0; i < raw.pixels.size(); ++i) {
    if (i / 32 >= 16 && i % 32 < 16) raw.pixels[i] = kBlue;  // bottom left
  }
  expect_near(at(*decoded(jpeg_of(raw, exif(6))), 3, 3), kBlue);    // top left
  expect_near(at(*decoded(jpeg_of(raw, exif(8))), 28, 28), kBlue);  // bottom right
  expect_near(at(*decoded(jpeg_of(raw, exif(5))), 28, 3), kBlue);   // transposed: top right
  expect_near(at(*decoded(jpeg_of(raw, exif(7))), 3, 28), kBlue);   // the other diagonal: bottom left
}

TEST(DecodePicture, OrientationOutOfRangeIsIgnored) {
  EXPECT_EQ(decoded(jpeg_of(halves({32, 16}, kRed, kBlue), exif(77)))->size, (Size{32, 16}));
}

TEST(PictureFile, KnowsSizeAndHashFromTheFile) {
  MemoryFiles files;
  files.files["a.png"] = png_of(halves({4, 2}, kRed, kBlue));
  const auto file = picture_file(files, "a.png");
  ASSERT_TRUE(file) << file.error().message;
  EXPECT_EQ(file->claimed, (Size{4, 2}));
  EXPECT_EQ(file->hash, hash_bytes(files.files["a.png"]));
}

TEST(PictureFile, SaysWhatIsNoPicture) {
  MemoryFiles files;
  files.files["a.png"] = "not at all";
  EXPECT_FALSE(picture_file(files, "a.png"));
  EXPECT_FALSE(picture_file(files, "missing.png"));
}

TEST(DecodePicture, AMissingFileIsNamed) {
  const auto picture = decode_picture("/nowhere/logo.png");
  ASSERT_FALSE(picture);
  EXPECT_NE(picture.error().message.find("/nowhere/logo.png"), std::string::npos);
}

}  // namespace
}  // namespace xp::media
