//! Portal to search index: small script files from which the search page loads only what a query
//! needs.
//!
//! Every file is a classic script that calls one function, so that it loads from `file://` too. Per
//! language there are a head (where which word is), words, pairs of neighbouring words (they carry
//! the order), results (what is shown), and filters. `themes/default/static/search.js` reads them;
//! the format is described in `files`.

mod documents;
mod files;
mod pages;
mod places;
mod postings;
mod prose;
mod synonyms;
mod words;

use std::fmt::Write as _;

use crate::index::PortalIndex;
use crate::language::{Language, Localized};
use crate::portal::Portal;
use crate::theme::Theme;
use documents::{Document, Kind};
use files::Shown;
use postings::{Postings, Weight};

pub use files::{FOLDERS, SearchFile};

/// The index in both languages.
pub fn index(portal: &Portal, index: &PortalIndex, theme: &Theme) -> Localized<Vec<SearchFile>> {
    let (vi, en) = rayon::join(
        || of_language(portal, index, theme, Language::Vi),
        || of_language(portal, index, theme, Language::En),
    );
    Localized::new(vi, en)
}

fn of_language(
    portal: &Portal,
    index: &PortalIndex,
    theme: &Theme,
    language: Language,
) -> Vec<SearchFile> {
    let mut postings = Postings::new(language, &synonyms::synonyms(portal, language));
    let mut shown: Vec<Shown> = Vec::new();
    documents::each(portal, index, theme, language, |document| {
        let number = u32::try_from(shown.len()).expect("documents are numbered in 32 bits");
        add(&mut postings, number, &document);
        shown.push(Shown {
            line: line(&document),
            kind: document.kind,
            place: document.place,
            plan: document.plan,
            topics: document.topics,
        });
    });
    let (words, phrases) = postings.finish();
    let mut files = files::files(portal, language, &shown, &words, &phrases);
    files.push(places::file(portal, language));
    files
}

fn add(postings: &mut Postings, number: u32, document: &Document) {
    if document.titled {
        let short = words::written(&document.title).take(SHORT + 1).count() <= SHORT;
        postings.add(
            number,
            &document.title,
            if short { Weight::ShortTitle } else { Weight::Title },
        );
    }
    postings.add(
        number,
        &document.text,
        if document.repeats { Weight::Context } else { Weight::Body },
    );
    let context = if document.kind == Kind::Term { Weight::ShortTitle } else { Weight::Context };
    postings.add(number, &document.context, context);
    // A place has several names; a plan is known by its full title, its issuer, its signer and its
    // day.
    let also = match document.kind {
        Kind::Place => Weight::ShortTitle,
        Kind::Plan => Weight::Title,
        _ => Weight::Context,
    };
    document.also.iter().for_each(|words| postings.add(number, words, also));
}

/// A title of so many words is short.
const SHORT: usize = 5;

/// What is shown of a document: fields between tabs.
fn line(document: &Document) -> String {
    let mut line = String::with_capacity(
        document.url.len()
            + document.title.len()
            + document.context.len()
            + document.text.len()
            + 8,
    );
    for (position, field) in
        [&document.url, &document.title, &document.context, &document.text].into_iter().enumerate()
    {
        if position > 0 {
            line.push('\t');
        }
        line.extend(field.chars().map(|letter| if letter.is_control() { ' ' } else { letter }));
    }
    if document.draft {
        let _ = write!(line, "\td");
    }
    line
}

#[cfg(test)]
mod tests;
