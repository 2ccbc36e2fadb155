//! The key under a chart: each sign that it uses, with what it says, in a line or two. Only what is
//! drawn is explained.

use plotters::coord::Shift;
use plotters_backend::BackendCoord;

use super::label::{Anchor, Label, SMALL, line_height};
use super::mark::{BarShape, Opening, PointShape, RADIUS, look};
use super::palette::{LineKind, QUIET, line_class};
use super::svg::{Area, Drawing};
use super::width::Width;
use super::words::{self, PIXEL};
use super::{Bar, MarkKind, Point};
use crate::language::Language;
use crate::portal::Comparator;

/// Room for a sign before its words.
const SIGN: i32 = 30 * PIXEL;
const BETWEEN: i32 = 14 * PIXEL;
const ROW: i32 = 19 * PIXEL;
/// From the drawing to its key.
const GAP: i32 = 8 * PIXEL;
/// An arrow that fits into a line.
const SHORT_ARROW: i32 = 12 * PIXEL;

/// What each sign says, in the order drawn.
pub(super) struct Key<'c> {
    entries: Vec<Entry<'c>>,
}

struct Entry<'c> {
    sign: Sign<'c>,
    words: Vec<&'static str>,
    at: BackendCoord,
}

#[derive(Clone, Copy)]
enum Sign<'c> {
    /// A value on a path, with the line that it is a part of.
    Point { kind: MarkKind, comparator: Comparator, draft: bool, line: Option<LineKind> },
    /// A line that is told apart from those that values are said with.
    Line(LineKind),
    /// An uncertain reading.
    Doubt(MarkKind),
    /// The end of a bar.
    Bar { kind: MarkKind, comparator: Comparator, hatch: Option<&'c str> },
}

/// The comparators whose marks need words, in the order of a key.
const EXPLAINED: [Comparator; 7] = [
    Comparator::AtLeast,
    Comparator::Above,
    Comparator::AtMost,
    Comparator::Below,
    Comparator::Range,
    Comparator::About,
    Comparator::Maintain,
];

impl<'c> Key<'c> {
    /// For values on paths: what kinds there are, whether lines join them, and how they are meant.
    /// `named` are the kinds that the chart names itself.
    pub(super) fn of_points<'p>(
        points: impl Iterator<Item = &'p Point> + Clone,
        lines: &[LineKind],
        width: Width,
        language: Language,
    ) -> Key<'c> {
        let mut signs = Vec::new();
        for kind in MarkKind::ALL {
            if points.clone().any(|point| point.kind == kind) {
                let of_kind = match kind {
                    MarkKind::Baseline | MarkKind::Aim => None,
                    MarkKind::Result => Some(LineKind::Observed),
                    MarkKind::Target => Some(LineKind::Required),
                };
                let line = of_kind.filter(|line| lines.contains(line));
                signs.push((
                    Sign::Point { kind, comparator: Comparator::Reach, draft: false, line },
                    words::of_sign(kind, line.is_some(), language),
                ));
            }
        }
        if lines.contains(&LineKind::Milestones) {
            signs.push((Sign::Line(LineKind::Milestones), words::milestones(language)));
        }
        for comparator in EXPLAINED {
            if let Some(point) = points.clone().find(|point| point.comparator == comparator) {
                signs.push((
                    Sign::Point { kind: point.kind, comparator, draft: false, line: None },
                    words::comparator(comparator, language),
                ));
            }
        }
        if let Some(point) = points.clone().find(|point| point.draft) {
            signs.push((
                Sign::Point {
                    kind: point.kind,
                    comparator: Comparator::Reach,
                    draft: true,
                    line: None,
                },
                words::draft_in_full(language),
            ));
        }
        if let Some(point) = points.clone().find(|point| point.uncertain) {
            signs.push((Sign::Doubt(point.kind), words::uncertain(language)));
        }
        Key::laid_out(signs, width)
    }

    /// For bars: how they are meant, and what they are where they are not all the same. `hatch` is
    /// the id of a kind's hatching.
    pub(super) fn of_bars(
        bars: &[Bar],
        hatch: &'c [(MarkKind, String)],
        width: Width,
        language: Language,
    ) -> Key<'c> {
        let mut signs = Vec::new();
        let is_drawn = |kind: &MarkKind| bars.iter().any(|bar| bar.kind == *kind);
        let kinds: Vec<MarkKind> = MarkKind::ALL.into_iter().filter(is_drawn).collect();
        if kinds.len() > 1 {
            for &kind in &kinds {
                signs.push((
                    Sign::Bar { kind, comparator: Comparator::Reach, hatch: None },
                    words::kind(kind, language),
                ));
            }
        }
        for comparator in EXPLAINED {
            if let Some(bar) = bars.iter().find(|bar| bar.comparator == comparator) {
                signs.push((
                    Sign::Bar { kind: bar.kind, comparator, hatch: None },
                    words::comparator(comparator, language),
                ));
            }
        }
        if let Some((kind, id)) = hatch.first() {
            signs.push((
                Sign::Bar { kind: *kind, comparator: Comparator::Reach, hatch: Some(id) },
                words::draft_in_full(language),
            ));
        }
        Key::laid_out(signs, width)
    }

    /// From left to right, as many in a line as fit.
    fn laid_out(signs: Vec<(Sign<'c>, &'static str)>, width: Width) -> Key<'c> {
        let room = width.units();
        let mut entries: Vec<Entry> = Vec::new();
        let (mut x, mut y) = (0, GAP);
        for (sign, text) in signs {
            let lines = words::wrap(text, SMALL, room - SIGN);
            let width =
                SIGN + lines.iter().map(|line| words::width(line, SMALL)).max().unwrap_or(0);
            if x > 0 && x + width > room {
                (x, y) = (0, y + ROW);
            }
            let extra = words::count(lines.len().saturating_sub(1)) * line_height(SMALL);
            entries.push(Entry { sign, words: lines, at: (x, y) });
            x += width + BETWEEN;
            if extra > 0 {
                (x, y) = (0, y + extra + ROW);
            }
        }
        Key { entries }
    }

    /// Nothing where there is nothing to explain.
    pub(super) fn height(&self) -> i32 {
        self.entries.last().map_or(0, |entry| {
            entry.at.1
                + ROW
                + GAP
                + words::count(entry.words.len().saturating_sub(1)) * line_height(SMALL)
        })
    }

    pub(super) fn draw(&self, whole: &Area<Shift>, top: i32) {
        if self.entries.is_empty() {
            return;
        }
        whole.write(|drawing| {
            drawing.raw("<g class=\"key\">");
        });
        for Entry { sign, words, at: (x, y) } in &self.entries {
            let middle = top + y + ROW / 2;
            whole.write(|drawing| sign.draw(drawing, (*x, middle)));
            // The middle of lower-case letters lies a third of an em over their baseline.
            let at = (x + SIGN, middle + SMALL * PIXEL / 3);
            whole.draw(&Label {
                class: "quiet",
                lines: words,
                at,
                anchor: Anchor::Start,
                size: SMALL,
                bold: false,
                colour: QUIET,
            });
        }
        whole.write(|drawing| {
            drawing.raw("</g>");
        });
    }
}

impl Sign<'_> {
    /// From the left end of its room, at the middle of its height.
    fn draw(self, drawing: &mut Drawing, (x, y): BackendCoord) {
        match self {
            Sign::Point { kind, comparator, draft, line } => {
                let middle = x + 12 * PIXEL;
                if let Some(line) = line {
                    draw_line(drawing, line, (x, y));
                }
                // With its arrow it stands in the middle of the line.
                let down = match look(comparator).opening {
                    Some(Opening::More) => 3 * PIXEL,
                    Some(Opening::Less) => -3 * PIXEL,
                    None => 0,
                };
                let (at, high) = if comparator == Comparator::Range {
                    (y + 5 * PIXEL, y - 5 * PIXEL)
                } else {
                    (y + down, y + down)
                };
                PointShape {
                    comparator,
                    kind,
                    draft,
                    uncertain: false,
                    radius: RADIUS,
                    over: false,
                    arrow: SHORT_ARROW,
                }
                .draw_sign(drawing, (middle, at), (middle, high));
            }
            Sign::Line(line) => draw_line(drawing, line, (x, y)),
            Sign::Doubt(kind) => {
                let at = (x + 12 * PIXEL, y);
                let shape = PointShape {
                    comparator: Comparator::Reach,
                    kind,
                    draft: false,
                    uncertain: true,
                    radius: RADIUS,
                    over: false,
                    arrow: SHORT_ARROW,
                };
                shape.draw_sign(drawing, at, at);
            }
            Sign::Bar { kind, comparator, hatch } => {
                let shape = BarShape {
                    comparator,
                    kind,
                    hatch,
                    thickness: 8 * PIXEL,
                    arrow: SHORT_ARROW,
                    least: 2,
                };
                let end = match look(comparator).opening {
                    Some(Opening::More) => 12 * PIXEL,
                    Some(Opening::Less) => 19 * PIXEL,
                    None if comparator == Comparator::Range => 12 * PIXEL,
                    None => 22 * PIXEL,
                };
                shape.draw_sign(drawing, [(x, y), (x + end, y), (x + 22 * PIXEL, y)]);
            }
        }
    }
}

/// A piece of a line, as the chart has it.
fn draw_line(drawing: &mut Drawing, line: LineKind, at: BackendCoord) {
    let colour = line.colour();
    let (class, dashes) = line_class((colour.0, colour.1, colour.2));
    drawing
        .raw("<path class=\"")
        .raw(class)
        .raw("\" fill=\"none\" stroke-width=\"2\"")
        .colour("stroke", colour);
    if let Some(dashes) = dashes {
        drawing.raw(" stroke-dasharray=\"").raw(dashes).raw("\"");
    }
    drawing.raw(" d=\"M").at(at).raw("h").number(24 * PIXEL).raw("\"/>");
}
