// SPDX-License-Identifier: MIT
// What the charts say with their shapes: lengths from zero, gaps where nothing is known, an open rest.
#include <algorithm>
#include <optional>
#include <set>

#include "kinds/metrics.h"
#include "kinds/series.h"
#include "kinds/shares.h"
#include "kinds_fixture.h"
#include "scene/path.h"

namespace xp::kinds {
namespace {

constexpr Size kPlaza{1920, 1080}, kPortrait{1080, 1920};

struct Shape {
  Rect bounds;
  Color color;
};

/// Everything that is filled or outlined, at rest, without the frame.
std::vector<Shape> shapes_of(const Laid& laid, Duration elapsed = seconds(5)) {
  std::vector<Shape> shapes;
  for (const scene::Layer& layer : layers_at(laid, elapsed)) {
    for (const scene::Op& op : layer.ops->list) {
      if (const auto* fill = std::get_if<scene::FillOp>(&op))
        shapes.push_back({intersect(fill->rect.moved(layer.offset), layer.clip), fill->color});
      if (const auto* mask = std::get_if<scene::MaskOp>(&op))
        shapes.push_back({scene::path_bounds(mask->path).moved(layer.offset), mask->color});
    }
  }
  return shapes;
}

std::vector<Rect> of_color(const std::vector<Shape>& shapes, Color color) {
  std::vector<Rect> found;
  for (const Shape& shape : shapes) {
    if (shape.color == color) found.push_back(shape.bounds);
  }
  return found;
}

std::string statistics(const std::string& keys) {
  return "kind = \"statistics\"\nheading = \"一句话\"\n" + keys;
}

LaidPtr lay(const std::string& keys, Size box = kPlaza) {
  const ReadSlide slide = read_slide(statistics(keys));
  EXPECT_TRUE(slide.content) << format_diagnostics(slide.diagnostics);
  return Stage::get().lay(slide, box);
}

const Palette& colors() { return Stage::get().theme.colors; }

/// Where the glyphs of a face, or of all, certainly are: one rectangle a run.
std::vector<Rect> inked_by(const Laid& laid, std::optional<text::FaceId> face) {
  std::vector<Rect> runs;
  for (const scene::Layer& layer : layers_at(laid, seconds(5))) {
    for (const scene::Op& op : layer.ops->list) {
      const auto* glyphs = std::get_if<scene::GlyphsOp>(&op);
      if (!glyphs || (face && glyphs->face != *face)) continue;
      const int size = glyphs->size.round(), left = glyphs->glyphs.front().x.round();
      runs.push_back(Rect{left, glyphs->glyphs.front().y.round() - size * 3 / 4,
                          glyphs->glyphs.back().x.round() + size / 2 - left, size * 3 / 4}
                         .moved(layer.offset));
    }
  }
  return runs;
}

/// Sizes of the glyphs of a face, px.
std::set<int> sizes_of(const Laid& laid, text::FaceId face) {
  std::set<int> sizes;
  for (const scene::Layer& layer : layers_at(laid, seconds(5)))
    for (const scene::Op& op : layer.ops->list)
      if (const auto* glyphs = std::get_if<scene::GlyphsOp>(&op); glyphs && glyphs->face == face)
        sizes.insert(glyphs->size.round());
  return sizes;
}

text::FaceId face_of(const std::string& role) { return Stage::get().catalog->role(role)->chain.front(); }

TEST(Bars, HaveFiguresOfOneSizeHoweverLongTheyAre) {
  const auto laid =
      lay("chart = \"bars\"\nunit = \"户\"\ndata = [{ label = \"甲\", value = 1190852 }, { label = \"乙\", "
          "value = 8 }]",
          kPortrait);
  EXPECT_EQ(sizes_of(*laid, face_of("figures")).size(), 2u) << "figures, and their units";
}

TEST(Shares, HaveLabelsOfOneSizeHoweverLongTheyAre) {
  const auto laid =
      lay("chart = \"stacked\"\nunit = \"%\"\ndata = [{ label = \"甲\", value = 60 }, "
          "{ label = \"冒充电商物流客服退款\", value = 40 }]",
          kPortrait);
  const std::set<int> sizes = sizes_of(*laid, face_of("body"));
  const Metrics metrics{kPortrait};
  const TypeScale& type = Stage::get().theme.type;
  std::set<int> labels = sizes;
  for (const TypeLevel& level : {type.campaign, type.source}) labels.erase(metrics.text_px(level.size));
  EXPECT_EQ(labels.size(), 1u);
}

TEST(UprightBars, StandOnZeroAndAreAsHighAsTheirValues) {
  const auto shapes = shapes_of(*lay(
      "chart = \"bars\"\ndirection = \"vertical\"\ndata = [{ label = \"甲\", value = 50 }, { label = \"乙\", "
      "value = 100 }]"));
  const auto small = of_color(shapes, colors().second);
  // The first of the accent's shapes is the shield of the campaign line.
  const auto large = of_color(shapes, colors().accent);
  ASSERT_FALSE(small.empty());
  ASSERT_FALSE(large.empty());
  EXPECT_EQ(small.front().bottom(), large.back().bottom());
  EXPECT_NEAR(small.front().h * 2, large[large.size() - 2].h, 2);
}

TEST(Trend, NoLinePassesOverAPeriodThatIsNotKnown) {
  const LaidPtr laid =
      lay("chart = \"trend\"\nmarks = \"line\"\ndata = [{ label = \"一\", value = 3 }, { label = \"二\", "
          "value = 5 }, "
          "{ label = \"三\" }, { label = \"四\", value = 4 }, { label = \"五\", value = 6 }]");
  for (const Duration elapsed : {Duration{milliseconds(200)}, Duration{seconds(5)}}) {
    const auto lines = of_color(shapes_of(*laid, elapsed), colors().second);
    ASSERT_EQ(lines.size(), 2u);
    const int middle = kPlaza.w / 2;  // of the third of five
    for (const Rect& line : lines) EXPECT_TRUE(line.right() < middle || line.x > middle);
  }
}

TEST(Trend, ManyPeriodsOfANarrowZoneAreRows) {
  std::string data;
  for (int i = 1; i <= 12; ++i)
    data += "{ label = \"" + std::to_string(i) + "月\", value = " + std::to_string(1400 + i) + " }, ";
  const LaidPtr laid = lay("chart = \"trend\"\nunit = \"起\"\ndata = [" + data + "]", kPortrait);
  EXPECT_FALSE(laid->faults().overflow);
  for (const Rect& bar : of_color(shapes_of(*laid), colors().second)) EXPECT_GT(bar.w, bar.h);
}

TEST(Trend, TheFiguresOfAFallingLineStayInside) {
  const LaidPtr laid =
      lay("chart = \"trend\"\nmarks = \"line\"\nunit = \"起\"\ndata = [{ label = \"2020年\", value = 1410 }, "
          "{ label = \"2021年\", value = 1236 }, { label = \"2022年\", value = 822 }, { label = \"2023年\", "
          "value = 512 }]");
  const int margin = Metrics{kPlaza}.px(5);
  const std::vector<Rect> figures = inked_by(*laid, face_of("figures"));
  ASSERT_FALSE(figures.empty());
  for (const Rect& figure : figures) EXPECT_LE(figure.right(), kPlaza.w - margin);
}

TEST(Stacked, WhatIsNotSaidStaysOpen) {
  const LaidPtr laid =
      lay("chart = \"stacked\"\nunit = \"%\"\ndata = [{ label = \"甲\", value = 40 }, { label = \"乙\", "
          "value = 30 "
          "}]");
  const auto shapes = shapes_of(*laid);
  const auto track = of_color(shapes, colors().panel);
  ASSERT_EQ(track.size(), 1u);
  const auto second = of_color(shapes, colors().second);
  ASSERT_EQ(second.size(), 1u);
  EXPECT_NEAR(second.front().right() - track.front().x, track.front().w * 0.7, 1);
  EXPECT_TRUE(of_color(shapes, colors().third).empty());
}

TEST(Stacked, PutsManySharesIntoRows) {
  std::string data;
  for (int i = 0; i < 8; ++i) data += "{ label = \"组织领导传销活动\", value = 12.5 }, ";
  for (const Size box : {kPlaza, kPortrait})
    EXPECT_FALSE(lay("chart = \"stacked\"\nunit = \"%\"\ndata = [" + data + "]", box)->faults().overflow);
}

TEST(Number, TheArrowKeepsTheMarginAndItsColourIsTheAuthors) {
  for (const Size box : {kPlaza, kPortrait}) {
    for (const auto& [tone, color] :
         {std::pair{"good", colors().gain}, {"bad", colors().loss}, {"neutral", colors().accent}}) {
      const auto shapes = of_color(
          shapes_of(*lay(
              "value = 1234.56\nunit = \"%\"\narrow = \"down\"\ntone = \"" + std::string(tone) + "\"", box)),
          color);
      ASSERT_FALSE(shapes.empty()) << tone;
      EXPECT_LE(shapes.back().right(), box.w - Metrics{box}.px(5)) << tone;
    }
  }
}

TEST(Table, ThatDoesNotFitIsSaid) {
  const auto table = [](const std::string& cell) {
    return "chart = \"table\"\ncolumns = [\"类型\", \"起数\"]\nrows = [[\"甲\", \"" + cell + "\"]]";
  };
  EXPECT_FALSE(lay(table("1起"))->faults().overflow);
  std::string endless;
  for (int i = 0; i < 200; ++i) endless += "长";
  EXPECT_TRUE(lay(table(endless))->faults().overflow);
}

std::string rows_of(const std::string& chart, int count, const std::string& label) {
  std::string data;
  for (int i = 1; i <= count; ++i)
    data += "{ label = \"" + label + std::to_string(i) + "\", value = " + std::to_string(i * i) + " }, ";
  return "chart = " + chart + "\nunit = \"起\"\ndata = [" + data + "]";
}

TEST(Charts, PrintNothingOnTopOfAnything) {
  const std::vector<std::string> charts{
      rows_of("\"bars\"", 8, "县"),
      rows_of("\"bars\"", 6, "冒充公检法及政府机关"),
      rows_of("\"bars\"\ndirection = \"vertical\"", 8, "月"),
      rows_of("\"donut\"\ncenter = \"不分年龄\"", 8, "个体经营"),
      rows_of("\"stacked\"", 8, "第三方支付"),
      rows_of("\"trend\"", 12, "月"),
      rows_of("\"trend\"\nmarks = \"line\"", 12, "月"),
  };
  for (const Size box :
       {kPlaza, kPortrait, Size{1080, 1080}, Size{1080, 1215}, Size{1024, 691}, Size{3840, 1080}}) {
    for (const std::string& chart : charts) {
      SCOPED_TRACE(std::to_string(box.w) + " × " + std::to_string(box.h) + "\n" + chart);
      const LaidPtr laid = lay(chart, box);
      EXPECT_FALSE(laid->faults().overflow);
      const std::vector<Rect> runs = inked_by(*laid, std::nullopt);
      for (std::size_t i = 0; i < runs.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
          EXPECT_TRUE(intersect(runs[i], runs[j]).empty()) << j << " " << i << ", y " << runs[i].y;
    }
  }
}

TEST(Charts, SayWhatHasNoRoom) {
  EXPECT_TRUE(lay(rows_of("\"bars\"", 8, "县"), {200, 120})->faults().overflow);
  EXPECT_TRUE(lay(rows_of("\"donut\"", 8, "县"), {200, 120})->faults().overflow);
}

TEST(Stacked, TwoColumnsOfRowsStandOnCommonLines) {
  const auto shapes = shapes_of(
      *lay("chart = \"stacked\"\nunit = \"%\"\ndata = [{ label = \"手机银行\", value = 62.1 }, { label = "
           "\"第三方支付\", value = 31.4 }, { label = \"柜台\", value = 3.5 }, { label = \"ATM\", value = 2 "
           "}, { label = "
           "\"现金\", value = 1 }]"));
  const std::vector<Color> series = series_colors(colors(), 5);
  const auto key = [&](std::size_t i) { return of_color(shapes, series[i]).back(); };
  EXPECT_LT(key(0).x, key(3).x);
  EXPECT_EQ(key(0).y, key(3).y);
  EXPECT_EQ(key(1).y, key(4).y);
}

TEST(Donut, StandsInTheMiddleOfAWall) {
  const Size wall{3840, 1080};
  const LaidPtr laid = lay(rows_of("\"donut\"", 3, "甲"), wall);
  const Rect ring = of_color(shapes_of(*laid), colors().panel).front();
  int right = 0;
  for (const Rect& run : inked_by(*laid, face_of("figures"))) right = std::max(right, run.right());
  EXPECT_NEAR(ring.x, wall.w - right, wall.w / 50);
}

std::string table_of(const std::string& columns, const std::string& rows) {
  return "chart = \"table\"\ncolumns = [" + columns + "]\nrows = [" + rows + "]";
}

TEST(Table, AColumnOfFiguresStaysOneBesideAWordOrADash) {
  const auto with = [](const std::string& cells) {
    return sizes_of(*lay(table_of("\"区县\", \"同比\"", cells)), face_of("figures"));
  };
  EXPECT_FALSE(with("[\"甲\", \"−12.5%\"], [\"乙\", \"+3%\"], [\"丙\", \"持平\"], [\"丁\", \"—\"]").empty());
  EXPECT_TRUE(with("[\"甲\", \"当面核实\"], [\"乙\", \"打96110\"], [\"丙\", \"不转账\"]").empty());
}

TEST(Table, WrapsItsCellsInANarrowZone) {
  const LaidPtr laid =
      lay(table_of("\"人群\", \"常见骗局\", \"记住一句\"",
                   "[\"老年人\", \"养老投资、保健品\", \"不贪小便宜\"], [\"学生\", \"刷单、网购、游戏交易\", "
                   "\"先付款的都是假\"], [\"财会人员\", \"冒充领导、老板\", \"当面核实再转\"]"),
          kPortrait);
  EXPECT_FALSE(laid->faults().overflow);
  const int longest_row = 4 + 10 + 7;  // em
  EXPECT_GT(*sizes_of(*laid, face_of("body")).rbegin() * longest_row, kPortrait.w);
}

TEST(Shares, MayMissTheWholeByTheirRounding) {
  const auto shares = [](std::vector<double> values) {
    std::vector<Datum> data;
    for (const double value : values) data.push_back({"甲", value, ""});
    return rounding_of(data);
  };
  EXPECT_NEAR(shares({33.3, 33.3, 33.3}), 0.15, 1e-5);
  EXPECT_NEAR(shares({33, 33, 33}), 1.5, 1e-5);
  EXPECT_NEAR(shares({42.42, 10}), 0.01, 1e-5);
}

}  // namespace
}  // namespace xp::kinds
