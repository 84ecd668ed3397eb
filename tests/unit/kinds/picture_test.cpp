// SPDX-License-Identifier: MIT
#include "kinds/picture_fit.h"

#include "kinds/metrics.h"
#include "kinds/own_ground.h"
#include "kinds/scrim.h"
#include "kinds_fixture.h"
#include "support/theme.h"

namespace xp::kinds {
namespace {

media::Picture plain(Size size, std::uint32_t pixel) {
  media::Picture picture;
  picture.size = size;
  picture.opaque = true;
  picture.pixels.assign(static_cast<std::size_t>(size.w) * size.h, pixel);
  return picture;
}

TEST(PictureFit, FitsInsideOrCovers) {
  EXPECT_EQ(fitting({200, 100}, {1000, 1000}), (Size{1000, 500}));
  EXPECT_EQ(covering({200, 100}, {1000, 1000}), (Size{2000, 1000}));
  EXPECT_EQ(fitting({100, 300}, {1920, 1080}), (Size{360, 1080}));
  EXPECT_EQ(covering({100, 300}, {1920, 1080}), (Size{1920, 5760}));
  EXPECT_EQ(fitting({1, 8000}, {100, 100}), (Size{1, 100}));
}

TEST(PictureFit, FillsWithTheMiddle) {
  media::Picture picture = plain({300, 100}, 0xffff0000);
  for (int y = 0; y < 100; ++y)
    for (int x = 100; x < 200; ++x) picture.pixels[static_cast<std::size_t>(y * 300 + x)] = 0xff00ff00;
  const auto shown = filled(picture, {50, 50});
  EXPECT_EQ(shown->size, (Size{50, 50}));
  for (const std::uint32_t pixel : shown->pixels) ASSERT_EQ(pixel, 0xff00ff00);
}

TEST(Veil, IsAsDenseAsTheWordsNeed) {
  const Color white{255, 255, 255}, veil{7, 27, 63};
  const auto alpha = [&](std::uint32_t pixel, double contrast) {
    return veil_alpha(plain({90, 90}, pixel), {{{0, 0, 90, 90}, white, contrast}}, veil);
  };
  EXPECT_EQ(alpha(0xff000000, 7), 0);
  EXPECT_GT(alpha(0xffffffff, 7), alpha(0xffffffff, 4.5));
  EXPECT_GT(alpha(0xffffffff, 7), alpha(0xff808080, 7));
  Color dense = veil;
  dense.a = alpha(0xffffffff, 7);
  EXPECT_GE(contrast_ratio(white, over(dense, white)), 7);
  dense.a = static_cast<std::uint8_t>(dense.a - 3);
  EXPECT_LT(contrast_ratio(white, over(dense, white)), 7.1) << "and not denser";
}

TEST(Veil, LooksAtWhatIsBehindTheWords) {
  media::Picture picture = plain({90, 90}, 0xff000000);
  for (int y = 0; y < 90; ++y)
    for (int x = 45; x < 90; ++x) picture.pixels[static_cast<std::size_t>(y * 90 + x)] = 0xffffffff;
  const OnPicture left{{0, 0, 45, 90}, {255, 255, 255}, 7}, right{{45, 0, 45, 90}, {255, 255, 255}, 7};
  EXPECT_EQ(veil_alpha(picture, {left}, {0, 0, 0}), 0);
  EXPECT_GT(veil_alpha(picture, {left, right}, {0, 0, 0}), 100);
}

TEST(OwnGround, KeepsTheThemesInksWhereTheyStandOut) {
  const Theme theme = on_ground(test::default_theme(), {{0x20, 0x10, 0x40}});
  EXPECT_EQ(theme.colors.text, test::default_theme().colors.text);
  EXPECT_EQ(theme.colors.background, (Color{0x20, 0x10, 0x40}));
  EXPECT_EQ(theme.background.light, Light::none);
}

TEST(OwnGround, TakesTheOppositeInksOnALightColour) {
  const Theme theme = on_ground(test::default_theme(), {{0xff, 0xf0, 0xd0}});
  EXPECT_EQ(theme.colors.background, (Color{0xff, 0xf0, 0xd0}));
  EXPECT_GE(contrast_ratio(theme.colors.text, theme.colors.background), 7);
  EXPECT_GE(contrast_ratio(theme.colors.accent, theme.colors.background), 4.5);
}

TEST(OwnGround, DarkensAColourThatNoInkStandsOutFrom) {
  const Theme theme = on_ground(test::default_theme(), {{0x80, 0x80, 0x80}, {0xc0, 0x20, 0x20}});
  EXPECT_NE(theme.colors.background_bright, (Color{0x80, 0x80, 0x80}));
  EXPECT_EQ(theme.background.light, Light::top);
  for (const Color ground :
       {theme.colors.background_bright, theme.colors.background, theme.colors.background_deep})
    EXPECT_GE(contrast_ratio(theme.colors.text, ground), 6.9);
}

TEST(NamedColor, IsARoleOrAColour) {
  const Palette colors;
  EXPECT_EQ(named_color(colors, "accent"), colors.accent);
  EXPECT_EQ(named_color(colors, "#0b3d91"), (Color{0x0b, 0x3d, 0x91}));
  EXPECT_FALSE(named_color(colors, "acent"));
  EXPECT_FALSE(named_color(colors, "#12"));
}

class PictureSlides : public testing::Test {
 protected:
  Stage& stage = Stage::get();
  ReadSlide slide(const std::string& id) {
    for (ReadSlide& each : read_slides("slides/examples/picture/playlist.toml"))
      if (each.id == id) return std::move(each);
    return {};
  }
};

TEST_F(PictureSlides, PanByWholePxATickAndThenRest) {
  const LaidPtr laid = stage.lay(slide("slow-pan"), {960, 540});
  const int start = layers_at(*laid, {}).at(1).offset.x;
  EXPECT_EQ(layers_at(*laid, milliseconds(900)), layers_at(*laid, {})) << "it stands still for a second";
  Moment moment{Duration::zero(), kNow};
  int last = start, changes = 0;
  for (Instant next = laid->next_change(moment); next != kNever; next = laid->next_change(moment)) {
    ASSERT_GT(next, moment.now);
    moment = {next - kNow, next};
    const int x = layers_at(*laid, moment.elapsed).at(1).offset.x;
    ASSERT_LE(x, last);
    ASSERT_GE(x, last - 1);
    last = x;
    ASSERT_LE(++changes, 5000);
  }
  EXPECT_EQ(start - last, 1620 - 960);
  EXPECT_EQ(layers_at(*laid, moment.elapsed), layers_at(*laid, seconds(3600)));
}

TEST_F(PictureSlides, StandStillOnLamps) {
  stage.around.led = true;
  EXPECT_EQ(stage.lay(slide("slow-pan"), {256, 128})->next_change({Duration::zero(), kNow}), kNever);
  stage.around.led = false;
}

TEST_F(PictureSlides, KeepOnlyWhatTheyShow) {
  const LaidPtr laid = stage.lay(slide("filled"), {320, 180});
  const auto picture = std::get<scene::ImageOp>(layers_at(*laid, {}).at(1).ops->list.front());
  EXPECT_EQ(picture.picture->size, (Size{320, 180}));
  EXPECT_EQ(picture.rect, (Rect{0, 0, 320, 180}));
}

TEST_F(PictureSlides, WithoutTheirFileAreAnEmptyGround) {
  const ReadSlide missing = read_slide("kind = \"picture\"\nfile = \"none.png\"");
  EXPECT_EQ(ids_of(missing), (std::vector<std::string>{"unreadable-picture"}));
  ASSERT_TRUE(missing.content);
  EXPECT_EQ(layers_at(*stage.lay(missing, {320, 180}), {}).size(), 1u);
}

}  // namespace
}  // namespace xp::kinds
