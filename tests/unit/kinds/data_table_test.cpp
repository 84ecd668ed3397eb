// SPDX-License-Identifier: MIT
// CSV as spreadsheets write it, and as nobody should.
#include "kinds/data_table.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "base/utf8.h"

namespace xp::kinds {
namespace {

using testing::ElementsAre;

struct Parsed {
  std::optional<DataTable> table;
  Diagnostics diagnostics;
};

Parsed parse(std::string_view text) {
  Parsed parsed;
  parsed.table = parse_table("types.csv", text, parsed.diagnostics);
  return parsed;
}

std::vector<std::vector<std::string>> cells_of(std::string_view text) {
  const Parsed parsed = parse(text);
  EXPECT_TRUE(parsed.table) << format_diagnostics(parsed.diagnostics);
  std::vector<std::vector<std::string>> cells;
  if (!parsed.table) return cells;
  const auto add = [&](const std::vector<Cell>& row) {
    auto& texts = cells.emplace_back();
    for (const Cell& cell : row) texts.push_back(cell.text);
  };
  add(parsed.table->header);
  for (const auto& row : parsed.table->rows) add(row);
  return cells;
}

/// "line:column: id" of the only mistake.
std::string mistake_of(std::string_view text) {
  const Parsed parsed = parse(text);
  EXPECT_FALSE(parsed.table);
  if (parsed.diagnostics.list().size() != 1) return "not one mistake";
  const Diagnostic& mistake = parsed.diagnostics.list().front();
  EXPECT_EQ(mistake.reach, Reach::slide);
  return std::to_string(mistake.at.line) + ":" + std::to_string(mistake.at.column) + ": " + mistake.id;
}

const std::vector<std::vector<std::string>> kTypes{{"名称", "数值"}, {"金融", "56"}, {"合同", "49"}};

TEST(DataTable, TakesEverySeparatorAndLineEnd) {
  EXPECT_EQ(cells_of("名称,数值\n金融,56\n合同,49\n"), kTypes);
  EXPECT_EQ(cells_of("名称;数值\r\n金融;56\r\n合同;49"), kTypes);
  EXPECT_EQ(cells_of("名称\t数值\r金融\t56\r合同\t49\r"), kTypes);
  EXPECT_EQ(cells_of("\xEF\xBB\xBF名称,数值\r\n\r\n 金融 ,\t56\r\n,\r\n合同,49\r\n\r\n"), kTypes);
}

TEST(DataTable, TakesQuotedCells) {
  EXPECT_EQ(cells_of("名称,数值\n\"金融,诈骗\",\"1,234\"\n\"他说\"\"好\"\"\",\"\"\n\"两\n行\" ,3\n"),
            (std::vector<std::vector<std::string>>{
                {"名称", "数值"}, {"金融,诈骗", "1,234"}, {"他说\"好\"", ""}, {"两\n行", "3"}}));
}

TEST(DataTable, LeavesOutEmptyColumnsAtTheRight) {
  EXPECT_EQ(cells_of("名称,数值,,\n金融,56,,\n合同,49\n"), kTypes);
}

TEST(DataTable, KnowsThePlaceOfEveryCell) {
  const Parsed parsed = parse("名称,数值\r\n\"金\r\n融\", 56\r\n合同,4九\r\n");
  ASSERT_TRUE(parsed.table);
  const Cell& second = parsed.table->rows[0][1];
  EXPECT_EQ(second.line, 3);
  EXPECT_EQ(second.column, 5);
  const Cell& last = parsed.table->rows[1][1];
  EXPECT_EQ(last.line, 4);
  EXPECT_EQ(last.column, 4);
  EXPECT_EQ(last.length, 2);
}

TEST(DataTable, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(mistake_of(""), "0:0: no-rows");
  EXPECT_EQ(mistake_of("名称,数值\n"), "0:0: no-rows");
  EXPECT_EQ(mistake_of("名称,数值\n金融,1,234\n"), "2:6: row-length");
  EXPECT_EQ(mistake_of("名称,数值\n金融\n"), "2:1: row-length");
  EXPECT_EQ(mistake_of("名称,名称\n金融,1\n"), "1:4: duplicate-column");
  EXPECT_EQ(mistake_of("名称,数值\n\"金融,1\n"), "2:1: csv-quote");
  EXPECT_EQ(mistake_of("名称,数值\n\"金\"融,1\n"), "2:4: csv-quote");
  EXPECT_EQ(mistake_of("PK\x03\x04\xFF\xFF"), "0:0: not-text");
}

TEST(DataTable, HasLimits) {
  std::string columns;
  for (std::size_t i = 0; i <= kMaxTableColumns; ++i) columns += "列" + std::to_string(i) + ",";
  EXPECT_TRUE(mistake_of(columns).ends_with("too-many-columns"));
  std::string rows = "a,b\n";
  for (std::size_t i = 0; i < kMaxTableRows; ++i) rows += "1,2\n";
  EXPECT_TRUE(parse(rows).table);
  EXPECT_EQ(mistake_of(rows + "1,2\n"), "10002:1: too-many-rows");
  EXPECT_EQ(mistake_of(std::string(kMaxTableBytes + 1, 'a')), "0:0: too-large");
}

TEST(Numbers, AreReadAsPeopleWriteThem) {
  EXPECT_EQ(parse_number("1,234", ""), 1234);
  EXPECT_EQ(parse_number("1,234,567.5", ""), 1234567.5);
  EXPECT_EQ(parse_number("１２．５", ""), 12.5);
  EXPECT_EQ(parse_number(" 37.1% ", ""), 37.1);
  EXPECT_EQ(parse_number("37.1％", "%"), 37.1);
  EXPECT_EQ(parse_number("56 起", "起"), 56);
  EXPECT_EQ(parse_number("−3", ""), -3);
  EXPECT_EQ(parse_number("0", ""), 0);
}

TEST(Numbers, AreNothingElse) {
  for (const char* text : {"", "五十六", "1,23", "1,2345678", "12,34,567", ",123", "1.2.3", "1e5", "0x10",
                           "inf", "nan", "56起", "-", "%", "--3", "3-"})
    EXPECT_EQ(parse_number(text, ""), std::nullopt) << text;
}

TEST(Numbers, MayBeUnknown) {
  for (const char* text : {"", "-", "—", "——", "–"}) EXPECT_TRUE(is_unknown(text)) << text;
  EXPECT_FALSE(is_unknown("0"));
}

/// Bytes that parsers stumble over more often than others.
std::string mutated(std::string text, std::mt19937& random) {
  constexpr std::string_view kNasty = "\",;\t\r\n\0\xEF\xBB\xBF\xFF\xFE\x81\x30% -";
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % limit); };
  for (std::size_t i = 1 + below(8); i > 0 && !text.empty(); --i) {
    const std::size_t at = below(text.size());
    switch (below(4)) {
      case 0:
        text[at] = kNasty[below(kNasty.size())];
        break;
      case 1:
        text.insert(at, 1, kNasty[below(kNasty.size())]);
        break;
      case 2:
        text.erase(at, 1 + below(4));
        break;
      default:
        text[at] = static_cast<char>(random());
    }
  }
  return text;
}

TEST(DataTable, SurvivesMutations) {
  const std::string seeds[] = {
      "名称,数值,显示\n金融诈骗,56,\"约56起\"\n\"扰乱,市场\",49,\n",
      "\xC3\xFB\xB3\xC6;\xCA\xFD\xD6\xB5\r\n\xBD\xF0\xC8\xDA;12\r\n",
      std::string("\xFF\xFE\x0D\x54\xF0\x79\x09\x00\x31\x00\x0A\x00\x31\x00\x09\x00\x32\x00", 18)};
  std::mt19937 random(20220515);
  for (int i = 0; i < 20'000; ++i) {
    const Parsed parsed = parse(mutated(seeds[i % 3], random));
    ASSERT_EQ(parsed.table.has_value(), parsed.diagnostics.empty());
    if (!parsed.table) continue;
    const int lines = static_cast<int>(std::ranges::count(parsed.table->file->text, '\n')) + 1;
    for (const auto& row : parsed.table->rows) {
      ASSERT_EQ(row.size(), parsed.table->header.size());
      for (const Cell& cell : row) {
        ASSERT_FALSE(first_invalid_utf8(cell.text));
        ASSERT_TRUE(cell.line >= 1 && cell.line <= lines);
        ASSERT_GE(cell.column, 1);
        parse_number(cell.text, "起");
      }
    }
  }
}

}  // namespace
}  // namespace xp::kinds
