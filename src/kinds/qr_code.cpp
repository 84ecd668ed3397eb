// SPDX-License-Identifier: MIT
#include "kinds/qr_code.h"

#include <qrencode.h>

#include <memory>

namespace xp::kinds {
namespace {

constexpr int kSmallestModule = 2;     // px; a camera loses smaller ones
constexpr unsigned char kDarkBit = 1;  // of a module, by qrencode.h

}  // namespace

int QrCode::module_px(int room) const {
  if (empty()) return 0;
  const int module = room / (side + 2 * kQuietZone);
  return module < kSmallestModule ? 0 : module;
}

QrCode encode_qr(const std::string& text) {
  if (text.empty() || text.size() > kMostQrBytes) return {};
  const std::unique_ptr<QRcode, void (*)(QRcode*)> made(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
  if (!made) return {};
  QrCode code;
  code.side = made->width;
  const std::size_t modules = static_cast<std::size_t>(code.side) * static_cast<std::size_t>(code.side);
  code.dark.reserve(modules);
  for (std::size_t i = 0; i < modules; ++i) code.dark.push_back((made->data[i] & kDarkBit) != 0);
  return code;
}

void draw_qr(scene::Builder& builder, const QrCode& code, Point at, int module, Color color) {
  const int quiet = kQuietZone * module;
  for (int y = 0; y < code.side; ++y) {
    for (int x = 0; x < code.side;) {
      int end = x;
      while (end < code.side && code.is_dark(end, y)) ++end;
      if (end > x)
        builder.fill({at.x + quiet + x * module, at.y + quiet + y * module, (end - x) * module, module},
                     color);
      x = end + 1;
    }
  }
}

}  // namespace xp::kinds
