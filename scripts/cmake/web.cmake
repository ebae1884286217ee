# The page's module: build/wasm/so06.js and so06.wasm, run in a worker. The JavaScript side starts it
# with instantiateWasm; nothing in it evaluates text as code, so the strict policy of the page holds.

# One exported function a line, with the underscore that emcc puts before C names.
set(exports "${CMAKE_SOURCE_DIR}/web/exports.txt")
function(page_module target)
    target_link_libraries(${target} PRIVATE so06_warnings so06_flags ui app data sqlite3_code)
    set_target_properties(${target} PROPERTIES OUTPUT_NAME so06 SUFFIX .js)
    target_link_options(${target} PRIVATE
        -Oz -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web,worker -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0
        -sINCOMING_MODULE_JS_API=instantiateWasm,onAbort,print,printErr
        -sEXPORTED_RUNTIME_METHODS=wasmMemory --no-entry)
    if(EXISTS "${exports}")
        target_link_options(${target} PRIVATE "-sEXPORTED_FUNCTIONS=@${exports}")
        set_property(TARGET ${target} APPEND PROPERTY LINK_DEPENDS "${exports}")
    endif()
endfunction()

file(GLOB sources CONFIGURE_DEPENDS src/platform/web/*.cpp)
add_executable(so06_web ${sources})
page_module(so06_web)

# The same with the widget set in the place of the interface, for developers: build/wasm/gallery/so06.*
list(FILTER sources EXCLUDE REGEX "/screen\\.cpp$")
file(GLOB gallery CONFIGURE_DEPENDS tests/gallery/*.cpp)
add_executable(so06_gallery EXCLUDE_FROM_ALL ${sources} ${gallery})
page_module(so06_gallery)
target_include_directories(so06_gallery PRIVATE tests)
set_target_properties(so06_gallery PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/gallery")

# The command line over the page's own objects, for node: scripts/bench runs its benchmarks in both.
file(GLOB sources CONFIGURE_DEPENDS src/platform/cli/*.cpp)
add_executable(so06_node EXCLUDE_FROM_ALL ${sources})
target_link_libraries(so06_node PRIVATE so06_warnings so06_flags app data sqlite3_plain)
target_link_options(so06_node PRIVATE -O2 -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)
