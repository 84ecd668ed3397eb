// SPDX-License-Identifier: MIT
#include "playlist/title_slide.h"

#include <string>
#include <string_view>

#include "toml/document.h"
#include "toml/reader.h"

namespace xp::playlist {

namespace {

/// A title of two halves, 与民同心·为您守护, is set in two lines: no dot ends a line.
std::string in_lines(std::string title) {
  constexpr std::string_view kDot = "·";
  const std::size_t at = title.find(kDot);
  if (at != std::string::npos && at > 0 && at + kDot.size() < title.size())
    title.replace(at, kDot.size(), "\n");
  return title;
}

}  // namespace

TitleSlide title_slide(const Campaign& campaign) {
  TitleSlide slide{kinds::find_kind("slogan"), nullptr};
  toml::Document document;
  document.file = std::make_shared<const SourceFile>(SourceFile{"title", ""});
  document.root.entries.push_back({"text", {}, {in_lines(campaign.title), {}}});
  Diagnostics diagnostics;
  toml::TableReader reader(document, document.root, diagnostics);
  if (!campaign.title.empty()) slide.content = slide.kind->read(reader, {{}, real_files(), ""});
  return slide;
}

}  // namespace xp::playlist
