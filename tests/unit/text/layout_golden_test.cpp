// SPDX-License-Identifier: MIT
// tests/golden/layout/{glyphs,lines}-*.txt: one case a line, fields separated by tabs: name, language, width
// in em (- for none), text (\n breaks, \u{HEX} is a code point), result. A line that begins with # says the
// rule that the cases below stand for. The result is the lines joined by |, or in glyphs-*.txt the glyphs as
// face:gid. XUANPING_BLESS=1 writes results anew.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "base/utf8.h"
#include "support/golden.h"
#include "text_support.h"

namespace xp::text {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> golden_files() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(test::source_path("tests/golden/layout"))) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with("glyphs-") || name.starts_with("lines-")) names.push_back(name);
  }
  std::ranges::sort(names);
  return names;
}

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  std::istringstream in(line);
  for (std::string field; std::getline(in, field, '\t');) fields.push_back(field);
  return fields;
}

std::u32string unescaped(const std::string& field) {
  std::u32string text;
  const std::u32string raw = decode_utf8(field);
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (raw[i] == U'\\' && i + 1 < raw.size() && raw[i + 1] == U'n') {
      text += U'\n';
      ++i;
    } else if (raw[i] == U'\\' && i + 1 < raw.size() && raw[i + 1] == U'u') {
      const std::size_t end = raw.find(U'}', i);
      text += static_cast<char32_t>(std::stoul(encode_utf8(raw.substr(i + 3, end - i - 3)), nullptr, 16));
      i = end;
    } else {
      text += raw[i];
    }
  }
  return text;
}

std::string escaped(const std::string& lines) {
  std::string all;
  for (const char32_t c : decode_utf8(lines)) {
    const bool visible = c == U' ' || c == U'\u3000' ||
                         (c > 0x20 && c != 0xA0 && c != 0xAD && (c < 0x2000 || c > 0x200F) && c != 0x202F &&
                          c != 0x2060 && (c < 0xFE00 || c > 0xFE0F) && c < 0xE0000);
    if (visible) {
      all += encode_utf8(std::u32string_view(&c, 1));
    } else {
      std::ostringstream code;
      code << "\\u{" << std::hex << std::uppercase << static_cast<std::uint32_t>(c) << '}';
      all += code.str();
    }
  }
  return all;
}

std::string result_of(const std::string& file, const std::vector<std::string>& fields) {
  const std::u32string text = unescaped(fields[3]);
  ParagraphStyle style = test::style_with(fields[1]);
  if (fields[2] != "-") style.width = Em::from(std::stod(fields[2]));
  const LayoutPtr layout = test::test_engine().layout(test::plain(text), style);
  return file.starts_with("glyphs") ? test::glyphs_of(*layout) : escaped(test::lines_of(text, *layout));
}

std::string evaluated(const std::string& file) {
  std::istringstream in(test::read_file(test::source_path("tests/golden/layout/" + file)));
  std::string all;
  for (std::string line; std::getline(in, line);) {
    const auto fields = fields_of(line);
    if (line.empty() || line.front() == '#') {
      all += line + "\n";
    } else if (fields.size() < 4) {
      all += line + "\tfour fields and the result, separated by tabs, are wanted here\n";
    } else {
      all += fields[0] + '\t' + fields[1] + '\t' + fields[2] + '\t' + fields[3] + '\t' +
             result_of(file, fields) + '\n';
    }
  }
  return all;
}

class LayoutGolden : public testing::TestWithParam<std::string> {};

TEST_P(LayoutGolden, Holds) { test::expect_golden("layout/" + GetParam(), evaluated(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Files, LayoutGolden, testing::ValuesIn(golden_files()), [](const auto& file) {
  std::string name = fs::path(file.param).stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
});

}  // namespace
}  // namespace xp::text
