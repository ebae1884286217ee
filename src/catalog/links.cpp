// Whether what one file of data/ names stands in another.
#include <map>
#include <set>
#include <string>

#include "catalog/library.hpp"

namespace catalog {
namespace {

using i18n::S;

/// A place in words: the kind of thing and its id, since several files make one whole here.
void note(json::Problems& problems, const std::string& kind, const std::string& id, S what,
          const std::string& about) {
    problems.push_back({kind + " " + id, {what, {about}}});
}

template <class Things>
void note_twice(json::Problems& problems, const std::string& kind, const Things& things) {
    std::set<std::string> seen;
    for (const auto& thing : things)
        if (!seen.insert(thing.id.value).second)
            note(problems, kind, thing.id.value, S::CatalogTwice, thing.id.value);
}

}  // namespace

void Library::check_links(json::Problems& problems) const {
    note_twice(problems, "programme", programmes_);
    note_twice(problems, "catalogue", catalogues_);
    note_twice(problems, "form", forms_);
    note_twice(problems, "unit", units_);
    note_twice(problems, "unit list", unit_lists_);
    const auto expect_programme = [&](const char* kind, const std::string& id,
                                      const model::ProgrammeId& named) {
        if (!programme(named)) note(problems, kind, id, S::CatalogUnknownId, named.value);
    };
    for (const auto& catalogue : catalogues_)
        expect_programme("catalogue", catalogue.id.value, catalogue.programme);
    for (const auto& form : forms_) {
        expect_programme("form", form.id.value, form.programme);
        if (form.rows == model::RowSource::Catalogue && !catalogue(form.catalogue))
            note(problems, "form", form.id.value, S::CatalogUnknownId, form.catalogue.value);
    }
}

void Library::check_units(json::Problems& problems) const {
    std::map<std::string, std::string> label_owner;
    std::set<std::pair<std::string, std::string>> codes;
    const auto expect_unit = [&](const char* kind, const std::string& id,
                                 const model::UnitId& named) {
        if (!unit(named)) note(problems, kind, id, S::CatalogUnknownId, named.value);
    };
    for (const auto& one : units_) {
        for (const auto& name : one.names) {
            // Two units with one label would write over each other's files.
            const auto [owner, fresh] = label_owner.emplace(name.file_label, one.id.value);
            if (!name.file_label.empty() && !fresh && owner->second != one.id.value)
                note(problems, "unit", one.id.value, S::CatalogTwice, name.file_label);
        }
        for (const auto& code : one.codes) {
            if (!unit_list(code.list))
                note(problems, "unit", one.id.value, S::CatalogUnknownId, code.list.value);
            if (!codes.emplace(code.list.value, code.code).second)
                note(problems, "unit", one.id.value, S::CatalogTwice, code.code);
        }
        for (const auto& parent : one.parents) expect_unit("unit", one.id.value, parent.parent);
    }
    for (const auto& list : unit_lists_)
        for (const auto& id : list.units) expect_unit("unit list", list.id.value, id);
    for (const auto& event : lineage_) {
        expect_unit("lineage", event.to.value, event.to);
        for (const auto& id : event.from) expect_unit("lineage", event.to.value, id);
    }
}

}  // namespace catalog
