//! One value without others to stand beside in time is no chart: it is said large, with what it is
//! and for when.

use plotters::coord::Shift;

use super::frame::{Caption, framed};
use super::label::{Anchor, Label, SIZE, SMALL, ascent, line_height};
use super::notes::Notes;
use super::palette::{INK, QUIET};
use super::path::Line;
use super::svg::{Area, Drawing};
use super::width::Width;
use super::words::{self, PIXEL};
use super::{Chart, Point};
use crate::language::Language;

/// A few words gain nothing from more.
const WIDTH: i32 = Width::Narrow.units();
const VALUE_SIZE: i32 = 28;
const GAP: i32 = 14 * PIXEL;

/// Each line's only value.
pub(super) fn draw(caption: Caption, lines: &[Line]) -> Chart {
    let notes = Notes::of(lines, Width::Narrow, caption.language);
    let statements: Vec<Statement> = lines
        .iter()
        .flat_map(|line| {
            line.points.iter().map(|point| Statement::of(line.label, point, caption.language))
        })
        .collect();
    let under =
        statements.iter().fold(0i32, |sum, statement| sum.saturating_add(statement.height()));
    let mut drawing = Drawing::new(WIDTH, under.saturating_add(notes.height()));
    let whole = drawing.area();
    let mut top = 0;
    for statement in &statements {
        statement.draw(&whole, top);
        top += statement.height();
    }
    notes.draw(&whole, under);
    framed(caption, drawing)
}

struct Statement<'c> {
    name: Vec<&'c str>,
    value: Vec<&'c str>,
    point: &'c Point,
    about: String,
}

/// Words beyond two large lines are set small, and so is a number that is longer than a large line.
fn value_size(text: &str, room: i32) -> i32 {
    if words::width(text, VALUE_SIZE) > 2 * room || words::longest_number(text, VALUE_SIZE) > room {
        SIZE
    } else {
        VALUE_SIZE
    }
}

impl<'c> Statement<'c> {
    fn of(name: &'c str, point: &'c Point, language: Language) -> Self {
        // Bold runs eight percent wider.
        let room = WIDTH * 92 / 100;
        let size = value_size(&point.text, room);
        Statement {
            name: words::wrap(name, SIZE, room),
            value: words::wrap(&point.text, size, room),
            point,
            about: words::about(point, &point.period, language),
        }
    }

    fn size(&self) -> i32 {
        value_size(&self.point.text, WIDTH * 92 / 100)
    }

    fn about(&self) -> Vec<&str> {
        words::wrap(&self.about, SMALL, WIDTH)
    }

    fn height(&self) -> i32 {
        let lines = |count: usize, size: i32| words::count(count) * line_height(size);
        lines(self.name.len(), SIZE)
            + lines(self.value.len(), self.size())
            + lines(self.about().len(), SMALL)
            + GAP
    }

    fn draw(&self, whole: &Area<Shift>, top: i32) {
        let about = self.about();
        let name = Label {
            class: "label",
            lines: &self.name,
            at: (0, 0),
            anchor: Anchor::Start,
            size: SIZE,
            bold: true,
            colour: INK,
        };
        let value = Label {
            class: self.point.kind.text_class(),
            lines: &self.value,
            size: self.size(),
            colour: self.point.kind.colour(),
            ..name
        };
        let about = Label {
            class: "quiet",
            lines: &about,
            size: SMALL,
            bold: false,
            colour: QUIET,
            ..name
        };
        let mut y = top;
        for label in [name, value, about] {
            let (size, lines) = (label.size, label.lines.len());
            whole.draw(&Label { at: (0, y + ascent(size)), ..label });
            y += words::count(lines) * line_height(size);
        }
    }
}
