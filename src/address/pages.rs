//! Every page there will be.

use std::collections::BTreeSet;

use super::conflicts::places_with_conflicts;
use super::route::{DATA_SLUG, Page, Route};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::portal::{IndicatorIndex, PlaceIndex, PlanIndex, Portal, Translation};

/// Whether all statements on an indicator stand on its own page; else the communes' stand on pages
/// by province.
pub fn fits_one_page(statements: usize) -> bool {
    statements <= 60
}

/// Every page there will be. Heavy pages come first, so that parallel work ends together.
pub fn routes(portal: &Portal, index: &PortalIndex) -> Vec<Route> {
    let both = |page: Page| Language::ALL.map(|language| Route::Page(language, page));
    let mut pairs: Vec<(IndicatorIndex, PlaceIndex)> =
        portal.statements.iter().map(|statement| (statement.indicator, statement.place)).collect();
    let mut statements = vec![0usize; portal.indicators.len()];
    pairs.iter().for_each(|(indicator, _)| statements[indicator.0] += 1);
    pairs.sort_unstable();
    pairs.dedup();
    let mut routes: Vec<Route> = Vec::new();
    routes.extend((0..portal.plans.len()).map(PlanIndex).flat_map(|plan| both(Page::Plan(plan))));
    routes.extend(
        (0..portal.plans.len())
            .map(PlanIndex)
            .filter(|&plan| has_sides(portal, plan))
            .flat_map(|plan| both(Page::Sides(plan))),
    );
    routes.extend(
        (0..portal.indicators.len())
            .map(IndicatorIndex)
            .flat_map(|indicator| both(Page::Indicator(indicator))),
    );
    let parents: BTreeSet<(IndicatorIndex, PlaceIndex)> = pairs
        .iter()
        .filter(|(indicator, _)| !fits_one_page(statements[indicator.0]))
        .filter_map(|&(indicator, place)| Some((indicator, portal.place(place).parent?)))
        .collect();
    routes.extend(
        parents
            .into_iter()
            .flat_map(|(indicator, province)| both(Page::IndicatorInProvince(indicator, province))),
    );
    routes.extend(
        (0..portal.places.len()).map(PlaceIndex).flat_map(|place| both(Page::Place(place))),
    );
    routes.extend(
        [
            Page::Indicators,
            Page::Places,
            Page::Plans,
            Page::Home,
            Page::Due,
            Page::Evidence,
            Page::Conflicts,
            Page::Corrections,
            Page::Contact,
            Page::Glossary,
            Page::Search,
            Page::Data,
        ]
        .into_iter()
        .flat_map(both),
    );
    let compared = pages_of_comparison(portal);
    routes.extend(compared.into_iter().flat_map(both));
    routes.extend(
        places_with_conflicts(portal, index)
            .into_iter()
            .flat_map(|place| both(Page::ConflictsAt(place))),
    );
    let prose = portal.pages.iter().enumerate().filter(|(_, page)| page.slug != DATA_SLUG);
    routes.extend(prose.flat_map(|(index, _)| both(Page::Prose(index))));
    routes.extend(
        pairs
            .into_iter()
            .flat_map(|(indicator, place)| both(Page::IndicatorAtPlace(indicator, place))),
    );
    routes.extend([Route::Root, Route::NotFound]);
    routes
}

/// The revisions of places with more than one plan, and the communes that have plans as their
/// provinces have.
pub fn pages_of_comparison(portal: &Portal) -> Vec<Page> {
    let plans = plans_of_places(portal);
    let of_place = |at: usize| {
        let revisions = has_revisions(plans[at]).then_some(Page::Revisions(PlaceIndex(at)));
        let parent =
            portal.places[at].parent.filter(|parent| has_levels(plans[at], plans[parent.0]));
        revisions.into_iter().chain(parent.map(|_| Page::Levels(PlaceIndex(at))))
    };
    (0..portal.places.len()).flat_map(of_place).collect()
}

/// The pages of revisions.
pub fn pages_of_revisions(portal: &Portal) -> Vec<Page> {
    let plans = plans_of_places(portal);
    (0..portal.places.len())
        .filter(|&at| has_revisions(plans[at]))
        .map(|at| Page::Revisions(PlaceIndex(at)))
        .collect()
}

pub fn plans_of_places(portal: &Portal) -> Vec<usize> {
    let mut plans = vec![0; portal.places.len()];
    portal.plans.iter().for_each(|plan| plans[plan.place.0] += 1);
    plans
}

/// Whether a plan has its text in both languages to put side by side.
pub fn has_sides(portal: &Portal, plan: PlanIndex) -> bool {
    portal.plan(plan).translation == Translation::Whole
}

/// Whether a place with so many plans has a page of revisions.
pub fn has_revisions(plans: usize) -> bool {
    plans > 1
}

/// Whether a commune with so many plans has a page beside its province with so many.
pub fn has_levels(plans: usize, of_parent: usize) -> bool {
    plans > 0 && of_parent > 0
}
