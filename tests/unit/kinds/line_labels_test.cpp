// SPDX-License-Identifier: MIT
#include "kinds/line_labels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace xp::kinds {
namespace {

constexpr Rect kArea{40, 100, 1200, 400};
constexpr int kAir = 16;

/// A line through all of the area, `values` from 0 (the ground) to 1.
std::vector<LinePoint> line_of(const std::vector<double>& values, Size figure) {
  std::vector<LinePoint> points;
  const double cell = 1.0 * kArea.w / static_cast<double>(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const Spot at{kArea.x + cell * (static_cast<double>(i) + 0.5), kArea.bottom() - values[i] * 330};
    points.push_back({at, figure, i > 0});
  }
  return points;
}

std::vector<std::optional<Rect>> places_of(const std::vector<double>& values, Size figure) {
  return place_figures(line_of(values, figure), kArea, kAir);
}

TEST(LineLabels, StandInsideAndApartHoweverTheLineGoes) {
  std::mt19937 random(12);
  for (int round = 0; round < 40; ++round) {
    std::vector<double> values(2 + random() % 11);
    for (double& value : values) value = static_cast<double>(random() % 1000) / 1000;
    const Size figure{static_cast<int>(kArea.w / static_cast<int>(values.size())) * 9 / 10, 30};
    const auto places = places_of(values, figure);
    for (std::size_t i = 0; i < places.size(); ++i) {
      if (!places[i]) continue;
      EXPECT_TRUE(kArea.contains(*places[i]));
      for (std::size_t j = 0; j < i; ++j)
        EXPECT_TRUE(!places[j] || intersect(*places[i], *places[j]).empty())
            << round << ": " << i << ", " << j;
    }
  }
}

TEST(LineLabels, KeepTheEndsTheHighestAndTheLowest) {
  std::mt19937 random(3);
  for (int round = 0; round < 40; ++round) {
    std::vector<double> values(12);
    for (double& value : values) value = static_cast<double>(random() % 1000) / 1000;
    const auto places = places_of(values, {150, 40});
    const auto at = [&](auto iterator) { return static_cast<std::size_t>(iterator - values.begin()); };
    const auto [lowest, highest] = std::ranges::minmax_element(values);
    for (const std::size_t i : {std::size_t{0}, at(lowest), at(highest), values.size() - 1})
      EXPECT_TRUE(places[i]) << round << ": " << i;
  }
}

TEST(LineLabels, AreNearTheirPoints) {
  // A peak beside a valley: the figure of the valley does not climb the slope.
  const std::vector<double> values{0.14, 0.09, 0.16, 0.21, 0.19, 0.11, 1, 0.94, 0.29, 0.28, 0.32, 0.39};
  const auto points = line_of(values, {90, 30});
  const auto places = place_figures(points, kArea, kAir);
  for (std::size_t i = 0; i < points.size(); ++i) {
    ASSERT_TRUE(places[i]) << i;
    const Rect reach{static_cast<int>(points[i].at.x) - 2 * kAir, static_cast<int>(points[i].at.y) - 2 * kAir,
                     4 * kAir, 4 * kAir};
    EXPECT_FALSE(intersect(reach, *places[i]).empty()) << i;
  }
}

TEST(LineLabels, AValleyHasItsFigureBelowAndAPeakAbove) {
  const std::vector<double> values{0.9, 0.5, 0.9, 0.4, 0.8};
  const auto points = line_of(values, {90, 30});
  const auto places = place_figures(points, kArea, kAir);
  for (std::size_t i = 0; i < points.size(); ++i) {
    ASSERT_TRUE(places[i]) << i;
    const bool valley = i % 2 == 1;
    EXPECT_EQ(places[i]->y > points[i].at.y, valley) << i;
    EXPECT_EQ(places[i]->bottom() < points[i].at.y, !valley) << i;
  }
}

TEST(LineLabels, OfNothingAreNone) { EXPECT_TRUE(place_figures({}, kArea, kAir).empty()); }

}  // namespace
}  // namespace xp::kinds
