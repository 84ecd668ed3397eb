// SPDX-License-Identifier: MIT
#include "text/font_files.h"

#include <hb.h>

namespace xp::text {

std::shared_ptr<hb_blob_t> FontFiles::map(const std::string& path) {
  const std::lock_guard lock(mutex_);
  std::shared_ptr<hb_blob_t>& slot = mapped_[path];
  if (!slot) {
    slot.reset(hb_blob_create_from_file(path.c_str()), hb_blob_destroy);
    hb_blob_make_immutable(slot.get());  // nobody's use of it changes another's
  }
  return slot;
}

}  // namespace xp::text
