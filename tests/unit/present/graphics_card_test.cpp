// SPDX-License-Identifier: MIT
#include "present/graphics_card.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "support/golden.h"

namespace xp::present {

using testing::ElementsAre;
using testing::IsEmpty;

namespace {

/// A machine's folders, with these render nodes.
DeviceFolders machine(const std::string& folder,
                      const std::vector<std::pair<std::string, std::string>>& nodes) {
  namespace fs = std::filesystem;
  const DeviceFolders out{folder + "/drm", folder + "/dri"};
  for (const auto& [node, driver] : nodes) {
    const fs::path device = fs::path(out.drm) / node / "device";
    fs::create_directories(device);
    fs::create_symlink("/sys/bus/platform/drivers/" + driver, device / "driver");
    fs::create_directories(fs::path(out.nodes) / node);  // may be opened, as far as access() tells
  }
  return out;
}

Environment at(const std::string& x_display) { return {"", x_display, ""}; }

}  // namespace

TEST(GraphicsCard, IsToldByTheDriversOfRenderNodes) {
  const DeviceFolders folders =
      machine(xp::test::scratch_directory(), {{"card0", "rockchip-drm"}, {"renderD128", "panfrost"}});
  EXPECT_THAT(render_drivers(folders), ElementsAre("panfrost"));
}

TEST(GraphicsCard, ANodeThatMayNotBeOpenedIsNone) {
  const DeviceFolders folders = machine(xp::test::scratch_directory(), {{"renderD128", "i915"}});
  std::filesystem::remove_all(folders.nodes);
  EXPECT_THAT(render_drivers(folders), IsEmpty());
}

TEST(GraphicsCard, AMachineWithoutAnyHasNone) {
  EXPECT_THAT(render_drivers({"/no/such/folder", "/no/such/folder"}), IsEmpty());
}

TEST(GraphicsCard, VirtualOnesAreNone) {
  for (const char* driver : {"virtio_gpu", "virtio-pci", "bochs-drm", "vmwgfx", "ast", "simple-framebuffer"})
    EXPECT_FALSE(is_gpu(driver)) << driver;
  for (const char* driver : {"i915", "amdgpu", "panfrost", "lima", "v3d"})
    EXPECT_TRUE(is_gpu(driver)) << driver;
}

TEST(GraphicsCard, AutoDrawsWithTheGpuThereIs) {
  EXPECT_EQ(choose_presenter({}, {"lima"}, {}), "sdl");
  EXPECT_EQ(choose_presenter({}, {"i915"}, at(":0")), "sdl");
  EXPECT_EQ(choose_presenter({}, {"virtio_gpu"}, at(":0")), "cpu");
  EXPECT_EQ(choose_presenter({}, {}, {}), "cpu");
}

TEST(GraphicsCard, AutoDrawsWithTheProcessorWhatTheGpuCannotOrNeedNot) {
  OutputOptions panel, preview;
  panel.panel = Panel::red;
  preview.window = {640, 360};
  EXPECT_EQ(choose_presenter(panel, {"i915"}, {}), "cpu");
  EXPECT_EQ(choose_presenter(preview, {"i915"}, at(":0")), "cpu");
  EXPECT_EQ(choose_presenter({}, {"i915"}, at("office:0")), "cpu");  // the GPU is not on the display's side
}

}  // namespace xp::present
