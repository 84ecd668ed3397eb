# SPDX-License-Identifier: MIT
# Everything comes from the distribution. pkg-config where Debian's CMake files are broken or missing.
find_package(PkgConfig REQUIRED)
foreach(entry
    "SDL2 sdl2" "SDL2_TTF SDL2_ttf" "HARFBUZZ harfbuzz" "FREETYPE freetype2" "PIXMAN pixman-1"
    "ICU icu-uc;icu-i18n" "PNG libpng" "JPEG libjpeg" "WEBP libwebp;libwebpdemux" "SECCOMP libseccomp" "QRENCODE libqrencode"
    "SQLITE sqlite3" "NETTLE nettle")
  string(REPLACE " " ";" entry "${entry}")
  list(POP_FRONT entry name)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${entry})
endforeach()
if(XUANPING_VIDEO)
  pkg_check_modules(LIBAV REQUIRED IMPORTED_TARGET libavformat libavcodec libavutil libswscale libswresample)
endif()
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_package(Intl REQUIRED)
find_package(Gettext REQUIRED)
find_package(Threads REQUIRED)
find_path(TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)
find_path(XXHASH_INCLUDE xxhash.h REQUIRED)
if(XUANPING_TESTS)
  find_package(GTest REQUIRED)
  pkg_check_modules(ZBAR REQUIRED IMPORTED_TARGET zbar)
endif()
