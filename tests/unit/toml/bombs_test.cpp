// SPDX-License-Identifier: MIT
// Files made to break parsers, read on a thread with a small stack as the player's worker has.
#include <gtest/gtest.h>
#include <pthread.h>

#include <functional>
#include <string>

#include "toml/document.h"
#include "toml/limits.h"

namespace {

using namespace xp;

constexpr std::size_t kSmallStack = 256 * 1024;

void on_small_stack(const std::function<void()>& work) {
  pthread_attr_t attributes;
  ASSERT_EQ(pthread_attr_init(&attributes), 0);
  ASSERT_EQ(pthread_attr_setstacksize(&attributes, kSmallStack), 0);
  pthread_t thread{};
  const auto run = [](void* of) -> void* {
    (*static_cast<const std::function<void()>*>(of))();
    return nullptr;
  };
  ASSERT_EQ(pthread_create(&thread, &attributes, run, const_cast<std::function<void()>*>(&work)), 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
}

std::string times(std::size_t count, std::string_view text) {
  std::string made;
  made.reserve(count * text.size());
  for (std::size_t i = 0; i < count; ++i) made += text;
  return made;
}

/// The id of the only diagnostic; empty when the text is accepted.
std::string id_of(const std::string& text) {
  std::string id;
  on_small_stack([&] {
    Diagnostics diagnostics;
    const auto document = toml::parse("bomb.toml", text, diagnostics);
    EXPECT_EQ(document.has_value(), diagnostics.empty());
    EXPECT_LE(diagnostics.list().size(), 1u);
    if (!diagnostics.empty()) id = diagnostics.list().front().id;
    EXPECT_FALSE(!diagnostics.empty() && format_diagnostics(diagnostics).empty());
  });
  return id;
}

TEST(Bombs, TooManyBytesAreNotLookedAt) {
  EXPECT_EQ(id_of("a" + times(200'000, ".a") + " = 1"), "too-large");
  EXPECT_EQ(id_of("a = \"" + std::string(10 << 20, 'x') + "\""), "too-large");
  EXPECT_EQ(id_of(times(1'000'000, "a=1\n")), "too-large");
}

TEST(Bombs, DottedKeys) {
  EXPECT_EQ(id_of("a" + times(100'000, ".a") + " = 1"), "too-deep");
  EXPECT_EQ(id_of("[a" + times(100'000, ".a") + "]"), "too-deep");
  EXPECT_EQ(id_of("a" + times(30'000, ". \"x\" ") + " = 1"), "too-deep");
  EXPECT_EQ(id_of("b = 1\na = { a" + times(100'000, ".a") + " = 1 }"), "too-deep");
}

TEST(Bombs, Brackets) {
  EXPECT_EQ(id_of("a = " + std::string(200'000, '[')), "too-deep");
  EXPECT_EQ(id_of("a = " + times(80'000, "{a=")), "too-deep");
  EXPECT_EQ(id_of("a = " + times(80'000, "[\n")), "too-deep");
  EXPECT_EQ(id_of(std::string(200'000, '[')), "too-deep");
  EXPECT_EQ(id_of("a = " + times(10'000, "{ b.c.d = [")), "too-deep");
}

TEST(Bombs, BracketsInTextsAndCommentsAreNone) {
  EXPECT_EQ(id_of("a = \"" + std::string(1000, '[') + "\""), "");
  EXPECT_EQ(id_of("a = '" + std::string(1000, '{') + "'"), "");
  EXPECT_EQ(id_of("a = \"\"\"\n" + std::string(1000, '[') + "\"x\" \\\" '''\n\"\"\""), "");
  EXPECT_EQ(id_of("a = '''\n" + std::string(1000, '[') + "\"\"\"\n'''"), "");
  EXPECT_EQ(id_of("# " + std::string(1000, '[') + "\na = 1 # " + times(1000, "a.")), "");
  EXPECT_EQ(id_of("\"" + times(100, "a.") + "\" = 1"), "") << "dots in a quoted key";
}

TEST(Bombs, ListsSideBySideAreNotDeep) {
  EXPECT_EQ(id_of("a = [" + times(5000, "[1],") + "]"), "");
  EXPECT_EQ(id_of(times(2000, "[[slide]]\nx = [1, {y = 1.5}]\n")), "");
}

TEST(Bombs, AnUnclosedHeadingIsNoNesting) { EXPECT_EQ(id_of(times(100, "[a\n")), "syntax"); }

TEST(Bombs, DeepestLegalFileFitsTheStack) {
  const std::string key = "a" + times(14, ".a");
  EXPECT_EQ(id_of("[" + key + "]\n" + key + " = " + std::string(17, '[') + std::string(17, ']')), "");
  EXPECT_EQ(id_of("a = " + std::string(32, '[') + std::string(32, ']')), "");
  EXPECT_EQ(id_of("a = " + std::string(33, '[') + std::string(33, ']')), "too-deep");
  EXPECT_EQ(id_of("a" + times(15, ".a") + " = 1"), "");
  EXPECT_EQ(id_of("a" + times(16, ".a") + " = 1"), "too-deep");
}

TEST(Bombs, LongTexts) {
  EXPECT_EQ(id_of("a = \"" + std::string(toml::kMaxStringBytes - 2, 'x') + "\""), "");
  EXPECT_EQ(id_of("a = \"" + std::string(toml::kMaxStringBytes, 'x') + "\""), "string-too-long");
  EXPECT_EQ(id_of("a = '''" + times(toml::kMaxStringBytes, "\n") + "'''"), "string-too-long");
}

TEST(Bombs, WhatIsNoText) {
  using namespace std::string_literals;
  EXPECT_EQ(id_of("a = \"x\0y\"\n# page after page of text"s), "binary-file");
  EXPECT_EQ(id_of("\xFF\xFE"s + "a\0=\0001\0"s), "not-utf8");
  EXPECT_EQ(id_of("a\0 \0=\0 \0001\0\n\0"s), "not-utf8") << "UTF-16 without a mark";
  EXPECT_EQ(id_of(std::string(100'000, '\0')), "binary-file");
  EXPECT_EQ(id_of(std::string(100'000, '\xFF')), "not-utf8");
}

TEST(Bombs, ManyKeys) {
  std::string text;
  for (int i = 0; text.size() < toml::kMaxBytes - 20; ++i) text += "k" + std::to_string(i) + "=1\n";
  EXPECT_EQ(id_of(text), "");
}

TEST(Bombs, TheListThatAbortedTheParser) { EXPECT_EQ(id_of("a = [1, }"), "syntax"); }

}  // namespace
