//! Places for the values' words among the marks and lines of a path: above, below or beside a mark,
//! wherever nothing is covered.

use std::ops::Range;

use plotters::coord::Shift;
use plotters_backend::BackendCoord;

use super::label::{Anchor, Label, SMALL, ascent, line_height};
use super::mark::{ARROW, Opening, RADIUS, RING, look};
use super::palette::{QUIET, WHITE};
use super::path::{Line, Piece};
use super::svg::Area;
use super::words::{self, PIXEL};
use super::{MarkKind, Point};
use crate::language::Language;

const SIZE: i32 = SMALL;
const ROOM: i32 = 96 * PIXEL;
const WORD_ROOM: i32 = 140 * PIXEL;
const GAP: i32 = 3 * PIXEL;
/// Marks nearer than this have their words in common, but for what they say.
const BESIDE: i32 = 14 * PIXEL;
/// How many values are tried at most; beyond that the plot is a picture of its shape, and the table
/// beside it has the values.
const MOST: usize = 40;
/// How much nearer to their own mark than to any other words must be, at the least: the squares of
/// distances as five to nine, the distances as three to four.
const CLEARLY: (i64, i64) = (5, 9);
/// So few values all ask for words, however near they are: those that find a place above, below or
/// beside their mark have them.
const FEW: usize = 10;

/// A rectangle of the drawing that is taken, or might be.
#[derive(Clone, Copy)]
struct Covered {
    left: i32,
    top: i32,
    right: i32,
    bottom: i32,
}

impl Covered {
    fn overlaps(&self, other: &Covered) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    /// The square of the distance to a point.
    fn distance(&self, (x, y): BackendCoord) -> i64 {
        let outside = |at: i32, from: i32, to: i32| i64::from((from - at).max(at - to).max(0));
        outside(x, self.left, self.right).pow(2) + outside(y, self.top, self.bottom).pow(2)
    }

    /// With as much round it as keeps a line that touches it from being read as a stroke of a
    /// letter.
    fn widened(self) -> Covered {
        Covered {
            left: self.left - PIXEL,
            top: self.top - PIXEL,
            right: self.right + PIXEL,
            bottom: self.bottom + PIXEL,
        }
    }

    /// Whether a piece of a line runs through (Liang and Barsky, 1984).
    fn is_crossed(&self, [from, to]: &Piece) -> bool {
        let ((x, y), (across, down)) = (
            (f64::from(from.0), f64::from(from.1)),
            (f64::from(to.0 - from.0), f64::from(to.1 - from.1)),
        );
        let (mut enter, mut leave) = (0.0f64, 1.0f64);
        for (toward, distance) in [
            (-across, x - f64::from(self.left)),
            (across, f64::from(self.right) - x),
            (-down, y - f64::from(self.top)),
            (down, f64::from(self.bottom) - y),
        ] {
            if toward == 0.0 {
                if distance < 0.0 {
                    return false;
                }
            } else if toward < 0.0 {
                enter = enter.max(distance / toward);
            } else {
                leave = leave.min(distance / toward);
            }
        }
        enter < leave
    }
}

/// A value's words where they shall stand.
struct Placed<'c> {
    lines: Vec<&'c str>,
    kind: MarkKind,
    middle: i32,
    top: i32,
}

/// Where a line's own words stand, which say some of its values already.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Said {
    /// At its end: the last value.
    AtEnd,
    /// Over its plot: the first value and the last.
    OverPlot,
}

/// What words are placed on.
pub(super) struct Ground {
    /// The room that they may use.
    pub(super) down: Range<i32>,
    pub(super) across: Range<i32>,
    /// The lines at breaks, from top to foot.
    pub(super) breaks: Vec<Piece>,
    /// The other lines there: from marks to the words at their ends, and the zero line where values
    /// lie on both sides of it.
    pub(super) others: Vec<Piece>,
    pub(super) said: Said,
}

pub(super) struct Placing<'c> {
    values: Vec<Placed<'c>>,
    breaks: Vec<(&'static str, BackendCoord)>,
}

impl<'c> Placing<'c> {
    /// Finds places for the first value of every line and for what was reported last, then for its
    /// targets, then for the rest of a single line. Of values that stand too close for all of their
    /// words, only the first two of these have any: the axis tells the others. The tops of breaks
    /// are named first, where nothing else stands; over a panel there is no room for that.
    pub(super) fn of(
        lines: &[Line<'c>],
        places: &[Vec<BackendCoord>],
        ground: &Ground,
        language: Language,
    ) -> Placing<'c> {
        let Ground { down, across, breaks, others, said } = ground;
        let mut wanted: Vec<(u8, &'c Point, BackendCoord, Option<BackendCoord>)> = Vec::new();
        for (line, places) in lines.iter().zip(places) {
            let close = is_close(line, places);
            let last = line.points.last().zip(places.last());
            for (index, (&point, &place)) in
                line.points.iter().zip(places).enumerate().take(line.points.len().saturating_sub(1))
            {
                // Two plans often say the same of one year; the words at the end say it.
                if last.is_some_and(|(last, end)| *end == place && last.text == point.text) {
                    continue;
                }
                let rank = match point.kind {
                    _ if *said == Said::OverPlot && (index == 0 || !line.is_told_first(index)) => {
                        continue;
                    }
                    _ if line.is_told_first(index) => 0,
                    _ if close => continue,
                    MarkKind::Target | MarkKind::Aim => 1,
                    _ if lines.len() == 1 => 2,
                    _ => continue,
                };
                wanted.push((
                    rank,
                    point,
                    place,
                    line.beside(index, places, BESIDE).map(|other| places[other]),
                ));
            }
        }
        wanted.sort_by_key(|(rank, ..)| *rank);
        wanted.truncate(MOST);

        // Marks that words might be taken to belong to: of values that stand too close for their
        // words, only those that have some.
        let told: Vec<BackendCoord> = lines
            .iter()
            .zip(places)
            .flat_map(|(line, places)| {
                let close = is_close(line, places);
                places
                    .iter()
                    .enumerate()
                    .filter(move |(index, _)| !close || line.is_told_first(*index))
                    .map(|(_, place)| *place)
            })
            .collect();
        let mut taken: Vec<Covered> = lines
            .iter()
            .zip(places)
            .flat_map(|(line, places)| line.points.iter().zip(places))
            .map(|(point, place)| covered(point, *place))
            .collect();
        let mut named = Vec::new();
        for &[(x, top), _] in breaks.iter().take(if *said == Said::AtEnd { MOST } else { 0 }) {
            let word = words::break_in_short(language);
            let (width, height) = (words::width(word, SIZE), line_height(SIZE));
            let sides = [x + GAP, x - GAP - width].map(|left| Covered {
                left,
                top,
                right: left + width,
                bottom: top + height,
            });
            let is_free = |area: &&Covered| {
                across.start <= area.left
                    && area.right <= across.end
                    && taken.iter().all(|other| !area.overlaps(other))
            };
            if let Some(&area) = sides.iter().find(is_free) {
                named.push((word, (area.left, area.top)));
                taken.push(area);
            }
        }
        let mut pieces: Vec<Piece> =
            lines.iter().zip(places).flat_map(|(line, places)| line.pieces(places)).collect();
        pieces.extend(breaks.iter().chain(others));
        let mut placed = Vec::new();
        for (_, point, place, beside) in wanted {
            let best = |lines: &[&str], beside: Option<BackendCoord>| {
                // The upper one's words stand over both, the lower one's under them.
                let is_misplaced = |area: &Covered| {
                    beside.is_some_and(|other| {
                        if other.1 < place.1 { area.top < place.1 } else { area.bottom > place.1 }
                    })
                };
                let width = lines.iter().map(|line| words::width(line, SIZE)).max().unwrap_or(0)
                    * 104
                    / 100;
                let height = words::count(lines.len()) * line_height(SIZE);
                let free = candidates(covered(point, place), width, height)
                    .map(|area| shifted_into(area, across, down))
                    .filter(|area| {
                        area.right <= across.end
                            && down.start <= area.top
                            && area.bottom <= down.end
                    })
                    .filter(|area| taken.iter().all(|other| !area.overlaps(other)))
                    // Words about as near to another mark might be read as that mark's.
                    .filter(|area| {
                        let is_clear = |other: BackendCoord| {
                            area.distance(place) * CLEARLY.1 < area.distance(other) * CLEARLY.0
                        };
                        told.iter().all(|&other| {
                            other == place || Some(other) == beside || is_clear(other)
                        })
                    })
                    .map(|area| {
                        (
                            is_misplaced(&area),
                            pieces.iter().filter(|piece| area.widened().is_crossed(piece)).count(),
                            area,
                        )
                    });
                // The first of those that cover the fewest lines.
                free.min_by_key(|(misplaced, crossed, _)| (*misplaced, *crossed))
                    .map(|(.., area)| area)
            };
            let mut lines = wrapped(point, language);
            let mut found = best(&lines, None);
            if found.is_none() && beside.is_some() {
                // What was measured and what was wanted are so near to each other that only a word
                // tells whose value it is.
                lines.push(words::kind(point.kind, language));
                found = best(&lines, beside);
            }
            if found.is_none() && beside.is_some() && point.uncertain {
                // Its ring says that it is an uncertain reading, and the key what the ring says.
                lines = vec![
                    point.text.split(" (").next().unwrap_or_default(),
                    words::kind(point.kind, language),
                ];
                found = best(&lines, beside);
            }
            if let Some(area) = found {
                placed.push(Placed {
                    lines,
                    kind: point.kind,
                    middle: (area.left + area.right) / 2,
                    top: area.top,
                });
                taken.push(area);
            }
        }
        Placing { values: placed, breaks: named }
    }

    pub(super) fn draw(&self, whole: &Area<Shift>) {
        if self.values.is_empty() && self.breaks.is_empty() {
            return;
        }
        whole.write(|drawing| {
            drawing
                .raw(
                    "<g class=\"halo\" stroke-width=\"3\" stroke-linejoin=\"round\" \
                     paint-order=\"stroke\"",
                )
                .colour("stroke", WHITE)
                .raw(">");
        });
        for Placed { lines, kind, middle, top } in &self.values {
            let at = (*middle, top + ascent(SIZE));
            whole.draw(&Label {
                class: kind.text_class(),
                lines,
                at,
                anchor: Anchor::Middle,
                size: SIZE,
                bold: false,
                colour: kind.colour(),
            });
        }
        for (word, (x, y)) in &self.breaks {
            let at = (*x, y + ascent(SIZE));
            whole.draw(&Label {
                class: "quiet",
                lines: &[word],
                at,
                anchor: Anchor::Start,
                size: SIZE,
                bold: false,
                colour: QUIET,
            });
        }
        whole.write(|drawing| {
            drawing.raw("</g>");
        });
    }
}

/// Whether the values stand so close that their words would not fit beside each other.
fn is_close(line: &Line, places: &[BackendCoord]) -> bool {
    let widest = line.points.iter().map(|point| words::width(&point.text, SIZE)).max().unwrap_or(0);
    line.points.len() > FEW && Line::spacing(places) < widest * 5 / 4
}

/// A value in lines; the figure of a draft says so in a line of its own.
fn wrapped(point: &Point, language: Language) -> Vec<&str> {
    let mut lines = words::wrap_wide(&point.text, SIZE, ROOM, WORD_ROOM);
    if words::must_say_draft(point, language) {
        lines.push(words::draft_in_brackets(language));
    }
    lines
}

/// What a mark covers, with its arrow.
fn covered(point: &Point, (x, y): BackendCoord) -> Covered {
    let (half, opening) = (
        if point.draft { RING + PIXEL } else { RADIUS + 2 * PIXEL },
        look(point.comparator).opening,
    );
    let up = if opening == Some(Opening::More) { ARROW } else { half };
    let down = if opening == Some(Opening::Less) { ARROW } else { half };
    Covered { left: x - half, top: y - up, right: x + half, bottom: y + down }
}

/// Places for words round a mark, the best first.
fn candidates(mark: Covered, width: i32, height: i32) -> impl Iterator<Item = Covered> {
    let (x, y) = ((mark.left + mark.right) / 2, (mark.top + mark.bottom) / 2);
    let (above, below) = (mark.top - GAP - height, mark.bottom + GAP);
    let step = line_height(SIZE);
    let from =
        move |left: i32, top: i32| Covered { left, top, right: left + width, bottom: top + height };
    let near = [
        from(x - width / 2, above),
        from(x - width / 2, below),
        from(mark.left - width, above),
        from(mark.right, below),
        from(mark.right, above),
        from(mark.left - width, below),
        from(mark.right + GAP, y - height / 2),
        from(mark.left - GAP - width, y - height / 2),
    ];
    // Further off, words would be read as belonging to nothing.
    let far = {
        let (above, below) = (above - step, below + step);
        [
            (x - width / 2, above),
            (x - width / 2, below),
            (mark.left - width, above),
            (mark.right, above),
            (mark.left - width, below),
            (mark.right, below),
        ]
    };
    near.into_iter().chain(far.map(|(left, top)| from(left, top)))
}

fn shifted_into(area: Covered, across: &Range<i32>, down: &Range<i32>) -> Covered {
    let (width, height) = (area.right - area.left, area.bottom - area.top);
    let left = area.left.min(across.end - width).max(across.start);
    let top = area.top.min(down.end - height).max(down.start);
    Covered { left, top, right: left + width, bottom: top + height }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_a_label_is_seen() {
        let area = Covered { left: 0, top: 0, right: 100, bottom: 50 };
        assert!(area.is_crossed(&[(-50, 25), (150, 25)]));
        assert!(area.is_crossed(&[(10, 10), (20, 20)]));
        assert!(!area.is_crossed(&[(-50, 60), (150, 60)]));
        assert!(!area.is_crossed(&[(-50, 25), (-10, 25)]));
    }
}
