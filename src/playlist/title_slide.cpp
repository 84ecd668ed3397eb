// SPDX-License-Identifier: MIT
#include "playlist/title_slide.h"

#include "toml/document.h"
#include "toml/reader.h"

namespace xp::playlist {

TitleSlide title_slide(const Campaign& campaign) {
  TitleSlide slide{kinds::find_kind("slogan"), nullptr};
  toml::Document document;
  document.file = std::make_shared<const SourceFile>(SourceFile{"title", ""});
  document.root.entries.push_back({"text", {}, {campaign.title, {}}});
  Diagnostics diagnostics;
  toml::TableReader reader(document, document.root, diagnostics);
  if (!campaign.title.empty()) slide.content = slide.kind->read(reader, {{}, real_files(), ""});
  return slide;
}

}  // namespace xp::playlist
