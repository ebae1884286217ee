// A small form of the shape of Phụ lục 04 and a catalogue of five models in two groups, as plain
// structs, for tests of what the screens compute.
#pragma once

#include "model/catalogue.hpp"
#include "model/form.hpp"
#include "model/report.hpp"

namespace test {

inline model::Field annex_field(std::string id, model::FieldType type, std::string title) {
    model::Field field;
    field.id = {std::move(id)};
    field.type = type;
    field.title = title;
    field.short_title = std::move(title);
    return field;
}

inline model::Form annex_form() {
    using model::Empty;
    using model::FieldType;
    model::Form form;
    form.id = {"phu-luc-04-co-quan"};
    form.title = "Phụ lục 04";
    form.short_title = "Phụ lục 04";
    form.catalogue = {"da06-44"};
    form.empty_words = {{Empty::NotEntered, "Chưa nhập", "Not entered"},
                        {Empty::Dash, "Gạch ngang, chưa nêu lý do", "Dash, no reason stated"},
                        {Empty::NotAssigned, "Không được giao", "Not assigned"},
                        {Empty::NotArising, "Không phát sinh", "Nothing arose"},
                        {Empty::NotDeployed, "Chưa triển khai", "Not deployed yet"},
                        {Empty::HandedOver, "Đã bàn giao", "Handed over"}};

    auto state = annex_field("state", FieldType::Choice, "Trạng thái");
    state.choices = {{"not_deployed", "Chưa triển khai", "Chưa", "Not deployed"},
                     {"deploying", "Đang triển khai", "Đang", "Being deployed"},
                     {"deployed", "Đã triển khai", "Đã", "Deployed"},
                     {"handed_over", "Đã bàn giao", "Bàn giao", "Handed over"}};
    state.empties = {Empty::NotAssigned, Empty::NotArising};

    auto result = annex_field("result", FieldType::Text, "Kết quả triển khai");
    result.required = true;
    result.empties = {Empty::Dash, Empty::NotAssigned, Empty::NotArising, Empty::NotDeployed,
                      Empty::HandedOver};

    auto difficulties = annex_field("difficulties", FieldType::Text, "Khó khăn, vướng mắc");
    difficulties.empties = {Empty::Dash, Empty::NotArising};
    difficulties.empty_words = {
        {Empty::NotArising, "Không có khó khăn, vướng mắc", "No difficulties"}};

    auto benefit = annex_field("benefit", FieldType::AudienceText, "Hiệu quả, tiện ích");
    benefit.choices = {{"people", "Người dân", "Dân", "People"},
                       {"business", "Doanh nghiệp", "DN", "Businesses"},
                       {"government", "Chính phủ, cơ quan nhà nước", "CP", "Government"}};

    auto cost = annex_field("cost", FieldType::Costs, "Kinh phí");
    cost.choices = {{"none", "Không có", "Không", "None"},
                    {"amount", "Số tiền", "Số tiền", "Amount"}};
    cost.natures = {{"granted", "Được cấp", "Được cấp", "Granted"},
                    {"invested", "Đầu tư", "Đầu tư", "Invested"}};

    auto replication = annex_field("replication", FieldType::Replication, "Nhân rộng");
    replication.choices = {{"yes", "Có", "Có", "Yes"}, {"no", "Không", "Không", "No"}};

    form.fields = {state, result, difficulties, benefit, cost, replication};
    return form;
}

inline model::Catalogue annex_catalogue() {
    model::Catalogue catalogue;
    catalogue.id = {"da06-44"};
    catalogue.groups = {{"III", "III", "Nhóm tiện ích phục vụ công dân số", "", 0},
                        {"V", "V", "Nhóm phục vụ chỉ đạo điều hành của lãnh đạo các cấp", "", 0}};
    const auto add = [&](int number, std::string group, std::string title, std::string brief) {
        model::CatalogueItem item;
        item.id = {"mh-" + std::to_string(number)};
        item.number = number;
        item.group = std::move(group);
        item.title = std::move(title);
        item.short_title = std::move(brief);
        catalogue.items.push_back(std::move(item));
    };
    add(25, "III", "Chuẩn hóa xác thực tập trung (SSO)", "SSO");
    add(26, "III", "Nền tảng tích hợp, chia sẻ dữ liệu tỉnh (LGSP)", "LGSP");
    add(28, "III", "Truyền thông chính sách qua hệ thống LED", "Truyền thông LED");
    add(38, "V", "Phân tích tình hình dân cư", "Dân cư");
    add(39, "V", "Phân tích tình hình lao động", "Lao động");
    return catalogue;
}

inline model::Cell cell(std::initializer_list<std::pair<const std::string, std::string>> parts) {
    return model::Cell{parts};
}

}  // namespace test
