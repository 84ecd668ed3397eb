// SPDX-License-Identifier: MIT
// ICU's break iterators over code points.
#pragma once

#include <unicode/ubrk.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace xp::text {

/// A paragraph as ICU reads it.
struct Utf16 {
  std::u16string units;
  std::vector<std::uint32_t> code_points;  ///< of each unit and the end; empty where both count alike

  explicit Utf16(std::u32string_view text);
  std::uint32_t code_point(std::int32_t unit) const {
    return code_points.empty() ? static_cast<std::uint32_t>(unit)
                               : code_points[static_cast<std::size_t>(unit)];
  }
};

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using IcuIterator = std::unique_ptr<UBreakIterator, CloseIterator>;

/// Null when ICU lacks its data.
IcuIterator open_iterator(UBreakIteratorType type, const char* locale);

/// Calls visit(code point index) for every boundary behind the start; the iterator then stands there.
template <class Visit>
void for_each_boundary(UBreakIterator* iterator, const Utf16& text, Visit visit) {
  UErrorCode error = U_ZERO_ERROR;
  ubrk_setText(iterator, text.units.data(), static_cast<std::int32_t>(text.units.size()), &error);
  if (U_FAILURE(error)) return;
  for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    visit(text.code_point(at));
  }
}

}  // namespace xp::text
