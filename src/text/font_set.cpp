// SPDX-License-Identifier: MIT
#include "text/font_set.h"

#include <hb-ot.h>
#include <sys/mman.h>

#include <cassert>
#include <cstdint>

#include "base/i18n.h"
#include "base/log.h"
#include "text/em_box.h"
#include "text/font_files.h"
#include "text/strike.h"
#include "text/style.h"

namespace xp::text {

namespace {

constexpr std::uintptr_t kPage = 4096;

HbFont font_of(hb_face_t* face) {
  HbFont font(hb_font_create(face));
  hb_font_set_scale(font.get(), kEm, kEm);
  return font;
}

HbFont open_font(hb_blob_t* blob, int index) {
  hb_face_t* face = hb_face_create(blob, static_cast<unsigned>(index));
  HbFont font = font_of(face);
  hb_face_destroy(face);  // the font keeps it
  return font;
}

std::string name_of(hb_font_t* font) {
  char name[128] = "";
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(hb_font_get_face(font), HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size,
                      name);
  return name;
}

}  // namespace

Face::Face(const FaceSpec& spec, hb_blob_t* blob, FT_Face strike)
    : spec_(spec),
      name_(strike ? strike_name(strike) : std::string()),
      font_(strike ? strike_font(strike, kEm) : open_font(blob, spec.index)) {
  if (!strike) name_ = name_of(font_.get());
  space_ = glyph(U' ').value_or(0);
  scale_ = scale_of(font_.get(), spec);
  hb_font_set_scale(font_.get(), scale_, scale_);
  hb_font_make_immutable(font_.get());
}

std::optional<std::uint32_t> Face::glyph(char32_t c) const {
  hb_codepoint_t gid = 0;
  if (!hb_font_get_nominal_glyph(font_.get(), c, &gid)) return std::nullopt;
  return gid;
}

std::optional<std::uint32_t> Face::variation(char32_t c, char32_t selector) const {
  hb_codepoint_t gid = 0;
  if (!hb_font_get_variation_glyph(font_.get(), c, selector, &gid)) return std::nullopt;
  return gid;
}

std::int32_t Face::rise() {
  if (!rise_) rise_ = rise_of(font_of(hb_font_get_face(font_.get())).get(), spec_, scale_);
  return *rise_;
}

bool Face::has(char32_t c) {
  if (c >= 0x10000) return glyph(c).has_value();
  if (coverage_.empty()) coverage_.resize(0x10000);
  std::uint8_t& known = coverage_[c];
  if (known == 0) known = glyph(c) ? 2 : 1;
  return known == 2;
}

bool Face::has_rules_for(hb_script_t script) {
  const auto [known, fresh] = rules_.try_emplace(script, false);
  if (!fresh) return known->second;
  hb_tag_t tags[HB_OT_MAX_TAGS_PER_SCRIPT];
  unsigned count = HB_OT_MAX_TAGS_PER_SCRIPT, index = 0;
  hb_ot_tags_from_script_and_language(script, HB_LANGUAGE_INVALID, &count, tags, nullptr, nullptr);
  known->second = hb_ot_layout_table_select_script(hb_font_get_face(font_.get()), HB_OT_TAG_GSUB, count, tags,
                                                   &index, nullptr) != 0;
  return known->second;
}

FontSet::FontSet(std::shared_ptr<const FontCatalog> catalog)
    : catalog_(std::move(catalog)), raster_faces_(catalog_->faces.size()), faces_(catalog_->faces.size()) {}

Result<std::unique_ptr<FontSet>> FontSet::create(std::shared_ptr<const FontCatalog> catalog) {
  std::unique_ptr<FontSet> set(new FontSet(std::move(catalog)));
  FT_Library library = nullptr;
  if (const FT_Error error = FT_Init_FreeType(&library)) {
    return Error{trf("FreeType does not start (error {code})", fmt::arg("code", error)), error};
  }
  set->library_.reset(library);
  for (const RoleSpec& role : set->catalog_->roles) {
    if (Status usable = set->check(role); !usable) return usable.error();
  }
  return set;
}

/// A damaged font has no glyphs: the next of the chain takes its place.
Status FontSet::check(const RoleSpec& role) {
  assert(!role.chain.empty());
  for (const FaceId id : role.chain) {
    const FaceSpec& spec = catalog_->faces[id];
    // Bitmap fonts are compressed: most screens never ask for them, and starting does not wait for them.
    if (spec.rendering == Rendering::bitmap || face(id).space_glyph() != 0) break;
    const std::string said = spec.package.empty()
                                 ? trf("cannot open the font “{path}”", fmt::arg("path", spec.path))
                                 : trf("cannot open the font “{path}” of package {package}",
                                       fmt::arg("path", spec.path), fmt::arg("package", spec.package));
    if (id == role.chain.back()) return Error{said};
    log(LogLevel::warning, "text", said);
  }
  return Done{};
}

hb_blob_t* FontSet::blob(const std::string& path) {
  std::shared_ptr<hb_blob_t>& slot = blobs_[path];
  if (!slot) slot = catalog_->files->map(path);
  return slot.get();
}

void FontSet::give_back_pages() {
  for (const auto& [path, file] : blobs_) {
    unsigned size = 0;
    const char* data = hb_blob_get_data(file.get(), &size);
    // Read-only and of a file: nothing is lost. Where the file was read instead of mapped it stays.
    if (size > 0 && reinterpret_cast<std::uintptr_t>(data) % kPage == 0)
      ::madvise(const_cast<char*>(data), size, MADV_DONTNEED);
  }
}

Face& FontSet::face(FaceId id) {
  assert(id < faces_.size());
  auto& slot = faces_[id];
  if (slot) return *slot;
  const FaceSpec& spec = catalog_->faces[id];
  const FT_Face raster = spec.rendering == Rendering::bitmap ? raster_face(id) : nullptr;
  slot = std::make_unique<Face>(spec, blob(spec.path), is_strike(raster) ? raster : nullptr);
  return *slot;
}

FT_Face FontSet::raster_face(FaceId id) {
  assert(id < raster_faces_.size());
  FtFace& slot = raster_faces_[id];
  if (slot) return slot.get();
  unsigned size = 0;
  const char* data = hb_blob_get_data(blob(catalog_->faces[id].path), &size);
  FT_Face face = nullptr;
  if (size > 0 && FT_New_Memory_Face(library_.get(), reinterpret_cast<const FT_Byte*>(data), size,
                                     catalog_->faces[id].index, &face) == 0) {
    slot.reset(face);
  }
  return slot.get();
}

}  // namespace xp::text
