//! The default theme, in the binary. A test holds these lists to the files of `themes/default/`.

macro_rules! templates {
    ($($name:literal,)+) => { &[$(($name, include_str!(concat!("../../themes/default/templates/", $name))),)+] };
}

pub const TEMPLATES: &[(&str, &str)] = templates![
    "bilingual.html",
    "conflicts.html",
    "contact.html",
    "corrections.html",
    "data.html",
    "due.html",
    "evidence.html",
    "glossary.html",
    "home.html",
    "indicator-at-place.html",
    "indicator-in-province.html",
    "indicator.html",
    "indicators.html",
    "layout.html",
    "levels.html",
    "not-found.html",
    "parts/about-indicator.html",
    "parts/badges.html",
    "parts/brief-place.html",
    "parts/chart.html",
    "parts/clause.html",
    "parts/conflict-place.html",
    "parts/correction.html",
    "parts/downloads.html",
    "parts/due-place.html",
    "parts/feed.html",
    "parts/finder.html",
    "parts/glance.html",
    "parts/groups.html",
    "parts/head.html",
    "parts/lineage.html",
    "parts/newer.html",
    "parts/place-card.html",
    "parts/plan-line.html",
    "parts/plan-status.html",
    "parts/quote.html",
    "parts/revised.html",
    "parts/source.html",
    "parts/standing.html",
    "parts/superseded.html",
    "parts/uncovered.html",
    "parts/value.html",
    "parts/working.html",
    "place.html",
    "places.html",
    "plan.html",
    "plans.html",
    "prose.html",
    "revisions.html",
    "root.html",
    "search.html",
];

pub const VIETNAMESE: &str = include_str!("../../themes/default/strings/vi.yaml");
pub const ENGLISH: &str = include_str!("../../themes/default/strings/en.yaml");

macro_rules! static_files {
    ($($name:literal,)+) => { &[$(($name, include_bytes!(concat!("../../themes/default/static/", $name))),)+] };
}

pub const STATIC_FILES: &[(&str, &[u8])] = static_files![
    "contact.js",
    "figures.css",
    "finder.js",
    "icon.svg",
    "page.js",
    "plan.css",
    "search-guess.js",
    "search-page.js",
    "search.js",
    "style.css",
];
