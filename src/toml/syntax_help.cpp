// SPDX-License-Identifier: MIT
#include "toml/syntax_help.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "base/i18n.h"
#include "base/utf8.h"
#include "toml/wrong_type.h"

namespace xp::toml {
namespace {

/// The line in which the parser gave up, cut into what people see in it.
struct Line {
  std::u32string text;
  int number = 1;
  std::size_t column = 0;  ///< 0-based, where the parser gave up
  std::u32string key;      ///< before the sign between key and value
  std::size_t key_at = 0;
  std::u32string value;  ///< after it
  std::size_t value_at = 0;
  bool header = false;
  std::string_view says;
};

struct Help {
  std::string message, remedy;
  Place at;
  const char* id = "syntax";
};

bool is_space(char32_t c) { return c == U' ' || c == U'\t' || c == U'\r' || c == 0x3000; }
bool is_digit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool is_latin(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool is_bare(char32_t c) { return is_latin(c) || is_digit(c) || c == U'_' || c == U'-'; }
bool is_equals(char32_t c) { return c == U'=' || c == U'＝'; }

std::string utf8(std::u32string_view text) {
  constexpr std::size_t kShown = 40;
  return text.size() <= kShown ? encode_utf8(text) : encode_utf8(text.substr(0, kShown)) + "…";
}

void trim(std::u32string& text, std::size_t& at) {
  const auto first = std::ranges::find_if_not(text, is_space);
  at += static_cast<std::size_t>(first - text.begin());
  text.erase(text.begin(), first);
  while (!text.empty() && is_space(text.back())) text.pop_back();
}

Line read_line(std::string_view source, Place at, std::string_view says) {
  Line line;
  line.says = says;
  line.number = at.line;
  for (int i = 1; i < at.line; ++i) source.remove_prefix(std::min(source.find('\n'), source.size() - 1) + 1);
  line.text = decode_utf8(source.substr(0, source.find('\n')));
  line.column = std::min(static_cast<std::size_t>(std::max(at.column, 1) - 1), line.text.size());
  const auto equals = std::ranges::find_if(line.text, is_equals);
  line.key.assign(line.text.begin(), equals);
  line.key_at = 0;
  trim(line.key, line.key_at);
  if (equals != line.text.end()) {
    line.value.assign(equals + 1, line.text.end());
    line.value_at = line.key.size() + line.key_at + 1;
    line.value_at = static_cast<std::size_t>(equals - line.text.begin()) + 1;
    trim(line.value, line.value_at);
  }
  line.header = line.key.starts_with(U'[');
  return line;
}

Place place(const Line& line, std::size_t column, std::size_t length) {
  return {line.number, static_cast<int>(column) + 1, static_cast<int>(std::max<std::size_t>(length, 1))};
}

std::optional<Help> chinese_punctuation(const Line& line) {
  struct Pair {
    char32_t wide;
    const char* plain;
  };
  static constexpr std::array pairs{Pair{U'＝', "="},  Pair{U'“', "\""}, Pair{U'”', "\""},  Pair{U'‘', "'"},
                                    Pair{U'’', "'"},   Pair{U'，', ","}, Pair{U'、', ","},  Pair{U'：', "="},
                                    Pair{U'【', "["},  Pair{U'】', "]"}, Pair{U'［', "["},  Pair{U'］', "]"},
                                    Pair{U'｛', "{"},  Pair{U'｝', "}"}, Pair{U'＂', "\""}, Pair{U'＃', "#"},
                                    Pair{U'「', "\""}, Pair{U'」', "\""}};
  if (line.column >= line.text.size()) return std::nullopt;
  const auto found = std::ranges::find(pairs, line.text[line.column], &Pair::wide);
  if (found == pairs.end()) return std::nullopt;
  return Help{trf("“{mark}” is a Chinese punctuation mark", fmt::arg("mark", encode_utf8({&found->wide, 1}))),
              trf("switch the input method to English and write {mark}", fmt::arg("mark", found->plain)),
              place(line, line.column, 1)};
}

std::optional<Help> already_there(const Line& line) {
  if (line.says.find("cannot redefine") == std::string_view::npos &&
      line.says.find("cannot insert") == std::string_view::npos) {
    return std::nullopt;
  }
  Help help{trf("“{key}” is given a second time", fmt::arg("key", utf8(line.key))),
            tr("keep one of the two and delete the other"), place(line, line.key_at, line.key.size()),
            "duplicate-key"};
  if (line.header)
    help.remedy =
        tr("put the keys of both under one heading; a list of tables has double brackets, such as [[slide]]");
  return help;
}

std::optional<Help> bare_chinese_key(const Line& line) {
  std::u32string name = line.key;
  std::size_t at = line.key_at;
  if (line.header) {
    while (name.starts_with(U'[')) name.erase(0, 1), ++at;
    name.resize(std::min(name.find(U']'), name.size()));
  }
  const bool only_at_key = line.column >= line.key_at && line.column <= line.key_at + line.key.size();
  if (!only_at_key || name.empty() || name.find_first_of(U"\"'#") != std::u32string::npos)
    return std::nullopt;
  const auto letter = std::ranges::find_if(name, [](char32_t c) { return c >= 0x80; });
  if (letter == name.end()) return std::nullopt;
  return Help{
      trf("“{key}” cannot be a key: keys are written with Latin letters, digits, - and _",
          fmt::arg("key", utf8(name))),
      tr("write the English key, such as title = \"…\"; Chinese belongs in the quotes after the sign ="),
      place(line, at, name.size())};
}

std::optional<Help> slash_comment(const Line& line) {
  const std::u32string_view text(line.text);
  const std::size_t begin = text.find(U"//");
  const auto is_blank_before = [&] { return std::ranges::all_of(text.substr(0, begin), is_space); };
  if (begin == text.npos || (!is_blank_before() && begin != line.column)) return std::nullopt;
  return Help{tr("a comment begins with #, not with //"), tr("write # instead of //"), place(line, begin, 2)};
}

std::optional<Help> date_in_other_signs(const Line& line) {
  std::u32string text = line.value.substr(0, std::min(line.value.find(U'#'), line.value.size()));
  std::size_t at = line.value_at;
  trim(text, at);
  const auto day = detail::date_of(encode_utf8(text));
  if (!day || line.header || line.key.empty()) return std::nullopt;
  return Help{
      trf("“{value}” is not a date", fmt::arg("value", utf8(text))),
      trf("write {key} = {value}", fmt::arg("key", utf8(line.key)), fmt::arg("value", format_date(*day))),
      place(line, at, text.size())};
}

/// “58.3%”: a figure has no quotes, its unit a key of its own.
std::optional<Help> figure_with_unit(const Line& line) {
  const std::u32string_view value(line.value);
  const std::size_t end = std::min(value.find_first_not_of(U"-0123456789."), value.size());
  const std::u32string_view unit =
      value.substr(end, std::min(value.find_first_of(U" #", end), value.size()) - end);
  if (line.header || line.key.empty() || end == 0 || (unit != U"%" && unit != U"％")) return std::nullopt;
  return Help{
      tr("a number stands without its unit"),
      trf("write {key} = {figure} and the unit in a key of its own, unit = \"%\"; where a text is wanted, "
          "{key} = \"{figure}%\"",
          fmt::arg("key", utf8(line.key)), fmt::arg("figure", utf8(value.substr(0, end)))),
      place(line, line.value_at, end + unit.size())};
}

std::optional<Help> time_without_seconds(const Line& line) {
  std::size_t i = 0;
  while (i < line.value.size() && is_digit(line.value[i])) ++i;
  if (i == 0 || i > 2 || i + 2 >= line.value.size()) return std::nullopt;
  if (line.value[i] != U':' && line.value[i] != U'：') return std::nullopt;
  if (!is_digit(line.value[i + 1]) || !is_digit(line.value[i + 2])) return std::nullopt;
  const std::u32string time = line.value.substr(0, std::min(line.value.find(U'#'), line.value.size()));
  std::u32string text = time;
  std::size_t at = line.value_at;
  trim(text, at);
  return Help{
      tr("a time of day stands in quotes here"),
      trf("write {key} = \"{value}\"", fmt::arg("key", utf8(line.key)), fmt::arg("value", utf8(text))),
      place(line, at, text.size())};
}

std::optional<Help> no_real_day(const Line& line) {
  if (line.says.find("parsing date") == std::string_view::npos) return std::nullopt;
  return Help{trf("“{value}” is not a date", fmt::arg("value", utf8(line.value))),
              tr("write year, month and day as in 2022-05-13"),
              place(line, line.value_at, line.value.size())};
}

std::optional<Help> no_value(const Line& line) {
  if (line.key.empty() || line.header || line.text.find(U'=') == std::u32string::npos) return std::nullopt;
  if (line.value.empty() || line.value.starts_with(U'#')) {
    const bool color =
        line.value.size() >= 4 && std::all_of(line.value.begin() + 1, line.value.begin() + 4, [](char32_t c) {
          return is_digit(c) || (c >= U'a' && c <= U'f') || (c >= U'A' && c <= U'F');
        });
    if (color) {
      return Help{tr("a colour stands in quotes; without them # begins a comment"),
                  trf("write {key} = \"{value}\"", fmt::arg("key", utf8(line.key)),
                      fmt::arg("value", utf8(line.value))),
                  place(line, line.value_at, line.value.size())};
    }
    return Help{trf("“{key}” has no value", fmt::arg("key", utf8(line.key))),
                tr("write a value after the sign =, or delete the line"),
                place(line, line.key_at, line.key.size())};
  }
  return std::nullopt;
}

std::optional<Help> unclosed_quote(const Line& line) {
  const bool in_string = line.says.find("string") != std::string_view::npos;
  const bool ended = line.says.find("end-of-file") != std::string_view::npos ||
                     line.says.find("control characters") != std::string_view::npos;
  if (!in_string || !ended) return std::nullopt;
  return Help{tr("the text is not closed by a quote"),
              tr("put the closing quote at its end; text of several lines stands between \"\"\" and \"\"\""),
              place(line, line.value.empty() ? line.column : line.value_at, line.value.size())};
}

std::optional<Help> bad_escape(const Line& line) {
  if (line.says.find("escape sequence") == std::string_view::npos &&
      line.says.find("backslash") == std::string_view::npos) {
    return std::nullopt;
  }
  return Help{tr("a backslash in a text in double quotes begins a special character; this is none"),
              tr("write \\\\ for a backslash, \\n for a line break, or put the text in single quotes"),
              place(line, line.column > 0 ? line.column - 1 : 0, 1)};
}

std::optional<Help> text_without_quotes(const Line& line) {
  if (line.key.empty() || line.header || line.value.empty()) return std::nullopt;
  const char32_t first = line.value.front();
  const bool begins_as_text = is_latin(first) || first >= 0x80;
  const bool number_and_more = is_digit(first) && line.column < line.text.size() &&
                               line.column >= line.value_at &&
                               line.value.find_first_of(U"[]{}\"'") == std::u32string::npos;
  if (!begins_as_text && !number_and_more) return std::nullopt;
  std::u32string text = line.value;
  if (const std::size_t comment = text.find(U" #"); comment != std::u32string::npos) text.resize(comment);
  return Help{
      tr("text stands in quotes"),
      trf("write {key} = \"{value}\"", fmt::arg("key", utf8(line.key)), fmt::arg("value", utf8(text))),
      place(line, line.value_at, text.size())};
}

std::optional<Help> no_equals_sign(const Line& line) {
  if (line.header || line.text.find_first_of(U"=＝") != std::u32string::npos) return std::nullopt;
  if (line.key.empty() || !is_bare(line.key.front())) return std::nullopt;
  return Help{tr("there is no sign = in this line"), tr("write key = value, such as title = \"…\""),
              place(line, line.key_at, line.key.size())};
}

std::optional<Help> unclosed_bracket(const Line& line) {
  const bool value = line.says.find("parsing value") != std::string_view::npos;
  const bool list =
      line.says.find("parsing array") != std::string_view::npos || (value && line.value.starts_with(U'['));
  const bool table = line.says.find("inline table") != std::string_view::npos;
  const bool header = line.says.find("table header") != std::string_view::npos;
  if (header) {
    return Help{tr("this heading is not closed"), tr("write [name] or [[name]], alone in its line"),
                place(line, line.column, 1)};
  }
  if (list) {
    return Help{tr("the list is not right here"), tr("put commas between the values and ] at the end"),
                place(line, line.column, 1)};
  }
  if (table) {
    return Help{
        tr("the table in braces is not right here"),
        tr("keep it in one line, with commas between the keys, none after the last, and } at the end"),
        place(line, line.column, 1)};
  }
  return std::nullopt;
}

std::optional<Help> something_after_value(const Line& line) {
  if (line.says.find("expected a comment or whitespace") == std::string_view::npos) return std::nullopt;
  return Help{tr("something stands after the value"),
              tr("one key a line; a quote inside a text is written \\\" or the text stands in single quotes"),
              place(line, line.column, 1)};
}

std::optional<Help> bad_number(const Line& line) {
  const bool zeros = line.says.find("leading zeroes") != std::string_view::npos;
  const bool huge = line.says.find("not representable") != std::string_view::npos;
  if (!zeros && !huge) return std::nullopt;
  return Help{zeros ? tr("a number does not begin with 0") : tr("the number has too many digits"),
              zeros ? tr("delete the zeros, or put the digits in quotes where they are a text")
                    : tr("put the digits in quotes where they are a text, such as a telephone number"),
              place(line, line.value_at, line.value.size())};
}

std::optional<Help> no_truth_value(const Line& line) {
  const std::u32string word =
      line.value.substr(0, std::min(line.value.find_first_of(U" #"), line.value.size()));
  const auto yes = detail::truth_of(encode_utf8(word));
  if (line.header || !yes || is_digit(word.front())) return std::nullopt;
  return Help{tr("yes and no are written true and false, in small letters"),
              trf("write {key} = {value}", fmt::arg("key", utf8(line.key)),
                  fmt::arg("value", *yes ? "true" : "false")),
              place(line, line.value_at, word.size())};
}

Help as_parser_says(const Line& line) {
  return {trf("this is not TOML (the parser says: {detail})", fmt::arg("detail", line.says)),
          tr("compare the line with its neighbours: key = value, texts in quotes, headings in brackets"),
          place(line, line.column, 1)};
}

}  // namespace

Diagnostic explain_syntax_error(const std::shared_ptr<const SourceFile>& file, Place at,
                                std::string_view parser_says) {
  const Line line = read_line(file->text, at, parser_says);
  Help help = as_parser_says(line);
  for (const auto explain :
       {slash_comment, chinese_punctuation, already_there, bare_chinese_key, date_in_other_signs,
        figure_with_unit, time_without_seconds, no_real_day, no_value, unclosed_quote, bad_escape, bad_number,
        no_truth_value, unclosed_bracket, no_equals_sign, something_after_value, text_without_quotes}) {
    if (auto found = explain(line)) {
      help = std::move(*found);
      break;
    }
  }
  return {Severity::error,
          help.id,
          {file, help.at.line, help.at.column, help.at.length},
          std::move(help.message),
          std::move(help.remedy)};
}

}  // namespace xp::toml
