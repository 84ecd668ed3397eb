// SPDX-License-Identifier: MIT
// The opened faces of a catalogue, for one thread. A face is opened when it is first asked for, so a campaign
// without emoji never touches the emoji font.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "text/font_catalog.h"
#include "text/handles.h"

namespace xp::text {

/// One face for shaping. A face that cannot be opened has no glyphs.
class Face {
 public:
  /// `strike`: for a bitmap font that HarfBuzz cannot read; null for all others. It outlives the face.
  Face(const FaceSpec& spec, hb_blob_t* blob, FT_Face strike);

  /// Positions are 1/65,536 of the paragraph's em, scale() included.

  hb_font_t* font() const { return font_.get(); }
  const FaceSpec& spec() const { return spec_; }
  std::optional<std::uint32_t> glyph(char32_t c) const;
  std::optional<std::uint32_t> variation(char32_t c, char32_t selector) const;
  /// True when the face has a glyph for `c`. Remembered for the basic plane.
  bool has(char32_t c);
  /// True when the face has rules how letters of `script` join, stack or change places. Remembered.
  bool has_rules_for(hb_script_t script);
  std::uint32_t space_glyph() const { return space_; }
  std::string postscript_name() const { return name_; }
  /// Size relative to the paragraph's em: ideographs and emoji are one em wide in every face (spec §3).
  std::int32_t scale() const { return scale_; }
  /// How much its glyphs are raised, so that ideographs of all faces stand in the middle of the em box.
  /// Measured when it is first asked for: most faces of a catalogue never set a word.
  std::int32_t rise();

 private:
  const FaceSpec& spec_;
  std::string name_;
  HbFont font_;
  std::vector<std::uint8_t> coverage_;  // of the basic plane: 0 not asked yet, 1 no, 2 yes
  std::map<hb_script_t, bool> rules_;
  std::uint32_t space_ = 0;
  std::int32_t scale_ = 65536;
  std::optional<std::int32_t> rise_;
};

class FontSet {
 public:
  /// Fails when no face of a role can be opened; a damaged first one is logged. Bitmap fonts are opened when
  /// they are asked for.
  static Result<std::unique_ptr<FontSet>> create(std::shared_ptr<const FontCatalog> catalog);

  const FontCatalog& catalog() const { return *catalog_; }
  /// `id` is one of the catalogue.
  Face& face(FaceId id);
  /// For rasters; null when FreeType cannot open it. The face's size is whatever the last user set.
  FT_Face raster_face(FaceId id);
  /// Gives back the pages of the font files, which come again from the system's cache when they are read.
  void give_back_pages();

 private:
  explicit FontSet(std::shared_ptr<const FontCatalog> catalog);
  Status check(const RoleSpec& role);
  hb_blob_t* blob(const std::string& path);

  std::shared_ptr<const FontCatalog> catalog_;
  std::map<std::string, std::shared_ptr<hb_blob_t>> blobs_;  // that this set uses, by path
  FtLibrary library_;                                        // outlives the raster faces
  std::vector<FtFace> raster_faces_;                         // outlive the faces
  std::vector<std::unique_ptr<Face>> faces_;
};

}  // namespace xp::text
