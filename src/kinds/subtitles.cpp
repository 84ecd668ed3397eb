// SPDX-License-Identifier: MIT
#include "kinds/subtitles.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/charset.h"
#include "base/i18n.h"

namespace xp::kinds {
namespace {

constexpr std::string_view kSpace = " \t";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) - first + 1);
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The number at the beginning of `text`, which loses it; `separator` after it, too.
std::optional<std::int64_t> take_number(std::string_view& text, std::string_view separators) {
  std::int64_t value = 0;
  std::size_t digits = 0;
  for (; digits < text.size() && is_digit(text[digits]) && digits < 6; ++digits)
    value = value * 10 + (text[digits] - '0');
  if (digits == 0) return std::nullopt;
  text.remove_prefix(digits);
  if (separators.empty()) return value;
  if (text.empty() || separators.find(text.front()) == std::string_view::npos) return std::nullopt;
  text.remove_prefix(1);
  return value;
}

/// "00:01:02,345"
std::optional<Duration> take_time(std::string_view& text) {
  const auto hours = take_number(text, ":"), minutes = take_number(text, ":"),
             whole = take_number(text, ",.");
  const std::size_t before = text.size();
  const auto part = take_number(text, "");
  if (!hours || !minutes || !whole || !part || *minutes > 59 || *whole > 59) return std::nullopt;
  std::int64_t ms = *part;
  for (std::size_t digits = before - text.size(); digits != 3; digits < 3 ? ++digits : --digits)
    ms = digits < 3 ? ms * 10 : ms / 10;
  return seconds((*hours * 60 + *minutes) * 60 + *whole) + milliseconds(ms);
}

/// "00:00:01,000 --> 00:00:02,500", and places on the screen after it, which are left to us.
std::optional<std::pair<Duration, Duration>> times_of(std::string_view line) {
  const auto start = take_time(line);
  const std::string_view rest = trimmed(line);
  if (!start || !rest.starts_with("-->")) return std::nullopt;
  std::string_view second = trimmed(rest.substr(3));
  const auto end = take_time(second);
  if (!end || (!second.empty() && kSpace.find(second.front()) == std::string_view::npos)) return std::nullopt;
  return std::pair(*start, *end);
}

/// The end of "<i>", "</font>" or "{\an8}" that begins at `at`; nothing where that is text.
std::optional<std::size_t> end_of_tag(std::string_view text, std::size_t at) {
  const bool brace = text[at] == '{';
  std::size_t next = at + 1;
  if (!brace && next < text.size() && text[next] == '/') ++next;
  const bool begins = next < text.size() &&
                      (brace ? text[next] == '\\' : ((text[next] | 32) >= 'a' && (text[next] | 32) <= 'z'));
  if (!begins) return std::nullopt;
  const std::size_t end = text.find(brace ? '}' : '>', next);
  return end == std::string_view::npos ? std::nullopt : std::optional(end + 1);
}

std::string without_markup(std::string_view line) {
  std::string plain;
  for (std::size_t i = 0; i < line.size();) {
    const auto end = line[i] == '<' || line[i] == '{' ? end_of_tag(line, i) : std::nullopt;
    if (end) {
      i = *end;
    } else {
      plain += line[i++];
    }
  }
  return std::string(trimmed(plain));
}

class Parser {
 public:
  explicit Parser(std::string_view text) {
    for (std::size_t from = 0; from <= text.size();) {
      std::size_t end = text.find('\n', from);
      if (end == std::string_view::npos) end = text.size();
      std::string_view line = text.substr(from, end - from);
      if (line.ends_with('\r')) line.remove_suffix(1);
      lines_.push_back(trimmed(line));
      from = end + 1;
    }
  }

  Subtitles parse() {
    while (skip_blank() && out_.cues.size() < kMaxCues) block();
    if (at_ < lines_.size())
      complain(trf("only the first {count} subtitles are shown", fmt::arg("count", kMaxCues)));
    std::ranges::stable_sort(out_.cues, {}, &Cue::start);
    return std::move(out_);
  }

 private:
  bool skip_blank() {
    while (at_ < lines_.size() && lines_[at_].empty()) ++at_;
    return at_ < lines_.size();
  }

  void complain(std::string message) {
    out_.mistakes.push_back({static_cast<int>(at_) + 1, std::move(message)});
  }

  /// A number (left out by some), times, lines up to a blank one.
  void block() {
    const bool numbered = std::ranges::all_of(lines_[at_], is_digit);
    if (numbered && at_ + 1 < lines_.size()) ++at_;
    const auto times = times_of(lines_[at_]);
    if (!times) {
      complain(tr("times are expected here, such as 00:00:01,000 --> 00:00:04,500"));
      return skip_block();
    }
    if (times->second <= times->first) {
      complain(tr("the subtitle ends before it begins"));
      return skip_block();
    }
    ++at_;
    Cue cue{times->first, times->second, text()};
    if (!cue.text.empty()) out_.cues.push_back(std::move(cue));
  }

  void skip_block() {
    while (at_ < lines_.size() && !lines_[at_].empty()) ++at_;
  }

  /// Lines after the second join it.
  std::string text() {
    std::string text;
    int count = 0;
    for (; at_ < lines_.size() && !lines_[at_].empty(); ++at_) {
      const std::string line = without_markup(lines_[at_]);
      if (line.empty()) continue;
      if (count > 0) text += count == 1 ? '\n' : ' ';
      text += line;
      ++count;
    }
    return text;
  }

  std::vector<std::string_view> lines_;
  std::size_t at_ = 0;
  Subtitles out_;
};

}  // namespace

Subtitles parse_srt(std::string_view bytes) {
  const std::optional<std::string> text = to_utf8(bytes);
  if (!text) return {{}, {{1, tr("the file is no text that can be read")}}};
  return Parser(*text).parse();
}

const Cue* cue_at(const std::vector<Cue>& cues, Duration time) {
  const auto after = std::ranges::upper_bound(cues, time, {}, &Cue::start);
  for (auto cue = after; cue != cues.begin();) {
    if (time < (--cue)->end) return &*cue;
  }
  return nullptr;
}

}  // namespace xp::kinds
