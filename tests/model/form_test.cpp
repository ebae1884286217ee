#include "model/form.hpp"

#include <doctest/doctest.h>

#include "base/fault.hpp"

using model::Empty;

namespace {

model::Form form() {
    model::Form made;
    made.empty_words = {{Empty::NotArising, "Không phát sinh", "Nothing arose"},
                        {Empty::Dash, "Gạch ngang, chưa nêu lý do", "Dash, no reason stated"}};
    model::Field difficulties{.id = {"difficulties"}};
    difficulties.empties = {Empty::Dash, Empty::NotArising};
    difficulties.empty_words = {
        {Empty::NotArising, "Không có khó khăn, vướng mắc", "No difficulties"}};
    made.fields = {model::Field{.id = {"result"}}, difficulties};
    return made;
}

}  // namespace

TEST_CASE("a field's own word for a kind of empty comes before the form's") {
    const auto made = form();
    const auto& difficulties = *made.field({"difficulties"});
    CHECK(made.empty_word(difficulties, Empty::NotArising).title == "Không có khó khăn, vướng mắc");
    CHECK(made.empty_word(difficulties, Empty::Dash).title == "Gạch ngang, chưa nêu lý do");
    CHECK(made.empty_word(*made.field({"result"}), Empty::NotArising).title == "Không phát sinh");
    CHECK_THROWS_AS(static_cast<void>(made.empty_word(difficulties, Empty::HandedOver)),
                    base::Fault);
}

TEST_CASE("a field states only the kinds of empty it lists") {
    const auto made = form();
    CHECK(made.field({"difficulties"})->may_be(Empty::Dash));
    CHECK_FALSE(made.field({"difficulties"})->may_be(Empty::NotAssigned));
    CHECK_FALSE(made.field({"result"})->may_be(Empty::Dash));
    CHECK(made.field({"cost"}) == nullptr);
}
