// SPDX-License-Identifier: MIT
// A marquee: slogans in one line that stands still where it fits and passes from right to left where not; the
// kind for LED strips.
#include <algorithm>
#include <cmath>

#include "base/i18n.h"
#include "base/utf8.h"
#include "kinds/content_of.h"
#include "kinds/frame_block.h"
#include "kinds/intern.h"
#include "kinds/marquee_motion.h"
#include "kinds/scroll.h"
#include "kinds/slide_kind.h"
#include "kinds/turns.h"
#include "toml/field.h"

namespace xp::kinds {

struct Marquee {
  std::string text;
  MarqueeMotion motion = MarqueeMotion::automatic;
  std::vector<std::string> fed;  ///< by the zone: the playlist's slogans

  void hash_into(Hasher& hasher) const {
    hasher.add(text).add(motion);
    add_strings(hasher, fed);
  }
};

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Marquee> {
  using Marquee = xp::kinds::Marquee;
  static constexpr auto rows = std::tuple{
      required(field("text", &Marquee::text, Length{1, 200}, N_("the line; **accent**"))),
      field("motion", &Marquee::motion,
            N_("\"auto\": what fits stands still, the rest passes; \"scroll\": everything passes; \"hold\": "
               "what is a "
               "little too long is set smaller to stand; \"wipe\": as auto, a moving edge brings the next "
               "text")),
  };
};

namespace xp::kinds {
namespace {

constexpr int kLowPanel = 24;        // px; a lower one is filled by the largest bitmap font it can hold
constexpr double kStripText = 0.75;  // of a strip's height
constexpr double kSlideBand = 1.5;   // times the text, where it has a whole slide to itself
constexpr int kAir = 2;              // em at both sides of a slogan
constexpr double kHeldText = 0.6;    // of its size: smaller, a text passes rather than stands
constexpr Duration kWipe = milliseconds(500);
constexpr Color kRed{255, 0, 0};

ContentPtr read(toml::TableReader& reader, const ReadContext&) { return read_values(reader, Marquee{}); }

ContentPtr feed(const ZoneFeed& feed) {
  std::vector<std::string> texts = feed.slogans;
  if (texts.empty() && !feed.title.empty()) texts.push_back(feed.title);
  if (texts.empty()) return nullptr;
  return std::make_shared<ContentOf<Marquee>>(Marquee{"", feed.motion, std::move(texts)});
}

std::vector<std::string> texts_of(const Marquee& marquee) {
  return marquee.text.empty() ? marquee.fed : std::vector{marquee.text};
}

/// A panel of red and green diodes shows light text and gold alike as yellow: there what is not accented is
/// red.
scene::Ink ink_on(const Surroundings& around, const Palette& colors) {
  if (around.panel == Panel::red_green) return {kRed, colors.accent};
  return {colors.text, colors.accent};
}

/// The text in one size or, where it may be, a little smaller: so that it is no wider than `width`. Empty
/// where it must pass.
TextBlock set_standing(Typesetter& type, const std::string& words, const ScrollStyle& style,
                       MarqueeMotion motion, int width) {
  TextBlock text = type.at_size(words, style.role, style.size);
  if (text.width() > width && motion == MarqueeMotion::hold)
    text = type.line(words, style.role, style.size, width);
  return text.width() <= width && text.size >= style.size * kHeldText ? text : TextBlock{};
}

Turn standing_turn(const TextBlock& text, const ScrollStyle& style, const TickGrid& grid,
                   const std::string& words) {
  scene::Builder builder;
  builder.fill({0, 0, style.band.w, style.band.h}, style.ground);
  draw_text(builder, text, {(style.band.w - text.width()) / 2, (style.band.h - text.size) / 2}, style.ink);
  return {
      {{intern(builder.done()), style.band.w}}, true, grid.ticks_in(reading_time(text::plain_text(words)))};
}

Turn passing_turn(Typesetter& type, const std::string& words, const ScrollStyle& style, int step) {
  ScrollStyle alone = style;
  alone.air = 0;
  Turn turn{scroll_tiles(type, {words}, alone), false, 0};
  int width = style.band.w;
  for (const ScrollTile& tile : turn.tiles) width += tile.width;
  turn.ticks = (width + step - 1) / step;
  return turn;
}

LaidPtr take_turns(Canvas& canvas, const std::vector<std::string>& texts, const ScrollStyle& style,
                   MarqueeMotion motion) {
  const Surroundings& around = canvas.context().around;
  const TickGrid grid = kinds::grid_of(around);
  const int step = scroll_step(canvas.theme(), around);
  const int margin = around.led || canvas.metrics().strip() ? 0 : canvas.px(canvas.theme().spacing.margin);
  std::vector<Turn> turns;
  bool any_stands = false;
  for (const std::string& words : texts) {
    const TextBlock text = set_standing(canvas.type(), words, style, motion, style.band.w - 2 * margin);
    any_stands = any_stands || !text.empty();
    turns.push_back(text.empty() ? passing_turn(canvas.type(), words, style, step)
                                 : standing_turn(text, style, grid, words));
  }
  if (!any_stands) return finish_scroll(canvas, scroll_tiles(canvas.type(), texts, style), style.band);
  const int wipe = motion == MarqueeMotion::wipe
                       ? std::max(1, static_cast<int>(std::lround(1.0 * style.band.w /
                                                                  static_cast<double>(grid.ticks_in(kWipe)))))
                       : 0;
  return std::make_shared<TurnLine>(TurnLine::State{canvas.take_layers(), std::move(turns), style.band, grid,
                                                    step, wipe, canvas.type().take_faults()});
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Marquee& marquee = values_of<Marquee>(content);
  Canvas canvas(context);
  const Theme& theme = context.theme;
  ScrollStyle style;
  style.role = theme.type.slogan.role;
  style.ink = ink_on(context.around, theme.colors);
  style.ground = context.around.led ? Color{0, 0, 0, 255} : theme.colors.background_deep;
  if (canvas.metrics().strip() || context.around.led) {
    style.band = canvas.box();
    style.size = style.band.h < kLowPanel ? style.band.h : static_cast<int>(style.band.h * kStripText);
  } else {
    const Rect area = draw_frame(canvas, Emblem::shown, "");
    style.size = canvas.px(theme.type.slogan.size);
    const int height = static_cast<int>(style.size * kSlideBand);
    style.band = {0, area.y + (area.h - height) * 46 / 100, canvas.box().w, height};
  }
  style.air = style.size * kAir;
  canvas.draw().fill(style.band, style.ground);
  canvas.close();
  const std::vector<std::string> texts = texts_of(marquee);
  return marquee.motion == MarqueeMotion::scroll
             ? finish_scroll(canvas, scroll_tiles(canvas.type(), texts, style), style.band)
             : take_turns(canvas, texts, style, marquee.motion);
}

std::string reading_text(const Content& content) {
  return reading_lines(texts_of(values_of<Marquee>(content)));
}

std::string marquee_text(const Content& content) { return values_of<Marquee>(content).text; }

}  // namespace

SlideKind marquee_kind() {
  return {"marquee",
          N_("one line that stands where it fits and else passes from right to left"),
          toml::describe<Marquee>,
          read,
          layout,
          reading_text,
          marquee_text,
          feed};
}

}  // namespace xp::kinds
