// SPDX-License-Identifier: MIT
#include "text/justify.h"

#include <algorithm>

#include "text/char_class.h"

namespace xp::text {
namespace {

constexpr std::int32_t kMostSpace = kEm / 4;  // beyond the quarter em that a space has
constexpr std::int32_t kMostGap = kEm / 3;

constexpr CharKinds kEast = kind::han | kind::kana | kind::open | kind::close | kind::stop | kind::comma |
                            kind::ellipsis | kind::dash | kind::interpunct | kind::wide_digit;

class Expansion {
 public:
  Expansion(const JustifyInput& input, std::int64_t rest)
      : input_(input), rest_(rest), extra_(input.clusters.size(), 0) {}

  std::vector<std::int32_t> run() {
    grow(places([this](std::size_t k) { return after_space(k); }), kMostSpace);
    grow(places([this](std::size_t k) { return at_gap(k) > 0; }), kMostGap);
    const auto between = places([this](std::size_t k) { return may_part(k); });
    grow(between.empty() ? places([this](std::size_t k) { return after_space(k); }) : between, INT32_MAX);
    return std::move(extra_);
  }

 private:
  char32_t at(std::size_t k) const { return input_.text[input_.clusters[k]]; }
  CharKinds kinds(std::size_t k) const { return kinds_of(at(k)); }
  bool after_space(std::size_t k) const { return at(k - 1) == U' ' || at(k - 1) == U'\u00A0'; }

  std::int32_t at_gap(std::size_t k) const {
    const auto found = std::ranges::lower_bound(input_.gaps, input_.clusters[k], {}, &Gap::before);
    const bool here = found != input_.gaps.end() && found->before == input_.clusters[k];
    return here ? found->width.raw : 0;
  }

  bool may_part(std::size_t k) const {
    const CharKinds before = kinds(k - 1), after = kinds(k), both = before & after, either = before | after;
    if ((both & (kind::dash | kind::ellipsis)) != 0) return false;
    if ((either & kind::solidus) != 0 || connects(k - 1) || connects(k)) return false;
    return after_space(k) || (either & kEast) != 0 || is_ideograph(k) || is_ideograph(k - 1);
  }
  // — alone is a connector, —— is a dash.
  bool connects(std::size_t k) const {
    if ((kinds(k) & kind::connector) == 0) return false;
    const bool paired = (k > 0 && at(k - 1) == at(k)) || (k + 1 < extra_.size() && at(k + 1) == at(k));
    return !((kinds(k) & kind::dash) != 0 && paired);
  }
  // Every extension grows like the first block (CSS Text 3).
  bool is_ideograph(std::size_t k) const { return at(k) >= 0x20000 && at(k) <= 0x3FFFF; }

  template <class Wanted>
  std::vector<std::size_t> places(Wanted wanted) const {
    std::vector<std::size_t> found;
    for (std::size_t k = 1; k < extra_.size(); ++k) {
      if (wanted(k)) found.push_back(k);
    }
    return found;
  }

  /// Shares what is left evenly; nothing grows beyond `most`.
  void grow(const std::vector<std::size_t>& where, std::int32_t most) {
    std::int64_t left = static_cast<std::int64_t>(where.size());
    for (const std::size_t k : where) {
      const std::int64_t room = std::max<std::int64_t>(0, std::int64_t{most} - at_gap(k) - extra_[k]);
      const std::int64_t share = std::clamp<std::int64_t>(rest_ / left--, 0, room);
      extra_[k] += static_cast<std::int32_t>(share);
      rest_ -= share;
    }
  }

  const JustifyInput& input_;
  std::int64_t rest_;
  std::vector<std::int32_t> extra_;
};

}  // namespace

std::vector<std::int32_t> expand(const JustifyInput& input, std::int64_t rest) {
  if (rest <= 0 || input.clusters.empty()) return std::vector<std::int32_t>(input.clusters.size(), 0);
  return Expansion(input, rest).run();
}

}  // namespace xp::text
