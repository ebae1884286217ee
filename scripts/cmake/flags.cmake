# Compiler flags. so06_flags: what our code and everything that includes it needs.
# so06_warnings, so06_test_warnings: how strictly our own code is read. Libraries get none of them.

set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")

if(SO06_SANITIZE)
    # The tests' build: quick to compile, readable in a report, every assertion on.
    set(CMAKE_C_FLAGS_RELEASE "-Og -g1 -fno-omit-frame-pointer")
    set(CMAKE_CXX_FLAGS_RELEASE "-Og -g1 -fno-omit-frame-pointer")
    add_compile_options(-fsanitize=address)
    add_link_options(-fsanitize=address,undefined)
    add_compile_definitions($<$<COMPILE_LANGUAGE:CXX>:_GLIBCXX_ASSERTIONS>)
endif()

if(SO06_FUZZ)
    # The fuzzer steers by which edges of the code ran, the libraries' included.
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()

if(EMSCRIPTEN)
    # Legacy exception encoding: the newer one is unknown to browsers of 2023. A traversal of long
    # JSON and XML needs more than the default stack of 64 kB.
    set(wasm_exceptions -fwasm-exceptions -sWASM_LEGACY_EXCEPTIONS=1)
    # Optimised as a whole at the end: the page's module is 5 % smaller, and letters are read without a
    # call across modules. What is called from several places is copied into them only where that is no longer than the
    # call: 18 kB of the first load.
    # No code asks an object for its type; exceptions bring what they need of that themselves.
    add_compile_options(${wasm_exceptions} -flto $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)
    add_link_options(${wasm_exceptions} -flto -Wl,-mllvm,-inline-threshold=5 -sSTACK_SIZE=1MB -sALLOW_MEMORY_GROWTH=1)
endif()

# Assertions embed __FILE__: neither the checkout's nor the cache's place may reach a program.
add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}/=" "-ffile-prefix-map=${CMAKE_BINARY_DIR}/=")

add_library(so06_flags INTERFACE)
target_compile_features(so06_flags INTERFACE cxx_std_23)
set_target_properties(so06_flags PROPERTIES INTERFACE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_EXTENSIONS OFF)
target_include_directories(so06_flags INTERFACE "${CMAKE_SOURCE_DIR}/src" "${CMAKE_BINARY_DIR}/gen")
if(SO06_SANITIZE)
    target_compile_options(so06_flags INTERFACE -fsanitize=undefined -fno-sanitize-recover=all)
    target_link_options(so06_flags INTERFACE -fno-sanitize-recover=all)
endif()

# so06_warnings is for src/, so06_test_warnings for tests/, where doctest's assertions shadow and
# convert by design. A member that a designated initialiser leaves out has its default, and no warning.
# The fuzzers are built by a third compiler, whose opinion on warnings is not asked.
add_library(so06_warnings INTERFACE)
add_library(so06_test_warnings INTERFACE)
if(SO06_FUZZ)
    target_compile_options(so06_test_warnings INTERFACE -w)
else()
    target_compile_options(so06_test_warnings INTERFACE -Wall -Wextra -Wno-missing-field-initializers)
    target_compile_options(so06_warnings INTERFACE -Wshadow -Wconversion -Wno-sign-conversion)
    if("$ENV{CI}" STREQUAL "true")
        target_compile_options(so06_test_warnings INTERFACE -Werror)
    endif()
endif()
target_link_libraries(so06_warnings INTERFACE so06_test_warnings)
