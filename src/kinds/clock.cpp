// SPDX-License-Identifier: MIT
// A clock: the time and the day. As a slide it has a background; in a zone of its own it lies over what is
// below.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/i18n.h"
#include "base/utf8.h"
#include "kinds/content_of.h"
#include "kinds/figure.h"
#include "kinds/frame_block.h"
#include "kinds/intern.h"
#include "kinds/slide_kind.h"
#include "toml/field.h"

namespace xp::kinds {

enum class ClockPlace : std::uint8_t { slide, overlay };

struct Clock {
  std::string note;
  ClockPlace place = ClockPlace::slide;

  void hash_into(Hasher& hasher) const { hasher.add(note).add(place); }
};

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Clock> {
  static constexpr auto rows = std::tuple{
      field("note", &xp::kinds::Clock::note, Length{0, 40}, N_("one line below the date")),
  };
};

namespace xp::kinds {
namespace {

constexpr Duration kMinute = seconds(60);
constexpr std::u32string_view kTimeCharacters = U"0123456789:";
constexpr std::u32string_view kDateCharacters = U"0123456789月日 星期一二三四五六";
constexpr std::array kWeekdays{U'日', U'一', U'二', U'三', U'四', U'五', U'六'};

ContentPtr read(toml::TableReader& reader, const ReadContext&) { return read_values(reader, Clock{}); }

ContentPtr feed(const ZoneFeed&) {
  return std::make_shared<ContentOf<Clock>>(Clock{"", ClockPlace::overlay});
}

std::u32string time_text(const CivilTime& time) {
  return decode_utf8(fmt::format("{:02}:{:02}", time.hour, time.minute));
}

std::u32string date_text(const CivilTime& time) {
  const unsigned month = static_cast<unsigned>(time.date.month()),
                 day = static_cast<unsigned>(time.date.day());
  return decode_utf8(fmt::format("{}月{}日 星期", month, day)) + kWeekdays[time.weekday];
}

enum class Side : std::uint8_t { left, right };

/// Where time and date stand.
struct ClockPlan {
  CharacterSet time, date;
  Color time_color, date_color;
  Side side = Side::left;
  int edge = 0;                              ///< the left or right edge, px
  int time_baseline = 0, date_baseline = 0;  ///< the same: the date stands before the time's other edge
  int gap = 0;
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
    scene::Builder builder;
    double time_x = plan_.edge, date_x = plan_.edge;
    if (plan_.side == Side::right) {
      date_x = plan_.edge - plan_.date.width(date);
      time_x = date_x - plan_.gap - plan_.time.width(time);
    }
    plan_.time.draw(builder, time, Px::from(time_x), plan_.time_baseline, plan_.time_color);
    plan_.date.draw(builder, date, Px::from(date_x), plan_.date_baseline, plan_.date_color);
    return builder.done();
  }

  std::vector<scene::Layer> ground_;
  ClockPlan plan_;
  Rect box_;
  UtcOffset offset_;
};

/// In one line, flush right, on the middle of its zone.
LaidPtr layout_overlay(Canvas& canvas) {
  const Theme& theme = canvas.theme();
  const Rect box = canvas.box();
  constexpr double kDateScale = 0.62, kGap = 0.32, kHeight = 0.66;
  const auto sets = [&](int size) {
    return std::pair{
        CharacterSet(canvas.type(), theme.type.figure.role, size, kTimeCharacters),
        CharacterSet(canvas.type(), theme.type.body.role,
                     std::max(kSmallestText, static_cast<int>(size * kDateScale)), kDateCharacters)};
  };
  int size = std::max(kSmallestText, static_cast<int>(box.h * kHeight));
  const auto [time, date] = sets(size);
  const double widest = time.width(U"00:00") + size * kGap + date.width(U"12月31日 星期三");
  if (widest > box.w) size = std::max(kSmallestText, static_cast<int>(size * box.w / widest));
  auto [fitting_time, fitting_date] = sets(size);
  const int baseline = box.h / 2 + static_cast<int>(std::lround(kCapHeight * size / 2));
  return std::make_shared<ClockFace>(
      std::vector<scene::Layer>{},
      ClockPlan{std::move(fitting_time), std::move(fitting_date), theme.colors.text, theme.colors.secondary,
                Side::right, box.w, baseline, baseline, static_cast<int>(size * kGap)},
      box, canvas.context().around.utc_offset);
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
  const int top = area.y + (area.h - cap - gap - date_size - note) * 46 / 100;
  const int date_top = top + cap + gap;
  if (!clock.note.empty()) {
    const TextBlock text = canvas.type().line(clock.note, theme.type.label.role, sizes.small, area.w);
    draw_text(canvas.draw(), text, {area.x, date_top + date_size + gap / 2}, canvas.soft_ink());
    canvas.close();
  }
  ClockPlan plan{CharacterSet(canvas.type(), role, size, kTimeCharacters),
                 CharacterSet(canvas.type(), theme.type.body.role, date_size, kDateCharacters),
                 theme.colors.text,
                 theme.colors.secondary,
                 Side::left,
                 area.x - static_cast<int>(kFaceMargin * size / 2),
                 top + cap,
                 date_top + static_cast<int>(text::kAscent.value() * date_size),
                 0};
  return std::make_shared<ClockFace>(canvas.take_layers(), std::move(plan), canvas.box(),
                                     canvas.context().around.utc_offset);
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Clock& clock = values_of<Clock>(content);
  Canvas canvas(context);
  return clock.place == ClockPlace::overlay ? layout_overlay(canvas) : layout_slide(canvas, clock);
}

std::string reading_text(const Content& content) { return reading_lines({values_of<Clock>(content).note}); }

}  // namespace

SlideKind clock_kind() {
  return {"clock", N_("the time and the day"), toml::describe<Clock>, read, layout, reading_text, nullptr,
          feed};
}

}  // namespace xp::kinds
