//! The table of contents of a document: its lines repeat the labels of the clauses, and would take
//! their anchors. They are left out, and counted.

use super::document::{Block, Count, Document};
use crate::language::text::fold;

/// Which fields and galleries of contents are open while a Word document is read.
#[derive(Debug, Default)]
pub struct Contents {
    /// Galleries of Word that are open around what is read.
    pub galleries: usize,
    /// The fields that are open, and whether each is a table of contents.
    fields: Vec<bool>,
}

impl Contents {
    /// Takes a mark of a field: `begin`, `separate`, `end`.
    pub fn field(&mut self, kind: Option<&str>) {
        match kind {
            Some("begin") => self.fields.push(false),
            Some("end") => {
                self.fields.pop();
            }
            _ => {}
        }
    }

    /// Takes what the innermost field is to do.
    pub fn instruction(&mut self, text: &str) {
        if let Some(field) = self.fields.last_mut() {
            *field |= text.split_whitespace().next() == Some("TOC");
        }
    }

    pub fn is_open(&self) -> bool {
        self.fields.contains(&true)
    }
}

/// Leaves out the lines of tables of contents: those that the document marks as such, and those
/// below `MỤC LỤC` that end in the number of a page.
pub fn take_out(document: &mut Document) {
    let text_of = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.words.settled().text(),
        Block::Table(_) => String::new(),
    };
    let is_marked =
        |block: &Block| matches!(block, Block::Paragraph(paragraph) if paragraph.is_contents);
    let mut is_out: Vec<bool> = document.blocks.iter().map(is_marked).collect();
    for at in 0..is_out.len() {
        if is_out[at] || !is_title(&text_of(&document.blocks[at])) {
            continue;
        }
        let lines = document.blocks[at + 1..]
            .iter()
            .zip(&is_out[at + 1..])
            .take_while(|(block, is_out)| **is_out || ends_in_page(&text_of(block)))
            .count();
        if lines > 0 {
            is_out[at..=at + lines].fill(true);
        }
    }
    let mut kept = is_out.iter();
    let remarks = &mut document.remarks;
    document.blocks.retain(|_| {
        let is_out = *kept.next().expect("one for each block");
        if is_out {
            remarks.count(Count::Contents);
        }
        !is_out
    });
}

/// `MỤC LỤC`
fn is_title(line: &str) -> bool {
    fold(line.trim_matches(|letter: char| !letter.is_alphanumeric())) == "muc luc"
}

/// `I. MỤC TIÊU ........ 7`; also the word above the numbers.
fn ends_in_page(line: &str) -> bool {
    const LONGEST: usize = 3;
    let head = line.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let digits = line.len() - head.len();
    fold(line) == "trang"
        || (1..=LONGEST).contains(&digits)
            && head.ends_with([' ', '.', '…', '_'])
            && head.contains(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::text;

    fn left(of: &str) -> (Vec<String>, usize) {
        let mut document = text::read(of);
        take_out(&mut document);
        let text = |block: &Block| match block {
            Block::Paragraph(paragraph) => paragraph.words.settled().text(),
            Block::Table(_) => String::new(),
        };
        (document.blocks.iter().map(text).collect(), document.remarks.of(Count::Contents))
    }

    #[test]
    fn the_lines_below_its_title_are_left_out_and_the_clauses_are_not() {
        assert_eq!(
            left("MỤC LỤC\nA. ĐÁNH GIÁ ........ 2\nB. NHIỆM VỤ\u{9}15\n\nA. ĐÁNH GIÁ\nNăm 2025.\n"),
            (vec!["A. ĐÁNH GIÁ".to_owned(), "Năm 2025.".to_owned()], 3)
        );
    }

    #[test]
    fn a_title_without_such_lines_stays() {
        let (lines, count) = left("MỤC LỤC\n\nA. Đánh giá\nKết quả năm học\n");
        assert_eq!((lines[0].as_str(), count), ("MỤC LỤC", 0));
    }
}
