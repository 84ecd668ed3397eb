// SPDX-License-Identifier: MIT
#include "text/plain_glyphs.h"

#include <hb-aat.h>
#include <hb-ot.h>

#include <initializer_list>
#include <string_view>
#include <utility>

namespace xp::text {

namespace {

using Set = std::unique_ptr<hb_set_t, Destroyer<hb_set_destroy>>;
using Plan = std::unique_ptr<hb_shape_plan_t, Destroyer<hb_shape_plan_destroy>>;

/// The 16-bit numbers of an OpenType table; 0 beyond its end.
class TableReader {
 public:
  TableReader(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
    unsigned size = 0;
    const char* data = hb_blob_get_data(blob_.get(), &size);
    bytes_ = std::string_view(data, size);
  }
  std::size_t size() const { return bytes_.size(); }
  unsigned at(std::size_t offset) const {
    if (offset + 2 > bytes_.size()) return 0;
    return static_cast<unsigned>(static_cast<unsigned char>(bytes_[offset])) << 8 |
           static_cast<unsigned char>(bytes_[offset + 1]);
  }

 private:
  HbBlob blob_;
  std::string_view bytes_;
};

/// A lookup that passes over bases or ligatures could look past any glyph.
bool passes_over_bases(const TableReader& table, unsigned lookup) {
  constexpr unsigned kIgnoreBases = 2, kIgnoreLigatures = 4;
  const std::size_t list = table.at(8);
  const std::size_t own = list + table.at(list + 2 + 2 * std::size_t{lookup});
  return (table.at(own + 2) & (kIgnoreBases | kIgnoreLigatures)) != 0;
}

/// Rules that stand in tables which HarfBuzz does not list.
bool has_other_rules(hb_face_t* face) {
  return hb_aat_layout_has_substitution(face) || hb_aat_layout_has_positioning(face) ||
         hb_aat_layout_has_tracking(face) || TableReader(face, HB_TAG('k', 'e', 'r', 'n')).size() > 0;
}

/// Every glyph that a rule in use names, as its input or beside it.
Set named_glyphs(hb_face_t* face, hb_language_t language) {
  hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;
  properties.direction = HB_DIRECTION_LTR;
  properties.script = HB_SCRIPT_HAN;
  properties.language = language;
  const Plan plan(hb_shape_plan_create_cached(face, &properties, nullptr, 0, nullptr));
  Set named(hb_set_create());
  for (const hb_tag_t tag : {HB_OT_TAG_GSUB, HB_OT_TAG_GPOS}) {
    const TableReader table(face, tag);
    const Set lookups(hb_set_create());
    hb_ot_shape_plan_collect_lookups(plan.get(), tag, lookups.get());
    for (hb_codepoint_t lookup = HB_SET_VALUE_INVALID; hb_set_next(lookups.get(), &lookup);) {
      if (passes_over_bases(table, lookup)) return nullptr;
      hb_ot_layout_lookup_collect_glyphs(face, tag, lookup, named.get(), named.get(), named.get(), nullptr);
    }
  }
  return hb_set_allocation_successful(named.get()) ? std::move(named) : nullptr;
}

}  // namespace

std::unique_ptr<PlainGlyphs> PlainGlyphs::of(const Face& face, hb_language_t language) {
  const Rendering rendering = face.spec().rendering;
  if (rendering != Rendering::smooth && rendering != Rendering::mono) return nullptr;
  hb_face_t* tables = hb_font_get_face(face.font());
  if (has_other_rules(tables)) return nullptr;
  Set named = named_glyphs(tables, language);
  if (!named) return nullptr;
  std::unique_ptr<PlainGlyphs> made(new PlainGlyphs(face, std::move(named)));
  return made->find(kSample) != nullptr ? std::move(made) : nullptr;
}

PlainGlyph PlainGlyphs::look_up(char32_t c) const {
  constexpr PlainGlyph kOther{kNotPlain, 0};
  const std::uint32_t gid = face_.glyph(c).value_or(0);
  if (gid == 0 || gid == face_.space_glyph() || hb_set_has(named_.get(), gid)) return kOther;
  const auto glyph_class = hb_ot_layout_get_glyph_class(hb_font_get_face(face_.font()), gid);
  const bool ordinary = glyph_class == HB_OT_LAYOUT_GLYPH_CLASS_BASE_GLYPH ||
                        glyph_class == HB_OT_LAYOUT_GLYPH_CLASS_UNCLASSIFIED;
  return ordinary ? PlainGlyph{gid, hb_font_get_glyph_h_advance(face_.font(), gid)} : kOther;
}

}  // namespace xp::text
