// SPDX-License-Identifier: MIT
#include "lint/seen.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include "kinds/metrics.h"
#include "kinds/ticks.h"
#include "kinds/turns.h"

namespace xp::lint {
namespace {

std::vector<kinds::Moment> moments_of(const Subject& subject) {
  const Duration stay = subject.slide.duration;
  if (const auto passing = kinds::passing_of(*subject.laid)) {
    const kinds::TickGrid grid{subject.show.around.anchor, subject.show.around.refresh};
    const Instant half_way = grid.start_of(passing->band / 2 / passing->step);
    return {{half_way - grid.anchor, half_way, {}, stay}};
  }
  std::vector<kinds::Moment> moments;
  for (const Duration rest : subject.laid->rests(stay))
    moments.push_back({rest, subject.now, std::min(stay - Duration{1} - rest, Duration{}), stay});
  return moments;
}

using Pens = std::vector<PointF>;

/// The pens of each size and face on a layer: what is accented is drawn apart.
std::map<std::pair<Px, text::FaceId>, Pens> pens_of(const scene::Ops& ops) {
  std::map<std::pair<Px, text::FaceId>, Pens> all;
  for (const scene::Op& op : ops.list) {
    const auto* glyphs = std::get_if<scene::GlyphsOp>(&op);
    if (!glyphs) continue;
    Pens& pens = all[{glyphs->size, glyphs->face}];
    for (const scene::GlyphAt& glyph : glyphs->glyphs) pens.push_back({glyph.x, glyph.y});
  }
  return all;
}

/// Which face is whose.
class Levels {
 public:
  explicit Levels(const Subject& subject) : type_(subject.show.theme_of(subject.slide).type) {
    const Size box = subject.zone.zone.rect.size();
    for (const kinds::TypeLevel& level : {type_.campaign, type_.source})
      frame_.push_back(kinds::Metrics{box}.text_px(level.size));
    for (const kinds::TypeLevel& level : {type_.slogan, type_.title, type_.figure})
      if (const auto* role = subject.show.catalog->role(level.role)) headline_.insert(role->chain.front());
    if (subject.show.around.led) always_headline_ = true;  // strips have slogans only
  }
  TextLevel of(text::FaceId face, Px size) const {
    if (always_headline_ || headline_.contains(face)) return TextLevel::headline;
    return std::ranges::find(frame_, size.round()) != frame_.end() ? TextLevel::frame : TextLevel::body;
  }

 private:
  const kinds::TypeScale& type_;
  std::vector<int> frame_;
  std::set<text::FaceId> headline_;
  bool always_headline_ = false;
};

struct Setting {
  int lines = 0;
  double widest = 0;  // em
};

/// Lines across `along`: those of pens that differ by less than half an em in the other direction. Wide gaps
/// are between texts, not in them.
template <class Along, class Across>
Setting lines_along(Pens pens, double size, Along along, Across across) {
  std::ranges::sort(pens, {}, across);
  Setting setting;
  for (std::size_t from = 0; from < pens.size();) {
    std::size_t to = from;
    while (to < pens.size() && (across(pens[to]) - across(pens[from])).value() < size / 2) ++to;
    std::sort(pens.begin() + static_cast<std::ptrdiff_t>(from),
              pens.begin() + static_cast<std::ptrdiff_t>(to),
              [&](const PointF& a, const PointF& b) { return along(a) < along(b); });
    double width = 1;
    for (std::size_t i = from + 1; i < to; ++i)
      width += std::min(1.25, (along(pens[i]) - along(pens[i - 1])).value() / size);
    setting.widest = std::max(setting.widest, width);
    ++setting.lines;
    from = to;
  }
  return setting;
}

/// Which way the second character lies of the first.
bool is_vertical(const Pens& pens) {
  if (pens.size() < 2) return false;
  const double x = (pens[1].x - pens[0].x).value(), y = (pens[1].y - pens[0].y).value();
  return std::abs(y) > std::abs(x);
}

Setting setting_of(const Pens& pens, double size) {
  const auto x = [](const PointF& p) { return p.x; };
  const auto y = [](const PointF& p) { return p.y; };
  return is_vertical(pens) ? lines_along(pens, size, y, x) : lines_along(pens, size, x, y);
}

}  // namespace

std::vector<std::vector<scene::Layer>> pictures_of(const Subject& subject) {
  std::vector<std::vector<scene::Layer>> pictures;
  for (const kinds::Moment& moment : moments_of(subject))
    subject.laid->append_layers(moment, pictures.emplace_back());
  return pictures;
}

std::vector<Text> texts_of(const Subject& subject) {
  const Levels levels(subject);
  std::vector<Text> texts;
  for (const auto& picture : pictures_of(subject)) {
    for (const scene::Layer& layer : picture) {
      for (const auto& [key, pens] : pens_of(*layer.ops)) {
        const Setting setting = setting_of(pens, key.first.value());
        texts.push_back({levels.of(key.second, key.first), key.first.value(), setting.lines, setting.widest,
                         is_vertical(pens)});
      }
    }
  }
  return texts;
}

}  // namespace xp::lint
