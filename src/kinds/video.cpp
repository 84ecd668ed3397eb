// SPDX-License-Identifier: MIT
// Videos: one file or several, one after the other, with the subtitles that lie beside them.
#include <algorithm>
#include <utility>

#include "base/i18n.h"
#include "base/utf8.h"
#include "kinds/content_of.h"
#include "kinds/slide_kind.h"
#include "kinds/video_block.h"
#include "toml/field.h"

namespace xp::kinds {

struct Video {
  std::vector<std::string> files;
  media::Fit fit = media::Fit::letterbox;
  int volume = 0;
  media::ClipPtr clip;    ///< null: no file can be played
  std::vector<Cue> cues;  ///< of all files, from the clip's beginning

  void hash_into(Hasher& hasher) const {
    add_strings(hasher, files);
    hasher.add(fit).add(volume).add(clip ? clip->hash : Hash{}).add(cues.size());
    for (const Cue& cue : cues) hasher.add(cue.start.count()).add(cue.end.count()).add(cue.text);
  }
  /// A second or more: a short one is repeated.
  std::optional<Duration> length() const {
    if (!clip) return std::nullopt;
    return clip->length * std::max<std::int64_t>(1, (seconds(1) + clip->length - Duration{1}) / clip->length);
  }
};

}  // namespace xp::kinds

template <>
struct xp::toml::EnumNames<xp::media::Fit> {
  using Fit = xp::media::Fit;
  static constexpr std::pair<std::string_view, Fit> names[] = {
      {"letterbox", Fit::letterbox}, {"fill", Fit::fill}, {"stretch", Fit::stretch}};
};

template <>
struct xp::toml::FieldsOf<xp::kinds::Video> {
  using Video = xp::kinds::Video;
  static constexpr auto rows = std::tuple{
      required(
          field("files", &Video::files, Length{1, xp::media::kMaxClipFiles},
                N_("the videos, beside the playlist, shown one after the other; subtitles are taken from "
                   "the .srt of the same name"))),
      field("fit", &Video::fit,
            N_("\"letterbox\": the whole picture between bars; \"fill\": the whole zone, edges cut off; "
               "\"stretch\": distorted")),
      field("volume", &Video::volume, Range{0, 100}, N_("how loud, in percent; 0: silent")),
  };
};

namespace xp::kinds {
namespace {

constexpr double kTextSize = 5.2;     // vmin
constexpr double kSmallest = 0.7;     // of it
constexpr double kPadding = 0.42;     // em, at the sides of the text; half of it above and below
constexpr std::uint8_t kScrim = 204;  // opacity that gives text its contrast over anything
constexpr int kMostLines = 2;

std::string subtitle_path(const std::string& video) {
  const std::size_t dot = video.rfind('.'), slash = video.rfind('/');
  const bool has_extension = dot != std::string::npos && (slash == std::string::npos || dot > slash);
  return (has_extension ? video.substr(0, dot) : video) + ".srt";
}

void report_mistakes(toml::TableReader& reader, const std::string& path, const Subtitles& subtitles) {
  for (const SubtitleMistake& mistake : subtitles.mistakes) {
    reader.report("files", "subtitles",
                  trf("{file}, line {line}: {what}", fmt::arg("file", path), fmt::arg("line", mistake.line),
                      fmt::arg("what", mistake.message)),
                  tr("mend the subtitles in a text editor"), Severity::warning);
  }
}

/// Those of one file; none where it has no .srt.
std::vector<Cue> read_subtitles(toml::TableReader& reader, const ReadContext& context,
                                const std::string& video) {
  const std::string path = subtitle_path(video);
  if (!context.files.is_file(path)) return {};
  const auto bytes = context.files.read(path, kMaxSubtitleBytes);
  Subtitles subtitles;
  if (bytes) {
    subtitles = parse_srt(*bytes);
  } else {
    subtitles.mistakes.push_back({1, bytes.error().message});
  }
  report_mistakes(reader, path, subtitles);
  return std::move(subtitles.cues);
}

ContentPtr read(toml::TableReader& reader, const ReadContext& context) {
  Video video;
  if (!reader.read(video)) return nullptr;
  video.clip = read_clip(reader, "files", video.files, context);
  Duration start{};
  for (std::size_t i = 0; video.clip && i < video.clip->files.size(); ++i) {
    const media::ClipFile& file = video.clip->files[i];
    for (Cue& cue : read_subtitles(reader, context, file.path)) {
      if (cue.start >= file.length) continue;
      cue.end = start + std::min(cue.end, file.length);
      cue.start += start;
      video.cues.push_back(std::move(cue));
    }
    start += file.length;
  }
  return std::make_shared<ContentOf<Video>>(std::move(video));
}

/// What people wrote is no markup of ours.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '*' || c == '[' || c == ']') out += '\\';
    out += c;
  }
  return out;
}

/// The lines of a subtitle, each by itself: they are centred. One line where it fits.
std::vector<TextBlock> set_lines(Canvas& canvas, const Cue& cue, int width) {
  const TypeLevel level{canvas.theme().type.title.role, kTextSize, 1.3};
  const int size = canvas.text_px(kTextSize), smallest = static_cast<int>(size * kSmallest);
  const std::string markup = escaped(cue.text);
  if (cue.text.find('\n') == std::string::npos) {
    TextBlock line = canvas.type().at_size(markup, level.role, size);
    if (line.width() <= width) return {std::move(line)};
  }
  const TextBlock block = canvas.type().headline(
      markup, level, {{width, 3 * size}, size, std::max(kSmallestText, smallest), kMostLines});
  const std::u32string text = text::parse_markup(markup).text;
  std::vector<TextBlock> lines;
  for (const text::Line& line : block.layout->lines) {
    const std::string part = encode_utf8(text.substr(line.start, line.end - line.start));
    lines.push_back(canvas.type().at_size(escaped(part), level.role, block.size));
  }
  return lines;
}

/// At the bottom of the safe area, on a scrim that makes it readable over any picture.
DrawnCue draw_cue(Canvas& canvas, const Cue& cue) {
  const Theme& theme = canvas.theme();
  const bool led = canvas.context().around.led;
  const Rect safe = canvas.box().inset(canvas.px(theme.spacing.margin));
  const int most = canvas.text_px(kTextSize);
  const std::vector<TextBlock> lines = set_lines(canvas, cue, safe.w - static_cast<int>(2 * kPadding * most));
  int width = 0;
  for (const TextBlock& line : lines) width = std::max(width, line.width());
  const int size = lines.empty() ? most : lines.front().size;
  const int step = size * 13 / 10, pad = static_cast<int>(kPadding * size);
  const int height = size + step * (static_cast<int>(lines.size()) - 1) + pad;
  const Rect scrim{safe.x + (safe.w - width) / 2 - pad, safe.bottom() - height, width + 2 * pad, height};
  Color ground = theme.colors.background_deep;
  ground.a = kScrim;
  scene::Builder builder;
  builder.rounded(RectF::of(scrim), Px::from(led ? 0 : canvas.px(theme.spacing.radius) * 0.6),
                  led ? Color{0, 0, 0, 255} : ground);
  int y = scrim.y + pad / 2;
  for (const TextBlock& line : lines) {
    draw_text(builder, line, {safe.x + (safe.w - line.width()) / 2, y},
              {theme.colors.text, theme.colors.text});
    y += step;
  }
  return {cue.start, cue.end, scene::layer(builder.done(), {}, canvas.box())};
}

LaidPtr layout(const Content& content, const LayoutContext& context) {
  const Video& video = values_of<Video>(content);
  Canvas canvas(context);
  Film film{video.clip, video.fit, video.volume, {}};
  if (!canvas.metrics().strip()) {
    for (const Cue& cue : video.cues) film.cues.push_back(draw_cue(canvas, cue));
  }
  return play_below(canvas.finish(), std::move(film), context);
}

std::string reading_text(const Content& content) {
  std::string text;
  for (const Cue& cue : values_of<Video>(content).cues) text += cue.text + '\n';
  return text;
}

}  // namespace

SlideKind video_kind() {
  return {"video",
          N_("videos, one after the other and again from the beginning, with subtitles"),
          toml::describe<Video>,
          read,
          layout,
          reading_text,
          nullptr,
          nullptr};
}

}  // namespace xp::kinds
