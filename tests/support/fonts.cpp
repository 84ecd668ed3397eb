// SPDX-License-Identifier: MIT
#include "support/fonts.h"

#include <filesystem>
#include <string>
#include <vector>

namespace xp::test {

namespace {

using text::FaceId;
using text::FaceSpec;
using text::Rendering;

constexpr const char* kOpenType = "/usr/share/fonts/opentype/";
constexpr const char* kTrueType = "/usr/share/fonts/truetype/";
constexpr const char* kX11 = "/usr/share/fonts/X11/misc/";

class CatalogMaker {
 public:
  void face(const char* id, const std::string& file, const char* package, int index = 0) {
    FaceSpec spec;
    spec.id = id;
    spec.files = {file};
    spec.index = index;
    spec.package = package;
    if (std::filesystem::exists(file)) spec.path = file;
    catalog_.faces.push_back(spec);
  }
  FaceSpec& last() { return catalog_.faces.back(); }

  void strike(const char* id, const std::string& file, const char* package, int px) {
    face(id, file, package);
    last().rendering = Rendering::bitmap;
    last().native_px = px;
  }

  void role(const char* name, const std::vector<const char*>& ids) {
    text::RoleSpec role{name, {}};
    for (const char* id : ids) {
      const FaceId face = face_named(catalog_, id);
      if (face != text::kNoFace && !catalog_.faces[face].path.empty()) role.chain.push_back(face);
    }
    if (!role.chain.empty()) catalog_.roles.push_back(role);
  }

  text::FontCatalog done() {
    Hasher hasher;
    for (const FaceSpec& face : catalog_.faces) hasher.add(face.id).add(face.path).add(face.index);
    for (const auto& role : catalog_.roles) {
      hasher.add(role.name);
      for (const FaceId face : role.chain) hasher.add(face);
    }
    catalog_.hash = hasher.done();
    return catalog_;
  }

 private:
  text::FontCatalog catalog_;
};

void add_faces(CatalogMaker& maker) {
  const std::string noto_cjk = std::string(kOpenType) + "noto/NotoSansCJK-";
  const std::string noto = std::string(kTrueType) + "noto/";
  const std::string hanazono = std::string(kTrueType) + "hanazono/";
  maker.face("sans", noto_cjk + "Regular.ttc", "fonts-noto-cjk", 2);
  maker.face("sans-bold", noto_cjk + "Bold.ttc", "fonts-noto-cjk", 2);
  maker.face("sans-black", noto_cjk + "Black.ttc", "fonts-noto-cjk-extra", 2);
  maker.face("sans-jp", noto_cjk + "Regular.ttc", "fonts-noto-cjk", 0);
  maker.face("hana-a", hanazono + "HanaMinA.ttf", "fonts-hanazono");
  maker.face("hana-b", hanazono + "HanaMinB.ttf", "fonts-hanazono");
  maker.face("emoji", noto + "NotoColorEmoji.ttf", "fonts-noto-color-emoji");
  maker.last().rendering = Rendering::color;
  maker.face("sans/mono", noto_cjk + "Regular.ttc", "fonts-noto-cjk", 2);
  maker.last().rendering = Rendering::mono;
  maker.face("sans-bold/mono", noto_cjk + "Bold.ttc", "fonts-noto-cjk", 2);
  maker.last().rendering = Rendering::mono;
  maker.face("naskh", noto + "NotoNaskhArabic-Regular.ttf", "fonts-noto-core");
  maker.face("naskh-bold", noto + "NotoNaskhArabic-Bold.ttf", "fonts-noto-core");
  maker.face("tibetan", noto + "NotoSerifTibetan-Regular.ttf", "fonts-noto-core");
  maker.last().scale = 0.8;
  maker.last().rise = 0.15;
  maker.face("mongolian", noto + "NotoSansMongolian-Regular.ttf", "fonts-noto-core");
  maker.face("yi", noto + "NotoSansYi-Regular.ttf", "fonts-noto-core");
  maker.strike("unifont", std::string(kOpenType) + "unifont/unifont.otf", "fonts-unifont", 16);
  maker.strike("song-12", std::string(kX11) + "wenquanyi_9pt.pcf", "xfonts-wqy", 12);
  maker.strike("song-14", std::string(kX11) + "wenquanyi_13px.pcf", "xfonts-wqy", 14);
  maker.strike("song-16", std::string(kX11) + "wenquanyi_12pt.pcf", "xfonts-wqy", 16);
}

}  // namespace

FaceId face_named(const text::FontCatalog& catalog, std::string_view id) {
  for (std::size_t i = 0; i < catalog.faces.size(); ++i) {
    if (catalog.faces[i].id == id) return static_cast<FaceId>(i);
  }
  return text::kNoFace;
}

std::shared_ptr<const text::FontCatalog> test_fonts() {
  static const auto catalog = [] {
    CatalogMaker maker;
    add_faces(maker);
    maker.role("headline", {"sans-black", "sans-bold", "sans-jp", "hana-a", "hana-b", "emoji", "naskh-bold",
                            "tibetan", "mongolian", "yi", "unifont"});
    for (const char* role : {"title", "figures"}) {
      maker.role(role, {"sans-bold", "sans-jp", "hana-a", "hana-b", "emoji", "naskh-bold", "tibetan",
                        "mongolian", "yi", "unifont"});
    }
    maker.role("body", {"sans", "sans-jp", "hana-a", "hana-b", "emoji", "naskh", "tibetan", "mongolian", "yi",
                        "unifont"});
    maker.role("led-12", {"song-12", "sans/mono"});
    maker.role("led-14", {"song-14", "sans/mono"});
    maker.role("led-16", {"song-16", "unifont", "sans/mono", "hana-a", "hana-b"});
    maker.role("led", {"sans-bold/mono", "hana-a", "hana-b", "naskh-bold", "tibetan", "unifont"});
    return std::make_shared<const text::FontCatalog>(maker.done());
  }();
  return catalog;
}

}  // namespace xp::test
