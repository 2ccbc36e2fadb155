//! A commune beside its province: the same indicator, breakdown, denominator and end of the period.
//!
//! Numbers of things (schools, classes) are not compared: a commune has fewer of them by its size.

use std::collections::BTreeMap;

use super::demand::{Comparison, compare};
use super::{Comparable, comparable, is_for_one_span};
use crate::portal::{
    Evidence, Measure, PlanStatus, Portal, Statement, StatementIndex, StatementKind,
};

/// A target of a place with the target of the place it lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    pub child: StatementIndex,
    pub parent: StatementIndex,
    /// How the child's stands to the parent's.
    pub comparison: Comparison,
}

/// The targets that both have, in the order of the catalogue; of each place those of its newest
/// plan that is not superseded.
pub fn levels(portal: &Portal, child: &[StatementIndex], parent: &[StatementIndex]) -> Vec<Pair> {
    let of_parent = standing(portal, parent);
    let said = |at: StatementIndex| (portal.statement(at).goal, portal.statement(at).period);
    standing(portal, child)
        .into_iter()
        .filter_map(|(about, child)| Some((child, *of_parent.get(&about)?)))
        .map(|(child, parent)| {
            let indicator = portal.indicator(portal.statement(child).indicator);
            let comparison = match indicator.measure {
                Measure::Counted(ref unit) if unit.starts_with("count:") => Comparison::Unlike,
                _ if !is_for_one_span(said(child), said(parent)) => Comparison::Unlike,
                _ => compare(
                    indicator.direction,
                    portal.statement(child).goal,
                    portal.statement(parent).goal,
                ),
            };
            Pair { child, parent, comparison }
        })
        .collect()
}

/// The targets that count now, by subject.
fn standing<'portal>(
    portal: &'portal Portal,
    statements: &[StatementIndex],
) -> BTreeMap<Comparable<'portal>, StatementIndex> {
    let mut standing: BTreeMap<Comparable, StatementIndex> = BTreeMap::new();
    for &position in statements {
        let statement = portal.statement(position);
        let Some(rank) =
            rank(portal, statement).filter(|_| statement.kind == StatementKind::Target)
        else {
            continue;
        };
        let known = standing.entry(comparable(portal, statement)).or_insert(position);
        if self::rank(portal, portal.statement(*known)).is_some_and(|known| rank > known) {
            *known = position;
        }
    }
    standing
}

/// The date of the plan; none if it is superseded or no plan.
fn rank(portal: &Portal, statement: &Statement) -> Option<crate::language::date::Date> {
    match statement.evidence {
        Evidence::Clause { plan, .. } => Some(portal.plan(plan))
            .filter(|plan| plan.status != PlanStatus::Superseded)
            .map(|plan| plan.date),
        Evidence::Outside(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::value;
    use super::*;
    use crate::portal::sample;
    use crate::portal::{Bound, Comparator, Period, PlaceIndex};

    fn of(portal: &Portal, place: usize) -> Vec<StatementIndex> {
        (0..portal.statements.len())
            .map(StatementIndex)
            .filter(|&at| portal.statement(at).place == PlaceIndex(place))
            .collect()
    }

    #[test]
    fn a_commune_is_held_against_the_newest_plan_of_its_province() {
        let portal = sample::portal();
        let pairs = levels(&portal, &of(&portal, 1), &of(&portal, 0));
        // Over 57.6% against 48.5%; the older plan's 30% is for another year.
        assert_eq!(pairs.len(), 1);
        assert_eq!(pairs[0].comparison, Comparison::More);
        assert_eq!(portal.statement(pairs[0].parent).id, "nursery-enrolment-2030");
    }

    #[test]
    fn an_aim_is_ranked_against_nothing() {
        let mut portal = sample::portal();
        let at = of(&portal, 1)[0].0;
        portal.statements[at].kind = StatementKind::Aim;
        assert!(levels(&portal, &of(&portal, 1), &of(&portal, 0)).is_empty());
    }

    #[test]
    fn of_two_plans_of_the_province_the_newer_counts_unless_it_is_superseded() {
        let mut portal = sample::portal();
        portal.statements[0].period = Period::Stage { from: 2026, to: 2030 };
        let parent = |portal: &Portal| {
            portal.statement(levels(portal, &of(portal, 1), &of(portal, 0))[0].parent).id.clone()
        };
        assert_eq!(parent(&portal), "nursery-enrolment-2030");
        portal.plans[1].status = PlanStatus::Superseded;
        assert_eq!(parent(&portal), "nursery-enrolment-2025");
    }

    #[test]
    fn another_year_is_not_compared_and_a_number_of_things_is_not_ranked() {
        let mut portal = sample::portal();
        let at = of(&portal, 1)[0].0;
        portal.statements[at].period = Period::Year(2035);
        assert!(levels(&portal, &of(&portal, 1), &of(&portal, 0)).is_empty());
        portal.statements[at].period = Period::Year(2030);
        portal.indicators[0].measure = Measure::Counted("count:school".to_owned());
        assert_eq!(
            levels(&portal, &of(&portal, 1), &of(&portal, 0))[0].comparison,
            Comparison::Unlike
        );
    }

    #[test]
    fn growth_over_stages_that_begin_apart_is_not_ranked() {
        let mut portal = sample::portal();
        let child = of(&portal, 1)[0].0;
        let parent = levels(&portal, &of(&portal, 1), &of(&portal, 0))[0].parent.0;
        for (at, from, by) in [(child, 2026, "2"), (parent, 2021, "3")] {
            portal.statements[at].goal = value(Comparator::IncreaseBy(Bound::Exactly), by);
            portal.statements[at].period = Period::Stage { from, to: 2030 };
        }
        let comparison =
            |portal: &Portal| levels(portal, &of(portal, 1), &of(portal, 0))[0].comparison;
        assert_eq!(comparison(&portal), Comparison::Unlike);
        portal.statements[parent].period = Period::Stage { from: 2026, to: 2030 };
        assert_eq!(comparison(&portal), Comparison::Less);
    }
}
