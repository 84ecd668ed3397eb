// SPDX-License-Identifier: MIT
#include "media/picture.h"

#include "base/file.h"
#include "base/i18n.h"
#include "media/decode_process.h"
#include "media/picture_header.h"

namespace xp::media {
namespace {

Error about(const std::string& path, const Error& reason) {
  return {trf("cannot read the picture “{path}”: {reason}", fmt::arg("path", path),
              fmt::arg("reason", reason.message)),
          reason.code};
}

}  // namespace

Result<PictureFile> picture_file(const FileSystem& files, const std::string& path) {
  const auto bytes = files.read(path, kMaxFileBytes);
  if (!bytes) return bytes.error();
  const auto claimed = claimed_size(*bytes);
  if (!claimed) return about(path, claimed.error());
  return PictureFile{path, *claimed, hash_bytes(*bytes)};
}

Result<std::shared_ptr<const Picture>> decode_picture(const std::string& path) {
  const auto bytes = real_files().read(path, kMaxFileBytes);
  if (!bytes) return bytes.error();
  const auto claimed = claimed_size(*bytes);
  if (!claimed) return about(path, claimed.error());
  auto decoded = decode_in_process(*bytes, *claimed);
  if (!decoded) return about(path, decoded.error());
  decoded->hash = hash_bytes(*bytes);
  return std::shared_ptr<const Picture>(std::make_shared<Picture>(*std::move(decoded)));
}

}  // namespace xp::media
