// SPDX-License-Identifier: MIT
#include "kinds/data_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "base/charset.h"
#include "base/i18n.h"
#include "base/utf8.h"

namespace xp::kinds {
namespace {

constexpr std::u32string_view kBlanks = U" \t\u00A0\u3000\uFEFF";

struct Complaint {
  std::string id, message, remedy;
};

void refuse(Diagnostics& diagnostics, Location at, Complaint complaint) {
  diagnostics.add({Severity::error, std::move(complaint.id), std::move(at), std::move(complaint.message),
                   std::move(complaint.remedy), Reach::slide});
}

/// Lines end with \n alone, so that places are those of an editor.
std::string with_plain_line_ends(const std::string& text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      plain += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      plain += text[i];
    }
  }
  return plain;
}

/// The separator that the first record has most of, outside quotes.
char32_t separator_of(std::u32string_view text) {
  constexpr std::array<char32_t, 3> kSeparators{U',', U';', U'\t'};
  std::array<int, 3> counts{};
  bool quoted = false;
  for (const char32_t c : text) {
    if (c == U'\n' && !quoted) break;
    if (c == U'"') quoted = !quoted;
    for (std::size_t i = 0; i < kSeparators.size(); ++i) counts[i] += !quoted && c == kSeparators[i] ? 1 : 0;
  }
  const auto most = std::ranges::max_element(counts);
  return kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

std::u32string trimmed(std::u32string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == text.npos) return {};
  return std::u32string(text.substr(first, text.find_last_not_of(kBlanks) - first + 1));
}

using Record = std::vector<Cell>;

bool is_blank(const Record& record) {
  return std::ranges::all_of(record, [](const Cell& cell) { return cell.text.empty(); });
}

/// Goes through the text once.
class Parser {
 public:
  Parser(std::shared_ptr<const SourceFile> file, Diagnostics& diagnostics)
      : file_(std::move(file)),
        diagnostics_(diagnostics),
        text_(decode_utf8(file_->text)),
        separator_(separator_of(text_)) {}

  bool at_end() const { return at_ >= text_.size(); }
  /// The cells up to the end of the record; nothing after a mistake.
  std::optional<Record> record() {
    Record record;
    for (;;) {
      std::optional<Cell> cell = next_cell();
      if (!cell) return std::nullopt;
      record.push_back(*std::move(cell));
      if (record.size() > kMaxTableColumns) {
        refuse(diagnostics_, at(record.back()),
               {"too-many-columns", trf("more than {limit} columns", fmt::arg("limit", kMaxTableColumns)),
                tr("delete the columns that no slide shows")});
        return std::nullopt;
      }
      if (at_end() || text_[at_] == U'\n') break;
      step();
    }
    if (!at_end()) step();
    return record;
  }

 private:
  void step() {
    if (text_[at_] == U'\n') {
      ++line_;
      column_ = 1;
    } else {
      ++column_;
    }
    ++at_;
  }
  bool ends_cell() const { return at_end() || text_[at_] == separator_ || text_[at_] == U'\n'; }
  Location at(const Cell& cell) const { return {file_, cell.line, cell.column, cell.length}; }

  std::optional<Cell> next_cell() {
    while (!ends_cell() && kBlanks.find(text_[at_]) != kBlanks.npos) step();
    Cell cell{"", line_, column_, 1};
    const std::size_t start = at_;
    if (at_end() || text_[at_] != U'"') {
      while (!ends_cell()) step();
      finish(cell, std::u32string_view(text_).substr(start, at_ - start));
      return cell;
    }
    return quoted_cell(std::move(cell));
  }

  void finish(Cell& cell, std::u32string_view text) const {
    const std::u32string words = trimmed(text);
    cell.length = std::max<int>(1, static_cast<int>(words.size()));
    cell.text = encode_utf8(words);
  }

  std::optional<Cell> quoted_cell(Cell cell) {
    std::u32string text;
    for (step();; step()) {
      if (at_end()) return refuse_quote(cell);
      if (text_[at_] != U'"') {
        text += text_[at_];
        continue;
      }
      step();
      if (at_end() || text_[at_] != U'"') break;
      text += U'"';
    }
    while (!ends_cell() && kBlanks.find(text_[at_]) != kBlanks.npos) step();
    if (!ends_cell()) return refuse_quote({"", line_, column_, 1});
    finish(cell, text);
    return cell;
  }

  std::nullopt_t refuse_quote(const Cell& place) {
    const bool open = at_end();
    refuse(diagnostics_, at(place),
           {"csv-quote",
            open ? tr("the quotation mark is never closed") : tr("text after the closing quotation mark"),
            tr("put the whole cell in quotation marks, and write those inside it twice: \"\"")});
    return std::nullopt;
  }

  std::shared_ptr<const SourceFile> file_;
  Diagnostics& diagnostics_;
  std::u32string text_;
  char32_t separator_;
  std::size_t at_ = 0;
  int line_ = 1, column_ = 1;
};

/// As many cells as the header; empty ones beyond it are a spreadsheet's.
bool fits_header(const DataTable& table, Record& record, Diagnostics& diagnostics) {
  const std::size_t columns = table.header.size();
  while (record.size() > columns && record.back().text.empty()) record.pop_back();
  if (record.size() == columns) return true;
  const Cell& place = record.size() > columns ? record[columns] : record.back();
  refuse(diagnostics, table.at(place),
         {"row-length",
          trf("the row has {cells} cells, the header {columns}", fmt::arg("cells", record.size()),
              fmt::arg("columns", columns)),
          tr("write a cell for each column; put quotation marks around a cell that has the separator in it, "
             "such as \"1,234\"")});
  return false;
}

bool names_differ(const DataTable& table, Diagnostics& diagnostics) {
  std::set<std::string_view> names;
  for (const Cell& cell : table.header) {
    if (cell.text.empty() || names.insert(cell.text).second) continue;
    refuse(diagnostics, table.at(cell),
           {"duplicate-column", trf("two columns are called “{name}”", fmt::arg("name", cell.text)),
            tr("give each column a name of its own")});
    return false;
  }
  return true;
}

std::optional<DataTable> read_records(DataTable table, Diagnostics& diagnostics) {
  Parser parser(table.file, diagnostics);
  while (!parser.at_end()) {
    std::optional<Record> record = parser.record();
    if (!record) return std::nullopt;
    if (is_blank(*record)) continue;
    if (table.header.empty()) {
      while (record->back().text.empty()) record->pop_back();
      table.header = *std::move(record);
      if (!names_differ(table, diagnostics)) return std::nullopt;
      continue;
    }
    if (!fits_header(table, *record, diagnostics)) return std::nullopt;
    if (table.rows.size() == kMaxTableRows) {
      refuse(diagnostics, table.at(record->front()),
             {"too-many-rows", trf("more than {limit} rows", fmt::arg("limit", kMaxTableRows)),
              tr("keep the rows that the slide shows, and leave the rest in another file")});
      return std::nullopt;
    }
    table.rows.push_back(*std::move(record));
  }
  if (!table.rows.empty()) return table;
  refuse(
      diagnostics, {table.file, 0, 0, 1},
      {"no-rows", tr("the file has no rows"), tr("write a header in the first line, and the data below it")});
  return std::nullopt;
}

/// Full-width forms as the ASCII they stand for.
std::string narrow(std::string_view text) {
  std::u32string made;
  for (char32_t c : decode_utf8(text)) {
    if (c >= 0xFF01 && c <= 0xFF5E) c -= 0xFEE0;
    if (c == U'\u2212') c = U'-';
    if (kBlanks.find(c) == kBlanks.npos) made += c;
  }
  return encode_utf8(made);
}

/// Takes the commas out of "1,234,567.8"; nothing where they part no thousands.
std::optional<std::string> without_thousands(const std::string& number) {
  std::string digits;
  const std::size_t point = std::min(number.find('.'), number.size());
  for (std::size_t i = 0; i < number.size(); ++i) {
    const bool thousands = i < point && (point - i) % 4 == 0;
    if (number[i] != ',') {
      if (thousands && digits.size() < i) return std::nullopt;
      digits += number[i];
      continue;
    }
    if (i == 0 || !thousands) return std::nullopt;
  }
  return digits;
}

}  // namespace

std::vector<std::string_view> DataTable::names() const {
  std::vector<std::string_view> names;
  for (const Cell& cell : header) names.push_back(cell.text);
  return names;
}

std::optional<std::size_t> DataTable::find(std::string_view name) const {
  const auto found = std::ranges::find(header, name, &Cell::text);
  if (found == header.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header.begin());
}

std::optional<DataTable> parse_table(std::string name, std::string_view bytes, Diagnostics& diagnostics) {
  if (bytes.size() > kMaxTableBytes) {
    const auto file = std::make_shared<SourceFile>(SourceFile{std::move(name), {}});
    refuse(diagnostics, {file, 0, 0, 1},
           {"too-large", trf("the file is larger than {limit} MiB", fmt::arg("limit", kMaxTableBytes >> 20)),
            tr("keep the rows that the slide shows, and leave the rest in another file")});
    return std::nullopt;
  }
  std::optional<std::string> text = to_utf8(bytes);
  const auto file = std::make_shared<const SourceFile>(
      SourceFile{std::move(name), text ? with_plain_line_ends(*text) : std::string()});
  if (!text) {
    refuse(diagnostics, {file, 0, 0, 1},
           {"not-text", tr("the file is no text in UTF-8, GB 18030 or UTF-16"),
            tr("save it from the spreadsheet as “CSV UTF-8”; .xlsx and .xls are not read")});
    return std::nullopt;
  }
  DataTable table;
  table.file = file;
  return read_records(std::move(table), diagnostics);
}

std::optional<double> parse_number(std::string_view text, std::string_view unit) {
  std::string number = narrow(text);
  const std::string suffix = narrow(unit);
  if (!suffix.empty() && number.ends_with(suffix)) {
    number.resize(number.size() - suffix.size());
  } else if (number.ends_with('%')) {
    number.pop_back();
  }
  const std::optional<std::string> digits = without_thousands(number);
  if (!digits || digits->empty() || digits->find_first_not_of("0123456789.-") != std::string::npos)
    return std::nullopt;
  double value = 0;
  const char* end = digits->data() + digits->size();
  const auto parsed = std::from_chars(digits->data(), end, value, std::chars_format::fixed);
  if (parsed.ec != std::errc() || parsed.ptr != end) return std::nullopt;
  return value;
}

bool is_unknown(std::string_view text) {
  return text.empty() || text == "-" || text == "—" || text == "——" || text == "–";
}

}  // namespace xp::kinds
