//! Values with their markers and units; and, where a number is no value either, just the number.

use std::ops::Range;

use rust_decimal::Decimal;

use super::governing::{
    Chain, Change, Governing, behind, change_of_object, governing, keeps_object,
};
use super::magnitude::{magnitude, repeated, unit};
use super::passage::Passage;
use super::stretch;
use super::tokens::TokenKind;
use super::{Found, Place};
use crate::evidence::lexicon::Sense;
use crate::evidence::{Figure, MentionKind};
use crate::language::Language;
use crate::portal::{Bound, Comparator, Measure};

/// The number and its unit; a range has its upper end.
struct Core {
    low: Decimal,
    high: Option<Decimal>,
    measure: Option<Measure>,
    points: bool,
    /// `30 more communes`, `20 fewer sites`.
    more: Option<Change>,
    /// `12 or more doctors`: a bound between the number and its unit.
    bound: Option<Bound>,
    last_number: usize,
    end: usize,
}

/// A figure, or [`MentionKind::Other`]. `changes` are the nearest verbs of change before each
/// place.
pub fn at_number(
    passage: &Passage,
    place: Place,
    before: Option<&MentionKind>,
    earlier: Option<Range<usize>>,
    changes: &[Option<Change>],
) -> Found {
    let Place { at, floor } = place;
    let share = passage.word(at + 1) == "/" && passage.is_kind(at + 2, TokenKind::Number);
    if share {
        // `45/56 trường` are neither 45 nor 56 schools.
        return Found::bare(other(passage, at, at + 3), at, at..at + 3);
    }
    let sign = sign(passage, at);
    let readable = !is_cut(passage, place, before)
        && neighbours_are_plain(passage, sign.map_or(at, |sign| sign), at);
    let Some(mut core) = core(passage, place, sign.is_some(), changes).filter(|_| readable) else {
        return Found::bare(other(passage, at, at + 1), at, at..at + 1);
    };
    let behind = core.bound.map(|bound| (core.end, bound)).or_else(|| behind(passage, core.end));
    let first = sign.unwrap_or(at);
    let every_year =
        earlier.filter(|time| matches!(before, Some(MentionKind::EveryYear)) && time.end == first);
    let floor =
        every_year.as_ref().map_or(floor, |time| passage.sentence_start(time.start)).min(first);
    let chain = Chain { floor, at: first, every_year };
    let leading =
        governing(passage, chain, core.high.is_some(), behind.map(|(_, bound)| bound), changes);
    if core.measure.is_none() && leading.level {
        core.measure = counted_before(passage, floor, leading.chain, core.end);
    }
    let said = comparator(passage, floor, &core, &leading);
    let end = behind.map_or(core.end, |(end, _)| end);
    let number = at..core.last_number + 1;
    let marked = leading.bound.is_some() || leading.change.is_some() || leading.keeps;
    let valued =
        core.measure.is_some() || marked || is_bare_value(passage, at, first, &core, leading.level);
    let (Some(comparator), true) = (said, valued) else {
        let (start, end) = if valued { (leading.start, end) } else { (at, number.end) };
        return Found {
            kind: other(passage, number.start, number.end),
            start,
            end,
            core: number.clone(),
            number,
        };
    };
    // `6,8% → 3%`: from the one to the other.
    let leads_on = passage.word(end) == "→"
        || passage.word(end) == "-" && passage.word(end + 1) == ">"
        || passage.word(end) == "=" && passage.word(end + 1) == ">";
    let start = (leading.from || leads_on) && core.high.is_none();
    let figure = Figure {
        comparator,
        low: core.low,
        high: core.high,
        measure: core.measure,
        points: core.points,
        start,
    };
    Found {
        kind: MentionKind::Figure(figure),
        start: leading.start,
        end,
        number,
        core: first..core.end,
    }
}

/// `Reduce the number of satellite sites to 60`: the unit stands in the name of what is counted.
fn counted_before(passage: &Passage, floor: usize, chain: usize, end: usize) -> Option<Measure> {
    let what = match passage.language {
        Language::Vi => "số",
        Language::En => "number of",
    };
    let named = (floor..chain).rev().find_map(|at| passage.follows(at, what))?;
    let (name_end, measure) = passage.unit(named)?;
    // Of `the number of schools that have ...`, more is said than what is counted; `xuống còn 60
    // điểm` begins the name again.
    let goes_on = passage.is_kind(end, TokenKind::Word) && passage.word(end) != passage.word(named);
    (name_end == chain && !goes_on).then_some(measure)
}

/// The place of what makes the number negative: a minus right before it, or the word.
fn sign(passage: &Passage, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let mark = &passage.tokens[before];
    let word: &[&str] = match passage.language {
        Language::Vi => &["âm"],
        Language::En => &["minus", "negative"],
    };
    let free = before == 0
        || mark.space_before
        || matches!(passage.word(before - 1), "(" | ":" | ">" | "<" | "=" | "≥" | "≤" | "~");
    let minus = mark.text == "-" && !passage.tokens[at].space_before && free;
    (minus || word.contains(&mark.text.as_ref())).then_some(before)
}

/// Whether no sign touches the number that an eye would read as a part of it: `±5`, `48·5`, `½5`.
fn neighbours_are_plain(passage: &Passage, first: usize, at: usize) -> bool {
    let touches = |token: usize| {
        passage
            .tokens
            .get(token)
            .is_some_and(|token| token.kind == TokenKind::Mark && !token.space_before)
    };
    let before =
        first.checked_sub(1).filter(|_| !passage.tokens[first].space_before).map_or("", |token| {
            if passage.tokens[token].kind == TokenKind::Mark { passage.word(token) } else { "" }
        });
    let after = if touches(at + 1) { passage.word(at + 1) } else { "" };
    let plain_before = [
        "", "(", "[", "\"", "“", "‘", "'", ">", "<", "=", "≥", "≤", "⩾", "≧", "⩽", "≦", "~", "≈",
        "/", "-", ":", ",", ";", "+", "«",
    ];
    let plain_after = [
        "", "%", "‰", ")", "]", ",", ".", ":", ";", "/", "-", "+", "\"", "”", "’", "'", "…", "!",
        "?", "»", "(",
    ];
    plain_before.contains(&before) && plain_after.contains(&after)
}

/// A number that is no value, as it is printed; two of them as `5-10` or `45/56`, whatever word
/// joins them.
fn other(passage: &Passage, at: usize, end: usize) -> MentionKind {
    let printed = |at: usize| passage.tokens[at].text.as_ref();
    let joint = if passage.word(at + 1) == "/" { "/" } else { "-" };
    MentionKind::Other(if end > at + 1 {
        format!("{}{joint}{}", printed(at), printed(end - 1))
    } else {
        printed(at).to_owned()
    })
}

fn core(
    passage: &Passage,
    place: Place,
    negative: bool,
    changes: &[Option<Change>],
) -> Option<Core> {
    let Place { at, .. } = place;
    let printed = passage.value(at)?;
    let low = if negative { -printed } else { printed };
    let (after, same) = repeated(passage, at + 1, printed).unwrap_or((at + 1, true));
    if !same {
        return None;
    }
    if let Some((end, measure)) = points(passage, after) {
        return Some(Core {
            low,
            high: None,
            measure: Some(measure),
            points: true,
            more: None,
            bound: None,
            last_number: at,
            end,
        });
    }
    let (after, more) = more(passage, after).unwrap_or((after, None));
    let (after, bound) = bound_before_unit(passage, after).unwrap_or((after, None));
    let first = unit(passage, after);
    if first.is_none()
        && magnitude(passage, after).is_some_and(|(end, _)| {
            !passage.is_kind(end, TokenKind::Mark) && end < passage.tokens.len()
        })
    {
        // `12 nghìn lượt`: thousands of something that is no unit of the portal.
        return None;
    }
    let first_end = first.as_ref().map_or(after, |(end, ..)| *end);
    let (first_end, more) = match more_behind(passage, first_end).filter(|_| first.is_some()) {
        Some((end, change)) => (end, Some(change)),
        None => (first_end, more),
    };
    let single = |first: Option<(usize, Decimal, Measure)>| {
        let factor = first.as_ref().map_or(Decimal::ONE, |(_, factor, _)| *factor);
        let measure = first.map(|(.., measure)| measure);
        Some(Core {
            low: scaled(low, factor)?,
            high: None,
            measure,
            points: false,
            more,
            bound,
            last_number: at,
            end: first_end,
        })
    };
    let Some((second_at, high)) =
        upper(passage, place, first_end, changes).filter(|(_, high)| *high > low)
    else {
        return single(first);
    };
    if let Some((end, measure)) = points(passage, second_at + 1).filter(|_| first.is_none()) {
        return Some(Core {
            low,
            high: Some(high),
            measure: Some(measure),
            points: true,
            more,
            bound,
            last_number: second_at,
            end,
        });
    }
    let second = unit(passage, second_at + 1);
    let joined = match (&first, &second) {
        (Some((_, _, first)), Some((_, _, second))) => first == second,
        (None, Some(_)) => true,
        (Some(_), None) => false,
        // `3 - 5` says nothing, but a cell may be `35 - 40`; an index is `0,7 - 0,8`.
        (None, None) => ends_cell(passage, second_at + 1) || low.scale() > 0 || high.scale() > 0,
    };
    if !joined {
        return single(first);
    }
    let end = second.as_ref().map_or(second_at + 1, |(end, ..)| *end);
    let second_factor = second.as_ref().map_or(Decimal::ONE, |(_, factor, _)| *factor);
    let first_factor = first.as_ref().map_or(second_factor, |(_, factor, _)| *factor);
    let (low, high) = (scaled(low, first_factor)?, scaled(high, second_factor)?);
    Some(Core {
        low,
        high: Some(high),
        measure: second.map(|(.., measure)| measure),
        points: false,
        more,
        bound,
        last_number: second_at,
        end,
    })
}

/// `or more`, `or fewer` between a number and what is counted.
fn bound_before_unit(passage: &Passage, at: usize) -> Option<(usize, Option<Bound>)> {
    if passage.language != Language::En {
        return None;
    }
    let (end, bound) = behind(passage, at)?;
    unit(passage, end).map(|_| (end, Some(bound)))
}

/// `more`, `fewer` between a number and what is counted.
fn more(passage: &Passage, at: usize) -> Option<(usize, Option<Change>)> {
    if passage.language != Language::En {
        return None;
    }
    let change = match passage.word(at) {
        "more" | "additional" | "extra" | "further" => Change::Increase,
        "fewer" => Change::Reduce,
        // `12 new schools`: whether they may be new, the indicator's words say.
        "new" => return unit(passage, at + 1).map(|_| (at + 1, None)),
        _ => return None,
    };
    unit(passage, at + 1).map(|_| (at + 1, Some(change)))
}

/// `12 communes more than in 2025`.
fn more_behind(passage: &Passage, at: usize) -> Option<(usize, Change)> {
    if passage.language != Language::En {
        return None;
    }
    let change = match passage.word(at) {
        "more" => Change::Increase,
        "fewer" | "less" => Change::Reduce,
        _ => return None,
    };
    (passage.word(at + 1) == "than").then_some((at + 1, change))
}

fn scaled(value: Decimal, factor: Decimal) -> Option<Decimal> {
    if factor == Decimal::ONE {
        Some(value)
    } else {
        value.checked_mul(factor).map(|value| value.normalize())
    }
}

/// Percentage points at the place: `điểm phần trăm`, `% points`; in the portal's own unit for them
/// where it has one.
fn points(passage: &Passage, at: usize) -> Option<(usize, Measure)> {
    let names: &[&str] = match passage.language {
        Language::Vi => &["điểm phần trăm", "điểm %", "% điểm", "phần trăm điểm"],
        Language::En => &[
            "percentage points",
            "percentage point",
            "% points",
            "% point",
            "percent points",
            "pp",
        ],
    };
    let end = passage.follows_any(at, names)?;
    let unit = names.iter().find_map(|name| passage.unit_named(name));
    Some((end, unit.unwrap_or_else(|| Measure::Counted("percentage-point".to_owned()))))
}

/// `Tăng thêm từ 12 đến 15 xã`: what is added is the range.
fn adds(passage: &Passage, floor: usize, at: usize) -> bool {
    (floor..at).any(|token| matches!(passage.word(token), "thêm" | "bớt" | "additional"))
}

/// The upper number of a range. `increase ... from 20% to 50%` is no range but a way.
fn upper(
    passage: &Passage,
    Place { at, floor }: Place,
    first_end: usize,
    changes: &[Option<Change>],
) -> Option<(usize, Decimal)> {
    let between = passage.precedes_any(floor, at, &["between", "giữa"]).is_some();
    let from = passage.precedes_any(floor, at, &["from", "từ"]).is_some();
    let dash = passage.word(first_end) == "-";
    let raised = || {
        passage
            .lexemes
            .iter()
            .take_while(|lexeme| lexeme.range.end <= at)
            .any(|lexeme| lexeme.is(Sense::Raise))
    };
    // `Mỗi năm giảm từ 1,0% đến 1,5%` is a range, for the same happens every year.
    let recurs = || stretch::recurs(passage, at);
    // `Giảm từ 20% đến 25% số điểm trường`: what is reduced stands behind.
    let has_object = |second: usize| {
        let (end, ..) = unit(passage, second + 1)?;
        passage.follows_any(end, &["số", "tỷ lệ"])
    };
    let object_behind = passage.joined(first_end).and_then(has_object).is_some();
    let way = from
        && !dash
        && !object_behind
        && (changes.get(at).copied().flatten().is_some() || raised())
        && !recurs()
        && !adds(passage, floor, at);
    let second = match passage.follows_any(first_end, &["and", "và"]).filter(|_| between) {
        Some(second) => second,
        None => passage.joined(first_end).filter(|_| !way)?,
    };
    Some((second, passage.value(second)?))
}

/// How the value is compared; `None` where it is said in a way that is not understood, or is denied
/// (`chưa đạt 50%`).
fn comparator(
    passage: &Passage,
    floor: usize,
    core: &Core,
    leading: &Governing,
) -> Option<Comparator> {
    if leading.unreadable {
        return None;
    }
    // `a 5% increase`
    let noun = || {
        let article = passage.language == Language::En
            && passage
                .precedes_any(floor.min(leading.start), leading.start, &["a", "an", "the"])
                .is_some();
        let lexeme = passage.lexeme_at(core.end).filter(|_| article)?;
        if lexeme.is(Sense::Increase) {
            Some(Change::Increase)
        } else {
            lexeme.is(Sense::Reduce).then_some(Change::Reduce)
        }
    };
    let of_object = || {
        if leading.level || leading.from {
            None
        } else {
            change_of_object(passage, floor, leading.chain)
        }
    };
    let direct = leading.change.or_else(noun).or(core.more);
    let change = direct.or_else(of_object);
    let range = core.high.is_some();
    let bound = leading.bound;
    if let Some(change) = change {
        return match bound {
            None | Some(Bound::AtLeast) if range => Some(change.by(Bound::Range)),
            Some(_) if range => None,
            // `Giảm tỷ lệ trẻ thấp còi dưới 18%`: to or by?
            Some(Bound::Above | Bound::Below) if direct.is_none() => None,
            bound => Some(change.by(bound.unwrap_or(Bound::Exactly))),
        };
    }
    match bound {
        // `ít nhất 1 - 2 nhà giáo` still states both ends; `khoảng 35 - 40%` states neither.
        None | Some(Bound::AtLeast) if range => Some(Comparator::Range),
        Some(_) if range => None,
        Some(bound) => Some(bound.of_level()),
        None if leading.keeps
            || leading.stays && !leading.from && keeps_object(passage, floor, leading.chain) =>
        {
            Some(Comparator::Maintain)
        }
        None => Some(Comparator::Reach),
    }
}

/// Whether the number is the rest of another one: grouped by spaces (`1 500`, `4 8,5`), or in
/// brackets by itself, which some tables mean as negative.
fn is_cut(passage: &Passage, Place { at, floor }: Place, before: Option<&MentionKind>) -> bool {
    let Some(previous) = at.checked_sub(1).map(|before| &passage.tokens[before]) else {
        return false;
    };
    let after_number = previous.kind == TokenKind::Number && floor == at;
    let parted =
        after_number && matches!(before, Some(MentionKind::Other(_) | MentionKind::Figure(_)));
    let in_brackets =
        at == 1 && previous.text == "(" && passage.word(at + 1) == ")" && passage.tokens.len() == 3;
    let parts_follow = passage.is_kind(at + 1, TokenKind::Number) && passage.year(at).is_none();
    parted || in_brackets || parts_follow
}

/// Whether a number without a unit and without a marker is a value: alone in its cell, a decimal,
/// or what something is to reach.
fn is_bare_value(passage: &Passage, at: usize, first: usize, core: &Core, level: bool) -> bool {
    if first == 0 {
        return ends_cell(passage, core.end);
    }
    let names = ["industry", "revolution", "version", "nghiệp", "mạng", "web", "phiên bản"];
    if core.low.scale() > 0 {
        return passage.precedes_any(0, at, &names).is_none();
    }
    level && !passage.is_kind(core.end, TokenKind::Word)
}

/// Whether nothing but a note in brackets follows, as in `17,1 (sáp nhập ...)`.
fn ends_cell(passage: &Passage, end: usize) -> bool {
    end >= passage.tokens.len() || passage.word(end) == "("
}
