// SPDX-License-Identifier: MIT
#include "kinds/theme.h"

#include <initializer_list>
#include <string_view>

#include "base/i18n.h"
#include "kinds/pattern.h"
#include "toml/field.h"
#include "toml/reader.h"
#include "toml/values.h"

namespace xp::kinds {

namespace {

/// The file as it stands: a theme is its name and its tables.
struct ThemeFile {
  std::string name;
  Palette colors;
  TypeScale type;
  Spacing spacing;
  Background background;
  Motion motion;
};

/// The levels of the scale by their keys, for what is checked and hashed of each of them.
constexpr std::pair<std::string_view, TypeLevel TypeScale::*> kLevels[] = {
    {"slogan", &TypeScale::slogan}, {"title", &TypeScale::title},  {"figure", &TypeScale::figure},
    {"body", &TypeScale::body},     {"label", &TypeScale::label},  {"campaign", &TypeScale::campaign},
    {"source", &TypeScale::source}, {"ticker", &TypeScale::ticker}};

}  // namespace

}  // namespace xp::kinds

namespace xp::toml {

template <>
struct FieldsOf<kinds::Palette> {
  using P = kinds::Palette;
  static constexpr auto rows = std::tuple{
      field("background_bright", &P::background_bright, N_("brightest part of the background")),
      field("background", &P::background, N_("the background's colour")),
      field("background_deep", &P::background_deep,
            N_("darkest part of the background, and what is behind all zones")),
      field("text", &P::text, N_("text")),
      field("secondary", &P::secondary, N_("less important text: campaign and source lines")),
      field("accent", &P::accent, N_("what is marked with **…**, the largest bar, the ticker's band")),
      field("on_accent", &P::on_accent, N_("text on the accent colour")),
      field("loss", &P::loss, N_("losses")),
      field("gain", &P::gain, N_("changes for the better")),
      field("urgent", &P::urgent, N_("behind the ticker's urgent lines")),
      field("on_urgent", &P::on_urgent, N_("text on the urgent colour")),
      field("second", &P::second, N_("second series of a chart")),
      field("third", &P::third, N_("third series of a chart")),
      field("panel", &P::panel, N_("panels over the background, see-through: \"#ffffff12\"")),
      field("emblem", &P::emblem, N_("the pattern on the background, see-through"))};
};

template <>
struct FieldsOf<kinds::TypeLevel> {
  using L = kinds::TypeLevel;
  static constexpr auto rows =
      std::tuple{field("role", &L::role, N_("font role of fonts/catalog.toml")),
                 field("size", &L::size, Range{1, 60}, N_("size in percent of the zone's shorter side")),
                 field("line_height", &L::line_height, Range{1, 3}, N_("distance of the lines in em"))};
};

template <>
struct FieldsOf<kinds::TypeScale> {
  using T = kinds::TypeScale;
  static constexpr auto rows = std::tuple{
      field("slogan", &T::slogan, N_("slogans; the size is the largest, long ones become smaller")),
      field("title", &T::title, N_("headings")),
      field("figure", &T::figure, N_("the one large number; the size is the largest")),
      field("body", &T::body, N_("stories and steps")),
      field("label", &T::label, N_("labels of charts")),
      field("campaign", &T::campaign, N_("the campaign's line at the top")),
      field("source", &T::source, N_("the source's line at the bottom")),
      field("ticker", &T::ticker, N_("the ticker"))};
};

template <>
struct FieldsOf<kinds::Spacing> {
  using S = kinds::Spacing;
  static constexpr auto rows =
      std::tuple{field("margin", &S::margin, Range{0, 20},
                       N_("margin at all edges, in percent of the zone's shorter side")),
                 field("gap", &S::gap, Range{0, 20}, N_("gap between blocks")),
                 field("radius", &S::radius, Range{0, 20}, N_("radius of the panels' corners")),
                 field("ticker_band", &S::ticker_band, Range{1, 50}, N_("height of the ticker's band"))};
};

template <>
struct EnumNames<kinds::Light> {
  static constexpr std::pair<std::string_view, kinds::Light> names[] = {
      {"corner", kinds::Light::corner}, {"top", kinds::Light::top}, {"none", kinds::Light::none}};
};

template <>
struct FieldsOf<kinds::Background> {
  using B = kinds::Background;
  static constexpr auto rows = std::tuple{
      field("light", &B::light,
            N_("where the background is brightest: \"corner\" (the upper right), \"top\", or \"none\": one "
               "colour")),
      field("pattern", &B::pattern, Choice{kinds::pattern_name},
            N_("what lies on it, large and faint, in the colour emblem"))};
};

template <>
struct EnumNames<kinds::Transition> {
  static constexpr std::pair<std::string_view, kinds::Transition> names[] = {
      {"fade", kinds::Transition::fade}, {"push", kinds::Transition::push}, {"cut", kinds::Transition::cut}};
};

template <>
struct EnumNames<kinds::Enter> {
  static constexpr std::pair<std::string_view, kinds::Enter> names[] = {
      {"none", kinds::Enter::none}, {"fade", kinds::Enter::fade}, {"rise", kinds::Enter::rise}};
};

template <>
struct FieldsOf<kinds::Motion> {
  using M = kinds::Motion;
  static constexpr auto rows = std::tuple{
      field("transition", &M::transition,
            N_("how slides change: \"fade\" into each other, \"push\" each other to the left, or \"cut\"")),
      field("fade", &M::fade, Range{0, 0.6}, N_("how long a fade or a push takes; \"0s\": cut")),
      field(
          "enter", &M::enter,
          N_("how headlines come in, then the line below: \"rise\", \"fade\", or \"none\": with the slide")),
      field("count_up", &M::count_up, Range{0, 1.2}, N_("how long figures and bars grow; \"0s\": at once")),
      field("ticker_speed", &M::ticker_speed, Range{1, 100},
            N_("speed of scrolling text, in percent of the screen's shorter side a second"))};
};

template <>
struct FieldsOf<kinds::ThemeFile> {
  using F = kinds::ThemeFile;
  static constexpr auto rows =
      std::tuple{required(field("name", &F::name, Length{1, 40}, N_("the theme's name for people"))),
                 field("colors", &F::colors, N_("colours, such as \"#ffcf5c\"")),
                 field("type", &F::type, N_("the type scale: eight levels")),
                 field("spacing", &F::spacing, N_("distances, in percent of the zone's shorter side")),
                 field("background", &F::background, N_("what is behind everything")),
                 field("motion", &F::motion, N_("motion"))};
};

}  // namespace xp::toml

namespace xp::kinds {

namespace {

/// Where `type.<level>.role` stands.
Location role_location(const toml::Document& document, std::string_view level) {
  const toml::Table* table = &document.root;
  for (const std::string_view key : {std::string_view("type"), level}) {
    const toml::Entry* entry = table->find(key);
    table = entry ? std::get_if<toml::Table>(&entry->value.data) : nullptr;
    if (!table) return {document.file, 0, 0, 1};
  }
  const toml::Entry* role = table->find("role");
  return toml::location(document, role ? role->value.at : table->at);
}

void check_roles(const toml::Document& document, const TypeScale& type, const text::FontCatalog& catalog,
                 Diagnostics& diagnostics) {
  std::vector<std::string_view> names;
  for (const text::RoleSpec& role : catalog.roles) names.push_back(role.name);
  for (const auto& [key, member] : kLevels) {
    const std::string& role = (type.*member).role;
    if (catalog.role(role)) continue;
    diagnostics.add({Severity::error, "unknown-role", role_location(document, key),
                     trf("no font role is called “{role}”", fmt::arg("role", role)),
                     toml::detail::suggestion(role, names)});
  }
}

Hasher& add_color(Hasher& hasher, Color color) {
  return hasher.add(color.r).add(color.g).add(color.b).add(color.a);
}

constexpr double kLampContrast = 4.5;

/// `ink` with as little white as gives it `contrast` on a dark `ground`.
Color lightened(Color ink, Color ground, double contrast) {
  Color lighter = ink;
  for (int white = 0; white < 255 && contrast_ratio(lighter, ground) < contrast;) {
    white += 5;
    lighter = over({0xff, 0xff, 0xff, static_cast<std::uint8_t>(white)}, ink);
  }
  return lighter;
}

Hash hash_of(const Theme& theme) {
  Hasher hasher;
  const Palette& p = theme.colors;
  for (const Color color :
       {p.background_bright, p.background, p.background_deep, p.text, p.secondary, p.accent, p.on_accent,
        p.loss, p.gain, p.urgent, p.on_urgent, p.second, p.third, p.panel, p.emblem})
    add_color(hasher, color);
  for (const auto& [key, member] : kLevels) {
    const TypeLevel& level = theme.type.*member;
    hasher.add(level.role).add(level.size).add(level.line_height);
  }
  const Spacing& s = theme.spacing;
  hasher.add(s.margin).add(s.gap).add(s.radius).add(s.ticker_band);
  hasher.add(theme.background.light).add(theme.background.pattern);
  hasher.add(theme.motion.transition).add(theme.motion.enter);
  hasher.add(theme.motion.fade.count()).add(theme.motion.count_up.count()).add(theme.motion.ticker_speed);
  return hasher.done();
}

}  // namespace

std::optional<Theme> read_theme(const toml::Document& document, const text::FontCatalog& catalog,
                                Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.count(Severity::error);
  ThemeFile file;
  toml::TableReader reader(document, document.root, diagnostics);
  reader.read(file);
  reader.finish();
  check_roles(document, file.type, catalog, diagnostics);
  if (diagnostics.count(Severity::error) > before) return std::nullopt;
  Theme theme{
      std::move(file.name), file.colors, std::move(file.type), file.spacing, std::move(file.background),
      file.motion,          {}};
  theme.hash = hash_of(theme);
  return theme;
}

std::optional<Theme> read_theme(const FileSystem& files, const std::string& path,
                                const text::FontCatalog& catalog, Diagnostics& diagnostics) {
  const auto document = toml::load(files, path, diagnostics);
  return document ? read_theme(*document, catalog, diagnostics) : std::nullopt;
}

Theme on_lamps(Theme theme) {
  constexpr Color kDark{0, 0, 0, 255};
  Palette& p = theme.colors;
  p.background_bright = p.background = p.background_deep = kDark;
  p.panel = {0xff, 0xff, 0xff, 0x12};
  p.text = lightened(p.text, kDark, 2.5 * kLampContrast);
  for (Color* ink : {&p.secondary, &p.accent, &p.loss, &p.gain, &p.second, &p.third})
    *ink = lightened(*ink, kDark, kLampContrast);
  if (contrast_ratio(p.on_accent, p.accent) < kLampContrast) p.on_accent = kDark;
  theme.hash = hash_of(theme);
  return theme;
}

std::vector<toml::KeyDescription> describe_theme() { return toml::describe<ThemeFile>(); }

std::string theme_schema() { return toml::json_schema("Xuanping theme", describe_theme()); }

}  // namespace xp::kinds
