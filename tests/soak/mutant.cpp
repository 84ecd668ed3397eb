// SPDX-License-Identifier: MIT
#include "mutant.h"

#include <algorithm>
#include <array>

namespace xp::soak {

namespace {

using namespace std::string_view_literals;

constexpr std::array kTokens{"["sv,      "]"sv,     "[["sv,     "]]"sv,      "{"sv,          "}"sv,     "="sv,
                             "\""sv,     "\"\"\""sv, "'"sv,     "'''"sv,     "\\"sv,         "\\u12"sv, "#"sv,
                             ","sv,      "."sv,     "\n"sv,     "\r"sv,      "\0"sv,         "\xff"sv,  "\xc4\xe3"sv,
                             "= =\n"sv,  "-1"sv,    "1e999"sv,  "08:30"sv,   "2022-13-45"sv, "true"sv,  "nan"sv,
                             "\"1h\""sv, "名字"sv,  "\u202e"sv, "\ufeff"sv,  "[slide]\n"sv,  "a.b.c"sv, "id"sv,
                             "kind"sv,   "**"sv,    "]{.dot}"sv, "\U00020000"sv};

}  // namespace

std::string Mutator::text(std::string_view good) {
  std::string bad(good);
  for (std::size_t i = 0, n = 1 + below(4); i < n; ++i) text_accident(bad);
  return bad;
}

void Mutator::text_accident(std::string& text) {
  const std::size_t at = below(text.size() + 1), length = std::min(text.size() - at, 1 + below(24));
  switch (below(6)) {
    case 0:
      text.erase(at, length);
      return;
    case 1:
      text.insert(at, text.substr(at, length));
      return;
    case 2: {
      const std::string moved = text.substr(at, length);
      text.erase(at, length);
      text.insert(below(text.size() + 1), moved);
      return;
    }
    case 3:
      if (at < text.size()) text[at] = static_cast<char>(below(256));
      return;
    case 4:
      text.insert(at, kTokens[below(kTokens.size())]);
      return;
    default:
      if (below(8) == 0)
        text.resize(at);
      else
        text.replace(at, length, kTokens[below(kTokens.size())]);
  }
}

std::string Mutator::bytes(std::string_view good) {
  std::string bad(good);
  for (std::size_t i = 0, n = 1 + below(3); i < n; ++i) byte_accident(bad);
  return bad;
}

void Mutator::byte_accident(std::string& bytes) {
  if (bytes.empty()) return;
  // Headers and directories stand at the beginning: every other accident happens there.
  const std::size_t reach = below(2) ? bytes.size() : std::min<std::size_t>(bytes.size(), 512);
  const std::size_t at = below(reach), length = std::min(bytes.size() - at, 1 + below(64));
  switch (below(7)) {
    case 0:
      for (std::size_t i = 0, n = 1 + below(8); i < n; ++i) bytes[below(reach)] = static_cast<char>(below(256));
      return;
    case 1:
      bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8)));
      return;
    case 2:
      std::fill_n(bytes.begin() + std::ptrdiff_t(at), length, '\0');
      return;
    case 3:
      for (std::size_t i = at; i < std::min(bytes.size(), at + 4); ++i) bytes[i] = static_cast<char>(0xff);
      return;
    case 4:
      bytes.erase(at, length);
      return;
    case 5:
      bytes.insert(at, bytes.substr(at, length));
      return;
    default:
      bytes.resize(at);
  }
}

}  // namespace xp::soak
