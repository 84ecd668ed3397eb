// SPDX-License-Identifier: MIT
#include "base/utf8.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace xp::inline base {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

/// Reads one code point and moves `at` past it; negative for the maximal subpart of an ill-formed sequence.
UChar32 next_code_point(std::string_view bytes, std::size_t& at) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  // A code point has at most four bytes: the window keeps ICU's 32-bit indices away from long texts.
  const auto window = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size() - at, 4));
  std::int32_t i = 0;
  UChar32 c = 0;
  U8_NEXT(data + at, i, window, c);
  at += static_cast<std::size_t>(i);
  return c;
}

struct CloseText {
  void operator()(UText* text) const { utext_close(text); }
};

icu::BreakIterator* grapheme_iterator() {
  thread_local const std::unique_ptr<icu::BreakIterator> iterator = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::BreakIterator> made(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  return iterator.get();
}

bool has_no_width(UChar32 c) {
  if (c == 0x00AD) return false;                // soft hyphen
  if (c >= 0x1160 && c <= 0x11FF) return true;  // medial and final Jamo lie in the initial's cell
  return (U_GET_GC_MASK(c) & (U_GC_MN_MASK | U_GC_ME_MASK | U_GC_CF_MASK | U_GC_CC_MASK)) != 0;
}

int columns_of(UChar32 c) {
  if (has_no_width(c)) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

bool is_chinese_text(UChar32 c) {
  return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E) ||
         (c >= 0x2010 && c <= 0x2027);
}

struct GbkCensus {
  std::size_t chinese = 0,
              other = 0;  ///< characters of two high bytes that are Chinese; everything else beyond ASCII
  bool broken = false;
};

GbkCensus gbk_census(std::string_view bytes) {
  GbkCensus census;
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("GB18030", &status);
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const char* at = bytes.data();
  const char* end = at + bytes.size();
  while (U_SUCCESS(status) && at < end) {
    const char* before = at;
    const UChar32 c = ucnv_getNextUChar(converter, &at, end, &status);
    // The last character may be cut off; everything else must convert.
    if (U_FAILURE(status)) {
      census.broken = status != U_TRUNCATED_CHAR_FOUND;
      break;
    }
    if (c < 0x80) {
      census.broken = census.broken || (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
      continue;
    }
    const bool two_high = at - before == 2 && static_cast<std::uint8_t>(before[1]) >= 0xA1;
    ++(two_high && is_chinese_text(c) ? census.chinese : census.other);
  }
  ucnv_close(converter);
  return census;
}

/// How many code points there are, when each is a cluster by itself: nothing in UAX #29 joins two of the
/// class Other.
std::optional<std::size_t> count_of_singles(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const UChar32 c = next_code_point(text, at);
    if (c < 0 || u_getIntPropertyValue(c, UCHAR_GRAPHEME_CLUSTER_BREAK) != U_GCB_OTHER) return std::nullopt;
  }
  return count;
}

}  // namespace

std::u32string decode_utf8(std::string_view bytes) {
  std::u32string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const UChar32 c = next_code_point(bytes, at);
    text += c < 0 ? kReplacement : static_cast<char32_t>(c);
  }
  return text;
}

std::string encode_utf8(std::u32string_view text) {
  std::string bytes;
  bytes.reserve(text.size());
  for (const char32_t c : text) {
    const bool scalar = c <= 0x10FFFF && !(c >= 0xD800 && c <= 0xDFFF);
    std::uint8_t unit[4];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(unit, size, static_cast<UChar32>(scalar ? c : kReplacement));
    bytes.append(reinterpret_cast<const char*>(unit), static_cast<std::size_t>(size));
  }
  return bytes;
}

std::optional<std::size_t> first_invalid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    if (next_code_point(bytes, at) < 0) return start;
  }
  return std::nullopt;
}

bool looks_like_gbk(std::string_view bytes) {
  if (!first_invalid_utf8(bytes)) return false;
  constexpr std::size_t kSample = 64 * 1024;
  const GbkCensus census = gbk_census(bytes.substr(0, kSample));
  return !census.broken && census.chinese > 0 && census.other * 3 <= census.chinese;
}

std::size_t grapheme_count(std::string_view text) {
  if (const auto singles = count_of_singles(text)) return *singles;
  icu::BreakIterator* iterator = grapheme_iterator();
  if (!iterator) return decode_utf8(text).size();
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UText, CloseText> utext(
      utext_openUTF8(nullptr, text.data(), static_cast<std::int64_t>(text.size()), &status));
  iterator->setText(utext.get(), status);
  if (U_FAILURE(status)) return decode_utf8(text).size();
  std::size_t count = 0;
  while (iterator->next() != icu::BreakIterator::DONE) ++count;
  return count;
}

int display_columns(std::string_view text) {
  int columns = 0;
  for (std::size_t at = 0; at < text.size();) {
    const UChar32 c = next_code_point(text, at);
    columns += c < 0 ? 1 : columns_of(c);
  }
  return columns;
}

void settle_locale() { icu::Locale::getDefault(); }

}  // namespace xp::inline base
