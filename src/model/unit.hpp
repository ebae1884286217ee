// Units (đơn vị) with time: names, parents and codes hold from a day to a day, and a lineage says
// which decree made one unit out of others. A bare code means nothing without its list.
// Values only; catalog reads them from data/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "model/id.hpp"

namespace model {

/// Half-open on neither side: both ends belong to it; an absent end is open.
struct Validity {
    std::optional<base::Day> from;
    std::optional<base::Day> to;

    bool holds(base::Day day) const { return (!from || *from <= day) && (!to || day <= *to); }
    bool operator==(const Validity&) const = default;
};

enum class UnitLevel { Nation, Province, District, Commune, Agency };

/// What a unit is called while `validity` holds.
struct UnitName {
    std::string name;               // "Sở Khoa học và Công nghệ tỉnh Quảng Ngãi"
    std::string short_name;         // "Sở KHCN"; may be empty
    std::string file_label;         // ASCII, for file names: "SKHCN-QNg"; may be empty
    std::vector<std::string> also;  // the same name as documents of that time write it: "SKHCN"
    Validity validity;
    bool operator==(const UnitName&) const = default;

    /// Whether `text` is this name, letter by letter: the name, the short name or one of `also`.
    bool is(std::string_view text) const;
};

/// A code and the list that gives it its meaning ("24" is Bắc Giang in one list, Bắc Ninh in the
/// next).
struct UnitCode {
    UnitListId list;
    std::string code;
    Validity validity;
    bool operator==(const UnitCode&) const = default;
};

struct UnitParent {
    UnitId parent;
    Validity validity;
    bool operator==(const UnitParent&) const = default;
};

struct Unit {
    UnitId id;
    UnitLevel level = UnitLevel::Agency;
    std::string
        kind;  // by its latest name: "tỉnh", "thành phố trực thuộc trung ương", "xã", "sở" …
    std::vector<UnitName> names;
    std::vector<std::string>
        aliases;  // other written forms, of any time; never chosen for printing
    std::vector<UnitCode> codes;
    std::vector<UnitParent> parents;
    bool operator==(const Unit&) const = default;

    /// The name that holds on `day`; the latest one when none does, so that a unit always has a
    /// name.
    const UnitName& name_on(base::Day day) const;
    std::optional<std::string> code_in(const UnitListId& list) const;
    std::optional<UnitId> parent_on(base::Day day) const;
};

/// One event of a unit's life: `from` became `to` on `day` by `decree`.
struct Lineage {
    std::vector<UnitId> from;
    UnitId to;
    base::Day day;
    std::string decree;
    bool operator==(const Lineage&) const = default;
};

/// A published list of units, so that a denominator ("/63", "/34", "/96") has a source.
struct UnitList {
    UnitListId id;
    std::string title;
    std::string source;
    Validity validity;
    std::vector<UnitId> units;
    bool operator==(const UnitList&) const = default;
};

}  // namespace model
