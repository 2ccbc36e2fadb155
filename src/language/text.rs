//! Vietnamese text as a computer must treat it: composed (NFC), folded for matching, and as a slug.

use std::borrow::Cow;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

/// The text in Unicode normalisation form C. Authors' files may be NFD (macOS); nothing is compared
/// before this.
pub fn nfc(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_composed_latin) {
        return Cow::Borrowed(text);
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(text)
}

/// Whether the character is below the first combining mark, or a precomposed Vietnamese letter: a
/// text of these alone is composed. It spares nearly every text the normaliser.
pub fn is_composed_latin(character: char) -> bool {
    character < '\u{300}' || ('\u{1ea0}'..='\u{1ef9}').contains(&character)
}

/// Whether the character belongs to a word: a letter or a digit. The same as
/// [`char::is_alphanumeric`], without its table for nearly all letters of Vietnamese and English.
pub fn is_of_word(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphanumeric();
    }
    ('\u{1ea0}'..='\u{1ef9}').contains(&character) || character.is_alphanumeric()
}

/// The text without case and diacritics, for matching only: lower case, marks stripped, then `đ` to
/// `d`.
pub fn fold(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd()
        .normalize(&text.to_lowercase())
        .chars()
        .filter(|character| !('\u{300}'..='\u{36f}').contains(character))
        .map(|character| if character == 'đ' { 'd' } else { character })
        .collect()
}

/// The text as a part of an address: `Tiểu học` to `tieu-hoc`.
pub fn slug(text: &str) -> String {
    let plain: String = fold(text)
        .chars()
        .map(|character| if character.is_ascii_alphanumeric() { character } else { '-' })
        .collect();
    plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

/// Whether a character is never seen itself, and may turn round or part what is: marks of
/// direction, spaces without width.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// The text with a capital first letter.
pub fn upper_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |letter| letter.to_uppercase().chain(letters).collect())
}

/// The text in lower case and decomposed, the tone of each word moved to its end: `hóa` and `hoá`
/// become alike, `ma` and `má` do not. For matching only.
pub fn tones_last(text: &str) -> String {
    let decomposed =
        DecomposingNormalizerBorrowed::new_nfd().normalize(&text.to_lowercase()).into_owned();
    let mut placed = String::with_capacity(decomposed.len());
    let mut tones = String::new();
    for character in decomposed.chars() {
        if TONES.contains(&character) {
            tones.push(character);
            continue;
        }
        if !character.is_alphanumeric() && !('\u{300}'..='\u{36f}').contains(&character) {
            placed.push_str(&tones);
            tones.clear();
        }
        placed.push(character);
    }
    placed.push_str(&tones);
    placed
}

/// Huyền, sắc, ngã, hỏi, nặng.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// One character as quotes and numbers are compared: every space is a space, every dash is `-`.
pub fn unify(character: char) -> char {
    match character {
        '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' | '\t' | '\n' | '\r' => ' ',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}
