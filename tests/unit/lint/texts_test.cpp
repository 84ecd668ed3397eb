// SPDX-License-Identifier: MIT
// The rules about texts as they are set, and about the days to come.
#include <gmock/gmock.h>

#include "kinds/scroll.h"
#include "lint/flashes.h"
#include "lint/rules.h"
#include "scene/builder.h"
#include "support/fonts.h"
#include "toml/reader.h"

namespace xp::lint {
namespace {

using testing::HasSubstr;

/// A slide whose drawing a test says.
struct DrawnLaid : kinds::Laid {
  std::vector<scene::Layer> layers;
  void append_layers(const kinds::Moment&, std::vector<scene::Layer>& out) const override { out = layers; }
  Instant next_change(const kinds::Moment&) const override { return kNever; }
};

enum class Level { headline, body };

class TextRules : public testing::Test {
 protected:
  TextRules() {
    show.catalog = test::test_fonts();
    show.around.language = "zh-Hans";
    show.screen.name = "plaza";
    show.screen.pitch_mm = 4;
    show.screen.distance_m = {8, 50};
    zone.zone.name = "main";
    zone.zone.rect = {0, 0, 1920, 960};
    slide.id = "a";
    slide.kind = kinds::find_kind("slogan");
    slide.duration = seconds(5);
  }

  text::FaceId face(Level level) const {
    return show.catalog->role(level == Level::headline ? "headline" : "body")->chain.front();
  }
  void draw(std::vector<scene::Op> ops) {
    laid->layers = {{zone.zone.rect, {}, 255, scene::make_ops(std::move(ops), zone.zone.rect)}};
  }
  /// `lines` lines of so many Han characters.
  scene::Op text(Level level, int px, int lines = 1, int characters = 8) const {
    scene::GlyphsOp op{face(level), Px::whole(px), {}, false, text::Em{65536}, {}};
    for (int line = 0; line < lines; ++line)
      for (int i = 0; i < characters; ++i)
        op.glyphs.push_back({1, Px::whole(i * px), Px::whole((line + 1) * px)});
    return op;
  }
  /// A marquee or ticker of one line.
  void pass(const kinds::Passing& passing) {
    const kinds::ScrollTile tile{scene::make_ops({}, {0, 0, passing.length, 100}), passing.length};
    passes = std::make_shared<kinds::ScrollingLine>(kinds::ScrollingLine::State{
        {}, {tile}, {0, 0, passing.band, 100}, {{}, show.around.refresh}, passing.step, {}});
  }

  std::string found(void (*check)(const Subject&, Diagnostics&)) {
    Diagnostics out;
    check({show, zone, slide, passes ? kinds::LaidPtr(passes) : laid, *painter, kNow, limits}, out);
    std::string messages;
    for (const Diagnostic& d : out.list())
      messages += std::string(d.severity == Severity::error     ? "error "
                              : d.severity == Severity::warning ? "warning "
                                                                : "info ") +
                  d.id + ": " + d.message + " | " + d.remedy + "\n";
    return messages;
  }
  void read(const std::string& kind, const std::string& keys) {
    Diagnostics out;
    const auto document = toml::parse("slide.toml", keys, out);
    toml::TableReader reader(*document, document->root, out);
    slide.kind = kinds::find_kind(kind);
    slide.content = slide.kind->read(reader, {{}, real_files(), "."});
    ASSERT_TRUE(slide.content) << format_diagnostics(out);
  }

  const Instant kNow = *parse_instant("2022-05-15T10:24:00+08:00");
  std::unique_ptr<paint::Painter> painter = *paint::Painter::create(test::test_fonts());
  Limits limits;
  show::Show show;
  show::ZoneShow zone{{}, playlist::Timeline({}, {playlist::Sync::start, {}, {}}), nullptr, nullptr};
  playlist::Slide slide;
  std::shared_ptr<DrawnLaid> laid = std::make_shared<DrawnLaid>();
  std::shared_ptr<kinds::ScrollingLine> passes;
};

TEST_F(TextRules, AHeadlineIsReadFromAfar) {  // 50 m / 120 = 417 mm, / 250 = 200 mm; 4 mm a px
  draw({text(Level::headline, 105), text(Level::body, 50)});
  EXPECT_EQ(found(check_small), "");
  draw({text(Level::headline, 104)});
  EXPECT_THAT(found(check_small),
              HasSubstr("warning small: slide “a”: the headline is 104 px (416 mm) high on screen "
                        "“plaza”; from 50 m it takes 105 px (417 mm)"));
  draw({text(Level::headline, 49)});
  EXPECT_THAT(found(check_small), HasSubstr("error small: slide “a”: the headline is 49 px (196 mm) high"));
}

TEST_F(TextRules, OtherTextsNeedTheirSizeToo) {
  draw({text(Level::headline, 200), text(Level::headline, 120), text(Level::body, 49)});
  EXPECT_THAT(found(check_small), HasSubstr("warning small: slide “a”: the smallest text is 49 px"));
  limits.legible = 400;
  EXPECT_EQ(found(check_small), "");
  show.screen.pitch_mm = 0;
  limits.legible = 10;
  EXPECT_EQ(found(check_small), "") << "nobody knows how large a pixel is";
}

TEST_F(TextRules, AnOutlineOnAPanelNeedsPixels) {
  draw({scene::GlyphsOp{face(Level::body), Px::whole(16), {}, false, text::Em{65536}, {{1, {}, {}}}}});
  EXPECT_EQ(found(check_dense), "");
  show.around.led = true;
  EXPECT_THAT(found(check_dense), HasSubstr("drawn 16 px high on screen “plaza”; their font needs 20 px"));
  limits.led_outline_px = 16;
  EXPECT_EQ(found(check_dense), "");
}

TEST_F(TextRules, ABitmapFontHasASizeOfItsOwn) {
  auto catalog = std::make_shared<text::FontCatalog>();
  text::FaceSpec song;
  song.rendering = text::Rendering::bitmap;
  song.native_px = 16;
  catalog->faces = {song};
  show.catalog = catalog;
  const auto drawn = [&](int px) {
    draw({scene::GlyphsOp{0, Px::whole(px), {}, false, text::Em{65536}, {{1, {}, {}}}}});
    return found(check_dense);
  };
  EXPECT_EQ(drawn(16), "");
  EXPECT_THAT(drawn(12), HasSubstr("drawn 12 px high on screen “plaza”; their font needs 16 px"));
}

TEST_F(TextRules, ALongHeadlineIsFound) {
  draw({text(Level::headline, 100, 3, 16), text(Level::body, 40, 4, 40)});
  EXPECT_EQ(found(check_long), "");
  draw({text(Level::headline, 100, 1, 17)});
  EXPECT_THAT(found(check_long), HasSubstr("is 17 Han characters long; 16 are"));
  draw({text(Level::headline, 100, 4, 10)});
  EXPECT_THAT(found(check_long), HasSubstr("takes 4 lines; 3 are"));
  limits.headline_lines = 4;
  EXPECT_EQ(found(check_long), "");
}

TEST_F(TextRules, ALinePassesByWholePixels) {
  show.around.screen_vmin_px = 1080;
  show.theme.motion.ticker_speed = 24;
  pass({4, 1920, 2000});
  EXPECT_THAT(
      found(check_step),
      HasSubstr("warning step: zone “main”: lines are to pass at 4.32 px a refresh; they pass at 4, the "
                "nearest whole number | write ticker_speed = 22.22 in the theme"));
  show.theme.motion.ticker_speed = 22;
  EXPECT_EQ(found(check_step), "");
}

TEST_F(TextRules, ALinePassesWholly) {
  read("ticker", "lines = [\"谨防诈骗\"]");
  pass({4, 1920, 2000});
  zone.filler = slide.kind;
  EXPECT_EQ(found(check_reading_time), "") << "a ticker goes on";
  zone.filler = nullptr;
  EXPECT_THAT(
      found(check_reading_time),
      HasSubstr("shown for 5.0 s; passing takes 16.3 s | shorten the text, or write duration = \"17s\""));
  pass({20, 1920, 100});
  EXPECT_THAT(found(check_reading_time),
              HasSubstr("each character is seen for 1.6 s while it passes; it takes 2.0 s"));
}

TEST_F(TextRules, ASlideStaysUntilItIsRead) {
  read("slogan", "text = \"一二三四五六七八九十一二三四五六七八\"");
  slide.duration = seconds(5);  // 1 + 18 / 4.5
  EXPECT_EQ(found(check_reading_time), "");
  slide.duration = seconds(4);
  EXPECT_THAT(
      found(check_reading_time),
      HasSubstr(
          "warning reading-time: slide “a”: 18 characters are shown for 4.0 s; reading them takes 5.0 s | "
          "shorten the text, or write duration = \"5s\""));
  limits.reading_pace = 9;
  EXPECT_EQ(found(check_reading_time), "");
}

TEST_F(TextRules, AnotherFormOfChineseIsNoticed) {
  read("slogan", "text = \"電信诈骗\"");
  EXPECT_THAT(found(check_mixed_script),
              HasSubstr("info mixed-script: slide “a”: 電 in a text in zh-Hans; it has 电"));
  read("slogan", "text = \"拨打９６１１０,问一问?再转账\"");
  EXPECT_THAT(found(check_mixed_script), HasSubstr("slide “a”: ０１６９ are full-width"));
  EXPECT_THAT(found(check_mixed_script), HasSubstr("slide “a”: ? between Han is half-width"));
  read("slogan", "text = \"拨打 96110，问一问？再转账 3.5 万元\"");
  EXPECT_EQ(found(check_mixed_script), "");
  show.around.language = "zh-Hant";
  EXPECT_THAT(found(check_mixed_script), HasSubstr("拨账转问 in a text in zh-Hant; it has 撥賬轉問"));
}

TEST_F(TextRules, APanelShowsTheColoursOfItsLamps) {
  scene::Op blue = text(Level::headline, 16);
  std::get<scene::GlyphsOp>(blue).color = {0x20, 0x40, 0xff, 255};
  draw({blue});
  EXPECT_EQ(found(check_panel), "") << "full colour";
  show.screen.panel = Panel::red_green;
  EXPECT_THAT(
      found(check_panel),
      HasSubstr(
          "error palette: slide “a”: #2040ff stays dark on screen “plaza”, whose lamps are red and green"));
  draw({scene::FillOp{{0, 0, 10, 10}, {0x20, 0x40, 0xff, 255}}});
  EXPECT_THAT(found(check_panel), HasSubstr("warning palette"));
  std::get<scene::GlyphsOp>(blue).color = {0xff, 0xd0, 0x50, 255};
  draw({blue});
  EXPECT_EQ(found(check_panel), "");
  auto photo = std::make_shared<media::Picture>();
  photo->size = {10, 10};
  photo->pixels.resize(100);
  draw({scene::ImageOp{photo, {0, 0, 10, 10}}});
  EXPECT_THAT(found(check_panel), HasSubstr("a picture has more colours than screen “plaza”"));
}

TEST_F(TextRules, APictureFarLargerThanItIsShownIsFound) {
  auto photo = std::make_shared<media::Picture>();
  photo->size = {4000, 3000};
  draw({scene::ImageOp{photo, {0, 0, 1400, 1050}}});
  EXPECT_EQ(found(check_media), "");
  draw({scene::ImageOp{photo, {0, 0, 800, 600}}});
  EXPECT_THAT(found(check_media),
              HasSubstr("warning media: slide “a”: a picture of 4000 × 3000 px is shown 800 × 600 px "
                        "large; 3 times as large is enough"));
  show.around.logo = photo;
  EXPECT_EQ(found(check_media), "") << "the logo is the campaign's";
}

TEST_F(TextRules, QuietHoursAreKept) {
  limits.quiet_hours = {{22 * 60, 6 * 60}};
  EXPECT_THAT(found(check_night),
              HasSubstr("error night: slide “a” is shown at 2022-05-15T22:00:00+08:00, in quiet hours"));
  slide.schedule.hours = {{8 * 60, 22 * 60}};
  EXPECT_EQ(found(check_night), "");
}

TEST_F(TextRules, NightsAreDark) {
  zone.zone.rect = {0, 0, 64, 64};
  limits.night_hours = {{19 * 60, 6 * 60}};
  draw({scene::FillOp{{0, 0, 64, 64}, {40, 40, 40, 255}}});
  EXPECT_EQ(found(check_night), "");
  draw({scene::FillOp{{0, 0, 64, 64}, {40, 40, 40, 255}},
        scene::FillOp{{0, 0, 64, 32}, {255, 255, 255, 255}}});
  EXPECT_THAT(found(check_night),
              HasSubstr("has 51 % of the light of white on average; at night it may have 30 %"));
  slide.schedule.hours = {{8 * 60, 18 * 60}};
  EXPECT_EQ(found(check_night), "") << "by day it may shine";
}

TEST(Flashes, AreCountedByTheSecond) {
  const auto blinking = [](int times, double bright) {
    std::vector<LightAt> frames;
    for (int i = 0; i < 25; ++i)
      frames.push_back({milliseconds(40) * i, i * 2 * times / 25 % 2 == 0 ? 0.1 : bright});
    return most_flashes(frames);
  };
  EXPECT_EQ(blinking(0, 0.9), 0);
  EXPECT_EQ(blinking(3, 0.9), 2);  // it begins dark: three rises, two falls
  EXPECT_EQ(blinking(6, 0.9), 5);
  EXPECT_EQ(blinking(6, 0.15), 0) << "too little to matter";
}

/// A zone of two slides with schedules.
class Days : public TextRules {
 protected:
  std::string found_in_days(void (*check)(const Whole&, Diagnostics&), std::vector<playlist::Item> items) {
    show.playlist.slides.clear();
    for (std::size_t i = 0; i < items.size(); ++i) {
      items[i].slide = i;
      if (items[i].duration == Duration::zero()) items[i].duration = seconds(10);
      playlist::Slide one;
      one.duration = items[i].duration;
      one.zone.value = zone.zone.name;
      one.min_per_hour.value = items[i].min_per_hour;
      one.id = i == 0 ? "one" : "two";
      show.playlist.slides.push_back(one);
    }
    zone.timeline = playlist::Timeline(items, {playlist::Sync::wall_clock, {}, {}});
    show.zones = {zone};
    Diagnostics out;
    check({show, *parse_instant("2022-05-15T10:24:00+08:00"), limits}, out);
    if (out.empty()) return "";
    const Diagnostic& first = out.list().front();
    return first.id + ": " + first.message + (first.id == "promise" ? "; " + first.remedy : "");
  }
  static playlist::Schedule in_hours(int start, int end) {
    playlist::Schedule schedule;
    schedule.hours = {{start * 60, end * 60}};
    return schedule;
  }
};

TEST_F(Days, ATurnThatNeverComesIsFound) {
  playlist::Item film, last;
  film.duration = std::chrono::hours(23);
  EXPECT_EQ(found_in_days(check_unreached, {film, last}), "");
  film.duration = std::chrono::hours(24);
  EXPECT_EQ(found_in_days(check_unreached, {film, last}),
            "never: slide “two” is never shown, the first of 1 whose turn in a loop of 86410s does not come");
  EXPECT_THAT(found_in_days(check_unreached, {film, last, last}), HasSubstr("the first of 2"));
  film.duration = std::chrono::minutes(40);
  film.rules = last.rules = {in_hours(23, 2)};
  EXPECT_EQ(found_in_days(check_unreached, {film, last}), "");
}

TEST_F(Days, ATurnThatComesOnlyWhileThePanelIsOffIsFound) {
  playlist::Item film, last;
  film.duration = std::chrono::hours(23);
  last.duration = std::chrono::minutes(30);
  show.power = playlist::Power({in_hours(6, 22)}, nullptr, {});
  EXPECT_THAT(found_in_days(check_unreached, {film, last}), HasSubstr("“two” is never shown"));
  film.duration = std::chrono::hours(21);
  EXPECT_EQ(found_in_days(check_unreached, {film, last}), "");
}

TEST_F(Days, OnTheLastEveningWhatWasShownInTheMorningIsNotMissed) {
  playlist::Item short_one, film;
  playlist::Schedule today;
  today.until = parse_date("2022-05-15");
  short_one.rules = {today};
  film.duration = std::chrono::hours(20);
  EXPECT_EQ(found_in_days(check_unreached, {short_one, film}), "");
}

TEST_F(Days, AMinuteWithoutASlideIsFound) {
  playlist::Item day, night;
  day.rules = {in_hours(6, 22)};
  night.rules = {in_hours(22, 6)};
  EXPECT_EQ(found_in_days(check_gap, {day, night}), "");
  night.rules = {in_hours(23, 6)};
  EXPECT_EQ(found_in_days(check_gap, {day, night}),
            "gap: zone “main” has nothing to play from 2022-05-15T22:00:00+08:00 to "
            "2022-05-15T23:00:00+08:00, and for "
            "840 minutes in 14 days all in all; there should be none");
}

TEST_F(Days, TwoUrgentSlidesAtATimeAreFound) {
  playlist::Item one, other;
  one.urgent = other.urgent = true;
  one.rules = {in_hours(8, 10)};
  other.rules = {in_hours(10, 12)};
  EXPECT_EQ(found_in_days(check_clash, {one, other}), "");
  other.rules = {in_hours(9, 12)};
  EXPECT_EQ(found_in_days(check_clash, {one, other}),
            "clash: slides “one” and “two” are both urgent at 2022-05-16T09:00:00+08:00; 2 take turns where "
            "there should "
            "be 1");
}

TEST_F(Days, PromisesThatCannotBeKeptAreFoundWithTheirReason) {
  playlist::Item often, other;
  often.min_per_hour = 60;
  EXPECT_EQ(found_in_days(check_promise, {often, other}), "");
  EXPECT_EQ(found_in_days(check_promise, {often, other, other, other, other, other, other}), "")
      << "inserted";
  other.duration = std::chrono::minutes(2);
  EXPECT_EQ(
      found_in_days(check_promise, {often, other}),
      "promise: slide “one” has only 27 showings in some hours from 2022-05-15T10:24:00+08:00 on; 60 are "
      "promised; one showing each 1m leaves no room for slide “two”, which takes 2m: shorten it, or lower "
      "min_per_hour");
  often.duration = other.duration = seconds(40);
  other.min_per_hour = 60;
  EXPECT_EQ(
      found_in_days(check_promise, {often, other}),
      "promise: slide “one” has only 45 showings in some hours from 2022-05-15T10:24:00+08:00 on; 60 are "
      "promised; the promises of the zone take 80 of the hour's 60 minutes: lower min_per_hour, or shorten "
      "slides");
}

TEST(Limits, ThePlaylistComesBeforeTheScreen) {
  show::Show show;
  show.screen.check.legible = 200;
  show.screen.check.comfortable = 100;
  show.playlist.check.legible = 300;
  show.playlist.check.quiet_hours = {{"22:00-06:00", {}}};
  const Limits limits = limits_of(show);
  EXPECT_EQ(limits.legible, 300);
  EXPECT_EQ(limits.comfortable, 100);
  EXPECT_EQ(limits.headline_lines, 3);
  EXPECT_EQ(limits.quiet_hours, (std::vector<playlist::Hours>{{22 * 60, 6 * 60}}));
}

}  // namespace
}  // namespace xp::lint
