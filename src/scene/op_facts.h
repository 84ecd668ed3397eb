// SPDX-License-Identifier: MIT
// What can be said of an operation without painting it.
#pragma once

#include "scene/scene.h"

namespace xp::scene {

/// Paints every pixel of `area` opaque. May say no where it does.
bool covers_opaquely(const Op& op, const Rect& area);

/// A video, or a group with one in it.
bool is_live(const Op& op);

// The only operation there is, null where there are others: such a layer needs no pixels of its own.
const FillOp* lone_fill(const Ops& ops);          ///< one that reaches over all of the bounds
const GradientOp* lone_gradient(const Ops& ops);  ///< one that is opaque all over the bounds
const VideoOp* lone_video(const Ops& ops);
const GroupOp* lone_group(const Ops& ops);

/// Everything that the operation's pixels depend on.
void add_to(Hasher& hasher, const Op& op);

}  // namespace xp::scene
