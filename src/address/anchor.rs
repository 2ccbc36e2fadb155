//! The anchors of the pages: of statements, conflicts, steps between plans, terms and clauses.

use std::collections::{BTreeMap, BTreeSet};

use super::link::relative;
use super::route::{Page, Route};
use crate::compare::Revisions;
use crate::language::{Language, text::fold};
use crate::portal::{Evidence, Portal, Statement};

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

/// The way to a statement's card; from its own page, only the fragment.
pub fn statement_href(
    portal: &Portal,
    statement: &Statement,
    language: Language,
    from: &str,
) -> String {
    let page = Route::Page(language, Page::IndicatorAtPlace(statement.indicator, statement.place))
        .path(portal);
    let fragment = statement_fragment(portal, statement);
    if page == from {
        format!("#{fragment}")
    } else {
        format!("{}#{fragment}", relative(from, &page))
    }
}

/// The anchor of a plan against an earlier one on the page of its place: of several earlier ones
/// the first has the plan's own name.
pub fn step_anchor(portal: &Portal, step: &Revisions) -> String {
    let newer = &portal.plan(step.newer).slug;
    // A slug has no dot, so no plan is called so.
    if step.number == 0 {
        newer.clone()
    } else {
        format!("{newer}.{}", portal.plan(step.older).slug)
    }
}

/// The anchor of each term, in the portal's order: its Vietnamese name in plain letters.
pub fn term_anchors(portal: &Portal) -> Vec<String> {
    let mut known = BTreeSet::new();
    let anchor = |name: &str| {
        let plain = fold(name);
        let words: Vec<&str> = plain
            .split(|letter: char| !letter.is_ascii_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        if words.is_empty() { "term".to_owned() } else { words.join("-") }
    };
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let unique = |anchor: String| {
        let count = counts.entry(anchor.clone()).or_default();
        loop {
            *count += 1;
            let counted = if *count == 1 { anchor.clone() } else { format!("{anchor}-{count}") };
            if known.insert(counted.clone()) {
                break counted;
            }
        }
    };
    portal.glossary.iter().map(|term| anchor(&term.name.vi)).map(unique).collect()
}

/// What the page of a plan, besides the text, has for ids of its own.
pub const OWN_IDS: [&str; 9] = [
    "attributes",
    "corrections",
    "figures",
    "find",
    "lineage",
    "main",
    "rows",
    "text",
    "uncovered",
];

/// Whether a piece of a text may have had this anchor: it is spelt as anchors are, and nothing else
/// of the page is called so.
pub fn may_be_anchor(text: &str) -> bool {
    let is_spelt_so = |letter: u8| {
        letter.is_ascii_lowercase() || letter.is_ascii_digit() || b".-".contains(&letter)
    };
    let first = text.split(['.', '-']).next().unwrap_or_default();
    !first.is_empty()
        && text.len() <= 200
        && text.bytes().all(is_spelt_so)
        && !OWN_IDS.contains(&first)
}

/// The anchor of the conflict with this number.
pub fn conflict_anchor(number: usize) -> String {
    format!("pair-{}", number + 1)
}
