// SPDX-License-Identifier: MIT
#include "show/caches.h"

#include <gtest/gtest.h>

#include "fake_show.h"

namespace xp::show {
namespace {

using namespace test;

class CachesTest : public testing::Test {
 protected:
  kinds::LaidPtr laid(Color color, Size box = {10, 10}) {
    return caches_->laid(*show_, {fake_kind(), Fake(color, kGold, {}), show_->theme, box});
  }
  bool has(Color color, Size box = {10, 10}) {
    return caches_->has(Caches::key(*show_, {fake_kind(), Fake(color, kGold, {}), show_->theme, box}));
  }
  std::unique_ptr<Caches> caches_ = caches();
  ShowPtr show_ = make_show(fake_parts({fake_slide("a", kBlue, kGold, seconds(8))}));
};

TEST_F(CachesTest, LayOutOnce) {
  const int before = layouts_made();
  EXPECT_EQ(laid(kBlue), laid(kBlue));
  EXPECT_EQ(layouts_made(), before + 1);
}

TEST_F(CachesTest, TellContentAndBoxApart) {
  EXPECT_NE(laid(kBlue), laid(kRed));
  EXPECT_NE(laid(kBlue), laid(kBlue, {10, 11}));
}

TEST_F(CachesTest, ForgetTheOldest) {
  caches_->set_capacity(2);
  laid(kBlue);
  laid(kRed);
  laid(kBlue);  // used again
  laid(kWhite);
  EXPECT_TRUE(has(kBlue));
  EXPECT_TRUE(has(kWhite));
  EXPECT_FALSE(has(kRed));
}

/// A slide of one picture.
class LaidPicture : public kinds::Laid {
 public:
  explicit LaidPicture(const std::shared_ptr<const media::Picture>& picture)
      : picture_(scene::Builder().image(picture, {0, 0, 10, 10}).done()) {}
  void append_layers(const kinds::Moment&, std::vector<scene::Layer>& out) const override {
    out.push_back({{0, 0, 10, 10}, {}, 255, picture_});
  }
  Instant next_change(const kinds::Moment&) const override { return kNever; }

 private:
  scene::OpsPtr picture_;
};

std::shared_ptr<const media::Picture> picture(int n) {
  auto made = std::make_shared<media::Picture>();
  made->size = {10, 10};
  made->hash = hash_bytes(std::to_string(n));
  made->pixels.resize(100);
  return made;
}

Hash key_number(int n) { return hash_bytes(std::to_string(n)); }

TEST_F(CachesTest, ForgetTheOldestPicturesBeyondTheirBudget) {
  constexpr std::size_t kEach = 400, kMost = 8;
  caches_->set_picture_budget(kMost * kEach);
  laid(kBlue);
  for (int n = 0; n < 20; ++n) caches_->adopt(key_number(n), std::make_shared<LaidPicture>(picture(n)));
  EXPECT_EQ(caches_->pictures(), (MemoryUse{"pictures", kMost * kEach, kMost * kEach}));
  EXPECT_FALSE(caches_->has(key_number(11)));
  EXPECT_TRUE(caches_->has(key_number(12)));
  EXPECT_TRUE(has(kBlue)) << "it holds no picture";
}

TEST_F(CachesTest, KeepThePicturesThatAreInUseWhateverTheirSize) {
  caches_->set_picture_budget(1);
  for (int n = 0; n < 20; ++n) caches_->adopt(key_number(n), std::make_shared<LaidPicture>(picture(n)));
  EXPECT_FALSE(caches_->has(key_number(13)));
  for (int n = 14; n < 20; ++n) EXPECT_TRUE(caches_->has(key_number(n))) << n;
}

TEST_F(CachesTest, CountASharedPictureOnce) {
  const auto logo = picture(0);
  for (int n = 0; n < 5; ++n) caches_->adopt(key_number(n), std::make_shared<LaidPicture>(logo));
  EXPECT_EQ(caches_->pictures().bytes, 400u);
}

TEST_F(CachesTest, AdoptWhatAnotherThreadMade) {
  const Fake fake(kRed, kGold, {});
  const Hash key = Caches::key(*show_, {fake_kind(), fake, show_->theme, {10, 10}});
  const auto made = std::make_shared<FakeLaid>(fake, Size{10, 10});
  const int before = layouts_made();
  caches_->adopt(key, made);
  EXPECT_TRUE(caches_->has(key));
  EXPECT_EQ(laid(kRed), made);
  EXPECT_EQ(layouts_made(), before);
}

TEST_F(CachesTest, KeepTheirOwnOverAnAdoptedOne) {
  const auto own = laid(kRed);
  const Fake fake(kRed, kGold, {});
  caches_->adopt(Caches::key(*show_, {fake_kind(), fake, show_->theme, {10, 10}}),
                 std::make_shared<FakeLaid>(fake, Size{10, 10}));
  EXPECT_EQ(laid(kRed), own);
}

TEST_F(CachesTest, KeysFollowThemeScreenAndCampaign) {
  const Fake fake(kRed, kGold, {});
  const auto key = [&](const ShowParts& parts) {
    const ShowPtr show = make_show(parts);
    return Caches::key(*show, {fake_kind(), fake, show->theme, {10, 10}});
  };
  const ShowParts base = fake_parts({fake_slide("a", kBlue, kGold, seconds(8))});
  ShowParts other = base;
  EXPECT_EQ(key(other), key(base));
  other.theme.hash = hash_bytes("other");
  EXPECT_NE(key(other), key(base));
  other = base;
  other.playlist.campaign.title = "新";
  EXPECT_NE(key(other), key(base));
  other = base;
  other.screen.refresh = 60;
  EXPECT_NE(key(other), key(base));
  other = base;
  other.playlist.slides.push_back(fake_slide("b", kRed, kGold, seconds(8)));
  EXPECT_EQ(key(other), key(base));
}

}  // namespace
}  // namespace xp::show
