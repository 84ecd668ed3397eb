// SPDX-License-Identifier: MIT
// The rows of the registry: one function a kind, defined in the kind's file.
#pragma once

#include "kinds/slide_kind.h"

namespace xp::kinds {

SlideKind slogan_kind();
SlideKind statistics_kind();
SlideKind case_kind();
SlideKind notice_kind();
SlideKind ticker_kind();
SlideKind clock_kind();
SlideKind marquee_kind();

}  // namespace xp::kinds
