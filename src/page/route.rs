//! The only maker of URLs: every page there will be, and the path at which it stands in the site's
//! folder.
//!
//! Path words are localised and do not depend on what kind of unit a place is this year. Paths are
//! lower-case ASCII with `/` between folders and no leading slash; links between pages are
//! relative, so the folder works anywhere.

use std::collections::BTreeSet;

use super::conflicts::places_with_conflicts;
use crate::index::PortalIndex;
use crate::language::Language;
use crate::portal::{
    Evidence, IndicatorIndex, PlaceIndex, PlanIndex, Portal, Statement, Translation,
};

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

/// Whether all statements on an indicator stand on its own page; else the communes' stand on pages
/// by province.
pub fn fits_one_page(statements: usize) -> bool {
    statements <= 60
}

/// The slug of the prose that the data page shows; it has no page of its own.
pub const DATA_SLUG: &str = "data";

/// The words of the paths in one language.
struct Words {
    places: &'static str,
    plans: &'static str,
    indicators: &'static str,
    due: &'static str,
    evidence: &'static str,
    conflicts: &'static str,
    corrections: &'static str,
    contact: &'static str,
    revisions: &'static str,
    comparison: &'static str,
    sides: &'static str,
    glossary: &'static str,
    search: &'static str,
    data: &'static str,
    about: &'static str,
    method: &'static str,
}

const VIETNAMESE: Words = Words {
    places: "dia-phuong",
    plans: "ke-hoach",
    indicators: "chi-tieu",
    due: "den-han",
    evidence: "chung-cu",
    conflicts: "mau-thuan",
    corrections: "dinh-chinh",
    contact: "lien-he",
    revisions: "thay-doi",
    comparison: "so-sanh",
    sides: "song-ngu",
    glossary: "thuat-ngu",
    search: "tim-kiem",
    data: "du-lieu",
    about: "gioi-thieu",
    method: "phuong-phap",
};

const ENGLISH: Words = Words {
    places: "places",
    plans: "plans",
    indicators: "indicators",
    due: "due",
    evidence: "evidence",
    conflicts: "conflicts",
    corrections: "corrections",
    contact: "contact",
    revisions: "revisions",
    comparison: "comparison",
    sides: "bilingual",
    glossary: "glossary",
    search: "search",
    data: "data",
    about: "about",
    method: "method",
};

fn words(language: Language) -> &'static Words {
    match language {
        Language::Vi => &VIETNAMESE,
        Language::En => &ENGLISH,
    }
}

/// Whether a commune may not have this slug, because its page or folder would be another one of its
/// province.
pub fn is_reserved_commune_slug(slug: &str) -> bool {
    Language::ALL.into_iter().map(words).any(|words| {
        [words.plans, words.indicators, words.conflicts, words.revisions, words.comparison]
            .contains(&slug)
    })
}

/// Whether a page of prose may not have this slug, because its file would be that of another page.
pub fn is_reserved_prose_slug(slug: &str) -> bool {
    slug == "index"
        || Language::ALL
            .into_iter()
            .map(words)
            .any(|words| [words.places, words.plans, words.indicators, words.due, words.evidence, words.conflicts, words.corrections, words.contact, words.glossary, words.search, words.data, words.about, words.method].contains(&slug))
            // These have a word of their own in each language.
            && ![ENGLISH.about, ENGLISH.method, DATA_SLUG].contains(&slug)
}

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

/// The fragment of a statement on the page of its indicator at its place. A slug has no dot, so no
/// two plans can make the same one.
pub fn statement_fragment(portal: &Portal, statement: &Statement) -> String {
    match &statement.evidence {
        Evidence::Clause { plan, .. } => format!("{}.{}", portal.plan(*plan).slug, statement.id),
        Evidence::Outside(_) => format!("reported..{}", statement.id),
    }
}

/// Where a statement is published, from the site's root: for the data files.
pub fn statement_url(portal: &Portal, statement: &Statement, language: Language) -> String {
    let page = Route::Page(language, Page::IndicatorAtPlace(statement.indicator, statement.place));
    format!("{}#{}", page.path(portal), statement_fragment(portal, statement))
}

/// The way from one file of the site to another.
pub fn relative(from: &str, to: &str) -> String {
    let folder_end = from.rfind('/').map_or(0, |slash| slash + 1);
    let shared = from[..folder_end]
        .bytes()
        .zip(to.bytes())
        .take_while(|(left, right)| left == right)
        .count();
    let shared = from[..shared].rfind('/').map_or(0, |slash| slash + 1);
    let ups = from[shared..].matches('/').count();
    let mut way = String::with_capacity(ups * 3 + to.len() - shared);
    for _ in 0..ups {
        way.push_str("../");
    }
    way.push_str(&to[shared..]);
    way
}

/// The way from a file of the site to the site's root: `../../`, or nothing.
pub fn to_root(from: &str) -> String {
    "../".repeat(from.matches('/').count())
}

/// Every page there will be. Heavy pages come first, so that parallel work ends together.
pub fn routes(portal: &Portal, index: &PortalIndex) -> Vec<Route> {
    let both = |page: Page| Language::ALL.map(|language| Route::Page(language, page));
    let mut pairs: Vec<(IndicatorIndex, PlaceIndex)> =
        portal.statements.iter().map(|statement| (statement.indicator, statement.place)).collect();
    let mut statements = vec![0usize; portal.indicators.len()];
    pairs.iter().for_each(|(indicator, _)| statements[indicator.0] += 1);
    pairs.sort_unstable();
    pairs.dedup();
    let mut routes: Vec<Route> = Vec::new();
    routes.extend((0..portal.plans.len()).map(PlanIndex).flat_map(|plan| both(Page::Plan(plan))));
    routes.extend(
        (0..portal.plans.len())
            .map(PlanIndex)
            .filter(|&plan| has_sides(portal, plan))
            .flat_map(|plan| both(Page::Sides(plan))),
    );
    routes.extend(
        (0..portal.indicators.len())
            .map(IndicatorIndex)
            .flat_map(|indicator| both(Page::Indicator(indicator))),
    );
    let parents: BTreeSet<(IndicatorIndex, PlaceIndex)> = pairs
        .iter()
        .filter(|(indicator, _)| !fits_one_page(statements[indicator.0]))
        .filter_map(|&(indicator, place)| Some((indicator, portal.place(place).parent?)))
        .collect();
    routes.extend(
        parents
            .into_iter()
            .flat_map(|(indicator, province)| both(Page::IndicatorInProvince(indicator, province))),
    );
    routes.extend(
        (0..portal.places.len()).map(PlaceIndex).flat_map(|place| both(Page::Place(place))),
    );
    routes.extend(
        [
            Page::Indicators,
            Page::Places,
            Page::Plans,
            Page::Home,
            Page::Due,
            Page::Evidence,
            Page::Conflicts,
            Page::Corrections,
            Page::Contact,
            Page::Glossary,
            Page::Search,
            Page::Data,
        ]
        .into_iter()
        .flat_map(both),
    );
    let compared = pages_of_comparison(portal);
    routes.extend(compared.into_iter().flat_map(both));
    routes.extend(
        places_with_conflicts(portal, index)
            .into_iter()
            .flat_map(|place| both(Page::ConflictsAt(place))),
    );
    let prose = portal.pages.iter().enumerate().filter(|(_, page)| page.slug != DATA_SLUG);
    routes.extend(prose.flat_map(|(index, _)| both(Page::Prose(index))));
    routes.extend(
        pairs
            .into_iter()
            .flat_map(|(indicator, place)| both(Page::IndicatorAtPlace(indicator, place))),
    );
    routes.extend([Route::Root, Route::NotFound]);
    routes
}

/// The revisions of places with more than one plan, and the communes that have plans as their
/// provinces have.
fn pages_of_comparison(portal: &Portal) -> Vec<Page> {
    let plans = plans_of_places(portal);
    let of_place = |at: usize| {
        let revisions = has_revisions(plans[at]).then_some(Page::Revisions(PlaceIndex(at)));
        let parent =
            portal.places[at].parent.filter(|parent| has_levels(plans[at], plans[parent.0]));
        revisions.into_iter().chain(parent.map(|_| Page::Levels(PlaceIndex(at))))
    };
    (0..portal.places.len()).flat_map(of_place).collect()
}

/// The pages of revisions.
pub fn pages_of_revisions(portal: &Portal) -> Vec<Page> {
    let plans = plans_of_places(portal);
    (0..portal.places.len())
        .filter(|&at| has_revisions(plans[at]))
        .map(|at| Page::Revisions(PlaceIndex(at)))
        .collect()
}

fn plans_of_places(portal: &Portal) -> Vec<usize> {
    let mut plans = vec![0; portal.places.len()];
    portal.plans.iter().for_each(|plan| plans[plan.place.0] += 1);
    plans
}

/// Whether a plan has its text in both languages to put side by side.
pub fn has_sides(portal: &Portal, plan: PlanIndex) -> bool {
    portal.plan(plan).translation == Translation::Whole
}

/// Whether a place with so many plans has a page of revisions.
pub fn has_revisions(plans: usize) -> bool {
    plans > 1
}

/// Whether a commune with so many plans has a page beside its province with so many.
pub fn has_levels(plans: usize, of_parent: usize) -> bool {
    plans > 0 && of_parent > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::sample;

    #[test]
    fn every_page_stands_at_its_localised_path() {
        let portal = sample::portal();
        let path = |language, page| Route::Page(language, page).path(&portal);
        assert_eq!(Route::Root.path(&portal), "index.html");
        assert_eq!(Route::NotFound.path(&portal), "404.html");
        assert_eq!(path(Language::Vi, Page::Home), "vi/index.html");
        assert_eq!(path(Language::Vi, Page::Places), "vi/dia-phuong.html");
        assert_eq!(path(Language::Vi, Page::Place(PlaceIndex(0))), "vi/dia-phuong/lang-son.html");
        assert_eq!(
            path(Language::En, Page::Place(PlaceIndex(1))),
            "en/places/lang-son/bang-mac.html"
        );
        assert_eq!(
            path(Language::Vi, Page::Plan(PlanIndex(1))),
            "vi/dia-phuong/lang-son/ke-hoach/243-2025.html"
        );
        assert_eq!(
            path(Language::En, Page::Plan(PlanIndex(1))),
            "en/places/lang-son/plans/243-2025.html"
        );
        assert_eq!(
            path(Language::Vi, Page::Sides(PlanIndex(1))),
            "vi/dia-phuong/lang-son/ke-hoach/243-2025/song-ngu.html"
        );
        assert_eq!(
            path(Language::En, Page::Sides(PlanIndex(1))),
            "en/places/lang-son/plans/243-2025/bilingual.html"
        );
        assert_eq!(
            path(Language::En, Page::Indicator(IndicatorIndex(0))),
            "en/indicators/nursery-enrolment.html"
        );
        let at_place = Page::IndicatorAtPlace(IndicatorIndex(0), PlaceIndex(1));
        let in_province = Page::IndicatorInProvince(IndicatorIndex(0), PlaceIndex(0));
        assert_eq!(path(Language::Vi, in_province), "vi/chi-tieu/nursery-enrolment/lang-son.html");
        assert_eq!(
            path(Language::En, in_province),
            "en/indicators/nursery-enrolment/lang-son.html"
        );
        assert_eq!(
            path(Language::Vi, at_place),
            "vi/dia-phuong/lang-son/bang-mac/chi-tieu/nursery-enrolment.html"
        );
        assert_eq!(
            Route::Page(Language::Vi, at_place).chart_path(&portal),
            "vi/dia-phuong/lang-son/bang-mac/chi-tieu/nursery-enrolment.svg"
        );
        assert_eq!(
            path(Language::Vi, Page::Revisions(PlaceIndex(0))),
            "vi/dia-phuong/lang-son/thay-doi.html"
        );
        assert_eq!(
            path(Language::En, Page::Levels(PlaceIndex(1))),
            "en/places/lang-son/bang-mac/comparison.html"
        );
        assert_eq!(path(Language::Vi, Page::Prose(0)), "vi/gioi-thieu.html");
        assert_eq!(path(Language::En, Page::Prose(0)), "en/about.html");
    }

    #[test]
    fn a_link_is_relative_from_any_depth() {
        assert_eq!(relative("vi/index.html", "vi/dia-phuong.html"), "dia-phuong.html");
        assert_eq!(relative("vi/a/b.html", "en/a/b.html"), "../../en/a/b.html");
        assert_eq!(
            relative("vi/dia-phuong/lang-son.html", "vi/dia-phuong/lang-son/bang-mac.html"),
            "lang-son/bang-mac.html"
        );
        assert_eq!(
            relative("vi/dia-phuong/lang-son/x.html", "vi/dia-phuong/lang-son.html"),
            "../lang-son.html"
        );
        assert_eq!(
            relative("vi/dia-phuong/lang-sa/x.html", "vi/dia-phuong/lang-son/x.html"),
            "../lang-son/x.html"
        );
        assert_eq!(relative("index.html", "vi/index.html"), "vi/index.html");
        assert_eq!(to_root("vi/a/b.html"), "../../");
    }

    #[test]
    fn no_two_pages_share_a_path() {
        let portal = sample::portal();
        let mut paths: Vec<String> = routes(&portal, &PortalIndex::new(&portal))
            .into_iter()
            .map(|route| route.path(&portal))
            .collect();
        let count = paths.len();
        paths.sort();
        paths.dedup();
        assert_eq!(paths.len(), count);
        assert!(paths.iter().all(|path| path.chars().all(|letter| letter.is_ascii_lowercase()
            || letter.is_ascii_digit()
            || "/-.".contains(letter))));
    }

    #[test]
    fn a_statement_has_its_own_url() {
        let portal = sample::portal();
        let url = statement_url(&portal, &portal.statements[0], Language::En);
        assert_eq!(
            url,
            "en/places/lang-son/indicators/nursery-enrolment.html#43-2022.nursery-enrolment-2025"
        );
    }

    #[test]
    fn slugs_that_would_collide_are_reserved() {
        assert!(is_reserved_commune_slug("ke-hoach"));
        assert!(is_reserved_commune_slug("indicators"));
        assert!(
            is_reserved_commune_slug("thay-doi")
                && is_reserved_commune_slug("comparison")
                && is_reserved_commune_slug("mau-thuan")
        );
        assert!(
            is_reserved_prose_slug("chung-cu")
                && is_reserved_prose_slug("conflicts")
                && is_reserved_prose_slug("dinh-chinh")
        );
        assert!(!is_reserved_commune_slug("bang-mac"));
        assert!(is_reserved_prose_slug("dia-phuong"));
        assert!(is_reserved_prose_slug("index"));
        assert!(is_reserved_prose_slug("gioi-thieu"));
        assert!(!is_reserved_prose_slug("about"));
    }
}
