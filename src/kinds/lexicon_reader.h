// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/file.h"
#include "text/lexicon.h"
#include "toml/field.h"

namespace xp::kinds {

/// Reads a lexicon: UTF-8, one entry a line, # begins a comment. A line that is no entry is a
/// warning `bad-lexicon-entry` and left out; null when the file cannot be read (reported).
text::LexiconPtr read_lexicon(const FileSystem& files, const std::string& path, Diagnostics& diagnostics);
text::LexiconPtr read_lexicon(const std::shared_ptr<const SourceFile>& file, Diagnostics& diagnostics);

/// An admin's own words of the playlist; what is no entry is an error `bad-lexicon-entry`.
std::vector<text::LexiconEntry> read_words(const std::vector<toml::Located<std::string>>& words,
                                           Diagnostics& diagnostics);

}  // namespace xp::kinds
