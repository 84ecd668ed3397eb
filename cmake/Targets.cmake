# SPDX-License-Identifier: MIT

# xp_library(text FILES break.cpp … XP base LINKS PkgConfig::HARFBUZZ …)
# A folder of src as the static library xp_<folder>. XP: folders it may include, as in the include table of src/README.md.
# FAST: tests send millions of pixels through it, so it is optimised in debug builds too.
# ALONE: more files, whose local names others of the folder have too: rows of a table look alike inside. Builds that put many files into
# one (the ci preset) leave them out of it.
function(xp_library folder)
  cmake_parse_arguments(ARG "FAST" "" "FILES;ALONE;XP;LINKS" ${ARGN})
  add_library(xp_${folder} STATIC ${ARG_FILES} ${ARG_ALONE})
  set_source_files_properties(${ARG_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_include_directories(xp_${folder} PUBLIC ${PROJECT_SOURCE_DIR}/src)
  list(TRANSFORM ARG_XP PREPEND xp_)
  target_link_libraries(xp_${folder} PUBLIC xp_options xp_sanitize ${ARG_XP} PRIVATE ${ARG_LINKS})
  if(ARG_FAST)
    target_compile_options(xp_${folder} PRIVATE ${XUANPING_FAST})
  endif()
endfunction()

# xp_unit_test(text FILES break_test.cpp … ALONE … XP text)
# The tests of one folder as the program xp_<folder>_test; every suite is one ctest entry named <folder>.<Suite>.
function(xp_unit_test folder)
  cmake_parse_arguments(ARG "" "" "FILES;ALONE;XP;LINKS" ${ARGN})
  add_executable(xp_${folder}_test ${ARG_FILES} ${ARG_ALONE})
  set_source_files_properties(${ARG_ALONE} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  list(TRANSFORM ARG_XP PREPEND xp_)
  target_link_libraries(xp_${folder}_test PRIVATE ${ARG_XP} xp_test_support ${ARG_LINKS} GTest::gmock GTest::gtest_main xp_test_code)
  xp_discover_suites(xp_${folder}_test ${folder})
endfunction()
