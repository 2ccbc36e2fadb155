//! The glossary: terms in both languages, in the order of the page's language.

use serde::Serialize;

use crate::address::term_anchors;
use crate::language::{Language, collation::collator};
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
