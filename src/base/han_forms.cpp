// SPDX-License-Identifier: MIT
#include "base/han_forms.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf16.h>
#include <unicode/utrans.h>

#include <array>
#include <memory>
#include <string>

namespace xp::inline base {
namespace {

struct Close {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
  void operator()(UTransliterator* forms) const { utrans_close(forms); }
};

bool is_han(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

/// The characters that are in daily use in one form: GB 2312 or Big5.
class Repertoire {
 public:
  explicit Repertoire(const char* charset) {
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(charset, &status));
    if (!converter_) return;
    ucnv_setFromUCallBack(converter_.get(), UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }
  bool has(char32_t c) const {
    if (!converter_) return true;
    UErrorCode status = U_ZERO_ERROR;
    std::array<char, 8> bytes;
    const auto unit = static_cast<UChar>(c);
    ucnv_fromUChars(converter_.get(), bytes.data(), bytes.size(), &unit, 1, &status);
    return U_SUCCESS(status);
  }

 private:
  std::unique_ptr<UConverter, Close> converter_;
};

/// One character for one.
class Forms {
 public:
  explicit Forms(const std::u16string& id) {
    UErrorCode status = U_ZERO_ERROR;
    forms_.reset(utrans_openU(id.data(), static_cast<std::int32_t>(id.size()), UTRANS_FORWARD, nullptr, 0,
                              nullptr, &status));
  }
  char32_t of(char32_t c) const {
    if (!forms_) return c;
    UErrorCode status = U_ZERO_ERROR;
    std::array<UChar, 8> text{static_cast<UChar>(c)};
    std::int32_t length = 1, limit = 1;
    utrans_transUChars(forms_.get(), text.data(), &length, text.size(), 0, &limit, &status);
    return U_SUCCESS(status) && length == 1 && !U16_IS_SURROGATE(text[0]) ? text[0] : c;
  }

 private:
  std::unique_ptr<UTransliterator, Close> forms_;
};

}  // namespace

std::map<char32_t, char32_t> foreign_forms(std::u32string_view text, HanForm form) {
  const bool simplified = form == HanForm::simplified;
  const Repertoire daily(simplified ? "EUC-CN" : "Big5");
  std::map<char32_t, char32_t> found;
  for (const char32_t c : text)
    if (is_han(c) && !daily.has(c)) found.emplace(c, c);
  if (found.empty()) return found;
  const Forms forms(simplified ? u"Traditional-Simplified" : u"Simplified-Traditional");
  for (auto& [c, own] : found) own = forms.of(c);
  std::erase_if(found, [](const auto& pair) { return pair.first == pair.second; });
  return found;
}

}  // namespace xp::inline base
