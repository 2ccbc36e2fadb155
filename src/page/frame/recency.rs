//! How recent a page is: the newest of the documents that it shows and of the corrections made in
//! it.
//!
//! Nothing else is known of when a page changed, because a build reads no clock and no file times:
//! the same content makes the same pages whenever it is built.

use crate::address::Page;
use crate::index::PortalIndex;
use crate::language::date::Date;
use crate::portal::{PlaceIndex, PlanIndex, Portal, StatementIndex, cited};

/// The newest document or correction on a page; `None` where it rests on neither.
pub fn newest(portal: &Portal, index: &PortalIndex, page: Page) -> Option<Date> {
    let of_statements = |statements: &[StatementIndex]| {
        statements.iter().filter_map(|&statement| of_statement(portal, statement)).max()
    };
    let of_place = |place: PlaceIndex| {
        let plans = index.plans_of(place).iter().map(|&plan| of_plan(portal, plan)).max();
        plans.max(of_statements(index.of_place(place)))
    };
    match page {
        Page::Home
        | Page::Places
        | Page::Plans
        | Page::Indicators
        | Page::Due
        | Page::Evidence
        | Page::Conflicts
        | Page::Corrections
        | Page::Data => {
            let plan = index.newest_plans().first().map(|&plan| portal.plan(plan).date);
            plan.max(index.corrections().first().map(|correction| correction.date(portal)))
        }
        Page::Place(place) | Page::Revisions(place) | Page::ConflictsAt(place) => of_place(place),
        Page::Levels(place) => of_place(place).max(portal.place(place).parent.and_then(of_place)),
        Page::Plan(plan) | Page::Sides(plan) => {
            of_statements(index.of_plan(plan)).max(Some(of_plan(portal, plan)))
        }
        Page::Indicator(indicator) => of_statements(index.of_indicator(indicator)),
        Page::IndicatorInProvince(indicator, province) => {
            let communes = index
                .communes_of(province)
                .iter()
                .map(|&commune| of_statements(index.at(indicator, commune)));
            communes.chain([of_statements(index.at(indicator, province))]).max().flatten()
        }
        Page::IndicatorAtPlace(indicator, place) => of_statements(index.at(indicator, place)),
        Page::Contact | Page::Glossary | Page::Search | Page::Prose(_) => None,
    }
}

fn of_plan(portal: &Portal, plan: PlanIndex) -> Date {
    let plan = portal.plan(plan);
    plan.corrections
        .iter()
        .map(|correction| correction.words.date)
        .max()
        .unwrap_or(plan.date)
        .max(plan.date)
}

fn of_statement(portal: &Portal, statement: StatementIndex) -> Option<Date> {
    let statement = portal.statement(statement);
    let plan = cited(statement).map(|(plan, _)| portal.plan(plan).date);
    plan.max(statement.corrections.iter().map(|correction| correction.date).max())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Localized;
    use crate::portal::{ValueCorrection, sample};

    #[test]
    fn a_page_is_as_new_as_its_newest_document() {
        let portal = sample::portal();
        let index = PortalIndex::new(&portal);
        let newest_plan = portal.plans.iter().map(|plan| plan.date).max();
        assert!(newest_plan.is_some());
        assert_eq!(newest(&portal, &index, Page::Home), newest_plan);
        for (plan, record) in portal.plans.iter().enumerate() {
            assert_eq!(newest(&portal, &index, Page::Plan(PlanIndex(plan))), Some(record.date));
        }
        assert_eq!(newest(&portal, &index, Page::Glossary), None);
    }

    #[test]
    fn a_correction_makes_every_page_that_shows_its_value_newer_and_no_other() {
        let mut portal = sample::portal();
        let mended = Date::new(2026, 11, 20).expect("a day");
        let statement = &mut portal.statements[0];
        let (indicator, place, goal) = (statement.indicator, statement.place, statement.goal);
        let (plan, _) = cited(statement).expect("a value from a plan");
        statement.corrections = vec![ValueCorrection {
            date: mended,
            old: goal,
            new: goal,
            reason: Localized::text("Sửa.", "Mended."),
        }];
        let index = PortalIndex::new(&portal);
        let showing = [
            Page::Home,
            Page::Corrections,
            Page::Place(place),
            Page::Plan(plan),
            Page::Indicator(indicator),
            Page::IndicatorAtPlace(indicator, place),
        ];
        for page in showing {
            assert_eq!(newest(&portal, &index, page), Some(mended), "{page:?}");
        }
        let others =
            (0..portal.plans.len()).map(PlanIndex).filter(|&other| other != plan).map(Page::Plan);
        for page in others {
            assert_ne!(newest(&portal, &index, page), Some(mended), "{page:?}");
        }
    }
}
