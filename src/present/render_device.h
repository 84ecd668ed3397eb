// SPDX-License-Identifier: MIT
// SDL's renderer of a window: textures, and what is drawn with them. All of it goes when the graphics device
// is lost; then another one is created.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/color.h"
#include "base/geometry.h"
#include "base/result.h"
#include "paint/pixmap.h"
#include "scene/scene.h"

struct SDL_Renderer;
struct SDL_Texture;
struct SDL_Window;

namespace xp::present {

struct DestroyTexture {
  void operator()(SDL_Texture* texture) const;
};
using Texture = std::unique_ptr<SDL_Texture, DestroyTexture>;

/// How a texture comes to the output.
struct Look {
  int rotation = 0;  ///< degrees clockwise
  std::uint8_t opacity = 255;
  bool opaque = false;  ///< all its pixels are: nothing below shows
};

/// Calls do not tell one by one whether they failed: what comes after a failure is of no use anyway, and
/// status() says it once a frame.
class RenderDevice {
 public:
  /// `longest_side`: of textures, px, if the device does not say less.
  static Result<std::unique_ptr<RenderDevice>> create(SDL_Window* window,
                                                      int longest_side = scene::kMaxSurface);
  ~RenderDevice();
  RenderDevice(const RenderDevice&) = delete;
  RenderDevice& operator=(const RenderDevice&) = delete;

  /// No texture may be wider or higher, px.
  int longest_side() const { return longest_side_; }
  /// Whether target() textures can be drawn over each other with transparency.
  bool has_targets() const { return has_targets_; }
  Size output() const;
  const std::string& name() const { return name_; }

  /// To be filled by upload(); null after a failure.
  Texture texture(Size size);
  /// To be drawn into; transparent.
  Texture target(Size size);
  /// `pixels` (premultiplied) into the texture, their top left corner at `at`.
  void upload(SDL_Texture& texture, Point at, const paint::Bitmap& pixels);

  /// Everything is drawn into the texture, or into the window with null. The one before.
  SDL_Texture* draw_into(SDL_Texture* target);
  void clear(Color color);
  void fill(const Rect& rect, Color color, std::uint8_t opacity);
  /// `from` of the texture (px) to `to` of the output, which it fills turned.
  void copy(SDL_Texture& texture, const Rect& from, const Rect& to, const Look& look);
  /// What was drawn is shown, at the next refresh of the display where it tells.
  void show();

  /// The first failure since the last call.
  Status status();

 private:
  RenderDevice(SDL_Renderer* renderer, int longest_side);
  void note(int result);
  void note_gl_errors();
  Texture create_texture(Size size, int access);

  SDL_Renderer* renderer_;
  std::string name_;
  int longest_side_;
  bool premultiplied_ = false;  ///< textures hold premultiplied pixels
  bool has_targets_ = false;
  unsigned (*gl_error_)() = nullptr;  ///< glGetError, where the renderer is a GL
  std::optional<std::string> failure_;
};

}  // namespace xp::present
