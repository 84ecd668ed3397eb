// SPDX-License-Identifier: MIT
#include "counting.h"

#pragma GCC diagnostic ignored "-Wold-style-cast"
#include <valgrind/callgrind.h>

namespace xp::budgets {

void begin_counting() { CALLGRIND_START_INSTRUMENTATION; }
void end_counting() {
  CALLGRIND_DUMP_STATS;  // stopping would forget them
  CALLGRIND_STOP_INSTRUMENTATION;
}

}  // namespace xp::budgets
