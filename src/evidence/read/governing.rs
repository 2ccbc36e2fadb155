//! What governs a number: the words between the subject and the number, read from the number to the
//! left, and the comparators that stand behind it.
//!
//! `tối thiểu phải đạt 85%`: the number, `đạt` (a level), `phải` (wanted), `tối thiểu` (at least).
//! The words that may stand there are those of the vocabulary with a sense for it; the first other
//! word ends the chain.

use std::ops::Range;

use super::lexemes::Lexeme;
use super::passage::Passage;
use super::tokens::TokenKind;
use crate::evidence::lexicon::{Sense, built_in};
use crate::evidence::words;
use crate::language::Language;
use crate::portal::{Bound, Comparator};

/// Which way a value is changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    Reduce,
    Increase,
}

impl Change {
    pub fn by(self, bound: Bound) -> Comparator {
        match self {
            Change::Reduce => Comparator::ReduceBy(bound),
            Change::Increase => Comparator::IncreaseBy(bound),
        }
    }
}

/// The chain before a number.
#[derive(Clone, Debug)]
pub struct Governing {
    /// The first token of what governs the number: its comparator, a verb of change or of keeping,
    /// a denial.
    pub start: usize,
    /// The first token of the chain; the number itself where there is none.
    pub chain: usize,
    /// The comparator that is said of the number.
    pub bound: Option<Bound>,
    /// The verb of change that the number is the amount of.
    pub change: Option<Change>,
    /// Whether `đạt`, `reach`, `lên` or the like makes the number a level.
    pub level: bool,
    pub keeps: bool,
    /// Whether nothing but `ở mức`, `at` makes it a level, as what is kept stays at it.
    pub stays: bool,
    /// Whether `từ`, `from` stands right before the number.
    pub from: bool,
    /// Whether the value is denied, or two comparators contradict each other.
    pub unreadable: bool,
}

/// Where a chain may stand.
#[derive(Clone, Debug)]
pub struct Chain {
    /// No word before this token belongs to it.
    pub floor: usize,
    /// The number.
    pub at: usize,
    /// A `mỗi năm` right before the number, which the chain may pass over.
    pub every_year: Option<Range<usize>>,
}

/// Reads the chain that ends at the token `at` and does not begin before `floor`. `range` and
/// `behind` say whether the number has an upper end, or a comparator behind it: then a `từ` before
/// it belongs to them.
pub fn governing(
    passage: &Passage,
    place: Chain,
    range: bool,
    behind: Option<Bound>,
    changes: &[Option<Change>],
) -> Governing {
    let Chain { floor, at, every_year } = place;
    let mut found = Governing {
        start: at,
        chain: at,
        bound: behind,
        change: None,
        level: false,
        keeps: false,
        stays: true,
        from: false,
        unreadable: false,
    };
    let mut before = at;
    let mut denied = false;
    let mut level_bound = false;
    while before > floor || every_year.as_ref().is_some_and(|time| time.end == before) {
        // `giảm bình quân mỗi năm 0,5%`
        if let Some(time) = every_year.as_ref().filter(|time| time.end == before) {
            before = time.start;
            continue;
        }
        if let Some(opened) = opening_mark(passage, before, at).filter(|&opened| opened > floor) {
            before = opened;
            continue;
        }
        let Some(lexeme) =
            passage.lexeme_before(before).filter(|lexeme| lexeme.range.start >= floor)
        else {
            break;
        };
        let is = |sense| lexeme.is(sense);
        let start = lexeme.range.start;
        let word = passage.word(start);
        if before == at
            && matches!(word, "từ" | "from" | "between" | "giữa")
            && lexeme.range.len() == 1
        {
            found.from = !range && behind.is_none();
            if range || behind.is_some() {
                found.start = start;
            }
            before = start;
            continue;
        }
        let raised =
            passage.language == Language::En && word == "up" && is_raised(passage, changes, start);
        // `Raise 300 billion dong`: what is raised is the money.
        if passage.language == Language::En
            && before == at
            && lexeme.range.len() == 1
            && RAISED.contains(&word)
        {
            found.level = true;
            break;
        }
        // `trong khoảng 2,5 - 3%`: from the one to the other, and not about.
        let is_span = range && word == "trong" && is(Sense::About);
        if let Some(bound) = bound(lexeme.senses).filter(|_| !raised && !is_span) {
            found.unreadable |= found.bound.is_some_and(|other| other != bound);
            found.bound = Some(found.bound.unwrap_or(bound));
            level_bound = matches!(word, "below" | "above" | "under" | "beneath");
            // `giảm dưới 18%` is no amount: see `change_of`.
        } else if let Some(change) = rises(passage, start).filter(|_| start + 1 == at) {
            found.change = Some(change);
            found.start = start;
            found.chain = start;
            break;
        } else if is(Sense::By) && passage.language == Language::En && word != "of" {
            let change = changes.get(start).copied().flatten();
            found.change = change;
            found.unreadable |= change.is_none();
            found.start = start;
            break;
        } else if (is(Sense::Increase) || is(Sense::Reduce))
            && passage.language == Language::En
            && level_bound
        {
            // `fall below 94%`, `rise above 50%`: a level.
            found.level = true;
        } else if is(Sense::Increase) || is(Sense::Reduce) {
            if !found.level {
                found.change =
                    Some(if is(Sense::Increase) { Change::Increase } else { Change::Reduce });
            }
        } else if is(Sense::Keep) {
            // `duy trì tỷ lệ đạt 99%` is to reach it.
            found.keeps = found.stays;
            found.level = true;
        } else if is_span || is(Sense::Level) || is(Sense::LevelTo) || is(Sense::Raise) || raised {
            found.level = true;
            found.stays &= STAYING.contains(
                &passage.source[passage.bytes(lexeme.range.clone())].to_lowercase().as_str(),
            );
        } else if is(Sense::Average) || is(Sense::Want) {
        } else if is(Sense::Deny) || is(Sense::Prohibit) {
            denied = true;
            found.start = start;
            break;
        } else if is(Sense::LevelNoun) {
            before = start;
            continue;
        } else {
            break;
        }
        let governs = bound(lexeme.senses).is_some()
            || is(Sense::Increase)
            || is(Sense::Reduce)
            || is(Sense::Keep);
        if governs {
            found.start = start;
        }
        (before, found.chain) = (start, start);
    }
    if found.from && found.bound.is_none() {
        found.change = None;
        found.level = true;
    }
    // `không để tỷ lệ ... vượt 0,5%`: a ceiling. `không vượt quá`, `must not be lower than`: the
    // same with nothing between.
    let forbidden = denied || prohibited(passage, floor, found.chain.min(found.start));
    if forbidden {
        match found.bound {
            Some(Bound::Above) => found.bound = Some(Bound::AtMost),
            Some(Bound::Below) => found.bound = Some(Bound::AtLeast),
            _ => found.unreadable |= denied,
        }
    }
    found
}

/// Before a number these are no change: that would be `by`.
const RAISED: &[&str] = &["raise", "raises", "raised", "raising"];

/// `up 13 percentage points on 2025`, behind a comma: a change, and no comparator.
fn rises(passage: &Passage, at: usize) -> Option<Change> {
    let change = match (passage.language, passage.word(at)) {
        (Language::En, "up") => Change::Increase,
        (Language::En, "down") => Change::Reduce,
        _ => return None,
    };
    let opens = at.checked_sub(1).is_none_or(|before| passage.is_kind(before, TokenKind::Mark));
    opens.then_some(change)
}

/// Words that say where something stays, and not what it reaches.
const STAYING: &[&str] =
    &["ở mức", "mức", "ổn định", "ổn định ở mức", "at", "steady at", "stable at", "unchanged at"];

/// Whether a verb that raises or lowers something stands before: `bring coverage up to 98%`.
fn is_raised(passage: &Passage, changes: &[Option<Change>], at: usize) -> bool {
    let before = passage.lexemes.iter().take_while(|lexeme| lexeme.range.end <= at);
    changes.get(at).copied().flatten().is_some()
        || before.into_iter().any(|lexeme| lexeme.is(Sense::Raise))
}

/// `Giữ vững độ bao phủ ... ở mức 99%`: the verb of keeping that opens the piece, with its object
/// between.
pub fn keeps_object(passage: &Passage, floor: usize, start: usize) -> bool {
    let mut before = start;
    while before > floor {
        let Some(index) = passage.lexeme_index(before - 1) else { return false };
        let lexeme = &passage.lexemes[index];
        if lexeme.is(Sense::Keep) {
            return true;
        }
        let mark = lexeme.kind == TokenKind::Mark
            && matches!(passage.word(lexeme.range.start), "." | ";" | ":" | "," | "(" | ")");
        if mark
            || lexeme.is_any(&[
                Sense::Level,
                Sense::LevelTo,
                Sense::Raise,
                Sense::Increase,
                Sense::Reduce,
            ]) && !lexeme.is_any(&[Sense::Filler, Sense::And])
        {
            return false;
        }
        before = lexeme.range.start;
    }
    false
}

/// A colon or an opening bracket that parts a number from its comparator: `ít nhất: 85%`, `tối
/// thiểu (85%)`. Gives the place before it.
fn opening_mark(passage: &Passage, before: usize, at: usize) -> Option<usize> {
    let mark = before.checked_sub(1).filter(|_| before == at)?;
    if !matches!(passage.word(mark), ":" | "(") {
        return None;
    }
    let governed = passage.lexeme_before(mark).is_some_and(|lexeme| bound(lexeme.senses).is_some());
    governed.then_some(mark)
}

/// Whether a prohibition stands before the place, in the same part of the sentence.
fn prohibited(passage: &Passage, floor: usize, at: usize) -> bool {
    let mut before = at;
    while before > floor {
        let Some(index) = passage.lexeme_index(before - 1) else { return false };
        let lexeme = &passage.lexemes[index];
        if lexeme.kind == TokenKind::Mark
            && matches!(
                passage.word(lexeme.range.start),
                "." | ";" | ":" | "," | "(" | ")" | "!" | "?"
            )
        {
            return false;
        }
        if lexeme.is(Sense::Prohibit) {
            return true;
        }
        before = lexeme.range.start;
    }
    false
}

fn bound(senses: &[Sense]) -> Option<Bound> {
    senses.iter().find_map(|sense| match sense {
        Sense::AtLeast => Some(Bound::AtLeast),
        Sense::Above => Some(Bound::Above),
        Sense::AtMost => Some(Bound::AtMost),
        Sense::Below => Some(Bound::Below),
        Sense::About => Some(Bound::About),
        _ => None,
    })
}

/// A comparator right behind the number and its unit, perhaps in brackets: `trở lên`, `(or more)`.
/// Gives its end.
pub fn behind(passage: &Passage, end: usize) -> Option<(usize, Bound)> {
    let bracketed = passage.word(end) == "(";
    let lexeme = passage.lexeme_at(end + usize::from(bracketed))?;
    let bound_of = |lexeme: &Lexeme| {
        lexeme.senses.iter().find_map(|sense| match sense {
            Sense::AtLeastBehind => Some(Bound::AtLeast),
            Sense::AtMostBehind => Some(Bound::AtMost),
            Sense::AboutBehind => Some(Bound::About),
            _ => None,
        })
    };
    let Some(bound) = bound_of(lexeme) else {
        return later(passage, end).and_then(bound_of).map(|bound| (end, bound));
    };
    // `at most 5% above`: what may stand on either side must end the part here.
    if bracketed {
        return (passage.word(lexeme.range.end) == ")").then_some((lexeme.range.end + 1, bound));
    }
    let either = lexeme.is_any(&[Sense::AtLeast, Sense::AtMost, Sense::About]);
    let followed = passage.is_kind(lexeme.range.end, TokenKind::Number);
    (!(either && followed)).then_some((lexeme.range.end, bound))
}

/// The comparator that ends the piece, behind what the figure is a share of: `95.5% of the
/// population at the very least`.
fn later<'passage>(passage: &'passage Passage, end: usize) -> Option<&'passage Lexeme<'passage>> {
    let first = passage.lexeme_index(end)?;
    for lexeme in &passage.lexemes[first..] {
        let ends_piece = |at: usize| {
            at >= passage.tokens.len() || matches!(passage.word(at), "." | "," | ";" | "!" | ")")
        };
        let is_behind =
            lexeme.is_any(&[Sense::AtLeastBehind, Sense::AtMostBehind, Sense::AboutBehind]);
        // `Từ 80% trường tiểu học trở lên đạt chuẩn`: these words can stand nowhere else.
        let is_plain =
            matches!(passage.word(lexeme.range.start), "trở") && opens_with_from(passage, end);
        if is_behind && (is_plain || ends_piece(lexeme.range.end)) {
            return Some(lexeme);
        }
        let goes_on = lexeme.is_any(&[Sense::Name, Sense::Noun, Sense::Filler, Sense::LevelNoun]);
        if lexeme.kind != TokenKind::Word || !goes_on {
            return None;
        }
    }
    None
}

/// Whether `từ` stands right before the number that ends at the place.
fn opens_with_from(passage: &Passage, end: usize) -> bool {
    let number = (0..end).rev().find(|&at| passage.is_kind(at, TokenKind::Number));
    number.and_then(|at| at.checked_sub(1)).is_some_and(|before| passage.word(before) == "từ")
}

/// For each place the nearest verb of change before it in its sentence: `reduce the number of sites
/// by at least 40%`.
pub fn changes(passage: &Passage) -> Vec<Option<Change>> {
    let mut nearest = None;
    let mut found = vec![None; passage.tokens.len()];
    for lexeme in &passage.lexemes {
        for at in lexeme.range.clone() {
            found[at] = nearest;
        }
        if lexeme.is(Sense::Increase) {
            nearest = Some(Change::Increase);
        } else if lexeme.is(Sense::Reduce) {
            nearest = Some(Change::Reduce);
        } else if matches!(passage.word(lexeme.range.start), "." | ";" | "!" | "?") {
            nearest = None;
        }
    }
    found
}

/// The verb of change that opens the part of the sentence in which the number stands, with its
/// object between: `Giảm tỷ lệ hộ nghèo 3%`.
pub fn change_of_object(passage: &Passage, floor: usize, start: usize) -> Option<Change> {
    let mut before = start;
    let mut found = None;
    while before > floor {
        let lexeme = &passage.lexemes[passage.lexeme_index(before - 1)?];
        if lexeme.kind == TokenKind::Mark
            && !matches!(passage.word(lexeme.range.start), "\"" | "“" | "”" | "-" | "/" | "'")
        {
            break;
        }
        if lexeme.is_any(&[Sense::Level, Sense::LevelTo, Sense::Keep])
            && !lexeme.is_any(&[Sense::Filler, Sense::And])
        {
            return None;
        }
        if lexeme.is_any(&[Sense::And, Sense::Purpose, Sense::Fresh]) {
            break;
        }
        found = if lexeme.is(Sense::Increase) {
            Some(Change::Increase)
        } else if lexeme.is(Sense::Reduce) {
            Some(Change::Reduce)
        } else {
            found
        };
        before = lexeme.range.start;
    }
    found
}

/// The last verb of change that stands in the range.
pub fn change_verb(language: Language, text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let vocabulary = built_in(language);
    let start_of = |at: usize| words::split(text, at..range.end).next().map(|word| (at, word));
    let changes = words::starts(text, range.clone()).filter_map(start_of).filter(|(_, word)| {
        let word = word.to_lowercase();
        let senses = vocabulary
            .longest(0, |at| if at == 0 { word.as_str() } else { "" })
            .map_or([].as_slice(), |(_, senses)| senses);
        senses.contains(&Sense::Increase) || senses.contains(&Sense::Reduce)
    });
    changes.last().map(|(at, word)| at..at + word.len())
}
