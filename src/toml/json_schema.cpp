// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "toml/schema.h"

namespace xp::toml {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kDurationPattern = R"(^[0-9]+(\.[0-9]+)?(ms|s|m|h)$)";
constexpr const char* kColorPattern = "^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})$";
constexpr const char* kOffsetPattern = "^[+-]([01][0-9]|2[0-3]):[0-5][0-9]$";
constexpr const char* kIdentifierPattern = "^[A-Za-z0-9_-]{1,64}$";

/// Whole numbers without a decimal point.
Json number(double value) {
  if (value == std::floor(value) && std::abs(value) < 9e15) return static_cast<std::int64_t>(value);
  return value;
}

void limit(Json& schema, const KeyDescription& key, const char* low, const char* high) {
  if (key.low && std::isfinite(*key.low)) schema[low] = number(*key.low);
  if (key.high && std::isfinite(*key.high)) schema[high] = number(*key.high);
}

Json object_of(const std::vector<KeyDescription>& keys);
Json schema_of(const KeyDescription& key);

/// Its type and its limits.
Json type_of(const KeyDescription& key) {
  Json schema = Json::object();
  const auto text = [&](const char* pattern) {
    schema["type"] = "string";
    if (pattern) schema["pattern"] = pattern;
  };
  switch (key.type) {
    case ValueType::string:
      text(key.identifier ? kIdentifierPattern : nullptr);
      // maxLength counts code points and our limit graphemes, of which a text has fewer: it would refuse what
      // is right.
      if (key.low && *key.low > 0) schema["minLength"] = number(*key.low);
      break;
    case ValueType::choice:
      text(nullptr);
      break;
    case ValueType::duration:
      text(kDurationPattern);
      break;
    case ValueType::color:
      text(kColorPattern);
      break;
    case ValueType::utc_offset:
      text(kOffsetPattern);
      break;
    case ValueType::date:
      text(nullptr);
      schema["format"] = "date";
      break;
    case ValueType::boolean:
      schema["type"] = "boolean";
      break;
    case ValueType::integer:
    case ValueType::number:
      schema["type"] = key.type == ValueType::integer ? "integer" : "number";
      limit(schema, key, "minimum", "maximum");
      break;
    case ValueType::array:
      schema["type"] = "array";
      schema["items"] = schema_of(key.items.front());
      limit(schema, key, "minItems", "maxItems");
      break;
    case ValueType::table:
      schema.update(object_of(key.items));
      break;
  }
  if (!key.choices.empty()) schema["enum"] = key.choices;
  return schema;
}

Json schema_of(const KeyDescription& key) {
  Json schema = Json::object();
  if (!key.doc.empty()) schema["description"] = key.doc;
  if (key.or_file) {
    schema["anyOf"] = Json::array({Json{{"type", "string"}, {"minLength", 1}}, type_of(key)});
  } else {
    schema.update(type_of(key));
  }
  return schema;
}

/// TOML's scalars and lists without inner dates are JSON; a date is a string there.
Json default_of(const KeyDescription& key) {
  if (key.type == ValueType::date) return key.default_text;
  return Json::parse(key.default_text, nullptr, false);
}

Json property_of(const KeyDescription& key) {
  Json schema = schema_of(key);
  if (key.default_text.empty()) return schema;
  if (Json value = default_of(key); !value.is_discarded()) schema["default"] = std::move(value);
  return schema;
}

void add_keys(Json& object, const std::vector<KeyDescription>& keys) {
  for (const KeyDescription& key : keys) {
    object["properties"][key.key] = property_of(key);
    if (key.needed) object["required"].push_back(key.key);
  }
}

Json object_of(const std::vector<KeyDescription>& keys) {
  Json object;
  object["type"] = "object";
  object["properties"] = Json::object();
  object["required"] = Json::array();
  add_keys(object, keys);
  if (object["required"].empty()) object.erase("required");
  object["additionalProperties"] = false;
  return object;
}

/// A whole object for every word: editors (taplo) complete the keys of a `oneOf` whose constant fits, but no
/// if/then.
Json alternative(const std::vector<KeyDescription>& common, std::string_view selector,
                 const Variant& variant) {
  std::vector<KeyDescription> keys = common;
  std::ranges::copy_if(variant.keys, std::back_inserter(keys), [&](const KeyDescription& key) {
    return std::ranges::find(common, key.key, &KeyDescription::key) == common.end();
  });
  Json object = object_of(keys);
  object["title"] = variant.word;
  object["description"] = variant.doc;
  object["properties"][selector] = {{"description", variant.doc}, {"const", variant.word}};
  Json& required = object["required"];
  if (std::ranges::find(required, Json(selector)) == required.end()) required.push_back(selector);
  return object;
}

std::string with_heading(std::string_view title, const Json& object) {
  Json schema;
  schema["$schema"] = "https://json-schema.org/draft/2020-12/schema";
  schema["title"] = title;
  schema.update(object);
  return schema.dump(2) + "\n";
}

}  // namespace

std::string json_schema(std::string_view title, const std::vector<KeyDescription>& keys) {
  return with_heading(title, object_of(keys));
}

std::string json_schema(std::string_view title, const std::vector<KeyDescription>& keys,
                        std::string_view array_key, std::string_view selector,
                        const std::vector<Variant>& variants) {
  Json object = object_of(keys);
  const auto array = std::ranges::find(keys, array_key, &KeyDescription::key);
  const std::vector<KeyDescription> none;
  const auto& common = array == keys.end() || array->items.empty() ? none : array->items.front().items;
  Json alternatives = Json::array();
  for (const Variant& variant : variants) alternatives.push_back(alternative(common, selector, variant));
  Json& property = object["properties"][array_key];
  property["type"] = "array";
  property["items"] = {{"type", "object"}, {"oneOf", std::move(alternatives)}};
  return with_heading(title, object);
}

}  // namespace xp::toml
