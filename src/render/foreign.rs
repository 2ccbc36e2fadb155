//! Vietnamese words on an English page say that they are Vietnamese, so that they are read aloud as
//! such: names of people, abbreviations, words quoted from a plan. They are told by their letters,
//! and by the quotation marks they stand in.

use std::ops::Range;

use super::texts::{Texts, element_end};

/// Elements that may hold no markup.
const LEFT_ALONE: [&str; 9] =
    ["code", "option", "pre", "script", "style", "svg", "template", "textarea", "title"];

/// The English page with its Vietnamese words in `<span lang="vi">`.
pub fn say_vietnamese(html: String) -> String {
    let Some(body) = html.find("<body") else { return html };
    match said(&html[body..]) {
        Some(said) => format!("{}{said}", &html[..body]),
        None => html,
    }
}

/// The Vietnamese page with the Vietnamese words of its English pieces (quotes, the English column)
/// in `<span lang="vi">`.
pub fn say_vietnamese_in_english(html: String) -> String {
    let mut page = String::new();
    let mut copied = 0;
    while let Some(at) = html[copied..].find(" lang=\"en\"").map(|at| copied + at) {
        let Some((tag, inside)) =
            html[..at].rfind('<').zip(html[at..].find('>').map(|end| at + end))
        else {
            break;
        };
        let name_end = html[tag..at].find(' ').map_or(at, |end| tag + end);
        let end = (tag + element_end(&html[tag..], &html[tag + 1..name_end])).max(inside);
        page.push_str(&html[copied..inside]);
        match said(&html[inside..end]) {
            Some(said) => page.push_str(&said),
            None => page.push_str(&html[inside..end]),
        }
        copied = end;
    }
    if copied == 0 {
        return html;
    }
    page.push_str(&html[copied..]);
    page
}

/// A stretch of English HTML, from inside a tag on, with its Vietnamese words marked; None where it
/// has none.
fn said(html: &str) -> Option<String> {
    let mut texts = Texts::new(html, 0, &LEFT_ALONE);
    let mut said = String::new();
    let mut copied = 0;
    while let Some(text) = texts.next_text() {
        if html[text.clone()].is_ascii() {
            continue;
        }
        for phrase in phrases(&html[text.clone()]) {
            let (start, end) = (text.start + phrase.start, text.start + phrase.end);
            said.push_str(&html[copied..start]);
            said.push_str("<span lang=\"vi\">");
            said.push_str(&html[start..end]);
            said.push_str("</span>");
            copied = end;
        }
    }
    if copied == 0 {
        return None;
    }
    said.push_str(&html[copied..]);
    Some(said)
}

/// A word of a text.
struct Word {
    range: Range<usize>,
    /// It has a letter that only Vietnamese has.
    is_marked: bool,
    /// It may be Vietnamese too: a syllable, an abbreviation.
    is_like: bool,
}

/// Vietnamese words of a text, those that stand side by side in one piece.
fn phrases(text: &str) -> Vec<Range<usize>> {
    let words = words(text);
    // A text that may be Vietnamese as a whole is: `Trang TTĐT`.
    if let [first, .., last] = &words[..]
        && words.iter().all(|word| word.is_like)
        && words.iter().any(|word| word.is_marked)
        && words.windows(2).all(|pair| is_one_phrase(&text[pair[0].range.end..pair[1].range.start]))
    {
        return std::iter::once(first.range.start..last.range.end).collect();
    }
    let mut phrases: Vec<Range<usize>> = Vec::new();
    let mut position = 0;
    while position < words.len() {
        if !words[position].is_marked {
            position += 1;
            continue;
        }
        let (mut first, mut last) = (position, position);
        // Between two of them, syllables without marks belong to them.
        let mut next = position + 1;
        while next < words.len()
            && next - last <= 3
            && words[next].is_like
            && is_one_phrase(&text[words[next - 1].range.end..words[next].range.start])
        {
            if words[next].is_marked {
                last = next;
            }
            next += 1;
        }
        // In quotation marks or brackets a phrase is whole.
        if let Some((opened, closed)) = around(text, &words[first].range)
            && let Some(inner) = words
                .iter()
                .enumerate()
                .filter(|(_, word)| opened <= word.range.start && word.range.end <= closed)
                .map(|(at, _)| at)
                .reduce(|_, at| at)
            && let Some(outer) = words.iter().position(|word| word.range.start >= opened)
            && words[outer..=inner].iter().all(|word| word.is_like)
        {
            (first, last) = (outer.min(first), inner.max(last));
        }
        phrases.push(words[first].range.start..words[last].range.end);
        position = last + 1;
    }
    phrases
}

/// The inside of the quotation marks or brackets that a place stands in.
fn around(text: &str, place: &Range<usize>) -> Option<(usize, usize)> {
    let (at, open) = text[..place.start]
        .char_indices()
        .rev()
        .find(|(_, letter)| matches!(letter, '“' | '”' | '(' | ')'))?;
    let close = match open {
        '“' => '”',
        '(' => ')',
        _ => return None,
    };
    let end = text[place.end..].find(['“', '”', '(', ')']).map(|end| place.end + end)?;
    text[end..].starts_with(close).then_some((at + open.len_utf8(), end))
}

/// Whether what stands between two words lets them be one phrase.
fn is_one_phrase(between: &str) -> bool {
    matches!(between, " " | "-" | "\u{a0}")
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (start, letter.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                let word = &text[from..at];
                let is_marked = word.chars().any(is_vietnamese);
                words.push(Word {
                    range: from..at,
                    is_marked,
                    is_like: is_marked || is_like_vietnamese(word),
                });
                start = None;
            }
            _ => {}
        }
    }
    words
}

/// A letter of Vietnamese that English and its loan words do not have.
fn is_vietnamese(letter: char) -> bool {
    matches!(
        letter,
        '\u{1ea0}'
            ..='\u{1ef9}'
                | 'ă'
                | 'Ă'
                | 'â'
                | 'Â'
                | 'đ'
                | 'Đ'
                | 'ê'
                | 'Ê'
                | 'ô'
                | 'Ô'
                | 'ơ'
                | 'Ơ'
                | 'ư'
                | 'Ư'
                | 'ĩ'
                | 'Ĩ'
                | 'ũ'
                | 'Ũ'
    ) || matches!(
        letter,
        'à' | 'á'
            | 'ã'
            | 'è'
            | 'é'
            | 'ì'
            | 'í'
            | 'ò'
            | 'ó'
            | 'õ'
            | 'ù'
            | 'ú'
            | 'ý'
            | 'À'
            | 'Á'
            | 'Ã'
            | 'È'
            | 'É'
            | 'Ì'
            | 'Í'
            | 'Ò'
            | 'Ó'
            | 'Õ'
            | 'Ù'
            | 'Ú'
            | 'Ý'
    )
}

/// A syllable as Vietnamese spells them, or capitals.
fn is_like_vietnamese(word: &str) -> bool {
    const ENGLISH: [&str; 15] = [
        "a", "an", "and", "at", "by", "do", "in", "is", "no", "of", "on", "or", "plan", "the", "to",
    ];
    if word.chars().all(|letter| letter.is_ascii_uppercase()) {
        return true;
    }
    let lower = word.to_ascii_lowercase();
    let rest = lower.trim_start_matches(|letter: char| "bcdghklmnpqrstvx".contains(letter));
    let ending = rest.trim_start_matches(|letter: char| "aeiouy".contains(letter));
    !ENGLISH.contains(&lower.as_str())
        && rest != ending
        && ["", "c", "ch", "m", "n", "ng", "nh", "p", "t"].contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(words: &str) -> String {
        let page = say_vietnamese(format!(
            "<html lang=\"en\"><title>Lệ</title><body><main>{words}</main></body></html>"
        ));
        page[page.find("<main>").expect("a main part") + 6..page.find("</main>").expect("its end")]
            .replace("<span lang=\"vi\">", "[")
            .replace("</span>", "]")
    }

    #[test]
    fn words_with_vietnamese_letters_say_their_language() {
        assert_eq!(
            said("signed by Hà Nhật Lệ, Vice Chairperson"),
            "signed by [Hà Nhật Lệ], Vice Chairperson"
        );
        assert_eq!(said("the Ủy ban nhân dân of the place"), "the [Ủy ban nhân dân] of the place");
        assert_eq!(
            said("<abbr title=\"People&#39;s Council\">HĐND</abbr> of Lang Son"),
            "<abbr title=\"People&#39;s Council\">[HĐND]</abbr> of Lang Son"
        );
    }

    #[test]
    fn what_is_quoted_is_quoted_whole() {
        assert_eq!(
            said("The source says “trong đó” (of which)"),
            "The source says “[trong đó]” (of which)"
        );
        assert_eq!(
            said("says “tiến tới thực hiện” (move towards) and “hướng tới”"),
            "says “[tiến tới thực hiện]” (move towards) and “[hướng tới]”"
        );
        assert_eq!(said("prints “GIĐ index”"), "prints “[GIĐ] index”");
        assert_eq!(
            said("the schools (trường) and Đà Nẵng in the north"),
            "the schools ([trường]) and [Đà Nẵng] in the north"
        );
    }

    #[test]
    fn a_text_that_may_be_vietnamese_as_a_whole_is() {
        assert_eq!(said("<td>Trang TTĐT</td>"), "<td>[Trang TTĐT]</td>");
        assert_eq!(said("<td>Plan HĐND</td>"), "<td>Plan [HĐND]</td>");
    }

    #[test]
    fn english_pieces_of_a_vietnamese_page_say_it_too() {
        let said = |words: &str| {
            say_vietnamese_in_english(format!(
                "<html lang=\"vi\"><body>Lệ {words} Lệ</body></html>"
            ))
        };
        assert_eq!(
            said(
                "<p class=\"x\" lang=\"en\">the GIĐ index</p><details lang=\"en\"><summary \
                 lang=\"vi\">Câu trích</summary>by <b>Lệ</b></details>"
            ),
            "<html lang=\"vi\"><body>Lệ <p class=\"x\" lang=\"en\">the <span \
             lang=\"vi\">GIĐ</span> index</p><details lang=\"en\"><summary lang=\"vi\">Câu \
             trích</summary>by <b><span lang=\"vi\">Lệ</span></b></details> Lệ</body></html>"
        );
        for broken in ["<p lang=\"en\"", "<p lang=\"en\">Lệ", " lang=\"en\">Lệ", "<br lang=\"en\">"]
        {
            say_vietnamese_in_english(broken.to_owned());
        }
    }

    #[test]
    fn what_is_no_text_or_says_its_language_already_is_left_alone() {
        for words in [
            "plain English",
            "<span lang=\"vi\">đã <b>nói</b> rồi</span>",
            "<code>Lệ</code>",
            "<a title=\"Lệ\" href=\"#a\">x</a>",
            "<svg><text>Lệ</text></svg>",
        ] {
            let page = format!("<html lang=\"en\"><body><main>{words}</main></body></html>");
            assert_eq!(say_vietnamese(page.clone()), page);
        }
    }
}
