// The keys of a workbook's settings. Each is a text; what is not set is "".
#pragma once

#include <string_view>

namespace app {

/// The name beside changes and versions; asked at the first edit and may be skipped (design.md §7).
inline constexpr std::string_view PersonName = "person_name";
/// "1" once that was asked.
inline constexpr std::string_view PersonAsked = "person_asked";
/// The unit the person writes for, as it is called.
inline constexpr std::string_view PersonUnit = "person_unit";
/// "vi" or "en"; "" follows the browser.
inline constexpr std::string_view Language = "language";
/// "light" or "dark"; "" follows the system.
inline constexpr std::string_view Theme = "theme";
/// How large all is drawn, in percent ("120"); "" is 100.
inline constexpr std::string_view TextSize = "text_size";

/// What the person calls this workbook; "" until it has a name.
inline constexpr std::string_view WorkbookTitle = "workbook_title";

}  // namespace app
