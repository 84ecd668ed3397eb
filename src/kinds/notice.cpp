// SPDX-License-Identifier: MIT
// A notice: what to do, step by step, and whom to call.
#include <algorithm>

#include "base/i18n.h"
#include "kinds/content_of.h"
#include "kinds/figure.h"
#include "kinds/frame_block.h"
#include "kinds/panel.h"
#include "kinds/qr_code.h"
#include "kinds/slide_kind.h"
#include "toml/field.h"

namespace xp::kinds {

struct Notice {
  std::string title;
  std::vector<std::string> steps;
  std::string hotline, hotline_label;
  std::string qr, qr_label;

  void hash_into(Hasher& hasher) const {
    hasher.add(title).add(hotline).add(hotline_label).add(qr).add(qr_label);
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
      field("qr", &Notice::qr,
            N_("a web address or a text to be read by telephones; not shown on LED strips")),
      field("qr_label", &Notice::qr_label, Length{0, 16}, N_("what the code leads to, below it")),
  };
};

namespace xp::kinds {
namespace {

constexpr Color kCardGround{255, 255, 255}, kCardInk{16, 24, 40};  // of any theme: cameras want dark on light

ContentPtr read(toml::TableReader& reader, const ReadContext&) {
  Notice notice;
  if (!reader.read(notice)) return nullptr;
  if (notice.qr.size() > kMostQrBytes) {
    reader.report("qr", "too-long",
                  trf(N_("a QR code holds at most {most} bytes here, this text has {bytes}"),
                      fmt::arg("most", kMostQrBytes), fmt::arg("bytes", notice.qr.size())),
                  tr(N_("use a short web address; a Chinese character is three bytes")));
    return nullptr;
  }
  return std::make_shared<ContentOf<Notice>>(std::move(notice));
}

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

/// A light card with the code, and below it what it leads to.
struct QrCard {
  QrCode code;
  TextBlock label;
  int module = 0;  ///< px; 0: no card
  Size size;
};

/// The largest that fits `room`.
QrCard set_qr_card(Canvas& canvas, const Notice& notice, Size room, int label_size) {
  if (notice.qr.empty() || canvas.metrics().strip() || canvas.context().around.led) return {};
  QrCard card{encode_qr(notice.qr), {}, 0, {}};
  const int below = notice.qr_label.empty() ? 0 : label_size * 3 / 2;
  card.module = card.code.module_px(std::min(room.w, room.h - below));
  if (card.module == 0) return {};
  const int side = card.code.side_px(card.module);
  if (below > 0)
    card.label = canvas.type().line(notice.qr_label, canvas.theme().type.title.role, label_size,
                                    side - 2 * kQuietZone * card.module);
  card.size = {side, side + below};
  return card;
}

void draw_qr_card(Canvas& canvas, const QrCard& card, Point at) {
  const int radius = std::min(canvas.px(canvas.theme().spacing.radius), kQuietZone * card.module / 2);
  canvas.draw().rounded(RectF::of(Rect::of(at, card.size)), Px::whole(radius), kCardGround);
  draw_qr(canvas.draw(), card.code, at, card.module, kCardInk);
  const int side = card.code.side_px(card.module);
  const int quiet = kQuietZone * card.module;
  if (!card.label.empty()) {
    const int top = at.y + side - quiet / 2 + (card.size.h - side + quiet / 2 - card.label.size) / 2;
    draw_text(canvas.draw(), card.label, {at.x + (card.size.w - card.label.width()) / 2, top},
              {kCardInk, kCardInk});
  }
  canvas.close();
}

/// A flat panel at the bottom of `area`, label and number on one baseline; returns what it leaves.
Rect draw_hotline_row(Canvas& canvas, const Rect& area, const Notice& notice, int label_size) {
  const TypeScale& type = canvas.theme().type;
  const Rect panel{area.x, area.bottom() - canvas.px(15), area.w, canvas.px(15)};
  draw_panel(canvas, panel, canvas.theme().colors.panel);
  const int pad = canvas.px(canvas.theme().spacing.gap * 1.4);
  const TextBlock label = canvas.type().line(notice.hotline_label, type.body.role, label_size, panel.w / 2);
  const int x = panel.x + pad + (label.empty() ? 0 : label.width() + pad);
  const TextBlock number =
      canvas.type().line(notice.hotline, type.figure.role, canvas.px(11), panel.right() - pad - x);
  const int baseline = panel.y + panel.h / 2 + static_cast<int>(kCapHeight * number.size / 2);
  const Color accent = canvas.theme().colors.accent;
  draw_text(canvas.draw(), label, {panel.x + pad, panel.y + (panel.h - label.height()) / 2},
            canvas.soft_ink());
  draw_on_baseline(canvas.draw(), number, x, baseline, {accent, accent});
  canvas.close();
  return {area.x, area.y, area.w, area.h - panel.h - pad};
}

/// The code at the right edge and the hotline below the steps, or the hotline at the right; returns what they
/// leave.
Rect draw_side(Canvas& canvas, Rect area, const Notice& notice, const NoticeSizes& sizes) {
  const int gap = 2 * canvas.px(canvas.theme().spacing.gap);
  const int widest = area.w * 36 / 100;
  const QrCard card = set_qr_card(canvas, notice, {widest, std::min(canvas.px(58), area.h)}, sizes.label);
  if (card.module > 0) {
    const int free = area.h - card.size.h;
    draw_qr_card(canvas, card,
                 {area.right() - card.size.w, area.y + (notice.hotline.empty() ? free * 2 / 5 : free)});
    area.w -= card.size.w + gap;
    return notice.hotline.empty() ? area : draw_hotline_row(canvas, area, notice, sizes.step);
  }
  if (notice.hotline.empty()) return area;
  const int width = area.w * 32 / 100;
  const int height = std::min(area.h, canvas.px(36));
  draw_hotline(canvas, {area.right() - width, area.y + (area.h - height) * 2 / 5, width, height}, notice,
               sizes.step);
  area.w -= width + gap;
  return area;
}

/// Code and hotline beside each other at the bottom; returns what they leave.
Rect draw_foot(Canvas& canvas, Rect area, const Notice& notice, const NoticeSizes& sizes) {
  const int gap = canvas.px(canvas.theme().spacing.gap);
  const bool calls = !notice.hotline.empty();
  const int room = area.w * (calls ? 45 : 60) / 100;
  const QrCard card = set_qr_card(canvas, notice, {room, area.h / 2}, sizes.label);
  const int height = card.module > 0 ? card.size.h : calls ? canvas.px(34) : 0;
  if (height == 0) return area;
  const int y = area.bottom() - height;
  const int beside = card.module > 0 ? card.size.w + gap : 0;
  if (card.module > 0) draw_qr_card(canvas, card, {area.x, y});
  if (calls) draw_hotline(canvas, {area.x + beside, y, area.w - beside, height}, notice, sizes.step);
  area.h -= height + 2 * gap;
  return area;
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Notice& notice = values_of<Notice>(content);
  Canvas canvas(context);
  const bool portrait = canvas.metrics().portrait();
  Rect area =
      draw_frame(canvas, notice.hotline.empty() && notice.qr.empty() ? Emblem::shown : Emblem::hidden, "");
  const NoticeSizes sizes = sizes_of(canvas);
  const TextBlock title =
      canvas.type().sentence(notice.title, canvas.theme().type.title,
                             {{area.w, area.h / 3}, sizes.title, sizes.step, portrait ? 3 : 2});
  draw_text(canvas.draw(), title, {area.x, area.y}, canvas.ink());
  canvas.close();

  const int gap = canvas.px(canvas.theme().spacing.gap) * 2;
  const int used = title.height() + gap;
  area = {area.x, area.y + used, area.w, area.h - used};
  area = portrait ? draw_foot(canvas, area, notice, sizes) : draw_side(canvas, area, notice, sizes);
  draw_steps(canvas, area, notice.steps, sizes.step);
  return canvas.finish();
}

std::string reading_text(const Content& content) {
  const Notice& notice = values_of<Notice>(content);
  std::vector<std::string> lines{notice.title};
  lines.insert(lines.end(), notice.steps.begin(), notice.steps.end());
  if (!notice.hotline.empty()) lines.push_back(notice.hotline_label + " " + notice.hotline);
  if (!notice.qr.empty()) lines.push_back(notice.qr_label);
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
