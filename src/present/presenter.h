// SPDX-License-Identifier: MIT
// What turns a scene into light. A presenter is one file with one row in the table; it cannot know what a
// slide is.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "base/memory_use.h"
#include "base/panel.h"
#include "base/result.h"
#include "paint/painter.h"
#include "paint/pixmap.h"
#include "scene/scene.h"

namespace xp::present {

struct OutputOptions {
  Size size;                   ///< of the scene
  std::string output;          ///< the display's name, or its number from 0; empty: the first
  Point region;                ///< where on the output the picture begins
  int rotation = 0;            ///< degrees clockwise: 0, 90, 180, 270
  Panel panel = Panel::full;   ///< the colours that the display has
  std::optional<Size> window;  ///< a window of this size instead of full screen
  std::string path;            ///< png: the file written at every present()
  std::string title;           ///< of the window
};

enum class Key { next, previous, pause, overlay, full_screen, quit };

/// What came from the display since the last poll.
struct DisplayEvents {
  std::vector<Key> keys;
  bool exposed = false;     ///< the next present() must repaint everything (the presenter has seen to it)
  bool rearranged = false;  ///< outputs came, went or changed their size: open the presenter anew
  bool lost = false;        ///< the display is gone: exit 75
  bool closed = false;      ///< the user closed the preview window
};

class Presenter {
 public:
  virtual ~Presenter() = default;
  /// Shows the scene; repaints only where it differs from the last one presented. Main thread.
  virtual Status present(const scene::Scene& scene, paint::Painter& painter) = 0;
  /// What will be shown soon, painted already; for presenters that must bring it somewhere first. They do so
  /// bit by bit in poll(), and want to be polled again at once while they are busy().
  virtual void prepare(const scene::OpsPtr& ops, const paint::PixmapPtr& pixels) { (void)ops, (void)pixels; }
  virtual bool busy() const { return false; }
  /// Whether prepare() wants grounds too.
  virtual paint::Grounds grounds() const { return paint::Grounds::in_place; }
  /// From the next present() on white is shown with this level, all others in proportion: 255 is full light.
  virtual void set_white(std::uint8_t level) { (void)level; }
  virtual DisplayEvents poll() { return {}; }
  /// A descriptor that becomes readable when poll() has something; −1 where the display has none (KMS).
  virtual int wait_descriptor() const { return -1; }
  /// Of the output, px; empty where the output is as large as the scene.
  virtual Size output_size() const { return {}; }
  /// The output is too small: part of the picture lies outside of it. A preview window is scaled instead.
  virtual bool is_cut() const { return false; }
  /// Status overlay lines over the picture (F1); empty: off. SDL2_ttf draws them.
  virtual void set_overlay(std::vector<std::string> lines) { (void)lines; }
  virtual void toggle_full_screen() {}
  /// Frames presented and rectangles painted so far, for the overlay and tests.
  struct Counts {
    std::uint64_t frames = 0, painted_pixels = 0;
  };
  virtual Counts counts() const = 0;
  /// What it keeps of the pixels itself: textures on a graphics device.
  virtual std::vector<MemoryUse> memory() const { return {}; }
};

struct PresenterRow {
  std::string_view name;
  const char* doc;
  Result<std::unique_ptr<Presenter>> (*open)(const OutputOptions& options);
  /// The name of the one that takes its place where it cannot be opened; empty: none.
  std::string_view stand_in;
};
std::span<const PresenterRow> presenters();

/// By name; "auto" picks by the machine (graphics_card.h), one that cannot be opened gives way to its
/// stand-in. Without the display the error has ENODEV and names the video drivers tried, or the displays that
/// there are; never a silent offscreen.
Result<std::unique_ptr<Presenter>> open_presenter(std::string_view name, const OutputOptions& options);

}  // namespace xp::present
