//! The list of all indicators, topic by topic.

use serde::Serialize;

use crate::address::{Page, Route, relative};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::portal::{IndicatorIndex, Portal, TopicIndex};
use crate::wording::measure_name;

#[derive(Debug, Serialize)]
pub struct IndicatorsView<'portal> {
    pub topics: Vec<TopicList<'portal>>,
    pub indicators: usize,
}

#[derive(Debug, Serialize)]
pub struct TopicList<'portal> {
    pub slug: &'portal str,
    pub name: &'portal str,
    pub indicators: Vec<IndicatorLine<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct IndicatorLine<'portal> {
    pub name: &'portal str,
    pub href: String,
    pub unit: String,
    pub places: usize,
    pub statements: usize,
}

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    language: Language,
    path: &str,
) -> IndicatorsView<'portal> {
    let mut lists: Vec<TopicList<'portal>> = portal
        .topics
        .iter()
        .map(|topic| TopicList {
            slug: &topic.slug,
            name: topic.name.get(language),
            indicators: Vec::new(),
        })
        .collect();
    for (position, indicator) in portal.indicators.iter().enumerate() {
        let at = IndicatorIndex(position);
        let TopicIndex(topic) = indicator.topic;
        lists[topic].indicators.push(IndicatorLine {
            name: indicator.name.get(language),
            href: relative(path, &Route::Page(language, Page::Indicator(at)).path(portal)),
            unit: measure_name(portal, &indicator.measure, language),
            places: index.places_with(at).count(),
            statements: index.of_indicator(at).len(),
        });
    }
    lists.retain(|list| !list.indicators.is_empty());
    IndicatorsView { topics: lists, indicators: portal.indicators.len() }
}
