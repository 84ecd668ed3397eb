# SPDX-License-Identifier: MIT
# xp_discover_suites(xp_text_test text)
# Every suite of a GoogleTest program as one ctest entry, text.Fit. One process a suite: a sanitizer's start and the fonts take longer
# than most cases do.
function(xp_discover_suites target label)
  set(list ${CMAKE_CURRENT_BINARY_DIR}/${target}_suites.cmake)
  set(include ${CMAKE_CURRENT_BINARY_DIR}/${target}_include.cmake)
  add_custom_command(TARGET ${target} POST_BUILD BYPRODUCTS ${list} VERBATIM
    COMMAND ${CMAKE_COMMAND} -D PROGRAM=$<TARGET_FILE:${target}> -D LABEL=${label} -D LIST=${list}
      -P ${PROJECT_SOURCE_DIR}/cmake/ListSuites.cmake)
  file(WRITE ${include} "if(EXISTS \"${list}\")\n  include(\"${list}\")\nelse()\n  add_test(${target}_NOT_BUILT ${target}_NOT_BUILT)\nendif()\n")
  set_property(DIRECTORY APPEND PROPERTY TEST_INCLUDE_FILES ${include})
endfunction()

# xp_skipped_suite(toml Corpus "why")
# In the place of a suite that cannot run here: ctest says that it was skipped.
function(xp_skipped_suite label suite why)
  message(STATUS "${why}: ${label}.${suite} is skipped")
  add_test(NAME ${label}.${suite} COMMAND ${CMAKE_COMMAND} -E echo "skipped: ${why}")
  set_tests_properties(${label}.${suite} PROPERTIES LABELS ${label} SKIP_REGULAR_EXPRESSION "^skipped: ")
endfunction()
