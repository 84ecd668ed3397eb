// SPDX-License-Identifier: MIT
// What a paragraph is made of and how it is to be set. Lengths in em.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace xp::text {

inline constexpr std::int32_t kEm = 65536;  ///< one em, in the unit of Em

/// A length in 1/65,536 em, so that layouts are identical on every machine.
struct Em {
  std::int32_t raw = 0;
  static Em from(double em) { return {static_cast<std::int32_t>(em * 65536 + (em < 0 ? -0.5 : 0.5))}; }
  constexpr double value() const { return raw / 65536.0; }
  constexpr auto operator<=>(const Em&) const = default;
  constexpr Em operator+(Em o) const { return {raw + o.raw}; }
  constexpr Em operator-(Em o) const { return {raw - o.raw}; }
};

class Lexicon;

enum class Emphasis : std::uint8_t { normal, accent };
/// 着重号 (CLREQ #handling_interlinear…): one dot a character, below it or, in vertical text, right of it.
enum class EmphasisMark : std::uint8_t { none, dot };

/// From code point `start` (up to the next run) the text looks and reads so.
struct StyleRun {
  std::uint32_t start = 0;
  Emphasis emphasis = Emphasis::normal;
  EmphasisMark mark = EmphasisMark::none;
  std::string language = {};  ///< BCP 47; empty: the paragraph's
  bool operator==(const StyleRun&) const = default;
};

struct StyledText {
  std::u32string text;
  std::vector<StyleRun> runs;  ///< ascending by start; empty: all normal
};

/// `**accent**` becomes an accent run; a lone ** stays, and so do one, three and more asterisks in a row
/// (6222****1234).
/// `[text]{.dot}` has emphasis dots, `[text]{lang=ug}` another language, `{.dot lang=ug}` both (Pandoc's
/// bracketed spans). They nest; any other brackets and braces are text. `\*`, `\[` and `\]` mark nothing.
/// Tabs are spaces, line ends are \n, one at the very end is dropped. A space beside a forced break is
/// dropped.
StyledText parse_markup(std::string_view utf8);
/// The text without markup.
std::string plain_text(std::string_view utf8);

enum class Mode : std::uint8_t { horizontal, vertical };
enum class Strictness : std::uint8_t { strict, normal, loose };  // css line-break
enum class Trim : std::uint8_t {
  none,
  normal,
  trim_start,
  space_first,
  trim_all,
  gb
};  // css text-spacing-trim
enum class Autospace : std::uint8_t {
  none,
  normal,
  ideograph_alpha,
  ideograph_numeric
};  // css text-autospace
enum class Orientation : std::uint8_t { mixed, upright };
enum class Hang : std::uint8_t { none, allow_end };
enum class Align : std::uint8_t { start, center, end, justify };
enum class Direction : std::uint8_t { automatic, ltr, rtl };

struct ParagraphStyle {
  std::string role = "body";         ///< of the font catalogue
  std::string language = "zh-Hans";  ///< BCP 47; "und": none
  std::optional<Em> width;           ///< absent: lines end at forced breaks only
  Mode mode = Mode::horizontal;
  Strictness line_break = Strictness::strict;
  Trim trim = Trim::none;
  Autospace autospace = Autospace::none;
  Em gap = Em{8192};        ///< width of an autospace gap, 1/8 em
  bool phrase = false;      ///< words and phrases are costs (spec §5), lines are chosen optimally
  bool balance = false;     ///< headline: as few lines as greedy, evenly filled (spec §6)
  int tcy = 0;              ///< vertical: combine digit runs up to this length
  std::u32string tcy_text;  ///< vertical: or exactly this string
  Orientation orientation = Orientation::mixed;
  Hang hang = Hang::none;
  Align align = Align::start;
  Direction direction = Direction::automatic;
  std::shared_ptr<const Lexicon> lexicon;  ///< words the dictionary lacks; null: none
};

/// Everything layout() depends on besides the catalogue.
Hash hash_of(const StyledText& text, const ParagraphStyle& style);

}  // namespace xp::text
