//! Two statements that cannot both be meant.
//!
//! Inside one plan any such pair is a contradiction of the source. Between two plans that both stand the newer may
//! simply have changed its mind, which is for [`revisions`](super::revisions) to tell too; here it is only said that
//! both are in force. A plan that is called superseded, or that the other one replaces, contradicts nobody.

use std::collections::BTreeMap;

use super::demand::{Comparison, Demand, compare};
use super::revision::replaces;
use super::{Subject, subject};
use crate::portal::{Direction, Evidence, Goal, Period, PlaceIndex, PlanIndex, PlanStatus, Portal, Statement, StatementIndex};

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
            conflicts.push(Conflict { first: position.min(other), second: position.max(other), in_one_plan: true, declared: true });
        }
        if plan(statement).is_none_or(|plan| portal.plan(plan).status != PlanStatus::Superseded) {
            by_subject.entry((statement.place, subject(statement))).or_default().push(position);
        }
    }
    for ((_, subject), positions) in by_subject.iter().filter(|(_, positions)| positions.len() > 1) {
        let goals: Vec<(Goal, Period)> = positions.iter().map(|&position| (portal.statement(position).goal, portal.statement(position).period)).collect();
        for (first, second) in clashes(portal.indicator(subject.indicator).direction, &goals) {
            let (first, second) = (positions[first], positions[second]);
            let plans = [first, second].map(|position| plan(portal.statement(position)));
            let in_one_plan = plans[0] == plans[1];
            if let [Some(one), Some(other)] = plans
                && (replaces(portal.plan(one), other) || replaces(portal.plan(other), one))
            {
                continue;
            }
            conflicts.push(Conflict { first, second, in_one_plan, declared: false });
        }
    }
    // A pair that is both seen and declared is declared no more than needed: `false` sorts first.
    conflicts.sort_unstable();
    conflicts.dedup_by_key(|conflict| (conflict.first, conflict.second));
    conflicts
}

/// The pairs among goals on one subject that cannot both be meant; each goal with the first such one before it.
pub fn clashes(direction: Direction, goals: &[(Goal, Period)]) -> Vec<(usize, usize)> {
    let mut clashes = Vec::new();
    let mut different: Vec<usize> = Vec::new();
    for (second, &(goal, period)) in goals.iter().enumerate() {
        let clash = different.iter().copied().find(|&first| cannot_both_be_meant(direction, goals[first], (goal, period)));
        if let Some(first) = clash {
            clashes.push((first, second));
        }
        if different.len() < MOST_COMPARED && different.iter().all(|&known| goals[known] != (goal, period)) {
            different.push(second);
        }
    }
    clashes
}

fn cannot_both_be_meant(direction: Direction, (goal, period): (Goal, Period), (other, other_period): (Goal, Period)) -> bool {
    // What grows over 2021-2030 is not what grows over 2026-2030.
    if let (Period::Stage { from, .. }, Period::Stage { from: other, .. }) = (period, other_period)
        && from != other
    {
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
    use crate::portal::{Comparator, DueDay, Relation, RelationKind};

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
        let growth = |number| value(Comparator::IncreaseBy, number);
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

    #[test]
    fn two_plans_that_both_stand_are_told_apart_from_one_and_a_superseded_one_is_left_out() {
        let in_second_plan = |second: &mut Statement| {
            if let Evidence::Clause { plan, .. } = &mut second.evidence {
                *plan = PlanIndex(1);
            }
        };
        let mut portal = with_second(in_second_plan);
        assert!(!conflicts(&portal)[0].in_one_plan);
        portal.plans[1].relations.push(Relation::to_plan(RelationKind::Replaces, PlanIndex(0)));
        assert_eq!(conflicts(&portal), []);
        portal.plans[1].relations.pop();
        portal.plans[0].status = PlanStatus::Superseded;
        assert_eq!(conflicts(&portal), []);
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
