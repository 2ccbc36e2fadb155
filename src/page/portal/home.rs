//! The first page of a language: what was promised where, and how to read it.

use serde::Serialize;

use crate::address::{Page, Route, relative, statement_href};
use crate::index::PortalIndex;
use crate::language::Language;
use crate::page::parts::link::{PlanLine, plan_line};
use crate::page::parts::row::source;
use crate::page::place::list::{PlaceCard, card, provinces};
use crate::portal::{
    Evidence, IndicatorIndex, PlanStatus, Portal, StatementIndex, StatementKind, TextGrade,
    Translation,
};
use crate::wording::headline;

#[derive(Debug, Serialize)]
pub struct HomeView<'portal> {
    pub places: Vec<PlaceCard<'portal>>,
    pub topics: Vec<TopicCard<'portal>>,
    /// The newest.
    pub plans: Vec<PlanLine<'portal>>,
    pub all_plans: usize,
    pub all_places: usize,
    pub indicators: usize,
    pub proven: usize,
    /// Whether some of them are proven in Vietnamese alone.
    pub some_in_vietnamese_alone: bool,
    /// How many figures more are read by an editor.
    pub read_by_editor: usize,
    /// How many more are aims.
    pub aims: usize,
    /// How many of the proven by an uncertain reading.
    pub uncertain: usize,
    /// How many of them in a signed text.
    pub signed: usize,
    /// How much has fallen due without a report.
    pub unreported: usize,
    pub example: Option<Example<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct TopicCard<'portal> {
    pub name: &'portal str,
    pub href: String,
    pub indicators: usize,
    pub statements: usize,
}

/// One figure with its proof, to show how the portal is read.
#[derive(Debug, Serialize)]
pub struct Example<'portal> {
    pub sentence: String,
    pub href: String,
    pub quote: &'portal str,
    /// Whether it is the portal's edition that is quoted.
    pub edition: bool,
    pub source: String,
    pub clause: String,
    pub clause_href: String,
}

/// How many plans the page lists.
const NEWEST: usize = 6;

pub fn view<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    language: Language,
    path: &str,
) -> HomeView<'portal> {
    let indicators_page = relative(path, &Route::Page(language, Page::Indicators).path(portal));
    let mut topics: Vec<TopicCard> = portal
        .topics
        .iter()
        .map(|topic| TopicCard {
            name: topic.name.get(language),
            href: format!("{indicators_page}#{}", topic.slug),
            indicators: 0,
            statements: 0,
        })
        .collect();
    for (position, indicator) in portal.indicators.iter().enumerate() {
        let topic = &mut topics[indicator.topic.0];
        topic.indicators += 1;
        topic.statements += index.of_indicator(IndicatorIndex(position)).len();
    }
    topics.retain(|topic| topic.indicators > 0);
    let grades = index.grades();
    HomeView {
        places: provinces(portal, index, language)
            .into_iter()
            .map(|place| card(portal, index, place, language, path))
            .collect(),
        topics,
        plans: index
            .newest_plans()
            .iter()
            .take(NEWEST)
            .map(|&plan| plan_line(portal, plan, index.of_plan(plan).len(), language, path))
            .collect(),
        all_plans: portal.plans.len(),
        all_places: portal.places.len(),
        indicators: portal.indicators.len(),
        proven: grades.proven,
        read_by_editor: grades.read_by_editor,
        aims: grades.aims,
        some_in_vietnamese_alone: portal
            .plans
            .iter()
            .any(|plan| plan.translation == Translation::Pending),
        uncertain: crate::page::plan::coverage::uncertain_statements(portal),
        signed: crate::page::plan::coverage::signed_statements(portal),
        unreported: index.unreported().len(),
        example: example(portal, index, language, path),
    }
}

/// The first target with a figure of the newest plan that is in force and has the page's language.
fn example<'portal>(
    portal: &'portal Portal,
    index: &PortalIndex,
    language: Language,
    path: &str,
) -> Option<Example<'portal>> {
    let in_force = index.newest_plans().iter().filter(|&&plan| {
        portal.plan(plan).status == PlanStatus::Signed && !portal.plan(plan).is_pending_in(language)
    });
    let telling = |&at: &StatementIndex| {
        let statement = portal.statement(at);
        statement.kind == StatementKind::Target
            && statement.counts_as_proven()
            && statement.goal.value().is_some()
            && statement.period.end_year().is_some()
    };
    let statement =
        portal.statement(in_force.flat_map(|&plan| index.of_plan(plan)).copied().find(telling)?);
    let Evidence::Clause { plan, quote, .. } = &statement.evidence else { return None };
    let source = source(portal, statement, language, path);
    Some(Example {
        sentence: headline(portal, &[statement], language),
        href: statement_href(portal, statement, language, path),
        quote: &quote.get(language).text,
        edition: portal.plan(*plan).text_grade == TextGrade::Edition,
        source: source.name,
        clause: source.clause,
        clause_href: source.clause_href,
    })
}
