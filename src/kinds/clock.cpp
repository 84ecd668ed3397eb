// SPDX-License-Identifier: MIT
// A clock: the time and the day. As a slide it has a background; in a zone it stands on a plate.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/i18n.h"
#include "base/lunar.h"
#include "base/utf8.h"
#include "kinds/content_of.h"
#include "kinds/figure.h"
#include "kinds/frame_block.h"
#include "kinds/intern.h"
#include "kinds/scrim.h"
#include "kinds/slide_kind.h"
#include "toml/field.h"

namespace xp::kinds {

enum class ClockPlace : std::uint8_t { slide, zone };

struct Clock {
  std::string note;
  bool lunar = true;
  ClockPlace place = ClockPlace::slide;

  void hash_into(Hasher& hasher) const { hasher.add(note).add(lunar).add(place); }
};

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Clock> {
  static constexpr auto rows = std::tuple{
      field("note", &xp::kinds::Clock::note, Length{0, 40}, N_("one line below the date")),
      field("lunar", &xp::kinds::Clock::lunar, N_("false: without the date of the lunar calendar")),
  };
};

namespace xp::kinds {
namespace {

constexpr Duration kMinute = seconds(60);
// Of the height of its zone: the time alone and beside two lines, one of the two lines. Of the time: a date
// beside it.
constexpr double kZoneTime = 0.66, kTallTime = 0.74, kTwoLines = 0.36, kDateScale = 0.62, kTimeGap = 0.32;
// On a plate: of the height that text has without one; of the theme's gap and at most of the height, beside
// it.
constexpr double kOnPlate = 0.88, kPlateAir = 0.6, kMostPlateAir = 0.22;
constexpr double kTimeContrast = 7, kDateContrast = 4.5;
constexpr int kSmallestLunar = 18;   // px; smaller, only the date is shown
constexpr double kHanMiddle = 0.38;  // em above the baseline
constexpr std::u32string_view kWidestTime = U"00:00", kWidestDate = U"12月31日 星期三",
                              kWidestLunar = U"农历闰十月三十";
constexpr std::u32string_view kTimeCharacters = U"0123456789:";
constexpr std::u32string_view kDateCharacters = U"0123456789月日 星期一二三四五六";
constexpr std::u32string_view kLunarCharacters =
    U"农历闰正一二三四五六七八九十冬腊月初廿 春节元宵端午夕中秋重阳除";
constexpr std::array kWeekdays{U'日', U'一', U'二', U'三', U'四', U'五', U'六'};

ContentPtr read(toml::TableReader& reader, const ReadContext&) { return read_values(reader, Clock{}); }

ContentPtr feed(const ZoneFeed&) {
  return std::make_shared<ContentOf<Clock>>(Clock{"", true, ClockPlace::zone});
}

std::u32string time_text(const CivilTime& time) {
  return decode_utf8(fmt::format("{:02}:{:02}", time.hour, time.minute));
}

std::u32string date_text(const CivilTime& time) {
  const unsigned month = static_cast<unsigned>(time.date.month()),
                 day = static_cast<unsigned>(time.date.day());
  return decode_utf8(fmt::format("{}月{}日 星期", month, day)) + kWeekdays[time.weekday];
}

/// "农历八月廿六", "八月十五 中秋节"; empty where no calendar is known.
std::u32string lunar_text(const Date& date) {
  const auto lunar = lunar_date(date);
  if (!lunar) return {};
  const std::string festival = lunar_festival(date);
  return decode_utf8(festival.empty() ? "农历" + xp::lunar_text(*lunar)
                                      : xp::lunar_text(*lunar) + " " + festival);
}

enum class Side : std::uint8_t { left, right };

/// A ground of its own in the whole height of the box. On the screen's own ground it is of the same colour.
struct Plate {
  Color color;
  Px radius;
  int air = 0;  ///< beside the text
};

/// Where time and date stand.
struct ClockPlan {
  CharacterSet time, date;
  std::optional<CharacterSet> lunar;  ///< below the date
  Color time_color, date_color;
  Side side = Side::left;
  int edge = 0;                              ///< the left or right edge, px
  int time_baseline = 0, date_baseline = 0;  ///< px
  int lunar_baseline = 0;
  int gap = 0;  ///< between time and date beside each other
  std::optional<Plate> plate = std::nullopt;
};

class ClockFace : public Laid {
 public:
  ClockFace(std::vector<scene::Layer> ground, ClockPlan plan, Rect box, UtcOffset offset)
      : ground_(std::move(ground)), plan_(std::move(plan)), box_(box), offset_(offset) {}

  void append_layers(const Moment& moment, std::vector<scene::Layer>& out) const override {
    out.insert(out.end(), ground_.begin(), ground_.end());
    out.push_back(scene::layer(intern(face(to_civil(moment.now, offset_))), {0, 0}, box_));
  }

  Instant next_change(const Moment& moment) const override {
    const std::int64_t local = moment.now.ns + std::int64_t{offset_.seconds} * 1'000'000'000;
    const std::int64_t minute = kMinute.count();
    const std::int64_t into = ((local % minute) + minute) % minute;
    return {moment.now.ns + minute - into};
  }

 private:
  scene::OpsPtr face(const CivilTime& civil) const {
    const std::u32string time = time_text(civil), date = date_text(civil);
    const std::u32string lunar = plan_.lunar ? lunar_text(civil.date) : U"";
    scene::Builder builder;
    double time_x = plan_.edge, date_x = plan_.edge;
    if (plan_.side == Side::right) {
      date_x = plan_.edge - std::max(plan_.date.width(date), plan_.lunar ? plan_.lunar->width(lunar) : 0);
      time_x = date_x - plan_.gap - plan_.time.width(time);
    }
    if (plan_.plate) draw_plate(builder, *plan_.plate, static_cast<int>(time_x));
    plan_.time.draw(builder, time, Px::from(time_x), plan_.time_baseline, plan_.time_color);
    plan_.date.draw(builder, date, Px::from(date_x), plan_.date_baseline, plan_.date_color);
    if (plan_.lunar)
      plan_.lunar->draw(builder, lunar, Px::from(date_x), plan_.lunar_baseline, plan_.date_color);
    return builder.done();
  }

  void draw_plate(scene::Builder& builder, const Plate& plate, int text_left) const {
    const int left = std::max(0, text_left - plate.air);
    builder.rounded(RectF::of({left, 0, box_.w - left, box_.h}), plate.radius, plate.color);
  }

  std::vector<scene::Layer> ground_;
  ClockPlan plan_;
  Rect box_;
  UtcOffset offset_;
};

/// Films and pictures of any colour may lie behind it: as dense as the texts on it need. Lengths as on the
/// whole screen: the zone is too flat to measure by.
Plate plate_of(const Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const double vmin = canvas.context().around.screen_vmin_px / 100.0;
  Color color = veil_of(theme.colors);
  color.a = veil_alpha_on_anything(
      {{{}, theme.colors.text, kTimeContrast}, {{}, theme.colors.secondary, kDateContrast}}, color);
  const double air = std::min(theme.spacing.gap * vmin * kPlateAir, canvas.box().h * kMostPlateAir);
  const double radius = std::min(theme.spacing.radius * vmin, canvas.box().h / 2.0);
  return {color, Px::from(radius), static_cast<int>(std::lround(air))};
}

/// Sizes of a clock in a zone.
struct ZoneSizes {
  int time, date;
};

ClockPlan zone_plan(Canvas& canvas, ZoneSizes sizes, bool lunar) {
  const Theme& theme = canvas.theme();
  const std::string& body = theme.type.body.role;
  ClockPlan plan{CharacterSet(canvas.type(), theme.type.figure.role, sizes.time, kTimeCharacters),
                 CharacterSet(canvas.type(), body, sizes.date, kDateCharacters),
                 std::nullopt,
                 theme.colors.text,
                 theme.colors.secondary,
                 Side::right,
                 canvas.box().w,
                 0,
                 0,
                 0,
                 static_cast<int>(sizes.time * kTimeGap)};
  const int middle = canvas.box().h / 2;
  plan.time_baseline = plan.date_baseline =
      middle + static_cast<int>(std::lround(kCapHeight * sizes.time / 2));
  if (!lunar) return plan;
  plan.lunar.emplace(canvas.type(), body, sizes.date, kLunarCharacters);
  const int pitch = sizes.date * 5 / 4;
  plan.date_baseline = middle - pitch / 2 + static_cast<int>(std::lround(kHanMiddle * sizes.date));
  plan.lunar_baseline = plan.date_baseline + pitch;
  return plan;
}

double width_of(const ClockPlan& plan) {
  const double date = plan.date.width(kWidestDate);
  return plan.time.width(kWidestTime) + plan.gap +
         (plan.lunar ? std::max(date, plan.lunar->width(kWidestLunar)) : date);
}

/// Flush right on the middle of its zone: time, then the date, with the lunar one below it where two lines
/// can be read.
LaidPtr layout_zone(Canvas& canvas, const Clock& clock) {
  const Rect box = canvas.box();
  std::optional<Plate> plate;
  if (clock.place == ClockPlace::zone && !canvas.context().around.led) plate = plate_of(canvas);
  const double height = box.h * (plate ? kOnPlate : 1);
  const int width = box.w - (plate ? 2 * plate->air : 0);
  const bool lunar = clock.lunar && !canvas.context().around.led && height * kTwoLines >= kSmallestLunar;
  const auto sizes = [&](double scale) {
    const double time = height * (lunar ? kTallTime : kZoneTime) * scale;
    const double date = lunar ? height * kTwoLines * scale : time * kDateScale;
    return ZoneSizes{std::max(kSmallestText, static_cast<int>(time)),
                     std::max(kSmallestText, static_cast<int>(date))};
  };
  ClockPlan plan = zone_plan(canvas, sizes(1), lunar);
  if (const double wanted = width_of(plan); wanted > width)
    plan = zone_plan(canvas, sizes(width / wanted), lunar);
  if (plate) plan.edge -= plate->air;
  plan.plate = plate;
  return std::make_shared<ClockFace>(canvas.take_layers(), std::move(plan), box,
                                     canvas.context().around.utc_offset);
}

/// A size at which the widest text that may come has room.
int narrowed(Canvas& canvas, const std::string& role, int size, std::u32string_view characters,
             std::u32string_view widest, int room) {
  const double width = CharacterSet(canvas.type(), role, size, characters).width(widest);
  return width > room ? static_cast<int>(size * room / width) : size;
}

/// Large, the date below the time.
LaidPtr layout_slide(Canvas& canvas, const Clock& clock) {
  const Theme& theme = canvas.theme();
  const Rect area = draw_frame(canvas, Emblem::shown, "");
  const Sizes sizes = heading_sizes(canvas.metrics(), theme);
  const std::string& role = theme.type.figure.role;
  int size = std::min(canvas.px(theme.type.figure.size), area.h * 6 / 10);
  size = narrowed(canvas, role, size, kTimeCharacters, kWidestTime, area.w);
  const int date_size =
      std::max(kSmallestText, narrowed(canvas, theme.type.body.role, std::min(sizes.title * 8 / 5, size / 2),
                                       kDateCharacters, kWidestDate, area.w));
  const int gap = canvas.px(theme.spacing.gap) * 2;
  const int cap = static_cast<int>(kCapHeight * size);
  const int note = clock.note.empty() ? 0 : gap / 2 + sizes.small;
  const int lunar = clock.lunar ? date_size * 5 / 4 : 0;
  const int top = area.y + (area.h - cap - gap - date_size - lunar - note) * 46 / 100;
  const int date_top = top + cap + gap;
  if (!clock.note.empty()) {
    const TextBlock text = canvas.type().line(clock.note, theme.type.label.role, sizes.small, area.w);
    draw_text(canvas.draw(), text, {area.x, date_top + date_size + lunar + gap / 2}, canvas.soft_ink());
    canvas.close();
  }
  ClockPlan plan{CharacterSet(canvas.type(), role, size, kTimeCharacters),
                 CharacterSet(canvas.type(), theme.type.body.role, date_size, kDateCharacters),
                 std::nullopt,
                 theme.colors.text,
                 theme.colors.secondary,
                 Side::left,
                 area.x - static_cast<int>(kFaceMargin * size / 2),
                 top + cap,
                 date_top + static_cast<int>(text::kAscent.value() * date_size),
                 date_top + lunar + static_cast<int>(text::kAscent.value() * date_size),
                 0};
  if (clock.lunar) plan.lunar.emplace(canvas.type(), theme.type.body.role, date_size, kLunarCharacters);
  return std::make_shared<ClockFace>(canvas.take_layers(), std::move(plan), canvas.box(),
                                     canvas.context().around.utc_offset);
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Clock& clock = values_of<Clock>(content);
  Canvas canvas(context);
  if (clock.place == ClockPlace::zone) return layout_zone(canvas, clock);
  if (!canvas.metrics().strip()) return layout_slide(canvas, clock);
  draw_background(canvas, Emblem::hidden);
  return layout_zone(canvas, clock);
}

std::string reading_text(const Content& content) { return reading_lines({values_of<Clock>(content).note}); }

}  // namespace

SlideKind clock_kind() {
  return {
      "clock", N_("the time and the day"), toml::describe<Clock>, read, layout, reading_text, nullptr, feed,
      true};
}

}  // namespace xp::kinds
