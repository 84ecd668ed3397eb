// SPDX-License-Identifier: MIT
#include "toml/prescan.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/i18n.h"
#include "base/utf8.h"
#include "toml/limits.h"
#include "toml/source_text.h"

namespace xp::toml {
namespace {

class Scan {
 public:
  Scan(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics)
      : file_(file), text_(file->text), diagnostics_(diagnostics) {}

  bool run() {
    while (at_ < text_.size()) {
      if (!step()) return false;
    }
    return true;
  }

 private:
  bool step() {
    const char c = text_[at_];
    if (static_cast<unsigned char>(c) >= 0x80 && is_foreign_space()) return refuse_foreign_space();
    switch (c) {
      case '#':
        at_ = std::min(text_.find('\n', at_), text_.size());
        return true;
      case '"':
      case '\'':
        line_begins_ = false;
        return string(c);
      case '\n':
        newline();
        break;
      case '.':
        if (!dot()) return false;
        break;
      case '=':
        key_parts_ = dots_;
        dots_ = 0;
        break;
      case ',':
        key_parts_ = dots_ = 0;
        break;
      case '[':
      case '{':
        if (!open()) return false;
        break;
      case ']':
      case '}':
        close();
        break;
      default:
        break;
    }
    if (c != ' ' && c != '\t' && c != '\n') line_begins_ = false;
    ++at_;
    return true;
  }

  bool string(char quote) {
    const std::size_t begin = at_;
    const bool multi_line = text_.substr(at_, 3) == std::string(3, quote);
    at_ += multi_line ? 3 : 1;
    while (at_ < text_.size()) {
      if (text_[at_] == '\\' && quote == '"') {
        at_ += 2;
      } else if (!multi_line && text_[at_] == '\n') {
        break;  // not closed: the parser will say so
      } else if (text_[at_] != quote || (multi_line && text_.substr(at_, 3) != std::string(3, quote))) {
        ++at_;
      } else {
        at_ += multi_line ? 3 : 1;
        for (int more = 0; multi_line && more < 2 && text_.substr(at_, 1) == std::string(1, quote); ++more)
          ++at_;
        break;
      }
    }
    at_ = std::min(at_, text_.size());
    if (at_ - begin <= kMaxStringBytes) return true;
    return refuse(begin, "string-too-long",
                  trf("a text of {size} KiB; at most {limit} KiB are read",
                      fmt::arg("size", (at_ - begin) / 1024), fmt::arg("limit", kMaxStringBytes / 1024)),
                  tr("is a closing quote missing? A slide holds a few lines"));
  }

  /// toml++ takes these for white space, even the mark that belongs at the beginning of a file; TOML does
  /// not.
  bool is_foreign_space() const {
    constexpr std::u32string_view spaces =
        U"\u0085\u00A0\u1680\u180E\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF";
    const char32_t c = decode_utf8(text_.substr(at_, 3)).front();
    return spaces.find(c) != std::u32string_view::npos || (c >= 0x2000 && c <= 0x200B);
  }

  bool refuse_foreign_space() {
    return refuse(at_, "syntax", tr("a full-width or invisible space stands here"),
                  tr("delete it, or write an ordinary space with the input method switched to English"));
  }

  void newline() {
    if (in_header_) levels_.clear(), depth_ = 0;  // a header ends with its line, closed or not
    in_header_ = false;
    line_begins_ = true;
    dots_ = 0;
    if (levels_.empty()) key_parts_ = 0;
  }

  bool dot() {
    if (++dots_ < kMaxDottedDepth) return true;
    return refuse(at_, "too-deep",
                  trf("a key of more than {limit} parts", fmt::arg("limit", kMaxDottedDepth)),
                  tr("shorten the key: no key of ours has more than three parts"));
  }

  bool open() {
    if (line_begins_ && levels_.empty()) in_header_ = true;
    // Every dotted part of the key before an inline table is a level as well.
    const int weight = 1 + key_parts_;
    levels_.push_back(weight);
    depth_ += weight;
    key_parts_ = dots_ = 0;
    if (depth_ <= kMaxNesting) return true;
    return refuse(at_, "too-deep",
                  trf("lists and tables are nested more than {limit} deep", fmt::arg("limit", kMaxNesting)),
                  tr("is a closing bracket missing? No key of ours nests deeper than three"));
  }

  void close() {
    dots_ = key_parts_ = 0;
    if (levels_.empty()) return;
    depth_ -= levels_.back();
    levels_.pop_back();
  }

  bool refuse(std::size_t offset, const char* id, std::string message, std::string remedy) {
    const Place place = place_at(text_, offset);
    diagnostics_.add(
        {Severity::error, id, {file_, place.line, place.column, 1}, std::move(message), std::move(remedy)});
    return false;
  }

  const std::shared_ptr<const SourceFile>& file_;
  std::string_view text_;
  Diagnostics& diagnostics_;
  std::size_t at_ = 0;
  int dots_ = 0, key_parts_ = 0, depth_ = 0;
  bool line_begins_ = true, in_header_ = false;
  std::vector<int> levels_;  ///< weights of the open brackets
};

}  // namespace

bool prescan(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics) {
  return Scan(file, diagnostics).run();
}

}  // namespace xp::toml
