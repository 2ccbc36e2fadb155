//! The words of the portal that a reader of figures must know: what can be counted, how breakdowns
//! are called, and how the catalogue names what is measured.

use std::collections::HashSet;

use super::lexicon::{Dictionary, Sense, built_in};
use super::read::tokens;
use crate::language::{Language, text};
use crate::portal::{CountUnit, Dimension, DimensionIndex, MemberIndex};

/// The words of one indicator: of its names and definition, its unit and its groups.
#[derive(Clone, Debug, Default)]
pub struct OwnWords {
    words: HashSet<String>,
    /// The texts, word by word with single spaces, a space at both ends.
    texts: Vec<String>,
    /// The words without those of its groups.
    of_whole: HashSet<String>,
    /// The words of its names alone.
    of_names: HashSet<String>,
}

impl OwnWords {
    pub fn new<'text>(texts: impl Iterator<Item = &'text str>) -> Self {
        let texts: Vec<&str> = texts.collect();
        let spaced = |text: &&str| {
            let words: Vec<String> =
                tokens(text).into_iter().map(|token| token.text.into_owned()).collect();
            format!(" {} ", words.join(" "))
        };
        let words = words_of(texts.iter().copied());
        OwnWords {
            of_whole: words.clone(),
            of_names: words.clone(),
            words,
            texts: texts.iter().map(spaced).collect(),
        }
    }

    /// Adds the words of its definition and of what it is measured against.
    pub fn with_definition<'text>(mut self, texts: impl Iterator<Item = &'text str>) -> Self {
        let definition = OwnWords::new(texts);
        self.of_whole.extend(definition.words.iter().cloned());
        self.words.extend(definition.words);
        self.texts.extend(definition.texts);
        self
    }

    /// Whether the word stands in a name of the indicator.
    pub fn is_of_names(&self, word: &str) -> bool {
        is_among(&self.of_names, word)
    }

    /// Adds the words of the groups that the indicator may be split by.
    pub fn with_groups<'text>(mut self, texts: impl Iterator<Item = &'text str>) -> Self {
        let groups = OwnWords::new(texts);
        self.words.extend(groups.words);
        self.texts.extend(groups.texts);
        self
    }

    /// Whether the word is one of the indicator's own that does not only name a group.
    pub fn is_of_whole(&self, word: &str) -> bool {
        is_among(&self.of_whole, word)
    }

    pub fn has(&self, word: &str) -> bool {
        is_among(&self.words, word)
    }

    /// Whether the words stand together in one of the texts.
    pub fn has_together(&self, words: &[&str]) -> bool {
        let together = format!(" {} ", words.join(" "));
        self.texts.iter().any(|text| text.contains(&together))
    }
}

/// Whether the word is one of them, an English noun also in its other number.
fn is_among(words: &HashSet<String>, word: &str) -> bool {
    words.contains(word)
        || word.strip_suffix('s').is_some_and(|one| one.len() > 2 && words.contains(one))
        || word.len() > 2 && word.is_ascii() && words.contains(&format!("{word}s"))
}

/// The single words of the texts, as the reader compares them.
fn words_of<'text>(texts: impl Iterator<Item = &'text str>) -> HashSet<String> {
    let words = texts.flat_map(tokens).map(|token| token.text.into_owned());
    words.filter(|word| word.chars().any(char::is_alphanumeric)).collect()
}

/// The words of one language, the longest first.
#[derive(Clone, Debug)]
pub struct Vocabulary {
    /// Lower-case words in NFC with the unit that they stand for: `trường`, `count:school`.
    pub units: Vec<(String, String)>,
    /// Lower-case words in NFC with the member that they name: `tiểu học`.
    pub members: Vec<(String, DimensionIndex, MemberIndex)>,
    /// The program's own words.
    pub(super) built_in: &'static Dictionary,
    /// Names of the catalogue that are more than single words, or that must not be read as anything
    /// else.
    pub(super) names: Dictionary,
    /// The single words of the catalogue's names and definitions.
    pub(super) words: HashSet<String>,
}

impl Vocabulary {
    pub fn new(language: Language, units: &[CountUnit], dimensions: &[Dimension]) -> Self {
        let word = |term: &String| text::nfc(&term.to_lowercase()).trim().to_owned();
        let mut vocabulary = Vocabulary {
            units: units
                .iter()
                .flat_map(|unit| {
                    unit.terms.get(language).iter().map(|term| (word(term), unit.id.clone()))
                })
                .collect(),
            members: dimensions
                .iter()
                .enumerate()
                .flat_map(|(dimension, record)| {
                    record.members.iter().enumerate().flat_map(move |(member, record)| {
                        let terms = record.terms.get(language).iter();
                        terms.map(move |term| {
                            (word(term), DimensionIndex(dimension), MemberIndex(member))
                        })
                    })
                })
                .collect(),
            ..Vocabulary::of(language)
        };
        vocabulary
            .units
            .sort_by(|left, right| (right.0.len(), &left.0).cmp(&(left.0.len(), &right.0)));
        vocabulary.members.sort_by(|left, right| {
            (right.0.len(), &left.0, left.1, left.2).cmp(&(
                left.0.len(),
                &right.0,
                right.1,
                right.2,
            ))
        });
        vocabulary.units.dedup();
        vocabulary.members.dedup();
        let terms: Vec<String> = vocabulary
            .units
            .iter()
            .map(|(term, _)| term)
            .chain(vocabulary.members.iter().map(|(term, ..)| term))
            .cloned()
            .collect();
        vocabulary.name(terms.iter().map(String::as_str));
        vocabulary
    }

    /// The program's own words, without a portal's.
    pub fn of(language: Language) -> Self {
        Vocabulary {
            units: Vec::new(),
            members: Vec::new(),
            built_in: built_in(language),
            names: Dictionary::default(),
            words: HashSet::new(),
        }
    }

    /// Adds names of what is measured, each a name as a whole: the words and terms of indicators,
    /// the glossary's terms.
    pub fn name<'name>(&mut self, names: impl Iterator<Item = &'name str>) {
        for name in names {
            self.names.add(name, Sense::Name);
            self.describe([name].into_iter());
        }
    }

    /// Adds the single words of texts that describe what is measured: names and definitions of
    /// indicators.
    pub fn describe<'text>(&mut self, texts: impl Iterator<Item = &'text str>) {
        for text in texts {
            self.words.extend(
                tokens(text)
                    .into_iter()
                    .map(|token| token.text.into_owned())
                    .filter(|word| word.chars().any(char::is_alphabetic)),
            );
        }
    }
}
