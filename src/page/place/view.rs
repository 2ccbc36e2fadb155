//! A place: its plans, and all that was promised for it, topic by topic.

use serde::Serialize;

use super::glance::{Cell, cells};
use super::list::{PlaceCard, communes, kind_name, newest_first};
use crate::address::{Page, Route, has_revisions, relative};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::comparison::levels::comparisons;
use crate::page::parts::day::Day;
use crate::page::parts::downloads::Downloads;
use crate::page::parts::link::{Link, PlanLine, plan_line};
use crate::page::parts::row::{By, Group, groups};
use crate::portal::{PlaceIndex, Portal, Statement};

#[derive(Debug, Serialize)]
pub struct PlaceView<'portal> {
    pub downloads: Option<Downloads>,
    pub name: &'portal str,
    pub full_name: &'portal str,
    pub kind: &'static str,
    pub parent: Option<Link<'portal>>,
    pub region: Option<&'portal str>,
    pub code: Option<Code<'portal>>,
    pub communes_count: Option<CommunesCount>,
    pub former_names: &'portal [String],
    pub facts: Vec<Fact<'portal>>,
    pub plans: Vec<PlanLine<'portal>>,
    pub topics: Vec<TopicRows<'portal>>,
    pub statements: usize,
    pub communes: Vec<PlaceCard<'portal>>,
    /// The page of what its newer plans changed, where it has more than one.
    pub revisions_href: Option<String>,
    /// Where it stands beside its province, or its communes beside it.
    pub comparisons: Vec<Link<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct Code<'portal> {
    pub value: &'portal str,
    pub list: Day,
}

#[derive(Debug, Serialize)]
pub struct CommunesCount {
    pub count: u32,
    pub date: Day,
}

#[derive(Debug, Serialize)]
pub struct Fact<'portal> {
    pub date: Day,
    pub text: &'portal str,
}

/// What was promised in one topic.
#[derive(Debug, Serialize)]
pub struct TopicRows<'portal> {
    pub slug: &'portal str,
    pub name: &'portal str,
    /// What is promised now, each with its strip.
    pub cells: Vec<Cell<'portal>>,
    /// Every figure with its source.
    pub groups: Vec<Group<'portal>>,
    pub rows: usize,
}

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlaceIndex,
    language: Language,
    path: &str,
) -> PlaceView<'portal> {
    let place = portal.place(at);
    let plans = newest_first(portal, index, at);
    let day = |date| Day::new(date, language);
    PlaceView {
        downloads: Downloads::of_place(portal, index, at, path),
        name: place.name.get(language),
        full_name: place.full_name.get(language),
        kind: kind_name(place.kind),
        parent: place.parent.map(|parent| Link {
            name: portal.place(parent).name.get(language),
            href: relative(path, &Route::Page(language, Page::Place(parent)).path(portal)),
        }),
        region: place.region.as_ref().map(|region| region.get(language).as_str()),
        code: place.code.as_ref().map(|code| Code { value: &code.value, list: day(code.list) }),
        communes_count: place
            .communes
            .as_ref()
            .map(|communes| CommunesCount { count: communes.count, date: day(communes.date) }),
        former_names: &place.former_names,
        facts: place
            .facts
            .iter()
            .map(|fact| Fact { date: day(fact.date), text: fact.text.get(language) })
            .collect(),
        plans: plans
            .into_iter()
            .map(|plan| plan_line(portal, plan, index.of_plan(plan).len(), language, path))
            .collect(),
        topics: topics(portal, index, at, language, path),
        statements: index.of_place(at).len(),
        communes: communes(portal, index, at, language, path),
        revisions_href: has_revisions(index.plans_of(at).len())
            .then(|| relative(path, &Route::Page(language, Page::Revisions(at)).path(portal))),
        comparisons: comparisons(portal, index, at, language, path),
    }
}

fn topics<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    at: PlaceIndex,
    language: Language,
    path: &str,
) -> Vec<TopicRows<'portal>> {
    let mut by_topic: Vec<Vec<&'portal Statement>> = vec![Vec::new(); portal.topics.len()];
    for &position in index.of_place(at) {
        let statement = portal.statement(position);
        by_topic[portal.indicator(statement.indicator).topic.0].push(statement);
    }
    let topics = by_topic.into_iter().enumerate().filter(|(_, statements)| !statements.is_empty());
    topics
        .map(|(position, mut statements)| {
            let topic = &portal.topics[position];
            // The latest promise first, then what came before it.
            statements.sort_by_key(|statement| {
                (statement.indicator, std::cmp::Reverse(statement.period.order()), statement.kind)
            });
            TopicRows {
                slug: &topic.slug,
                name: topic.name.get(language),
                cells: cells(portal, index, &statements, language, path),
                rows: statements.len(),
                groups: groups(portal, index, &statements, By::Indicator, language, path),
            }
        })
        .collect()
}
