// SPDX-License-Identifier: MIT
#include "kinds/lexicon_reader.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/i18n.h"
#include "base/utf8.h"
#include "toml/limits.h"
#include "toml/source_text.h"

namespace xp::kinds {

namespace {

/// A line's entry: without comment and the spaces around it.
struct Written {
  std::u32string text;
  int column = 1;
};

Written written_on(std::string_view line) {
  const std::u32string all = decode_utf8(line.substr(0, line.find('#')));
  constexpr std::u32string_view kBlank = U" \t\r\u3000";
  const std::size_t first = all.find_first_not_of(kBlank);
  if (first == all.npos) return {};
  return {all.substr(first, all.find_last_not_of(kBlank) - first + 1), static_cast<int>(first) + 1};
}

Diagnostic complaint(Severity severity, Location at, const text::LexiconMistake& mistake) {
  return {severity, "bad-lexicon-entry", std::move(at), mistake.message,
          tr("write each word by itself, such as 钱袋子, 南京市/长江大桥 or ^远离")};
}

}  // namespace

text::LexiconPtr read_lexicon(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics) {
  std::vector<text::LexiconEntry> entries;
  int number = 0;
  for (std::string_view rest = file->text; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    ++number;
    const Written written = written_on(line);
    if (written.text.empty()) continue;
    auto parsed = text::parse_lexicon_entry(written.text);
    if (const auto* mistake = std::get_if<text::LexiconMistake>(&parsed)) {
      const Location at{file, number, written.column + static_cast<int>(mistake->start),
                        static_cast<int>(mistake->length)};
      diagnostics.add(complaint(Severity::warning, at, *mistake));
    } else {
      entries.push_back(std::get<text::LexiconEntry>(std::move(parsed)));
    }
  }
  return std::make_shared<const text::Lexicon>(std::move(entries));
}

text::LexiconPtr read_lexicon(const FileSystem& files, const std::string& path, Diagnostics& diagnostics) {
  auto bytes = files.read(path, toml::kMaxBytes);
  if (!bytes) {
    diagnostics.add({Severity::warning,
                     "unreadable-file",
                     {},
                     trf("cannot read {path}", fmt::arg("path", path)),
                     bytes.error().message});
    return nullptr;
  }
  const auto file = toml::source_text(path, *std::move(bytes), diagnostics);
  return file ? read_lexicon(file, diagnostics) : nullptr;
}

std::vector<text::LexiconEntry> read_words(const std::vector<toml::Located<std::string>>& words,
                                           Diagnostics& diagnostics) {
  std::vector<text::LexiconEntry> entries;
  for (const toml::Located<std::string>& word : words) {
    auto parsed = text::parse_lexicon_entry(decode_utf8(word.value));
    if (const auto* mistake = std::get_if<text::LexiconMistake>(&parsed)) {
      diagnostics.add(complaint(Severity::error, word.at, *mistake));
    } else {
      entries.push_back(std::get<text::LexiconEntry>(std::move(parsed)));
    }
  }
  return entries;
}

}  // namespace xp::kinds
