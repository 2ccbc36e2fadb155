//! Notes under a chart: why a series is broken, and what a value's source says of it. A tooltip
//! alone is no use on paper or on a phone.

use std::collections::BTreeMap;

use plotters::coord::Shift;

use super::label::{Anchor, Label, SMALL, ascent, line_height};
use super::mark::slashes;
use super::palette::QUIET;
use super::path::Line;
use super::svg::Area;
use super::width::Width;
use super::words::{self, PIXEL};
use crate::language::Language;

const SIZE: i32 = SMALL;
/// Room for the sign of a break before its note.
const INDENT: i32 = 14 * PIXEL;
/// With more notes than this, those that explain no break are left to the tooltips and to the
/// page's table.
const MOST: usize = 6;

pub(super) struct Notes {
    notes: Vec<Note>,
    width: Width,
}

struct Note {
    text: String,
    breaks: bool,
}

impl Notes {
    pub(super) fn of(lines: &[Line], width: Width, language: Language) -> Notes {
        // Several values often carry one note: it is said once, with all that it is about.
        let mut notes: Vec<Remark> = Vec::new();
        let mut known: BTreeMap<(&str, bool), usize> = BTreeMap::new();
        for (index, line) in lines.iter().enumerate() {
            for (order, point) in line.points.iter().enumerate() {
                let breaks = point.breaks && order > 0;
                let note = match (&point.note, breaks) {
                    (Some(note), _) => note.as_str(),
                    (None, true) => words::series_break(language),
                    (None, false) => continue,
                };
                let at = *known.entry((note, breaks)).or_insert(notes.len());
                if at == notes.len() {
                    notes.push(Remark { note, breaks, about: Vec::new() });
                }
                let about = &mut notes[at].about;
                match about.last_mut().filter(|(last, _)| *last == index) {
                    Some((_, ticks)) => ticks.push(&point.tick),
                    None => about.push((index, vec![&point.tick])),
                }
            }
        }
        let mut notes: Vec<Note> = notes
            .iter()
            .map(|remark| Note { text: remark.text(lines), breaks: remark.breaks })
            .collect();
        if notes.len() > MOST {
            notes.retain(|note| note.breaks);
        }
        Notes { notes, width }
    }

    pub(super) fn height(&self) -> i32 {
        self.notes.iter().map(|note| note.height(self.width)).fold(0, i32::saturating_add)
    }

    pub(super) fn draw(&self, whole: &Area<Shift>, top: i32) {
        let mut y = top;
        for note in &self.notes {
            let at = (note.indent(), y + ascent(SIZE));
            if note.breaks {
                whole.write(|drawing| slashes(drawing, (5 * PIXEL, at.1 - 4 * PIXEL)));
            }
            whole.draw(&Label {
                class: "note quiet",
                lines: &note.lines(self.width),
                at,
                anchor: Anchor::Start,
                size: SIZE,
                bold: false,
                colour: QUIET,
            });
            y += note.height(self.width);
        }
    }
}

/// A note with the lines, and of each the periods, that it is about.
struct Remark<'c> {
    note: &'c str,
    breaks: bool,
    about: Vec<(usize, Vec<&'c str>)>,
}

impl Remark<'_> {
    fn text(&self, lines: &[Line]) -> String {
        let periods = |ticks: &[&str]| {
            ticks.iter().copied().filter(|tick| !tick.is_empty()).collect::<Vec<_>>().join(", ")
        };
        let alike = self.about.windows(2).all(|pair| pair[0].1 == pair[1].1);
        let names = lines.len() > 1 && (self.about.len() < lines.len() || !alike);
        let of: Vec<String> = match self.about.as_slice() {
            [(_, ticks), ..] if !names => vec![periods(ticks)],
            about if alike => {
                let names: Vec<&str> = about
                    .iter()
                    .map(|(line, _)| lines[*line].label)
                    .filter(|label| !label.is_empty())
                    .collect();
                vec![
                    names.join("; "),
                    about.first().map_or_else(String::new, |(_, ticks)| periods(ticks)),
                ]
            }
            about => {
                vec![
                    about
                        .iter()
                        .map(|(line, ticks)| {
                            format!("{} {}", lines[*line].label, periods(ticks)).trim().to_owned()
                        })
                        .collect::<Vec<_>>()
                        .join("; "),
                ]
            }
        };
        let of = of.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
        if of.is_empty() { self.note.to_owned() } else { format!("{of}: {}", self.note) }
    }
}

impl Note {
    fn indent(&self) -> i32 {
        if self.breaks { INDENT } else { 0 }
    }

    fn lines(&self, width: Width) -> Vec<&str> {
        words::wrap(&self.text, SIZE, width.units() - self.indent())
    }

    fn height(&self, width: Width) -> i32 {
        words::count(self.lines(width).len()) * line_height(SIZE) + 3 * PIXEL
    }
}
