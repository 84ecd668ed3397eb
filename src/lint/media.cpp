// SPDX-License-Identifier: MIT
#include "base/i18n.h"
#include "lint/rules.h"

namespace xp::lint {

void check_media(const Subject& subject, Diagnostics& out) {
  const std::string_view failure = subject.laid->failure();
  if (failure.empty()) return;
  out.add({Severity::error, "media", subject.slide.at,
           trf("slide “{id}” cannot be shown: {reason}", fmt::arg("id", subject.slide.id),
               fmt::arg("reason", failure)),
           tr("replace the file; until then the screen leaves the slide out"), Reach::slide});
}

}  // namespace xp::lint
