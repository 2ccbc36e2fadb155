//! The words of the paths, in each language.

use crate::language::Language;

/// The words of the paths in one language.
pub struct Words {
    pub places: &'static str,
    pub plans: &'static str,
    pub indicators: &'static str,
    pub due: &'static str,
    pub evidence: &'static str,
    pub conflicts: &'static str,
    pub corrections: &'static str,
    pub contact: &'static str,
    pub revisions: &'static str,
    pub comparison: &'static str,
    pub sides: &'static str,
    pub glossary: &'static str,
    pub search: &'static str,
    pub data: &'static str,
    pub about: &'static str,
    pub method: &'static str,
}

pub const VIETNAMESE: Words = Words {
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

pub const ENGLISH: Words = Words {
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

pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Vi => &VIETNAMESE,
        Language::En => &ENGLISH,
    }
}
