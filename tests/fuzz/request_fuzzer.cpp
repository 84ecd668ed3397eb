// SPDX-License-Identifier: MIT
// libFuzzer: a line of `xuanping layout --batch`. Whatever it is, the answer is one JSON object.
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "support/fonts.h"
#include "text/dump.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace xp;
  static const auto engine = *text::Engine::create(test::test_fonts());
  const std::string request(reinterpret_cast<const char*>(data), size);
  const auto answer = nlohmann::json::parse(text::answer_layout_request(*engine, request), nullptr, false);
  if (!answer.is_object() || !answer.contains("id")) std::abort();
  return 0;
}
