#include "ui/row_badge.hpp"

namespace ui {

using i18n::S;

RowBadge badge_of(RowStatus status) {
    switch (status) {
        case RowStatus::NotEntered:
            return {S::BadgeNotEntered, S::StatusNotEntered, Tone::Quiet};
        case RowStatus::Partial:
            return {S::BadgePartial, S::StatusPartial, Tone::Caution};
        case RowStatus::Complete:
            return {S::BadgeComplete, S::StatusComplete, Tone::Good};
        case RowStatus::Dash:
            return {S::BadgeDash, S::StatusDash, Tone::Neutral};
        case RowStatus::NotAssigned:
            return {S::BadgeNotAssigned, S::StatusNotAssigned, Tone::Neutral};
        case RowStatus::NotArising:
            return {S::BadgeNotArising, S::StatusNotArising, Tone::Neutral};
        case RowStatus::NotDeployed:
            return {S::BadgeNotDeployed, S::StatusNotDeployed, Tone::Neutral};
        case RowStatus::HandedOver:
            return {S::BadgeHandedOver, S::StatusHandedOver, Tone::Accent};
    }
    return {S::BadgeNotEntered, S::StatusNotEntered, Tone::Quiet};
}

}  // namespace ui
