// SPDX-License-Identifier: MIT
#include "text/style.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/utf8.h"
#include "text/lexicon.h"
#include "text/stray_signs.h"

namespace xp::text {
namespace {

bool is_line_end(char32_t c) { return c == U'\n' || c == U'\u0085' || c == U'\u2028' || c == U'\u2029'; }
bool is_typed_space(char32_t c) { return c == U' ' || c == U'\t'; }

/// Line ends of every convention as \n; no byte order mark, no tab, no space beside a line end, no line end
/// at the end.
std::u32string tidy(std::u32string_view raw) {
  std::u32string out;
  out.reserve(raw.size());
  for (std::size_t i = 0; i < raw.size(); ++i) {
    char32_t c = raw[i];
    if (c == U'\uFEFF' && i == 0) continue;
    if (c == U'\r') {
      if (i + 1 < raw.size() && raw[i + 1] == U'\n') continue;
      c = U'\n';
    }
    if (is_line_end(c)) {
      while (!out.empty() && is_typed_space(out.back())) out.pop_back();
      out.push_back(U'\n');
    } else if (!is_typed_space(c)) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != U'\n') {
      out.push_back(U' ');
    }
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  if (!out.empty() && out.back() == U'\n') out.pop_back();
  return out;
}

/// Length of the run of asterisks at `at`.
std::size_t stars(std::u32string_view text, std::size_t at) {
  std::size_t n = 0;
  while (at + n < text.size() && text[at + n] == U'*') ++n;
  return n;
}

/// True for `**` and nothing longer: a masked number (6222****1234) is no markup.
bool is_marker(std::u32string_view text, std::size_t at) { return text[at] == U'*' && stars(text, at) == 2; }

bool is_escape(std::u32string_view text, std::size_t at) {
  return text[at] == U'\\' && at + 1 < text.size() &&
         (text[at + 1] == U'*' || text[at + 1] == U'[' || text[at + 1] == U']');
}

/// What a bracketed span says of its text.
struct Attributes {
  bool dot = false;
  std::string language;
};

bool is_language_tag(std::u32string_view tag) {
  constexpr std::size_t kLongest = 35;  // BCP 47 §4.4.1
  const auto letter = [](char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); };
  const auto other = [](char32_t c) { return (c >= U'0' && c <= U'9') || c == U'-'; };
  return tag.size() >= 2 && tag.size() <= kLongest && letter(tag.front()) && tag.back() != U'-' &&
         std::ranges::all_of(tag, [&](char32_t c) { return letter(c) || other(c); });
}

/// One word between the braces; false for any that is not known.
bool read_attribute(std::u32string_view word, Attributes& out) {
  constexpr std::u32string_view kLanguage = U"lang=";
  if (word == U".dot") {
    out.dot = true;
    return true;
  }
  if (!word.starts_with(kLanguage) || !is_language_tag(word.substr(kLanguage.size()))) return false;
  out.language = encode_utf8(word.substr(kLanguage.size()));
  return true;
}

/// What `]{…}` at `at` says, and its length; nothing where it is only text.
std::optional<std::pair<Attributes, std::size_t>> read_attributes(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 64;
  if (at + 1 >= text.size() || text[at + 1] != U'{') return std::nullopt;
  const std::u32string_view rest = text.substr(at + 2, kLongest);
  const std::size_t end = rest.find(U'}');
  if (end == rest.npos) return std::nullopt;
  Attributes attributes;
  bool any = false;
  for (std::size_t i = 0; i < end;) {
    const std::size_t space = std::min(rest.find(U' ', i), end);
    if (space > i && !read_attribute(rest.substr(i, space - i), attributes)) return std::nullopt;
    any = any || space > i;
    i = space + 1;
  }
  if (!any) return std::nullopt;
  return std::pair{std::move(attributes), end + 3};
}

/// A piece of the source that is markup: it opens a style or closes the last one.
struct Sign {
  std::size_t at = 0, length = 0;
  enum class Does : std::uint8_t { accent, span, close } does = Does::close;
  Attributes attributes = {};
};

/// Pairs of `**` and spans `[…]{…}`. Whichever closes first wins over one that it crosses; what has no
/// partner is text. One walk, whatever the operator wrote.
class SignFinder {
 public:
  explicit SignFinder(std::u32string_view text) : text_(text) {}

  std::vector<Sign> find() && {
    for (std::size_t at = 0; at < text_.size();) at += step(at);
    std::ranges::sort(signs_, {}, &Sign::at);
    return std::move(signs_);
  }

 private:
  /// Returns how far to go.
  std::size_t step(std::size_t at) {
    if (is_escape(text_, at)) return 2;
    switch (text_[at]) {
      case U'*':
        if (is_marker(text_, at)) accent(at);
        return stars(text_, at);
      case U'[':
        open_.push_back(at);
        return 1;
      case U']':
        return bracket(at);
      default:
        return 1;
    }
  }

  void accent(std::size_t at) {
    const auto begun = std::ranges::find_if(open_, [&](std::size_t i) { return text_[i] == U'*'; });
    if (begun == open_.end()) {
      open_.push_back(at);
      return;
    }
    signs_.push_back({*begun, 2, Sign::Does::accent});
    signs_.push_back({at, 2});
    open_.erase(begun, open_.end());
  }

  std::size_t bracket(std::size_t at) {
    auto begun = open_.end();
    while (begun != open_.begin() && text_[*--begun] != U'[') {
    }
    if (begun == open_.end() || text_[*begun] != U'[') return 1;
    auto said = read_attributes(text_, at);
    if (!said || *begun + 1 == at) {
      open_.erase(begun);  // a pair of brackets and nothing more
      return 1;
    }
    signs_.push_back({*begun, 1, Sign::Does::span, std::move(said->first)});
    signs_.push_back({at, said->second});
    open_.erase(begun, open_.end());
    return said->second;
  }

  std::u32string_view text_;
  std::vector<std::size_t> open_;  // brackets and at most one `**`
  std::vector<Sign> signs_;
};

/// Copies text between marks, its escapes resolved.
void append_literal(std::u32string& out, std::u32string_view part) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (is_escape(part, i)) ++i;
    out.push_back(part[i]);
  }
}

void start_run(StyledText& out, StyleRun run) {
  run.start = static_cast<std::uint32_t>(out.text.size());
  if (!out.runs.empty() && out.runs.back().start == run.start) out.runs.pop_back();
  StyleRun before = out.runs.empty() ? StyleRun{} : out.runs.back();
  before.start = run.start;
  if (!(before == run)) out.runs.push_back(std::move(run));
}

StyleRun with(StyleRun run, const Sign& sign) {
  if (sign.does == Sign::Does::accent) run.emphasis = Emphasis::accent;
  if (sign.attributes.dot) run.mark = EmphasisMark::dot;
  if (!sign.attributes.language.empty()) run.language = sign.attributes.language;
  return run;
}

}  // namespace

StyledText parse_markup(std::string_view utf8) {
  const std::u32string source = tidy(decode_utf8(utf8));
  const std::u32string_view rest(source);
  StyledText out;
  out.text.reserve(source.size());
  std::vector<StyleRun> styles(1);
  std::size_t at = 0;
  for (const Sign& sign : SignFinder(rest).find()) {
    append_literal(out.text, rest.substr(at, sign.at - at));
    if (out.runs.empty() && !out.text.empty()) out.runs.push_back({});
    if (sign.does == Sign::Does::close) {
      styles.pop_back();
    } else {
      styles.push_back(with(styles.back(), sign));
    }
    start_run(out, styles.back());
    at = sign.at + sign.length;
  }
  append_literal(out.text, rest.substr(at));
  if (!out.runs.empty() && out.runs.back().start >= out.text.size()) out.runs.pop_back();
  return out;
}

namespace {

/// `]{…}`, or as much of its line as a message has room for.
std::string shown_span(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kShown = 16;
  const std::u32string_view rest = text.substr(at, kShown);
  const std::size_t end = rest.find_first_of(U"}\n");
  if (end == rest.npos) return encode_utf8(rest);
  return encode_utf8(rest.substr(0, rest[end] == U'}' ? end + 1 : end));
}

/// Past an escape, asterisks in a row, or one character.
std::size_t step_over(std::u32string_view text, std::size_t at) {
  if (is_escape(text, at)) return 2;
  return text[at] == U'*' ? stars(text, at) : 1;
}

}  // namespace

std::vector<std::string> stray_signs(std::string_view utf8) {
  const std::u32string source = tidy(decode_utf8(utf8));
  const std::u32string_view text(source);
  std::set<std::size_t> used;
  for (const Sign& sign : SignFinder(text).find()) used.insert(sign.at);
  std::vector<std::string> strays;
  for (std::size_t at = 0; at < text.size(); at += step_over(text, at)) {
    if (used.contains(at)) continue;
    if (text[at] == U'*' && is_marker(text, at)) strays.emplace_back("**");
    if (text[at] == U']' && text.substr(at + 1).starts_with(U'{')) strays.push_back(shown_span(text, at));
  }
  return strays;
}

std::string plain_text(std::string_view utf8) { return encode_utf8(parse_markup(utf8).text); }

namespace {

Hasher& add(Hasher& hasher, std::u32string_view text) {
  return hasher.add(
      std::string_view(reinterpret_cast<const char*>(text.data()), text.size() * sizeof(char32_t)));
}

}  // namespace

Hash hash_of(const StyledText& text, const ParagraphStyle& style) {
  Hasher hasher;
  add(hasher, text.text).add(text.runs.size());
  for (const StyleRun& run : text.runs)
    hasher.add(run.start).add(run.emphasis).add(run.mark).add(run.language);
  hasher.add(style.role).add(style.language).add(style.width.has_value()).add(style.width.value_or(Em{}).raw);
  hasher.add(style.mode).add(style.line_break).add(style.trim).add(style.autospace).add(style.gap.raw);
  hasher.add(style.phrase).add(style.balance).add(style.tcy);
  add(hasher, style.tcy_text);
  hasher.add(style.lexicon ? style.lexicon->hash() : Hash{});
  return hasher.add(style.orientation).add(style.hang).add(style.align).add(style.direction).done();
}

}  // namespace xp::text
