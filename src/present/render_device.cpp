// SPDX-License-Identifier: MIT
#include "present/render_device.h"

#include <SDL.h>

#include <algorithm>
#include <vector>

#include "base/i18n.h"
#include "paint/pixel.h"

namespace xp::present {

namespace {

SDL_BlendMode premultiplied_over() {
  return SDL_ComposeCustomBlendMode(SDL_BLENDFACTOR_ONE, SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA,
                                    SDL_BLENDOPERATION_ADD, SDL_BLENDFACTOR_ONE,
                                    SDL_BLENDFACTOR_ONE_MINUS_SRC_ALPHA, SDL_BLENDOPERATION_ADD);
}

SDL_Renderer* create_renderer(SDL_Window* window) {
  SDL_SetHint(SDL_HINT_RENDER_BATCHING, "1");
  SDL_SetHint(SDL_HINT_RENDER_SCALE_QUALITY, "nearest");  // a pixel of the scene is one of the display
  const Uint32 fast = SDL_RENDERER_ACCELERATED;
  SDL_Renderer* renderer = SDL_CreateRenderer(window, -1, fast | SDL_RENDERER_PRESENTVSYNC);
  return renderer ? renderer : SDL_CreateRenderer(window, -1, fast);
}

/// What a renderer without a blend mode of our own takes: colours not yet multiplied by their alpha.
std::uint32_t straight(std::uint32_t pixel) {
  const std::uint32_t a = pixel >> 24;
  if (a == 255 || a == 0) return pixel;
  const auto full = [a](std::uint32_t channel) {
    return std::min(255U, ((channel & 255) * 255 + a / 2) / a);
  };
  return paint::pack(a, full(pixel >> 16), full(pixel >> 8), full(pixel));
}

std::vector<std::uint32_t> straight(const paint::Bitmap& pixels) {
  std::vector<std::uint32_t> out;
  out.reserve(static_cast<std::size_t>(pixels.size.w) * static_cast<std::size_t>(pixels.size.h));
  for (int y = 0; y < pixels.size.h; ++y) {
    const std::uint32_t* row = pixels.pixels + std::ptrdiff_t{y} * pixels.stride;
    std::transform(row, row + pixels.size.w, std::back_inserter(out),
                   [](std::uint32_t pixel) { return straight(pixel); });
  }
  return out;
}

SDL_Rect sdl(const Rect& rect) { return {rect.x, rect.y, rect.w, rect.h}; }

/// SDL turns a rectangle about its centre: the one that falls on `to`.
SDL_FRect before_turning(const Rect& to, int rotation) {
  const auto x = static_cast<float>(to.x), y = static_cast<float>(to.y), w = static_cast<float>(to.w),
             h = static_cast<float>(to.h);
  if (rotation % 180 == 0) return {x, y, w, h};
  return {x + (w - h) / 2, y + (h - w) / 2, h, w};
}

}  // namespace

void DestroyTexture::operator()(SDL_Texture* texture) const { SDL_DestroyTexture(texture); }

Result<std::unique_ptr<RenderDevice>> RenderDevice::create(SDL_Window* window, int longest_side) {
  SDL_Renderer* renderer = create_renderer(window);
  if (!renderer)
    return Error{
        trf("no accelerated renderer on this display: {reason}; the screen's presenter = \"cpu\" "
            "does without",
            fmt::arg("reason", SDL_GetError()))};
  return std::unique_ptr<RenderDevice>(new RenderDevice(renderer, longest_side));
}

RenderDevice::RenderDevice(SDL_Renderer* renderer, int longest_side)
    : renderer_(renderer), longest_side_(longest_side) {
  SDL_RendererInfo info{};
  note(SDL_GetRendererInfo(renderer_, &info));
  name_ = info.name ? info.name : "";
  const int limit = std::min(info.max_texture_width, info.max_texture_height);
  if (limit > 0) longest_side_ = std::min(longest_side_, limit);
  premultiplied_ = SDL_SetRenderDrawBlendMode(renderer_, premultiplied_over()) == 0;
  has_targets_ = premultiplied_ && SDL_RenderTargetSupported(renderer_);
  if (name_.starts_with("opengl"))
    gl_error_ = reinterpret_cast<unsigned (*)()>(SDL_GL_GetProcAddress("glGetError"));
}

RenderDevice::~RenderDevice() { SDL_DestroyRenderer(renderer_); }

void RenderDevice::note(int result) {
  if (result != 0 && !failure_) failure_ = SDL_GetError();
}

Status RenderDevice::status() {
  if (!failure_) return Done{};
  Error error{trf("the graphics device fails: {reason}", fmt::arg("reason", *failure_))};
  failure_.reset();
  return error;
}

Size RenderDevice::output() const {
  Size size;
  SDL_GetRendererOutputSize(renderer_, &size.w, &size.h);
  return size;
}

Texture RenderDevice::create_texture(Size size, int access) {
  Texture texture(SDL_CreateTexture(renderer_, SDL_PIXELFORMAT_ARGB8888, access, size.w, size.h));
  note(texture ? 0 : -1);
  return texture;
}

Texture RenderDevice::texture(Size size) { return create_texture(size, SDL_TEXTUREACCESS_STATIC); }

Texture RenderDevice::target(Size size) {
  Texture texture = create_texture(size, SDL_TEXTUREACCESS_TARGET);
  if (!texture) return texture;
  SDL_Texture* before = draw_into(texture.get());
  clear({0, 0, 0, 0});
  draw_into(before);
  return texture;
}

void RenderDevice::upload(SDL_Texture& texture, Point at, const paint::Bitmap& pixels) {
  const SDL_Rect part{at.x, at.y, pixels.size.w, pixels.size.h};
  if (premultiplied_) {
    note(SDL_UpdateTexture(&texture, &part, pixels.pixels, pixels.stride * 4));
  } else {
    note(SDL_UpdateTexture(&texture, &part, straight(pixels).data(), pixels.size.w * 4));
  }
}

SDL_Texture* RenderDevice::draw_into(SDL_Texture* target) {
  SDL_Texture* before = SDL_GetRenderTarget(renderer_);
  note(SDL_SetRenderTarget(renderer_, target));
  return before;
}

void RenderDevice::clear(Color color) {
  note(SDL_SetRenderDrawColor(renderer_, color.r, color.g, color.b, color.a));
  note(SDL_RenderClear(renderer_));
}

void RenderDevice::fill(const Rect& rect, Color color, std::uint8_t opacity) {
  const auto alpha = static_cast<std::uint8_t>(paint::scaled(color.a, opacity));
  const auto part = [&](std::uint8_t channel) {
    return premultiplied_ ? static_cast<std::uint8_t>(paint::scaled(channel, alpha)) : channel;
  };
  const SDL_BlendMode over = premultiplied_ ? premultiplied_over() : SDL_BLENDMODE_BLEND;
  note(SDL_SetRenderDrawBlendMode(renderer_, alpha == 255 ? SDL_BLENDMODE_NONE : over));
  note(SDL_SetRenderDrawColor(renderer_, part(color.r), part(color.g), part(color.b), alpha));
  const SDL_Rect to = sdl(rect);
  note(SDL_RenderFillRect(renderer_, &to));
}

void RenderDevice::copy(SDL_Texture& texture, const Rect& from, const Rect& to, const Look& look) {
  const bool replaces = look.opaque && look.opacity == 255;
  const SDL_BlendMode over = premultiplied_ ? premultiplied_over() : SDL_BLENDMODE_BLEND;
  const std::uint8_t light = premultiplied_ ? look.opacity : 255;
  note(SDL_SetTextureBlendMode(&texture, replaces ? SDL_BLENDMODE_NONE : over));
  note(SDL_SetTextureColorMod(&texture, light, light, light));
  note(SDL_SetTextureAlphaMod(&texture, look.opacity));
  const SDL_Rect source = sdl(from);
  if (look.rotation == 0) {
    const SDL_Rect target = sdl(to);
    note(SDL_RenderCopy(renderer_, &texture, &source, &target));
  } else {
    const SDL_FRect target = before_turning(to, look.rotation);
    note(SDL_RenderCopyExF(renderer_, &texture, &source, &target, look.rotation, nullptr, SDL_FLIP_NONE));
  }
}

void RenderDevice::show() {
  SDL_RenderPresent(renderer_);
  if (gl_error_) note_gl_errors();
}

/// SDL asks GL for errors in debug contexts only. Others than these two do not spoil the picture.
void RenderDevice::note_gl_errors() {
  constexpr unsigned kOutOfMemory = 0x0505, kContextLost = 0x0507;
  constexpr int kMost = 8;  // a lost context may have no end of them
  for (int i = 0; i < kMost; ++i) {
    const unsigned error = gl_error_();
    if (error == 0) return;
    if (error == kOutOfMemory && !failure_) failure_ = "GL_OUT_OF_MEMORY";
    if (error == kContextLost && !failure_) failure_ = "GL_CONTEXT_LOST";
  }
}

}  // namespace xp::present
