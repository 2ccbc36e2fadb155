//! The lists of all places, region by region, and of all plans, newest first.

use serde::Serialize;

use crate::address::{Page, Route, relative};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::parts::link::{PlanLine, plan_line};
use crate::portal::{PlaceIndex, PlaceKind, PlanIndex, Portal};

#[derive(Debug, Serialize)]
pub struct PlacesView<'portal> {
    pub regions: Vec<Region<'portal>>,
    pub places: usize,
}

#[derive(Debug, Serialize)]
pub struct Region<'portal> {
    /// Empty where places name none.
    pub name: &'portal str,
    pub places: Vec<PlaceCard<'portal>>,
}

/// A place in a list, with the communes in it.
#[derive(Debug, Serialize)]
pub struct PlaceCard<'portal> {
    pub name: &'portal str,
    pub full_name: &'portal str,
    pub href: String,
    pub plans: usize,
    pub statements: usize,
    /// Empty where the portal has so many that they stand on the page of their province alone.
    pub communes: Vec<PlaceCard<'portal>>,
    /// How many communes there are.
    pub communes_in_all: usize,
}

#[derive(Debug, Serialize)]
pub struct PlansView<'portal> {
    /// Newest first; empty where they are grouped.
    pub plans: Vec<PlanLine<'portal>>,
    /// By province, where there are too many for one list.
    pub provinces: Vec<ProvincePlans<'portal>>,
}

/// The plans of a province and of its communes.
#[derive(Debug, Serialize)]
pub struct ProvincePlans<'portal> {
    pub name: &'portal str,
    pub href: String,
    /// The province's own, newest first.
    pub plans: Vec<PlanLine<'portal>>,
    /// How many more it has.
    pub more: usize,
    /// How many its communes have.
    pub of_communes: usize,
}

/// How many places, or plans, are listed on one page.
const ONE_PAGE: usize = 200;
/// How many plans of a province are listed among those of others.
const NEWEST_OF_PROVINCE: usize = 5;

pub fn places<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    language: Language,
    path: &str,
) -> PlacesView<'portal> {
    let mut regions: Vec<Region<'portal>> = Vec::new();
    for place in provinces(portal, index, language) {
        let name =
            portal.place(place).region.as_ref().map_or("", |region| region.get(language).as_str());
        let card = card(portal, index, place, language, path);
        match regions.iter_mut().find(|region| region.name == name) {
            Some(region) => region.places.push(card),
            None => regions.push(Region { name, places: vec![card] }),
        }
    }
    PlacesView { regions, places: portal.places.len() }
}

pub fn plans<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    language: Language,
    path: &str,
) -> PlansView<'portal> {
    let line =
        |&plan: &PlanIndex| plan_line(portal, plan, index.of_plan(plan).len(), language, path);
    if portal.plans.len() <= ONE_PAGE {
        return PlansView {
            plans: index.newest_plans().iter().map(line).collect(),
            provinces: Vec::new(),
        };
    }
    let province = |place: PlaceIndex| {
        let plans = newest_first(portal, index, place);
        ProvincePlans {
            name: portal.place(place).full_name.get(language),
            href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
            more: plans.len().saturating_sub(NEWEST_OF_PROVINCE),
            plans: plans.iter().take(NEWEST_OF_PROVINCE).map(line).collect(),
            of_communes: index
                .communes_of(place)
                .iter()
                .map(|&commune| index.plans_of(commune).len())
                .sum(),
        }
    };
    let mut grouped: Vec<ProvincePlans> =
        provinces(portal, index, language).into_iter().map(province).collect();
    grouped.retain(|province| !province.plans.is_empty() || province.of_communes > 0);
    PlansView { plans: Vec::new(), provinces: grouped }
}

/// A place's plans, newest first.
pub fn newest_first(portal: &Portal, index: &PortalIndex, place: PlaceIndex) -> Vec<PlanIndex> {
    let mut plans: Vec<PlanIndex> = index.plans_of(place).to_vec();
    plans.sort_by_key(|&plan| std::cmp::Reverse((portal.plan(plan).date, plan)));
    plans
}

/// The places without a parent, by name.
pub fn provinces(portal: &Portal, index: &PortalIndex, language: Language) -> Vec<PlaceIndex> {
    let mut provinces: Vec<PlaceIndex> = (0..portal.places.len())
        .map(PlaceIndex)
        .filter(|&place| portal.place(place).parent.is_none())
        .collect();
    provinces.sort_by_key(|&place| index.place_rank(place, language));
    provinces
}

/// A place with the communes in it, by name, if the portal has few places.
pub fn card<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    place: PlaceIndex,
    language: Language,
    path: &str,
) -> PlaceCard<'portal> {
    // A commune has no communes; a portal that says otherwise is not followed further.
    let lists_communes = portal.places.len() <= ONE_PAGE && portal.place(place).parent.is_none();
    PlaceCard {
        name: portal.place(place).name.get(language),
        full_name: portal.place(place).full_name.get(language),
        href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
        plans: index.plans_of(place).len(),
        statements: index.of_place(place).len(),
        communes: if lists_communes {
            communes(portal, index, place, language, path)
        } else {
            Vec::new()
        },
        communes_in_all: index.communes_of(place).len(),
    }
}

/// The communes in a place, by name.
pub fn communes<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    place: PlaceIndex,
    language: Language,
    path: &str,
) -> Vec<PlaceCard<'portal>> {
    let mut communes: Vec<PlaceIndex> = index.communes_of(place).to_vec();
    communes.sort_by_key(|&commune| index.place_rank(commune, language));
    communes.into_iter().map(|commune| card(portal, index, commune, language, path)).collect()
}

/// The name by which the theme's words know a kind of place.
pub fn kind_name(kind: PlaceKind) -> &'static str {
    match kind {
        PlaceKind::Province => "province",
        PlaceKind::City => "city",
        PlaceKind::Commune => "commune",
        PlaceKind::Ward => "ward",
        PlaceKind::SpecialZone => "special_zone",
    }
}
