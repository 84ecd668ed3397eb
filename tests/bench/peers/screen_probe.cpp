// SPDX-License-Identifier: MIT
// When the picture of an X server changes, whoever draws it. Times are CLOCK_MONOTONIC, in seconds.
//   screen_probe changes SECONDS X Y W H   a line for each time that something is drawn in that rectangle
//   screen_probe settled QUIET_SECONDS     waits until nothing is drawn for so long and says when the picture
//                                          became what it is now (drawing the same again does not count)
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>
#include <X11/extensions/Xdamage.h>
#include <poll.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <time.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <string_view>

namespace {

double now() {
  timespec t{};
  clock_gettime(CLOCK_MONOTONIC, &t);
  return double(t.tv_sec) + double(t.tv_nsec) / 1e9;
}

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "screen_probe: %s\n", what);
  std::exit(1);
}

class Picture {
 public:
  Picture() : display_(XOpenDisplay(nullptr)) {
    int error = 0;
    if (!display_) fail("no display");
    if (!XDamageQueryExtension(display_, &first_event_, &error)) fail("the server has no Damage extension");
    XDamageCreate(display_, DefaultRootWindow(display_), XDamageReportRawRectangles);
    XSync(display_, False);
    const int screen = DefaultScreen(display_);
    image_ = XShmCreateImage(
        display_, DefaultVisual(display_, screen), unsigned(DefaultDepth(display_, screen)), ZPixmap, nullptr,
        &segment_, unsigned(DisplayWidth(display_, screen)), unsigned(DisplayHeight(display_, screen)));
    if (!image_) fail("no shared memory");
    segment_.shmid = shmget(IPC_PRIVATE, size(), IPC_CREAT | 0600);
    segment_.shmaddr = image_->data = static_cast<char*>(shmat(segment_.shmid, nullptr, 0));
    XShmAttach(display_, &segment_);
    XSync(display_, False);
    shmctl(segment_.shmid, IPC_RMID, nullptr);
  }

  /// The next rectangle that is drawn, or nothing before `end`.
  std::optional<XRectangle> drawn(double end) {
    for (double left = end - now(); left > 0; left = end - now()) {
      if (XPending(display_) == 0) {
        pollfd wait{ConnectionNumber(display_), POLLIN, 0};
        poll(&wait, 1, int(left * 1000) + 1);
        continue;
      }
      XEvent event;
      XNextEvent(display_, &event);
      if (event.type == first_event_ + XDamageNotify)
        return reinterpret_cast<XDamageNotifyEvent&>(event).area;
    }
    return std::nullopt;
  }

  /// Of all pixels; equal where the pictures are.
  std::uint64_t picture() {
    XShmGetImage(display_, DefaultRootWindow(display_), image_, 0, 0, AllPlanes);
    std::uint64_t hash = 14695981039346656037ull, word = 0;
    for (std::size_t at = 0; at + 8 <= size(); at += 8) {
      std::memcpy(&word, image_->data + at, 8);
      hash = (hash ^ word) * 1099511628211ull;
    }
    return hash;
  }

 private:
  std::size_t size() const { return std::size_t(image_->bytes_per_line) * std::size_t(image_->height); }

  Display* display_;
  int first_event_ = 0;
  XShmSegmentInfo segment_{};
  XImage* image_ = nullptr;
};

bool meet(const XRectangle& a, int x, int y, int w, int h) {
  return a.x < x + w && x < a.x + a.width && a.y < y + h && y < a.y + a.height;
}

int changes(Picture& screen, char** arguments) {
  const double end = now() + std::atof(arguments[0]);
  while (const auto area = screen.drawn(end))
    if (meet(*area, std::atoi(arguments[1]), std::atoi(arguments[2]), std::atoi(arguments[3]),
             std::atoi(arguments[4])))
      std::printf("%.6f\n", now());
  return 0;
}

int settled(Picture& screen, double quiet) {
  std::printf("ready\n");
  std::fflush(stdout);
  std::uint64_t picture = screen.picture();
  double since = 0;
  for (double end = now() + 60; screen.drawn(end);) {
    const double at = now();
    const std::uint64_t next = screen.picture();
    if (next == picture) continue;  // some draw the same again and again
    since = at;
    end = at + quiet;
    picture = next;
  }
  if (since == 0) fail("nothing was drawn in a minute");
  std::printf("%.6f\n", since);
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  const std::string_view mode = count > 1 ? arguments[1] : "";
  if (mode == "changes" && count == 7) {
    Picture screen;
    return changes(screen, arguments + 2);
  }
  if (mode == "settled" && count == 3) {
    Picture screen;
    return settled(screen, std::atof(arguments[2]));
  }
  return std::fputs("screen_probe changes SECONDS X Y W H | settled QUIET_SECONDS\n", stderr), 2;
}
