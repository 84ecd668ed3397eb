// SPDX-License-Identifier: MIT
// usage: xp_soak NAME [--rounds N] [--seed S] [--timed]
// Runs one row and prints a line of figures; 1 when it does not hold, 2 for wrong usage.
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "soak.h"

namespace {

using namespace xp::soak;

int usage() {
  std::puts("usage: xp_soak NAME [--rounds N] [--seed S] [--timed]");
  for (const Soak& soak : soaks())
    std::printf("  %-18.*s %s (%d)\n", int(soak.name.size()), soak.name.data(), soak.what, soak.rounds);
  return 2;
}

int report(const Soak& soak, const Outcome& outcome) {
  std::printf("%s %.*s: %s\n", outcome.faults.empty() ? "ok    " : "FAILED", int(soak.name.size()),
              soak.name.data(), outcome.figures.c_str());
  for (const std::string& fault : outcome.faults) std::printf("       %s\n", fault.c_str());
  return outcome.faults.empty() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 2) return usage();
  for (const Soak& soak : soaks()) {
    if (soak.name != argv[1]) continue;
    Amount amount{soak.rounds};
    for (int i = 2; i < argc; ++i) {
      const std::string_view option = argv[i];
      if (option == "--timed") {
        amount.timed = true;
      } else if (option == "--rounds" && i + 1 < argc) {
        amount.rounds = std::atoi(argv[++i]);
      } else if (option == "--seed" && i + 1 < argc) {
        amount.seed = static_cast<std::uint32_t>(std::strtoul(argv[++i], nullptr, 10));
      } else {
        return usage();
      }
    }
    return report(soak, soak.run(amount));
  }
  return usage();
}
