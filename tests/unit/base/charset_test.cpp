// SPDX-License-Identifier: MIT
#include "base/charset.h"

#include <gtest/gtest.h>

namespace xp {
namespace {

using namespace std::string_literals;

TEST(Charset, LeavesUtf8AsItIsButForItsMark) {
  EXPECT_EQ(to_utf8("名称,数值\n"), "名称,数值\n");
  EXPECT_EQ(to_utf8("\xEF\xBB\xBF名称"), "名称");
  EXPECT_EQ(to_utf8(""), "");
}

TEST(Charset, ConvertsGbkAndGb18030) {
  EXPECT_EQ(to_utf8("\xC3\xFB\xB3\xC6,\xCA\xFD\xD6\xB5\n\xBD\xF0\xC8\xDA,12\n"), "名称,数值\n金融,12\n");
  // 㐂 U+3402 has four bytes in GB 18030.
  EXPECT_EQ(to_utf8("\xC3\xFB\xB3\xC6\xCA\xFD\xD6\xB5\x81\x39\xEE\x3A"), std::nullopt);
  EXPECT_EQ(to_utf8("\xC3\xFB\xB3\xC6\xCA\xFD\xD6\xB5\x81\x39\xEF\x31"), "名称数值㐂");
}

TEST(Charset, ConvertsUtf16WithItsMark) {
  EXPECT_EQ(to_utf8("\xFF\xFE\x0D\x54\xF0\x79\x09\x00\x31\x00"s), "名称\t1");
  EXPECT_EQ(to_utf8("\xFE\xFF\x54\x0D\x79\xF0\x00\x09\x00\x31"s), "名称\t1");
  EXPECT_EQ(to_utf8("\xFF\xFE\x0D"s), std::nullopt);
}

TEST(Charset, RefusesWhatIsNoText) {
  EXPECT_EQ(to_utf8("a\0b"s), std::nullopt);
  EXPECT_EQ(to_utf8("PK\x03\x04\x14\x00\x06\x00\x08\x00\xFF\xFF"s), std::nullopt);
  EXPECT_EQ(to_utf8("\xFF\xFF\xFF"), std::nullopt);
}

}  // namespace
}  // namespace xp
