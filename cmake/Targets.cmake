# SPDX-License-Identifier: MIT

# xp_library(text FILES break.cpp … XP base LINKS PkgConfig::HARFBUZZ …)
# A folder of src as the static library xp_<folder>. XP: folders it may include, as in the include table of src/README.md.
# FAST: tests send millions of pixels through it, so it is optimised in debug builds too.
function(xp_library folder)
  cmake_parse_arguments(ARG "FAST" "" "FILES;XP;LINKS" ${ARGN})
  add_library(xp_${folder} STATIC ${ARG_FILES})
  target_include_directories(xp_${folder} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  list(TRANSFORM ARG_XP PREPEND xp_)
  target_link_libraries(xp_${folder} PUBLIC xp_options xp_sanitize ${ARG_XP} PRIVATE ${ARG_LINKS})
  if(ARG_FAST)
    target_compile_options(xp_${folder} PRIVATE ${XUANPING_FAST})
    target_precompile_headers(xp_${folder} REUSE_FROM xp_precompiled_fast)
  else()
    target_precompile_headers(xp_${folder} REUSE_FROM xp_precompiled)
  endif()
endfunction()

# xp_unit_test(text FILES break_test.cpp … XP text)
# The tests of one folder as the program xp_<folder>_test; every suite is one ctest entry named <folder>.<Suite>.
function(xp_unit_test folder)
  cmake_parse_arguments(ARG "" "" "FILES;XP;LINKS" ${ARGN})
  add_executable(xp_${folder}_test ${ARG_FILES})
  list(TRANSFORM ARG_XP PREPEND xp_)
  target_link_libraries(xp_${folder}_test PRIVATE ${ARG_XP} xp_test_support ${ARG_LINKS} GTest::gmock GTest::gtest_main xp_test_code)
  xp_precompile_tests(xp_${folder}_test)
  xp_discover_suites(xp_${folder}_test ${folder})
endfunction()
