// SPDX-License-Identifier: MIT
// A marquee: slogans in one line that passes from right to left; the kind for LED strips.
#include <algorithm>

#include "base/i18n.h"
#include "kinds/content_of.h"
#include "kinds/frame_block.h"
#include "kinds/scroll.h"
#include "kinds/slide_kind.h"
#include "toml/field.h"

namespace xp::kinds {

struct Marquee {
  std::string text;
  std::vector<std::string> fed;  ///< by the zone: the playlist's slogans

  void hash_into(Hasher& hasher) const {
    hasher.add(text);
    add_strings(hasher, fed);
  }
};

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Marquee> {
  static constexpr auto rows = std::tuple{
      required(field("text", &xp::kinds::Marquee::text, Length{1, 200}, N_("the line that passes"))),
  };
};

namespace xp::kinds {
namespace {

constexpr int kLowPanel = 24;        // px; a lower one is filled by the largest bitmap font it can hold
constexpr double kStripText = 0.75;  // of a strip's height
constexpr double kSlideBand = 1.5;   // times the text, where it has a whole slide to itself
constexpr int kAir = 2;              // em at both sides of a slogan

ContentPtr read(toml::TableReader& reader, const ReadContext&) { return read_values(reader, Marquee{}); }

ContentPtr feed(const ZoneFeed& feed) {
  return std::make_shared<ContentOf<Marquee>>(Marquee{"", feed.slogans});
}

std::vector<std::string> texts_of(const Marquee& marquee) {
  return marquee.text.empty() ? marquee.fed : std::vector{marquee.text};
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  Canvas canvas(context);
  const Theme& theme = context.theme;
  ScrollStyle style;
  style.role = theme.type.slogan.role;
  style.ink = theme.colors.accent;
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
  return finish_scroll(canvas, texts_of(values_of<Marquee>(content)), style);
}

std::string reading_text(const Content& content) {
  return reading_lines(texts_of(values_of<Marquee>(content)));
}

std::string marquee_text(const Content& content) {
  return text::plain_text(values_of<Marquee>(content).text);
}

}  // namespace

SlideKind marquee_kind() {
  return {"marquee",
          N_("one line that passes from right to left"),
          toml::describe<Marquee>,
          read,
          layout,
          reading_text,
          marquee_text,
          feed};
}

}  // namespace xp::kinds
