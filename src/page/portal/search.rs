//! The search page: a box, and the ways into the portal for those who have no script to search
//! with.

use serde::Serialize;

use crate::address::{Page, Route, relative};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::parts::link::Link;
use crate::page::place::list::provinces;
use crate::portal::{Portal, TopicIndex};

#[derive(Debug, Serialize)]
pub struct SearchView<'portal> {
    pub places: Vec<Link<'portal>>,
    pub topics: Vec<Link<'portal>>,
}

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    language: Language,
    path: &str,
) -> SearchView<'portal> {
    let to = |page: Page| relative(path, &Route::Page(language, page).path(portal));
    let has_indicators = |topic: usize| {
        portal.indicators.iter().any(|indicator| indicator.topic == TopicIndex(topic))
    };
    let topics = portal.topics.iter().enumerate().filter(|(position, _)| has_indicators(*position));
    SearchView {
        places: provinces(portal, index, language)
            .into_iter()
            .map(|place| Link {
                name: portal.place(place).name.get(language),
                href: to(Page::Place(place)),
            })
            .collect(),
        topics: topics
            .map(|(_, topic)| Link {
                name: topic.name.get(language),
                href: format!("{}#{}", to(Page::Indicators), topic.slug),
            })
            .collect(),
    }
}
