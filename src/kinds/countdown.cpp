// SPDX-License-Identifier: MIT
// A countdown: how many days, or hours, minutes and seconds, until a date; then what was waited for.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "base/i18n.h"
#include "base/time.h"
#include "base/utf8.h"
#include "kinds/content_of.h"
#include "kinds/figure.h"
#include "kinds/frame_block.h"
#include "kinds/intern.h"
#include "kinds/slide_kind.h"
#include "toml/field.h"

namespace xp::kinds {

/// The smallest unit that is shown.
enum class CountUnit : std::uint8_t { days, hours, minutes, seconds };

struct Countdown {
  std::string heading;
  Date to{};
  std::string time;  ///< "HH:MM"; empty: midnight
  CountUnit unit = CountUnit::days;
  std::string after;
  int minute_of_day = 0;

  void hash_into(Hasher& hasher) const {
    hasher.add(heading).add(format_date(to)).add(minute_of_day).add(unit).add(after);
  }
};

}  // namespace xp::kinds

template <>
struct xp::toml::EnumNames<xp::kinds::CountUnit> {
  using Unit = xp::kinds::CountUnit;
  static constexpr std::pair<std::string_view, Unit> names[] = {
      {"days", Unit::days}, {"hours", Unit::hours}, {"minutes", Unit::minutes}, {"seconds", Unit::seconds}};
};

template <>
struct xp::toml::FieldsOf<xp::kinds::Countdown> {
  using Countdown = xp::kinds::Countdown;
  static constexpr auto rows = std::tuple{
      required(field("heading", &Countdown::heading, Length{1, 40},
                     N_("what is waited for, such as \"距离开学还有\"; **accent**"))),
      required(
          field("to", &Countdown::to, N_("the day it comes, such as 2027-05-15, by the campaign's time"))),
      field(
          "time", &Countdown::time, Length{0, 5},
          N_("the hour it comes, such as \"09:00\", where hours or less are counted; midnight where absent")),
      field("unit", &Countdown::unit, N_("the smallest unit that is counted")),
      required(field("after", &Countdown::after, Length{1, 40},
                     N_("what is shown instead once the time has come; **accent**"))),
  };
};

namespace xp::kinds {
namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr int kMostDayDigits = 5;
constexpr std::u32string_view kDigits = U"0123456789";

struct UnitFacts {
  std::int64_t ns;
  char32_t name;
};
constexpr std::array kUnits{UnitFacts{86'400 * kSecond, U'天'}, UnitFacts{3'600 * kSecond, U'时'},
                            UnitFacts{60 * kSecond, U'分'}, UnitFacts{kSecond, U'秒'}};

std::int64_t ns_of(CountUnit unit) { return kUnits[static_cast<std::size_t>(unit)].ns; }

/// Whether the key time is right for what is counted; fills in what it means.
bool take_time(Countdown& countdown, toml::TableReader& reader) {
  if (countdown.time.empty()) return true;
  const std::optional<int> minutes = parse_minute_of_day(countdown.time);
  if (!minutes || *minutes == 24 * 60) {
    reader.report("time", "bad-value", trf("“{time}” is no time of day", fmt::arg("time", countdown.time)),
                  tr("write \"09:00\""));
    return false;
  }
  if (countdown.unit == CountUnit::days) {
    reader.report("time", "unused-key",
                  tr("days are counted from midnight to midnight; a time would not be seen"),
                  tr("leave out time, or write unit = \"hours\""));
    return false;
  }
  countdown.minute_of_day = *minutes;
  return true;
}

ContentPtr read(toml::TableReader& reader, const ReadContext&) {
  Countdown countdown;
  if (!reader.read(countdown) || !take_time(countdown, reader)) return nullptr;
  return std::make_shared<ContentOf<Countdown>>(std::move(countdown));
}

Instant end_of(const Countdown& countdown, UtcOffset offset) {
  return from_civil(countdown.to, countdown.minute_of_day / 60, countdown.minute_of_day % 60, 0, offset);
}

/// Units left, the begun one with them: 1 in the last of them, 0 when the time has come.
std::int64_t units_left(Instant now, Instant end, CountUnit unit) {
  if (now >= end) return 0;
  return ((end.ns - now.ns) + ns_of(unit) - 1) / ns_of(unit);
}

/// "12", "07", "30": the days as they are, smaller units in two digits.
std::vector<std::u32string> groups_of(std::int64_t units, CountUnit unit) {
  std::int64_t rest = units * ns_of(unit);
  std::vector<std::u32string> groups;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(unit); ++i) {
    groups.push_back(decode_utf8(fmt::format("{:0{}}", rest / kUnits[i].ns, i == 0 ? 1 : 2)));
    rest %= kUnits[i].ns;
  }
  return groups;
}

/// Groups beside each other: numbers, the first of the units counted by `first`.
struct Row {
  std::vector<std::u32string> groups;
  std::size_t first = 0;

  const char32_t* unit(std::size_t i) const { return &kUnits[first + i].name; }
};

/// The figures in one size.
struct Figures {
  CharacterSet digits, units;
  int gap = 0;  ///< px between a number and its unit; twice that between groups

  double width(const Row& row) const {
    double width = 0;
    for (std::size_t i = 0; i < row.groups.size(); ++i)
      width += digits.width(row.groups[i]) + gap + units.width({row.unit(i), 1}) + (i > 0 ? 2 * gap : 0);
    return width;
  }
  void draw(scene::Builder& builder, const Row& row, Point at, Color number, Color unit) const {
    double x = at.x;
    for (std::size_t i = 0; i < row.groups.size(); ++i) {
      if (i > 0) x += 2 * gap;
      digits.draw(builder, row.groups[i], Px::from(x), at.y, number);
      x += digits.width(row.groups[i]) + gap;
      units.draw(builder, {row.unit(i), 1}, Px::from(x), at.y, unit);
      x += units.width({row.unit(i), 1});
    }
  }
  int cap() const { return static_cast<int>(std::lround(kCapHeight * digits.size())); }
};

/// The rows of the groups: one, or the days above the rest.
std::vector<Row> rows_of(std::vector<std::u32string> groups, bool two) {
  if (!two) return {{std::move(groups), 0}};
  return {{{groups.front()}, 0}, {{groups.begin() + 1, groups.end()}, 1}};
}

class CountdownFace : public Laid {
 public:
  struct State {
    std::vector<scene::Layer> ground, counting, after;  ///< always; until the time has come; then
    std::vector<std::vector<Figures>> figures;          ///< of each row; by the digits of the days, one first
    bool two_rows = false;
    int gap = 0;  ///< between the rows
    Rect area;    ///< of the figures
    Rect box;
    Instant end;
    CountUnit unit = CountUnit::days;
    Color number, name;
    TextFaults faults;
  };
  explicit CountdownFace(State state) : state_(std::move(state)) {}

  void append_layers(const Moment& moment, std::vector<scene::Layer>& out) const override {
    out.insert(out.end(), state_.ground.begin(), state_.ground.end());
    const std::int64_t left = units_left(moment.now, state_.end, state_.unit);
    const auto& words = left > 0 ? state_.counting : state_.after;
    out.insert(out.end(), words.begin(), words.end());
    if (left > 0) out.push_back(scene::layer(intern(face(left)), {0, 0}, state_.box));
  }

  Instant next_change(const Moment& moment) const override {
    const std::int64_t left = units_left(moment.now, state_.end, state_.unit);
    if (left == 0) return kNever;
    return {state_.end.ns - (left - 1) * ns_of(state_.unit)};
  }

  const TextFaults& faults() const override { return state_.faults; }

 private:
  scene::OpsPtr face(std::int64_t left) const {
    std::vector<std::u32string> groups = groups_of(left, state_.unit);
    const auto& figures = state_.figures[std::min(groups.front().size(), state_.figures.size()) - 1];
    const std::vector<Row> rows = rows_of(std::move(groups), state_.two_rows);
    int height = -state_.gap;
    for (const Figures& row : figures) height += row.cap() + state_.gap;
    int baseline = state_.area.y + (state_.area.h - height) / 2;
    scene::Builder builder;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      baseline += figures[i].cap();
      figures[i].draw(builder, rows[i], {state_.area.x, baseline}, state_.number, state_.name);
      baseline += state_.gap;
    }
    return builder.done();
  }
  State state_;
};

/// A row as large as it fits.
Figures set_figures(Canvas& canvas, Size room, const Row& widest) {
  const TypeScale& type = canvas.theme().type;
  const auto at = [&](int size) {
    std::u32string names;
    for (std::size_t i = 0; i < widest.groups.size(); ++i) names += *widest.unit(i);
    const int small = std::max(canvas.text_px(type.label.size), size / 4);
    return Figures{CharacterSet(canvas.type(), type.figure.role, size, kDigits),
                   CharacterSet(canvas.type(), type.title.role, small, names), size / 14};
  };
  const int largest = std::max(kSmallestText, std::min(canvas.px(type.figure.size), room.h));
  Figures figures = at(largest);
  const double width = figures.width(widest);
  return width <= room.w ? figures : at(std::max(kSmallestText, static_cast<int>(largest * room.w / width)));
}

/// The figures of all rows where the days have `digits` digits.
std::vector<Figures> set_rows(Canvas& canvas, const CountdownFace::State& state, int digits) {
  std::vector<std::u32string> widest{std::u32string(static_cast<std::size_t>(digits), U'0')};
  widest.resize(static_cast<std::size_t>(state.unit) + 1, U"00");
  const std::vector<Row> rows = rows_of(std::move(widest), state.two_rows);
  const int count = static_cast<int>(rows.size());
  const Size room{state.area.w, (state.area.h - (count - 1) * state.gap) / count};
  std::vector<Figures> figures;
  for (const Row& row : rows) figures.push_back(set_figures(canvas, room, row));
  return figures;
}

constexpr std::array kWeekdays{"日", "一", "二", "三", "四", "五", "六"};

/// "2027年5月15日 星期六 09:00".
std::string day_text(const Countdown& countdown) {
  const CivilTime day = to_civil(from_civil(countdown.to, 0, 0, 0, {0}), {0});
  std::string text = fmt::format("{}年{}月{}日 星期{}", static_cast<int>(countdown.to.year()),
                                 static_cast<unsigned>(countdown.to.month()),
                                 static_cast<unsigned>(countdown.to.day()), kWeekdays[day.weekday]);
  return countdown.time.empty() ? text : text + " " + countdown.time;
}

std::vector<scene::Layer> draw_after(Canvas& canvas, const Rect& area, const Countdown& countdown) {
  const TypeScale& type = canvas.theme().type;
  const double scale = canvas.metrics().portrait() ? 1.4 : 1;
  const TextBlock text = canvas.type().headline(
      countdown.after, type.slogan,
      {{area.w, area.h}, canvas.px(type.slogan.size * scale * 0.8), canvas.text_px(type.title.size), 3});
  draw_text(canvas.draw(), text, {area.x, area.y + (area.h - text.height()) * 46 / 100}, canvas.ink());
  return canvas.take_layers();
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Countdown& countdown = values_of<Countdown>(content);
  Canvas canvas(context);
  const Rect area = draw_frame(canvas, Emblem::shown, "");
  CountdownFace::State state;
  state.ground = canvas.take_layers();
  state.after = draw_after(canvas, area, countdown);

  const Sizes sizes = heading_sizes(canvas.metrics(), canvas.theme());
  const int title = sizes.title * 3 / 2;
  const TextBlock heading =
      canvas.type().sentence(countdown.heading, canvas.theme().type.title,
                             {{area.w, area.h / 3}, title, title / 2, canvas.metrics().portrait() ? 3 : 2});
  draw_text(canvas.draw(), heading, {area.x, area.y}, canvas.ink());
  const TextBlock day = canvas.type().line(day_text(countdown), canvas.theme().type.label.role,
                                           std::max(kSmallestText, title * 10 / 16), area.w);
  draw_text(canvas.draw(), day, {area.x, area.bottom() - day.height()}, canvas.soft_ink());
  state.counting = canvas.take_layers();

  const int gap = canvas.px(canvas.theme().spacing.gap);
  const int top = area.y + heading.height() + gap;
  state.area = {area.x, top, area.w, std::max(1, area.bottom() - day.height() - gap - top)};
  state.unit = countdown.unit;
  state.two_rows = canvas.metrics().portrait() && countdown.unit > CountUnit::hours;
  state.gap = 2 * gap;
  for (int digits = 1; digits <= kMostDayDigits; ++digits)
    state.figures.push_back(set_rows(canvas, state, digits));
  state.box = canvas.box();
  state.end = end_of(countdown, context.around.utc_offset);
  state.number = context.theme.colors.accent;
  state.name = context.theme.colors.text;
  state.faults = canvas.type().take_faults();
  return std::make_shared<CountdownFace>(std::move(state));
}

std::string reading_text(const Content& content) {
  const Countdown& countdown = values_of<Countdown>(content);
  return reading_lines({countdown.heading, day_text(countdown), countdown.after});
}

}  // namespace

SlideKind countdown_kind() {
  return {"countdown",
          N_("how long it is until a day, then what was waited for"),
          toml::describe<Countdown>,
          read,
          layout,
          reading_text,
          nullptr,
          nullptr,
          true};
}

}  // namespace xp::kinds
