# SPDX-License-Identifier: MIT
# Flags live on one interface target, so a folder cannot forget or change them.
add_library(xp_options INTERFACE)
target_compile_features(xp_options INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

target_compile_options(xp_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -ffp-contract=off  # layouts are identical on every machine (no fused multiply-add)
  $<$<CONFIG:RelWithDebInfo>:-O2 -g1>)
if(XUANPING_WERROR)
  target_compile_options(xp_options INTERFACE -Werror)
endif()

# A warning about what headers declare; where many files are compiled as one, each of them looks like a header.
if(CMAKE_UNITY_BUILD)
  target_compile_options(xp_options INTERFACE -Wno-subobject-linkage)
endif()

# Some sixty programs are linked: gold takes half the time of ld.bfd.
include(CheckLinkerFlag)
check_linker_flag(CXX -fuse-ld=gold XUANPING_GOLD)
if(XUANPING_GOLD)
  target_link_options(xp_options INTERFACE $<$<CONFIG:Debug>:-fuse-ld=gold>)
endif()

# For code that tests send millions of pixels through: optimised in debug builds too.
set(XUANPING_FAST $<$<CONFIG:Debug>:-O1>)

# Kept apart from xp_options: xuanping-decode limits its address space, which AddressSanitizer cannot bear.
# Without two checks that stand before every access and take a quarter of the compiler's time: AddressSanitizer stops at a null pointer
# by itself, and the processors that this runs on read what is not aligned.
add_library(xp_sanitize INTERFACE)
if(XUANPING_SANITIZE)
  target_compile_options(xp_sanitize INTERFACE -fsanitize=address,undefined -fno-sanitize=null,alignment -fno-sanitize-recover=undefined
    -fno-omit-frame-pointer)
  target_link_options(xp_sanitize INTERFACE -fsanitize=address,undefined)
endif()
if(XUANPING_FUZZ)  # coverage for libFuzzer, in everything that its targets run
  target_compile_options(xp_sanitize INTERFACE -fsanitize=fuzzer-no-link)
endif()

# What tests link last, as the last flag counts: the program is checked wholly; in the tests' own code UBSan would be half of the time
# they take to compile.
add_library(xp_test_code INTERFACE)
if(XUANPING_SANITIZE)
  target_compile_options(xp_test_code INTERFACE -fno-sanitize=undefined)
endif()

find_program(CCACHE ccache)
if(CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE})
endif()
