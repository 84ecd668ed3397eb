// SPDX-License-Identifier: MIT
// A QR code is right when a scanner reads it from the pixels that the screen shows.
#include <gtest/gtest.h>
#include <zbar.h>

#include <algorithm>

#include "command.h"
#include "media/picture.h"
#include "support/golden.h"

namespace xp::test {
namespace {

struct Scan {
  std::string text;
  int side = 0;  ///< px of the code, without its quiet zone
};

std::vector<Scan> scan(const media::Picture& picture) {
  std::string grey;
  grey.reserve(picture.pixels.size());
  for (const std::uint32_t pixel : picture.pixels) grey += static_cast<char>(pixel >> 8 & 0xFF);
  const auto w = static_cast<unsigned>(picture.size.w), h = static_cast<unsigned>(picture.size.h);
  zbar::Image image(w, h, "Y800", grey.data(), grey.size());
  zbar::ImageScanner scanner;
  scanner.set_config(zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  scanner.set_config(zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  scanner.scan(image);
  std::vector<Scan> found;
  for (auto symbol = image.symbol_begin(); symbol != image.symbol_end(); ++symbol) {
    int left = picture.size.w, right = 0;
    for (int i = 0; i < symbol->get_location_size(); ++i) {
      left = std::min(left, symbol->get_location_x(static_cast<unsigned>(i)));
      right = std::max(right, symbol->get_location_x(static_cast<unsigned>(i)));
    }
    found.push_back({symbol->get_data(), right - left});
  }
  return found;
}

class QrScan : public testing::TestWithParam<const char*> {};

TEST_P(QrScan, ReadsWhatTheNoticeSays) {
  const std::string file = scratch_directory() + "/notice.png";
  const std::pair<const char*, const char*> slides[] = {
      {"with-code", "https://example.org/antifraud?from=screen"},
      {"code-only", "https://example.org/report"}};
  for (const auto& [id, text] : slides) {
    const Outcome outcome = xuanping(
        {"render", source_path("slides/examples/notice"), "--screen", GetParam(), "--slide", id, "-o", file});
    ASSERT_EQ(outcome.code, cli::kFine) << outcome.err;
    const auto picture = media::decode_picture(file);
    ASSERT_TRUE(picture) << picture.error().message;
    const std::vector<Scan> found = scan(**picture);
    ASSERT_EQ(found.size(), 1u) << id;
    EXPECT_EQ(found[0].text, text);
    EXPECT_GE(found[0].side * 4, std::min((*picture)->size.w, (*picture)->size.h)) << id;
  }
}

INSTANTIATE_TEST_SUITE_P(Screens, QrScan,
                         testing::Values("plaza-1080p", "plaza-4k", "portrait-1080x1920", "bank-hall-1080p"),
                         [](const auto& screen) {
                           std::string name = screen.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace xp::test
