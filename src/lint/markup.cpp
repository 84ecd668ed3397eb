// SPDX-License-Identifier: MIT
// Markup that is not closed: passers-by would read the signs.
#include "base/i18n.h"
#include "lint/rules.h"
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

void report(const Subject& subject, const std::string& sign, Location at, Diagnostics& out) {
  const bool accent = sign == "**";
  out.add(
      {Severity::warning, "markup", std::move(at),
       accent
           ? trf("slide “{id}”: a ** has no partner and is shown as it is", fmt::arg("id", subject.slide.id))
           : trf("slide “{id}”: “{sign}” marks nothing and is shown as it is",
                 fmt::arg("id", subject.slide.id), fmt::arg("sign", sign)),
       accent ? tr("put ** before the emphasised words and after them; where the asterisks are meant, write "
                   "\\\\*\\\\*")
              : tr("write [words]{.dot} or [words]{lang=ug}; where the brackets are meant, write \\\\[ and "
                   "\\\\]")});
}

}  // namespace

void check_markup(const Subject& subject, Diagnostics& out) {
  const playlist::Slide& slide = subject.slide;
  if (!slide.kind || !slide.content || !slide.at.file) return;
  const std::string shown = slide.kind->reading_text(*slide.content);
  if (shown.find("**") == shown.npos && shown.find("]{") == shown.npos) return;
  Diagnostics known;  // it could be read before
  const auto document = toml::parse(slide.at.file->name, slide.at.file->text, known);
  const toml::Value* table = document ? table_at(*document, slide.at) : nullptr;
  if (!table) return;
  visit_texts(*table, [&](const std::string& text, toml::Place place) {
    const auto strays = text::stray_signs(text);
    if (strays.empty() || shown.find(text::plain_text(text)) == shown.npos) return;
    Location at{slide.at.file, place.line, place.column, place.length};
    report(subject, strays.front(), std::move(at), out);
  });
}

}  // namespace xp::lint
