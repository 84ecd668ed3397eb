// SPDX-License-Identifier: MIT
#include "text/icu_iterator.h"

#include <unicode/utf16.h>

#include <algorithm>

namespace xp::text {

Utf16::Utf16(std::u32string_view text) {
  if (std::ranges::none_of(text, [](char32_t c) { return c > 0xFFFF || U_IS_SURROGATE(c); })) {
    units.assign(text.begin(), text.end());
    return;
  }
  units.reserve(text.size() + 8);
  for (std::size_t i = 0; i < text.size(); ++i) {
    char32_t c = text[i];
    if (U_IS_SURROGATE(c) || c > 0x10FFFF) c = 0xFFFD;
    if (c > 0xFFFF && code_points.empty()) {
      for (std::uint32_t k = 0; k < i; ++k) code_points.push_back(k);
    }
    const bool pair = c > 0xFFFF;
    if (pair) {
      units.push_back(U16_LEAD(c));
      units.push_back(U16_TRAIL(c));
    } else {
      units.push_back(static_cast<char16_t>(c));
    }
    if (pair || !code_points.empty())
      code_points.insert(code_points.end(), pair ? 2 : 1, static_cast<std::uint32_t>(i));
  }
  if (!code_points.empty()) code_points.push_back(static_cast<std::uint32_t>(text.size()));
}

IcuIterator open_iterator(UBreakIteratorType type, const char* locale) {
  UErrorCode error = U_ZERO_ERROR;
  IcuIterator iterator(ubrk_open(type, locale, nullptr, 0, &error));
  return U_SUCCESS(error) ? std::move(iterator) : nullptr;
}

}  // namespace xp::text
