// SPDX-License-Identifier: MIT
// QR codes (ISO/IEC 18004), error correction level M, drawn so that a telephone reads them from afar: dark on
// a light card, whole pixels a module, four modules of quiet around them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/geometry.h"
#include "scene/builder.h"

namespace xp::kinds {

/// Longer texts make modules too small for a public screen: a code has 49 modules a side at most.
inline constexpr std::size_t kMostQrBytes = 152;
/// Of what goes around the modules on each side, in modules.
inline constexpr int kQuietZone = 4;

struct QrCode {
  int side = 0;            ///< modules, without the quiet zone
  std::vector<bool> dark;  ///< side · side, row by row

  bool empty() const { return side == 0; }
  bool is_dark(int x, int y) const { return dark[static_cast<std::size_t>(y * side + x)]; }
  /// Whole px of a module where the code with its quiet zone has `room` px; 0: too small to be read.
  int module_px(int room) const;
  /// Px of the code with its quiet zone.
  int side_px(int module) const { return module * (side + 2 * kQuietZone); }
};

/// The code of a text of 1 … kMostQrBytes bytes of UTF-8; empty for any other.
QrCode encode_qr(const std::string& text);

/// Draws the dark modules; the quiet zone begins at `at`.
void draw_qr(scene::Builder& builder, const QrCode& code, Point at, int module, Color color);

}  // namespace xp::kinds
