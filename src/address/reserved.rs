//! Slugs that authors may not give, because the file would be that of another page.

use super::path_words::{ENGLISH, words};
use super::route::DATA_SLUG;
use crate::language::Language;

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
