//! A milestone: between its verb and its object every word must be understood, and no verb before
//! it may only look at it, prepare it or ask for it.

use std::ops::Range;

use super::parts::Item;
use super::{Doubts, Scene, before, whom};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, TokenKind};
use crate::language::Language;

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
    part_of_it(scene, doubts);
    said_of_it(scene, doubts);
    // `tại 10 xã`: in so many places and no more.
    let end = scene.pieces[scene.own].range.end;
    let is_all = |figure: &Range<usize>| {
        scene.passage.source[scene.passage.bytes(figure.clone())].contains("100%")
    };
    if let Some(count) = scene.figures.iter().find(|figure| {
        **figure != scene.figure
            && figure.start >= scene.figure.start
            && figure.start < end
            && !is_all(figure)
    }) {
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

/// `Các xã hoàn thành phổ cập mầm non được khen thưởng`: the milestone only says who is meant.
fn said_of_it(scene: &Scene, doubts: &mut Doubts) {
    let end = scene.pieces[scene.own].range.end;
    let items = scene.items(scene.figure.end..end);
    let words: Vec<&Lexeme> = items.iter().filter_map(Item::word).collect();
    let passive = words.windows(2).find(|pair| {
        let is_passive = matches!(
            scene.passage.word(pair[0].range.start),
            "được" | "bị" | "sẽ" | "is" | "are" | "receive" | "receives"
        );
        let done = ["hoàn thành", "triển khai", "duy trì", "thực hiện", "completed", "maintained"];
        is_passive
            && pair[1].kind == TokenKind::Word
            && scene.passage.follows_any(pair[1].range.start, &done).is_none()
            && !pair[1].is_any(&[Sense::Filler, Sense::Level])
    });
    if let Some(pair) = passive {
        scene.turned(doubts, pair[1], Sense::Only);
    }
}

/// `ở các phường trung tâm`, `cấp tiểu học`, `cho giáo viên`: of a part only, unless the row or the
/// indicator is about it.
fn part_of_it(scene: &Scene, doubts: &mut Doubts) {
    let items = scene.items(scene.figure.start..scene.pieces[scene.own].range.end);
    let words: Vec<&Lexeme> = items.iter().filter_map(Item::word).collect();
    let bearer = scene.bearer();
    // `các trường tiểu học, trung học`: of all of them.
    let levels = words.iter().filter(|lexeme| is_member(scene, lexeme)).count();
    for (place, lexeme) in words.iter().enumerate() {
        if !limits(scene, lexeme) {
            continue;
        }
        let behind: Vec<&Lexeme> = words[place + 1..]
            .iter()
            .copied()
            .skip_while(|next| next.is(Sense::Filler))
            .take_while(|next| next.kind == TokenKind::Word && !limits(scene, next))
            .take(4)
            .collect();
        let is_whom = |next: &&Lexeme| whom::is_bearer(&scene.passage, next);
        let names_whom = match scene.unit.language {
            Language::Vi => behind.first().is_some_and(&is_whom),
            Language::En => behind.iter().any(is_whom),
        };
        let kind = behind.first().is_some_and(|first| is_kind(scene, first));
        if !names_whom && !kind && !behind.first().is_some_and(|first| is_member(scene, first)) {
            continue;
        }
        let foreign = behind.iter().take_while(|next| !next.is(Sense::And)).find(|next| {
            let content = next.is_any(&[Sense::Noun, Sense::Name]) || next.is_unknown();
            let goes_on = matches!(scene.passage.word(next.range.end), "," | "và" | "and");
            let one_level = is_member(scene, next) && levels < 2 && !goes_on;
            content
                && !whom::is_bearer(&scene.passage, next)
                && !is_kind(scene, next)
                && !next.is(Sense::Filler)
                && !scene.is_group_of_row(next)
                && (one_level || !is_member(scene, next) && !scene.is_own(next))
                && !bearer.is_own(&scene.passage, next)
        });
        if let Some(next) = foreign {
            scene.turned(doubts, next, Sense::Only);
        }
    }
}

/// Whether a part of a whole may stand behind the word.
fn limits(scene: &Scene, lexeme: &Lexeme) -> bool {
    scene.passage.follows_sense(lexeme.range.start, Sense::At).is_some()
        || scene.unit.language == Language::Vi && is_kind(scene, lexeme)
}

fn is_kind(scene: &Scene, lexeme: &Lexeme) -> bool {
    scene.passage.follows_sense(lexeme.range.start, Sense::LevelKind).is_some()
}

/// Whether the lexeme names a group of the catalogue.
fn is_member(scene: &Scene, lexeme: &Lexeme) -> bool {
    let words = scene.passage.source[scene.passage.bytes(lexeme.range.clone())].to_lowercase();
    scene.vocabulary.members.iter().any(|(term, ..)| *term == words)
}
