#include "ui/grid_copy.hpp"

#include "ui/cell_text.hpp"
#include "ui/report_titles.hpp"

namespace ui {
namespace {

using Line = std::vector<std::string>;

/// A field that holds what would part cells or rows stands in quotes, its own quotes doubled.
std::string quoted(const std::string& text) {
    if (text.find_first_of("\t\n\"") == std::string::npos) return text;
    std::string out = "\"";
    for (const char letter : text) out += letter == '"' ? "\"\"" : std::string(1, letter);
    return out + '"';
}

std::string escaped(const std::string& text) {
    std::string out;
    for (const char letter : text) {
        if (letter == '&')
            out += "&amp;";
        else if (letter == '<')
            out += "&lt;";
        else if (letter == '>')
            out += "&gt;";
        else if (letter == '\n')
            out += "<br>";
        else
            out += letter;
    }
    return out;
}

struct Tags {
    const char* open;
    const char* close;
};

void put(CopiedRows& out, const Line& line, Tags tags) {
    if (!out.text.empty()) out.text += '\n';
    out.html += "<tr>";
    for (const auto& cell : line) {
        if (&cell != &line.front()) out.text += '\t';
        out.text += quoted(cell);
        out.html += tags.open;
        out.html += escaped(cell);
        out.html += tags.close;
    }
    out.html += "</tr>";
}

}  // namespace

CopiedRows copy_rows(const Sheet& sheet, const std::vector<const RowView*>& rows, i18n::Lang lang) {
    CopiedRows out;
    const auto& form = *sheet.form;
    if (rows.size() > 1) {
        Line heads{number_title(form, lang), row_title(form, lang)};
        for (const auto& field : form.fields) heads.push_back(field_title(field, lang));
        put(out, heads, {"<th>", "</th>"});
    }
    for (const auto* row : rows) {
        Line line{std::to_string(row->number), row->title};
        for (const auto& field : form.fields)
            line.push_back(cell_text(form, field, sheet.cell(row->row, field.id), lang));
        put(out, line, {"<td>", "</td>"});
    }
    out.html = "<table>" + out.html + "</table>";
    return out;
}

CopiedRows copy_cell(const Sheet& sheet, const RowView& row, const model::Field& field,
                     i18n::Lang lang) {
    const auto text = cell_text(*sheet.form, field, sheet.cell(row.row, field.id), lang);
    // Words for a letter are words, no table of one cell; lines come back into one cell only as
    // such.
    if (quoted(text) == text) return {text, escaped(text)};
    return {text, "<table><tr><td>" + escaped(text) + "</td></tr></table>"};
}

}  // namespace ui
