//! What a document says, whatever file it came in: paragraphs, bullets and tables in their order,
//! and footnotes. And what is to be told of the reading: what was joined, left out or could not be
//! carried over.

use std::collections::BTreeMap;

use crate::language::{Localized, text::nfc};
use crate::markdown::is_invisible;

#[derive(Debug, Default)]
pub struct Document {
    pub blocks: Vec<Block>,
    /// Footnotes in the order of their marks: `[^1]` is the first.
    pub notes: Vec<Vec<Words>>,
    /// The lines that stand above and below the pages, without their numbers.
    pub margins: Vec<String>,
    pub remarks: Remarks,
}

impl Document {
    /// All that it says, piece by piece.
    pub fn words(&self) -> impl Iterator<Item = &Words> {
        let of_blocks = self.blocks.iter().flat_map(|block| match block {
            Block::Paragraph(paragraph) => vec![&paragraph.words],
            Block::Table(rows) => rows.iter().flatten().collect(),
        });
        of_blocks.chain(self.notes.iter().flatten())
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(Paragraph),
    /// Rows of equally many cells; the first is the header.
    Table(Vec<Vec<Words>>),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// `-` or `+` where it is a bullet.
    pub bullet: Option<char>,
    /// With its number, as it is printed.
    pub words: Words,
    /// Whether all of it is printed bold, or styled as a heading.
    pub is_bold: bool,
    /// Whether it is a line of the table of contents.
    pub is_contents: bool,
}

/// Visible text with marks of footnotes in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(pub Vec<Span>);

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    Text(String),
    /// The mark of a footnote, by its number.
    Note(usize),
}

impl Words {
    pub fn of(text: &str) -> Words {
        let mut words = Words::default();
        words.push(text);
        words
    }

    pub fn push(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Span::Text(last)) => last.push_str(text),
            _ => self.0.push(Span::Text(text.to_owned())),
        }
    }

    pub fn append(&mut self, other: Words) {
        for span in other.0 {
            match span {
                Span::Text(text) => self.push(&text),
                note => self.0.push(note),
            }
        }
    }

    /// In NFC, with single spaces and none at the ends, and nothing that nobody sees.
    pub fn settled(&self) -> Words {
        let mut settled = Words::default();
        let (mut is_empty, mut has_space) = (true, false);
        let last = self
            .0
            .iter()
            .rposition(|span| matches!(span, Span::Text(text) if !text.trim().is_empty()));
        for (index, span) in self.0.iter().enumerate() {
            let Span::Text(text) = span else {
                settled.0.push(span.clone());
                continue;
            };
            let mut plain = String::with_capacity(text.len());
            for letter in text.chars().filter(|letter| !is_invisible(*letter)) {
                if letter.is_whitespace() || letter.is_control() {
                    has_space = !is_empty;
                } else {
                    if std::mem::take(&mut has_space) {
                        plain.push(' ');
                    }
                    is_empty = false;
                    plain.push(letter);
                }
            }
            // A space between a word and the mark behind it stays before the mark.
            if has_space && last.is_some_and(|last| index < last) {
                has_space = false;
                plain.push(' ');
            }
            if !plain.is_empty() {
                settled.push(&nfc(&plain));
            }
        }
        settled
    }

    /// Without the marks.
    pub fn text(&self) -> String {
        self.0
            .iter()
            .map(|span| if let Span::Text(text) = span { text.as_str() } else { "" })
            .collect()
    }

    /// How they begin, to find their place by.
    pub fn beginning(&self) -> String {
        const SHOWN: usize = 50;
        let letters = self
            .0
            .iter()
            .flat_map(|span| if let Span::Text(text) = span { text.chars() } else { "".chars() });
        // Many more letters than are shown are not even looked at.
        let text: String = letters.take(4 * SHOWN).collect();
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if text.chars().count() <= SHOWN {
            text
        } else {
            format!("{}...", text.chars().take(SHOWN).collect::<String>().trim_end())
        }
    }

    /// How they end, to find their place by.
    pub fn end(&self) -> String {
        const SHOWN: usize = 30;
        let text = self.text();
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let skipped = words.chars().count().saturating_sub(SHOWN);
        if skipped == 0 {
            return words;
        }
        format!("...{}", words.chars().skip(skipped).collect::<String>())
    }

    /// The lines that a line break parts, none of them empty.
    pub fn lines(self) -> Vec<Words> {
        let mut lines = vec![Words::default()];
        for span in self.0 {
            let Span::Text(text) = span else {
                lines.last_mut().expect("there is one").0.push(span);
                continue;
            };
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 {
                    lines.push(Words::default());
                }
                lines.last_mut().expect("there is one").push(line);
            }
        }
        lines.retain(|line| !line.is_empty());
        lines
    }

    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| matches!(span, Span::Text(text) if text.trim().is_empty()))
    }
}

/// What is to be told of a reading.
#[derive(Debug, Default)]
pub struct Remarks {
    /// How often what is no loss happened.
    counts: BTreeMap<Count, usize>,
    /// What a person must look at, in the order of the document.
    pub look_at: Vec<Localized>,
}

/// What is no loss, and is told all the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Count {
    /// Lines that were broken for their width alone.
    JoinedLines,
    PageNumbers,
    /// `-------`, a lone `|`.
    RuleLines,
    /// Paragraphs whose number Word prints but does not write.
    ComputedLabels,
    /// Bullets of other forms than `-` and `+`.
    Bullets,
    /// Changes that the document tracks as deleted.
    Deleted,
    Hidden,
    MergedCells,
    TextBoxes,
    /// Figures above or below the line.
    Raised,
    /// Lines of a table of contents.
    Contents,
    /// What somebody wrote beside the text.
    Comments,
}

impl Remarks {
    pub fn count(&mut self, what: Count) {
        *self.counts.entry(what).or_default() += 1;
    }

    pub fn look_at(&mut self, vi: impl Into<String>, en: impl Into<String>) {
        self.look_at.push(Localized::text(vi, en));
    }

    /// A line for each count.
    pub fn counted(&self) -> Vec<Localized> {
        self.counts.iter().map(|(what, count)| what.told(*count)).collect()
    }

    #[cfg(test)]
    pub fn of(&self, what: Count) -> usize {
        self.counts.get(&what).copied().unwrap_or_default()
    }
}

impl Count {
    fn told(self, count: usize) -> Localized {
        let one =
            |one: &str, many: &str| format!("{count} {}", if count == 1 { one } else { many });
        let (vi, en) = match self {
            Count::JoinedLines => (
                format!("nối {count} chỗ ngắt dòng"),
                one("line break joined", "line breaks joined"),
            ),
            Count::PageNumbers => (
                format!("bỏ {count} số trang"),
                one("page number left out", "page numbers left out"),
            ),
            Count::RuleLines => (
                format!("bỏ {count} dòng chỉ có gạch kẻ"),
                one(
                    "line of mere dashes or bars left out",
                    "lines of mere dashes or bars left out",
                ),
            ),
            Count::ComputedLabels => (
                format!("{count} số thứ tự do Word tự đánh, đã tính và ghi thành chữ"),
                one(
                    "number that Word sets by itself, computed and written out",
                    "numbers that Word sets by itself, computed and written out",
                ),
            ),
            Count::Bullets => (
                format!("{count} dấu đầu dòng dạng khác (•, * ...) ghi thành gạch đầu dòng"),
                one(
                    "bullet of another form (•, * ...) written as a dash",
                    "bullets of other forms (•, * ...) written as dashes",
                ),
            ),
            Count::Deleted => (
                format!("{count} đoạn chữ đã xóa theo chế độ theo dõi sửa đổi, không chép"),
                one(
                    "deletion of the tracked changes, not carried over",
                    "deletions of the tracked changes, not carried over",
                ),
            ),
            Count::Hidden => (
                format!("{count} đoạn chữ ẩn, không in ra, không chép"),
                one(
                    "piece of hidden text, not carried over",
                    "pieces of hidden text, not carried over",
                ),
            ),
            Count::MergedCells => (
                format!("{count} ô bảng gộp: chữ ghi ở ô đầu, các ô còn lại để trống"),
                one(
                    "merged table cell: its text is in the first, the others are empty",
                    "merged table cells: their text is in the first, the others are empty",
                ),
            ),
            Count::Raised => (
                format!("{count} chỗ in cao hoặc thấp hơn dòng, ghi bằng ¹ ² ³ ₁ ₂"),
                one(
                    "piece above or below the line, written with ¹ ² ³ ₁ ₂",
                    "pieces above or below the line, written with ¹ ² ³ ₁ ₂",
                ),
            ),
            Count::Contents => (
                format!("bỏ {count} dòng của mục lục"),
                one(
                    "line of the table of contents left out",
                    "lines of the table of contents left out",
                ),
            ),
            Count::Comments => (
                format!("{count} nhận xét bên lề, không chép"),
                one("comment, not carried over", "comments, not carried over"),
            ),
            Count::TextBoxes => (
                format!("{count} khung chữ, ghi sau đoạn chứa khung"),
                one(
                    "text box, put behind its paragraph",
                    "text boxes, put behind their paragraphs",
                ),
            ),
        };
        Localized { vi, en }
    }
}
