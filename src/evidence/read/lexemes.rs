//! A passage as lexemes: the longest words of the vocabulary and of the catalogue, from left to
//! right; single words that are in neither; numbers and marks.

use std::ops::Range;

use super::tokens::{Token, TokenKind};
use crate::evidence::Vocabulary;
use crate::evidence::lexicon::{Dictionary, Sense};

/// A word, a phrase, a number or a mark. Its range is of tokens.
#[derive(Clone, Debug)]
pub struct Lexeme<'words> {
    pub range: Range<usize>,
    /// Empty for what is not understood, for numbers and for marks.
    pub senses: &'words [Sense],
    pub kind: TokenKind,
}

impl Lexeme<'_> {
    pub fn is(&self, sense: Sense) -> bool {
        self.senses.contains(&sense)
    }

    pub fn is_any(&self, senses: &[Sense]) -> bool {
        self.senses.iter().any(|sense| senses.contains(sense))
    }

    /// The sense by which it turns a statement, if it has one.
    pub fn turning(&self) -> Option<Sense> {
        self.senses.iter().copied().find(|sense| sense.turns())
    }

    /// Whether it is a word that neither the vocabulary nor the catalogue has.
    pub fn is_unknown(&self) -> bool {
        self.kind == TokenKind::Word && self.senses.is_empty()
    }
}

/// Whether a phrase only stands behind a number.
fn is_behind(senses: &[Sense]) -> bool {
    senses.iter().all(|sense| {
        matches!(sense, Sense::AtLeastBehind | Sense::AtMostBehind | Sense::AboutBehind)
    })
}

/// Whether the vocabulary has it as nothing but an ordinary word: then it is the catalogue's name.
fn is_plain(senses: &[Sense]) -> bool {
    use Sense::{Behind, Indirect, Noun, Opening, Verb};
    senses.iter().all(|sense| matches!(sense, Noun | Verb | Indirect | Opening | Behind))
}

/// The lexemes of the tokens, covering them all.
pub fn lexemes<'words>(
    tokens: &[Token],
    built_in: &'words Dictionary,
    vocabulary: &'words Vocabulary,
) -> Vec<Lexeme<'words>> {
    const NAME: &[Sense] = &[Sense::Name];
    let word = |at: usize| tokens.get(at).map_or("", |token| token.text.as_ref());
    let mut found = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let kind = token.kind;
        let general = if kind == TokenKind::Number { None } else { built_in.longest(at, word) };
        // `level and over 98%`: `and over` does not stand behind what comes before a number.
        let before_number = |length: usize| {
            tokens.get(at + length).is_some_and(|next| next.kind == TokenKind::Number)
        };
        let general = match general {
            Some((length, senses)) if length > 1 && is_behind(senses) && before_number(length) => {
                built_in.longest(at, |place| if place == at { word(at) } else { "" })
            }
            general => general,
        };
        let name = vocabulary.names.longest(at, word);
        let (length, senses) = match (general, name) {
            (Some((length, senses)), Some((longer, _)))
                if length > longer || length == longer && !is_plain(senses) =>
            {
                (length, senses)
            }
            (_, Some((length, senses))) => (length, senses),
            (Some((length, senses)), None) => (length, senses),
            (None, None) if kind == TokenKind::Word && vocabulary.words.contains(word(at)) => {
                (1, NAME)
            }
            (None, None) => (1, [].as_slice()),
        };
        found.push(Lexeme { range: at..at + length, senses, kind });
        at += length;
    }
    found
}
