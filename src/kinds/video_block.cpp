// SPDX-License-Identifier: MIT
#include "kinds/video_block.h"

#include <algorithm>
#include <utility>

#include "base/i18n.h"
#include "kinds/intern.h"
#include "scene/builder.h"

namespace xp::kinds {
namespace {

class FilmLaid final : public Laid {
 public:
  FilmLaid(LaidPtr above, Film film, const LayoutContext& context)
      : above_(std::move(above)),
        film_(std::move(film)),
        box_(Rect::of({}, context.box)),
        ground_(context.around.led ? Color{0, 0, 0, 255} : context.theme.colors.background_deep),
        refresh_(context.around.refresh) {
    if (!film_.clip || film_.clip->files.empty()) film_.clip = nullptr;
    if (!film_.clip) empty_ = scene::Builder().fill(box_, ground_).done();
  }

  void append_layers(const Moment& moment, std::vector<scene::Layer>& out) const override {
    const Duration time = frame_time(moment.shown());
    scene::OpsPtr ops = empty_;
    if (film_.clip)
      ops = intern(scene::Builder().video({film_.clip, time, box_, film_.fit, ground_, film_.volume}).done());
    out.push_back(scene::layer(std::move(ops), {}, box_));
    above_->append_layers(moment, out);
    if (const DrawnCue* cue = cue_at(time)) out.push_back(cue->layer);
  }

  Instant next_change(const Moment& moment) const override {
    const Instant above = above_->next_change(moment);
    if (!film_.clip) return above;
    return std::min(above, moment.now + (next_frame(moment.shown()) - moment.shown()));
  }

  bool loops() const override { return true; }
  const TextFaults& faults() const override { return above_->faults(); }
  std::string_view failure() const override { return above_->failure(); }

 private:
  /// Frames that the screen cannot show are left out.
  media::FrameRate rate(std::size_t file) const {
    const media::FrameRate rate = film_.clip->files[file].rate;
    return rate.frames > std::int64_t{refresh_} * rate.seconds ? media::FrameRate{refresh_, 1} : rate;
  }

  /// The beginning of the frame that is seen after so much of the slot, from the clip's beginning.
  Duration frame_time(Duration shown) const {
    if (!film_.clip) return {};
    const media::ClipPosition at = media::position_at(*film_.clip, shown);
    const media::FrameRate frames = rate(at.file);
    return media::start_of(*film_.clip, at.file) +
           media::time_of_frame(frames, media::frame_at(frames, at.time));
  }

  Duration next_frame(Duration shown) const {
    const media::ClipPosition at = media::position_at(*film_.clip, shown);
    const media::FrameRate frames = rate(at.file);
    const Duration next = media::time_of_frame(frames, media::frame_at(frames, at.time) + 1);
    return shown - at.time + std::min(next, film_.clip->files[at.file].length);
  }

  const DrawnCue* cue_at(Duration time) const {
    const auto after = std::ranges::upper_bound(film_.cues, time, {}, &DrawnCue::start);
    for (auto cue = after; cue != film_.cues.begin();) {
      if (time < (--cue)->end) return &*cue;
    }
    return nullptr;
  }

  LaidPtr above_;
  Film film_;
  Rect box_;
  Color ground_;
  int refresh_;
  scene::OpsPtr empty_;
};

}  // namespace

media::ClipPtr read_clip(toml::TableReader& reader, std::string_view key,
                         const std::vector<std::string>& names, const ReadContext& context) {
  std::vector<media::ClipFile> files;
  for (const std::string& name : names) {
    auto facts = media::clip_facts(context.files, context.path_of(name));
    if (facts) {
      files.push_back(*std::move(facts));
    } else {
      reader.report_defect(key, "unplayable-video", facts.error().message,
                           tr("put the video beside the playlist; MP4 with H.264 is played everywhere"));
    }
  }
  return files.empty() ? nullptr : media::make_clip(std::move(files));
}

LaidPtr play_below(LaidPtr above, Film film, const LayoutContext& context) {
  return std::make_shared<FilmLaid>(std::move(above), std::move(film), context);
}

}  // namespace xp::kinds
