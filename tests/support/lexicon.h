// SPDX-License-Identifier: MIT
#pragma once

#include "text/lexicon.h"

namespace xp::test {

/// The words of lexicon/zh-Hans.txt. The same object every time.
text::LexiconPtr test_lexicon();

}  // namespace xp::test
