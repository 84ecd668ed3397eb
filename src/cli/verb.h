// SPDX-License-Identifier: MIT
// What a verb of the command line is: one file with one row in the table of run.cpp.
#pragma once

#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "base/paths.h"

namespace xp::cli {

// Exit codes (interface: 0 fine, 1 the input has errors, 2 wrong usage, 75 display lost).
inline constexpr int kFine = 0;
inline constexpr int kInputErrors = 1;
inline constexpr int kWrongUsage = 2;
inline constexpr int kDisplayLost = 75;

/// What every verb is given.
struct Common {
  DataPath data;
  bool language_given = false;  ///< --lang decides; no file may
};

struct Verb {
  std::string_view name;
  const char* doc;       ///< English, marked with N_
  const char* examples;  ///< command lines for the end of its --help
  /// Adds its options to `command` and returns what runs when it was chosen. Options live as long as the
  /// function.
  std::function<int()> (*prepare)(CLI::App& command, const Common& common);
  const char* notes = "";  ///< what stands below the examples, English, marked with N_
};

extern const Verb kPlay, kRender, kCheck, kSchedule, kSchema, kLayout, kStatus, kReport;
std::span<const Verb* const> verbs();

/// Prints to standard error in the compiler form, and a summary line where there was anything.
void print(const Diagnostics& diagnostics);

/// PLAYLIST as a positional argument and as --playlist.
void add_playlist_option(CLI::App& command, std::string& playlist);

/// The whole command line; returns the exit code.
int run(int argc, char** argv);

}  // namespace xp::cli
