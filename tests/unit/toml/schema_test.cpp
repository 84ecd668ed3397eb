// SPDX-License-Identifier: MIT
#include "toml/schema.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "sample.h"

namespace {

using namespace xp;
using nlohmann::json;
using toml::KeyDescription;
using toml::ValueType;

const KeyDescription& key(std::string_view name) {
  static const std::vector<KeyDescription> keys = toml::describe<sample::Slide>();
  for (const KeyDescription& k : keys) {
    if (k.key == name) return k;
  }
  ADD_FAILURE() << name;
  return keys.front();
}

json schema() { return json::parse(toml::json_schema("sample", toml::describe<sample::Slide>())); }

TEST(Describe, KeepsTheOrderOfTheRows) {
  const auto keys = toml::describe<sample::Slide>();
  ASSERT_EQ(keys.size(), 21u);
  EXPECT_EQ(keys.front().key, "id");
  EXPECT_EQ(keys.back().key, "level");
}

TEST(Describe, TellsTheTypeBelowOptionalAndLocated) {
  EXPECT_EQ(key("zone").type, ValueType::string);
  EXPECT_EQ(key("duration").type, ValueType::duration);
  EXPECT_EQ(key("serial").type, ValueType::integer);
  EXPECT_EQ(key("value").type, ValueType::number);
  EXPECT_EQ(key("as_of").type, ValueType::date);
  EXPECT_EQ(key("second_chart").type, ValueType::choice);
  EXPECT_EQ(key("bars").type, ValueType::array);
  EXPECT_EQ(key("bars").items.at(0).type, ValueType::table);
  EXPECT_EQ(key("level").type, ValueType::table);
}

TEST(Describe, DefaultsAreThoseOfTheStruct) {
  EXPECT_EQ(key("text").default_text, "\"…\"");
  EXPECT_EQ(key("zone").default_text, "\"main\"");
  EXPECT_EQ(key("fade").default_text, "\"0.5s\"");
  EXPECT_EQ(key("weight").default_text, "1");
  EXPECT_EQ(key("enabled").default_text, "true");
  EXPECT_EQ(key("color").default_text, "\"#ffcf5c\"");
  EXPECT_EQ(key("offset").default_text, "\"+08:00\"");
  EXPECT_EQ(key("chart").default_text, "\"number\"");
  EXPECT_EQ(key("size").default_text, "[1920, 1080]");
  EXPECT_EQ(key("distance").default_text, "[5, 50]");
  for (const char* none : {"id", "duration", "as_of", "files", "kind", "bars", "level"})
    EXPECT_EQ(key(none).default_text, "") << none;
}

TEST(Describe, DefaultsOfANestedTableAreThoseOfTheMember) {
  EXPECT_EQ(key("level").items.at(0).default_text, "\"headline\"");
  EXPECT_EQ(key("level").items.at(1).default_text, "21");
}

TEST(Describe, RulesBecomeLimitsAndChoices) {
  EXPECT_EQ(key("weight").low, 1);
  EXPECT_EQ(key("weight").high, 10);
  EXPECT_EQ(key("size").low, 2) << "the count of an array";
  EXPECT_EQ(key("size").items.at(0).high, 16384) << "and the range of its elements";
  EXPECT_EQ(key("files").high, 3);
  EXPECT_TRUE(key("id").identifier);
  EXPECT_TRUE(key("id").needed);
  EXPECT_EQ(key("kind").choices, (std::vector<std::string>{"slogan", "statistics", "case"}));
  EXPECT_EQ(key("chart").choices, (std::vector<std::string>{"number", "bars", "donut"}));
}

TEST(JsonSchema, IsAnObjectOfTheDraft) {
  const json s = schema();
  EXPECT_EQ(s["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(s["title"], "sample");
  EXPECT_EQ(s["type"], "object");
  EXPECT_EQ(s["additionalProperties"], false);
  EXPECT_EQ(s["required"], json::array({"id"}));
}

TEST(JsonSchema, SaysWhatAKeyTakes) {
  const json p = schema()["properties"];
  EXPECT_EQ(p["weight"]["minimum"], 1);
  EXPECT_EQ(p["weight"]["maximum"], 10);
  EXPECT_EQ(p["weight"]["description"], "appearances in a cycle");
  EXPECT_EQ(p["weight"]["default"], 1);
  EXPECT_EQ(p["chart"]["enum"], json::array({"number", "bars", "donut"}));
  EXPECT_EQ(p["fade"]["default"], "0.5s");
  EXPECT_EQ(p["as_of"]["format"], "date");
  EXPECT_EQ(p["text"]["minLength"], 1);
  EXPECT_FALSE(p["text"].contains("maxLength")) << "our limit counts graphemes";
  EXPECT_EQ(p["size"]["minItems"], 2);
  EXPECT_EQ(p["size"]["items"]["maximum"], 16384);
  EXPECT_EQ(p["bars"]["items"]["required"], json::array({"label", "value"}));
  EXPECT_EQ(p["level"]["properties"]["role"]["default"], "headline");
  EXPECT_EQ(p["level"]["additionalProperties"], false);
}

TEST(JsonSchema, EndsWithANewline) {
  const std::string text = toml::json_schema("x", {});
  EXPECT_TRUE(text.ends_with("}\n"));
  EXPECT_NE(text.find("\n  \"title\": \"x\""), std::string::npos) << "and is indented";
}

TEST(JsonSchema, OffersAWholeObjectForEveryWordOfTheSelector) {
  KeyDescription kind;
  kind.key = "kind";
  kind.needed = true;
  KeyDescription id = kind;
  id.key = "id";
  KeyDescription slide;
  slide.key = "slide";
  slide.type = ValueType::array;
  slide.items.emplace_back();
  slide.items[0].type = ValueType::table;
  slide.items[0].items = {id, kind};
  KeyDescription text;
  text.key = "text";
  text.needed = true;
  KeyDescription steps = text;
  steps.key = "steps";
  steps.needed = false;
  const json s =
      json::parse(toml::json_schema("playlist", {slide}, "slide", "kind",
                                    {{"slogan", "few words", {text}}, {"notice", "what to do", {steps}}}));
  const json& one_of = s["properties"]["slide"]["items"]["oneOf"];
  ASSERT_EQ(one_of.size(), 2u);
  EXPECT_EQ(one_of[0]["properties"]["kind"]["const"], "slogan");
  EXPECT_TRUE(one_of[0]["properties"].contains("text"));
  EXPECT_FALSE(one_of[0]["properties"].contains("steps"));
  EXPECT_EQ(one_of[0]["required"], json::array({"id", "kind", "text"}));
  EXPECT_EQ(one_of[1]["required"], json::array({"id", "kind"}));
  EXPECT_EQ(one_of[1]["additionalProperties"], false);
  EXPECT_EQ(one_of[1]["description"], "what to do");
}

}  // namespace
