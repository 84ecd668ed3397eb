// SPDX-License-Identifier: MIT
// The promise of the painter: the same scene gives the same bytes, however it is painted.
#include "paint/painter.h"

#include <gtest/gtest.h>

#include "paint/canvas.h"
#include "unit/paint/surface.h"
#include "unit/scene/random_scene.h"

namespace xp::paint {
namespace {

using namespace test;
using scene::Builder;
using scene::Layer;
using scene::Scene;

constexpr Rect kAll{0, 0, 40, 30};
constexpr Color kRed{255, 0, 0, 255}, kGlass{20, 200, 100, 128};

TEST(Painter, ByDamageGivesTheBytesOfTheWhole) {
  RandomScenes random(42, {72, 56});
  const auto incremental = painter(), fresh = painter();
  for (int round = 0; round < 200; ++round) {
    const Scene last = random.scene(), next = random.changed(last);
    Surface surface = painted(*incremental, last);
    incremental->paint(next, scene::damage(last, next), surface.target());
    ASSERT_EQ(surface.pixels, painted(*fresh, next).pixels) << "round " << round;
  }
}

TEST(Painter, InPiecesGivesTheBytesOfTheWhole) {
  RandomScenes random(43, {72, 56});
  const auto one = painter();
  for (int round = 0; round < 60; ++round) {
    const Scene scene = random.scene();
    Surface pieces(scene.size);
    const int x = random.number(73), y = random.number(57);
    one->paint(scene, {{0, 0, x, y}, {x, 0, 72 - x, y}, {0, y, 72, 56 - y}}, pieces.target());
    ASSERT_EQ(pieces.pixels, painted(*one, scene).pixels) << "round " << round;
  }
}

TEST(Painter, FlattenedLayersGiveTheSameBytes) {
  RandomScenes random(44, {72, 56});
  const auto one = painter();
  for (int round = 0; round < 60; ++round) {
    const Scene scene = random.scene();
    const Rect all = Rect::of({}, scene.size);
    const Scene flat{scene.size, {scene::layer(scene::flatten(scene.layers), {}, all)}};
    ASSERT_EQ(painted(*one, flat).pixels, painted(*one, scene).pixels) << "round " << round;
  }
}

TEST(Painter, AGroundIsPaintedWhereItIsSeenAndNotKept) {
  scene::GradientOp light{kAll, {}, {}, {Px{}, Px::whole(kAll.h)}, {{0, kRed}, {1, {0, 0, 90, 255}}}};
  const scene::OpsPtr ground = Builder().gradient(light).done();
  const Scene scene{kAll.size(), {scene::layer(ground, {}, kAll)}};
  const auto one = painter(), other = painter();
  const Surface once = painted(*one, scene);
  EXPECT_EQ(painted(*one, scene).pixels, once.pixels);
  EXPECT_TRUE(one->painted().empty()) << "as large as the screen";
  other->adopt(ground, one->raster(ground));
  EXPECT_EQ(painted(*other, scene).pixels, once.pixels) << "as from pixels of its own";
}

TEST(Painter, AdoptedPixelsGiveTheSameBytes) {
  RandomScenes random(45, {72, 56});
  for (int round = 0; round < 20; ++round) {
    const auto worker = painter(), screen = painter(), alone = painter();
    const Scene scene = random.scene();
    for (const Layer& layer : scene.layers) screen->adopt(layer.ops, worker->raster(layer.ops));
    ASSERT_EQ(painted(*screen, scene).pixels, painted(*alone, scene).pixels);
  }
}

TEST(Painter, ATinyBudgetChangesNothing) {
  RandomScenes random(46, {72, 56});
  const auto poor = painter(), rich = painter();
  poor->set_budget(1);
  for (int round = 0; round < 20; ++round) {
    const Scene scene = random.scene();
    ASSERT_EQ(painted(*poor, scene).pixels, painted(*rich, scene).pixels);
  }
}

TEST(Painter, ALoneFillIsPaintedAsIfItHadPixelsOfItsOwn) {
  const auto one = painter();
  for (const int opacity : {255, 254, 128, 3, 1}) {
    for (const int alpha : {255, 200, 99, 1}) {
      const Color color{250, 130, 7, static_cast<std::uint8_t>(alpha)};
      const auto lone = Builder().fill({3, 3, 20, 20}, color).done();
      const auto pair = Builder().fill({3, 3, 20, 10}, color).fill({3, 13, 20, 10}, color).done();
      const auto faded = static_cast<std::uint8_t>(opacity);
      ASSERT_EQ(painted(*one, over_grey(kAll.size(), lone, faded)).pixels,
                painted(*one, over_grey(kAll.size(), pair, faded)).pixels)
          << opacity << ' ' << alpha;
    }
  }
}

TEST(Painter, LeavesTheRestOfTheTargetAsItIs) {
  const auto one = painter();
  Surface surface(kAll.size(), 0xff123456);
  one->paint(over_grey(kAll.size(), Builder().fill(kAll, kRed).done()), {{5, 6, 7, 8}}, surface.target());
  for (int y = 0; y < 30; ++y) {
    for (int x = 0; x < 40; ++x) {
      const bool inside = x >= 5 && x < 12 && y >= 6 && y < 14;
      ASSERT_EQ(surface.at(x, y), inside ? 0xffff0000 : 0xff123456) << x << ',' << y;
    }
  }
}

TEST(Painter, NoDamageNoPaint) {
  Surface surface(kAll.size(), 0xff123456);
  painter()->paint(over_grey(kAll.size(), Builder().fill(kAll, kRed).done()), {}, surface.target());
  EXPECT_EQ(surface.pixels, Surface(kAll.size(), 0xff123456).pixels);
}

TEST(Painter, DamageBeyondTheTargetIsCut) {
  Surface surface({10, 10});
  painter()->paint(over_grey(kAll.size(), Builder().fill(kAll, kRed).done()), {{-50, -50, 500, 500}},
                   surface.target());
  EXPECT_EQ(surface.pixels, Surface({10, 10}, 0xffff0000).pixels);
}

TEST(Painter, ClipsAndMovesLayers) {
  Scene scene = over_grey(kAll.size(),
                          Builder().fill({0, 0, 10, 10}, kRed).disc({Px{}, Px{}}, Px::whole(2), kRed).done());
  scene.layers[1].offset = {20, 10};
  scene.layers[1].clip = {22, 0, 100, 100};
  const Surface surface = painted(*painter(), scene);
  EXPECT_EQ(surface.at(21, 15), 0xff5a5a5a);
  EXPECT_EQ(surface.at(22, 15), 0xffff0000);
  EXPECT_EQ(surface.at(29, 19), 0xffff0000);
  EXPECT_EQ(surface.at(30, 19), 0xff5a5a5a);
}

TEST(Painter, AGroupFadesAsOne) {
  // Two overlapping fills: where they overlap the lower one must not shine through.
  const auto ops =
      Builder().fill({0, 0, 20, 20}, {0, 0, 0, 255}).fill({10, 10, 20, 20}, {255, 255, 255, 255}).done();
  const Surface surface = painted(*painter(), over_grey(kAll.size(), ops, 128));
  EXPECT_EQ(surface.at(15, 15), surface.at(25, 25));
}

TEST(CrossFade, EndsAreThePicturesThemselves) {
  const auto one = painter();
  const auto old_picture =
      scene::flatten({scene::layer(Builder().fill(kAll, kRed).fill({3, 3, 9, 9}, kGlass).done(), {}, kAll)});
  Scene scene = over_grey(kAll.size(), old_picture);
  const Surface from = painted(*one, {kAll.size(), {scene.layers[1]}});
  const Surface to = painted(*one, {kAll.size(), {scene.layers[0]}});
  EXPECT_EQ(painted(*one, scene).pixels, from.pixels);
  scene.layers[1].opacity = 0;
  EXPECT_EQ(painted(*one, scene).pixels, to.pixels);
}

TEST(CrossFade, OfAPictureWithItselfIsThePicture) {
  const auto one = painter();
  RandomScenes random(47, {72, 56});
  for (int opacity = 0; opacity < 256; opacity += 15) {
    Scene scene = over_grey({72, 56}, scene::flatten(random.scene().layers));
    Scene faded = scene;
    faded.layers.push_back(
        {Rect::of({}, scene.size), {}, static_cast<std::uint8_t>(opacity), scene::flatten(scene.layers)});
    ASSERT_TRUE(faded.layers.back().ops->opaque);
    ASSERT_EQ(painted(*one, faded).pixels, painted(*one, scene).pixels) << opacity;
  }
}

TEST(CrossFade, OfTwoPicturesAtOnceIsOneOverTheOther) {
  const auto one = painter();
  RandomScenes random(48, {72, 56});
  const auto picture = [&] {
    return scene::flatten(over_grey({72, 56}, scene::flatten(random.scene().layers)).layers);
  };
  const Rect all{0, 0, 72, 56};
  for (int opacity = 0; opacity < 256; opacity += 15) {
    const Layer below{all, {}, 255, picture()}, above{all, {}, static_cast<std::uint8_t>(opacity), picture()};
    Surface after_another = painted(*one, {all.size(), {below}});
    const auto over = one->raster(above.ops);
    Canvas(after_another.target()).draw({view_of(*over), {}}, Canvas::Kind::opaque, all, above.opacity);
    ASSERT_EQ(painted(*one, {all.size(), {below, above}}).pixels, after_another.pixels) << opacity;
  }
}

TEST(CrossFade, MixesByOpacity) {
  const Surface surface =
      painted(*painter(), over_grey({4, 4}, Builder().fill({0, 0, 4, 4}, {190, 90, 0, 255}).done(), 51));
  EXPECT_EQ(surface.at(2, 2), 0xff6e5a48);  // a fifth of the way: 110, 90, 72
}

}  // namespace
}  // namespace xp::paint
