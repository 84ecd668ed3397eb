// SPDX-License-Identifier: MIT
// Owners of what HarfBuzz and FreeType hand out.
#pragma once

#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

#include <memory>

namespace xp::text {

template <auto Destroy>
struct Destroyer {
  template <class T>
  void operator()(T* object) const {
    Destroy(object);
  }
};
using HbBlob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using FtLibrary = std::unique_ptr<FT_LibraryRec_, Destroyer<FT_Done_FreeType>>;
using FtFace = std::unique_ptr<FT_FaceRec_, Destroyer<FT_Done_Face>>;

}  // namespace xp::text
