// SPDX-License-Identifier: MIT
#include "media/libav_functions.h"

#include <dlfcn.h>

#include <optional>

#include "base/i18n.h"

namespace xp::media {
namespace {

#define XP_LIBAV_NAME(library, version) "lib" #library ".so." AV_STRINGIFY(version)
constexpr const char* kAvutil = XP_LIBAV_NAME(avutil, LIBAVUTIL_VERSION_MAJOR);
constexpr const char* kAvcodec = XP_LIBAV_NAME(avcodec, LIBAVCODEC_VERSION_MAJOR);
constexpr const char* kAvformat = XP_LIBAV_NAME(avformat, LIBAVFORMAT_VERSION_MAJOR);
constexpr const char* kSwresample = XP_LIBAV_NAME(swresample, LIBSWRESAMPLE_VERSION_MAJOR);
constexpr const char* kSwscale = XP_LIBAV_NAME(swscale, LIBSWSCALE_VERSION_MAJOR);
#undef XP_LIBAV_NAME

/// The libraries stay: their threads and tables last as long as the process.
class Loader {
 public:
  Loader() {
    void* const avutil = open(kAvutil);
    void* const avcodec = open(kAvcodec);
    void* const avformat = open(kAvformat);
    void* const swresample = open(kSwresample);
    void* const swscale = open(kSwscale);
#define XP_LIBAV_FIND(library, function) find(library, #function, functions_.function);
    XP_LIBAV_FUNCTIONS(XP_LIBAV_FIND)
#undef XP_LIBAV_FIND
    // The libraries would write to standard error by themselves.
    if (!failure_) functions_.av_log_set_level(AV_LOG_QUIET);
  }

  Status status() const { return failure_ ? Status(*failure_) : Status(Done{}); }
  const LibavFunctions& functions() const { return functions_; }

 private:
  void* open(const char* name) {
    void* library = dlopen(name, RTLD_LAZY | RTLD_LOCAL);
    if (!library) fail(dlerror());
    return library;
  }

  template <class F>
  void find(void* library, const char* name, F& function) {
    if (!library) return;
    function = reinterpret_cast<F>(dlsym(library, name));
    if (!function) fail(dlerror());
  }

  void fail(const char* reason) {
    if (failure_) return;  // the first says it
    failure_ = Error{trf("FFmpeg's libraries cannot be loaded ({reason})", fmt::arg("reason", reason))};
  }

  LibavFunctions functions_;
  std::optional<Error> failure_;
};

const Loader& loader() {
  static const Loader once;
  return once;
}

}  // namespace

Status load_libav() { return loader().status(); }
const LibavFunctions& libav() { return loader().functions(); }

}  // namespace xp::media
