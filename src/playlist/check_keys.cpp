// SPDX-License-Identifier: MIT
#include "playlist/check_keys.h"

#include "base/i18n.h"

namespace xp::playlist {

std::vector<Hours> hours_of(const std::vector<toml::Located<std::string>>& texts, Diagnostics& diagnostics) {
  std::vector<Hours> all;
  for (const auto& text : texts) {
    if (const auto hours = parse_hours(text.value))
      all.push_back(*hours);
    else
      diagnostics.add({Severity::error, "bad-value", text.at,
                       trf("“{text}” are no hours", fmt::arg("text", text.value)),
                       tr("write two times such as \"22:00-07:00\"")});
  }
  return all;
}

void check_hours(const CheckKeys& keys, Diagnostics& diagnostics) {
  hours_of(keys.quiet_hours, diagnostics);
  hours_of(keys.night_hours, diagnostics);
}

}  // namespace xp::playlist
