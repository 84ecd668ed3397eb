// SPDX-License-Identifier: MIT
#include "text/style.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/lexicon.h"

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

std::size_t next_marker(std::u32string_view text, std::size_t from) {
  for (std::size_t i = from; i < text.size();) {
    if (text[i] == U'\\') {
      i += 2;
    } else if (is_marker(text, i)) {
      return i;
    } else {
      i += std::max<std::size_t>(1, stars(text, i));
    }
  }
  return std::u32string_view::npos;
}

/// Copies text outside markers; `\*` is an asterisk.
void append_literal(std::u32string& out, std::u32string_view part) {
  for (std::size_t i = 0; i < part.size(); ++i) {
    if (part[i] == U'\\' && i + 1 < part.size() && part[i + 1] == U'*') ++i;
    out.push_back(part[i]);
  }
}

void start_run(StyledText& out, Emphasis emphasis) {
  const auto start = static_cast<std::uint32_t>(out.text.size());
  if (!out.runs.empty() && out.runs.back().start == start) out.runs.pop_back();
  out.runs.push_back({start, emphasis, EmphasisMark::none, {}});
}

}  // namespace

StyledText parse_markup(std::string_view utf8) {
  const std::u32string source = tidy(decode_utf8(utf8));
  const std::u32string_view rest(source);
  StyledText out;
  out.text.reserve(source.size());
  std::size_t at = 0;
  for (;;) {
    const std::size_t open = next_marker(rest, at);
    const std::size_t close = open == rest.npos ? rest.npos : next_marker(rest, open + 2);
    if (close == rest.npos) break;
    if (out.runs.empty() && open > at) start_run(out, Emphasis::normal);
    append_literal(out.text, rest.substr(at, open - at));
    start_run(out, Emphasis::accent);
    append_literal(out.text, rest.substr(open + 2, close - open - 2));
    start_run(out, Emphasis::normal);
    at = close + 2;
  }
  append_literal(out.text, rest.substr(at));
  if (!out.runs.empty() && out.runs.back().start >= out.text.size()) out.runs.pop_back();
  return out;
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
