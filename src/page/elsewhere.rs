//! The same indicator elsewhere: what the places round a place have promised, few enough for any page.

use serde::Serialize;

use super::PortalIndex;
use super::figures::latest_targets;
use super::portal_index::status;
use super::route::{Page, Route, relative};
use super::wording::{breakdown, goal, period};
use crate::language::Language;
use crate::portal::{IndicatorIndex, PlaceIndex, PlanStatus, Portal, Statement};

/// Places that stand in the same way to a place.
#[derive(Debug, Serialize)]
pub struct Others<'portal> {
    /// `parent`, `communes`, `siblings`, `provinces`.
    pub kind: &'static str,
    pub places: Vec<PlaceValues<'portal>>,
    /// How many there are beside these.
    pub more: usize,
}

/// What a place has promised, in brief.
#[derive(Debug, Serialize)]
pub struct PlaceValues<'portal> {
    pub name: &'portal str,
    pub href: String,
    pub values: Vec<BriefValue>,
    /// How many values are not shown.
    pub more: usize,
}

#[derive(Debug, Serialize)]
pub struct BriefValue {
    pub breakdown: String,
    pub value: String,
    pub period: String,
    pub draft: bool,
}

/// How many values of another place are shown.
pub const SHOWN_VALUES: usize = 4;
/// How many places are shown of each kind.
const SHOWN_PLACES: usize = 12;

/// The place's province, its communes, and its neighbours by name; kinds without places are left out.
pub fn others<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    at: PlaceIndex,
    language: Language,
    path: &str,
) -> Vec<Others<'portal>> {
    let parent = portal.place(at).parent;
    let values = |place: PlaceIndex| place_values(portal, index, indicator, place, language, path);
    let mut groups = Vec::new();
    if let Some(parent) = parent.filter(|&parent| !index.at(indicator, parent).is_empty()) {
        groups.push(Others { kind: "parent", places: vec![values(parent)], more: 0 });
    }
    let communes = index.places_in(indicator, Some(at), language);
    groups.push(Others {
        kind: "communes",
        places: communes.iter().take(SHOWN_PLACES).copied().map(values).collect(),
        more: communes.len().saturating_sub(SHOWN_PLACES),
    });
    let siblings = index.places_in(indicator, parent, language).len().saturating_sub(1);
    groups.push(Others {
        kind: if parent.is_some() { "siblings" } else { "provinces" },
        places: index.around(portal, indicator, at, SHOWN_PLACES, language).map(values).collect(),
        more: siblings.saturating_sub(SHOWN_PLACES),
    });
    groups.retain(|group| !group.places.is_empty());
    groups
}

/// The latest targets of a place, or what else it has where it has no targets.
pub fn place_values<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    place: PlaceIndex,
    language: Language,
    path: &str,
) -> PlaceValues<'portal> {
    let measure = &portal.indicator(indicator).measure;
    let values = newest(portal, index, indicator, place);
    PlaceValues {
        name: portal.place(place).name.get(language),
        href: relative(path, &Route::Page(language, Page::IndicatorAtPlace(indicator, place)).path(portal)),
        more: values.len().saturating_sub(SHOWN_VALUES),
        values: values
            .into_iter()
            .take(SHOWN_VALUES)
            .map(|statement| BriefValue {
                breakdown: breakdown(portal, &statement.breakdown, language),
                value: goal(portal, measure, statement.goal, language),
                period: period(statement.period, language),
                draft: status(portal, statement) == PlanStatus::Draft,
            })
            .collect(),
    }
}

/// The latest targets of an indicator at a place, or all its statements where it has no targets.
pub fn newest<'portal>(portal: &'portal Portal, index: &PortalIndex, indicator: IndicatorIndex, place: PlaceIndex) -> Vec<&'portal Statement> {
    let statements: Vec<&Statement> = index.at(indicator, place).iter().map(|&position| portal.statement(position)).collect();
    let latest = latest_targets(portal, &statements);
    if latest.is_empty() { statements } else { latest }
}
