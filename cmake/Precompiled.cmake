# SPDX-License-Identifier: MIT
# What nearly every file includes is read once, not five hundred times: a third of what a test file takes to compile, a seventh of what one
# of the program takes. No file may rely on it: the release preset builds without (CMAKE_DISABLE_PRECOMPILE_HEADERS). Flags must be the
# same to the letter, so there is one for each set of them.
set(xp_common_headers
  <algorithm> <array> <chrono> <cmath> <cstdint> <filesystem> <functional> <map> <memory> <optional> <set> <span> <string> <string_view>
  <unordered_map> <utility> <variant> <vector> <fmt/format.h>)

file(CONFIGURE OUTPUT precompiled.cpp CONTENT "")
foreach(set xp_precompiled xp_precompiled_fast)
  add_library(${set} OBJECT ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
  target_include_directories(${set} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${set} PRIVATE xp_options xp_sanitize fmt::fmt)
  target_precompile_headers(${set} PRIVATE ${xp_common_headers})
endforeach()
target_compile_options(xp_precompiled_fast PRIVATE ${XUANPING_FAST})

# xp_precompile_tests(xp_text_test): the first program that calls it compiles them for all.
function(xp_precompile_tests program)
  get_property(first GLOBAL PROPERTY xp_precompiled_tests)
  if(first)
    target_precompile_headers(${program} REUSE_FROM ${first})
  else()
    set_property(GLOBAL PROPERTY xp_precompiled_tests ${program})
    target_precompile_headers(${program} PRIVATE ${xp_common_headers} <fstream> <gmock/gmock.h> <gtest/gtest.h> <sstream>)
  endif()
endfunction()

# A file with flags of its own cannot use them.
function(xp_source_flags file)
  set_source_files_properties(${file} PROPERTIES COMPILE_OPTIONS "${ARGN}" SKIP_PRECOMPILE_HEADERS ON)
endfunction()
