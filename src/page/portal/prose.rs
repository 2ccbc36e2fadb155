//! The pages that hold prose or little else: the choice of language, the page for unknown
//! addresses, about, method, data.

use serde::Serialize;

use crate::address::{DATA_SLUG, DataFile, Format, Page, Route, relative};
use crate::language::Language;
use crate::portal::{Portal, ProsePage};

/// Both languages on one page: the way in, and the way back.
#[derive(Debug, Serialize)]
pub struct RootView<'portal> {
    pub vi: Door<'portal>,
    pub en: Door<'portal>,
}

/// The way into a language.
#[derive(Debug, Serialize)]
pub struct Door<'portal> {
    pub title: &'portal str,
    pub description: &'portal str,
    pub home: String,
    pub places: String,
    pub plans: String,
    pub indicators: String,
    pub language_name: &'static str,
}

#[derive(Debug, Serialize)]
pub struct ProseView<'portal> {
    pub slug: &'portal str,
    pub title: &'portal str,
    /// HTML.
    pub html: &'portal str,
}

#[derive(Debug, Serialize)]
pub struct DataView<'portal> {
    pub files: Vec<ListedFile>,
    /// The columns of the data file; each has a word of its own in the theme.
    pub columns: &'static [&'static str],
    /// HTML, where the portal has prose on its data.
    pub prose: Option<&'portal str>,
    pub statements: usize,
}

#[derive(Debug, Serialize)]
pub struct ListedFile {
    pub name: String,
    pub href: String,
    /// What it is: the theme's word for it.
    pub about: &'static str,
}

/// The columns of `data/targets.csv`, in order: what the data file holds and the data page
/// explains.
pub const TARGET_COLUMNS: [&str; 36] = [
    "id",
    "place",
    "plan",
    "plan_number",
    "plan_status",
    "text",
    "clause",
    "clause_label",
    "indicator",
    "indicator_vi",
    "indicator_en",
    "breakdown",
    "comparator",
    "value",
    "value_high",
    "unit",
    "denominator",
    "period",
    "period_type",
    "kind",
    "quote_vi",
    "quote_en",
    "note_vi",
    "note_en",
    "url_vi",
    "url_en",
    "proven",
    "uncertain",
    "status",
    "status_progress",
    "corrected",
    "grade",
    "reading_vi",
    "reading_en",
    "provisional",
    "replaced_by",
];

/// Both ways in, with `root` before each of them.
pub fn root<'portal>(portal: &'portal Portal, root: &str) -> RootView<'portal> {
    let door = |language: Language| {
        let path = |page: Page| format!("{root}{}", Route::Page(language, page).path(portal));
        Door {
            title: portal.title.get(language),
            description: portal.description.get(language),
            home: path(Page::Home),
            places: path(Page::Places),
            plans: path(Page::Plans),
            indicators: path(Page::Indicators),
            language_name: language.own_name(),
        }
    };
    RootView { vi: door(Language::Vi), en: door(Language::En) }
}

pub fn prose(page: &ProsePage, language: Language) -> ProseView<'_> {
    ProseView { slug: &page.slug, title: page.title.get(language), html: page.html.get(language) }
}

pub fn data<'portal>(portal: &'portal Portal, language: Language, path: &str) -> DataView<'portal> {
    DataView {
        files: [
            (DataFile::Targets(Format::Csv), "csv"),
            (DataFile::TargetsForExcel, "excel"),
            (DataFile::Targets(Format::Json), "json"),
            (DataFile::Evidence, "evidence"),
            (DataFile::Package, "package"),
        ]
        .map(|(file, about)| {
            let file = file.path(portal);
            ListedFile {
                name: file.trim_start_matches("data/").to_owned(),
                href: relative(path, &file),
                about,
            }
        })
        .into(),
        columns: &TARGET_COLUMNS,
        prose: portal
            .pages
            .iter()
            .find(|page| page.slug == DATA_SLUG)
            .map(|page| page.html.get(language).as_str()),
        statements: portal.statements.len(),
    }
}
