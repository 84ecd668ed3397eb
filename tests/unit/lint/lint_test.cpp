// SPDX-License-Identifier: MIT
#include "lint/lint.h"

#include <gmock/gmock.h>

#include <set>

#include "lint/rules.h"

namespace xp::lint {
namespace {

/// A slide laid out with what a test says about it.
struct FakeLaid : kinds::Laid {
  bool cut = false;
  std::vector<text::Missing> gone;
  void append_layers(const kinds::Moment&, std::vector<scene::Layer>&) const override {}
  Instant next_change(const kinds::Moment&) const override { return kNever; }
  bool overflow() const override { return cut; }
  std::span<const text::Missing> missing() const override { return gone; }
};

class Rules : public testing::Test {
 protected:
  Rules() {
    slide.id = "high-interest";
    zone.zone.name = "main";
    zone.zone.rect = {0, 0, 256, 32};
    show.screen.name = "led-256x32";
  }
  std::string found(void (*check)(const Subject&, Diagnostics&)) {
    Diagnostics out;
    check({show, zone, slide, laid}, out);
    return out.empty() ? "" : out.list().front().id + ": " + out.list().front().message;
  }
  show::Show show;
  show::ZoneShow zone{{}, playlist::Timeline({}, playlist::Sync::start, {}, {}), nullptr, nullptr};
  playlist::Slide slide;
  std::shared_ptr<FakeLaid> laid = std::make_shared<FakeLaid>();
};

TEST_F(Rules, ASlideThatFitsIsNoFinding) {
  for (const Rule& rule : rules()) EXPECT_EQ(found(rule.check), "") << rule.id;
}

TEST_F(Rules, OverflowNamesSlideZoneAndScreen) {
  laid->cut = true;
  EXPECT_EQ(found(check_overflow),
            "overflow: slide “high-interest”: the text does not fit zone “main” (256 × 32 px) of screen "
            "“led-256x32” at "
            "the smallest size");
}

TEST_F(Rules, TofuListsEachMissingCharacterOnce) {
  laid->gone = {{3, U'\x2B81D'}, {9, U'\x2B81D'}, {11, U'\xE123'}};
  EXPECT_EQ(found(check_tofu), "tofu: slide “high-interest”: no font has \xEE\x84\xA3 U+E123, 𫠝 U+2B81D");
}

TEST_F(Rules, IdsAreUnique) {
  std::set<std::string_view> ids;
  for (const Rule& rule : rules()) EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
}

}  // namespace
}  // namespace xp::lint
