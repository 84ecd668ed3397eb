// SPDX-License-Identifier: MIT
#include "player/show_reader.h"

#include <set>

#include "base/paths.h"
#include "player/watch.h"

namespace xp::player {

namespace {

class RecordingFiles final : public FileSystem {
 public:
  explicit RecordingFiles(const FileSystem& files) : files_(files) {}

  Result<std::string> read(const std::string& path, std::size_t limit) const override {
    asked_.insert(path);
    return files_.read(path, limit);
  }
  Status write_atomically(const std::string& path, std::string_view) override { return Error{path, 0}; }
  bool is_file(const std::string& path) const override {
    asked_.insert(path);
    return files_.is_file(path);
  }
  bool is_directory(const std::string& path) const override {
    asked_.insert(path);
    return files_.is_directory(path);
  }
  std::vector<std::string> asked() const { return {asked_.begin(), asked_.end()}; }

 private:
  const FileSystem& files_;
  mutable std::set<std::string> asked_;
};

}  // namespace

ReadShow read_show(const FileSystem& files, const show::LoadRequest& request, Diagnostics& diagnostics) {
  const RecordingFiles recording(files);
  ReadShow out;
  if (auto show = show::load_show(recording, request, diagnostics)) out.show = *std::move(show);
  out.files = recording.asked();
  // Pictures are decoded past the FileSystem: whatever appears beside the playlist may be what was missing.
  const std::string playlist = show::resolve_playlist(files, request.data, request.playlist);
  out.files.push_back(join_path(parent_of(playlist), kAnyName));
  if (out.show) out.files.insert(out.files.end(), out.show->files.begin(), out.show->files.end());
  return out;
}

}  // namespace xp::player
