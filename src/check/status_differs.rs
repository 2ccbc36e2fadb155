//! A replaced plan that does not call itself superseded.

use super::examples::{REPLACED_PLAN, SUPERSEDED};
use super::relation_cycle::relations_in_circles;
use super::relation_place::is_of_another_place;
use super::rule::Rule;
use crate::assemble::{Assembled, Related};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::language::Localized;
use crate::portal::{Plan, PlanStatus, Relation, RelationKind};
use crate::wording::plan_name;

pub const RULE: Rule = Rule {
    codes: &[Code::StatusDiffers],
    what: Localized {
        vi: "Kế hoạch đã bị thay thế ghi `status: superseded`.",
        en: "A plan that has been replaced says `status: superseded`.",
    },
    why: Localized {
        vi: "Nếu không, cổng vẫn hỏi về các mục tiêu cũ như thể chúng còn hiệu lực.",
        en: "Otherwise the portal goes on asking about the old targets as if they were in force.",
    },
    given: &[REPLACED_PLAN],
    bad: &[("provinces/tinh-mau/plans/7-2021/plan.yaml", "status: signed\n")],
    good: SUPERSEDED,
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    let plans = &assembled.portal.plans;
    let in_circles = relations_in_circles(plans);
    for (at, (plan, origin)) in plans.iter().zip(&assembled.origins.plans).enumerate() {
        for (number, (relation, related)) in
            plan.relations.iter().zip(&origin.relations).enumerate()
        {
            // One relation of a circle is wrong: which plan is replaced is known when it is mended.
            let is_asked = relation.note.is_none()
                && !is_of_another_place(plan, relation, plans)
                && !in_circles.contains(&(at, number));
            if is_asked {
                report_status(plan, relation, plans, related, report);
            }
        }
    }
}

fn report_status(
    plan: &Plan,
    relation: &Relation,
    plans: &[Plan],
    related: &Related,
    report: &mut Report,
) {
    let Some(older) = relation
        .plan
        .map(|older| &plans[older.0])
        .filter(|_| relation.kind == RelationKind::Replaces)
    else {
        return;
    };
    if plan.status == PlanStatus::Draft || older.status == PlanStatus::Superseded {
        return;
    }
    let name = Localized::from_fn(|language| plan_name(older, language));
    report.add(Diagnostic::new(
        Code::StatusDiffers,
        related.location(),
        Localized::text(
            format!("{} bị thay thế ở đây mà chưa ghi là đã được thay thế", name.vi),
            format!("{} is replaced here and does not call itself superseded", name.en),
        ),
        Localized::text("quan hệ này", "this relation"),
        Localized::text(
            "ghi `status: superseded` trong plan.yaml của kế hoạch ấy; nếu chỉ thay thế một \
             phần, thêm note: {vi: ..., en: ...} vào quan hệ này",
            "write `status: superseded` in that plan's plan.yaml; if only a part is replaced, \
             add note: {vi: ..., en: ...} to this relation",
        ),
    ));
}
