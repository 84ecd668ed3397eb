// SPDX-License-Identifier: MIT
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/i18n.h"
#include "base/log.h"
#include "present/cpu_presenter.h"
#include "present/graphics_card.h"
#include "present/null_presenter.h"
#include "present/png_presenter.h"
#include "present/presenter.h"
#include "present/sdl_presenter.h"

namespace xp::present {

namespace {

constexpr std::array<PresenterRow, 4> kPresenters{{
    {"cpu", N_("paints with the processor into the window"), open_cpu_presenter, {}},
    {"sdl", N_("draws with the graphics processor"), open_sdl_presenter, "cpu"},
    {"png", N_("writes every picture into a PNG file"), open_png_presenter, {}},
    {"null", N_("shows nothing and counts"), open_null_presenter, {}},
}};

std::string known_names() {
  std::vector<std::string_view> names{"auto"};
  for (const PresenterRow& row : kPresenters) names.push_back(row.name);
  return fmt::format("{}", fmt::join(names, tr(", ")));
}

}  // namespace

std::span<const PresenterRow> presenters() { return kPresenters; }

Result<std::unique_ptr<Presenter>> open_presenter(std::string_view name, const OutputOptions& options) {
  if (name == "auto")
    return open_presenter(choose_presenter(options, render_drivers(), display_environment()), options);
  const auto row = std::find_if(kPresenters.begin(), kPresenters.end(),
                                [&](const PresenterRow& r) { return r.name == name; });
  if (row == kPresenters.end())
    return Error{trf("there is no presenter “{name}”; there are: {names}", fmt::arg("name", name),
                     fmt::arg("names", known_names()))};
  auto opened = row->open(options);
  if (opened || row->stand_in.empty()) return opened;
  // A screen is never dark for want of a driver.
  log(LogLevel::warning, "present",
      trf("{reason}; the presenter “{name}” stands in", fmt::arg("reason", opened.error().message),
          fmt::arg("name", row->stand_in)));
  return open_presenter(row->stand_in, options);
}

}  // namespace xp::present
