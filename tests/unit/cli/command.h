// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "cli/verb.h"

namespace xp::test {

struct Outcome {
  int code = 0;
  std::string out, err;
};

/// Runs a command line as main() would, over the bundled data, in this language: zh or en.
inline Outcome xuanping_in(const char* language, std::vector<std::string> words) {
  words.insert(words.begin(), {"xuanping", "--lang", language});
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Outcome outcome;
  outcome.code = cli::run(static_cast<int>(argv.size()), argv.data());
  outcome.out = testing::internal::GetCapturedStdout();
  outcome.err = testing::internal::GetCapturedStderr();
  return outcome;
}

inline Outcome xuanping(std::vector<std::string> words) { return xuanping_in("en", std::move(words)); }

}  // namespace xp::test
