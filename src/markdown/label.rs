//! Reads the label printed at the start of a heading or paragraph: `Điều 1.`, `II.`, `2.1.`, `đ)`,
//! `(1)`. Says what it looks like; what it is in its place (`I.` after `H.`) is settled by
//! [`super::nesting`].

use crate::language::Language;
use crate::language::number::roman;
use crate::portal::ClauseKind;

/// Where a label may stand. A heading may leave out the dot: `2.3 Tầm nhìn`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Position {
    Heading,
    Paragraph,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// `Điều 1.`
    pub printed: String,
    /// The bytes of the text that it takes, with the space behind it.
    pub length: usize,
    pub numbering: Numbering,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Numbering {
    /// `Điều 1`: its kind and its number in lower case, if it has one.
    Named(ClauseKind, Option<String>),
    /// Capital letters: a Roman number, a letter, or either.
    Upper(String),
    /// `2.1.`; `1)` is another numbering than `1.`.
    Decimal {
        components: Vec<u16>,
        bracket: bool,
    },
    Letter(char),
    Bracketed(u16),
}

/// The label that the text begins with.
pub(super) fn read(text: &str, position: Position, language: Language) -> Option<Label> {
    let (end, numbering) = bracketed(text)
        .or_else(|| decimal(text, position))
        .or_else(|| letter(text))
        .or_else(|| named(text, position, language))
        .or_else(|| upper(text, position))?;
    let length = text.len() - text[end..].trim_start().len();
    Some(Label { printed: text[..end].to_string(), length, numbering })
}

/// How many bytes at the start of a Vietnamese paragraph are a printed label, with the space behind
/// it; `None` where there is none.
pub fn label_length(paragraph: &str) -> Option<usize> {
    read(paragraph, Position::Paragraph, Language::Vi).map(|label| label.length)
}

/// `(1)`
fn bracketed(text: &str) -> Option<(usize, Numbering)> {
    let digits = leading_digits(text.strip_prefix('(')?);
    let end = 1 + digits.len() + 1;
    let number = digits.parse().ok().filter(|_| digits.len() <= 2)?;
    (text[1 + digits.len()..].starts_with(')') && is_apart(&text[end..], true))
        .then_some((end, Numbering::Bracketed(number)))
}

/// `1.`, `1)`, `2.1.`; in a heading also `2.1`. Not `2030.`, `2.000` or `48.5`: no part is numbered
/// so high.
fn decimal(text: &str, position: Position) -> Option<(usize, Numbering)> {
    let mut components = Vec::new();
    let mut end = 0;
    let mut longest = 0;
    loop {
        let digits = leading_digits(&text[end..]);
        longest = longest.max(digits.len());
        // Six levels are more than any document has, and keep hostile ones from growing deep.
        if digits.is_empty() || digits.len() > 3 || components.len() == 6 {
            return None;
        }
        components.push(digits.parse().ok()?);
        end += digits.len();
        match text[end..].strip_prefix('.') {
            Some(rest) if rest.starts_with(|next: char| next.is_ascii_digit()) => end += 1,
            _ => break,
        }
    }
    if components[0] == 0 || (components.len() > 1 && longest > 2) {
        return None;
    }
    let rest = &text[end..];
    if let Some(after) = rest.strip_prefix(['.', ')']) {
        let begins_sentence = after.starts_with(char::is_uppercase);
        return (is_apart(after, false) || begins_sentence)
            .then(|| (end + 1, Numbering::Decimal { components, bracket: rest.starts_with(')') }));
    }
    (position == Position::Heading && components.len() > 1 && begins_title(rest))
        .then_some((end, Numbering::Decimal { components, bracket: false }))
}

/// `a)`, `đ)`, `a.`
fn letter(text: &str) -> Option<(usize, Numbering)> {
    let first = text.chars().next().filter(|first| first.is_ascii_lowercase() || *first == 'đ')?;
    let rest = &text[first.len_utf8()..];
    let is_label = rest.strip_prefix(')').is_some_and(|after| is_apart(after, true))
        || rest.strip_prefix('.').is_some_and(|after| is_apart(after, false));
    is_label.then_some((first.len_utf8() + 1, Numbering::Letter(first)))
}

/// `I.`, `A.`; in a heading also `IV KINH PHÍ`.
fn upper(text: &str, position: Position) -> Option<(usize, Numbering)> {
    let end =
        text.find(|next: char| !next.is_ascii_uppercase() && next != 'Đ').unwrap_or(text.len());
    let (letters, rest) = text.split_at(end);
    let is_roman = end <= 8 && roman(letters).is_some();
    if let Some(after) = rest.strip_prefix(['.', ')']) {
        let is_number = is_roman || letters.chars().count() == 1;
        return (is_number && is_apart(after, false))
            .then(|| (end + 1, Numbering::Upper(letters.to_string())));
    }
    let is_label = position == Position::Heading
        && is_roman
        && !letters.contains('L')
        && rest.starts_with(' ')
        && begins_title(rest);
    is_label.then(|| (end, Numbering::Upper(letters.to_string())))
}

/// `Điều 1.`, `Chương II`, `Phụ lục`, `Article 1.`: in a paragraph the label must end (`.`, `:`, or
/// the paragraph), since a sentence may begin with `Điều 1 quy định`.
fn named(text: &str, position: Position, language: Language) -> Option<(usize, Numbering)> {
    let words: &[(&str, ClauseKind)] = match language {
        Language::Vi => &[
            ("phần", ClauseKind::Part),
            ("chương", ClauseKind::Chapter),
            ("mục", ClauseKind::Section),
            ("điều", ClauseKind::Article),
            ("phụ lục", ClauseKind::Appendix),
        ],
        Language::En => &[
            ("part", ClauseKind::Part),
            ("chapter", ClauseKind::Chapter),
            ("section", ClauseKind::Section),
            ("article", ClauseKind::Article),
            ("appendix", ClauseKind::Appendix),
            ("annex", ClauseKind::Appendix),
        ],
    };
    let (word_end, kind) =
        words.iter().find_map(|&(word, kind)| Some((word_length(text, word)?, kind)))?;
    let after_word = &text[word_end..];
    let space = after_word.len() - after_word.trim_start().len();
    if space > 0
        && let Some((length, number)) = number(&after_word[space..], kind)
        && let Some(end) = named_end(text, word_end + space + length, position)
    {
        return Some((end, Numbering::Named(kind, Some(number))));
    }
    if kind != ClauseKind::Appendix {
        return None;
    }
    let is_title = position == Position::Heading && after_word.starts_with(' ');
    let end = named_end(text, word_end, position).or(is_title.then_some(word_end))?;
    Some((end, Numbering::Named(kind, None)))
}

/// Where a named label ends that runs to `end` at least.
fn named_end(text: &str, end: usize, position: Position) -> Option<usize> {
    let rest = &text[end..];
    if let Some(after) = rest.strip_prefix(['.', ':']) {
        return is_apart(after, false).then_some(end + 1);
    }
    let goes_on = rest
        .trim_start()
        .chars()
        .next()
        .is_some_and(|next| next.is_lowercase() || next == ',' || next == ';');
    (rest.is_empty() || (position == Position::Heading && !goes_on && is_apart(rest, false)))
        .then_some(end)
}

/// The number behind `Điều`: its length and how an anchor writes it.
fn number(text: &str, kind: ClauseKind) -> Option<(usize, String)> {
    const ORDINALS: [(&str, &str); 21] = [
        ("thứ nhất", "1"),
        ("thứ hai", "2"),
        ("thứ ba", "3"),
        ("thứ tư", "4"),
        ("thứ năm", "5"),
        ("thứ sáu", "6"),
        ("thứ bảy", "7"),
        ("thứ tám", "8"),
        ("thứ chín", "9"),
        ("thứ mười", "10"),
        ("one", "1"),
        ("two", "2"),
        ("three", "3"),
        ("four", "4"),
        ("five", "5"),
        ("six", "6"),
        ("seven", "7"),
        ("eight", "8"),
        ("nine", "9"),
        ("ten", "10"),
        ("first", "1"),
    ];
    if let Some(found) = ORDINALS
        .iter()
        .find_map(|&(word, value)| Some((word_length(text, word)?, value.to_string())))
    {
        return Some(found);
    }
    let end = text.find(|next: char| !next.is_alphanumeric()).unwrap_or(text.len());
    let word = &text[..end];
    let digits = leading_digits(word);
    let suffix = &word[digits.len()..];
    // `Điều 5a` was put in between later.
    if (1..=3).contains(&digits.len())
        && (suffix.is_empty()
            || suffix.len() == 1 && suffix.starts_with(|next: char| next.is_ascii_lowercase()))
    {
        return Some((end, word.to_string()));
    }
    let is_letter = word.len() == 1 && word.starts_with(|next: char| next.is_ascii_uppercase());
    // `Appendix A list of schools` begins with no number.
    let stands_alone = kind != ClauseKind::Appendix
        || text[end..].is_empty()
        || text[end..].starts_with(['.', ':']);
    (roman(word).is_some() || (is_letter && stands_alone)).then(|| (end, word.to_lowercase()))
}

/// How long the word is at the start of the text, in whatever case, if it is there and ends there.
fn word_length(text: &str, word: &str) -> Option<usize> {
    let mut rest = text.chars();
    for expected in word.chars() {
        let next = rest.next()?;
        if next != expected && !next.to_lowercase().eq(std::iter::once(expected)) {
            return None;
        }
    }
    let rest = rest.as_str();
    (!rest.starts_with(char::is_alphanumeric)).then_some(text.len() - rest.len())
}

fn leading_digits(text: &str) -> &str {
    &text[..text.bytes().take_while(u8::is_ascii_digit).count()]
}

/// Whether a label may end before this: at a space or the end, and where its last sign cannot be
/// misread also before a letter.
fn is_apart(rest: &str, before_letter: bool) -> bool {
    rest.is_empty()
        || rest.starts_with(' ')
        || (before_letter && rest.starts_with(char::is_alphabetic))
}

/// Whether a title follows, and not the rest of a sentence: `2.3 Tầm nhìn`, not `2.5 million`.
fn begins_title(rest: &str) -> bool {
    rest.is_empty()
        || rest.strip_prefix(' ').is_some_and(|title| title.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(text: &str, position: Position) -> Option<(String, String)> {
        read(text, position, Language::Vi)
            .map(|label| (label.printed, text[label.length..].to_string()))
    }

    fn found(printed: &str, rest: &str) -> Option<(String, String)> {
        Some((printed.to_string(), rest.to_string()))
    }

    #[test]
    fn the_labels_of_official_documents_are_read_as_printed() {
        for (text, printed, rest) in [
            ("II. MỤC TIÊU", "II.", "MỤC TIÊU"),
            ("1. Mục đích", "1.", "Mục đích"),
            ("2.1. Giáo dục mầm non", "2.1.", "Giáo dục mầm non"),
            ("2.1.3. Chi tiết", "2.1.3.", "Chi tiết"),
            ("10. UBND các xã", "10.", "UBND các xã"),
            ("1) Chủ trì", "1)", "Chủ trì"),
            ("a) Chủ trì", "a)", "Chủ trì"),
            ("đ) Phối hợp", "đ)", "Phối hợp"),
            ("a)Chủ trì", "a)", "Chủ trì"),
            ("6.Sở Y tế", "6.", "Sở Y tế"),
            ("(1) Kế hoạch", "(1)", "Kế hoạch"),
            ("A. Phần chung", "A.", "Phần chung"),
            ("Điều 1. Phê duyệt", "Điều 1.", "Phê duyệt"),
            ("ĐIỀU 12: Phê duyệt", "ĐIỀU 12:", "Phê duyệt"),
            ("Phụ lục", "Phụ lục", ""),
            ("PHỤ LỤC II", "PHỤ LỤC II", ""),
            ("Phần thứ nhất", "Phần thứ nhất", ""),
        ] {
            assert_eq!(label(text, Position::Paragraph), found(printed, rest), "{text}");
            assert_eq!(label(text, Position::Heading), found(printed, rest), "{text}");
        }
    }

    #[test]
    fn a_heading_may_leave_out_the_dot() {
        for (text, printed, rest) in [
            ("2.3 Tầm nhìn đến năm 2045", "2.3", "Tầm nhìn đến năm 2045"),
            ("IV KINH PHÍ THỰC HIỆN", "IV", "KINH PHÍ THỰC HIỆN"),
            ("Điều 2 Tổ chức thực hiện", "Điều 2", "Tổ chức thực hiện"),
            ("Chương II QUY ĐỊNH", "Chương II", "QUY ĐỊNH"),
            ("Phụ lục lộ trình thực hiện", "Phụ lục", "lộ trình thực hiện"),
            ("Phụ lục 1 Lộ trình", "Phụ lục 1", "Lộ trình"),
        ] {
            assert_eq!(label(text, Position::Heading), found(printed, rest), "{text}");
            assert_eq!(label(text, Position::Paragraph), None, "{text}");
        }
    }

    #[test]
    fn numbers_and_words_at_the_start_of_a_sentence_are_no_labels() {
        for text in [
            "100% giáo viên đạt chuẩn",
            "18 trường mầm non",
            "2.000 sinh viên",
            "2030. Tầm nhìn",
            "15/7/2025 là ngày ban hành",
            "15.7.2025 là ngày ban hành",
            "48.5% of children",
            "2.5 million people",
            "0,8 là chỉ số",
            "0. Không",
            "(2025) Kế hoạch",
            "(kèm theo)",
            "Điều kiện học tập",
            "Điều này cần làm",
            "Mục tiêu",
            "Phần mềm quản lý",
            "Chương trình giáo dục",
            "UBND. Tỉnh",
            "IIII. Sai",
            "V/v triển khai",
            "v.v. và các việc khác",
            "TP. Lạng Sơn",
            "- 5 tuổi",
            "",
            ".",
            ")",
            "(",
        ] {
            assert_eq!(label(text, Position::Paragraph), None, "{text}");
            assert_eq!(label(text, Position::Heading), None, "{text}");
        }
        for sentence in [
            "Điều 1 quy định về học phí",
            "Phụ lục kèm theo gồm 28 chỉ tiêu",
            "2.3 Tầm nhìn",
            "IV KINH PHÍ",
        ] {
            assert_eq!(label(sentence, Position::Paragraph), None, "{sentence}");
        }
        assert_eq!(read("I am a teacher", Position::Heading, Language::En), None);
        assert_eq!(read("A plan for schools", Position::Heading, Language::En), None);
        assert_eq!(read("Part of the work", Position::Heading, Language::En), None);
    }

    #[test]
    fn each_language_has_its_own_words_for_the_same_kinds() {
        let numbering = |text: &str, language| {
            read(text, Position::Heading, language).map(|label| label.numbering)
        };
        assert_eq!(
            numbering("Article 1. Approve", Language::En),
            numbering("Điều 1. Phê duyệt", Language::Vi)
        );
        assert_eq!(numbering("Appendix", Language::En), numbering("Phụ lục", Language::Vi));
        assert_eq!(numbering("Part Two", Language::En), numbering("Phần thứ hai", Language::Vi));
        assert_eq!(
            numbering("Chapter III. Rules", Language::En),
            numbering("Chương III. Quy định", Language::Vi)
        );
        assert_eq!(
            numbering("Appendix A list of schools", Language::En),
            Some(Numbering::Named(ClauseKind::Appendix, None))
        );
        assert_eq!(numbering("Điều 1. Phê duyệt", Language::En), None);
    }
}
