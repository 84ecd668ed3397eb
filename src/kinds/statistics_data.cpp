// SPDX-License-Identifier: MIT
#include "kinds/statistics_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "base/i18n.h"
#include "base/spell.h"
#include "base/utf8.h"
#include "kinds/data_table.h"

namespace xp::kinds {
namespace {

constexpr std::size_t kLongestLabel = 20;                     // graphemes, as in a playlist
constexpr std::size_t kTableColumns = 4, kFewestColumns = 2;  // that a table shows
constexpr std::size_t kTableRows = 8;
constexpr double kLargestValue = 1e15;

/// The name that a column has unless the slide says another, in English and in Chinese.
struct ColumnName {
  std::string_view key, english, chinese;
};
constexpr ColumnName kLabel{"label_column", "label", "名称"}, kValue{"value_column", "value", "数值"},
    kDisplay{"display_column", "display", "显示"};

std::string listed(const DataTable& table) { return fmt::format("{}", fmt::join(table.names(), tr(", "))); }

std::string suggestion(std::string_view word, const DataTable& table) {
  const std::vector<std::string_view> names = table.names();
  const std::string all = listed(table);
  const std::string_view near = did_you_mean(word, names);
  if (near.empty()) return trf("possible are: {names}", fmt::arg("names", all));
  return trf("did you mean “{near}”? Possible are: {names}", fmt::arg("near", near), fmt::arg("names", all));
}

/// A mistake in the CSV, with the place that names the file.
void report_in_file(toml::TableReader& reader, Diagnostic diagnostic) {
  const Location named = reader.at("data");
  diagnostic.remedy += trf("; {file}:{line}:{column} names the file", fmt::arg("file", named.file->name),
                           fmt::arg("line", named.line), fmt::arg("column", named.column));
  reader.report(std::move(diagnostic));
}

/// A CSV file on its way into a slide.
class DataReader {
 public:
  DataReader(const DataTable& table, const Statistics& statistics, const Chart& chart,
             toml::TableReader& reader)
      : table_(table), statistics_(statistics), chart_(chart), reader_(reader) {}

  std::optional<std::vector<Datum>> data();
  bool fill_table(Statistics& out);

 private:
  struct Columns {
    std::size_t label = 0;
    std::optional<std::size_t> value, display;
  };
  std::optional<Columns> columns();
  std::optional<std::size_t> named(std::string_view key, const std::string& name);
  std::optional<std::size_t> usual(const ColumnName& usual);
  std::optional<Datum> datum(const std::vector<Cell>& row, const Columns& columns);
  bool read_value(const Cell& cell, Datum& out);
  bool check_length(const Cell& cell, std::size_t least);
  void refuse(const Cell& cell, std::string id, std::string message, std::string remedy);
  void say_left_out(std::size_t shown);

  const DataTable& table_;
  const Statistics& statistics_;
  const Chart& chart_;
  toml::TableReader& reader_;
};

void DataReader::refuse(const Cell& cell, std::string id, std::string message, std::string remedy) {
  report_in_file(reader_, {Severity::error, std::move(id), table_.at(cell), std::move(message),
                           std::move(remedy), Reach::slide});
}

std::optional<std::size_t> DataReader::named(std::string_view key, const std::string& name) {
  const auto found = table_.find(name);
  if (!found) {
    reader_.report(
        key, "unknown-column",
        trf("“{file}” has no column “{name}”", fmt::arg("file", table_.file->name), fmt::arg("name", name)),
        suggestion(name, table_));
  }
  return found;
}

std::optional<std::size_t> DataReader::usual(const ColumnName& usual) {
  const auto english = table_.find(usual.english);
  return english ? english : table_.find(usual.chinese);
}

std::optional<DataReader::Columns> DataReader::columns() {
  const std::array<std::pair<const ColumnName*, const std::string*>, 3> wanted{
      {{&kLabel, &statistics_.label_column},
       {&kValue, &statistics_.value_column},
       {&kDisplay, &statistics_.display_column}}};
  std::array<std::optional<std::size_t>, 3> found;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const auto& [name, written] = wanted[i];
    found[i] = written->empty() ? usual(*name) : named(name->key, *written);
    if (found[i] || (written->empty() && name == &kDisplay)) continue;
    if (written->empty()) {
      refuse(table_.header.front(), "unknown-column",
             trf("no column is called “{english}” or “{chinese}”", fmt::arg("english", name->english),
                 fmt::arg("chinese", name->chinese)),
             trf("write in the slide which one it is: {key} = \"…\"; the file has: {names}",
                 fmt::arg("key", name->key), fmt::arg("names", listed(table_))));
    }
    return std::nullopt;
  }
  return Columns{*found[0], found[1], found[2]};
}

bool DataReader::check_length(const Cell& cell, std::size_t least) {
  const std::size_t count = grapheme_count(cell.text);
  if (count < least) {
    refuse(cell, "empty-cell", tr("the cell is empty"), tr("write what the figure counts"));
    return false;
  }
  if (count > kLongestLabel) {
    refuse(cell, "too-long",
           trf("the cell has {count} characters; at most {limit} fit", fmt::arg("count", count),
               fmt::arg("limit", kLongestLabel)),
           tr("shorten the text"));
    return false;
  }
  return true;
}

bool DataReader::read_value(const Cell& cell, Datum& out) {
  if (is_unknown(cell.text)) {
    if (chart_.rows == Rows::latest) return true;
    refuse(cell, "missing-value", trf("“{label}” has no value", fmt::arg("label", out.label)),
           tr("write the figure, or delete the row; only a trend leaves open what is not known"));
    return false;
  }
  out.value = parse_number(cell.text, statistics_.unit);
  if (!out.value) {
    refuse(cell, "bad-number", trf("“{cell}” is no number", fmt::arg("cell", cell.text)),
           tr("write digits, such as 1,234 or 37.1%; leave the cell empty where the figure is not known"));
    return false;
  }
  if (*out.value < 0 || *out.value > kLargestValue) {
    refuse(cell, "out-of-range", trf("{cell} cannot be drawn", fmt::arg("cell", cell.text)),
           tr("charts begin at zero: write a value that is not negative"));
    return false;
  }
  return true;
}

std::optional<Datum> DataReader::datum(const std::vector<Cell>& row, const Columns& columns) {
  Datum datum;
  datum.label = row[columns.label].text;
  bool fine = check_length(row[columns.label], 1);
  fine = read_value(row[*columns.value], datum) && fine;
  if (columns.display) {
    datum.display = row[*columns.display].text;
    fine = check_length(row[*columns.display], 0) && fine;
  }
  if (!fine) return std::nullopt;
  return datum;
}

void DataReader::say_left_out(std::size_t shown) {
  reader_.report(
      "data", "rows-left-out",
      trf("“{file}” has {count} rows; the chart shows {shown} of them", fmt::arg("file", table_.file->name),
          fmt::arg("count", table_.rows.size()), fmt::arg("shown", shown)),
      tr("keep in the file what is to be seen, the most important first; a trend shows the last rows"),
      Severity::warning);
}

std::optional<std::vector<Datum>> DataReader::data() {
  const auto found = columns();
  if (!found) return std::nullopt;
  const std::size_t shown = std::min(chart_.data.most, table_.rows.size());
  const std::size_t first = chart_.rows == Rows::latest ? table_.rows.size() - shown : 0;
  std::vector<Datum> data;
  for (std::size_t i = first; i < first + shown; ++i) {
    if (auto one = datum(table_.rows[i], *found)) data.push_back(*std::move(one));
  }
  if (data.size() < shown) return std::nullopt;
  if (shown < table_.rows.size()) say_left_out(shown);
  return data;
}

bool DataReader::fill_table(Statistics& out) {
  std::vector<std::size_t> chosen;
  for (const std::string& name : statistics_.columns) {
    const auto found = named("columns", name);
    if (!found) return false;
    chosen.push_back(*found);
  }
  if (chosen.empty()) {
    const std::size_t count = table_.header.size();
    if (count < kFewestColumns || count > kTableColumns) {
      refuse(
          table_.header.front(), "column-count",
          trf("a table shows {least} to {most} columns; the file has {count}",
              fmt::arg("least", kFewestColumns), fmt::arg("most", kTableColumns), fmt::arg("count", count)),
          trf("write in the slide which ones: columns = [\"…\", \"…\"]; the file has: {names}",
              fmt::arg("names", listed(table_))));
      return false;
    }
    for (std::size_t i = 0; i < count; ++i) chosen.push_back(i);
  }
  out.columns.clear();
  for (const std::size_t column : chosen) out.columns.push_back(table_.header[column].text);
  const std::size_t shown = std::min(kTableRows, table_.rows.size());
  for (std::size_t i = 0; i < shown; ++i) {
    std::vector<std::string>& row = out.rows.emplace_back();
    for (const std::size_t column : chosen) row.push_back(table_.rows[i][column].text);
  }
  if (shown < table_.rows.size()) say_left_out(shown);
  return true;
}

/// Null after a mistake.
std::optional<DataTable> load_table(const std::string& name, toml::TableReader& reader,
                                    const ReadContext& context) {
  const std::string path = context.path_of(name);
  const Result<std::string> bytes = context.files.read(path, kMaxTableBytes);
  if (!bytes) {
    const bool is_large = bytes.error().code == EFBIG;
    reader.report(
        "data", is_large ? "too-large" : "missing-file",
        trf("the data of the slide cannot be read: {reason}", fmt::arg("reason", bytes.error().message)),
        is_large ? tr("keep the rows that the slide shows, and leave the rest in another file")
                 : tr("put the CSV file beside the playlist, and write its name exactly"));
    return std::nullopt;
  }
  Diagnostics found;
  std::optional<DataTable> table = parse_table(path, *bytes, found);
  for (const Diagnostic& diagnostic : found.list()) report_in_file(reader, diagnostic);
  return table;
}

}  // namespace

bool read_data_file(Statistics& statistics, const Chart& chart, toml::TableReader& reader,
                    const ReadContext& context) {
  if (chart.rows == Rows::none) {
    reader.report("data", "unused-data",
                  trf("the chart “{chart}” takes no data", fmt::arg("chart", chart.name)),
                  tr("delete data, or choose another chart"));
    return false;
  }
  const auto table = load_table(statistics.data.file.value, reader, context);
  if (!table) return false;
  DataReader data(*table, statistics, chart, reader);
  if (chart.rows == Rows::cells) return data.fill_table(statistics);
  auto rows = data.data();
  if (!rows) return false;
  statistics.data.value = *std::move(rows);
  return true;
}

}  // namespace xp::kinds
