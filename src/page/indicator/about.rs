//! What is said of an indicator on each of its pages.

use serde::Serialize;

use crate::address::{Page, Route, relative};
use crate::language::Language;
use crate::page::parts::link::Link;
use crate::portal::{Direction, IndicatorIndex, Portal};
use crate::wording::measure_name;

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

pub fn about<'portal>(
    portal: &'portal Portal,
    at: IndicatorIndex,
    language: Language,
    path: &str,
) -> About<'portal> {
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
        breakdowns: indicator
            .breakdowns
            .iter()
            .map(|&dimension| portal.dimension(dimension).name.get(language).as_str())
            .collect(),
        topic: Link {
            name: topic.name.get(language),
            href: format!(
                "{}#{}",
                relative(path, &Route::Page(language, Page::Indicators).path(portal)),
                topic.slug
            ),
        },
    }
}
