//! A plan that replaces the plan of another place.

use super::rule::Rule;
use crate::assemble::{Assembled, Related};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::language::Localized;
use crate::portal::{Plan, Relation, RelationKind};

pub const RULE: Rule = Rule {
    codes: &[Code::RelationPlace],
    what: Localized {
        vi: "Một kế hoạch chỉ thay thế kế hoạch của chính địa phương mình.",
        en: "A plan replaces only plans of its own place.",
    },
    why: Localized {
        vi: "Mục tiêu là của một địa phương: kế hoạch của xã cụ thể hóa kế hoạch của tỉnh chứ \
             không thay thế nó.",
        en: "Targets belong to a place: the plan of a commune carries out the plan of its \
             province and does not replace it.",
    },
    given: &[],
    bad: &[("provinces/tinh-mau/communes/xa-mau/plans/2-2025/plan.yaml", "  - {kind: replaces, vi: Kế hoạch số 1/KH-UBND, en: Plan No. 1/KH-UBND, plan: tinh-mau/1-2025}
")],
    good: &[("provinces/tinh-mau/communes/xa-mau/plans/2-2025/plan.yaml", "  - {kind: based_on, vi: Kế hoạch số 1/KH-UBND, en: Plan No. 1/KH-UBND, plan: tinh-mau/1-2025}
")],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    let plans = &assembled.portal.plans;
    for (plan, origin) in plans.iter().zip(&assembled.origins.plans) {
        for (relation, related) in plan.relations.iter().zip(&origin.relations) {
            if relation.note.is_none() && is_of_another_place(plan, relation, plans) {
                report.add(replaces_elsewhere(related));
            }
        }
    }
}

/// Whether a relation replaces the plan of another place.
pub fn is_of_another_place(plan: &Plan, relation: &Relation, plans: &[Plan]) -> bool {
    relation.kind == RelationKind::Replaces
        && relation.plan.is_some_and(|other| plans[other.0].place != plan.place)
}

/// Targets are of a place: nothing could be accounted for, and most often another relation is
/// meant.
fn replaces_elsewhere(related: &Related) -> Diagnostic {
    Diagnostic::new(
        Code::RelationPlace,
        related.location(),
        Localized::text(
            "kế hoạch này thay thế kế hoạch của một địa phương khác",
            "this plan replaces the plan of another place",
        ),
        Localized::text("quan hệ này", "this relation"),
        Localized::text(
            "cụ thể hóa kế hoạch của cấp trên thì viết `kind: implements`; nếu đúng là thay thế \
             (như khi sáp nhập), thêm note: {vi: ..., en: ...} vào quan hệ này",
            "what carries out the plan of a higher level is `kind: implements`; if it does \
             replace it (as after a merger), add note: {vi: ..., en: ...} to this relation",
        ),
    )
}
