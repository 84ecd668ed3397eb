// SPDX-License-Identifier: MIT
// The window that a presenter shows its picture in: full screen on one of the displays, or a preview.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "base/geometry.h"
#include "base/result.h"
#include "present/presenter.h"
#include "present/video_driver.h"

struct SDL_Window;
union SDL_Event;

namespace xp::present {

/// Part of the picture lies outside of an output of this size; never in a preview window, whose picture is
/// scaled.
bool is_cut_off(const OutputOptions& options, Size output);

struct WindowEvents : DisplayEvents {
  bool reset = false;  ///< the graphics device has lost what it kept
};

class OutputWindow {
 public:
  /// On the first of the drivers that works.
  static Result<std::unique_ptr<OutputWindow>> open(const OutputOptions& options,
                                                    const std::vector<DriverChoice>& drivers);
  ~OutputWindow();
  OutputWindow(const OutputWindow&) = delete;
  OutputWindow& operator=(const OutputWindow&) = delete;

  SDL_Window* get() const { return window_; }
  WindowEvents poll();
  /// The display went away: the window is not to be touched any more.
  bool lost() const { return lost_; }
  int descriptor() const;  ///< as Presenter::wait_descriptor()
  Size size() const;
  void toggle_full_screen();

 private:
  enum class Kind : std::uint8_t { full_screen, preview };
  OutputWindow(SDL_Window* window, Kind kind) : window_(window), kind_(kind) {}
  void forget_coming();
  void take(const SDL_Event& event, WindowEvents& out);

  SDL_Window* window_;
  Kind kind_;
  bool rearranged_ = false;  ///< while it was being opened
  bool close_asked_ = false;
  bool lost_ = false;
};

}  // namespace xp::present
