// SPDX-License-Identifier: MIT
#include "text/half_width.h"

#include <cstdlib>

#include "text/style.h"

namespace xp::text {
namespace {

constexpr std::int32_t kTolerance = kEm / 50;

using Buffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;

/// One glyph along the line, its ink relative to the pen.
struct Measured {
  std::int32_t advance = 0, offset = 0;
  std::int32_t ink_start = 0, ink_end = 0;
  bool has_ink = false;
};

Measured along(const MarkRequest& request, const hb_glyph_position_t& at, const hb_glyph_extents_t& ink) {
  if (request.mode == Mode::horizontal) {
    return {at.x_advance, at.x_offset, at.x_offset + ink.x_bearing, at.x_offset + ink.x_bearing + ink.width,
            ink.width != 0};
  }
  const std::int32_t top = -(at.y_offset + ink.y_bearing);
  return {-at.y_advance, -at.y_offset, top, top - ink.height, ink.height != 0};
}

Measured shaped(const Face& face, const MarkRequest& request, unsigned features) {
  const Buffer buffer(hb_buffer_create());
  hb_buffer_add(buffer.get(), request.c, 0);
  hb_buffer_set_content_type(buffer.get(), HB_BUFFER_CONTENT_TYPE_UNICODE);
  hb_buffer_set_direction(buffer.get(), request.mode == Mode::vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
  hb_buffer_set_language(buffer.get(), request.language);
  const hb_tag_t tag =
      request.mode == Mode::vertical ? HB_TAG('v', 'h', 'a', 'l') : HB_TAG('h', 'a', 'l', 't');
  const hb_feature_t half{tag, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
  hb_shape(face.font(), buffer.get(), &half, features);
  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), nullptr);
  if (count != 1) return {};
  hb_glyph_extents_t ink{};
  hb_font_get_glyph_extents(face.font(), infos[0].codepoint, &ink);
  return along(request, positions[0], ink);
}

/// Where the half that stays begins.
std::int32_t kept_from(MarkClass kind) {
  return kind == MarkClass::open ? kEm / 2 : kind == MarkClass::middle ? kEm / 4 : 0;
}

HalfWidth from_ink(const Measured& full, MarkClass kind) {
  const std::int32_t from = kept_from(kind);
  const bool fits =
      full.has_ink && full.ink_start >= from - kTolerance && full.ink_end <= from + kEm / 2 + kTolerance;
  if (!fits || std::abs(full.advance - kEm) > kTolerance) return {};
  return {kEm / 2, -from};
}

/// Bitmaps move by whole pixels.
HalfWidth in_pixels(HalfWidth half, int native_px) {
  const auto whole = [&](std::int32_t length) {
    const std::int64_t px = std::int64_t{length} * native_px / kEm;
    return static_cast<std::int32_t>(px * kEm / native_px);
  };
  return {whole(half.cut), whole(half.shift)};
}

}  // namespace

HalfWidth HalfWidths::measure(const MarkRequest& request) {
  const Face& face = fonts_.face(request.face);
  const Measured full = shaped(face, request, 0), half = shaped(face, request, 1);
  HalfWidth found{full.advance - half.advance, half.offset - full.offset};
  if (found.cut < kTolerance) found = from_ink(full, request.kind);
  const FaceSpec& spec = face.spec();
  const bool pixels = spec.rendering == Rendering::bitmap && spec.native_px > 0;
  return pixels ? in_pixels(found, spec.native_px) : found;
}

std::size_t HalfWidths::HashOfRequest::operator()(const MarkRequest& request) const {
  const auto low = static_cast<std::uint64_t>(request.c) | std::uint64_t{request.face} << 21 |
                   static_cast<std::uint64_t>(request.mode) << 37 |
                   static_cast<std::uint64_t>(request.kind) << 38;
  return static_cast<std::size_t>((low ^ reinterpret_cast<std::uintptr_t>(request.language)) *
                                  0x9E3779B97F4A7C15u);
}

HalfWidth HalfWidths::of(const MarkRequest& request) {
  if (request.face == kNoFace) return {};
  const auto [slot, fresh] = known_.try_emplace(request);
  if (fresh) slot->second = measure(request);
  return slot->second;
}

}  // namespace xp::text
