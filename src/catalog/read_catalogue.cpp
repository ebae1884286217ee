#include "catalog/read_catalogue.hpp"

#include "catalog/reading.hpp"

namespace catalog {
namespace {

using i18n::S;
using json::Reader;

int small_number(const Reader& from, std::string_view key, std::int64_t number) {
    if (number >= 0 && number <= 9999) return static_cast<int>(number);
    from.note(key, {S::CatalogUnknownWord, {std::to_string(number)}});
    return 0;
}

model::CatalogueItem read_item(const Reader& from, const model::Catalogue& catalogue) {
    model::CatalogueItem item;
    item.id = {words(from, "id")};
    item.number = small_number(from, "number", from.integer("number"));
    item.group = words(from, "group");
    if (!item.group.empty() && !catalogue.group(item.group))
        from.note("group", {S::CatalogUnknownId, {item.group}});
    item.title = words(from, "title");
    item.short_title = words(from, "short_title");
    item.printed_title = from.text("printed_title", "");
    from.optional_each("other_numbers", [&](const Reader& other) {
        item.other_numbers.push_back(
            {small_number(other, "number", other.integer("number")), words(other, "source")});
    });
    return item;
}

}  // namespace

model::Programme read_programme(const Reader& from) {
    model::Programme programme;
    programme.id = {words(from, "id")};
    programme.name = words(from, "name");
    programme.short_name = words(from, "short_name");
    programme.decision = words(from, "decision");
    programme.validity = validity(from);
    programme.first_year = small_number(from, "first_year", from.integer("first_year", 0));
    programme.last_year = small_number(from, "last_year", from.integer("last_year", 0));
    words(from, "source");
    return programme;
}

model::Catalogue read_catalogue(const Reader& from) {
    model::Catalogue catalogue;
    catalogue.id = {words(from, "id")};
    catalogue.version = words(from, "version");
    catalogue.title = words(from, "title");
    catalogue.programme = {words(from, "programme")};
    words(from, "source");
    Unique groups;
    from.each("groups", [&](const Reader& group) {
        catalogue.groups.push_back(
            {words(group, "id"), words(group, "label"), words(group, "title"),
             words(group, "printed_title"),
             small_number(group, "printed_count", group.integer("printed_count"))});
        groups.add(group, "id", catalogue.groups.back().id);
    });
    Unique ids;
    Unique numbers;
    from.each("items", [&](const Reader& item) {
        catalogue.items.push_back(read_item(item, catalogue));
        ids.add(item, "id", catalogue.items.back().id.value);
        numbers.add(item, "number", std::to_string(catalogue.items.back().number));
    });
    if (catalogue.items.empty()) from.note("items", {S::CatalogNothing, {}});
    return catalogue;
}

}  // namespace catalog
