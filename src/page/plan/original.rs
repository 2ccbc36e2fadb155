//! The signed document that a plan was typed from.

use serde::Serialize;

use crate::address::relative;
use crate::language::Language;
use crate::page::html::markup::safe_address;
use crate::page::parts::day::Day;
use crate::portal::Plan;

#[derive(Debug, Serialize)]
pub struct OriginalView<'portal> {
    /// The way to the document that costs one click: itself, its copy, the page that it is posted
    /// on, its words.
    pub nearest: Option<String>,
    pub url: Option<&'portal str>,
    /// The page that it is posted on.
    pub page: Option<&'portal str>,
    /// Its copy in this site.
    pub file: Option<String>,
    /// The signed text as text, where it is published.
    pub text: Option<String>,
    pub sha256: Option<&'portal str>,
    pub posted: Option<Day>,
    pub description: &'portal str,
}

/// The signed document, where it can be found.
pub fn original<'portal>(
    plan: &'portal Plan,
    language: Language,
    path: &str,
) -> Option<OriginalView<'portal>> {
    let original = plan.original.as_ref()?;
    let [url, page] =
        [&original.url, &original.page].map(|address| address.as_deref().and_then(safe_address));
    let [file, text] = [&original.file, &plan.signed_text_path]
        .map(|file| file.as_deref().map(|file| relative(path, file)));
    Some(OriginalView {
        nearest: url
            .map(str::to_owned)
            .or_else(|| file.clone())
            .or_else(|| page.map(str::to_owned))
            .or_else(|| text.clone()),
        url,
        page,
        file,
        text,
        sha256: original.sha256.as_deref(),
        posted: original.posted.map(|posted| Day::new(posted, language)),
        description: original.description.get(language),
    })
}
