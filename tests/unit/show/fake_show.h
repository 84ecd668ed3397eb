// SPDX-License-Identifier: MIT
// Shows of a kind that draws rectangles: what a frame does with slides, without what slides do with text.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "base/paths.h"
#include "scene/builder.h"
#include "show/caches.h"
#include "show/frame.h"
#include "show/load.h"
#include "show/show.h"
#include "support/golden.h"
#include "support/theme.h"

namespace xp::test {

/// A slide of a background and a mark that moves down a px every tick for `motion` after its entrance.
struct Fake : kinds::Content {
  Color background, mark;
  Duration motion{};
  Fake(Color b, Color m, Duration d) : background(b), mark(m), motion(d) {}
  Hash hash() const override {
    return Hasher().add(background.r).add(background.a).add(mark.r).add(mark.g).add(motion.count()).done();
  }
};

inline int& layouts_made() {
  static int count = 0;
  return count;
}

inline constexpr Duration kTick{20'000'000};  // 50 Hz

class FakeLaid : public kinds::Laid {
 public:
  FakeLaid(const Fake& fake, Size box)
      : background_(scene::Builder().fill(Rect::of({}, box), fake.background).done()),
        mark_(scene::Builder().fill({2, 2, 4, 4}, fake.mark).done()),
        box_(Rect::of({}, box)),
        motion_(fake.motion) {
    ++layouts_made();
  }
  void append_layers(const kinds::Moment& moment, std::vector<scene::Layer>& out) const override {
    out.push_back({box_, {}, 255, background_});
    const auto step = std::min(moment.elapsed, motion_) / kTick;
    out.push_back({box_, {0, static_cast<int>(step)}, 255, mark_});
  }
  Instant next_change(const kinds::Moment& moment) const override {
    if (moment.elapsed >= motion_) return kNever;
    return moment.now + (kTick - moment.elapsed % kTick);
  }

 private:
  scene::OpsPtr background_, mark_;
  Rect box_;
  Duration motion_;
};

inline kinds::LaidPtr lay_out_fake(const kinds::Content& content, const kinds::LayoutContext& context) {
  return std::make_shared<FakeLaid>(static_cast<const Fake&>(content), context.box);
}

inline const kinds::SlideKind& fake_kind() {
  static const kinds::SlideKind kind{"fake", "", nullptr, nullptr, lay_out_fake, nullptr, nullptr, nullptr};
  return kind;
}

inline constexpr Color kBlue{20, 40, 90}, kRed{120, 20, 30}, kGold{250, 200, 90}, kWhite{240, 240, 250};

/// One schedule a day, in minutes after midnight.
inline playlist::Schedule hours(int from, int to) {
  playlist::Schedule schedule;
  schedule.hours = {{from, to}};
  return schedule;
}

inline playlist::Slide fake_slide(const std::string& id, Color background, Color mark, Duration duration,
                                  Duration motion = {}) {
  playlist::Slide slide;
  slide.id = id;
  slide.kind = &fake_kind();
  slide.content = std::make_shared<Fake>(background, mark, motion);
  slide.duration = duration;
  slide.hash = slide.content->hash();
  return slide;
}

inline std::shared_ptr<const text::FontCatalog> fonts() {
  static const auto catalog = [] {
    Diagnostics diagnostics;
    return show::load_fonts(real_files(), DataPath{{source_path(".")}}, {"/usr/share/fonts"}, diagnostics);
  }();
  return catalog;
}

/// Parts of a 100 × 80 screen at 50 Hz with one zone all over it; a fade of half a second.
inline show::ShowParts fake_parts(std::vector<playlist::Slide> slides) {
  show::ShowParts parts;
  parts.playlist.slides = std::move(slides);
  parts.playlist.hash = hash_bytes("playlist");
  parts.screen.name = "test";
  parts.screen.size = {100, 80};
  parts.screen.refresh = 50;
  parts.screen.zones = {{"main", {0, 0, 100, 80}, 0, "slides", {}}};
  parts.theme = test::default_theme();
  parts.theme.motion.fade = milliseconds(500);
  parts.catalog = fonts();
  return parts;
}

inline std::unique_ptr<show::Caches> caches() {
  auto made = show::Caches::create(fonts());
  return made ? *std::move(made) : nullptr;
}

/// Everything that decides a scene's pixels.
inline std::string fingerprint(const scene::Scene& scene) {
  std::string text;
  for (const scene::Layer& l : scene.layers)
    text += fmt::format("{},{} {}x{} +{}+{} @{} {}\n", l.clip.x, l.clip.y, l.clip.w, l.clip.h, l.offset.x,
                        l.offset.y, l.opacity, l.ops->hash.hex());
  return text;
}

}  // namespace xp::test
