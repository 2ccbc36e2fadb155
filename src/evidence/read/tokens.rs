//! A text as words, numbers and marks, each with its place in the text as it was written.
//!
//! Words are compared in lower case and NFC, dashes and spaces as one; the text itself is never
//! changed.

use std::borrow::Cow;
use std::ops::Range;

use rust_decimal::Decimal;

use crate::language::{Language, text};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Letters, with digits glued to them: `trường`, `QH15`, `2A`.
    Word,
    /// Digits with points and commas inside: `48,5`.
    Number,
    /// One character of anything else.
    Mark,
}

#[derive(Clone, Debug)]
pub struct Token<'text> {
    pub kind: TokenKind,
    /// Lower case, NFC, dashes unified.
    pub text: Cow<'text, str>,
    pub range: Range<usize>,
    pub space_before: bool,
    /// Whether it begins with an upper-case letter.
    pub capital: bool,
}

/// The whole text, in its order.
pub fn tokens(source: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut characters = source.char_indices().peekable();
    let mut space_before = false;
    while let Some((start, first)) = characters.next() {
        if text::unify(first) == ' ' || first.is_whitespace() {
            space_before = true;
            continue;
        }
        let mut end = start + first.len_utf8();
        let mut kind = if first.is_ascii_digit() { TokenKind::Number } else { TokenKind::Mark };
        if is_letter(first) {
            kind = TokenKind::Word;
        }
        while let Some(&(at, next)) = characters.peek() {
            match kind {
                TokenKind::Mark => break,
                TokenKind::Number if is_letter(next) => kind = TokenKind::Word,
                TokenKind::Number
                    if matches!(next, '.' | ',')
                        && source[at + 1..].starts_with(|after: char| after.is_ascii_digit()) => {}
                _ if is_letter(next) || next.is_ascii_digit() => {}
                _ => break,
            }
            // A word ends at a point: only what is still a number passes it.
            end = at + next.len_utf8();
            characters.next();
        }
        let written = &source[start..end];
        let text = match kind {
            TokenKind::Word if written.chars().all(is_plain) => Cow::Borrowed(written),
            TokenKind::Word => Cow::Owned(composed(written.to_lowercase())),
            TokenKind::Number => Cow::Borrowed(written),
            TokenKind::Mark if mark(first) == first => Cow::Borrowed(written),
            TokenKind::Mark => Cow::Owned(mark(first).to_string()),
        };
        found.push(Token {
            kind,
            text,
            range: start..end,
            space_before,
            capital: first.is_uppercase(),
        });
        space_before = false;
    }
    found
}

/// A small letter of Vietnamese or English, or a digit: it is compared as it is written. Most words
/// have nothing else.
fn is_plain(character: char) -> bool {
    match character {
        'a'..='z' | '0'..='9' | 'à'..='ö' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => true,
        // Large and small letters take turns.
        '\u{1ea0}'..='\u{1ef9}' => u32::from(character) % 2 == 1,
        _ => false,
    }
}

fn composed(word: String) -> String {
    let changed = match text::nfc(&word) {
        Cow::Borrowed(_) => None,
        Cow::Owned(composed) => Some(composed),
    };
    changed.unwrap_or(word)
}

/// Dashes, apostrophes and the signs of comparison as one writes them on a keyboard.
fn mark(character: char) -> char {
    match text::unify(character) {
        '\u{2019}' | '\u{02bc}' | '`' => '\'',
        '＞' => '>',
        '＜' => '<',
        other => other,
    }
}

/// A letter, or a mark that is put on one in decomposed text.
fn is_letter(character: char) -> bool {
    if character.is_ascii() {
        return character.is_ascii_alphabetic();
    }
    // Nearly all letters of Vietnamese, without a table; `×` and `÷` lie between them.
    matches!(character, '\u{1ea0}'..='\u{1ef9}' | '\u{c0}'..='\u{24f}' if !matches!(character, '×' | '÷'))
        || ('\u{300}'..='\u{36f}').contains(&character)
        || character.is_alphabetic()
}

/// The number as the language writes it: `1.234,5` or `1,234.5`; `None` where it is no number of
/// that language.
pub fn value(digits: &str, language: Language) -> Option<Decimal> {
    let (group, point) = match language {
        Language::Vi => ('.', ','),
        Language::En => (',', '.'),
    };
    let (whole, fraction) = match digits.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (digits, None),
    };
    let mut groups = whole.split(group);
    let first = groups.next()?;
    let mut written = first.to_owned();
    let mut grouped = false;
    for following in groups {
        if following.len() != 3 {
            return None;
        }
        grouped = true;
        written.push_str(following);
    }
    if grouped && !(1..=3).contains(&first.len()) {
        return None;
    }
    if let Some(fraction) = fraction {
        written.push('.');
        written.push_str(fraction);
    }
    let plain = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && fraction.is_none_or(|fraction| !fraction.contains(['.', ',']));
    // More digits than a decimal can hold would be rounded: no number that a plan means.
    (plain && written.len() <= 28).then(|| written.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_glued_to_letters_are_part_of_a_word() {
        let kinds: Vec<_> = tokens("QH15, 2A và 48,5%.")
            .into_iter()
            .map(|token| (token.kind, token.text))
            .collect();
        let expected = [
            (TokenKind::Word, "qh15"),
            (TokenKind::Mark, ","),
            (TokenKind::Word, "2a"),
            (TokenKind::Word, "và"),
            (TokenKind::Number, "48,5"),
            (TokenKind::Mark, "%"),
            (TokenKind::Mark, "."),
        ];
        assert_eq!(kinds, expected.map(|(kind, text)| (kind, text.into())));
    }

    #[test]
    fn decomposed_text_gives_composed_words_at_the_places_of_the_original() {
        let text = "tru\u{31b}o\u{31b}\u{300}ng\u{a0}10";
        let found = tokens(text);
        assert_eq!(found[0].text, "trường");
        assert_eq!(&text[found[1].range.clone()], "10");
        assert!(found[1].space_before);
    }

    #[test]
    fn each_language_has_its_own_decimal_mark_and_grouping() {
        let number = |digits, language| value(digits, language).map(|value| value.to_string());
        assert_eq!(number("1.234.567,89", Language::Vi).as_deref(), Some("1234567.89"));
        assert_eq!(number("2,000", Language::En).as_deref(), Some("2000"));
        assert_eq!(number("02", Language::Vi).as_deref(), Some("2"));
        assert_eq!(number("100,0", Language::Vi).as_deref(), Some("100.0"));
        assert_eq!(number("48.5", Language::Vi), None);
        assert_eq!(number("48,5", Language::En), None);
        assert_eq!(number("1,2,3", Language::Vi), None);
        assert_eq!(number(&"9".repeat(80), Language::Vi), None);
    }
}
