//! The same indicator elsewhere: what the places round a place have promised, few enough for any
//! page.

use serde::Serialize;

use crate::address::{Page, Route, relative};
use crate::compare::{Comparison, comparable, compare};
use crate::index::PortalIndex;
use crate::language::{Language, pick};
use crate::page::figure::bars::{Bars, bar_label, bars};
use crate::page::figure::captioned::{Caption, Figure, can_be_drawn};
use crate::page::figure::scale::latest_targets;
use crate::portal::{
    IndicatorIndex, Measure, PlaceIndex, PlanStatus, Portal, Statement, StatementKind, status,
};
use crate::wording::{breakdown, period, value};

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
    /// Whether its source can hardly be read.
    pub uncertain: bool,
    /// How an editor reads its sentence, where the program does not.
    pub reading: Option<String>,
    /// Whether the plan only works towards it.
    pub aim: bool,
}

/// How many values of another place are shown.
pub const SHOWN_VALUES: usize = 4;
/// How many places are shown of each kind.
const SHOWN_PLACES: usize = 12;

/// The place's province, its communes, and its neighbours by name; kinds without places are left
/// out.
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

/// How many bars the chart of a place among others has, about: more breakdowns leave room for fewer
/// places.
const MOST_BARS: usize = 24;

/// The place, its province, its communes where they are few, and the places round it, on each thing
/// on which it has a target: only what is meant for the same time, breakdown and denominator,
/// highest first, and by name where values are the same.
pub fn beside_others(
    portal: &Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    at: PlaceIndex,
    title: &str,
    language: Language,
    path: &str,
) -> Option<Figure> {
    let targets = |place: PlaceIndex| -> Vec<&Statement> {
        let statements: Vec<&Statement> =
            index.at(indicator, place).iter().map(|&position| portal.statement(position)).collect();
        let mut targets = latest_targets(portal, &statements);
        // Of what a plan says twice, the first.
        targets.dedup_by_key(|statement| comparable(portal, statement));
        targets
    };
    let own: Vec<&Statement> =
        targets(at).into_iter().filter(|statement| can_be_drawn(portal, statement)).collect();
    let about = portal.indicator(indicator);
    // A commune has fewer things than its province by its size alone.
    let by_size = matches!(&about.measure, Measure::Counted(unit) if unit.starts_with("count:"));
    let parent = portal.place(at).parent.filter(|_| !by_size);
    // Of many communes some would say nothing of the rest: their province has a page for them.
    let communes = Some(index.places_in(indicator, Some(at), language))
        .filter(|communes| !by_size && communes.len() <= SHOWN_PLACES)
        .unwrap_or_default();
    let most = (MOST_BARS / own.len().max(1)).clamp(2, SHOWN_PLACES);
    let places: Vec<PlaceIndex> = [Some(at), parent]
        .into_iter()
        .flatten()
        .chain(communes.iter().copied())
        .chain(index.around(portal, indicator, at, most, Language::Vi))
        .collect();
    let all: Vec<Vec<&Statement>> = places.iter().map(|&place| targets(place)).collect();
    let mut shown: Vec<&Statement> = Vec::new();
    for mine in own {
        let is_like = |other: &&Statement| {
            comparable(portal, other) == comparable(portal, mine)
                && compare(about.direction, other.goal, mine.goal) != Comparison::Unlike
        };
        let mut alike: Vec<&Statement> = all
            .iter()
            .filter_map(|targets| targets.iter().copied().find(|other| is_like(other)))
            .collect();
        if alike.len() > 1 {
            alike.sort_by_key(|statement| {
                (
                    std::cmp::Reverse(statement.goal.value()),
                    index.place_rank(statement.place, language),
                )
            });
            shown.extend(alike);
        }
    }
    let chart_path = Route::Page(language, Page::IndicatorAtPlace(indicator, at))
        .named_chart_path(portal, pick(language, "so-sanh", "comparison"));
    let caption = Caption {
        id: "others-chart".to_owned(),
        title: format!(
            "{title}, {}",
            pick(language, "so với các nơi khác", "against other places")
        ),
        description: pick(
            language,
            "Mục tiêu mới nhất cho cùng một năm, từ cao xuống thấp; địa phương này được đánh dấu.",
            "Latest targets for the same year, highest first; this place is marked.",
        )
        .to_owned(),
        page: path.to_owned(),
        path: chart_path,
    };
    bars(
        portal,
        &shown,
        language,
        caption,
        Bars {
            most: MOST_BARS + SHOWN_PLACES,
            from: Some(path),
            about: Some(at),
            others: 0,
            index,
        },
        |statement| bar_label(portal, statement, language),
    )
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
    let values = newest(portal, index, indicator, place);
    PlaceValues {
        name: portal.place(place).name.get(language),
        href: relative(
            path,
            &Route::Page(language, Page::IndicatorAtPlace(indicator, place)).path(portal),
        ),
        more: values.len().saturating_sub(SHOWN_VALUES),
        values: values
            .into_iter()
            .take(SHOWN_VALUES)
            .map(|statement| BriefValue {
                breakdown: breakdown(portal, &statement.breakdown, language),
                value: value(portal, statement, language),
                period: period(statement.period, language),
                draft: status(portal, statement) == PlanStatus::Draft,
                uncertain: statement.uncertain,
                reading: statement.reading().map(|reading| reading.get(language).clone()),
                aim: statement.kind == StatementKind::Aim,
            })
            .collect(),
    }
}

/// The latest targets of an indicator at a place, or all its statements where it has no targets.
pub fn newest<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    indicator: IndicatorIndex,
    place: PlaceIndex,
) -> Vec<&'portal Statement> {
    let statements: Vec<&Statement> =
        index.at(indicator, place).iter().map(|&position| portal.statement(position)).collect();
    let latest = latest_targets(portal, &statements);
    let standing = statements.into_iter().filter(|statement| statement.replaced_by.is_none());
    if latest.is_empty() { standing.collect() } else { latest }
}
