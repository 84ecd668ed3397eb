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

constexpr double kRatio = 1.62;                     // of title to steps, of steps to labels
constexpr double kOneStep = 1.5, kTwoSteps = 1.25;  // few have the slide to themselves
constexpr double kHigh = 1.3, kHighAndFew = 1.62;   // portrait has room below each other
constexpr double kLeastGap = 0.6;                   // em between steps
constexpr double kShortRow = 14;                    // em: rows shorter than this have three lines
constexpr double kSmallerStep = 0.95;

struct NoticeSizes {
  int title, step, label;
};
double scale_of(const Canvas& canvas, const Notice& notice) {
  const std::size_t steps = notice.steps.size();
  const double few = steps == 1 ? kOneStep : steps == 2 ? kTwoSteps : 1;
  return canvas.metrics().portrait() ? std::min(kHighAndFew, kHigh * few) : few;
}

NoticeSizes sizes_of(const Canvas& canvas, const Notice& notice) {
  const TypeScale& type = canvas.theme().type;
  const double scale = scale_of(canvas, notice);
  const double step = type.body.size * 1.38 * scale;
  return {canvas.text_px(step * kRatio), canvas.text_px(step),
          canvas.text_px(std::max(type.body.size * 1.38 / kRatio, type.campaign.size))};
}

/// The steps in one size, each beside its number; a single one has none.
struct Steps {
  std::vector<TextBlock> rows;
  int size = 0;

  int count() const { return static_cast<int>(rows.size()); }
  int radius() const { return rows.size() > 1 ? size * 4 / 5 : 0; }
  int indent() const { return rows.size() > 1 ? 2 * radius() + size * 3 / 5 : 0; }
  int row_height(std::size_t i) const { return std::max(2 * radius(), rows[i].height()); }
  int rows_height() const {
    int sum = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) sum += row_height(i);
    return sum;
  }
  int least_gap() const { return static_cast<int>(kLeastGap * size); }
  bool fit(int height) const { return rows_height() + (count() - 1) * least_gap() <= height; }
};

/// In the largest size up to `size` at which each step fits its row.
Steps steps_at(Canvas& canvas, const std::vector<std::string>& steps, Size room, int size) {
  const TypeLevel& level = canvas.theme().type.body;
  Steps set;
  set.rows.resize(steps.size());
  set.size = size;
  const Size row{room.w - set.indent(), room.h};
  const int lines = row.w < kShortRow * size ? 3 : 2;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    set.rows[i] = canvas.type().sentence(steps[i], level, {row, size, size / 2, lines});
    set.size = std::min(set.size, set.rows[i].size);
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    if (set.rows[i].size != set.size)
      set.rows[i] = canvas.type().sentence(steps[i], level, {row, set.size, set.size, lines});
  }
  return set;
}

/// In the largest size at which all of them fit below each other.
Steps set_steps(Canvas& canvas, const std::vector<std::string>& steps, Size room, int largest) {
  const int smallest = std::max(kSmallestText, largest / 2);
  const TextFaults before = canvas.type().take_faults();
  for (int size = largest;; size = std::max(smallest, static_cast<int>(size * kSmallerStep))) {
    canvas.type().restore_faults(before);
    Steps set = steps_at(canvas, steps, room, size);
    if (set.fit(room.h)) return set;
    if (size > smallest) continue;
    canvas.type().report_overflow();
    return set;
  }
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

void draw_steps(Canvas& canvas, const Rect& area, const Steps& steps) {
  const int count = steps.count(), spare = std::max(0, area.h - steps.rows_height());
  const int pitch = steps.size * (canvas.metrics().portrait() ? 8 : 7) / 2;  // of rows of one line
  int gap = std::min(spare / count, pitch - steps.size * 8 / 5);
  // The rows stand together in the middle of the area; where it is full, the outer margins go first.
  int y = area.y + (spare - gap * count) * 2 / 5 + gap / 2;
  if (gap < steps.least_gap()) {
    gap = count > 1 ? std::min(steps.least_gap(), spare / (count - 1)) : 0;
    y = area.y + (spare - gap * (count - 1)) / 2;
  }
  for (std::size_t i = 0; i < steps.rows.size(); ++i) {
    const TextBlock& row = steps.rows[i];
    const int middle = y + steps.row_height(i) / 2;
    if (steps.radius() > 0) draw_number(canvas, {area.x + steps.radius(), middle}, steps.radius(), i + 1);
    draw_text(canvas.draw(), row, {area.x + steps.indent(), middle - row.height() / 2}, canvas.ink());
    y += steps.row_height(i) + gap;
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

/// A flat panel, label and number on one baseline.
void draw_hotline_row(Canvas& canvas, const Rect& panel, const Notice& notice, int label_size) {
  const TypeScale& type = canvas.theme().type;
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
}

/// Where everything below the title stands.
struct Places {
  QrCard card;
  Point card_at;
  Rect hotline;       ///< empty: none
  bool flat = false;  ///< its label stands beside the number
  Rect steps;
};

/// The code at the right edge and the hotline below the steps, or the hotline at the right.
Places places_beside(Canvas& canvas, const Rect& area, const Notice& notice, const NoticeSizes& sizes) {
  const int gap = 2 * canvas.px(canvas.theme().spacing.gap);
  const int widest = area.w * 36 / 100;
  Places places;
  places.steps = area;
  places.card = set_qr_card(canvas, notice, {widest, std::min(canvas.px(58), area.h)}, sizes.label);
  if (places.card.module > 0) {
    const Size card = places.card.size;
    const int free = area.h - card.h;
    places.card_at = {area.right() - card.w, area.y + (notice.hotline.empty() ? free * 2 / 5 : free)};
    places.steps.w -= card.w + gap;
    if (notice.hotline.empty()) return places;
    places.flat = true;
    places.hotline = {area.x, area.bottom() - canvas.px(15), places.steps.w, canvas.px(15)};
    places.steps.h -= places.hotline.h + canvas.px(canvas.theme().spacing.gap * 1.4);
  } else if (!notice.hotline.empty()) {
    const int width = area.w * 32 / 100;
    const int height = std::min(area.h, canvas.px(36));
    places.hotline = {area.right() - width, area.y + (area.h - height) * 2 / 5, width, height};
    places.steps.w -= width + gap;
  }
  return places;
}

/// Code and hotline beside each other at the bottom.
Places places_below(Canvas& canvas, const Rect& area, const Notice& notice, const NoticeSizes& sizes) {
  const int gap = canvas.px(canvas.theme().spacing.gap);
  const bool calls = !notice.hotline.empty();
  const int room = area.w * (calls ? 45 : 60) / 100;
  Places places;
  places.steps = area;
  places.card = set_qr_card(canvas, notice, {room, area.h / 2}, sizes.label);
  const bool coded = places.card.module > 0;
  const int height = coded ? places.card.size.h : calls ? std::min(canvas.px(34), area.h / 3) : 0;
  if (height == 0) return places;
  const int y = area.bottom() - height;
  const int beside = coded ? places.card.size.w + gap : 0;
  places.card_at = {area.x, y};
  if (calls) places.hotline = {area.x + beside, y, area.w - beside, height};
  places.steps.h -= height + 2 * gap;
  return places;
}

/// A notice, set but not drawn.
struct SetNotice {
  TextBlock title;
  Places places;
  Steps steps;
};

SetNotice set_under_title(Canvas& canvas, const Rect& area, const Notice& notice, const NoticeSizes& sizes) {
  const bool portrait = canvas.metrics().portrait();
  SetNotice set;
  set.title = canvas.type().sentence(notice.title, canvas.theme().type.title,
                                     {{area.w, area.h / 3}, sizes.title, sizes.step, portrait ? 3 : 2});
  const int used = set.title.height() + canvas.px(canvas.theme().spacing.gap) * 2;
  const Rect rest{area.x, area.y + used, area.w, area.h - used};
  set.places =
      portrait ? places_below(canvas, rest, notice, sizes) : places_beside(canvas, rest, notice, sizes);
  set.steps = set_steps(canvas, notice.steps, set.places.steps.size(), sizes.step);
  return set;
}

/// A title gives room to steps that need it, as long as it is clearly larger than they are.
SetNotice set_notice(Canvas& canvas, const Rect& area, const Notice& notice, const NoticeSizes& sizes) {
  constexpr double kSmallerTitle = 0.92;
  const TextFaults before = canvas.type().take_faults();
  for (NoticeSizes tried = sizes;; tried.title = static_cast<int>(tried.title * kSmallerTitle)) {
    canvas.type().restore_faults(before);
    SetNotice set = set_under_title(canvas, area, notice, tried);
    const bool clearly_larger = tried.title * kSmallerTitle >= kRatio * set.steps.size;
    if (set.steps.size >= sizes.step || !clearly_larger) return set;
  }
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Notice& notice = values_of<Notice>(content);
  Canvas canvas(context);
  const Rect area =
      draw_frame(canvas, notice.hotline.empty() && notice.qr.empty() ? Emblem::shown : Emblem::hidden, "");
  const NoticeSizes sizes = sizes_of(canvas, notice);
  const SetNotice set = set_notice(canvas, area, notice, sizes);
  const Places& places = set.places;
  draw_text(canvas.draw(), set.title, {area.x, area.y}, canvas.ink());
  canvas.close();
  if (places.card.module > 0) draw_qr_card(canvas, places.card, places.card_at);
  const auto draw_call = places.flat ? draw_hotline_row : draw_hotline;
  if (!places.hotline.empty()) draw_call(canvas, places.hotline, notice, sizes.step);
  draw_steps(canvas, places.steps, set.steps);
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
