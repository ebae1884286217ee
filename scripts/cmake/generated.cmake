# Code made from data: sentences, embedded files, Unicode tables, icon names. Everything lands in
# <build>/gen, mirrors src/ there, and is made anew when what it was made from changes.
# generated_MODULE holds what the module of that name compiles besides its own files.

find_program(NODE node REQUIRED)
set(gen "${CMAKE_BINARY_DIR}/gen")

# generate(SCRIPT OUTPUTS … INPUTS … ARGS …)
function(generate script)
    cmake_parse_arguments(of "" "" "OUTPUTS;INPUTS;ARGS" ${ARGN})
    add_custom_command(
        OUTPUT ${of_OUTPUTS}
        COMMAND "${NODE}" "scripts/${script}" ${of_ARGS}
        DEPENDS "${CMAKE_SOURCE_DIR}/scripts/${script}" ${of_INPUTS}
        WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}"
        COMMENT "scripts/${script}"
        VERBATIM)
endfunction()

file(GLOB sentences CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/data/strings/*/*.json")
set(generated_i18n "${gen}/i18n/keys.gen.cpp" "${gen}/i18n/keys.gen.hpp")
generate(strings.mjs OUTPUTS ${generated_i18n} ARGS "${gen}/i18n" INPUTS ${sentences})

set(generated_text "${gen}/text/unicode.gen.hpp")
generate(unicode.mjs OUTPUTS ${generated_text} ARGS "${gen}/text")

if(EXISTS "${CMAKE_SOURCE_DIR}/web/icons.json")
    set(generated_ui "${gen}/ui/icons.gen.hpp")
    generate(icons.mjs OUTPUTS ${generated_ui} ARGS "${gen}/ui"
        INPUTS "${CMAKE_SOURCE_DIR}/web/icons.json" "${CMAKE_SOURCE_DIR}/web/package-lock.json")
endif()

# The embedded files of data/ are a library of their own, because three modules read them.
# The schemas are for the command line: the page never asks for them.
set(embedded_folders catalog forms programmes wording)
if(NOT EMSCRIPTEN)
    list(APPEND embedded_folders schemas)
endif()
list(TRANSFORM embedded_folders PREPEND "${CMAKE_SOURCE_DIR}/data/" OUTPUT_VARIABLE embedded_patterns)
list(TRANSFORM embedded_patterns APPEND "/*.json")
file(GLOB_RECURSE embedded_files CONFIGURE_DEPENDS ${embedded_patterns})
set(generated_data "${gen}/data/embedded.cpp" "${gen}/data/embedded.hpp")
generate(embed.mjs OUTPUTS ${generated_data} ARGS "${gen}/data" ${embedded_folders} INPUTS ${embedded_files})
add_library(data STATIC ${generated_data})
target_link_libraries(data PUBLIC so06_flags)

# All of it and nothing else, for those who read the code without compiling it.
add_custom_target(generated DEPENDS ${generated_i18n} ${generated_text} ${generated_ui} ${generated_data})
