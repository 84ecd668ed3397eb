// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace xp::inline base {

/// Text as office programs save it, as UTF-8 without a byte order mark: UTF-8, UTF-16 with its mark ("Unicode
/// text"), else GB 18030 (and so GBK). Nothing where the bytes are none of these, or hold a NUL.
std::optional<std::string> to_utf8(std::string_view bytes);

}  // namespace xp::inline base
