//! Dates that no calendar has (`29/02/2025`, `30 February 2025`) in the texts of plans. Sources
//! print them, and the portal keeps what is printed: a warning, which a note of the plan settles.

use std::ops::Range;
use std::sync::Arc;

use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::text::is_of_word;
use crate::language::{
    Localized,
    date::{Date, month_name},
};
use crate::portal::{PlanText, UnitIndex};

/// Warns of each impossible date, save in the units that a note of the plan explains.
pub fn report_impossible_dates(
    text: &PlanText,
    source: &Arc<Source>,
    is_settled: impl Fn(UnitIndex) -> bool,
    report: &mut Report,
) {
    for (index, unit) in text.units.iter().enumerate() {
        if is_settled(UnitIndex(index)) {
            continue;
        }
        for range in impossible_dates(&unit.text) {
            let date = &unit.text[range.clone()];
            report.add(Diagnostic::new(
                Code::ImpossibleDate,
                Location::new(source, unit.source_range(range.clone())),
                Localized::text(
                    format!("Lịch không có ngày `{date}`."),
                    format!("No calendar has the date `{date}`."),
                ),
                Localized::text("ngày không có thật", "impossible date"),
                Localized::text(
                    format!(
                        "Hãy sửa ngày; nếu văn bản gốc in như vậy, hãy thêm ghi chú vào \
                         plan.yaml: `notes: [{{clause: {}, vi: ..., en: ...}}]`.",
                        unit.anchor
                    ),
                    format!(
                        "Mend the date; if the original prints it so, add a note to plan.yaml: \
                         `notes: [{{clause: {}, vi: ..., en: ...}}]`.",
                        unit.anchor
                    ),
                ),
            ));
        }
    }
}

/// Where a text writes dates that do not exist, in either language's way.
pub fn impossible_dates(text: &str) -> Vec<Range<usize>> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Vec::new();
    }
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut index = 0;
    while index < tokens.len() {
        match date_at(text, &tokens[index..]) {
            Some((first, last, is_possible)) => {
                if !is_possible {
                    found.push(tokens[index + first].range.start..tokens[index + last].range.end);
                }
                index += last + 1;
            }
            None => index += 1,
        }
    }
    found
}

struct Token {
    range: Range<usize>,
    /// The value of up to four digits.
    number: Option<i16>,
}

/// The numbers and words of a text, up to punctuation and spaces.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut was_digit = None;
    for (offset, character) in text.char_indices() {
        let is_digit = is_of_word(character).then_some(character.is_ascii_digit());
        let end = offset + character.len_utf8();
        match tokens.last_mut() {
            Some(last) if is_digit.is_some() && is_digit == was_digit => last.range.end = end,
            _ if is_digit.is_some() => tokens.push(Token { range: offset..end, number: None }),
            _ => {}
        }
        was_digit = is_digit;
    }
    for token in &mut tokens {
        token.number = Some(&text[token.range.clone()])
            .filter(|word| word.len() <= 4)
            .and_then(|word| word.parse().ok());
    }
    tokens
}

/// A date that begins with the first token: its first and last token, and whether the calendar has
/// it.
fn date_at(text: &str, tokens: &[Token]) -> Option<(usize, usize, bool)> {
    let word = |index: usize| tokens.get(index).map_or("", |token| &text[token.range.clone()]);
    let number = |index: usize, longest: usize| {
        tokens
            .get(index)
            .filter(|token| token.range.len() <= longest)
            .and_then(|token| token.number)
    };
    let year = |index: usize| {
        tokens.get(index).filter(|token| token.range.len() == 4).and_then(|token| token.number)
    };
    let gap = |index: usize| match (tokens.get(index), tokens.get(index + 1)) {
        (Some(before), Some(after)) => &text[before.range.end..after.range.start],
        _ => "\n",
    };
    let month =
        |index: usize| (1..=12).find(|&month| month_name(month) == word(index)).map(i16::from);

    if let (Some(day), Some(month_number)) = (number(0, 2), number(1, 2))
        && let Some(year) = year(2)
        && matches!(gap(0), "/" | "-" | ".")
        && gap(1) == gap(0)
        && gap(2) != "/"
    {
        return Some((0, 2, exists(Some(year), month_number, day)));
    }
    if word(0).eq_ignore_ascii_case("ngày") && gap(0) == " " {
        let day = number(1, 2)?;
        if gap(1) == "/" && gap(2) != "/" {
            return Some((1, 2, exists(None, number(2, 2)?, day)));
        }
        if gap(1) == " " && word(2) == "tháng" && gap(2) == " " {
            let month_number = number(3, 2)?;
            return match year(5).filter(|_| gap(3) == " " && word(4) == "năm" && gap(4) == " ") {
                Some(year) => Some((1, 5, exists(Some(year), month_number, day))),
                None => Some((1, 3, exists(None, month_number, day))),
            };
        }
    }
    // `30 February 2025`, `30th February`; more than 31 of something in a month is a count.
    if let Some(day) = number(0, 2) {
        let name =
            if gap(0).is_empty() && matches!(word(1), "st" | "nd" | "rd" | "th") { 2 } else { 1 };
        if let Some(month_number) = month(name).filter(|_| gap(name - 1) == " ") {
            return match year(name + 1).filter(|_| matches!(gap(name), " " | ", ")) {
                Some(year) => Some((0, name + 1, exists(Some(year), month_number, day))),
                None => Some((0, name, day > 31 || exists(None, month_number, day))),
            };
        }
    }
    // `February 30, 2025`
    if let (Some(month_number), Some(day)) = (month(0), number(1, 2).filter(|_| gap(0) == " ")) {
        return match year(2).filter(|_| gap(1) == ", ") {
            Some(year) => Some((0, 2, exists(Some(year), month_number, day))),
            None => Some((0, 1, day == 0 || day > 31 || exists(None, month_number, day))),
        };
    }
    None
}

/// Whether the calendar has the day; without a year, whether any year has it.
fn exists(year: Option<i16>, month: i16, day: i16) -> bool {
    match (i8::try_from(month), i8::try_from(day)) {
        (Ok(month), Ok(day)) => Date::new(year.unwrap_or(2024), month, day).is_some(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        impossible_dates(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn days_that_no_calendar_has_are_found_however_they_are_written() {
        assert_eq!(found("Văn bản số 12 ngày 29/02/2025 của Sở"), ["29/02/2025"]);
        assert_eq!(found("từ 31/4/2026 đến 30/4/2026, và 10/13/2025"), ["31/4/2026", "10/13/2025"]);
        assert_eq!(found("ngày 29 tháng 02 năm 2025"), ["29 tháng 02 năm 2025"]);
        assert_eq!(found("trước ngày 31/11 hằng năm; Ngày 31 tháng 6"), ["31/11", "31 tháng 6"]);
        assert_eq!(found("on 30 February 2025 and on 31 June"), ["30 February 2025", "31 June"]);
        assert_eq!(found("February 29, 2025"), ["February 29, 2025"]);
        assert_eq!(found("00/00/2025"), ["00/00/2025"]);
    }

    #[test]
    fn a_date_in_a_text_is_a_warning_at_its_place_until_a_note_settles_it() {
        let text = "\u{feff}## I. A\r\n\r\nTheo **Quyết định** ngày 29/02/2025\r\n";
        let source = Arc::new(Source { path: "plan.vi.md".into(), text: text.into() });
        let mut report = Report::default();
        let plan = crate::markdown::plan_text(&source, crate::language::Language::Vi, &mut report);
        let unit = plan.unit_by_anchor("i-p1").expect("the paragraph");
        report_impossible_dates(&plan, &source, |settled| settled == unit, &mut report);
        assert!(report.is_empty());
        report_impossible_dates(&plan, &source, |_| false, &mut report);
        let found: Vec<&str> = report
            .sorted()
            .iter()
            .map(|diagnostic| &text[diagnostic.location.range.clone()])
            .collect();
        assert_eq!(found, ["29/02/2025"]);
    }

    #[test]
    fn real_dates_and_other_numbers_are_left_alone() {
        for text in [
            "ngày 29/02/2024, ngày 29/2, ngày 15/7/2025, ngày 27 tháng 9 năm 2025",
            "before 10 December every year, 29 February 2024, July 15, 2025",
            "Nghị quyết số 47/NQ-HĐND, 142/2025/NĐ-CP, 43-KH/TU, 99/99/2025/XY",
            "độ tuổi 15 - 60, 40/60 trường, 1.500.2025 đồng, 2 buổi/ngày",
            "in March 45 schools open; 45 March events",
            "giai đoạn 2026 - 2030; 30/2",
            "",
        ] {
            assert_eq!(found(text), Vec::<&str>::new(), "{text}");
        }
    }
}
