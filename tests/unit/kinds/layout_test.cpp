// SPDX-License-Identifier: MIT
// What holds for every kind, in zones of every proportion.
#include <cmath>

#include "kinds/laid_slide.h"
#include "kinds/metrics.h"
#include "kinds/typesetter.h"
#include "kinds_fixture.h"
#include "scene/dump.h"
#include "scene/path.h"
#include "scene/videos.h"

namespace xp::kinds {
namespace {

const std::vector<Size> kBoxes{{1920, 1080}, {1920, 966}, {3840, 2160}, {1080, 1920}, {1024, 768}};

std::vector<ReadSlide> all_examples() {
  std::vector<ReadSlide> slides;
  for (const SlideKind* kind : shown_kinds()) {
    for (ReadSlide& slide : read_slides("slides/examples/" + std::string(kind->name) + "/playlist.toml")) {
      slides.push_back(std::move(slide));
    }
  }
  for (const char* folder : {"minority", "typography"}) {
    for (ReadSlide& slide : read_slides("slides/examples/" + std::string(folder) + "/playlist.toml")) {
      slides.push_back(std::move(slide));
    }
  }
  return slides;
}

/// Shows a clip, not the theme's background, and never comes to rest.
bool is_film(const Laid& laid) { return !scene::videos_in(layers_at(laid, Duration::zero())).empty(); }

/// Those of every page, one page after the other; each covers those before it.
std::vector<scene::Layer> settled_layers(const Laid& laid) {
  std::vector<scene::Layer> all;
  for (const Duration rest : laid.rests(kStay)) {
    const auto layers = layers_at(laid, rest);
    all.insert(all.end(), layers.begin(), layers.end());
  }
  return all;
}

bool scrolls(const SlideKind& kind) { return kind.name == "ticker" || kind.name == "marquee"; }

struct LaidExample {
  ReadSlide slide;
  Size box;
  LaidPtr laid;
};

/// Every example in every box, laid out once for all tests: it takes longer than what they look at.
const std::vector<LaidExample>& laid_examples() {
  static const std::vector<LaidExample> laid = [] {
    std::vector<LaidExample> made;
    for (const ReadSlide& slide : all_examples())
      for (const Size box : kBoxes) made.push_back({slide, box, Stage::get().lay(slide, box)});
    return made;
  }();
  return laid;
}

/// Calls `check` with every example in every box.
template <class Check>
void for_every_example(Check check) {
  for (const auto& [slide, box, laid] : laid_examples()) {
    SCOPED_TRACE(std::string(slide.kind->name) + "/" + slide.id + " " + std::to_string(box.w) + "x" +
                 std::to_string(box.h));
    check(slide, box, *laid);
  }
}

TEST(Layout, CoversItsBoxOpaquelyAndStaysInside) {
  for_every_example([](const ReadSlide&, Size box, const Laid& laid) {
    const Rect whole = Rect::of({0, 0}, box);
    for (const Duration elapsed : {Duration::zero(), Duration{milliseconds(300)}, Duration{seconds(5)}}) {
      const auto layers = layers_at(laid, elapsed);
      ASSERT_FALSE(layers.empty());
      EXPECT_TRUE(scene::is_opaque(layers.front()));
      EXPECT_EQ(scene::visible_area(layers.front()), whole);
      for (const scene::Layer& layer : layers) EXPECT_TRUE(whole.contains(scene::visible_area(layer)));
    }
  });
}

TEST(Layout, ExamplesFitAndMissNothing) {
  for_every_example([](const ReadSlide&, Size, const Laid& laid) {
    EXPECT_FALSE(laid.faults().overflow);
    EXPECT_TRUE(laid.faults().missing.empty());
  });
}

TEST(Layout, TextKeepsTheSafeMargin) {
  for_every_example([](const ReadSlide& slide, Size box, const Laid& laid) {
    if (scrolls(*slide.kind)) return;
    const double margin = Metrics{box}.px(5) - 1.0;
    for (const scene::Layer& layer : settled_layers(laid)) {
      for (const scene::Op& op : layer.ops->list) {
        const auto* group = std::get_if<scene::GlyphsOp>(&op);
        if (!group) continue;
        const double em = group->size.value();
        const double above = group->turned ? 0 : kCapHeight * em;
        for (const scene::GlyphAt& glyph : group->glyphs) {
          EXPECT_GE(glyph.x.value(), margin - 0.55 * em);  // an opening quote hangs
          EXPECT_LE(glyph.x.value(), box.w - margin);
          EXPECT_GE(glyph.y.value() - above, margin - 0.1 * em);
          EXPECT_LE(glyph.y.value(), box.h - margin);
          EXPECT_GE(group->size, Px::whole(kSmallestText));
        }
      }
    }
  });
}

TEST(Layout, EntrancesEndOnTheirGridAndThenNothingChanges) {
  for_every_example([](const ReadSlide& slide, Size, const Laid& laid) {
    if (scrolls(*slide.kind) || is_film(laid) || slide.id == "slow-pan") return;
    if (slide.kind->name == "clock" || slide.kind->name == "countdown") return;
    if (laid.rests(kStay).size() > 1) return;  // pages: paged_slide_test
    Moment moment{Duration::zero(), kNow, {}, kStay};
    int changes = 0;
    for (Instant next = laid.next_change(moment); next != kNever; next = laid.next_change(moment)) {
      ASSERT_GT(next, moment.now);
      moment = {next - kNow, next, {}, kStay};
      ASSERT_LE(++changes, 72);
    }
    EXPECT_LE(moment.elapsed, milliseconds(1200));
    EXPECT_EQ(layers_at(laid, moment.elapsed), layers_at(laid, seconds(3600)));
  });
}

TEST(Layout, NothingChangesBetweenTheChanges) {
  const ReadSlide slide = read_example("statistics", "bars");
  const LaidPtr laid = Stage::get().lay(slide, {1920, 1080});
  Moment moment{Duration::zero(), kNow};
  for (int i = 0; i < 5; ++i) {
    const Instant next = laid->next_change(moment);
    EXPECT_EQ(layers_at(*laid, moment.elapsed), layers_at(*laid, next - kNow - Duration{1}));
    moment = {next - kNow, next};
  }
}

TEST(Layout, TheSameContentGivesTheSameScene) {
  Stage& stage = Stage::get();
  for (const ReadSlide& slide : all_examples()) {
    const auto once = layers_at(*stage.lay(slide, {1920, 1080}), seconds(5));
    const auto again = layers_at(*stage.lay(slide, {1920, 1080}), seconds(5));
    EXPECT_EQ(scene::dump({{1920, 1080}, once}, *stage.catalog),
              scene::dump({{1920, 1080}, again}, *stage.catalog));
  }
}

TEST(Layout, SlidesShareTheirBackground) {
  Stage& stage = Stage::get();
  const std::vector<ReadSlide> slides = all_examples();
  const LaidPtr first = stage.lay(slides.front(), {1920, 1080});
  const auto background = layers_at(*first, seconds(5)).front();
  for (const ReadSlide& slide : slides) {
    const LaidPtr laid = stage.lay(slide, {1920, 1080});
    if (slide.kind->name == "ticker" || is_film(*laid)) continue;
    EXPECT_EQ(layers_at(*laid, seconds(5)).front(), background) << slide.id;
  }
}

std::vector<int> opacities(const std::vector<scene::Layer>& layers) {
  std::vector<int> all;
  for (const scene::Layer& layer : layers) all.push_back(layer.opacity);
  return all;
}

TEST(Layout, AHeadlineRisesThenTheLineBelowIt) {
  const LaidPtr laid =
      Stage::get().lay(read_slide("kind = \"slogan\"\ntext = \"不听\"\nsupport = \"先核实\""), {1920, 1080});
  const auto end = layers_at(*laid, seconds(5));
  EXPECT_EQ(layers_at(*laid, {}).size(), end.size() - 2);
  const auto first = layers_at(*laid, milliseconds(100)), second = layers_at(*laid, milliseconds(300));
  ASSERT_EQ(first.size(), end.size() - 1) << "the line below waits";
  ASSERT_EQ(second.size(), end.size());
  EXPECT_LT(first.back().opacity, 255);
  EXPECT_GT(first.back().offset.y, end[end.size() - 2].offset.y);
  EXPECT_LT(second.back().opacity, second[second.size() - 2].opacity);
  EXPECT_EQ(layers_at(*laid, milliseconds(600)), end);
}

TEST(Layout, AHeadlineMayFadeInOrBeThere) {
  Stage& stage = Stage::get();
  const Motion motion = stage.theme.motion;
  const ReadSlide slide = read_slide("kind = \"slogan\"\ntext = \"不听\"");
  stage.theme.motion.enter = Enter::fade;
  const auto fading = layers_at(*stage.lay(slide, {1920, 1080}), milliseconds(100));
  EXPECT_LT(opacities(fading).back(), 255);
  EXPECT_EQ(fading.back().offset.y, 0);
  stage.theme.motion.enter = Enter::none;
  const LaidPtr still = stage.lay(slide, {1920, 1080});
  EXPECT_EQ(still->next_change({Duration::zero(), kNow}), kNever);
  stage.theme.motion = motion;
  stage.around.led = true;
  EXPECT_EQ(stage.lay(slide, {256, 128})->next_change({Duration::zero(), kNow}), kNever) << "lamps cut";
  stage.around.led = false;
}

TEST(Layout, AnEntranceIsSkippedWhereTheThemeHasNone) {
  Stage& stage = Stage::get();
  const Motion motion = stage.theme.motion;
  stage.theme.motion.count_up = Duration::zero();
  for (const ReadSlide& slide : read_slides("slides/examples/statistics/playlist.toml")) {
    const LaidPtr laid = stage.lay(slide, {1920, 1080});
    EXPECT_EQ(laid->next_change({Duration::zero(), kNow}), kNever);
    EXPECT_EQ(layers_at(*laid, Duration::zero()), layers_at(*laid, seconds(9)));
  }
  stage.theme.motion = motion;
}

TEST(Layout, BarsGrowFromZeroToTheirValue) {
  const ReadSlide slide = read_example("statistics", "bars");
  const LaidPtr laid = Stage::get().lay(slide, {1920, 1080});
  const auto shown = [&](Duration elapsed) {
    std::vector<int> widths;
    for (const scene::Layer& layer : layers_at(*laid, elapsed)) {
      if (std::holds_alternative<scene::MaskOp>(layer.ops->list.front()) && layer.ops->list.size() == 2 &&
          std::holds_alternative<scene::FillOp>(layer.ops->list.back()))
        widths.push_back(scene::visible_area(layer).w);
    }
    return widths;
  };
  EXPECT_TRUE(shown(Duration::zero()).empty());
  const auto half = shown(milliseconds(200)), full = shown(seconds(2));
  ASSERT_EQ(full.size(), 4u);
  ASSERT_EQ(half.size(), 4u);
  for (std::size_t i = 0; i < 4; ++i) EXPECT_LT(half[i], full[i]);
  EXPECT_NEAR(full[1], full[0] * 52.0 / 86, 1);  // zero-based and proportional
  EXPECT_NEAR(full[3], full[0] * 17.0 / 86, 1);
}

TEST(Layout, TinyAndFlatZonesStillShowTheSlogan) {
  const ReadSlide slide =
      read_slide("kind = \"slogan\"\ntext = \"陌生链接**不要点**\"\nsupport = \"先核实\"");
  for (const Size box : {Size{256, 32}, Size{160, 90}, Size{64, 512}, Size{1920, 120}}) {
    const auto layers = layers_at(*Stage::get().lay(slide, box), seconds(1));
    std::size_t glyphs = 0;
    for (const scene::Layer& layer : layers) {
      for (const scene::Op& op : layer.ops->list) {
        if (const auto* group = std::get_if<scene::GlyphsOp>(&op)) glyphs += group->glyphs.size();
      }
    }
    EXPECT_GE(glyphs, 7u) << box.w << "x" << box.h;
  }
}

// --- columns, dots, directions
// -------------------------------------------------------

/// The glyphs of the largest text, in the order of the text.
std::vector<scene::GlyphAt> largest_glyphs(const Laid& laid) {
  scene::GlyphsOp largest;
  for (const scene::Layer& layer : layers_at(laid, seconds(5))) {
    for (const scene::Op& op : layer.ops->list) {
      const auto* group = std::get_if<scene::GlyphsOp>(&op);
      if (group && group->size > largest.size) largest = *group;
    }
  }
  return largest.glyphs;
}

LaidPtr lay(const std::string& toml, Size box) { return Stage::get().lay(read_slide(toml), box); }

TEST(Layout, ASloganUsesTheRoomOfAWall) {
  const auto size = [](Size box) {
    Px largest;
    const auto laid = lay(
        "kind = \"slogan\"\ntext = \"合同看清**再签字**\\n对方查实**再付款**\"\nsupport = \"先核实\"", box);
    for (const scene::Layer& layer : layers_at(*laid, seconds(5)))
      for (const scene::Op& op : layer.ops->list)
        if (const auto* group = std::get_if<scene::GlyphsOp>(&op)) largest = std::max(largest, group->size);
    return largest.value();
  };
  EXPECT_GE(7 * size({3840, 910}), 0.48 * 3840);  // seven characters a line
  EXPECT_EQ(size({1820, 910}), size({2000, 910})) << "only walls";
}

const std::string kTwoLines = "kind = \"slogan\"\ntext = \"不听甜言\\n不贪小利\"\n";
const std::string kVertical = "mode = \"vertical\"\n";

TEST(Columns, RunDownwardsAndFromTheRight) {
  for (const Size box : {Size{1920, 1080}, Size{1080, 1920}}) {
    const auto glyphs = largest_glyphs(*lay(kTwoLines + kVertical, box));
    ASSERT_EQ(glyphs.size(), 8u);
    EXPECT_EQ(glyphs[0].x, glyphs[3].x);
    EXPECT_LT(glyphs[0].y, glyphs[3].y);
    EXPECT_LT(glyphs[4].x, glyphs[0].x);
    EXPECT_EQ(glyphs[4].y, glyphs[0].y);
  }
}

TEST(Columns, OfMongolianRunFromTheLeft) {
  const auto glyphs = largest_glyphs(*lay(kTwoLines + kVertical + "language = \"mn\"", {1920, 1080}));
  ASSERT_EQ(glyphs.size(), 8u);
  EXPECT_GT(glyphs[4].x, glyphs[0].x);
}

TEST(Columns, AreLinesOnStripsAndPanels) {
  for (const Size box : {Size{256, 32}, Size{1920, 120}})
    EXPECT_EQ(layers_at(*lay(kTwoLines + kVertical, box), seconds(5)),
              layers_at(*lay(kTwoLines, box), seconds(5)));
  Surroundings& around = Stage::get().around;
  around.led = true;
  EXPECT_EQ(layers_at(*lay(kTwoLines + kVertical, {256, 128}), seconds(5)),
            layers_at(*lay(kTwoLines, {256, 128}), seconds(5)));
  around.led = false;
}

TEST(Words, ThatALineEndsInAreSaid) {
  const std::string slide = "kind = \"slogan\"\ntext = \"诈骗\"\n";
  EXPECT_TRUE(lay(slide, {1920, 1080})->faults().split_words.empty());
  EXPECT_EQ(lay(slide, {24, 400})->faults().split_words, std::vector<std::string>{"诈|骗"});
}

TEST(Faults, OfALayoutThatWasOnlyTriedAreForgotten) {
  const std::string slide =
      "kind = \"case\"\ntitle = \"加入\uE123会员平台\uE123，赔进积蓄\"\nstory = \"多问一句\"\n";
  EXPECT_EQ(lay(slide, {1080, 1920})->faults().missing.size(), 2u);
}

TEST(Columns, ThatDoNotFitAreSaid) {
  std::string story;
  for (int i = 0; i < 40; ++i) story += "不听甜言";
  const std::string slide = "kind = \"case\"\ntitle = \"多问一句\"\nstory = \"" + story + "\"\n" + kVertical;
  EXPECT_TRUE(lay(slide, {200, 120})->faults().overflow);
  EXPECT_FALSE(lay(slide, {1920, 1080})->faults().overflow);
}

class Typesetting : public testing::Test {
 protected:
  Stage& stage = Stage::get();
  LayoutContext context{{1920, 1080}, stage.theme, stage.around, *stage.engine};
  Typesetter type{context};
  TextBlock set(const char* markup, Size room, text::Mode mode = text::Mode::horizontal) {
    return type.headline(markup, {"headline", 21, 1.24}, {room, 100, 12, 2, mode});
  }
};

TEST_F(Typesetting, ABlockOfColumnsIsAsWideAsTheyAre) {
  const TextBlock block = set("不听甜言\n不贪小利", {1000, 1000}, text::Mode::vertical);
  EXPECT_EQ(block.size, 100);
  EXPECT_EQ(block.height(), 400);
  EXPECT_NEAR(block.width(), 240 - 2 * kFaceMargin * 100, 1);
}

TEST_F(Typesetting, TwoFiguresShareACellOfAColumn) {
  EXPECT_EQ(set("12月", {1000, 1000}, text::Mode::vertical).height(), 200);
}

TEST_F(Typesetting, DotsNeedRoomBetweenLinesAndBelowThem) {
  const TextBlock plain = set("不听甜言\n不贪小利", {1000, 1000});
  const TextBlock above = set("[不听]{.dot}甜言\n不贪小利", {1000, 1000});
  const TextBlock below = set("不听甜言\n[不贪]{.dot}小利", {1000, 1000});
  EXPECT_EQ(plain.height(), 224);
  EXPECT_EQ(above.height(), 250);
  EXPECT_EQ(below.height(), 270);
}

TEST_F(Typesetting, DotsStandRightOfAColumn) {
  const int plain = set("不听\n甜言", {1000, 1000}, text::Mode::vertical).width();
  EXPECT_NEAR(set("[不听]{.dot}\n甜言", {1000, 1000}, text::Mode::vertical).width(), plain + 10 + 20, 1);
  EXPECT_NEAR(set("不听\n[甜言]{.dot}", {1000, 1000}, text::Mode::vertical).width(), plain + 10, 1);
}

TEST_F(Typesetting, ABlockWithDotsKeepsToItsRoom) {
  for (int h = 40; h < 240; h += 20) EXPECT_LE(set("不听\n[甜言]{.dot}", {1000, h}).height(), h);
  for (int w = 40; w < 240; w += 20)
    EXPECT_LE(set("[不听]{.dot}\n甜言", {w, 1000}, text::Mode::vertical).width(), w);
}

TEST_F(Typesetting, AStripHasNoDots) {
  stage.around.led = true;
  EXPECT_EQ(set("[不听]{.dot}", {200, 32}).layout->lines.front().dots.size(), 0u);
  stage.around.led = false;
  EXPECT_EQ(set("[不听]{.dot}", {200, 32}).layout->lines.front().dots.size(), 2u);
}

TEST_F(Typesetting, TextFromTheRightEndsAtTheRightEdge) {
  const Rect area{100, 0, 1000, 1000};
  type.use_language("ug");
  const TextBlock line = type.line("ساقچى", "headline", 100, 1000);
  EXPECT_NEAR(start_edge(line, area) + line.width(), area.right(), 1);
  const TextBlock fitted = set("ساقچى\n110", {1000, 1000});
  EXPECT_NEAR(start_edge(fitted, area), area.x, 2 * kFaceMargin * 100 + 1)
      << "its lines stand at the right of its room";
  EXPECT_GT(fitted.layout->lines[1].indent, text::Em::from(5)) << "a figure too";
  type.use_language("");
  EXPECT_EQ(start_edge(set("警察", {1000, 1000}), area), area.x);
}

TEST(Clock, ChangesWithTheMinute) {
  Stage& stage = Stage::get();
  const SlideKind& clock = *find_kind("clock");
  const LaidPtr laid = stage.lay(clock, *clock.feed({}), {488, 92});
  EXPECT_EQ(laid->next_change({{}, kNow}), kNow + seconds(60));
  EXPECT_EQ(laid->next_change({{}, kNow + seconds(59)}), kNow + seconds(60));
  EXPECT_EQ(laid->next_change({{}, kNow - Duration{1}}), kNow);
  // Alive layers are shared, so a still clock is not damage.
  const auto now = layers_at(*laid, Duration::zero());
  EXPECT_EQ(now, layers_at(*laid, seconds(59)));
  EXPECT_NE(now, layers_at(*laid, seconds(60)));
}

TEST(Clock, AsAZoneLiesOverWhatIsBelow) {
  Stage& stage = Stage::get();
  const SlideKind& clock = *find_kind("clock");
  const auto layers = layers_at(*stage.lay(clock, *clock.feed({}), {488, 92}), Duration::zero());
  ASSERT_EQ(layers.size(), 1u);
  EXPECT_FALSE(scene::is_opaque(layers.front()));
}

// --- contrast, computed on what is really behind the text
// -------------------------------------------------------

Color at(const scene::GradientOp& op, double x, double y) {
  const double dx = op.to.x.value() - op.from.x.value(), dy = op.to.y.value() - op.from.y.value();
  const double t =
      std::min(1.0, std::hypot(x - op.from.x.value(), y - op.from.y.value()) / std::hypot(dx, dy));
  for (std::size_t i = 1; i < op.stops.size(); ++i) {
    const auto &a = op.stops[i - 1], &b = op.stops[i];
    if (t > b.at) continue;
    const double s = (t - a.at) / (b.at - a.at);
    const auto mix = [s](int p, int q) { return static_cast<std::uint8_t>(std::lround(p + (q - p) * s)); };
    return {mix(a.color.r, b.color.r), mix(a.color.g, b.color.g), mix(a.color.b, b.color.b), 255};
  }
  return op.stops.back().color;
}

bool holds(const Rect& r, double x, double y) {
  return x >= r.x && x < r.right() && y >= r.y && y < r.bottom();
}

/// Inside an outline, each curve taken as a few straight lines (non-zero winding).
bool holds(const scene::Path& path, double x, double y) {
  using Verb = scene::PathCommand::Verb;
  int winding = 0;
  PointF first{}, last{};
  const auto line_to = [&](double px, double py, double qx, double qy) {
    const double side = (qx - px) * (y - py) - (x - px) * (qy - py);
    if (py <= y && qy > y && side > 0) ++winding;
    if (py > y && qy <= y && side < 0) --winding;
  };
  const auto straight = [&](PointF to) {
    line_to(last.x.value(), last.y.value(), to.x.value(), to.y.value());
    last = to;
  };
  for (const scene::PathCommand& command : path) {
    if (command.verb == Verb::close) straight(first);
    if (command.verb == Verb::line) straight(command.a);
    if (command.verb == Verb::move) first = last = command.a;
    if (command.verb != Verb::cubic) continue;
    const auto bezier = [](double t, Px p, Px a, Px b, Px c) {
      const double u = 1 - t;
      return u * u * u * p.value() + 3 * u * u * t * a.value() + 3 * u * t * t * b.value() +
             t * t * t * c.value();
    };
    double px = last.x.value(), py = last.y.value();
    for (int i = 1; i <= 8; ++i) {
      const double qx = bezier(i / 8.0, last.x, command.a.x, command.b.x, command.c.x);
      const double qy = bezier(i / 8.0, last.y, command.a.y, command.b.y, command.c.y);
      line_to(px, py, qx, qy);
      px = qx, py = qy;
    }
    last = command.c;
  }
  return winding != 0;
}

TEST(Layout, TextStandsOutFromWhatIsBehindIt) {
  const Theme& theme = Stage::get().theme;
  for_every_example([&](const ReadSlide& slide, Size box, const Laid& laid) {
    if (scrolls(*slide.kind)) return;
    std::vector<scene::Op> below;
    for (const scene::Layer& layer : settled_layers(laid)) {
      for (const scene::Op& op : layer.ops->list) {
        const auto* group = std::get_if<scene::GlyphsOp>(&op);
        if (!group) {
          below.push_back(op);
          continue;
        }
        const double em = group->size.value();
        const bool headline = em >= Metrics{box}.px(6) && group->color == theme.colors.text;
        for (const scene::GlyphAt& glyph : group->glyphs) {
          const double x = glyph.x.value() + em * 0.4, y = glyph.y.value() - em * 0.35;
          Color behind;
          for (const scene::Op& one : below) {
            if (const auto* gradient = std::get_if<scene::GradientOp>(&one)) behind = at(*gradient, x, y);
            if (std::holds_alternative<scene::VideoOp>(one)) behind = {255, 255, 255, 255};  // the worst
            if (const auto* fill = std::get_if<scene::FillOp>(&one); fill && holds(fill->rect, x, y))
              behind = over(fill->color, behind);
            if (const auto* mask = std::get_if<scene::MaskOp>(&one); mask && holds(mask->path, x, y))
              behind = over(mask->color, behind);
          }
          ASSERT_GE(contrast_ratio(group->color, behind), headline ? 7.0 : 4.5)
              << format_color(group->color) << " on " << format_color(behind) << " at " << x << "," << y;
        }
      }
    }
  });
}

TEST(Scene, GoldensOfEveryKind) {
  Stage& stage = Stage::get();
  for (const SlideKind* kind : shown_kinds()) {
    const ReadSlide slide =
        std::move(read_slides("slides/examples/" + std::string(kind->name) + "/playlist.toml").front());
    const LaidPtr laid = stage.lay(slide, {1920, 1080});
    std::vector<Duration> moments = laid->rests(kStay);
    if (moments.size() == 1) moments = {seconds(5)};
    std::string dump;
    for (const Duration moment : moments)
      dump += scene::dump({{1920, 1080}, layers_at(*laid, moment)}, *stage.catalog);
    test::expect_golden("scene/kinds/" + std::string(kind->name) + ".txt", dump);
  }
}

TEST(Scene, GoldenOfColumns) {
  Stage& stage = Stage::get();
  const auto slides = read_slides("slides/examples/slogan/playlist.toml");
  ASSERT_EQ(slides.back().id, "columns");
  const auto layers = layers_at(*stage.lay(slides.back(), {1920, 1080}), seconds(5));
  test::expect_golden("scene/kinds/slogan-columns.txt", scene::dump({{1920, 1080}, layers}, *stage.catalog));
}

}  // namespace
}  // namespace xp::kinds
