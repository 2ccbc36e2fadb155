//! The headings and the lead-in above: open vocabulary, in which words that withdraw, deny or weaken are looked for.

use super::{Doubts, Scene};
use crate::evidence::Vocabulary;
use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, Passage, TokenKind};

pub fn check(scene: &Scene, vocabulary: &Vocabulary, doubts: &mut Doubts) {
    for lead_in in &scene.unit.lead_ins {
        let last = last_sentence(lead_in);
        let passage = Passage::with_lexemes(last, scene.unit.language, vocabulary);
        if let Some(sense) = turns(&passage, true) {
            doubts.above.push((last.to_owned(), sense));
        }
    }
    for heading in &scene.unit.headings {
        let passage = Passage::with_lexemes(heading, scene.unit.language, vocabulary);
        // A paragraph with a label is no heading of what stands in it, but may lead to it.
        let leads = passage.tokens.last().is_some_and(|token| token.text == ":");
        if passage.lexemes.len() > LONG && !leads {
            continue;
        }
        if let Some(sense) = turns(&passage, leads) {
            doubts.above.push(((*heading).to_owned(), sense));
        }
    }
}

/// From how many words on a labelled text is a paragraph.
const LONG: usize = 24;

fn last_sentence(text: &str) -> &str {
    let start = crate::evidence::words::sentence_ends(text).filter(|end| *end < text.len()).last().unwrap_or(0);
    text[start..].trim()
}

/// The sense that turns everything below. `leads`: the words are the beginning of the sentences below.
fn turns(passage: &Passage, leads: bool) -> Option<Sense> {
    let words: Vec<&Lexeme> = passage.lexemes.iter().filter(|lexeme| lexeme.kind == TokenKind::Word).collect();
    let promises = words.iter().any(|lexeme| lexeme.is(Sense::Want) || is_word(passage, lexeme, PROMISES));
    words.iter().enumerate().find_map(|(place, lexeme)| {
        let sense = lexeme.turning().filter(|_| !lexeme.is(Sense::Name))?;
        let turns = match sense {
            Sense::Withdraw | Sense::Deny => true,
            Sense::Condition | Sense::Except => leads || place == 0,
            // `Quan điểm, định hướng và mục tiêu`, `tầm nhìn đến năm 2045` beside a target.
            Sense::Weaken => !promises || leads && place == 0,
            Sense::Hedge | Sense::Attribute => !promises,
            Sense::Distribute => leads,
            _ => false,
        };
        turns.then_some(sense)
    })
}

const PROMISES: &[&str] = &["mục tiêu", "chỉ tiêu", "nhiệm vụ", "target", "targets", "goal", "goals", "objective", "objectives", "task", "tasks"];

fn is_word(passage: &Passage, lexeme: &Lexeme, words: &[&str]) -> bool {
    words.iter().any(|word| passage.follows(lexeme.range.start, word).is_some())
}
