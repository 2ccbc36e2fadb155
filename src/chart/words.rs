//! The few words that a chart adds to those of its caller, and how wide any words run.
//!
//! Nothing measures fonts: a character counts as a share of the em that is a little more than what
//! common sans-serif fonts need (the widest is DejaVu Sans), and a Vietnamese letter is as wide as
//! its base letter, composed or not.

use std::borrow::Cow;

use super::mark::Opening;
use super::{MarkKind, Point};
use crate::language::{Language, Localized};
use crate::portal::Comparator;

/// Tenths of a pixel, the unit of all drawing: fine enough for honest bars, whole numbers for short
/// files.
pub(super) const PIXEL: i32 = 10;

/// The width of a text in one line, in tenths of a pixel; `size` in pixels.
pub(super) fn width(text: &str, size: i32) -> i32 {
    // No wider than a chart can ever be, whatever the text: the sum must not overflow.
    text.chars().fold(0, |sum, character| (sum + advance(character)).min(1_000_000)) * size / 10
}

/// How many lines, as coordinates count: never so many that a height overflows.
pub(super) fn count(lines: usize) -> i32 {
    i32::try_from(lines).unwrap_or(1_000_000).min(1_000_000)
}

/// The text in lines of at most `room` tenths of a pixel: broken at spaces, and inside a word only
/// where it alone is too long. A number is never broken, whatever the room: what stands on the
/// first line would be read as all of it.
pub(super) fn wrap(text: &str, size: i32, room: i32) -> Vec<&str> {
    let room = (room * 10 / size).max(200);
    let mut lines = Vec::new();
    let (mut start, mut end, mut used) = (0, 0, 0);
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        let at = word.as_ptr() as usize - text.as_ptr() as usize;
        let wide: i32 =
            word.chars().fold(0, |sum, character| (sum + advance(character)).min(1_000_000));
        if used > 0 && used + SPACE + wide <= room {
            (end, used) = (at + word.len(), used + SPACE + wide);
            continue;
        }
        if used > 0 {
            lines.push(&text[start..end]);
        }
        (start, used) = (at, 0);
        let mut offset = 0;
        while let Some(piece) = piece(word, offset) {
            let advance: i32 = piece.chars().map(advance).sum();
            if used > 0 && used + advance > room && advance > 0 {
                lines.push(&text[start..at + offset]);
                (start, used) = (at + offset, 0);
            }
            used += advance;
            offset += piece.len();
        }
        end = at + word.len();
    }
    if used > 0 {
        lines.push(&text[start..end]);
    }
    lines
}

/// A number of more signs than these, which no plan has, would not fit into any chart whole: it is
/// broken as a word is.
const LONGEST_NUMBER: usize = 26;

/// What stands at a place of a text that must stay whole: a number, or a single letter.
fn piece(text: &str, at: usize) -> Option<&str> {
    let of_number = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '%');
    let rest = &text[at..];
    let first = rest.chars().next()?;
    let end = rest.find(|letter| !of_number(letter)).unwrap_or(rest.len());
    let start = text[..at].trim_end_matches(of_number).len();
    let is_number = first.is_ascii_digit() && at + end - start <= LONGEST_NUMBER;
    Some(&rest[..if is_number { end } else { first.len_utf8() }])
}

/// The width of the widest number of a text: the room that it needs at the least.
pub(super) fn longest_number(text: &str, size: i32) -> i32 {
    let numbers =
        text.split(|letter: char| !letter.is_ascii_digit() && !matches!(letter, '.' | ',' | '%'));
    numbers
        .filter(|number| number.len() <= LONGEST_NUMBER)
        .map(|number| width(number, size))
        .max()
        .unwrap_or(0)
}

/// The width of the longest word of a text.
fn longest_word(text: &str, size: i32) -> i32 {
    text.split(' ').map(|word| width(word, size)).max().unwrap_or(0)
}

/// As `wrap`, with lines of about the same length: no single word is left for the last one.
pub(super) fn wrap_evenly(text: &str, size: i32, room: i32) -> Vec<&str> {
    let lines = wrap(text, size, room);
    if !(2..=4).contains(&lines.len()) {
        return lines;
    }
    // Not so narrow that a word would be broken.
    let longest = longest_word(text, size) + PIXEL;
    let narrower = (5..10)
        .map(|tenths| wrap(text, size, (room / 10 * tenths).max(longest).min(room)))
        .find(|narrower| narrower.len() == lines.len());
    narrower.unwrap_or(lines)
}

/// As `wrap`, but a line may be as long as `most` for the sake of one long word or number.
pub(super) fn wrap_wide(text: &str, size: i32, room: i32, most: i32) -> Vec<&str> {
    let longest = longest_word(text, size) + PIXEL;
    wrap(text, size, longest.clamp(room, most))
}

const SPACE: i32 = 32;

/// Hundredths of an em.
fn advance(character: char) -> i32 {
    match character {
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' => 0,
        ' ' | '\u{a0}' | '\u{202f}' => SPACE,
        '.' | ',' | ':' | ';' | '!' | '|' | '\'' | 'i' | 'j' | 'l' | 'I' | '/' | '(' | ')'
        | '-' => 39,
        'm' | 'w' | 'M' | 'W' | '%' | '@' | '—' => 95,
        '0'..='9' | '–' => 64,
        '\u{2212}' => 84,
        'D' | 'G' | 'H' | 'N' | 'O' | 'Q' | 'U' | 'Ò'..='Ö' | 'Ù'..='Ü' | 'Đ' | 'Ơ' | 'Ư' => {
            79
        }
        'A'..='Z' | 'À'..='Þ' | 'Ă' => 72,
        // Vietnamese capitals with a second mark: O and U are the widest.
        '\u{1ea0}'..='\u{1ef9}' if character.is_uppercase() => 79,
        '\u{1100}'..
            if !('\u{1e00}'..='\u{1fff}').contains(&character)
                && !('\u{2000}'..='\u{22ff}').contains(&character) =>
        {
            100
        }
        _ => 61,
    }
}

/// A text with a capital letter first.
pub(super) fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    characters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

/// What a mark is called.
pub(super) fn kind(kind: MarkKind, language: Language) -> &'static str {
    let words = match kind {
        MarkKind::Baseline => Localized::new("xuất phát", "baseline"),
        MarkKind::Result => Localized::new("kết quả", "result"),
        MarkKind::Target => Localized::new("mục tiêu", "target"),
        MarkKind::Aim => Localized::new("định hướng", "aim"),
    };
    words.get(language)
}

/// What the ring of dots means.
pub(super) fn uncertain(language: Language) -> &'static str {
    Localized::new("đọc chưa chắc chắn", "uncertain reading").get(language)
}

pub(super) fn draft(language: Language) -> &'static str {
    Localized::new("dự thảo", "draft").get(language)
}

/// Said in the key of a map and of a tile without a value.
pub(super) fn no_target(language: Language) -> &'static str {
    Localized::new("chưa có mục tiêu", "no target").get(language)
}

/// Said of a map's tiles whose values are bounds of the other sense than those that have colours.
pub(super) fn not_coloured(way: Opening, language: Language) -> &'static str {
    match way {
        Opening::Less => {
            Localized::new("mức tối đa: không tô màu", "upper limit: not coloured").get(language)
        }
        Opening::More => {
            Localized::new("mức tối thiểu: không tô màu", "lower limit: not coloured").get(language)
        }
    }
}

/// Said of a number that is too long for its tile.
pub(super) fn long_number(language: Language) -> &'static str {
    Localized::new("số dài, xem bảng", "long number: see the table").get(language)
}

/// What a comparator's sign means; empty for those without one.
pub(super) fn sign_said(comparator: Comparator, language: Language) -> &'static str {
    let words = match comparator {
        Comparator::AtLeast => Localized::new("ít nhất", "at least"),
        Comparator::Above => Localized::new("trên", "over"),
        Comparator::AtMost => Localized::new("không quá", "no more than"),
        Comparator::Below => Localized::new("dưới", "below"),
        Comparator::About => Localized::new("khoảng", "about"),
        Comparator::Maintain => Localized::new("duy trì", "maintain"),
        _ => Localized::default(),
    };
    words.get(language)
}

/// What a value is and for when: `mục tiêu 2030, dự thảo, đúng tiến độ`.
pub(super) fn about(point: &Point, period: &str, language: Language) -> String {
    let mut about = kind(point.kind, language).to_owned();
    if !period.is_empty() {
        about.push(' ');
        about.push_str(period);
    }
    for more in
        [point.draft.then_some(draft(language)), point.standing.as_deref()].into_iter().flatten()
    {
        about.push_str(", ");
        about.push_str(more);
    }
    about
}

/// What its sign means, where room is for more than a word.
pub(super) fn draft_in_full(language: Language) -> &'static str {
    Localized::new("dự thảo, chưa ban hành", "draft, not issued yet").get(language)
}

/// A value as shown; the figure of a draft says so.
pub(super) fn said(point: &Point, language: Language) -> Cow<'_, str> {
    if must_say_draft(point, language) {
        Cow::Owned(format!("{} {}", point.text, draft_in_brackets(language)))
    } else {
        Cow::Borrowed(&point.text)
    }
}

pub(super) fn must_say_draft(point: &Point, language: Language) -> bool {
    point.draft && !point.text.to_lowercase().contains(draft(language))
}

pub(super) fn draft_in_brackets(language: Language) -> &'static str {
    Localized::new("(dự thảo)", "(draft)").get(language)
}

/// What a mark and its line are, for a key.
pub(super) fn of_sign(kind: MarkKind, line: bool, language: Language) -> &'static str {
    match (kind, line) {
        (MarkKind::Target, true) => {
            Localized::new("mục tiêu và lộ trình cần đạt", "target and required path").get(language)
        }
        (MarkKind::Aim, _) => {
            Localized::new("định hướng, không cam kết", "aim, no commitment").get(language)
        }
        _ => self::kind(kind, language),
    }
}

/// What a line through the targets of one plan is, for a key.
pub(super) fn milestones(language: Language) -> &'static str {
    Localized::new("các mốc của kế hoạch", "the plan’s milestones").get(language)
}

/// How a mark with an arrow, an open end or a band is meant.
pub(super) fn comparator(comparator: Comparator, language: Language) -> &'static str {
    let words = match comparator {
        Comparator::AtLeast => Localized::new("ít nhất mức này", "at least this"),
        Comparator::Above => Localized::new("phải vượt mức này", "must be above this"),
        Comparator::AtMost => Localized::new("không quá mức này", "at most this"),
        Comparator::Below => Localized::new("phải dưới mức này", "must be below this"),
        Comparator::Range => Localized::new("trong khoảng này", "within this range"),
        Comparator::About => Localized::new("khoảng chừng mức này", "about this"),
        Comparator::Maintain => Localized::new("giữ ở mức này", "stay at this"),
        _ => Localized::new("đạt mức này", "reach this"),
    };
    words.get(language)
}

pub(super) fn from_to(from: &str, to: &str, language: Language) -> String {
    Localized::new(format!("từ {from} đến {to}"), format!("from {from} to {to}"))
        .get(language)
        .clone()
}

pub(super) fn and_more(count: usize, language: Language) -> String {
    Localized::new(format!("và {count} giá trị nữa"), format!("and {count} more"))
        .get(language)
        .clone()
}

/// Said under bars that are not all there are.
pub(super) fn left_out(count: usize, language: Language) -> String {
    match (count, language) {
        (0, _) => String::new(),
        (_, Language::Vi) => format!("Còn {count} mức khác không vẽ ở đây; bảng trên trang có đủ."),
        (1, Language::En) => {
            "One more figure is not drawn here; it is in the table on the page.".to_owned()
        }
        (_, Language::En) => {
            format!("{count} more figures are not drawn here; they are in the table on the page.")
        }
    }
}

/// Said at the sign of a break, where there is room.
pub(super) fn break_in_short(language: Language) -> &'static str {
    Localized::new("ngắt chuỗi", "break").get(language)
}

pub(super) fn nothing_yet(language: Language) -> &'static str {
    Localized::new("Chưa có số liệu", "No figures yet").get(language)
}

pub(super) fn vertical_axis(language: Language) -> &'static str {
    Localized::new("Trục đứng", "Vertical axis").get(language)
}

/// Said of a value axis that is zoomed.
pub(super) fn starts_at(language: Language) -> &'static str {
    Localized::new("bắt đầu từ", "starts at").get(language)
}

/// Said of its other end, where a chart has no other names of values.
pub(super) fn ends_at(language: Language) -> &'static str {
    Localized::new("đến", "ends at").get(language)
}

/// Said before the ends of a scale that has no axis.
pub(super) fn scale(language: Language) -> &'static str {
    Localized::new("Thang", "Scale").get(language)
}

/// Said where a line is broken and no note says why.
pub(super) fn series_break(language: Language) -> &'static str {
    Localized::new(
        "chuỗi số liệu bị ngắt, không so sánh được với trước đó",
        "break in the series: not comparable with earlier values",
    )
    .get(language)
}

pub(super) fn last_reported(language: Language) -> &'static str {
    Localized::new("báo cáo gần nhất", "last reported").get(language)
}

pub(super) fn source(language: Language) -> &'static str {
    Localized::new("Nguồn", "Source").get(language)
}

pub(super) fn licence(language: Language) -> &'static str {
    Localized::new("Giấy phép", "Licence").get(language)
}

/// The word for a power of ten that large axis labels are counted in, with the number of zeros.
pub(super) fn magnitude(digits: u32, language: Language) -> Option<(i32, &'static str)> {
    let (zeros, words) = match digits {
        0..=6 => return None,
        7..=9 => (6, Localized::new("triệu", "million")),
        10..=12 => (9, Localized::new("tỷ", "billion")),
        13..=15 => (12, Localized::new("nghìn tỷ", "trillion")),
        16..=18 => (15, Localized::new("triệu tỷ", "quadrillion")),
        19..=21 => (18, Localized::new("tỷ tỷ", "quintillion")),
        22..=24 => (21, Localized::new("nghìn tỷ tỷ", "sextillion")),
        25..=27 => (24, Localized::new("triệu tỷ tỷ", "septillion")),
        _ => (27, Localized::new("tỷ tỷ tỷ", "octillion")),
    };
    Some((zeros, words.get(language)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_marks_are_as_wide_as_their_base_letters() {
        assert_eq!(width("ẵỡế", 13), width("aoe", 13));
        assert_eq!(width("e\u{302}\u{301}", 13), width("ế", 13));
    }

    #[test]
    fn a_text_is_broken_at_spaces_into_lines_that_fit() {
        let text = "Tỷ lệ trẻ nhà trẻ được chăm sóc, giáo dục";
        let lines = wrap(text, 12, 1000);
        assert!(lines.len() > 1);
        assert!(lines.iter().all(|line| width(line, 12) <= 1000), "{lines:?}");
        assert_eq!(lines.join(" "), text);
    }

    #[test]
    fn a_word_longer_than_a_line_is_broken_so_that_nothing_is_cut() {
        let text = "Llanfairpwllgwyngyllgogerychwyrndrobwll ngắn";
        let lines = wrap(text, 12, 800);
        assert!(lines.iter().all(|line| width(line, 12) <= 800), "{lines:?}");
        assert_eq!(lines.concat().replace(' ', ""), text.replace(' ', ""));
    }

    #[test]
    fn a_number_is_never_broken() {
        for number in ["1.000.000.000.000.000", "999.999.999.999.999,25%", "1,000,000,000,000,000"]
        {
            for text in [
                format!("ít nhất {number} người"),
                format!("{number}–{number}"),
                format!("{number}người"),
            ] {
                let broken = wrap(&text, 13, 600);
                assert!(broken.iter().any(|line| line.contains(number)), "{broken:?}");
            }
        }
    }

    #[test]
    fn lines_of_even_length_break_no_word() {
        assert_eq!(wrap_evenly("preschool, level 1", 13, 1070), ["preschool,", "level 1"]);
        assert_eq!(wrap_evenly("mầm non, mức độ 1", 13, 1070), ["mầm non,", "mức độ 1"]);
    }

    #[test]
    fn empty_and_blank_texts_have_no_lines() {
        assert!(wrap("", 12, 800).is_empty());
        assert!(wrap(" \n ", 12, 800).is_empty());
    }
}
