// SPDX-License-Identifier: MIT
// A quiz: a question, two to four options, a pause to think, then the answer and why.
#include <algorithm>

#include "base/i18n.h"
#include "base/utf8.h"
#include "kinds/content_of.h"
#include "kinds/frame_block.h"
#include "kinds/paged_slide.h"
#include "kinds/panel.h"
#include "kinds/progress_line.h"
#include "kinds/slide_kind.h"
#include "toml/field.h"

namespace xp::kinds {

struct Quiz {
  std::string question;
  std::vector<std::string> options;
  std::string answer, explanation;
  std::optional<Duration> pause;

  std::size_t right() const { return static_cast<std::size_t>(answer.front() - 'A'); }

  void hash_into(Hasher& hasher) const {
    hasher.add(question).add(answer).add(explanation).add(pause.value_or(Duration::zero()).count());
    add_strings(hasher, options);
  }
};

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Quiz> {
  using Quiz = xp::kinds::Quiz;
  static constexpr auto rows = std::tuple{
      required(field("question", &Quiz::question, Length{1, 40}, N_("the question; **accent**"))),
      required(field("options", &Quiz::options, Length{2, 4},
                     N_("two to four answers to choose from, a few words each; they are marked A, B, C, D"))),
      required(
          field("answer", &Quiz::answer, Length{1, 1}, N_("the letter of the right one, such as \"B\""))),
      field("explanation", &Quiz::explanation, Length{0, 60}, N_("why, one sentence, shown with the answer")),
      field(
          "pause", &Quiz::pause, Range{1, 600},
          N_("how long the answer waits, such as \"8s\", at most three quarters of the slide's time; by the "
             "length of the texts where absent")),
  };
};

namespace xp::kinds {
namespace {

ContentPtr read(toml::TableReader& reader, const ReadContext&) {
  Quiz quiz;
  if (!reader.read(quiz)) return nullptr;
  const char last = static_cast<char>('A' + quiz.options.size() - 1);
  if (quiz.answer.front() < 'A' || quiz.answer.front() > last) {
    reader.report("answer", "bad-value",
                  trf("“{answer}” is the letter of no option", fmt::arg("answer", quiz.answer)),
                  trf("write a letter from A to {last}", fmt::arg("last", last)));
    return nullptr;
  }
  return std::make_shared<ContentOf<Quiz>>(std::move(quiz));
}

struct QuizSizes {
  int question, option;
};
QuizSizes sizes_of(const Canvas& canvas) {
  const double option = canvas.theme().type.body.size * (canvas.metrics().portrait() ? 1.5 : 1.42);
  return {canvas.text_px(option * 1.62), canvas.text_px(option)};
}

/// An option's panel and what stands in it.
struct Cell {
  Rect box;
  TextBlock text;
  int radius = 0, indent = 0;  ///< of the letter's disc; of the text
};

/// The grid of the options: one below the other where they are two or the zone is narrow, else two beside
/// each other.
std::vector<Rect> grid_of(const Canvas& canvas, const Rect& area, std::size_t count) {
  const int gap = canvas.px(canvas.theme().spacing.gap);
  const int columns = canvas.metrics().portrait() || count == 2 ? 1 : 2;
  const int rows = (static_cast<int>(count) + columns - 1) / columns;
  const int w = (area.w - gap * (columns - 1)) / columns;
  const int h = std::min((area.h - gap * (rows - 1)) / rows, canvas.px(columns == 1 ? 19 : 21));
  std::vector<Rect> boxes;
  for (int i = 0; i < static_cast<int>(count); ++i)
    boxes.push_back({area.x + i % columns * (w + gap), area.y + i / columns * (h + gap), w, h});
  return boxes;
}

/// All options in one size: the largest at which each fits its panel.
std::vector<Cell> set_cells(Canvas& canvas, const std::vector<Rect>& boxes, const Quiz& quiz, int size) {
  const TypeLevel& level = canvas.theme().type.title;
  std::vector<Cell> cells;
  int common = size;
  const auto room = [&](const Cell& cell, int largest, int smallest) {
    return TextRoom{{cell.box.w - cell.indent - cell.radius, cell.box.h * 9 / 10}, largest, smallest, 2};
  };
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    const int radius = std::min(size * 5 / 6, boxes[i].h * 2 / 5);
    cells.push_back({boxes[i], {}, radius, 7 * radius / 2});
    cells[i].text = canvas.type().sentence(quiz.options[i], level, room(cells[i], size, size / 2));
    common = std::min(common, cells[i].text.size);
  }
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (cells[i].text.size != common)
      cells[i].text = canvas.type().sentence(quiz.options[i], level, room(cells[i], common, common));
  return cells;
}

/// How an option looks: before the answer, as the right one, as another.
struct CellStyle {
  Color panel, disc, letter, text;
};

void draw_cell(Canvas& canvas, const Cell& cell, std::size_t index, const CellStyle& style) {
  draw_panel(canvas, cell.box, style.panel);
  const Point center{cell.box.x + 3 * cell.radius / 2 + cell.radius / 4, cell.box.y + cell.box.h / 2};
  canvas.draw().disc({Px::whole(center.x), Px::whole(center.y)}, Px::whole(cell.radius), style.disc);
  const TextBlock letter = canvas.type().at_size(std::string(1, static_cast<char>('A' + index)),
                                                 canvas.theme().type.figure.role, cell.radius * 6 / 5);
  const int baseline = center.y + static_cast<int>(kCapHeight * letter.size / 2 + 0.5);
  draw_on_baseline(canvas.draw(), letter, center.x - letter.width() / 2, baseline,
                   {style.letter, style.letter});
  draw_text(canvas.draw(), cell.text, {cell.box.x + cell.indent, center.y - cell.text.height() / 2},
            {style.text, style.text});
  canvas.close();
}

LaidPtr asked(Canvas& canvas, const std::vector<Cell>& cells, const Rect& track) {
  const Palette& colors = canvas.theme().colors;
  for (std::size_t i = 0; i < cells.size(); ++i)
    draw_cell(canvas, cells[i], i, {colors.panel, colors.accent, colors.on_accent, colors.text});
  canvas.draw().fill(track, colors.panel);
  canvas.close();
  const Surroundings& around = canvas.context().around;
  return std::make_shared<ProgressLine>(
      ProgressLine::State{canvas.take_page(), track, colors.accent, kinds::grid_of(around), around.led});
}

LaidPtr answered(Canvas& canvas, const std::vector<Cell>& cells, const Quiz& quiz,
                 const TextBlock& explanation, Point at) {
  const Palette& colors = canvas.theme().colors;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const bool right = i == quiz.right();
    draw_cell(canvas, cells[i], i,
              right ? CellStyle{colors.accent, colors.on_accent, colors.accent, colors.on_accent}
                    : CellStyle{{0, 0, 0, 0}, colors.panel, colors.secondary, colors.secondary});
  }
  draw_barred(canvas, explanation, at.x, at.y + explanation.height());
  return canvas.take_page();
}

/// The time of both pages: to read and to think; to see the answer and to read why.
std::vector<Page> pages_of(const Quiz& quiz, LaidPtr question, LaidPtr answer) {
  double options = 0;
  for (const std::string& option : quiz.options) options += static_cast<double>(grapheme_count(option));
  std::vector<Page> pages{{std::move(question), reading_share(quiz.question) + options + 8},
                          {std::move(answer), reading_share(quiz.explanation) + 8}};
  pages.front().length = quiz.pause.value_or(Duration::zero());
  return pages;
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Quiz& quiz = values_of<Quiz>(content);
  Canvas canvas(context);
  const bool portrait = canvas.metrics().portrait();
  const Rect area = draw_frame(canvas, Emblem::hidden, "");
  const QuizSizes sizes = sizes_of(canvas);
  const TypeLevel& level = canvas.theme().type.title;
  const TextBlock question = canvas.type().sentence(
      quiz.question, level, {{area.w, area.h / 3}, sizes.question, sizes.option, portrait ? 3 : 2});
  draw_text(canvas.draw(), question, {area.x, area.y}, canvas.ink());
  const int gap = 2 * canvas.px(canvas.theme().spacing.gap);
  TextBlock why;
  if (!quiz.explanation.empty())
    why = canvas.type().sentence(quiz.explanation, canvas.theme().type.body,
                                 {{area.w - barred_indent(sizes.option), area.h / 4},
                                  sizes.option,
                                  sizes.option * 5 / 8,
                                  portrait ? 3 : 2});
  const int foot = std::max(why.height(), canvas.px(1));
  const int top = area.y + question.height() + gap;
  const Rect middle{area.x, top, area.w, area.bottom() - foot - gap - top};
  std::vector<Rect> boxes = grid_of(canvas, middle, quiz.options.size());
  const int free = (middle.bottom() - boxes.back().bottom()) * 2 / 5;
  for (Rect& box : boxes) box = box.moved({0, free});
  const std::vector<Cell> cells = set_cells(canvas, boxes, quiz, sizes.option);
  std::vector<scene::Layer> ground = canvas.take_layers();
  const int foot_y = boxes.back().bottom() + gap;
  LaidPtr first = asked(canvas, cells, {area.x, foot_y, area.w, canvas.px(0.8)});
  LaidPtr second = answered(canvas, cells, quiz, why, {area.x, foot_y});
  return finish_pages(canvas, std::move(ground), pages_of(quiz, std::move(first), std::move(second)));
}

std::string reading_text(const Content& content) {
  const Quiz& quiz = values_of<Quiz>(content);
  std::vector<std::string> lines{quiz.question};
  lines.insert(lines.end(), quiz.options.begin(), quiz.options.end());
  lines.push_back(quiz.explanation);
  return reading_lines(lines);
}

}  // namespace

SlideKind quiz_kind() {
  return {"quiz",
          N_("a question with options, a pause, then the answer"),
          toml::describe<Quiz>,
          read,
          layout,
          reading_text,
          nullptr,
          nullptr};
}

}  // namespace xp::kinds
