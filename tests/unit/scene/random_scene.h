// SPDX-License-Identifier: MIT
// Scenes made by chance, the same for the same seed.
#pragma once

#include <random>
#include <vector>

#include "scene/builder.h"
#include "scene/scene.h"

namespace xp::test {

class RandomScenes {
 public:
  RandomScenes(unsigned seed, Size size) : random_(seed), size_(size) {}

  /// From 0 to `below` − 1.
  int number(int below) { return static_cast<int>(random_() % static_cast<unsigned>(below)); }

  scene::Scene scene() {
    scene::Scene scene{size_, {background()}};
    for (int i = number(6); i > 0; --i) scene.layers.push_back(layer());
    return scene;
  }

  /// `scene` after one to three changes: layers moved, faded, clipped, added, removed, exchanged.
  scene::Scene changed(scene::Scene scene) {
    for (int i = 1 + number(3); i > 0; --i) change(scene.layers);
    return scene;
  }

 private:
  Rect rect() {
    return {number(size_.w + 8) - 8, number(size_.h + 8) - 8, 1 + number(size_.w / 2),
            1 + number(size_.h / 2)};
  }
  Color color() {
    const int alphas[] = {255, 255, 128, 30};
    return {byte(), byte(), byte(), static_cast<std::uint8_t>(alphas[number(4)])};
  }
  std::uint8_t byte() { return static_cast<std::uint8_t>(number(256)); }

  scene::Layer background() {
    Color solid = color();
    solid.a = 255;
    const Rect all = Rect::of({}, size_);
    return scene::layer(scene::Builder().fill(all, solid).done(), {}, all);
  }

  scene::Layer layer() {
    scene::Builder builder;
    const auto px = [this](int below) { return Px{number(below * 64)}; };
    for (int i = 1 + number(2); i > 0; --i) {
      switch (number(4)) {
        case 0:
          builder.fill(rect(), color());
          break;
        case 1:
          builder.disc({px(size_.w), px(size_.h)}, Px{64 + number(640)}, color());
          break;
        case 2:
          builder.rounded(RectF::of(rect()), px(6), color());
          break;
        default:
          builder.gradient({rect(),
                            scene::GradientOp::Shape::linear,
                            {},
                            {px(size_.w), px(size_.h)},
                            {{0, color()}, {1, color()}}});
      }
    }
    const Rect clip = number(2) ? Rect::of({}, size_) : rect();
    return {clip, {number(9) - 4, number(9) - 4}, number(2) ? std::uint8_t{255} : byte(), builder.done()};
  }

  void change(std::vector<scene::Layer>& layers) {
    scene::Layer& one = layers[static_cast<std::size_t>(number(static_cast<int>(layers.size())))];
    if (&one == &layers.front()) {
      layers.push_back(layer());
      return;
    }
    switch (number(6)) {
      case 0:
        one.offset = one.offset + Point{number(7) - 3, number(7) - 3};
        break;
      case 1:
        one.opacity = byte();
        break;
      case 2:
        one.clip = rect();
        break;
      case 3:
        one = layer();
        break;
      case 4:
        std::swap(one, layers.back());
        break;
      default:
        layers.erase(layers.begin() + (&one - layers.data()));
    }
  }

  std::mt19937 random_;
  Size size_;
};

}  // namespace xp::test
