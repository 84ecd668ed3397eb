// SPDX-License-Identifier: MIT
#include "kinds/picture_fit.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/i18n.h"
#include "media/scaler.h"

namespace xp::kinds {
namespace {

/// `a` · `numerator` / `denominator` to the nearest, at least 1.
int share(int a, int numerator, int denominator) {
  return std::max(
      1, static_cast<int>((2 * std::int64_t{a} * numerator + denominator) / (2 * std::int64_t{denominator})));
}

bool wider(Size a, Size b) { return std::int64_t{a.w} * b.h > std::int64_t{b.w} * a.h; }

media::Picture cut_out(const media::Picture& picture, const Rect& part) {
  media::Picture out;
  out.size = part.size();
  out.opaque = picture.opaque;
  out.hash = Hasher().add("cut").add(picture.hash).add(part.x).add(part.y).add(part.w).add(part.h).done();
  out.pixels.reserve(static_cast<std::size_t>(part.w) * part.h);
  for (int y = part.y; y < part.bottom(); ++y) {
    const auto row = picture.pixels.begin() + std::ptrdiff_t{y} * picture.size.w + part.x;
    out.pixels.insert(out.pixels.end(), row, row + part.w);
  }
  return out;
}

}  // namespace

std::optional<media::PictureFile> picture_named(toml::TableReader& reader, const ReadContext& context,
                                                std::string_view key, const std::string& name) {
  auto file = media::picture_file(context.files, context.path_of(name));
  if (file) return *std::move(file);
  reader.report_defect(key, "unreadable-picture",
                       trf("the picture “{file}” cannot be shown: {reason}", fmt::arg("file", name),
                           fmt::arg("reason", file.error().message)),
                       tr("put a PNG, JPEG or WebP picture beside the playlist"));
  return std::nullopt;
}

Size fitting(Size picture, Size box) {
  if (wider(picture, box)) return {box.w, share(box.w, picture.h, picture.w)};
  return {share(box.h, picture.w, picture.h), box.h};
}

Size covering(Size picture, Size box) {
  if (wider(picture, box)) return {std::max(box.w, share(box.h, picture.w, picture.h)), box.h};
  return {box.w, std::max(box.h, share(box.w, picture.h, picture.w))};
}

std::shared_ptr<const media::Picture> filled(const media::Picture& picture, Size box) {
  const Size part = fitting(box, picture.size);
  const Rect middle{(picture.size.w - part.w) / 2, (picture.size.h - part.h) / 2, part.w, part.h};
  return media::scaled(cut_out(picture, middle), box);
}

}  // namespace xp::kinds
