//! What was observed, by subject and time, and which of it a target starts from.

use std::collections::BTreeMap;

use super::Assessment;
use super::due::{Due, Schedule, first_day};
use super::verdict::{Question, Reading, judge};
use crate::language::date::Date;
use crate::portal::{
    Evidence, Period, PlaceIndex, PlanIndex, PlanStatus, Portal, Statement, StatementIndex,
    StatementKind, Subject,
};

/// The status of every statement of a portal that promises something; none for those that report.
pub fn assess(portal: &Portal) -> Vec<Option<Assessment>> {
    let observations = Observations::new(portal);
    portal.statements.iter().map(|statement| observations.assess(portal, statement)).collect()
}

/// What is observed, and where.
type Observed<'portal> = (PlaceIndex, Subject<'portal>);

fn observed<'portal>(portal: &'portal Portal, statement: &'portal Statement) -> Observed<'portal> {
    (statement.place, portal.subject(statement))
}

/// A baseline or a result that names its time.
#[derive(Clone, Copy, Debug)]
struct Observation {
    index: StatementIndex,
    opening: Date,
    end: Date,
    /// How many series breaks there are up to it, itself included.
    breaks: usize,
}

impl Observation {
    /// Whether it holds for a time after the day on which a goal fell due. A year or a school year
    /// that the day lies in does not, unless the goal was for a part of the year; a stage says how
    /// things stand at its end.
    fn is_later_than(&self, due: Due, goal: Period) -> bool {
        if due.yearly {
            return self.opening.year > due.day.year;
        }
        if goal.is_part_of_year() {
            return self.end > due.day;
        }
        let is_long = self.end.year > self.opening.year + 1;
        self.end > due.day && (is_long || self.opening > first_day(due.day))
    }
}

/// The baselines and results of a portal, oldest first.
///
/// What a target is held against is the latest of them that is later than its baseline and not
/// later than the day on which it fell due.
///
/// The baseline of a target is the first of these that there is:
/// 1. what its own plan calls the baseline;
/// 2. what its own plan gives as a result: a plan that says where things stand starts from there;
/// 3. the latest that holds for a time before the target: before its stage or school year, or
///    before its plan.
struct Observations<'portal> {
    all: BTreeMap<Observed<'portal>, Vec<Observation>>,
    by_plan: BTreeMap<(Observed<'portal>, PlanIndex, StatementKind), Vec<Observation>>,
}

impl<'portal> Observations<'portal> {
    fn new(portal: &'portal Portal) -> Self {
        let mut all: BTreeMap<_, Vec<Observation>> = BTreeMap::new();
        for (position, statement) in portal.statements.iter().enumerate() {
            let is_report =
                matches!(statement.kind, StatementKind::Baseline | StatementKind::Result);
            let is_observed = is_report && statement.replaced_by.is_none();
            if let (true, Some(opening), Some(end)) =
                (is_observed, statement.period.first_day(), statement.period.last_day())
            {
                let breaks = usize::from(statement.series_break);
                all.entry(observed(portal, statement)).or_default().push(Observation {
                    index: StatementIndex(position),
                    opening,
                    end,
                    breaks,
                });
            }
        }
        let mut by_plan: BTreeMap<_, Vec<Observation>> = BTreeMap::new();
        for (about, observations) in &mut all {
            // Of two for one time the one that comes later in the portal counts: what is reported
            // outside the plans comes last. What a part of the year says, a quarter that ends with
            // it, says less of its end.
            observations.sort_by_key(|observation| {
                let statement = portal.statement(observation.index);
                let is_whole = !statement.period.is_part_of_year();
                (observation.end, statement.kind, is_whole, observation.index)
            });
            let mut breaks = 0;
            for observation in observations {
                breaks += observation.breaks;
                observation.breaks = breaks;
                let statement = portal.statement(observation.index);
                if let Evidence::Clause { plan, .. } = statement.evidence {
                    by_plan
                        .entry((about.clone(), plan, statement.kind))
                        .or_default()
                        .push(*observation);
                }
            }
        }
        Observations { all, by_plan }
    }

    fn assess(&self, portal: &'portal Portal, target: &'portal Statement) -> Option<Assessment> {
        // Nobody owes a report on an aim, and a report meets no promise that was not made.
        if !target.kind.is_promise() {
            return None;
        }
        let plan = match target.evidence {
            Evidence::Clause { plan, .. } => Some(plan),
            Evidence::Outside(_) => None,
        };
        let as_of = first_day(portal.as_of);
        let issued = plan.map_or(as_of, |plan| first_day(portal.plan(plan).date));
        let schedule = Schedule::new(target.goal, target.period, issued, as_of);

        let about = observed(portal, target);
        let observations = self.all.get(&about).map_or(&[][..], Vec::as_slice);
        let baseline = self.baseline(target, (&about, plan), issued, observations);
        // What holds for a time that has not begun on the portal's date is not known yet.
        let due = schedule.over.or(schedule.next);
        let is_later = |observation: &Observation| {
            due.is_some_and(|due| observation.is_later_than(due, target.period))
        };
        let counts = |observation: &&Observation| {
            observation.opening <= as_of
                && baseline.is_none_or(|baseline| observation.end > baseline.end)
        };
        let latest =
            observations.iter().rev().filter(counts).find(|observation| !is_later(observation));
        let reported_later = observations.iter().rev().filter(counts).any(is_later);

        let breaks = match (baseline, latest) {
            (Some(baseline), Some(latest)) => {
                latest.breaks > baseline.breaks || target.series_break
            }
            _ => target.series_break,
        };
        let reading = |observation: &Observation| {
            let statement = portal.statement(observation.index);
            let is_part_of_year = statement.period.is_part_of_year();
            Reading { said: statement.goal, day: observation.end, is_part_of_year }
        };
        let verdict = judge(&Question {
            method: portal.status_method,
            goal: target.goal,
            direction: portal.indicator(target.indicator).direction,
            due,
            baseline: baseline.map(reading),
            latest: latest.map(reading),
            reported_later,
            series_break: breaks,
            as_of,
        });
        Some(Assessment {
            verdict,
            schedule,
            baseline: baseline.map(|baseline| baseline.index),
            latest: latest.map(|latest| latest.index),
            is_draft: plan.is_some_and(|plan| portal.plan(plan).status == PlanStatus::Draft),
        })
    }

    fn baseline<'index>(
        &'index self,
        target: &'portal Statement,
        (about, plan): (&Observed<'portal>, Option<PlanIndex>),
        issued: Date,
        observations: &'index [Observation],
    ) -> Option<&'index Observation> {
        let end = target.period.last_day();
        let last_before = |observations: &'index [Observation], day: Option<Date>| {
            let known = day.map_or(observations.len(), |day| {
                observations.partition_point(|observation| observation.end < day)
            });
            observations[..known].last()
        };
        let own = |kind: StatementKind| {
            let observations = self.by_plan.get(&(about.clone(), plan?, kind))?;
            last_before(observations, end)
        };
        let start = match target.period {
            Period::Stage { .. } | Period::SchoolYear(_) => target.period.first_day(),
            _ => Some(issued),
        };
        own(StatementKind::Baseline)
            .or_else(|| own(StatementKind::Result))
            .or_else(|| last_before(observations, start))
    }
}
