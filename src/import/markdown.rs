//! A document as the Markdown that minhbach reads: what would be read as Markdown's own signs is
//! escaped, so that the page says letter by letter what the document says.

use super::document::{Block, Document, Paragraph, Span, Words};
use crate::language::text::nfc;
use crate::markdown::label_length;

/// The text of `plan.vi.md`. `title` is the paragraph that is the document's title, and `closing`
/// the one that its closing part begins with.
pub fn markdown(document: &Document, title: Option<usize>, closing: Option<usize>) -> String {
    let mut text = String::new();
    let mut after_bullet = false;
    for (index, block) in document.blocks.iter().enumerate() {
        if closing == Some(index) {
            parted(&mut text);
            text.push_str("***\n");
            after_bullet = false;
        }
        match block {
            Block::Paragraph(paragraph) => {
                let words = paragraph.words.settled();
                if words.is_empty() {
                    continue;
                }
                let (sign, words) = with_sign(paragraph.bullet, words);
                if !(after_bullet && sign.is_some()) {
                    parted(&mut text);
                }
                after_bullet = sign.is_some();
                match sign {
                    Some(sign) => {
                        text.push_str(&format!("{sign} {}", escaped(&words, Place::Item)))
                    }
                    None if title == Some(index) => {
                        text.push_str(&format!("# {}", escaped(&words, Place::Heading)))
                    }
                    None => match heading_level(paragraph, &words) {
                        Some(level) => text.push_str(&format!(
                            "{} {}",
                            "#".repeat(level),
                            escaped(&words, Place::Heading)
                        )),
                        None => text.push_str(&escaped(&words, Place::Paragraph)),
                    },
                }
                text.push('\n');
            }
            Block::Table(rows) => {
                parted(&mut text);
                after_bullet = false;
                table(rows, &mut text);
            }
        }
    }
    for (index, note) in document.notes.iter().enumerate() {
        parted(&mut text);
        let mut lines = note
            .iter()
            .map(Words::settled)
            .filter(|line| !line.is_empty())
            .map(|line| escaped(&line, Place::Item));
        text.push_str(&format!(
            "[^{}]: {}\n",
            index + 1,
            lines.next().unwrap_or_else(|| "‹điền chú thích in ở đây›".to_owned())
        ));
        lines.for_each(|line| text.push_str(&format!("\n    {line}\n")));
    }
    text
}

/// The sign of a bullet and the words behind it.
pub fn bullet(line: &str) -> Option<(char, &str)> {
    let sign = line.chars().next().filter(|first| ['-', '+', '•', '–', '−'].contains(first))?;
    let rest = &line[sign.len_utf8()..];
    (rest.starts_with(' ') || rest.starts_with(char::is_alphabetic))
        .then(|| (if sign == '+' { '+' } else { '-' }, rest.trim_start()))
}

/// Whether a line begins with a label that official documents print.
pub fn starts_with_label(line: &str) -> bool {
    label_length(line).is_some()
}

/// A bullet's sign, also where it is only typed.
fn with_sign(sign: Option<char>, words: Words) -> (Option<char>, Words) {
    if sign.is_some() {
        return (sign, words);
    }
    let Some(Span::Text(first)) = words.0.first() else { return (None, words) };
    match bullet(first).map(|(sign, rest)| (sign, rest.to_owned())) {
        Some((sign, rest)) => {
            let mut rest = Words::of(&rest);
            rest.append(Words(words.0[1..].to_vec()));
            (Some(sign), rest)
        }
        None => (None, words),
    }
}

/// An empty line before what comes next.
fn parted(text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
}

/// How deep a heading is: a label with a title, all of it bold or in capitals.
fn heading_level(paragraph: &Paragraph, words: &Words) -> Option<usize> {
    const LONGEST: usize = 250;
    let text = words.text();
    let length = label_length(&text)?;
    let (label, title) = text.split_at(length);
    let is_title =
        !title.is_empty() && title.chars().count() <= LONGEST && !title.ends_with(['.', ';', ',']);
    let is_marked = paragraph.is_bold
        || !title.contains(char::is_lowercase) && title.contains(char::is_uppercase);
    let depth = match label.chars().next() {
        Some(first) if first.is_ascii_digit() => 2 + label.matches('.').count().clamp(1, 3),
        Some(first) if first.is_lowercase() || first == '(' => 5,
        _ => 2,
    };
    (is_title && is_marked).then_some(depth)
}

fn table(rows: &[Vec<Words>], text: &mut String) {
    for (index, row) in rows.iter().enumerate() {
        for cell in row {
            text.push_str("| ");
            let cell = escaped(&cell.settled(), Place::Cell);
            text.push_str(&cell);
            if !cell.is_empty() {
                text.push(' ');
            }
        }
        text.push_str("|\n");
        if index == 0 {
            text.push_str(&"|---".repeat(row.len()));
            text.push_str("|\n");
        }
    }
}

/// Where words stand, which decides what would be read as a sign of Markdown's.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Paragraph,
    /// Of a list, or a footnote.
    Item,
    Heading,
    Cell,
}

fn escaped(words: &Words, place: Place) -> String {
    let mut out = String::new();
    let is_at_start = matches!(place, Place::Paragraph | Place::Item);
    for (index, span) in words.0.iter().enumerate() {
        match span {
            Span::Text(text) => {
                let start =
                    if index == 0 && is_at_start { begin(text, place, &mut out) } else { 0 };
                inside(&text[start..], place, &mut out);
            }
            Span::Note(number) => out.push_str(&format!("[^{number}]")),
        }
    }
    nfc(&out).into_owned()
}

/// Escapes what would begin a block at the start of words; how many bytes of them are written then.
fn begin(text: &str, place: Place, out: &mut String) -> usize {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &text[digits..];
    if digits > 0 && rest.starts_with(['.', ')']) && (rest.len() == 1 || rest[1..].starts_with(' '))
    {
        let number = digits + 1;
        if place == Place::Paragraph && label_length(text).is_some() {
            // A label: it is one in Markdown too, and what stands behind it begins an item of a
            // list.
            let space = text.len() - text[number..].trim_start().len();
            out.push_str(&text[..space]);
            return space + begin(&text[space..], Place::Item, out);
        }
        out.push_str(&text[..digits]);
        out.push('\\');
        out.push_str(&text[digits..number]);
        return number;
    }
    if text.starts_with(['#', '>', '~', '=', '-', '+']) {
        out.push('\\');
        out.push_str(&text[..1]);
        return 1;
    }
    0
}

fn inside(text: &str, place: Place, out: &mut String) {
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        let is_sign = match letter {
            '\\' | '`' | '*' | '_' | '[' | '<' => true,
            '|' => place == Place::Cell,
            '#' => place == Place::Heading,
            '&' => letters.peek().is_some_and(|next| next.is_ascii_alphanumeric() || *next == '#'),
            _ => false,
        };
        if is_sign {
            out.push('\\');
        }
        out.push(letter);
    }
}
