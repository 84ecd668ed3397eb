// SPDX-License-Identifier: MIT
// tests/golden/layout/rules.tsv: what the rules of Chinese typesetting want, one case a line. The columns and
// kinds are described in tests/golden/README.md.
#pragma once

#include <string>
#include <vector>

namespace xp::test {

struct LayoutRule {
  std::string id;     ///< group and number: trim-hans-07
  std::string rule;   ///< what it stands for: K3, CLREQ anchor, UAX
  std::string style;  ///< keys of a layout request: trim=normal width_em=4; - for none
  std::string text;
  std::string kind;
  std::string expected;
  std::string note;
};

/// All of the file, in its order.
const std::vector<LayoutRule>& layout_rules();
/// trim-hans of trim-hans-07.
std::string group_of(const LayoutRule& rule);
/// The request of `xuanping layout` for this text in this rule's style.
std::string request_of(const LayoutRule& rule, const std::string& text);
/// `\u{HEX}` and `\n` become what they stand for.
std::string unescaped(const std::string& field);

}  // namespace xp::test
