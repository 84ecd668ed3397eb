// SPDX-License-Identifier: MIT
// The same request gives the same bytes: cold, warm and with memo tables of one entry.
// tests/golden/locales_test.py asks the program the same under several locales.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <set>

#include "layout_rules.h"
#include "support/fonts.h"
#include "support/golden.h"
#include "text/dump.h"
#include "text/engine.h"

namespace xp::text {
namespace {

namespace fs = std::filesystem;

/// Every string of a TOML file, keys' names aside: "…" and """…""".
std::vector<std::string> strings_of(const std::string& toml) {
  std::vector<std::string> strings;
  for (std::size_t at = toml.find('"'); at != toml.npos; at = toml.find('"', at)) {
    const std::string quote = toml.compare(at, 3, "\"\"\"") == 0 ? "\"\"\"" : "\"";
    const std::size_t start = at + quote.size(), end = toml.find(quote, start);
    if (end == toml.npos) break;
    strings.push_back(toml.substr(start, end - start));
    at = end + quote.size();
  }
  return strings;
}

bool has_han(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return (c & 0x80) != 0; });
}

/// What is set on slides, each once: not ids, colours, names of kinds.
std::set<std::string> slide_texts() {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(test::source_path("slides"))) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  std::set<std::string> texts;
  for (const fs::path& file : files) {
    for (std::string& text : strings_of(test::read_file(file.string())))
      if (has_han(text)) texts.insert(std::move(text));
  }
  return texts;
}

std::vector<std::string> all_requests() {
  std::vector<std::string> requests;
  for (const test::LayoutRule& rule : test::layout_rules()) {
    requests.push_back(test::request_of(rule, test::unescaped(rule.text)));
  }
  for (const std::string& text : slide_texts()) {
    for (const double width : {3.5, 8.0, 20.0}) {
      for (const char* filling : {"align", "phrase", "balance"}) {
        nlohmann::json request{{"text", text}, {"width_em", width}, {"font", "headline"}};
        if (std::string_view(filling) != "align") request[filling] = true;
        requests.push_back(request.dump());
      }
    }
  }
  return requests;
}

std::unique_ptr<Engine> fresh_engine() {
  auto made = Engine::create(test::test_fonts());
  EXPECT_TRUE(made);
  return *std::move(made);
}

std::vector<std::string> answers(Engine& engine, const std::vector<std::string>& requests) {
  std::vector<std::string> all;
  for (const std::string& request : requests) all.push_back(answer_layout_request(engine, request));
  return all;
}

void expect_same(const std::vector<std::string>& first, const std::vector<std::string>& second,
                 const char* what) {
  ASSERT_EQ(first.size(), second.size());
  for (std::size_t i = 0; i < first.size(); ++i) ASSERT_EQ(first[i], second[i]) << what << ", request " << i;
}

TEST(Determinism, CachesDoNotShowInTheResult) {
  const std::vector<std::string> requests = all_requests();
  ASSERT_GE(requests.size(), 1500u);
  const auto engine = fresh_engine();
  const std::vector<std::string> cold = answers(*engine, requests);
  expect_same(cold, answers(*engine, requests), "warm");
  engine->set_cache_capacity(1);
  expect_same(cold, answers(*engine, requests), "memo tables of one entry, after many");
}

TEST(Determinism, OrderDoesNotShowInTheResult) {
  std::vector<std::string> requests = all_requests();
  const auto forwards = fresh_engine(), backwards = fresh_engine();
  const std::vector<std::string> cold = answers(*forwards, requests);
  backwards->set_cache_capacity(1);
  std::ranges::reverse(requests);
  std::vector<std::string> other = answers(*backwards, requests);
  std::ranges::reverse(other);
  expect_same(cold, other, "last request first");
}

}  // namespace
}  // namespace xp::text
