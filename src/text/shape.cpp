// SPDX-License-Identifier: MIT
#include "text/shape.h"

#include <algorithm>
#include <span>

#include "text/char_class.h"
#include "text/layout.h"
#include "text/run_flow.h"

namespace xp::text {

namespace {

// A hostile font may claim any advance; no honest glyph is wider (reliability: fonts).
constexpr std::int32_t kMaxAdvance = 16 * kEm;
// Longer items are parts of long paragraphs, which come once; figures and words come again.
constexpr std::size_t kMaxCachedItem = 64;
// Reading a font's rules costs as much as shaping so many code points: a slide of a few words does without.
constexpr std::size_t kWorthAsking = 512;
// Faces and languages with a table of their own; a screen has three or four.
constexpr std::size_t kMostHan = 16;

// Colour and bitmap fonts know no columns.
bool knows_columns(const Face& face) { return face.spec().rendering == Rendering::smooth; }

hb_direction_t direction_of(const ShapeRequest& request, const Face& face) {
  if (request.flow == Flow::upright && knows_columns(face)) return HB_DIRECTION_TTB;
  return request.right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
}

void fill(hb_buffer_t* buffer, const ShapeRequest& request, const Face& face) {
  hb_buffer_clear_contents(buffer);
  hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
  for (std::uint32_t i = 0; i < request.text.size(); ++i) {
    hb_buffer_add(buffer, request.text[i] == U'\t' ? U' ' : request.text[i], i);
  }
  hb_buffer_set_direction(buffer, direction_of(request, face));
  hb_buffer_set_script(buffer, request.script);
  hb_buffer_set_language(buffer, request.language);
}

std::int32_t clamped(std::int64_t value) {
  return static_cast<std::int32_t>(std::clamp<std::int64_t>(value, -kMaxAdvance, kMaxAdvance));
}

// LED strips move by whole pixels: advances are multiples of one pixel of the font's own size.
std::int32_t whole_pixels(std::int32_t advance, int native_px) {
  const std::int64_t px = (std::int64_t{advance} * native_px + kEm / 2) / kEm;
  return static_cast<std::int32_t>(px * kEm / native_px);
}

// Emoji are set like ideographs: in the middle of the em box.
void centre_emoji(const Face& face, ShapedGlyph& glyph) {
  hb_glyph_extents_t box{};
  if (!hb_font_get_glyph_extents(face.font(), glyph.gid, &box) || box.height == 0) return;
  glyph.y += (kAscent.raw - kDescent.raw) / 2 - (box.y_bearing + box.height / 2);
}

ShapedGlyph glyph_from(Face& face, const hb_glyph_info_t& info, const hb_glyph_position_t& position,
                       hb_direction_t direction) {
  const bool column = direction == HB_DIRECTION_TTB;
  ShapedGlyph glyph;
  glyph.gid = info.codepoint;
  glyph.cluster = info.cluster;
  glyph.scale = face.scale();
  glyph.advance = clamped(column ? -position.y_advance : position.x_advance);
  glyph.x = clamped(column ? -std::int64_t{position.y_offset} - face.rise() : position.x_offset);
  glyph.y = clamped(column ? position.x_offset : std::int64_t{position.y_offset} + face.rise());
  glyph.found = info.codepoint != 0;
  glyph.drawn = info.codepoint != face.space_glyph() || glyph.advance != 0;
  glyph.unsafe_to_break = (hb_glyph_info_get_glyph_flags(&info) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
  if (face.spec().rendering == Rendering::bitmap && face.spec().native_px > 0) {
    glyph.advance = whole_pixels(glyph.advance, face.spec().native_px);
  }
  if (face.spec().rendering == Rendering::color) centre_emoji(face, glyph);
  return glyph;
}

ShapedGlyph glyph_from(Face& face, const PlainGlyph& plain) {
  ShapedGlyph glyph;
  glyph.gid = plain.gid;
  glyph.scale = face.scale();
  glyph.advance = clamped(plain.advance);
  glyph.y = clamped(face.rise());
  return glyph;
}

// A language is a pointer that is unique in the process, and so are these keys.
Hash key_of(const ShapeRequest& request) {
  const std::string_view bytes(reinterpret_cast<const char*>(request.text.data()),
                               request.text.size() * sizeof(char32_t));
  Hash key = hash_bytes(bytes);
  const auto traits = std::uint64_t{request.face} | static_cast<std::uint64_t>(request.script) << 16 |
                      static_cast<std::uint64_t>(request.right_to_left) << 48 |
                      static_cast<std::uint64_t>(request.flow) << 49;
  constexpr std::uint64_t kSpread = 0x9E3779B97F4A7C15u;
  key.high ^= traits * kSpread;
  key.low += reinterpret_cast<std::uintptr_t>(request.language) * kSpread ^ traits;
  return key;
}

}  // namespace

Shaper::Shaper(FontSet& fonts, std::size_t capacity)
    : fonts_(fonts), buffer_(hb_buffer_create()), cache_(capacity) {}

ShapedRunPtr Shaper::shape(const ShapeRequest& request) {
  if (PlainGlyphs* plain = plain_glyphs(request)) {
    if (ShapedRunPtr run = shape_in_parts(request, *plain)) return run;
  }
  return shape_whole(request);
}

/// Null for what is not Han along a line.
Shaper::Han* Shaper::han_of(const ShapeRequest& request) {
  if (request.script != HB_SCRIPT_HAN || request.right_to_left || request.flow != Flow::along) return nullptr;
  const std::pair key(request.face, request.language);
  if (const auto known = han_.find(key); known != han_.end()) return &known->second;
  return han_.size() < kMostHan ? &han_[key] : nullptr;
}

PlainGlyphs* Shaper::plain_glyphs(const ShapeRequest& request) {
  Han* han = han_of(request);
  if (!han) return nullptr;
  if (!han->asked) {
    han->shaped += request.text.size();
    if (han->shaped < kWorthAsking) return nullptr;
    han->asked = true;
    han->plain = PlainGlyphs::of(fonts_.face(request.face), request.language);
  }
  return han->plain.get();
}

ShapedRunPtr Shaper::shape_whole(const ShapeRequest& request) {
  if (request.text.size() > kMaxCachedItem) return shape_by_harfbuzz(request);
  const Hash key = key_of(request);
  if (const ShapedRunPtr* known = cache_.find(key)) return *known;
  ShapedRunPtr run = shape_by_harfbuzz(request);
  cache_.insert(key, run);
  return run;
}

// Plain glyphs one by one, and between them the parts that HarfBuzz has to see. Null where a part does
// concern what stands beside it.
ShapedRunPtr Shaper::shape_in_parts(const ShapeRequest& request, PlainGlyphs& plain) {
  const std::u32string_view text = request.text;
  Face& face = fonts_.face(request.face);
  const auto plain_at = [&](std::size_t i) {
    const bool joined = i + 1 < text.size() && (kinds_of(text[i + 1]) & kind::single) == 0;
    return joined ? nullptr : plain.find(text[i]);
  };
  const ShapedGlyph sample = glyph_from(face, *plain.find(PlainGlyphs::kSample));
  auto run = std::make_shared<ShapedRun>();
  std::vector<ShapedGlyph>& glyphs = run->glyphs;
  glyphs.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t first = glyphs.size(), start = i;
    while (i < text.size() && plain_at(i)) ++i;
    glyphs.resize(first + i - start, sample);
    for (std::size_t k = start; k < i; ++k) {
      const PlainGlyph& known = *plain.find(text[k]);
      ShapedGlyph& glyph = glyphs[first + k - start];
      glyph.gid = known.gid;
      glyph.advance = clamped(known.advance);
      glyph.cluster = static_cast<std::uint32_t>(k);
    }
    const std::size_t part = i;
    while (i < text.size() && !plain_at(i)) ++i;
    if (i > part && !append_part(request, part, i, sample, *run)) return nullptr;
  }
  return run;
}

// [start, end) is shaped between plain neighbours, where it has them. Any will do: to the font's rules they
// are all the same. False where they do not come out as they went in.
bool Shaper::append_part(const ShapeRequest& request, std::size_t start, std::size_t end,
                         const ShapedGlyph& sample, ShapedRun& run) {
  const bool before = start > 0, behind = end < request.text.size();
  part_.assign(before ? 1 : 0, PlainGlyphs::kSample);
  part_.append(request.text.substr(start, end - start)).append(behind ? 1 : 0, PlainGlyphs::kSample);
  ShapeRequest part = request;
  part.text = part_;
  const ShapedRunPtr shaped = shape_whole(part);
  std::span<const ShapedGlyph> glyphs = shaped->glyphs;
  const auto is_sample = [&](const ShapedGlyph& glyph, std::size_t cluster) {
    ShapedGlyph expected = sample;
    expected.cluster = static_cast<std::uint32_t>(cluster);
    return glyph == expected;
  };
  if (before) {
    if (glyphs.empty() || !is_sample(glyphs.front(), 0)) return false;
    glyphs = glyphs.subspan(1);
  }
  if (behind) {
    if (glyphs.empty() || !is_sample(glyphs.back(), part_.size() - 1)) return false;
    glyphs = glyphs.first(glyphs.size() - 1);
  }
  for (ShapedGlyph glyph : glyphs) {
    glyph.cluster += static_cast<std::uint32_t>(start) - (before ? 1 : 0);
    run.glyphs.push_back(glyph);
  }
  return true;
}

ShapedRunPtr Shaper::shape_by_harfbuzz(const ShapeRequest& request) {
  Face& face = fonts_.face(request.face);
  hb_buffer_t* buffer = buffer_.get();
  fill(buffer, request, face);
  // Half-width figures, where the font has them: two of them fill an em without being squeezed.
  constexpr hb_feature_t kNarrow{HB_TAG('h', 'w', 'i', 'd'), 1, HB_FEATURE_GLOBAL_START,
                                 HB_FEATURE_GLOBAL_END};
  const bool narrow = request.flow == Flow::cell && request.text.size() > 1;
  hb_shape(face.font(), buffer, &kNarrow, narrow ? 1 : 0);

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, nullptr);
  const hb_direction_t direction = hb_buffer_get_direction(buffer);
  auto run = std::make_shared<ShapedRun>();
  run->glyphs.reserve(count);
  for (unsigned i = 0; i < count; ++i) {
    run->glyphs.push_back(glyph_from(face, infos[i], positions[i], direction));
  }
  if (request.flow == Flow::turned) turn(*run, face.font(), request.script);
  if (request.flow == Flow::cell) share_cell(*run);
  if (request.flow == Flow::upright && direction != HB_DIRECTION_TTB) stack_clusters(*run);
  return run;
}

namespace {

using Buffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;

std::uint32_t glyph_in(const Face& face, char32_t c, hb_language_t language, Flow flow) {
  const Buffer buffer(hb_buffer_create());
  fill(buffer.get(), {std::u32string_view(&c, 1), kNoFace, HB_SCRIPT_HAN, language, false, flow}, face);
  hb_shape(face.font(), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  return count > 0 ? infos[0].codepoint : 0;
}

}  // namespace

bool has_vertical_form(const Face& face, char32_t c, hb_language_t language) {
  return glyph_in(face, c, language, Flow::along) != glyph_in(face, c, language, Flow::upright);
}

ShapedGlyph missing_glyph(char32_t c, std::uint32_t cluster, Flow flow) {
  ShapedGlyph glyph{c, cluster, kEm};
  glyph.found = false;
  if (flow == Flow::along) return glyph;
  if (flow == Flow::turned) {
    glyph.y = -(kAscent.raw - kDescent.raw) / 2;
  } else {
    glyph.x = kAscent.raw;
    glyph.y = -kEm / 2;
  }
  return glyph;
}

std::int32_t advance_of(const Face& face, char32_t c, hb_script_t script, hb_language_t language) {
  const Buffer buffer(hb_buffer_create());
  fill(buffer.get(), {std::u32string_view(&c, 1), kNoFace, script, language, false}, face);
  hb_shape(face.font(), buffer.get(), nullptr, 0);
  unsigned count = 0;
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
  std::int32_t advance = 0;
  for (unsigned i = 0; i < count; ++i) advance += clamped(positions[i].x_advance);
  return advance;
}

}  // namespace xp::text
