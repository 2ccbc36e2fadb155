//! What letters stand for that Word prints in another place or font: raised and lowered figures
//! have letters of their own, those of the font Symbol are known, and other private letters are
//! never passed on as they are.

use super::document::{Block, Count, Document, Remarks, Span, Words};

/// What stands in the text for a sign that nobody can tell.
pub const ASKED: &str = "‹điền ký hiệu in ở đây›";

/// Where a run stands beside the line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Raise {
    /// Where the others stand.
    On,
    Above,
    Below,
}

/// A text above or below the line, in letters that stand there by themselves; those that have no
/// such letter stay, and are the second.
pub fn raised(text: &str, raise: Raise) -> (String, String) {
    const PLAIN: &str = "0123456789+-=()n";
    let there = match raise {
        Raise::On => return (text.to_owned(), String::new()),
        Raise::Above => "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ",
        Raise::Below => "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ",
    };
    let mut left = String::new();
    let written = text.chars().map(|letter| {
        let found = PLAIN.chars().position(|plain| plain == letter);
        if let Some(found) = found.and_then(|place| there.chars().nth(place)) {
            return found;
        }
        // The circle of degrees is often typed as a raised letter.
        if raise == Raise::Above && matches!(letter, 'o' | 'º') {
            return '°';
        }
        if letter.is_alphanumeric() && !"⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ°".contains(letter) {
            left.push(letter);
        }
        letter
    });
    let written = written.collect();
    (written, left)
}

/// Whether a letter means something in one font alone.
pub fn is_private(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}')
}

/// A line with a bullet in the place of a private letter that begins it: these are the bullets of
/// the fonts of symbols. Where it is anything else, it stays.
pub fn with_bullet(line: &str) -> Option<String> {
    let mut letters = line.chars();
    letters.next().filter(|first| is_private(*first))?;
    let rest = letters.as_str();
    (rest.is_empty() || rest.starts_with(char::is_whitespace)).then(|| format!("•{rest}"))
}

/// Puts bullets for the private letters that begin paragraphs, and asks for all others.
pub fn ask_for_private(document: &mut Document) {
    let Document { blocks, notes, remarks, .. } = document;
    for block in blocks {
        match block {
            Block::Paragraph(paragraph) => ask_in(&mut paragraph.words, remarks),
            Block::Table(rows) => {
                rows.iter_mut().flatten().for_each(|cell| ask_in(cell, remarks));
            }
        }
    }
    notes.iter_mut().flatten().for_each(|line| ask_in(line, remarks));
}

fn ask_in(words: &mut Words, remarks: &mut Remarks) {
    let has_private = |span: &Span| matches!(span, Span::Text(text) if text.contains(is_private));
    if !words.0.iter().any(has_private) {
        return;
    }
    let mut asked = Words::default();
    for (index, span) in std::mem::take(&mut words.0).into_iter().enumerate() {
        let Span::Text(text) = span else {
            asked.0.push(span);
            continue;
        };
        let text = match with_bullet(text.trim_start()).filter(|_| index == 0) {
            Some(text) => {
                remarks.count(Count::Bullets);
                text
            }
            None => text,
        };
        let mut rest = text.as_str();
        while let Some(at) = rest.find(is_private) {
            asked.push(&rest[..at]);
            let shown = asked.end();
            remarks.look_at(
                format!(
                    "không chép được một ký hiệu của phông chữ riêng sau “{shown}”: hãy điền \
                     vào chỗ ‹ ›"
                ),
                format!(
                    "a sign of a symbol font behind “{shown}” could not be carried over: fill \
                     it in between the ‹ ›"
                ),
            );
            asked.push(ASKED);
            rest = rest[at..].trim_start_matches(is_private);
        }
        asked.push(rest);
    }
    *words = asked;
}

/// What a private letter shows in the font Symbol, where it is a sign of texts like these: by the
/// encoding that Adobe published for this font.
pub fn of_symbol(letter: char) -> Option<char> {
    const CAPITALS: &str = "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ";
    const SMALL: &str = "αβχδεφγηιϕκλμνοπθρστυϖωξψζ";
    let code = u8::try_from(u32::from(letter).checked_sub(0xf000)?).ok()?;
    Some(match code {
        // Figures and the signs that all fonts share.
        b' '
        | b'!'
        | b'#'
        | b'%'
        | b'&'
        | b'('..=b')'
        | b'+'
        | b','
        | b'.'..=b'?'
        | b'['
        | b']'
        | b'_'
        | b'{'..=b'}' => char::from(code),
        b'*' => '∗',
        b'-' => '−',
        b'~' => '∼',
        b'A'..=b'Z' => CAPITALS.chars().nth(usize::from(code - b'A'))?,
        b'a'..=b'z' => SMALL.chars().nth(usize::from(code - b'a'))?,
        0xa2 => '′',
        0xa3 => '≤',
        0xa4 => '⁄',
        0xa5 => '∞',
        0xac => '←',
        0xad => '↑',
        0xae => '→',
        0xaf => '↓',
        0xb0 => '°',
        0xb1 => '±',
        0xb2 => '″',
        0xb3 => '≥',
        0xb4 => '×',
        0xb7 => '•',
        0xb8 => '÷',
        0xb9 => '≠',
        0xba => '≡',
        0xbb => '≈',
        0xbc => '…',
        0xce => '∈',
        0xd6 => '√',
        0xe5 => '∑',
        _ => return None,
    })
}

/// Whether a font's letters stand for others than those of Unicode: the families of TCVN3 and VNI.
pub fn is_old_font(font: &str) -> bool {
    let font = font.to_lowercase();
    ["vni", ".vn", "vntime", "vnarial"].iter().any(|family| font.starts_with(family))
}

/// Whether words are of an encoding from before Unicode (TCVN3, VNI) that was taken for Western
/// European: more than every third has letters that no Vietnamese word has.
pub fn is_of_old_encoding(text: &str) -> bool {
    const FEWEST: usize = 3;
    let (mut words, mut strange) = (0, 0);
    for word in text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)) {
        words += 1;
        strange += usize::from(is_no_vietnamese_word(word));
    }
    strange >= FEWEST && strange * 3 > words
}

/// Whether a word has letters that no Vietnamese word has, in this order or at all.
fn is_no_vietnamese_word(word: &str) -> bool {
    // VNI writes the mark as a letter behind the vowel.
    let is_pair = |vowel: char, mark: char| match vowel {
        'a' | 'A' => "âáàãêéèúùõÂÁÀÃÊÉÈÚÙÕ".contains(mark),
        'e' | 'E' => "âáàãùõÂÁÀÃÙÕ".contains(mark),
        'o' | 'O' => "âùõÂÙÕ".contains(mark),
        'u' | 'U' => "ùõÙÕ".contains(mark),
        _ => false,
    };
    word.chars().any(is_no_vietnamese_letter)
        || word.chars().zip(word.chars().skip(1)).any(|(vowel, mark)| is_pair(vowel, mark))
}

/// Letters and signs of Western Europe that Vietnamese texts have neither in words nor beside them
/// (`m²`, `30°C`, `«`).
fn is_no_vietnamese_letter(letter: char) -> bool {
    const VIETNAMESE: &str = "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ";
    const SIGNS: &str = "§«»°±²³·×÷½¼¾¹º\u{a0}\u{ad}";
    matches!(letter, '\u{a1}'..='\u{ff}') && !VIETNAMESE.contains(letter) && !SIGNS.contains(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raised_figures_have_letters_of_their_own_and_what_has_none_is_named() {
        assert_eq!(raised("2", Raise::Above), ("²".to_owned(), String::new()));
        assert_eq!(raised("-6", Raise::Above), ("⁻⁶".to_owned(), String::new()));
        assert_eq!(raised("10", Raise::Below), ("₁₀".to_owned(), String::new()));
        assert_eq!(raised("oC", Raise::Above), ("°C".to_owned(), "C".to_owned()));
        assert_eq!(raised("7 a", Raise::On), ("7 a".to_owned(), String::new()));
    }

    #[test]
    fn the_letters_of_the_font_symbol_are_those_of_its_encoding() {
        let shown = ["\u{f0b3}", "\u{f0a3}", "\u{f0b1}", "\u{f06d}", "\u{f044}", "\u{f035}"]
            .map(|letter| of_symbol(letter.chars().next().expect("one")));
        assert_eq!(shown, [Some('≥'), Some('≤'), Some('±'), Some('μ'), Some('Δ'), Some('5')]);
        assert_eq!(
            (of_symbol('\u{f0fe}'), of_symbol('a'), of_symbol('\u{e001}')),
            (None, None, None)
        );
    }

    #[test]
    fn letters_of_old_encodings_are_told_from_vietnamese() {
        for old in [
            "X©y dùng ®éi ngò gi¸o viªn cã chÊt l\u{ad}îng",
            "Naâng cao chaát löôïng ñoäi nguõ giaùo vieân",
        ] {
            assert!(is_of_old_encoding(old), "{old}");
        }
        for text in [
            "Xây dựng đội ngũ giáo viên có chất lượng, 1.200 m², 30°C",
            "Nâng cấp phần mềm Microsoft® tại 3 trường, ước đạt ½ số phòng",
            "Phối hợp với Universität Köln và Gießen mở lớp tiếng Đức",
            "Nang cao chat luong",
            "®¹t",
        ] {
            assert!(!is_of_old_encoding(text), "{text}");
        }
        assert!(is_old_font(".VnTimeH") && is_old_font("VNI-Helve") && is_old_font(".vnArial"));
        assert!(!is_old_font("Times New Roman") && !is_old_font("UVN Sach Vo"));
    }
}
