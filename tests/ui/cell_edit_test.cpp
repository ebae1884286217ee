#include "ui/cell_edit.hpp"

#include <doctest/doctest.h>

#include "ui/annex.hpp"
#include "ui/cell_text.hpp"
#include "ui/entry_rows.hpp"
#include "ui/row_state.hpp"

using i18n::Lang;
using model::Empty;
using test::cell;
using ui::Amount;

namespace {

const model::Form Form = test::annex_form();

const model::Field& field(const char* id) {
    return *Form.field({id});
}

std::string words(const char* id, const model::Cell& value, Lang lang = Lang::Vi) {
    return ui::cell_text(Form, field(id), value, lang);
}

}  // namespace

TEST_CASE("a text and a reason for having none never stand together") {
    const auto typed = ui::with_text(cell({{"empty", "not_arising"}}), "text", "Thiếu kinh phí");
    CHECK(typed == cell({{"text", "Thiếu kinh phí"}}));
    CHECK(ui::with_empty(typed, Empty::NotArising) == cell({{"empty", "not_arising"}}));
    CHECK(ui::with_text(cell({{"text", "x"}}), "text", "").blank());
}

TEST_CASE("words that a change takes away are lost; a choice, and words that are added, are not") {
    const auto told = cell({{"choice", "handed_over"}, {"empty_to", "Sở Y tế"}});
    CHECK(ui::loses_words(told, {{"choice", "deployed"}, {"empty_to", ""}}));
    CHECK_FALSE(ui::loses_words(told, {{"choice", "deployed"}}));
    const auto amount = cell({{"amounts.1.value", "500000000"}, {"amounts.1.nature", "granted"}});
    CHECK(ui::loses_words(amount, {{"amounts.1.value", ""}, {"amounts.1.nature", ""}}));
    CHECK_FALSE(ui::loses_words(amount, {{"amounts.1.nature", "invested"}}));
    CHECK(ui::loses_words(cell({{"text", "Thiếu máy"}}), {{"text", "Thiếu"}}));
    CHECK_FALSE(ui::loses_words(cell({}), {{"text", "Thiếu máy"}}));
    CHECK_FALSE(ui::loses_words(cell({{"empty", "dash"}}), {{"empty", ""}, {"text", "Có"}}));
}

TEST_CASE("to whom a model was handed over goes with the hand-over") {
    auto state = ui::with_choice({}, "handed_over");
    state = ui::with_detail(state, "empty_to", "Công an tỉnh");
    CHECK(ui::handed_over(state));
    CHECK(ui::with_choice(state, "deployed") == cell({{"choice", "deployed"}}));
    CHECK(ui::with_empty(state, Empty::HandedOver) ==
          cell({{"empty", "handed_over"}, {"empty_to", "Công an tỉnh"}}));
}

TEST_CASE("amounts come back as they were put in, without holes") {
    const std::vector<Amount> amounts{{"6800000000", true, "invested", "", "2023", "phần mềm"},
                                      {},
                                      {"1000000000", false, "granted", "ngân sách", "2025", ""}};
    const auto made = ui::with_amounts(cell({{"empty", "dash"}}), amounts);
    CHECK(made.part("empty").empty());
    CHECK(made.part("amounts.1.value") == "6800000000");
    CHECK(made.part("amounts.1.approx") == "yes");
    CHECK(made.part("amounts.2.value") == "1000000000");
    CHECK(ui::amounts_of(made) == std::vector<Amount>{amounts[0], amounts[2]});
    CHECK(ui::with_amounts(made, {}).blank());
}

TEST_CASE("an amount is read from the words of the annex, with how sure it is") {
    CHECK(ui::read_typed_amount("khoảng 6,8 tỷ đồng") == ui::TypedAmount{"6800000000", true});
    CHECK(ui::read_typed_amount("500 triệu") == ui::TypedAmount{"500000000", false});
    CHECK_FALSE(ui::read_typed_amount("theo dự toán được duyệt").has_value());
}

TEST_CASE("a cost reads as its amounts with their nature, a choice only without words") {
    const auto made = ui::with_amounts(
        cell({{"choice", "amount"}, {"text", "Đầu tư ban đầu"}}),
        {{"6800000000", true, "invested", "", "2023", "phần mềm và hạ tầng kỹ thuật"}});
    CHECK(
        words("cost", made) ==
        "Đầu tư ban đầu\n6,8 tỷ đồng (khoảng) · Đầu tư · năm 2023 · phần mềm và hạ tầng kỹ thuật");
    CHECK(words("cost", cell({{"choice", "none"}})) == "Không có");
    CHECK(words("cost", cell({{"choice", "none"}}), Lang::En) == "None");
}

TEST_CASE("benefits name their audience and difficulties have their own word for none") {
    CHECK(words("benefit",
                cell({{"text", "Tiết kiệm thời gian"}, {"people", "Không phải đi lại"}})) ==
          "Tiết kiệm thời gian\nNgười dân: Không phải đi lại");
    CHECK(words("difficulties", cell({{"empty", "not_arising"}})) ==
          "Không có khó khăn, vướng mắc");
    CHECK(words("result", cell({{"empty", "not_arising"}})) == "Không phát sinh");
    CHECK(words("result", {}).empty());
}

TEST_CASE("a hand-over says as much as is known of it") {
    CHECK(words("state", cell({{"choice", "handed_over"}})) == "Đã bàn giao");
    CHECK(words("state", cell({{"choice", "handed_over"}, {"empty_to", "Công an tỉnh"}})) ==
          "Đã bàn giao cho Công an tỉnh");
    CHECK(words("result", cell({{"empty", "handed_over"},
                                {"empty_to", "Công an tỉnh"},
                                {"empty_when", "tháng 3/2025"}})) ==
          "Đã bàn giao cho Công an tỉnh, tháng 3/2025");
}

TEST_CASE("a replication shows its answer and its steps") {
    CHECK(words("replication", cell({{"choice", "yes"}, {"text", "Theo lộ trình"}})) ==
          "Có\nTheo lộ trình");
}

TEST_CASE("only a cell that is one plain text is edited in place") {
    CHECK(ui::plain_text_only(field("result"), {}));
    CHECK(ui::plain_text_only(field("benefit"), cell({{"text", "x"}})));
    CHECK_FALSE(ui::plain_text_only(field("benefit"), cell({{"people", "x"}})));
    CHECK_FALSE(ui::plain_text_only(field("result"), cell({{"empty", "dash"}})));
    CHECK_FALSE(ui::plain_text_only(field("state"), {}));
}

TEST_CASE("the chips offer the states and then the empty meanings that are no state already") {
    std::vector<std::string> ids;
    for (const auto& option : ui::state_options(Form, nullptr, Lang::Vi)) ids.push_back(option.id);
    CHECK(ids == std::vector<std::string>{"not_deployed", "deploying", "deployed", "handed_over",
                                          "not_assigned", "not_arising", "dash"});
}

TEST_CASE("a dash is stored where the annex prints it and gives way to a state") {
    const auto dashed = ui::choose_state(Form, nullptr, "dash");
    REQUIRE(dashed.size() == 1);
    CHECK(dashed[0] == ui::CellChange{{"result"}, cell({{"empty", "dash"}})});

    const model::Entry entry{{{"mh-26"}}, {{{"result"}, cell({{"empty", "dash"}})}}};
    CHECK(ui::chosen_state(Form, &entry) == "dash");
    const auto deployed = ui::choose_state(Form, &entry, "deployed");
    REQUIRE(deployed.size() == 2);
    CHECK(deployed[0] == ui::CellChange{{"state"}, cell({{"choice", "deployed"}})});
    CHECK(deployed[1] == ui::CellChange{{"result"}, {}});
}

TEST_CASE(
    "choosing a state never touches what was written, and a dash is closed where there is text") {
    const model::Entry entry{{{"mh-26"}}, {{{"result"}, cell({{"text", "Đã triển khai"}})}}};
    const auto assigned = ui::choose_state(Form, &entry, "not_assigned");
    REQUIRE(assigned.size() == 1);
    CHECK(assigned[0] == ui::CellChange{{"state"}, cell({{"empty", "not_assigned"}})});
    CHECK(ui::state_options(Form, &entry, Lang::Vi).back().disabled);
}

TEST_CASE("Space goes round the states and back to none") {
    const auto with_state = [](model::Cell state) {
        return model::Entry{{{"mh-26"}}, {{{"state"}, std::move(state)}}};
    };
    CHECK(ui::state_after(Form, nullptr) == "not_deployed");
    const auto deployed = with_state(cell({{"choice", "deployed"}}));
    CHECK(ui::state_after(Form, &deployed) == "handed_over");
    const model::Entry dash{{{"mh-26"}}, {{{"result"}, cell({{"empty", "dash"}})}}};
    CHECK(ui::state_after(Form, &dash).empty());
}

TEST_CASE("a choice is lost when it is taken back and nothing stands in its place") {
    const auto entry = [](const char* id, model::Cell value) {
        model::Entry made;
        made.rows = {{"mh-26"}};
        made.cells[{id}] = std::move(value);
        return made;
    };
    const auto* state = ui::state_field(Form);
    const auto* telling = ui::telling_field(Form);
    REQUIRE(state);
    REQUIRE(telling);
    const auto chosen = entry(state->id.value.c_str(), cell({{"choice", "deployed"}}));
    CHECK(ui::loses_choice(Form, &chosen, state->id, {{"choice", ""}}));
    CHECK_FALSE(ui::loses_choice(Form, &chosen, state->id, {{"choice", "stopped"}}));
    CHECK_FALSE(ui::loses_choice(Form, &chosen, telling->id, {{"text", ""}}));
    CHECK_FALSE(ui::loses_choice(Form, nullptr, state->id, {{"choice", ""}}));
    // A reason in the other cell is in the state's place by then.
    auto both = chosen;
    both.cells[telling->id] = cell({{"empty", "not_assigned"}});
    CHECK_FALSE(ui::loses_choice(Form, &both, state->id, {{"choice", ""}}));
    // Typing takes the place of a reason.
    const auto reason = entry(telling->id.value.c_str(), cell({{"empty", "not_assigned"}}));
    CHECK(ui::loses_choice(Form, &reason, telling->id, {{"empty", ""}}));
    CHECK_FALSE(ui::loses_choice(Form, &reason, telling->id, {{"empty", ""}, {"text", "Có"}}));
}
