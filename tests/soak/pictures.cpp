// SPDX-License-Identifier: MIT
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/time.h"
#include "log_lines.h"
#include "media/picture.h"
#include "mutant.h"
#include "soak.h"
#include "support/golden.h"
#include "theatre.h"
#include "unit/media/encode.h"

namespace xp::soak {

namespace {

constexpr Duration kLongestDecoding = seconds(2);
constexpr int kStaged = 50;  ///< every so manieth round is played too
constexpr Duration kLongestLook = milliseconds(50);
constexpr std::uint64_t kMostGrowth = 32u << 20;

std::string big(std::uint32_t value) {
  std::string bytes;
  for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>(value >> shift & 255);
  return bytes;
}

std::string png_header(std::uint32_t width, std::uint32_t height) {
  return "\x89PNG\r\n\x1a\n" + big(13) + "IHDR" + big(width) + big(height) +
         std::string("\x08\x02\0\0\0\0\0\0\0", 9);
}

std::vector<std::string> good_pictures() {
  std::vector<std::string> files;
  for (const Size size : {Size{64, 48}, Size{320, 200}}) {
    const test::Raw raw = test::halves(size, 0xffff8800, 0x800088ff);
    for (std::string& file :
         std::vector{test::png_of(raw), test::jpeg_of(raw), test::jpeg_of(raw, {}, true), test::webp_of(raw)})
      files.push_back(std::move(file));
  }
  return files;
}

/// Of this process, now.
std::uint64_t resident() {
  std::ifstream statm("/proc/self/statm");
  std::uint64_t whole = 0, pages = 0;
  statm >> whole >> pages;
  return pages * static_cast<std::uint64_t>(::sysconf(_SC_PAGESIZE));
}

/// A campaign of the picture and a slogan is played; how often the log tells of the picture is checked, and
/// that there is always something on the screen.
void stage(const std::string& path, bool decodes, int round, LogLines& log, Outcome& outcome) {
  player::VirtualWaiter waiter({{}, *parse_instant("2026-05-15T10:00:00+08:00")}, nullptr);
  player::Health health(player::HealthParts{});
  bool empty = false;
  Stage stage{&waiter, &health, nullptr, seconds(40)};
  stage.picture = [&](const scene::Scene& scene) { empty = empty || scene.layers.empty(); };
  const int code =
      play_on_stage(fmt::format("{}[[slide]]\nid = \"hostile\"\nkind = \"picture\"\nfile = \"{}\"\n",
                                two_slogans(std::chrono::seconds(4)), path),
                    stage);
  outcome.require(code == 0 && !empty && health.status().frames.presented > 0,
                  fmt::format("round {}: nothing is shown instead", round));
  outcome.require(health.status().unusable.size() == (decodes ? 0u : 1u),
                  fmt::format("round {}: the status does not say so", round));
  const int said = log.fresh_with(path);
  outcome.require(said == (decodes ? 0 : 1), fmt::format("round {}: said {} times", round, said));
}

double in_ms(Duration d) { return std::chrono::duration<double, std::milli>(d).count(); }

}  // namespace

Outcome hostile_pictures(const Amount& amount) {
  Mutator mutator(amount.seed);
  LogLines log;
  const std::vector<std::string> good = good_pictures();
  const std::string folder = test::scratch_directory();
  Outcome outcome;
  int refused = 0, staged = 0;
  Duration worst{};
  for (int i = 0; i < amount.rounds; ++i) {
    const std::string path = fmt::format("{}/{}", folder, i);
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        << mutator.bytes(good[mutator.below(good.size())]);
    const Duration begun = read_clocks().monotonic;
    const auto picture = media::decode_picture(path);
    worst = std::max(worst, read_clocks().monotonic - begun);
    refused += !picture;
    outcome.require(picture || !picture.error().message.empty(), fmt::format("round {}: no reason", i));
    if (picture)
      outcome.require(
          (*picture)->pixels.size() == std::size_t((*picture)->size.w) * std::size_t((*picture)->size.h),
          fmt::format("round {}: half a picture", i));
    if (i % kStaged == 0) ++staged, stage(path, bool(picture), i, log, outcome);
    std::filesystem::remove(path);
  }
  if (amount.timed) outcome.require(worst <= kLongestDecoding, fmt::format("worst {:.0f} ms", in_ms(worst)));
  outcome.figures = fmt::format(
      "{} pictures, {} refused, the longest took {:.0f} ms; of {} that were played those refused are said "
      "once",
      amount.rounds, refused, in_ms(worst), staged);
  return outcome;
}

Outcome picture_bombs(const Amount& amount) {
  const std::string folder = test::scratch_directory();
  const auto save = [&](const std::string& name, const std::string& bytes) {
    std::ofstream(folder + "/" + name, std::ios::binary) << bytes;
    return folder + "/" + name;
  };
  std::vector<std::string> bombs{
      save("large.png", png_header(30000, 30000)), save("wide.png", png_header(0xffffffff, 1)),
      save("gif.png", std::string("GIF89a\xff\xff\xff\xff\x80\0\0", 13)), save("zeros.png", "")};
  std::filesystem::resize_file(bombs.back(),
                               std::uintmax_t{1} << 30);  // 1 GiB, not one block of it on the disk
  Outcome outcome;
  Duration worst{};
  const std::uint64_t before = resident();
  std::uint64_t most = before;
  for (const std::string& bomb : bombs) {
    const Duration begun = read_clocks().monotonic;
    const auto decoded = media::decode_picture(bomb);
    worst = std::max(worst, read_clocks().monotonic - begun);
    most = std::max(most, resident());
    outcome.require(!decoded, bomb + " is not refused");
  }
  if (amount.timed) outcome.require(worst <= kLongestLook, fmt::format("worst {:.1f} ms", in_ms(worst)));
  outcome.require(most - before <= kMostGrowth,
                  fmt::format("resident memory grew by {} bytes", most - before));
  outcome.figures = fmt::format("{} refused, the longest took {:.1f} ms, resident memory + {:.1f} MiB",
                                bombs.size(), in_ms(worst), double(most - before) / (1 << 20));
  return outcome;
}

}  // namespace xp::soak
