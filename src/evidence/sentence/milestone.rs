//! A milestone: between its verb and its object every word must be understood, and no verb before
//! it may only look at it, prepare it or ask for it.

use super::parts::Item;
use super::{Doubts, Scene, before};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::TokenKind;

pub fn check(scene: &Scene, doubts: &mut Doubts) {
    if scene.mention.is_some() {
        return;
    }
    let core = scene.passage.lexemes.iter().filter(|lexeme| {
        scene.figure.start <= lexeme.range.start && lexeme.range.end <= scene.figure.end
    });
    for lexeme in core.filter(|lexeme| lexeme.kind == TokenKind::Word) {
        if lexeme.is(Sense::Name)
            || scene.is_in_name(lexeme)
            || lexeme.is_any(&[Sense::Attribute, Sense::Distribute])
        {
            continue;
        }
        if let Some(sense) = lexeme.turning().filter(|sense| *sense != Sense::Only) {
            scene.turned(doubts, lexeme, sense);
        } else if lexeme.is_unknown()
            || lexeme.is_any(&[Sense::Noun, Sense::Indirect])
                && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Light, Sense::Verb])
                && !scene.is_own(lexeme)
        {
            scene.unknown(doubts, lexeme);
        }
    }
    // `tại 10 xã`: in so many places and no more.
    let end = scene.pieces[scene.own].range.end;
    if let Some(count) =
        scene.figures.iter().find(|figure| figure.start >= scene.figure.end && figure.start < end)
    {
        doubts.turned.push((scene.place(count), Sense::Only));
    }
    let subject = scene.items(before::own_start(scene)..scene.figure.start);
    for lexeme in subject
        .iter()
        .filter_map(Item::word)
        .filter(|lexeme| lexeme.is(Sense::Indirect) && !lexeme.is(Sense::Name))
    {
        if !lexeme.is_any(&[Sense::Want, Sense::Verb, Sense::Fresh]) {
            scene.turned(doubts, lexeme, Sense::Indirect);
        }
    }
}
