#include "catalog/titles.hpp"

#include <string>

#include <doctest/doctest.h>

using catalog::short_title_of;
using catalog::title_of;
using i18n::Lang;

TEST_CASE("the words of the closed lists are those of the interface") {
    CHECK(i18n::text(Lang::Vi, title_of(model::Empty::Dash)) == "Gạch ngang, chưa nêu lý do");
    CHECK(i18n::text(Lang::Vi, title_of(model::ReportState::Draft)) == "Dự thảo");
    CHECK(i18n::text(Lang::Vi, title_of(model::ReportState::Returned)) == "Đề nghị bổ sung");
    CHECK(i18n::text(Lang::Vi, title_of(model::Deployment::Pilot)) == "Thí điểm");
    CHECK(i18n::text(Lang::Vi, title_of(model::MoneyNature::Granted)) == "Được cấp");
    CHECK(i18n::text(Lang::En, title_of(model::PeriodKind::Quarter)) == "Quarter");
}

TEST_CASE("a short title is no longer than the title") {
    using model::Deployment;
    for (const auto state :
         {Deployment::NotDeployed, Deployment::Preparing, Deployment::Pilot, Deployment::Deploying,
          Deployment::Deployed, Deployment::Stopped, Deployment::HandedOver})
        CHECK(i18n::text(Lang::Vi, short_title_of(state)).size() <=
              i18n::text(Lang::Vi, title_of(state)).size());
    using model::Empty;
    for (const auto empty : {Empty::NotEntered, Empty::Dash, Empty::NotAssigned, Empty::NotArising,
                             Empty::NotDeployed, Empty::HandedOver})
        CHECK(i18n::text(Lang::Vi, short_title_of(empty)).size() <=
              i18n::text(Lang::Vi, title_of(empty)).size());
}

TEST_CASE("the audiences of a text have titles and other parts have none") {
    CHECK(i18n::text(Lang::Vi, *catalog::audience_title("people")) == "Người dân");
    CHECK(i18n::text(Lang::Vi, *catalog::audience_title("text")) == "Chung");
    CHECK_FALSE(catalog::audience_title("choice").has_value());
}
