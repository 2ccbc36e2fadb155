//! Values with their markers and units; and, where a number is no value either, just the number.

use rust_decimal::Decimal;

use super::markers::{Change, change_words, keeping, quantifiers, standings, trailing};
use super::passage::Passage;
use super::tokens::TokenKind;
use super::{Found, Place};
use crate::evidence::{Figure, MentionKind};
use crate::language::Language;
use crate::portal::{Bound, Comparator, Measure};

/// The number and its unit; a range has its upper end.
struct Core {
    low: Decimal,
    high: Option<Decimal>,
    measure: Option<Measure>,
    last_number: usize,
    end: usize,
}

/// What stands right before a number.
struct Leading {
    start: usize,
    quantifier: Option<Comparator>,
    change: Option<Change>,
    keeps: bool,
    /// Whether `đạt`, `reach` or the like stands there.
    stands: bool,
    /// Whether the value is denied, or moves in a way that is not said.
    denied: bool,
}

/// A figure, or [`MentionKind::Other`]. `changes` are the nearest verbs of change before each place.
pub fn at_number(passage: &Passage, place: Place, changes: &[Option<Change>]) -> Found {
    let Place { at, .. } = place;
    let share = passage.word(at + 1) == "/" && passage.is_kind(at + 2, TokenKind::Number);
    if share {
        // `45/56 trường` are neither 45 nor 56 schools.
        return Found::bare(other(passage, at, at + 3), at, at..at + 3);
    }
    let Some(core) = core(passage, place, changes).filter(|_| !is_cut(passage, place)) else {
        return Found::bare(other(passage, at, at + 1), at, at..at + 1);
    };
    let trailing = trailing(passage.language).iter().find_map(|(phrase, comparator)| Some((passage.follows(core.end, phrase)?, *comparator)));
    let leading = leading(passage, place, core.high.is_some(), trailing.is_some(), changes);
    let said = comparator(passage, place, &core, &leading, trailing.map(|(_, comparator)| comparator));
    let end = trailing.map_or(core.end, |(end, _)| end);
    let number = at..core.last_number + 1;
    let marked = trailing.is_some() || leading.quantifier.is_some() || leading.change.is_some() || leading.keeps;
    let valued = core.measure.is_some() || marked || is_bare_value(passage, at, &core, leading.stands);
    let (Some(comparator), true) = (said, valued) else {
        let (start, end) = if valued { (leading.start, end) } else { (at, number.end) };
        return Found { kind: other(passage, number.start, number.end), start, end, core: number.clone(), number };
    };
    let figure = Figure { comparator, low: core.low, high: core.high, measure: core.measure };
    Found { kind: MentionKind::Figure(figure), start: leading.start, end, number, core: at..core.end }
}

/// A number that is no value, as it is printed; two of them as `5-10` or `45/56`, whatever word joins them.
fn other(passage: &Passage, at: usize, end: usize) -> MentionKind {
    let printed = |at: usize| passage.tokens[at].text.as_str();
    let joint = if passage.word(at + 1) == "/" { "/" } else { "-" };
    MentionKind::Other(if end > at + 1 { format!("{}{joint}{}", printed(at), printed(end - 1)) } else { printed(at).to_owned() })
}

fn core(passage: &Passage, place: Place, changes: &[Option<Change>]) -> Option<Core> {
    let Place { at, .. } = place;
    let low = passage.value(at)?;
    let first = passage.unit(at + 1);
    let first_end = first.as_ref().map_or(at + 1, |(end, _)| *end);
    let single = |first: Option<(usize, Measure)>| Core { low, high: None, measure: first.map(|(_, measure)| measure), last_number: at, end: first_end };
    let Some((second_at, high)) = upper(passage, place, first_end, changes).filter(|(_, high)| *high > low) else { return Some(single(first)) };
    let second = passage.unit(second_at + 1);
    let joined = match (&first, &second) {
        (Some((_, first)), Some((_, second))) => first == second,
        (None, Some(_)) => true,
        (Some(_), None) => false,
        // `3 - 5` says nothing, but a cell may be `35 - 40`; an index is `0,7 - 0,8`.
        (None, None) => ends_cell(passage, second_at + 1) || low.scale() > 0 || high.scale() > 0,
    };
    if !joined {
        return Some(single(first));
    }
    let end = second.as_ref().map_or(second_at + 1, |(end, _)| *end);
    Some(Core { low, high: Some(high), measure: second.map(|(_, measure)| measure), last_number: second_at, end })
}

/// The upper number of a range. `increase ... from 20% to 50%` is no range but a way.
fn upper(passage: &Passage, Place { at, floor }: Place, first_end: usize, changes: &[Option<Change>]) -> Option<(usize, Decimal)> {
    let between = passage.precedes_any(floor, at, &["between", "giữa"]).is_some();
    let from = passage.precedes(floor, at, "from");
    let way = from.is_some() && changes.get(at).copied().flatten().is_some();
    let second = match passage.follows_any(first_end, &["and", "và"]).filter(|_| between) {
        Some(second) => second,
        None => passage.joined(first_end).filter(|_| !way)?,
    };
    Some((second, passage.value(second)?))
}

fn leading(passage: &Passage, Place { at, floor }: Place, range: bool, trailing: bool, changes: &[Option<Change>]) -> Leading {
    let mut found = Leading { start: at, quantifier: None, change: None, keeps: false, stands: false, denied: false };
    let mut before = at;
    let openings: &[&str] = match passage.language {
        Language::Vi if range || trailing => &["trong khoảng từ", "từ", "giữa"],
        Language::En if range => &["from", "between"],
        _ => &[],
    };
    if let Some(start) = passage.precedes_any(floor, before, openings) {
        (before, found.start) = (start, start);
    }
    let quantifier =
        |before: usize| quantifiers(passage.language).iter().find_map(|(phrase, comparator)| Some((passage.precedes(floor, before, phrase)?, *comparator)));
    if let Some((start, comparator)) = quantifier(before) {
        (before, found.start, found.quantifier) = (start, start, Some(comparator));
        // `khoảng ít nhất 30%`: two markers say nothing that can be compared.
        if let Some((start, _)) = quantifier(before) {
            return Leading { start, denied: true, ..found };
        }
    }
    if passage.language == Language::En
        && let Some(by) = passage.precedes(floor, before, "by")
    {
        // Without a verb of change it is still no value that is reached.
        let change = changes.get(by).copied().flatten();
        return Leading { start: by, change, denied: change.is_none(), ..found };
    }
    let change = |before: usize| change_words(passage.language).iter().find_map(|(word, change)| Some((passage.precedes(floor, before, word)?, *change)));
    // `a rise of 2%`
    let of = passage.precedes(floor, before, "of").filter(|_| passage.language == Language::En);
    if let Some((start, change)) = change(before).or_else(|| change(of?)) {
        return Leading { start, change: Some(change), ..found };
    }
    while let Some(start) = passage.precedes_any(floor, before, standings(passage.language)) {
        before = start;
        found.stands = passage.language == Language::Vi;
    }
    // `ít nhất đạt 30%`; shorter words there belong to what stands before (`trên địa bàn`).
    if found.stands
        && found.quantifier.is_none()
        && let Some((start, comparator @ (Comparator::AtLeast | Comparator::AtMost))) = quantifier(before)
    {
        (before, found.start, found.quantifier) = (start, start, Some(comparator));
    }
    // `duy trì ít nhất 30%` is at least 30%: to maintain governs only what has no marker of its own.
    if found.quantifier.is_none()
        && !trailing
        && let Some(start) = passage.precedes_any(floor, before, keeping(passage.language))
    {
        (found.start, found.keeps) = (start, true);
    }
    if let Some(start) = passage.precedes_any(floor, before, &["reach", "reaches", "reaching", "reached"]) {
        (before, found.stands) = (start, true);
    }
    found.denied = passage.precedes_any(floor, before, &["không", "chưa", "chẳng", "not", "not yet", "never"]).is_some();
    found
}

/// How the value is compared; `None` where it is said in a way that no goal has (`giảm trên 40%`, `giảm 5 - 10%`) or is denied (`chưa đạt 50%`).
fn comparator(passage: &Passage, Place { at, floor }: Place, core: &Core, leading: &Leading, trailing: Option<Comparator>) -> Option<Comparator> {
    if leading.denied {
        return None;
    }
    // `a 5% increase`
    let noun = || {
        let article = passage.language == Language::En && passage.precedes_any(floor, leading.start, &["a", "an", "the"]).is_some();
        change_words(passage.language).iter().find(|(word, _)| article && at < core.end && passage.word(core.end) == *word).map(|(_, change)| *change)
    };
    let range = core.high.is_some();
    match (leading.change.or_else(noun), trailing.or(leading.quantifier)) {
        (Some(_), _) if range => None,
        (Some(Change::Reduce), None) => Some(Comparator::ReduceBy(Bound::Exactly)),
        (Some(Change::Increase), None) => Some(Comparator::IncreaseBy(Bound::Exactly)),
        (Some(Change::Reduce), Some(Comparator::AtLeast)) => Some(Comparator::ReduceBy(Bound::AtLeast)),
        (Some(Change::Increase), Some(Comparator::AtLeast)) => Some(Comparator::IncreaseBy(Bound::AtLeast)),
        (Some(_), Some(_)) => None,
        // `ít nhất 1 - 2 nhà giáo` still states both ends; `khoảng 35 - 40%` states neither.
        (None, None | Some(Comparator::AtLeast)) if range => Some(Comparator::Range),
        (None, Some(_)) if range => None,
        (None, Some(comparator)) => Some(comparator),
        (None, None) if leading.keeps => Some(Comparator::Maintain),
        (None, None) => Some(Comparator::Reach),
    }
}

/// Whether the number is the rest of another one: negative (`-5%`), or grouped by spaces (`1 500`).
fn is_cut(passage: &Passage, Place { at, floor }: Place) -> bool {
    let token = &passage.tokens[at];
    let Some(before) = at.checked_sub(1).map(|before| &passage.tokens[before]) else { return false };
    let negative = before.text == "-" && !token.space_before && (before.space_before || at == 1) && floor < at;
    let grouped = before.kind == TokenKind::Number && token.text.len() == 3 && floor == at;
    negative || grouped
}

/// Whether a number without a unit and without a marker is a value: alone in its cell, a decimal, or what something is to reach.
fn is_bare_value(passage: &Passage, at: usize, core: &Core, stands: bool) -> bool {
    if at == 0 {
        return ends_cell(passage, core.end);
    }
    let names = ["industry", "revolution", "version", "nghiệp", "mạng", "web", "phiên bản"];
    if core.low.scale() > 0 {
        return passage.precedes_any(0, at, &names).is_none();
    }
    stands && !passage.is_kind(core.end, TokenKind::Word)
}

/// Whether nothing but a note in brackets follows, as in `17,1 (sáp nhập ...)`.
fn ends_cell(passage: &Passage, end: usize) -> bool {
    end >= passage.tokens.len() || passage.word(end) == "("
}
