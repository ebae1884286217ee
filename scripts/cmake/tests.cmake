# The unit tests, tests/MODULE/*_test.cpp, in one program; ctest runs it once for each module.
# Native with sanitizers, and as wasm under node (there without the screens, whose stage needs the test
# engine's hooks, and a page must not carry those). They run in the top folder of the checkout, so
# "tests/expected/…" is a path that opens in both.

file(GLOB test_sources CONFIGURE_DEPENDS tests/*/*.cpp)
list(FILTER test_sources EXCLUDE REGEX "/tests/(fuzz|web|gallery)/")
if(EMSCRIPTEN)
    list(FILTER test_sources EXCLUDE REGEX "/tests/ui/")
endif()
set(test_modules "")
foreach(source IN LISTS test_sources)
    if(source MATCHES "/tests/([^/]+)/[^/]+_test\\.cpp$")
        list(APPEND test_modules "${CMAKE_MATCH_1}")
    endif()
endforeach()
list(REMOVE_DUPLICATES test_modules)

# Everything a test may reach, and the modules without database and screen, which the fuzzers reach.
set(readers "")
foreach(name intake publish bundle synthesis merge checks catalog office archive json model value text base i18n)
    if(TARGET ${name})
        list(APPEND readers ${name})
    endif()
endforeach()
set(tested ${readers})
foreach(name store app ui)
    if(TARGET ${name})
        list(PREPEND tested ${name})
    endif()
endforeach()

if(SO06_TESTS)
    enable_testing()
    add_executable(so06_tests tests/main.cpp ${test_sources})
    target_link_libraries(so06_tests PRIVATE so06_test_warnings so06_flags ${tested} data doctest sqlite3_plain imgui pugixml zlib nlohmann sodium)
    # tests/ is on the path for "ui/stage.hpp"; a test may look under every cover.
    target_include_directories(so06_tests PRIVATE tests)
    set(runner so06_tests)
    if(EMSCRIPTEN)
        target_link_options(so06_tests PRIVATE -O1 -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)
        set(runner "${NODE}" "$<TARGET_FILE:so06_tests>")
    endif()
    foreach(name IN LISTS test_modules)
        add_test(NAME ${name} COMMAND ${runner} "--source-file=*tests/${name}/*" --minimal
            WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
        set_tests_properties(${name} PROPERTIES TIMEOUT 600 ENVIRONMENT
            "ASAN_OPTIONS=detect_stack_use_after_return=1:strict_string_checks=1;UBSAN_OPTIONS=print_stacktrace=1")
    endforeach()
endif()

# tests/fuzz/NAME_fuzz.cpp is one libFuzzer program fuzz_NAME.
if(SO06_FUZZ)
    add_custom_target(fuzzers)
    file(GLOB fuzz_sources CONFIGURE_DEPENDS tests/fuzz/*_fuzz.cpp)
    foreach(source IN LISTS fuzz_sources)
        get_filename_component(name "${source}" NAME_WE)
        string(REGEX REPLACE "_fuzz$" "" name "${name}")
        add_executable(fuzz_${name} ${source})
        target_link_libraries(fuzz_${name} PRIVATE so06_test_warnings so06_flags ${readers} data)
        target_include_directories(fuzz_${name} PRIVATE tests)
        target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
        add_dependencies(fuzzers fuzz_${name})
    endforeach()
endif()
