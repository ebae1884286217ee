// Forms (biểu mẫu) as data in closed lists and without expressions (design.md §4): which fields a
// row has, where the rows come from, which checks apply. Adding a form is adding a JSON file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/cell.hpp"
#include "model/id.hpp"

namespace model {

/// One word of a closed list that a field offers: its word in files, and what people read.
struct Choice {
    std::string id;
    std::string title;        // official, Vietnamese: "Đã triển khai"
    std::string short_title;  // for narrow places: "Đã"
    std::string title_en;     // English interface; never printed
    bool operator==(const Choice&) const = default;
};

/// What a form, or one of its fields, calls a kind of empty: "Không có khó khăn, vướng mắc".
struct EmptyWord {
    Empty kind = Empty::NotEntered;
    std::string title;
    std::string title_en;
    bool operator==(const EmptyWord&) const = default;
};

struct Field {
    FieldId id;
    FieldType type = FieldType::Text;
    std::string title;        // official heading of the column
    std::string short_title;  // for the screen: "Kết quả triển khai"
    std::string title_en;     // English interface
    std::string hint;         // what belongs here, one sentence
    std::string hint_en;
    bool printed = true;                 // a column of the official table
    bool required = false;               // an entry that says anything must have it
    std::vector<Choice> choices;         // of an audience text: its audiences
    std::vector<Choice> natures;         // of costs: what an amount may be
    std::vector<Empty> empties;          // the kinds of empty this field may state
    std::vector<EmptyWord> empty_words;  // only where the field has its own word for one
    bool operator==(const Field&) const = default;

    const Choice* choice(std::string_view wanted) const;
    bool may_be(Empty kind) const;
};

enum class RowSource { Catalogue, Own };

struct Form {
    FormId id;
    std::string version;
    std::string sha256;  // of the file's canonical form, for the envelope
    std::string title;   // "Phụ lục 04 – Báo cáo kết quả triển khai 44 mô hình điểm"
    std::string title_en;
    std::string short_title;  // "Phụ lục 04"
    std::string file_label;   // ASCII, for file names: "Phuluc04"
    ProgrammeId programme;
    RowSource rows = RowSource::Catalogue;
    CatalogueId catalogue;
    std::string number_title;            // heading of the column of numbers: "STT"
    std::string row_title;               // heading of the column of rows: "Mô hình"
    std::vector<EmptyWord> empty_words;  // one for each kind
    std::vector<Field> fields;
    std::vector<std::string> checks;  // ids of the checks that apply
    bool operator==(const Form&) const = default;

    const Field* field(const FieldId& wanted) const;
    /// What `field` calls `kind`: its own word where it has one, else the form's.
    const EmptyWord& empty_word(const Field& field, Empty kind) const;
};

}  // namespace model
