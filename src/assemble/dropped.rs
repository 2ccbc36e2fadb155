//! The targets that a plan drops of the plan that it replaces, and why.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::catalogue::duplicate_id;
use super::row_names::RowNames;
use crate::compare::replaces;
use crate::content::{fields::At, records::DroppedRecord};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{
    Dropped, Evidence, PlanIndex, Portal, Statement, StatementIndex, StatementKind,
};

/// What the file of a plan calls dropped, with its file.
pub type DroppedIn = (PlanIndex, Arc<Source>, Vec<DroppedRecord>);

/// Gives the plans what they drop, and says where each entry is. What cannot be dropped is
/// reported.
pub fn add_dropped(
    portal: &mut Portal,
    dropped: Vec<DroppedIn>,
    names: &RowNames,
    report: &mut Report,
) -> BTreeMap<(PlanIndex, StatementIndex), Location> {
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
    said
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
            "nếu văn bản nói là thay thế, thêm quan hệ `kind: replaces` vào plan.yaml; nếu \
             không, xóa mục này: mục tiêu cũ vẫn có hiệu lực",
            "if the document says that it replaces it, add a relation `kind: replaces` to \
             plan.yaml; if not, delete this entry: the older target still stands",
        ),
    ))
}
