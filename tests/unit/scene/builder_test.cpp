// SPDX-License-Identifier: MIT
#include "scene/builder.h"

#include <gtest/gtest.h>

#include "scene/op_facts.h"

namespace xp::scene {
namespace {

constexpr Color kRed{255, 0, 0, 255}, kGlass{0, 0, 255, 100};

PointF at(double x, double y) { return {Px::from(x), Px::from(y)}; }

text::Glyph glyph(std::uint32_t gid, double x, text::FaceId face = 0) {
  text::Glyph glyph;
  glyph.gid = gid;
  glyph.face = face;
  glyph.x = text::Em::from(x);
  glyph.advance = text::Em::from(1);
  return glyph;
}

text::Layout lines(std::initializer_list<std::vector<text::Glyph>> lines) {
  text::Layout layout;
  for (const auto& glyphs : lines) layout.lines.emplace_back().glyphs = glyphs;
  return layout;
}

const GlyphsOp& glyphs(const OpsPtr& ops, std::size_t index = 0) {
  return std::get<GlyphsOp>(ops->list.at(index));
}

std::shared_ptr<media::Picture> picture(bool opaque) {
  return std::make_shared<media::Picture>(media::Picture{{2, 2}, opaque, hash_bytes("p"), {1, 2, 3, 4}});
}

TEST(Builder, StartsAnewAfterDone) {
  Builder builder;
  builder.fill({0, 0, 5, 5}, kRed);
  EXPECT_FALSE(builder.empty());
  EXPECT_EQ(builder.done()->bounds, (Rect{0, 0, 5, 5}));
  EXPECT_TRUE(builder.empty());
  EXPECT_TRUE(builder.done()->bounds.empty());
}

TEST(Builder, BoundsCoverEveryOperation) {
  const OpsPtr ops = Builder().fill({10, 10, 5, 5}, kRed).disc(at(0, 0), Px::whole(3), kRed).done();
  EXPECT_EQ(ops->bounds, (Rect{-3, -3, 18, 18}));
}

TEST(Builder, LeavesOutWhatPaintsNothing) {
  const OpsPtr ops = Builder()
                         .fill({0, 0, 0, 5}, kRed)
                         .fill({0, 0, 5, 5}, {1, 2, 3, 0})
                         .disc(at(5, 5), Px{}, kRed)
                         .image(nullptr, {0, 0, 5, 5})
                         .gradient({{0, 0, 5, 5}, GradientOp::Shape::linear, {}, {}, {}})
                         .done();
  EXPECT_TRUE(ops->list.empty());
  EXPECT_TRUE(ops->bounds.empty());
}

TEST(Builder, SquareCornersOnWholePxAreAFill) {
  EXPECT_TRUE(
      std::holds_alternative<FillOp>(Builder().rounded(RectF::of({1, 2, 3, 4}), Px{}, kRed).done()->list[0]));
  EXPECT_TRUE(std::holds_alternative<MaskOp>(
      Builder().rounded({Px{1}, Px{}, Px::whole(2), Px::whole(2)}, Px{}, kRed).done()->list[0]));
}

TEST(Opaque, AFillOverAllBounds) {
  EXPECT_TRUE(Builder().fill({0, 0, 9, 9}, kRed).disc(at(4, 4), Px::whole(3), kGlass).done()->opaque);
  EXPECT_FALSE(Builder().fill({0, 0, 9, 9}, kGlass).done()->opaque);
  EXPECT_FALSE(Builder().fill({0, 0, 9, 9}, kRed).disc(at(9, 9), Px::whole(3), kGlass).done()->opaque);
}

TEST(Opaque, AGradientWithOpaqueStopsOnly) {
  GradientOp op{{0, 0, 9, 9}, GradientOp::Shape::linear, {}, at(9, 9), {{0, kRed}, {1, kRed}}};
  EXPECT_TRUE(Builder().gradient(op).done()->opaque);
  op.stops[1].color = kGlass;
  EXPECT_FALSE(Builder().gradient(op).done()->opaque);
}

TEST(Opaque, APictureWithoutAlpha) {
  EXPECT_TRUE(Builder().image(picture(true), {0, 0, 9, 9}).done()->opaque);
  EXPECT_FALSE(Builder().image(picture(false), {0, 0, 9, 9}).done()->opaque);
}

TEST(Opaque, AVideoWithOpaqueBars) {
  const auto clip = media::make_clip({{"film.mp4", seconds(2), {4, 3}, {}, false, {}}});
  const VideoOp op{clip, {}, {0, 0, 9, 9}, media::Fit::letterbox, kRed, 0};
  EXPECT_TRUE(Builder().video(op).done()->opaque);
}

TEST(Live, IsAVideoAndWhatHoldsOne) {
  const Rect all{0, 0, 9, 9};
  const auto clip = media::make_clip({{"film.mp4", seconds(2), {4, 3}, {}, false, {}}});
  const OpsPtr video = Builder().video({clip, {}, all, media::Fit::fill, kRed, 0}).done();
  EXPECT_TRUE(video->live);
  EXPECT_TRUE(Builder().group({layer(video, {}, all)}).done()->live);
  EXPECT_FALSE(Builder().fill(all, kRed).done()->live);
  const OpsPtr later = Builder().video({clip, milliseconds(40), all, media::Fit::fill, kRed, 0}).done();
  EXPECT_NE(video->hash, later->hash);
  EXPECT_EQ(video->hash, Builder().video({clip, {}, all, media::Fit::fill, kRed, 0}).done()->hash);
}

TEST(Lone, FillOrVideoIsTheOnlyOperation) {
  const Rect all{0, 0, 9, 9};
  const auto clip = media::make_clip({{"film.mp4", seconds(2), {4, 3}, {}, false, {}}});
  const OpsPtr fill = Builder().fill(all, kGlass).done();
  const OpsPtr video = Builder().video({clip, {}, all, media::Fit::fill, kRed, 0}).done();
  EXPECT_EQ(lone_fill(*fill), &std::get<FillOp>(fill->list[0]));
  EXPECT_EQ(lone_video(*video), &std::get<VideoOp>(video->list[0]));
  EXPECT_FALSE(lone_video(*fill));
  EXPECT_FALSE(lone_fill(*video));
  const OpsPtr both = Builder().fill(all, kRed).video({clip, {}, all, media::Fit::fill, kRed, 0}).done();
  EXPECT_FALSE(lone_fill(*both));
  EXPECT_FALSE(lone_video(*both));
}

TEST(Opaque, AGroupWithAHidingLayer) {
  const Rect all{0, 0, 9, 9};
  Layer below = layer(Builder().fill(all, kRed).done(), {}, all);
  const Layer above = layer(Builder().fill({2, 2, 3, 3}, kGlass).done(), {}, all);
  EXPECT_TRUE(Builder().group({below, above}).done()->opaque);
  below.opacity = 254;
  EXPECT_FALSE(Builder().group({below, above}).done()->opaque);
}

TEST(OpsHash, SameForTheSameContent) {
  const auto make = [] {
    return Builder().fill({0, 0, 5, 5}, kRed).disc(at(4, 4), Px::whole(3), kGlass).done();
  };
  EXPECT_EQ(make()->hash, make()->hash);
}

TEST(OpsHash, EveryParameterCounts) {
  const auto hash = [](Rect r, Color c) { return Builder().fill(r, c).done()->hash; };
  EXPECT_NE(hash({0, 0, 5, 5}, kRed), hash({0, 0, 5, 6}, kRed));
  EXPECT_NE(hash({0, 0, 5, 5}, kRed), hash({0, 0, 5, 5}, {255, 0, 0, 254}));
  const auto disc = [](double x, double r) {
    return Builder().disc(at(x, 0), Px::from(r), kRed).done()->hash;
  };
  EXPECT_NE(disc(3, 2), disc(3.02, 2));
  const auto text = [](double x, std::uint32_t gid, text::FaceId face) {
    return Builder().text(lines({{glyph(gid, x, face)}}), {}, Px::whole(20), 1, {kRed, kRed}).done()->hash;
  };
  EXPECT_NE(text(0, 7, 0), text(0.5, 7, 0));
  EXPECT_NE(text(0, 7, 0), text(0, 8, 0));
  EXPECT_NE(text(0, 7, 0), text(0, 7, 1));
}

TEST(OpsHash, GroupsCountTheirLayersPlaces) {
  const Rect all{0, 0, 9, 9};
  const OpsPtr ops = Builder().fill({2, 2, 3, 3}, kRed).done();
  const auto hash = [&](Layer layer) { return Builder().group({layer}).done()->hash; };
  const Layer plain = layer(ops, {}, all);
  EXPECT_EQ(hash(plain), hash(layer(Builder().fill({2, 2, 3, 3}, kRed).done(), {}, all)));
  EXPECT_NE(hash(plain), hash({all, {1, 0}, 255, ops}));
  EXPECT_NE(hash(plain), hash({all, {}, 99, ops}));
  EXPECT_NE(hash(plain), hash({{0, 0, 4, 4}, {}, 255, ops}));
}

TEST(Text, FirstBaselineIsTheEmBoxAscentBelowTheOrigin) {
  const OpsPtr ops =
      Builder().text(lines({{glyph(7, 0)}}), at(10, 20), Px::whole(100), 1.5, {kRed, kRed}).done();
  ASSERT_EQ(glyphs(ops).glyphs.size(), 1U);
  EXPECT_EQ(glyphs(ops).glyphs[0].x, Px::whole(10));
  EXPECT_EQ(glyphs(ops).glyphs[0].y, Px::whole(108));
}

TEST(Text, LinesAreLineHeightApart) {
  const OpsPtr ops =
      Builder()
          .text(lines({{glyph(7, 0)}, {glyph(7, 0)}, {glyph(7, 0)}}), {}, Px::whole(100), 1.24, {kRed, kRed})
          .done();
  EXPECT_EQ(glyphs(ops).glyphs[1].y, Px::whole(88 + 124));
  EXPECT_EQ(glyphs(ops).glyphs[2].y, Px::whole(88 + 248));
}

TEST(Text, IndentAndPenAddUpBeforeRounding) {
  auto layout = lines({{glyph(7, 0.005)}});
  layout.lines[0].indent = text::Em::from(0.005);
  const OpsPtr ops = Builder().text(layout, {}, Px::whole(100), 1, {kRed, kRed}).done();
  EXPECT_EQ(glyphs(ops).glyphs[0].x, Px::whole(1));
}

TEST(Text, RisesByTheGlyphsOwnY) {
  auto layout = lines({{glyph(7, 0)}});
  layout.lines[0].glyphs[0].y = text::Em::from(0.25);
  EXPECT_EQ(glyphs(Builder().text(layout, {}, Px::whole(100), 1, {kRed, kRed}).done()).glyphs[0].y,
            Px::whole(63));
}

TEST(Text, GroupsByFaceScaleAndInk) {
  auto layout = lines({{glyph(1, 0), glyph(2, 1, 1), glyph(3, 2), glyph(4, 3), glyph(5, 4)}});
  layout.lines[0].glyphs[2].emphasis = text::Emphasis::accent;
  layout.lines[0].glyphs[3].scale = text::Em::from(0.5);
  const OpsPtr ops = Builder().text(layout, {}, Px::whole(40), 1, {kRed, kGlass}).done();
  ASSERT_EQ(ops->list.size(), 4U);
  EXPECT_EQ(glyphs(ops, 0).glyphs.size(), 2U);
  EXPECT_EQ(glyphs(ops, 0).glyphs[1].gid, 5U);
  EXPECT_EQ(glyphs(ops, 1).face, 1);
  EXPECT_EQ(glyphs(ops, 2).color, kGlass);
  EXPECT_EQ(glyphs(ops, 3).size, Px::whole(20));
}

TEST(Text, BoundsReachBeyondTheEmBoxOnAllSides) {
  const Rect bounds =
      Builder().text(lines({{glyph(7, 0)}}), {}, Px::whole(100), 1, {kRed, kRed}).done()->bounds;
  EXPECT_TRUE(bounds.contains({-50, -30, 200, 150}));
}

TEST(Text, WideGlyphsAreCoveredByTheirAdvance) {
  auto layout = lines({{glyph(7, 0)}});
  layout.lines[0].glyphs[0].advance = text::Em::from(8);
  EXPECT_GE(Builder().text(layout, {}, Px::whole(100), 1, {kRed, kRed}).done()->bounds.right(), 800);
}

TEST(TextHeight, CountsTheLastLineByItsEmBox) {
  EXPECT_EQ(text_height(0, Px::whole(100), 1.24), Px{});
  EXPECT_EQ(text_height(1, Px::whole(100), 1.24), Px::whole(100));
  EXPECT_EQ(text_height(3, Px::whole(100), 1.25), Px::whole(350));
}

TEST(Surface, LongerOpsAreTheBuilderUsersMistake) {
  OpsPtr ops;
  EXPECT_DEBUG_DEATH(ops = Builder().fill({0, 0, kMaxSurface + 1, 4}, kRed).done(), "kMaxSurface");
  EXPECT_TRUE(!ops || ops->bounds.w == kMaxSurface);
}

TEST(VisibleArea, IsTheMovedBoundsInsideTheClip) {
  const OpsPtr ops = Builder().fill({0, 0, 10, 10}, kRed).done();
  EXPECT_EQ(visible_area({{0, 0, 12, 100}, {5, 7}, 255, ops}), (Rect{5, 7, 7, 10}));
  EXPECT_TRUE(visible_area({{0, 0, 12, 100}, {5, 7}, 0, ops}).empty());
  EXPECT_TRUE(visible_area({{0, 0, 12, 100}, {}, 255, nullptr}).empty());
}

}  // namespace
}  // namespace xp::scene
