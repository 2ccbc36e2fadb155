//! Notes under a chart: why a series is broken, and what a value's source says of it. A tooltip alone is no use on paper or on a phone.

use plotters::coord::Shift;

use super::frame::WIDTH;
use super::label::{Anchor, Label, SMALL, ascent, line_height};
use super::mark::slashes;
use super::palette::QUIET;
use super::path::Line;
use super::svg::Area;
use super::words::{self, PIXEL};
use crate::language::Language;

const SIZE: i32 = SMALL;
/// Room for the sign of a break before its note.
const INDENT: i32 = 14 * PIXEL;
/// With more notes than this, those that explain no break are left to the tooltips and to the page's table.
const MOST: usize = 6;

pub(super) struct Notes(Vec<Note>);

struct Note {
    text: String,
    breaks: bool,
}

impl Notes {
    pub(super) fn of(lines: &[Line], language: Language) -> Notes {
        let mut notes: Vec<Note> = Vec::new();
        for line in lines {
            for (index, point) in line.points.iter().enumerate() {
                let breaks = point.breaks && index > 0;
                let note = match (&point.note, breaks) {
                    (Some(note), _) => note.as_str(),
                    (None, true) => words::series_break(language),
                    (None, false) => continue,
                };
                let of = if lines.len() > 1 && !line.label.is_empty() { format!("{}, ", line.label) } else { String::new() };
                let text = format!("{of}{}: {note}", point.period);
                // Several lines often carry one note one after the other.
                if notes.last().is_none_or(|last| last.text != text) {
                    notes.push(Note { text, breaks });
                }
            }
        }
        if notes.len() > MOST {
            notes.retain(|note| note.breaks);
        }
        Notes(notes)
    }

    pub(super) fn height(&self) -> i32 {
        self.0.iter().map(|note| note.height()).fold(0, i32::saturating_add)
    }

    pub(super) fn draw(&self, whole: &Area<Shift>, top: i32) {
        let mut y = top;
        for note in &self.0 {
            let at = (note.indent(), y + ascent(SIZE));
            if note.breaks {
                whole.write(|drawing| slashes(drawing, (5 * PIXEL, at.1 - 4 * PIXEL)));
            }
            whole.draw(&Label { class: "note quiet", lines: &note.lines(), at, anchor: Anchor::Start, size: SIZE, bold: false, colour: QUIET });
            y += note.height();
        }
    }
}

impl Note {
    fn indent(&self) -> i32 {
        if self.breaks { INDENT } else { 0 }
    }

    fn lines(&self) -> Vec<&str> {
        words::wrap(&self.text, SIZE, WIDTH - self.indent())
    }

    fn height(&self) -> i32 {
        words::count(self.lines().len()) * line_height(SIZE) + 3 * PIXEL
    }
}
