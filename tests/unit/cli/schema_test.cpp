// SPDX-License-Identifier: MIT
#include <gmock/gmock.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "command.h"
#include "kinds/slide_kind.h"
#include "support/golden.h"

namespace xp::test {
namespace {

TEST(Schema, EveryCommittedSchemaIsUpToDate) {
  for (const auto& file : std::filesystem::directory_iterator(source_path("config/schema"))) {
    const std::string which = file.path().stem();
    const Outcome printed = xuanping({"schema", which});
    EXPECT_EQ(printed.code, cli::kFine) << which;
    EXPECT_EQ(printed.out, read_file(file.path()))
        << "xuanping schema " << which << " > config/schema/" << which << ".json";
  }
}

TEST(Schema, PlaylistIsTheDefault) {
  EXPECT_EQ(xuanping({"schema"}).out, xuanping({"schema", "playlist"}).out);
}

TEST(Schema, EverySlideKindIsInIt) {
  const std::string printed = xuanping({"schema"}).out;
  EXPECT_TRUE(nlohmann::json::accept(printed));
  for (const kinds::SlideKind& kind : kinds::slide_kinds()) {
    EXPECT_THAT(printed, testing::HasSubstr('"' + std::string(kind.name) + '"'));
  }
}

TEST(Schema, AnUnknownOneIsWrongUsage) { EXPECT_EQ(xuanping({"schema", "weather"}).code, cli::kWrongUsage); }

}  // namespace
}  // namespace xp::test
