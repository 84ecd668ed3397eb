// SPDX-License-Identifier: MIT
// Rows K9–K11 of break_rules: what holds numbers, codes and addresses together.
#pragma once

namespace xp::text {

class BreakDraft;

/// K9: 3,500.50  95.6%  10:30  2022-12-01  ２０２４ stay whole.
void whole_numbers(BreakDraft& draft);
/// K10: 3|万元 never; 第|3 never; 1～|3岁 never.
void number_neighbours(BreakDraft& draft);
/// K11: 400-800-1234, GB/T 15834; addresses only after / . -
void codes_and_addresses(BreakDraft& draft);

}  // namespace xp::text
