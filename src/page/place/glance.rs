//! A place at one glance: what it promises now, indicator by indicator, each with its value in
//! words and a strip that shows how far it is.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::address::{Page, Route, relative, statement_href};
use crate::chart::{self, Strip};
use crate::index::PortalIndex;
use crate::language::{Language, date::Date};
use crate::page::figure::captioned::{can_be_drawn, mark_kind};
use crate::page::parts::progress::{Standing, standing};
use crate::portal::{
    Goal, Measure, PlanStatus, Portal, Statement, StatementKind, Subject, cited, status,
};
use crate::wording::{breakdown, period, said, value};

/// An indicator at the place.
#[derive(Debug, Serialize)]
pub struct Cell<'portal> {
    pub name: &'portal str,
    pub href: String,
    pub lines: Vec<Line>,
}

/// What is promised now: for the whole, or for one breakdown.
#[derive(Debug, Serialize)]
pub struct Line {
    /// Empty for the whole.
    pub breakdown: String,
    pub value: String,
    pub href: String,
    /// Empty where the plan names none.
    pub period: String,
    /// `target`, `deadline`; `aim` where nothing is promised, `baseline` or `result` where nothing
    /// is wanted.
    pub kind: &'static str,
    pub draft: bool,
    /// Whether its source can hardly be read.
    pub uncertain: bool,
    /// How an editor reads its sentence, where the program does not.
    pub reading: Option<String>,
    /// What was last reported, or where the plan sets out.
    pub known: Option<Known>,
    /// The drawing, as HTML; none where the goal has no scale.
    pub strip: Option<String>,
    /// None for what reports.
    pub standing: Option<Standing>,
}

#[derive(Debug, Serialize)]
pub struct Known {
    /// `baseline`, `result`.
    pub kind: &'static str,
    pub value: String,
    pub period: String,
    /// Whether its series ends before the goal's begins.
    pub broken: bool,
}

/// The cells of statements that stand indicator by indicator.
pub fn cells<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    statements: &[&'portal Statement],
    language: Language,
    path: &str,
) -> Vec<Cell<'portal>> {
    statements
        .chunk_by(|left, right| left.indicator == right.indicator)
        .filter_map(|alike| {
            let first = alike.first()?;
            Some(Cell {
                name: portal.indicator(first.indicator).name.get(language),
                href: relative(
                    path,
                    &Route::Page(language, Page::IndicatorAtPlace(first.indicator, first.place))
                        .path(portal),
                ),
                lines: lines(portal, index, alike, language, path),
            })
        })
        .collect()
}

fn lines(
    portal: &Portal,
    index: &PortalIndex,
    alike: &[&Statement],
    language: Language,
    path: &str,
) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let standing: Vec<&Statement> =
        alike.iter().copied().filter(|statement| statement.replaced_by.is_none()).collect();
    for statement in current(portal, &standing) {
        let line = line(portal, index, alike, statement, language, path);
        // A plan may say the same thing in two places.
        if !lines.iter().any(|other| {
            (&other.breakdown, &other.value, &other.period)
                == (&line.breakdown, &line.value, &line.period)
        }) {
            lines.push(line);
        }
    }
    lines
}

/// What counts now: of each breakdown and denominator the promises with the latest end in the
/// newest plan, or else its aims, or the latest report where nothing is wanted. Superseded plans
/// count only where nothing else does.
fn current<'portal>(
    portal: &'portal Portal,
    alike: &[&'portal Statement],
) -> Vec<&'portal Statement> {
    let rank = |statement: &Statement| -> (bool, bool, bool, Option<Date>, Option<Date>) {
        let plan = cited(statement).map(|(plan, _)| portal.plan(plan).date);
        let (stands, kind) = (status(portal, statement) != PlanStatus::Superseded, statement.kind);
        (stands, kind.is_promise(), kind.is_wanted(), statement.period.end(), plan)
    };
    let subject =
        |statement: &'portal Statement| (portal.subject(statement), is_level(portal, statement));
    let mut best = BTreeMap::new();
    for &statement in alike {
        let known = best.entry(subject(statement)).or_insert_with(|| rank(statement));
        *known = rank(statement).max(*known);
    }
    let wanted: Vec<&Subject> =
        best.iter().filter(|(_, rank)| rank.2).map(|((subject, _), _)| subject).collect();
    let mut current: Vec<&Statement> = alike
        .iter()
        .copied()
        .filter(|statement| best.get(&subject(statement)) == Some(&rank(statement)))
        // A report says nothing of its own where the same is wanted in another way.
        .filter(|statement| {
            statement.kind.is_wanted() || !wanted.contains(&&portal.subject(statement))
        })
        .collect();
    current.sort_by_key(|statement| &statement.breakdown);
    current
}

/// A level and a change (`increase by 3`) are promises beside each other.
fn is_level(portal: &Portal, statement: &Statement) -> bool {
    can_be_drawn(portal, statement)
}

fn line(
    portal: &Portal,
    index: &PortalIndex,
    alike: &[&Statement],
    statement: &Statement,
    language: Language,
    path: &str,
) -> Line {
    let measure = &portal.indicator(statement.indicator).measure;
    let is_target = statement.kind == StatementKind::Target;
    let known = if is_target { known(portal, alike, statement) } else { None };
    let broken = known.is_some_and(|known| is_broken(portal, alike, known, statement));
    // What is of another series has no place on the scale of the goal: 106 communes before a merger
    // are no 106 of 38.
    let comparable = known.filter(|_| !broken);
    let strip = statement.goal.value().filter(|_| {
        is_target
            && can_be_drawn(portal, statement)
            && (*measure == Measure::Percent || comparable.is_some())
    });
    Line {
        breakdown: breakdown(portal, &statement.breakdown, language),
        value: value(portal, statement, language),
        href: statement_href(portal, statement, language, path),
        period: period(statement.period, language),
        kind: statement.kind.name(),
        draft: status(portal, statement) == PlanStatus::Draft,
        uncertain: statement.uncertain,
        reading: statement.reading().map(|reading| reading.get(language).clone()),
        strip: strip.map(|value| {
            chart::strip(&Strip {
                goal: value,
                high: statement.goal.high(),
                comparator: statement.goal.comparator(),
                known: comparable
                    .and_then(|known| Some((known.goal.value()?, mark_kind(known.kind)))),
                percent: *measure == Measure::Percent,
            })
        }),
        known: known.map(|known| Known {
            kind: known.kind.name(),
            value: said(portal, known, language),
            period: period(known.period, language),
            broken,
        }),
        standing: index
            .assessment_of(portal, statement)
            .map(|assessment| standing(portal, assessment)),
    }
}

/// The latest result on the same thing, else the latest baseline before the end of the goal's
/// period.
fn known<'portal>(
    portal: &Portal,
    alike: &[&'portal Statement],
    target: &Statement,
) -> Option<&'portal Statement> {
    let reports = alike.iter().copied().filter(|statement| {
        let is_report = statement.kind == StatementKind::Result
            || statement.kind == StatementKind::Baseline
                && statement.period.end() <= target.period.end();
        let same = portal.subject(statement) == portal.subject(target);
        is_report
            && same
            && can_be_drawn(portal, statement)
            && can_be_drawn(portal, target)
            && matches!(statement.goal, Goal::Value { .. })
    });
    reports
        .max_by_key(|statement| (statement.kind == StatementKind::Result, statement.period.end()))
}

/// Whether the series is broken between a report and the goal.
fn is_broken(portal: &Portal, alike: &[&Statement], known: &Statement, target: &Statement) -> bool {
    let between = |statement: &&&Statement| {
        portal.subject(statement) == portal.subject(target)
            && known.period.end() < statement.period.end()
            && statement.period.end() <= target.period.end()
    };
    alike.iter().filter(between).any(|statement| statement.series_break)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::{Comparator, PlaceIndex, sample};

    fn of_lang_son(portal: &Portal) -> Vec<Cell<'_>> {
        let mut statements: Vec<&Statement> =
            portal.statements.iter().filter(|statement| statement.place == PlaceIndex(0)).collect();
        statements.sort_by_key(|statement| statement.indicator);
        cells(
            portal,
            &PortalIndex::new(portal),
            &statements,
            Language::Vi,
            "vi/dia-phuong/lang-son.html",
        )
    }

    #[test]
    fn of_several_plans_the_latest_promise_is_shown_with_what_is_known() {
        let portal = sample::portal();
        let cells = of_lang_son(&portal);
        let nursery = &cells[0];
        assert_eq!(nursery.href, "lang-son/chi-tieu/nursery-enrolment.html");
        assert_eq!(nursery.lines.len(), 1);
        let line = &nursery.lines[0];
        assert_eq!(
            (line.value.as_str(), line.period.as_str(), line.kind),
            ("48,5%", "2030", "target")
        );
        let known = line.known.as_ref().expect("a report");
        assert_eq!(
            (known.kind, known.value.as_str(), known.period.as_str()),
            ("result", "41%", "năm học 2024–2025")
        );
        assert!(
            line.strip.as_ref().is_some_and(
                |strip| strip.contains("class=\"result\"") && strip.contains("required")
            )
        );
    }

    #[test]
    fn each_breakdown_has_its_line_and_what_is_no_level_has_words_only() {
        let portal = sample::portal();
        let cells = of_lang_son(&portal);
        let completion = cells.iter().find(|cell| cell.lines.len() > 1).expect("a split indicator");
        assert!(
            completion.lines.iter().all(|line| !line.breakdown.is_empty() && line.strip.is_some())
        );
        let changes = cells
            .iter()
            .flat_map(|cell| &cell.lines)
            .find(|line| line.value.contains("tăng"))
            .expect("a change");
        assert!(changes.strip.is_none());
    }

    #[test]
    fn no_way_is_drawn_over_a_break_in_the_series() {
        let mut portal = sample::portal();
        let at = portal
            .statements
            .iter()
            .position(|statement| statement.id == "nursery-enrolment-2030")
            .expect("one");
        portal.statements[at].series_break = true;
        portal.statements[at].goal =
            Goal::Value { comparator: Comparator::AtLeast, value: 50.into() };
        let cells = of_lang_son(&portal);
        let line = &cells[0].lines[0];
        assert!(
            line.known.as_ref().is_some_and(|known| known.broken),
            "what was reported is said, and that it cannot be compared"
        );
        assert!(
            line.strip.as_ref().is_some_and(
                |strip| !strip.contains("required") && !strip.contains("class=\"result\"")
            ),
            "and stands on no scale of the goal"
        );
    }

    #[test]
    fn a_count_of_another_series_leaves_no_scale_at_all() {
        let mut portal = sample::portal();
        portal.indicators[0].measure = Measure::Counted("count:school".to_owned());
        let strip_of = |portal: &Portal| of_lang_son(portal)[0].lines[0].strip.is_some();
        assert!(strip_of(&portal));
        let at = portal
            .statements
            .iter()
            .position(|statement| statement.id == "nursery-enrolment-2030")
            .expect("one");
        portal.statements[at].series_break = true;
        assert!(!strip_of(&portal));
    }
}
