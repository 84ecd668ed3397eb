// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "command.h"
#include "support/golden.h"

namespace xp::test {
namespace {

using nlohmann::json;

TEST(LayoutVerb, BreaksAText) {
  const Outcome answer = xuanping({"layout", "--width-em", "4", "警惕高息诱惑"});
  EXPECT_EQ(answer.code, cli::kFine);
  const json parsed = json::parse(answer.out);
  ASSERT_EQ(parsed["lines"].size(), 2u);
  EXPECT_EQ(parsed["lines"][0]["start"], 0);
  EXPECT_EQ(parsed["lines"][1]["end"], 6);
  EXPECT_DOUBLE_EQ(parsed["lines"][0]["width_em"], 4.0);
}

TEST(LayoutVerb, LangIsTheLanguageOfTheText) {
  const json simplified = json::parse(xuanping({"layout", "--lang", "zh-Hans", "直"}).out);
  const json japanese = json::parse(xuanping({"layout", "--lang", "ja", "直"}).out);
  EXPECT_NE(simplified["lines"][0]["glyphs"][0]["gid"], japanese["lines"][0]["glyphs"][0]["gid"]);
}

TEST(LayoutVerb, ABatchAnswersEveryLineInOrder) {
  const std::string path = scratch_directory() + "/requests.jsonl";
  std::ofstream(path) << R"({"id": "a", "text": "防范诈骗"})"
                         "\n"
                      << R"({"id": "b", "text": "防范诈骗", "mode": "sideways"})"
                         "\n"
                      << R"({"id": "c", "text": "反诈"})"
                         "\n";
  const Outcome answers = xuanping({"layout", "--batch", path});
  EXPECT_EQ(answers.code, cli::kFine);
  std::istringstream lines(answers.out);
  std::vector<json> parsed;
  for (std::string line; std::getline(lines, line);) parsed.push_back(json::parse(line));
  ASSERT_EQ(parsed.size(), 3u);
  EXPECT_EQ(parsed[0]["id"], "a");
  EXPECT_TRUE(parsed[1].contains("error"));
  EXPECT_EQ(parsed[1]["id"], "b");
  EXPECT_EQ(parsed[2]["clusters"].size(), 2u);
}

TEST(LayoutVerb, BytesThatAreNoTextAreRefused) {
  const Outcome answer = xuanping({"layout", "--id", "a", "bad\xff"});
  EXPECT_EQ(answer.code, cli::kInputErrors);
  const json parsed = json::parse(answer.out);
  EXPECT_EQ(parsed["id"], "a");
  EXPECT_EQ(parsed["error"], "“text” is not in UTF-8");
}

TEST(LayoutVerb, WithoutATextIsWrongUsage) { EXPECT_EQ(xuanping({"layout"}).code, cli::kWrongUsage); }

TEST(LayoutVerb, AMissingBatchFileIsAnInputError) {
  const Outcome answer = xuanping({"layout", "--batch", "/nowhere/requests"});
  EXPECT_EQ(answer.code, cli::kInputErrors);
  EXPECT_THAT(answer.err, testing::HasSubstr("/nowhere/requests"));
}

}  // namespace
}  // namespace xp::test
