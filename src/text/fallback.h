// SPDX-License-Identifier: MIT
// The face of every grapheme (spec §3). The unit is the grapheme: all its visible code points must be in one
// face.
#pragma once

#include <hb.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/font_set.h"
#include "text/layout.h"

namespace xp::text {

/// True where nothing is drawn and no font is asked: line ends and other controls but the tab.
bool is_blank(char32_t c);

struct FaceChoice {
  std::vector<FaceId> faces;  ///< one a code point, equal within a grapheme; kNoFace where the chain has none
  std::vector<Missing> missing;
};

class Fallback {
 public:
  explicit Fallback(FontSet& fonts) : fonts_(fonts) {}

  /// `clusters`: first code point of every grapheme. `scripts`: resolved, one a code point.
  FaceChoice choose(std::u32string_view text, const std::vector<std::uint32_t>& clusters,
                    const std::vector<hb_script_t>& scripts, const RoleSpec& role,
                    const std::string& language);

 private:
  struct Context;
  bool goes_on_in_first(const Context& context, std::size_t start, std::size_t end);
  FaceId choose_one(const Context& context, std::u32string_view grapheme, std::size_t start);
  FaceId first_covering(const Context& context, std::u32string_view grapheme);
  FaceId first_with_rules(const Context& context, std::u32string_view grapheme, hb_script_t script);
  FaceId variation_face(const Context& context, std::u32string_view grapheme);
  FaceId han_face(const RoleSpec& role, const std::string& language);
  bool covers(FaceId face, std::u32string_view grapheme);
  bool covers_normalised(FaceId face, std::u32string_view grapheme);
  bool is_color(FaceId face) const { return fonts_.catalog().faces[face].rendering == Rendering::color; }

  FontSet& fonts_;
  std::map<std::pair<std::string, std::string>, FaceId> han_faces_;  // by role and language
};

}  // namespace xp::text
