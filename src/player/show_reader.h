// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file.h"
#include "show/load.h"
#include "show/show.h"

namespace xp::player {

/// A show with everything that was looked at on the way, found or not: a change there may change the result.
struct ReadShow {
  show::ShowPtr show;  ///< null after any error
  std::vector<std::string> files;
};
using ShowReader = std::function<ReadShow(const show::LoadRequest&, Diagnostics&)>;

/// Reads with show::load_show and takes down every path it asks for.
ReadShow read_show(const FileSystem& files, const show::LoadRequest& request, Diagnostics& diagnostics);

}  // namespace xp::player
