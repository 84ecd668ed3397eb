// SPDX-License-Identifier: MIT
// A picture: whole, or filling the zone and slowly panned over; a caption on a veil.
#include <algorithm>
#include <memory>
#include <optional>

#include "base/i18n.h"
#include "kinds/content_of.h"
#include "kinds/frame_block.h"
#include "kinds/picture_fit.h"
#include "kinds/scrim.h"
#include "kinds/slide_kind.h"
#include "kinds/ticks.h"
#include "media/scaler.h"
#include "toml/field.h"

namespace xp::kinds {

enum class PictureFit : std::uint8_t { fit, fill };

struct PictureSlide {
  std::string file, caption;
  PictureFit fit = PictureFit::fit;
  bool pan = false;
  std::optional<media::PictureFile> found;

  void hash_into(Hasher& hasher) const {
    hasher.add(file).add(caption).add(fit).add(pan).add(found ? found->hash : Hash{});
  }
};

}  // namespace xp::kinds

template <>
struct xp::toml::EnumNames<xp::kinds::PictureFit> {
  static constexpr std::pair<std::string_view, xp::kinds::PictureFit> names[] = {
      {"fit", xp::kinds::PictureFit::fit}, {"fill", xp::kinds::PictureFit::fill}};
};

template <>
struct xp::toml::FieldsOf<xp::kinds::PictureSlide> {
  using P = xp::kinds::PictureSlide;
  static constexpr auto rows = std::tuple{
      required(field("file", &P::file,
                     N_("a PNG, JPEG or WebP picture beside the playlist; its colours are taken for sRGB"))),
      field("fit", &P::fit, N_("\"fit\": all of it on the theme's background; \"fill\": edges are cut off")),
      field("pan", &P::pan,
            N_("true: it fills the zone and the view moves slowly over what would be cut off; not on LED "
               "panels")),
      field("caption", &P::caption, Length{0, 40}, N_("one or two lines at the bottom; **accent**")),
  };
};

namespace xp::kinds {
namespace {

constexpr double kPanRoom = 1.12;    // of the zone: a picture of its shape is enlarged to have some way
constexpr double kPanSpeed = 5.5;    // vmin a second
constexpr double kLongestPan = 2.5;  // of the zone; the middle of what is longer
constexpr Duration kPanPause = milliseconds(1000);  // before it moves

ContentPtr read(toml::TableReader& reader, const ReadContext& context) {
  PictureSlide slide;
  if (!reader.read(slide)) return nullptr;
  slide.found = picture_named(reader, context, "file", slide.file);
  return std::make_shared<ContentOf<PictureSlide>>(std::move(slide));
}

/// A picture in px of the zone, and how far it moves to the left and upwards.
struct Shown {
  std::shared_ptr<const media::Picture> picture;
  Rect rect;
  Point way;
};

Shown whole(const media::Picture& picture, Size box) {
  const Size size = fitting(picture.size, box);
  return {media::scaled(picture, size), {(box.w - size.w) / 2, (box.h - size.h) / 2, size.w, size.h}, {}};
}

Shown panned(const media::Picture& picture, Size box) {
  Size size = covering(picture.size, box);
  if (size.w < box.w * kPanRoom && size.h < box.h * kPanRoom)
    size = {static_cast<int>(box.w * kPanRoom), static_cast<int>(box.h * kPanRoom)};
  const bool across = size.w - box.w >= size.h - box.h;
  if (across)
    size = {std::min(size.w, static_cast<int>(box.w * kLongestPan)), box.h};
  else
    size = {box.w, std::min(size.h, static_cast<int>(box.h * kLongestPan))};
  return {filled(picture, size), Rect::of({}, size), {size.w - box.w, size.h - box.h}};
}

Shown shown_on(const Canvas& canvas, const PictureSlide& slide, const media::Picture& picture) {
  const Size box = canvas.box().size();
  if (slide.pan && !canvas.context().around.led) return panned(picture, box);
  if (slide.fit == PictureFit::fit && !slide.pan) return whole(picture, box);
  return {filled(picture, box), canvas.box(), {}};
}

/// The veil is even behind the caption and thins out above it.
void draw_caption(Canvas& canvas, const std::string& caption, const Shown& shown) {
  const Theme& theme = canvas.theme();
  const Rect safe = canvas.box().inset(canvas.px(theme.spacing.margin));
  const int size = canvas.text_px(theme.type.body.size * 1.2);
  const TextBlock text =
      canvas.type().sentence(caption, theme.type.body, {{safe.w, safe.h / 3}, size, size * 2 / 3, 2});
  const Rect place{start_edge(text, safe), safe.bottom() - text.height(), text.width(), text.height()};
  Rect behind = place.moved(Point{} - shown.rect.origin());
  behind.w += shown.way.x, behind.h += shown.way.y;
  Color veil = veil_of(theme.colors);
  veil.a =
      veil_alpha(*shown.picture, {{behind, theme.colors.text, 7}, {behind, theme.colors.accent, 4.5}}, veil);
  if (veil.a > 0) {
    const int dense = place.y - text.size / 2, top = std::max(0, dense - 3 * text.size);
    scene::GradientOp op;
    op.rect = {0, top, canvas.box().w, canvas.box().h - top};
    op.from = {Px{}, Px::whole(top)};
    op.to = {Px{}, Px::whole(dense)};
    op.stops = {{0, {veil.r, veil.g, veil.b, 0}}, {1, veil}};
    canvas.draw().gradient(std::move(op));
    canvas.close();
  }
  draw_text(canvas.draw(), text, place.origin(), canvas.ink());
  canvas.close();
}

/// A still slide whose second layer, the picture, moves by whole px a tick, then rests.
class Panning : public Laid {
 public:
  Panning(LaidPtr still, Point way, TickGrid grid, int step)
      : still_(std::move(still)), way_(way), grid_(grid), step_(step) {}

  void append_layers(const Moment& moment, std::vector<scene::Layer>& out) const override {
    const std::size_t ground = out.size();
    still_->append_layers(moment, out);
    const std::int64_t done = moved(moment);
    out[ground + 1].offset.x -= static_cast<int>(std::min<std::int64_t>(done, way_.x));
    out[ground + 1].offset.y -= static_cast<int>(std::min<std::int64_t>(done, way_.y));
  }
  Instant next_change(const Moment& moment) const override {
    if (moved(moment) >= longest()) return kNever;
    return grid_.start_of(std::max(grid_.tick_at(moment.now), first_tick(moment)) + 1);
  }
  const TextFaults& faults() const override { return still_->faults(); }

 private:
  /// The last tick at which it still stands.
  std::int64_t first_tick(const Moment& moment) const {
    return grid_.tick_at(moment.now - moment.elapsed) + grid_.ticks_in(kPanPause);
  }
  std::int64_t longest() const { return std::max(way_.x, way_.y); }
  std::int64_t moved(const Moment& moment) const {
    const std::int64_t ticks = grid_.tick_at(moment.now) - first_tick(moment);
    return std::clamp<std::int64_t>(ticks * step_, 0, longest());
  }

  LaidPtr still_;
  Point way_;
  TickGrid grid_;
  int step_;
};

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const PictureSlide& slide = values_of<PictureSlide>(content);
  Canvas canvas(context);
  draw_background(canvas, Emblem::hidden);
  if (!slide.found) return canvas.finish();
  const auto decoded = media::decode_picture(slide.found->path);
  if (!decoded) {
    canvas.fail(decoded.error().message);
    return canvas.finish();
  }
  const Shown shown = shown_on(canvas, slide, **decoded);
  canvas.draw().image(shown.picture, shown.rect);
  canvas.close();
  if (!slide.caption.empty() && !canvas.metrics().strip()) draw_caption(canvas, slide.caption, shown);
  LaidPtr still = canvas.finish();
  if (shown.way == Point{}) return still;
  const TickGrid grid = grid_of(context.around);
  const int step = std::max(1, canvas.px(kPanSpeed) / context.around.refresh);
  return std::make_shared<Panning>(std::move(still), shown.way, grid, step);
}

std::string reading_text(const Content& content) {
  return reading_lines({values_of<PictureSlide>(content).caption});
}

}  // namespace

SlideKind picture_kind() {
  return {"picture",
          N_("a picture, whole or filling the zone, with a caption"),
          toml::describe<PictureSlide>,
          read,
          layout,
          reading_text,
          nullptr,
          nullptr};
}

}  // namespace xp::kinds
