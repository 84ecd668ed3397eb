// SPDX-License-Identifier: MIT
// Two languages: messages are English in the code and Chinese in po/zh_CN.po (gettext).
#pragma once

#include <fmt/args.h>
#include <fmt/format.h>

#include <string>
#include <string_view>

namespace xp::inline base {

enum class Language { english, chinese };

/// The language the environment asks for (LC_ALL, LC_MESSAGES, LANG); English for all but zh.
Language language_of_environment();

/// Chooses the language of every later tr(). Once, at start, before threads.
void set_language(Language language);
Language language();

/// The translation of an English message; the message itself where there is none. Any thread.
const char* tr(const char* english);

/// Marks a message for translation where it stands as data; the use site calls tr().
#define N_(english) english

/// tr(), then fmt with arguments by name or position: trf("unknown key “{key}”", fmt::arg("key", key)). fmt::arg keeps a
/// reference: one that is stored in a variable must not be made of a temporary.
template <class... Args>
std::string trf(const char* english, const Args&... args) {
  return fmt::format(fmt::runtime(tr(english)), args...);
}

}  // namespace xp::inline base
