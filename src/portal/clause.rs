//! A plan's text as a tree of clauses, down to the smallest citable pieces.

use std::ops::Range;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ClauseIndex(pub usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnitIndex(pub usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FootnoteIndex(pub usize);

/// The text of a plan in one language. Both languages have the same clauses and units in the same
/// order, so an index into one is an index into the other.
#[derive(Clone, Debug, Default)]
pub struct PlanText {
    /// The text of the leading heading that carries no label, if there is one.
    pub title: Option<String>,
    /// In the order of the text: a clause stands before the clauses in it.
    pub clauses: Vec<Clause>,
    /// In the order of the text.
    pub units: Vec<Unit>,
    /// In the order of the text.
    pub footnotes: Vec<Footnote>,
}

impl PlanText {
    pub fn clause(&self, index: ClauseIndex) -> &Clause {
        &self.clauses[index.0]
    }

    pub fn unit(&self, index: UnitIndex) -> &Unit {
        &self.units[index.0]
    }

    pub fn footnote(&self, index: FootnoteIndex) -> &Footnote {
        &self.footnotes[index.0]
    }

    /// The footnote that a unit is part of.
    pub fn footnote_of(&self, unit: UnitIndex) -> Option<&Footnote> {
        let after = self.footnotes.partition_point(|footnote| footnote.unit <= unit);
        after.checked_sub(1).map(|at| &self.footnotes[at]).filter(|footnote| unit <= footnote.last)
    }

    pub fn unit_by_anchor(&self, anchor: &str) -> Option<UnitIndex> {
        self.units.iter().position(|unit| unit.anchor == anchor).map(UnitIndex)
    }

    /// The clause and those that it stands in, innermost first.
    pub fn ancestors(&self, clause: ClauseIndex) -> impl Iterator<Item = &Clause> {
        std::iter::successors(Some(clause), |&index| self.clause(index).parent)
            .map(|index| self.clause(index))
    }

    /// The printed labels down to the clause: `II.1`, `Điều 1.I.2.1`, `Phụ lục`; empty for the
    /// preamble and the closing part.
    pub fn label_path(&self, clause: ClauseIndex) -> String {
        let mut labels: Vec<&str> =
            self.ancestors(clause).map(Clause::printed).filter(|label| !label.is_empty()).collect();
        labels.reverse();
        PlanText::joined(labels.into_iter())
    }

    /// Labels in one, outermost first: `II`, `2` and `2.1` are `II.2.1`.
    pub fn joined<'label>(labels: impl Iterator<Item = &'label str>) -> String {
        let mut path: Vec<&str> = Vec::new();
        for label in labels {
            // `2.1` says `2` again.
            while path.last().is_some_and(|last| {
                label.strip_prefix(last).is_some_and(|rest| rest.starts_with('.'))
            }) {
                path.pop();
            }
            path.push(label);
        }
        path.join(".")
    }
}

/// A numbered part of the text, with its own paragraphs and the parts in it.
#[derive(Clone, Debug)]
pub struct Clause {
    /// `ii.2.1`: lower-case ASCII, unique in the text, the same in both languages.
    pub anchor: String,
    /// As printed: `II.`, `2.1.`, `đ)`, `Điều 1.`; empty for the preamble and the closing part.
    pub label: String,
    pub kind: ClauseKind,
    pub parent: Option<ClauseIndex>,
    pub children: Vec<ClauseIndex>,
    /// The text that stands beside the label, if any.
    pub head: Option<UnitIndex>,
    /// Whether the head is a heading (and not the first words of a paragraph).
    pub is_heading: bool,
    /// What stands between the head and the first child.
    pub blocks: Vec<Block>,
    /// 1 for the outermost clauses.
    pub depth: u8,
}

impl Clause {
    /// Its label without the signs behind it: `II`, `a`, `Điều 1`.
    pub fn printed(&self) -> &str {
        self.label.trim_end_matches(['.', ':', ')', ' '])
    }
}

/// What sort of label a clause has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ClauseKind {
    /// What stands before the first label.
    Preamble,
    /// Phần.
    Part,
    /// Chương.
    Chapter,
    /// Mục.
    Section,
    /// Điều.
    Article,
    /// Phụ lục.
    Appendix,
    /// `I.`
    Roman,
    /// `A.`
    Capital,
    /// `1.`, `2.1.`
    Decimal,
    /// `a)`
    Letter,
    /// `(1)`
    Bracketed,
    /// What stands after a thematic break at the end: recipients.
    Closing,
    /// The footnotes.
    Footnotes,
}

/// What a clause holds besides other clauses.
#[derive(Clone, Debug)]
pub enum Block {
    Paragraph(UnitIndex),
    List(Vec<ListItem>),
    Table(Table),
}

impl Block {
    pub fn as_table(&self) -> Option<&Table> {
        match self {
            Block::Table(table) => Some(table),
            Block::Paragraph(_) | Block::List(_) => None,
        }
    }
}

#[derive(Clone, Debug)]
pub struct ListItem {
    pub unit: UnitIndex,
    /// As printed: `-`, `+`.
    pub marker: char,
    pub children: Vec<ListItem>,
}

#[derive(Clone, Debug)]
pub struct Table {
    /// The header's cells.
    pub header: Vec<UnitIndex>,
    pub rows: Vec<TableRow>,
}

#[derive(Clone, Debug)]
pub struct TableRow {
    /// `pl-r5`.
    pub anchor: String,
    pub cells: Vec<UnitIndex>,
}

/// The smallest piece that can be cited: a paragraph, a bullet, a table cell, the head of a clause.
#[derive(Clone, Debug)]
pub struct Unit {
    /// `ii.1-p3`: unique in the text, the same in both languages.
    pub anchor: String,
    pub clause: ClauseIndex,
    pub kind: UnitKind,
    /// The visible text: NFC, runs of white space as one space, without the label.
    pub text: String,
    /// How the text looks, in order, covering it all.
    pub runs: Vec<Run>,
    /// Where pieces of the text come from: (offset in `text`, offset in the source), in order. For
    /// messages.
    pub origins: Vec<(usize, usize)>,
    /// The marks that lead to footnotes, in order.
    pub note_marks: Vec<NoteMark>,
}

/// The mark of a footnote in a unit. It is no part of the text, so that no quote or fingerprint
/// changes with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteMark {
    /// Where in the text it stands: behind the words that end here.
    pub offset: usize,
    pub footnote: FootnoteIndex,
    /// `fn-1-ref`, `fn-1-ref-2`: unique in the text.
    pub anchor: String,
    /// Where the mark stands in the source.
    pub source: Range<usize>,
}

/// A footnote of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Footnote {
    /// As printed in the mark: `1`, `*`.
    pub label: String,
    /// Its first paragraph.
    pub unit: UnitIndex,
    /// The last of its paragraphs, bullets and cells, which stand together.
    pub last: UnitIndex,
    /// The anchor of the first mark that leads to it; a footnote without a mark has none.
    pub first_mark: Option<String>,
    /// Where its label stands in the source, with the brackets.
    pub source: Range<usize>,
}

impl Unit {
    /// The source range of a range of the text, as well as it is known.
    pub fn source_range(&self, range: Range<usize>) -> Range<usize> {
        let at = |offset: usize| {
            let index = self.origins.partition_point(|&(text, _)| text <= offset).saturating_sub(1);
            self.origins.get(index).map_or(0, |&(text, source)| source + (offset - text))
        };
        let start = at(range.start);
        let end = if range.end > range.start { at(range.end - 1) + 1 } else { start };
        start..end.max(start)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnitKind {
    Head,
    Paragraph,
    /// 1 for `-`, 2 for `+` in it.
    Bullet {
        depth: u8,
    },
    /// Header cells have row 0; body rows and columns count from 1.
    Cell {
        table: u8,
        row: u16,
        column: u16,
    },
    Footnote,
}

/// A stretch of a unit's text that looks the same throughout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    pub range: Range<usize>,
    pub strong: bool,
    pub emphasis: bool,
    pub link: Option<String>,
}
