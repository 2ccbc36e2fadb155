//! The only maker of URLs: every page there will be, and the path at which it stands in the site's
//! folder.
//!
//! Path words are localised and do not depend on what kind of unit a place is this year. Paths are
//! lower-case ASCII with `/` between folders and no leading slash; links between pages are
//! relative, so the folder works anywhere.

use super::link::relative;
use super::path_words::words;
use crate::language::Language;
use crate::portal::{IndicatorIndex, PlaceIndex, PlanIndex, Portal};

/// The address of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Route {
    /// The choice of language.
    Root,
    /// What a server sends for an address that is not there.
    NotFound,
    Page(Language, Page),
}

/// A page that both languages have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Page {
    Home,
    Places,
    Place(PlaceIndex),
    Plans,
    Plan(PlanIndex),
    /// A plan in both languages, clause by clause; only where it has both.
    Sides(PlanIndex),
    Indicators,
    Indicator(IndicatorIndex),
    /// An indicator in the communes of a province; only where its own page cannot hold them all.
    IndicatorInProvince(IndicatorIndex, PlaceIndex),
    IndicatorAtPlace(IndicatorIndex, PlaceIndex),
    /// Due and unreported.
    Due,
    /// How much is proven, and which figures of the plans no statement rests on.
    Evidence,
    /// Statements that cannot both be meant.
    Conflicts,
    /// Those of a place and its communes; only where one page cannot hold all.
    ConflictsAt(PlaceIndex),
    /// What the newer plans of a place changed; only where it has two.
    Revisions(PlaceIndex),
    /// A commune beside its province; only where both have plans.
    Levels(PlaceIndex),
    /// What the portal had wrong and has mended.
    Corrections,
    /// How the editors are reached, and what to write to them.
    Contact,
    Glossary,
    Search,
    Data,
    /// A page of prose: an index into the portal's pages.
    Prose(usize),
}

/// The slug of the prose that the data page shows; it has no page of its own.
pub const DATA_SLUG: &str = "data";

impl Route {
    /// Where the page stands in the site's folder.
    pub fn path(self, portal: &Portal) -> String {
        match self {
            Route::Root => "index.html".to_owned(),
            Route::NotFound => "404.html".to_owned(),
            Route::Page(language, page) => format!("{}.html", stem(portal, language, page)),
        }
    }

    /// The way from another page to this one.
    pub fn relative_from(self, other: Route, portal: &Portal) -> String {
        relative(&other.path(portal), &self.path(portal))
    }

    /// Where the chart of an indicator's page, or of an indicator at a place, stands: beside its
    /// page.
    pub fn chart_path(self, portal: &Portal) -> String {
        match self {
            Route::Root | Route::NotFound => "chart.svg".to_owned(),
            Route::Page(language, page) => format!("{}.svg", stem(portal, language, page)),
        }
    }

    /// Where the picture stands that other sites show beside a link to the page: beside the page. A
    /// slug has no dot, so no other picture can have this name.
    pub fn preview_path(self, portal: &Portal) -> String {
        match self {
            Route::Root | Route::NotFound => stem(portal, Language::Vi, Page::Home) + ".card.png",
            Route::Page(language, page) => stem(portal, language, page) + ".card.png",
        }
    }

    /// Where another chart of the page stands. No slug has a dot, so it is no other page's.
    pub fn named_chart_path(self, portal: &Portal, name: &str) -> String {
        match self {
            Route::Root | Route::NotFound => format!("chart.{name}.svg"),
            Route::Page(language, page) => format!("{}.{name}.svg", stem(portal, language, page)),
        }
    }

    /// Where the feed of a page stands: beside it.
    pub fn feed_path(self, portal: &Portal) -> String {
        match self {
            Route::Root | Route::NotFound => "index.xml".to_owned(),
            Route::Page(language, page) => format!("{}.xml", stem(portal, language, page)),
        }
    }

    pub fn language(self) -> Option<Language> {
        match self {
            Route::Root | Route::NotFound => None,
            Route::Page(language, _) => Some(language),
        }
    }
}

/// The path without its ending.
fn stem(portal: &Portal, language: Language, page: Page) -> String {
    let words = words(language);
    let code = language.code();
    let place = |place: PlaceIndex| format!("{code}/{}/{}", words.places, portal.place_path(place));
    match page {
        Page::Home => format!("{code}/index"),
        Page::Places => format!("{code}/{}", words.places),
        Page::Place(index) => place(index),
        Page::Plans => format!("{code}/{}", words.plans),
        Page::Plan(index) => {
            let plan = portal.plan(index);
            format!("{}/{}/{}", place(plan.place), words.plans, plan.slug)
        }
        Page::Sides(index) => {
            format!("{}/{}", stem(portal, language, Page::Plan(index)), words.sides)
        }
        Page::Indicators => format!("{code}/{}", words.indicators),
        Page::Indicator(index) => {
            format!("{code}/{}/{}", words.indicators, portal.indicator(index).id)
        }
        Page::IndicatorInProvince(index, province) => format!(
            "{code}/{}/{}/{}",
            words.indicators,
            portal.indicator(index).id,
            portal.place(province).slug
        ),
        Page::IndicatorAtPlace(indicator, at) => {
            format!("{}/{}/{}", place(at), words.indicators, portal.indicator(indicator).id)
        }
        Page::Due => format!("{code}/{}", words.due),
        Page::Evidence => format!("{code}/{}", words.evidence),
        Page::Conflicts => format!("{code}/{}", words.conflicts),
        Page::ConflictsAt(at) => format!("{}/{}", place(at), words.conflicts),
        Page::Revisions(at) => format!("{}/{}", place(at), words.revisions),
        Page::Levels(at) => format!("{}/{}", place(at), words.comparison),
        Page::Corrections => format!("{code}/{}", words.corrections),
        Page::Contact => format!("{code}/{}", words.contact),
        Page::Glossary => format!("{code}/{}", words.glossary),
        Page::Search => format!("{code}/{}", words.search),
        Page::Data => format!("{code}/{}", words.data),
        Page::Prose(index) => match portal.pages[index].slug.as_str() {
            "about" => format!("{code}/{}", words.about),
            "method" => format!("{code}/{}", words.method),
            slug => format!("{code}/{slug}"),
        },
    }
}
