// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>

#include "base/i18n.h"
#include "cli/defaults.h"
#include "cli/output.h"
#include "cli/sheet.h"
#include "cli/verb.h"
#include "media/png_writer.h"
#include "paint/dim.h"
#include "paint/painter.h"
#include "paint/panel_colors.h"
#include "scene/dump.h"
#include "show/frame.h"
#include "show/load.h"

namespace xp::cli {

namespace {

struct Options {
  std::string playlist, screen, slide, elapsed, at, output;
  bool sheet = false, dump = false;
};

/// Everything that turns an instant of a show into a picture.
struct Studio {
  show::ShowPtr show;
  std::unique_ptr<show::Caches> caches;
  std::unique_ptr<paint::Painter> painter;

  /// What the display shows of a scene; `white` as Presenter::set_white().
  std::shared_ptr<const media::Picture> picture(const scene::Scene& scene, Panel panel,
                                                std::uint8_t white = 255) {
    auto made = std::make_shared<media::Picture>();
    made->size = scene.size;
    made->opaque = true;
    made->pixels.resize(static_cast<std::size_t>(scene.size.w) * static_cast<std::size_t>(scene.size.h));
    const std::vector<Rect> whole{Rect::of({}, scene.size)};
    const paint::Target target{scene.size, made->pixels.data(), scene.size.w * 4};
    painter->paint(scene, whole, target);
    paint::show_on_panel(panel, whole, target);
    paint::dim(white, whole, target);
    made->hash = hash_bytes({reinterpret_cast<const char*>(made->pixels.data()), made->pixels.size() * 4});
    return made;
  }
};

int usage(const std::string& message) {
  complain(message);
  return kWrongUsage;
}

std::optional<Studio> open_studio(const show::LoadRequest& request) {
  Diagnostics diagnostics;
  Studio studio;
  const auto show = show::load_show(real_files(), request, diagnostics);
  print(diagnostics);
  if (!show) return std::nullopt;
  studio.show = *show;
  auto caches = show::Caches::create(studio.show->catalog);
  auto painter = paint::Painter::create(studio.show->catalog);
  if (!caches || !painter) {
    complain(caches ? painter.error().message : caches.error().message);
    return std::nullopt;
  }
  studio.caches = *std::move(caches);
  studio.painter = *std::move(painter);
  return studio;
}

std::optional<std::size_t> slide_index(const show::Show& show, const std::string& id) {
  const auto& slides = show.playlist.slides;
  for (std::size_t i = 0; i < slides.size(); ++i) {
    if (slides[i].id == id) return i;
  }
  std::string ids;
  for (const playlist::Slide& slide : slides) ids += (ids.empty() ? "" : ", ") + slide.id;
  complain(trf("no slide has the id “{id}”; there are {ids}", fmt::arg("id", id), fmt::arg("ids", ids)));
  return std::nullopt;
}

/// False after one whose files cannot be used (said).
bool is_usable(const show::Show& show, const std::string& id) {
  if (!show.unusable.contains(id)) return true;
  complain(trf("slide “{id}” cannot be rendered: a file that it names cannot be used", fmt::arg("id", id)));
  return false;
}

/// Whether a sheet lacks no slide.
bool is_whole(const show::Show& show) {
  return std::ranges::none_of(show.playlist.slides, [&](const playlist::Slide& slide) {
    return slide.enabled && show.unusable.contains(slide.id);
  });
}

using CaptionedScenes = std::vector<std::pair<std::string, scene::Scene>>;

/// A slide as it stands still: once, or once a page.
void append_rests(Studio& studio, std::size_t index, Instant at, CaptionedScenes& scenes) {
  const playlist::Slide& slide = studio.show->playlist.slides[index];
  const std::vector<Duration> rests = show::rests_of_slide(*studio.show, index, *studio.caches);
  for (std::size_t page = 0; page < rests.size(); ++page) {
    const std::string caption =
        rests.size() == 1 ? slide.id : fmt::format("{} {}/{}", slide.id, page + 1, rests.size());
    scenes.emplace_back(caption,
                        show::frame_of_slide(*studio.show, index, rests[page], at, *studio.caches).scene);
  }
}

/// The settled pictures of every enabled slide; on a screen without slides (an LED strip), of its first
/// seconds.
CaptionedScenes sheet_scenes(Studio& studio, Instant at) {
  constexpr int kStripMoments = 12;
  CaptionedScenes scenes;
  const show::Show& show = *studio.show;
  const bool slides =
      std::any_of(show.zones.begin(), show.zones.end(), [](const auto& zone) { return !zone.filler; });
  for (std::size_t i = 0; slides && i < show.playlist.slides.size(); ++i) {
    const playlist::Slide& slide = show.playlist.slides[i];
    if (slide.enabled && !show.unusable.contains(slide.id)) append_rests(studio, i, at, scenes);
  }
  const playlist::PowerStretch power = show.power.at(at);
  const Instant begin = power.state == playlist::PanelState::off ? power.until : at;
  for (int i = 0; !slides && i < kStripMoments; ++i) {
    const Instant moment = begin + seconds(2 * i);
    scenes.emplace_back(format_instant(moment, show.around.utc_offset),
                        show::frame_at(show, moment, *studio.caches).scene);
  }
  return scenes;
}

scene::Scene sheet(Studio& studio, Instant at, std::string& dumped) {
  std::vector<Thumbnail> thumbnails;
  for (auto& [caption, scene] : sheet_scenes(studio, at)) {
    dumped += fmt::format("== {}\n{}", caption, scene::dump(scene, *studio.show->catalog));
    thumbnails.push_back({studio.picture(scene, studio.show->screen.panel), caption});
  }
  return contact_sheet(thumbnails, studio.caches->engine());
}

int finish(const Options& options, Studio& studio, const show::Frame& frame, const std::string& dumped) {
  if (options.dump) put_text(dumped);
  if (options.output.empty()) return kFine;
  if (frame.scene.size.empty()) {
    complain(tr("nothing to render: no slide is enabled"));
    return kInputErrors;
  }
  // The pictures of a sheet are the panel's already; the sheet is paper.
  const auto picture =
      studio.picture(frame.scene, options.sheet ? Panel::full : studio.show->screen.panel, frame.white);
  const Status written =
      media::write_png(options.output, picture->size, picture->pixels.data(), picture->size.w * 4);
  if (written) return kFine;
  complain(written.error().message);
  return kInputErrors;
}

int render(const Options& options, Studio& studio, Instant at) {
  std::string dumped;
  show::Frame frame;
  if (options.sheet) {
    frame.scene = sheet(studio, at, dumped);
    const int code = finish(options, studio, frame, dumped);
    return code == kFine && !is_whole(*studio.show) ? kInputErrors : code;
  }
  if (options.slide.empty()) {
    frame = show::frame_at(*studio.show, at, *studio.caches);
  } else {
    const auto index = slide_index(*studio.show, options.slide);
    if (!index || !is_usable(*studio.show, options.slide)) return kInputErrors;
    const Duration settled = studio.show->playlist.slides[*index].duration;
    const Duration elapsed = options.elapsed.empty() ? settled : *parse_duration(options.elapsed);
    frame = show::frame_of_slide(*studio.show, *index, elapsed, at, *studio.caches);
  }
  return finish(options, studio, frame, scene::dump(frame.scene, *studio.show->catalog));
}

int run_render(const Options& options, const Common& common) {
  const int chosen = (options.sheet ? 1 : 0) + (options.slide.empty() ? 0 : 1);
  if (chosen > 1 || (chosen == 0 && options.at.empty())) {
    return usage(tr("render needs one of --slide ID, --at INSTANT and --sheet"));
  }
  if (options.output.empty() && !options.dump) return usage(tr("render needs -o FILE.png or --dump"));
  if (!options.elapsed.empty() && !parse_duration(options.elapsed)) {
    return usage(trf("--elapsed: “{text}” is no duration; write 2.5s", fmt::arg("text", options.elapsed)));
  }
  const auto at = options.at.empty() ? std::optional(read_clocks().wall) : parse_instant(options.at);
  if (!at) {
    return usage(
        trf("--at: “{text}” is no instant; write 2022-05-15T10:24:00+08:00", fmt::arg("text", options.at)));
  }
  const PlayerFile file =
      options.playlist.empty() || options.screen.empty() ? read_player_file(common, "") : PlayerFile{};
  if (file.diagnostics.has_errors()) return kInputErrors;
  show::LoadRequest request;
  request.data = common.data;
  request.playlist = given_or(options.playlist, file.config.playlist);
  request.screen = given_or(options.screen, file.config.screen);
  request.anchor = *at;
  auto studio = open_studio(request);
  return studio ? render(options, *studio, *at) : kInputErrors;
}

std::function<int()> prepare_render(CLI::App& command, const Common& common) {
  auto options = std::make_shared<Options>();
  add_playlist_option(command, options->playlist);
  command.add_option("--screen", options->screen, tr("a screen's name or profile file"))
      ->type_name(tr("SCREEN"));
  command
      .add_option("--slide", options->slide, tr("this slide alone, settled unless --elapsed says otherwise"))
      ->type_name("ID");
  command
      .add_option("--elapsed", options->elapsed, tr("the slide this long after its entrance, such as 2.5s"))
      ->type_name(tr("DURATION"));
  command.add_option("--at", options->at, tr("the whole screen at this instant"))->type_name(tr("INSTANT"));
  command.add_flag("--sheet", options->sheet, tr("a contact sheet of every slide"));
  command.add_option("-o,--output", options->output, tr("the PNG file to write"))->type_name(tr("FILE"));
  command.add_flag("--dump", options->dump, tr("print the scene as text"));
  return [options, &common] { return run_render(*options, common); };
}

}  // namespace

constinit const Verb kRender{
    "render", N_("write one frame, or the contact sheet, as a picture"),
    "  xuanping render slides/zhangye-2022-05-15 --screen plaza-1080p --slide high-interest -o slide.png\n"
    "  xuanping render slides/zhangye-2022-05-15 --screen bank-hall-1080p --at 2022-05-15T10:24:00+08:00 -o "
    "now.png\n"
    "  xuanping render slides/zhangye-2022-05-15 --screen portrait-1080x1920 --sheet -o sheet.png",
    prepare_render};

}  // namespace xp::cli
