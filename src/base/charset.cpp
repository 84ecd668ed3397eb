// SPDX-License-Identifier: MIT
#include "base/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <limits>
#include <memory>

#include "base/utf8.h"

namespace xp::inline base {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF", kUtf16Little = "\xFF\xFE", kUtf16Big = "\xFE\xFF";

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// A converter that stops at what is ill-formed instead of replacing it.
Converter strict(const char* charset) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(charset, &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return U_SUCCESS(status) ? std::move(converter) : nullptr;
}

std::optional<std::string> convert(std::string_view bytes, const char* charset) {
  const Converter from = strict(charset), to = strict("UTF-8");
  if (!from || !to || bytes.size() > std::numeric_limits<std::int32_t>::max() / 4) return std::nullopt;
  std::string text(bytes.size() * 3 + 16, '\0');  // a byte is at most one character of three
  UErrorCode status = U_ZERO_ERROR;
  char* end = text.data();
  const char* at = bytes.data();
  ucnv_convertEx(to.get(), from.get(), &end, text.data() + text.size(), &at, bytes.data() + bytes.size(),
                 nullptr, nullptr, nullptr, nullptr, true, true, &status);
  if (U_FAILURE(status)) return std::nullopt;
  text.resize(static_cast<std::size_t>(end - text.data()));
  return text;
}

std::optional<std::string> decoded(std::string_view bytes) {
  if (bytes.starts_with(kUtf16Little)) return convert(bytes.substr(kUtf16Little.size()), "UTF-16LE");
  if (bytes.starts_with(kUtf16Big)) return convert(bytes.substr(kUtf16Big.size()), "UTF-16BE");
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  if (!first_invalid_utf8(bytes)) return std::string(bytes);
  return looks_like_gbk(bytes) ? convert(bytes, "GB18030") : std::nullopt;
}

}  // namespace

std::optional<std::string> to_utf8(std::string_view bytes) {
  std::optional<std::string> text = decoded(bytes);
  if (text && text->find('\0') != std::string::npos) return std::nullopt;
  return text;
}

}  // namespace xp::inline base
