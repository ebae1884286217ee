// Programmes (chương trình) and catalogues (danh mục): the 44 pilot models in their five groups.
// An item's id never changes; its number belongs to one catalogue, and documents print others.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/id.hpp"
#include "model/unit.hpp"

namespace model {

struct Programme {
    ProgrammeId id;
    std::string name;
    std::string short_name;
    std::string decision;  // "Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ"
    Validity validity;
    int first_year = 0;  // of the phase (giai đoạn) the decision names; 0 when it names none
    int last_year = 0;
    bool operator==(const Programme&) const = default;
};

struct CatalogueGroup {
    std::string id;     // "I"
    std::string label;  // the Roman numeral as printed
    std::string title;  // "Nhóm tiện ích phục vụ giải quyết TTHC và cung cấp DVC trực tuyến"
    std::string printed_title;  // as the official table prints it, in capitals
    int printed_count = 0;      // "(16 MÔ HÌNH)": may differ from the rows under it (check C07)
    bool operator==(const CatalogueGroup&) const = default;
};

/// A number under which another document prints the same model.
struct OtherNumber {
    int number = 0;
    std::string source;
    bool operator==(const OtherNumber&) const = default;
};

struct CatalogueItem {
    RowId id;
    int number = 0;
    std::string group;
    std::string title;
    std::string short_title;
    std::string printed_title;  // where the document prints it otherwise; else empty
    std::vector<OtherNumber> other_numbers;
    bool operator==(const CatalogueItem&) const = default;
};

struct Catalogue {
    CatalogueId id;
    std::string version;
    std::string sha256;  // of the file's canonical form, for the envelope
    std::string title;
    ProgrammeId programme;
    std::vector<CatalogueGroup> groups;
    std::vector<CatalogueItem> items;  // in printed order
    bool operator==(const Catalogue&) const = default;

    const CatalogueItem* item(const RowId& wanted) const;
    const CatalogueGroup* group(const std::string& wanted) const;
};

}  // namespace model
