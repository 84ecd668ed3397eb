// SPDX-License-Identifier: MIT
#include "base/pages.h"

#include <gtest/gtest.h>
#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string>
#include <vector>

namespace xp::base {
namespace {

/// A fresh mapping, and which of its pages are there.
class Block {
 public:
  explicit Block(std::size_t pages)
      : page_(static_cast<std::size_t>(::sysconf(_SC_PAGESIZE))),
        pages_(pages),
        begin_(static_cast<char*>(
            ::mmap(nullptr, pages * page_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0))) {}
  ~Block() { ::munmap(begin_, pages_ * page_); }
  char* begin() const { return begin_; }
  std::size_t page() const { return page_; }
  /// A letter a page: # is there.
  std::string there() const {
    std::vector<unsigned char> said(pages_);
    EXPECT_EQ(::mincore(begin_, pages_ * page_, said.data()), 0);
    std::string there;
    for (const unsigned char page : said) there += (page & 1) != 0 ? '#' : '.';
    return there;
  }

 private:
  std::size_t page_, pages_;
  char* begin_;
};

TEST(Pages, WholePagesOfTheBlockCome) {
  const Block block(6);
  if (::madvise(block.begin(), block.page(), MADV_POPULATE_WRITE) != 0 && errno == EINVAL)
    GTEST_SKIP() << "the system is older than Linux 5.14";
  populate_pages(block.begin() + 1 + block.page(), block.page() * 4);
  EXPECT_EQ(block.there(), "#.###.");
}

TEST(Pages, WhatTheyHoldStays) {
  const Block block(3);
  std::memset(block.begin(), 'x', block.page() * 2);
  populate_pages(block.begin(), block.page() * 3);
  EXPECT_EQ(std::count(block.begin(), block.begin() + block.page() * 3, 'x'),
            static_cast<std::ptrdiff_t>(block.page() * 2));
}

TEST(Pages, APartOfAPageIsLeftAlone) {
  const Block block(1);
  populate_pages(block.begin() + 8, 100);
  EXPECT_EQ(block.there(), ".");
}

}  // namespace
}  // namespace xp::base
