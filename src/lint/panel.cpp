// SPDX-License-Identifier: MIT
// What panels of one or two colours cannot show.
#include <array>

#include "base/i18n.h"
#include "lint/easel.h"
#include "lint/rules.h"
#include "lint/seen.h"
#include "paint/panel_colors.h"

namespace xp::lint {
namespace {

constexpr double kSeen = 1.5;  // contrast against black from which on a colour is meant to be seen
constexpr std::uint8_t kOpaque = 128;

std::uint32_t pixel_of(Color c) { return 0xff000000U | (c.r << 16) | (c.g << 8) | c.b; }

bool is_lost(Color color, Panel panel) {
  if (color.a < kOpaque || contrast_ratio(color, {0, 0, 0, 255}) < kSeen) return false;
  return (paint::panel_color(panel, pixel_of(color)) & 0xffffffU) == 0;
}

/// The colour of an operation that is lost, the worst kind of loss first.
struct Loss {
  std::optional<Color> text, shape;
  bool picture = false;

  void add(const scene::Op& op, Panel panel) {
    if (const auto* glyphs = std::get_if<scene::GlyphsOp>(&op)) {
      if (is_lost(glyphs->color, panel)) text = glyphs->color;
    } else if (const auto* fill = std::get_if<scene::FillOp>(&op)) {
      if (is_lost(fill->color, panel)) shape = fill->color;
    } else if (const auto* mask = std::get_if<scene::MaskOp>(&op)) {
      if (is_lost(mask->color, panel)) shape = mask->color;
    }
    picture =
        picture || std::holds_alternative<scene::ImageOp>(op) || std::holds_alternative<scene::VideoOp>(op);
  }
};

std::string name_of(Panel panel) { return panel == Panel::red ? tr("red") : tr("red and green"); }

}  // namespace

void check_panel(const Subject& subject, Diagnostics& out) {
  const Panel panel = subject.show.screen.panel;
  if (panel == Panel::full) return;
  Loss loss;
  for (const auto& picture : pictures_of(subject))
    for (const scene::Layer& layer : picture)
      for (const scene::Op& op : layer.ops->list) loss.add(op, panel);
  const auto id = fmt::arg("id", subject.slide.id);
  if (const auto& lost = loss.text ? loss.text : loss.shape)
    out.add({loss.text ? Severity::error : Severity::warning, "palette", subject.slide.at,
             trf("slide “{id}”: {seen} stays dark on screen “{screen}”, whose lamps are {wanted}", id,
                 fmt::arg("seen", format_color(*lost)), fmt::arg("screen", subject.show.screen.name),
                 fmt::arg("wanted", name_of(panel))),
             tr("choose a lighter colour, or one that the lamps have")});
  if (loss.picture)
    out.add({Severity::warning, "palette", subject.slide.at,
             trf("slide “{id}”: a picture has more colours than screen “{screen}”, whose lamps are {wanted}",
                 id, fmt::arg("screen", subject.show.screen.name), fmt::arg("wanted", name_of(panel))),
             tr("show it on a full-colour screen, or write what it says as text")});
}

}  // namespace xp::lint
