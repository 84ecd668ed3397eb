// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>

#include "base/time.h"
#include "log_lines.h"
#include "mutant.h"
#include "paint/painter.h"
#include "scene/builder.h"
#include "soak.h"
#include "support/fonts.h"
#include "support/golden.h"
#include "text/engine.h"

namespace xp::soak {

namespace {

constexpr Duration kLongestLine = seconds(2);
constexpr const char* kSentence = "警惕 AVAfi 高息陷阱 96110";
constexpr Size kBox{640, 120};

/// Fonts of several kinds of outlines and tables, small enough to be written thousands of times.
std::vector<std::string> good_fonts() {
  std::vector<std::string> fonts;
  for (const char* path : {"/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf",
                           "/usr/share/fonts/truetype/noto/NotoSansMongolian-Regular.ttf",
                           "/usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf",
                           "/usr/share/fonts/truetype/noto/NotoSerifTibetan-Regular.ttf"})
    if (std::filesystem::exists(path)) fonts.push_back(test::read_file(path));
  return fonts;
}

/// The damaged font first, the tests' body font behind it; or nothing behind it.
enum class Behind { good_font, nothing };
std::shared_ptr<const text::FontCatalog> catalog_with(const std::string& path, Behind behind) {
  const auto good = test::test_fonts();
  auto catalog = std::make_shared<text::FontCatalog>(*good);
  text::FaceSpec face;
  face.id = "hostile";
  face.path = path;
  catalog->faces.push_back(face);
  std::vector<text::FaceId> chain;
  if (behind == Behind::good_font) chain = good->role("body")->chain;
  chain.insert(chain.begin(), static_cast<text::FaceId>(catalog->faces.size() - 1));
  catalog->roles = {{"body", chain}};
  catalog->hash = hash_bytes(path);
  return catalog;
}

/// Whether anything was drawn.
bool draws(const std::shared_ptr<const text::FontCatalog>& catalog, Outcome& outcome, int round) {
  auto engine = text::Engine::create(catalog);
  auto painter = paint::Painter::create(catalog);
  if (!engine || !painter) return false;
  text::ParagraphStyle style;
  style.role = "body";
  const text::Fitted fitted = (*engine)->fit(text::parse_markup(kSentence), style, {kBox, 12, 96, 2});
  const auto ops =
      scene::Builder()
          .fill(Rect::of({}, kBox), {0, 0, 0, 255})
          .text(*fitted.layout, {}, Px::whole(fitted.size_px), fitted.line_height, {{255, 255, 255, 255}, {}})
          .done();
  outcome.require(ops->bounds.w <= scene::kMaxSurface && ops->bounds.h <= scene::kMaxSurface,
                  fmt::format("round {}: {} × {} px", round, ops->bounds.w, ops->bounds.h));
  std::vector<std::uint32_t> pixels(std::size_t(kBox.w) * std::size_t(kBox.h));
  scene::Scene scene{kBox, {scene::layer(ops, {}, Rect::of({}, kBox))}};
  (*painter)->paint(scene, {Rect::of({}, kBox)}, {kBox, pixels.data(), kBox.w * 4});
  return std::ranges::any_of(pixels, [](std::uint32_t p) { return (p & 0xff) > 0; });
}

}  // namespace

Outcome hostile_fonts(const Amount& amount) {
  Mutator mutator(amount.seed);
  LogLines log;
  const std::vector<std::string> good = good_fonts();
  const std::string folder = test::scratch_directory();
  Outcome outcome;
  outcome.require(!good.empty(), "no font to damage: install fonts-noto-core");
  int refused = 0;
  Duration worst{};
  for (int i = 0; i < amount.rounds && !good.empty(); ++i) {
    const std::string path = fmt::format("{}/{}.ttf", folder, i);
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        << mutator.bytes(good[mutator.below(good.size())]);
    const Duration begun = read_clocks().monotonic;
    outcome.require(draws(catalog_with(path, Behind::good_font), outcome, i),
                    fmt::format("round {}: no fallback is shown", i));
    worst = std::max(worst, read_clocks().monotonic - begun);
    const bool opens = bool(text::Engine::create(catalog_with(path, Behind::nothing)));
    refused += !opens;
    const int said = log.fresh_with(path);
    outcome.require(said == (opens ? 0 : 1), fmt::format("round {}: said {} times", i, said));
    std::filesystem::remove(path);
  }
  const double ms = std::chrono::duration<double, std::milli>(worst).count();
  if (amount.timed) outcome.require(worst <= kLongestLine, fmt::format("worst {:.0f} ms", ms));
  outcome.figures = fmt::format(
      "{} fonts, text stood every time, the {} that cannot be opened are said once, the longest took {:.0f} "
      "ms",
      amount.rounds, refused, ms);
  return outcome;
}

}  // namespace xp::soak
