//! The program's own documentation, which is in the binary: the Markdown of `docs/` to a folder of
//! HTML pages in both languages, which is read without a network.

mod embedded;
mod html;
mod write;

use crate::language::{Language, Localized};

pub use html::anchors;
pub use write::{WriteError, write};

/// A page of the documentation in both languages.
#[derive(Clone, Debug)]
pub struct Page {
    /// Below the folder of a language, without its ending: `how-to/host`.
    pub name: &'static str,
    /// Its Markdown.
    pub text: Localized<&'static str>,
}

impl Page {
    /// Every page, in the order of the table of contents.
    pub const ALL: &'static [Page] = embedded::PAGES;

    /// The first heading.
    pub fn title(&self, language: Language) -> &'static str {
        let text: &'static str = self.text.get(language);
        text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or(self.name)
    }

    /// The file of a language, below the folder of the documentation.
    pub fn path(&self, language: Language) -> String {
        let name = if self.name == CONTENTS { "index" } else { self.name };
        format!("{}/{name}.html", language.code())
    }

    /// The anchors of the headings, in their order.
    pub fn anchors(&self, language: Language) -> Vec<String> {
        html::anchors(self.text.get(language))
    }
}

/// The page with the table of contents, as code hosts show it for a folder.
const CONTENTS: &str = "README";

/// A page that somebody asked for, and the anchor on it: `host`, `how-to/host`,
/// `diagnostics#goal-differs`; the code of a diagnostic alone is enough.
pub fn find(topic: &str) -> Option<(&'static Page, Option<String>)> {
    let (name, anchor) = topic.split_once('#').map_or((topic, None), |(name, anchor)| {
        (name, Some(anchor.to_owned()).filter(|anchor| !anchor.is_empty()))
    });
    let name = name.trim_end_matches(".md").trim_end_matches(".html");
    let is_named = |page: &&Page| page.name == name || page.name.rsplit('/').next() == Some(name);
    let page = Page::ALL.iter().find(is_named);
    match (page, anchor) {
        (Some(page), Some(anchor)) => {
            let known =
                Language::ALL.iter().any(|&language| page.anchors(language).contains(&anchor));
            known.then_some((page, Some(anchor)))
        }
        (Some(page), None) => Some((page, None)),
        (None, None) => {
            let diagnostics = Page::ALL.iter().find(|page| page.name == DIAGNOSTICS)?;
            let anchors = diagnostics.anchors(Language::En);
            let is_code = anchors.iter().any(|anchor| anchor == name);
            is_code.then(|| (diagnostics, Some(name.to_owned())))
        }
        (None, Some(_)) => None,
    }
}

/// The page that has an anchor for each diagnostic.
const DIAGNOSTICS: &str = "reference/diagnostics";

/// Every file of the documentation as HTML, with its path below the folder.
pub fn files() -> Vec<(String, String)> {
    let pages = Page::ALL.iter().flat_map(|page| {
        Language::ALL.map(|language| (page.path(language), html::page(page, language)))
    });
    let others = [
        ("index.html".to_owned(), html::choice_of_language()),
        ("style.css".to_owned(), STYLE.to_owned()),
    ];
    pages.chain(others).collect()
}

const STYLE: &str = include_str!("style.css");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_found_by_its_name_its_path_and_the_code_of_a_diagnostic() {
        let found = |topic| find(topic).map(|(page, anchor)| (page.name, anchor));
        let anchor = |code: &str| Some(code.to_owned());
        assert_eq!(found("host"), Some(("how-to/host", None)));
        assert_eq!(found("how-to/host.md"), Some(("how-to/host", None)));
        let code = Some(("reference/diagnostics", anchor("goal-differs")));
        assert_eq!(found("diagnostics#goal-differs"), code);
        assert_eq!(found("goal-differs"), code);
        assert_eq!((found("nothing"), found("host#nothing")), (None, None));
    }

    #[test]
    fn every_page_is_there_in_both_languages_and_leads_to_its_twin() {
        let files = files();
        for page in Page::ALL {
            for language in Language::ALL {
                let (path, twin) = (page.path(language), page.path(language.other()));
                let (_, html) = files.iter().find(|(known, _)| *known == path).expect("a file");
                assert!(html.contains(&format!("{twin}\"")), "{path} leads to {twin}");
                assert!(!html.contains("href=\"http://localhost"), "{path}");
            }
        }
    }
}
