// SPDX-License-Identifier: MIT
// The files behind a show, for what `check` alone wants of them: the player does not carry it.
#pragma once

#include <optional>

#include "show/show.h"
#include "toml/document.h"

namespace xp::lint {

std::optional<toml::Document> playlist_document(const show::Show& show);
std::optional<toml::Document> screen_document(const show::Show& show);

}  // namespace xp::lint
