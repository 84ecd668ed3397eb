// SPDX-License-Identifier: MIT
// What fonts there are: faces (where their files are found) and roles (chains of faces). Read from
// fonts/catalog.toml by kinds/font_catalog_reader.h. Faces are opened by FontSet.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "text/font_files.h"

namespace xp::text {

/// Index of a face in its catalogue; the same on every thread and in every scene of a show.
using FaceId = std::uint16_t;
inline constexpr FaceId kNoFace = 0xFFFF;  ///< the drawn box of a missing character

enum class Rendering {
  smooth,  ///< 8-bit coverage, no hinting: layouts are scale-invariant
  mono,    ///< outlines in 1 bit, pens on whole pixels (LED panels)
  bitmap,  ///< 1-bit at the font's own pixel size, whole-pixel advances (LED strips)
  color,   ///< colour bitmaps (emoji)
};

struct FaceSpec {
  std::string id;  ///< "sans-bold"
  std::vector<std::string>
      files;            ///< absolute or relative to the font folders; the first that exists is used
  int index = 0;        ///< face in a collection (2 = SC in Noto CJK)
  std::string package;  ///< the Debian package that has it, for the message when it is missing
  Rendering rendering = Rendering::smooth;
  int native_px = 0;           ///< bitmap fonts: the size their glyphs are made for
  double scale = 0;            ///< size in the paragraph's em; 0: 1, or ideographs and emoji on one em
  double embolden = 0;         ///< em by which strokes are thickened
  std::optional<double> rise;  ///< em upwards; absent: 0, or ideographs in the middle of the em box
  std::string path;            ///< the file found; empty: not installed
};

struct RoleSpec {
  std::string name;           ///< "headline", "body", "figures", "led-16"
  std::vector<FaceId> chain;  ///< installed faces in order of preference, never empty
};

struct FontCatalog {
  std::vector<FaceSpec> faces;
  std::vector<RoleSpec> roles;
  Hash hash;                                                         ///< of everything above
  std::shared_ptr<FontFiles> files = std::make_shared<FontFiles>();  ///< mapped when they are first asked for
  const RoleSpec* role(std::string_view name) const;
};

}  // namespace xp::text
