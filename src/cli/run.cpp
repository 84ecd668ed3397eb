// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <map>

#include "base/i18n.h"
#include "cli/help.h"
#include "cli/output.h"
#include "cli/verb.h"

namespace xp::cli {

namespace {

constexpr std::array<const Verb*, 8> kVerbs{&kPlay,   &kRender, &kCheck,  &kSchedule,
                                            &kSchema, &kLayout, &kStatus, &kReport};

/// --lang is wanted before anything is said, help included. After `layout` it names the language of the text.
Language language_of(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == kLayout.name) break;
    const std::string_view value = word == "--lang" && i + 1 < argc ? argv[i + 1]
                                   : word.starts_with("--lang=")    ? word.substr(7)
                                                                    : std::string_view{};
    if (value == "zh") return Language::chinese;
    if (value == "en") return Language::english;
  }
  return language_of_environment();
}

void add_common_options(CLI::App& app, std::string& language, std::string& data) {
  app.add_option("--lang", language, tr("language of messages: zh or en"))
      ->check(CLI::IsMember({"zh", "en"}));
  app.add_option("--data", data, tr("folder with config, fonts and slides"))->type_name(tr("DIR"));
}

std::string footer_of(const Verb& verb) {
  const std::string examples = std::string(tr("Examples:")) + "\n" + verb.examples;
  return *verb.notes ? examples + "\n" + tr(verb.notes) : examples;
}

}  // namespace

std::span<const Verb* const> verbs() { return kVerbs; }

void print(const Diagnostics& diagnostics) {
  if (diagnostics.empty()) return;
  complain(format_diagnostics(diagnostics));
  complain(trf("{errors} errors, {warnings} warnings", fmt::arg("errors", diagnostics.count(Severity::error)),
               fmt::arg("warnings", diagnostics.count(Severity::warning))));
}

void add_playlist_option(CLI::App& command, std::string& playlist) {
  command
      .add_option("PLAYLIST,--playlist", playlist,
                  tr("a playlist file, or the folder that holds playlist.toml"))
      ->type_name("");
}

namespace {

int run_verb(int argc, char** argv) {
  set_language(language_of(argc, argv));
  CLI::App app(tr("Xuanping: the program behind a public screen"), "xuanping");
  app.formatter(help_formatter());
  app.failure_message(usage_message);
  app.set_version_flag("--version", "xuanping " XUANPING_VERSION, tr("print the version"));
  app.set_help_flag("-h,--help", tr("print this help"));
  app.require_subcommand(1);
  app.footer(tr("Every command has --help with examples."));
  std::string language, data;
  add_common_options(app, language, data);

  Common common;
  std::map<const CLI::App*, std::function<int()>> actions;
  for (const Verb* verb : verbs()) {
    CLI::App* command = app.add_subcommand(std::string(verb->name), tr(verb->doc));
    command->set_help_flag("-h,--help", tr("print this help"));
    command->footer(footer_of(*verb));
    if (verb != &kLayout) add_common_options(*command, language, data);
    actions[command] = verb->prepare(*command, common);
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {  // CLI11 speaks in exceptions; they end here
    return app.exit(error) == 0 ? kFine : kWrongUsage;
  }
  common.data = DataPath::from_environment(data);
  common.language_given = !language.empty();
  return actions.at(app.get_subcommands().front())();
}

}  // namespace

int run(int argc, char** argv) {
  const int code = run_verb(argc, argv);
  const std::string lost = take_lost_output();
  if (lost.empty()) return code;
  complain(trf("standard output cannot be written: {reason}", fmt::arg("reason", lost)));
  return code == kFine ? kInputErrors : code;
}

}  // namespace xp::cli
