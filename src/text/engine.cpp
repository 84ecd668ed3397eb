// SPDX-License-Identifier: MIT
#include "text/engine.h"

#include <cassert>
#include <utility>

#include "base/i18n.h"
#include "text/assemble.h"
#include "text/fit.h"
#include "text/paragraph.h"

namespace xp::text {

namespace {

constexpr std::size_t kCapacity = 512, kRunCapacity = 4096;
// Positions along a line are 32-bit: a longer line (no screen has one) is broken here.
constexpr Em kLongestLine{30000 * 65536};

Costs costs_for(const ParagraphStyle& style) {
  return style.phrase || style.balance ? Costs::words : Costs::none;
}

Filling filling_for(const ParagraphStyle& style) {
  if (style.balance) return Filling::balanced;
  return style.phrase ? Filling::optimal : Filling::greedy;
}

// What Paragraph does not depend on is made equal, so that one paragraph serves every width.
Hash paragraph_key(const StyledText& text, ParagraphStyle style, Costs costs) {
  style.width.reset();
  style.align = Align::start;
  style.balance = style.phrase = false;
  return Hasher().add(hash_of(text, style)).add(costs).done();
}

Hash fit_key(const StyledText& text, ParagraphStyle style, const FitBox& box) {
  style.width.reset();
  return Hasher()
      .add(hash_of(text, style))
      .add(box.box.w)
      .add(box.box.h)
      .add(box.min_px)
      .add(box.max_px)
      .add(box.max_lines)
      .add(box.line_height)
      .add(box.step_px)
      .done();
}

}  // namespace

struct Engine::State {
  explicit State(std::unique_ptr<FontSet> opened)
      : fonts(std::move(opened)), fallback(*fonts), shaper(*fonts, kRunCapacity), half_widths(*fonts) {}

  ParagraphPtr paragraph(const StyledText& text, const ParagraphStyle& style, Costs costs) {
    const Hash key = paragraph_key(text, style, costs);
    if (const ParagraphPtr* known = paragraphs.find(key)) return *known;
    const Tools tools{*fonts, breaker, bidi, fallback, shaper, half_widths};
    auto made = std::make_shared<const Paragraph>(text, style, costs, tools);
    paragraphs.insert(key, made);
    return made;
  }

  LineWidth width_of(const Paragraph& paragraph) {
    return [this, &paragraph](std::uint32_t start, std::uint32_t end) {
      return paragraph.least_width(start, end, shaper);
    };
  }

  LayoutPtr layout_now(const StyledText& text, const ParagraphStyle& style) {
    const ParagraphPtr paragraph = this->paragraph(text, style, costs_for(style));
    const LineWidth widths = width_of(*paragraph);
    const auto length = static_cast<std::uint32_t>(paragraph->text().size());
    std::optional<Em> width = style.width;
    if (width.value_or(widths(0, length)) > kLongestLine) width = kLongestLine;
    const auto lines =
        choose_lines(paragraph->text(), paragraph->breaks(), widths, width, filling_for(style));
    return assemble(*paragraph, style, lines, shaper);
  }

  Fitted fit_now(const StyledText& text, ParagraphStyle style, FitBox box) {
    const ParagraphPtr paragraph = this->paragraph(text, style, Costs::words);
    if (style.mode == Mode::vertical) std::swap(box.box.w, box.box.h);  // along the lines, across them
    const FitChoice choice = choose_fit(paragraph->text(), paragraph->breaks(), width_of(*paragraph), box);
    style.width = Em::from(static_cast<double>(box.box.w) / choice.size_px);
    LayoutPtr layout =
        choice.shown ? shorten(text, style, *choice.shown, lines_in(box, choice.size_px, choice.line_height))
                     : assemble(*paragraph, style, choice.lines, shaper);
    return {std::move(layout), choice.size_px, choice.line_height, choice.overflow};
  }

  /// The first `shown` code points, or fewer, and an ellipsis, in at most `room` lines.
  LayoutPtr shorten(const StyledText& text, const ParagraphStyle& style, std::uint32_t shown,
                    std::size_t room) {
    constexpr std::u32string_view kLoose = U"\n 　，、；：";  // nothing of the kind before an ellipsis
    for (;; --shown) {
      while (shown > 0 && kLoose.find(text.text[shown - 1]) != kLoose.npos) --shown;
      StyledText part{text.text.substr(0, shown) + U"……", text.runs};
      std::erase_if(part.runs, [&](const StyleRun& run) { return run.start >= shown; });
      const ParagraphPtr paragraph = this->paragraph(part, style, Costs::none);
      const LineWidth widths = width_of(*paragraph);
      const auto lines =
          choose_lines(paragraph->text(), paragraph->breaks(), widths, style.width, Filling::greedy);
      if (lines.size() <= room || shown == 0) return assemble(*paragraph, style, lines, shaper);
    }
  }

  std::unique_ptr<FontSet> fonts;
  Breaker breaker;
  BidiResolver bidi;
  Fallback fallback;
  Shaper shaper;
  HalfWidths half_widths;
  Lru<Hash, ParagraphPtr, HashOf> paragraphs{kCapacity};
  Lru<Hash, LayoutPtr, HashOf> layouts{kCapacity};
  Lru<Hash, Fitted, HashOf> fits{kCapacity};
};

Engine::Engine(std::unique_ptr<State> state) : state_(std::move(state)) {}
Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::create(std::shared_ptr<const FontCatalog> catalog) {
  if (!catalog || catalog->roles.empty()) return Error{trf("the font catalogue has no roles")};
  auto fonts = FontSet::create(std::move(catalog));
  if (!fonts) return fonts.error();
  return std::unique_ptr<Engine>(new Engine(std::make_unique<State>(*std::move(fonts))));
}

LayoutPtr Engine::layout(const StyledText& text, const ParagraphStyle& style) {
  const Hash key = hash_of(text, style);
  if (const LayoutPtr* known = state_->layouts.find(key)) return *known;
  LayoutPtr made = state_->layout_now(text, style);
  state_->layouts.insert(key, made);
  return made;
}

Fitted Engine::fit(const StyledText& text, const ParagraphStyle& style, const FitBox& box) {
  const Hash key = fit_key(text, style, box);
  if (const Fitted* known = state_->fits.find(key)) return *known;
  Fitted made = state_->fit_now(text, style, box);
  state_->fits.insert(key, made);
  return made;
}

const FontCatalog& Engine::catalog() const { return state_->fonts->catalog(); }

std::string Engine::face_name(FaceId face) const {
  return face == kNoFace ? std::string() : state_->fonts->face(face).postscript_name();
}

void Engine::give_back_pages() { state_->fonts->give_back_pages(); }

void Engine::set_cache_capacity(std::size_t entries) {
  state_->shaper.set_capacity(entries);
  state_->paragraphs.set_capacity(entries);
  state_->layouts.set_capacity(entries);
  state_->fits.set_capacity(entries);
}

}  // namespace xp::text
