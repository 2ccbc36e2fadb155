//! The words at a line's end: what the line is, its last value, and what kind of value that is.
//! They stand in a column of their own right of the plot and push each other apart.

use std::ops::Range;

use plotters::coord::Shift;
use plotters::element::PathElement;
use plotters_backend::BackendCoord;

use super::label::{Anchor, Label, SMALL, ascent, line_height};
use super::palette::{INK, LEADER, QUIET};
use super::path::Piece;
use super::svg::Area;
use super::width::Width;
use super::words::{self, PIXEL};
use super::{MarkKind, Point};
use crate::language::Language;

const NAME_SIZE: i32 = 13;
const VALUE_SIZE: i32 = 14;
const KIND_SIZE: i32 = SMALL;
/// The width of the column's lines, and how much wider a line may be for the sake of one long word
/// or number.
const fn room(width: Width) -> i32 {
    width.of(118 * PIXEL, 150 * PIXEL)
}
const fn word_room(width: Width) -> i32 {
    width.of(160 * PIXEL, 210 * PIXEL)
}
const GAP: i32 = 7 * PIXEL;

pub(super) struct End<'c> {
    name: Vec<&'c str>,
    value: Vec<&'c str>,
    kind_words: String,
    room: i32,
    kind: MarkKind,
    /// The mark that the words belong to.
    mark: BackendCoord,
    /// Where the words begin.
    top: i32,
}

impl<'c> End<'c> {
    /// The words for a line's last value.
    pub(super) fn of(name: &'c str, last: &'c Point, width: Width, language: Language) -> Self {
        // Bold runs eight percent wider.
        let lines = |text: &'c str, size: i32| {
            words::wrap_wide(text, size, room(width) * 92 / 100, word_room(width) * 92 / 100)
        };
        let (name, value) = (lines(name, NAME_SIZE), lines(&last.text, VALUE_SIZE));
        End {
            name,
            value,
            kind_words: words::about(last, &last.tick, language),
            room: room(width),
            kind: last.kind,
            mark: (0, 0),
            top: 0,
        }
    }

    pub(super) fn width(&self) -> i32 {
        let bold = self
            .name
            .iter()
            .map(|line| words::width(line, NAME_SIZE))
            .chain(self.value.iter().map(|line| words::width(line, VALUE_SIZE)));
        let kind =
            self.kind_lines().iter().map(|line| words::width(line, KIND_SIZE)).max().unwrap_or(0);
        (bold.max().unwrap_or(0) * 108 / 100).max(kind)
    }

    pub(super) fn height(&self) -> i32 {
        let lines = |count: usize, size: i32| words::count(count) * line_height(size);
        lines(self.name.len(), NAME_SIZE)
            + lines(self.value.len(), VALUE_SIZE)
            + lines(self.kind_lines().len(), KIND_SIZE)
            + GAP
    }

    fn kind_lines(&self) -> Vec<&str> {
        words::wrap(&self.kind_words, KIND_SIZE, self.room)
    }

    /// Puts the words beside their mark, the value at its height.
    pub(super) fn aim(&mut self, mark: BackendCoord) {
        self.mark = mark;
        self.top = mark.1 - self.height() / 2;
    }

    fn middle(&self) -> i32 {
        self.top + (self.height() - GAP) / 2
    }

    /// Where the words do not stand right beside the mark, a line leads from it to them.
    pub(super) fn leader(&self, column: i32) -> Option<Piece> {
        let (from, to) =
            ((self.mark.0 + 9 * PIXEL, self.mark.1), (column - 4 * PIXEL, self.middle()));
        (to.0 - from.0 > 6 * PIXEL || (to.1 - from.1).abs() > 9 * PIXEL).then_some([from, to])
    }

    pub(super) fn draw_leader(&self, whole: &Area<Shift>, column: i32) {
        if let Some(leader) = self.leader(column) {
            whole.draw(&PathElement::new(leader, LEADER));
        }
    }

    pub(super) fn draw(&self, whole: &Area<Shift>, column: i32) {
        let mut y = self.top;
        let kinds = self.kind_lines();
        let plain = Label {
            class: "label",
            lines: &self.name,
            at: (column, 0),
            anchor: Anchor::Start,
            size: NAME_SIZE,
            bold: true,
            colour: INK,
        };
        let value = Label {
            class: self.kind.text_class(),
            lines: &self.value,
            size: VALUE_SIZE,
            colour: self.kind.colour(),
            ..plain
        };
        let kind = Label {
            class: "quiet",
            lines: &kinds,
            size: KIND_SIZE,
            bold: false,
            colour: QUIET,
            ..plain
        };
        for label in [plain, value, kind] {
            let (size, lines) = (label.size, label.lines.len());
            whole.draw(&Label { at: (column, y + ascent(size)), ..label });
            y += words::count(lines) * line_height(size);
        }
    }
}

/// Moves words up and down until none overlap, each as little as the order allows. There is room
/// for all in `within`.
pub(super) fn push_apart(ends: &mut [End], within: Range<i32>) {
    let mut order: Vec<&mut End> = ends.iter_mut().collect();
    order.sort_by_key(|end| end.mark.1);
    let mut free = within.start;
    for end in &mut order {
        end.top = end.top.max(free);
        free = end.top.saturating_add(end.height());
    }
    let mut free = within.end;
    for end in order.iter_mut().rev() {
        end.top = end.top.min(free - end.height());
        free = end.top;
    }
}
