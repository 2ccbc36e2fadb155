//! Where words stand in a text: whole words only, whatever their case, spaces and dashes; where
//! sentences end and lists divide.

use std::ops::Range;

use crate::language::text::{is_of_word, unify};

/// Where `words` stand at `start`, if they do, as whole words.
pub(super) fn at(text: &str, start: usize, words: &str) -> Option<Range<usize>> {
    if !is_word_start(text, start) {
        return None;
    }
    let mut rest = text[start..].char_indices().peekable();
    let mut end = start;
    for expected in words.chars() {
        let (offset, character) = rest.next()?;
        if !same(character, expected) {
            return None;
        }
        end = start + offset + character.len_utf8();
        // A run of spaces is one space.
        while unify(expected) == ' ' && rest.peek().is_some_and(|&(_, next)| unify(next) == ' ') {
            rest.next();
        }
    }
    (end > start && is_word_end(text, end)).then_some(start..end)
}

/// The first place in `range` where `words` stand as whole words.
pub(super) fn find(text: &str, range: Range<usize>, words: &str) -> Option<Range<usize>> {
    starts(text, range.clone())
        .filter_map(|start| at(text, start, words))
        .find(|found| found.end <= range.end)
}

/// The last of `words` that stands in `range`.
pub(super) fn find_last(text: &str, range: Range<usize>, words: &[&str]) -> Option<Range<usize>> {
    starts(text, range.clone())
        .filter_map(|start| words.iter().find_map(|word| at(text, start, word)))
        .filter(|found| found.end <= range.end)
        .last()
}

/// The starts of the words in `range`.
pub(super) fn starts(text: &str, range: Range<usize>) -> impl Iterator<Item = usize> {
    let first = range.start;
    text[range]
        .char_indices()
        .map(move |(offset, _)| first + offset)
        .filter(|&start| is_word_start(text, start))
}

/// The words of `range`, without what stands between them.
pub(super) fn split(text: &str, range: Range<usize>) -> impl Iterator<Item = &str> {
    text[range].split(|character: char| !is_of_word(character)).filter(|word| !word.is_empty())
}

/// Whether the two are one word, whatever their case.
pub(super) fn equal(left: &str, right: &str) -> bool {
    left.chars().flat_map(char::to_lowercase).eq(right.chars().flat_map(char::to_lowercase))
}

fn same(left: char, right: char) -> bool {
    let (left, right) = (unify(left), unify(right));
    left == right || left.to_lowercase().eq(right.to_lowercase())
}

fn is_word_start(text: &str, at: usize) -> bool {
    text[at..].starts_with(|next: char| !next.is_whitespace())
        && (!text[at..].starts_with(is_of_word) || !text[..at].ends_with(is_of_word))
}

fn is_word_end(text: &str, at: usize) -> bool {
    !text[..at].ends_with(is_of_word) || !text[at..].starts_with(is_of_word)
}

/// The sentences that hold `range`, from the start of the first to the end of the last.
pub(super) fn sentence(text: &str, range: Range<usize>) -> Range<usize> {
    let mut whole = 0..text.len();
    for end in sentence_ends(text) {
        if end <= range.start {
            whole.start = end;
        } else if end >= range.end {
            whole.end = end;
            break;
        }
    }
    whole
}

/// The last sentence of a text: what leads to what stands below it.
pub(super) fn last_sentence(text: &str) -> &str {
    let start = sentence_ends(text).filter(|end| *end < text.len()).last().unwrap_or(0);
    text[start..].trim()
}

/// The places right after the marks that end a sentence.
pub(super) fn sentence_ends(text: &str) -> impl Iterator<Item = usize> {
    const MARKS: [char; 4] = ['.', '!', '?', '…'];
    text.char_indices().filter(|(_, character)| MARKS.contains(character)).filter_map(
        move |(index, mark)| {
            let end = index + mark.len_utf8();
            // Of a run of marks only the last may end the sentence.
            if text[end..].starts_with(MARKS) {
                return None;
            }
            let after = text[end..].trim_start_matches([')', ']', '"', '\'', '”', '’', '»']);
            let opens = after.trim_start();
            if opens.is_empty() {
                return Some(end);
            }
            let goes_on = opens.len() == after.len() || opens.starts_with(char::is_lowercase);
            (!(goes_on || mark == '.' && is_abbreviation(&text[..index]))).then_some(end)
        },
    )
}

/// What may stand before a point that ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "TP", "TX", "TT", "PGS", "GS", "TS", "ThS", "No", "Nos", "Art", "Dr", "Mr", "Mrs", "Ms", "St",
];

fn is_abbreviation(before: &str) -> bool {
    let start = before
        .char_indices()
        .rev()
        .take_while(|(_, character)| character.is_alphabetic())
        .last()
        .map_or(before.len(), |(start, _)| start);
    let word = &before[start..];
    ABBREVIATIONS.contains(&word)
        || (word.chars().count() == 1 && word.starts_with(char::is_uppercase))
}

/// The part between semicolons that holds `inner`, inside `range`.
pub(super) fn part(text: &str, range: Range<usize>, inner: Range<usize>) -> Range<usize> {
    let start =
        text[range.start..inner.start].rfind(';').map_or(range.start, |at| range.start + at + 1);
    let end = text[inner.end..range.end].find(';').map_or(range.end, |at| inner.end + at);
    start..end
}

/// The pieces of `range` between commas, semicolons and sentence ends, in their order. The commas
/// of numbers divide nothing.
pub(super) fn chunks(text: &str, range: Range<usize>) -> Vec<Range<usize>> {
    let mut ends: Vec<usize> = sentence_ends(text).filter(|end| range.contains(end)).collect();
    ends.extend(
        text[range.clone()]
            .match_indices([',', ';', ':'])
            .map(|(offset, _)| range.start + offset)
            .filter(|&at| !inside_number(text, at)),
    );
    ends.push(range.end);
    ends.sort_unstable();
    let mut start = range.start;
    let mut chunks = Vec::with_capacity(ends.len());
    for end in ends {
        if end > start {
            chunks.push(start..end);
        }
        start = end.max(start);
    }
    chunks
}

/// Whether the mark at `at` stands between two digits.
pub(super) fn inside_number(text: &str, at: usize) -> bool {
    let after = text[at..].chars().nth(1);
    text[..at].ends_with(|before: char| before.is_ascii_digit())
        && after.is_some_and(|after| after.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<&str> {
        let mut start = 0;
        sentence_ends(text)
            .map(|end| {
                let sentence = text[start..end].trim();
                start = end;
                sentence
            })
            .collect()
    }

    #[test]
    fn words_are_found_whole_whatever_their_case_spaces_and_dashes() {
        let text = "Đơn vị CẤP\u{a0}TIỂU  HỌC, kinh tế – xã hội";
        assert_eq!(
            find(text, 0..text.len(), "cấp tiểu học").map(|range| &text[range]),
            Some("CẤP\u{a0}TIỂU  HỌC")
        );
        assert_eq!(
            find(text, 0..text.len(), "kinh tế - xã hội").map(|range| &text[range]),
            Some("kinh tế – xã hội")
        );
        assert_eq!(find("primaryschool", 0..13, "primary"), None);
        assert_eq!(find("postprimary", 0..11, "primary"), None);
        assert_eq!(find("primary", 0..7, ""), None);
    }

    #[test]
    fn a_sentence_ends_at_a_point_before_a_capital_or_a_figure() {
        assert_eq!(
            sentences("Đạt 48,5%. Trên 1.234 em. 95% học sinh đi học."),
            ["Đạt 48,5%.", "Trên 1.234 em.", "95% học sinh đi học."]
        );
    }

    #[test]
    fn abbreviations_and_numbers_end_no_sentence() {
        assert_eq!(
            sentences("Resolution No. 63 of TP. Lạng Sơn, 0.8 of A. Yersin v.v. và các nơi khác."),
            ["Resolution No. 63 of TP. Lạng Sơn, 0.8 of A. Yersin v.v. và các nơi khác."]
        );
    }

    #[test]
    fn lists_divide_at_commas_but_not_inside_numbers() {
        let text = "cấp tiểu học, trung học đạt 48,5%; còn lại";
        let found: Vec<&str> =
            chunks(text, 0..text.len()).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, ["cấp tiểu học", ", trung học đạt 48,5%", "; còn lại"]);
    }
}
