// The place in the program as the address after '#', so that a reload comes back to it:
// "#so=ID&bao-cao=3&mh=26", with "&xem=bang" for the grid. Reading forgives: what it does not know
// it leaves out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ui {

struct Route {
    std::string workbook;     // id of its folder; blank: the one last open
    std::int64_t report = 0;  // 0: the start page
    int model = 0;            // number of the model in the form's catalogue; 0: none chosen
    bool grid = false;
    bool operator==(const Route&) const = default;
};

std::string address_of(const Route& route);
Route read_address(std::string_view address);

}  // namespace ui
