// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/hash.h"
#include "base/i18n.h"
#include "cli/output.h"
#include "cli/verb.h"
#include "lint/lint.h"
#include "show/load.h"

namespace xp::cli {

namespace {

struct Options {
  std::vector<std::string> playlists;
  std::vector<std::string> screens;
  bool strict = false;
  std::string format = "text";
  std::string at;
};

const char* name_of(Severity severity) {
  switch (severity) {
    case Severity::info:
      return "info";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "";
}

std::string as_json(const Diagnostics& diagnostics) {
  auto list = nlohmann::ordered_json::array();
  for (const Diagnostic& d : diagnostics.list()) {
    list.push_back({{"file", d.at.file ? d.at.file->name : ""},
                    {"line", d.at.line},
                    {"column", d.at.column},
                    {"length", d.at.length},
                    {"severity", name_of(d.severity)},
                    {"id", d.id},
                    {"message", d.message},
                    {"remedy", d.remedy}});
  }
  return list.dump(2);
}

/// One playlist on one screen.
void check_on_screen(const show::LoadRequest& request, Diagnostics& out) {
  const auto show = show::load_show(real_files(), request, out);
  if (!show) return;
  auto caches = show::Caches::create((*show)->catalog);
  auto painter = paint::Painter::create((*show)->catalog);
  if (!caches || !painter) {
    out.add({Severity::error,
             "no-font",
             {},
             caches ? painter.error().message : caches.error().message,
             tr("Install the package fonts-noto-cjk.")});
    return;
  }
  lint::lint(**show, request.anchor, {**caches, **painter}, out);
}

/// A mistake that is there on every screen is said once.
class Findings {
 public:
  void add(const Diagnostics& found) {
    for (const Diagnostic& d : found.list())
      if (known_.insert(key_of(d)).second) all_.add(d);
  }
  const Diagnostics& all() const { return all_; }

 private:
  static Hash key_of(const Diagnostic& d) {
    const std::string_view file = d.at.file ? d.at.file->name : std::string_view();
    return Hasher().add(d.id).add(d.message).add(d.at.line).add(d.at.column).add(file).done();
  }
  Diagnostics all_;
  std::unordered_set<Hash, HashOf> known_;
};

int run_check(const Options& options, const Common& common) {
  const auto instant = options.at.empty() ? std::optional(read_clocks().wall) : parse_instant(options.at);
  if (!instant) {
    complain(
        trf("--at: “{text}” is no instant; write 2022-05-15T10:24:00+08:00", fmt::arg("text", options.at)));
    return kWrongUsage;
  }
  Findings findings;
  for (const std::string& playlist : options.playlists) {
    for (const std::string& screen : options.screens) {
      Diagnostics found;
      show::LoadRequest request;
      request.data = common.data;
      request.playlist.value = playlist;
      request.screen.value = screen;
      request.anchor = *instant;
      check_on_screen(request, found);
      findings.add(found);
    }
  }
  const Diagnostics& all = findings.all();
  if (options.format == "json") {
    put("{}\n", as_json(all));
  } else {
    print(all);
    if (all.empty()) put("{}\n", tr("No mistakes found."));
  }
  const bool failed = all.has_errors() || (options.strict && all.count(Severity::warning) > 0);
  return failed ? kInputErrors : kFine;
}

std::function<int()> prepare_check(CLI::App& command, const Common& common) {
  auto options = std::make_shared<Options>();
  command
      .add_option("PLAYLIST,--playlist", options->playlists,
                  tr("playlist files, or folders that hold playlist.toml"))
      ->required()
      ->type_name("");
  command
      .add_option("--screen", options->screens,
                  tr("a screen's name or profile file; may be given several times"))
      ->type_name(tr("SCREEN"))
      ->default_str("plaza-1080p");
  command.add_flag("--strict", options->strict, tr("warnings fail as errors do"));
  command.add_option("--format", options->format, tr("text or json"))->check(CLI::IsMember({"text", "json"}));
  command.add_option("--at", options->at, tr("check as if it were this instant"))->type_name(tr("INSTANT"));
  return [options, &common] {
    if (options->screens.empty()) options->screens = {"plaza-1080p"};
    return run_check(*options, common);
  };
}

}  // namespace

constinit const Verb kCheck{
    "check", N_("find the mistakes in playlists before the screen does"),
    "  xuanping check slides/zhangye-2022-05-15\n"
    "  xuanping check --screen plaza-1080p --screen led-256x32 --strict slides/*/playlist.toml\n"
    "  xuanping check --format json slides/zhangye-2022-05-15",
    prepare_check};

}  // namespace xp::cli
