// The official form as the program knows it. Headings are those of Phụ lục 04 with Công văn 41.
#include <doctest/doctest.h>

#include "base/hash.hpp"
#include "catalog/library.hpp"
#include "json/canonical.hpp"
#include "json/parse.hpp"

namespace {

const catalog::Library& library() {
    static const auto Loaded = catalog::Library::built_in(data::files());
    return Loaded;
}

const model::Form& annex() {
    const auto* form = library().form({"phu-luc-04-co-quan"});
    REQUIRE(form);
    return *form;
}

}  // namespace

TEST_CASE("Phụ lục 04 has the columns of the annex in their order, and the state beside them") {
    std::vector<std::string> printed{annex().number_title, annex().row_title};
    for (const auto& field : annex().fields)
        if (field.printed) printed.push_back(field.title);
    CHECK(printed == std::vector<std::string>{"STT", "Mô hình", "Kết quả triển khai",
                                              "Khó khăn vướng mắc",
                                              "Đánh giá hiệu quả, giá trị tiện ích mang lại và "
                                              "tiết kiệm (cho người dân, doanh nghiệp và "
                                              "Chính phủ)",
                                              "Kinh phí đầu tư, chi cho từng nhóm mô hình",
                                              "Có tiếp tục tham mưu tổ công tác đề xuất nhân rộng "
                                              "triển khai trên toàn địa bàn không? Nếu có "
                                              "sẽ thực hiện các bước như thế nào"});
    CHECK_FALSE(annex().field({"state"})->printed);
    CHECK(annex().file_label == "Phuluc04");
    CHECK(annex().catalogue == model::CatalogueId{"da06-44"});
}

TEST_CASE("the result is what an entry must have, and nothing else is") {
    for (const auto& field : annex().fields) CHECK(field.required == (field.id.value == "result"));
}

TEST_CASE("the deployment states are those of the model, in the order of progress") {
    std::vector<std::string> states;
    for (const auto& choice : annex().field({"state"})->choices) {
        states.push_back(choice.title);
        CHECK(model::deployment_from_word(choice.id).has_value());
    }
    CHECK(states == std::vector<std::string>{"Chưa triển khai", "Đang chuẩn bị", "Thí điểm",
                                             "Đang triển khai", "Đã triển khai", "Đã dừng",
                                             "Đã bàn giao"});
}

TEST_CASE("nothing arising among difficulties reads Không có khó khăn, vướng mắc") {
    const auto& difficulties = *annex().field({"difficulties"});
    CHECK(difficulties.may_be(model::Empty::NotArising));
    CHECK(annex().empty_word(difficulties, model::Empty::NotArising).title ==
          "Không có khó khăn, vướng mắc");
    CHECK(annex().empty_word(*annex().field({"result"}), model::Empty::NotEntered).title ==
          "Chưa nhập");
}

TEST_CASE("the five natures of money can be told, and the kinds of cost of the annexes") {
    const auto& cost = *annex().field({"cost"});
    CHECK(cost.natures.size() == 5);
    CHECK(cost.choice("none")->title == "Không có");
    CHECK(cost.choice("free")->title == "Miễn phí");
    CHECK(cost.choice("charged")->title == "Mất phí");
    CHECK(cost.choice("nothing") == nullptr);
}

TEST_CASE("the hash of a form is that of its file's canonical form") {
    for (const auto& file : data::files()) {
        if (!file.path.starts_with("forms/")) continue;
        const auto value = json::parse(file.bytes);
        REQUIRE(value);
        CHECK(annex().sha256 == base::hex(base::sha256(json::canonical(*value))));
        CHECK(annex().sha256.size() == 64);
    }
}
