//! The portal's two languages, and what each of them does with text, numbers, dates and order.

pub mod cause;
pub mod collation;
pub mod date;
pub mod fingerprint;
pub mod number;
pub mod text;

/// A language of the portal. Vietnamese comes first everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    Vi,
    En,
}

/// One of two texts, by the language.
pub fn pick<'text>(language: Language, vi: &'text str, en: &'text str) -> &'text str {
    match language {
        Language::Vi => vi,
        Language::En => en,
    }
}

impl Language {
    /// Both languages, in the order in which they are shown.
    pub const ALL: [Language; 2] = [Language::Vi, Language::En];

    /// The BCP 47 code, which is also the name of the language's folder in the site.
    pub fn code(self) -> &'static str {
        match self {
            Language::Vi => "vi",
            Language::En => "en",
        }
    }

    /// The language's own name.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::Vi => "Tiếng Việt",
            Language::En => "English",
        }
    }

    /// The other language: where the language switch leads.
    pub fn other(self) -> Language {
        match self {
            Language::Vi => Language::En,
            Language::En => Language::Vi,
        }
    }
}

/// A value in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Localized<T = String> {
    pub vi: T,
    pub en: T,
}

impl<T> Localized<T> {
    pub fn new(vi: T, en: T) -> Self {
        Localized { vi, en }
    }

    /// The value in `language`.
    pub fn get(&self, language: Language) -> &T {
        match language {
            Language::Vi => &self.vi,
            Language::En => &self.en,
        }
    }

    /// The same function of both values.
    pub fn map<U>(&self, mut function: impl FnMut(&T) -> U) -> Localized<U> {
        Localized { vi: function(&self.vi), en: function(&self.en) }
    }

    /// A value made for each language in turn.
    pub fn from_fn(mut function: impl FnMut(Language) -> T) -> Self {
        Localized { vi: function(Language::Vi), en: function(Language::En) }
    }
}

impl Localized<String> {
    /// Both texts from string slices.
    pub fn text(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Localized { vi: vi.into(), en: en.into() }
    }
}
