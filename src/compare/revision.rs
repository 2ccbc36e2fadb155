//! What a newer plan of a place changed against the plan before it: target by target, by the end of the period.
//!
//! Both plans may stand. Nothing is called superseded here, and a target that the newer plan does not repeat is dropped
//! only if that plan declares that it replaces the older one.

use std::collections::BTreeMap;

use super::demand::{Comparison, compare};
use super::{Subject, Time, subject};
use crate::portal::{Plan, PlanIndex, Portal, RelationKind, StatementIndex, StatementKind};

/// What became of a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// The newer plan demands more.
    Stronger,
    /// It demands less.
    Weaker,
    /// The same demand with another comparator or another word.
    Reworded,
    Kept,
    /// Both plans speak of it, in ways that cannot be compared.
    Unlike,
}

/// A target in two successive plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revision {
    pub older: StatementIndex,
    pub newer: StatementIndex,
    pub change: Change,
}

/// A plan against the one before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revisions {
    pub older: PlanIndex,
    pub newer: PlanIndex,
    /// Whether the newer plan says that it replaces the older one.
    pub replaces: bool,
    pub revised: Vec<Revision>,
    /// What only the newer plan promises, for years for which the older one has targets too.
    pub added: Vec<StatementIndex>,
    /// What only the older plan promises, for years for which the newer one has targets too.
    pub not_repeated: Vec<StatementIndex>,
}

/// The successive plans of a place, oldest first, each against the one before it. `plans` are the place's plans with
/// what is proven in each of them.
pub fn revisions(portal: &Portal, plans: &[(PlanIndex, &[StatementIndex])]) -> Vec<Revisions> {
    let mut in_order = plans.to_vec();
    in_order.sort_by_key(|&(plan, _)| (portal.plan(plan).date, plan));
    in_order.windows(2).map(|pair| between(portal, pair[0], pair[1])).collect()
}

fn between(portal: &Portal, (older, before): (PlanIndex, &[StatementIndex]), (newer, after): (PlanIndex, &[StatementIndex])) -> Revisions {
    let (before, after) = (targets(portal, before), targets(portal, after));
    let times = |targets: &BTreeMap<Subject, StatementIndex>| -> Vec<Time> {
        let mut times: Vec<Time> = targets.keys().map(|subject| subject.time).filter(|time| *time != Time::NotNamed).collect();
        times.sort_unstable();
        times.dedup();
        times
    };
    let only = |these: &BTreeMap<Subject, StatementIndex>, others: &BTreeMap<Subject, StatementIndex>| -> Vec<StatementIndex> {
        let times = times(others);
        these.iter().filter(|(subject, _)| !others.contains_key(subject) && times.binary_search(&subject.time).is_ok()).map(|(_, &at)| at).collect()
    };
    Revisions {
        older,
        newer,
        replaces: replaces(portal.plan(newer), older),
        added: only(&after, &before),
        not_repeated: only(&before, &after),
        revised: after
            .iter()
            .filter_map(|(subject, &newer)| before.get(subject).map(|&older| (older, newer)))
            .map(|(older, newer)| Revision { older, newer, change: change(portal, older, newer) })
            .collect(),
    }
}

/// The targets of a plan by subject; of those that it says twice, the first.
fn targets<'portal>(portal: &'portal Portal, statements: &[StatementIndex]) -> BTreeMap<Subject<'portal>, StatementIndex> {
    let mut targets = BTreeMap::new();
    for &position in statements.iter().filter(|&&position| portal.statement(position).kind == StatementKind::Target) {
        targets.entry(subject(portal.statement(position))).or_insert(position);
    }
    targets
}

fn change(portal: &Portal, older: StatementIndex, newer: StatementIndex) -> Change {
    let (older, newer) = (portal.statement(older), portal.statement(newer));
    match compare(portal.indicator(newer.indicator).direction, newer.goal, older.goal) {
        Comparison::Less => Change::Weaker,
        Comparison::More => Change::Stronger,
        Comparison::Same if newer.goal.comparator() == older.goal.comparator() => Change::Kept,
        Comparison::Same => Change::Reworded,
        Comparison::Unlike if newer.goal == older.goal => Change::Kept,
        Comparison::Unlike => Change::Unlike,
    }
}

/// Whether a plan says that it replaces another one.
pub(super) fn replaces(plan: &Plan, older: PlanIndex) -> bool {
    plan.relations.iter().any(|relation| relation.kind == RelationKind::Replaces && relation.plan == Some(older))
}

#[cfg(test)]
mod tests {
    use super::super::sample::value;
    use super::*;
    use crate::portal::sample;
    use crate::portal::{Comparator, Evidence, Goal, Period, Relation};

    /// The sample's first province, whose older plan has the goals given for 2026-2030, in place of its own.
    fn between_plans(older: &[(usize, Goal)]) -> (Portal, Revisions) {
        let mut portal = sample::portal();
        let first = portal.statements[0].clone();
        portal.statements.retain(|statement| !matches!(statement.evidence, Evidence::Clause { plan: PlanIndex(0), .. }));
        for &(indicator, goal) in older {
            let period = Period::Stage { from: 2026, to: 2030 };
            portal.statements.push(crate::portal::Statement { indicator: crate::portal::IndicatorIndex(indicator), goal, period, ..first.clone() });
        }
        let of = |plan| -> Vec<StatementIndex> {
            let cites = |position: &usize| matches!(portal.statements[*position].evidence, Evidence::Clause { plan: cited, .. } if cited == plan);
            (0..portal.statements.len()).filter(cites).map(StatementIndex).collect()
        };
        let (before, after) = (of(PlanIndex(0)), of(PlanIndex(1)));
        let found = revisions(&portal, &[(PlanIndex(1), &after), (PlanIndex(0), &before)]).remove(0);
        (portal, found)
    }

    fn change_of_nursery(older: Goal) -> Change {
        between_plans(&[(0, older)]).1.revised[0].change
    }

    #[test]
    fn a_stage_is_held_against_the_year_in_which_it_ends() {
        // The newer plan promises 48.5% by 2030.
        assert_eq!(change_of_nursery(value(Comparator::Reach, "40")), Change::Stronger);
        assert_eq!(change_of_nursery(value(Comparator::Above, "48.5")), Change::Weaker);
        assert_eq!(change_of_nursery(value(Comparator::AtLeast, "48.5")), Change::Reworded);
        assert_eq!(change_of_nursery(value(Comparator::Reach, "48.50")), Change::Kept);
        assert_eq!(change_of_nursery(value(Comparator::IncreaseBy, "3")), Change::Unlike);
    }

    #[test]
    fn what_one_plan_alone_promises_for_the_same_year_is_added_or_not_repeated() {
        let (portal, found) = between_plans(&[(5, value(Comparator::Reach, "90"))]);
        assert_eq!((found.older, found.newer, found.replaces), (PlanIndex(0), PlanIndex(1), false));
        assert!(found.revised.is_empty());
        let indicators = |list: &[StatementIndex]| list.iter().map(|&at| portal.statement(at).indicator.0).collect::<Vec<_>>();
        assert_eq!(indicators(&found.not_repeated), [5]);
        assert_eq!(indicators(&found.added), [0, 2, 2, 3, 6, 6]);
    }

    #[test]
    fn years_of_which_only_one_plan_speaks_add_nothing() {
        let (_, found) = between_plans(&[]);
        assert!(found.added.is_empty() && found.not_repeated.is_empty());
    }

    #[test]
    fn only_a_plan_that_says_so_replaces_another() {
        let mut portal = sample::portal();
        portal.plans[1].relations.push(Relation::to_plan(RelationKind::Replaces, PlanIndex(0)));
        assert!(revisions(&portal, &[(PlanIndex(0), &[]), (PlanIndex(1), &[])])[0].replaces);
        assert!(revisions(&portal, &[(PlanIndex(0), &[])]).is_empty());
    }
}
