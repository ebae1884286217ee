#include "ui/cell_text.hpp"

#include <algorithm>

#include "value/money.hpp"

namespace ui {
namespace {

using i18n::Lang;
using i18n::S;
using model::FieldType;

void add_line(std::string& text, std::string_view line) {
    if (line.empty()) return;
    if (!text.empty()) text += '\n';
    text += line;
}

void add_item(std::string& text, std::string_view item) {
    if (item.empty()) return;
    if (!text.empty()) text += " · ";
    text += item;
}

std::string audience_text(const model::Field& field, const model::Cell& cell, Lang lang) {
    std::string text(cell.part("text"));
    for (const auto& audience : field.choices) {
        const std::string words(cell.part(audience.id));
        if (words.empty()) continue;
        add_line(text, i18n::say(lang, {S::EntryAudienceLine, {title_of(audience, lang), words}}));
    }
    return text;
}

std::string cost_text(const model::Field& field, const model::Cell& cell, Lang lang) {
    std::string text(cell.part("text"));
    if (text.empty()) text = choice_title(field, cell, lang);
    for (const auto& amount : amounts_of(cell)) add_line(text, amount_summary(field, amount, lang));
    return text;
}

/// "Đã bàn giao cho Công an tỉnh, tháng 3/2025", as much of it as is known.
std::string handed_over_text(const std::string& title, const model::Cell& cell, Lang lang) {
    const std::string to(cell.part("empty_to"));
    const std::string when(cell.part("empty_when"));
    if (!to.empty() && !when.empty())
        return i18n::say(lang, {S::EntryHandedOverToWhen, {to, when}});
    if (!to.empty()) return i18n::say(lang, {S::EntryHandedOverToLine, {to}});
    if (!when.empty()) return i18n::say(lang, {S::EntryHandedOverWhenLine, {when}});
    return title;
}

std::string empty_text(const model::Form& form, const model::Field& field, const model::Cell& cell,
                       Lang lang) {
    const auto empty = cell.empty();
    if (!empty || empty == model::Empty::NotEntered) return {};
    const auto& title = empty_title(form, field, *empty, lang);
    if (empty == model::Empty::HandedOver) return handed_over_text(title, cell, lang);
    auto text = title;
    add_item(text, cell.part("empty_reason"));
    return text;
}

}  // namespace

const std::string& title_of(const model::Choice& choice, Lang lang) {
    return lang == Lang::En && !choice.title_en.empty() ? choice.title_en : choice.title;
}

std::string choice_title(const model::Field& field, const model::Cell& cell, Lang lang) {
    const auto id = cell.part("choice");
    const auto* choice = field.choice(id);
    return choice ? title_of(*choice, lang) : std::string(id);
}

const std::string& empty_title(const model::Form& form, const model::Field& field,
                               model::Empty empty, Lang lang) {
    const auto& word = form.empty_word(field, empty);
    return lang == Lang::En && !word.title_en.empty() ? word.title_en : word.title;
}

std::string amount_summary(const model::Field& field, const Amount& amount, Lang lang) {
    std::string text;
    if (!amount.value.empty()) {
        const auto words = value::amount_words(amount.value);
        text = amount.approximate ? i18n::say(lang, {S::EntryAmountApproximately, {words}}) : words;
    }
    const auto nature = std::find_if(field.natures.begin(), field.natures.end(),
                                     [&](const model::Choice& n) { return n.id == amount.nature; });
    add_item(text, nature != field.natures.end() ? title_of(*nature, lang) : amount.nature);
    add_item(text, amount.source);
    if (!amount.year.empty())
        add_item(text, i18n::say(lang, {S::EntryAmountYearLine, {amount.year}}));
    add_item(text, amount.purpose);
    return text;
}

std::string cell_text(const model::Form& form, const model::Field& field, const model::Cell& cell,
                      Lang lang) {
    if (auto why = empty_text(form, field, cell, lang); !why.empty()) return why;
    switch (field.type) {
        case FieldType::Text:
            return std::string(cell.part("text"));
        case FieldType::Choice: {
            const auto title = choice_title(field, cell, lang);
            return handed_over(cell) ? handed_over_text(title, cell, lang) : title;
        }
        case FieldType::AudienceText:
            return audience_text(field, cell, lang);
        case FieldType::Costs:
            return cost_text(field, cell, lang);
        case FieldType::Replication: {
            auto text = choice_title(field, cell, lang);
            add_line(text, cell.part("text"));
            return text;
        }
    }
    return {};
}

bool plain_text_only(const model::Field& field, const model::Cell& cell) {
    if (field.type == FieldType::Choice) return false;
    return std::all_of(cell.parts.begin(), cell.parts.end(),
                       [](const auto& part) { return part.first == "text"; });
}

std::string row_numbers(const std::vector<model::RowId>& rows, const model::Catalogue& catalogue) {
    std::string numbers;
    for (const auto& row : rows) {
        const auto* item = catalogue.item(row);
        if (!numbers.empty()) numbers += ", ";
        numbers += item ? std::to_string(item->number) : row.value;
    }
    return numbers;
}

const std::string& field_title(const model::Field& field, Lang lang) {
    if (lang == Lang::En && !field.title_en.empty()) return field.title_en;
    return field.short_title.empty() ? field.title : field.short_title;
}

}  // namespace ui
