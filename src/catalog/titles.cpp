#include "catalog/titles.hpp"

#include "base/fault.hpp"

namespace catalog {

using i18n::S;

S title_of(model::Empty empty) {
    switch (empty) {
        case model::Empty::NotEntered:
            return S::EmptyNotEntered;
        case model::Empty::Dash:
            return S::EmptyDash;
        case model::Empty::NotAssigned:
            return S::EmptyNotAssigned;
        case model::Empty::NotArising:
            return S::EmptyNotArising;
        case model::Empty::NotDeployed:
            return S::EmptyNotDeployed;
        case model::Empty::HandedOver:
            return S::EmptyHandedOver;
    }
    throw base::Fault("a kind of empty without a title");
}

S short_title_of(model::Empty empty) {
    switch (empty) {
        case model::Empty::NotEntered:
            return S::EmptyNotEnteredShort;
        case model::Empty::Dash:
            return S::EmptyDashShort;
        case model::Empty::NotAssigned:
            return S::EmptyNotAssignedShort;
        case model::Empty::NotArising:
            return S::EmptyNotArisingShort;
        case model::Empty::NotDeployed:
            return S::EmptyNotDeployedShort;
        case model::Empty::HandedOver:
            return S::EmptyHandedOverShort;
    }
    throw base::Fault("a kind of empty without a short title");
}

S title_of(model::Deployment state) {
    switch (state) {
        case model::Deployment::NotDeployed:
            return S::DeploymentNotDeployed;
        case model::Deployment::Preparing:
            return S::DeploymentPreparing;
        case model::Deployment::Pilot:
            return S::DeploymentPilot;
        case model::Deployment::Deploying:
            return S::DeploymentDeploying;
        case model::Deployment::Deployed:
            return S::DeploymentDeployed;
        case model::Deployment::Stopped:
            return S::DeploymentStopped;
        case model::Deployment::HandedOver:
            return S::DeploymentHandedOver;
    }
    throw base::Fault("a deployment state without a title");
}

S short_title_of(model::Deployment state) {
    switch (state) {
        case model::Deployment::NotDeployed:
            return S::DeploymentNotDeployedShort;
        case model::Deployment::Preparing:
            return S::DeploymentPreparingShort;
        case model::Deployment::Pilot:
            return S::DeploymentPilotShort;
        case model::Deployment::Deploying:
            return S::DeploymentDeployingShort;
        case model::Deployment::Deployed:
            return S::DeploymentDeployedShort;
        case model::Deployment::Stopped:
            return S::DeploymentStoppedShort;
        case model::Deployment::HandedOver:
            return S::DeploymentHandedOverShort;
    }
    throw base::Fault("a deployment state without a short title");
}

S title_of(model::MoneyNature nature) {
    switch (nature) {
        case model::MoneyNature::Proposed:
            return S::NatureProposed;
        case model::MoneyNature::Granted:
            return S::NatureGranted;
        case model::MoneyNature::Invested:
            return S::NatureInvested;
        case model::MoneyNature::Disbursed:
            return S::NatureDisbursed;
        case model::MoneyNature::Saved:
            return S::NatureSaved;
    }
    throw base::Fault("a nature of money without a title");
}

S title_of(model::ReportState state) {
    switch (state) {
        case model::ReportState::Draft:
            return S::StateDraft;
        case model::ReportState::Submitted:
            return S::StateSubmitted;
        case model::ReportState::Issued:
            return S::StateIssued;
        case model::ReportState::Sent:
            return S::StateSent;
        case model::ReportState::Received:
            return S::StateReceived;
        case model::ReportState::Returned:
            return S::StateReturned;
        case model::ReportState::Consolidated:
            return S::StateConsolidated;
    }
    throw base::Fault("a state of a report without a title");
}

S title_of(model::PeriodKind kind) {
    switch (kind) {
        case model::PeriodKind::Week:
            return S::PeriodWeek;
        case model::PeriodKind::Month:
            return S::PeriodMonth;
        case model::PeriodKind::Quarter:
            return S::PeriodQuarter;
        case model::PeriodKind::HalfYear:
            return S::PeriodHalfYear;
        case model::PeriodKind::Year:
            return S::PeriodYear;
        case model::PeriodKind::Once:
            return S::PeriodOnce;
    }
    throw base::Fault("a kind of period without a title");
}

std::optional<S> audience_title(std::string_view part) {
    if (part == "text") return S::AudienceGeneral;
    if (part == "people") return S::AudiencePeople;
    if (part == "business") return S::AudienceBusiness;
    if (part == "government") return S::AudienceGovernment;
    return std::nullopt;
}

}  // namespace catalog
