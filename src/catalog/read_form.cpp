#include "catalog/read_form.hpp"

#include <algorithm>
#include <array>

#include "catalog/reading.hpp"

namespace catalog {
namespace {

using i18n::S;
using json::Reader;
using model::Empty;
using model::FieldType;

constexpr std::array Empties{Empty::NotEntered, Empty::Dash,        Empty::NotAssigned,
                             Empty::NotArising, Empty::NotDeployed, Empty::HandedOver};

std::optional<Empty> read_empty(const Reader& from) {
    const auto name = from.text("kind");
    const auto kind = model::empty_from_word(name);
    if (!kind && from.has("kind")) from.note("kind", {S::CatalogUnknownWord, {name}});
    return kind;
}

/// A form has a word for every kind of empty.
std::vector<model::EmptyWord> read_empty_words(const Reader& form) {
    std::vector<model::EmptyWord> words_read;
    Unique kinds;
    form.each("empties", [&](const Reader& from) {
        const auto kind = read_empty(from);
        kinds.add(from, "kind", from.text("kind", ""));
        const model::EmptyWord read{kind.value_or(Empty::NotEntered), words(from, "title"),
                                    words(from, "title_en")};
        if (kind) words_read.push_back(read);
    });
    for (const auto kind : Empties) {
        const bool named = std::any_of(words_read.begin(), words_read.end(),
                                       [&](const auto& word) { return word.kind == kind; });
        if (!named) form.note("empties", {S::CatalogNoEmptyWord, {std::string(word(kind))}});
    }
    return words_read;
}

/// The kinds of empty a field may state, and the field's own words for them.
void read_field_empties(const Reader& from_field, model::Field& field) {
    Unique kinds;
    from_field.optional_each("empties", [&](const Reader& from) {
        const auto kind = read_empty(from);
        kinds.add(from, "kind", from.text("kind", ""));
        if (!kind) return;
        // A cell that states nothing is absent (model/cell.hpp), so nobody can state this one.
        if (*kind == Empty::NotEntered)
            return from.note("kind", {S::CatalogUnknownWord, {std::string(word(*kind))}});
        field.empties.push_back(*kind);
        if (from.has("title"))
            field.empty_words.push_back({*kind, words(from, "title"), words(from, "title_en")});
    });
}

std::vector<model::Choice> read_choices(const Reader& from_field, std::string_view key) {
    std::vector<model::Choice> choices;
    Unique ids;
    from_field.optional_each(key, [&](const Reader& from) {
        choices.push_back({words(from, "id"), words(from, "title"), words(from, "short_title"),
                           words(from, "title_en")});
        ids.add(from, "id", choices.back().id);
    });
    return choices;
}

/// Notes the choices that the program knows no meaning of.
void expect_known(const Reader& from_field, const std::vector<model::Choice>& choices,
                  std::initializer_list<std::string_view> known) {
    for (const auto& choice : choices)
        if (std::find(known.begin(), known.end(), choice.id) == known.end())
            from_field.note("choices", {S::CatalogUnknownWord, {choice.id}});
}

/// Each type has its own closed lists (model/cell.hpp); only the words of a plain choice are free.
void check_lists(const Reader& from, const model::Field& field) {
    const std::string type(word(field.type));
    const bool listed = field.type != FieldType::Text;
    if (listed && field.choices.empty()) from.note("choices", {S::CatalogNothing, {}});
    if (!listed && !field.choices.empty())
        from.note("choices", {S::CatalogNotHere, {"choices", type}});
    const bool costs = field.type == FieldType::Costs;
    if (costs && field.natures.empty()) from.note("natures", {S::CatalogNothing, {}});
    if (!costs && !field.natures.empty())
        from.note("natures", {S::CatalogNotHere, {"natures", type}});
    for (const auto& nature : field.natures)
        if (!model::money_nature_from_word(nature.id))
            from.note("natures", {S::CatalogUnknownWord, {nature.id}});
    if (field.type == FieldType::AudienceText)
        expect_known(from, field.choices, {"people", "business", "government"});
    if (costs)
        expect_known(from, field.choices,
                     {"none", "free", "free_in_year", "charged", "purchase", "rent", "amount"});
    if (field.type == FieldType::Replication)
        expect_known(from, field.choices, {"yes", "no", "ask", "conditional"});
}

model::Field read_field(const Reader& from) {
    model::Field field;
    field.id = {words(from, "id")};
    const auto type = from.text("type");
    const auto known = model::field_type_from_word(type);
    if (!known && from.has("type")) from.note("type", {S::CatalogUnknownWord, {type}});
    field.type = known.value_or(FieldType::Text);
    field.title = words(from, "title");
    field.short_title = words(from, "short_title");
    field.title_en = words(from, "title_en");
    field.hint = words(from, "hint");
    field.hint_en = words(from, "hint_en");
    field.printed = from.flag("printed");
    field.required = from.flag("required");
    field.choices = read_choices(from, "choices");
    field.natures = read_choices(from, "natures");
    read_field_empties(from, field);
    if (known) check_lists(from, field);
    return field;
}

void read_rows(const Reader& from, model::Form& form) {
    const auto source = words(from, "source");
    expect_one_of(from, "source", source, {"catalogue", "own"});
    form.rows = source == "own" ? model::RowSource::Own : model::RowSource::Catalogue;
    if (form.rows == model::RowSource::Catalogue) form.catalogue = {words(from, "catalogue")};
    form.number_title = words(from, "number_title");
    form.row_title = words(from, "title");
}

/// "C07": a letter and two digits. Which of them exist is known to the rules.
bool check_id(const std::string& id) {
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    return id.size() == 3 && id[0] == 'C' && digit(id[1]) && digit(id[2]);
}

}  // namespace

model::Form read_form(const Reader& from) {
    model::Form form;
    form.id = {words(from, "id")};
    form.version = words(from, "version");
    form.title = words(from, "title");
    form.title_en = words(from, "title_en");
    form.short_title = words(from, "short_title");
    form.file_label = label(from, "file_label");
    form.programme = {words(from, "programme")};
    words(from, "source");
    read_rows(from.object("rows"), form);
    form.empty_words = read_empty_words(from);
    Unique ids;
    from.each("fields", [&](const Reader& field) {
        form.fields.push_back(read_field(field));
        ids.add(field, "id", form.fields.back().id.value);
    });
    if (form.fields.empty()) from.note("fields", {S::CatalogNothing, {}});
    form.checks = from.texts("checks");
    for (const auto& id : form.checks)
        if (!check_id(id)) from.note("checks", {S::CatalogUnknownWord, {id}});
    return form;
}

}  // namespace catalog
