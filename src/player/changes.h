// SPDX-License-Identifier: MIT
// What differs between two readings of the files, two frames, two screens.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "playlist/screen.h"
#include "show/frame.h"
#include "show/show.h"

namespace xp::player {

/// The same slides with the same content in the same slots.
bool same_slots(const std::vector<show::Showing>& a, const std::vector<show::Showing>& b);

/// A reading would take a slide from the screen because a file of it is gone or broken. `known`: those that
/// were left out already.
bool loses_slides(const show::Show& before, const show::Show& after, const std::set<std::string>& known);

/// The picture stays where it is: the output need not be opened anew.
bool same_output(const playlist::Screen& a, const playlist::Screen& b);

}  // namespace xp::player
