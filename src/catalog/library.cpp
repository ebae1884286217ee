#include "catalog/library.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/fault.hpp"
#include "base/hash.hpp"
#include "catalog/read_catalogue.hpp"
#include "catalog/read_form.hpp"
#include "catalog/read_units.hpp"
#include "json/canonical.hpp"
#include "json/parse.hpp"
#include "text/fold.hpp"
#include "text/nfc.hpp"

namespace catalog {
namespace {

using i18n::S;

template <class Thing, class Id>
const Thing* find(const std::vector<Thing>& things, const Id& id) {
    const auto found =
        std::find_if(things.begin(), things.end(), [&](const Thing& t) { return t.id == id; });
    return found != things.end() ? &*found : nullptr;
}

template <class Thing>
void append(std::vector<Thing>& all, std::vector<Thing> more) {
    std::move(more.begin(), more.end(), std::back_inserter(all));
}

std::string hash_of(const json::Value& file) {
    return base::hex(base::sha256(json::canonical(file)));
}

/// Whether the file is one this library is made of.
bool ours(std::string_view path) {
    return path.starts_with("programmes/") || path.starts_with("catalog/models-") ||
           path.starts_with("catalog/units-") || path.starts_with("forms/");
}

/// The places of one file become places of all files.
void add_problems(json::Problems& all, std::string_view path, json::Problems of_file) {
    for (auto& problem : of_file) {
        problem.place = std::string(path) + ": " + problem.place;
        all.push_back(std::move(problem));
    }
}

}  // namespace

base::Result<Library> Library::load(std::span<const data::File> files, json::Problems& problems) {
    Library library;
    json::Problems found;
    for (const auto& file : files) {
        if (!ours(file.path)) continue;
        json::Problems of_file;
        const auto value = json::parse(file.bytes);
        if (value) {
            library.take(file, json::Reader(*value, "", of_file));
        } else {
            of_file.push_back({"", value.error().why});
        }
        if (!text::is_nfc(file.bytes)) of_file.push_back({"", {S::CatalogNotNfc, {}}});
        add_problems(found, file.path, std::move(of_file));
    }
    // Links are judged over whole files only; a unit that could not be read would be missed twice.
    if (found.empty()) library.check_links(found);
    if (found.empty()) library.check_units(found);
    if (found.empty()) return library;
    problems = std::move(found);
    return base::Refusal{
        {S::CatalogUnreadable, {std::to_string(problems.size()), problems.front().place}}};
}

base::Result<Library> Library::load(std::span<const data::File> files) {
    json::Problems problems;
    return load(files, problems);
}

Library Library::built_in(std::span<const data::File> files) {
    json::Problems problems;
    auto library = load(files, problems);
    if (library) return std::move(library).value();
    std::string all = "data/ is wrong:";
    for (const auto& problem : problems)
        all += "\n" + problem.place + ": " + i18n::say(i18n::Lang::En, problem.what);
    throw base::Fault(all);
}

void Library::take(const data::File& file, const json::Reader& from) {
    if (file.path.starts_with("programmes/")) {
        programmes_.push_back(read_programme(from));
    } else if (file.path.starts_with("catalog/models-")) {
        catalogues_.push_back(read_catalogue(from));
        catalogues_.back().sha256 = hash_of(from.value());
    } else if (file.path.starts_with("catalog/units-")) {
        auto units = read_units(from);
        append(units_, std::move(units.units));
        append(unit_lists_, std::move(units.lists));
        append(lineage_, std::move(units.lineage));
    } else {
        forms_.push_back(read_form(from));
        forms_.back().sha256 = hash_of(from.value());
    }
}

const model::Programme* Library::programme(const model::ProgrammeId& id) const {
    return find(programmes_, id);
}

const model::Catalogue* Library::catalogue(const model::CatalogueId& id) const {
    return find(catalogues_, id);
}

const model::Form* Library::form(const model::FormId& id) const {
    return find(forms_, id);
}

const model::Unit* Library::unit(const model::UnitId& id) const {
    return find(units_, id);
}

const model::UnitList* Library::unit_list(const model::UnitListId& id) const {
    return find(unit_lists_, id);
}

const model::Unit* Library::find_unit_by_name(std::string_view written, base::Day day,
                                              const std::optional<model::UnitListId>& list) const {
    const auto wanted = text::nfc(text::trimmed(written));
    const auto called_so = [&](const model::Unit& unit) {
        if (std::find(unit.aliases.begin(), unit.aliases.end(), wanted) != unit.aliases.end())
            return true;
        return std::any_of(unit.names.begin(), unit.names.end(), [&](const model::UnitName& name) {
            return name.validity.holds(day) && name.is(wanted);
        });
    };
    const auto* within = list ? unit_list(*list) : nullptr;
    if (list && !within) return nullptr;
    const model::Unit* found = nullptr;
    for (const auto& unit : units_) {
        const bool listed = !within || std::find(within->units.begin(), within->units.end(),
                                                 unit.id) != within->units.end();
        if (!listed || !called_so(unit)) continue;
        if (found) return nullptr;
        found = &unit;
    }
    return found;
}

const model::Unit* Library::find_unit_by_code(const model::UnitListId& list,
                                              std::string_view code) const {
    const auto found = std::find_if(units_.begin(), units_.end(), [&](const model::Unit& unit) {
        return unit.code_in(list) == code;
    });
    return found != units_.end() ? &*found : nullptr;
}

std::vector<model::Lineage> Library::lineage_of(const model::UnitId& unit) const {
    std::vector<model::Lineage> events;
    for (const auto& event : lineage_) {
        const bool went_in =
            std::find(event.from.begin(), event.from.end(), unit) != event.from.end();
        if (went_in || event.to == unit) events.push_back(event);
    }
    std::stable_sort(events.begin(), events.end(),
                     [](const auto& a, const auto& b) { return a.day < b.day; });
    return events;
}

}  // namespace catalog
