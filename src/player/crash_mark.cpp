// SPDX-License-Identifier: MIT
#include "player/crash_mark.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <mutex>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/i18n.h"
#include "base/log.h"
#include "base/paths.h"
#include "player/parse_hash.h"

namespace xp::player {

namespace {

using Json = nlohmann::ordered_json;

/// Always of one size, so that it lies in blocks that are there and no full disk stops it.
constexpr std::size_t kMarkSize = 4096;

std::string not_counted(const std::string& path, int code) {
  return trf("“{path}” cannot be written, so crashes are not counted: {reason}", fmt::arg("path", path),
             fmt::arg("reason", std::strerror(code)));
}

enum class Work { none, reads, prepares };

struct Doing {
  Work work = Work::none;
  SlideVersion prepared, shown;
  Hash playlist;
  bool card = true;
};

Remains remains_of(const Doing& doing, const std::string& boot_id) {
  switch (doing.work) {
    case Work::prepares:
      return {boot_id, doing.prepared, doing.playlist, doing.card};
    case Work::reads:
      return {boot_id, {}, {}, doing.card};
    case Work::none:
      break;
  }
  return {boot_id, doing.shown, doing.playlist, doing.card};
}

std::string record_of(const Remains& remains) {
  std::string text = Json{
      {"boot_id", remains.boot_id},
      {"slide", remains.suspect.slide},
      {"content", remains.suspect.content.hex()},
      {"playlist", remains.playlist.hex()},
      {"on_card",
       remains.on_card}}.dump(-1, ' ', false, Json::error_handler_t::replace);
  text.resize(std::max(kMarkSize - 1, text.size()), ' ');
  return text + '\n';
}

class FileMark final : public CrashMark {
 public:
  FileMark(int descriptor, std::string path, std::string boot_id)
      : descriptor_(descriptor), path_(std::move(path)), boot_id_(std::move(boot_id)) {}
  ~FileMark() override { ::close(descriptor_); }
  FileMark(const FileMark&) = delete;
  FileMark& operator=(const FileMark&) = delete;

  void shows(const SlideVersion& slide, const Hash& playlist) override {
    note([&](Doing& d) { d.shown = slide, d.playlist = playlist, d.card = false; });
  }
  void shows_card() override {
    note([](Doing& d) { d.shown = {}, d.playlist = {}, d.card = true; });
  }
  void reads() override {
    note([](Doing& d) { d.work = Work::reads; });
  }
  void prepares(const SlideVersion& slide) override {
    note([&](Doing& d) { d.work = Work::prepares, d.prepared = slide; });
  }
  void rests() override {
    note([](Doing& d) { d.work = Work::none; });
  }
  void stops() override {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    write(std::string(kMarkSize - 1, ' ') + '\n');
  }

 private:
  template <class Change>
  void note(Change change) {
    const std::lock_guard lock(mutex_);
    if (stopped_) return;  // the worker ends what it was at
    change(doing_);
    if (const std::string record = record_of(remains_of(doing_, boot_id_)); record.size() == kMarkSize)
      write(record);
  }
  /// A mark that cannot be written is missed only by a crash.
  void write(const std::string& record) const {
    if (::pwrite(descriptor_, record.data(), record.size(), 0) < 0)
      log(LogLevel::warning, "player", not_counted(path_, errno));
  }

  int descriptor_;
  std::string path_;
  std::string boot_id_;
  std::mutex mutex_;
  bool stopped_ = false;
  Doing doing_;
};

class NoMark final : public CrashMark {
 public:
  void shows(const SlideVersion&, const Hash&) override {}
  void shows_card() override {}
  void reads() override {}
  void prepares(const SlideVersion&) override {}
  void rests() override {}
  void stops() override {}
};

std::string read_whole(int descriptor) {
  std::string text(kMarkSize, '\0');
  const ssize_t got = ::pread(descriptor, text.data(), text.size(), 0);
  text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return text;
}

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

}  // namespace

std::optional<Remains> parse_remains(std::string_view text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object()) return std::nullopt;
  const auto on_card = json.find("on_card");
  return Remains{text_at(json, "boot_id"),
                 {text_at(json, "slide"), parse_hash(text_at(json, "content")).value_or(Hash{})},
                 parse_hash(text_at(json, "playlist")).value_or(Hash{}),
                 on_card != json.end() && on_card->is_boolean() && on_card->get<bool>()};
}

Result<OpenedMark> open_crash_mark(const std::string& directory, const std::string& boot_id) {
  const std::string path = join_path(directory, kMarkFile);
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (descriptor >= 0 && ::flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
    OpenedMark out{nullptr, parse_remains(read_whole(descriptor))};
    if (::ftruncate(descriptor, kMarkSize) == 0) {
      out.mark = std::make_unique<FileMark>(descriptor, path, boot_id);
      out.mark->shows_card();
      return out;
    }
  }
  const int code = errno;
  if (descriptor >= 0) ::close(descriptor);
  if (code == EWOULDBLOCK)
    return Error{trf("another player writes into {directory}; give each one a state directory of its own",
                     fmt::arg("directory", directory)),
                 code};
  return Error{not_counted(path, code), code};
}

std::unique_ptr<CrashMark> no_crash_mark() { return std::make_unique<NoMark>(); }

}  // namespace xp::player
