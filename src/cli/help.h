// SPDX-License-Identifier: MIT
// What CLI11 says about the command line, in the language of the messages.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

namespace xp::cli {

/// The layout of --help: our headings, and columns as a terminal counts them (display_columns()).
std::shared_ptr<CLI::FormatterBase> help_formatter();

/// A line about wrong usage and one about where to read on; CLI11's own sentence where we have no other for
/// it.
std::string usage_message(const CLI::App*, const CLI::Error& error);

}  // namespace xp::cli
