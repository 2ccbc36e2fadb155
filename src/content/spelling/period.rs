//! How authors spell periods, in both languages, and what they are told to type for those that no
//! calendar has.

use super::{Misspelt, curly_quotes, in_curly_quotes, misspelt};
use crate::diagnostic::Code;
use crate::language::date::{Date, YEARS, month_name};
use crate::language::number::roman;
use crate::portal::Period;

/// `2030`, `2026-2030`, `2026-06`, `2026-Q3`, `2026-H1`, `2026-9M`, `2026-06-30`,
/// `school year 2025-2026`, `every year`, `every year to 2030`, `none`, and the same in words.
pub fn period(spelling: &str) -> Result<Period, Misspelt> {
    if let Some(inside) = in_curly_quotes(spelling) {
        return period(inside).and_then(|_| Err(curly_quotes(spelling.trim(), inside)));
    }
    let text = spelling.trim().to_lowercase().replace(['\u{2013}', '\u{2014}'], "-");
    match read(&text) {
        Some(period) => Ok(period),
        None => {
            let typed = spelling.trim();
            Err(not_in_calendar(typed, &text).unwrap_or_else(|| not_understood(typed, &text)))
        }
    }
}

fn read(text: &str) -> Option<Period> {
    if matches!(text, "none" | "không") {
        return Some(Period::None);
    }
    whole_years(text).or_else(|| every_year(text)).or_else(|| {
        let (part, year) = in_year(text)?;
        part_of_year(part, year)
    })
}

fn year(text: &str) -> Option<i16> {
    text.trim().parse::<i16>().ok().filter(|year| YEARS.contains(year))
}

fn years(text: &str) -> Option<(i16, i16)> {
    let (from, to) = text.split_once('-')?;
    Some((year(from)?, year(to)?)).filter(|(from, to)| from < to)
}

fn whole_years(text: &str) -> Option<Period> {
    if let Some(year) = year(text) {
        return Some(Period::Year(year));
    }
    if let Some((from, to)) = years(text) {
        return Some(Period::Stage { from, to });
    }
    let of_school = ["school year", "năm học"].iter().find_map(|word| text.strip_prefix(word));
    let (from, to) = of_school.and_then(years)?;
    (to == from + 1).then_some(Period::SchoolYear(from))
}

fn every_year(text: &str) -> Option<Period> {
    let words = ["every year", "hằng năm", "hàng năm"];
    let rest = words.iter().find_map(|word| text.strip_prefix(word))?.trim();
    if rest.is_empty() {
        return Some(Period::EveryYear { until: None });
    }
    let until = ["to", "đến"].iter().find_map(|word| rest.strip_prefix(word))?;
    let until = year(until.trim().trim_start_matches("năm"))?;
    Some(Period::EveryYear { until: Some(until) })
}

/// The part of a year and the year: `2026-q3`, `quý iii/2026`, `6 tháng đầu năm 2026`, `june 2026`.
fn in_year(text: &str) -> Option<(&str, i16)> {
    if let Some((first, part)) = text.split_once('-')
        && let Some(year) = year(first)
    {
        return Some((part.trim(), year));
    }
    let (part, last) = text.rsplit_once(['/', ' '])?;
    let part = part.trim();
    let part = part.strip_suffix("năm").or_else(|| part.strip_suffix(" of")).unwrap_or(part);
    Some((part.trim(), year(last)?))
}

fn part_of_year(part: &str, year: i16) -> Option<Period> {
    match part {
        "h1" | "6 tháng đầu" | "sáu tháng đầu" | "nửa đầu" | "first half" => {
            return Some(Period::HalfYear { year, half: 1 });
        }
        "h2" | "6 tháng cuối" | "sáu tháng cuối" | "nửa cuối" | "second half" => {
            return Some(Period::HalfYear { year, half: 2 });
        }
        "9m" | "9 tháng" | "9 tháng đầu" | "chín tháng đầu" | "first nine months" => {
            return Some(Period::NineMonths(year));
        }
        _ => {}
    }
    if let Some(quarter) = quarter(part) {
        return (1..=4).contains(&quarter).then_some(Period::Quarter { year, quarter });
    }
    if let Some((month, day)) = month_and_day(part) {
        return Date::new(year, month, day).map(Period::Day);
    }
    month(part).filter(|month| (1..=12).contains(month)).map(|month| Period::Month { year, month })
}

/// `q3`, `quý iii`, `quý 3`, whether there is such a quarter or not.
fn quarter(part: &str) -> Option<i8> {
    let number = ["quý ", "quarter ", "q"].iter().find_map(|word| part.strip_prefix(word))?.trim();
    number.parse().ok().or_else(|| roman(&number.to_uppercase())?.try_into().ok())
}

/// `6`, `06`, `tháng 6`, `june`, whether there is such a month or not.
fn month(part: &str) -> Option<i8> {
    let number = part.strip_prefix("tháng ").unwrap_or(part).trim();
    let named = || (1..=12).find(|&month| month_name(month).to_lowercase() == number);
    let is_number = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { number.parse().ok() } else { named() }
}

/// `06-30` behind a year; `30/6`, `ngày 30/6`, `ngày 30 tháng 6`, `30 june` before it.
fn month_and_day(part: &str) -> Option<(i8, i8)> {
    let number = |text: &str| month(text).filter(|_| text.len() <= 2);
    if let Some((month, day)) = part.split_once('-') {
        return Some((number(month)?, number(day)?));
    }
    let part = part.strip_prefix("ngày ").unwrap_or(part);
    let (day, of) = part.split_once('/').or_else(|| part.split_once(' '))?;
    Some((month(of)?, number(day)?))
}

/// A quarter, half, month or day of a year that has no such.
fn not_in_calendar(spelling: &str, text: &str) -> Option<Misspelt> {
    let (part, year) = in_year(text)?;
    if let Some((month, _)) = month_and_day(part)
        && let Some(last) = Date::last_of_month(year, month)
    {
        let (vi, en) =
            (format!("không có ngày `{spelling}`"), format!("no such day: `{spelling}`"));
        let last = last.iso();
        return Some(Misspelt {
            code: Code::WrongDate,
            ..misspelt(
                vi,
                en,
                format!("tháng ấy hết vào ngày {last}: hãy gõ {last} hoặc một ngày trước đó"),
                format!("that month ends on {last}: type {last} or an earlier day"),
            )
        });
    }
    let numbered = |letter: &str| part.strip_prefix(letter)?.parse::<u8>().ok();
    let (vi, en, first, last) = if let Some(quarter) = quarter(part) {
        (format!("quý {quarter}"), format!("quarter {quarter}"), "Q1", "Q4")
    } else if let Some(half) = numbered("h") {
        (format!("nửa năm thứ {half}"), format!("half {half}"), "H1", "H2")
    } else {
        let month = month_and_day(part).map(|(month, _)| month).or_else(|| month(part))?;
        (format!("tháng {month}"), format!("month {month}"), "01", "12")
    };
    Some(misspelt(
        format!("không có {vi}: `{spelling}`"),
        format!("there is no {en}: `{spelling}`"),
        format!("gõ từ {year}-{first} đến {year}-{last}"),
        format!("type one of {year}-{first} to {year}-{last}"),
    ))
}

fn not_understood(spelling: &str, text: &str) -> Misspelt {
    const LEADS: [&str; 14] = [
        "đến hết năm",
        "đến năm",
        "đến hết",
        "đến",
        "trong năm",
        "trong",
        "giai đoạn",
        "năm",
        "by the end of",
        "by",
        "in",
        "year",
        "stage",
        "period",
    ];
    let bare = LEADS.iter().find_map(|lead| read(text.strip_prefix(lead)?.trim()));
    let typed = bare.map(Period::code).filter(|code| !code.is_empty());
    let (cure_vi, cure_en) = match typed {
        Some(typed) => (format!("hãy gõ {typed}"), format!("type {typed}")),
        None => {
            let common = "2030, 2026-2030, 2026-06, 2026-Q3, 2026-H1, 2026-9M, 2026-06-30";
            let vi = "năm học 2025-2026, hằng năm, hằng năm đến 2030";
            let en = "school year 2025-2026, every year, every year to 2030";
            let none = "không (không nêu thời hạn)";
            (format!("viết {common}, {vi} hoặc {none}"), format!("write {common}, {en} or none"))
        }
    };
    misspelt(
        format!("không hiểu thời hạn `{spelling}`"),
        format!("the period `{spelling}` is not understood"),
        cure_vi,
        cure_en,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_are_spelt_in_both_languages() {
        let half = |half| Period::HalfYear { year: 2026, half };
        let third = Period::Quarter { year: 2026, quarter: 3 };
        let june = Period::Month { year: 2026, month: 6 };
        let last_of_june = Period::Day(Date::new(2026, 6, 30).expect("a day"));
        for (spellings, expected) in [
            (&["2030"][..], Period::Year(2030)),
            (&["2026-2030", "2026 – 2030"], Period::Stage { from: 2026, to: 2030 }),
            (&["school year 2025-2026", "năm học 2025-2026"], Period::SchoolYear(2025)),
            (&["every year", "hằng năm"], Period::EveryYear { until: None }),
            (
                &["every year to 2030", "hằng năm đến năm 2030"],
                Period::EveryYear { until: Some(2030) },
            ),
            (&["none", "không"], Period::None),
            (&["2026-06", "6/2026", "tháng 6/2026", "Tháng 6 năm 2026", "June 2026"], june),
            (&["2026-Q3", "2026-q3", "quý III/2026", "Quý 3 năm 2026", "Q3 2026"], third),
            (&["2026-H1", "6 tháng đầu năm 2026", "first half of 2026"], half(1)),
            (&["2026-h2", "6 tháng cuối năm 2026", "second half of 2026"], half(2)),
            (
                &[
                    "2026-9M",
                    "9 tháng năm 2026",
                    "9 tháng đầu năm 2026",
                    "first nine months of 2026",
                ],
                Period::NineMonths(2026),
            ),
            (
                &["2026-06-30", "30/6/2026", "30/06/2026", "ngày 30/6/2026", "30 June 2026"],
                last_of_june,
            ),
            (&["ngày 30 tháng 6 năm 2026"], last_of_june),
            (&["2026-12"], Period::Month { year: 2026, month: 12 }),
        ] {
            for spelling in spellings {
                assert_eq!(period(spelling), Ok(expected), "{spelling}");
            }
        }
        for spelling in ["", "30", "2030-2026", "school year 2025-2027", "every yearly", "Q1"] {
            assert!(period(spelling).is_err(), "{spelling}");
        }
    }

    #[test]
    fn the_code_of_a_period_is_one_of_its_spellings() {
        for code in ["2030", "2026-2030", "2026-06", "2026-Q3", "2026-H1", "2026-9M", "2026-06-30"]
        {
            assert_eq!(period(code).map(Period::code).as_deref(), Ok(code));
        }
    }

    #[test]
    fn what_no_calendar_has_is_told_what_to_type() {
        for (spelling, cure) in [
            ("2026-13", "type one of 2026-01 to 2026-12"),
            ("tháng 13/2026", "type one of 2026-01 to 2026-12"),
            ("2026-00", "type one of 2026-01 to 2026-12"),
            ("2026-13-01", "type one of 2026-01 to 2026-12"),
            ("2026-Q5", "type one of 2026-Q1 to 2026-Q4"),
            ("quý V/2026", "type one of 2026-Q1 to 2026-Q4"),
            ("2026-H3", "type one of 2026-H1 to 2026-H2"),
            ("2026-02-30", "that month ends on 2026-02-28: type 2026-02-28 or an earlier day"),
            ("31/6/2026", "that month ends on 2026-06-30: type 2026-06-30 or an earlier day"),
            ("đến năm 2030", "type 2030"),
            ("by June 2026", "type 2026-06"),
            ("đến hết quý III/2026", "type 2026-Q3"),
        ] {
            assert_eq!(period(spelling).expect_err(spelling).cure.en, cure, "{spelling}");
        }
    }
}
