// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>

#include "text/engine.h"

namespace xp::text {

/// `xuanping layout`: answers one JSON request line with one JSON object (no newline), as docs/layout-dump.md
/// says. A request that cannot be laid out gives {"id": …, "error": "…"}.
std::string answer_layout_request(Engine& engine, const std::string& request,
                                  std::shared_ptr<const Lexicon> lexicon = nullptr);

}  // namespace xp::text
