//! Days, months and quarters.

use std::ops::Range;

use super::passage::Passage;
use super::{Found, Place};
use crate::evidence::MentionKind;
use crate::language::Language;
use crate::language::date::{Date, month_name};

/// A day or month that begins with the number. The span of a day has the `trước`, `before` by it.
pub fn day(passage: &Passage, place: Place) -> Option<Found> {
    let found = match passage.language {
        Language::Vi => day_vi(passage, place),
        Language::En => day_en(passage, place),
    }?;
    let start = deadline(passage, place.floor, found.start).unwrap_or(found.start);
    Some(Found { start, ..found })
}

/// The beginning of the word that makes the day a last one.
fn deadline(passage: &Passage, floor: usize, at: usize) -> Option<usize> {
    let markers: &[&str] = match passage.language {
        Language::Vi => &[
            "trước",
            "chậm nhất là",
            "chậm nhất vào",
            "chậm nhất",
            "muộn nhất là",
            "muộn nhất vào",
            "muộn nhất",
        ],
        Language::En => &["before the", "before", "by the", "by", "no later than"],
    };
    passage.precedes_any(floor, at, markers)
}

/// What begins with a word: `July 2025`, `Quarter I/2026`.
pub fn at_word(passage: &Passage, place: Place) -> Option<Found> {
    quarter(passage, place)
        .or_else(|| half_in_words(passage, place))
        .or_else(|| month_first(passage, place))
}

/// `15/7/2025`, `27 tháng 9 năm 2025`, `10/12`, `tháng 9/2025`, `tháng 02 năm 2026`.
fn day_vi(passage: &Passage, Place { at, floor }: Place) -> Option<Found> {
    if let Some(found) = month_vi(passage, at, floor) {
        return Some(found);
    }
    let day = two_digits(passage, at)?;
    let (month, after) = ["/", "-", "tháng"].iter().find_map(|mark| {
        let at = passage.follows(at + 1, mark)?;
        Some((two_digits(passage, at)?, at + 1))
    })?;
    let spelled = passage.word(after - 2) == "tháng";
    let named = passage.precedes_any(floor, at, &["ngày", "mùng", "mồng"]);
    let start = named.unwrap_or(at);
    let mark = passage.word(after - 2);
    let year_after = if spelled {
        passage.follows_any(after, &["năm", ", năm", "/"])
    } else {
        passage.follows(after, mark)
    };
    if let Some(year_at) = year_after
        && let Some(year) = passage.year(year_at)
    {
        return Some(Found::bare(date(day, month, year), start, at..year_at + 1));
    }
    // `2/3 số trường` is a share, and `3-5` is a range: a day without a year must be called one.
    let before = deadline(passage, floor, start);
    let called = named.is_some()
        || spelled
        || before.is_some()
        || passage.follows_any(after, &["hằng năm", "hàng năm"]).is_some();
    let dated = called
        || passage.precedes_any(floor, at, &["từ", "đến", "vào", "dịp", "lễ", "và"]).is_some()
            && passage.unit(after).is_none();
    let plausible = dated && mark != "-" && Date::new(2024, month as i8, day as i8).is_some();
    plausible.then(|| {
        let kind =
            MentionKind::DayOfYear { month: month as i8, day: day as i8, before: before.is_some() };
        Found::bare(kind, start, at..after)
    })
}

/// `tháng 9/2025`, `tháng 02 năm 2026`; the number is the month's.
fn month_vi(passage: &Passage, at: usize, floor: usize) -> Option<Found> {
    let start = passage.precedes(floor, at, "tháng");
    let month = two_digits(passage, at).filter(|month| (1..=12).contains(month))?;
    let marks: &[&str] = if start.is_some() { &["/", "năm", "- năm", "-"] } else { &["/"] };
    let year_at = passage.follows_any(at + 1, marks)?;
    let year = passage.year(year_at)?;
    Some(Found::bare(
        MentionKind::Date(Date { year, month: Some(month as i8), day: None }),
        start.unwrap_or(at),
        at..year_at + 1,
    ))
}

/// `15 July 2025`, `10 December`, `15/7/2025`.
fn day_en(passage: &Passage, Place { at, floor }: Place) -> Option<Found> {
    let day = two_digits(passage, at)?;
    if let Some(month_at) = passage.follows(at + 1, "/")
        && let (Some(month), Some(year_at)) =
            (two_digits(passage, month_at), passage.follows(month_at + 1, "/"))
        && let Some(year) = passage.year(year_at)
    {
        return Some(Found::bare(date(day, month, year), at, at..year_at + 1));
    }
    let month_at = passage.follows(at + 1, "of").unwrap_or(at + 1);
    let month = month(passage, month_at)?;
    let year_at = passage.follows(month_at + 1, ",").unwrap_or(month_at + 1);
    if let Some(year) = passage.year(year_at) {
        return Some(Found::bare(date(day, month, year), at, at..year_at + 1));
    }
    Some(day_of_year_en(passage, floor, at, day, month, at..month_at + 1))
}

/// `July 15, 2025`, `July 2025`, `December 10`.
fn month_first(passage: &Passage, Place { at, floor }: Place) -> Option<Found> {
    if passage.language != Language::En {
        return None;
    }
    let month = month(passage, at)?;
    if let Some(year) = passage.year(at + 1) {
        return Some(Found::bare(
            MentionKind::Date(Date { year, month: Some(month as i8), day: None }),
            at,
            at..at + 2,
        ));
    }
    let Some(day) = two_digits(passage, at + 1).filter(|_| passage.unit(at + 2).is_none()) else {
        // `in September` is `tháng 9`.
        let named = passage.precedes_any(
            floor,
            at,
            &[
                "in", "of", "by", "before", "after", "from", "to", "until", "since", "during",
                "each", "every", "and",
            ],
        );
        return named.map(|_| Found::bare(MentionKind::Ordinal(u16::from(month)), at, at..at + 1));
    };
    let year_at = passage.follows(at + 2, ",").unwrap_or(at + 2);
    if let Some(year) = passage.year(year_at) {
        return Some(Found::bare(
            date(day, month, year),
            deadline(passage, floor, at).unwrap_or(at),
            at..year_at + 1,
        ));
    }
    Some(day_of_year_en(passage, floor, at, day, month, at..at + 2))
}

fn day_of_year_en(
    passage: &Passage,
    floor: usize,
    at: usize,
    day: u8,
    month: u8,
    whole: Range<usize>,
) -> Found {
    let before = deadline(passage, floor, at);
    let kind =
        MentionKind::DayOfYear { month: month as i8, day: day as i8, before: before.is_some() };
    Found::bare(kind, before.unwrap_or(at), whole)
}

/// Half a year or nine months that begin with a number: `6 tháng đầu năm 2026`, `9 months of 2026`.
pub fn part_of_year(passage: &Passage, Place { at, floor }: Place) -> Option<Found> {
    let count = passage.count(at)?;
    let before = passage.precedes_any(floor, at, &["the first", "first", "the last", "last"]);
    let last = before.is_some_and(|start| (start..at).any(|word| passage.word(word) == "last"));
    let found = |after: usize, half: u8| {
        let year = passage.year(after)?;
        let kind = if count == 9 {
            MentionKind::NineMonths(year)
        } else {
            MentionKind::HalfYear(half, year)
        };
        Some(Found {
            kind,
            start: before.unwrap_or(at),
            end: after + 1,
            number: at..after + 1,
            core: at..after + 1,
        })
    };
    match passage.language {
        Language::Vi if matches!(count, 6 | 9) => {
            let after = |marks: &[&str]| passage.follows_any(at + 1, marks);
            if let Some(year) = after(&["tháng đầu năm", "tháng đầu của năm", "tháng năm"])
            {
                return found(year, 1);
            }
            after(&["tháng cuối năm", "tháng cuối của năm"])
                .filter(|_| count == 6)
                .and_then(|year| found(year, 2))
        }
        Language::En if matches!(count, 6 | 9) && before.is_some() => {
            let year =
                passage.follows_any(at + 1, &["months of the year", "months of", "months in"])?;
            found(year, if last { 2 } else { 1 })
        }
        _ => None,
    }
}

/// `the first half of 2026`, `nửa đầu năm 2026`, `the first nine months of 2026`, `sáu tháng đầu
/// năm 2026`, `H1 2026`.
fn half_in_words(passage: &Passage, Place { at, .. }: Place) -> Option<Found> {
    let forms: &[(&str, u8, bool)] = match passage.language {
        Language::Vi => &[
            ("nửa đầu năm", 1, false),
            ("nửa cuối năm", 2, false),
            ("nửa sau năm", 2, false),
            ("sáu tháng đầu năm", 1, false),
            ("sáu tháng cuối năm", 2, false),
            ("chín tháng đầu năm", 1, true),
            ("chín tháng năm", 1, true),
        ],
        Language::En => &[
            ("first half of", 1, false),
            ("second half of", 2, false),
            ("last half of", 2, false),
            ("first six months of", 1, false),
            ("last six months of", 2, false),
            ("first nine months of", 1, true),
            ("h1", 1, false),
            ("h2", 2, false),
        ],
    };
    forms.iter().find_map(|(form, half, nine)| {
        let after = passage.follows(at, form)?;
        let year = passage.year(after)?;
        let kind =
            if *nine { MentionKind::NineMonths(year) } else { MentionKind::HalfYear(*half, year) };
        Some(Found::bare(kind, at, after..after + 1))
    })
}

/// `Quý I/2026`, `quý 1 năm 2026`, `Quarter I/2026`, `Q1 2026`, `the first quarter of 2026`.
fn quarter(passage: &Passage, Place { at, .. }: Place) -> Option<Found> {
    let numeral = |at| {
        ["i", "ii", "iii", "iv"]
            .iter()
            .chain(&["1", "2", "3", "4"])
            .position(|word| passage.word(at) == *word)
            .map(|place| place as u8 % 4 + 1)
    };
    let short = ["q1", "q2", "q3", "q4"]
        .iter()
        .position(|word| passage.word(at) == *word)
        .map(|place| place as u8 + 1);
    let ordinal = ["first", "second", "third", "fourth"]
        .iter()
        .position(|word| passage.word(at) == *word)
        .map(|place| place as u8 + 1);
    let (quarter, number_at, after) = match (passage.language, passage.word(at)) {
        (Language::Vi, "quý") | (Language::En, "quarter") => (numeral(at + 1)?, at + 1, at + 2),
        (Language::En, _) if short.is_some() => (short?, at, at + 1),
        (Language::En, _) if ordinal.is_some() => {
            (ordinal?, at, passage.follows(at + 1, "quarter")?)
        }
        _ => return None,
    };
    let year_at = passage
        .follows_any(after, &["/", "- năm", "-", "năm", ", năm", ",", "of"])
        .unwrap_or(after);
    let year = passage.year(year_at)?;
    Some(Found::bare(MentionKind::Quarter(quarter, year), at, number_at..year_at + 1))
}

fn date(day: u8, month: u8, year: i16) -> MentionKind {
    match Date::new(year, month as i8, day as i8) {
        Some(date) => MentionKind::Date(date),
        None => MentionKind::ImpossibleDate(day, month, year),
    }
}

/// A number that can stand for a day or a month.
fn two_digits(passage: &Passage, at: usize) -> Option<u8> {
    passage
        .count(at)
        .filter(|&count| (1..=31).contains(&count) && passage.word(at).len() <= 2)
        .map(|count| count as u8)
}

/// The month that the word names. It needs its capital: `may` is a verb, too.
fn month(passage: &Passage, at: usize) -> Option<u8> {
    let token = passage.tokens.get(at).filter(|token| token.capital)?;
    (1..=12)
        .find(|&month| month_name(month).eq_ignore_ascii_case(&token.text))
        .map(|month| month as u8)
}
