// SPDX-License-Identifier: MIT
// Slogans, notices, cases and headings: what their words look like, in zones of every proportion.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "kinds/frame_block.h"
#include "kinds/laid_slide.h"
#include "kinds/own_ground.h"
#include "kinds_fixture.h"

namespace xp::kinds {
namespace {

constexpr Size kPlaza{1920, 966}, kPortrait{1080, 1806}, kSquare{1080, 1080};

LaidPtr lay(const std::string& toml, Size box) { return Stage::get().lay(read_slide(toml), box); }

std::vector<scene::GlyphsOp> words_of(const std::vector<scene::Layer>& layers) {
  std::vector<scene::GlyphsOp> words;
  for (const scene::Layer& layer : layers) {
    for (const scene::Op& op : layer.ops->list)
      if (const auto* group = std::get_if<scene::GlyphsOp>(&op)) words.push_back(*group);
  }
  return words;
}
std::vector<scene::GlyphsOp> words_of(const Laid& laid) { return words_of(layers_at(laid, seconds(5))); }

/// Sizes in px, the largest first.
std::vector<double> sizes_of(const std::vector<scene::GlyphsOp>& words) {
  std::set<double, std::greater<>> sizes;
  for (const scene::GlyphsOp& group : words) sizes.insert(group.size.value());
  return {sizes.begin(), sizes.end()};
}

/// The lines of text of a size, by their baselines from the top.
std::vector<double> baselines(const std::vector<scene::GlyphsOp>& words, double size) {
  std::set<double> lines;
  for (const scene::GlyphsOp& group : words) {
    if (group.size.value() != size) continue;
    for (const scene::GlyphAt& glyph : group.glyphs) lines.insert(glyph.y.value());
  }
  return {lines.begin(), lines.end()};
}

/// How many pairs of glyphs lie on each other: of each the part that is ink in any script is looked at.
int collisions(const std::vector<scene::GlyphsOp>& words) {
  std::vector<RectF> inks;
  for (const scene::GlyphsOp& group : words) {
    const double em = group.size.value();
    if (em < 28) continue;  // the source line's interpunct shares its space
    for (const scene::GlyphAt& glyph : group.glyphs)
      inks.push_back({glyph.x + Px::from(0.1 * em), glyph.y - Px::from(0.6 * em), Px::from(0.15 * em),
                      Px::from(0.5 * em)});
  }
  const auto meet = [](const RectF& a, const RectF& b) {
    return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
  };
  int count = 0;
  for (std::size_t i = 0; i < inks.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) count += meet(inks[i], inks[j]) ? 1 : 0;
  }
  return count;
}

TEST(Blocks, FitSquaresAndNearlySquareZones) {
  std::vector<ReadSlide> slides;
  for (const char* playlist : {"zhangye-2022-05-15", "examples/notice", "examples/case"}) {
    for (ReadSlide& slide : read_slides("slides/" + std::string(playlist) + "/playlist.toml"))
      if (slide.kind->name == "notice" || slide.kind->name == "case") slides.push_back(std::move(slide));
  }
  ASSERT_GE(slides.size(), 12u);
  for (const ReadSlide& slide : slides) {
    for (const Size box : {kSquare, Size{1080, 1215}, Size{1080, 1350}, Size{1080, 1440}}) {
      SCOPED_TRACE(slide.id + " " + std::to_string(box.w) + "x" + std::to_string(box.h));
      const LaidPtr laid = Stage::get().lay(slide, box);
      EXPECT_FALSE(laid->faults().overflow);
      EXPECT_EQ(collisions(words_of(layers_at(*laid, laid->rests(kStay).front()))), 0);
    }
  }
}

// --- slogans

/// How many lines the largest words of a slogan have.
std::size_t lines_of(const std::string& text, Size box) {
  const auto words = words_of(*lay("kind = \"slogan\"\ntext = \"" + text + "\"", box));
  return baselines(words, sizes_of(words).front()).size();
}

TEST(Slogan, OfOneParagraphHasAClauseALineInPortrait) {
  const std::string four = "未知链接不点击，陌生来电不轻信，个人信息不透露，转账汇款多核实";
  const auto words = words_of(*lay("kind = \"slogan\"\ntext = \"" + four + "\"", kPortrait));
  EXPECT_GE(sizes_of(words).front(), 125);
  EXPECT_EQ(lines_of(four, kPortrait), 4u);
  EXPECT_EQ(lines_of(four, kPlaza), 2u) << "two clauses a line";
}

TEST(Slogan, IsNotCutIntoScrapsInPortrait) {
  EXPECT_EQ(lines_of("陌生链接**不要点**", kPortrait), 2u);
  EXPECT_EQ(lines_of("“我早该\\n**问一句孩子**”", kPortrait), 2u);
  EXPECT_EQ(lines_of("天上不会**掉馅饼**\\n地上处处**有陷阱**", kPortrait), 4u);
}

// --- notices

const std::string kLongNotice = R"(kind = "notice"
title = "接到“银行客服”来电，说您开通了“百万保障”要扣费，怎么办？"
steps = [
  "挂断电话：真正的客服不会让您共享屏幕、下载会议软件或者把钱转到别的账户去做“资金清查”",
  "打开App自己查：微信→我→服务→钱包→消费者保护→百万保障，本来就是免费的",
  "打96110",
]
hotline = "0936-8210110"
hotline_label = "市反诈中心咨询电话"
)";

TEST(Notice, KeepsItsStepsApart) {
  for (const Size box : {kPlaza, kPortrait, kSquare}) {
    const auto words = words_of(*lay(kLongNotice, box));
    EXPECT_EQ(collisions(words), 0);
    // Text of the steps is the size that most glyphs have.
    std::map<double, std::size_t> glyphs;
    for (const scene::GlyphsOp& group : words) glyphs[group.size.value()] += group.glyphs.size();
    const double size =
        std::ranges::max_element(glyphs, {}, [](const auto& entry) { return entry.second; })->first;
    const std::vector<double> lines = baselines(words, size);
    int apart = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) apart += lines[i] - lines[i - 1] >= 1.59 * size ? 1 : 0;
    if (box == kSquare) continue;  // other words have the steps' size there
    EXPECT_EQ(apart, 2) << box.w << "x" << box.h << ": three steps";
  }
}

TEST(Notice, FewStepsAreLargeAndOneHasNoNumber) {
  const std::string head = "kind = \"notice\"\ntitle = \"本厅明日停业\"\nsteps = [\"请到北街支行办理\"";
  const auto one = words_of(*lay(head + "]", kPlaza));
  const auto two = words_of(*lay(head + ", \"谢谢\"]", kPlaza));
  const auto three = words_of(*lay(head + ", \"谢谢\", \"再见\"]", kPlaza));
  const auto count = [](const std::vector<scene::GlyphsOp>& words) {
    std::size_t glyphs = 0;
    for (const scene::GlyphsOp& group : words) glyphs += group.glyphs.size();
    return glyphs;
  };
  EXPECT_EQ(count(two) - count(one), 4u) << "谢谢, 1 and 2";
  EXPECT_GE(sizes_of(one).front(), 1.4 * sizes_of(three).front());
  EXPECT_GE(sizes_of(two).front(), 1.2 * sizes_of(three).front());
}

/// Portrait has room below: a step takes two lines before it is set small.
TEST(Notice, StepsInPortraitFillTheirHeight) {
  const std::string notice =
      "kind = \"notice\"\ntitle = \"钱已经转出，抓紧做三件事\"\nsteps = "
      "[\"报：马上报警，说清时间、金额和账号\", "
      "\"留：保存转账凭证和聊天记录\", \"止：不再追加，不信“交钱解冻”\"]\n";
  std::map<double, std::size_t> glyphs;
  for (const scene::GlyphsOp& group : words_of(*lay(notice, kPortrait)))
    glyphs[group.size.value()] += group.glyphs.size();
  const double steps =
      std::ranges::max_element(glyphs, {}, [](const auto& entry) { return entry.second; })->first;
  EXPECT_GE(steps, kPortrait.w * 0.07);
}

// --- cases

TEST(Case, OfFewWordsIsSetLarger) {
  const auto body = [](const std::string& story) {
    const auto words = words_of(*lay("kind = \"case\"\ntitle = \"老板不要钱\"\nstory = \"" + story +
                                         "\"\nloss = [{ label = \"一次转出\", display = \"98万元\" }]",
                                     kPlaza));
    std::map<double, std::size_t> glyphs;
    for (const scene::GlyphsOp& group : words)
      if (group.size >= Px::whole(40)) glyphs[group.size.value()] += group.glyphs.size();  // no source line
    return std::ranges::max_element(glyphs, {}, [](const auto& entry) { return entry.second; })->first;
  };
  std::string sentences;
  for (int i = 0; i < 7; ++i) sentences += "财务小陈照消息转了钱。";
  EXPECT_GE(body("财务小陈照“老板”的QQ消息转了98万元。"), 1.25 * body(sentences));
}

// --- headings

TEST(Heading, IsClearlyLargerThanItsNote) {
  Stage& stage = Stage::get();
  const LayoutContext context{kPortrait, stage.theme, stage.around, *stage.engine};
  for (const char* heading :
       {"金融、涉企案件，**各有九十余起**", "发案数",
        "2024年一季度，国家反诈中心累计下发资金预警指令**940.6万条**，见面劝阻1389万人次"}) {
    Canvas canvas(context);
    draw_heading(canvas, {54, 150, 972, 1500}, heading, "2021年以来各领域的案件和挽回的损失");
    const std::vector<double> sizes = sizes_of(words_of(*canvas.finish()));
    ASSERT_EQ(sizes.size(), 2u) << heading;
    EXPECT_GE(sizes[0], 1.6 * sizes[1]) << heading;
  }
}

TEST(Heading, IsBrokenInPortraitBeforeItShrinks) {
  Stage& stage = Stage::get();
  const LayoutContext context{kPortrait, stage.theme, stage.around, *stage.engine};
  Canvas canvas(context);
  draw_heading(canvas, {54, 150, 972, 1500}, "金融、涉企案件，**各有九十余起**", "");
  const auto words = words_of(*canvas.finish());
  EXPECT_EQ(sizes_of(words).front(), heading_sizes(canvas.metrics(), stage.theme).title);
  EXPECT_EQ(baselines(words, sizes_of(words).front()).size(), 2u);
}

// --- own backgrounds

TEST(OwnGround, OfALightColourKeepsAnAccent) {
  const Color cream{0xff, 0xf3, 0xd6};
  const Palette colors = on_ground(Stage::get().theme, {cream}).colors;
  EXPECT_GE(contrast_ratio(colors.text, cream), 7);
  EXPECT_GE(contrast_ratio(colors.accent, cream), 4.5);
  const auto warmth = [](Color color) { return color.r - color.b; };
  EXPECT_GE(std::abs(warmth(colors.accent) - warmth(colors.text)), 60) << format_color(colors.accent);
}

}  // namespace
}  // namespace xp::kinds
