// SPDX-License-Identifier: MIT
#include "toml/source_text.h"

#include <algorithm>

#include "base/i18n.h"
#include "base/utf8.h"
#include "toml/limits.h"

namespace xp::toml {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

bool looks_like_utf16(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return true;
  // Without a mark: Latin letters have a zero byte in every second place.
  const std::string_view head = bytes.substr(0, 64);
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < head.size(); ++i) zeros[i % 2] += head[i] == '\0' ? 1 : 0;
  return head.size() >= 4 && std::max(zeros[0], zeros[1]) * 4 >= head.size() &&
         std::min(zeros[0], zeros[1]) == 0;
}

struct Complaint {
  const char* id;
  std::string message;
  std::string remedy;
};

Complaint about_encoding(std::string_view bytes) {
  if (looks_like_gbk(bytes)) {
    return {"not-utf8", tr("the file is saved as GBK"),
            tr("save as UTF-8: in the editor choose “Save as” and the encoding UTF-8")};
  }
  return {"not-utf8", tr("the file is not UTF-8 text"),
          tr("save as UTF-8: in the editor choose “Save as” and the encoding UTF-8")};
}

void refuse(const std::shared_ptr<const SourceFile>& file, std::size_t offset, Complaint complaint,
            Diagnostics& diagnostics) {
  const Place place = place_at(file->text, offset);
  diagnostics.add({Severity::error,
                   complaint.id,
                   {file, place.line, place.column, 1},
                   std::move(complaint.message),
                   std::move(complaint.remedy)});
}

}  // namespace

Place place_at(std::string_view text, std::size_t offset, int length) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t newline = before.rfind('\n');
  const std::string_view line = newline == std::string_view::npos ? before : before.substr(newline + 1);
  return {static_cast<int>(std::ranges::count(before, '\n')) + 1,
          static_cast<int>(decode_utf8(line).size()) + 1, length};
}

std::shared_ptr<const SourceFile> source_text(std::string name, std::string bytes, Diagnostics& diagnostics) {
  if (bytes.size() > kMaxBytes) {
    const auto file = std::make_shared<SourceFile>(SourceFile{std::move(name), {}});
    diagnostics.add({Severity::error,
                     "too-large",
                     {file, 0, 0, 1},
                     trf("the file is {size} KiB; at most {limit} KiB are read",
                         fmt::arg("size", (bytes.size() + 1023) / 1024), fmt::arg("limit", kMaxBytes / 1024)),
                     tr("is it the right file? Divide a large one into several campaigns")});
    return nullptr;
  }
  if (bytes.starts_with(kBom)) bytes.erase(0, kBom.size());
  const auto file = std::make_shared<const SourceFile>(SourceFile{std::move(name), std::move(bytes)});
  const std::string& text = file->text;
  if (looks_like_utf16(text)) {
    refuse(file, 0,
           {"not-utf8", tr("the file is saved as UTF-16 (“Unicode”)"),
            tr("save as UTF-8: in the editor choose “Save as” and the encoding UTF-8")},
           diagnostics);
    return nullptr;
  }
  if (const std::size_t nul = text.find('\0'); nul != std::string::npos) {
    refuse(file, nul,
           {"binary-file", tr("there is a NUL byte: this is no text file, or it is damaged"),
            tr("restore the file from a copy, or write it anew in a text editor")},
           diagnostics);
    return nullptr;
  }
  if (const auto invalid = first_invalid_utf8(text)) {
    refuse(file, *invalid, about_encoding(text), diagnostics);
    return nullptr;
  }
  return file;
}

}  // namespace xp::toml
