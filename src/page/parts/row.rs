//! A statement as a line of a table, and a plan as a line of a list: the same on every page.

use serde::Serialize;

use super::progress::{Standing, standing};
use crate::address::{Page, Route, relative, statement_href};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::html::markup::safe_address;
use crate::portal::{Evidence, PlanStatus, Portal, Statement, status};
use crate::wording::{breakdown, clause_name, period, plan_name, value};

/// A statement in a table.
#[derive(Debug, Serialize)]
pub struct Row<'portal> {
    /// The statement's card on the page of its indicator at its place.
    pub href: String,
    pub indicator: &'portal str,
    pub place: &'portal str,
    pub place_href: String,
    /// Empty for the whole.
    pub breakdown: String,
    pub value: String,
    /// Empty where the plan names none.
    pub period: String,
    /// `target`, `baseline`, `result`, `deadline`, `aim`.
    pub kind: &'static str,
    pub draft: bool,
    pub superseded: bool,
    pub source: Source<'portal>,
    pub note: Option<&'portal str>,
    pub series_break: bool,
    /// Whether its source can hardly be read.
    pub uncertain: bool,
    /// How an editor reads its sentence, where the program does not.
    pub reading: Option<&'portal str>,
    pub conflict: bool,
    /// None for what reports.
    pub standing: Option<Standing>,
}

/// What rows are grouped by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum By {
    Indicator,
    Place,
}

/// Rows about the same thing, which is named once.
#[derive(Debug, Serialize)]
pub struct Group<'portal> {
    /// The indicator, or the place.
    pub name: &'portal str,
    /// The province that a commune lies in, where places of all levels stand together.
    pub within: Option<&'portal str>,
    /// The page of the indicator at the place.
    pub href: String,
    pub rows: Vec<Row<'portal>>,
    /// How many lines of a table they take: one each, and one for each note and for each reading of
    /// an editor.
    pub lines: usize,
}

/// Where a statement comes from.
#[derive(Debug, Serialize)]
pub struct Source<'portal> {
    /// The plan, or the report outside the plans.
    pub name: String,
    /// The plan's number alone where it has one: `243/KH-UBND`.
    pub short: String,
    pub href: Option<String>,
    /// Empty for a report outside the plans.
    pub clause: String,
    pub clause_href: String,
    /// The title of a plan.
    pub title: &'portal str,
}

pub fn row<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    statement: &'portal Statement,
    language: Language,
    from: &str,
) -> Row<'portal> {
    let indicator = portal.indicator(statement.indicator);
    let place = portal.place(statement.place);
    let to = |page: Page| relative(from, &Route::Page(language, page).path(portal));
    let status = status(portal, statement);
    Row {
        href: statement_href(portal, statement, language, from),
        indicator: indicator.name.get(language),
        place: place.name.get(language),
        place_href: to(Page::Place(statement.place)),
        breakdown: breakdown(portal, &statement.breakdown, language),
        value: value(portal, statement, language),
        period: period(statement.period, language),
        kind: statement.kind.name(),
        draft: status == PlanStatus::Draft,
        superseded: status == PlanStatus::Superseded,
        source: source(portal, statement, language, from),
        note: statement.note.as_ref().map(|note| note.get(language).as_str()),
        series_break: statement.series_break,
        uncertain: statement.uncertain,
        reading: statement.reading().map(|reading| reading.get(language).as_str()),
        conflict: index.contradicted_by(portal, statement).is_some(),
        standing: index
            .assessment_of(portal, statement)
            .map(|assessment| standing(portal, assessment)),
    }
}

/// Statements in groups: those that follow each other and are about the same thing.
pub fn groups<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    statements: &[&'portal Statement],
    by: By,
    language: Language,
    from: &str,
) -> Vec<Group<'portal>> {
    statements
        .chunk_by(|left, right| match by {
            By::Indicator => left.indicator == right.indicator,
            By::Place => left.place == right.place,
        })
        .filter_map(|alike| Some((alike.first()?, alike)))
        .map(|(first, alike)| Group {
            name: match by {
                By::Indicator => portal.indicator(first.indicator).name.get(language),
                By::Place => portal.place(first.place).name.get(language),
            },
            within: (by == By::Place)
                .then(|| portal.place(first.place).parent)
                .flatten()
                .map(|parent| portal.place(parent).name.get(language).as_str()),
            href: relative(
                from,
                &Route::Page(language, Page::IndicatorAtPlace(first.indicator, first.place))
                    .path(portal),
            ),
            lines: alike
                .iter()
                .map(|statement| {
                    1 + usize::from(statement.note.is_some())
                        + usize::from(statement.reading().is_some())
                })
                .sum(),
            rows: alike
                .iter()
                .map(|statement| row(portal, index, statement, language, from))
                .collect(),
        })
        .collect()
}

pub fn source<'portal>(
    portal: &'portal Portal,
    statement: &'portal Statement,
    language: Language,
    from: &str,
) -> Source<'portal> {
    match &statement.evidence {
        &Evidence::Clause { plan: index, unit, .. } => {
            let plan = portal.plan(index);
            let page = Route::Page(language, Page::Plan(index)).path(portal);
            let href = relative(from, &page);
            let anchor =
                plan.text.get(language).units.get(unit.0).map_or("", |unit| unit.anchor.as_str());
            let clause_href =
                if page == from { format!("#{anchor}") } else { format!("{href}#{anchor}") };
            Source {
                name: plan_name(plan, language),
                short: plan.number.clone().unwrap_or_else(|| plan_name(plan, language)),
                clause: clause_name(plan, unit, language),
                clause_href,
                href: Some(href),
                title: plan.title.get(language),
            }
        }
        Evidence::Outside(report) => Source {
            name: report.title.get(language).clone(),
            short: report.title.get(language).clone(),
            href: report.url.as_deref().and_then(safe_address).map(str::to_owned),
            clause: String::new(),
            clause_href: String::new(),
            title: "",
        },
    }
}

#[cfg(test)]
impl Row<'_> {
    /// Whether the row cites the unit with this anchor.
    pub fn clause_is(&self, anchor: &str) -> bool {
        self.source.clause_href.ends_with(&format!("#{anchor}"))
    }
}
