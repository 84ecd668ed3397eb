// SPDX-License-Identifier: MIT
// Facts of generated clips, and exactly the frames that are asked for.
#include "media/clip.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "media_clips.h"

namespace xp::media {
namespace {

std::string reason(const std::string& path) {
  const auto facts = clip_facts(real_files(), path);
  return facts ? "" : facts.error().message;
}

TEST(ClipFacts, AreReadFromTheFile) {
  const ClipFile facts = facts_of(made({}));
  EXPECT_EQ(facts.length, seconds(2));
  EXPECT_EQ(facts.size, (Size{320, 180}));
  EXPECT_EQ(facts.rate, (FrameRate{25, 1}));
  EXPECT_FALSE(facts.has_audio);
}

TEST(ClipFacts, LengthIsThePicturesNotTheSounds) {
  ClipSpec spec;
  spec.frames = 26;
  spec.tone = 440;
  const ClipFile facts = facts_of(made(spec));
  EXPECT_TRUE(facts.has_audio);
  EXPECT_EQ(facts.length, milliseconds(1040)) << "the sound's last block reaches beyond it";
}

TEST(ClipFacts, SizeIsTheUprightOneInSquarePixels) {
  ClipSpec turned;
  turned.turns = 1;
  EXPECT_EQ(facts_of(made(turned)).size, (Size{180, 320}));
  ClipSpec wide;
  wide.pixel_width = 2;
  EXPECT_EQ(facts_of(made(wide)).size, (Size{640, 180}));
}

TEST(ClipFacts, HashFollowsTheFile) {
  const std::string path = made({});
  const ClipFile before = facts_of(path);
  EXPECT_EQ(before.hash, facts_of(path).hash);
  ClipSpec longer;
  longer.frames = 60;
  ASSERT_TRUE(test::write_clip(path, longer));
  EXPECT_NE(before.hash, facts_of(path).hash);
}

TEST(ClipFacts, SayWhyAFileCannotBePlayed) {
  const std::string folder = test::scratch_directory();
  EXPECT_NE(reason(folder + "/none.mp4").find("there is no such file"), std::string::npos);
  const std::string text = folder + "/text.mp4";
  ASSERT_TRUE(real_files().write_atomically(text, "this is no video at all"));
  EXPECT_NE(reason(text).find("damaged, or no video"), std::string::npos);
  const std::string playlist = folder + "/playlist.mp4";
  ASSERT_TRUE(real_files().write_atomically(playlist, "ffconcat version 1.0\nfile /etc/passwd\n"));
  EXPECT_NE(reason(playlist).find("damaged, or no video"), std::string::npos);
}

TEST(ClipFacts, RefuseWhatIsTooLarge) {
  ClipSpec spec;
  spec.size = {4112, 64};
  spec.frames = 2;
  EXPECT_NE(reason(made(spec)).find("at most 3840 × 2160"), std::string::npos);
}

TEST(Clip, PlaysOneFileAfterTheOther) {
  ClipFile a, b;
  a.length = seconds(2), b.length = seconds(3);
  const ClipPtr clip = make_clip({a, b});
  EXPECT_EQ(clip->length, seconds(5));
  const auto at = [&](Duration t) {
    const ClipPosition p = position_at(*clip, t);
    return std::pair{p.file, p.time};
  };
  EXPECT_EQ(at(Duration{}), std::pair(std::size_t{0}, Duration{}));
  EXPECT_EQ(at(seconds(2)), std::pair(std::size_t{1}, Duration{}));
  EXPECT_EQ(at(seconds(5)), std::pair(std::size_t{0}, Duration{}));
  EXPECT_EQ(at(seconds(14)), std::pair(std::size_t{1}, Duration{seconds(2)}));
  EXPECT_EQ(start_of(*clip, 1), seconds(2));
}

TEST(FrameRate, FramesAndTimesAreInverse) {
  for (const FrameRate rate :
       {FrameRate{25, 1}, FrameRate{30000, 1001}, FrameRate{24000, 1001}, FrameRate{60, 1}}) {
    for (std::int64_t index : {0LL, 1LL, 2LL, 999LL, 1000LL, 29999LL, 30000LL, 100'000LL}) {
      const Duration start = time_of_frame(rate, index);
      EXPECT_EQ(frame_at(rate, start), index);
      if (index > 0) {
        EXPECT_EQ(frame_at(rate, start - Duration{1}), index - 1);
      }
    }
  }
}

TEST(Fit, PlacesPicturesInABox) {
  EXPECT_EQ(placed({640, 480}, {1920, 1080}, Fit::letterbox), (Rect{240, 0, 1440, 1080}));
  EXPECT_EQ(placed({640, 480}, {1920, 1080}, Fit::fill), (Rect{0, -180, 1920, 1440}));
  EXPECT_EQ(placed({640, 480}, {1920, 1080}, Fit::stretch), (Rect{0, 0, 1920, 1080}));
  EXPECT_EQ(placed({1080, 1920}, {1920, 1080}, Fit::letterbox), (Rect{656, 0, 608, 1080}));
  EXPECT_EQ(placed({1920, 1080}, {1920, 1080}, Fit::fill), (Rect{0, 0, 1920, 1080}));
}

TEST(ExactFrames, AreTheOnesAskedFor) {
  const ClipPtr clip = clip_of({made({})});
  const auto frames = exact_frames();
  for (const int index : {0, 1, 2, 3, 30, 31, 7, 49, 48, 12, 0, 49})
    EXPECT_EQ(number_of(frames->frame(clip, index * kFrame, kView)), index);
  EXPECT_EQ(number_of(frames->frame(clip, 5 * kFrame + milliseconds(15), kView)), 5);
}

TEST(ExactFrames, LoopAndGoThroughSeveralFiles) {
  ClipSpec second;
  second.size = {160, 120};
  second.first_number = 1000;
  second.frames = 10;
  const ClipPtr clip = clip_of({made({}), made(second, "second.mkv")});
  EXPECT_EQ(clip->length, 60 * kFrame);
  const auto frames = exact_frames();
  for (int index = 0; index < 130; ++index) {
    const int in_loop = index % 60;
    EXPECT_EQ(number_of(frames->frame(clip, index * kFrame, kView)),
              in_loop < 50 ? in_loop : 1000 + in_loop - 50);
  }
}

TEST(ExactFrames, AreTheSameForwardsAndSought) {
  const ClipPtr clip = clip_of({made({}, "clip.avi")});
  const auto forwards = exact_frames(), sought = exact_frames();
  for (int index = 0; index < 50; ++index) {
    const auto a = forwards->frame(clip, index * kFrame, kView);
    const auto b = sought->frame(clip, (49 - index) * kFrame, kView);
    EXPECT_EQ(number_of(a), index);
    EXPECT_EQ(number_of(b), 49 - index);
  }
}

TEST(ExactFrames, FillTheirBoxAsAsked) {
  ClipSpec spec;
  spec.size = {320, 240};
  const ClipPtr clip = clip_of({made(spec)});
  const auto frames = exact_frames();
  const auto area = [&](Fit fit) { return frames->frame(clip, {}, {{640, 360}, fit})->area(); };
  EXPECT_EQ(area(Fit::letterbox), (Rect{80, 0, 480, 360}));
  EXPECT_EQ(area(Fit::fill), (Rect{0, 0, 640, 360}));
  EXPECT_EQ(area(Fit::stretch), (Rect{0, 0, 640, 360}));
}

/// The squares of frame 21845 are dark and bright in turn; turned, they run along another side.
TEST(ExactFrames, StandUprightWhereTheFileSaysSo) {
  for (int turns = 0; turns < 4; ++turns) {
    ClipSpec spec;
    spec.turns = turns;
    spec.first_number = 0x00FF;
    const ClipPtr clip = clip_of({made(spec)});
    const Size size = clip->files[0].size;
    const auto frame = exact_frames()->frame(clip, {}, {size, Fit::letterbox});
    ASSERT_TRUE(frame);
    ASSERT_EQ(frame->area().size(), size);
    const auto lying = [&](Point p) {
      switch (turns) {
        case 1:
          return Point{size.w - 1 - p.y, p.x};
        case 2:
          return Point{size.w - 1 - p.x, size.h - 1 - p.y};
        case 3:
          return Point{p.y, size.h - 1 - p.x};
        default:
          return p;
      }
    };
    EXPECT_EQ(test::number_in({0, 0, 320, 180},
                              [&](Point p) {
                                const Point at = lying(p);
                                return frame->row(at.y)[at.x];
                              }),
              0x00FF)
        << turns;
  }
}

TEST(ExactFrames, AreOpaqueAndOfTheRightColour) {
  const auto frame = exact_frames()->frame(clip_of({made({})}), {}, kView);
  const std::uint32_t pixel = frame->row(170)[160];
  EXPECT_EQ(pixel >> 24, 255u);
  // Y = 97, Cb = 152, Cr = 112 by BT.601 (the file says nothing and is small): 67, 97, 143.
  EXPECT_NEAR(pixel >> 16 & 255, 69, 6);
  EXPECT_NEAR(pixel >> 8 & 255, 98, 6);
  EXPECT_NEAR(pixel & 255, 143, 6);
}

TEST(ExactFrames, KeepTheLastWhereTheFileBreaksOff) {
  const std::string path = made({});
  const ClipPtr clip = clip_of({path});
  std::filesystem::resize_file(path, std::filesystem::file_size(path) / 2);
  EXPECT_EQ(exact_frames()->frame(clip, {}, kView), nullptr) << "an MP4 has its table at the end";

  const std::string other = made({}, "clip.avi");
  const ClipPtr broken = clip_of({other});
  std::filesystem::resize_file(other, std::filesystem::file_size(other) / 2);
  const auto frames = exact_frames();
  const int last = number_of(frames->frame(broken, 49 * kFrame, kView));
  EXPECT_GT(last, 10);
  EXPECT_LT(last, 49);
  EXPECT_EQ(number_of(frames->frame(broken, 2 * kFrame, kView)), 2);
}

}  // namespace
}  // namespace xp::media
