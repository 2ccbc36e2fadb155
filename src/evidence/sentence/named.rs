//! Whose figure it is: where a list of figures names something else right by this one, an earlier name does not reach it.
//! `Tỷ lệ trẻ nhà trẻ ra lớp đạt 45%, trẻ mẫu giáo đạt 98%`.

use super::parts::Item;
use super::{Scene, before, behind};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::TokenKind;
use crate::evidence::{Failure, subject};

/// Whether a word of the indicator stands right by the figure.
pub fn is_named_here(scene: &Scene) -> bool {
    let range = before::own_start(scene)..behind::own_end(scene);
    !range.is_empty() && subject::names(scene.claim.words, &scene.passage.source[scene.passage.bytes(range)], scene.unit.language)
}

/// The failure of a figure that the text says of something else than the claim.
pub fn differs(scene: &Scene) -> Option<Failure> {
    scene.mention?;
    if scene.claim.words.is_empty() {
        return None;
    }
    let start = before::own_start(scene);
    let earlier = scene.figures.iter().any(|figure| figure.start < start.max(scene.figure.start) && figure.end <= scene.figure.start && figure.start >= scene.pieces[0].range.start);
    if !earlier {
        return None;
    }
    let end = behind::own_end(scene);
    let text = scene.passage.source;
    let named = |range: std::ops::Range<usize>| {
        !range.is_empty() && subject::names(scene.claim.words, &text[scene.passage.bytes(range)], scene.unit.language)
    };
    if named(start..scene.figure.end) || named(scene.figure.start..end) {
        return None;
    }
    let own = scene.items(start..scene.figure.start);
    let other = own.iter().filter_map(Item::word).find(|lexeme| {
        let names = lexeme.is_any(&[Sense::Noun, Sense::Name, Sense::Verb, Sense::Indirect]) || lexeme.is_unknown();
        lexeme.kind == TokenKind::Word && names && !scene.is_own(lexeme) && !lexeme.is_any(&[Sense::Filler, Sense::Level, Sense::LevelNoun, Sense::Want, Sense::Keep, Sense::Raise])
    })?;
    Some(Failure::Unnamed { quote: scene.place(&other.range), words: scene.claim.words.to_vec() })
}
