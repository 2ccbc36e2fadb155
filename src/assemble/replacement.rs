//! A plan that replaces another accounts for every target of it: the target is revised, or it is
//! dropped, and why.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::catalogue::duplicate_id;
use super::lineage::Related;
use super::row_names::RowNames;
use crate::compare::{Revisions, replaces, revisions};
use crate::content::{fields::At, records::DroppedRecord};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{
    Dropped, Evidence, PlaceIndex, Plan, PlanIndex, PlanStatus, Portal, RelationKind, Statement,
    StatementIndex, StatementKind,
};
use crate::wording::plan_name;

/// What the file of a plan calls dropped, with its file.
pub type DroppedIn = (PlanIndex, Arc<Source>, Vec<DroppedRecord>);

/// Gives the plans what they drop, and reports what is not accounted for and what is called dropped
/// and is not.
pub fn account(
    portal: &mut Portal,
    dropped: Vec<DroppedIn>,
    related: &[Vec<Related>],
    names: &RowNames,
    report: &mut Report,
) {
    let mut said: BTreeMap<(PlanIndex, StatementIndex), Location> = BTreeMap::new();
    for (plan, source, records) in dropped {
        for DroppedRecord { target, reason } in records {
            let Some(at) = names.find(&target, &source, report) else { continue };
            if let Some(wrong) = not_to_drop(portal, plan, at, &target, &source) {
                report.add(wrong);
                continue;
            }
            let location = target.location(&source);
            if let Some(first) = said.get(&(plan, at)) {
                report.add(duplicate_id(location, first.clone(), &target.value));
                continue;
            }
            said.insert((plan, at), location);
            portal.plans[plan.0].dropped.push(Dropped { target: at, reason });
        }
    }
    for step in replacements(portal) {
        report_still_there(portal, &step, &said, names, report);
        report_unaccounted(portal, &step, related, names, report);
    }
}

/// Each plan that replaces another one of its place, held against it.
fn replacements(portal: &Portal) -> Vec<Revisions> {
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

fn plan_of(statement: &Statement) -> Option<PlanIndex> {
    match statement.evidence {
        Evidence::Clause { plan, .. } => Some(plan),
        Evidence::Outside(_) => None,
    }
}

/// What keeps a row from being dropped by a plan at all.
fn not_to_drop(
    portal: &Portal,
    plan: PlanIndex,
    at: StatementIndex,
    named: &At<String>,
    source: &Arc<Source>,
) -> Option<Diagnostic> {
    let statement = portal.statement(at);
    let wrong = |message, cure| {
        Diagnostic::new(
            Code::DroppedDiffers,
            named.location(source),
            message,
            Localized::text("không bị bỏ", "not dropped"),
            cure,
        )
    };
    if statement.kind != StatementKind::Target {
        return Some(wrong(
            Localized::text(
                format!("`{}` không phải là mục tiêu", named.value),
                format!("`{}` is no target", named.value),
            ),
            Localized::text(
                "xóa mục này: chỉ mục tiêu mới cần nói là bỏ",
                "delete this entry: only targets are dropped",
            ),
        ));
    }
    if plan_of(statement).is_some_and(|older| replaces(portal.plan(plan), older)) {
        return None;
    }
    Some(wrong(
        Localized::text(
            format!("kế hoạch này không thay thế kế hoạch có `{}`", named.value),
            format!("this plan does not replace the plan that has `{}`", named.value),
        ),
        Localized::text(
            "nếu văn bản nói là thay thế, thêm quan hệ `kind: replaces` vào plan.yaml; nếu không, xóa mục này: mục tiêu cũ vẫn có hiệu lực",
            "if the document says that it replaces it, add a relation `kind: replaces` to plan.yaml; if not, delete this entry: the older target still stands",
        ),
    ))
}

/// What is called dropped, and the plan speaks of it nevertheless.
fn report_still_there(
    portal: &Portal,
    step: &Revisions,
    said: &BTreeMap<(PlanIndex, StatementIndex), Location>,
    names: &RowNames,
    report: &mut Report,
) {
    for revision in &step.revised {
        let Some(location) = said.get(&(step.newer, revision.older)) else { continue };
        let newer = &portal.statement(revision.newer).id;
        let mut diagnostic = Diagnostic::new(
            Code::DroppedDiffers,
            location.clone(),
            Localized::text(
                format!("mục tiêu này không bị bỏ: kế hoạch có `{newer}`"),
                format!("this target is not dropped: the plan has `{newer}`"),
            ),
            Localized::text("ghi là bỏ", "called dropped"),
            Localized::text(
                "xóa mục này; cổng tự nêu mục tiêu đã đổi ra sao",
                "delete this entry; the portal itself says how the target changed",
            ),
        );
        if let Some(place) = names.location(revision.newer) {
            diagnostic = diagnostic.with_related(
                place.clone(),
                Localized::text("mục tiêu trong kế hoạch này", "the target in this plan"),
            );
        }
        report.add(diagnostic);
    }
}

fn report_unaccounted(
    portal: &Portal,
    step: &Revisions,
    related: &[Vec<Related>],
    names: &RowNames,
    report: &mut Report,
) {
    let (newer, older) = (portal.plan(step.newer), portal.plan(step.older));
    let relations = newer.relations.iter().zip(&related[step.newer.0]);
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
                    "thêm mục tiêu ấy nếu văn bản có; nếu không, thêm vào targets.yaml: dropped: [{{target: {older_path}/{id}, reason: {{vi: ..., en: ...}}}}]"
                ),
                format!(
                    "add the target if the document has it; if not, add to targets.yaml: dropped: [{{target: {older_path}/{id}, reason: {{vi: ..., en: ...}}}}]"
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
