// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "base/i18n.h"
#include "base/utf8.h"
#include "cli/output.h"
#include "cli/verb.h"
#include "show/load.h"
#include "text/dump.h"
#include "text/engine.h"

namespace xp::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Options {
  std::string batch;
  Json request = Json::object();
};

/// One option a key of the request (docs/layout-dump.md): a sixth key is a row here.
struct TextKey {
  const char *option, *key, *doc;
};
constexpr TextKey kTextKeys[] = {
    {"--id", "id", N_("returned as it is")},
    {"--lang", "lang", N_("language of the text, BCP 47")},
    {"--mode", "mode", N_("horizontal or vertical")},
    {"--font", "font", N_("a role of the font catalogue")},
    {"--line-break", "line_break", N_("strict, normal or loose")},
    {"--trim", "trim", N_("none, normal, trim-start, space-first, trim-all or gb")},
    {"--autospace", "autospace", N_("none, normal, ideograph-alpha or ideograph-numeric")},
    {"--orientation", "orientation", N_("mixed or upright")},
    {"--hang", "hang", N_("none or allow-end")},
    {"--align", "align", N_("start, center, end or justify")},
    {"--paragraph", "paragraph", N_("auto, ltr or rtl")},
};
constexpr TextKey kNumberKeys[] = {
    {"--width-em", "width_em", N_("width of the lines; absent: one unlimited line")},
    {"--size-px", "size_px", N_("size of an em")},
    {"--gap-em", "gap_em", N_("width of the gap between Han and Latin")},
};

int answer_batch(text::Engine& engine, const text::LexiconPtr& lexicon, std::istream& in) {
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    put("{}\n", text::answer_layout_request(engine, line, lexicon));
    if (!flush_output()) break;  // nobody gets the answers
  }
  return kFine;
}

/// The key of the request whose bytes are no text; null: there is none.
const std::string* key_of_bad_bytes(const Json& request) {
  for (const auto& [key, value] : request.get_ref<const Json::object_t&>())
    if (value.is_string() && first_invalid_utf8(value.get_ref<const std::string&>())) return &key;
  return nullptr;
}

std::string answer_of(text::Engine& engine, const text::LexiconPtr& lexicon, const Json& request) {
  const std::string* bad = key_of_bad_bytes(request);
  if (!bad) return text::answer_layout_request(engine, request.dump(), lexicon);
  const Json answer{{"id", request.value("id", "")},
                    {"error", trf("“{key}” is not in UTF-8", fmt::arg("key", *bad))}};
  return answer.dump(-1, ' ', false, Json::error_handler_t::replace);
}

int run_layout(const Options& options, const Common& common) {
  Diagnostics diagnostics;
  const auto catalog =
      show::load_fonts(real_files(), common.data, show::LoadRequest::default_font_folders(), diagnostics);
  const text::LexiconPtr lexicon = show::load_lexicon(real_files(), common.data, diagnostics);
  print(diagnostics);
  if (!catalog) return kInputErrors;
  auto engine = text::Engine::create(catalog);
  if (!engine) {
    complain(engine.error().message);
    return kInputErrors;
  }
  if (options.batch.empty()) {
    const std::string answer = answer_of(**engine, lexicon, options.request);
    put("{}\n", answer);
    return Json::parse(answer).contains("error") ? kInputErrors : kFine;
  }
  if (options.batch == "-") return answer_batch(**engine, lexicon, std::cin);
  std::ifstream in(options.batch);
  if (!in) {
    complain(trf("cannot read {path}", fmt::arg("path", options.batch)));
    return kInputErrors;
  }
  return answer_batch(**engine, lexicon, in);
}

void add_request_options(CLI::App& command, Json& request) {
  for (const TextKey& row : kTextKeys) {
    command.add_option_function<std::string>(
        row.option, [&request, key = row.key](const std::string& value) { request[key] = value; },
        tr(row.doc));
  }
  for (const TextKey& row : kNumberKeys) {
    command.add_option_function<double>(
        row.option, [&request, key = row.key](const double& value) { request[key] = value; }, tr(row.doc));
  }
  command.add_option_function<std::string>(
      "--tcy",
      [&request](const std::string& value) {
        const bool number =
            !value.empty() && value.find_first_not_of("0123456789") == std::string::npos && value.size() < 3;
        request["tcy"] = number ? Json(std::stoi(value)) : Json(value);
      },
      tr("vertical: digit runs up to this length, or this text, set upright in one cell"));
  command.add_flag_callback(
      "--phrase", [&request] { request["phrase"] = true; }, tr("break between words and phrases"));
  command.add_flag_callback(
      "--balance", [&request] { request["balance"] = true; }, tr("even lines, as for a headline"));
}

std::function<int()> prepare_layout(CLI::App& command, const Common& common) {
  auto options = std::make_shared<Options>();
  auto text = std::make_shared<std::string>();
  command
      .add_option("--batch", options->batch,
                  tr("answer the requests of a file, one JSON object a line; - is standard input"))
      ->type_name(tr("FILE"));
  add_request_options(command, options->request);
  command.add_option("TEXT", *text, tr("the text to lay out"))->type_name("");
  return [options, text, &common] {
    if (options->batch.empty() && text->empty()) {
      complain(tr("layout needs a text, or --batch"));
      return kWrongUsage;
    }
    options->request["text"] = *text;
    return run_layout(*options, common);
  };
}

}  // namespace

constinit const Verb kLayout{"layout", N_("lay out a paragraph and print it as JSON"),
                             "  xuanping layout --width-em 8 --balance 警惕高息诱惑远离非法集资\n"
                             "  xuanping layout --batch requests.jsonl",
                             prepare_layout};

}  // namespace xp::cli
