//! How authors spell goals, numbers and periods, and the types that they become.

mod period;

pub use period::period;

use rust_decimal::Decimal;

use crate::diagnostic::Code;
use crate::language::Localized;
use crate::language::date::Date;
use crate::portal::{Bound, Comparator, DueDay, Goal};

/// Why a spelling was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misspelt {
    pub code: Code,
    pub message: Localized,
    pub cure: Localized,
}

/// `48.5`, `>= 85`, `ít nhất 85`, `từ 85 trở lên`, `> 57.6`, `35..40`, `maintain 100`,
/// `reduce by >= 40`, `tăng 2..3`, `before 12-10`, `complete`.
pub fn goal(spelling: &str) -> Result<Goal, Misspelt> {
    if let Some(inside) = in_curly_quotes(spelling) {
        return goal(inside).and_then(|_| Err(curly_quotes(spelling.trim(), inside)));
    }
    let text = spelling.trim().replace('›', ">");
    match text.to_lowercase().as_str() {
        "complete" | "hoàn thành" => return Ok(Goal::Complete),
        "maintain" | "duy trì" => return Ok(Goal::Maintain),
        _ => {}
    }
    let after = |words: &[&str]| words.iter().find_map(|word| strip_word(&text, word));
    if let Some(day) = after(&["before", "trước"]) {
        return due_day(day).map(Goal::Before);
    }
    for (words, change) in CHANGES {
        if let Some(by) = after(words) {
            let verb = text[..text.len() - by.len()].trim();
            return change_by(by, change).map_err(|misspelt| with_words(misspelt, verb));
        }
    }
    level(&text)
}

type Change = fn(Bound) -> Comparator;

const CHANGES: [(&[&str], Change); 2] = [
    (&["increase by", "tăng"], Comparator::IncreaseBy),
    (&["reduce by", "giảm"], Comparator::ReduceBy),
];

/// By how much: spelt as a level is, `3`, `>= 3`, `trên 3`, `2..3`, `từ 2 đến 3`.
fn change_by(spelling: &str, change: Change) -> Result<Goal, Misspelt> {
    let by = level(spelling)?;
    let bound = BOUNDS.into_iter().find(|bound| bound.of_level() == by.comparator());
    match (by, bound.map(change)) {
        (Goal::Value { value, .. }, Some(comparator)) => Ok(Goal::Value { comparator, value }),
        (Goal::Range { low, high, .. }, Some(comparator)) => {
            Ok(Goal::Range { comparator, low, high })
        }
        _ => Err(not_understood(spelling)),
    }
}

const BOUNDS: [Bound; 7] = [
    Bound::Exactly,
    Bound::AtLeast,
    Bound::Above,
    Bound::AtMost,
    Bound::Below,
    Bound::About,
    Bound::Range,
];

/// A figure to be reached or kept, and not a change.
fn level(text: &str) -> Result<Goal, Misspelt> {
    let from = strip_word(text, "từ").unwrap_or(text);
    let trailing = TRAILING
        .iter()
        .find_map(|(word, comparator, sign)| Some((strip_end(from, word)?, *comparator, *sign)));
    if let Some((rest, comparator, sign)) = trailing {
        let value = number(rest).map_err(|misspelt| with_words(misspelt, sign))?;
        return Ok(Goal::Value { comparator, value });
    }
    let from_to = || strip_word(text, "từ")?.split_once(" đến ");
    if let Some((low, high)) = text.split_once("..").or_else(from_to) {
        let (low, high) = (number(low)?, number(high)?);
        if low >= high {
            return Err(misspelt(
                format!("khoảng `{text}` không tăng"),
                format!("the range `{text}` does not rise"),
                "viết số nhỏ trước, ví dụ 35..40",
                "write the smaller number first, such as 35..40",
            ));
        }
        return Ok(Goal::between(low, high));
    }
    for (word, comparator) in COMPARATORS {
        if let Some(rest) = strip_word(text, word) {
            let words = text[..text.len() - rest.len()].trim();
            let value = number(rest).map_err(|misspelt| with_words(misspelt, words))?;
            return Ok(Goal::Value { comparator: *comparator, value });
        }
    }
    Ok(Goal::Value { comparator: Comparator::Reach, value: number(text)? })
}

/// The longer spelling of two that begin alike stands first.
const COMPARATORS: &[(&str, Comparator)] = &[
    (">=", Comparator::AtLeast),
    ("≥", Comparator::AtLeast),
    ("at least", Comparator::AtLeast),
    ("ít nhất", Comparator::AtLeast),
    ("tối thiểu", Comparator::AtLeast),
    ("không dưới", Comparator::AtLeast),
    ("không thấp hơn", Comparator::AtLeast),
    ("<=", Comparator::AtMost),
    ("≤", Comparator::AtMost),
    ("at most", Comparator::AtMost),
    ("không quá", Comparator::AtMost),
    ("không vượt quá", Comparator::AtMost),
    ("tối đa", Comparator::AtMost),
    (">", Comparator::Above),
    ("over", Comparator::Above),
    ("above", Comparator::Above),
    ("more than", Comparator::Above),
    ("trên", Comparator::Above),
    ("hơn", Comparator::Above),
    ("<", Comparator::Below),
    ("below", Comparator::Below),
    ("under", Comparator::Below),
    ("dưới", Comparator::Below),
    ("~", Comparator::About),
    ("≈", Comparator::About),
    ("about", Comparator::About),
    ("khoảng", Comparator::About),
    ("maintain", Comparator::Maintain),
    ("duy trì", Comparator::Maintain),
    ("reach", Comparator::Reach),
    ("đạt", Comparator::Reach),
    ("=", Comparator::Reach),
];

/// Words behind the number, with the sign that says the same before it.
const TRAILING: &[(&str, Comparator, &str)] = &[
    ("trở lên", Comparator::AtLeast, ">="),
    ("hoặc hơn", Comparator::AtLeast, ">="),
    ("hoặc cao hơn", Comparator::AtLeast, ">="),
    ("or more", Comparator::AtLeast, ">="),
    ("or above", Comparator::AtLeast, ">="),
    ("or higher", Comparator::AtLeast, ">="),
    ("trở xuống", Comparator::AtMost, "<="),
    ("hoặc thấp hơn", Comparator::AtMost, "<="),
    ("or less", Comparator::AtMost, "<="),
    ("or lower", Comparator::AtMost, "<="),
];

/// The text before its last words, whatever their case.
fn strip_end<'text>(text: &'text str, word: &str) -> Option<&'text str> {
    let start = text.char_indices().rev().nth(word.chars().count() - 1)?.0;
    (text[start..].to_lowercase() == word).then(|| text[..start].trim_end())
}

/// What stands between quotes that a word processor has turned; YAML takes them for letters.
fn in_curly_quotes(spelling: &str) -> Option<&str> {
    const QUOTES: [char; 7] = ['“', '”', '„', '‘', '’', '«', '»'];
    let text = spelling.trim();
    let inside = text.trim_matches(QUOTES).trim();
    (text.starts_with(QUOTES) && !inside.is_empty()).then_some(inside)
}

fn curly_quotes(text: &str, inside: &str) -> Misspelt {
    misspelt(
        format!("`{text}` nằm trong ngoặc kép cong, mà YAML chỉ biết ngoặc kép thẳng"),
        format!("`{text}` stands in curly quotes; YAML knows straight ones only"),
        format!("hãy gõ \"{inside}\""),
        format!("type \"{inside}\""),
    )
}

/// The rest of the text after a leading word, whatever its case.
fn strip_word<'text>(text: &'text str, word: &str) -> Option<&'text str> {
    let mut rest = text.char_indices();
    for expected in word.chars() {
        let (_, character) = rest.next()?;
        if !character.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    let rest = rest.as_str();
    (!word.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic))
        .then(|| rest.trim_start())
}

/// A decimal with a decimal point, with its printed scale.
pub fn number(spelling: &str) -> Result<Decimal, Misspelt> {
    let text = spelling.trim();
    let digits = text.strip_prefix(['-', '\u{2212}']).unwrap_or(text);
    let sign = if digits.len() < text.len() { "-" } else { "" };
    let (whole, fraction) =
        digits.split_once('.').map_or((digits, None), |(whole, fraction)| (whole, Some(fraction)));
    let all_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if all_digits(whole) && fraction.is_none_or(all_digits) {
        if let Some(fraction) = fraction
            && fraction.len() == 3
            && whole.len() <= 3
            && whole != "0"
        {
            return Err(number_format(
                format!(
                    "`{text}` có thể là {whole}{fraction} viết theo kiểu Việt Nam, nhưng YAML \
                     đọc thành {whole},{fraction}"
                ),
                format!(
                    "`{text}` may be the Vietnamese way to write {whole}{fraction}, but YAML \
                     reads a decimal fraction"
                ),
                format!(
                    "hãy gõ {sign}{whole}{fraction} (một nghìn trở lên không có dấu chấm), hoặc \
                     {sign}{whole}.{fraction}0 nếu đúng là số thập phân"
                ),
                format!(
                    "type {sign}{whole}{fraction} (thousands without a point), or \
                     {sign}{whole}.{fraction}0 if a decimal fraction is meant"
                ),
            ));
        }
        let parsed =
            if digits.len() <= 24 { text.replace('\u{2212}', "-").parse().ok() } else { None };
        return parsed.ok_or_else(|| {
            misspelt(
                format!("`{text}` quá dài"),
                format!("`{text}` is too long"),
                "viết số ngắn hơn",
                "write a shorter number",
            )
        });
    }
    let comma = digits.replace('.', "");
    if let Some((whole, fraction)) = comma.split_once(',')
        && all_digits(whole)
        && all_digits(fraction)
    {
        return Err(number_format(
            format!("`{text}` viết theo kiểu Việt Nam; trong YAML dấu thập phân là dấu chấm"),
            format!("`{text}` is written the Vietnamese way; in YAML the decimal sign is a point"),
            format!("hãy gõ {sign}{whole}.{fraction}"),
            format!("type {sign}{whole}.{fraction}"),
        ));
    }
    if digits.contains('.') && digits.split('.').all(all_digits) {
        let plain = format!("{sign}{}", digits.replace('.', ""));
        return Err(number_format(
            format!("`{text}` có dấu chấm ngăn hàng nghìn"),
            format!("`{text}` holds points between thousands"),
            format!("hãy gõ {plain}"),
            format!("type {plain}"),
        ));
    }
    if let Some(percent) = text.strip_suffix('%') {
        let plain = percent.trim().replace(',', ".");
        return Err(number_format(
            format!("`{text}` có dấu %; đơn vị đã nằm trong danh mục chỉ tiêu"),
            format!("`{text}` holds a % sign; the unit stands in the catalogue"),
            format!("hãy gõ {plain}"),
            format!("type {plain}"),
        ));
    }
    Err(not_understood(text))
}

fn not_understood(text: &str) -> Misspelt {
    const GOALS: &str = "48.5, \">= 85\", \"> 57.6\", \"< 8.0\", \"35..40\", \"maintain 100\", \
                         \"reduce by >= 40\", \"before 12-10\", maintain";
    misspelt(
        format!("không hiểu `{text}`"),
        format!("`{text}` is not understood"),
        format!("viết {GOALS} hoặc complete"),
        format!("write {GOALS} or complete"),
    )
}

/// `12-10` (10 December of every year) or `2026-03-31`.
fn due_day(spelling: &str) -> Result<DueDay, Misspelt> {
    let text = spelling.trim();
    if text.len() == 5
        && let Some((month, day)) = text.split_once('-')
        && let (Ok(month), Ok(day)) = (month.parse::<i8>(), day.parse::<i8>())
        // 2024 has a 29 February.
        && Date::new(2024, month, day).is_some()
    {
        return Ok(DueDay::EveryYear { month, day });
    }
    match Date::parse(text) {
        Some(date) if date.day.is_some() => Ok(DueDay::Once(date)),
        _ => Err(Misspelt {
            code: Code::WrongDate,
            message: Localized::text(
                format!("`{text}` không phải là hạn chót có thật"),
                format!("`{text}` is no day that a deadline can have"),
            ),
            cure: Localized::text(
                "viết \"before 12-10\" (trước ngày 10/12 hằng năm) hoặc \"before 2026-03-31\"",
                "write \"before 12-10\" (10 December every year) or \"before 2026-03-31\"",
            ),
        }),
    }
}

/// What to type, with the words that were typed before the number.
fn with_words(mut misspelt: Misspelt, words: &str) -> Misspelt {
    if misspelt.code == Code::NumberFormat {
        for (cure, lead) in [(&mut misspelt.cure.vi, "hãy gõ "), (&mut misspelt.cure.en, "type ")]
        {
            let Some(typed) = cure.strip_prefix(lead) else { continue };
            let in_quotes = typed.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
            if let Some(typed) = in_quotes.or(Some(typed).filter(|typed| !typed.contains(' '))) {
                *cure = format!("{lead}\"{words} {typed}\"");
            }
        }
    }
    misspelt
}

fn misspelt(
    vi: impl Into<String>,
    en: impl Into<String>,
    cure_vi: impl Into<String>,
    cure_en: impl Into<String>,
) -> Misspelt {
    Misspelt {
        code: Code::WrongValue,
        message: Localized::text(vi, en),
        cure: Localized::text(cure_vi, cure_en),
    }
}

fn number_format(vi: String, en: String, cure_vi: String, cure_en: String) -> Misspelt {
    Misspelt {
        code: Code::NumberFormat,
        message: Localized { vi, en },
        cure: Localized { vi: cure_vi, en: cure_en },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(comparator: Comparator, text: &str) -> Goal {
        Goal::Value { comparator, value: text.parse().expect("a decimal") }
    }

    #[test]
    fn each_comparator_has_its_spellings() {
        for (spelling, expected) in [
            ("48.5", value(Comparator::Reach, "48.5")),
            ("đạt 48.5", value(Comparator::Reach, "48.5")),
            (">= 85", value(Comparator::AtLeast, "85")),
            ("từ 52 trở lên", value(Comparator::AtLeast, "52")),
            ("52.5 Trở lên", value(Comparator::AtLeast, "52.5")),
            ("52 or more", value(Comparator::AtLeast, "52")),
            ("từ 5 trở xuống", value(Comparator::AtMost, "5")),
            ("từ 35 đến 40", Goal::between(Decimal::from(35), Decimal::from(40))),
            ("không thấp hơn 85", value(Comparator::AtLeast, "85")),
            ("≥85", value(Comparator::AtLeast, "85")),
            ("ít nhất 85", value(Comparator::AtLeast, "85")),
            ("> 57.6", value(Comparator::Above, "57.6")),
            ("Trên 57.6", value(Comparator::Above, "57.6")),
            ("<= 5", value(Comparator::AtMost, "5")),
            ("< 8.0", value(Comparator::Below, "8.0")),
            ("~ 50", value(Comparator::About, "50")),
            ("maintain 100", value(Comparator::Maintain, "100")),
            ("-0.5", value(Comparator::Reach, "-0.5")),
            ("> -0.5", value(Comparator::Above, "-0.5")),
            ("trên −0.5", value(Comparator::Above, "-0.5")),
            ("-2..-1", Goal::between(Decimal::from(-2), Decimal::from(-1))),
            ("complete", Goal::Complete),
            ("duy trì", Goal::Maintain),
            ("before 12-10", Goal::Before(DueDay::EveryYear { month: 12, day: 10 })),
            (
                "trước 2026-03-31",
                Goal::Before(DueDay::Once(Date::new(2026, 3, 31).expect("a day"))),
            ),
        ] {
            assert_eq!(goal(spelling), Ok(expected), "{spelling}");
        }
        assert_eq!(goal("35..40"), Ok(Goal::between(Decimal::from(35), Decimal::from(40))));
    }

    #[test]
    fn a_change_has_the_bounds_of_a_level() {
        let more = Comparator::IncreaseBy;
        let less = Comparator::ReduceBy;
        let range = |comparator| Goal::Range { comparator, low: 2.into(), high: 3.into() };
        for (spelling, expected) in [
            ("increase by 3", value(more(Bound::Exactly), "3")),
            ("increase by >= 3", value(more(Bound::AtLeast), "3")),
            ("increase by > 3", value(more(Bound::Above), "3")),
            ("increase by <= 3", value(more(Bound::AtMost), "3")),
            ("increase by < 3", value(more(Bound::Below), "3")),
            ("increase by ~ 3", value(more(Bound::About), "3")),
            ("increase by 2..3", range(more(Bound::Range))),
            ("reduce by 10", value(less(Bound::Exactly), "10")),
            ("reduce by > 10", value(less(Bound::Above), "10")),
            ("reduce by 2..3", range(less(Bound::Range))),
            ("tăng ít nhất 3", value(more(Bound::AtLeast), "3")),
            ("tăng trên 3", value(more(Bound::Above), "3")),
            ("Tăng khoảng 3", value(more(Bound::About), "3")),
            ("giảm >= 40", value(less(Bound::AtLeast), "40")),
            ("giảm từ 40 trở lên", value(less(Bound::AtLeast), "40")),
            ("giảm không quá 3", value(less(Bound::AtMost), "3")),
            ("giảm dưới 0.5", value(less(Bound::Below), "0.5")),
            ("giảm 2..3", range(less(Bound::Range))),
            ("giảm từ 2 đến 3", range(less(Bound::Range))),
        ] {
            assert_eq!(goal(spelling), Ok(expected), "{spelling}");
        }
    }

    #[test]
    fn the_printed_scale_is_kept() {
        assert_eq!(number("8.0").map(|number| number.to_string()), Ok("8.0".into()));
    }

    #[test]
    fn vietnamese_numbers_get_what_to_type() {
        for (spelling, cure) in [
            ("48,5", "type 48.5"),
            ("1.234,5", "type 1234.5"),
            ("1.000.000", "type 1000000"),
            ("48,5%", "type 48.5"),
            ("48%", "type 48"),
        ] {
            let misspelt = number(spelling).expect_err(spelling);
            assert_eq!(
                (misspelt.code, misspelt.cure.en.as_str()),
                (Code::NumberFormat, cure),
                "{spelling}"
            );
        }
        assert_eq!(goal(">= 40,5").expect_err("a comma").cure.vi, "hãy gõ \">= 40.5\"");
        assert_eq!(goal("tăng trên 2,5").expect_err("a comma").cure.vi, "hãy gõ \"tăng trên 2.5\"");
        assert_eq!(goal("-0,5").expect_err("a comma").cure.en, "type -0.5");
        assert_eq!(goal("-1.000.000").expect_err("points").cure.en, "type -1000000");
        assert_eq!(goal("từ 40,5 trở lên").expect_err("a comma").cure.vi, "hãy gõ \">= 40.5\"");
        assert_eq!(goal("“>= 38.5”").expect_err("curly quotes").cure.en, "type \">= 38.5\"");
        assert_eq!(goal("“>= 38,5”").expect_err("a comma too").cure.en, "type \">= 38.5\"");
        assert_eq!(period("‘2026-2030’").expect_err("curly quotes").cure.en, "type \"2026-2030\"");
        assert!(number("1.000").expect_err("ambiguous").cure.en.starts_with("type 1000 "));
        assert!(number("0.125").is_ok());
    }

    #[test]
    fn nonsense_is_no_goal() {
        for spelling in [
            "",
            "“”",
            "trở lên",
            "từ trở lên",
            "từ 5",
            "từ 40 đến 35",
            "nhiều",
            ">",
            "40..35",
            "35..",
            "before 02-30",
            "before",
            "increase by",
            "increase by maintain 3",
            "increase by reduce by 3",
            "giảm 3..2",
            "--3",
            "1e5",
            "NaN",
            "99999999999999999999999999999",
        ] {
            assert!(goal(spelling).is_err(), "{spelling}");
        }
    }
}
