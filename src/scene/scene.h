// SPDX-License-Identifier: MIT
// What a screen shows at one instant: a z-ordered list of layers of drawing operations. Plain data.
#pragma once

#include <cstdint>
#include <memory>
#include <variant>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "base/hash.h"
#include "base/time.h"
#include "media/clip.h"
#include "media/picture.h"
#include "text/font_catalog.h"
#include "text/style.h"

namespace xp::scene {

struct FillOp {
  Rect rect;
  Color color;
};

struct GradientStop {
  double at;  ///< 0 … 1
  Color color;
};
/// Dithered to 8 bit with a fixed ordered matrix, so wide soft gradients show no bands.
struct GradientOp {
  enum class Shape { linear, radial };
  Rect rect;
  Shape shape = Shape::linear;
  PointF from, to;  ///< linear: stop 0 and stop 1; radial: centre, and a point at stop 1
  std::vector<GradientStop> stops;
};

struct PathCommand {
  enum class Verb : std::uint8_t { move, line, cubic, close };
  Verb verb;
  PointF a, b, c;  ///< cubic: controls a, b, end c; move and line: a
};
/// A filled outline (non-zero winding), anti-aliased.
struct MaskOp {
  std::vector<PathCommand> path;
  Color color;
};

struct GlyphAt {
  std::uint32_t gid;
  Px x, y;  ///< pen position on the baseline; x to a quarter px, y to a whole px when painted
};
/// Glyphs of one face, size, posture and colour.
struct GlyphsOp {
  text::FaceId face;
  Px size;
  Color color;
  bool turned = false;                 ///< each 90° clockwise about its pen position
  text::Em squeeze = text::Em{65536};  ///< each so much narrower
  std::vector<GlyphAt> glyphs;
};

/// The picture scaled to `rect` (area filter when smaller).
struct ImageOp {
  std::shared_ptr<const media::Picture> picture;
  Rect rect;
};

/// A frame of a clip. Its pixels are outside of what a scene claims: a live source may show an older one.
struct VideoOp {
  media::ClipPtr clip;
  Duration media_time{};  ///< from the clip's beginning, at the beginning of a frame
  Rect rect;
  media::Fit fit = media::Fit::letterbox;
  Color ground;    ///< of the bars, and of all where there is no frame
  int volume = 0;  ///< of its sound, percent
};

struct Ops;
using OpsPtr = std::shared_ptr<const Ops>;

/// Painted as a group: ops onto transparent, then over what lies below with `opacity`.
struct Layer {
  Rect clip;     ///< scene px; nothing is painted outside
  Point offset;  ///< where the ops' (0, 0) falls, scene px
  std::uint8_t opacity = 255;
  OpsPtr ops;
  bool operator==(const Layer&) const = default;  ///< same pointer, same parameters: the same pixels
};

/// Layers inside a layer (flatten): painted one over the other, each as in a scene.
struct GroupOp {
  std::vector<Layer> layers;
};

using Op = std::variant<FillOp, GradientOp, MaskOp, GlyphsOp, ImageOp, VideoOp, GroupOp>;

/// No painted surface is wider or higher (px). Whoever builds longer ops splits them: a ticker line into
/// tiles.
inline constexpr int kMaxSurface = 16384;

/// Operations with what is derived from them. Made by Builder; immutable; shared between layers, frames and
/// threads.
struct Ops {
  std::vector<Op> list;
  Rect bounds;          ///< in the ops' own px; nothing is painted outside; at most kMaxSurface wide and high
  bool opaque = false;  ///< every pixel of `bounds` is painted opaque
  bool live = false;    ///< shows video: painted anew whenever it is
  Hash hash;            ///< of the content
};

/// Where the layer can change pixels: its ops' bounds inside its clip, scene px. Empty where it shows
/// nothing.
Rect visible_area(const Layer& layer);
/// Hides what lies below it, all over its visible area.
bool is_opaque(const Layer& layer);

struct Scene {
  Size size;
  std::vector<Layer> layers;  ///< from bottom to top; the lowest is opaque and covers the scene
};

}  // namespace xp::scene
