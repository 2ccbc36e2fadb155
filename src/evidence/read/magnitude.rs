//! Numbers as plans write them beside the digits: `12 nghìn`, `1,8 nghìn tỷ`, `05 (năm)`, `âm 1,5`.

use std::ops::Range;

use rust_decimal::Decimal;

use super::passage::Passage;
use crate::language::Language;
use crate::portal::Measure;

/// The words that multiply a number.
fn magnitudes(language: Language) -> &'static [(&'static str, i64)] {
    match language {
        Language::Vi => &[
            ("nghìn tỷ", 1_000_000_000_000),
            ("nghìn tỉ", 1_000_000_000_000),
            ("ngàn tỷ", 1_000_000_000_000),
            ("ngàn tỉ", 1_000_000_000_000),
            ("triệu tỷ", 1_000_000_000_000_000),
            ("tỷ", 1_000_000_000),
            ("tỉ", 1_000_000_000),
            ("triệu", 1_000_000),
            ("vạn", 10_000),
            ("nghìn", 1_000),
            ("ngàn", 1_000),
            ("trăm", 100),
            ("chục", 10),
        ],
        Language::En => &[
            ("trillion", 1_000_000_000_000),
            ("billion", 1_000_000_000),
            ("bn", 1_000_000_000),
            ("million", 1_000_000),
            ("thousand", 1_000),
            ("hundred", 100),
            ("dozen", 12),
        ],
    }
}

/// A magnitude at the place: where it ends and what it multiplies by.
pub fn magnitude(passage: &Passage, at: usize) -> Option<(usize, Decimal)> {
    magnitudes(passage.language)
        .iter()
        .find_map(|(word, factor)| Some((passage.follows(at, word)?, Decimal::from(*factor))))
}

/// A unit at the place, perhaps behind a magnitude: its end, by what it multiplies, and the
/// measure. `nghìn tỷ đồng` counts thousands of the unit `tỷ đồng`, `triệu đồng` thousandths of it.
pub fn unit(passage: &Passage, at: usize) -> Option<(usize, Decimal, Measure)> {
    if let Some((end, measure)) = passage.unit(at) {
        return Some((end, Decimal::ONE, measure));
    }
    // A portal that has no unit of its own for it counts it in per cent.
    let mille: &[&str] = match passage.language {
        Language::Vi => &["‰", "phần nghìn"],
        Language::En => &["‰", "per mille", "per thousand"],
    };
    if let Some(end) = passage.follows_any(at, mille) {
        return Some((end, Decimal::new(1, 1), Measure::Percent));
    }
    let (end, factor) = magnitude(passage, at)?;
    if let Some((end, measure)) = passage.unit(end) {
        // `nghìn` before `tỷ đồng`: the longer magnitude `nghìn tỷ` has taken the unit's own word.
        return Some((end, factor, measure));
    }
    // The unit has a magnitude of its own.
    magnitudes(passage.language).iter().find_map(|(own, of_unit)| {
        let (unit_end, measure) = passage.unit_after(own, end)?;
        Some((unit_end, factor / Decimal::from(*of_unit), measure))
    })
}

/// The same number again in words, in brackets: `05 (năm) trường`. Gives the end, and whether it is
/// the same number.
pub fn repeated(passage: &Passage, at: usize, value: Decimal) -> Option<(usize, bool)> {
    if passage.word(at) != "(" {
        return None;
    }
    let close = (at + 1..at + 10).find(|&close| passage.word(close) == ")")?;
    let said = in_words(passage, at + 1..close)?;
    Some((close + 1, Decimal::from(said) == value))
}

/// The number that the tokens say in words.
pub fn in_words(passage: &Passage, range: Range<usize>) -> Option<u32> {
    let words: Vec<&str> = range.map(|at| passage.word(at)).filter(|word| *word != "-").collect();
    match passage.language {
        Language::Vi => vietnamese(&words),
        Language::En => english(&words),
    }
}

fn vietnamese(words: &[&str]) -> Option<u32> {
    let digit = |word: &str| {
        let names: [&[&str]; 10] = [
            &["không", "linh", "lẻ"],
            &["một", "mốt"],
            &["hai"],
            &["ba"],
            &["bốn", "tư"],
            &["năm", "lăm"],
            &["sáu"],
            &["bảy", "bẩy"],
            &["tám"],
            &["chín"],
        ];
        names.iter().position(|names| names.contains(&word)).map(|digit| digit as u32)
    };
    let more = |total: u32, part: u32| total.checked_add(part);
    let (mut total, mut current): (u32, Option<u32>) = (0, None);
    for word in words {
        match *word {
            "mười" => total = more(total, 10 * current.take().unwrap_or(1))?,
            "mươi" => total = more(total, 10 * current.take()?)?,
            "trăm" => total = more(total, 100 * current.take()?)?,
            "nghìn" | "ngàn" => {
                total = more(total, current.take().unwrap_or(0))?.checked_mul(1000)?;
            }
            _ => current = Some(current.unwrap_or(0) + digit(word)?),
        }
    }
    if words.is_empty() { None } else { more(total, current.unwrap_or(0)) }
}

fn english(words: &[&str]) -> Option<u32> {
    const SMALL: [&str; 20] = [
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen",
    ];
    const TENS: [&str; 8] =
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
    let (mut total, mut group): (u32, u32) = (0, 0);
    let mut known = false;
    for word in words {
        if let Some(value) = SMALL.iter().position(|small| small == word) {
            group = group.checked_add(value as u32)?;
        } else if let Some(tens) = TENS.iter().position(|tens| tens == word) {
            group = group.checked_add(10 * (tens as u32 + 2))?;
        } else {
            match *word {
                "hundred" => group = group.max(1).checked_mul(100)?,
                "thousand" => {
                    (total, group) = (group.max(1).checked_mul(1000)?.checked_add(total)?, 0)
                }
                "and" => continue,
                _ => return None,
            }
        }
        known = true;
    }
    known.then_some(total.checked_add(group)?)
}
