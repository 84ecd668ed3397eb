// SPDX-License-Identifier: MIT
// A case: what happened, what it cost, what to learn from it.
#include "kinds/case_story.h"

#include <algorithm>

#include "base/i18n.h"
#include "kinds/content_of.h"
#include "kinds/figure.h"
#include "kinds/frame_block.h"
#include "kinds/panel.h"
#include "kinds/slide_kind.h"
#include "kinds/text_mode.h"
#include "toml/field.h"

namespace xp::kinds {

void CaseStory::hash_into(Hasher& hasher) const {
  hasher.add(label).add(title).add(story).add(lesson).add(source).add(mode).add(language);
  add_date(hasher, as_of);
  hasher.add(pages.size());
  for (const CasePage& page : pages) hasher.add(page.heading).add(page.text);
  hasher.add(loss.size());
  for (const Loss& figure : loss) hasher.add(figure.label).add(figure.display);
}

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Loss> {
  using Loss = xp::kinds::Loss;
  static constexpr auto rows = std::tuple{
      required(field("label", &Loss::label, Length{1, 12}, N_("what the figure counts"))),
      required(field("display", &Loss::display, Length{1, 20},
                     N_("the figure with its unit, such as \"1700余万元\""))),
  };
};

template <>
struct xp::toml::FieldsOf<xp::kinds::CasePage> {
  using Page = xp::kinds::CasePage;
  static constexpr auto rows = std::tuple{
      required(field("heading", &Page::heading, Length{1, 10}, N_("a word or two, such as \"诱饵\""))),
      required(field("text", &Page::text, Length{1, 60}, N_("what happened, one or two sentences"))),
  };
};

template <>
struct xp::toml::FieldsOf<xp::kinds::CaseStory> {
  using Case = xp::kinds::CaseStory;
  static constexpr auto rows = std::tuple{
      field("label", &Case::label, Length{0, 10}, N_("the small tag above the title")),
      required(field("title", &Case::title, Length{1, 40}, N_("the case in one line; **accent**"))),
      field("story", &Case::story, Length{0, 160},
            N_("what happened, in two to four sentences, on one page")),
      field("pages", &Case::pages, Length{2, 3},
            N_("instead of story: two or three pages that follow each other, always in lines; the figures "
               "stand "
               "on the last, the lesson comes after it")),
      field("lesson", &Case::lesson, Length{0, 40}, N_("what to learn from it, one sentence")),
      field("loss", &Case::loss, Length{0, 2}, N_("one or two figures; the second in the colour of losses")),
      field("source", &Case::source, Length{0, 40},
            N_("where the facts come from; the campaign's by default")),
      field("as_of", &Case::as_of, N_("the day of the facts; the campaign's by default")),
      field(
          "mode", &Case::mode,
          N_("\"vertical\": in columns, from the right to the left; strips and LED panels stay horizontal")),
      field("language", &Case::language, Length{0, 35},
            N_("language of the slide's text, such as \"ug\"; the campaign's by default")),
  };
};

namespace xp::kinds {
namespace {

/// A case is told either on one page or on several.
bool check_form(const CaseStory& story, toml::TableReader& reader) {
  if (story.pages.empty() && story.story.empty()) {
    reader.report("story", "missing-key", tr("a case needs a story"),
                  tr("write story = \"…\", or pages = [{ heading = \"…\", text = \"…\" }, …]"));
    return false;
  }
  if (story.pages.empty() || story.story.empty()) return true;
  reader.report("story", "conflicting-keys", tr("this case has both a story and pages"),
                tr("keep one of them"));
  return false;
}

ContentPtr read(toml::TableReader& reader, const ReadContext& context) {
  CaseStory story;
  story.source = context.defaults.source;
  story.as_of = context.defaults.as_of;
  if (!reader.read(story) || !check_form(story, reader)) return nullptr;
  return std::make_shared<ContentOf<CaseStory>>(std::move(story));
}

/// Words that have a wide zone, or high columns, to themselves are set larger.
double scale_of(const Canvas& canvas, const CaseStory& story) {
  const double alone = story.loss.empty() ? 1.35 : 1;
  if (!canvas.metrics().portrait()) return alone;
  return mode_on(canvas, story.mode) == text::Mode::vertical ? alone * 1.15 : 1.08;
}
CaseSizes sizes_of(const Canvas& canvas, const CaseStory& story) {
  const double scale = scale_of(canvas, story);
  const TypeScale& type = canvas.theme().type;
  const double body = type.body.size * 1.28 * scale;
  return {canvas.text_px(body * 1.62), canvas.text_px(body),
          canvas.text_px(std::max(body / 1.62, type.campaign.size))};
}

/// Draws the tag and returns the top of what follows.
int draw_tag(Canvas& canvas, const Rect& area, const std::string& label, int size) {
  const Rect tag = draw_case_tag(canvas, area, label, size);
  return tag.empty() ? area.y : tag.bottom() + size;
}

/// What the tag and the gap below it take.
int tag_height(const CaseStory& story, const CaseSizes& sizes) {
  return story.label.empty() ? 0 : sizes.label + sizes.label * 3 / 5 + sizes.label;
}

TextBlock set_lesson(Canvas& canvas, const std::string& lesson, int width, int size) {
  if (lesson.empty()) return {};
  TypeLevel level = canvas.theme().type.title;
  return canvas.type().sentence(lesson, level,
                                {{width - size, canvas.metrics().box.h / 4}, size, size * 3 / 4, 2});
}

Color loss_color(const Palette& colors, std::size_t index) {
  return index == 0 ? colors.accent : colors.loss;
}

/// A panel: the label above the figure, or before it in a flat one.
void draw_loss(Canvas& canvas, const Rect& panel, const Loss& loss, const CaseSizes& sizes, int figure_size,
               Color color) {
  draw_panel(canvas, panel, canvas.theme().colors.panel);
  const int pad = canvas.px(canvas.theme().spacing.gap);
  const TextBlock label =
      canvas.type().line(loss.label, canvas.theme().type.label.role, sizes.label, panel.w - 2 * pad);
  const Figure figure = set_figure(canvas, split_figure(loss.display), figure_size, panel.w - 2 * pad);
  const int gap = sizes.label * 4 / 5;
  const int top = panel.y + (panel.h - label.height() - gap - figure.height()) / 2;
  draw_text(canvas.draw(), label, {panel.x + pad, top}, canvas.soft_ink());
  canvas.close();
  draw_counting_figure(canvas, figure, panel.x + pad, top + label.height() + gap + figure.height(), color);
}

}  // namespace

Rect draw_case_tag(Canvas& canvas, const Rect& area, const std::string& label, int size) {
  if (label.empty()) return {};
  const int pad = size * 3 / 5;
  const TextBlock text = canvas.type().line(label, canvas.theme().type.title.role, size, area.w - 2 * pad);
  const Rect tag{area.x, area.y, text.width() + 2 * pad, text.size + pad};
  draw_panel(canvas, tag, canvas.theme().colors.accent);
  const Color color = canvas.theme().colors.on_accent;
  draw_text(canvas.draw(), text, {tag.x + pad, tag.y + pad / 2}, {color, color});
  return tag;
}

void draw_losses(Canvas& canvas, const Rect& area, const std::vector<Loss>& losses, const CaseSizes& sizes) {
  const int gap = canvas.px(canvas.theme().spacing.gap * 0.8);
  const int count = static_cast<int>(losses.size());
  const bool side_by_side = canvas.metrics().portrait();
  const int width = side_by_side ? (area.w - gap * (count - 1)) / count : area.w;
  int figure_size = sizes.title * 3 / 2;  // of all figures: the largest at which each fits
  for (const Loss& loss : losses) {
    const int room = width - 2 * canvas.px(canvas.theme().spacing.gap);
    figure_size =
        std::min(figure_size, set_figure(canvas, split_figure(loss.display), figure_size, room).digits.size);
  }
  for (int i = 0; i < count; ++i) {
    Rect panel = area;
    if (side_by_side) {
      panel.w = width;
      panel.x += i * (panel.w + gap);
    } else {
      panel.h = (area.h - gap * (count - 1)) / count;
      panel.y += i * (panel.h + gap);
    }
    const auto index = static_cast<std::size_t>(i);
    draw_loss(canvas, panel, losses[index], sizes, figure_size, loss_color(canvas.theme().colors, index));
  }
}

namespace {

constexpr double kLargest = 1.5;  // of the usual sizes, where the words are few
constexpr double kGrowth = 0.1;
constexpr double kFilled = 0.95;      // of the height: words that fill it do not grow
constexpr double kLeastRatio = 1.45;  // of title to story, where both are large
constexpr int kMostStoryLines = 12;

/// Title, story and lesson, set but not drawn.
struct Words {
  CaseSizes sizes{};
  TextBlock title, told, lesson;
  int story_top = 0, story_room = 0;  ///< px below the top of the area

  int height(int gap) const {
    return story_top + told.height() + (lesson.empty() ? 0 : 2 * gap + lesson.height());
  }
  bool clearly_ranked() const { return told.size >= sizes.body && title.size >= kLeastRatio * told.size; }
};

/// Below tag and title the story, at the bottom the lesson; `below_story` px are kept free between them.
Words set_words(Canvas& canvas, const Rect& area, const CaseStory& story, const CaseSizes& sizes,
                int below_story) {
  const TypeScale& type = canvas.theme().type;
  const int gap = canvas.px(canvas.theme().spacing.gap);
  Words words{sizes, {}, {}, {}, 0, 0};
  words.title = canvas.type().sentence(
      story.title, type.title,
      {{area.w, area.h * 2 / 5}, sizes.title, sizes.body, canvas.metrics().portrait() ? 3 : 2});
  words.story_top = tag_height(story, sizes) + words.title.height() + gap * 2;
  words.lesson = set_lesson(canvas, story.lesson, area.w, sizes.body);
  const int foot = words.lesson.empty() ? 0 : words.lesson.height() + words.lesson.size / 8 + gap;
  words.story_room = area.h - words.story_top - foot - below_story;
  const int smallest = canvas.text_px(type.label.size * 0.8);
  words.told = canvas.type().body(story.story, type.body,
                                  {{area.w, words.story_room}, sizes.body, smallest, kMostStoryLines});
  return words;
}

CaseSizes scaled(const CaseSizes& sizes, double by) {
  return {static_cast<int>(sizes.title * by), static_cast<int>(sizes.body * by), sizes.label};
}

/// Few words are set larger, up to half as large again.
Words set_grown(Canvas& canvas, const Rect& area, const CaseStory& story, const CaseSizes& sizes,
                int below_story) {
  const int gap = canvas.px(canvas.theme().spacing.gap);
  const TextFaults before = canvas.type().take_faults();
  for (double by = kLargest; by > 1 + kGrowth / 2; by -= kGrowth) {
    canvas.type().restore_faults(before);
    Words words = set_words(canvas, area, story, scaled(sizes, by), below_story);
    const bool fills = words.height(gap) + below_story > kFilled * area.h;
    if (words.clearly_ranked() && !fills) return words;
  }
  canvas.type().restore_faults(before);
  return set_words(canvas, area, story, sizes, below_story);
}

/// Tag, title, story and lesson in `area`; `below_story` px are kept free between story and lesson. Returns
/// that strip.
Rect draw_words(Canvas& canvas, const Rect& area, const CaseStory& story, const CaseSizes& sizes,
                int below_story) {
  const int gap = canvas.px(canvas.theme().spacing.gap);
  const Words words = set_grown(canvas, area, story, sizes, below_story);
  const int y = draw_tag(canvas, area, story.label, sizes.label);
  draw_text(canvas.draw(), words.title, {start_edge(words.title, area), y}, canvas.ink());
  canvas.close();
  draw_barred(canvas, words.lesson, area.x, area.bottom());
  const int top = area.y + words.story_top;
  draw_text(canvas.draw(), words.told, {start_edge(words.told, area), top}, canvas.ink());
  canvas.close();
  const int below = top + words.told.height() + gap;
  return {area.x, below, area.w, top + words.story_room + below_story - below};
}

void draw_portrait(Canvas& canvas, const Rect& area, const CaseStory& story, const CaseSizes& sizes) {
  const int panel = story.loss.empty() ? 0 : canvas.px(24);
  const int gap = canvas.px(canvas.theme().spacing.gap);
  Rect strip = draw_words(canvas, area, story, sizes, panel == 0 ? 0 : panel + gap);
  // The words may leave more than the panel needs: it stands in the middle of it.
  strip.y += std::max(0, (strip.h - panel) / 3);
  strip.h = panel;
  if (panel > 0) draw_losses(canvas, strip, story.loss, sizes);
}

void draw_landscape(Canvas& canvas, const Rect& area, const CaseStory& story, const CaseSizes& sizes) {
  const int gap = canvas.px(canvas.theme().spacing.gap);
  if (story.loss.empty()) {
    draw_words(canvas, area, story, sizes, 0);
    return;
  }
  const int panel_w = area.w * 37 / 100;
  const Rect words{area.x, area.y, area.w - panel_w - 2 * gap, area.h};
  draw_words(canvas, words, story, sizes, 0);
  const int height = std::min(area.h, canvas.px(story.loss.size() == 1 ? 34 : 58));
  draw_losses(canvas, {words.right() + 2 * gap, area.y + (area.h - height) / 2, panel_w, height}, story.loss,
              sizes);
}

/// The parts of a case in columns, set to share the width of an area.
struct Columns {
  TextBlock tag, title, told, lesson;
  int pad = 0, gap = 0;  ///< around the tag's text; between the parts

  int tag_width() const { return tag.empty() ? 0 : tag.width() + pad; }
  int width() const {
    int sum = tag_width() + title.width() + told.width() + lesson.width();
    for (const TextBlock* part : {&tag, &told, &lesson}) sum += part->empty() ? 0 : gap;
    return sum;
  }
};

Columns set_columns(Canvas& canvas, const Rect& area, const CaseStory& story, const CaseSizes& sizes) {
  const TypeScale& type = canvas.theme().type;
  Typesetter& setter = canvas.type();
  constexpr text::Mode kMode = text::Mode::vertical;
  Columns set;
  set.pad = sizes.label * 3 / 5;
  set.gap = std::max(canvas.px(canvas.theme().spacing.gap * 4 / 3), sizes.body * 9 / 10);
  if (!story.label.empty())
    set.tag =
        setter.headline(story.label, type.title,
                        {{2 * sizes.label, area.h - 2 * set.pad}, sizes.label, sizes.label / 2, 1, kMode});
  set.title =
      setter.headline(story.title, type.title, {{area.w / 3, area.h}, sizes.title, sizes.body, 2, kMode});
  if (!story.lesson.empty())
    set.lesson =
        setter.headline(story.lesson, type.title,
                        {{area.w / 4, area.h - sizes.body}, sizes.body, sizes.body * 3 / 4, 2, kMode});
  const int rest = area.w - set.width() - set.gap;
  set.told = setter.body(story.story, type.body,
                         {{rest, area.h}, sizes.body, canvas.text_px(type.label.size * 0.8), 40, kMode});
  return set;
}

void draw_tag_column(Canvas& canvas, const Columns& set, int x, int y) {
  if (set.tag.empty()) return;
  draw_panel(canvas, {x, y, set.tag_width(), set.tag.height() + 2 * set.pad}, canvas.theme().colors.accent);
  const Color color = canvas.theme().colors.on_accent;
  draw_text(canvas.draw(), set.tag, {x + set.pad / 2, y + set.pad}, {color, color});
  canvas.close();
}

/// A bar in the accent colour above the sentence.
void draw_lesson_column(Canvas& canvas, const TextBlock& lesson, int x, int y) {
  if (lesson.empty()) return;
  canvas.draw().fill({x, y, lesson.width(), canvas.px(0.8)}, canvas.theme().colors.accent);
  draw_text(canvas.draw(), lesson, {x, y + lesson.size * 3 / 4}, canvas.ink());
  canvas.close();
}

/// Tag, title, story and lesson side by side in the order of reading: in the middle of `area`, or hung from
/// its right edge where figures stand beside or below.
void draw_word_columns(Canvas& canvas, const Rect& area, const CaseStory& story, const CaseSizes& sizes) {
  const Columns set = set_columns(canvas, area, story, sizes);
  const int width = set.width();
  const int room = area.w - width;
  ColumnPen pen({area.x + (story.loss.empty() ? room / 2 : room), area.y, width, area.h},
                set.title.layout->progression);
  if (!set.tag.empty()) {
    draw_tag_column(canvas, set, pen.take(set.tag_width()), area.y);
    pen.skip(set.gap);
  }
  draw_text(canvas.draw(), set.title, {pen.take(set.title.width()), area.y}, canvas.ink());
  canvas.close();
  pen.skip(set.gap);
  draw_text(canvas.draw(), set.told, {pen.take(set.told.width()), area.y}, canvas.ink());
  canvas.close();
  if (set.lesson.empty()) return;
  pen.skip(set.gap);
  draw_lesson_column(canvas, set.lesson, pen.take(set.lesson.width()), area.y);
}

/// The figures stay in panels: below the columns in a narrow zone, else after them.
void draw_columns(Canvas& canvas, const Rect& area, const CaseStory& story, const CaseSizes& sizes) {
  if (story.loss.empty()) {
    draw_word_columns(canvas, area, story, sizes);
    return;
  }
  const int gap = canvas.px(canvas.theme().spacing.gap);
  if (canvas.metrics().portrait()) {
    const int panel = canvas.px(24);
    draw_word_columns(canvas, {area.x, area.y, area.w, area.h - panel - 2 * gap}, story, sizes);
    draw_losses(canvas, {area.x, area.bottom() - panel, area.w, panel}, story.loss, sizes);
    return;
  }
  const int panel_w = area.w * 30 / 100, x = area.x + panel_w + 2 * gap;
  draw_word_columns(canvas, {x, area.y, area.right() - x, area.h}, story, sizes);
  const int height = std::min(area.h, canvas.px(story.loss.size() == 1 ? 34 : 58));
  draw_losses(canvas, {area.x, area.y + (area.h - height) / 2, panel_w, height}, story.loss, sizes);
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const CaseStory& story = values_of<CaseStory>(content);
  Canvas canvas(context);
  const Rect area = draw_frame(canvas, story.loss.empty() ? Emblem::shown : Emblem::hidden,
                               source_line(story.source, story.as_of));
  canvas.type().use_language(story.language);
  if (!story.pages.empty()) return lay_out_pages(canvas, area, story);
  const CaseSizes sizes = sizes_of(canvas, story);
  if (mode_on(canvas, story.mode) == text::Mode::vertical) {
    draw_columns(canvas, area, story, sizes);
  } else if (canvas.metrics().portrait()) {
    draw_portrait(canvas, area, story, sizes);
  } else {
    draw_landscape(canvas, area, story, sizes);
  }
  return canvas.finish();
}

std::string reading_text(const Content& content) {
  const CaseStory& story = values_of<CaseStory>(content);
  std::vector<std::string> lines{story.label, story.title, story.story};
  for (const CasePage& page : story.pages) lines.push_back(page.heading + " " + page.text);
  lines.push_back(story.lesson);
  for (const Loss& loss : story.loss) lines.push_back(loss.label + " " + loss.display);
  return reading_lines(lines);
}

}  // namespace

SlideKind case_kind() {
  return {"case",
          N_("what happened, what it cost, what to learn from it"),
          toml::describe<CaseStory>,
          read,
          layout,
          reading_text,
          nullptr,
          nullptr};
}

}  // namespace xp::kinds
