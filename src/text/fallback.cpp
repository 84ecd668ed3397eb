// SPDX-License-Identifier: MIT
#include "text/fallback.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cstdlib>

#include "text/script.h"
#include "text/shape.h"

namespace xp::text {

namespace {

constexpr char32_t kTextSelector = U'\uFE0E', kEmojiSelector = U'\uFE0F';

bool is_space(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\u3000' ||
         (c >= 0xA0 && c < 0x3000 && u_charType(static_cast<UChar32>(c)) == U_SPACE_SEPARATOR);
}

bool is_ignorable(char32_t c) {
  return c >= 0xAD && u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

bool is_selector(char32_t c) { return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF); }

// Joins, spaces and selectors never trigger fallback: they are drawn by whatever face the text around them
// has.
bool never_triggers(char32_t c) { return is_space(c) || is_blank(c) || is_ignorable(c); }

bool wants_color(std::u32string_view grapheme) {
  const char32_t first = grapheme.front();
  if (grapheme.size() == 1 && (first < 0x203C || (first >= 0x3300 && first < 0x1F000))) return false;
  bool modified = false;
  for (const char32_t c : grapheme.substr(1)) {
    if (c == kEmojiSelector) return true;
    if (c == kTextSelector) return false;
    // a skin tone, or what a joiner adds
    modified |= u_hasBinaryProperty(static_cast<UChar32>(c), UCHAR_EMOJI_PRESENTATION) != 0;
  }
  return modified || u_hasBinaryProperty(static_cast<UChar32>(first), UCHAR_EMOJI_PRESENTATION);
}

// Scripts whose words should not change face in the middle. Ideographs are the opposite: each is drawn by the
// best face, so that one rare character does not drag the rest of the line into a substitute.
bool keeps_face(hb_script_t script) {
  switch (script) {
    case HB_SCRIPT_HAN:
    case HB_SCRIPT_HIRAGANA:
    case HB_SCRIPT_KATAKANA:
    case HB_SCRIPT_HANGUL:
    case HB_SCRIPT_BOPOMOFO:
    case HB_SCRIPT_LATIN:
    case HB_SCRIPT_GREEK:
    case HB_SCRIPT_CYRILLIC:
    case HB_SCRIPT_COMMON:
    case HB_SCRIPT_INHERITED:
    case HB_SCRIPT_UNKNOWN:
      return false;
    default:
      return true;
  }
}

}  // namespace

struct Fallback::Context {
  std::u32string_view text;
  const std::vector<hb_script_t>& scripts;
  const std::vector<FaceId>& chain;
  FaceId han;       // where the marks of Chinese text are one em wide; kNoFace in other languages
  FaceId previous;  // face of the grapheme before; kNoFace at the start
  hb_script_t previous_script;
};

bool is_blank(char32_t c) {
  return (c < 0x20 && c != U'\t') || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

bool Fallback::covers(FaceId face, std::u32string_view grapheme) {
  Face& candidate = fonts_.face(face);
  return std::ranges::all_of(grapheme, [&](char32_t c) { return never_triggers(c) || candidate.has(c); });
}

// HarfBuzz composes and decomposes to what the font has.
bool Fallback::covers_normalised(FaceId face, std::u32string_view grapheme) {
  UErrorCode error = U_ZERO_ERROR;
  const auto source = icu::UnicodeString::fromUTF32(reinterpret_cast<const UChar32*>(grapheme.data()),
                                                    static_cast<int32_t>(grapheme.size()));
  for (const icu::Normalizer2* form :
       {icu::Normalizer2::getNFCInstance(error), icu::Normalizer2::getNFDInstance(error)}) {
    if (U_FAILURE(error)) return false;
    const icu::UnicodeString normal = form->normalize(source, error);
    std::u32string points;
    for (int32_t i = 0; i < normal.length(); i = normal.moveIndex32(i, 1)) {
      points.push_back(static_cast<char32_t>(normal.char32At(i)));
    }
    if (covers(face, points)) return true;
  }
  return false;
}

FaceId Fallback::variation_face(const Context& context, std::u32string_view grapheme) {
  if (grapheme.size() < 2 || !is_selector(grapheme[1])) return kNoFace;
  if (grapheme[1] == kTextSelector || grapheme[1] == kEmojiSelector) return kNoFace;
  const auto has = [&](FaceId id) { return fonts_.face(id).variation(grapheme[0], grapheme[1]).has_value(); };
  const auto found = std::ranges::find_if(context.chain, has);
  return found == context.chain.end() ? kNoFace : *found;
}

FaceId Fallback::first_covering(const Context& context, std::u32string_view grapheme) {
  const bool color = wants_color(grapheme);
  for (const bool preferred : {true, false}) {
    for (const FaceId face : context.chain) {
      if ((is_color(face) == color) != preferred) continue;
      if (covers(face, grapheme) || (grapheme.size() > 1 && covers_normalised(face, grapheme))) return face;
    }
  }
  for (const FaceId face : context.chain) {
    if (covers_normalised(face, grapheme)) return face;
  }
  return kNoFace;
}

// A bitmap font has the letters of such scripts but not how they join and stack: a face that knows is asked
// first.
FaceId Fallback::first_with_rules(const Context& context, std::u32string_view grapheme, hb_script_t script) {
  if (!keeps_face(script)) return kNoFace;
  const auto knows = [&](FaceId face) {
    return covers(face, grapheme) && fonts_.face(face).has_rules_for(script);
  };
  const auto found = std::ranges::find_if(context.chain, knows);
  return found == context.chain.end() ? kNoFace : *found;
}

FaceId Fallback::choose_one(const Context& context, std::u32string_view grapheme, std::size_t start) {
  const FaceId first = context.chain.front();
  const hb_script_t script = context.scripts[start];
  const bool previous_usable = context.previous != kNoFace && !is_color(context.previous);
  if (std::ranges::all_of(grapheme, never_triggers)) return previous_usable ? context.previous : first;
  if (context.han != kNoFace && is_han_mark(context.text, start) && covers(context.han, grapheme))
    return context.han;
  if (const FaceId face = variation_face(context, grapheme); face != kNoFace) return face;
  if (previous_usable && script == context.previous_script && keeps_face(script) && !wants_color(grapheme) &&
      covers(context.previous, grapheme)) {
    return context.previous;
  }
  if (const FaceId face = first_with_rules(context, grapheme, script); face != kNoFace) return face;
  const FaceId found = first_covering(context, grapheme);
  // A mark no face has must not take its base with it.
  return found == kNoFace && grapheme.size() > 1 ? first_covering(context, grapheme.substr(0, 1)) : found;
}

FaceId Fallback::han_face(const RoleSpec& role, const std::string& language) {
  if (!is_chinese(language)) return kNoFace;
  const auto [slot, fresh] = han_faces_.try_emplace({role.name, language}, kNoFace);
  if (!fresh) return slot->second;
  slot->second = role.chain.front();
  const hb_language_t tag = hb_language_from_string(language.data(), static_cast<int>(language.size()));
  for (const FaceId face : role.chain) {
    if (is_color(face) || !fonts_.face(face).has(U'“') || !fonts_.face(face).has(U'一')) continue;
    if (std::abs(advance_of(fonts_.face(face), U'“', HB_SCRIPT_HAN, tag) - 65536) > 1311)
      continue;  // 0.02 em
    slot->second = face;
    break;
  }
  return slot->second;
}

// Most of all text: a common ideograph after one that the first face of the chain has.
bool Fallback::goes_on_in_first(const Context& context, std::size_t start, std::size_t end) {
  const char32_t c = context.text[start];
  const FaceId first = context.chain.front();
  return end == start + 1 && context.previous == first && c >= 0x4E00 && c <= 0x9FFF &&
         fonts_.face(first).has(c);
}

FaceChoice Fallback::choose(std::u32string_view text, const std::vector<std::uint32_t>& clusters,
                            const std::vector<hb_script_t>& scripts, const RoleSpec& role,
                            const std::string& language) {
  FaceChoice choice;
  choice.faces.resize(text.size(), kNoFace);
  Context context{text, scripts, role.chain, han_face(role, language), kNoFace, HB_SCRIPT_COMMON};
  for (std::size_t k = 0; k < clusters.size(); ++k) {
    const std::size_t start = clusters[k], end = k + 1 < clusters.size() ? clusters[k + 1] : text.size();
    if (goes_on_in_first(context, start, end)) {
      choice.faces[start] = context.previous;
      context.previous_script = scripts[start];
      continue;
    }
    const std::u32string_view grapheme = text.substr(start, end - start);
    const FaceId face = choose_one(context, grapheme, start);
    std::fill(choice.faces.begin() + static_cast<std::ptrdiff_t>(start),
              choice.faces.begin() + static_cast<std::ptrdiff_t>(end), face);
    if (face == kNoFace ||
        !(grapheme.size() == 1 || covers(face, grapheme) || covers_normalised(face, grapheme))) {
      for (std::size_t i = start; i < end; ++i) {
        if (!never_triggers(text[i]) && (face == kNoFace || !fonts_.face(face).has(text[i]))) {
          choice.missing.push_back({static_cast<std::uint32_t>(i), text[i]});
        }
      }
    }
    context.previous = face;
    context.previous_script = scripts[start];
  }
  return choice;
}

}  // namespace xp::text
