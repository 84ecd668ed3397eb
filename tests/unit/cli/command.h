// SPDX-License-Identifier: MIT
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "cli/verb.h"

namespace xp::test {

struct Outcome {
  int code = 0;
  std::string out, err;
};

/// Runs a command line as main() would, in English, over the bundled data.
inline Outcome xuanping(std::vector<std::string> words) {
  words.insert(words.begin(), {"xuanping", "--lang", "en"});
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

}  // namespace xp::test
