//! A sentence in pieces: between its semicolons, commas, colons, dashes and conjunctions. The
//! commas inside a name, a number or brackets part nothing.

use std::ops::Range;

use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, Passage, TokenKind};

/// What parts a piece from the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    Start,
    Comma,
    Colon,
    Dash,
    /// `và`, `and`, `nhưng`, `but`.
    Conjunction,
}

/// A range of tokens of one part of the sentence, without the joint before it.
#[derive(Clone, Debug)]
pub struct Piece {
    pub range: Range<usize>,
    pub joint: Joint,
}

/// A lexeme, or brackets with all that they hold.
#[derive(Clone, Debug)]
pub enum Item<'scene> {
    Word(&'scene Lexeme<'scene>),
    Bracket(Range<usize>),
}

impl<'scene> Item<'scene> {
    pub fn word(&self) -> Option<&'scene Lexeme<'scene>> {
        match self {
            Item::Word(lexeme) => Some(lexeme),
            Item::Bracket(_) => None,
        }
    }
}

/// The pieces of the part (between semicolons) in which the figure stands; of the brackets, where
/// it stands in some.
pub fn pieces(passage: &Passage, figure: &Range<usize>, times: &[Range<usize>]) -> Vec<Piece> {
    let bracket = bracket_around(passage, figure);
    let whole = bracket.clone().unwrap_or(0..passage.tokens.len());
    let mut parts: Vec<Piece> = Vec::new();
    let mut start = whole.start;
    let mut joint = Joint::Start;
    let mut at = whole.start;
    let mut own_part = 0;
    while at < whole.end {
        if let Some(close) = closing(passage, at).filter(|_| {
            !(at < figure.start && closing(passage, at).is_some_and(|close| close > figure.start))
        }) {
            at = close + 1;
            continue;
        }
        let quoted = quoted_end(passage, at)
            .filter(|&close| close < whole.end && !(at < figure.start && close > figure.start));
        if let Some(close) = quoted {
            at = close + 1;
            continue;
        }
        let Some(index) = passage.lexeme_index(at) else { break };
        let lexeme = &passage.lexemes[index];
        let end = lexeme.range.end;
        let inside =
            figure.contains(&at) || times.iter().any(|time| time.start < at && at < time.end);
        let next = if inside { None } else { joint_at(passage, lexeme) };
        if passage.word(at) == ";" && !inside {
            parts.push(Piece { range: start..at, joint });
            if at < figure.start {
                own_part = parts.len();
            }
            (start, joint) = (end, Joint::Start);
            if at >= figure.end {
                at = whole.end;
                start = whole.end;
                break;
            }
        } else if let Some(next) = next
            && !(next == Joint::Conjunction && start == at)
        {
            parts.push(Piece { range: start..at, joint });
            (start, joint) = (end, next);
        }
        at = end.max(at + 1);
    }
    if start < at {
        parts.push(Piece { range: start..at.min(whole.end), joint });
    }
    parts.drain(..own_part.min(parts.len()));
    if parts.is_empty() {
        parts.push(Piece { range: whole, joint: Joint::Start });
    }
    parts
}

fn joint_at(passage: &Passage, lexeme: &Lexeme) -> Option<Joint> {
    let at = lexeme.range.start;
    if lexeme.kind == TokenKind::Mark && lexeme.range.len() == 1 {
        let spaced = passage.tokens[at].space_before
            && passage.tokens.get(at + 1).is_none_or(|next| next.space_before);
        return match passage.word(at) {
            "," => Some(Joint::Comma),
            ":" => Some(Joint::Colon),
            "-" if spaced && at > 0 => Some(Joint::Dash),
            _ => None,
        };
    }
    let joins = lexeme.is(Sense::And) && !lexeme.is_any(&[Sense::Level, Sense::Keep])
        || lexeme.is(Sense::But);
    joins.then_some(Joint::Conjunction)
}

/// The end of the brackets that open at the token.
pub fn closing(passage: &Passage, open: usize) -> Option<usize> {
    if passage.word(open) != "(" {
        return None;
    }
    let mut depth = 0;
    for at in open..passage.tokens.len() {
        match passage.word(at) {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

/// The end of the quotation marks that open at the token.
fn quoted_end(passage: &Passage, open: usize) -> Option<usize> {
    let close = match passage.word(open) {
        "“" => "”",
        "«" => "»",
        "\"" => "\"",
        _ => return None,
    };
    (open + 1..passage.tokens.len()).find(|&at| passage.word(at) == close)
}

/// The inside of the innermost brackets around the figure.
pub fn bracket_around(passage: &Passage, figure: &Range<usize>) -> Option<Range<usize>> {
    let opens = (0..figure.start).rev().filter(|&at| passage.word(at) == "(");
    let close = |open: usize| closing(passage, open).filter(|&close| close >= figure.end);
    opens.filter_map(|open| close(open).map(|close| open + 1..close)).next()
}

/// The lexemes and brackets of the range that are no part of a time, and the markers of no other
/// figure.
pub fn items<'scene>(
    passage: &'scene Passage<'scene>,
    range: Range<usize>,
    times: &[Range<usize>],
    figures: &[Range<usize>],
) -> Vec<Item<'scene>> {
    let mut items = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if let Some(close) = closing(passage, at).filter(|&close| close < range.end) {
            items.push(Item::Bracket(at + 1..close));
            at = close + 1;
            continue;
        }
        // A name in quotation marks says nothing of its own.
        if let Some(close) = quoted_end(passage, at).filter(|&close| close < range.end) {
            at = close + 1;
            continue;
        }
        if let Some(taken) = times.iter().chain(figures).find(|taken| taken.contains(&at)) {
            at = taken.end.max(at + 1);
            continue;
        }
        let Some(index) = passage.lexeme_index(at) else { break };
        let lexeme = &passage.lexemes[index];
        let is_quote = lexeme.kind == TokenKind::Mark
            && matches!(passage.word(at), "\"" | "“" | "”" | "'" | "‘" | "." | "!");
        if !is_quote {
            items.push(Item::Word(lexeme));
        }
        at = lexeme.range.end.max(at + 1);
    }
    items
}
