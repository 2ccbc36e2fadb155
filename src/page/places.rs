//! The lists of all places, region by region, and of all plans, newest first.

use serde::Serialize;

use super::PortalIndex;
use super::route::{Page, Route, relative};
use super::row::{PlanLine, plan_line};
use crate::language::Language;
use crate::portal::{PlaceIndex, PlaceKind, Portal};

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
    pub communes: Vec<PlaceCard<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct PlansView<'portal> {
    pub plans: Vec<PlanLine<'portal>>,
}

pub fn places<'portal>(portal: &'portal Portal, index: &PortalIndex, language: Language, path: &str) -> PlacesView<'portal> {
    let mut regions: Vec<Region<'portal>> = Vec::new();
    for place in provinces(portal, index, language) {
        let name = portal.place(place).region.as_ref().map_or("", |region| region.get(language).as_str());
        let card = card(portal, index, place, language, path);
        match regions.iter_mut().find(|region| region.name == name) {
            Some(region) => region.places.push(card),
            None => regions.push(Region { name, places: vec![card] }),
        }
    }
    PlacesView { regions, places: portal.places.len() }
}

pub fn plans<'portal>(portal: &'portal Portal, index: &PortalIndex, language: Language, path: &str) -> PlansView<'portal> {
    PlansView { plans: index.newest_plans().iter().map(|&plan| plan_line(portal, plan, index.of_plan(plan).len(), language, path)).collect() }
}

/// The places without a parent, by name.
pub fn provinces(portal: &Portal, index: &PortalIndex, language: Language) -> Vec<PlaceIndex> {
    let mut provinces: Vec<PlaceIndex> = (0..portal.places.len()).map(PlaceIndex).filter(|&place| portal.place(place).parent.is_none()).collect();
    provinces.sort_by_key(|&place| index.place_rank(place, language));
    provinces
}

/// A place with the communes in it, by name.
pub fn card<'portal>(portal: &'portal Portal, index: &PortalIndex, place: PlaceIndex, language: Language, path: &str) -> PlaceCard<'portal> {
    let mut communes: Vec<PlaceIndex> = index.communes_of(place).to_vec();
    communes.sort_by_key(|&commune| index.place_rank(commune, language));
    PlaceCard {
        name: portal.place(place).name.get(language),
        full_name: portal.place(place).full_name.get(language),
        href: relative(path, &Route::Page(language, Page::Place(place)).path(portal)),
        plans: index.plans_of(place).len(),
        statements: index.of_place(place).len(),
        // A commune has no communes; a portal that says otherwise is not followed further.
        communes: if portal.place(place).parent.is_some() {
            Vec::new()
        } else {
            communes.into_iter().map(|commune| card(portal, index, commune, language, path)).collect()
        },
    }
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
