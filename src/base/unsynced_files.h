// SPDX-License-Identifier: MIT
#pragma once

#include "base/file.h"

namespace xp::inline base {

/// The machine's files for what is written often and worth nothing after a power cut, such as a status:
/// readers see the old or the new content, whole, but writing does not wait for the disk. Any thread.
FileSystem& unsynced_files();

}  // namespace xp::inline base
