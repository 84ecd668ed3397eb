// SPDX-License-Identifier: MIT
#include "toml/document.h"

#include <toml++/toml.h>
#include <algorithm>
#include <cerrno>
#include <tuple>

#include "base/i18n.h"
#include "base/utf8.h"
#include "toml/limits.h"
#include "toml/prescan.h"
#include "toml/source_text.h"
#include "toml/syntax_help.h"

namespace xp::toml {
namespace {

namespace parser = ::toml;

/// Lengths reach to the end of the first line at most.
class Converter {
 public:
  explicit Converter(std::string_view text) : text_(text) {
    line_starts_.push_back(0);
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '\n') line_starts_.push_back(i + 1);
    }
  }

  Table table(const parser::table& from) const {
    Table made;
    made.at = place(from.source());
    made.entries.reserve(from.size());
    for (const auto& [key, node] : from) {
      made.entries.push_back({std::string(key.str()), place(key.source()), value(node)});
    }
    // toml++ sorts by key.
    std::ranges::stable_sort(made.entries, {},
                             [](const Entry& e) { return std::tuple(e.at.line, e.at.column); });
    return made;
  }

 private:
  Value value(const parser::node& node) const {
    Value made;
    made.at = place(node.source());
    if (const auto* s = node.as_string())
      made.data = s->get();
    else if (const auto* i = node.as_integer())
      made.data = i->get();
    else if (const auto* f = node.as_floating_point())
      made.data = f->get();
    else if (const auto* b = node.as_boolean())
      made.data = b->get();
    else if (const auto* d = node.as_date())
      made.data = date(d->get());
    else if (const auto* t = node.as_time())
      made.data = LocalTime{t->get().hour, t->get().minute, t->get().second};
    else if (const auto* a = node.as_array())
      made.data = array(*a);
    else if (const auto* sub = node.as_table())
      made.data = table(*sub);
    else
      made.data = DateTimeText{std::string(slice(made.at))};
    return made;
  }

  Array array(const parser::array& from) const {
    Array made;
    made.reserve(from.size());
    for (const parser::node& element : from) made.push_back(value(element));
    return made;
  }

  static Date date(parser::date d) {
    return {std::chrono::year{d.year}, std::chrono::month{d.month}, std::chrono::day{d.day}};
  }

  Place place(const parser::source_region& region) const {
    Place made{static_cast<int>(region.begin.line), static_cast<int>(region.begin.column), 1};
    if (made.line < 1) return {1, 1, 1};
    const int end = region.end.line == region.begin.line
                        ? static_cast<int>(region.end.column)
                        : static_cast<int>(decode_utf8(line(made.line)).size()) + 1;
    made.length = std::max(end - made.column, 1);
    return made;
  }

  std::string_view line(int number) const {
    const auto index = static_cast<std::size_t>(number) - 1;
    if (index >= line_starts_.size()) return {};
    std::string_view found = text_.substr(line_starts_[index]);
    found = found.substr(0, found.find('\n'));
    if (found.ends_with('\r')) found.remove_suffix(1);
    return found;
  }

  std::string slice(Place at) const {
    const std::u32string characters = decode_utf8(line(at.line));
    const auto from = std::min(static_cast<std::size_t>(at.column - 1), characters.size());
    return encode_utf8(std::u32string_view(characters).substr(from, static_cast<std::size_t>(at.length)));
  }

  std::string_view text_;
  std::vector<std::size_t> line_starts_;
};

Diagnostic unreadable(const std::string& path, const Error& error) {
  Diagnostic made{Severity::error,
                  "unreadable-file",
                  {std::make_shared<SourceFile>(SourceFile{path, {}}), 0, 0, 1},
                  error.message,
                  {}};
  switch (error.code) {
    case ENOENT:
    case ENOTDIR:
      made.id = "missing-file";
      made.remedy = tr("check the spelling of the path, and whether the disk or share is there");
      break;
    case EISDIR:
      made.id = "not-a-file";
      made.remedy = tr("name the file inside the folder");
      break;
    case EINVAL:
      made.id = "not-a-file";
      break;
    case EFBIG:
      made.id = "too-large";
      made.remedy = tr("is it the right file? Divide a large one into several campaigns");
      break;
    case EACCES:
    case EPERM:
      made.remedy = tr("give the user who runs xuanping the right to read it");
      break;
    default:
      break;
  }
  if (made.remedy.empty()) made.remedy = tr("name an ordinary text file on a disk that works");
  return made;
}

bool holds_nothing(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

const Entry* Table::find(std::string_view key) const {
  const auto found = std::ranges::find(entries, key, &Entry::key);
  return found == entries.end() ? nullptr : &*found;
}

std::optional<Document> load(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  Result<std::string> bytes = files.read(path, kMaxBytes);
  if (!bytes) {
    diagnostics.add(unreadable(path, bytes.error()));
    return std::nullopt;
  }
  if (holds_nothing(*bytes)) {
    diagnostics.add({Severity::error,
                     "empty-file",
                     {std::make_shared<SourceFile>(SourceFile{path, {}}), 0, 0, 1},
                     tr("the file is empty"),
                     tr("restore it from a copy; a power cut while saving leaves such files")});
    return std::nullopt;
  }
  return parse(path, *std::move(bytes), diagnostics);
}

std::optional<Document> parse(std::string name, std::string bytes, Diagnostics& diagnostics) {
  const auto file = source_text(std::move(name), std::move(bytes), diagnostics);
  if (!file || !prescan(file, diagnostics)) return std::nullopt;
  const parser::parse_result result = parser::parse(std::string_view(file->text), std::string_view{});
  if (!result) {
    const auto& error = result.error();
    const Place at{static_cast<int>(error.source().begin.line), static_cast<int>(error.source().begin.column),
                   1};
    diagnostics.add(explain_syntax_error(file, at, error.description()));
    return std::nullopt;
  }
  Document document{file, Converter(file->text).table(result.table())};
  document.root.at = {1, 1, 1};
  return document;
}

Location location(const Document& document, Place place) {
  return {document.file, place.line, place.column, place.length};
}

}  // namespace xp::toml
