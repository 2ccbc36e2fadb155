//! What is said of targets in two plans, from plain to odd.

use super::super::sample::{range, value};
use super::*;
use crate::language::Localized;
use crate::portal::{Bound, Direction, Dropped, Period, Relation, sample};

const NURSERY: usize = 0;
const MILESTONE: usize = 1;
const SCHOOLS: usize = 3;

fn reach(number: &str) -> Goal {
    value(Comparator::Reach, number)
}

fn by(year: i16) -> Period {
    Period::Year(year)
}

/// A target: the indicator, the goal and its period.
type Said = (usize, Goal, Period);

/// The sample's first province with these targets in its two plans, in place of its own.
fn portal_of(older: &[Said], newer: &[Said]) -> Portal {
    let mut portal = sample::portal();
    let first = portal.statements[0].clone();
    portal.statements.clear();
    for (plan, said) in [(0, older), (1, newer)] {
        for &(indicator, goal, period) in said {
            let mut statement =
                Statement { indicator: IndicatorIndex(indicator), goal, period, ..first.clone() };
            if let Evidence::Clause { plan: cited, .. } = &mut statement.evidence {
                *cited = PlanIndex(plan);
            }
            portal.statements.push(statement);
        }
    }
    portal
}

fn all(portal: &Portal) -> Vec<StatementIndex> {
    (0..portal.statements.len()).map(StatementIndex).collect()
}

fn found(portal: &Portal) -> Revisions {
    revisions(portal, &[PlanIndex(1), PlanIndex(0)], &all(portal)).remove(0)
}

/// What became of one target of the nursery in an older and a newer plan.
fn change_of(older: (Goal, Period), newer: (Goal, Period)) -> Option<Change> {
    let portal = portal_of(&[(NURSERY, older.0, older.1)], &[(NURSERY, newer.0, newer.1)]);
    found(&portal).revised.first().map(|revision| revision.change)
}

fn in_2030(older: Goal, newer: Goal) -> Option<Change> {
    change_of((older, Period::Stage { from: 2026, to: 2030 }), (newer, by(2030)))
}

#[test]
fn for_one_year_a_demand_is_raised_lowered_or_kept() {
    assert_eq!(in_2030(reach("40"), reach("48.5")), Some(Change::Raised));
    assert_eq!(in_2030(reach("48.5"), reach("40")), Some(Change::Lowered));
    assert_eq!(in_2030(reach("48.5"), reach("48.50")), Some(Change::Kept));
    assert_eq!(in_2030(value(Comparator::Above, "98"), reach("99.2")), Some(Change::Raised));
    assert_eq!(
        in_2030(reach("48.5"), value(Comparator::IncreaseBy(Bound::Exactly), "3")),
        Some(Change::Unlike)
    );
}

#[test]
fn the_same_number_with_another_comparator_is_a_kind_of_its_own() {
    let comparator = |older, newer| in_2030(value(older, "80"), value(newer, "80.0"));
    assert_eq!(
        comparator(Comparator::Above, Comparator::AtLeast),
        Some(Change::ComparatorOnly(Comparison::Less))
    );
    assert_eq!(
        comparator(Comparator::AtLeast, Comparator::Above),
        Some(Change::ComparatorOnly(Comparison::More))
    );
    assert_eq!(
        comparator(Comparator::AtLeast, Comparator::Reach),
        Some(Change::ComparatorOnly(Comparison::Same))
    );
    assert_eq!(
        comparator(Comparator::Reach, Comparator::About),
        Some(Change::ComparatorOnly(Comparison::Less))
    );
    // A change and a level, a floor and a ceiling: the number is the same, and nothing else.
    assert_eq!(
        comparator(Comparator::Reach, Comparator::IncreaseBy(Bound::Exactly)),
        Some(Change::Unlike)
    );
    assert_eq!(comparator(Comparator::AtLeast, Comparator::AtMost), Some(Change::Unlike));
    // The upper end of the range is gone.
    assert_eq!(in_2030(range("35", "40"), value(Comparator::AtLeast, "35")), Some(Change::Unlike));
}

#[test]
fn the_same_demand_for_another_year_is_postponed_or_advanced() {
    let stage = Period::Stage { from: 2021, to: 2025 };
    assert_eq!(change_of((reach("100"), stage), (reach("100"), by(2030))), Some(Change::Postponed));
    assert_eq!(
        change_of((reach("100"), stage), (value(Comparator::AtLeast, "100"), by(2030))),
        Some(Change::Postponed)
    );
    assert_eq!(
        change_of((reach("100"), by(2030)), (reach("100"), by(2028))),
        Some(Change::Advanced)
    );
}

#[test]
fn another_demand_for_another_year_is_neither_raised_nor_lowered() {
    assert_eq!(change_of((reach("90"), by(2025)), (reach("100"), by(2030))), Some(Change::Further));
    assert_eq!(
        change_of((reach("90"), by(2025)), (reach("80"), by(2030))),
        Some(Change::LaterAndLess)
    );
    assert_eq!(
        change_of((reach("90"), by(2030)), (reach("95"), by(2028))),
        Some(Change::SoonerAndMore)
    );
    assert_eq!(change_of((reach("90"), by(2030)), (reach("80"), by(2028))), Some(Change::Nearer));
}

#[test]
fn better_may_be_down() {
    let mut portal = portal_of(
        &[(NURSERY, value(Comparator::Below, "8"), by(2025))],
        &[(NURSERY, value(Comparator::Below, "5"), by(2030))],
    );
    portal.indicators[NURSERY].direction = Direction::Down;
    assert_eq!(found(&portal).revised[0].change, Change::Further);
}

#[test]
fn what_is_kept_up_is_not_postponed() {
    assert_eq!(
        change_of((Goal::Maintain, by(2025)), (Goal::Maintain, by(2030))),
        Some(Change::CarriedOn)
    );
    assert_eq!(
        change_of((reach("100"), by(2025)), (value(Comparator::Maintain, "100"), by(2030))),
        Some(Change::CarriedOn)
    );
    assert_eq!(
        change_of((Goal::Maintain, by(2030)), (Goal::Maintain, by(2028))),
        Some(Change::Unlike)
    );
    assert_eq!(
        change_of((Goal::Complete, by(2025)), (Goal::Complete, by(2030))),
        Some(Change::Postponed)
    );
}

#[test]
fn what_was_reported_as_reached_in_time_is_not_postponed() {
    let mut portal =
        portal_of(&[(NURSERY, reach("100"), by(2025))], &[(NURSERY, reach("100"), by(2030))]);
    let report = |year, number: &str| Statement {
        kind: StatementKind::Result,
        period: by(year),
        goal: reach(number),
        ..portal.statements[0].clone()
    };
    let reports = [report(2025, "97"), report(2026, "100"), report(2025, "100")];
    for (number, report) in reports.into_iter().enumerate() {
        portal.statements.truncate(2);
        portal.statements.push(report);
        assert_eq!(
            found(&portal).revised[0].change,
            [Change::Postponed, Change::Postponed, Change::CarriedOn][number],
            "{number}"
        );
    }
}

#[test]
fn what_may_add_up_over_the_years_is_not_called_postponed() {
    let growth = value(Comparator::IncreaseBy(Bound::Exactly), "3");
    assert_eq!(change_of((growth, by(2025)), (growth, by(2030))), Some(Change::Unlike));
    let portal = portal_of(&[(SCHOOLS, reach("5"), by(2025))], &[(SCHOOLS, reach("5"), by(2030))]);
    assert_eq!(found(&portal).revised[0].change, Change::Unlike);
    // Over stages that begin apart growth differs, though it ends in one year.
    let stage = |from| Period::Stage { from, to: 2030 };
    assert_eq!(change_of((growth, stage(2021)), (growth, stage(2026))), Some(Change::Unlike));
    assert_eq!(change_of((growth, stage(2026)), (growth, stage(2026))), Some(Change::Kept));
}

#[test]
fn years_of_different_sorts_are_paired_and_not_ranked() {
    let every_year = |until| Period::EveryYear { until };
    assert_eq!(
        change_of((reach("100"), by(2025)), (reach("100"), Period::SchoolYear(2029))),
        Some(Change::Unlike)
    );
    assert_eq!(
        change_of((reach("100"), by(2025)), (reach("100"), every_year(None))),
        Some(Change::Unlike)
    );
    assert_eq!(
        change_of((reach("100"), every_year(None)), (reach("90"), every_year(Some(2030)))),
        Some(Change::Unlike)
    );
    assert_eq!(
        change_of((reach("100"), every_year(Some(2025))), (reach("100"), every_year(Some(2030)))),
        Some(Change::CarriedOn)
    );
    assert_eq!(
        change_of((reach("100"), Period::None), (reach("100"), by(2030))),
        Some(Change::Unlike)
    );
    assert_eq!(
        change_of(
            (reach("100"), Period::SchoolYear(2024)),
            (reach("100"), Period::SchoolYear(2029))
        ),
        Some(Change::Postponed)
    );
}

#[test]
fn a_target_with_a_twin_for_its_year_is_nobody_elses() {
    let portal = portal_of(
        &[(NURSERY, reach("65"), by(2025)), (NURSERY, reach("76"), by(2030))],
        &[
            (NURSERY, reach("65"), by(2027)),
            (NURSERY, reach("76"), by(2030)),
            (NURSERY, reach("80"), by(2035)),
        ],
    );
    let pairs: Vec<_> = found(&portal)
        .revised
        .iter()
        .map(|revision| (revision.older.0, revision.newer.0, revision.change))
        .collect();
    assert_eq!(pairs, [(0, 2, Change::Postponed), (1, 3, Change::Kept)]);
}

#[test]
fn the_same_demand_is_found_before_the_nearest_year() {
    let portal = portal_of(
        &[(NURSERY, reach("100"), by(2025))],
        &[(NURSERY, reach("90"), by(2027)), (NURSERY, reach("100"), by(2030))],
    );
    let pairs: Vec<_> =
        found(&portal).revised.iter().map(|revision| (revision.newer.0, revision.change)).collect();
    assert_eq!(pairs, [(2, Change::Postponed)]);
}

#[test]
fn what_one_plan_alone_promises_is_added_or_not_repeated_for_years_of_both() {
    let portal = portal_of(
        &[(NURSERY, reach("40"), by(2030)), (5, reach("90"), by(2030)), (6, reach("90"), by(2025))],
        &[(NURSERY, reach("40"), by(2030)), (2, reach("90"), by(2030)), (2, reach("90"), by(2045))],
    );
    let found = found(&portal);
    assert_eq!((found.older, found.newer, found.replaces), (PlanIndex(0), PlanIndex(1), false));
    assert_eq!(
        (found.added, found.not_repeated),
        (vec![StatementIndex(4)], vec![StatementIndex(1)])
    );
}

#[test]
fn a_plan_that_replaces_another_must_speak_of_every_year_of_it() {
    let mut portal = portal_of(
        &[(5, reach("90"), by(2025)), (6, reach("90"), by(2025))],
        &[(NURSERY, reach("40"), by(2030))],
    );
    portal.plans[1].relations.push(Relation::to_plan(RelationKind::Replaces, PlanIndex(0)));
    portal.plans[1]
        .dropped
        .push(Dropped {
            target: StatementIndex(1), reason: Localized::text("Đã xong.", "Done.")
        });
    let found = found(&portal);
    assert!(found.replaces && found.added.is_empty());
    assert_eq!(
        (found.dropped, found.not_repeated),
        (vec![StatementIndex(1)], vec![StatementIndex(0)])
    );
}

#[test]
fn what_cannot_be_compared_may_be_called_dropped() {
    let mut portal =
        portal_of(&[(SCHOOLS, reach("5"), by(2025))], &[(SCHOOLS, reach("8"), by(2030))]);
    portal.plans[1].relations.push(Relation::to_plan(RelationKind::Replaces, PlanIndex(0)));
    assert_eq!(found(&portal).revised.len(), 1);
    portal.plans[1]
        .dropped
        .push(Dropped {
            target: StatementIndex(0), reason: Localized::text("Đã xây.", "Built.")
        });
    let found = found(&portal);
    assert_eq!((found.revised, found.dropped), (Vec::new(), vec![StatementIndex(0)]));
}

#[test]
fn a_plan_is_held_against_the_latest_that_speaks_of_the_same() {
    let mut portal =
        portal_of(&[(NURSERY, reach("40"), by(2030))], &[(MILESTONE, Goal::Complete, by(2030))]);
    let plans = [PlanIndex(0), PlanIndex(1), PlanIndex(2)];
    assert_eq!(revisions(&portal, &plans[..2], &all(&portal)), [], "they share nothing");
    // The newest speaks of what the oldest does.
    portal.plans[2].date = crate::language::date::Date::parse("2027-01-01").expect("a date");
    let mut third = portal.statements[0].clone();
    if let Evidence::Clause { plan, .. } = &mut third.evidence {
        *plan = PlanIndex(2);
    }
    portal.statements.push(third);
    let steps: Vec<_> = revisions(&portal, &plans, &all(&portal))
        .iter()
        .map(|step| (step.older.0, step.newer.0))
        .collect();
    assert_eq!(steps, [(0, 2)]);
    for older in [0, 1] {
        portal.plans[2].relations.push(Relation::to_plan(RelationKind::Replaces, PlanIndex(older)));
    }
    let steps: Vec<_> = revisions(&portal, &plans, &all(&portal))
        .iter()
        .map(|step| (step.older.0, step.newer.0, step.number))
        .collect();
    assert_eq!(steps, [(1, 2, 0), (0, 2, 1)], "each plan that it replaces");
}
