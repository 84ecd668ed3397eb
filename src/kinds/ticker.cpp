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
  std::vector<std::string> lines;

  void hash_into(Hasher& hasher) const { add_strings(hasher, lines); }
};

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Ticker> {
  static constexpr auto rows = std::tuple{
      required(
          field("lines", &xp::kinds::Ticker::lines, Length{1, 50}, N_("the lines, in the order they pass"))),
  };
};

namespace xp::kinds {
namespace {

constexpr double kAsSlide = 2.2;  // of the theme's band, where it has a whole slide to itself
constexpr int kLedSmooth = 24;    // px; a lower panel takes the 16 px bitmap

ContentPtr read(toml::TableReader& reader, const ReadContext&) { return read_values(reader, Ticker{}); }

ContentPtr feed(const ZoneFeed& feed) { return std::make_shared<ContentOf<Ticker>>(Ticker{feed.ticker}); }

Rect band_of(const Canvas& canvas, const Rect& area) {
  if (canvas.metrics().strip()) return canvas.box();
  const int height = canvas.px(canvas.theme().spacing.ticker_band * kAsSlide);
  return {0, area.y + (area.h - height) / 2, canvas.box().w, height};
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  Canvas canvas(context);
  const Theme& theme = context.theme;
  const bool strip = canvas.metrics().strip();
  const Rect area = strip ? canvas.box() : draw_frame(canvas, Emblem::shown, "");
  ScrollStyle style;
  style.band = band_of(canvas, area);
  style.role = theme.type.ticker.role;
  style.size = std::max(kSmallestText,
                        static_cast<int>(style.band.h * theme.type.ticker.size / theme.spacing.ticker_band));
  style.ink = theme.colors.on_accent;
  style.ground = theme.colors.accent;
  if (context.around.led) {  // a panel lights the words, not the band
    style.size = style.band.h < 32 ? kLedSmooth - 8 : style.band.h * 3 / 4;
    style.ink = theme.colors.accent;
    style.ground = {0, 0, 0, 255};
  }
  style.air = style.size;
  style.separator = style.size / 2;
  canvas.draw().fill(style.band, style.ground);
  canvas.close();
  return finish_scroll(canvas, values_of<Ticker>(content).lines, style);
}

std::string reading_text(const Content& content) { return reading_lines(values_of<Ticker>(content).lines); }

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
