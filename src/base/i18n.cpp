// SPDX-License-Identifier: MIT
#include "base/i18n.h"

#include <libintl.h>

#include <atomic>
#include <clocale>
#include <cstdlib>

#include "base/program.h"

namespace xp::inline base {
namespace {

constexpr const char* kDomain = "xuanping";

std::atomic<Language> g_language{Language::english};

}  // namespace

Language language_of_environment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    return std::string_view(value).starts_with("zh") ? Language::chinese : Language::english;
  }
  return Language::english;
}

void set_language(Language language) {
  if (language == Language::chinese) {
    // gettext translates in every locale but "C" by $LANGUAGE alone: no Chinese locale need be installed.
    ::setenv("LANGUAGE", "zh_CN", 1);
    std::setlocale(LC_ALL, "C.UTF-8");
    ::bindtextdomain(kDomain, locale_directory().c_str());
    ::bind_textdomain_codeset(kDomain, "UTF-8");
  }
  g_language = language;
}

Language language() { return g_language; }

const char* tr(const char* english) {
  if (g_language == Language::english || !*english) return english;  // "" is the catalogue's header
  return ::dgettext(kDomain, english);
}

}  // namespace xp::inline base
