//! Where a label stands among the open clauses. A numbering that is open already ends what stands
//! below it; a new one begins below. No order of numberings is laid down, since documents differ:
//! `I.` may stand in `Điều 1`, or the other way round.

use super::label::{Numbering, Position};
use crate::language::number::roman;
use crate::portal::{ClauseIndex, ClauseKind};

/// A clause that a label may still be put into.
#[derive(Clone, Debug)]
pub(super) struct Open {
    pub clause: ClauseIndex,
    pub numbering: Settled,
    /// What the anchors of a decimal label below begin with: the anchor without the decimal labels
    /// at its end.
    pub stem: String,
    pub anchor: String,
}

/// A numbering that is known for what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Settled {
    Named(ClauseKind, Option<String>),
    Roman(u16, String),
    Capital(char),
    /// `nesting`: the numbered lists around it, for `1.` in an item of `1.`
    Decimal {
        components: Vec<u16>,
        bracket: bool,
        nesting: u8,
    },
    Letter(char),
    Bracketed(u16),
    /// The closing part, in which labels may stand too.
    Closing,
}

impl Settled {
    pub fn kind(&self) -> ClauseKind {
        match self {
            Settled::Named(kind, _) => *kind,
            Settled::Roman(..) => ClauseKind::Roman,
            Settled::Capital(_) => ClauseKind::Capital,
            Settled::Decimal { .. } => ClauseKind::Decimal,
            Settled::Letter(_) => ClauseKind::Letter,
            Settled::Bracketed(_) => ClauseKind::Bracketed,
            Settled::Closing => ClauseKind::Closing,
        }
    }

    /// The label's part of an anchor.
    pub fn segment(&self) -> String {
        match self {
            Settled::Named(kind, number) => {
                let word = match kind {
                    ClauseKind::Part => "phan",
                    ClauseKind::Chapter => "chuong",
                    ClauseKind::Section => "muc",
                    ClauseKind::Article => "ddieu",
                    _ => "pl",
                };
                number
                    .as_ref()
                    .map_or_else(|| word.to_string(), |number| format!("{word}-{number}"))
            }
            Settled::Roman(_, letters) => letters.to_ascii_lowercase(),
            Settled::Capital('Đ') | Settled::Letter('đ') => "dd".to_string(),
            Settled::Capital(letter) | Settled::Letter(letter) => {
                letter.to_ascii_lowercase().to_string()
            }
            Settled::Decimal { components, .. } => {
                components.iter().map(u16::to_string).collect::<Vec<_>>().join(".")
            }
            Settled::Bracketed(number) => number.to_string(),
            Settled::Closing => "ket".to_string(),
        }
    }
}

/// What a label is here, or `None` where it is no label after all (`C. Mác` at the start of a
/// sentence).
pub(super) fn settle(
    numbering: Numbering,
    position: Position,
    nesting: u8,
    open: &[Open],
) -> Option<Settled> {
    let letters = match numbering {
        Numbering::Named(kind, number) => return Some(Settled::Named(kind, number)),
        Numbering::Decimal { components, bracket } => {
            let nesting = if components.len() == 1 { nesting } else { 0 };
            return Some(Settled::Decimal { components, bracket, nesting });
        }
        Numbering::Letter(letter) => return Some(Settled::Letter(letter)),
        Numbering::Bracketed(number) => return Some(Settled::Bracketed(number)),
        Numbering::Upper(letters) => letters,
    };
    let value = roman(&letters);
    let mut characters = letters.chars();
    let (Some(letter), None) = (characters.next(), characters.next()) else {
        return value.map(|value| Settled::Roman(value, letters));
    };
    let last_capital = open.iter().rev().find_map(|open| {
        if let Settled::Capital(letter) = open.numbering { Some(letter) } else { None }
    });
    let last_roman = open.iter().rev().find_map(|open| {
        if let Settled::Roman(value, _) = open.numbering { Some(value) } else { None }
    });
    if last_capital.is_some_and(|last| follows(last, letter)) {
        return Some(Settled::Capital(letter));
    }
    let is_sentence = position == Position::Paragraph;
    match value {
        Some(value) if last_roman.is_some_and(|last| last + 1 == value) => {
            Some(Settled::Roman(value, letters))
        }
        // `V. I. Lênin` at the start of a sentence; but a number may be missing between III and V.
        Some(value) if letter != 'L' && !(is_sentence && letter != 'I' && last_roman.is_none()) => {
            Some(Settled::Roman(value, letters))
        }
        _ if is_sentence && letter != 'A' => None,
        _ => Some(Settled::Capital(letter)),
    }
}

/// Whether the second capital may come next after the first: Vietnamese numbering leaves out F, J,
/// W and Z, and sometimes Đ.
fn follows(first: char, second: char) -> bool {
    const ORDER: &str = "ABCDĐEFGHIJKLMNOPQRSTUVWXYZ";
    let Some(place) = ORDER.find(first) else { return false };
    let mut next = ORDER[place..].chars().skip(1);
    match next.next() {
        Some(letter) if letter == second => true,
        Some('Đ' | 'F' | 'J' | 'W') => next.next() == Some(second),
        _ => false,
    }
}

/// How many of the open clauses, outermost first, stay open around the label.
pub(super) fn depth_of(label: &Settled, open: &[Open]) -> usize {
    match label {
        Settled::Named(kind, _) => depth_of_named(*kind, open),
        Settled::Decimal { components, bracket, nesting } => {
            depth_of_decimal(components, *bracket, *nesting, open)
        }
        other => {
            open.iter().position(|open| open.numbering.kind() == other.kind()).unwrap_or(open.len())
        }
    }
}

/// Parts hold chapters, chapters sections, sections articles; an appendix stands by itself.
fn depth_of_named(kind: ClauseKind, open: &[Open]) -> usize {
    if kind == ClauseKind::Appendix {
        return 0;
    }
    let ends = |open: &Open| matches!(open.numbering, Settled::Named(other, _) if other != ClauseKind::Appendix && other >= kind);
    open.iter().position(ends).unwrap_or(open.len())
}

fn depth_of_decimal(components: &[u16], bracket: bool, nesting: u8, open: &[Open]) -> usize {
    let decimal = |open: &Open| match &open.numbering {
        Settled::Decimal { components: others, bracket: other, nesting: around }
            if *other == bracket =>
        {
            Some((others.clone(), *around))
        }
        _ => None,
    };
    let open: Vec<Option<(Vec<u16>, u8)>> = open.iter().map(decimal).collect();
    let prefix = |length: usize| {
        open.iter().rposition(|open| {
            open.as_ref().is_some_and(|(others, _)| others.as_slice() == &components[..length])
        })
    };
    if let Some(below) = (1..components.len()).rev().find_map(prefix) {
        return below + 1;
    }
    let is_like = |others: &[u16], around: u8| {
        others.len() == components.len() && (components.len() > 1 || around == nesting)
    };
    if let Some(sibling) = open
        .iter()
        .rposition(|open| open.as_ref().is_some_and(|(others, around)| is_like(others, *around)))
    {
        return sibling;
    }
    // `3.1.` without a `3.`, `2.` after a lone `1.1.`: it ends the decimal labels that stand
    // innermost together.
    let ends = |open: &Option<(Vec<u16>, u8)>| {
        open.as_ref().is_some_and(|(others, around)| {
            components.len() > 1 || others.len() > 1 && *around >= nesting
        })
    };
    let Some(mut depth) = open.iter().rposition(ends) else { return open.len() };
    while depth > 0 && ends(&open[depth - 1]) {
        depth -= 1;
    }
    depth
}
