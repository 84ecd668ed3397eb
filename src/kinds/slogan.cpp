// SPDX-License-Identifier: MIT
// A slogan: one to three lines as large as they fit, one smaller line under a short rule.
#include <algorithm>
#include <memory>
#include <optional>

#include "base/i18n.h"
#include "base/utf8.h"
#include "kinds/content_of.h"
#include "kinds/frame_block.h"
#include "kinds/frame_lines.h"
#include "kinds/own_ground.h"
#include "kinds/picture_fit.h"
#include "kinds/scrim.h"
#include "kinds/slide_kind.h"
#include "kinds/text_mode.h"
#include "kinds/video_block.h"
#include "toml/field.h"

namespace xp::kinds {

struct Slogan {
  std::string text, support;
  text::Mode mode = text::Mode::horizontal;
  std::string language;
  std::string background, background_picture, background_video;
  std::vector<std::string> gradient;
  std::optional<media::PictureFile> picture;  ///< of `background_picture`
  media::ClipPtr clip;                        ///< of `background_video`

  void hash_into(Hasher& hasher) const {
    hasher.add(text).add(support).add(mode).add(language).add(background).add(background_picture);
    add_strings(hasher, gradient);
    hasher.add(picture ? picture->hash : Hash{}).add(clip ? clip->hash : Hash{});
  }
};

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Slogan> {
  using Slogan = xp::kinds::Slogan;
  static constexpr auto rows = std::tuple{
      required(field("text", &Slogan::text, Length{1, 60}, N_("the slogan, one to three lines; **accent**"))),
      field("support", &Slogan::support, Length{0, 40}, N_("one smaller line below")),
      field(
          "mode", &Slogan::mode,
          N_("\"vertical\": in columns, from the right to the left; strips and LED panels stay horizontal")),
      field("language", &Slogan::language, Length{0, 35},
            N_("language of the slide's text, such as \"ug\"; the campaign's by default")),
      field("background", &Slogan::background,
            N_("a background of one colour: \"#0b3d91\", or a colour of the theme such as \"accent\"")),
      field("gradient", &Slogan::gradient, Length{2, 3},
            N_("a background of two or three colours from top to bottom")),
      field("background_picture", &Slogan::background_picture,
            N_("a picture beside the playlist, behind the words; it is veiled as far as they need it")),
      field("background_video", &Slogan::background_video,
            N_("a video beside the playlist, behind the words, without sound; it is veiled so that they can "
               "be read on any frame")),
  };
};

namespace xp::kinds {
namespace {

constexpr std::size_t kMostLines = 3;
constexpr int kPortraitLines = 2 * kMostLines;  // a narrow zone breaks each line in two
constexpr double kPortraitLargest = 1.4;        // of the theme's: a narrow zone holds few characters a line
constexpr double kWideLargest = 1.4;            // a wall has room beside two lines, and is seen from far
constexpr double kColumnSupport = 1.25;         // of body text: a column beside large ones
constexpr double kRuleLength = 12;              // vmin

std::vector<std::u32string> lines_of(const std::string& markup) {
  std::vector<std::u32string> lines(1);
  for (const char32_t c : text::parse_markup(markup).text) {
    if (c == U'\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

bool check_backgrounds(toml::TableReader& reader, const Slogan& slogan) {
  bool good = slogan.background.empty() || check_color(reader, "background", slogan.background);
  for (const std::string& color : slogan.gradient) good = good && check_color(reader, "gradient", color);
  const int named = !slogan.background.empty() + !slogan.gradient.empty() +
                    !slogan.background_picture.empty() + !slogan.background_video.empty();
  if (named < 2) return good;
  const char* key = !slogan.gradient.empty()     ? "gradient"
                    : !slogan.background.empty() ? "background"
                                                 : "background_picture";
  reader.report(
      key, "two-backgrounds",
      tr("a slide has one background: background, gradient, background_picture or background_video"),
      tr("keep one of them"));
  return false;
}

ContentPtr read(toml::TableReader& reader, const ReadContext& context) {
  Slogan slogan;
  if (!reader.read(slogan)) return nullptr;
  if (!check_backgrounds(reader, slogan)) return nullptr;
  if (const std::size_t lines = lines_of(slogan.text).size(); lines > kMostLines) {
    reader.report("text", "too-many-lines",
                  trf(N_("a slogan has at most {most} lines, this one has {lines}"),
                      fmt::arg("most", kMostLines), fmt::arg("lines", lines)),
                  tr(N_("shorten it, or make two slides of it")));
    return nullptr;
  }
  if (!slogan.background_picture.empty())
    slogan.picture = picture_named(reader, context, "background_picture", slogan.background_picture);
  if (!slogan.background_video.empty())
    slogan.clip = read_clip(reader, "background_video", {slogan.background_video}, context);
  return std::make_shared<ContentOf<Slogan>>(std::move(slogan));
}

struct Blocks {
  TextBlock text, support;
  int gap = 0, rule = 0;  ///< between slogan, rule and support line; thickness of the rule
  int height() const { return text.height() + (support.empty() ? 0 : 2 * gap + rule + support.height()); }
};

int largest_px(Canvas& canvas) {
  const Metrics& metrics = canvas.metrics();
  const double share = metrics.portrait() ? kPortraitLargest : metrics.wide() ? kWideLargest : 1;
  return canvas.px(canvas.theme().type.slogan.size * share);
}

Blocks set_blocks(Canvas& canvas, const Slogan& slogan, const Rect& area) {
  const TypeScale& type = canvas.theme().type;
  const bool portrait = canvas.metrics().portrait();
  Blocks blocks;
  int height = area.h;
  if (!slogan.support.empty() && !canvas.metrics().strip()) {
    const int size = canvas.text_px(type.body.size * (portrait ? 1.15 : 1));
    blocks.support =
        canvas.type().sentence(slogan.support, type.body, {{area.w, area.h / 4}, size, size * 2 / 3, 2});
    blocks.gap = canvas.px(canvas.theme().spacing.gap * 1.2);
    blocks.rule = canvas.px(0.45);
    height -= 2 * blocks.gap + blocks.rule + blocks.support.height();
  }
  const int largest = largest_px(canvas);
  const int most = canvas.metrics().strip() ? 2 : portrait ? kPortraitLines : static_cast<int>(kMostLines);
  const int smallest = canvas.metrics().strip() ? kSmallestText : canvas.text_px(type.title.size);
  blocks.text = canvas.type().headline(slogan.text, type.slogan, {{area.w, height}, largest, smallest, most});
  return blocks;
}

/// A little above the middle is where the eye expects it.
int optical_top(const Rect& area, int height) { return area.y + (area.h - height) * 46 / 100; }

void draw_lines(Canvas& canvas, const Blocks& blocks, const Rect& area) {
  int y = optical_top(area, blocks.height());
  draw_text(canvas.draw(), blocks.text, {start_edge(blocks.text, area), y}, canvas.ink());
  canvas.close_entering(0);
  if (blocks.support.empty()) return;
  y += blocks.text.height() + blocks.gap;
  const int rule = canvas.px(kRuleLength);
  const int rule_x = blocks.text.right_to_left() ? area.right() - rule : area.x;
  canvas.draw().fill({rule_x, y, rule, blocks.rule}, canvas.theme().colors.accent);
  draw_text(canvas.draw(), blocks.support, {start_edge(blocks.support, area), y + blocks.rule + blocks.gap},
            canvas.soft_ink());
  canvas.close_entering(1);
}

Rect place_of_lines(const Blocks& blocks, const Rect& area) {
  int left = start_edge(blocks.text, area), right = left + blocks.text.width();
  if (!blocks.support.empty()) {
    const int edge = start_edge(blocks.support, area);
    left = std::min(left, edge), right = std::max(right, edge + blocks.support.width());
  }
  return {left, optical_top(area, blocks.height()), right - left, blocks.height()};
}

Blocks set_columns(Canvas& canvas, const Slogan& slogan, const Rect& area) {
  const TypeScale& type = canvas.theme().type;
  const bool portrait = canvas.metrics().portrait();
  Blocks blocks;
  int width = area.w;
  if (!slogan.support.empty()) {
    const int size = canvas.text_px(type.body.size * kColumnSupport);
    blocks.support = canvas.type().headline(
        slogan.support, type.body, {{area.w / 4, area.h}, size, size * 2 / 3, 2, text::Mode::vertical});
    blocks.gap = canvas.px(canvas.theme().spacing.gap * 1.5);
    blocks.rule = canvas.px(0.45);
    width -= 2 * blocks.gap + blocks.rule + blocks.support.width();
  }
  const int largest = largest_px(canvas);
  const int lines = static_cast<int>(lines_of(slogan.text).size());
  const int most = portrait ? 3 : std::max(3, 2 * lines);  // a low zone holds few characters a column
  blocks.text = canvas.type().headline(
      slogan.text, type.slogan,
      {{width, area.h}, largest, canvas.text_px(type.title.size), most, text::Mode::vertical});
  return blocks;
}

/// The group stands in the middle.
Rect place_of_columns(const Blocks& blocks, const Rect& area) {
  const int support = blocks.support.empty() ? 0 : 2 * blocks.gap + blocks.rule + blocks.support.width();
  const int width = blocks.text.width() + support;
  const int height = std::max(blocks.text.height(), blocks.support.height());
  return {area.x + (area.w - width) / 2, optical_top(area, height), width, height};
}

/// The smaller column begins beside a short rule, level with the slogan.
void draw_columns(Canvas& canvas, const Blocks& blocks, const Rect& area) {
  const Rect place = place_of_columns(blocks, area);
  const int top = place.y;
  ColumnPen pen(place, blocks.text.layout->progression);
  draw_text(canvas.draw(), blocks.text, {pen.take(blocks.text.width()), top}, canvas.ink());
  canvas.close_entering(0);
  if (blocks.support.empty()) return;
  pen.skip(blocks.gap);
  canvas.draw().fill({pen.take(blocks.rule), top, blocks.rule, canvas.px(kRuleLength)},
                     canvas.theme().colors.accent);
  pen.skip(blocks.gap);
  draw_text(canvas.draw(), blocks.support, {pen.take(blocks.support.width()), top}, canvas.soft_ink());
  canvas.close_entering(1);
}

/// The theme on the slide's own colours, if it has any that the screen can show.
Theme theme_of(const Slogan& slogan, const LayoutContext& context) {
  const Palette& colors = context.theme.colors;
  std::vector<Color> stops;
  if (!slogan.background.empty()) stops.push_back(*named_color(colors, slogan.background));
  for (const std::string& name : slogan.gradient) stops.push_back(*named_color(colors, name));
  return stops.empty() || context.around.led ? context.theme : on_ground(context.theme, stops);
}

/// The slide's picture in the zone's size; null where it has none, is broken or the screen shows none.
std::shared_ptr<const media::Picture> picture_of(Canvas& canvas, const Slogan& slogan) {
  if (!slogan.picture || canvas.context().around.led || canvas.metrics().strip()) return nullptr;
  const auto decoded = media::decode_picture(slogan.picture->path);
  if (decoded) return filled(**decoded, canvas.box().size());
  canvas.fail(decoded.error().message);
  return nullptr;
}

/// The campaign's line, as far as it reaches, about.
Rect campaign_words(const Canvas& canvas, const Rect& area) {
  const int margin = canvas.px(canvas.theme().spacing.margin);
  const auto characters = static_cast<int>(grapheme_count(canvas.context().around.campaign_title));
  const int width =
      characters == 0 ? 0 : (characters + 2) * canvas.text_px(canvas.theme().type.campaign.size);
  return {area.x, margin, std::min(area.w, width), std::max(0, area.y - margin)};
}

/// What stands on a picture or a film: the slogan's words and the campaign's line.
std::vector<OnPicture> inks_on(const Palette& colors, const Rect& words, const Rect& line) {
  return {{words, colors.text, 7},
          {words, colors.accent, 4.5},
          {words, colors.secondary, 4.5},
          {line, colors.secondary, 4.5},
          {line, colors.accent, 4.5}};
}

/// The picture, and over it as much of the theme's background as the words need.
void draw_picture(Canvas& canvas, const std::shared_ptr<const media::Picture>& picture, const Rect& words,
                  const Rect& area) {
  draw_background(canvas, Emblem::hidden);  // shows where the picture is see-through
  canvas.draw().image(picture, canvas.box());
  canvas.close();
  const Palette& colors = canvas.theme().colors;
  const Rect line = campaign_words(canvas, area);
  Color veil = veil_of(colors);
  veil.a = veil_alpha(*picture, inks_on(colors, words, line), veil);
  draw_veil(canvas, unite(words, line), veil);
}

/// As over a picture, but for whatever the film may show.
void draw_film_veil(Canvas& canvas, const Rect& words, const Rect& area) {
  const Palette& colors = canvas.theme().colors;
  Color veil = veil_of(colors);
  veil.a = veil_alpha_on_anything(inks_on(colors, words, words), veil);
  draw_veil(canvas, unite(words, campaign_words(canvas, area)), veil);
}

bool plays_film(const Canvas& canvas, const Slogan& slogan) {
  return slogan.clip && !canvas.context().around.led && !canvas.metrics().strip();
}

void draw_ground(Canvas& canvas, const Slogan& slogan, const Rect& words, const Rect& area) {
  if (plays_film(canvas, slogan)) {
    draw_film_veil(canvas, words, area);
    draw_frame_lines(canvas, "");
  } else if (const auto picture = picture_of(canvas, slogan)) {
    draw_picture(canvas, picture, words, area);
    draw_frame_lines(canvas, "");
  } else {
    draw_frame(canvas, Emblem::shown, "");
  }
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Slogan& slogan = values_of<Slogan>(content);
  const Theme theme = theme_of(slogan, context);
  const LayoutContext own{context.box, theme, context.around, context.engine};
  Canvas canvas(own);
  const bool columns = mode_on(canvas, slogan.mode) == text::Mode::vertical;
  const Rect area = area_between_lines(canvas, "");
  canvas.type().use_language(slogan.language);
  const Blocks blocks = columns ? set_columns(canvas, slogan, area) : set_blocks(canvas, slogan, area);
  canvas.type().use_language("");
  draw_ground(canvas, slogan, columns ? place_of_columns(blocks, area) : place_of_lines(blocks, area), area);
  columns ? draw_columns(canvas, blocks, area) : draw_lines(canvas, blocks, area);
  if (!plays_film(canvas, slogan)) return canvas.finish();
  return play_below(canvas.finish(), {slogan.clip, media::Fit::fill, 0, {}}, own);
}

std::string reading_text(const Content& content) {
  const Slogan& slogan = values_of<Slogan>(content);
  return reading_lines({slogan.text, slogan.support});
}

bool ends_with_mark(const std::u32string& line) {
  const std::size_t last = line.find_last_not_of(U"*");  // accents end behind the mark
  return last != std::u32string::npos &&
         std::u32string_view(U"，。！？；：、…—,.!?;:").find(line[last]) != std::u32string_view::npos;
}

/// One line: the clauses read on, so what the line end said, a comma says.
std::string marquee_text(const Content& content) {
  std::u32string joined;
  for (const char32_t c : decode_utf8(values_of<Slogan>(content).text)) {
    if (c != U'\n') {
      joined += c;
    } else if (!joined.empty() && !ends_with_mark(joined)) {
      joined += U'，';
    }
  }
  return encode_utf8(joined);
}

}  // namespace

SlideKind slogan_kind() {
  return {"slogan",
          N_("one to three lines as large as they fit"),
          toml::describe<Slogan>,
          read,
          layout,
          reading_text,
          marquee_text,
          nullptr};
}

}  // namespace xp::kinds
