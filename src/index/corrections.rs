//! What the portal had wrong and has mended, newest first.

use crate::language::date::Date;
use crate::portal::{PlaceIndex, PlanIndex, Portal, StatementIndex, cited};

/// A correction, by what it is of and its number there, from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Corrected {
    Plan(PlanIndex, usize),
    Value(StatementIndex, usize),
}

/// Every correction of a portal, newest first.
pub fn corrections(portal: &Portal) -> Vec<Corrected> {
    let of_plans = portal.plans.iter().enumerate().flat_map(|(plan, record)| {
        (0..record.corrections.len()).map(move |number| Corrected::Plan(PlanIndex(plan), number))
    });
    let of_values = portal.statements.iter().enumerate().flat_map(|(position, statement)| {
        (0..statement.corrections.len())
            .map(move |number| Corrected::Value(StatementIndex(position), number))
    });
    let mut all: Vec<Corrected> = of_plans.chain(of_values).collect();
    all.sort_by_key(|corrected| {
        std::cmp::Reverse((corrected.date(portal), std::cmp::Reverse(*corrected)))
    });
    all
}

impl Corrected {
    pub fn date(self, portal: &Portal) -> Date {
        match self {
            Corrected::Plan(plan, number) => portal.plan(plan).corrections[number].words.date,
            Corrected::Value(statement, number) => {
                portal.statement(statement).corrections[number].date
            }
        }
    }

    pub fn place(self, portal: &Portal) -> PlaceIndex {
        match self {
            Corrected::Plan(plan, _) => portal.plan(plan).place,
            Corrected::Value(statement, _) => portal.statement(statement).place,
        }
    }

    /// The plan that it is in; none for a value from outside the plans.
    pub fn plan(self, portal: &Portal) -> Option<PlanIndex> {
        match self {
            Corrected::Plan(plan, _) => Some(plan),
            Corrected::Value(statement, _) => {
                cited(portal.statement(statement)).map(|(plan, _)| plan)
            }
        }
    }

    /// What stays the same whatever else changes in the portal: what it is of, its day, and its
    /// number among those of the day.
    pub fn id(self, portal: &Portal) -> String {
        let date = self.date(portal);
        let (of, number) = match self {
            Corrected::Plan(plan, number) => {
                let plan = portal.plan(plan);
                let of_the_day = plan.corrections[..number]
                    .iter()
                    .filter(|correction| correction.words.date == date)
                    .count();
                (format!("{}/{}", portal.place_path(plan.place), plan.slug), of_the_day)
            }
            Corrected::Value(position, number) => {
                let statement = portal.statement(position);
                let of_the_day = statement.corrections[..number]
                    .iter()
                    .filter(|correction| correction.date == date)
                    .count();
                let plan = cited(statement).map_or_else(
                    || "results".to_owned(),
                    |(plan, _)| portal.plan(plan).slug.clone(),
                );
                (
                    format!("{}/{plan}/{}", portal.place_path(statement.place), statement.id),
                    of_the_day,
                )
            }
        };
        format!("{of}/{}-{}", date.iso(), number + 1)
    }
}
