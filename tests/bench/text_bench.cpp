// SPDX-License-Identifier: MIT
// Characters a second through the engine, and through what it is built on or measured against.
#include <SDL_ttf.h>
#include <benchmark/benchmark.h>
#include <hb.h>
#include <unicode/ubrk.h>

#include <memory>

#include "base/utf8.h"
#include "prose.h"
#include "support/fonts.h"
#include "support/lexicon.h"
#include "text/engine.h"

namespace xp::bench {
namespace {

constexpr const char* kFont = "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc";
constexpr int kSimplifiedFace = 2;
constexpr double kLine = 20;  // em

void count_characters(benchmark::State& state, std::size_t characters) {
  state.counters["char/s"] =
      benchmark::Counter(static_cast<double>(characters), benchmark::Counter::kIsIterationInvariantRate);
}

text::ParagraphStyle chinese() {
  text::ParagraphStyle style;
  style.width = text::Em::from(kLine);
  style.trim = text::Trim::gb;
  style.autospace = text::Autospace::normal;
  style.lexicon = test::test_lexicon();
  return style;
}

// A fresh engine a pass: nothing is remembered from the last one.
void layout_prose(benchmark::State& state, const text::ParagraphStyle& style) {
  for (auto _ : state) {
    state.PauseTiming();
    auto engine = *text::Engine::create(test::test_fonts());
    engine->layout({U"热", {}}, style);
    state.ResumeTiming();
    for (const std::u32string& paragraph : prose())
      benchmark::DoNotOptimize(engine->layout({paragraph, {}}, style));
    state.PauseTiming();
    engine.reset();
    state.ResumeTiming();
  }
  count_characters(state, prose_size());
}

void greedy(benchmark::State& state) { layout_prose(state, chinese()); }
BENCHMARK(greedy)->Unit(benchmark::kMillisecond);

void phrases_optimal(benchmark::State& state) {
  text::ParagraphStyle style = chinese();
  style.phrase = true;
  layout_prose(state, style);
}
BENCHMARK(phrases_optimal)->Unit(benchmark::kMillisecond);

// One paragraph: the time a character must not grow with its length.
void long_paragraph(benchmark::State& state) {
  const auto size = static_cast<std::size_t>(state.range(0));
  std::u32string text;
  for (const std::u32string& paragraph : prose()) text += paragraph;
  text.resize(size);
  auto engine = *text::Engine::create(test::test_fonts());
  engine->set_cache_capacity(1);
  const text::ParagraphStyle style = chinese();
  for (auto _ : state) {
    benchmark::DoNotOptimize(engine->layout({text, {}}, style));
    benchmark::DoNotOptimize(engine->layout({U"别的", {}}, style));  // takes the one place in the cache
  }
  count_characters(state, size);
}
BENCHMARK(long_paragraph)->Arg(1024)->Arg(8192)->Arg(65536)->Unit(benchmark::kMicrosecond);

void autofit_slogan(benchmark::State& state) {
  auto engine = *text::Engine::create(test::test_fonts());
  engine->set_cache_capacity(1);
  text::ParagraphStyle style = chinese();
  style.balance = style.phrase = true;
  text::FitBox box{{1720, 800}};
  for (auto _ : state) {
    benchmark::DoNotOptimize(engine->fit({U"警惕高息诱惑远离非法集资守护好您的钱袋子", {}}, style, box));
    benchmark::DoNotOptimize(engine->fit({U"短", {}}, style, box));
  }
}
BENCHMARK(autofit_slogan)->Unit(benchmark::kMicrosecond);

template <auto Destroy>
struct Destroyer {
  template <class T>
  void operator()(T* object) const {
    Destroy(object);
  }
};

/// The least that a program with HarfBuzz and ICU has to do: shape, find breaks, fill lines.
void harfbuzz_and_icu(benchmark::State& state) {
  const std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>> blob(hb_blob_create_from_file(kFont));
  const std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>> face(
      hb_face_create(blob.get(), kSimplifiedFace));
  const std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>> font(hb_font_create(face.get()));
  const std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>> buffer(hb_buffer_create());
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UBreakIterator, Destroyer<ubrk_close>> breaks(
      ubrk_open(UBRK_LINE, "zh@lb=strict", nullptr, 0, &error));
  const int width = static_cast<int>(kLine) * 1000;
  for (auto _ : state) {
    for (const std::u32string& paragraph : prose()) {
      hb_buffer_clear_contents(buffer.get());
      hb_buffer_add_utf32(buffer.get(), reinterpret_cast<const std::uint32_t*>(paragraph.data()),
                          static_cast<int>(paragraph.size()), 0, static_cast<int>(paragraph.size()));
      hb_buffer_set_direction(buffer.get(), HB_DIRECTION_LTR);
      hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
      hb_buffer_set_language(buffer.get(), hb_language_from_string("zh-Hans", -1));
      hb_shape(font.get(), buffer.get(), nullptr, 0);
      unsigned count = 0;
      const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
      const std::u16string units(paragraph.begin(), paragraph.end());  // all of the basic plane
      ubrk_setText(breaks.get(), units.data(), static_cast<std::int32_t>(units.size()), &error);
      int lines = 1, pen = 0, from = 0;
      for (std::int32_t at = ubrk_next(breaks.get()); at != UBRK_DONE; at = ubrk_next(breaks.get())) {
        int part = 0;
        for (; from < at && from < static_cast<int>(count); ++from) part += positions[from].x_advance;
        if (pen + part > width) ++lines, pen = 0;
        pen += part;
      }
      benchmark::DoNotOptimize(lines);
    }
  }
  count_characters(state, prose_size());
}
BENCHMARK(harfbuzz_and_icu)->Unit(benchmark::kMillisecond);

/// A tenth of the prose: it is that slow.
void sdl_ttf_wrapped(benchmark::State& state) {
  constexpr int kSize = 40;
  TTF_Init();
  const std::unique_ptr<TTF_Font, Destroyer<TTF_CloseFont>> font(
      TTF_OpenFontIndex(kFont, kSize, kSimplifiedFace));
  const std::size_t paragraphs = prose().size() / 10;
  std::size_t characters = 0;
  for (auto _ : state) {
    characters = 0;
    for (std::size_t k = 0; k < paragraphs; ++k) {
      const std::string utf8 = encode_utf8(prose()[k]);
      SDL_Surface* surface = TTF_RenderUTF8_Blended_Wrapped(font.get(), utf8.c_str(), {255, 255, 255, 255},
                                                            static_cast<Uint32>(kSize * kLine));
      SDL_FreeSurface(surface);
      characters += prose()[k].size();
    }
  }
  count_characters(state, characters);
}
BENCHMARK(sdl_ttf_wrapped)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace xp::bench
