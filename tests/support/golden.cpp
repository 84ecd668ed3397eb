// SPDX-License-Identifier: MIT
#include "support/golden.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace xp::test {
namespace fs = std::filesystem;

namespace {

struct Scratch {
  fs::path root;
  int next = 0;
  Scratch() {
    std::string pattern = (fs::temp_directory_path() / "xuanping-test-XXXXXX").string();
    if (const char* made = mkdtemp(pattern.data())) root = made;
  }
  ~Scratch() {
    std::error_code ignored;
    fs::remove_all(root, ignored);
  }
};

}  // namespace

std::string source_path(std::string_view relative) {
  return (fs::path(XUANPING_SOURCE_DIR) / relative).string();
}

std::string scratch_directory() {
  static Scratch scratch;
  const fs::path made = scratch.root / std::to_string(scratch.next++);
  fs::create_directories(made);
  return made.string();
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void expect_golden(std::string_view relative, std::string_view actual) {
  const std::string path = source_path(std::string("tests/golden/").append(relative));
  if (std::getenv("XUANPING_BLESS")) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path, std::ios::binary) << actual;
    return;
  }
  if (!fs::exists(path)) {
    ADD_FAILURE() << "no golden file " << path << "; write it with XUANPING_BLESS=1 and read it. Actual:\n" << actual;
    return;
  }
  EXPECT_EQ(read_file(path), actual) << "golden " << relative << "; XUANPING_BLESS=1 writes it anew";
}

}  // namespace xp::test
