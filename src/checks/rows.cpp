#include "checks/rows.hpp"

#include <algorithm>
#include <utility>

namespace checks {
namespace {

std::string run(int first, int last) {
    if (first == last) return std::to_string(first);
    // Two numbers side by side read better as two than as a run.
    const char* between = last == first + 1 ? ", " : "–";
    return std::to_string(first) + between + std::to_string(last);
}

void append(std::string& list, const std::string& item) {
    if (!list.empty()) list += ", ";
    list += item;
}

}  // namespace

std::string number_of(const Subject& subject, const model::RowId& row) {
    const auto* item = subject.catalogue.item(row);
    return item ? std::to_string(item->number) : row.value;
}

std::string numbers_of(const Subject& subject, const std::vector<model::RowId>& rows) {
    std::vector<int> numbers;
    std::string strangers;
    for (const auto& row : rows) {
        if (const auto* item = subject.catalogue.item(row)) {
            numbers.push_back(item->number);
        } else {
            append(strangers, row.value);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    std::string list;
    for (std::size_t i = 0; i < numbers.size();) {
        std::size_t last = i;
        while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
        append(list, run(numbers[i], numbers[last]));
        i = last + 1;
    }
    if (!strangers.empty()) append(list, strangers);
    return list;
}

bool says_something(const model::Entry& entry) {
    return std::any_of(entry.cells.begin(), entry.cells.end(),
                       [](const auto& cell) { return !cell.second.blank(); });
}

bool says_only_dash(const model::Entry& entry) {
    bool dash = false;
    for (const auto& [field, cell] : entry.cells) {
        if (cell.blank()) continue;
        if (cell.empty() != model::Empty::Dash || !cell.part("empty_reason").empty()) return false;
        dash = true;
    }
    return dash;
}

Finding at(const model::RowId& row, i18n::Message reason) {
    return at(row, {}, std::move(reason));
}

Finding at(const model::RowId& row, const model::FieldId& field, i18n::Message reason) {
    Finding finding;
    finding.row = row;
    finding.field = field;
    finding.reason = std::move(reason);
    return finding;
}

}  // namespace checks
