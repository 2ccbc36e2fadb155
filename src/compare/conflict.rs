//! Two statements that cannot both be meant.
//!
//! Inside one plan any such pair is a contradiction of the source. Between two plans that are both in force it is one where the
//! newer demands less than the older or something that excludes it: nobody can say which holds. Where it demands more there is
//! no contradiction, only a [revision](super::revisions). A plan that is called superseded, or that the other one replaces or
//! is amended by, contradicts nobody.

use std::collections::BTreeMap;

use super::demand::{Comparison, Demand, compare};
use super::{Subject, is_amended_by, replaces, subject};
use crate::portal::{Direction, Evidence, Goal, Period, PlaceIndex, PlanIndex, PlanStatus, Portal, Statement, StatementIndex, StatementKind};

/// A pair that cannot both be meant, the earlier statement first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Conflict {
    pub first: StatementIndex,
    pub second: StatementIndex,
    /// Whether one plan says both.
    pub in_one_plan: bool,
    /// Whether an author says so, where no rule could see it.
    pub declared: bool,
}

/// With how many different goals on the same subject a goal is compared at most, so that hostile content costs linear time.
const MOST_COMPARED: usize = 8;

/// Every conflict of a portal, in the order of its statements.
pub fn conflicts(portal: &Portal) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    let mut by_subject: BTreeMap<(PlaceIndex, Subject), Vec<StatementIndex>> = BTreeMap::new();
    for (position, statement) in portal.statements.iter().enumerate() {
        let position = StatementIndex(position);
        if let Some(other) = statement.conflicts_with {
            let in_one_plan = plan(statement) == plan(portal.statement(other));
            conflicts.push(Conflict { first: position.min(other), second: position.max(other), in_one_plan, declared: true });
        }
        if plan(statement).is_none_or(|plan| portal.plan(plan).status != PlanStatus::Superseded) {
            by_subject.entry((statement.place, subject(statement))).or_default().push(position);
        }
    }
    for ((_, subject), positions) in by_subject.iter_mut().filter(|(_, positions)| positions.len() > 1) {
        let direction = portal.indicator(subject.indicator).direction;
        positions.sort_by_key(|&position| (plan(portal.statement(position)).map(|plan| (portal.plan(plan).date, plan)), position));
        for alike in positions.chunk_by(|&left, &right| plan(portal.statement(left)) == plan(portal.statement(right))) {
            let goals: Vec<(Goal, Period)> = alike.iter().map(|&position| said(portal, position)).collect();
            let found = clashes(direction, &goals).into_iter().map(|(first, second)| (alike[first], alike[second]));
            conflicts.extend(found.map(|(first, second)| Conflict { first, second, in_one_plan: true, declared: false }));
        }
        let found = pairs(
            positions.len(),
            |first, second| {
                let [first, second] = [positions[first], positions[second]];
                plan(portal.statement(first)) == plan(portal.statement(second)) && said(portal, first) == said(portal, second)
            },
            |older, newer| plans_disagree(portal, positions[older], positions[newer]),
        );
        conflicts.extend(found.into_iter().map(|(older, newer)| {
            let (older, newer) = (positions[older], positions[newer]);
            Conflict { first: older.min(newer), second: older.max(newer), in_one_plan: false, declared: false }
        }));
    }
    // A pair that is both seen and declared is declared no more than needed: `false` sorts first.
    conflicts.sort_unstable();
    conflicts.dedup_by_key(|conflict| (conflict.first, conflict.second));
    conflicts
}

fn said(portal: &Portal, position: StatementIndex) -> (Goal, Period) {
    let statement = portal.statement(position);
    (statement.goal, statement.period)
}

/// Whether an earlier and a later document in force say of one thing what cannot hold together.
///
/// A newer plan that demands more than the older one contradicts it in nothing: who reaches the newer target has reached the
/// older one. Each plan asks for its own reports, so their days may differ. A draft is not in force.
fn plans_disagree(portal: &Portal, older: StatementIndex, newer: StatementIndex) -> bool {
    let (first, second) = (portal.statement(older), portal.statement(newer));
    let plans = [first, second].map(plan);
    let is_draft = |plan: Option<PlanIndex>| plan.is_some_and(|plan| portal.plan(plan).status == PlanStatus::Draft);
    if plans[0] == plans[1] || plans.into_iter().any(is_draft) || first.kind == StatementKind::Deadline {
        return false;
    }
    if let [Some(one), Some(other)] = plans
        && [(one, other), (other, one)].into_iter().any(|(one, other)| replaces(portal.plan(one), other) || is_amended_by(portal.plan(one), other))
    {
        return false;
    }
    let direction = portal.indicator(first.indicator).direction;
    let is_raised = first.kind == StatementKind::Target && compare(direction, second.goal, first.goal) == Comparison::More;
    !is_raised && cannot_both_be_meant(direction, said(portal, older), said(portal, newer))
}

/// The pairs among goals on one subject that cannot both be meant; each goal with the first such one before it.
pub fn clashes(direction: Direction, goals: &[(Goal, Period)]) -> Vec<(usize, usize)> {
    pairs(goals.len(), |first, second| goals[first] == goals[second], |first, second| cannot_both_be_meant(direction, goals[first], goals[second]))
}

/// Each of `count` things with the first before it that it clashes with. Things that are the same are held against others once.
fn pairs(count: usize, same: impl Fn(usize, usize) -> bool, clash: impl Fn(usize, usize) -> bool) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut different: Vec<usize> = Vec::new();
    for second in 0..count {
        pairs.extend(different.iter().copied().find(|&first| clash(first, second)).map(|first| (first, second)));
        if different.len() < MOST_COMPARED && different.iter().all(|&known| !same(known, second)) {
            different.push(second);
        }
    }
    pairs
}

fn cannot_both_be_meant(direction: Direction, (goal, period): (Goal, Period), (other, other_period): (Goal, Period)) -> bool {
    if period.starts_apart(other_period) {
        return false;
    }
    match (Demand::of(direction, goal), Demand::of(direction, other)) {
        (Some(demand), Some(other)) => demand.excludes(&other),
        _ => matches!((goal, other), (Goal::Before(_), Goal::Before(_))) && matches!(compare(direction, goal, other), Comparison::Less | Comparison::More),
    }
}

fn plan(statement: &Statement) -> Option<PlanIndex> {
    match statement.evidence {
        Evidence::Clause { plan, .. } => Some(plan),
        Evidence::Outside(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::value;
    use super::*;
    use crate::language::Localized;
    use crate::portal::sample;
    use crate::portal::{Bound, Comparator, DueDay, Relation, RelationKind};

    fn by(year: i16, comparator: Comparator, number: &str) -> (Goal, Period) {
        (value(comparator, number), Period::Year(year))
    }

    #[test]
    fn each_goal_is_paired_with_the_first_that_it_contradicts() {
        let goals = [by(2030, Comparator::Above, "80"), by(2030, Comparator::AtLeast, "80"), by(2030, Comparator::Above, "80.0")];
        assert_eq!(clashes(Direction::Up, &goals), [(0, 1), (1, 2)]);
        assert_eq!(clashes(Direction::Up, &goals[..1]), []);
    }

    #[test]
    fn stages_that_begin_apart_are_not_held_against_each_other() {
        let stage = |from| Period::Stage { from, to: 2030 };
        let growth = |number| value(Comparator::IncreaseBy(Bound::Exactly), number);
        assert_eq!(clashes(Direction::Up, &[(growth("3"), stage(2021)), (growth("2"), stage(2026))]), []);
        assert_eq!(clashes(Direction::Up, &[(growth("3"), stage(2026)), (growth("2"), stage(2026))]), [(0, 1)]);
        assert_eq!(clashes(Direction::Up, &[(growth("3"), stage(2026)), (growth("2"), Period::Year(2030))]), [(0, 1)]);
    }

    #[test]
    fn two_days_for_one_report_conflict() {
        let day = |day| (Goal::Before(DueDay::EveryYear { month: 12, day }), Period::EveryYear { until: None });
        assert_eq!(clashes(Direction::Neither, &[day(10), day(10), day(15)]), [(0, 2)]);
    }

    #[test]
    fn very_many_goals_on_one_subject_cost_little() {
        let goals: Vec<_> = (0..20_000).map(|number| by(2030, Comparator::Reach, &number.to_string())).collect();
        assert_eq!(clashes(Direction::Up, &goals).len(), 19_999);
    }

    /// The sample with the target of its first plan said again with another value.
    fn with_second(change: impl FnOnce(&mut Statement)) -> Portal {
        let mut portal = sample::portal();
        let mut second = portal.statements[0].clone();
        second.goal = value(Comparator::AtLeast, "35");
        change(&mut second);
        portal.statements.push(second);
        portal
    }

    #[test]
    fn one_plan_that_says_two_things_is_in_conflict_with_itself() {
        let portal = with_second(|_| {});
        let last = StatementIndex(portal.statements.len() - 1);
        assert_eq!(conflicts(&portal), [Conflict { first: StatementIndex(0), second: last, in_one_plan: true, declared: false }]);
        assert_eq!(conflicts(&sample::portal()), []);
    }

    #[test]
    fn another_denominator_breakdown_or_kind_is_another_subject() {
        assert_eq!(conflicts(&with_second(|second| second.denominator = Some(Localized::text("ngân sách", "the budget")))), []);
        assert_eq!(conflicts(&with_second(|second| second.period = Period::Year(2026))), []);
        assert_eq!(conflicts(&with_second(|second| second.kind = crate::portal::StatementKind::Baseline)), []);
    }

    /// The sample, whose second plan demands of the same year what is given, where its first plan demands 30%.
    fn between_plans(goal: Goal) -> Portal {
        with_second(|second| {
            second.goal = goal;
            if let Evidence::Clause { plan, .. } = &mut second.evidence {
                *plan = PlanIndex(1);
            }
        })
    }

    #[test]
    fn a_newer_plan_that_demands_less_contradicts_the_older_one_and_one_that_demands_more_does_not() {
        let disagree = |comparator, number| conflicts(&between_plans(value(comparator, number))).iter().any(|conflict| !conflict.in_one_plan);
        assert!(disagree(Comparator::Reach, "25"));
        assert!(disagree(Comparator::AtMost, "20"));
        assert!(!disagree(Comparator::Reach, "35"));
        assert!(!disagree(Comparator::AtLeast, "30.0"));
        assert!(!disagree(Comparator::IncreaseBy(Bound::Exactly), "3"));
    }

    #[test]
    fn what_two_plans_report_of_one_year_must_agree_whichever_is_higher() {
        let mut portal = between_plans(value(Comparator::Reach, "35"));
        let last = portal.statements.len() - 1;
        for at in [0, last] {
            portal.statements[at].kind = StatementKind::Result;
        }
        assert!(!conflicts(&portal)[0].in_one_plan);
    }

    #[test]
    fn each_plan_asks_for_its_own_reports() {
        let mut portal = between_plans(value(Comparator::Reach, "25"));
        let last = portal.statements.len() - 1;
        for (at, day) in [(0, 10), (last, 15)] {
            portal.statements[at].kind = StatementKind::Deadline;
            portal.statements[at].goal = Goal::Before(DueDay::EveryYear { month: 12, day });
        }
        assert_eq!(conflicts(&portal), []);
    }

    #[test]
    fn drafts_and_plans_that_are_superseded_replaced_or_amended_contradict_nobody() {
        let portal = || between_plans(value(Comparator::Reach, "25"));
        assert_eq!(conflicts(&portal()).len(), 1);
        let without = |change: fn(&mut Portal)| {
            let mut portal = portal();
            change(&mut portal);
            conflicts(&portal)
        };
        assert_eq!(without(|portal| portal.plans[1].relations.push(Relation::to_plan(RelationKind::Replaces, PlanIndex(0)))), []);
        assert_eq!(without(|portal| portal.plans[0].relations.push(Relation::to_plan(RelationKind::AmendedBy, PlanIndex(1)))), []);
        assert_eq!(without(|portal| portal.plans[0].status = PlanStatus::Superseded), []);
        assert_eq!(without(|portal| portal.plans[1].status = PlanStatus::Draft), []);
    }

    #[test]
    fn a_declared_conflict_is_listed_once() {
        let mut portal = with_second(|second| second.denominator = Some(Localized::text("ngân sách", "the budget")));
        let last = StatementIndex(portal.statements.len() - 1);
        portal.statements[0].conflicts_with = Some(last);
        portal.statements[last.0].conflicts_with = Some(StatementIndex(0));
        assert_eq!(conflicts(&portal), [Conflict { first: StatementIndex(0), second: last, in_one_plan: true, declared: true }]);
    }
}
