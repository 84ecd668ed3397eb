// SPDX-License-Identifier: MIT
#include "base/new_moon.h"

#include <array>
#include <cmath>
#include <numbers>

namespace xp::inline base {

namespace {

constexpr double kDayLength = 86'400;       // s
constexpr double kUnixEpoch = 2'440'587.5;  // Julian day
constexpr double kFirst = 2'451'550.09766;  // Julian ephemeris day of the mean new moon of January 2000
constexpr double kMonth = 29.530588861;     // days, mean
constexpr double kMonthsACentury = 1236.85;
constexpr double kEphemerisLead = 72;  // s that ephemeris time is ahead of ours; 64 to 80 in these years

/// Days that the true new moon is later: amplitude · E^eccentric · sin(sun · M + moon · M′ + node · F).
struct Periodic {
  double amplitude;
  int eccentric, sun, moon, node;
};
constexpr std::array kPeriodic{
    Periodic{-0.40720, 0, 0, 1, 0},   Periodic{0.17241, 1, 1, 0, 0},   Periodic{0.01608, 0, 0, 2, 0},
    Periodic{0.01039, 0, 0, 0, 2},    Periodic{0.00739, 1, -1, 1, 0},  Periodic{-0.00514, 1, 1, 1, 0},
    Periodic{0.00208, 2, 2, 0, 0},    Periodic{-0.00111, 0, 0, 1, -2}, Periodic{-0.00057, 0, 0, 1, 2},
    Periodic{0.00056, 1, 1, 2, 0},    Periodic{-0.00042, 0, 0, 3, 0},  Periodic{0.00042, 1, 1, 0, 2},
    Periodic{0.00038, 1, 1, 0, -2},   Periodic{-0.00024, 1, -1, 2, 0}, Periodic{-0.00007, 0, 2, 1, 0},
    Periodic{0.00004, 0, 0, 2, -2},   Periodic{0.00004, 0, 3, 0, 0},   Periodic{0.00003, 0, 1, 1, -2},
    Periodic{0.00003, 0, 0, 2, 2},    Periodic{-0.00003, 0, 1, 1, 2},  Periodic{0.00003, 0, -1, 1, 2},
    Periodic{-0.00002, 0, -1, 1, -2}, Periodic{-0.00002, 0, 1, 3, 0},  Periodic{0.00002, 0, 0, 4, 0}};

/// What the planets add: amplitude · sin(at + rate · k), degrees.
struct Planetary {
  double at, rate, amplitude;
};
constexpr std::array kPlanetary{
    Planetary{299.77, 0.107408, 0.000325},  Planetary{251.88, 0.016321, 0.000165},
    Planetary{251.83, 26.651886, 0.000164}, Planetary{349.42, 36.412478, 0.000126},
    Planetary{84.66, 18.206239, 0.000110},  Planetary{141.74, 53.303771, 0.000062},
    Planetary{207.14, 2.453732, 0.000060},  Planetary{154.84, 7.306860, 0.000056},
    Planetary{34.52, 27.261239, 0.000047},  Planetary{207.19, 0.121824, 0.000042},
    Planetary{291.34, 1.844379, 0.000040},  Planetary{161.72, 24.198154, 0.000037},
    Planetary{239.56, 25.513099, 0.000035}, Planetary{331.55, 3.592518, 0.000023}};

double sine(double degrees) { return std::sin(degrees * std::numbers::pi / 180); }

/// The `k`th new moon since January 2000.
Instant new_moon(std::int64_t number) {
  const auto k = static_cast<double>(number);
  const double t = k / kMonthsACentury;
  const double e = 1 - 0.002516 * t - 0.0000074 * t * t;
  const double sun = 2.5534 + 29.10535670 * k - 0.0000014 * t * t;
  const double moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t;
  const double node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t;
  double day = kFirst + kMonth * k + 0.00015437 * t * t - 0.00017 * sine(124.7746 - 1.56375588 * k);
  for (const Periodic& p : kPeriodic)
    day += p.amplitude * std::pow(e, p.eccentric) * sine(p.sun * sun + p.moon * moon + p.node * node);
  for (const Planetary& p : kPlanetary) day += p.amplitude * sine(p.at + p.rate * k);
  return {std::llround(((day - kUnixEpoch) * kDayLength - kEphemerisLead)) * 1'000'000'000};
}

}  // namespace

Instant new_moon_before(Instant t) {
  const double days = static_cast<double>(t.ns) / 1e9 / kDayLength + kUnixEpoch - kFirst;
  auto number =
      static_cast<std::int64_t>(std::floor(days / kMonth)) + 1;  // true and mean differ by 15 hours at most
  while (new_moon(number) >= t) --number;
  return new_moon(number);
}

}  // namespace xp::inline base
