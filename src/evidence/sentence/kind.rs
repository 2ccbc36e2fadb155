//! Whether a figure is wanted or reported: read from its sentence, else from the lead-in or the
//! nearest heading that says so.

use std::ops::Range;

use super::parts::Item;
use super::{Scene, before};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, Passage};
use crate::evidence::table::CellReading;
use crate::evidence::{Failure, Vocabulary};
use crate::portal::StatementKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Wanted,
    Reported,
}

/// The failure of a claim whose kind is not what its text says.
pub fn differs(scene: &Scene, vocabulary: &Vocabulary) -> Option<Failure> {
    let alone = |kind: Kind| (kind, None);
    let of_table = scene.unit.cell.is_some()
        && CellReading::new(None, scene.unit, None, vocabulary)
            .is_some_and(|table| table.reported.is_some());
    // A deadline has no result; what is due may be results.
    if of_table || scene.claim.kind == StatementKind::Deadline {
        return None;
    }
    let (kind, word) = of_sentence(scene)
        .map(|(kind, word)| (kind, Some(word)))
        .or_else(|| of_lead_ins(scene, vocabulary).map(alone))
        .or_else(|| of_heading_and_time(scene, vocabulary).map(alone))?;
    let claimed = match scene.claim.kind {
        StatementKind::Target | StatementKind::Deadline | StatementKind::Aim => Kind::Wanted,
        StatementKind::Baseline | StatementKind::Result => Kind::Reported,
    };
    // A starting point of a target is a baseline: `nâng từ 61% lên 75%`.
    let baseline = scene.claim.kind == StatementKind::Baseline
        && scene.read().is_some_and(|figure| figure.start);
    let figure = scene.place(&scene.figure);
    (kind != claimed && !baseline).then(|| Failure::Kind {
        claimed: scene.claim.kind,
        reported: kind == Kind::Reported,
        word,
        figure,
    })
}

/// What a word says of the kind of the figures that it governs.
fn of_word(lexeme: &Lexeme) -> Option<Kind> {
    if lexeme.is(Sense::Name) {
        return None;
    }
    if lexeme.is(Sense::Report) {
        return Some(Kind::Reported);
    }
    (lexeme.is(Sense::Want) && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun]))
        .then_some(Kind::Wanted)
}

/// The kind that the sentence says: in the figure's own words, else in the pieces before it that
/// are no statement themselves.
fn of_sentence(scene: &Scene) -> Option<(Kind, Range<usize>)> {
    let start = before::own_start(scene);
    let nearest = |range: Range<usize>| {
        let inside =
            scene.passage.lexemes.iter().filter(|lexeme| {
                range.contains(&lexeme.range.start) && lexeme.range.end <= range.end
            });
        let last =
            inside.filter_map(|lexeme| of_word(lexeme).map(|kind| (kind, lexeme))).next_back();
        last.map(|(kind, lexeme)| (kind, scene.place(&lexeme.range)))
    };
    let behind = || {
        let end = super::behind::own_end(scene);
        scene
            .items(scene.figure.end..end)
            .iter()
            .filter_map(Item::word)
            .find(|lexeme| lexeme.is(Sense::Report) && !is_decided(scene, lexeme.range.end))
            .map(|lexeme| (Kind::Reported, scene.place(&lexeme.range)))
    };
    nearest(after_earlier(scene, start)..scene.figure.end).or_else(behind).or_else(|| {
        // `Hiện nay, ...`: only what opens a piece governs those that follow.
        let earlier = scene.pieces[..scene.own]
            .iter()
            .rev()
            .take_while(|piece| !scene.has_figure(&piece.range));
        earlier.into_iter().find_map(|piece| {
            let first = scene.passage.lexeme_at(piece.range.start)?;
            of_word(first).map(|kind| (kind, scene.place(&first.range)))
        })
    })
}

/// `has been adopted by the council`: the target was set, and nothing was reached.
fn is_decided(scene: &Scene, at: usize) -> bool {
    let end = scene.pieces[scene.own].range.end.min(at + 8);
    (at..end).any(|token| scene.passage.follows_sense(token, Sense::Decided).is_some())
}

/// Words right behind an earlier figure of the piece are of that one: `từ 93,5% hiện nay lên 97%`.
fn after_earlier(scene: &Scene, start: usize) -> usize {
    if !scene.figures.iter().any(|figure| figure.end == start) {
        return start;
    }
    let mut at = start;
    while let Some(lexeme) =
        scene.passage.lexeme_at(at).filter(|lexeme| lexeme.range.end <= scene.figure.start)
    {
        let own = lexeme.is_any(&[Sense::Report, Sense::Filler])
            || scene.times.iter().any(|time| time.contains(&at));
        if !own {
            break;
        }
        at = lexeme.range.end;
    }
    at
}

/// The last word of a lead-in that says so; else what it announces.
fn of_lead_ins(scene: &Scene, vocabulary: &Vocabulary) -> Option<Kind> {
    scene.lead_ins.iter().find_map(|text| {
        let passage = Passage::with_lexemes(text, scene.unit.language, vocabulary);
        passage
            .lexemes
            .iter()
            .rev()
            .find_map(of_word)
            .or_else(|| kind_of(text, scene.unit.language, vocabulary))
    })
}

/// What a heading announces; but a year before the plan was made may be reported under targets, and
/// a later one is wanted wherever it stands.
fn of_heading_and_time(scene: &Scene, vocabulary: &Vocabulary) -> Option<Kind> {
    let heading = of_headings(scene, vocabulary);
    let year = scene.claim.period.end_year();
    let past = scene.unit.made.zip(year).map(|(made, year)| year < made);
    match (heading, past) {
        (Some(Kind::Wanted), Some(true)) => None,
        (None, Some(false)) if scene.unit.made < year => Some(Kind::Wanted),
        (heading, _) => heading,
    }
}

fn of_headings(scene: &Scene, vocabulary: &Vocabulary) -> Option<Kind> {
    scene.unit.headings.iter().find_map(|text| kind_of(text, scene.unit.language, vocabulary))
}

/// The kind of figures that a heading announces: results, or targets; none where it says both or
/// neither.
pub fn kind_of(
    text: &str,
    language: crate::language::Language,
    vocabulary: &Vocabulary,
) -> Option<Kind> {
    const RESULTS: &[&str] = &[
        "kết quả",
        "thực trạng",
        "hiện trạng",
        "tình hình",
        "đánh giá",
        "đã đạt được",
        "hạn chế",
        "tồn tại",
        "khó khăn",
        "xuất phát điểm",
        "điểm xuất phát",
        "shortcomings",
        "limitations",
        "difficulties",
        "results",
        "result",
        "situation",
        "current situation",
        "achievements",
        "assessment",
        "review of",
        "status quo",
        "progress made",
        "starting point",
        "where the province stood",
    ];
    const TARGETS: &[&str] = &[
        "mục tiêu",
        "chỉ tiêu",
        "phấn đấu",
        "nhiệm vụ",
        "target",
        "targets",
        "goal",
        "goals",
        "objective",
        "objectives",
        "tasks",
    ];
    let passage = Passage::with_lexemes(text, language, vocabulary);
    if passage.lexemes.len() > 40 {
        return None;
    }
    // What comes late in a heading is said of something else: `Đổi mới kiểm tra, đánh giá`.
    let first = |words: &[&str]| {
        (0..passage.tokens.len())
            .find(|&at| words.iter().any(|word| passage.follows(at, word).is_some()))
    };
    match (first(RESULTS).filter(|&at| at < 5), first(TARGETS)) {
        (Some(_), None) => Some(Kind::Reported),
        (None, Some(_)) => Some(Kind::Wanted),
        // `Kết quả thực hiện các chỉ tiêu` are results; `Mục tiêu và kết quả` say nothing.
        (Some(result), Some(target))
            if result < target && !passage.lexemes.iter().any(|lexeme| lexeme.is(Sense::And)) =>
        {
            Some(Kind::Reported)
        }
        _ => None,
    }
}
