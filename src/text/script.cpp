// SPDX-License-Identifier: MIT
#include "text/script.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

namespace xp::text {

namespace {

hb_script_t script_of(char32_t c) {
  if (c >= 0x4E00 && c <= 0x9FFF) return HB_SCRIPT_HAN;
  return hb_unicode_script(hb_unicode_funcs_get_default(), c);
}

bool strong(hb_script_t script) {
  return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN;
}

// Full-width marks belong to Han whatever stands beside them: `ئۇيغۇر，中国`.
bool is_wide_mark(char32_t c) {
  return (c >= 0x3000 && c <= 0x303F) || (c >= 0xFE10 && c <= 0xFE1F) || (c >= 0xFE30 && c <= 0xFE6F) ||
         (c >= 0xFF01 && c <= 0xFFEE);
}

bool is_latin(std::u32string_view text, std::size_t index) {
  return index < text.size() && script_of(text[index]) == HB_SCRIPT_LATIN;
}

bool is_ascii_bracket(char32_t c) {
  return c == U'(' || c == U')' || c == U'[' || c == U']' || c == U'{' || c == U'}';
}

// A closing bracket takes its opening one's script, so that a pair is drawn by one font.
class BracketStack {
 public:
  void visit(char32_t c, hb_script_t& script) {
    if (c < 0x80 && !is_ascii_bracket(c)) return;
    switch (u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
      case U_BPT_OPEN:
        if (depth_ < open_.size())
          open_[depth_++] = {u_getBidiPairedBracket(static_cast<UChar32>(c)), script};
        break;
      case U_BPT_CLOSE:
        for (std::size_t i = depth_; i-- > 0;) {
          if (open_[i].closing != static_cast<UChar32>(c)) continue;
          if (strong(open_[i].script)) script = open_[i].script;
          depth_ = i;
          break;
        }
        break;
      default:
        break;
    }
  }

 private:
  struct Open {
    UChar32 closing;
    hb_script_t script;
  };
  std::array<Open, 16> open_{};
  std::size_t depth_ = 0;
};

}  // namespace

bool is_chinese(std::string_view language) {
  return language.starts_with("zh") && (language.size() == 2 || language[2] == '-');
}

bool is_east_asian(std::string_view language) {
  return is_chinese(language) || language.starts_with("ja") || language.starts_with("ko");
}

bool is_han_mark(std::u32string_view text, std::size_t index) {
  switch (text[index]) {
    case U'\u2019':
      return index == 0 || !is_latin(text, index - 1) || !is_latin(text, index + 1);
    case U'\u00B7':
    case U'\u2014':
    case U'\u2018':
    case U'\u201C':
    case U'\u201D':
    case U'\u2026':
    case U'\u2027':
    case U'\u22EF':
    case U'\u2E3A':
      return true;
    default:
      return false;
  }
}

std::vector<hb_script_t> resolve_scripts(std::u32string_view text, std::string_view language) {
  const bool chinese = is_chinese(language);
  std::vector<hb_script_t> scripts(text.size());
  BracketStack brackets;
  hb_script_t previous = HB_SCRIPT_COMMON;
  for (std::size_t i = 0; i < text.size(); ++i) {
    hb_script_t script = script_of(text[i]);
    if (!strong(script)) {
      const bool han = is_wide_mark(text[i]) || (chinese && is_han_mark(text, i));
      script = han && script == HB_SCRIPT_COMMON ? HB_SCRIPT_HAN : previous;
      if (text[i] < 0x3000) brackets.visit(text[i], script);
    }
    scripts[i] = script;
    if (!strong(script)) continue;
    if (!strong(previous))
      std::fill_n(scripts.begin(), i, script);  // what stands before the first strong one
    previous = script;
  }
  if (!strong(previous) && is_east_asian(language)) std::ranges::fill(scripts, HB_SCRIPT_HAN);
  return scripts;
}

}  // namespace xp::text
