// SPDX-License-Identifier: MIT
#include "cli/verb.h"

int main(int argc, char** argv) { return xp::cli::run(argc, argv); }
