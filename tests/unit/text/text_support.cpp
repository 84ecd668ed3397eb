// SPDX-License-Identifier: MIT
#include "text_support.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "support/fonts.h"
#include "support/lexicon.h"

namespace xp::test {

text::Engine& test_engine() {
  static const auto engine = [] {
    auto made = text::Engine::create(test_fonts());
    if (!made) {
      ADD_FAILURE() << made.error().message;
      std::abort();
    }
    return *std::move(made);
  }();
  return *engine;
}

text::StyledText plain(std::u32string_view text) { return {std::u32string(text), {}}; }

text::ParagraphStyle style_with(std::string_view language, std::optional<double> width_em) {
  text::ParagraphStyle style;
  style.language = language;
  style.lexicon = test_lexicon();
  if (width_em) style.width = text::Em::from(*width_em);
  return style;
}

std::string lines_of(std::u32string_view text, const text::Layout& layout) {
  std::vector<std::string> lines;
  for (const text::Line& line : layout.lines) {
    lines.push_back(encode_utf8(text.substr(line.start, line.end - line.start)));
  }
  return fmt::format("{}", fmt::join(lines, "|"));
}

std::string glyphs_of(const text::Layout& layout) {
  std::vector<std::string> lines;
  text::FaceId face = text::kNoFace;
  for (const text::Line& line : layout.lines) {
    std::vector<std::string> glyphs;
    for (const text::Glyph& glyph : line.glyphs) {
      if (glyph.face == text::kNoFace) {
        glyphs.push_back(fmt::format("box:U+{:04X}", glyph.gid));
      } else {
        const std::string id = test_fonts()->faces[glyph.face].id;
        glyphs.push_back(glyph.face == face ? fmt::format("{}", glyph.gid)
                                            : fmt::format("{}:{}", id, glyph.gid));
      }
      face = glyph.face;
    }
    lines.push_back(fmt::format("{}", fmt::join(glyphs, " ")));
  }
  return fmt::format("{}", fmt::join(lines, " | "));
}

std::string describe(const text::Layout& layout) {
  std::string all = fmt::format(
      "clusters {}\nopportunities {}\nlevels {}\norder {}\nsplits {} emergency {}\n",
      fmt::join(layout.clusters, ","), fmt::join(layout.opportunities, ","), fmt::join(layout.levels, ","),
      fmt::join(layout.visual_order, ","), fmt::join(layout.word_splits, ","), layout.emergency);
  for (const text::Missing& one : layout.missing) {
    all += fmt::format("missing {} {:X}\n", one.index, static_cast<std::uint32_t>(one.code_point));
  }
  for (const text::Line& line : layout.lines) {
    all += fmt::format("line {} {} {} {}\n", line.start, line.end, line.width.raw, line.indent.raw);
    for (const text::Glyph& glyph : line.glyphs) {
      all += fmt::format("  {} {} {} {} {} {} {} {}\n", glyph.cluster, glyph.gid, glyph.face, glyph.x.raw,
                         glyph.y.raw, glyph.advance.raw, glyph.scale.raw, static_cast<int>(glyph.emphasis));
    }
  }
  return all;
}

}  // namespace xp::test
