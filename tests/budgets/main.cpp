// SPDX-License-Identifier: MIT
// usage: valgrind --tool=callgrind --instr-atstart=no xp_budgets SCENARIO   (`start` counts from the start)
// The scenarios whose instructions are counted; budgets.py runs them.
#include <array>
#include <cstdio>
#include <string_view>

#include "base/file.h"
#include "bench/prose.h"
#include "counting.h"
#include "stage.h"
#include "text/engine.h"

namespace xp::budgets {

namespace {

/// The process's begin, the files, the fonts, the first slide laid out and painted.
int start() { return play({"still.toml", "one-zone.toml", Duration{-1}, {}, 1}); }

int static_minute() { return play({"still.toml", "one-zone.toml", seconds(5), seconds(65), 1}); }

int ticker_second() { return play({"still.toml", "with-ticker.toml", seconds(5), seconds(6), 60}); }

/// The half second of the fade, and the preparing of what comes next.
int cross_fade() { return play({"two.toml", "one-zone.toml", milliseconds(24900), milliseconds(25600), 30}); }

/// About 100 kB of UTF-8 in paragraphs, nothing remembered but the opened fonts.
int layout() {
  constexpr std::size_t kBytes = 100'000;
  Diagnostics diagnostics;
  const show::LoadRequest request = request_of("still.toml", "one-zone.toml");
  const auto fonts = show::load_fonts(real_files(), request.data, request.font_folders, diagnostics);
  if (!fonts) return 1;
  text::ParagraphStyle style;
  style.width = text::Em::from(20);
  style.trim = text::Trim::gb;
  style.autospace = text::Autospace::normal;
  style.lexicon = show::load_lexicon(real_files(), request.data, diagnostics);
  const auto engine = text::Engine::create(fonts);
  if (!engine) return 1;
  (*engine)->layout({U"热", {}}, style);
  std::size_t bytes = 0, lines = 0;
  begin_counting();
  for (const std::u32string& paragraph : bench::prose()) {
    lines += (*engine)->layout({paragraph, {}}, style)->lines.size();
    bytes += paragraph.size() * 3;
    if (bytes >= kBytes) break;
  }
  end_counting();
  std::printf("%zu lines\n", lines);
  return lines > 0 ? 0 : 1;
}

struct Scenario {
  std::string_view name;
  int (*run)();
};
constexpr std::array<Scenario, 5> kScenarios{{{"start", start},
                                              {"static-minute", static_minute},
                                              {"ticker-second", ticker_second},
                                              {"cross-fade", cross_fade},
                                              {"layout", layout}}};

int run(std::string_view name) {
  for (const Scenario& scenario : kScenarios)
    if (scenario.name == name) return scenario.run();
  std::fputs("usage: xp_budgets start|static-minute|ticker-second|cross-fade|layout\n", stderr);
  return 2;
}

}  // namespace

}  // namespace xp::budgets

int main(int count, char** arguments) { return xp::budgets::run(count > 1 ? arguments[1] : ""); }
