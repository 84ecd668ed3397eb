// SPDX-License-Identifier: MIT
#include "player/state_directory.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "base/i18n.h"

namespace xp::player {

Status open_state_directory(const std::string& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (!error && access(path.c_str(), W_OK | X_OK) == 0) return Done{};
  const int code = error ? error.value() : errno;
  return Error{trf("the state directory {path} cannot be written ({reason}); make it writable for this user "
                   "or name another "
                   "one under state_directory in xuanping.toml. Playing goes on without it",
                   fmt::arg("path", path), fmt::arg("reason", std::strerror(code))),
               code};
}

}  // namespace xp::player
