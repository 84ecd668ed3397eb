// SPDX-License-Identifier: MIT
// A case as a story: page by page what happened, on the last what it cost, then the lesson by itself.
#include <algorithm>

#include "kinds/case_story.h"
#include "kinds/paged_slide.h"

namespace xp::kinds {
namespace {

constexpr double kText = 1.62;               // of body text: a page holds a sentence or two
constexpr double kHeading = 1.62;            // of a page's text
constexpr double kLesson = 15;               // vmin: alone on its page
constexpr std::uint8_t kOtherStroke = 0x60;  // opacity of the strokes of other pages

struct PageSizes {
  int heading, text, title;
};
PageSizes sizes_of(const Canvas& canvas) {
  const TypeScale& type = canvas.theme().type;
  const double text = type.body.size * kText * (canvas.metrics().portrait() ? 1.2 : 1);
  return {canvas.text_px(text * kHeading), canvas.text_px(text),
          canvas.text_px(std::max(text / kHeading, type.campaign.size))};
}

/// Where the strokes that count the pages stand.
struct Marker {
  Point at;
  int width = 0, height = 0, gap = 0;
  std::size_t count = 0;
};

Marker marker_of(const Canvas& canvas, const Rect& area, int middle, std::size_t count) {
  Marker marker{{}, canvas.px(6), canvas.px(0.9), canvas.px(1.4), count};
  const int pages = static_cast<int>(count);
  marker.at = {area.right() - pages * marker.width - (pages - 1) * marker.gap, middle - marker.height / 2};
  return marker;
}

void draw_marker(Canvas& canvas, const Marker& marker, std::size_t current) {
  Color other = canvas.theme().colors.secondary;
  other.a = kOtherStroke;
  for (std::size_t i = 0; i < marker.count; ++i)
    canvas.draw().fill({marker.at.x + static_cast<int>(i) * (marker.width + marker.gap), marker.at.y,
                        marker.width, marker.height},
                       i == current ? canvas.theme().colors.accent : other);
  canvas.close();
}

/// What all pages have: tag and title. Returns the area below.
struct Head {
  Rect rest;
  int middle = 0;  ///< of the first row
};
Head draw_head(Canvas& canvas, const Rect& area, const CaseStory& story, const PageSizes& sizes,
               int marker_width) {
  const bool portrait = canvas.metrics().portrait();
  const Rect tag = draw_case_tag(canvas, area, story.label, sizes.title * 4 / 5);
  const int gap = canvas.px(canvas.theme().spacing.gap);
  const int x = portrait || tag.empty() ? area.x : tag.right() + sizes.title * 2 / 3;
  const int width = area.right() - x - (portrait ? 0 : marker_width + gap);
  const TextBlock title = canvas.type().sentence(story.title, canvas.theme().type.title,
                                                 {{width, area.h / 4}, sizes.title, sizes.title * 2 / 3, 2});
  const int row = std::max(tag.h, portrait ? canvas.px(1) : title.height());
  const int y = portrait ? area.y + row + gap : area.y + (row - title.height()) / 2;
  draw_text(canvas.draw(), title, {start_edge(title, {x, y, width, row}), y}, canvas.soft_ink());
  const int bottom = (portrait ? y + title.height() : area.y + row) + gap * (portrait ? 3 : 2);
  return {{area.x, bottom, area.w, area.bottom() - bottom}, area.y + row / 2};
}

struct PageText {
  TextBlock heading, text;
  int gap = 0;
  int height() const { return heading.height() + gap + text.height(); }
};

/// All pages in one size: the largest at which each text fits its room.
std::vector<PageText> set_pages(Canvas& canvas, const CaseStory& story, const PageSizes& sizes,
                                const std::vector<Size>& rooms) {
  const TypeScale& type = canvas.theme().type;
  std::vector<PageText> set;
  int common = sizes.text;
  const int smallest = canvas.text_px(type.label.size);
  const auto text = [&](std::size_t i, int largest, int least) {
    const Size room{rooms[i].w, rooms[i].h - set[i].heading.height() - set[i].gap};
    return canvas.type().headline(story.pages[i].text, type.body, {room, largest, least, 12});
  };
  for (std::size_t i = 0; i < story.pages.size(); ++i) {
    set.push_back({canvas.type().line(story.pages[i].heading, type.title.role, sizes.heading, rooms[i].w),
                   {},
                   sizes.text * 3 / 4});
    set[i].text = text(i, common, smallest);
    common = std::min(common, set[i].text.size);
  }
  for (std::size_t i = 0; i < set.size(); ++i)
    if (set[i].text.size != common) set[i].text = text(i, common, common);
  return set;
}

void draw_words(Canvas& canvas, const PageText& page, const Rect& area) {
  const Color accent = canvas.theme().colors.accent;
  draw_text(canvas.draw(), page.heading, {start_edge(page.heading, area), area.y}, {accent, accent});
  draw_text(canvas.draw(), page.text,
            {start_edge(page.text, area), area.y + page.heading.height() + page.gap}, canvas.ink());
  canvas.close();
}

/// The figures beside the text of the last page, or below it.
Rect losses_box(const Canvas& canvas, const Rect& area, std::size_t losses) {
  if (losses == 0) return {};
  if (canvas.metrics().portrait()) {
    const int height = std::min(area.h / 3, canvas.px(26));
    return {area.x, area.bottom() - height, area.w, height};
  }
  const int width = area.w * 36 / 100;
  const int height = std::min(area.h, canvas.px(losses == 1 ? 34 : 56));
  return {area.right() - width, area.y + (area.h - height) / 2, width, height};
}

/// The room of each page's words.
std::vector<Size> rooms_of(const Canvas& canvas, const Rect& area, const CaseStory& story,
                           const Rect& losses) {
  std::vector<Size> rooms(story.pages.size(), area.size());
  if (losses.empty()) return rooms;
  const int gap = 2 * canvas.px(canvas.theme().spacing.gap);
  if (canvas.metrics().portrait()) {
    rooms.back().h = losses.y - gap - area.y;
  } else {
    rooms.back().w = losses.x - gap - area.x;
  }
  return rooms;
}

LaidPtr draw_lesson_page(Canvas& canvas, const Rect& area, const CaseStory& story) {
  const TypeScale& type = canvas.theme().type;
  const int rule = canvas.px(0.6), gap = canvas.px(canvas.theme().spacing.gap * 1.4);
  const TextBlock lesson = canvas.type().headline(story.lesson, type.slogan,
                                                  {{area.w, area.h - rule - gap},
                                                   canvas.px(kLesson),
                                                   canvas.text_px(type.title.size),
                                                   canvas.metrics().portrait() ? 5 : 3});
  const int top = area.y + (area.h - lesson.height() - rule - gap) * 2 / 5;
  canvas.draw().fill({area.x, top, canvas.px(12), rule}, canvas.theme().colors.accent);
  draw_text(canvas.draw(), lesson, {start_edge(lesson, area), top + rule + gap}, canvas.ink());
  canvas.close();
  return canvas.take_page();
}

}  // namespace

LaidPtr lay_out_pages(Canvas& canvas, const Rect& area, const CaseStory& story) {
  const PageSizes sizes = sizes_of(canvas);
  const std::size_t count = story.pages.size() + (story.lesson.empty() ? 0 : 1);
  Marker marker = marker_of(canvas, area, 0, count);
  const Head head = draw_head(canvas, area, story, sizes, area.right() - marker.at.x);
  marker = marker_of(canvas, area, head.middle, count);
  std::vector<scene::Layer> ground = canvas.take_layers();

  const Rect losses = losses_box(canvas, head.rest, story.loss.size());
  const std::vector<Size> rooms = rooms_of(canvas, head.rest, story, losses);
  const std::vector<PageText> set = set_pages(canvas, story, sizes, rooms);
  int tallest = 0;
  for (const PageText& page : set) tallest = std::max(tallest, page.height());
  const bool below = !losses.empty() && canvas.metrics().portrait();
  const int foot = below ? losses.y - canvas.px(canvas.theme().spacing.gap) * 2 : head.rest.bottom();
  const int top = head.rest.y + std::max(0, foot - head.rest.y - tallest) * 2 / 5;

  std::vector<Page> pages;
  for (std::size_t i = 0; i < set.size(); ++i) {
    draw_marker(canvas, marker, i);
    draw_words(canvas, set[i], {area.x, top, rooms[i].w, rooms[i].h});
    if (i + 1 == set.size() && !losses.empty())
      draw_losses(canvas, losses, story.loss, {sizes.heading * 3 / 4, sizes.text, sizes.title});
    pages.push_back({canvas.take_page(), reading_share(story.pages[i].heading + story.pages[i].text)});
  }
  if (!story.lesson.empty()) {
    draw_marker(canvas, marker, count - 1);
    pages.push_back({draw_lesson_page(canvas, head.rest, story), reading_share(story.lesson)});
  }
  return finish_pages(canvas, std::move(ground), std::move(pages));
}

}  // namespace xp::kinds
