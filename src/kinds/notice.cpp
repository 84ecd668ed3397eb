// SPDX-License-Identifier: MIT
// A notice: what to do, step by step, and whom to call.
#include <algorithm>

#include "base/i18n.h"
#include "kinds/content_of.h"
#include "kinds/figure.h"
#include "kinds/frame_block.h"
#include "kinds/panel.h"
#include "kinds/slide_kind.h"
#include "toml/field.h"

namespace xp::kinds {

struct Notice {
  std::string title;
  std::vector<std::string> steps;
  std::string hotline, hotline_label;

  void hash_into(Hasher& hasher) const {
    hasher.add(title).add(hotline).add(hotline_label);
    add_strings(hasher, steps);
  }
};

}  // namespace xp::kinds

template <>
struct xp::toml::FieldsOf<xp::kinds::Notice> {
  using Notice = xp::kinds::Notice;
  static constexpr auto rows = std::tuple{
      required(field("title", &Notice::title, Length{1, 40}, N_("what the steps are for; **accent**"))),
      required(field("steps", &Notice::steps, Length{1, 5}, N_("one to five steps, a short sentence each"))),
      field("hotline", &Notice::hotline, Length{0, 16}, N_("the number to call, such as \"110\"")),
      field("hotline_label", &Notice::hotline_label, Length{0, 16}, N_("whose number it is")),
  };
};

namespace xp::kinds {
namespace {

ContentPtr read(toml::TableReader& reader, const CampaignDefaults&) { return read_values(reader, Notice{}); }

struct NoticeSizes {
  int title, step, label;
};
NoticeSizes sizes_of(const Canvas& canvas) {
  const TypeScale& type = canvas.theme().type;
  const double scale = canvas.metrics().portrait() ? 1.08 : 1;
  const double step = type.body.size * 1.38 * scale;
  return {canvas.text_px(step * 1.62), canvas.text_px(step),
          canvas.text_px(std::max(step / 1.62, type.campaign.size))};
}

/// All steps in one size: the largest at which each fits its row.
std::vector<TextBlock> set_steps(Canvas& canvas, const std::vector<std::string>& steps, Size row, int size) {
  const TypeLevel& level = canvas.theme().type.body;
  const int lines = canvas.metrics().portrait() ? 3 : 2;
  std::vector<TextBlock> set;
  int common = size;
  for (const std::string& step : steps) {
    set.push_back(canvas.type().sentence(step, level, {row, size, size / 2, lines}));
    common = std::min(common, set.back().size);
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (set[i].size != common) set[i] = canvas.type().sentence(steps[i], level, {row, common, common, lines});
  }
  return set;
}

void draw_number(Canvas& canvas, Point center, int radius, std::size_t number) {
  const Palette& colors = canvas.theme().colors;
  canvas.draw().disc({Px::whole(center.x), Px::whole(center.y)}, Px::whole(radius), colors.accent);
  const TextBlock digit =
      canvas.type().at_size(std::to_string(number), canvas.theme().type.figure.role, radius * 6 / 5);
  const int baseline = center.y + static_cast<int>(kCapHeight * digit.size / 2 + 0.5);
  draw_on_baseline(canvas.draw(), digit, center.x - digit.width() / 2, baseline,
                   {colors.on_accent, colors.on_accent});
}

void draw_steps(Canvas& canvas, const Rect& area, const std::vector<std::string>& steps, int size) {
  const int radius = size * 4 / 5;
  const int indent = 2 * radius + size * 3 / 5;
  const int count = static_cast<int>(steps.size());
  const int pitch = std::min(area.h / count, size * (canvas.metrics().portrait() ? 8 : 7) / 2);
  const std::vector<TextBlock> set = set_steps(canvas, steps, {area.w - indent, pitch - size / 3}, size);
  // The rows stand together in the middle of the area.
  int middle = area.y + (area.h - pitch * count) * 2 / 5 + pitch / 2;
  for (std::size_t i = 0; i < set.size(); ++i, middle += pitch) {
    draw_number(canvas, {area.x + radius, middle}, radius, i + 1);
    draw_text(canvas.draw(), set[i], {area.x + indent, middle - set[i].height() / 2}, canvas.ink());
  }
  canvas.close();
}

/// A panel with the number to call, as large as it fits.
void draw_hotline(Canvas& canvas, const Rect& panel, const Notice& notice, int label_size) {
  draw_panel(canvas, panel, canvas.theme().colors.panel);
  const int pad = canvas.px(canvas.theme().spacing.gap * 1.4);
  const TypeScale& type = canvas.theme().type;
  const int width = panel.w - 2 * pad;
  const TextBlock label = notice.hotline_label.empty()
                              ? TextBlock{}
                              : canvas.type().line(notice.hotline_label, type.body.role, label_size, width);
  const int gap = label.empty() ? 0 : label_size;
  const int room = static_cast<int>((panel.h - 2 * pad - label.height() - gap) / kCapHeight);
  const int largest = std::max(kSmallestText, std::min(canvas.px(type.figure.size * 0.7), room));
  const TextBlock number = canvas.type().line(notice.hotline, type.figure.role, largest, width);
  const int cap = static_cast<int>(kCapHeight * number.size);
  const int top = panel.y + (panel.h - label.height() - gap - cap) / 2;
  draw_text(canvas.draw(), label, {panel.x + pad, top}, canvas.soft_ink());
  const Color accent = canvas.theme().colors.accent;
  draw_on_baseline(canvas.draw(), number, panel.x + pad, top + label.height() + gap + cap, {accent, accent});
  canvas.close();
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Notice& notice = values_of<Notice>(content);
  Canvas canvas(context);
  const bool portrait = canvas.metrics().portrait();
  Rect area = draw_frame(canvas, notice.hotline.empty() ? Emblem::shown : Emblem::hidden, "");
  const NoticeSizes sizes = sizes_of(canvas);
  const TextBlock title =
      canvas.type().sentence(notice.title, canvas.theme().type.title,
                             {{area.w, area.h / 3}, sizes.title, sizes.step, portrait ? 3 : 2});
  draw_text(canvas.draw(), title, {area.x, area.y}, canvas.ink());
  canvas.close();

  const int gap = canvas.px(canvas.theme().spacing.gap) * 2;
  const int used = title.height() + gap;
  area = {area.x, area.y + used, area.w, area.h - used};
  if (!notice.hotline.empty() && portrait) {
    const int height = canvas.px(34);
    draw_hotline(canvas, {area.x, area.bottom() - height, area.w, height}, notice, sizes.step);
    area.h -= height + gap;
  } else if (!notice.hotline.empty()) {
    const int width = area.w * 32 / 100;
    const int height = std::min(area.h, canvas.px(36));
    draw_hotline(canvas, {area.right() - width, area.y + (area.h - height) * 2 / 5, width, height}, notice,
                 sizes.step);
    area.w -= width + gap;
  }
  draw_steps(canvas, area, notice.steps, sizes.step);
  return canvas.finish();
}

std::string reading_text(const Content& content) {
  const Notice& notice = values_of<Notice>(content);
  std::vector<std::string> lines{notice.title};
  lines.insert(lines.end(), notice.steps.begin(), notice.steps.end());
  if (!notice.hotline.empty()) lines.push_back(notice.hotline_label + " " + notice.hotline);
  return reading_lines(lines);
}

}  // namespace

SlideKind notice_kind() {
  return {"notice",
          N_("what to do, step by step, and whom to call"),
          toml::describe<Notice>,
          read,
          layout,
          reading_text,
          nullptr,
          nullptr};
}

}  // namespace xp::kinds
