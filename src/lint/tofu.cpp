// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <set>

#include "base/i18n.h"
#include "base/utf8.h"
#include "lint/rules.h"

namespace xp::lint {

void check_tofu(const Subject& subject, Diagnostics& out) {
  std::set<char32_t> characters;
  for (const text::Missing& missing : subject.laid->faults().missing) characters.insert(missing.code_point);
  if (characters.empty()) return;
  std::string names;
  for (const char32_t c : characters) {
    if (!names.empty()) names += ", ";
    names +=
        fmt::format("{} U+{:04X}", encode_utf8(std::u32string_view(&c, 1)), static_cast<std::uint32_t>(c));
  }
  out.add({Severity::error, "tofu", subject.slide.at,
           trf("slide “{id}”: no font has {characters}", fmt::arg("id", subject.slide.id),
               fmt::arg("characters", names)),
           tr("Correct the character, or install a font that has it (fonts-hanazono for rare names).")});
}

}  // namespace xp::lint
