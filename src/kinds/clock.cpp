// SPDX-License-Identifier: MIT
// A clock: the time and the day. As a slide it has a background; in a zone of its own it lies over what is
// below.
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

enum class ClockPlace : std::uint8_t { slide, overlay };

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
constexpr double kOverlayTime = 0.66, kTallTime = 0.74, kTwoLines = 0.36, kDateScale = 0.62,
                 kOverlayGap = 0.32;
constexpr int kSmallestLunar = 18;   // px; smaller, only the date is shown
constexpr double kHanMiddle = 0.38;  // em above the baseline
constexpr std::u32string_view kTimeCharacters = U"0123456789:";
constexpr std::u32string_view kDateCharacters = U"0123456789月日 星期一二三四五六";
constexpr std::u32string_view kLunarCharacters =
    U"农历闰正一二三四五六七八九十冬腊月初廿 春节元宵端午夕中秋重阳除";
constexpr std::array kWeekdays{U'日', U'一', U'二', U'三', U'四', U'五', U'六'};

ContentPtr read(toml::TableReader& reader, const ReadContext&) { return read_values(reader, Clock{}); }

ContentPtr feed(const ZoneFeed&) {
  return std::make_shared<ContentOf<Clock>>(Clock{"", true, ClockPlace::overlay});
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
  /// Around every character, where films and pictures of any colour may lie below.
  std::optional<Color> halo = std::nullopt;
};

// A soft shade: two rings of thin copies, which add up close to the strokes.
constexpr std::array kHaloReaches{0.045, 0.1};  // em
constexpr std::uint8_t kHaloAlpha = 80;
/// Offsets on a circle, in reaches: close enough together that no gap shows between them.
constexpr std::array<std::array<double, 2>, 12> kHaloCircle{{{1, 0},
                                                             {0.87, 0.5},
                                                             {0.5, 0.87},
                                                             {0, 1},
                                                             {-0.5, 0.87},
                                                             {-0.87, 0.5},
                                                             {-1, 0},
                                                             {-0.87, -0.5},
                                                             {-0.5, -0.87},
                                                             {0, -1},
                                                             {0.5, -0.87},
                                                             {0.87, -0.5}}};

void draw_halo(scene::Builder& builder, const CharacterSet& set, std::u32string_view text, Px x, int baseline,
               Color color) {
  color.a = kHaloAlpha;
  for (const double share : kHaloReaches) {
    const double reach = std::max(1.0, share * set.size());
    for (const auto& [right, down] : kHaloCircle) {
      set.draw(builder, text, x + Px::from(right * reach),
               baseline + static_cast<int>(std::lround(down * reach)), color);
    }
  }
}

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
    const auto each = [&](auto&& draw) {
      draw(plan_.time, time, Px::from(time_x), plan_.time_baseline, plan_.time_color);
      draw(plan_.date, date, Px::from(date_x), plan_.date_baseline, plan_.date_color);
      if (plan_.lunar) draw(*plan_.lunar, lunar, Px::from(date_x), plan_.lunar_baseline, plan_.date_color);
    };
    if (plan_.halo) {
      each([&](const CharacterSet& set, const std::u32string& text, Px x, int baseline, Color) {
        draw_halo(builder, set, text, x, baseline, *plan_.halo);
      });
    }
    each([&](const CharacterSet& set, const std::u32string& text, Px x, int baseline, Color color) {
      set.draw(builder, text, x, baseline, color);
    });
    return builder.done();
  }

  std::vector<scene::Layer> ground_;
  ClockPlan plan_;
  Rect box_;
  UtcOffset offset_;
};

/// Sizes of a clock over the picture.
struct OverlaySizes {
  int time, date;
};

ClockPlan overlay_plan(Canvas& canvas, OverlaySizes sizes, bool lunar) {
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
                 static_cast<int>(sizes.time * kOverlayGap)};
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
  const double date = plan.date.width(U"12月31日 星期三");
  return plan.time.width(U"00:00") + plan.gap +
         (plan.lunar ? std::max(date, plan.lunar->width(U"农历闰十月三十")) : date);
}

/// Flush right on the middle of its zone: time, then the date, with the lunar one below it where two lines
/// can be read.
LaidPtr layout_overlay(Canvas& canvas, const Clock& clock) {
  const Rect box = canvas.box();
  const bool lunar = clock.lunar && !canvas.context().around.led && box.h * kTwoLines >= kSmallestLunar;
  const auto sizes = [&](double scale) {
    const double time = box.h * (lunar ? kTallTime : kOverlayTime) * scale;
    const double date = lunar ? box.h * kTwoLines * scale : time * kDateScale;
    return OverlaySizes{std::max(kSmallestText, static_cast<int>(time)),
                        std::max(kSmallestText, static_cast<int>(date))};
  };
  ClockPlan plan = overlay_plan(canvas, sizes(1), lunar);
  if (const double width = width_of(plan); width > box.w)
    plan = overlay_plan(canvas, sizes(box.w / width), lunar);
  if (!canvas.context().around.led) plan.halo = veil_of(canvas.theme().colors);
  return std::make_shared<ClockFace>(canvas.take_layers(), std::move(plan), box,
                                     canvas.context().around.utc_offset);
}

/// Large, the date below the time.
LaidPtr layout_slide(Canvas& canvas, const Clock& clock) {
  const Theme& theme = canvas.theme();
  const Rect area = draw_frame(canvas, Emblem::shown, "");
  const Sizes sizes = heading_sizes(canvas.metrics(), theme);
  const std::string& role = theme.type.figure.role;
  int size = std::min(canvas.px(theme.type.figure.size), area.h * 6 / 10);
  const double widest = CharacterSet(canvas.type(), role, size, kTimeCharacters).width(U"00:00");
  if (widest > area.w) size = static_cast<int>(size * area.w / widest);
  const int date_size = std::max(kSmallestText, std::min(sizes.title * 8 / 5, size / 2));
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
  if (clock.place == ClockPlace::overlay) return layout_overlay(canvas, clock);
  if (!canvas.metrics().strip()) return layout_slide(canvas, clock);
  draw_background(canvas, Emblem::hidden);
  return layout_overlay(canvas, clock);
}

std::string reading_text(const Content& content) { return reading_lines({values_of<Clock>(content).note}); }

}  // namespace

SlideKind clock_kind() {
  return {
      "clock", N_("the time and the day"), toml::describe<Clock>, read, layout, reading_text, nullptr, feed,
      true};
}

}  // namespace xp::kinds
