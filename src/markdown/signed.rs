//! A signed text as it comes to hand, copied or scanned: lines broken anywhere, empty lines between
//! them or none, headings that Markdown does or does not mark. Only its printed labels, bullets and
//! tables are taken for structure.

use super::inline::{Inline, InlineBuilder, Style};
use super::label::{self, Position};
use super::pieces::{Piece, Pieces, without_mark};
use crate::language::Language;

/// The pieces of a signed text.
pub(super) fn pieces(text: &str) -> Pieces {
    let (text, start) = without_mark(text);
    let mut reader = Reader::default();
    let mut at = start;
    for line in text.split_inclusive('\n') {
        reader.take(line, at);
        at += line.len();
    }
    reader.close();
    Pieces { pieces: reader.pieces, ..Pieces::default() }
}

#[derive(Default)]
struct Reader {
    pieces: Vec<Piece>,
    open: Option<Open>,
    /// The rows of the table that goes on.
    rows: Vec<Vec<Inline>>,
    /// Whether an empty line stands before this one.
    after_gap: bool,
}

struct Open {
    builder: InlineBuilder,
    /// The mark of a bullet.
    marker: Option<char>,
    /// The last line, by which one sees whether the next goes on with it.
    last: String,
}

impl Reader {
    fn take(&mut self, line: &str, start: usize) {
        let line = line.trim_end();
        let content = line.trim_start().trim_start_matches('#').trim_start();
        let start = start + (line.len() - content.len());
        let is_heading = line.trim_start().starts_with('#');
        let cells = cells(content, start);
        if !cells.is_empty() {
            self.close_paragraph();
            if !is_rule(content) {
                self.rows.push(cells);
            }
            return;
        }
        self.close_table();
        if !content.contains(char::is_alphanumeric) {
            // `---`, `***`, a lone `|`: a gap like an empty line.
            self.after_gap = true;
            return;
        }
        let bare = content.trim_start_matches(['*', '_']);
        let bullet = bullet(bare).filter(|(_, rest)| !self.goes_on_with_number(rest));
        let begins = is_heading
            || bullet.is_some()
            || label::read(bare, Position::Paragraph, Language::Vi).is_some();
        if begins || self.open.as_ref().is_none_or(|open| self.after_gap && is_complete(&open.last))
        {
            self.close_paragraph();
        }
        self.after_gap = false;
        let (marker, rest) = bullet.map_or((None, content), |(marker, rest)| (Some(marker), rest));
        let offset = content.len() - rest.len();
        let open = self.open.get_or_insert_with(|| Open {
            builder: InlineBuilder::at(start),
            marker,
            last: String::new(),
        });
        push(&mut open.builder, rest, start + offset);
        open.builder.push_space(start + content.len(), &Style::default());
        open.last = rest.to_owned();
        if is_heading {
            self.close_paragraph();
        }
    }

    /// `giai đoạn 2021` at the end of a line, `- 2025` on the next: a range, and no bullet.
    fn goes_on_with_number(&self, rest: &str) -> bool {
        let ends_in_number = |open: &Open| {
            open.last.trim_end().ends_with(|last: char| last.is_ascii_digit() || last == '%')
        };
        rest.starts_with(|first: char| first.is_ascii_digit())
            && !self.after_gap
            && self.open.as_ref().is_some_and(ends_in_number)
    }

    fn close_paragraph(&mut self) {
        let Some(Open { builder, marker, .. }) = self.open.take() else { return };
        let inline = builder.finish();
        self.pieces.push(match marker {
            Some(marker) => Piece::Bullet { inline, depth: 1, marker },
            None => Piece::Paragraph { inline, nesting: 0 },
        });
    }

    fn close_table(&mut self) {
        let mut rows = std::mem::take(&mut self.rows).into_iter();
        if let Some(header) = rows.next() {
            self.pieces.push(Piece::Table { header, rows: rows.collect() });
        }
    }

    fn close(&mut self) {
        self.close_paragraph();
        self.close_table();
    }
}

/// Whether a sentence may end with this line.
fn is_complete(line: &str) -> bool {
    line.trim_end()
        .trim_end_matches(['*', '_', '”', '"', ')', ' '])
        .ends_with(['.', ';', ':', '!', '?', '…'])
        || !line.contains(char::is_lowercase)
}

/// The mark of a bullet and what follows it.
fn bullet(line: &str) -> Option<(char, &str)> {
    let marker =
        line.chars().next().filter(|first| ['-', '+', '•', '–', '−', '*'].contains(first))?;
    let rest = &line[marker.len_utf8()..];
    let printed = if marker == '+' { '+' } else { '-' };
    (rest.starts_with(' ') || rest.starts_with(char::is_alphabetic))
        .then(|| (printed, rest.trim_start()))
}

/// The cells of `| a | b |`; none where the line is no row of a table.
fn cells(line: &str, start: usize) -> Vec<Inline> {
    let Some(inside) = line
        .strip_prefix('|')
        .map(|rest| rest.strip_suffix('|').unwrap_or(rest))
        .filter(|inside| inside.contains('|'))
    else {
        return Vec::new();
    };
    let mut at = start + 1;
    inside
        .split('|')
        .map(|cell| {
            let mut builder = InlineBuilder::at(at);
            push(&mut builder, cell, at);
            at += cell.len() + 1;
            builder.finish()
        })
        .collect()
}

/// `|---|:-:|`
fn is_rule(line: &str) -> bool {
    line.chars().all(|character| matches!(character, '|' | '-' | ':' | ' '))
}

/// The text without Markdown's marks of emphasis and escapes.
fn push(builder: &mut InlineBuilder, text: &str, start: usize) {
    let mut from = 0;
    for (at, mark) in
        text.char_indices().filter(|(_, character)| matches!(character, '*' | '`' | '\\'))
    {
        builder.push(&text[from..at], start + from, &Style::default());
        from = at + mark.len_utf8();
    }
    builder.push(&text[from..], start + from, &Style::default());
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::diagnostic::Source;
    use crate::markdown::{outline, signed_text};

    fn read(text: &str) -> String {
        outline(&signed_text(&Arc::new(Source {
            path: "original.md".to_owned(),
            text: text.to_owned(),
        })))
    }

    #[test]
    fn broken_lines_are_joined_to_paragraphs_and_labels_make_clauses() {
        let joined = read(
            "II. MỤC TIÊU\n1. Giai đoạn 2021 -\n2025\n- Giảm 10% số đơn vị\ntrường học; đạt\n- \
             7% số trường.\na) Một là\nhai.\n",
        );
        for line in ["ii-h", "ii.1-h", "ii.1-b1", "ii.1-b2", "ii.1.a-h"] {
            assert!(joined.contains(line), "{line}:\n{joined}");
        }
        assert!(joined.contains("Giai đoạn 2021 - 2025"), "{joined}");
        assert!(joined.contains("Giảm 10% số đơn vị trường học; đạt"), "{joined}");
    }

    #[test]
    fn an_empty_line_ends_a_paragraph_only_after_a_sentence() {
        let text =
            read("I. MỤC TIÊU\n\nTỷ lệ trẻ đến \n\ntrường đạt 50%. \n\nTỷ lệ khác đạt 60%.\n");
        assert!(text.contains("Tỷ lệ trẻ đến trường đạt 50%.") && text.contains("i-p2"), "{text}");
    }

    #[test]
    fn markdown_is_read_for_what_it_shows() {
        let text = read(
            "### **II. MỤC TIÊU**\n\n**1. Chung**\n\nGiai đoạn 2021\n- 2025 đạt *trên* \
             50%.\n\n| TT | Chỉ tiêu | 2026 |\n|---|---|---|\n| 1 | Biết chữ | 95,4 |\n",
        );
        for expected in ["ii-h", "ii.1-h", "Giai đoạn 2021 - 2025 đạt trên 50%.", "95,4"] {
            assert!(text.contains(expected), "{expected}:\n{text}");
        }
    }

    #[test]
    fn an_empty_text_and_a_hostile_one_are_read_too() {
        assert_eq!(read(""), "");
        for text in ["|\n||\n|||\n", "***\n", "- \n-\n+", "\u{feff}# ", "\\", "1.\n1.1.\n)"] {
            read(text);
        }
    }
}
