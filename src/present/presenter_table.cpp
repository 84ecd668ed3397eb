// SPDX-License-Identifier: MIT
#include <algorithm>
#include <array>

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
    {"cpu", N_("paints with the processor into the window"), open_cpu_presenter},
    {"sdl", N_("draws with the graphics processor"), open_sdl_presenter},
    {"png", N_("writes every picture into a PNG file"), open_png_presenter},
    {"null", N_("shows nothing and counts"), open_null_presenter},
}};

}  // namespace

std::span<const PresenterRow> presenters() { return kPresenters; }

Result<std::unique_ptr<Presenter>> open_presenter(std::string_view name, const OutputOptions& options) {
  if (name == "auto")
    return open_presenter(choose_presenter(options, render_drivers(), display_environment()), options);
  const auto row = std::find_if(kPresenters.begin(), kPresenters.end(),
                                [&](const PresenterRow& r) { return r.name == name; });
  if (row == kPresenters.end())
    return Error{trf("there is no presenter “{name}”; there are auto, cpu, sdl, png and null",
                     fmt::arg("name", name))};
  auto opened = row->open(options);
  if (opened || row->open != static_cast<decltype(row->open)>(open_sdl_presenter)) return opened;
  // A screen is never dark for want of a driver.
  log(LogLevel::warning, "present",
      trf("{reason}; the processor draws instead", fmt::arg("reason", opened.error().message)));
  return open_cpu_presenter(options);
}

}  // namespace xp::present
