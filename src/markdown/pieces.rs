//! Markdown to a flat sequence of pieces: headings, paragraphs, bullets, tables. Lists that
//! Markdown numbers become paragraphs again, with the number that is printed; what the labels mean
//! is no business of this file.

use std::ops::Range;
use std::sync::Arc;

use pulldown_cmark::{CowStr, Event, Options, Parser, Tag, TagEnd};

use super::footnotes::{WrittenMark, written_as_marks};
use super::inline::{Inline, InlineBuilder, Style};
use super::link;
use crate::diagnostic::{Report, Source};

/// A piece of a text, in the order of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Heading(Inline),
    /// `nesting`: how many items of numbered lists stand around it, itself not counted.
    Paragraph {
        inline: Inline,
        nesting: u8,
    },
    /// Code and raw HTML: no label is read in it.
    Verbatim(Inline),
    /// `depth` counts from 1, as Markdown nests it.
    Bullet {
        inline: Inline,
        depth: usize,
        marker: char,
    },
    /// A further paragraph of a bullet.
    Continuation {
        inline: Inline,
        depth: usize,
    },
    Table {
        header: Vec<Inline>,
        rows: Vec<Vec<Inline>>,
    },
    /// A thematic break.
    Break,
}

/// A text in pieces, its footnotes apart.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pub pieces: Vec<Piece>,
    /// The label with its place, and what it says.
    pub footnotes: Vec<(WrittenMark, Vec<Piece>)>,
    /// Every mark that leads to a footnote.
    pub marks: Vec<WrittenMark>,
    /// What is written as a mark and leads to no footnote, so that it is text.
    pub dangling: Vec<WrittenMark>,
}

/// The byte-order mark that some editors put first is no part of the text.
pub(super) fn without_mark(text: &str) -> (&str, usize) {
    match text.strip_prefix('\u{feff}') {
        Some(rest) => (rest, text.len() - rest.len()),
        None => (text, 0),
    }
}

/// Numbered lists nested deeper than this are read as if they were not.
const DEEPEST_NUMBERING: u8 = 4;

/// Takes a text to pieces.
pub(super) fn pieces(source: &Arc<Source>, report: &mut Report) -> Pieces {
    let (text, start) = without_mark(&source.text);
    let mut maker = Maker {
        source,
        report,
        made: Pieces::default(),
        around: Vec::new(),
        open: None,
        look: Look::default(),
        table: None,
        footnote: None,
    };
    for (event, range) in
        Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES).into_offset_iter()
    {
        maker.take(event, start + range.start..start + range.end);
    }
    maker.block();
    maker.made
}

struct Maker<'run> {
    source: &'run Arc<Source>,
    report: &'run mut Report,
    made: Pieces,
    /// The list items around, outermost first.
    around: Vec<Item>,
    /// The piece that text goes into.
    open: Option<Open>,
    look: Look,
    table: Option<TableMaker>,
    footnote: Option<Footnote>,
}

#[derive(Clone, Copy)]
enum Item {
    /// Of a numbered list outside bullets, with the numbered items around it.
    Numbered { nesting: u8 },
    /// A bullet, or whatever list stands in one.
    Bullet { depth: usize },
}

struct Open {
    builder: InlineBuilder,
    role: Role,
    /// Whether nothing of its own was put in, so that the item's first paragraph may still be it.
    is_fresh: bool,
    warned_of_html: bool,
}

#[derive(Clone, Copy)]
enum Role {
    Heading,
    Paragraph { nesting: u8 },
    Verbatim,
    Bullet { depth: usize, marker: char },
    Continuation { depth: usize },
    Cell,
}

/// How text looks at present.
#[derive(Default)]
struct Look {
    strong: usize,
    emphasis: usize,
    style: Style,
}

#[derive(Default)]
struct TableMaker {
    rows: Vec<Vec<Inline>>,
    row: Vec<Inline>,
}

struct Footnote {
    label: WrittenMark,
    pieces: Vec<Piece>,
    /// Definitions may stand in definitions; the outermost takes all.
    depth: usize,
    /// The list items that the definition stands in, which are none of its own.
    outside: Vec<Item>,
}

impl Maker<'_> {
    fn take(&mut self, event: Event, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => {
                self.dangling(range.clone());
                self.text(&text, range);
            }
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.text(&text, range)
            }
            Event::Html(text) | Event::InlineHtml(text) => {
                self.text(&text, range.clone());
                if let Some(open) = self.open.as_mut().filter(|open| !open.warned_of_html) {
                    open.warned_of_html = true;
                    link::warn_of_html(self.source, trimmed(&self.source.text, range), self.report);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                if let Some(open) = &mut self.open {
                    open.builder.push_space(range.start, &self.look.style);
                }
            }
            Event::Rule => {
                self.block();
                if self.footnote.is_none() {
                    self.made.pieces.push(Piece::Break);
                }
            }
            Event::FootnoteReference(label) => self.mark(&label, range),
            Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag, range: Range<usize>) {
        match tag {
            Tag::Paragraph => self.first_of_item(range.start, None),
            Tag::Heading { .. } => self.first_of_item(range.start, Some(Role::Heading)),
            Tag::CodeBlock(_) | Tag::HtmlBlock => {
                self.first_of_item(range.start, Some(Role::Verbatim))
            }
            Tag::Item => self.item(range.start),
            Tag::List(_) => {
                // `- 1. Text`: the bullet's own text is the numbered line.
                let keeps =
                    self.open.as_ref().is_some_and(|open| {
                        open.is_fresh && matches!(open.role, Role::Bullet { .. })
                    }) && self.numbers_at(range.start).is_some();
                if !keeps {
                    self.block();
                }
            }
            Tag::BlockQuote(_) => {}
            Tag::Table(_) => {
                self.block();
                self.table = Some(TableMaker::default());
            }
            Tag::TableCell => self.begin(range.start, Role::Cell, false),
            Tag::FootnoteDefinition(label) => self.footnote(&label, range.start),
            Tag::Strong => self.look.strong += 1,
            Tag::Emphasis => self.look.emphasis += 1,
            Tag::Link { link_type, dest_url, .. } => {
                self.look.style.link =
                    link::checked(link_type, &dest_url, self.source, range, self.report)
            }
            Tag::Image { .. } => link::warn_of_image(self.source, range, self.report),
            _ => {}
        }
        self.look.settle();
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.block()
            }
            TagEnd::Item => {
                self.block();
                self.around.pop();
            }
            TagEnd::TableCell => match self.open.take() {
                Some(Open { builder, role: Role::Cell, .. }) => {
                    self.table.get_or_insert_default().row.push(builder.finish())
                }
                other => self.open = other,
            },
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    table.rows.push(std::mem::take(&mut table.row));
                }
            }
            TagEnd::Table => {
                if let Some(TableMaker { mut rows, .. }) =
                    self.table.take().filter(|table| !table.rows.is_empty())
                {
                    let header = rows.remove(0);
                    self.put(Piece::Table { header, rows });
                }
            }
            TagEnd::FootnoteDefinition => self.end_footnote(),
            TagEnd::Strong => self.look.strong -= 1,
            TagEnd::Emphasis => self.look.emphasis -= 1,
            TagEnd::Link => self.look.style.link = None,
            _ => {}
        }
        self.look.settle();
    }

    /// Opens an item. A number outside bullets is put back in front of its paragraph, as it is
    /// printed.
    fn item(&mut self, place: usize) {
        let number = self.numbers_at(place);
        let around = self.around.last().copied();
        match (number, around) {
            (Some(number), None | Some(Item::Numbered { .. })) => {
                self.block();
                let nesting = match around {
                    Some(Item::Numbered { nesting }) => (nesting + 1).min(DEEPEST_NUMBERING),
                    _ => 0,
                };
                self.around.push(Item::Numbered { nesting });
                self.begin(place, Role::Paragraph { nesting }, true);
                self.put_number(number);
            }
            (number, around) => {
                let depth = match around {
                    Some(Item::Bullet { depth }) => depth + 1,
                    _ => 1,
                };
                if !(number.is_some() && self.open.as_ref().is_some_and(|open| open.is_fresh)) {
                    self.block();
                    // A numbered line in a bullet has its number in its text, and no marker.
                    let marker = if number.is_some() { ' ' } else { self.marker_at(place) };
                    self.begin(place, Role::Bullet { depth, marker }, true);
                }
                self.around.push(Item::Bullet { depth });
                if let Some(number) = number {
                    self.put_number(number);
                }
            }
        }
    }

    fn put_number(&mut self, number: Range<usize>) {
        let source = self.source;
        if let Some(open) = &mut self.open {
            open.builder.push(&source.text[number.clone()], number.start, &Style::default());
            open.builder.push_space(number.end, &Style::default());
        }
    }

    /// The number with its dot or bracket that an item of a numbered list begins with.
    fn numbers_at(&self, place: usize) -> Option<Range<usize>> {
        let start = self.marker_place(place);
        let digits = self.source.text[start..].bytes().take_while(u8::is_ascii_digit).count();
        (digits > 0)
            .then_some(start..start + digits + 1)
            .filter(|range| self.source.text.get(range.clone()).is_some())
    }

    fn marker_at(&self, place: usize) -> char {
        self.source.text[self.marker_place(place)..].chars().next().unwrap_or('-')
    }

    fn marker_place(&self, place: usize) -> usize {
        place
            + self.source.text[place..]
                .bytes()
                .take_while(|byte| matches!(byte, b' ' | b'\t'))
                .count()
    }

    fn begin(&mut self, place: usize, role: Role, is_fresh: bool) {
        self.open =
            Some(Open { builder: InlineBuilder::at(place), role, is_fresh, warned_of_html: false });
    }

    /// A block that text follows in: the first one of an item is the item's own text.
    fn first_of_item(&mut self, place: usize, role: Option<Role>) {
        if let Some(open) = self.open.as_mut().filter(|open| open.is_fresh) {
            open.is_fresh = false;
            if let (Role::Paragraph { .. }, Some(Role::Heading)) = (open.role, role) {
                open.role = Role::Heading;
            }
            return;
        }
        self.block();
        let role = role.unwrap_or_else(|| self.role_here());
        self.begin(place, role, false);
    }

    fn role_here(&self) -> Role {
        match self.around.last() {
            Some(&Item::Bullet { depth }) => Role::Continuation { depth },
            Some(&Item::Numbered { nesting }) => {
                Role::Paragraph { nesting: (nesting + 1).min(DEEPEST_NUMBERING) }
            }
            None => Role::Paragraph { nesting: 0 },
        }
    }

    /// Text may stand here without a block of its own, as in a list whose items no empty line
    /// parts.
    fn open_here(&mut self, place: usize) {
        if self.open.is_none() {
            let role = self.role_here();
            self.begin(place, role, false);
        }
    }

    fn mark(&mut self, label: &str, range: Range<usize>) {
        self.open_here(range.start);
        if let Some(open) = &mut self.open {
            open.builder.push_mark(label, range.clone());
        }
        self.made.marks.push((label.to_owned(), range));
    }

    /// Notes what is written like a mark in text: Markdown leaves it there where the footnote is
    /// not.
    fn dangling(&mut self, range: Range<usize>) {
        if self.open.as_ref().is_some_and(|open| matches!(open.role, Role::Verbatim)) {
            return;
        }
        self.made.dangling.extend(written_as_marks(&self.source.text, range));
    }

    fn text(&mut self, text: &CowStr, range: Range<usize>) {
        self.open_here(range.start);
        let written = self.source.text.get(range.clone()).unwrap_or_default();
        let source = range.start
            + if written.len() == text.len() { 0 } else { written.find(&**text).unwrap_or(0) };
        if let Some(open) = &mut self.open {
            open.is_fresh = false;
            open.builder.push(text, source, &self.look.style);
        }
    }

    /// A block begins or ends here: what is open is complete.
    fn block(&mut self) {
        let Some(open) = self.open.take() else { return };
        let inline = open.builder.finish();
        let is_empty = inline.text.is_empty();
        let piece = match open.role {
            Role::Bullet { depth, marker } => Piece::Bullet { inline, depth, marker },
            _ if is_empty => return,
            Role::Heading => Piece::Heading(inline),
            Role::Paragraph { nesting } => Piece::Paragraph { inline, nesting },
            Role::Verbatim => Piece::Verbatim(inline),
            Role::Continuation { depth } => Piece::Continuation { inline, depth },
            Role::Cell => return,
        };
        self.put(piece);
    }

    fn put(&mut self, piece: Piece) {
        match &mut self.footnote {
            Some(footnote) => footnote.pieces.push(piece),
            None => self.made.pieces.push(piece),
        }
    }

    fn footnote(&mut self, label: &str, place: usize) {
        if let Some(footnote) = &mut self.footnote {
            footnote.depth += 1;
            return;
        }
        self.block();
        let start = place + self.source.text[place..].find("[^").unwrap_or(0);
        let label = (label.to_string(), start..start + "[^]".len() + label.len());
        self.footnote = Some(Footnote {
            label,
            pieces: Vec::new(),
            depth: 1,
            outside: std::mem::take(&mut self.around),
        });
    }

    fn end_footnote(&mut self) {
        self.block();
        let Some(mut footnote) = self.footnote.take() else { return };
        footnote.depth -= 1;
        if footnote.depth > 0 {
            self.footnote = Some(footnote);
            return;
        }
        self.around = footnote.outside;
        self.made.footnotes.push((footnote.label, footnote.pieces));
    }
}

impl Look {
    fn settle(&mut self) {
        self.style.strong = self.strong > 0;
        self.style.emphasis = self.emphasis > 0;
    }
}

/// The range without the white space at its end.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let length = text.get(range.clone()).map_or(0, |part| part.trim_end().len());
    range.start..range.start + length
}
