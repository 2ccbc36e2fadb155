//! Two statements that cannot both be meant.
//!
//! Inside one plan any such pair is a contradiction of the source. Between two plans that are both
//! in force it is one where the newer demands less than the older or something that excludes it:
//! nobody can say which holds. Where it demands more there is no contradiction, only a
//! [revision](super::revisions). A plan that is called superseded, or that the other one replaces
//! or is amended by, contradicts nobody.

use std::collections::BTreeMap;

use super::demand::{Comparison, Demand, compare};
use super::{Comparable, comparable, is_amended_by, replaces};
use crate::portal::{
    Direction, DueDay, Evidence, Goal, Period, PlaceIndex, PlanIndex, PlanStatus, Portal,
    Statement, StatementIndex, StatementKind,
};

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

/// Every conflict of a portal, in the order of its statements.
pub fn conflicts(portal: &Portal) -> Vec<Conflict> {
    let mut conflicts = Vec::new();
    let mut by_subject: BTreeMap<(PlaceIndex, Comparable), Vec<StatementIndex>> = BTreeMap::new();
    for (position, statement) in portal.statements.iter().enumerate() {
        let position = StatementIndex(position);
        if let Some(other) = statement.conflicts_with {
            let in_one_plan = plan(statement) == plan(portal.statement(other));
            conflicts.push(Conflict {
                first: position.min(other),
                second: position.max(other),
                in_one_plan,
                declared: true,
            });
        }
        let plan_stands =
            plan(statement).is_none_or(|plan| portal.plan(plan).status != PlanStatus::Superseded);
        let stands = plan_stands && statement.replaced_by.is_none();
        // Aims bind nobody, so they may point to different levels.
        if stands && statement.kind != StatementKind::Aim {
            by_subject
                .entry((statement.place, comparable(portal, statement)))
                .or_default()
                .push(position);
        }
    }
    for ((_, about), positions) in
        by_subject.iter_mut().filter(|(_, positions)| positions.len() > 1)
    {
        let direction = portal.indicator(about.subject.indicator).direction;
        positions.sort_by_key(|&position| {
            (plan(portal.statement(position)).map(|plan| (portal.plan(plan).date, plan)), position)
        });
        for alike in positions
            .chunk_by(|&left, &right| plan(portal.statement(left)) == plan(portal.statement(right)))
        {
            let goals: Vec<(Goal, Period)> =
                alike.iter().map(|&position| said(portal, position)).collect();
            let found = clashes(direction, &goals)
                .into_iter()
                .map(|(first, second)| (alike[first], alike[second]));
            conflicts.extend(found.map(|(first, second)| Conflict {
                first,
                second,
                in_one_plan: true,
                declared: false,
            }));
        }
        let goals: Vec<(Goal, Period)> =
            positions.iter().map(|&position| said(portal, position)).collect();
        let found = pairs(
            &goals,
            |at| plan(portal.statement(positions[at])),
            |older, newer| plans_disagree(portal, positions[older], positions[newer]),
        );
        conflicts.extend(found.into_iter().map(|(older, newer)| {
            let (older, newer) = (positions[older], positions[newer]);
            Conflict {
                first: older.min(newer),
                second: older.max(newer),
                in_one_plan: false,
                declared: false,
            }
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
/// A newer plan that demands more than the older one contradicts it in nothing: who reaches the
/// newer target has reached the older one. Each plan asks for its own reports, so their days may
/// differ. A draft is not in force.
fn plans_disagree(portal: &Portal, older: StatementIndex, newer: StatementIndex) -> bool {
    let (first, second) = (portal.statement(older), portal.statement(newer));
    let plans = [first, second].map(plan);
    let is_draft = |plan: Option<PlanIndex>| {
        plan.is_some_and(|plan| portal.plan(plan).status == PlanStatus::Draft)
    };
    if plans[0] == plans[1]
        || plans.into_iter().any(is_draft)
        || first.kind == StatementKind::Deadline
    {
        return false;
    }
    if let [Some(one), Some(other)] = plans
        && [(one, other), (other, one)].into_iter().any(|(one, other)| {
            replaces(portal.plan(one), other) || is_amended_by(portal.plan(one), other)
        })
    {
        return false;
    }
    let direction = portal.indicator(first.indicator).direction;
    let is_raised = first.kind == StatementKind::Target
        && compare(direction, second.goal, first.goal) == Comparison::More;
    !is_raised && cannot_both_be_meant(direction, said(portal, older), said(portal, newer))
}

/// The pairs among goals on one subject that cannot both be meant: each goal with one before it.
pub fn clashes(direction: Direction, goals: &[(Goal, Period)]) -> Vec<(usize, usize)> {
    let clash = |first: usize, second: usize| {
        let (first, second) = (goals[first], goals[second]);
        cannot_both_be_meant(direction, first, second) || is_both_wanted_and_done(first.0, second.0)
    };
    pairs(goals, |_| (), clash)
}

/// Each goal with the first one before it that it clashes with, among those that speak for all.
///
/// Of the goals of a group that are said with one comparator for one period, the first two and
/// those at the ends speak for all: what clashes with none of them clashes with none. So every
/// clash is found, and many goals cost no more than linear time.
fn pairs<Group: Ord>(
    goals: &[(Goal, Period)],
    group: impl Fn(usize) -> Group,
    clash: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    let mut known: BTreeMap<_, Ends> = BTreeMap::new();
    for (second, (goal, period)) in goals.iter().enumerate() {
        let speaking = known.values().flat_map(Ends::all);
        let first = speaking.filter(|&first| clash(first, second)).min();
        pairs.extend(first.map(|first| (first, second)));
        let is_once = matches!(goal, Goal::Before(DueDay::Once(_)));
        let alike = known.entry((group(second), *period, goal.comparator(), is_once));
        alike.or_insert_with(|| Ends::of(second)).add(second, goals);
    }
    pairs
}

/// Of goals that differ in their values alone, those that speak for all.
struct Ends {
    first: usize,
    /// The first that is not the same.
    other: usize,
    lowest: usize,
    highest: usize,
    lowest_high: usize,
    highest_high: usize,
}

impl Ends {
    fn of(at: usize) -> Ends {
        Ends { first: at, other: at, lowest: at, highest: at, lowest_high: at, highest_high: at }
    }

    fn add(&mut self, at: usize, goals: &[(Goal, Period)]) {
        let goal = |at: usize| goals[at].0;
        if self.other == self.first && goal(at) != goal(self.first) {
            self.other = at;
        }
        let (low, high) = (goal(at).value(), goal(at).high());
        if low < goal(self.lowest).value() {
            self.lowest = at;
        }
        if low > goal(self.highest).value() {
            self.highest = at;
        }
        if high < goal(self.lowest_high).high() {
            self.lowest_high = at;
        }
        if high > goal(self.highest_high).high() {
            self.highest_high = at;
        }
    }

    fn all(&self) -> [usize; 6] {
        let Ends { first, other, lowest, highest, lowest_high, highest_high } = *self;
        [first, other, lowest, highest, lowest_high, highest_high]
    }
}

/// What is to be completed by a time is not there to be kept until then. A newer plan may say that
/// what an older one was to complete is now kept, so this is asked of one plan alone.
fn is_both_wanted_and_done(goal: Goal, other: Goal) -> bool {
    matches!((goal, other), (Goal::Complete, Goal::Maintain) | (Goal::Maintain, Goal::Complete))
}

fn cannot_both_be_meant(
    direction: Direction,
    (goal, period): (Goal, Period),
    (other, other_period): (Goal, Period),
) -> bool {
    if period.starts_apart(other_period) {
        return false;
    }
    match (Demand::of(direction, goal), Demand::of(direction, other)) {
        (Some(demand), Some(other)) => demand.excludes(&other),
        _ => {
            matches!((goal, other), (Goal::Before(_), Goal::Before(_)))
                && matches!(compare(direction, goal, other), Comparison::Less | Comparison::More)
        }
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
        let goals = [
            by(2030, Comparator::Above, "80"),
            by(2030, Comparator::AtLeast, "80"),
            by(2030, Comparator::Above, "80.0"),
        ];
        assert_eq!(clashes(Direction::Up, &goals), [(0, 1), (1, 2)]);
        assert_eq!(clashes(Direction::Up, &goals[..1]), []);
    }

    #[test]
    fn stages_that_begin_apart_are_not_held_against_each_other() {
        let stage = |from| Period::Stage { from, to: 2030 };
        let growth = |number| value(Comparator::IncreaseBy(Bound::Exactly), number);
        assert_eq!(
            clashes(Direction::Up, &[(growth("3"), stage(2021)), (growth("2"), stage(2026))]),
            []
        );
        assert_eq!(
            clashes(Direction::Up, &[(growth("3"), stage(2026)), (growth("2"), stage(2026))]),
            [(0, 1)]
        );
        assert_eq!(
            clashes(
                Direction::Up,
                &[(growth("3"), stage(2026)), (growth("2"), Period::Year(2030))]
            ),
            [(0, 1)]
        );
    }

    #[test]
    fn two_days_for_one_report_conflict() {
        let day = |day| {
            (Goal::Before(DueDay::EveryYear { month: 12, day }), Period::EveryYear { until: None })
        };
        assert_eq!(clashes(Direction::Neither, &[day(10), day(10), day(15)]), [(0, 2)]);
    }

    #[test]
    fn very_many_goals_on_one_subject_cost_little() {
        let goals: Vec<_> =
            (0..20_000).map(|number| by(2030, Comparator::Reach, &number.to_string())).collect();
        assert_eq!(clashes(Direction::Up, &goals).len(), 19_999);
        // No ceiling contradicts a floor below it: nothing is found soon.
        let ceilings = (10_000..20_000).map(|number| (Comparator::AtMost, number));
        let floors = (0..10_000).map(|number| (Comparator::AtLeast, number));
        let bounds = ceilings.chain(floors);
        let goals: Vec<_> =
            bounds.map(|(comparator, number)| by(2030, comparator, &number.to_string())).collect();
        assert_eq!(clashes(Direction::Up, &goals).len(), 19_998);
    }

    #[test]
    fn no_contradiction_hides_behind_others() {
        let mut goals: Vec<_> = (1..=20)
            .map(|number| {
                (value(Comparator::AtMost, "90"), Period::Stage { from: 2000 + number, to: 2030 })
            })
            .collect();
        goals.push(by(2030, Comparator::AtLeast, "95"));
        assert_eq!(clashes(Direction::Up, &goals), [(0, 20)]);
    }

    #[test]
    fn whatever_contradicts_anything_before_it_is_found() {
        let values = ["35", "38", "40"];
        let comparators = [
            Comparator::Reach,
            Comparator::AtLeast,
            Comparator::Above,
            Comparator::AtMost,
            Comparator::Below,
            Comparator::About,
            Comparator::IncreaseBy(Bound::AtMost),
            Comparator::IncreaseBy(Bound::Above),
            Comparator::ReduceBy(Bound::Exactly),
        ];
        let mut all: Vec<Goal> = comparators
            .iter()
            .flat_map(|&comparator| values.map(|number| value(comparator, number)))
            .collect();
        for (low, high) in [("35", "40"), ("30", "40"), ("38", "39")] {
            all.push(crate::compare::sample::range(low, high));
        }
        all.extend([Goal::Complete, Goal::Maintain]);
        // Pseudo-random orders, the same in every run.
        let mut state = 7_u64;
        for _ in 0..300 {
            let goals: Vec<(Goal, Period)> = (0..12)
                .map(|_| {
                    state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                    (all[(state >> 33) as usize % all.len()], Period::Year(2030))
                })
                .collect();
            let clash = |first: usize, second: usize| {
                clashes(Direction::Up, &[goals[first], goals[second]]) == [(0, 1)]
            };
            let found: Vec<usize> =
                clashes(Direction::Up, &goals).into_iter().map(|(_, second)| second).collect();
            let expected: Vec<usize> = (0..goals.len())
                .filter(|&second| (0..second).any(|first| clash(first, second)))
                .collect();
            assert_eq!(found, expected, "{goals:?}");
        }
    }

    #[test]
    fn what_is_to_be_completed_is_not_to_be_kept_for_the_same_year() {
        let goals = [(Goal::Complete, Period::Year(2030)), (Goal::Maintain, Period::Year(2030))];
        assert_eq!(clashes(Direction::Neither, &goals), [(0, 1)]);
        assert_eq!(clashes(Direction::Neither, &[goals[0], goals[0]]), []);
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
        assert_eq!(
            conflicts(&portal),
            [Conflict {
                first: StatementIndex(0),
                second: last,
                in_one_plan: true,
                declared: false
            }]
        );
        assert_eq!(conflicts(&sample::portal()), []);
    }

    #[test]
    fn another_denominator_breakdown_or_kind_is_another_subject() {
        assert_eq!(
            conflicts(&with_second(
                |second| second.denominator = Some(Localized::text("ngân sách", "the budget"))
            )),
            []
        );
        assert_eq!(conflicts(&with_second(|second| second.period = Period::Year(2026))), []);
        assert_eq!(
            conflicts(&with_second(|second| second.kind = crate::portal::StatementKind::Baseline)),
            []
        );
    }

    #[test]
    fn aims_bind_nobody_and_so_contradict_nothing() {
        let mut portal = with_second(|second| second.kind = StatementKind::Aim);
        assert_eq!(conflicts(&portal), [], "a target and an aim");
        portal.statements[0].kind = StatementKind::Aim;
        assert_eq!(conflicts(&portal), [], "two aims");
    }

    /// The sample, whose second plan demands of the same year what is given, where its first plan
    /// demands 30%.
    fn between_plans(goal: Goal) -> Portal {
        with_second(|second| {
            second.goal = goal;
            if let Evidence::Clause { plan, .. } = &mut second.evidence {
                *plan = PlanIndex(1);
            }
        })
    }

    #[test]
    fn a_newer_plan_that_demands_less_contradicts_the_older_one_and_one_that_demands_more_does_not()
    {
        let disagree = |comparator, number| {
            conflicts(&between_plans(value(comparator, number)))
                .iter()
                .any(|conflict| !conflict.in_one_plan)
        };
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
        assert_eq!(
            without(|portal| portal.plans[1]
                .relations
                .push(Relation::to_plan(RelationKind::Replaces, PlanIndex(0)))),
            []
        );
        assert_eq!(
            without(|portal| portal.plans[0]
                .relations
                .push(Relation::to_plan(RelationKind::AmendedBy, PlanIndex(1)))),
            []
        );
        assert_eq!(without(|portal| portal.plans[0].status = PlanStatus::Superseded), []);
        assert_eq!(without(|portal| portal.plans[1].status = PlanStatus::Draft), []);
    }

    #[test]
    fn a_declared_conflict_is_listed_once() {
        let mut portal = with_second(|second| {
            second.denominator = Some(Localized::text("ngân sách", "the budget"))
        });
        let last = StatementIndex(portal.statements.len() - 1);
        portal.statements[0].conflicts_with = Some(last);
        portal.statements[last.0].conflicts_with = Some(StatementIndex(0));
        assert_eq!(
            conflicts(&portal),
            [Conflict {
                first: StatementIndex(0),
                second: last,
                in_one_plan: true,
                declared: true
            }]
        );
    }
}
