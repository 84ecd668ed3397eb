// SPDX-License-Identifier: MIT
// Slides of videos, with clips that the tests make.
#include <gmock/gmock.h>

#include <fstream>
#include <set>

#include "kinds_fixture.h"
#include "scene/videos.h"
#include "support/clip.h"

namespace xp::kinds {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr Size kBox{1920, 1080};

/// A folder with two clips of two seconds and one, and a playlist's slide that is read in it.
class VideoSlide : public testing::Test {
 protected:
  VideoSlide() {
    test::ClipSpec longer, shorter;
    shorter.frames = 25;
    shorter.size = {240, 180};
    EXPECT_TRUE(test::write_clip(folder_ + "/a.mp4", longer));
    EXPECT_TRUE(test::write_clip(folder_ + "/b.mp4", shorter));
  }
  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ + "/" + name) << text;
  }
  ReadSlide read(const std::string& keys) { return read_as("kind = \"video\"\n" + keys); }
  ReadSlide read_as(const std::string& keys) {
    Diagnostics diagnostics;
    const auto document = toml::parse(folder_ + "/playlist.toml", keys + "\n", diagnostics);
    return read_slide(*document, document->root);
  }
  /// The video, and what lies over it, at a moment.
  static scene::VideoOp video_at(const Laid& laid, Duration elapsed) {
    const auto videos = scene::videos_in(layers_at(laid, elapsed));
    EXPECT_EQ(videos.size(), 1u);
    return videos.empty() ? scene::VideoOp{} : videos.front();
  }
  static std::size_t layers_over(const Laid& laid, Duration elapsed) {
    return layers_at(laid, elapsed).size() - 1;
  }

  std::string folder_ = test::scratch_directory();
};

constexpr const char* kBoth = "files = [\"a.mp4\", \"b.mp4\"]";

TEST_F(VideoSlide, LastsAsLongAsItsFiles) {
  const ReadSlide slide = read(kBoth);
  EXPECT_THAT(ids_of(slide), IsEmpty());
  EXPECT_EQ(slide.content->length(), seconds(3));
  EXPECT_EQ(read("files = [\"b.mp4\", \"b.mp4\"]").content->length(), seconds(2));
}

TEST_F(VideoSlide, AShortClipIsRepeatedForASecond) {
  test::ClipSpec spec;
  spec.frames = 10;
  ASSERT_TRUE(test::write_clip(folder_ + "/short.mp4", spec));
  EXPECT_EQ(read("files = [\"short.mp4\"]").content->length(), milliseconds(1200));
}

TEST_F(VideoSlide, WhatCannotBePlayedIsADefect) {
  write("text.mp4", "no video");
  const ReadSlide slide = read("files = [\"a.mp4\", \"none.mp4\", \"text.mp4\"]");
  EXPECT_THAT(ids_of(slide), ElementsAre("unplayable-video", "unplayable-video"));
  EXPECT_EQ(slide.diagnostics.blocking(), 0u) << "costs this slide alone";
  ASSERT_TRUE(slide.content);
  EXPECT_EQ(slide.content->length(), seconds(2)) << "of what is left";
  const ReadSlide nothing = read("files = [\"none.mp4\"]");
  ASSERT_TRUE(nothing.content);
  EXPECT_TRUE(scene::is_opaque(layers_at(*Stage::get().lay(nothing, kBox), seconds(1)).front()));
}

TEST_F(VideoSlide, ItsHashFollowsEveryFile) {
  const Hash before = read(kBoth).content->hash();
  EXPECT_EQ(before, read(kBoth).content->hash());
  EXPECT_NE(before, read("files = [\"b.mp4\", \"a.mp4\"]").content->hash());
  EXPECT_NE(before, read(std::string(kBoth) + "\nfit = \"fill\"").content->hash());
  write("b.srt", "1\n00:00:00,000 --> 00:00:01,000\n先挂断\n");
  EXPECT_NE(before, read(kBoth).content->hash());
}

TEST_F(VideoSlide, ShowsFrameAfterFrameOverTheEnd) {
  const ReadSlide slide = read(kBoth);
  const LaidPtr laid = Stage::get().lay(slide, kBox);
  Moment moment{Duration::zero(), kNow};
  for (int frame = 0; frame < 160; ++frame) {
    const scene::VideoOp video = video_at(*laid, moment.elapsed);
    ASSERT_EQ(video.media_time, frame % 75 * milliseconds(40));
    const Instant next = laid->next_change(moment);
    ASSERT_EQ(next - moment.now, milliseconds(40));
    EXPECT_EQ(video_at(*laid, next - kNow - Duration{1}).media_time, video.media_time);
    moment = {next - kNow, next};
  }
  EXPECT_TRUE(laid->loops());
}

TEST_F(VideoSlide, BeginsWithTheSlotNotAfterTheTransition) {
  const LaidPtr laid = Stage::get().lay(read(kBoth), kBox);
  std::vector<scene::Layer> layers;
  laid->append_layers({Duration::zero(), kNow, milliseconds(400)}, layers);
  EXPECT_EQ(scene::videos_in(layers).front().media_time, milliseconds(400));
  EXPECT_EQ(laid->next_change({Duration::zero(), kNow, milliseconds(410)}), kNow + milliseconds(30));
}

TEST_F(VideoSlide, FillsTheZoneAsAsked) {
  const auto fit = [&](const std::string& key) {
    return video_at(*Stage::get().lay(read(kBoth + key), kBox), {}).fit;
  };
  EXPECT_EQ(fit(""), media::Fit::letterbox);
  EXPECT_EQ(fit("\nfit = \"fill\""), media::Fit::fill);
  EXPECT_EQ(fit("\nfit = \"stretch\""), media::Fit::stretch);
  EXPECT_THAT(ids_of(read(std::string(kBoth) + "\nfit = \"cover\"")), ElementsAre("unknown-value"));
  EXPECT_EQ(video_at(*Stage::get().lay(read(kBoth), kBox), {}).ground,
            Stage::get().theme.colors.background_deep);
}

TEST_F(VideoSlide, IsSilentUnlessAVolumeIsGiven) {
  const auto volume = [&](const std::string& key) {
    return video_at(*Stage::get().lay(read(kBoth + key), kBox), {}).volume;
  };
  EXPECT_EQ(volume(""), 0);
  EXPECT_EQ(volume("\nvolume = 60"), 60);
  EXPECT_THAT(ids_of(read(std::string(kBoth) + "\nvolume = 101")), ElementsAre("out-of-range"));
}

TEST_F(VideoSlide, ShowsTheSubtitlesBesideEachFile) {
  write("a.srt", "1\n00:00:00,500 --> 00:00:09,000\n陌生来电\n");
  write("b.srt", "1\n00:00:00,200 --> 00:00:00,600\n先挂断\n");
  const LaidPtr laid = Stage::get().lay(read(kBoth), kBox);
  EXPECT_EQ(layers_over(*laid, milliseconds(480)), 0u);
  EXPECT_EQ(layers_over(*laid, milliseconds(520)), 1u);
  EXPECT_EQ(layers_over(*laid, milliseconds(1999)), 1u);
  EXPECT_EQ(layers_over(*laid, milliseconds(2000)), 0u) << "cut off at the file's end";
  EXPECT_EQ(layers_over(*laid, milliseconds(2200)), 1u);
  EXPECT_EQ(layers_over(*laid, milliseconds(2600)), 0u);
  EXPECT_EQ(layers_over(*laid, milliseconds(3520)), 1u) << "and again";
}

TEST_F(VideoSlide, MistakesOfSubtitlesAreWarningsWithTheirLine) {
  write("a.srt", "1\n00:00:00,500 -> 00:00:09,000\n陌生来电\n");
  const ReadSlide slide = read(kBoth);
  ASSERT_THAT(ids_of(slide), ElementsAre("subtitles"));
  EXPECT_EQ(slide.diagnostics.list().front().severity, Severity::warning);
  EXPECT_THAT(slide.diagnostics.list().front().message, HasSubstr("a.srt, line 2"));
}

TEST_F(VideoSlide, SubtitlesAreAtMostTwoLinesAndNoMarkup) {
  write("a.srt",
        "1\n00:00:00,000 --> "
        "00:00:01,000\n**自称**公检法的[陌生人]"
        "打来电话说您涉嫌洗钱要把钱转到安全账户里去配合调查千万不要相信\n");
  const LaidPtr laid = Stage::get().lay(read(kBoth), kBox);
  EXPECT_FALSE(laid->faults().overflow);
  std::set<int> baselines;
  for (const scene::Op& op : layers_at(*laid, {}).back().ops->list) {
    const auto* glyphs = std::get_if<scene::GlyphsOp>(&op);
    if (!glyphs) continue;
    EXPECT_EQ(glyphs->color, Stage::get().theme.colors.text) << "nothing is an accent";
    for (const scene::GlyphAt& glyph : glyphs->glyphs) baselines.insert(glyph.y.round());
  }
  EXPECT_EQ(baselines.size(), 2u);
}

TEST_F(VideoSlide, ASubtitleThatFitsIsOneLine) {
  write("a.srt", "1\n00:00:00,000 --> 00:00:01,000\n陌生来电，先挂断\n");
  const LaidPtr laid = Stage::get().lay(read(kBoth), kBox);
  std::set<int> baselines;
  for (const scene::Op& op : layers_at(*laid, {}).back().ops->list) {
    if (const auto* glyphs = std::get_if<scene::GlyphsOp>(&op))
      for (const scene::GlyphAt& glyph : glyphs->glyphs) baselines.insert(glyph.y.round());
  }
  EXPECT_EQ(baselines.size(), 1u);
}

TEST_F(VideoSlide, AFastFilmKeepsToTheScreensRefresh) {
  test::ClipSpec spec;
  spec.rate = 100;
  spec.frames = 100;
  ASSERT_TRUE(test::write_clip(folder_ + "/fast.mp4", spec));
  const LaidPtr laid = Stage::get().lay(read("files = [\"fast.mp4\"]"), kBox);
  EXPECT_EQ(laid->next_change({Duration::zero(), kNow}) - kNow, Duration{16'666'667});
}

constexpr const char* kSloganOnVideo =
    "kind = \"slogan\"\ntext = \"合同看清**再签字**\"\nbackground_video = ";

TEST_F(VideoSlide, OfASloganPlaysBelowItsWordsAndFillsTheZone) {
  const ReadSlide slide = read_as(std::string(kSloganOnVideo) + "\"a.mp4\"");
  ASSERT_THAT(ids_of(slide), IsEmpty());
  const LaidPtr laid = Stage::get().lay(slide, kBox);
  const scene::VideoOp video = video_at(*laid, seconds(1));
  EXPECT_EQ(video.fit, media::Fit::fill);
  EXPECT_EQ(video.volume, 0);
  EXPECT_EQ(video.rect, Rect::of({}, kBox));
  EXPECT_GE(layers_over(*laid, seconds(1)), 2u) << "the veil and the words";
  EXPECT_NE(laid->next_change({seconds(1), kNow}), kNever);
}

TEST_F(VideoSlide, OfASloganIsVeiledForAnyFrame) {
  const LaidPtr laid = Stage::get().lay(read_as(std::string(kSloganOnVideo) + "\"a.mp4\""), kBox);
  const auto layers = layers_at(*laid, seconds(1));
  const auto& veil = std::get<scene::GradientOp>(layers[1].ops->list.front());
  const Color dense = std::ranges::max(veil.stops, {}, [](const auto& stop) { return stop.color.a; }).color;
  const Palette& colors = Stage::get().theme.colors;
  for (const Color frame : {Color{0, 0, 0, 255}, Color{255, 255, 255, 255}}) {
    EXPECT_GE(contrast_ratio(colors.text, over(dense, frame)), 7);
    EXPECT_GE(contrast_ratio(colors.accent, over(dense, frame)), 4.5);
  }
}

TEST_F(VideoSlide, OfASloganThatIsMissingLeavesTheThemesGround) {
  const ReadSlide slide = read_as(std::string(kSloganOnVideo) + "\"none.mp4\"");
  EXPECT_THAT(ids_of(slide), ElementsAre("unplayable-video"));
  EXPECT_THAT(scene::videos_in(layers_at(*Stage::get().lay(slide, kBox), seconds(1))), IsEmpty());
}

TEST_F(VideoSlide, OfASloganIsItsOnlyBackground) {
  EXPECT_THAT(ids_of(read_as(std::string(kSloganOnVideo) + "\"a.mp4\"\nbackground = \"#0b3d91\"")),
              ElementsAre("two-backgrounds"));
}

}  // namespace
}  // namespace xp::kinds
