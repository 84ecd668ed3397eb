// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <string>

namespace xp {

/// What a store of pixels holds, and what it may hold. A frame that is larger than the limit is shown all the
/// same: then there is more for as long as it is.
struct MemoryUse {
  std::string store;  ///< "glyphs", "layers", "pictures", "videos", "textures", "worker-glyphs"
  std::size_t bytes = 0, limit = 0;
  bool operator==(const MemoryUse&) const = default;
};

}  // namespace xp
