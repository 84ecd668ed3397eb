// SPDX-License-Identifier: MIT
#include "media/picture.h"

#include <png.h>

#include "base/file.h"
#include "base/i18n.h"

namespace xp::media {

Result<std::shared_ptr<const Picture>> decode_picture(const std::string& path) {
  auto bytes = real_files().read(path, kMaxFileBytes);
  if (!bytes) return bytes.error();
  png_image image{};
  image.version = PNG_IMAGE_VERSION;
  if (!png_image_begin_read_from_memory(&image, bytes->data(), bytes->size()))
    return Error{trf("“{path}” is not a readable picture", fmt::arg("path", path))};
  image.format = PNG_FORMAT_BGRA;
  auto picture = std::make_shared<Picture>();
  picture->size = {static_cast<int>(image.width), static_cast<int>(image.height)};
  picture->hash = hash_bytes(*bytes);
  picture->pixels.resize(static_cast<std::size_t>(image.width) * image.height);
  if (!png_image_finish_read(&image, nullptr, picture->pixels.data(), 0, nullptr))
    return Error{trf("“{path}” is not a readable picture", fmt::arg("path", path))};
  return std::shared_ptr<const Picture>(std::move(picture));
}

}  // namespace xp::media
