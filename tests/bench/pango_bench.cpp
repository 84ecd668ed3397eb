// SPDX-License-Identifier: MIT
#include <benchmark/benchmark.h>
#include <pango/pangoft2.h>

#include "base/utf8.h"
#include "prose.h"

namespace xp::bench {
namespace {

void pango(benchmark::State& state) {
  constexpr int kSize = 40, kLine = 20;
  std::vector<std::string> paragraphs;
  for (const std::u32string& paragraph : prose()) paragraphs.push_back(encode_utf8(paragraph));
  PangoFontMap* fonts = pango_ft2_font_map_new();
  PangoContext* context = pango_font_map_create_context(fonts);
  pango_context_set_language(context, pango_language_from_string("zh-cn"));
  PangoFontDescription* font = pango_font_description_from_string("Noto Sans CJK SC 40px");
  for (auto _ : state) {
    for (const std::string& paragraph : paragraphs) {
      PangoLayout* layout = pango_layout_new(context);
      pango_layout_set_font_description(layout, font);
      pango_layout_set_width(layout, kSize * kLine * PANGO_SCALE);
      pango_layout_set_text(layout, paragraph.c_str(), static_cast<int>(paragraph.size()));
      benchmark::DoNotOptimize(pango_layout_get_line_count(layout));
      g_object_unref(layout);
    }
  }
  state.counters["char/s"] =
      benchmark::Counter(static_cast<double>(prose_size()), benchmark::Counter::kIsIterationInvariantRate);
  pango_font_description_free(font);
  g_object_unref(context);
  g_object_unref(fonts);
}
BENCHMARK(pango)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace xp::bench
