# The page's module: build/wasm/so06.js and so06.wasm, run in a worker. The JavaScript side starts it
# with instantiateWasm; nothing in it evaluates text as code, so the strict policy of the page holds.

file(GLOB sources CONFIGURE_DEPENDS src/platform/web/*.cpp)
add_executable(so06_web ${sources})
set_target_properties(so06_web PROPERTIES OUTPUT_NAME so06 SUFFIX .js)
target_link_libraries(so06_web PRIVATE so06_warnings so06_flags ui app data sqlite3_code)
target_link_options(so06_web PRIVATE
    -Oz -sMODULARIZE -sEXPORT_ES6 -sENVIRONMENT=web,worker -sFILESYSTEM=0 -sDYNAMIC_EXECUTION=0
    -sINCOMING_MODULE_JS_API=instantiateWasm,onAbort,print,printErr
    -sEXPORTED_RUNTIME_METHODS=wasmMemory --no-entry)
# One exported function a line, with the underscore that emcc puts before C names.
set(exports "${CMAKE_SOURCE_DIR}/web/exports.txt")
if(EXISTS "${exports}")
    target_link_options(so06_web PRIVATE "-sEXPORTED_FUNCTIONS=@${exports}")
    set_property(TARGET so06_web APPEND PROPERTY LINK_DEPENDS "${exports}")
endif()

# The command line over the page's own objects, for node: scripts/bench runs its benchmarks in both.
file(GLOB sources CONFIGURE_DEPENDS src/platform/cli/*.cpp)
add_executable(so06_node EXCLUDE_FROM_ALL ${sources})
target_link_libraries(so06_node PRIVATE so06_warnings so06_flags app data sqlite3_plain)
target_link_options(so06_node PRIVATE -O2 -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)
