// SPDX-License-Identifier: MIT
#include "scene/dump.h"

#include <gtest/gtest.h>

#include "scene/builder.h"
#include "scene/damage.h"
#include "support/golden.h"

namespace xp::scene {
namespace {

text::FontCatalog catalog() {
  text::FontCatalog catalog;
  catalog.faces.resize(2);
  catalog.faces[0].id = "sans";
  catalog.faces[1].id = "sans-bold";
  return catalog;
}

text::Layout two_lines() {
  text::Layout layout;
  for (std::uint32_t i = 0; i < 4; ++i) {
    if (i % 2 == 0) layout.lines.emplace_back();
    text::Glyph glyph;
    glyph.gid = 100 + i;
    glyph.face = i == 3 ? text::kNoFace : text::FaceId{1};
    glyph.x = text::Em::from(i % 2);
    layout.lines.back().glyphs.push_back(glyph);
  }
  return layout;
}

Scene every_operation() {
  const Rect all{0, 0, 320, 180};
  const Color deep{7, 27, 63, 255}, gold{255, 207, 92, 255}, glass{255, 255, 255, 18};
  const PointF corner{Px::whole(240), Px::whole(40)}, far{Px::whole(0), Px::from(180.25)};
  const auto picture = std::make_shared<media::Picture>(media::Picture{{2, 1}, true, Hash{1, 2}, {0, 0}});
  Scene scene{all.size(), {}};
  scene.layers.push_back(layer(
      Builder()
          .gradient({all, GradientOp::Shape::radial, corner, far, {{0, gold}, {0.45, glass}, {1, deep}}})
          .done(),
      {}, all));
  scene.layers.push_back(
      {{10, 10, 300, 160},
       {12, -3},
       200,
       Builder()
           .rounded({Px::whole(8), Px::whole(9), Px::from(50.5), Px::whole(20)}, Px::whole(4), glass)
           .text(two_lines(), {Px::from(20.3), Px::whole(40)}, Px::whole(24), 1.24, {deep, gold})
           .image(picture, {100, 100, 20, 10})
           .done()});
  scene.layers.push_back(
      layer(flatten({layer(Builder().fill({0, 0, 9, 9}, deep).done(), {1, 1}, all)}), {}, all));
  media::ClipFile film;
  film.path = "campaign/film.mp4";
  film.length = seconds(2);
  const media::ClipPtr clip = media::make_clip({film});
  scene.layers.push_back(layer(
      Builder().video({clip, milliseconds(3480), {0, 0, 64, 36}, media::Fit::fill, deep, 0}).done(), {}, all));
  return scene;
}

TEST(Dump, ShowsEveryOperation) {
  test::expect_golden("scene/every-operation.txt", dump(every_operation(), catalog()));
}

TEST(Dump, IsTheSameForTheSameScene) {
  EXPECT_EQ(dump(every_operation(), catalog()), dump(every_operation(), catalog()));
}

}  // namespace
}  // namespace xp::scene
