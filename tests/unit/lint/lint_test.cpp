// SPDX-License-Identifier: MIT
#include "lint/lint.h"

#include <gmock/gmock.h>

#include <set>

#include "lint/easel.h"
#include "lint/rules.h"
#include "scene/builder.h"
#include "support/fonts.h"
#include "text/engine.h"
#include "toml/document.h"
#include "toml/reader.h"

namespace xp::lint {
namespace {

/// A slide laid out with what a test says about it.
struct FakeLaid : kinds::Laid {
  std::string broken;
  std::vector<scene::Layer> layers;
  kinds::TextFaults texts;
  void append_layers(const kinds::Moment&, std::vector<scene::Layer>& out) const override { out = layers; }
  Instant next_change(const kinds::Moment&) const override { return kNever; }
  const kinds::TextFaults& faults() const override { return texts; }
  std::string_view failure() const override { return broken; }
};

constexpr UtcOffset kChina{8 * 3600};
const Instant kNow = *parse_instant("2022-05-15T10:24:00+08:00");

class Rules : public testing::Test {
 protected:
  Rules() {
    show.catalog = test::test_fonts();
    slide.id = "high-interest";
    zone.zone.name = "main";
    zone.zone.rect = {0, 0, 256, 32};
    show.screen.name = "led-256x32";
  }
  std::string found(void (*check)(const Subject&, Diagnostics&)) {
    Diagnostics out;
    check({show, zone, slide, laid, *painter, kNow, limits, covers}, out);
    return out.empty() ? "" : out.list().front().id + ": " + out.list().front().message;
  }
  std::string found_in_power() {
    show.power = {show.screen.power, show.calendar, {}};
    Diagnostics out;
    check_power({show, kNow, limits_of(show)}, out);
    return out.empty() ? "" : out.list().front().id + ": " + out.list().front().message;
  }
  /// Of the slide, alone in its zone.
  std::string found_gap() {
    show.playlist.slides = {slide};
    playlist::Item item;
    item.rules = rules_of(show.playlist, slide);
    show.zones = {
        {zone.zone, playlist::Timeline({item}, {playlist::Sync::start, {}, kChina}), nullptr, nullptr}};
    Diagnostics out;
    check_gap({show, kNow, limits}, out);
    return out.empty() ? "" : out.list().front().id + ": " + out.list().front().message;
  }
  /// 警 in `ink`, `px` high, over what `ground` draws.
  void write(scene::Builder ground, Color ink, int px) {
    const Rect box{0, 0, 256, 256};
    zone.zone.rect = box;
    auto engine = text::Engine::create(test::test_fonts());
    ASSERT_TRUE(engine);
    const auto layout = (*engine)->layout({U"警", {}}, text::ParagraphStyle{});
    laid->layers = {scene::layer(ground.done(), {}, box)};
    scene::Builder text;
    text.text(*layout, {Px::whole(20), Px::whole(20)}, Px::whole(px), 1, {ink, ink});
    laid->layers.push_back(scene::layer(text.done(), {}, box));
  }
  static scene::Builder plain(Color color) {
    scene::Builder ground;
    ground.fill({0, 0, 256, 256}, color);
    return ground;
  }

  std::unique_ptr<paint::Painter> painter = *paint::Painter::create(test::test_fonts());
  /// What a rule says of a statistics slide.
  std::string found_in_statistics(void (*check)(const Subject&, Diagnostics&), const std::string& keys) {
    Diagnostics out;
    const auto document =
        toml::parse("slide.toml", "kind = \"statistics\"\nheading = \"一句话\"\n" + keys, out);
    toml::TableReader reader(*document, document->root, out);
    slide.kind = kinds::find_kind("statistics");
    slide.content = slide.kind->read(reader, {{}, real_files(), "."});
    EXPECT_TRUE(slide.content && out.empty()) << format_diagnostics(out);
    check({show, zone, slide, laid, *painter, kNow, limits}, out);
    std::string messages;
    for (const Diagnostic& diagnostic : out.list()) messages += diagnostic.message + "\n";
    return messages;
  }
  Limits limits;
  std::vector<Cover> covers;
  show::Show show;
  show::ZoneShow zone{{}, playlist::Timeline({}, {playlist::Sync::start, {}, {}}), nullptr, nullptr};
  playlist::Slide slide;
  std::shared_ptr<FakeLaid> laid = std::make_shared<FakeLaid>();
};

TEST_F(Rules, ASlideThatFitsIsNoFinding) {
  for (const Rule& rule : rules()) {
    if (!rule.check) continue;
    EXPECT_EQ(found(rule.check), "") << rule.id;
  }
}

TEST_F(Rules, OverflowNamesSlideZoneAndScreen) {
  laid->texts.overflow = true;
  EXPECT_EQ(found(check_overflow),
            "overflow: slide “high-interest”: the text does not fit zone “main” (256 × 32 px) of screen "
            "“led-256x32” at "
            "the smallest size");
}

TEST_F(Rules, AWordOverALineEndIsShown) {
  laid->texts.split_words = {"诈|骗", "线|索"};
  EXPECT_EQ(found(check_split_word),
            "split-word: slide “high-interest”: a line ends inside a word in zone “main” of screen "
            "“led-256x32”: 诈|骗");
}

TEST_F(Rules, TofuListsEachMissingCharacterOnce) {
  laid->texts.missing = {{3, U'\x2B81D'}, {9, U'\x2B81D'}, {11, U'\xE123'}};
  EXPECT_EQ(found(check_tofu), "tofu: slide “high-interest”: no font has \xEE\x84\xA3 U+E123, 𫠝 U+2B81D");
}

TEST_F(Rules, ABrokenFileIsSaid) {
  laid->broken = "the picture is cut off or damaged";
  EXPECT_EQ(found(check_media),
            "media: slide “high-interest” cannot be shown: the picture is cut off or damaged");
}

TEST_F(Rules, MarkupThatPassersByWouldReadIsShown) {
  const auto found_in = [this](const std::string& text) {
    Diagnostics out;
    const auto document =
        toml::parse("playlist.toml", "[[slide]]\nkind = \"slogan\"\ntext = '" + text + "'\n", out);
    const auto& list = std::get<toml::Array>(document->root.find("slide")->value.data);
    const auto& table = std::get<toml::Table>(list.front().data);
    toml::TableReader reader(*document, table, out);
    slide.kind = kinds::find_kind("slogan");
    slide.content = slide.kind->read(reader, {{}, real_files(), "."});
    slide.at = toml::location(*document, table.at);
    slide.zone.value = zone.zone.name;
    show.playlist.slides = {slide};
    show.zones = {zone};
    check_markup({show, kNow, limits}, out);
    return out.empty() ? std::string() : format_diagnostics(out);
  };
  EXPECT_EQ(found_in("转账之前**停**[三秒]{.dot}，卡号6222****1234"), "");
  EXPECT_EQ(found_in("写作 \\*\\*，[注]"), "");
  EXPECT_THAT(
      found_in("转账之前停**三秒"),
      testing::StartsWith("playlist.toml:3:8: warning[markup]: slide “high-interest”: a ** has no partner"));
  EXPECT_THAT(found_in("停[三秒]{.bold}"), testing::HasSubstr("“]{.bold}” marks nothing"));
  EXPECT_THAT(found_in("停[三秒]{.dot"), testing::HasSubstr("“]{.dot” marks nothing"));
}

TEST_F(Rules, QuietHoursWantNothing) {
  show.playlist.campaign.utc_offset = kChina;
  limits.quiet_hours = {*playlist::parse_hours("23:00-06:00")};
  slide.enabled = true;
  slide.zone.value = "main";
  slide.schedule.hours = {*playlist::parse_hours("06:00-23:00")};
  EXPECT_EQ(found(check_night), "");
  EXPECT_EQ(found_gap(), "");
  slide.schedule.hours = {*playlist::parse_hours("06:00-22:30")};
  EXPECT_EQ(
      found_gap(),
      "gap: zone “main” has nothing to play from 2022-05-15T22:30:00+08:00 to 2022-05-15T23:00:00+08:00, and "
      "for 420 minutes in 14 days all in all; there should be none");
  slide.schedule.hours = {*playlist::parse_hours("06:00-23:30")};
  EXPECT_EQ(found(check_night),
            "night: slide “high-interest” is shown at 2022-05-15T23:00:00+08:00, in quiet hours; nothing "
            "should be");
}

TEST_F(Rules, WhileThePanelIsOffNothingIsShownOrWanted) {
  show.playlist.campaign.utc_offset = kChina;
  limits.quiet_hours = {*playlist::parse_hours("23:00-06:00")};
  slide.enabled = true;
  slide.zone.value = "main";
  playlist::Schedule day;
  day.hours = {*playlist::parse_hours("06:00-23:00")};
  show.power = {{day}, nullptr, kChina};
  EXPECT_EQ(found(check_night), "");
  limits.quiet_hours = {};
  slide.schedule = day;
  EXPECT_EQ(found_gap(), "");
}

/// A line of a ticker has no schedule that could be given.
TEST_F(Rules, TheRemedyForATickerInQuietHoursIsThePanel) {
  limits.quiet_hours = {*playlist::parse_hours("23:00-06:00")};
  zone.filler = kinds::find_kind("ticker");
  zone.zone.plays = "ticker";
  Diagnostics out;
  check_night({show, zone, slide, laid, *painter, kNow, limits}, out);
  ASSERT_EQ(out.list().size(), 1u);
  EXPECT_THAT(out.list().front().remedy, testing::HasSubstr("[[power]]"));
}

TEST_F(Rules, SmallTextNeedsFourAndAHalf) {
  write(plain({0x20, 0x20, 0x20}), {0x90, 0x90, 0x90}, 14);  // 5.1:1
  EXPECT_EQ(found(check_contrast), "");
  write(plain({0x20, 0x20, 0x20}), {0x80, 0x80, 0x80}, 14);
  EXPECT_EQ(
      found(check_contrast),
      "palette: slide “high-interest”: a text has a contrast of 4.1:1 against what is behind it; it needs "
      "4.5:1");
}

TEST_F(Rules, AHeadingNeedsSeven) {
  show.theme.colors.text = {0x90, 0x90, 0x90};
  write(plain({0x20, 0x20, 0x20}), show.theme.colors.text, 60);
  EXPECT_THAT(found(check_contrast), testing::EndsWith("it needs 7.0:1"));
  Diagnostics out;
  check_contrast({show, zone, slide, laid, *painter, kNow, limits}, out);
  EXPECT_EQ(out.count(Severity::warning), 1U);
}

TEST_F(Rules, AClockIsHeldAgainstTheSlideItStandsBefore) {
  show::ZoneShow above = zone;
  above.zone.name = "clock";
  above.zone.rect = {128, 128, 128, 128};
  const auto clock = std::make_shared<FakeLaid>();
  const auto say = [&](Color ink) {
    write(plain({0, 0, 0}), ink, 14);
    clock->layers = {laid->layers.back()};
    write(plain({0x20, 0x20, 0x20}), {0xee, 0xee, 0xee}, 80);
    covers.clear();
    covers.push_back({above, clock});
    return found(check_contrast);
  };
  EXPECT_EQ(say({0x90, 0x90, 0x90}), "");
  EXPECT_EQ(say({0x80, 0x80, 0x80}),
            "palette: slide “high-interest”: zone “clock” before it has a contrast of 4.1:1; it needs 4.5:1");
}

TEST_F(Rules, ContrastIsMeasuredWhereTheLettersAre) {
  scene::Builder half = plain({0x10, 0x10, 0x10});
  half.fill({128, 0, 128, 256}, {0xff, 0xff, 0xff});  // beside the text
  write(std::move(half), {0xee, 0xee, 0xee}, 80);
  EXPECT_EQ(found(check_contrast), "");
  scene::Builder behind = plain({0x10, 0x10, 0x10});
  behind.fill({50, 0, 128, 256}, {0xff, 0xff, 0xff});
  write(std::move(behind), {0xee, 0xee, 0xee}, 80);
  EXPECT_THAT(found(check_contrast), testing::HasSubstr("contrast of 1."));
}

TEST_F(Rules, SpecksBehindAWordDoNotCount) {
  const auto with_speck = [&](int side) {
    scene::Builder ground = plain({0x10, 0x10, 0x10});
    ground.fill({64, 64, side, side}, {0xff, 0xff, 0xff});
    write(std::move(ground), {0xee, 0xee, 0xee}, 160);
    return found(check_contrast);
  };
  EXPECT_EQ(with_speck(8), "");
  EXPECT_THAT(with_speck(40), testing::HasSubstr("contrast of 1."));
}

TEST_F(Rules, AnEaselShowsAPartAsItIsInTheWhole) {
  write(plain({0x20, 0x40, 0x80}), {0xee, 0xee, 0xee}, 80);
  const Rect all{0, 0, 300, 300}, some{30, 50, 250, 80};
  Easel whole(*painter), part(*painter);
  whole.paint(laid->layers, all);
  part.paint(laid->layers, all);
  part.paint(laid->layers, some);
  ASSERT_EQ(part.pixels().size(), 250U * 80);
  for (int y = some.y; y < some.bottom(); ++y)
    for (int x = some.x; x < some.right(); ++x)
      ASSERT_EQ(*part.from(x, y), *whole.from(x, y)) << x << ' ' << y;
  EXPECT_EQ(*part.from(270, 60), 0U) << "nothing is there";
}

TEST_F(Rules, SumIsOfSharesAndAllowsTheirRounding) {
  const auto shares = [this](const std::string& chart, const std::string& values,
                             const std::string& more = "") {
    return found_in_statistics(check_sum,
                               "chart = \"" + chart + "\"\nunit = \"%\"\ndata = [" + values + "]\n" + more);
  };
  const std::string thirds =
      "{ label = \"甲\", value = 33.3 }, { label = \"乙\", value = 33.3 }, { label = \"丙\", value = 33.3 }";
  const std::string part = "{ label = \"甲\", value = 40 }, { label = \"乙\", value = 30.5 }";
  EXPECT_EQ(shares("donut", thirds), "");
  EXPECT_EQ(shares("donut", part), "slide “high-interest”: the shares add up to 70.5 %, not to 100 %\n");
  EXPECT_NE(shares("stacked", part), "");
  EXPECT_EQ(shares("stacked", part, "partial = true"), "");
  EXPECT_EQ(shares("bars", part), "");
}

TEST_F(Rules, StaleAsksForSourceAndDay) {
  EXPECT_EQ(found_in_statistics(check_stale, "value = 1\nsource = \"示例\"\nas_of = 2022-05-13"), "");
  EXPECT_EQ(found_in_statistics(check_stale, "value = 1\nas_of = 2022-05-13"),
            "slide “high-interest”: nobody can tell where the figures come from\n");
  EXPECT_EQ(found_in_statistics(check_stale, "value = 1\nsource = \"示例\""),
            "slide “high-interest”: nobody can tell how old the figures are\n");
}

TEST_F(Rules, StaleFiguresAreFound) {
  const std::string known = "value = 1\nsource = \"示例\"\n";  // today is 2022-05-15
  EXPECT_EQ(found_in_statistics(check_stale, known + "as_of = 2022-05-13\nvalid_until = 2022-05-15"), "");
  EXPECT_EQ(found_in_statistics(check_stale, known + "as_of = 2022-05-13\nvalid_until = 2022-05-14"),
            "slide “high-interest”: its figures hold until 2022-05-14; today is 2022-05-15\n");
  EXPECT_EQ(found_in_statistics(check_stale, known + "as_of = 2022-04-14\nperiod = \"month\""), "");
  EXPECT_EQ(found_in_statistics(check_stale, known + "as_of = 2022-04-13\nperiod = \"month\""),
            "slide “high-interest”: its figures are 32 days old; newer ones come out every 31 days\n");
}

TEST_F(Rules, IdsAreUnique) {
  std::set<std::string_view> ids;
  for (const Rule& rule : rules()) EXPECT_TRUE(ids.insert(rule.id).second) << rule.id;
}

using testing::HasSubstr;

playlist::Schedule until(std::string_view date) {
  playlist::Schedule schedule;
  schedule.until = parse_date(date);
  return schedule;
}

TEST_F(Rules, ASlideWhoseLastDayIsOverIsNeverShown) {
  slide.schedule = until("2022-05-15");
  EXPECT_EQ(found(check_never), "") << "its last day is today";
  slide.schedule = until("2022-05-14");
  EXPECT_THAT(found(check_never), HasSubstr("its last day was 2022-05-14"));
}

TEST_F(Rules, DaysAndDatesThatNeverMeetAreFound) {
  slide.schedule = until("2022-05-20");
  slide.schedule.days = {{10, 1}};
  EXPECT_THAT(found(check_never), HasSubstr("never meet"));
  slide.schedule.until.reset();
  slide.schedule.days = {{2, 29}};
  EXPECT_EQ(found(check_never), "") << "2024";
}

TEST_F(Rules, WorkingDaysOfAYearThatNoCalendarHasAreFound) {
  auto calendar = std::make_shared<playlist::Calendar>();
  show.calendar = calendar;
  slide.schedule.weekdays = {playlist::DayWord::mon};
  EXPECT_EQ(found(check_calendar), "");
  slide.schedule.weekdays = {playlist::DayWord::working_day};
  EXPECT_THAT(found(check_calendar), HasSubstr("no calendar has 2022"));
  calendar->years = {2022};
  EXPECT_EQ(found(check_calendar), "") << "in May nobody knows the next year";
}

TEST_F(Rules, APanelThatNeverComesOnIsFound) {
  show.screen.power = {until("2022-05-15")};
  EXPECT_EQ(found_in_power(), "");
  show.screen.power = {until("2022-05-14")};
  EXPECT_THAT(found_in_power(), HasSubstr("never: the panel of “led-256x32” never comes on again"));
}

TEST_F(Rules, AYearThatThePanelsHoursNeedIsFound) {
  show.calendar = std::make_shared<const playlist::Calendar>();
  show.screen.power.resize(1);
  show.screen.power[0].weekdays = {playlist::DayWord::working_day};
  EXPECT_THAT(found_in_power(), HasSubstr("no calendar has 2022"));
}

}  // namespace
}  // namespace xp::lint
