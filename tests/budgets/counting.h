// SPDX-License-Identifier: MIT
// What valgrind is told: which instructions count.
#pragma once

namespace xp::budgets {

void begin_counting();
void end_counting();

}  // namespace xp::budgets
