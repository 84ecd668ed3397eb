// SPDX-License-Identifier: MIT
// A slogan: one to three lines as large as they fit, one smaller line under a short rule.
#include "base/i18n.h"
#include "base/utf8.h"
#include "kinds/content_of.h"
#include "kinds/frame_block.h"
#include "kinds/slide_kind.h"
#include "kinds/text_mode.h"
#include "toml/field.h"

namespace xp::kinds {

struct Slogan {
  std::string text, support;
  text::Mode mode = text::Mode::horizontal;
  std::string language;

  void hash_into(Hasher& hasher) const { hasher.add(text).add(support).add(mode).add(language); }
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
  };
};

namespace xp::kinds {
namespace {

constexpr std::size_t kMostLines = 3;
constexpr double kPortraitLargest = 1.4;  // of the theme's: a narrow zone holds few characters a line
constexpr double kColumnSupport = 1.25;   // of body text: a column beside large ones
constexpr double kRuleLength = 12;        // vmin

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

ContentPtr read(toml::TableReader& reader, const ReadContext&) {
  Slogan slogan;
  if (!reader.read(slogan)) return nullptr;
  if (const std::size_t lines = lines_of(slogan.text).size(); lines > kMostLines) {
    reader.report("text", "too-many-lines",
                  trf(N_("a slogan has at most {most} lines, this one has {lines}"),
                      fmt::arg("most", kMostLines), fmt::arg("lines", lines)),
                  tr(N_("shorten it, or make two slides of it")));
    return nullptr;
  }
  return std::make_shared<ContentOf<Slogan>>(std::move(slogan));
}

struct Blocks {
  TextBlock text, support;
  int gap = 0, rule = 0;  ///< between slogan, rule and support line; thickness of the rule
  int height() const { return text.height() + (support.empty() ? 0 : 2 * gap + rule + support.height()); }
};

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
  const int largest = canvas.px(type.slogan.size * (portrait ? kPortraitLargest : 1));
  const int lines = static_cast<int>(lines_of(slogan.text).size());
  const int most = canvas.metrics().strip() ? 2 : portrait ? std::max(3, 2 * lines) : 3;
  const int smallest = canvas.metrics().strip() ? kSmallestText : canvas.text_px(type.title.size);
  blocks.text = canvas.type().headline(slogan.text, type.slogan, {{area.w, height}, largest, smallest, most});
  return blocks;
}

/// A little above the middle is where the eye expects it.
int optical_top(const Rect& area, int height) { return area.y + (area.h - height) * 46 / 100; }

void draw_lines(Canvas& canvas, const Slogan& slogan, const Rect& area) {
  const Blocks blocks = set_blocks(canvas, slogan, area);
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
  const int largest = canvas.px(type.slogan.size * (portrait ? kPortraitLargest : 1));
  const int lines = static_cast<int>(lines_of(slogan.text).size());
  const int most = portrait ? 3 : std::max(3, 2 * lines);  // a low zone holds few characters a column
  blocks.text = canvas.type().headline(
      slogan.text, type.slogan,
      {{width, area.h}, largest, canvas.text_px(type.title.size), most, text::Mode::vertical});
  return blocks;
}

/// The group stands in the middle; the smaller column begins beside a short rule, level with the slogan.
void draw_columns(Canvas& canvas, const Slogan& slogan, const Rect& area) {
  const Blocks blocks = set_columns(canvas, slogan, area);
  const int support = blocks.support.empty() ? 0 : 2 * blocks.gap + blocks.rule + blocks.support.width();
  const int width = blocks.text.width() + support;
  const int top = optical_top(area, std::max(blocks.text.height(), blocks.support.height()));
  ColumnPen pen({area.x + (area.w - width) / 2, top, width, area.h}, blocks.text.layout->progression);
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

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Slogan& slogan = values_of<Slogan>(content);
  Canvas canvas(context);
  const Rect area = draw_frame(canvas, Emblem::shown, "");
  canvas.type().use_language(slogan.language);
  if (mode_on(canvas, slogan.mode) == text::Mode::vertical) {
    draw_columns(canvas, slogan, area);
  } else {
    draw_lines(canvas, slogan, area);
  }
  return canvas.finish();
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
