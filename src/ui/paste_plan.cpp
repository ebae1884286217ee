#include "ui/paste_plan.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "text/entered.hpp"
#include "text/fold.hpp"
#include "ui/cell_edit.hpp"
#include "ui/cell_text.hpp"
#include "ui/grid_paint.hpp"
#include "ui/report_titles.hpp"
#include "ui/row_state.hpp"

namespace ui {
namespace {

using i18n::S;
using Is = PasteColumn::Is;

/// Narrow columns break their heads: a line's end, and a space beside it, are one space.
std::string plain(std::string_view words) {
    std::string out = text::fold(text::trimmed(words));
    const auto space = [](char c) { return c == ' ' || c == '\n' || c == '\t'; };
    for (char& c : out) c = space(c) ? ' ' : c;
    const auto doubled = [](char a, char b) { return a == ' ' && b == ' '; };
    out.erase(std::unique(out.begin(), out.end(), doubled), out.end());
    return out;
}

bool same_words(std::string_view a, std::string_view b) {
    return !b.empty() && plain(a) == plain(b);
}

std::string_view at(const std::vector<std::string>& row, std::size_t column) {
    return column < row.size() ? std::string_view(row[column]) : std::string_view();
}

/// "26" or "26.", as tables number their rows; 0 for anything else.
int number_in(std::string_view words) {
    auto digits = text::trimmed(words);
    if (!digits.empty() && digits.back() == '.') digits.pop_back();
    if (digits.empty() || digits.size() > 4) return 0;
    if (digits.find_first_not_of("0123456789") != std::string::npos) return 0;
    return std::stoi(digits);
}

const RowView* by_number(const Sheet& sheet, int number) {
    const auto& rows = sheet.rows.rows;
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const RowView& r) { return r.number == number; });
    return found != rows.end() ? &*found : nullptr;
}

const RowView* by_title(const Sheet& sheet, std::string_view title) {
    const auto& rows = sheet.rows.rows;
    const auto found = std::find_if(rows.begin(), rows.end(), [&](const RowView& row) {
        return same_words(title, row.title) || same_words(title, row.short_title);
    });
    return found != rows.end() ? &*found : nullptr;
}

std::optional<PasteColumn> named(std::string_view head, const model::Form& form) {
    for (const auto lang : {i18n::Lang::Vi, i18n::Lang::En}) {
        if (same_words(head, number_title(form, lang))) return PasteColumn{Is::Number, {}};
        if (same_words(head, row_title(form, lang))) return PasteColumn{Is::Title, {}};
    }
    for (const auto& field : form.fields)
        for (const auto* title : {&field.title, &field.short_title, &field.title_en})
            if (same_words(head, *title)) return PasteColumn{Is::Field, field.id};
    return std::nullopt;
}

std::size_t width_of(const Block& block) {
    std::size_t width = 0;
    for (const auto& row : block) width = std::max(width, row.size());
    return width;
}

/// Whether most rows of the column pass the test.
template <class Test>
bool most(const Block& block, std::size_t column, const Test& test) {
    std::size_t passed = 0;
    for (const auto& row : block) passed += test(at(row, column)) ? 1 : 0;
    return 2 * passed > block.size();
}

/// What it is when the heads do not say: numbers and titles by what they are, the rest in order.
std::vector<PasteColumn> by_content(const Block& block, const Sheet& sheet,
                                    const PastePlace& place) {
    std::vector<PasteColumn> columns(width_of(block));
    std::size_t next = 0;
    if (columns.size() > 1 &&
        most(block, 0, [&](auto text) { return by_number(sheet, number_in(text)) != nullptr; }))
        columns[next++].is = Is::Number;
    if (next < columns.size() && columns.size() > 1 &&
        most(block, next, [&](auto text) { return by_title(sheet, text) != nullptr; }))
        columns[next++].is = Is::Title;
    std::vector<model::FieldId> fields = place.fields;
    if (next > 0) {
        fields.clear();
        for (const auto& field : sheet.form->fields) fields.push_back(field.id);
    }
    for (std::size_t i = 0; next < columns.size() && i < fields.size(); ++i, ++next)
        columns[next] = {Is::Field, fields[i]};
    return columns;
}

std::optional<std::size_t> column_of(const std::vector<PasteColumn>& columns, Is is) {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const PasteColumn& column) { return column.is == is; });
    if (found == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns.begin());
}

class Planner {
public:
    Planner(const Block& block, const std::vector<PasteColumn>& columns, const Sheet& sheet,
            const PastePlace& place, i18n::Lang lang)
        : block_(block),
          columns_(columns),
          sheet_(sheet),
          place_(place),
          lang_(lang),
          number_(column_of(columns, Is::Number)),
          title_(column_of(columns, Is::Title)) {}

    PastePlan plan() {
        const std::size_t first = has_heads(block_, *sheet_.form) ? 1 : 0;
        for (std::size_t i = first; i < block_.size(); ++i) {
            const auto& cells = block_[i];
            const bool blank = std::all_of(cells.begin(), cells.end(), [](const std::string& text) {
                return text::trimmed(text).empty();
            });
            const auto* row = blank ? nullptr : row_for(cells, i - first);
            if (!row) continue;
            const auto before = out_.changes.size();
            for (std::size_t c = 0; c < columns_.size(); ++c)
                if (columns_[c].is == Is::Field) take(*row, columns_[c].field, at(cells, c));
            out_.rows += out_.changes.size() > before ? 1 : 0;
        }
        return std::move(out_);
    }

private:
    const RowView* row_for(const std::vector<std::string>& cells, std::size_t place) {
        if (!number_ && !title_) {
            if (place < place_.rows.size()) return sheet_.rows.find(place_.rows[place]);
            trouble({S::PasteNoRow, {std::to_string(place + 1)}});
            return nullptr;
        }
        const auto number = number_ ? text::trimmed(at(cells, *number_)) : std::string();
        const auto title = title_ ? text::trimmed(at(cells, *title_)) : std::string();
        const auto* numbered = by_number(sheet_, number_in(number));
        const auto* titled = by_title(sheet_, title);
        if (numbered && titled && numbered != titled) {
            trouble({S::PasteDisagrees, {number, title, std::to_string(titled->number)}});
            return nullptr;
        }
        if (numbered && !titled && !title.empty()) {
            trouble({S::PasteOtherTitle, {number, title}});
            return nullptr;
        }
        if (!numbered && !titled) {
            const auto& named = number.empty() ? title : number;
            trouble(named.empty() ? i18n::Message{S::PasteNamelessRow, {std::to_string(place + 1)}}
                                  : i18n::Message{S::PasteUnknownRow, {named}});
            return nullptr;
        }
        return numbered ? numbered : titled;
    }

    void take(const RowView& row, const model::FieldId& id, std::string_view raw) {
        const auto words = text::entered(text::trimmed(raw));
        const auto* field = sheet_.form->field(id);
        if (words.empty() || !field) return;
        if (!leads_entry(row)) {
            trouble({S::PasteShared,
                     {std::to_string(row.number),
                      row_numbers({row.shared.front()}, *sheet_.catalogue)}});
            return;
        }
        if (field->type == model::FieldType::Choice) return take_state(row, words);
        const auto& before = sheet_.cell(row.row, id);
        if (words == cell_text(*sheet_.form, *field, before, lang_)) return;
        if (const auto empty = empty_named(*field, words)) {
            if (before.blank()) change(row, *field, with_empty(before, *empty));
        } else if (words != "-" && words != "–") {
            change(row, *field, with_text(before, "text", words));
        }
    }

    /// A state by its name, as a person would choose it.
    void take_state(const RowView& row, const std::string& words) {
        const auto* entry = sheet_.entry(row.row);
        for (const auto lang : {i18n::Lang::Vi, i18n::Lang::En}) {
            for (const auto& option : state_options(*sheet_.form, entry, lang)) {
                if (!same_words(words, option.title) || option.disabled) continue;
                for (const auto& change : choose_state(*sheet_.form, entry, option.id))
                    this->change(row, *sheet_.form->field(change.field), change.cell);
                return;
            }
        }
        if (words == "-" || words == "–") return;
        trouble({S::PasteNotAState, {words, std::to_string(row.number)}});
    }

    std::optional<model::Empty> empty_named(const model::Field& field,
                                            const std::string& words) const {
        for (const auto kind : field.empties)
            if (same_words(words, empty_title(*sheet_.form, field, kind, i18n::Lang::Vi)))
                return kind;
        const bool dash = words == "-" || words == "–";
        if (dash && field.may_be(model::Empty::Dash)) return model::Empty::Dash;
        return std::nullopt;
    }

    void change(const RowView& row, const model::Field& field, const model::Cell& cell) {
        const auto& before = sheet_.cell(row.row, field.id);
        auto parts = model::changes(before, cell);
        if (parts.empty()) return;
        out_.changes.push_back({row.row, field.id, std::move(parts),
                                cell_text(*sheet_.form, field, before, lang_),
                                cell_text(*sheet_.form, field, cell, lang_)});
    }

    /// The same is said once.
    void trouble(i18n::Message why) {
        if (std::find(out_.troubles.begin(), out_.troubles.end(), why) == out_.troubles.end())
            out_.troubles.push_back(std::move(why));
    }

    const Block& block_;
    const std::vector<PasteColumn>& columns_;
    const Sheet& sheet_;
    const PastePlace& place_;
    i18n::Lang lang_;
    std::optional<std::size_t> number_;
    std::optional<std::size_t> title_;
    PastePlan out_;
};

}  // namespace

PastePlace paste_place(const Sheet& sheet, const RowFilter& filter, const model::RowId& row,
                       const model::FieldId& field) {
    PastePlace place;
    bool reached = false;
    for (const auto& view : sheet.rows.rows) {
        // The row itself may not be what is looked for any more, now that something stands in it.
        if (!matches(view, filter) && view.row != row) continue;
        reached = reached || view.row == row;
        if (reached) place.rows.push_back(view.row);
    }
    const auto& fields = sheet.form->fields;
    auto at = std::find_if(fields.begin(), fields.end(),
                           [&](const model::Field& one) { return one.id == field; });
    for (; at != fields.end(); ++at) place.fields.push_back(at->id);
    return place;
}

bool has_heads(const Block& block, const model::Form& form) {
    if (block.size() < 2) return false;
    return std::any_of(block.front().begin(), block.front().end(),
                       [&](const std::string& head) { return named(head, form).has_value(); });
}

std::vector<PasteColumn> guess_columns(const Block& block, const Sheet& sheet,
                                       const PastePlace& place) {
    if (!has_heads(block, *sheet.form)) return by_content(block, sheet, place);
    std::vector<PasteColumn> columns(width_of(block));
    for (std::size_t i = 0; i < block.front().size(); ++i)
        columns[i] = named(block.front()[i], *sheet.form).value_or(PasteColumn{});
    return columns;
}

PastePlan plan_paste(const Block& block, const std::vector<PasteColumn>& columns,
                     const Sheet& sheet, const PastePlace& place, i18n::Lang lang) {
    return Planner(block, columns, sheet, place, lang).plan();
}

}  // namespace ui
