//! Years, stages, school years and `hằng năm`.

use rust_decimal::Decimal;

use super::passage::Passage;
use super::{Found, Place};
use crate::evidence::MentionKind;
use crate::language::Language;

/// Two years: `giai đoạn 2021 - 2025`, `năm học 2025 - 2026`, `từ năm 2026 đến năm 2030`, `the
/// 2025–2026 school year`.
pub fn stretch(passage: &Passage, Place { at, floor }: Place) -> Option<Found> {
    if let Some(found) = counted_stretch(passage, Place { at, floor }) {
        return Some(found);
    }
    let from = passage.year(at)?;
    let between = passage.precedes_any(floor, at, &["between", "giữa năm", "giữa"]).is_some();
    let joints: &[&str] = match (passage.language, between) {
        (Language::Vi, false) => &["-", "đến hết năm", "đến năm", "đến", "tới năm", "tới"],
        (Language::Vi, true) => &["và năm", "và"],
        (Language::En, false) => &["-", "to", "through", "until"],
        (Language::En, true) => &["and"],
    };
    let to_at = joints
        .iter()
        .filter_map(|joint| passage.follows(at + 1, joint))
        .find(|&to_at| passage.year(to_at).is_some())?;
    let to = passage.year(to_at).filter(|&to| to > from)?;
    // `2000 - 2010 sinh viên` are students, unless both can only be years of a plan.
    let students = passage.unit(to_at + 1).is_some() && !(near(from) && near(to));
    if students || passage.follows(to_at + 1, "%").is_some() {
        return None;
    }
    let number = at..to_at + 1;
    let before: &[&str] = match passage.language {
        Language::Vi => &["năm học"],
        Language::En => &["school year", "school years", "academic year"],
    };
    let named = passage.precedes_any(floor, at, before);
    let after = (passage.language == Language::En)
        .then(|| passage.follows_any(to_at + 1, &["school year", "academic year"]))
        .flatten();
    if to == from + 1
        && let Some(start) = named.or(after.map(|_| at))
    {
        let end = after.unwrap_or(number.end);
        return Some(Found {
            kind: MentionKind::SchoolYear(from),
            start,
            end,
            core: start..end,
            number,
        });
    }
    let markers: &[&str] = match passage.language {
        Language::Vi => &[
            "giai đoạn từ năm",
            "giai đoạn từ",
            "giai đoạn",
            "nhiệm kỳ",
            "từ năm",
            "từ",
            "giữa năm",
            "giữa",
            "thời kỳ",
            "các năm",
        ],
        Language::En => &[
            "the period from",
            "the period",
            "period",
            "from",
            "between",
            "term",
            "tenure",
            "in the",
            "for the",
            "in",
            "for",
            "the",
        ],
    };
    // `in the five years 2026–2030`
    let counted = at.checked_sub(2).filter(|&count| {
        count >= floor
            && passage.word(count + 1) == "years"
            && passage.in_words(count..count + 1) == Some(years(from, to))
    });
    let at = counted.unwrap_or(at);
    let start = passage.precedes_any(floor, at, markers).unwrap_or(at);
    let end = passage
        .follows_any(number.end, &["period", "stage", "tenure", "term"])
        .unwrap_or(number.end);
    Some(Found { kind: MentionKind::Stage(from, to), start, end, core: number.clone(), number })
}

/// `Trong 05 năm 2026 - 2030`: a stage with the number of its years.
fn counted_stretch(passage: &Passage, Place { at, floor }: Place) -> Option<Found> {
    let count = passage.count(at).map(Decimal::from)?;
    if !matches!(passage.word(at + 1), "năm" | "years") || passage.year(at + 2).is_none() {
        return None;
    }
    let found = stretch(passage, Place { at: at + 2, floor: at + 2 })?;
    let MentionKind::Stage(from, to) = found.kind else { return None };
    let start = passage.precedes_any(floor, at, &["trong", "giai đoạn", "in the", "in"]);
    (count == years(from, to)).then(|| Found { start: start.unwrap_or(at), ..found })
}

/// How many years a stage has, with both its ends.
fn years(from: i16, to: i16) -> Decimal {
    Decimal::from(to) - Decimal::from(from) + Decimal::ONE
}

/// `đến năm 2030`, `tầm nhìn 2045`, `by 2030`, `in the 2025 cycle`.
pub fn year(
    passage: &Passage,
    Place { at, floor }: Place,
    before: Option<&MentionKind>,
) -> Option<Found> {
    let year = passage.year(at)?;
    let number = at..at + 1;
    let found = |start| Some(Found::bare(MentionKind::Year(year), start, number.clone()));
    if passage.follows_any(at + 1, &["%", "phần trăm", "percent"]).is_some() {
        return None;
    }
    // `năm 2026, 2027 và 2028`
    let list = passage.precedes_any(floor, at, &[",", "và", "and", "hoặc", "or", "-", ", and"]);
    if matches!(before, Some(MentionKind::Year(_)))
        && list == Some(floor)
        && (near(year) || passage.unit(at + 1).is_none())
    {
        return found(at);
    }
    // `2025: 80%; 2026: 85%`
    if passage.word(at + 1) == ":"
        && at == floor + usize::from(passage.precedes_any(floor, at, &[";", ",", "("]).is_some())
    {
        return found(at);
    }
    match passage.language {
        Language::Vi => {
            if let Some(start) = passage.precedes(floor, at, "năm") {
                let markers = [
                    "đến hết",
                    "đến",
                    "tới",
                    "kể từ",
                    "từ",
                    "vào",
                    "trong",
                    "trước",
                    "sau",
                    "cuối",
                    "đầu",
                    "giữa",
                ];
                return found(passage.precedes_any(floor, start, &markers).unwrap_or(start));
            }
            let markers = [
                "tầm nhìn đến",
                "tầm nhìn",
                "định hướng đến",
                "hướng tới",
                "hướng đến",
                "đến",
                "tới",
                "kể từ",
                "từ",
                "vào",
                "trước",
                "sau",
                "chu kỳ",
            ];
            let start = passage.precedes_any(floor, at, &markers)?;
            (!counts(passage, at) && (near(year) || passage.unit(at + 1).is_none()))
                .then(|| found(start))
                .flatten()
        }
        Language::En => {
            let after_name = ["year", "vision to", "vision"];
            if let Some(start) = passage.precedes_any(floor, at, &after_name) {
                return found(start);
            }
            if passage.follows(at + 1, "vision").is_some() {
                return found(at);
            }
            if passage.precedes(floor, at, "the").is_some() && programme_follows(passage, at + 1) {
                return None;
            }
            let markers = [
                "by the end of",
                "the end of",
                "from",
                "by",
                "in the",
                "in",
                "to",
                "of the",
                "of",
                "until",
                "till",
                "since",
                "before",
                "after",
                "for",
                "during",
                "through",
                "late",
                "early",
                "mid",
                "the",
            ];
            if let Some(start) = passage.precedes_any(floor, at, &markers) {
                return (!counts(passage, at) && (near(year) || passage.unit(at + 1).is_none()))
                    .then(|| found(start))
                    .flatten();
            }
            // `an increase over 2025`, `above the level of 2025`: what something is compared with.
            let compared = passage
                .precedes_any(floor, at, &["over", "on", "than", "against", "with"])
                .is_some();
            (compared && near(year) && passage.unit(at + 1).is_none()).then(|| found(at)).flatten()
        }
    }
}

/// `hằng năm`, `every year`, and `a year` where it says how often something counted comes.
pub fn every_year(
    passage: &Passage,
    Place { at, floor }: Place,
    before: Option<&MentionKind>,
) -> Option<Found> {
    let end = match passage.language {
        Language::Vi => {
            // `1%/năm` is `1% a year`.
            let rate = matches!(before, Some(MentionKind::Figure(_))) && floor == at;
            let end = passage
                .follows_any(at, EVERY_YEAR_VI)
                .or_else(|| passage.follows(at, "/ năm").filter(|_| rate))?;
            let school_year = passage.word(end) == "học"
                && !matches!(passage.word(end + 1), "sinh" | "tập" | "viên");
            (!school_year).then_some(end)?
        }
        Language::En => match passage.follows_any(at, EVERY_YEAR_EN) {
            Some(end) => end,
            None => {
                let counted =
                    matches!(before, Some(MentionKind::Figure(_) | MentionKind::Other(_)))
                        && floor == at;
                let times = at > floor
                    && matches!(
                        passage.word(at - 1),
                        "once" | "twice" | "times" | "people" | "teachers" | "students" | "schools"
                    );
                passage.follows_any(at, &["a year", "per year"]).filter(|_| counted || times)?
            }
        },
    };
    Some(Found { kind: MentionKind::EveryYear, start: at, end, number: at..end, core: at..end })
}

const EVERY_YEAR_VI: &[&str] = &["hằng năm", "hàng năm", "mỗi năm"];
const EVERY_YEAR_EN: &[&str] = &["every year", "each year", "annually", "yearly"];

/// Whether the sentence of the place says that something happens every year.
pub fn recurs(passage: &Passage, at: usize) -> bool {
    let words: [&[&str]; 2] = match passage.language {
        Language::Vi => [EVERY_YEAR_VI, &["bình quân năm", "/ năm"]],
        Language::En => [EVERY_YEAR_EN, &["a year", "per year"]],
    };
    (passage.sentence_start(at)..passage.tokens.len())
        .take_while(|&token| !matches!(passage.word(token), "." | ";" | "!" | "?"))
        .any(|token| words.iter().any(|words| passage.follows_any(token, words).is_some()))
}

/// Whether the number begins a range of something counted: `2000 đến 3000 sinh viên`.
fn counts(passage: &Passage, at: usize) -> bool {
    passage.joined(at + 1).is_some_and(|second| {
        passage.value(second) > passage.value(at) && passage.unit(second + 1).is_some()
    })
}

/// Whether the year can only be one of a plan, though a noun that can be counted stands after it.
fn near(year: i16) -> bool {
    (2010..=2060).contains(&year)
}

/// `the 2018 General Education Programme` is a name, not a time.
fn programme_follows(passage: &Passage, at: usize) -> bool {
    passage.follows(at, "general education").is_some()
        || (at..at + 4)
            .take_while(|&at| passage.is_kind(at, super::TokenKind::Word))
            .any(|at| matches!(passage.word(at), "programme" | "program" | "curriculum"))
}
