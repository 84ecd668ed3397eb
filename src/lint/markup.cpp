// SPDX-License-Identifier: MIT
// Markup that is not closed: passers-by would read the signs.
#include <map>

#include "base/i18n.h"
#include "lint/rules.h"
#include "lint/zone_slides.h"
#include "text/stray_signs.h"
#include "text/style.h"
#include "toml/document.h"

namespace xp::lint {
namespace {

/// Every text of a value with its place.
template <class Visit>
void visit_texts(const toml::Value& value, const Visit& visit) {
  if (const auto* text = std::get_if<std::string>(&value.data)) visit(*text, value.at);
  if (const auto* list = std::get_if<toml::Array>(&value.data))
    for (const toml::Value& one : *list) visit_texts(one, visit);
  if (const auto* table = std::get_if<toml::Table>(&value.data))
    for (const toml::Entry& entry : table->entries) visit_texts(entry.value, visit);
}

/// The table that stands at a place; null where none does.
const toml::Value* table_at(const toml::Document& document, const Location& at) {
  for (const toml::Entry& entry : document.root.entries) {
    const auto* list = std::get_if<toml::Array>(&entry.value.data);
    if (!list) continue;
    for (const toml::Value& one : *list)
      if (const auto* table = std::get_if<toml::Table>(&one.data); table && table->at.line == at.line)
        return &one;
  }
  return nullptr;
}

/// What was read, once more, for the places of its texts. Each file is parsed once, however many of its slides
/// are asked for.
class Sources {
 public:
  /// Null where it cannot be parsed, which is told elsewhere.
  const toml::Document* of(const std::shared_ptr<const SourceFile>& file) {
    const auto [found, fresh] = documents_.try_emplace(file);
    if (fresh) {
      Diagnostics known;
      found->second = toml::parse(file->name, file->text, known);
    }
    return found->second ? &*found->second : nullptr;
  }

 private:
  std::map<std::shared_ptr<const SourceFile>, std::optional<toml::Document>> documents_;
};

void report(const playlist::Slide& slide, const std::string& sign, Location at, Diagnostics& out) {
  const bool accent = sign == "**";
  out.add(
      {Severity::warning, "markup", std::move(at),
       accent
           ? trf("slide “{id}”: a ** has no partner and is shown as it is", fmt::arg("id", slide.id))
           : trf("slide “{id}”: “{sign}” marks nothing and is shown as it is",
                 fmt::arg("id", slide.id), fmt::arg("sign", sign)),
       accent ? tr("put ** before the emphasised words and after them; where the asterisks are meant, write "
                   "\\\\*\\\\*")
              : tr("write [words]{.dot} or [words]{lang=ug}; where the brackets are meant, write \\\\[ and "
                   "\\\\]")});
}

void check_slide(const playlist::Slide& slide, Sources& sources, Diagnostics& out) {
  if (!slide.kind || !slide.content || !slide.at.file) return;
  const std::string shown = slide.kind->reading_text(*slide.content);
  if (shown.find("**") == shown.npos && shown.find("]{") == shown.npos) return;
  const toml::Document* document = sources.of(slide.at.file);
  const toml::Value* table = document ? table_at(*document, slide.at) : nullptr;
  if (!table) return;
  visit_texts(*table, [&](const std::string& text, toml::Place place) {
    const auto strays = text::stray_signs(text);
    if (strays.empty() || shown.find(text::plain_text(text)) == shown.npos) return;
    Location at{slide.at.file, place.line, place.column, place.length};
    report(slide, strays.front(), std::move(at), out);
  });
}

}  // namespace

void check_markup(const Whole& whole, Diagnostics& out) {
  Sources sources;
  for (const show::ZoneShow& zone : whole.show.zones)
    for (const playlist::Slide& slide : slides_on(whole.show, zone)) check_slide(slide, sources, out);
}

}  // namespace xp::lint
