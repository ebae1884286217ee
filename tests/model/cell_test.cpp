#include "model/cell.hpp"

#include <doctest/doctest.h>

using model::Cell;
using model::Empty;
using model::FieldType;
using model::part_allowed;

TEST_CASE("each field type allows its own parts and those of emptiness, and no others") {
    CHECK(part_allowed(FieldType::Text, "text"));
    CHECK_FALSE(part_allowed(FieldType::Text, "choice"));
    CHECK(part_allowed(FieldType::Choice, "choice"));
    CHECK_FALSE(part_allowed(FieldType::Choice, "text"));
    for (const auto* part : {"text", "people", "business", "government"})
        CHECK(part_allowed(FieldType::AudienceText, part));
    CHECK_FALSE(part_allowed(FieldType::AudienceText, "army"));
    for (const auto* part : {"choice", "text"}) {
        CHECK(part_allowed(FieldType::Costs, part));
        CHECK(part_allowed(FieldType::Replication, part));
    }
    CHECK_FALSE(part_allowed(FieldType::Replication, "amounts.1.value"));
    for (const auto type : {FieldType::Text, FieldType::Choice, FieldType::AudienceText,
                            FieldType::Costs, FieldType::Replication})
        for (const auto* part : {"empty", "empty_to", "empty_when", "empty_reason"})
            CHECK(part_allowed(type, part));
}

TEST_CASE("an amount of money has six parts and a number without leading zero") {
    for (const auto* name : {"value", "approx", "nature", "source", "year", "purpose"}) {
        CHECK(part_allowed(FieldType::Costs, std::string("amounts.1.") + name));
        CHECK(part_allowed(FieldType::Costs, std::string("amounts.12.") + name));
    }
    for (const auto* part : {"amounts.0.value", "amounts.01.value", "amounts.123.value",
                             "amounts..value", "amounts.1", "amounts.1.", "amounts.x.value",
                             "amounts.1.colour", "amounts.1.value.more", "amount.1.value"})
        CHECK_FALSE(part_allowed(FieldType::Costs, part));
}

TEST_CASE("a cell without parts is not entered, one with content is not empty") {
    Cell cell;
    CHECK(cell.blank());
    CHECK(cell.empty() == Empty::NotEntered);
    cell.set("text", "Đã triển khai");
    CHECK_FALSE(cell.empty().has_value());
    CHECK(cell.part("text") == "Đã triển khai");
    CHECK(cell.part("choice").empty());
}

TEST_CASE("a cell says which kind of empty it is") {
    Cell cell;
    cell.set("empty", "handed_over");
    cell.set("empty_to", "Công an tỉnh");
    CHECK(cell.empty() == Empty::HandedOver);
}

TEST_CASE("setting a part to an empty text takes the part away, so equal cells are equal") {
    Cell cell;
    cell.set("text", "x");
    cell.set("text", "");
    CHECK(cell.blank());
    CHECK(cell == Cell{});
}

TEST_CASE("every word of the closed lists reads back as what it was") {
    for (const auto empty : {Empty::Dash, Empty::NotAssigned, Empty::NotArising, Empty::NotDeployed,
                             Empty::HandedOver})
        CHECK(model::empty_from_word(word(empty)) == empty);
    using model::Deployment;
    for (const auto state :
         {Deployment::NotDeployed, Deployment::Preparing, Deployment::Pilot, Deployment::Deploying,
          Deployment::Deployed, Deployment::Stopped, Deployment::HandedOver})
        CHECK(model::deployment_from_word(word(state)) == state);
    using model::MoneyNature;
    for (const auto nature : {MoneyNature::Proposed, MoneyNature::Granted, MoneyNature::Invested,
                              MoneyNature::Disbursed, MoneyNature::Saved})
        CHECK(model::money_nature_from_word(word(nature)) == nature);
    CHECK_FALSE(model::empty_from_word("nothing").has_value());
    CHECK_FALSE(model::deployment_from_word("done").has_value());
    CHECK_FALSE(model::money_nature_from_word("").has_value());
}

TEST_CASE("a change says nothing of the parts it does not name") {
    model::Cell cell;
    cell.parts = {{"text", "chung"}, {"people", "người dân"}};
    cell.change({{"business", "doanh nghiệp"}, {"people", ""}});
    CHECK(cell.parts == model::Parts{{"text", "chung"}, {"business", "doanh nghiệp"}});
}

TEST_CASE("a cell says something or why it says nothing, and the later act holds") {
    model::Cell cell;
    cell.parts = {{"empty", "handed_over"}, {"empty_to", "Công an tỉnh"}};
    cell.change({{"text", "Đã làm tiếp"}});
    CHECK(cell.parts == model::Parts{{"text", "Đã làm tiếp"}});
    cell.change({{"empty", "not_arising"}});
    CHECK(cell.parts == model::Parts{{"empty", "not_arising"}});
}

TEST_CASE("a state stands beside to whom the model was handed over") {
    model::Cell cell;
    cell.parts = {{"empty_to", "Công an tỉnh"}};
    cell.change({{"choice", "handed_over"}});
    CHECK(cell.parts == model::Parts{{"choice", "handed_over"}, {"empty_to", "Công an tỉnh"}});
}

TEST_CASE("the changes from one cell to another lead there") {
    model::Cell from;
    from.parts = {{"text", "cũ"}, {"choice", "pilot"}, {"people", "giữ"}};
    model::Cell to;
    to.parts = {{"text", "mới"}, {"people", "giữ"}, {"business", "thêm"}};
    const auto changed = model::changes(from, to);
    CHECK(changed == model::Parts{{"text", "mới"}, {"choice", ""}, {"business", "thêm"}});
    from.change(changed);
    CHECK(from == to);
}

TEST_CASE("an amount is written in one way: whole đồng, digits, at most 18") {
    for (const auto* good : {"0", "1", "6800000000", "999999999999999999"})
        CHECK(model::amount_allowed(good));
    for (const auto* bad :
         {"", "00", "01", "-1", "+1", "1.000", "1e6", " 1", "1234567890123456789"}) {
        CAPTURE(bad);
        CHECK_FALSE(model::amount_allowed(bad));
    }
}
