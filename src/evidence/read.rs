//! A text to its mentions.
//!
//! The text is read from left to right. At each number the forms are tried from the most particular
//! (a document's number) to the least (a bare number); the first that fits takes its words, and no
//! later one may reach back over them.

mod calendar;
mod figures;
mod governing;
mod kinds;
mod lexemes;
mod magnitude;
mod passage;
#[cfg(test)]
mod phrases;
mod stretch;
mod tokens;

use std::ops::Range;

pub(super) use governing::change_verb;
pub(super) use lexemes::Lexeme;
pub(super) use passage::Passage;
pub(super) use tokens::{TokenKind, tokens, value as number_value};

use super::{Mention, MentionKind, Vocabulary};
use crate::language::Language;

/// Every number of the text, in its order; and every `hằng năm`, which is a period without digits.
pub fn read(text: &str, language: Language, vocabulary: &Vocabulary) -> Vec<Mention> {
    let passage = Passage::new(text, language, vocabulary);
    let changes = governing::changes(&passage);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut place = Place { at: 0, floor: 0 };
    let mut earlier: Option<Range<usize>> = None;
    while place.at < passage.tokens.len() {
        let before = mentions.last().map(|mention| &mention.kind);
        let found = if passage.is_kind(place.at, TokenKind::Number) {
            kinds::document_number(&passage, place)
                .or_else(|| calendar::day(&passage, place))
                .or_else(|| calendar::part_of_year(&passage, place))
                .or_else(|| stretch::stretch(&passage, place))
                .or_else(|| kinds::at_number(&passage, place, before))
                .or_else(|| stretch::year(&passage, place, before))
                .or_else(|| {
                    Some(figures::at_number(&passage, place, before, earlier.clone(), &changes))
                })
        } else {
            calendar::at_word(&passage, place)
                .or_else(|| stretch::every_year(&passage, place, before))
        };
        let Some(found) = found else {
            // The number in `students per 10,000 people` belongs to the unit, also where no count
            // stands before it.
            place.at = passage.rate(place.at).unwrap_or(place.at + 1);
            continue;
        };
        earlier = Some(found.start..found.end);
        place = Place { at: found.end.max(place.at + 1), floor: found.end };
        mentions.push(found.mention(&passage));
    }
    mentions
}

/// Where the reader stands.
#[derive(Clone, Copy)]
struct Place {
    at: usize,
    /// The end of the mention before: what stands before it is taken.
    floor: usize,
}

/// A mention in places of tokens.
struct Found {
    kind: MentionKind,
    start: usize,
    end: usize,
    number: Range<usize>,
    core: Range<usize>,
}

impl Found {
    /// A number without a unit, with its markers from `start`.
    fn bare(kind: MentionKind, start: usize, number: Range<usize>) -> Found {
        Found { kind, start, end: number.end, core: number.clone(), number }
    }

    fn mention(self, passage: &Passage) -> Mention {
        let bytes = |range: Range<usize>| {
            passage.tokens[range.start].range.start..passage.tokens[range.end - 1].range.end
        };
        Mention {
            kind: self.kind,
            span: bytes(self.start..self.end),
            number: bytes(self.number),
            core: bytes(self.core),
        }
    }
}
