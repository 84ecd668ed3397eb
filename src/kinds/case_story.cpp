// SPDX-License-Identifier: MIT
// A case: what happened, what it cost, what to learn from it.
#include <algorithm>

#include "base/i18n.h"
#include "kinds/content_of.h"
#include "kinds/figure.h"
#include "kinds/frame_block.h"
#include "kinds/panel.h"
#include "kinds/slide_kind.h"
#include "toml/field.h"

namespace xp::kinds {

struct Loss {
  std::string label, display;
};

struct CaseStory {
  std::string label = "身边的案例";
  std::string title, story, lesson;
  std::vector<Loss> loss;
  std::string source;
  std::optional<Date> as_of;

  void hash_into(Hasher& hasher) const {
    hasher.add(label).add(title).add(story).add(lesson).add(source);
    add_date(hasher, as_of);
    hasher.add(loss.size());
    for (const Loss& figure : loss) hasher.add(figure.label).add(figure.display);
  }
};

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
struct xp::toml::FieldsOf<xp::kinds::CaseStory> {
  using Case = xp::kinds::CaseStory;
  static constexpr auto rows = std::tuple{
      field("label", &Case::label, Length{0, 10}, N_("the small tag above the title")),
      required(field("title", &Case::title, Length{1, 40}, N_("the case in one line; **accent**"))),
      required(field("story", &Case::story, Length{1, 160}, N_("what happened, in two to four sentences"))),
      field("lesson", &Case::lesson, Length{0, 40}, N_("what to learn from it, one sentence")),
      field("loss", &Case::loss, Length{0, 2}, N_("one or two figures; the second in the colour of losses")),
      field("source", &Case::source, Length{0, 40},
            N_("where the facts come from; the campaign's by default")),
      field("as_of", &Case::as_of, N_("the day of the facts; the campaign's by default")),
  };
};

namespace xp::kinds {
namespace {

ContentPtr read(toml::TableReader& reader, const CampaignDefaults& defaults) {
  CaseStory story;
  story.source = defaults.source;
  story.as_of = defaults.as_of;
  return read_values(reader, std::move(story));
}

/// Sizes of title, running text and labels, px: each at least 1.6 times the next.
struct CaseSizes {
  int title, body, label;
};
CaseSizes sizes_of(const Canvas& canvas, const CaseStory& story) {
  // Words that have a wide zone to themselves are set larger.
  const double scale = canvas.metrics().portrait() ? 1.08 : story.loss.empty() ? 1.35 : 1;
  const TypeScale& type = canvas.theme().type;
  const double body = type.body.size * 1.28 * scale;
  return {canvas.text_px(body * 1.62), canvas.text_px(body),
          canvas.text_px(std::max(body / 1.62, type.campaign.size))};
}

/// Draws the tag and returns the top of what follows.
int draw_tag(Canvas& canvas, const Rect& area, const std::string& label, int size) {
  if (label.empty()) return area.y;
  const int pad = size * 3 / 5;
  const TextBlock text = canvas.type().line(label, canvas.theme().type.title.role, size, area.w - 2 * pad);
  const Rect tag{area.x, area.y, text.width() + 2 * pad, text.size + pad};
  draw_panel(canvas, tag, canvas.theme().colors.accent);
  const Color color = canvas.theme().colors.on_accent;
  draw_text(canvas.draw(), text, {tag.x + pad, tag.y + pad / 2}, {color, color});
  return tag.bottom() + size;
}

TextBlock set_lesson(Canvas& canvas, const std::string& lesson, int width, int size) {
  if (lesson.empty()) return {};
  TypeLevel level = canvas.theme().type.title;
  return canvas.type().sentence(lesson, level,
                                {{width - size, canvas.metrics().box.h / 4}, size, size * 3 / 4, 2});
}

/// A bar in the accent colour and the sentence, their bottom at `bottom`; returns the top.
int draw_lesson(Canvas& canvas, const TextBlock& lesson, int x, int bottom) {
  if (lesson.empty()) return bottom;
  const int top = bottom - lesson.height();
  const int inset = lesson.size / 8;
  canvas.draw().fill({x, top - inset, canvas.px(0.8), lesson.height() + 2 * inset},
                     canvas.theme().colors.accent);
  draw_text(canvas.draw(), lesson, {x + lesson.size * 3 / 4, top}, canvas.ink());
  canvas.close();
  return top - inset;
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

/// Tag, title, story and lesson in `area`; `below_story` px are kept free between story and lesson. Returns
/// that strip.
Rect draw_words(Canvas& canvas, const Rect& area, const CaseStory& story, const CaseSizes& sizes,
                int below_story) {
  const TypeScale& type = canvas.theme().type;
  const int gap = canvas.px(canvas.theme().spacing.gap);
  int y = draw_tag(canvas, area, story.label, sizes.label);
  const TextBlock title = canvas.type().sentence(
      story.title, type.title,
      {{area.w, area.h / 3}, sizes.title, sizes.body, canvas.metrics().portrait() ? 3 : 2});
  draw_text(canvas.draw(), title, {area.x, y}, canvas.ink());
  canvas.close();
  y += title.height() + gap * 4 / 3;

  const TextBlock lesson = set_lesson(canvas, story.lesson, area.w, sizes.body);
  const int bottom = draw_lesson(canvas, lesson, area.x, area.bottom()) - (lesson.empty() ? 0 : gap);
  const int room = bottom - y - below_story;
  const TextBlock told = canvas.type().body(
      story.story, type.body, {{area.w, room}, sizes.body, canvas.text_px(type.label.size * 0.8), 12});
  draw_text(canvas.draw(), told, {area.x, y}, canvas.ink());
  canvas.close();
  return {area.x, y + told.height() + gap, area.w, bottom - (y + told.height() + gap)};
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

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const CaseStory& story = values_of<CaseStory>(content);
  Canvas canvas(context);
  const Rect area = draw_frame(canvas, story.loss.empty() ? Emblem::shown : Emblem::hidden,
                               source_line(story.source, story.as_of));
  const CaseSizes sizes = sizes_of(canvas, story);
  if (canvas.metrics().portrait()) {
    draw_portrait(canvas, area, story, sizes);
  } else {
    draw_landscape(canvas, area, story, sizes);
  }
  return canvas.finish();
}

std::string reading_text(const Content& content) {
  const CaseStory& story = values_of<CaseStory>(content);
  std::vector<std::string> lines{story.label, story.title, story.story, story.lesson};
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
