//! What follows the figure's own part: a part behind a semicolon, a later sentence, the paragraph
//! behind, a note or a remark.
//!
//! Most of it is another statement. But what points back (`Nội dung này ...`), what has no subject
//! of its own (`Thực hiện khi có vốn.`), and what names a part of the whole (`Riêng cấp mầm non
//! ...`) goes on with the figure, and may take it back, limit it or move it to another time.

use super::around::points_back;
use super::{Doubts, Scene, places};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, Passage, TokenKind, read};
use crate::evidence::{MentionKind, words};
use crate::language::text::{is_of_word, nfc};
use crate::portal::Period;

pub fn check(scene: &Scene, doubts: &mut Doubts) {
    for part in later_parts(scene) {
        going_on(scene, part, doubts);
    }
    for sentence in later_sentences(scene) {
        going_on(scene, sentence, doubts);
    }
    for sentence in sentences_with_figures(scene) {
        partitive(scene, sentence, doubts);
    }
    if let Some(next) = scene.unit.next {
        let end = words::sentence_ends(next).next().unwrap_or(next.len());
        pointing(scene, &next[..end], doubts);
    }
}

/// The parts of the sentence behind the figure's own that have no figure.
fn later_parts<'scene>(scene: &Scene<'scene>) -> Vec<&'scene str> {
    let text = scene.unit.text;
    let sentence = scene.offset..scene.offset + scene.passage.source.len();
    let own = words::part(text, sentence.clone(), scene.place(&scene.figure));
    let ends = text[own.end..sentence.end].match_indices(';').map(|(at, _)| own.end + at);
    let ends: Vec<usize> = ends.chain([sentence.end]).collect();
    let parts = ends.windows(2).map(|pair| pair[0] + 1..pair[1]);
    parts.filter(|part| !scene.unit.has_figure(part)).map(|part| &text[part]).collect()
}

/// The sentences of the unit behind the figure's own that have no figure.
fn later_sentences<'scene>(scene: &Scene<'scene>) -> Vec<&'scene str> {
    let text = scene.unit.text;
    let own_end = scene.offset + scene.passage.source.len();
    let ends = words::sentence_ends(text).filter(|end| *end > own_end);
    let ends: Vec<usize> = [own_end].into_iter().chain(ends).collect();
    let sentences = ends.windows(2).map(|pair| pair[0]..pair[1]);
    sentences.filter(|range| !scene.unit.has_figure(range)).map(|range| &text[range]).collect()
}

/// The parts and sentences of the unit behind the figure's own that have a figure.
fn sentences_with_figures<'scene>(scene: &Scene<'scene>) -> Vec<&'scene str> {
    let text = scene.unit.text;
    let start = scene.place(&scene.figure).end;
    let ends = words::sentence_ends(text).filter(|end| *end > start);
    let parts = text[start..].match_indices(';').map(|(at, _)| start + at + 1);
    let mut ends: Vec<usize> = ends.chain(parts).chain([text.len()]).collect();
    ends.sort_unstable();
    ends.dedup();
    let sentences = ends.windows(2).map(|pair| pair[0]..pair[1]);
    sentences.filter(|range| scene.unit.has_figure(range)).map(|range| &text[range]).collect()
}

/// `Riêng 06 trường trong số này chỉ làm thủ tục ...`: of some of those that are counted.
fn partitive(scene: &Scene, text: &str, doubts: &mut Doubts) {
    let passage = Passage::with_lexemes(text, scene.unit.language, scene.vocabulary);
    let of_these = |at| passage.follows_sense(at, Sense::OfThese).is_some();
    if (0..passage.tokens.len()).any(of_these) {
        turned(scene, text, &passage, doubts);
    }
}

/// `..., tỉnh bảo đảm được một nửa`: only so much of it.
fn is_fraction(passage: &Passage) -> bool {
    passage.lexemes.len() <= SHORT + 4
        && (0..passage.tokens.len()).any(|at| {
            passage.follows_sense(at, Sense::Fraction).is_some_and(|end| {
                end >= passage.tokens.len() || passage.is_kind(end, TokenKind::Mark)
            })
        })
}

/// A part or sentence that may go on with the figure's own.
fn going_on(scene: &Scene, text: &str, doubts: &mut Doubts) {
    // Most sentences behind a figure are long and point nowhere: they need no reading.
    let is_long = text.split_whitespace().count() > 2 * SHORT;
    if is_long && !may_point_back(text) {
        return;
    }
    let passage = Passage::with_lexemes(text, scene.unit.language, scene.vocabulary);
    if points_back(&passage) || has_no_subject(&passage) {
        turned(scene, text, &passage, doubts);
    } else if is_fraction(&passage) {
        doubts.above.push((text.trim().to_owned(), Sense::OtherWhole));
    } else if puts_off(&passage) {
        doubts.above.push((text.trim().to_owned(), Sense::Condition));
    } else if names_part(scene, &passage) {
        doubts.above.push((text.trim().to_owned(), Sense::Except));
    }
}

/// Whether the text has one of the words that [`points_back`] asks for, whatever the language.
fn may_point_back(text: &str) -> bool {
    const POINTERS: &[&str] = &[
        "này", "ấy", "đó", "kia", "đây", "gạch", "this", "these", "that", "above", "bullet",
        "bullets",
    ];
    let mut before = String::new();
    text.split(|letter: char| !is_of_word(letter)).filter(|word| !word.is_empty()).any(|word| {
        let lower = nfc(&word.to_lowercase()).into_owned();
        // `nêu trên`, `các chỉ tiêu trên`; `the target`
        let follows = match lower.as_str() {
            "trên" => !matches!(before.as_str(), "" | "từ" | "đạt" | "có" | "ở"),
            "target" => before == "the",
            other => POINTERS.contains(&other),
        };
        before = lower;
        follows
    })
}

/// A text that counts only where it points back.
pub fn pointing(scene: &Scene, text: &str, doubts: &mut Doubts) {
    if !may_point_back(text) {
        return;
    }
    let passage = Passage::with_lexemes(text, scene.unit.language, scene.vocabulary);
    if points_back(&passage) {
        turned(scene, text, &passage, doubts);
    }
}

/// From how many words on a sentence without a subject is a task of its own.
const SHORT: usize = 14;

/// `Thực hiện khi có vốn`, `Thời gian hoàn thành: năm 2035`, `dự kiến ...`: who or what is meant
/// stands before.
fn has_no_subject(passage: &Passage) -> bool {
    let first = passage.lexemes.iter().find(|lexeme| lexeme.kind == TokenKind::Word);
    passage.lexemes.len() <= SHORT
        && first.is_some_and(|first| {
            let opens = passage.follows_sense(first.range.start, Sense::SameWork);
            opens.is_some_and(|end| end >= first.range.end)
        })
}

/// `Riêng các xã biên giới có chỉ tiêu riêng`, `cấp mầm non thực hiện sau`: of a part, for which
/// the figure of the whole does not hold.
fn names_part(scene: &Scene, passage: &Passage) -> bool {
    if !scene.claim.breakdown.0.is_empty() || passage.lexemes.len() > SHORT + 4 {
        return false;
    }
    let first = passage.lexemes.iter().find(|lexeme| lexeme.kind == TokenKind::Word);
    let Some(first) = first else { return false };
    let is_only = first.is(Sense::Only);
    let acts = first.is_any(&[Sense::Verb, Sense::Light, Sense::Keep, Sense::Raise, Sense::Want]);
    let opening = first.range.start..first.range.start + 3;
    let names_member = !acts
        && opening.clone().any(|token| {
            scene.vocabulary.members.iter().any(|(term, ..)| passage.follows(token, term).is_some())
        });
    let otherwise = (first.range.end..passage.tokens.len())
        .any(|token| passage.follows_sense(token, Sense::Otherwise).is_some());
    // `Riêng ... đạt`: with a statement of its own.
    is_only && passage.lexemes.iter().any(|lexeme| lexeme.is_any(&[Sense::Light, Sense::Verb]))
        || (is_only || names_member) && otherwise
}

/// `nếu thiếu vốn thì lùi đến giai đoạn sau`
fn puts_off(passage: &Passage) -> bool {
    let first = passage.lexemes.iter().find(|lexeme| lexeme.kind == TokenKind::Word);
    first.is_some_and(|first| first.is(Sense::Condition))
        && passage.lexemes.iter().any(|lexeme| lexeme.is_any(&[Sense::Withdraw, Sense::OtherTime]))
}

/// `áp dụng cho các xã biên giới`, `Phạm vi: ...`; not `áp dụng cho toàn tỉnh`.
pub fn applies_to_part(passage: &Passage) -> bool {
    (0..passage.tokens.len()).any(|at| {
        let whole = |end| {
            passage.follows_sense(end, Sense::All).or(passage.follows_sense(end, Sense::Whole))
        };
        passage.follows_sense(at, Sense::Applying).is_some_and(|end| whole(end).is_none())
    })
}

/// What takes the figure back, limits it, or is of another time.
fn turned(scene: &Scene, text: &str, passage: &Passage, doubts: &mut Doubts) {
    let turning = |lexeme: &Lexeme| {
        let sense = lexeme.turning().filter(|_| lexeme.kind == TokenKind::Word)?;
        (!matches!(sense, Sense::Alternative | Sense::Compare | Sense::Order | Sense::OtherWhole))
            .then_some(sense)
    };
    let turns = passage.lexemes.iter().filter(|lexeme| !lexeme.is(Sense::Name)).find_map(turning);
    // `đã được Hội đồng nhân dân thông qua` reports the decision, and not its fulfilment.
    let decided = passage.lexemes.iter().any(|lexeme| {
        passage
            .follows_sense(lexeme.range.start, Sense::Decided)
            .is_some_and(|end| end >= lexeme.range.end)
    });
    let reports = || {
        let reported = passage.lexemes.iter().any(|lexeme| lexeme.is(Sense::Report)) && !decided;
        reported.then_some(Sense::OtherTime)
    };
    let elsewhere = || {
        places::other_place_in(passage, scene.unit.language, scene.unit.places)
            .then_some(Sense::Attribute)
    };
    let later = || {
        let after = (0..passage.tokens.len()).any(|at| {
            passage.follows_any(at, &["sau năm", "sau giai đoạn", "after", "beyond"]).is_some()
        });
        (!decided && (after || has_other_year(scene, text))).then_some(Sense::OtherTime)
    };
    let applies = || applies_to_part(passage).then_some(Sense::Only);
    // `Danh mục trên được cắt còn 50 phòng học.`
    let cuts =
        || passage.lexemes.iter().any(|lexeme| lexeme.is(Sense::Reduce)).then_some(Sense::Withdraw);
    let turns = turns.or_else(cuts);
    if let Some(sense) = turns.or_else(elsewhere).or_else(reports).or_else(later).or_else(applies) {
        doubts.above.push((text.trim().to_owned(), sense));
    }
}

/// Whether the text names a year, and not the one of the claim.
pub fn has_other_year(scene: &Scene, text: &str) -> bool {
    if matches!(scene.claim.period, Period::EveryYear { .. }) {
        return false;
    }
    let claimed = scene.claim.period.end_year();
    let years: Vec<i16> = read(text, scene.unit.language, scene.vocabulary)
        .iter()
        .filter_map(|mention| match mention.kind {
            MentionKind::Year(year) => Some(year),
            _ => None,
        })
        .collect();
    !years.is_empty() && !years.iter().any(|year| Some(*year) == claimed)
}
