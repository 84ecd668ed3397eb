// SPDX-License-Identifier: MIT
// Shows of plain colours: every slide fills its zone, nothing moves.
#pragma once

#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "kinds/slide_kind.h"
#include "scene/builder.h"
#include "show/show.h"

namespace xp::test {

struct Plain final : kinds::Content {
  explicit Plain(Color c) : color(c) {}
  Hash hash() const override { return Hasher().add(format_color(color)).done(); }
  Color color;
  bool broken = false;     ///< its file turns out so when it is laid out
  bool patterned = false;  ///< its layer is more than one fill: painted by way of pixels
  bool graded = false;     ///< from its colour to black
  bool passing = false;    ///< other drawings follow each other all the time
};

constexpr Duration kPiece = seconds(3);  ///< how long each drawing of what passes is seen

struct PlainLaid final : kinds::Laid {
  PlainLaid(Size size, const Plain& plain) : layer{Rect::of({}, size), {}, 255, nullptr} {
    const Rect all = Rect::of({}, size);
    for (int piece = 0; piece < (plain.passing ? 3 : 1); ++piece) {
      scene::Builder builder;
      if (plain.graded) {
        builder.gradient({all, {}, {}, {Px{}, Px::whole(size.h)}, {{0, plain.color}, {1, {0, 0, 0, 255}}}});
      } else {
        builder.fill(all, plain.color);
      }
      if (plain.patterned) builder.fill({1 + piece, 1, 2, 2}, {1, 2, 3, 255});
      pieces.push_back(builder.done());
    }
  }
  void append_layers(const kinds::Moment& moment, std::vector<scene::Layer>& out) const override {
    out.push_back(layer);
    out.back().ops = pieces[static_cast<std::size_t>(moment.elapsed / kPiece) % pieces.size()];
  }
  Instant next_change(const kinds::Moment& moment) const override {
    return pieces.size() > 1 ? moment.now + milliseconds(20) : kNever;
  }
  std::vector<Duration> rests(Duration) const override { return {}; }
  std::string_view failure() const override { return broken ? "damaged" : std::string_view{}; }
  scene::Layer layer;
  std::vector<scene::OpsPtr> pieces;  ///< one after another
  bool broken = false;
};

inline int layouts = 0;  ///< how often a slide was laid out; any thread but one at a time

inline const kinds::SlideKind kPlain{
    "plain",
    "a colour",
    nullptr,
    nullptr,
    [](const kinds::Content& content, const kinds::LayoutContext& context) -> kinds::LaidPtr {
      ++layouts;
      const auto& plain = static_cast<const Plain&>(content);
      auto laid = std::make_shared<PlainLaid>(context.box, plain);
      laid->broken = plain.broken;
      return laid;
    },
    nullptr,
    nullptr,
    nullptr};

/// 2022-05-15T10:00:00+08:00
inline constexpr Instant kStart{1'652'580'000'000'000'000};
inline constexpr Size kScreen{128, 72};  ///< lower ones are LED strips, which cut

struct SlideSpec {
  std::string id;
  Duration duration = seconds(8);
  bool missing = false;  ///< a file that it names
  bool broken = false;   ///< a file that it names, found out when it is laid out
  bool patterned = false;
  bool graded = false, passing = false;
};

inline Color color_of(const std::string& id) {
  const Hash hash = hash_bytes(id);
  return {std::uint8_t(hash.low), std::uint8_t(hash.low >> 8), std::uint8_t(hash.low >> 16), 255};
}

/// One role of a font that every machine that runs the tests has; nothing is written with it.
inline std::shared_ptr<const text::FontCatalog> catalog() {
  auto catalog = std::make_shared<text::FontCatalog>();
  const char* path = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
  text::FaceSpec face;
  face.id = "sans";
  face.index = 2;
  face.path = path;
  catalog->faces = {face};
  catalog->roles = {{"body", {0}}};
  catalog->hash = hash_bytes(path);
  return catalog;
}

/// One schedule a day, in minutes after midnight.
inline playlist::Schedule hours(int from, int to) {
  playlist::Schedule schedule;
  schedule.hours = {{from, to}};
  return schedule;
}

/// The loop begins at kStart; slides change by a cut unless `fade` is given.
inline show::ShowPtr fake_show(const std::vector<SlideSpec>& slides, Instant anchor = kStart,
                               Duration fade = {}, std::set<std::string> unusable = {},
                               const std::vector<playlist::Schedule>& power = {}) {
  show::ShowParts parts;
  parts.unusable = std::move(unusable);
  auto file = std::make_shared<SourceFile>(SourceFile{"playlist.toml", ""});
  Hasher hasher;
  int line = 1;
  for (const SlideSpec& spec : slides) {
    playlist::Slide slide;
    slide.id = spec.id;
    slide.kind = &kPlain;
    auto content = std::make_shared<Plain>(color_of(spec.id));
    content->broken = spec.broken;
    content->patterned = spec.patterned;
    content->graded = spec.graded;
    content->passing = spec.passing;
    slide.content = std::move(content);
    if (spec.missing) parts.unusable.insert(spec.id);
    slide.duration = spec.duration;
    slide.at = {file, line++, 1, 1};
    slide.hash = hash_bytes(spec.id);
    hasher.add(spec.id).add(spec.duration.count());
    parts.playlist.slides.push_back(std::move(slide));
  }
  parts.playlist.path = "playlist.toml";
  parts.playlist.campaign.sync = playlist::Sync::start;
  parts.playlist.hash = hasher.done();
  parts.screen.size = kScreen;
  parts.screen.power = power;
  parts.screen.zones = {{"main", Rect::of({}, kScreen), 0, "slides", {}}};
  parts.theme.motion.fade = fade;
  parts.catalog = catalog();
  parts.anchor = anchor;
  return show::make_show(std::move(parts));
}

}  // namespace xp::test
