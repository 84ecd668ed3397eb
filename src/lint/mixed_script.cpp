// SPDX-License-Identifier: MIT
#include <set>

#include "base/han_forms.h"
#include "base/i18n.h"
#include "base/utf8.h"
#include "lint/rules.h"

namespace xp::lint {
namespace {

bool is_han(char32_t c) { return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF); }

bool is_wide_digit_or_letter(char32_t c) {
  return (c >= U'０' && c <= U'９') || (c >= U'Ａ' && c <= U'Ｚ') || (c >= U'ａ' && c <= U'ｚ');
}

std::string listed(const std::set<char32_t>& characters) {
  return encode_utf8(std::u32string(characters.begin(), characters.end()));
}

std::set<char32_t> wide_characters(std::u32string_view text) {
  std::set<char32_t> found;
  for (const char32_t c : text)
    if (is_wide_digit_or_letter(c)) found.insert(c);
  return found;
}

std::set<char32_t> narrow_marks(std::u32string_view text) {
  constexpr std::u32string_view kMarks = U",;:!?()";
  std::set<char32_t> found;
  for (std::size_t i = 1; i + 1 < text.size(); ++i)
    if (kMarks.find(text[i]) != kMarks.npos && is_han(text[i - 1]) && is_han(text[i + 1]))
      found.insert(text[i]);
  return found;
}

HanForm form_of(const std::string& language) {
  for (const char* part : {"Hant", "-TW", "-HK", "-MO"})
    if (language.find(part) != language.npos) return HanForm::traditional;
  return HanForm::simplified;
}

void report(const Subject& subject, std::string message, std::string remedy, Diagnostics& out) {
  out.add({Severity::info, "mixed-script", subject.slide.at, std::move(message), std::move(remedy)});
}

void check_forms(const Subject& subject, std::u32string_view text, Diagnostics& out) {
  const std::string& language = subject.show.around.language;
  std::u32string seen, wanted;
  for (const auto& [foreign, own] : foreign_forms(text, form_of(language))) {
    seen += foreign;
    wanted += own;
  }
  if (seen.empty()) return;
  report(subject,
         trf("slide “{id}”: {seen} in a text in {language}; it has {wanted}",
             fmt::arg("id", subject.slide.id), fmt::arg("seen", encode_utf8(seen)),
             fmt::arg("language", language), fmt::arg("wanted", encode_utf8(wanted))),
         tr("write the characters of the text's own form, or set language of the campaign"), out);
}

}  // namespace

void check_mixed_script(const Subject& subject, Diagnostics& out) {
  if (!subject.slide.content || !subject.show.around.language.starts_with("zh")) return;
  const std::u32string text = decode_utf8(subject.slide.kind->reading_text(*subject.slide.content));
  check_forms(subject, text, out);
  if (const auto wide = wide_characters(text); !wide.empty())
    report(subject,
           trf("slide “{id}”: {seen} are full-width; figures and letters are half-width among Han",
               fmt::arg("id", subject.slide.id), fmt::arg("seen", listed(wide))),
           tr("write them half-width: 96110, not ９６１１０"), out);
  if (const auto narrow = narrow_marks(text); !narrow.empty())
    report(subject,
           trf("slide “{id}”: {seen} between Han is half-width; Chinese punctuation is full-width",
               fmt::arg("id", subject.slide.id), fmt::arg("seen", listed(narrow))),
           tr("write ，；：！？（）"), out);
}

}  // namespace xp::lint
