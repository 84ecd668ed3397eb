// SPDX-License-Identifier: MIT
#include "scene/pictures.h"

namespace xp::scene {
namespace {

using Pictures = std::vector<std::shared_ptr<const media::Picture>>;

void append(const std::vector<Layer>& layers, Pictures& out) {
  for (const Layer& layer : layers) {
    if (!layer.ops) continue;
    for (const Op& op : layer.ops->list) {
      if (const auto* image = std::get_if<ImageOp>(&op)) out.push_back(image->picture);
      if (const auto* group = std::get_if<GroupOp>(&op)) append(group->layers, out);
    }
  }
}

}  // namespace

Pictures pictures_in(const std::vector<Layer>& layers) {
  Pictures pictures;
  append(layers, pictures);
  return pictures;
}

}  // namespace xp::scene
