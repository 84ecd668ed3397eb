// SPDX-License-Identifier: MIT
// A slogan: one to three lines as large as they fit, one smaller line under a short rule.
#include "base/i18n.h"
#include "base/utf8.h"
#include "kinds/content_of.h"
#include "kinds/frame_block.h"
#include "kinds/slide_kind.h"
#include "toml/field.h"

namespace xp::kinds {

struct Slogan {
  std::string text, support;

  void hash_into(Hasher& hasher) const { hasher.add(text).add(support); }
};

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Slogan> {
  using Slogan = xp::kinds::Slogan;
  static constexpr auto rows = std::tuple{
      required(field("text", &Slogan::text, Length{1, 60}, N_("the slogan, one to three lines; **accent**"))),
      field("support", &Slogan::support, Length{0, 40}, N_("one smaller line below")),
  };
};

namespace xp::kinds {
namespace {

constexpr std::size_t kMostLines = 3;
constexpr double kPortraitLargest = 1.4;  // of the theme's: a narrow zone holds few characters a line

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

ContentPtr read(toml::TableReader& reader, const CampaignDefaults&) {
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

LaidPtr layout(const Content& content, const LayoutContext& context) {
  Canvas canvas(context);
  const Rect area = draw_frame(canvas, Emblem::shown, "");
  const Blocks blocks = set_blocks(canvas, values_of<Slogan>(content), area);
  // A little above the middle is where the eye expects it.
  int y = area.y + (area.h - blocks.height()) * 46 / 100;
  draw_text(canvas.draw(), blocks.text, {area.x, y}, canvas.ink());
  canvas.close();
  if (!blocks.support.empty()) {
    y += blocks.text.height() + blocks.gap;
    canvas.draw().fill({area.x, y, canvas.px(12), blocks.rule}, canvas.theme().colors.accent);
    draw_text(canvas.draw(), blocks.support, {area.x, y + blocks.rule + blocks.gap}, canvas.soft_ink());
  }
  return canvas.finish();
}

std::string reading_text(const Content& content) {
  const Slogan& slogan = values_of<Slogan>(content);
  return reading_lines({slogan.text, slogan.support});
}

bool ends_with_mark(const std::u32string& line) {
  return !line.empty() &&
         std::u32string_view(U"，。！？；：、…—,.!?;:").find(line.back()) != std::u32string_view::npos;
}

/// One line: the clauses read on, so what the line end said, a comma says.
std::string marquee_text(const Content& content) {
  std::u32string joined;
  for (const std::u32string& line : lines_of(values_of<Slogan>(content).text)) {
    if (!joined.empty() && !ends_with_mark(joined)) joined += U'，';
    joined += line;
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
