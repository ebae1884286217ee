// The one main of all unit tests; scripts/cmake/tests.cmake gathers tests/MODULE/*_test.cpp.
#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>
