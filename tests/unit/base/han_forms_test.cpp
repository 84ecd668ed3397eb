// SPDX-License-Identifier: MIT
#include "base/han_forms.h"

#include <gtest/gtest.h>

namespace xp {
namespace {

using Forms = std::map<char32_t, char32_t>;

TEST(HanForms, TraditionalCharactersAreForeignToSimplifiedText) {
  EXPECT_EQ(foreign_forms(U"防範電信詐騙", HanForm::simplified),
            (Forms{{U'範', U'范'}, {U'電', U'电'}, {U'詐', U'诈'}, {U'騙', U'骗'}}));
  EXPECT_TRUE(foreign_forms(U"防范电信诈骗，乾坤、甘州、皇后", HanForm::simplified).empty());
}

TEST(HanForms, SimplifiedCharactersAreForeignToTraditionalText) {
  EXPECT_EQ(foreign_forms(U"电信詐騙", HanForm::traditional), (Forms{{U'电', U'電'}}));
  EXPECT_TRUE(foreign_forms(U"防範電信詐騙，皇后、里程", HanForm::traditional).empty());
}

TEST(HanForms, RareNamesAreOfBoth) {
  EXPECT_TRUE(foreign_forms(U"王燚、喆 ABC 123", HanForm::simplified).empty());
}

}  // namespace
}  // namespace xp
