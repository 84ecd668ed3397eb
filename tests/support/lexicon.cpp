// SPDX-License-Identifier: MIT
#include "support/lexicon.h"

#include <gtest/gtest.h>

#include <sstream>
#include <utility>
#include <variant>

#include "base/utf8.h"
#include "support/golden.h"

namespace xp::test {

text::LexiconPtr test_lexicon() {
  static const text::LexiconPtr lexicon = [] {
    std::vector<text::LexiconEntry> entries;
    std::istringstream in(read_file(source_path("lexicon/zh-Hans.txt")));
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.front() == '#') continue;
      auto parsed = text::parse_lexicon_entry(decode_utf8(line));
      if (std::holds_alternative<text::LexiconMistake>(parsed)) {
        ADD_FAILURE() << "lexicon/zh-Hans.txt: " << line;
      } else {
        entries.push_back(std::get<text::LexiconEntry>(std::move(parsed)));
      }
    }
    return std::make_shared<const text::Lexicon>(std::move(entries));
  }();
  return lexicon;
}

}  // namespace xp::test
