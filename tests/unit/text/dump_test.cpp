// SPDX-License-Identifier: MIT
#include "text/dump.h"

#include <gtest/gtest.h>

#include "support/golden.h"
#include "text_support.h"

namespace xp::text {
namespace {

std::string answer(const std::string& request) { return answer_layout_request(test::test_engine(), request); }

TEST(Dump, TellsEverythingAboutAParagraph) {
  EXPECT_EQ(
      answer(R"({"id":"a","text":"中文","width_em":1})"),
      R"({"id":"a","clusters":[0,1],"opportunities":[1],"levels":[0,0],"visual_order":[0,1],"gaps":[],"lines":[)"
      R"({"start":0,"end":1,"width_em":1.0,"glyphs":[{"char":0,"gid":9544,"font":"NotoSansCJKsc-Regular",)"
      R"("x_em":0.0,"y_em":0.0,"advance_em":1.0,"upright":true}]},)"
      R"({"start":1,"end":2,"width_em":1.0,"glyphs":[{"char":1,"gid":20036,"font":"NotoSansCJKsc-Regular",)"
      R"("x_em":0.0,"y_em":0.0,"advance_em":1.0,"upright":true}]}],"missing":[]})");
}

TEST(Dump, NamesMissingCharacters) {
  EXPECT_NE(answer(R"({"text":"𱍐"})").find(R"("missing":[{"index":0,"codepoint":"U+31350"}])"),
            std::string::npos);
}

TEST(Dump, RoundsToThousandths) {
  EXPECT_NE(answer(R"({"text":"1"})").find(R"("width_em":0.555)"), std::string::npos);
}

TEST(Dump, AcceptsEveryKey) {
  const std::string reply = answer(
      R"({"id":"k","text":"中","lang":"zh-Hant","mode":"horizontal","width_em":8,"size_px":40,"font":"headline",)"
      R"("line_break":"normal","trim":"none","autospace":"none","gap_em":0.25,"phrase":true,"balance":true,"tcy":2,)"
      R"("orientation":"mixed","hang":"none","align":"center","paragraph":"ltr"})");
  EXPECT_EQ(reply.find("error"), std::string::npos) << reply;
  EXPECT_NE(reply.find(R"("x_em":3.5)"), std::string::npos) << reply;
}

TEST(Dump, MarkupIsPlainText) {
  EXPECT_NE(answer(R"({"text":"**中**"})").find(R"("clusters":[0,1,2,3,4])"), std::string::npos);
}

struct Refusal {
  const char* request;
  const char* message;
};
class DumpRefuses : public testing::TestWithParam<Refusal> {};

TEST_P(DumpRefuses, AndSaysWhy) {
  EXPECT_EQ(answer(GetParam().request), std::string(R"({"id":"x","error":")") + GetParam().message + "\"}");
}
INSTANTIATE_TEST_SUITE_P(
    Requests, DumpRefuses,
    testing::Values(
        Refusal{R"({"id":"x"})", "the key “text” is missing"},
        Refusal{R"({"id":"x","text":5})", "“text” must be a string"},
        Refusal{R"({"id":"x","text":"a","witdh_em":5})", "unknown key “witdh_em”"},
        Refusal{R"({"id":"x","text":"a","width_em":"5"})", "“width_em” must be a number from 0 to 30000"},
        Refusal{R"({"id":"x","text":"a","width_em":-1})", "“width_em” must be a number from 0 to 30000"},
        Refusal{R"({"id":"x","text":"a","phrase":1})", "“phrase” must be true or false"},
        Refusal{R"({"id":"x","text":"a","mode":"diagonal"})", "“mode” must be one of: horizontal, vertical"},
        Refusal{R"({"id":"x","text":"a","lang":"中文"})", "“中文” is no language tag"},
        Refusal{R"({"id":"x","text":"a","lang":""})", "“” is no language tag"},
        Refusal{R"({"id":"x","text":"a","font":"none"})",
                "“font” must be one of: headline, title, figures, body, led-12, led-14, led-16, led"},
        Refusal{R"({"id":"x","text":"a","tcy":-1})", "“tcy” must be a whole number from 0 to 4 or a string"}));

TEST(Dump, WhatIsNoObjectGetsAnErrorWithoutAName) {
  EXPECT_EQ(answer("{"), R"({"id":"","error":"the request is no valid JSON in UTF-8"})");
  EXPECT_EQ(answer(""), R"({"id":"","error":"the request is no valid JSON in UTF-8"})");
  EXPECT_EQ(answer("[1]"), R"({"id":"","error":"the request must be a JSON object"})");
  EXPECT_EQ(answer("{\"text\":\"\xB7\xC0\xB6\xAF\"}"),
            R"({"id":"","error":"the request is no valid JSON in UTF-8"})");
  EXPECT_EQ(answer(R"({"id":7,"text":"a"})"), R"({"id":"","error":"“id” must be a string"})");
}

TEST(Dump, RefusesAParagraphOverTheLimit) {
  const std::string most(kMaxParagraph, 'a');
  EXPECT_EQ(answer("{\"text\":\"" + most + "a\"}"),
            R"({"id":"","error":"the text has 65537 characters; a paragraph may have 65536"})");
}

}  // namespace
}  // namespace xp::text
