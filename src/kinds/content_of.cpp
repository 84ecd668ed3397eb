// SPDX-License-Identifier: MIT
#include "kinds/content_of.h"

namespace xp::kinds {

std::string reading_lines(const std::vector<std::string>& markups) {
  std::string lines;
  for (const std::string& markup : markups) {
    if (markup.empty()) continue;
    if (!lines.empty()) lines += '\n';
    lines += text::plain_text(markup);
  }
  return lines;
}

}  // namespace xp::kinds
