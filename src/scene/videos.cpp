// SPDX-License-Identifier: MIT
#include "scene/videos.h"

namespace xp::scene {
namespace {

void append(const std::vector<Layer>& layers, std::vector<VideoOp>& out) {
  for (const Layer& layer : layers) {
    if (!layer.ops || !layer.ops->live) continue;
    for (const Op& op : layer.ops->list) {
      if (const auto* video = std::get_if<VideoOp>(&op)) out.push_back(*video);
      if (const auto* group = std::get_if<GroupOp>(&op)) append(group->layers, out);
    }
  }
}

}  // namespace

std::vector<VideoOp> videos_in(const std::vector<Layer>& layers) {
  std::vector<VideoOp> videos;
  append(layers, videos);
  return videos;
}

}  // namespace xp::scene
