//! A tokenised text and the questions that every reader asks of it: which words stand right before
//! or after a place.

use std::ops::Range;

use rust_decimal::Decimal;

use super::lexemes::{Lexeme, lexemes};
use super::tokens::{Token, TokenKind, tokens, value};
use crate::evidence::Vocabulary;
use crate::evidence::lexicon::{Sense, apart};
use crate::language::{Language, text};
use crate::portal::Measure;

/// Places are indexes of tokens; an end is the place after the last token.
pub struct Passage<'text> {
    pub source: &'text str,
    pub language: Language,
    pub tokens: Vec<Token<'text>>,
    vocabulary: &'text Vocabulary,
    /// The units that have digits in their name.
    rates: Vec<&'text str>,
    /// Empty for a text without numbers, unless it was asked for.
    pub lexemes: Vec<Lexeme<'text>>,
    /// For each token the lexeme that it is part of.
    lexeme_of: Vec<usize>,
}

impl<'text> Passage<'text> {
    pub fn new(source: &'text str, language: Language, vocabulary: &'text Vocabulary) -> Self {
        let rates = vocabulary
            .units
            .iter()
            .map(|(term, _)| term.as_str())
            .filter(|term| term.contains(|character: char| character.is_ascii_digit()));
        let mut passage = Passage {
            source,
            language,
            tokens: tokens(source),
            vocabulary,
            rates: rates.collect(),
            lexemes: Vec::new(),
            lexeme_of: Vec::new(),
        };
        if passage.tokens.iter().any(|token| token.kind == TokenKind::Number) {
            passage.find_lexemes();
        }
        passage
    }

    /// The passage with its lexemes, also where it has no number.
    pub fn with_lexemes(
        source: &'text str,
        language: Language,
        vocabulary: &'text Vocabulary,
    ) -> Self {
        let mut passage = Passage::new(source, language, vocabulary);
        if passage.lexemes.is_empty() {
            passage.find_lexemes();
        }
        passage
    }

    fn find_lexemes(&mut self) {
        self.lexemes = lexemes(&self.tokens, self.vocabulary.built_in, self.vocabulary);
        self.lexeme_of = self
            .lexemes
            .iter()
            .enumerate()
            .flat_map(|(index, lexeme)| lexeme.range.clone().map(move |_| index))
            .collect();
    }

    /// The lexeme that the token is part of.
    pub fn lexeme_index(&self, token: usize) -> Option<usize> {
        self.lexeme_of.get(token).copied()
    }

    /// The lexeme that ends right before the token; none where the token is inside one.
    pub fn lexeme_before(&self, token: usize) -> Option<&Lexeme<'text>> {
        let lexeme = &self.lexemes[self.lexeme_index(token.checked_sub(1)?)?];
        (lexeme.range.end == token).then_some(lexeme)
    }

    /// The lexeme that begins at the token.
    pub fn lexeme_at(&self, token: usize) -> Option<&Lexeme<'text>> {
        let lexeme = &self.lexemes[self.lexeme_index(token)?];
        (lexeme.range.start == token).then_some(lexeme)
    }

    /// The tokens that a range of the text holds.
    pub fn token_range(&self, bytes: Range<usize>) -> Range<usize> {
        let first = self.tokens.partition_point(|token| token.range.end <= bytes.start);
        let end = self.tokens.partition_point(|token| token.range.start < bytes.end);
        first..end.max(first)
    }

    /// The range of the text that the tokens take.
    pub fn bytes(&self, range: Range<usize>) -> Range<usize> {
        self.tokens[range.start].range.start..self.tokens[range.end - 1].range.end
    }

    /// The token's text, empty beyond the end.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| &token.text)
    }

    pub fn is_kind(&self, at: usize, kind: TokenKind) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == kind)
    }

    /// The end of the phrase if it stands at the place. A phrase is tokens with spaces between.
    pub fn follows(&self, at: usize, phrase: &str) -> Option<usize> {
        let first = self.tokens.get(at)?;
        if !phrase.starts_with(first.text.as_ref()) {
            return None;
        }
        let mut end = at;
        for word in phrase.split(' ') {
            if self.word(end) != word {
                return None;
            }
            end += 1;
        }
        Some(end)
    }

    /// The end of the longest words of a sense that is looked up apart, if they stand at the place.
    pub fn follows_sense(&self, at: usize, sense: Sense) -> Option<usize> {
        apart(self.language)
            .longest_of(sense, at, |token| self.word(token))
            .map(|length| at + length)
    }

    /// The end of the first of the phrases that stands at the place.
    pub fn follows_any(&self, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.follows(at, phrase))
    }

    /// The beginning of the phrase if it ends right before the place and does not begin before
    /// `floor`.
    pub fn precedes(&self, floor: usize, at: usize, phrase: &str) -> Option<usize> {
        let mut start = at;
        for word in phrase.rsplit(' ') {
            start =
                start.checked_sub(1).filter(|&start| start >= floor && self.word(start) == word)?;
        }
        Some(start)
    }

    /// The beginning of the first of the phrases that ends right before the place.
    pub fn precedes_any(&self, floor: usize, at: usize, phrases: &[&str]) -> Option<usize> {
        phrases.iter().find_map(|phrase| self.precedes(floor, at, phrase))
    }

    /// The value of the number at the place, as this language writes numbers.
    pub fn value(&self, at: usize) -> Option<Decimal> {
        self.tokens
            .get(at)
            .filter(|token| token.kind == TokenKind::Number)
            .and_then(|token| value(&token.text, self.language))
    }

    /// A whole number without points.
    pub fn count(&self, at: usize) -> Option<u16> {
        self.tokens
            .get(at)
            .filter(|token| token.kind == TokenKind::Number)
            .and_then(|token| token.text.parse().ok())
    }

    /// Four digits that can be a year of a plan.
    pub fn year(&self, at: usize) -> Option<i16> {
        let token = self
            .tokens
            .get(at)
            .filter(|token| token.kind == TokenKind::Number && token.text.len() == 4)?;
        token.text.parse().ok().filter(|year| (1900..=2100).contains(year))
    }

    /// The number that a dash or `đến`, `to` joins to what ends at the place.
    pub fn joined(&self, at: usize) -> Option<usize> {
        let words: &[&str] = match self.language {
            Language::Vi => &["-", "đến", "tới"],
            Language::En => &["- to", "-", "to"],
        };
        words
            .iter()
            .filter_map(|word| self.follows(at, word))
            .find(|&second| self.is_kind(second, TokenKind::Number))
    }

    /// The unit of measure at the place, and where it ends: `%`, or the longest of the portal's
    /// units.
    pub fn unit(&self, at: usize) -> Option<(usize, Measure)> {
        let percent: &[&str] = match self.language {
            Language::Vi => &["%", "phần trăm"],
            Language::En => &["%", "percent", "per cent"],
        };
        if let Some(end) = self.follows_any(at, percent) {
            return Some((end, Measure::Percent));
        }
        // `trường hợp` is a case, `xã hội` is society: neither is counted in schools or communes.
        if self.follows_any(at, &["trường hợp", "xã hội"]).is_some() {
            return None;
        }
        let first = self.word(at);
        let units = self
            .vocabulary
            .units
            .iter()
            .filter(|(term, _)| !first.is_empty() && term.starts_with(first));
        units
            .into_iter()
            .find_map(|(term, id)| Some((self.term(at, term)?, Measure::Counted(id.clone()))))
    }

    /// The unit that is called this by the portal.
    pub fn unit_named(&self, name: &str) -> Option<Measure> {
        self.vocabulary
            .units
            .iter()
            .find(|(term, _)| term == name)
            .map(|(_, id)| Measure::Counted(id.clone()))
    }

    /// The unit whose first word is `first` and whose other words stand at the place.
    pub fn unit_after(&self, first: &str, at: usize) -> Option<(usize, Measure)> {
        let rest = |term: &'text str| term.strip_prefix(first)?.strip_prefix(' ');
        self.vocabulary.units.iter().find_map(|(term, id)| {
            Some((self.term(at, rest(term)?)?, Measure::Counted(id.clone())))
        })
    }

    /// The number that the tokens say in words.
    pub fn in_words(&self, range: Range<usize>) -> Option<Decimal> {
        super::magnitude::in_words(self, range).map(Decimal::from)
    }

    /// The first token of the sentence that holds the token.
    pub fn sentence_start(&self, at: usize) -> usize {
        (0..at)
            .rev()
            .find(|&before| matches!(self.word(before), "." | ";" | "!" | "?"))
            .map_or(0, |mark| mark + 1)
    }

    /// The end of a unit that has a number in its own name, as `students per 10,000 people`.
    pub fn rate(&self, at: usize) -> Option<usize> {
        self.rates.iter().find_map(|term| self.term(at, term))
    }

    /// The end of a term of the vocabulary if it stands at the place.
    fn term(&self, at: usize, term: &str) -> Option<usize> {
        let mut rest = term.chars().map(text::unify).peekable();
        let mut end = at;
        while rest.peek().is_some() {
            let token = self.tokens.get(end)?;
            let space = rest.next_if_eq(&' ').is_some();
            if end > at && space != token.space_before {
                return None;
            }
            for character in token.text.chars() {
                rest.next_if_eq(&character)?;
            }
            end += 1;
        }
        Some(end)
    }
}
