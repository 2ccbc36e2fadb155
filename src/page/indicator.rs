//! An indicator over all places: what it means, who promised how much, each figure with its clause.

use serde::Serialize;

use super::PortalIndex;
use super::figures::{Caption, Figure, bars, latest_targets};
use super::route::{Page, Route, relative};
use super::row::{Link, Row, row};
use super::wording::{breakdown, measure_name, period, pick};
use crate::language::Language;
use crate::portal::{Direction, IndicatorIndex, Portal, Statement};

#[derive(Debug, Serialize)]
pub struct IndicatorView<'portal> {
    pub about: About<'portal>,
    pub figure: Option<Figure>,
    pub rows: Vec<Row<'portal>>,
    /// The pages of the indicator at each place, by name.
    pub places: Vec<Link<'portal>>,
}

/// What an indicator is.
#[derive(Debug, Serialize)]
pub struct About<'portal> {
    pub id: &'portal str,
    pub name: &'portal str,
    pub href: String,
    pub definition: &'portal str,
    pub unit: String,
    /// `up`, `down`, `neither`.
    pub direction: &'static str,
    pub denominator: Option<&'portal str>,
    /// The ways in which its figures may be split, by name.
    pub breakdowns: Vec<&'portal str>,
    pub topic: Link<'portal>,
}

pub fn view<'portal>(portal: &'portal Portal, index: &PortalIndex, at: IndicatorIndex, language: Language, path: &str) -> IndicatorView<'portal> {
    let mut statements: Vec<&Statement> = index.of_indicator(at).iter().map(|&position| portal.statement(position)).collect();
    statements.sort_by_key(|statement| (index.place_rank(statement.place, language), &statement.breakdown, statement.period.end_year(), statement.kind));
    let mut places: Vec<_> = index.places_with(at).collect();
    places.sort_by_key(|&place| index.place_rank(place, language));
    IndicatorView {
        about: about(portal, at, language, path),
        figure: figure(portal, at, &statements, language, path),
        rows: statements.iter().map(|statement| row(portal, index, statement, language, path)).collect(),
        places: places
            .into_iter()
            .map(|place| Link {
                name: portal.place(place).name.get(language),
                href: relative(path, &Route::Page(language, Page::IndicatorAtPlace(at, place)).path(portal)),
            })
            .collect(),
    }
}

pub fn about<'portal>(portal: &'portal Portal, at: IndicatorIndex, language: Language, path: &str) -> About<'portal> {
    let indicator = portal.indicator(at);
    let topic = portal.topic(indicator.topic);
    About {
        id: &indicator.id,
        name: indicator.name.get(language),
        href: relative(path, &Route::Page(language, Page::Indicator(at)).path(portal)),
        definition: indicator.definition.get(language),
        unit: measure_name(portal, &indicator.measure, language),
        direction: match indicator.direction {
            Direction::Up => "up",
            Direction::Down => "down",
            Direction::Neither => "neither",
        },
        denominator: indicator.denominator.as_ref().map(|words| words.get(language).as_str()),
        breakdowns: indicator.breakdowns.iter().map(|&dimension| portal.dimension(dimension).name.get(language).as_str()).collect(),
        topic: Link {
            name: topic.name.get(language),
            href: format!("{}#{}", relative(path, &Route::Page(language, Page::Indicators).path(portal)), topic.slug),
        },
    }
}

/// The latest targets of all places: like beside like, highest first.
fn figure(portal: &Portal, at: IndicatorIndex, statements: &[&Statement], language: Language, path: &str) -> Option<Figure> {
    let mut latest = latest_targets(portal, statements);
    latest.sort_by_key(|statement| (&statement.breakdown, std::cmp::Reverse(statement.goal.value())));
    let route = Route::Page(language, Page::Indicator(at));
    let chart_path = route.chart_path(portal);
    let caption = Caption {
        id: "chart".to_owned(),
        title: portal.indicator(at).name.get(language).clone(),
        description: format!(
            "{} {}.",
            latest.len(),
            pick(language, "mục tiêu mới nhất của các địa phương, từ cao xuống thấp", "latest targets of the places, highest first")
        ),
        href: relative(path, &chart_path),
        path: chart_path,
    };
    bars(portal, &latest, language, caption, path, |statement| {
        let split = breakdown(portal, &statement.breakdown, language);
        let time = period(statement.period, language);
        let detail = if split.is_empty() || time.is_empty() { split + &time } else { format!("{split} · {time}") };
        [portal.place(statement.place).name.get(language).clone(), detail]
    })
}
