//! What a newer plan says of each target of an indicator at a place.

use std::collections::BTreeMap;

use serde::Serialize;

use super::between_plans::between_plans;
use crate::address::{Page, Route, relative, statement_href};
use crate::compare::Change;
use crate::index::PortalIndex;
use crate::language::Language;
use crate::portal::{PlanIndex, PlanStatus, Portal, StatementIndex};
use crate::wording::{dated_name, period};

/// What a newer plan says of a target.
#[derive(Debug, Serialize)]
pub struct Newer<'portal> {
    /// With its date, in a sentence.
    pub plan: String,
    /// The target there; where the target is dropped, the plan.
    pub href: String,
    /// Empty where the target is dropped.
    pub value: String,
    /// The period, where it is another one.
    pub period: Option<String>,
    /// Whether it says the same.
    pub kept: bool,
    /// Why it is dropped, if it is.
    pub dropped: Option<&'portal str>,
    /// Whether that plan is a draft, and whether it says that it replaces the older one.
    pub draft: bool,
    pub replaces: bool,
}

/// For each statement of one indicator at one place that a newer plan speaks of, what that plan
/// says.
pub fn newer<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    positions: &[StatementIndex],
    language: Language,
    path: &str,
) -> BTreeMap<StatementIndex, Newer<'portal>> {
    let mut said = BTreeMap::new();
    let of_plan = |plan: PlanIndex, replaces: bool| {
        let plan = portal.plan(plan);
        (dated_name(plan, language), plan.status == PlanStatus::Draft, replaces)
    };
    for step in between_plans(portal, positions) {
        for revision in step.revised {
            let [older, newer] = [revision.older, revision.newer].map(|at| portal.statement(at));
            let (plan, draft, replaces) = of_plan(step.newer, step.replaces);
            let newer = Newer {
                plan,
                href: statement_href(portal, newer, language, path),
                value: crate::wording::said(portal, newer, language),
                period: (!older.period.is_same_time(newer.period))
                    .then(|| period(newer.period, language)),
                kept: revision.change == Change::Kept,
                dropped: None,
                draft,
                replaces,
            };
            said.insert(revision.older, newer);
        }
    }
    // A plan that drops a target may say nothing else of its indicator.
    for &position in positions {
        let Some((at, dropped)) = index.dropped_by(portal, position) else { continue };
        let (plan, draft, replaces) = of_plan(at, true);
        let href = relative(path, &Route::Page(language, Page::Plan(at)).path(portal));
        let reason = Some(dropped.reason.get(language).as_str());
        said.insert(
            position,
            Newer {
                plan,
                href,
                value: String::new(),
                period: None,
                kept: false,
                dropped: reason,
                draft,
                replaces,
            },
        );
    }
    said
}
