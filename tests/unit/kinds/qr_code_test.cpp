// SPDX-License-Identifier: MIT
#include "kinds/qr_code.h"

#include <gtest/gtest.h>

namespace xp::kinds {
namespace {

TEST(QrCode, HasItsThreeFinders) {
  const QrCode code = encode_qr("https://example.org/");
  ASSERT_GE(code.side, 21);
  for (const auto& [x, y] : {std::pair{0, 0}, std::pair{code.side - 7, 0}, std::pair{0, code.side - 7}}) {
    for (int i = 0; i < 7; ++i) {
      EXPECT_TRUE(code.is_dark(x + i, y));
      EXPECT_TRUE(code.is_dark(x, y + i));
      EXPECT_EQ(code.is_dark(x + i, y + 1), i == 0 || i == 6);
    }
  }
}

TEST(QrCode, TheLongestTextHas49ModulesAndALongerOneNone) {
  EXPECT_EQ(encode_qr(std::string(kMostQrBytes, 'a')).side, 49);
  EXPECT_TRUE(encode_qr(std::string(kMostQrBytes + 1, 'a')).empty());
  EXPECT_TRUE(encode_qr("").empty());
}

TEST(QrCode, ModulesAreWholePixelsOfAtLeastTwo) {
  const QrCode code = encode_qr("https://example.org/");
  const int modules = code.side + 2 * kQuietZone;
  EXPECT_EQ(code.module_px(modules * 7 + 6), 7);
  EXPECT_EQ(code.side_px(7), modules * 7);
  EXPECT_EQ(code.module_px(modules * 2 - 1), 0);
  EXPECT_EQ(QrCode{}.module_px(1000), 0);
}

TEST(QrCode, IsDrawnInRunsInsideItsQuietZone) {
  const QrCode code = encode_qr("https://example.org/");
  scene::Builder builder;
  draw_qr(builder, code, {10, 20}, 3, {0, 0, 0});
  const scene::OpsPtr ops = builder.done();
  int dark = 0;
  for (const scene::Op& op : ops->list) {
    const Rect& rect = std::get<scene::FillOp>(op).rect;
    EXPECT_EQ(rect.h, 3);
    dark += rect.w / 3;
  }
  int modules = 0;
  for (const bool module : code.dark) modules += module ? 1 : 0;
  EXPECT_EQ(dark, modules);
  EXPECT_LT(ops->list.size(), static_cast<std::size_t>(modules));
  EXPECT_EQ(ops->bounds, (Rect{22, 32, code.side * 3, code.side * 3}));
}

}  // namespace
}  // namespace xp::kinds
