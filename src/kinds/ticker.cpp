// SPDX-License-Identifier: MIT
// A ticker: an accent band on which the lines follow each other from right to left.
#include <algorithm>

#include "base/i18n.h"
#include "kinds/content_of.h"
#include "kinds/frame_block.h"
#include "kinds/scroll.h"
#include "kinds/slide_kind.h"
#include "toml/field.h"

namespace xp::kinds {

struct Ticker {
  std::vector<std::string> urgent, lines;

  void hash_into(Hasher& hasher) const {
    add_strings(hasher, urgent);
    add_strings(hasher, lines);
  }
};

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Ticker> {
  static constexpr auto rows = std::tuple{
      required(
          field("lines", &xp::kinds::Ticker::lines, Length{1, 50}, N_("the lines, in the order they pass"))),
      field("urgent", &xp::kinds::Ticker::urgent, Length{0, 50},
            N_("lines that pass before them, marked and in the colour of warnings")),
  };
};

namespace xp::kinds {
namespace {

constexpr double kAsSlide = 2.2;  // of the theme's band, where it has a whole slide to itself
constexpr const char* kUrgentTag = "紧急";
constexpr int kLedSmooth = 24;  // px; a lower panel takes the 16 px bitmap

ContentPtr read(toml::TableReader& reader, const ReadContext&) { return read_values(reader, Ticker{}); }

ContentPtr feed(const ZoneFeed& feed) {
  if (feed.ticker.empty()) return nullptr;
  Ticker ticker;
  for (const TickerText& line : feed.ticker)
    (line.urgent ? ticker.urgent : ticker.lines).push_back(line.text);
  return std::make_shared<ContentOf<Ticker>>(std::move(ticker));
}

Rect band_of(const Canvas& canvas, const Rect& area) {
  if (canvas.metrics().strip()) return canvas.box();
  const int height = canvas.px(canvas.theme().spacing.ticker_band * kAsSlide);
  return {0, area.y + (area.h - height) / 2, canvas.box().w, height};
}

/// The band's looks: of every line, and of an urgent one.
struct TickerStyles {
  ScrollStyle line, urgent;
};

TickerStyles styles_of(const Canvas& canvas, const Rect& area) {
  const Theme& theme = canvas.theme();
  const Palette& colors = theme.colors;
  ScrollStyle line;
  line.band = band_of(canvas, area);
  line.role = theme.type.ticker.role;
  line.size = std::max(kSmallestText,
                       static_cast<int>(line.band.h * theme.type.ticker.size / theme.spacing.ticker_band));
  line.ink = {colors.on_accent, colors.on_accent};
  line.ground = colors.accent;
  ScrollStyle urgent = line;
  urgent.ink = {colors.on_urgent, colors.on_urgent};
  urgent.ground = colors.urgent;
  if (canvas.context().around.led) {  // a panel lights the words, not the band
    line.size = urgent.size = line.band.h < 32 ? kLedSmooth - 8 : line.band.h * 3 / 4;
    line.ink = {colors.accent, colors.accent};
    urgent.ink = {colors.loss, colors.loss};
    line.ground = urgent.ground = {0, 0, 0, 255};
  }
  line.air = urgent.air = line.size;
  line.separator = urgent.separator = line.size / 2;
  urgent.tag = kUrgentTag;
  return {line, urgent};
}

/// The lines of one colour; before another colour no diamond is needed.
std::vector<ScrollTile> tiles_of(Typesetter& type, const std::vector<std::string>& lines, ScrollStyle style,
                                 bool another_follows) {
  if (!another_follows || lines.empty()) return scroll_tiles(type, lines, style);
  std::vector<ScrollTile> tiles = scroll_tiles(type, {lines.begin(), lines.end() - 1}, style);
  style.separator = 0;
  const std::vector<ScrollTile> last = scroll_tiles(type, {lines.back()}, style);
  tiles.insert(tiles.end(), last.begin(), last.end());
  return tiles;
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Ticker& ticker = values_of<Ticker>(content);
  Canvas canvas(context);
  const Rect area = canvas.metrics().strip() ? canvas.box() : draw_frame(canvas, Emblem::shown, "");
  const TickerStyles styles = styles_of(canvas, area);
  canvas.draw().fill(styles.line.band, styles.line.ground);
  canvas.close();
  const bool both = !ticker.urgent.empty() && !ticker.lines.empty() && !context.around.led;
  std::vector<ScrollTile> tiles = tiles_of(canvas.type(), ticker.urgent, styles.urgent, both);
  const std::vector<ScrollTile> lines = tiles_of(canvas.type(), ticker.lines, styles.line, both);
  tiles.insert(tiles.end(), lines.begin(), lines.end());
  return finish_scroll(canvas, std::move(tiles), styles.line.band);
}

std::string reading_text(const Content& content) {
  const Ticker& ticker = values_of<Ticker>(content);
  std::vector<std::string> lines = ticker.urgent;
  lines.insert(lines.end(), ticker.lines.begin(), ticker.lines.end());
  return reading_lines(lines);
}

}  // namespace

SlideKind ticker_kind() {
  return {"ticker",
          N_("lines that pass from right to left"),
          toml::describe<Ticker>,
          read,
          layout,
          reading_text,
          nullptr,
          feed};
}

}  // namespace xp::kinds
