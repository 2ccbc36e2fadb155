//! A target of a replaced plan that the new plan does not account for.

use std::collections::{BTreeMap, BTreeSet};

use super::examples::{REPLACED_PLAN, SUPERSEDED};
use super::rule::Rule;
use crate::assemble::Assembled;
use crate::compare::{Revisions, revisions};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::language::Localized;
use crate::portal::{
    PlaceIndex, Plan, PlanIndex, PlanStatus, Portal, RelationKind, StatementIndex,
};
use crate::wording::plan_name;

pub const RULE: Rule = Rule {
    codes: &[Code::UnaccountedTarget],
    what: Localized {
        vi: "Kế hoạch mới nói về mọi mục tiêu của kế hoạch mà nó thay thế: giữ, đổi hoặc bỏ.",
        en: "A plan speaks of every target of the plan that it replaces: kept, changed or dropped.",
    },
    why: Localized {
        vi: "Mục tiêu không được lặng lẽ biến mất khi kế hoạch được thay.",
        en: "A target must not disappear silently when its plan is replaced.",
    },
    given: &[
        REPLACED_PLAN,
        SUPERSEDED,
        &[
            (
                "provinces/tinh-mau/plans/7-2021/plan.vi.md",
                "- Trường đạt chuẩn quốc gia đạt 70%.\n",
            ),
            (
                "provinces/tinh-mau/plans/7-2021/plan.en.md",
                "- Schools meeting the national standard reach 70%.\n",
            ),
            (
                "provinces/tinh-mau/plans/7-2021/targets.yaml",
                r#"  - indicator: national-standard-schools
    period: 2025
    goal: 70
    clause: i-b2
    quote:
      vi: "Trường đạt chuẩn quốc gia đạt 70%"
      en: "Schools meeting the national standard reach 70%"
"#,
            ),
        ],
    ],
    bad: &[],
    good: &[(
        "provinces/tinh-mau/plans/1-2025/targets.yaml",
        "dropped:
  - target: tinh-mau/7-2021/national-standard-schools-2025
    reason: {vi: Đã hoàn thành., en: It has been reached.}
",
    )],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    for step in replacements(&assembled.portal) {
        report_unaccounted(assembled, &step, report);
    }
}

/// Each plan that replaces another one of its place, held against it.
pub fn replacements(portal: &Portal) -> Vec<Revisions> {
    let replaces_any = |plan: &Plan| {
        plan.relations
            .iter()
            .any(|relation| relation.kind == RelationKind::Replaces && relation.plan.is_some())
    };
    let places: BTreeSet<PlaceIndex> =
        portal.plans.iter().filter(|plan| replaces_any(plan)).map(|plan| plan.place).collect();
    let mut plans: BTreeMap<PlaceIndex, Vec<PlanIndex>> = BTreeMap::new();
    for (at, plan) in
        portal.plans.iter().enumerate().filter(|(_, plan)| places.contains(&plan.place))
    {
        plans.entry(plan.place).or_default().push(PlanIndex(at));
    }
    let mut statements: BTreeMap<PlaceIndex, Vec<StatementIndex>> = BTreeMap::new();
    for (at, statement) in portal
        .statements
        .iter()
        .enumerate()
        .filter(|(_, statement)| places.contains(&statement.place))
    {
        statements.entry(statement.place).or_default().push(StatementIndex(at));
    }
    let steps = plans.iter().flat_map(|(place, plans)| {
        revisions(portal, plans, statements.get(place).map_or(&[][..], Vec::as_slice))
    });
    steps.filter(|step| step.replaces).collect()
}

fn report_unaccounted(assembled: &Assembled, step: &Revisions, report: &mut Report) {
    let (portal, names) = (&assembled.portal, &assembled.origins.rows);
    let (newer, older) = (portal.plan(step.newer), portal.plan(step.older));
    let relations = newer.relations.iter().zip(&assembled.origins.plans[step.newer.0].relations);
    let Some((relation, place)) = relations.into_iter().find(|(relation, _)| {
        relation.kind == RelationKind::Replaces && relation.plan == Some(step.older)
    }) else {
        return;
    };
    // Where a note says that only a part is replaced, the rest still stands.
    if relation.note.is_some() && older.status != PlanStatus::Superseded {
        return;
    }
    let (name, older_path) = (
        Localized::from_fn(|language| plan_name(older, language)),
        format!("{}/{}", portal.place_path(older.place), older.slug),
    );
    for &target in &step.not_repeated {
        let id = &portal.statement(target).id;
        let mut diagnostic = Diagnostic::new(
            Code::UnaccountedTarget,
            place.location(),
            Localized::text(
                format!("kế hoạch này thay thế {} mà không nói gì về mục tiêu `{id}`", name.vi),
                format!("this plan replaces {} and says nothing of its target `{id}`", name.en),
            ),
            Localized::text("quan hệ này", "this relation"),
            Localized::text(
                format!(
                    "thêm mục tiêu ấy nếu văn bản có; nếu không, thêm vào targets.yaml: \
                     dropped: [{{target: {older_path}/{id}, reason: {{vi: ..., en: ...}}}}]"
                ),
                format!(
                    "add the target if the document has it; if not, add to targets.yaml: \
                     dropped: [{{target: {older_path}/{id}, reason: {{vi: ..., en: ...}}}}]"
                ),
            ),
        );
        if let Some(place) = names.location(target) {
            diagnostic = diagnostic.with_related(
                place.clone(),
                Localized::text("mục tiêu của kế hoạch cũ", "the older target"),
            );
        }
        report.add(diagnostic);
    }
}
