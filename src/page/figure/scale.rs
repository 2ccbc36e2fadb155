//! Which statements a chart can show on one scale.

use std::collections::{BTreeMap, BTreeSet};

use super::captioned::can_be_drawn;
use crate::chart;
use crate::compare::{Comparison, comparable, compare};
use crate::language::{Language, pick};
use crate::portal::{
    Measure, PlaceIndex, PlanStatus, Portal, Statement, StatementKind, cited, status,
};
use crate::wording::said;

/// One side of a comparison; the figure of a draft says so.
pub fn level(portal: &Portal, statement: &Statement, language: Language) -> Option<chart::Level> {
    let text = said(portal, statement, language);
    Some(chart::Level {
        value: statement.goal.value()?,
        high: statement.goal.high(),
        comparator: statement.goal.comparator(),
        text: if status(portal, statement) == PlanStatus::Draft {
            format!("{text} ({})", pick(language, "dự thảo", "draft"))
        } else {
            text
        },
    })
}

/// Of the statements the targets that can stand on one scale: for one time and measured against one
/// thing, those that most places have, and among as many the latest; and demanded in ways that can
/// be compared. A commune has fewer things than its province by its size alone, so counts of the
/// two are not mixed.
pub fn on_one_scale<'portal>(
    portal: &'portal Portal,
    statements: &[&'portal Statement],
) -> Vec<&'portal Statement> {
    let drawn: Vec<&Statement> = statements
        .iter()
        .copied()
        .filter(|statement| {
            statement.kind == StatementKind::Target && can_be_drawn(portal, statement)
        })
        .collect();
    let scale = |statement: &'portal Statement| {
        let by_size = matches!(&portal.indicator(statement.indicator).measure, Measure::Counted(unit) if unit.starts_with("count:"));
        let about = comparable(portal, statement);
        (
            about.time,
            about.subject.denominator,
            by_size && portal.place(statement.place).parent.is_some(),
        )
    };
    let mut places: BTreeMap<_, BTreeSet<PlaceIndex>> = BTreeMap::new();
    for &statement in &drawn {
        places.entry(scale(statement)).or_default().insert(statement.place);
    }
    let Some(most) = places
        .into_iter()
        .max_by_key(|(scale, places)| (places.len(), scale.clone()))
        .map(|(scale, _)| scale)
    else {
        return Vec::new();
    };
    let mut alike: Vec<&Statement> =
        drawn.into_iter().filter(|statement| scale(statement) == most).collect();
    if let Some(first) = alike.first().map(|first| (first.indicator, first.goal)) {
        alike.retain(|statement| {
            compare(portal.indicator(first.0).direction, statement.goal, first.1)
                != Comparison::Unlike
        });
    }
    alike
}

/// How many targets that could be drawn alone are not among those that are drawn together.
pub fn not_on_one_scale(portal: &Portal, statements: &[&Statement], shown: &[&Statement]) -> usize {
    let latest = latest_targets(portal, statements);
    latest
        .iter()
        .filter(|statement| !shown.iter().any(|shown| std::ptr::eq(*shown, **statement)))
        .count()
}

/// The targets that count now: of each subject at each place the one with the latest end, and of
/// those the one of the newest plan. Superseded plans count only where nothing else does. In the
/// order given.
pub fn latest_targets<'portal>(
    portal: &'portal Portal,
    statements: &[&'portal Statement],
) -> Vec<&'portal Statement> {
    let rank = |statement: &Statement| {
        let plan = cited(statement).map(|(plan, _)| portal.plan(plan));
        let in_force = status(portal, statement) != PlanStatus::Superseded;
        (in_force, statement.period.end(), plan.map(|plan| plan.date))
    };
    let subject = |statement: &'portal Statement| (statement.place, portal.subject(statement));
    let drawn = || {
        statements.iter().copied().filter(|statement| {
            statement.kind == StatementKind::Target && can_be_drawn(portal, statement)
        })
    };
    let mut best = BTreeMap::new();
    for statement in drawn() {
        let known = best.entry(subject(statement)).or_insert_with(|| rank(statement));
        *known = rank(statement).max(*known);
    }
    drawn().filter(|statement| best.get(&subject(statement)) == Some(&rank(statement))).collect()
}
