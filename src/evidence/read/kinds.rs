//! Numbers that name or order something, or measure time: documents, ages, levels, frequencies,
//! durations, ordinals. They prove nothing.

use super::passage::Passage;
use super::tokens::TokenKind;
use super::{Found, Place};
use crate::evidence::{MentionKind, Span};
use crate::language::{Language, text};

/// The first of these kinds that the number is. `before` is the mention before, which a list goes
/// on with (`levels 1 and 2`).
pub fn at_number(passage: &Passage, place: Place, before: Option<&MentionKind>) -> Option<Found> {
    if passage.follows_any(place.at + 1, &["%", "phần trăm", "percent"]).is_some() {
        return None;
    }
    age(passage, place)
        .or_else(|| level(passage, place, before))
        .or_else(|| frequency(passage, place))
        .or_else(|| ordinal(passage, place, before))
        .or_else(|| duration(passage, place))
}

/// `47/NQ-HĐND`, `142/2025/NĐ-CP`, `01-KL/TW`, `63- NQ/TU`: digits, perhaps a year, then capitals
/// joined by strokes and dashes.
pub fn document_number(passage: &Passage, Place { at, .. }: Place) -> Option<Found> {
    let mut end = at + 1;
    let mut stroke = passage.word(end) == "/";
    if stroke && passage.year(end + 1).is_some() {
        end += 2;
    }
    let first_code = joint(passage, end).filter(|&code| is_code(passage, code))?;
    // `KH 2026/TH 2025`: two years, each with what its column holds.
    let is_year = passage.year(at).is_some() && end == at + 1;
    if is_year && passage.is_kind(first_code + 1, TokenKind::Number) {
        return None;
    }
    stroke |= passage.word(end) == "/";
    end = first_code + 1;
    while let Some(code) = joint(passage, end).filter(|&code| is_code(passage, code)) {
        stroke |= passage.word(end) == "/";
        end = code + 1;
    }
    let bytes = passage.tokens[at].range.start..passage.tokens[end - 1].range.end;
    let written: String = text::nfc(&passage.source[bytes])
        .chars()
        .map(text::unify)
        .filter(|&character| character != ' ')
        .collect();
    stroke.then(|| Found::bare(MentionKind::DocumentNumber(written), at, at..end))
}

/// What a stroke or dash joins; a space on one side of it is a slip, on both sides it is a dash
/// between words.
fn joint(passage: &Passage, at: usize) -> Option<usize> {
    let mark = passage.tokens.get(at).filter(|token| matches!(token.text.as_ref(), "/" | "-"))?;
    let next = passage.tokens.get(at + 1)?;
    (!(mark.space_before && next.space_before)).then_some(at + 1)
}

/// Letters of an office or a kind of document: at least two capitals.
fn is_code(passage: &Passage, at: usize) -> bool {
    let Some(token) =
        passage.tokens.get(at).filter(|token| token.kind == TokenKind::Word && token.capital)
    else {
        return false;
    };
    text::nfc(&passage.source[token.range.clone()])
        .chars()
        .filter(|character| character.is_uppercase())
        .count()
        >= 2
}

/// `5 tuổi`, `từ 3 đến 5 tuổi`, `độ tuổi 15 - 60`; `5-year-olds`, `aged 15 and over`.
fn age(passage: &Passage, Place { at, floor }: Place) -> Option<Found> {
    let from = passage.count(at)?;
    let (units, names, starts): (&[&str], &[&str], &[&str]) = match passage.language {
        Language::Vi => (
            &["tuổi", "tháng tuổi"],
            &["độ tuổi từ", "độ tuổi", "lứa tuổi từ", "lứa tuổi", "tuổi từ", "tuổi"],
            &["từ đủ", "từ", "đủ"],
        ),
        Language::En => (
            &[
                "- year - olds",
                "- year - old",
                "year - olds",
                "year olds",
                "years old",
                "years of age",
                "- month - olds",
                "- month - old",
                "months old",
                "months of age",
            ],
            &[
                "children under",
                "children below",
                "children over",
                "pupils under",
                "people over",
                "people under",
                "aged from",
                "aged between",
                "aged under",
                "aged over",
                "aged",
                "ages of",
                "ages from",
                "ages",
                "age group of",
                "age group",
                "age range",
                "age of",
                "age",
            ],
            &["from", "between"],
        ),
    };
    let first_unit = passage.follows_any(at + 1, units);
    let after_first = first_unit.unwrap_or(at + 1);
    let between = passage.language == Language::En
        && at > floor
        && matches!(passage.word(at - 1), "between" | "of");
    let joined = passage
        .joined(after_first)
        .or_else(|| passage.follows(after_first, "and").filter(|_| between));
    let upper = joined.and_then(|at| Some((at, passage.count(at).filter(|&upper| upper > from)?)));
    let after = upper.map_or(after_first, |(at, _)| at + 1);
    let unit = passage.follows_any(after, units).or(first_unit.filter(|_| upper.is_none()));
    let named = passage.precedes_any(floor, at, names);
    if unit.is_none() && (named.is_none() || passage.unit(after).is_some()) {
        return None;
    }
    let years = passage.follows_any(after, &["years", "months"]).filter(|_| named.is_some());
    let core_end = unit.or(years).unwrap_or(after);
    let over = match passage.language {
        Language::Vi => passage.follows(core_end, "trở lên"),
        Language::En => {
            let words = ["over", "above", "older", "more", "up", "upwards"];
            let and = passage.follows_any(core_end, &["and", "or"]);
            and.filter(|&at| words.contains(&passage.word(at))).map(|at| at + 1)
        }
    };
    let start = named.or_else(|| passage.precedes_any(floor, at, starts)).unwrap_or(at);
    let number = at..upper.map_or(at, |(at, _)| at) + 1;
    let kind =
        MentionKind::Age { from, to: upper.map(|(_, upper)| upper), or_over: over.is_some() };
    Some(Found { kind, start, end: over.unwrap_or(core_end), core: at..core_end, number })
}

/// `mức độ 3`, `lớp 1`, `levels 1 and 2`.
fn level(
    passage: &Passage,
    Place { at, floor }: Place,
    before: Option<&MentionKind>,
) -> Option<Found> {
    let value = passage.count(at)?;
    let (sure, unsure): (&[&str], &[&str]) = match passage.language {
        Language::Vi => (&["mức độ", "lớp", "cấp độ", "khối lớp", "khối"], &["mức", "bậc", "cấp"]),
        Language::En => (&["level", "levels", "grade", "grades"], &["class", "classes"]),
    };
    // `Vốn đầu tư trường lớp 500 tỷ đồng`: no level or grade is that high.
    const HIGHEST: u16 = 12;
    let is_counted = value > HIGHEST || passage.unit(at + 1).is_some();
    let named = passage.precedes_any(floor, at, sure).filter(|_| !is_counted);
    let named = named.or_else(|| {
        passage.precedes_any(floor, at, unsure).filter(|_| passage.unit(at + 1).is_none())
    });
    let listed = matches!(before, Some(MentionKind::Level(_))) && goes_on(passage, floor, at);
    let start = named.or(listed.then_some(at))?;
    Some(Found::bare(MentionKind::Level(value), start, at..at + 1))
}

/// Whether nothing but a list's joint stands between the mention before and the number, and nothing
/// that is counted after it.
fn goes_on(passage: &Passage, floor: usize, at: usize) -> bool {
    let joints = [",", "và", "hoặc", "đến", "-", "/", "and", "or", "to", ", and"];
    let connected = passage.precedes_any(floor, at, &joints) == Some(floor);
    // `mức độ 3, 50 em` goes on with children, not with levels.
    let words = [
        "và", "hoặc", "của", "điều", "khoản", "tại", "trong", "đến", "and", "or", "of", "to", "in",
        "at", "under", "for", "article",
    ];
    connected
        && (!passage.is_kind(at + 1, TokenKind::Word) || words.contains(&passage.word(at + 1)))
}

/// `02 buổi/ngày`, `2 sessions a day`.
fn frequency(passage: &Passage, Place { at, .. }: Place) -> Option<Found> {
    let count = passage.count(at)?;
    let (what, joints, times): (&[&str], &[&str], Spans) = match passage.language {
        Language::Vi => (
            &["buổi", "tiết", "lần", "giờ"],
            &["/", "một", "mỗi", "trên"],
            &[
                ("ngày", Span::Day),
                ("tuần", Span::Week),
                ("tháng", Span::Month),
                ("học kỳ", Span::Semester),
                ("năm học", Span::SchoolYear),
                ("năm", Span::Year),
            ],
        ),
        Language::En => (
            &[
                "sessions", "session", "lessons", "lesson", "periods", "period", "times", "time",
                "hours", "hour",
            ],
            &["a", "per", "/", "each", "every"],
            &[
                ("day", Span::Day),
                ("week", Span::Week),
                ("month", Span::Month),
                ("semester", Span::Semester),
                ("school year", Span::SchoolYear),
                ("year", Span::Year),
            ],
        ),
    };
    let end = passage.follows_any(at + 1, what)?;
    let end = passage.follows_any(end, joints)?;
    let (end, per) = span(passage, end, times)?;
    Some(Found {
        kind: MentionKind::Frequency { count, per },
        start: at,
        end,
        number: at..at + 1,
        core: at..end,
    })
}

type Spans = &'static [(&'static str, Span)];

fn span(passage: &Passage, at: usize, names: Spans) -> Option<(usize, Span)> {
    names.iter().find_map(|(name, span)| Some((passage.follows(at, name)?, *span)))
}

/// `9 năm`, `05 năm`, `3 đến 5 năm` (each); `9 years`, `5-year`.
fn duration(passage: &Passage, Place { at, .. }: Place) -> Option<Found> {
    let count = passage.count(at)?;
    let units: Spans = match passage.language {
        Language::Vi => &[
            ("năm", Span::Year),
            ("tháng", Span::Month),
            ("tuần", Span::Week),
            ("ngày", Span::Day),
            ("giờ", Span::Hour),
            ("phút", Span::Minute),
            ("thập kỷ", Span::Decade),
        ],
        Language::En => &[
            ("- year", Span::Year),
            ("years", Span::Year),
            ("year", Span::Year),
            ("- month", Span::Month),
            ("months", Span::Month),
            ("month", Span::Month),
            ("- week", Span::Week),
            ("weeks", Span::Week),
            ("week", Span::Week),
            ("- day", Span::Day),
            ("days", Span::Day),
            ("day", Span::Day),
            ("hours", Span::Hour),
            ("hour", Span::Hour),
            ("minutes", Span::Minute),
            ("decades", Span::Decade),
        ],
    };
    // `trong 5 năm 2026 - 2030`: five years, and which.
    let unit = |at: usize| {
        let counted = passage.language == Language::En || passage.joined(at + 2).is_some();
        span(passage, at, units).filter(|&(end, _)| counted || passage.year(end).is_none())
    };
    if let Some((end, of)) = unit(at + 1) {
        return Some(Found {
            kind: MentionKind::Duration { count, of },
            start: at,
            end,
            number: at..at + 1,
            core: at..end,
        });
    }
    let second = passage.joined(at + 1)?;
    let (_, of) = unit(second + 1)?;
    Some(Found::bare(MentionKind::Duration { count, of }, at, at..at + 1))
}

/// `(1)`, `khoản 2`, `Điều 5`, `lần thứ 2`; the label with which a paragraph begins.
fn ordinal(
    passage: &Passage,
    Place { at, floor }: Place,
    before: Option<&MentionKind>,
) -> Option<Found> {
    let value = passage.count(at)?;
    let found = |start, end| {
        Some(Found {
            kind: MentionKind::Ordinal(value),
            start,
            end,
            number: at..at + 1,
            core: at..at + 1,
        })
    };
    let closed = passage.word(at + 1) == ")";
    if closed && at > floor && passage.word(at - 1) == "(" {
        return found(at - 1, at + 2);
    }
    if at == 0 && (closed || passage.word(1) == ".") && passage.tokens.len() > 2 {
        return found(0, 2);
    }
    let (sure, unsure): (&[&str], &[&str]) = match passage.language {
        Language::Vi => (
            &[
                "lần thứ",
                "thứ",
                "khoản",
                "điều",
                "điểm",
                "phụ lục",
                "chương",
                "học kỳ",
                "khóa",
                "khoá",
                "quý",
                "biểu số",
                "bảng số",
                "trang",
                "tháng",
            ],
            &["phần", "mục", "bước", "biểu", "bảng", "giai đoạn", "đợt", "nhóm", "số"],
        ),
        Language::En => (
            &[
                "clause",
                "clauses",
                "article",
                "articles",
                "point",
                "points",
                "appendix",
                "chapter",
                "semester",
                "term",
                "page",
                "paragraph",
                "quarter",
            ],
            &[
                "section", "part", "item", "step", "form", "table", "phase", "stage", "round",
                "group", "no .", "number",
            ],
        ),
    };
    let named = passage.precedes_any(floor, at, sure);
    let named = named.or_else(|| {
        passage.precedes_any(floor, at, unsure).filter(|_| passage.unit(at + 1).is_none())
    });
    let listed = matches!(before, Some(MentionKind::Ordinal(_))) && goes_on(passage, floor, at);
    found(named.or(listed.then_some(at))?, at + 1)
}
