// SPDX-License-Identifier: MIT
#pragma once

#include "base/diagnostic.h"
#include "playlist/playlist.h"
#include "playlist/screen.h"

namespace xp::playlist {

/// What a playlist and a screen must agree on: every enabled slide's zone is one that plays slides. A screen
/// without such a zone (an LED strip) shows the slogans in one line instead, and asks for none.
void check_against(const Playlist& playlist, const Screen& screen, Diagnostics& diagnostics);

}  // namespace xp::playlist
