// SPDX-License-Identifier: MIT
#include "player/last_good.h"

#include <fcntl.h>
#include <unistd.h>

#include <filesystem>
#include <future>
#include <system_error>
#include <utility>
#include <vector>

#include "base/file.h"
#include "base/folder.h"
#include "base/i18n.h"
#include "base/log.h"
#include "base/paths.h"
#include "player/parse_hash.h"

namespace xp::player {

namespace {

namespace fs = std::filesystem;

constexpr const char* kLink = "last-good";     ///< to the folder of the kept one …
constexpr const char* kFolder = "last-good-";  ///< … which has its hash in its name
constexpr std::size_t kMostEntries = 20'000;

class Copier {
 public:
  Copier(fs::path from, fs::path to) : from_(std::move(from)), to_(std::move(to)) {}

  void copy_all(std::error_code& error) {
    fs::create_directories(to_, error);
    for (auto it = fs::recursive_directory_iterator(from_, error); !error && it != fs::end(it);
         it.increment(error)) {
      if (it->path().filename().string().starts_with('.')) {
        it.disable_recursion_pending();
        continue;
      }
      if (++entries_ > kMostEntries) error = std::make_error_code(std::errc::file_too_large);
      if (!error) copy(*it, error);
      if (error) return;
    }
  }

 private:
  void copy(const fs::directory_entry& entry, std::error_code& error) {
    const fs::path to = to_ / entry.path().lexically_relative(from_);
    if (entry.is_symlink(error)) return link(entry.path(), to, error);
    if (entry.is_directory(error)) {
      fs::create_directories(to, error);
    } else if (entry.is_regular_file(error)) {
      const std::uintmax_t size = entry.file_size(error);
      if (size > kLargestCopy || copied_ + size > kLargestCopies) return link(entry.path(), to, error);
      copied_ += size;
      fs::copy_file(entry.path(), to, error);
    }
    forgive(error);
  }

  /// To what it means now, not to what a switched link will mean.
  static void link(const fs::path& from, const fs::path& to, std::error_code& error) {
    const fs::path target = fs::canonical(from, error);
    if (!error) fs::create_symlink(target, to, error);
    forgive(error);
  }

  /// What goes while it is copied is missing in the copy, as it is in the campaign.
  static void forgive(std::error_code& error) {
    if (error == std::errc::no_such_file_or_directory) error.clear();
  }

  fs::path from_, to_;
  std::uintmax_t copied_ = 0;
  std::size_t entries_ = 0;
};

void sync_disk_of(const fs::path& folder) {
  const int descriptor = ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;
  ::syncfs(descriptor);
  ::close(descriptor);
}

void switch_link(const fs::path& state, const std::string& folder, std::error_code& error) {
  const fs::path next = state / (std::string(kLink) + ".new");
  fs::remove(next, error);
  fs::create_symlink(folder, next, error);
  if (!error) fs::rename(next, state / kLink, error);
}

/// All copies but this one.
void clear_others(const fs::path& state, const std::string& folder) {
  std::error_code ignored;
  for (const std::string& name : names_in(state.string()))
    if (name.starts_with(kFolder) && name != folder) fs::remove_all(state / name, ignored);
}

class AsideKeeper final : public LastGoodKeeper {
 public:
  explicit AsideKeeper(std::string state) : state_(std::move(state)) {}
  void keep(const std::string& playlist, const Hash& hash) override {
    if (busy()) return;
    done_ = std::async(std::launch::async, [state = state_, playlist, hash] {
      if (const Status kept = keep_last_good(state, playlist, hash); !kept)
        log(LogLevel::warning, "player", kept.error().message);
    });
  }

 private:
  bool busy() const {
    return done_.valid() && done_.wait_for(std::chrono::seconds(0)) != std::future_status::ready;
  }
  std::string state_;
  std::future<void> done_;
};

}  // namespace

std::optional<LastGood> find_last_good(const std::string& state) {
  std::error_code error;
  const std::string folder = fs::read_symlink(fs::path(state) / kLink, error).filename().string();
  if (error || !folder.starts_with(kFolder)) return std::nullopt;
  const auto hash = parse_hash(folder.substr(std::string_view(kFolder).size()));
  const std::string playlist = (fs::path(state) / folder / "playlist.toml").string();
  if (!hash || !real_files().is_file(playlist)) return std::nullopt;
  return LastGood{playlist, *hash};
}

Status keep_last_good(const std::string& state, const std::string& playlist, const Hash& hash) {
  const std::string folder = kFolder + hash.hex();
  const fs::path to = fs::path(state) / folder;
  std::error_code error;
  fs::remove_all(to, error);
  if (!error) Copier(fs::path(parent_of(playlist)), to).copy_all(error);
  const fs::path name = fs::path(playlist).filename();
  if (!error && name != "playlist.toml") fs::rename(to / name, to / "playlist.toml", error);
  if (!error) {
    sync_disk_of(to);
    switch_link(state, folder, error);
  }
  std::error_code ignored;
  clear_others(state, fs::read_symlink(fs::path(state) / kLink, ignored).filename().string());
  if (!error) return Done{};
  return Error{trf("the playlist that plays well cannot be kept in {directory}: {reason}",
                   fmt::arg("directory", state), fmt::arg("reason", error.message())),
               error.value()};
}

std::unique_ptr<LastGoodKeeper> start_last_good_keeper(std::string state) {
  return std::make_unique<AsideKeeper>(std::move(state));
}

}  // namespace xp::player
