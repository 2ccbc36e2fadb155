//! Places that the sentence names: a figure of one ward is none of the province, and one of the
//! country none of its places.

use super::parts::Item;
use super::{Doubts, Scene, behind};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::Passage;
use crate::language::Language;

/// Words that a place's own name follows in Vietnamese, and that follow it in English.
const KINDS_VI: &[&str] = &[
    "phường",
    "xã",
    "thị trấn",
    "huyện",
    "thị xã",
    "thành phố",
    "tỉnh",
    "quận",
    "đặc khu",
    "thôn",
    "bản",
    "trường",
];
const KINDS_EN: &[&str] =
    &["ward", "commune", "town", "district", "city", "province", "village", "township"];

pub fn check(scene: &Scene, doubts: &mut Doubts) {
    let passage = &scene.passage;
    let end = behind::own_end(scene);
    let first = scene.pieces[0].range.start;
    let statements = scene
        .pieces
        .iter()
        .take(scene.own)
        .filter(|piece| scene.has_figure(&piece.range))
        .map(|piece| piece.range.clone());
    let others: Vec<_> = statements.collect();
    let items = scene.items(first..end);
    for lexeme in items.iter().filter_map(Item::word) {
        let at = lexeme.range.start;
        if others.iter().any(|other| other.contains(&at)) {
            continue;
        }
        let kind = passage.word(lexeme.range.end - 1);
        let name = match scene.unit.language {
            Language::Vi
                if KINDS_VI
                    .iter()
                    .any(|kind| passage.follows(at, kind) == Some(lexeme.range.end)) =>
            {
                capitals_after(passage, lexeme.range.end)
            }
            Language::En if KINDS_EN.contains(&kind) => capitals_before(passage, at),
            _ => continue,
        };
        if name.is_empty() || scene.unit.places.iter().any(|place| contains(place, &name)) {
            continue;
        }
        scene.turned(doubts, lexeme, Sense::Attribute);
    }
}

/// Whether a heading names another place than the plan's own: `2. Xã Tân Lập`. One in capitals
/// throughout is not read.
pub fn other_place_in(passage: &Passage, language: Language, own: &[String]) -> bool {
    let mostly_capital = passage.source.chars().filter(|letter| letter.is_uppercase()).count() * 2
        > passage.source.chars().filter(|letter| letter.is_alphabetic()).count();
    if mostly_capital {
        return false;
    }
    passage.lexemes.iter().any(|lexeme| {
        let (at, end) = (lexeme.range.start, lexeme.range.end);
        let name = match language {
            Language::Vi if KINDS_VI.iter().any(|kind| passage.follows(at, kind) == Some(end)) => {
                capitals_after(passage, end)
            }
            Language::En if KINDS_EN.contains(&passage.word(end - 1)) => {
                capitals_before(passage, at)
            }
            _ => return false,
        };
        !name.is_empty() && !own.iter().any(|place| contains(place, &name))
    })
}

fn contains(place: &str, name: &str) -> bool {
    let (place, name) = (place.to_lowercase(), name.to_lowercase());
    place.contains(&name) || name.contains(&place)
}

/// The words with capitals that begin at the token.
fn capitals_after(passage: &Passage, at: usize) -> String {
    let named = (at..passage.tokens.len()).take_while(|&token| is_name(passage, token));
    named.map(|token| passage.word(token)).collect::<Vec<_>>().join(" ")
}

fn capitals_before(passage: &Passage, at: usize) -> String {
    // `This province`: a capital at the beginning of a sentence makes no name.
    let is_filler =
        |token: usize| passage.lexeme_at(token).is_some_and(|lexeme| lexeme.is(Sense::Filler));
    let opens = |token: usize| {
        token == 0 && passage.lexeme_at(token).is_some_and(|lexeme| !lexeme.is_unknown())
    };
    let named = (0..at)
        .rev()
        .take_while(|&token| is_name(passage, token) && !is_filler(token) && !opens(token));
    let named: Vec<&str> = named.map(|token| passage.word(token)).collect();
    named
        .into_iter()
        .rev()
        .filter(|word| !matches!(*word, "each" | "every"))
        .collect::<Vec<_>>()
        .join(" ")
}

fn is_name(passage: &Passage, token: usize) -> bool {
    let token = &passage.tokens[token];
    token.capital && token.kind == crate::evidence::read::TokenKind::Word
}
