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
