//! What a newer plan of a place changed against an earlier one: target by target.
//!
//! Targets of one subject are held against each other by the year in which they end. What has no
//! twin for its year is looked for in another year: the same demand was postponed or brought
//! forward; another demand for another year is a step of its own, and never called a raise or a
//! cut. Both plans may stand. Nothing is called superseded here, and a target is dropped only where
//! the newer plan's own author says so.

use std::collections::{BTreeMap, BTreeSet};

use super::demand::{Comparison, compare, is_change};
use super::{Comparable, Time, comparable, is_for_one_span, replaces};
use crate::language::date::Date;
use crate::portal::{
    Comparator, Evidence, Goal, IndicatorIndex, Measure, PlanIndex, Portal, RelationKind,
    Statement, StatementIndex, StatementKind, Subject,
};
use crate::status::is_met;

/// What became of a target. What changed comes before what was kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// More is demanded by the same year.
    Raised,
    /// Less is demanded by the same year.
    Lowered,
    /// The same number for the same year with another comparator: how the new demand stands to the
    /// old one.
    ComparatorOnly(Comparison),
    /// The same demand for a later year.
    Postponed,
    /// The same demand for an earlier year.
    Advanced,
    /// Less, and later.
    LaterAndLess,
    /// More, and sooner.
    SoonerAndMore,
    /// More, for a later year: a further step on the way.
    Further,
    /// Less, for an earlier year: a step before the older one.
    Nearer,
    /// What was to be reached is to be kept up, to a later year.
    CarriedOn,
    /// Both plans speak of it, in ways that cannot be compared.
    Unlike,
    Kept,
}

impl Change {
    /// Whether both plans speak of the same year.
    pub fn is_for_one_year(self) -> bool {
        matches!(self, Change::Raised | Change::Lowered | Change::ComparatorOnly(_) | Change::Kept)
    }
}

/// A target in two plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    pub older: StatementIndex,
    pub newer: StatementIndex,
    pub change: Change,
}

/// A plan against an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revisions {
    pub older: PlanIndex,
    pub newer: PlanIndex,
    /// Whether the newer plan says that it replaces the older one.
    pub replaces: bool,
    /// How many earlier plans stand before this one among those that the newer plan is held
    /// against.
    pub number: usize,
    pub revised: Vec<Revision>,
    /// What the newer plan's author says that it drops.
    pub dropped: Vec<StatementIndex>,
    /// What only the newer plan promises, for years for which the older one has targets too.
    pub added: Vec<StatementIndex>,
    /// What only the older plan promises and nobody calls dropped: for years for which the newer
    /// one has targets too, or for any year where the newer plan takes its place.
    pub not_repeated: Vec<StatementIndex>,
}

/// The plans of a place in the order of their dates, each against those that it replaces, or else
/// against the latest earlier one that speaks of an indicator that it has too. `statements` are
/// those of the place, or of one indicator at it.
pub fn revisions(
    portal: &Portal,
    plans: &[PlanIndex],
    statements: &[StatementIndex],
) -> Vec<Revisions> {
    let mut in_order = plans.to_vec();
    in_order.sort_by_key(|&plan| (portal.plan(plan).date, plan));
    let mut targets: BTreeMap<PlanIndex, Targets> =
        in_order.iter().map(|&plan| (plan, Targets::new())).collect();
    for &position in statements {
        let statement = portal.statement(position);
        if let (Evidence::Clause { plan, .. }, StatementKind::Target) =
            (&statement.evidence, statement.kind)
            && let Some(targets) = targets.get_mut(plan)
        {
            // Of what a plan says twice, the first.
            targets.entry(comparable(portal, statement)).or_insert(position);
        }
    }
    let reports = reports(portal, statements);
    let mut latest: BTreeMap<IndicatorIndex, usize> = BTreeMap::new();
    let mut found = Vec::new();
    for (at, &newer) in in_order.iter().enumerate() {
        let after = &targets[&newer];
        let indicators: BTreeSet<IndicatorIndex> =
            after.keys().map(|about| about.subject.indicator).collect();
        let replaced = portal
            .plan(newer)
            .relations
            .iter()
            .filter(|relation| relation.kind == RelationKind::Replaces)
            .filter_map(|relation| relation.plan);
        let mut olders: Vec<PlanIndex> =
            replaced.filter(|older| *older != newer && targets.contains_key(older)).collect();
        olders.sort_by_key(|&plan| std::cmp::Reverse((portal.plan(plan).date, plan)));
        olders.dedup();
        if olders.is_empty() {
            olders.extend(
                indicators
                    .iter()
                    .filter_map(|indicator| latest.get(indicator))
                    .max()
                    .map(|&older| in_order[older]),
            );
        }
        for (number, older) in olders.into_iter().enumerate() {
            found.push(between(
                portal,
                (older, &targets[&older]),
                (newer, after),
                number,
                &reports,
            ));
        }
        latest.extend(indicators.into_iter().map(|indicator| (indicator, at)));
    }
    found
}

/// The targets of a plan by subject.
type Targets<'portal> = BTreeMap<Comparable<'portal>, StatementIndex>;

/// What is reported on a thing, with the day for which it is.
type Reports<'portal> = BTreeMap<Subject<'portal>, Vec<(Date, Goal)>>;

fn reports<'portal>(portal: &'portal Portal, statements: &[StatementIndex]) -> Reports<'portal> {
    let mut reports = Reports::new();
    let all = statements.iter().map(|&position| portal.statement(position));
    for statement in all.filter(|statement| statement.replaced_by.is_none()) {
        if let (StatementKind::Result | StatementKind::Baseline, Some(day)) =
            (statement.kind, statement.period.end())
        {
            reports.entry(portal.subject(statement)).or_default().push((day, statement.goal));
        }
    }
    reports
}

fn between(
    portal: &Portal,
    (older, before): (PlanIndex, &Targets),
    (newer, after): (PlanIndex, &Targets),
    number: usize,
    reports: &Reports,
) -> Revisions {
    let replaces = replaces(portal.plan(newer), older);
    let dropped: Vec<StatementIndex> = portal
        .plan(newer)
        .dropped
        .iter()
        .map(|dropped| dropped.target)
        .filter(|&at| cites(portal.statement(at), older))
        .collect();
    let mut revised: Vec<Revision> = after
        .iter()
        .filter_map(|(subject, &newer)| before.get(subject).map(|&older| (older, newer)))
        .map(|(older, newer)| Revision { older, newer, change: change(portal, older, newer) })
        .collect();
    revised.extend(for_another_year(portal, before, after, reports));
    // What cannot be compared is no reason not to call the older target dropped.
    revised
        .retain(|revision| revision.change != Change::Unlike || !dropped.contains(&revision.older));
    // In the order of the newer plan's targets in the catalogue, whatever was found how.
    let in_catalogue = |at: StatementIndex| comparable(portal, portal.statement(at));
    revised.sort_by_cached_key(|revision| (in_catalogue(revision.newer), revision.newer));
    let paired: BTreeSet<StatementIndex> = revised
        .iter()
        .flat_map(|revision| [revision.older, revision.newer])
        .chain(dropped.iter().copied())
        .collect();
    let only = |these: &Targets, others: &Targets, of_any_year: bool| -> Vec<StatementIndex> {
        let times: BTreeSet<Time> = others
            .keys()
            .map(|subject| subject.time)
            .filter(|time| *time != Time::NotNamed)
            .collect();
        these
            .iter()
            .filter(|(subject, at)| {
                !paired.contains(at) && (of_any_year || times.contains(&subject.time))
            })
            .map(|(_, &at)| at)
            .collect()
    };
    Revisions {
        older,
        newer,
        replaces,
        number,
        added: only(after, before, false),
        not_repeated: only(before, after, replaces),
        revised,
        dropped,
    }
}

fn cites(statement: &Statement, of: PlanIndex) -> bool {
    matches!(statement.evidence, Evidence::Clause { plan, .. } if plan == of)
}

/// What became of a target for the same year.
fn change(portal: &Portal, older: StatementIndex, newer: StatementIndex) -> Change {
    let (older, newer) = (portal.statement(older), portal.statement(newer));
    let numbers = |goal: Goal| (goal.value(), goal.high());
    match stands(portal, older, newer) {
        _ if newer.goal == older.goal
            && is_for_one_span((older.goal, older.period), (newer.goal, newer.period)) =>
        {
            Change::Kept
        }
        Comparison::Unlike => Change::Unlike,
        comparison if numbers(newer.goal) == numbers(older.goal) => {
            Change::ComparatorOnly(comparison)
        }
        Comparison::More => Change::Raised,
        Comparison::Less => Change::Lowered,
        // A range and its nearer end alone.
        Comparison::Same => Change::Unlike,
    }
}

/// How the newer demand stands to the older one, whatever their years.
fn stands(portal: &Portal, older: &Statement, newer: &Statement) -> Comparison {
    let comparison = compare(portal.indicator(newer.indicator).direction, newer.goal, older.goal);
    if is_for_one_span((older.goal, older.period), (newer.goal, newer.period)) {
        comparison
    } else {
        Comparison::Unlike
    }
}

/// Pairs among the targets that have no twin for their own year: each older one with the first
/// newer one that makes the same demand; what is left with the next later one, or else the latest
/// earlier one; and what is still left with any.
fn for_another_year(
    portal: &Portal,
    before: &Targets,
    after: &Targets,
    reports: &Reports,
) -> Vec<Revision> {
    // In a list of one thing the times ascend, as the subjects do.
    let mut things: BTreeMap<&Subject, [Vec<(Time, StatementIndex)>; 2]> = BTreeMap::new();
    for (side, (these, others)) in [(before, after), (after, before)].into_iter().enumerate() {
        for (subject, &at) in these.iter().filter(|(subject, _)| !others.contains_key(subject)) {
            things.entry(&subject.subject).or_default()[side].push((subject.time, at));
        }
    }
    let mut pairs = Vec::new();
    for (thing, [mut older, mut newer]) in things {
        let reports = reports.get(thing).map_or(&[][..], Vec::as_slice);
        for nearness in [Nearness::SameDemand, Nearness::SameSort, Nearness::Any] {
            older.retain(|&(time, older)| {
                let change = |&(other, newer): &(Time, StatementIndex)| {
                    moved(portal, (time, older), (other, newer), reports)
                };
                let fits = |candidate: &(Time, StatementIndex)| match nearness {
                    Nearness::SameDemand => matches!(
                        change(candidate),
                        Change::Postponed | Change::Advanced | Change::CarriedOn
                    ),
                    Nearness::SameSort => is_of_one_sort(time, candidate.0),
                    Nearness::Any => true,
                };
                let later =
                    newer.iter().position(|candidate| candidate.0 > time && fits(candidate));
                let Some(at) = later.or_else(|| newer.iter().rposition(fits)) else { return true };
                pairs.push(Revision { older, newer: newer[at].1, change: change(&newer[at]) });
                newer.remove(at);
                false
            });
        }
    }
    pairs
}

/// How near a target for another year has to be to be the same one.
#[derive(Clone, Copy)]
enum Nearness {
    SameDemand,
    SameSort,
    Any,
}

/// Whether two times are of one sort: years, school years, or what holds every year.
fn is_of_one_sort(time: Time, other: Time) -> bool {
    std::mem::discriminant(&time) == std::mem::discriminant(&other)
}

/// What became of a target of which the newer plan speaks for another year.
fn moved(
    portal: &Portal,
    (time, older): (Time, StatementIndex),
    (other, newer): (Time, StatementIndex),
    reports: &[(Date, Goal)],
) -> Change {
    let (older, newer) = (portal.statement(older), portal.statement(newer));
    let indicator = portal.indicator(newer.indicator);
    // Five schools built by 2025 and five built by 2030 may be ten schools, and so it is with what
    // grows.
    let may_add_up =
        matches!(&indicator.measure, Measure::Counted(unit) if unit.starts_with("count:"));
    // What has no end has none that is later or earlier.
    let has_no_end = [time, other].contains(&Time::EveryYear(None));
    if may_add_up
        || is_change(older.goal)
        || is_change(newer.goal)
        || !is_of_one_sort(time, other)
        || has_no_end
    {
        return Change::Unlike;
    }
    let is_later = other > time;
    let recurs = matches!(time, Time::EveryYear(_));
    let keeps = |goal: Goal| recurs || goal.comparator() == Comparator::Maintain;
    let comparison = if newer.goal == older.goal {
        Comparison::Same
    } else {
        compare(indicator.direction, newer.goal, older.goal)
    };
    match (comparison, is_later) {
        (Comparison::Same, true) if keeps(newer.goal) => Change::CarriedOn,
        (Comparison::Same, _) if keeps(newer.goal) || keeps(older.goal) => Change::Unlike,
        (Comparison::Same, true) => {
            let in_time = |day: Date| older.period.end().is_some_and(|end| day <= end);
            let was_met = reports.iter().any(|&(day, report)| {
                in_time(day) && is_met(older.goal, indicator.direction, report, None) == Some(true)
            });
            if was_met { Change::CarriedOn } else { Change::Postponed }
        }
        (Comparison::Same, false) => Change::Advanced,
        (Comparison::More, true) => Change::Further,
        (Comparison::More, false) => Change::SoonerAndMore,
        (Comparison::Less, true) => Change::LaterAndLess,
        (Comparison::Less, false) => Change::Nearer,
        (Comparison::Unlike, _) => Change::Unlike,
    }
}

#[cfg(test)]
mod tests;
