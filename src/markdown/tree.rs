//! Pieces to the tree of clauses: labels open clauses, everything else becomes a unit of the clause
//! that is open. The only maker of anchors.

use std::collections::BTreeMap;

use super::footnotes::WrittenMark;
use super::inline::{Inline, InlineMark};
use super::label::{self, Position};
use super::nesting::{self, Open, Settled};
use super::pieces::{Piece, Pieces};
use crate::language::Language;
use crate::portal::{
    Block, Clause, ClauseIndex, ClauseKind, Footnote, FootnoteIndex, ListItem, NoteMark, PlanText,
    Run, Table, TableRow, Unit, UnitIndex, UnitKind,
};

/// Bullets nested deeper than this stand beside each other: no text needs more, and a hostile one
/// shall not grow deep.
const DEEPEST_BULLET: usize = 6;

/// The tree of a text. `source` is what the pieces' origins point into.
pub(super) fn tree(pieces: Pieces, source: &str, language: Language) -> PlanText {
    let mut maker = Maker {
        source,
        language,
        text: PlanText::default(),
        open: Vec::new(),
        before_closing: None,
        after_break: false,
        current: None,
        footnote: None,
        count: Count::default(),
        bullets: Vec::new(),
        anchors: Anchors::default(),
        marks: Vec::new(),
    };
    for (index, piece) in pieces.pieces.into_iter().enumerate() {
        maker.take(piece, index == 0);
    }
    maker.footnotes(pieces.footnotes);
    maker.note_marks();
    maker.text
}

struct Maker<'source> {
    source: &'source str,
    language: Language,
    text: PlanText,
    open: Vec<Open>,
    /// The clauses that were open before the closing part began.
    before_closing: Option<Vec<Open>>,
    /// Whether a thematic break stands before what comes next.
    after_break: bool,
    current: Option<ClauseIndex>,
    /// The anchor of the footnote that units stand in.
    footnote: Option<String>,
    count: Count,
    /// The bullets that a next one may stand in, outermost first.
    bullets: Vec<OpenBullet>,
    anchors: Anchors,
    /// The marks in each unit, in the order of the text: what they lead to is known at its end.
    marks: Vec<(UnitIndex, InlineMark)>,
}

/// What the current clause holds so far.
#[derive(Default)]
struct Count {
    paragraphs: usize,
    /// By depth: the number of the last bullet.
    bullets: Vec<usize>,
    tables: usize,
    rows: usize,
}

struct OpenBullet {
    unit: UnitIndex,
    /// As Markdown nests it.
    depth: usize,
    marker: char,
}

impl Maker<'_> {
    fn take(&mut self, piece: Piece, is_first: bool) {
        match piece {
            Piece::Heading(inline) => {
                if let Some(inline) = self.labelled(inline, Position::Heading, 0) {
                    if is_first {
                        self.text.title = Some(inline.text);
                    } else {
                        self.paragraph(inline.strong());
                    }
                }
            }
            Piece::Paragraph { inline, nesting } => {
                if let Some(inline) = self.labelled(inline, Position::Paragraph, nesting) {
                    self.paragraph(inline);
                }
            }
            Piece::Verbatim(inline) => self.paragraph(inline),
            Piece::Continuation { inline, depth } => {
                if let Some(inline) = self.labelled(inline, Position::Paragraph, 0) {
                    self.continuation(inline, depth);
                }
            }
            Piece::Bullet { inline, depth, marker } => self.bullet(inline, depth, marker),
            Piece::Table { header, rows } => self.table(header, rows),
            // Before the first label there is nothing that it could close.
            Piece::Break => self.after_break = !self.open.is_empty(),
        }
    }

    /// Opens the clause whose label the text begins with; gives the text back where there is none.
    fn labelled(&mut self, inline: Inline, position: Position, nesting: u8) -> Option<Inline> {
        let Some(label) = label::read(&inline.text, position, self.language)
            .filter(|label| !self.is_escaped(&inline, label.length))
        else {
            return Some(inline);
        };
        // A heading with a label ends the closing part: an appendix comes behind it.
        let open = match (&self.before_closing, position) {
            (Some(before), Position::Heading) => before,
            _ => &self.open,
        };
        let Some(settled) = nesting::settle(label.numbering, position, nesting, open) else {
            return Some(inline);
        };
        if position == Position::Heading
            && let Some(before) = self.before_closing.take()
        {
            self.open = before;
        }
        self.after_break = false;
        self.clause(settled, label.printed);
        let head = inline.without_prefix(label.length);
        let index = self.current.expect("a clause was opened");
        let is_heading = position == Position::Heading;
        self.text.clauses[index.0].is_heading = is_heading;
        if !head.text.is_empty() {
            let unit = self.unit(head, "h", UnitKind::Head);
            self.text.clauses[index.0].head = Some(unit);
        }
        None
    }

    /// Whether the author wrote a backslash in the label, so that it is none.
    fn is_escaped(&self, inline: &Inline, length: usize) -> bool {
        let source = self.source.as_bytes();
        (0..length).any(|offset| {
            inline
                .source_at(offset)
                .checked_sub(1)
                .is_some_and(|before| source.get(before) == Some(&b'\\'))
        })
    }

    fn clause(&mut self, settled: Settled, label: String) {
        let depth = nesting::depth_of(&settled, &self.open);
        self.open.truncate(depth);
        let parent = self.open.last();
        let below_its_prefix = match (&settled, parent.map(|parent| &parent.numbering)) {
            (
                Settled::Decimal { components, .. },
                Some(Settled::Decimal { components: above, .. }),
            ) => components.len() > above.len() && components.starts_with(above),
            _ => false,
        };
        let stem = parent
            .map_or("", |parent| if below_its_prefix { &parent.stem } else { &parent.anchor })
            .to_string();
        let segment = settled.segment();
        let anchor = self.anchors.unique(if stem.is_empty() {
            segment
        } else {
            format!("{stem}.{segment}")
        });
        let parent = parent.map(|parent| parent.clause);
        let clause = self.add_clause(anchor.clone(), label, settled.kind(), parent);
        self.open.push(Open { clause, numbering: settled, stem, anchor });
    }

    fn add_clause(
        &mut self,
        anchor: String,
        label: String,
        kind: ClauseKind,
        parent: Option<ClauseIndex>,
    ) -> ClauseIndex {
        let index = ClauseIndex(self.text.clauses.len());
        let depth = parent.map_or(0, |parent| self.text.clause(parent).depth).saturating_add(1);
        if let Some(parent) = parent {
            self.text.clauses[parent.0].children.push(index);
        }
        self.text.clauses.push(Clause {
            anchor,
            label,
            kind,
            parent,
            children: Vec::new(),
            head: None,
            is_heading: false,
            blocks: Vec::new(),
            depth,
        });
        self.current = Some(index);
        self.count = Count::default();
        self.bullets.clear();
        index
    }

    /// The clause that a unit without a label belongs to; the first such unit opens the preamble,
    /// or the closing part.
    fn clause_for_unit(&mut self) -> ClauseIndex {
        if self.after_break && self.before_closing.is_none() {
            self.before_closing = Some(std::mem::take(&mut self.open));
            self.clause(Settled::Closing, String::new());
        }
        self.after_break = false;
        match self.current {
            Some(current) => current,
            None => {
                let anchor = self.anchors.unique("mo-dau".to_string());
                self.add_clause(anchor, String::new(), ClauseKind::Preamble, None)
            }
        }
    }

    fn unit(&mut self, inline: Inline, suffix: &str, kind: UnitKind) -> UnitIndex {
        let clause = self.clause_for_unit();
        let anchor = self.anchors.unique(format!("{}-{suffix}", self.stem(clause)));
        self.add_unit(inline, anchor, clause, kind)
    }

    /// What the anchors of a clause's units begin with.
    fn stem(&self, clause: ClauseIndex) -> &str {
        self.footnote.as_ref().unwrap_or(&self.text.clause(clause).anchor)
    }

    fn add_unit(
        &mut self,
        inline: Inline,
        anchor: String,
        clause: ClauseIndex,
        kind: UnitKind,
    ) -> UnitIndex {
        let Inline { text, runs, origins, marks } = inline;
        let index = UnitIndex(self.text.units.len());
        self.text.units.push(Unit {
            anchor,
            clause,
            kind,
            text,
            runs,
            origins,
            note_marks: Vec::new(),
        });
        self.marks.extend(marks.into_iter().map(|mark| (index, mark)));
        index
    }

    fn blocks(&mut self) -> &mut Vec<Block> {
        let clause = self.clause_for_unit();
        &mut self.text.clauses[clause.0].blocks
    }

    fn paragraph(&mut self, inline: Inline) {
        self.clause_for_unit();
        self.bullets.clear();
        self.count.paragraphs += 1;
        let unit = self.unit(inline, &format!("p{}", self.count.paragraphs), UnitKind::Paragraph);
        self.blocks().push(Block::Paragraph(unit));
    }

    /// A bullet is one unit: its further paragraphs join it, unless other bullets stand between.
    fn continuation(&mut self, inline: Inline, depth: usize) {
        match self.bullets.last() {
            Some(bullet) if bullet.depth == depth && !self.after_break => {
                let unit = bullet.unit;
                let marks = append(&mut self.text.units[unit.0], inline);
                self.marks.extend(marks.into_iter().map(|mark| (unit, mark)));
            }
            _ => self.paragraph(inline),
        }
    }

    fn bullet(&mut self, inline: Inline, depth: usize, marker: char) {
        self.clause_for_unit();
        // `+` behind `-` stands in it, also where it is not indented.
        while self.bullets.last().is_some_and(|last| {
            last.depth > depth || last.depth == depth && !(last.marker == '-' && marker == '+')
        }) {
            self.bullets.pop();
        }
        self.bullets.truncate(DEEPEST_BULLET - 1);
        let starts_list = !matches!(self.blocks().last(), Some(Block::List(_)));
        let level = self.bullets.len();
        self.count.bullets.truncate(level + 1);
        self.count.bullets.resize(level + 1, 0);
        self.count.bullets[level] += 1;
        let path: Vec<String> = self.count.bullets.iter().map(usize::to_string).collect();
        let depth_number = u8::try_from(level + 1).unwrap_or(u8::MAX);
        let unit = self.unit(
            inline,
            &format!("b{}", path.join(".")),
            UnitKind::Bullet { depth: depth_number },
        );
        self.bullets.push(OpenBullet { unit, depth, marker });
        if starts_list {
            self.blocks().push(Block::List(Vec::new()));
        }
        let mut items = match self.blocks().last_mut() {
            Some(Block::List(items)) => items,
            _ => return,
        };
        for _ in 0..level {
            items = &mut items.last_mut().expect("a bullet is open at each level above").children;
        }
        items.push(ListItem { unit, marker, children: Vec::new() });
    }

    fn table(&mut self, header: Vec<Inline>, rows: Vec<Vec<Inline>>) {
        let clause = self.clause_for_unit();
        self.bullets.clear();
        self.count.tables += 1;
        let number = self.count.tables;
        let table = u8::try_from(number).unwrap_or(u8::MAX);
        let cell = |maker: &mut Self, inline: Inline, prefix: &str, row: usize, column: usize| {
            let kind = UnitKind::Cell {
                table,
                row: u16::try_from(row).unwrap_or(u16::MAX),
                column: u16::try_from(column).unwrap_or(u16::MAX),
            };
            maker.unit(inline, &format!("{prefix}-c{column}"), kind)
        };
        let header = header
            .into_iter()
            .enumerate()
            .map(|(index, inline)| cell(self, inline, &format!("t{number}"), 0, index + 1))
            .collect();
        let mut body = Vec::with_capacity(rows.len());
        for row in rows {
            self.count.rows += 1;
            let row_number = self.count.rows;
            let anchor = format!("{}-r{row_number}", self.stem(clause));
            let cells = row
                .into_iter()
                .enumerate()
                .map(|(index, inline)| {
                    cell(self, inline, &format!("r{row_number}"), row_number, index + 1)
                })
                .collect();
            body.push(TableRow { anchor, cells });
        }
        self.blocks().push(Block::Table(Table { header, rows: body }));
    }

    /// A footnote's first paragraph has its anchor, `fn-1`; what follows is counted from there:
    /// `fn-1-p2`, `fn-1-b1`.
    fn footnotes(&mut self, footnotes: Vec<(WrittenMark, Vec<Piece>)>) {
        if footnotes.is_empty() {
            return;
        }
        self.after_break = false;
        let anchor = self.anchors.unique("fn".to_string());
        let clause = self.add_clause(anchor, String::new(), ClauseKind::Footnotes, None);
        for ((label, source), pieces) in footnotes {
            let anchor = self.anchors.unique(format!("fn-{}", super::slug(&label)));
            let mut pieces = pieces.into_iter().peekable();
            let first = match pieces.next_if(|piece| {
                matches!(piece, Piece::Paragraph { .. } | Piece::Verbatim(_) | Piece::Heading(_))
            }) {
                Some(
                    Piece::Paragraph { inline, .. }
                    | Piece::Verbatim(inline)
                    | Piece::Heading(inline),
                ) => inline,
                // The number stands before a list or table too.
                _ => Inline { origins: vec![(0, source.start)], ..Inline::default() },
            };
            let unit = self.add_unit(first, anchor.clone(), clause, UnitKind::Footnote);
            self.blocks().push(Block::Paragraph(unit));
            self.footnote = Some(anchor);
            self.count = Count { paragraphs: 1, ..Count::default() };
            self.bullets.clear();
            pieces.for_each(|piece| self.in_footnote(piece));
            let last = UnitIndex(self.text.units.len() - 1);
            self.text.footnotes.push(Footnote { label, unit, last, first_mark: None, source });
        }
        self.footnote = None;
    }

    /// No label is read in a footnote: it opens no clause.
    fn in_footnote(&mut self, piece: Piece) {
        match piece {
            Piece::Heading(inline) => self.paragraph(inline.strong()),
            Piece::Paragraph { inline, .. } | Piece::Verbatim(inline) => self.paragraph(inline),
            Piece::Continuation { inline, depth } => self.continuation(inline, depth),
            Piece::Bullet { inline, depth, marker } => self.bullet(inline, depth, marker),
            Piece::Table { header, rows } => self.table(header, rows),
            Piece::Break => {}
        }
    }

    /// Leads every mark to its footnote.
    fn note_marks(&mut self) {
        let footnotes = self.text.footnotes.iter().enumerate();
        let by_label: BTreeMap<String, FootnoteIndex> = footnotes
            .map(|(index, footnote)| (footnote_key(&footnote.label), FootnoteIndex(index)))
            .collect();
        for (unit, InlineMark { offset, label, source }) in std::mem::take(&mut self.marks) {
            // A footnote that stands in another one is part of its text.
            let Some(&footnote) = by_label.get(&footnote_key(&label)) else { continue };
            let Footnote { unit: note, first_mark, .. } = &mut self.text.footnotes[footnote.0];
            let anchor = self.anchors.unique(format!("{}-ref", self.text.units[note.0].anchor));
            first_mark.get_or_insert_with(|| anchor.clone());
            self.text.units[unit.0].note_marks.push(NoteMark { offset, footnote, anchor, source });
        }
    }
}

/// What labels of footnotes are compared by: Markdown tells capital from small letters as little.
pub(super) fn footnote_key(label: &str) -> String {
    label.to_lowercase()
}

/// Adds to a unit's text, with a space between. The marks are given back, at their places in the
/// whole.
fn append(unit: &mut Unit, more: Inline) -> Vec<InlineMark> {
    if !unit.text.is_empty() {
        let place = more.source_at(0).saturating_sub(1);
        unit.origins.push((unit.text.len(), place));
        unit.text.push(' ');
    }
    let shift = unit.text.len();
    if let Some(last) = unit.runs.last_mut() {
        last.range.end = shift;
    }
    unit.text.push_str(&more.text);
    unit.runs.extend(
        more.runs
            .into_iter()
            .map(|run| Run { range: run.range.start + shift..run.range.end + shift, ..run }),
    );
    unit.origins.extend(more.origins.into_iter().map(|(text, source)| (text + shift, source)));
    more.marks.into_iter().map(|mark| InlineMark { offset: mark.offset + shift, ..mark }).collect()
}

/// Every anchor given so far, with the number that its next double gets.
#[derive(Default)]
struct Anchors {
    given: BTreeMap<String, usize>,
}

impl Anchors {
    /// The anchor, or with `-2`, `-3` behind it where it is taken.
    fn unique(&mut self, wanted: String) -> String {
        let Some(next) = self.given.get_mut(&wanted) else {
            self.given.insert(wanted.clone(), 2);
            return wanted;
        };
        let mut number = *next;
        *next += 1;
        let mut anchor = format!("{wanted}-{number}");
        while self.given.contains_key(&anchor) {
            number += 1;
            anchor = format!("{wanted}-{number}");
        }
        self.given.insert(wanted, number + 1);
        self.given.insert(anchor.clone(), 2);
        anchor
    }
}
