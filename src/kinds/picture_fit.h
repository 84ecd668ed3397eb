// SPDX-License-Identifier: MIT
// Pictures that slides name: found when they are read, scaled once when they are laid out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/geometry.h"
#include "kinds/slide_kind.h"
#include "media/picture.h"

namespace xp::kinds {

/// The picture `name` beside the playlist. Nothing, after a defect at `key`, where it cannot be shown.
std::optional<media::PictureFile> picture_named(toml::TableReader& reader, const ReadContext& context,
                                                std::string_view key, const std::string& name);

/// As large as fits inside `box`, whole.
Size fitting(Size picture, Size box);
/// As small as covers `box`.
Size covering(Size picture, Size box);
/// The middle of the picture, scaled to fill `box`.
std::shared_ptr<const media::Picture> filled(const media::Picture& picture, Size box);

}  // namespace xp::kinds
