//! The words that a YAML file gives in both languages, of notes, titles and relations, must hold
//! the same numbers, as the two texts of a plan must.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::fields::At;
use super::placeholder::is_unfilled;
use crate::diagnostic::{Code, Diagnostic, Report, Source};
use crate::language::number::roman;
use crate::language::{Language, Localized};

/// Reports a number that one language has and the other lacks.
pub fn compare(words: &Localized<At<String>>, source: &Arc<Source>, report: &mut Report) {
    // Words of a skeleton have no numbers yet.
    if is_unfilled(&words.vi.value) || is_unfilled(&words.en.value) {
        return;
    }
    let Some((language, number)) = without_twin(&words.vi.value, &words.en.value) else { return };
    let (own, other) =
        if language == Language::Vi { (&words.vi, &words.en) } else { (&words.en, &words.vi) };
    let number = word_with(&own.value, &number);
    report.add(
        Diagnostic::new(
            Code::WordsDiffer,
            own.location(source),
            Localized::text(
                format!("hai ngôn ngữ không cùng con số: `{number}`"),
                format!("the two languages do not hold the same numbers: `{number}`"),
            ),
            Localized::text("con số này không có bản đối ứng", "this number has no twin"),
            Localized::text(
                "sửa một trong hai bản cho cùng số, cùng ngày, cùng số văn bản",
                "mend one of the two: same numbers, dates and document numbers",
            ),
        )
        .with_related(other.location(source), Localized::text("bản đối ứng", "its twin")),
    );
}

/// A number that one of the texts has more often than the other, in digits and in words.
///
/// An editor's words are free prose, so only what is printed is compared: every run of digits,
/// without leading zeros. `48,5` and `48.5`, `15/12/2025` and `15 December 2025` are the same; a
/// comparator is not looked at.
fn without_twin(vi: &str, en: &str) -> Option<(Language, String)> {
    let digits = Localized { vi: in_digits(vi), en: in_digits(en) };
    let words = Localized { vi: in_words(vi, &VIETNAMESE), en: in_words(en, &ENGLISH) };
    let count =
        |numbers: &BTreeMap<String, usize>, number: &str| numbers.get(number).copied().unwrap_or(0);
    for (language, other) in [(Language::Vi, Language::En), (Language::En, Language::Vi)] {
        for (number, &times) in digits.get(language) {
            if times > count(digits.get(other), number) + count(words.get(other), number) {
                return Some((language, number.clone()));
            }
        }
    }
    None
}

/// The word of a text that holds the run of digits: `48,5%`, `243/KH-UBND`.
fn word_with<'text>(text: &'text str, number: &'text str) -> &'text str {
    let holds = |word: &&str| in_digits(word).contains_key(number);
    text.split_whitespace().find(holds).map_or(number, |word| {
        word.trim_matches(|character: char| !character.is_alphanumeric() && character != '%')
    })
}

fn in_digits(text: &str) -> BTreeMap<String, usize> {
    let mut numbers = BTreeMap::new();
    for run in
        text.split(|character: char| !character.is_ascii_digit()).filter(|run| !run.is_empty())
    {
        let number = run.trim_start_matches('0');
        *numbers.entry(if number.is_empty() { "0" } else { number }.to_owned()).or_default() += 1;
    }
    numbers
}

/// The numbers of English words, and the months.
const ENGLISH: [&[&str]; 12] = [
    &["one", "once", "first", "january"],
    &["two", "twice", "second", "february"],
    &["three", "third", "march"],
    &["four", "fourth", "april"],
    &["five", "fifth", "may"],
    &["six", "sixth", "june"],
    &["seven", "seventh", "july"],
    &["eight", "eighth", "august"],
    &["nine", "ninth", "september"],
    &["ten", "tenth", "october"],
    &["eleven", "eleventh", "november"],
    &["twelve", "twelfth", "december"],
];
const VIETNAMESE: [&[&str]; 12] = [
    &["một", "nhất"],
    &["hai", "nhì"],
    &["ba"],
    &["bốn", "tư"],
    &["năm"],
    &["sáu"],
    &["bảy"],
    &["tám"],
    &["chín"],
    &["mười"],
    &["mười một"],
    &["mười hai"],
];

fn in_words(text: &str, names: &[&[&str]; 12]) -> BTreeMap<String, usize> {
    let mut numbers = BTreeMap::new();
    let mut add = |number: String| *numbers.entry(number).or_default() += 1;
    for word in
        text.split(|character: char| !character.is_alphabetic()).filter(|word| !word.is_empty())
    {
        let small = word.to_lowercase();
        if let Some(at) = names.iter().position(|names| names.contains(&small.as_str())) {
            add((at + 1).to_string());
        } else if small == "vạn" {
            // `một vạn` is `10,000`: two runs of digits.
            add("10".to_owned());
            add("0".to_owned());
        } else if let Some(number) = roman(word) {
            add(number.to_string());
        }
    }
    numbers
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_numbers_in_the_form_of_each_language_are_twins() {
        assert_eq!(
            without_twin(
                "48,5% ngày 15/12/2025, mục III.6.2",
                "48.5% on 15 December 2025, III.6.2"
            ),
            None
        );
        assert_eq!(
            without_twin("tháng 02 năm 2026; 1.234 trường", "February 2026; 1,234 schools"),
            None
        );
        assert_eq!(without_twin("02 trường mầm non sáp nhập", "two kindergartens merged"), None);
        assert_eq!(without_twin("hai cách tính", "2 ways"), None);
        assert_eq!(without_twin("trên một vạn dân", "per 10,000 people"), None);
        assert_eq!(without_twin("Quốc hội khóa XV", "the 15th National Assembly"), None);
        assert_eq!(without_twin("mục IV", "part 4"), None);
    }

    #[test]
    fn a_number_that_one_language_lacks_is_named() {
        assert_eq!(
            without_twin("số 243/KH-UBND", "No. 244/KH-UBND"),
            Some((Language::Vi, "243".to_owned()))
        );
        assert_eq!(
            without_twin("năm học tới", "the 2026 school year"),
            Some((Language::En, "2026".to_owned()))
        );
        assert_eq!(without_twin("80% và 80%", "80%"), Some((Language::Vi, "80".to_owned())));
        assert_eq!(without_twin("15/7/2025", "15 June 2025"), Some((Language::Vi, "7".to_owned())));
    }
}
