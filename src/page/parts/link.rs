//! Links and the lines of plans in lists.

use serde::Serialize;

use crate::address::{Page, Route, relative};
use crate::language::Language;
use crate::portal::{PlanIndex, PlanStatus, Portal};
use crate::wording::plan_name;

/// A plan in a list.
#[derive(Debug, Serialize)]
pub struct PlanLine<'portal> {
    pub href: String,
    pub name: String,
    pub title: &'portal str,
    pub place: &'portal str,
    pub date: String,
    pub iso_date: String,
    /// `draft`, `signed`, `superseded`.
    pub status: &'static str,
    pub statements: usize,
}

/// A link with its words.
#[derive(Debug, Serialize)]
pub struct Link<'portal> {
    pub name: &'portal str,
    pub href: String,
}

pub fn plan_line<'portal>(
    portal: &'portal Portal,
    plan: PlanIndex,
    statements: usize,
    language: Language,
    from: &str,
) -> PlanLine<'portal> {
    let href = relative(from, &Route::Page(language, Page::Plan(plan)).path(portal));
    let plan = portal.plan(plan);
    PlanLine {
        href,
        name: plan_name(plan, language),
        title: plan.title.get(language),
        place: portal.place(plan.place).name.get(language),
        date: plan.date.long(language),
        iso_date: plan.date.iso(),
        status: status_name(plan.status),
        statements,
    }
}

/// The name by which the theme's words and classes know a status.
pub fn status_name(status: PlanStatus) -> &'static str {
    match status {
        PlanStatus::Draft => "draft",
        PlanStatus::Signed => "signed",
        PlanStatus::Superseded => "superseded",
    }
}
