// SPDX-License-Identifier: MIT
#include "text/dump.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "base/i18n.h"
#include "base/utf8.h"

namespace xp::text {

namespace {

using Json = nlohmann::ordered_json;

constexpr double kLongest = 30000;  // em

struct Request {
  StyledText text;
  ParagraphStyle style;
};

/// Takes the keys of a request one by one. The first mistake is kept; later calls do nothing.
class Reader {
 public:
  explicit Reader(const Json& json) : json_(json) {}

  const std::string& error() const { return error_; }
  void fail(std::string message) {
    if (error_.empty()) error_ = std::move(message);
  }

  const Json* take(const char* key) {
    known_.push_back(key);
    const auto found = json_.find(key);
    return found == json_.end() ? nullptr : &*found;
  }

  void text(const char* key, std::string& value) {
    const Json* json = take(key);
    if (!json) return;
    if (!json->is_string()) return fail(trf("“{key}” must be a string", fmt::arg("key", key)));
    value = json->get<std::string>();
  }

  void flag(const char* key, bool& value) {
    const Json* json = take(key);
    if (!json) return;
    if (!json->is_boolean()) return fail(trf("“{key}” must be true or false", fmt::arg("key", key)));
    value = json->get<bool>();
  }

  std::optional<double> number(const char* key, double least, double most) {
    const Json* json = take(key);
    if (!json) return std::nullopt;
    if (json->is_number()) {
      const double value = json->get<double>();
      if (value >= least && value <= most) return value;
    }
    fail(trf("“{key}” must be a number from {least} to {most}", fmt::arg("key", key),
             fmt::arg("least", least), fmt::arg("most", most)));
    return std::nullopt;
  }

  template <class T>
  void choice(const char* key, T& value, std::initializer_list<std::pair<const char*, T>> legal) {
    const Json* json = take(key);
    if (!json) return;
    std::string names;
    for (const auto& [name, meaning] : legal) {
      if (json->is_string() && json->get_ref<const std::string&>() == name) {
        value = meaning;
        return;
      }
      names += (names.empty() ? "" : ", ") + std::string(name);
    }
    fail(trf("“{key}” must be one of: {names}", fmt::arg("key", key), fmt::arg("names", names)));
  }

  void refuse_unknown_keys() {
    for (const auto& [key, value] : json_.items()) {
      if (std::ranges::find(known_, key) == known_.end()) {
        return fail(trf("unknown key “{key}”", fmt::arg("key", key)));
      }
    }
  }

 private:
  const Json& json_;
  std::vector<std::string> known_;
  std::string error_;
};

void read_combination(Reader& reader, ParagraphStyle& style) {
  const Json* json = reader.take("tcy");
  if (!json) return;
  if (json->is_string()) {
    style.tcy_text = decode_utf8(json->get<std::string>());
  } else if (json->is_number_unsigned() && json->get<std::uint64_t>() <= 4) {
    style.tcy = json->get<int>();
  } else {
    reader.fail(trf("“{key}” must be a whole number from 0 to 4 or a string", fmt::arg("key", "tcy")));
  }
}

void read_style(Reader& reader, ParagraphStyle& style) {
  reader.text("lang", style.language);
  reader.text("font", style.role);
  if (const auto width = reader.number("width_em", 0, kLongest)) style.width = Em::from(*width);
  if (const auto gap = reader.number("gap_em", 0, 1)) style.gap = Em::from(*gap);
  reader.number("size_px", 1, 2048);  // lengths are em: it changes nothing yet every tool may send it
  reader.flag("phrase", style.phrase);
  reader.flag("balance", style.balance);
  reader.choice<Mode>("mode", style.mode, {{"horizontal", Mode::horizontal}, {"vertical", Mode::vertical}});
  reader.choice<Strictness>(
      "line_break", style.line_break,
      {{"strict", Strictness::strict}, {"normal", Strictness::normal}, {"loose", Strictness::loose}});
  reader.choice<Trim>("trim", style.trim,
                      {{"none", Trim::none},
                       {"normal", Trim::normal},
                       {"trim-start", Trim::trim_start},
                       {"space-first", Trim::space_first},
                       {"trim-all", Trim::trim_all},
                       {"gb", Trim::gb}});
  reader.choice<Autospace>("autospace", style.autospace,
                           {{"none", Autospace::none},
                            {"normal", Autospace::normal},
                            {"ideograph-alpha", Autospace::ideograph_alpha},
                            {"ideograph-numeric", Autospace::ideograph_numeric}});
  reader.choice<Orientation>("orientation", style.orientation,
                             {{"mixed", Orientation::mixed}, {"upright", Orientation::upright}});
  reader.choice<Hang>("hang", style.hang, {{"none", Hang::none}, {"allow-end", Hang::allow_end}});
  reader.choice<Align>(
      "align", style.align,
      {{"start", Align::start}, {"center", Align::center}, {"end", Align::end}, {"justify", Align::justify}});
  reader.choice<Direction>(
      "paragraph", style.direction,
      {{"auto", Direction::automatic}, {"ltr", Direction::ltr}, {"rtl", Direction::rtl}});
  read_combination(reader, style);
}

bool is_language_tag(const std::string& tag) {
  const auto legal = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-';
  };
  return !tag.empty() && tag.size() <= 35 && tag.front() != '-' && tag.back() != '-' &&
         std::ranges::all_of(tag, legal);
}

void check(Reader& reader, const Engine& engine, const Request& request) {
  if (!is_language_tag(request.style.language)) {
    reader.fail(trf("“{tag}” is no language tag", fmt::arg("tag", request.style.language)));
  }
  if (!engine.catalog().role(request.style.role)) {
    std::string names;
    for (const RoleSpec& role : engine.catalog().roles) names += (names.empty() ? "" : ", ") + role.name;
    reader.fail(trf("“{key}” must be one of: {names}", fmt::arg("key", "font"), fmt::arg("names", names)));
  }
  if (request.text.text.size() > kMaxParagraph) {
    reader.fail(trf("the text has {count} characters; a paragraph may have {most}",
                    fmt::arg("count", request.text.text.size()), fmt::arg("most", kMaxParagraph)));
  }
}

Request read_request(Reader& reader, const Engine& engine) {
  Request request;
  std::string id, text;
  reader.text("id", id);
  reader.text("text", text);
  if (!reader.take("text")) reader.fail(trf("the key “{key}” is missing", fmt::arg("key", "text")));
  read_style(reader, request.style);
  reader.refuse_unknown_keys();
  request.text.text = decode_utf8(text);
  check(reader, engine, request);
  return request;
}

double em(std::int64_t raw) {
  const double thousandths = std::round(static_cast<double>(raw) * 1000.0 / 65536.0);
  return thousandths == 0 ? 0 : thousandths / 1000.0;  // never -0
}

Json json_of(const Glyph& glyph, const Line& line, const Engine& engine) {
  return {{"char", glyph.cluster},
          {"gid", glyph.gid},
          {"font", engine.face_name(glyph.face)},
          {"x_em", em(std::int64_t{line.indent.raw} + glyph.x.raw)},
          {"y_em", em(glyph.y.raw)},
          {"advance_em", em(glyph.advance.raw)},
          {"upright", glyph.upright}};
}

Json json_of(const Line& line, const Engine& engine) {
  Json glyphs = Json::array();
  for (const Glyph& glyph : line.glyphs) glyphs.push_back(json_of(glyph, line, engine));
  return {{"start", line.start},
          {"end", line.end},
          {"width_em", em(line.width.raw)},
          {"glyphs", std::move(glyphs)}};
}

void add_layout(Json& answer, const Layout& layout, const Engine& engine) {
  answer["clusters"] = layout.clusters;
  answer["opportunities"] = layout.opportunities;
  answer["levels"] = layout.levels;
  answer["visual_order"] = layout.visual_order;
  Json &gaps = answer["gaps"] = Json::array(), &lines = answer["lines"] = Json::array();
  for (const Gap& gap : layout.gaps) gaps.push_back({{"before", gap.before}, {"em", em(gap.width.raw)}});
  for (const Line& line : layout.lines) lines.push_back(json_of(line, engine));
  Json& missing = answer["missing"] = Json::array();
  for (const Missing& one : layout.missing) {
    missing.push_back({{"index", one.index},
                       {"codepoint", fmt::format("U+{:04X}", static_cast<std::uint32_t>(one.code_point))}});
  }
}

std::string refusal(const std::string& id, const std::string& message) {
  return Json{{"id", id}, {"error", message}}.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string answer_layout_request(Engine& engine, const std::string& request,
                                  std::shared_ptr<const Lexicon> lexicon) {
  const Json json = Json::parse(request, nullptr, false);
  if (json.is_discarded()) return refusal("", trf("the request is no valid JSON in UTF-8"));
  if (!json.is_object()) return refusal("", trf("the request must be a JSON object"));
  const auto id_key = json.find("id");
  const std::string id = id_key != json.end() && id_key->is_string() ? id_key->get<std::string>() : "";
  Reader reader(json);
  Request read = read_request(reader, engine);
  read.style.lexicon = std::move(lexicon);
  if (!reader.error().empty()) return refusal(id, reader.error());
  Json answer{{"id", id}};
  add_layout(answer, *engine.layout(read.text, read.style), engine);
  return answer.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace xp::text
