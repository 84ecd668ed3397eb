# SPDX-License-Identifier: MIT
# Asks PROGRAM for its suites and writes a ctest entry for each into LIST.
execute_process(COMMAND ${PROGRAM} --gtest_list_tests OUTPUT_VARIABLE listing COMMAND_ERROR_IS_FATAL ANY TIMEOUT 60)
string(REPLACE ";" "," listing "${listing}")
string(REGEX REPLACE "\n" ";" lines "${listing}")
set(script "")
foreach(line IN LISTS lines)
  if(NOT line MATCHES "^([A-Za-z0-9_/]+\\.)( |$)")  # cases are indented
    continue()
  endif()
  set(suite ${CMAKE_MATCH_1})
  string(REGEX REPLACE "\\.$" "" name "${LABEL}.${suite}")
  string(APPEND script "add_test([=[${name}]=] \"${PROGRAM}\" \"--gtest_filter=${suite}*\")\n"
    "set_tests_properties([=[${name}]=] PROPERTIES LABELS ${LABEL})\n")
endforeach()
if(script STREQUAL "")
  message(FATAL_ERROR "${PROGRAM} has no tests")
endif()
file(WRITE ${LIST} "${script}")
