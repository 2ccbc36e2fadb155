//! Text to words as the search compares them: written once here and once in
//! `themes/default/static/search.js`; both are held to `tests/search/words.tsv`.
//!
//! A word has a key, by which it is found (folded; English stemmed), and a form, by which exact
//! hits rank first (its diacritics kept, its tone mark in one place). Vietnamese words are single
//! syllables.

use std::borrow::Cow;

use crate::language::Language;
use crate::language::text::{fold, nfc};

/// A word of a text or of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    pub key: String,
    pub form: String,
}

/// The words of a text as they are written: runs of letters, and figures with their points and
/// commas.
pub fn written(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        rest = &rest[rest.find(is_word)?..];
        let is_figure = rest.starts_with(|first: char| first.is_ascii_digit());
        let end = if is_figure {
            figure_end(rest)
        } else {
            rest.find(|letter| !is_word(letter) || letter.is_ascii_digit()).unwrap_or(rest.len())
        };
        let (word, after) = rest.split_at(end);
        rest = after;
        Some(word)
    })
}

/// What a written word is compared by. A date such as `27.9.2025` is three words.
pub fn read(written: &str, language: Language) -> Vec<Word> {
    if written.starts_with(|first: char| first.is_ascii_digit()) {
        figures(written)
    } else {
        vec![word(written, language)]
    }
}

/// Words that stand almost everywhere and tell nothing. They are known by their form: `của` is one,
/// `cửa` is none.
pub fn is_filler(form: &str, language: Language) -> bool {
    let fillers: &[&str] = match language {
        Language::Vi => &[
            "và", "của", "các", "là", "được", "cho", "với", "tại", "theo", "những", "thì", "mà",
            "trong", "này",
        ],
        Language::En => &[
            "the", "of", "and", "in", "to", "a", "an", "for", "by", "on", "at", "is", "are", "be",
            "with", "or", "as", "s",
        ],
    };
    fillers.contains(&form)
}

fn is_word(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        // Most of what is left in the portal's languages, without a look into Unicode's tables.
        '\u{1e00}'..='\u{1eff}' | '\u{300}'..='\u{36f}' => true,
        '\u{2010}'..='\u{2027}' => false,
        _ => letter.is_alphanumeric(),
    }
}

fn figure_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) || matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(end + 1) {
        end += 1;
    }
    end
}

fn word(written: &str, language: Language) -> Word {
    // The Icelandic letter stands in for `đ` in old texts.
    let form = one_tone_place(&nfc(&written.to_lowercase()).replace('ð', "đ"));
    let form = if language == Language::Vi { one_final_i(form) } else { form };
    let folded = fold(&form);
    let key = if language == Language::En { stem(&folded) } else { folded };
    Word { key, form }
}

/// `hoá` as `hóa`, `khoẻ` as `khỏe`, `thuý` as `thúy`: both spellings are in use, often in one
/// document.
fn one_tone_place(form: &str) -> String {
    const PAIRS: [(&str, &str); 15] = [
        ("oá", "óa"),
        ("oà", "òa"),
        ("oả", "ỏa"),
        ("oã", "õa"),
        ("oạ", "ọa"),
        ("oé", "óe"),
        ("oè", "òe"),
        ("oẻ", "ỏe"),
        ("oẽ", "õe"),
        ("oẹ", "ọe"),
        ("uý", "úy"),
        ("uỳ", "ùy"),
        ("uỷ", "ủy"),
        ("uỹ", "ũy"),
        ("uỵ", "ụy"),
    ];
    let moved = PAIRS.iter().find_map(|(new, old)| {
        form.strip_suffix(new)
            .filter(|before| !before.ends_with('q'))
            .map(|before| format!("{before}{old}"))
    });
    moved.unwrap_or_else(|| form.to_owned())
}

/// `kỹ` as `kĩ`, `lý` as `lí`: both spellings are in use.
fn one_final_i(form: String) -> String {
    const PAIRS: [(char, char); 6] =
        [('y', 'i'), ('ý', 'í'), ('ỳ', 'ì'), ('ỷ', 'ỉ'), ('ỹ', 'ĩ'), ('ỵ', 'ị')];
    let other = PAIRS.into_iter().find_map(|(y, i)| {
        let before = form.strip_suffix(y)?;
        ["h", "k", "l", "m", "s", "t", "v", "qu"].contains(&before).then(|| format!("{before}{i}"))
    });
    other.unwrap_or(form)
}

/// A light English stem: number, `-ing`, `-ed`, `-ment`, and American spelling. It need only be the
/// same for words that belong together.
fn stem(folded: &str) -> String {
    if folded.len() < 4 || !folded.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return folded.to_owned();
    }
    let word: Cow<'_, str> = match folded {
        _ if folded.ends_with("ies") && folded.len() > 4 => {
            Cow::Owned(format!("{}y", &folded[..folded.len() - 3]))
        }
        _ if ["sses", "xes", "ches", "shes", "zes"]
            .iter()
            .any(|ending| folded.ends_with(ending)) =>
        {
            Cow::Borrowed(&folded[..folded.len() - 2])
        }
        _ if folded.ends_with('s')
            && !["ss", "us", "is"].iter().any(|ending| folded.ends_with(ending)) =>
        {
            Cow::Borrowed(&folded[..folded.len() - 1])
        }
        _ => Cow::Borrowed(folded),
    };
    let word = ["ing", "ment", "ed"]
        .iter()
        .find_map(|ending| word.strip_suffix(ending).filter(|rest| rest.len() >= 4))
        .unwrap_or(&word);
    let word = word.strip_suffix("me").filter(|rest| rest.ends_with('m')).unwrap_or(word);
    let mut word = word.replace("isation", "ization");
    for (long, short) in STEMS {
        if word.len() > 4 && word.ends_with(long) {
            word.truncate(word.len() - long.len());
            word.push_str(short);
        }
    }
    if word.len() > 3 && word.ends_with('e') {
        word.pop();
    }
    let doubled =
        word.len() > 3 && word.as_bytes()[word.len() - 1] == word.as_bytes()[word.len() - 2];
    if doubled && !word.ends_with("ss") {
        word.pop();
    }
    // `raised` comes without the `e` of `raise`: British and American spelling are told apart
    // without it.
    if word.len() > 4 && (word.ends_with("is") || word.ends_with("ys")) {
        word.pop();
        word.push('z');
    }
    word
}

/// What `qualified` and `qualification`, `centre` and `center`, `digitization` and `digitize` have
/// in common.
const STEMS: [(&str, &str); 5] =
    [("ization", "iz"), ("ification", "ifi"), ("ify", "ifi"), ("tre", "ter"), ("our", "or")];

/// A figure with the same key in both languages: `48,5` and `48.5`, `1.234` and `1,234`, `03` and
/// `3`, `8,0` and `8`.
fn figures(written: &str) -> Vec<Word> {
    let pieces: Vec<&str> = written.split(['.', ',']).collect();
    let signs: Vec<char> = written.chars().filter(|sign| !sign.is_ascii_digit()).collect();
    let grouped = |pieces: &[&str]| {
        pieces[0].len() <= 3 && pieces[0] != "0" && pieces[1..].iter().all(|piece| piece.len() == 3)
    };
    let one_sign = signs.windows(2).all(|pair| pair[0] == pair[1]);
    let last = pieces.len() - 1;
    match pieces.len() {
        1 => vec![figure(written, "")],
        _ if one_sign && grouped(&pieces) => vec![figure(&pieces.concat(), "")],
        2 => vec![figure(pieces[0], pieces[1])],
        _ if signs[..last - 1].windows(2).all(|pair| pair[0] == pair[1])
            && !one_sign
            && grouped(&pieces[..last]) =>
        {
            vec![figure(&pieces[..last].concat(), pieces[last])]
        }
        _ => pieces.iter().map(|piece| figure(piece, "")).collect(),
    }
}

fn figure(whole: &str, fraction: &str) -> Word {
    let point =
        |fraction: &str| if fraction.is_empty() { String::new() } else { format!(".{fraction}") };
    let short = whole.trim_start_matches('0');
    let short = if short.is_empty() { "0" } else { short };
    Word {
        key: format!("{short}{}", point(fraction.trim_end_matches('0'))),
        form: format!("{whole}{}", point(fraction)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vectors that the browser's tokenizer is held to as well: language, text, words as
    /// `key:form`.
    #[test]
    fn words_are_read_as_the_shared_vectors_say() {
        let vectors = include_str!("../../tests/search/words.tsv");
        let mut seen = 0;
        for line in vectors.lines().filter(|line| !line.starts_with('#')) {
            let [code, text, expected] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("three fields: {line}")
            };
            let language = Language::ALL
                .into_iter()
                .find(|language| language.code() == code)
                .expect("a language");
            let words = written(text).flat_map(|written| read(written, language));
            let read: Vec<String> = words
                .map(|word| {
                    format!(
                        "{}:{}{}",
                        word.key,
                        word.form,
                        if is_filler(&word.form, language) { "*" } else { "" }
                    )
                })
                .collect();
            assert_eq!(read.join(" "), expected, "{text}");
            seen += 1;
        }
        assert!(seen > 40, "the vectors are there");
    }

    #[test]
    fn hostile_figures_are_read_without_harm() {
        for text in
            ["1,,2", "1.", ".5", "1.2.3.4.5", "0.000", "000", "1,234.567,8", "٣٤", "1.234,5.6"]
        {
            for word in written(text).flat_map(|written| read(written, Language::Vi)) {
                assert!(!word.key.is_empty() && !word.key.contains(' '), "{text}");
            }
        }
    }
}
