// SPDX-License-Identifier: MIT
// Slogans on pictures and colours of their own: what `check` measures on the painted pixels, in every bundled
// theme.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <random>

#include "lint/lint.h"
#include "media/png_writer.h"
#include "show/load.h"
#include "support/golden.h"

namespace xp::lint {
namespace {

constexpr Size kPicture{480, 270};
constexpr const char* kWords =
    "kind = \"slogan\"\ntext = \"收益说得**越漂亮**\\n本钱走得越匆忙\"\nsupport = \"先停一停\"\n";

class OwnBackgrounds : public testing::TestWithParam<const char*> {
 protected:
  template <class PixelAt>
  void write_picture(const std::string& name, PixelAt pixel_at) {
    std::vector<std::uint32_t> pixels;
    for (int y = 0; y < kPicture.h; ++y)
      for (int x = 0; x < kPicture.w; ++x) pixels.push_back(pixel_at(x, y));
    ASSERT_TRUE(media::write_png(join_path(folder_, name), kPicture, pixels.data(), kPicture.w * 4));
  }

  /// The ids of what is found about a slide with these keys, on one screen.
  std::string found(const std::string& keys, const std::string& screen = "plaza-1080p") {
    std::ofstream(join_path(folder_, "playlist.toml"))
        << "[campaign]\ntitle = \"与民同心\"\ntheme = \"" << GetParam() << "\"\n[[slide]]\nid = \"a\"\n"
        << keys;
    Diagnostics diagnostics;
    show::LoadRequest request;
    request.data.roots = {test::source_path(".")};
    request.playlist.value = folder_;
    request.screen.value = screen;
    if (const auto show = show::load_show(real_files(), request, diagnostics)) {
      const auto caches = show::Caches::create((*show)->catalog);
      const auto painter = paint::Painter::create((*show)->catalog);
      lint(**show, *parse_instant("2022-05-15T10:24:00+08:00"), {**caches, **painter}, diagnostics);
    }
    return format_diagnostics(diagnostics);
  }

  std::string folder_ = test::scratch_directory();
};

TEST_P(OwnBackgrounds, KeepWordsReadableOnAnyPicture) {
  std::minstd_rand random(7);
  write_picture("white.png", [](int, int) { return 0xffffffffU; });
  write_picture("black.png", [](int, int) { return 0xff000000U; });
  write_picture("noise.png",
                [&](int, int) { return 0xff000000U | static_cast<std::uint32_t>(random() & 0xffffff); });
  write_picture("checks.png",
                [](int x, int y) { return (x / 40 + y / 40) % 2 == 0 ? 0xffffffffU : 0xff000000U; });
  for (const char* name : {"white.png", "black.png", "noise.png", "checks.png"})
    for (const char* mode : {"horizontal", "vertical"})
      EXPECT_EQ(
          found(std::string(kWords) + "mode = \"" + mode + "\"\nbackground_picture = \"" + name + "\"\n"), "")
          << name << ' ' << mode;
  EXPECT_EQ(found(std::string(kWords) + "background_picture = \"checks.png\"\n", "portrait-1080x1920"), "");
}

TEST_P(OwnBackgrounds, KeepWordsReadableOnAnyColour) {
  for (const char* color :
       {"#ffffff", "#000000", "#c00000", "#7f7f7f", "#ffd000", "accent", "background_bright"})
    EXPECT_EQ(found(std::string(kWords) + "background = \"" + color + "\"\n"), "") << color;
  EXPECT_EQ(found(std::string(kWords) + "gradient = [\"#ffffff\", \"#103060\"]\n"), "");
}

TEST_P(OwnBackgrounds, KeepAClockReadable) {
  write_picture("white.png", [](int, int) { return 0xffffffffU; });
  write_picture("black.png", [](int, int) { return 0xff000000U; });
  write_picture("checks.png",
                [](int x, int y) { return (x / 3 + y / 3) % 2 == 0 ? 0xffffffffU : 0xff000000U; });
  for (const char* name : {"white.png", "black.png", "checks.png"})
    EXPECT_EQ(found(std::string("kind = \"picture\"\nfit = \"fill\"\nfile = \"") + name + "\"\n",
                    "bank-hall-1080p"),
              "")
        << name;
}

TEST_P(OwnBackgrounds, KeepACaptionReadable) {
  write_picture("white.png", [](int, int) { return 0xffffffffU; });
  for (const char* keys : {"fit = \"fill\"\n", "pan = true\n", "fit = \"fit\"\n"})
    EXPECT_EQ(
        found(std::string("kind = \"picture\"\nfile = \"white.png\"\ncaption = \"慢一点，**看清楚**\"\n") +
              keys),
        "")
        << keys;
}

INSTANTIATE_TEST_SUITE_P(Themes, OwnBackgrounds,
                         testing::Values("deep-blue", "warning-red", "light", "high-contrast"),
                         [](const auto& tested) {
                           std::string name = tested.param;
                           std::erase(name, '-');
                           return name;
                         });

class ADefect : public OwnBackgrounds {};

TEST_P(ADefect, OfAPictureIsSaidWhereItIsNamed) {
  EXPECT_NE(found("kind = \"picture\"\nfile = \"none.png\"\n").find("unreadable-picture"), std::string::npos);
  std::ofstream(join_path(folder_, "broken.png")) << "\x89PNG\r\n\x1a\nnothing";
  EXPECT_NE(found(std::string(kWords) + "background_picture = \"broken.png\"\n").find("unreadable-picture"),
            std::string::npos);
  EXPECT_NE(found(std::string(kWords) + "background = \"acent\"\n").find("“accent”"), std::string::npos);
  EXPECT_NE(found(std::string(kWords) + "background = \"#fff\"\ngradient = [\"#000\", \"#fff\"]\n")
                .find("two-backgrounds"),
            std::string::npos);
}

INSTANTIATE_TEST_SUITE_P(Theme, ADefect, testing::Values("deep-blue"));

}  // namespace
}  // namespace xp::lint
