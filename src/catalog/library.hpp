// Everything the program knows before anybody typed a word: programmes, catalogues, forms, units
// and their lineage, read from data/ once at start. Immutable.
//
//   const auto library = catalog::Library::built_in(data::files());
//
// A file that is wrong is refused whole, with every place that is wrong: half a form is worse than
// none.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "data/embedded.hpp"
#include "json/reader.hpp"
#include "model/catalogue.hpp"
#include "model/form.hpp"
#include "model/unit.hpp"

namespace catalog {

class Library {
public:
    /// Reads programmes/, catalog/models-*, catalog/units-* and forms/ of `files`; other folders
    /// are not its business. Refuses when anything is wrong; `problems` gets every place with its
    /// reason
    /// ("forms/x.json: fields[2].type").
    static base::Result<Library> load(std::span<const data::File> files, json::Problems& problems);
    static base::Result<Library> load(std::span<const data::File> files);

    /// The same for the files that are part of the program: wrong ones are a Fault that lists all.
    static Library built_in(std::span<const data::File> files);

    const std::vector<model::Programme>& programmes() const { return programmes_; }
    const std::vector<model::Catalogue>& catalogues() const { return catalogues_; }
    const std::vector<model::Form>& forms() const { return forms_; }
    const std::vector<model::Unit>& units() const { return units_; }
    const std::vector<model::UnitList>& unit_lists() const { return unit_lists_; }
    const std::vector<model::Lineage>& lineage() const { return lineage_; }

    // The thing of that id, or nothing. What they point to lives as long as the library.
    const model::Programme* programme(const model::ProgrammeId& id) const;
    const model::Catalogue* catalogue(const model::CatalogueId& id) const;
    const model::Form* form(const model::FormId& id) const;
    const model::Unit* unit(const model::UnitId& id) const;
    const model::UnitList* unit_list(const model::UnitListId& id) const;

    /// The one unit that is called `written` on `day`, by a name that holds then or by an alias,
    /// letter by letter after NFC and trimming; only units of `list` where one is given. Nothing
    /// when nobody is called so or several are: Sơn Hà and Sơn Hạ are two communes, so nothing is
    /// folded here.
    const model::Unit* find_unit_by_name(
        std::string_view written, base::Day day,
        const std::optional<model::UnitListId>& list = std::nullopt) const;

    /// The unit of that code in that list. A code without its list means nothing.
    const model::Unit* find_unit_by_code(const model::UnitListId& list,
                                         std::string_view code) const;

    /// What `unit` was made of (`to`) or went into (`from`), oldest first.
    std::vector<model::Lineage> lineage_of(const model::UnitId& unit) const;

private:
    Library() = default;
    void take(const data::File& file, const json::Reader& from);
    void check_links(json::Problems& problems) const;
    void check_units(json::Problems& problems) const;

    std::vector<model::Programme> programmes_;
    std::vector<model::Catalogue> catalogues_;
    std::vector<model::Form> forms_;
    std::vector<model::Unit> units_;
    std::vector<model::UnitList> unit_lists_;
    std::vector<model::Lineage> lineage_;
};

}  // namespace catalog
