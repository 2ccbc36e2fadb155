//! The glossary: terms in both languages, in the order of the page's language.

use serde::Serialize;

use std::collections::{BTreeMap, BTreeSet};

use crate::language::{Language, collation::collator, text::fold};
use crate::portal::Portal;

#[derive(Debug, Serialize)]
pub struct GlossaryView<'portal> {
    pub terms: Vec<TermView<'portal>>,
}

#[derive(Debug, Serialize)]
pub struct TermView<'portal> {
    /// The term's own place on the page; the same in both languages.
    pub anchor: String,
    pub vi: &'portal str,
    pub en: &'portal str,
    pub abbreviation: Option<&'portal str>,
    pub full: Option<&'portal str>,
    pub note: Option<&'portal str>,
}

pub fn view(portal: &Portal, language: Language) -> GlossaryView<'_> {
    let collator = collator(language);
    let mut terms: Vec<_> = portal.glossary.iter().zip(term_anchors(portal)).collect();
    terms.sort_by(|(left, _), (right, _)| {
        collator.compare(left.name.get(language), right.name.get(language))
    });
    let terms = terms
        .into_iter()
        .map(|(term, anchor)| TermView {
            anchor,
            vi: &term.name.vi,
            en: &term.name.en,
            abbreviation: term.abbreviation.as_deref(),
            full: term.full.as_deref(),
            note: term.note.as_ref().map(|note| note.get(language).as_str()),
        })
        .collect();
    GlossaryView { terms }
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
