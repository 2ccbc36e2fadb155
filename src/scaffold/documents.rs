//! What the number of a document says of it: `43/KH-UBND` is a plan of a People's Committee.

use crate::language::{Localized, text};

/// Kinds of documents by the letters in their numbers.
const TYPES: [(&str, &str, &str); 6] = [
    ("KH", "Kế hoạch", "Plan"),
    ("NQ", "Nghị quyết", "Resolution"),
    ("QĐ", "Quyết định", "Decision"),
    ("CT", "Chỉ thị", "Directive"),
    ("CTr", "Chương trình", "Programme"),
    ("ĐA", "Đề án", "Project"),
];

/// Bodies by the letters in the numbers of what they issue.
const BODIES: [(&str, &str, &str); 2] = [
    ("UBND", "Ủy ban nhân dân", "People's Committee"),
    ("HĐND", "Hội đồng nhân dân", "People's Council"),
];

/// The number as documents print it: `Số: 43 / KH-UBND` is `43/KH-UBND`. None where it holds more
/// than the number, or is a day.
pub fn number(typed: &str) -> Option<String> {
    let typed = text::nfc(typed.trim()).into_owned();
    let bare = ["Số", "số", "SỐ"].into_iter().find_map(|word| {
        let rest = typed.strip_prefix(word)?;
        rest.starts_with([':', ' ']).then(|| rest.trim_start_matches([':', ' ']))
    });
    let parts: Vec<&str> = bare.unwrap_or(&typed).split('/').map(str::trim).collect();
    let number = parts
        .iter()
        .map(|part| part.split('-').map(str::trim).collect::<Vec<_>>().join("-"))
        .collect::<Vec<_>>()
        .join("/");
    let is_day = parts.len() == 3
        && parts
            .iter()
            .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    (!number.is_empty() && !number.contains(char::is_whitespace) && !is_day).then_some(number)
}

/// Its kind, where the number tells.
pub fn document_type(number: &str) -> Option<Localized> {
    letters(number)
        .find_map(|letters| TYPES.into_iter().find(|(known, ..)| *known == letters))
        .map(|(_, vi, en)| Localized::text(vi, en))
}

/// Who issued it, where the number tells and the full name of the place is known.
pub fn issuer(number: &str, place: &Localized) -> Option<Localized> {
    let (_, vi, en) = letters(number)
        .find_map(|letters| BODIES.into_iter().find(|(known, ..)| *known == letters))?;
    Some(Localized::text(
        format!("{vi} {}", lower_first(&place.vi)),
        format!("{en} of {}", place.en),
    ))
}

/// The first digits of the number, and the year: `43-2026`.
pub fn slug(number: &str, year: i16) -> Option<String> {
    let digits: String = number
        .chars()
        .skip_while(|letter| !letter.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    let digits = digits.trim_start_matches('0');
    (!digits.is_empty()).then(|| format!("{digits}-{year}"))
}

/// The slug that tells it from another document with the same digits: `43-kh-tu-2026`.
pub fn whole_slug(number: &str, year: i16) -> String {
    format!("{}-{year}", text::slug(number))
}

fn letters(number: &str) -> impl Iterator<Item = &str> {
    number.split(|letter: char| !letter.is_alphabetic()).filter(|letters| !letters.is_empty())
}

/// `Tỉnh Lạng Sơn` in a sentence: `tỉnh Lạng Sơn`.
fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_tells_what_it_numbers_and_who_issued_it() {
        let place = Localized::text("Xã Bằng Mạc", "Bang Mac Commune");
        assert_eq!(document_type("43/KH-UBND"), Some(Localized::text("Kế hoạch", "Plan")));
        assert_eq!(
            document_type("05/2025/NQ-HĐND"),
            Some(Localized::text("Nghị quyết", "Resolution"))
        );
        assert_eq!(document_type("12-CTr/TU"), Some(Localized::text("Chương trình", "Programme")));
        assert_eq!(
            issuer("43/KH-UBND", &place),
            Some(Localized::text(
                "Ủy ban nhân dân xã Bằng Mạc",
                "People's Committee of Bang Mac Commune"
            ))
        );
        assert_eq!((issuer("43-KH/TU", &place), document_type("43")), (None, None));
    }

    #[test]
    fn a_number_is_written_in_one_piece() {
        for typed in ["43/KH-UBND", " Số: 43/KH-UBND", "Số 43 / KH - UBND", "số:43/KH-UBND"] {
            assert_eq!(number(typed).as_deref(), Some("43/KH-UBND"), "{typed}");
        }
        assert_eq!(number("05/2025/NQ-HĐND").as_deref(), Some("05/2025/NQ-HĐND"));
        for typed in ["43/KH-UBND ngày 10/2/2026", "10/2/2026", "Số:", "43/KH-UBND (bản 2)"] {
            assert_eq!(number(typed), None, "{typed}");
        }
    }

    #[test]
    fn the_slug_is_the_number_and_the_year() {
        assert_eq!(slug("43/KH-UBND", 2026).as_deref(), Some("43-2026"));
        assert_eq!(slug("05/2025/NQ-HĐND", 2025).as_deref(), Some("5-2025"));
        assert_eq!(slug("KH-UBND", 2026), None);
        assert_eq!(whole_slug("43-KH/TU", 2026), "43-kh-tu-2026");
        assert_eq!(whole_slug("7/QĐ-UBND", 2026), "7-qd-ubnd-2026");
    }
}
