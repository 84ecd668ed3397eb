// SPDX-License-Identifier: MIT
#include "cli/help.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "base/i18n.h"
#include "base/utf8.h"

namespace xp::cli {

namespace {

constexpr int kLeftColumns = 30;

/// A name and what it is; a long name has a line of its own.
std::string row(const std::string& name, const std::string& meaning) {
  const std::string left = "  " + name;
  const int columns = display_columns(left);
  const std::string gap = columns + 2 <= kLeftColumns ? std::string(kLeftColumns - columns, ' ')
                                                      : "\n" + std::string(kLeftColumns, ' ');
  return left + gap + meaning + "\n";
}

/// What CLI11 calls the value of an option: TEXT, FLOAT, or TEXT:{json,text} for one of some words.
std::string type_words(std::string type) {
  if (type == "TEXT") return tr("TEXT");
  if (type == "FLOAT" || type == "INT" || type == "UINT") return tr("NUMBER");
  const std::size_t words = type.find(":{");
  if (words == std::string::npos) return type;
  type = type.substr(words + 2, type.size() - words - 3);
  std::replace(type.begin(), type.end(), ',', '|');
  return type;
}

class HelpFormatter : public CLI::Formatter {
 public:
  std::string make_usage(const CLI::App* app, std::string name) const override {
    std::string words;
    for (const CLI::Option* option :
         app->get_options([](const CLI::Option* each) { return each->get_positional(); }))
      words += " " + make_option_usage(option);
    if (!app->get_subcommands({}).empty()) words += std::string(" ") + tr("COMMAND");
    return trf("Usage: {name} [OPTIONS]{words}", fmt::arg("name", name), fmt::arg("words", words)) + "\n";
  }

  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    std::string rows;
    for (const CLI::Option* option : options) rows += make_option(option, is_positional);
    return fmt::format("\n{}\n{}", group == "Positionals" ? tr("Arguments:") : tr("Options:"), rows);
  }

  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode) const override {
    std::string rows;
    for (const CLI::App* command : app->get_subcommands({}))
      rows += row(command->get_name(), command->get_description());
    return rows.empty() ? rows : fmt::format("\n{}\n{}", tr("Commands:"), rows);
  }

  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    return row(make_option_name(option, is_positional) + make_option_opts(option), make_option_desc(option));
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    std::string words;
    if (option->get_type_size() != 0 && !option->get_type_name().empty())
      words = " " + type_words(option->get_type_name());
    if (option->get_required()) words += std::string(" ") + tr("(required)");
    return words;
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    std::string meaning = option->get_description();
    for (const CLI::Option* other : option->get_excludes())
      meaning += " " + trf("(not with {option})", fmt::arg("option", other->get_name()));
    return meaning;
  }
};

/// What CLI11 2.1 says of a wrong command line; {} is what it names. The first that fits is the one.
constexpr std::array kSentences{N_("A subcommand is required"),
                                N_("{} is required"),
                                N_("{} excludes {}"),
                                N_("The following argument was not expected: {}"),
                                N_("The following arguments were not expected: {}"),
                                N_("Could not convert: {} = {}"),
                                N_("{}: 1 required {} missing"),
                                N_("{}: {} not in {}")};

/// What stands for each {} of `sentence` in `text`; nothing where they are not the same sentence.
std::optional<std::vector<std::string>> named_in(std::string_view text, std::string_view sentence) {
  std::vector<std::string> names;
  std::size_t hole = sentence.find("{}");
  if (!text.starts_with(sentence.substr(0, hole))) return std::nullopt;
  while (hole != std::string_view::npos) {
    text.remove_prefix(std::min(hole, text.size()));
    sentence.remove_prefix(hole + 2);
    hole = sentence.find("{}");
    const std::string_view after = sentence.substr(0, hole);
    const std::size_t end = after.empty() ? text.size() : text.find(after);
    if (end == std::string_view::npos) return std::nullopt;
    names.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return text == sentence ? std::optional(names) : std::nullopt;
}

std::string translated(std::string_view text) {
  for (const char* sentence : kSentences)
    if (const auto names = named_in(text, sentence)) {
      fmt::dynamic_format_arg_store<fmt::format_context> words;
      for (const std::string& name : *names) words.push_back(name);
      return fmt::vformat(tr(sentence), words);
    }
  return std::string(text);
}

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_formatter() { return std::make_shared<HelpFormatter>(); }

std::string usage_message(const CLI::App*, const CLI::Error& error) {
  return fmt::format("{}\n{}\n", translated(error.what()), tr("Run with --help for more information."));
}

}  // namespace xp::cli
