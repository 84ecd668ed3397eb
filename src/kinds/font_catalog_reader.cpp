// SPDX-License-Identifier: MIT
#include "kinds/font_catalog_reader.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "base/hash.h"
#include "base/i18n.h"
#include "base/paths.h"
#include "toml/field.h"
#include "toml/reader.h"
#include "toml/schema.h"
#include "toml/values.h"

namespace xp::kinds {

namespace {

/// How a role draws the outlines of its chain.
enum class Outlines { smooth, mono };

struct FaceRow {
  std::string id;
  std::vector<std::string> files;
  int index = 0;
  std::string package;
  bool optional = false;
  text::Rendering rendering = text::Rendering::smooth;
  int native_px = 0;
  double scale = 0, embolden = 0;
  std::optional<double> rise;
};

struct RoleRow {
  std::string name;
  Outlines outlines = Outlines::smooth;
  std::vector<std::string> chain;
};

struct CatalogFile {
  std::vector<std::string> fallback;
  std::vector<FaceRow> face;
  std::vector<RoleRow> role;
};

}  // namespace

}  // namespace xp::kinds

namespace xp::toml {

template <>
struct EnumNames<text::Rendering> {
  static constexpr std::pair<std::string_view, text::Rendering> names[] = {
      {"smooth", text::Rendering::smooth},
      {"mono", text::Rendering::mono},
      {"bitmap", text::Rendering::bitmap},
      {"color", text::Rendering::color}};
};

template <>
struct EnumNames<kinds::Outlines> {
  static constexpr std::pair<std::string_view, kinds::Outlines> names[] = {
      {"smooth", kinds::Outlines::smooth}, {"mono", kinds::Outlines::mono}};
};

template <>
struct FieldsOf<kinds::FaceRow> {
  using F = kinds::FaceRow;
  static constexpr auto rows = std::tuple{
      required(field("id", &F::id, Identifier{}, N_("the face's name in the chains"))),
      required(field(
          "files", &F::files, Length{1, 16},
          N_("font files, beside this file or in the system's font folders; the first that exists is used"))),
      field("index", &F::index, Range{0, 255}, N_("face in a collection")),
      field("package", &F::package, N_("Debian package that has it")),
      field("optional", &F::optional, N_("used where it is installed, not asked for where it is not")),
      field("rendering", &F::rendering,
            N_("smooth, mono (outlines without grey), bitmap (LED strips) or color (emoji)")),
      field("native_px", &F::native_px, Range{0, 128},
            N_("bitmap fonts: the size their glyphs are made for")),
      field("scale", &F::scale, Range{0.0, 4.0},
            N_("size beside the text's em; 0: ideographs and emoji are one em wide, others 1")),
      field("embolden", &F::embolden, Range{0.0, 0.1},
            N_("em by which strokes are thickened: a light face beside heavy ones")),
      field("rise", &F::rise, Range{-1.0, 1.0},
            N_("em by which it is raised; absent: ideographs stand in the middle of the em"))};
};

template <>
struct FieldsOf<kinds::RoleRow> {
  using R = kinds::RoleRow;
  static constexpr auto rows =
      std::tuple{required(field("name", &R::name, Identifier{}, N_("the role's name in themes"))),
                 required(field("chain", &R::chain, Length{1, 32}, N_("faces in order of preference"))),
                 field("outlines", &R::outlines,
                       N_("mono: outlines of the whole chain are drawn without grey (LED panels)"))};
};

template <>
struct FieldsOf<kinds::CatalogFile> {
  using C = kinds::CatalogFile;
  static constexpr auto rows =
      std::tuple{field("fallback", &C::fallback, N_("faces that every chain goes on with")),
                 required(field("face", &C::face, Length{1, 1000}, N_("the faces"))),
                 required(field("role", &C::role, Length{1, 100}, N_("the roles")))};
};

}  // namespace xp::toml

namespace xp::kinds {

namespace {

/// Turns rows into the catalogue, of one document.
class Collector {
 public:
  Collector(const toml::Document& document, const FileSystem& files, const std::vector<std::string>& folders,
            Diagnostics& diagnostics)
      : document_(document), files_(files), folders_(folders), diagnostics_(diagnostics) {}

  text::FontCatalog collect(const CatalogFile& file) {
    for (const FaceRow& row : file.face) add_face(row);
    const std::vector<text::FaceId> fallback = installed(file.fallback, "fallback");
    for (const RoleRow& row : file.role) add_role(row, fallback);
    report_missing();
    catalog_.hash = hash();
    return std::move(catalog_);
  }

 private:
  std::string find(const std::vector<std::string>& names) const {
    std::vector<std::string> places{parent_of(document_.file->name)};
    places.insert(places.end(), folders_.begin(), folders_.end());
    for (const std::string& name : names)
      for (const std::string& place : places)
        if (std::string path = join_path(place, name); files_.is_file(path)) return path;
    return {};
  }

  void add_face(const FaceRow& row) {
    if (index_of(row.id)) {
      report("face", "duplicate-id", trf("two faces have the id “{id}”", fmt::arg("id", row.id)),
             tr("give each face an id of its own"));
      return;
    }
    catalog_.faces.push_back({row.id, row.files, row.index, row.package, row.rendering, row.native_px,
                              row.scale, row.embolden, row.rise, find(row.files)});
    optional_.push_back(row.optional);
  }

  std::optional<text::FaceId> index_of(std::string_view id) const {
    for (std::size_t i = 0; i < catalog_.faces.size(); ++i)
      if (catalog_.faces[i].id == id) return static_cast<text::FaceId>(i);
    return std::nullopt;
  }

  /// The faces of these ids that are installed; an id that is no face is reported at `key`.
  std::vector<text::FaceId> installed(const std::vector<std::string>& ids, std::string_view key) {
    std::vector<text::FaceId> chain;
    for (const std::string& id : ids) {
      const auto face = index_of(id);
      if (!face)
        report_unknown_face(id, key);
      else if (!catalog_.faces[*face].path.empty() && std::ranges::find(chain, *face) == chain.end())
        chain.push_back(*face);
    }
    return chain;
  }

  void report_unknown_face(const std::string& id, std::string_view key) {
    std::vector<std::string_view> ids;
    for (const text::FaceSpec& face : catalog_.faces) ids.push_back(face.id);
    report(key, "unknown-face", trf("no face has the id “{id}”", fmt::arg("id", id)),
           toml::detail::suggestion(id, ids));
  }

  void add_role(const RoleRow& row, const std::vector<text::FaceId>& fallback) {
    text::RoleSpec role{row.name, installed(row.chain, "role")};
    if (role.chain.empty()) {
      missing_.push_back(&row);
      return;
    }
    for (const text::FaceId face : fallback)
      if (std::ranges::find(role.chain, face) == role.chain.end()) role.chain.push_back(face);
    if (row.outlines == Outlines::mono)
      for (text::FaceId& face : role.chain) face = mono(face);
    catalog_.roles.push_back(std::move(role));
  }

  /// The face without grey: itself, or a twin of the same file.
  text::FaceId mono(text::FaceId face) {
    if (catalog_.faces[face].rendering != text::Rendering::smooth) return face;
    const std::string id = catalog_.faces[face].id + "/mono";
    if (const auto known = index_of(id)) return *known;
    text::FaceSpec twin = catalog_.faces[face];
    twin.id = id;
    twin.rendering = text::Rendering::mono;
    catalog_.faces.push_back(std::move(twin));
    optional_.push_back(optional_[face]);
    return static_cast<text::FaceId>(catalog_.faces.size() - 1);
  }

  /// The face to ask for: the first of the chain that a complete installation has.
  const text::FaceSpec* wanted_face(const RoleRow& row) const {
    for (const std::string& id : row.chain)
      if (const auto face = index_of(id); face && !optional_[*face]) return &catalog_.faces[*face];
    return nullptr;
  }

  /// One message for each package, however many roles need it.
  void report_missing() {
    std::vector<std::pair<const text::FaceSpec*, std::string>> wanted;
    for (const RoleRow* row : missing_) {
      const text::FaceSpec* face = wanted_face(*row);
      if (!face) continue;
      auto known =
          std::ranges::find_if(wanted, [&](const auto& w) { return w.first->package == face->package; });
      if (known == wanted.end())
        wanted.emplace_back(face, row->name);
      else
        known->second.append(", ").append(row->name);
    }
    for (const auto& [face, roles] : wanted)
      report("role", "no-font",
             trf("no font is installed for {roles} ({file})", fmt::arg("roles", roles),
                 fmt::arg("file", face->files.front())),
             trf("install the package {package}: sudo apt install {package}",
                 fmt::arg("package", face->package)));
  }

  void report(std::string_view key, std::string id, std::string message, std::string remedy) {
    const toml::Entry* entry = document_.root.find(key);
    diagnostics_.add({Severity::error, std::move(id),
                      entry ? toml::location(document_, entry->at) : Location{document_.file, 0, 0, 1},
                      std::move(message), std::move(remedy)});
  }

  Hash hash() const {
    Hasher hasher;
    for (const text::FaceSpec& face : catalog_.faces)
      hasher.add(face.id)
          .add(face.path)
          .add(face.index)
          .add(face.rendering)
          .add(face.native_px)
          .add(face.scale)
          .add(face.embolden)
          .add(face.rise.has_value())
          .add(face.rise.value_or(0));
    for (const text::RoleSpec& role : catalog_.roles) {
      hasher.add(role.name).add(role.chain.size());
      for (const text::FaceId face : role.chain) hasher.add(face);
    }
    return hasher.done();
  }

  const toml::Document& document_;
  const FileSystem& files_;
  const std::vector<std::string>& folders_;
  Diagnostics& diagnostics_;
  text::FontCatalog catalog_;
  std::vector<bool> optional_;  ///< of each face
  std::vector<const RoleRow*> missing_;
};

}  // namespace

std::optional<text::FontCatalog> read_font_catalog(const toml::Document& document, const FileSystem& files,
                                                   const std::vector<std::string>& folders,
                                                   Diagnostics& diagnostics) {
  const std::size_t before = diagnostics.count(Severity::error);
  CatalogFile file;
  toml::TableReader reader(document, document.root, diagnostics);
  reader.read(file);
  reader.finish();
  if (diagnostics.count(Severity::error) > before) return std::nullopt;
  text::FontCatalog catalog = Collector(document, files, folders, diagnostics).collect(file);
  if (diagnostics.count(Severity::error) > before) return std::nullopt;
  return catalog;
}

std::optional<text::FontCatalog> read_font_catalog(const FileSystem& files, const std::string& path,
                                                   const std::vector<std::string>& folders,
                                                   Diagnostics& diagnostics) {
  const auto document = toml::load(files, path, diagnostics);
  return document ? read_font_catalog(*document, files, folders, diagnostics) : std::nullopt;
}

std::string font_catalog_schema() {
  return toml::json_schema("Xuanping fonts", toml::describe<CatalogFile>());
}

}  // namespace xp::kinds
