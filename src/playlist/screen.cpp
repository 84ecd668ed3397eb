// SPDX-License-Identifier: MIT
#include "playlist/screen.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdlib>
#include <map>
#include <string_view>
#include <utility>

#include "base/i18n.h"
#include "base/time.h"
#include "toml/field.h"
#include "toml/reader.h"
#include "toml/values.h"

namespace xp::playlist {

namespace {

constexpr int kMinSide = 16, kMaxSide = 16'384;
constexpr int kDayMinutes = 24 * 60;
constexpr std::array<std::string_view, 3> kPresenters{"auto", "cpu", "sdl"};

struct BrightnessTable {
  toml::Located<std::string> at;
  int percent = 100;
};

struct ScreenTable {
  std::string name;
  std::array<int, 2> size{1920, 1080};
  int refresh = 60;
  std::string output;
  std::array<int, 2> region{0, 0};
  int rotation = 0;
  std::string presenter = "auto";
  double pitch_mm = 0;
  std::array<double, 2> distance_m{5, 50};
  Panel panel = Panel::full;
  std::vector<BrightnessTable> brightness;
};

struct ZoneTable {
  std::string name = "main";
  toml::Located<std::array<int, 4>> rect;
  int z = 0;
  toml::Located<std::string> plays{"slides", {}};
  kinds::MarqueeMotion motion = kinds::MarqueeMotion::automatic;
};

struct ScreenFile {
  ScreenTable screen;
  std::vector<ScheduleKeys> power;
  std::vector<ZoneTable> zone;
  CheckKeys check;
};

}  // namespace

std::string_view presenter_name(std::size_t index) {
  return index < kPresenters.size() ? kPresenters[index] : std::string_view{};
}

}  // namespace xp::playlist

namespace xp::toml {

template <>
struct EnumNames<Panel> {
  static constexpr std::pair<std::string_view, Panel> names[] = {
      {"full", Panel::full}, {"red-green", Panel::red_green}, {"red", Panel::red}};
};

template <>
struct FieldsOf<playlist::BrightnessTable> {
  using B = playlist::BrightnessTable;
  static constexpr auto rows =
      std::tuple{required(field("at", &B::at, N_("the time of day, such as \"06:00\""))),
                 required(field("percent", &B::percent, Range{playlist::kDarkestPercent, 100},
                                N_("how much of its light the picture has then")))};
};

template <>
struct FieldsOf<playlist::ScreenTable> {
  using S = playlist::ScreenTable;
  static constexpr auto rows = std::tuple{
      required(field("name", &S::name, Identifier{}, N_("the screen's name"))),
      required(field("size", &S::size, Range{playlist::kMinSide, playlist::kMaxSide},
                     N_("[width, height] in pixels"))),
      field("refresh", &S::refresh, Range{1, 240}, N_("pictures a second of the display, in Hz")),
      field("output", &S::output, Length{0, 64},
            N_("the display, such as \"HDMI-1\", or its number from 0; the first by default")),
      field("region", &S::region, Range{0, playlist::kMaxSide},
            N_("[x, y]: where on the output the picture begins (a sending card shows a part of it)")),
      field("rotation", &S::rotation, Range{0, 270}, N_("degrees clockwise: 0, 90, 180 or 270")),
      field("presenter", &S::presenter, Choice{playlist::presenter_name},
            N_("what shows the picture; \"auto\": what suits the display")),
      field("pitch_mm", &S::pitch_mm, Range{0, 100}, N_("distance of two pixels in mm; 0: unknown")),
      field("distance_m", &S::distance_m, Range{0.1, 1000},
            N_("[near, far]: from where it is looked at, in m")),
      field("panel", &S::panel, N_("colours of the panel")),
      field("brightness", &S::brightness, Length{0, 48},
            N_("light of the picture over the day, straight between its points; always full where absent"))};
};

template <>
struct FieldsOf<playlist::ZoneTable> {
  using Z = playlist::ZoneTable;
  static constexpr auto rows = std::tuple{
      field("name", &Z::name, Identifier{}, N_("the name that slides use")),
      required(field("rect", &Z::rect, Range{0, playlist::kMaxSide},
                     N_("[x, y, width, height] in pixels of the screen"))),
      field("z", &Z::z, Range{-100, 100}, N_("zones with a higher z lie above")),
      field("plays", &Z::plays,
            N_("\"slides\", or a kind that fills a zone: \"ticker\", \"clock\", \"marquee\"")),
      field("motion", &Z::motion,
            N_("of a marquee: \"auto\": what fits stands still, the rest passes; \"scroll\", \"hold\", "
               "\"wipe\""))};
};

template <>
struct FieldsOf<playlist::ScreenFile> {
  using F = playlist::ScreenFile;
  static constexpr auto rows =
      std::tuple{required(field("screen", &F::screen, N_("the display"))),
                 field("power", &F::power, Length{0, 24},
                       N_("when the panel is on: while one of them holds; always where there are none")),
                 required(field("zone", &F::zone, Length{1, 32}, N_("the zones"))),
                 field("check", &F::check, N_("limits of `xuanping check` for this screen"))};
};

}  // namespace xp::toml

namespace xp::playlist {

namespace {

/// The words that `plays` may have.
std::vector<std::string_view> plays_words() {
  std::vector<std::string_view> words{"slides"};
  for (const kinds::SlideKind& kind : kinds::slide_kinds())
    if (kind.feed) words.push_back(kind.name);
  return words;
}

void check_plays(const ZoneTable& zone, Diagnostics& diagnostics) {
  const std::vector<std::string_view> words = plays_words();
  if (std::ranges::find(words, zone.plays.value) != words.end()) return;
  diagnostics.add({Severity::error, "unknown-plays", zone.plays.at,
                   trf("a zone cannot play “{plays}”", fmt::arg("plays", zone.plays.value)),
                   toml::detail::suggestion(zone.plays.value, words)});
}

Rect rect_of(const ZoneTable& zone) {
  const auto& [x, y, w, h] = zone.rect.value;
  return {x, y, w, h};
}

void check_rect(const ZoneTable& zone, Size screen, Diagnostics& diagnostics) {
  const Rect rect = rect_of(zone);
  if (!rect.empty() && Rect::of({}, screen).contains(rect)) return;
  diagnostics.add({Severity::error, "zone-outside", zone.rect.at,
                   rect.empty()
                       ? trf("zone “{zone}” is empty", fmt::arg("zone", zone.name))
                       : trf("zone “{zone}” goes beyond the screen of {w} × {h} pixels",
                             fmt::arg("zone", zone.name), fmt::arg("w", screen.w), fmt::arg("h", screen.h)),
                   trf("write [x, y, width, height] with x + width ≤ {w} and y + height ≤ {h}",
                       fmt::arg("w", screen.w), fmt::arg("h", screen.h))});
}

void check_names(const std::vector<ZoneTable>& zones, Diagnostics& diagnostics) {
  std::map<std::string_view, const ZoneTable*> first;
  for (const ZoneTable& zone : zones) {
    const auto [known, is_new] = first.try_emplace(zone.name, &zone);
    if (is_new) continue;
    diagnostics.add({Severity::error, "duplicate-zone", zone.rect.at,
                     trf("two zones are called “{zone}”; the other is on line {line}",
                         fmt::arg("zone", zone.name), fmt::arg("line", known->second->rect.at.line)),
                     tr("give each zone a name of its own")});
  }
}

Hash hash_of(const Screen& s) {
  Hasher hasher;
  hasher.add(s.name)
      .add(s.size.w)
      .add(s.size.h)
      .add(s.refresh)
      .add(s.region.x)
      .add(s.region.y)
      .add(s.rotation)
      .add(s.output);
  hasher.add(s.presenter).add(s.pitch_mm).add(s.distance_m[0]).add(s.distance_m[1]).add(s.panel);
  hasher.add(s.brightness.size());
  for (const BrightnessPoint& point : s.brightness) hasher.add(point.minute).add(point.percent);
  hasher.add(s.power.size());
  for (const Schedule& schedule : s.power) add_to(hasher, schedule);
  for (const Zone& zone : s.zones)
    hasher.add(zone.name)
        .add(zone.rect.x)
        .add(zone.rect.y)
        .add(zone.rect.w)
        .add(zone.rect.h)
        .add(zone.z)
        .add(zone.plays)
        .add(zone.motion);
  return hasher.done();
}

void check(const toml::Document& document, const ScreenFile& file, Diagnostics& diagnostics) {
  const toml::Entry* entry = document.root.find("screen");
  const auto* table = entry ? std::get_if<toml::Table>(&entry->value.data) : nullptr;
  if (table && file.screen.rotation % 90 != 0)
    toml::TableReader(document, *table, diagnostics)
        .report("rotation", "bad-value",
                trf("the picture cannot be turned by {degrees}°", fmt::arg("degrees", file.screen.rotation)),
                tr("write 0, 90, 180 or 270"));
  if (table && file.screen.distance_m[0] > file.screen.distance_m[1])
    toml::TableReader(document, *table, diagnostics)
        .report("distance_m", "bad-value", tr("the near distance is larger than the far one"),
                tr("write [near, far] in metres"));
  if (table && file.screen.presenter == "sdl" && file.screen.panel != Panel::full)
    toml::TableReader(document, *table, diagnostics)
        .report("presenter", "bad-value",
                tr("the presenter “sdl” cannot show the colours of a panel of one or two"),
                tr("write \"auto\" or \"cpu\""));
  for (const ZoneTable& zone : file.zone) {
    check_plays(zone, diagnostics);
    check_rect(zone, {file.screen.size[0], file.screen.size[1]}, diagnostics);
  }
  check_names(file.zone, diagnostics);
  check_hours(file.check, diagnostics);
}

std::vector<BrightnessPoint> brightness_of(const std::vector<BrightnessTable>& tables,
                                           Diagnostics& diagnostics) {
  std::vector<BrightnessPoint> curve;
  const auto report = [&](const BrightnessTable& table, std::string message, std::string remedy) {
    diagnostics.add({Severity::error, "bad-value", table.at.at, std::move(message), std::move(remedy)});
  };
  for (const BrightnessTable& table : tables) {
    const auto minute = parse_minute_of_day(table.at.value);
    if (!minute || *minute == kDayMinutes) {
      report(table, trf("“{text}” is no time of day", fmt::arg("text", table.at.value)),
             tr("write hours and minutes such as \"06:00\""));
      continue;
    }
    const auto near = [&](const BrightnessPoint& other) {
      const int apart = std::abs(other.minute - *minute);
      return std::min(apart, kDayMinutes - apart) < kMinutesApart;
    };
    if (std::ranges::any_of(curve, near))
      report(
          table,
          trf("two points of the brightness are less than {n} minutes apart", fmt::arg("n", kMinutesApart)),
          tr("leave more time between them, so that nobody sees a step"));
    curve.push_back({*minute, table.percent});
  }
  std::ranges::sort(curve, {}, &BrightnessPoint::minute);
  return curve;
}

Screen screen_of(ScreenFile file, std::vector<BrightnessPoint> brightness, std::vector<Schedule> power,
                 Location power_at) {
  ScreenTable& t = file.screen;
  Screen screen{std::move(t.name),
                {t.size[0], t.size[1]},
                t.refresh,
                std::move(t.output),
                {t.region[0], t.region[1]},
                static_cast<Rotation>(t.rotation),
                std::move(t.presenter),
                t.pitch_mm,
                t.distance_m,
                t.panel,
                std::move(brightness),
                std::move(power),
                std::move(power_at),
                {},
                std::move(file.check),
                {}};
  for (ZoneTable& zone : file.zone)
    screen.zones.push_back({std::move(zone.name), rect_of(zone), zone.z, std::move(zone.plays.value),
                            zone.motion, zone.rect.at});
  std::ranges::stable_sort(screen.zones, {}, &Zone::z);
  screen.hash = hash_of(screen);
  return screen;
}

}  // namespace

std::optional<Screen> read_screen(const toml::Document& document, Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.count(Severity::error);
  ScreenFile file;
  toml::TableReader reader(document, document.root, diagnostics);
  reader.read(file);
  reader.finish();
  std::vector<BrightnessPoint> brightness = brightness_of(file.screen.brightness, diagnostics);
  std::vector<Schedule> power;
  for (const ScheduleKeys& keys : file.power) power.push_back(schedule_of(keys, diagnostics));
  if (diagnostics.count(Severity::error) == before) check(document, file, diagnostics);
  if (diagnostics.count(Severity::error) > before) return std::nullopt;
  return screen_of(std::move(file), std::move(brightness), std::move(power), reader.at("power"));
}

std::optional<Screen> read_screen(const FileSystem& files, const std::string& path,
                                  Diagnostics& diagnostics) {
  const auto document = toml::load(files, path, diagnostics);
  return document ? read_screen(*document, diagnostics) : std::nullopt;
}

std::string screen_schema() { return toml::json_schema("Xuanping screen", toml::describe<ScreenFile>()); }

}  // namespace xp::playlist
