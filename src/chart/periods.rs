//! The time axis: the periods of the values, each under its marks, in two rows so that near ones do not collide.

use std::ops::Range;

use plotters::coord::Shift;
use plotters::element::PathElement;
use rust_decimal::Decimal;

use super::MarkKind;
use super::label::{Anchor, Label, ascent, line_height};
use super::palette::{AXIS, QUIET};
use super::path::{Line, TICK_SIZE};
use super::scale::position;
use super::svg::Area;
use super::words::{self, PIXEL};

const TICK: i32 = 4 * PIXEL;
const ROWS: usize = 2;

/// The widest line; a longer period has several.
const ROOM: i32 = 110 * PIXEL;

pub(super) struct PeriodLabel<'c> {
    lines: Vec<&'c str>,
    /// Where its marks stand.
    x: i32,
    /// The middle of its text, moved inwards at the edges.
    middle: i32,
    row: usize,
}

/// The periods that find room. The first, the last and the targets' come first; a period without room is named in its marks' tooltips.
pub(super) fn labels<'c>(lines: &[Line<'c>], x: impl Fn(f64) -> i32, within: Range<i32>) -> Vec<PeriodLabel<'c>> {
    let mut periods: Vec<(Decimal, &str, bool)> = lines
        .iter()
        .flat_map(|line| &line.points)
        .map(|point| (point.position, point.tick.as_str(), point.kind == MarkKind::Target))
        .filter(|(_, period, _)| !period.is_empty())
        .collect();
    // A target's entry comes before another's of the same period, and is the one that stays.
    periods.sort_by(|one, other| (one.0, one.1, !one.2).cmp(&(other.0, other.1, !other.2)));
    periods.dedup_by_key(|(position, period, _)| (*position, *period));
    let last = periods.len().saturating_sub(1);
    let rank = |index: usize| {
        if index == 0 || index == last {
            0
        } else if periods[index].2 {
            1
        } else {
            2
        }
    };
    let mut order: Vec<usize> = (0..periods.len()).collect();
    order.sort_by_key(|&index| rank(index));

    let mut taken: [Vec<(i32, i32)>; ROWS] = [Vec::new(), Vec::new()];
    let mut labels = Vec::new();
    for index in order {
        let (at, text, _) = periods[index];
        let x = x(position(at));
        let lines = wrapped(text, within.end - within.start);
        let half = lines.iter().map(|line| words::width(line, TICK_SIZE)).max().unwrap_or(0) / 2 + PIXEL;
        let middle = x.min(within.end - half).max(within.start + half);
        let free = taken.iter().position(|row| row.iter().all(|&(from, to)| middle + half <= from || to <= middle - half));
        if let Some(row) = free {
            taken[row].push((middle - half, middle + half));
            labels.push(PeriodLabel { lines, x, middle, row });
        }
    }
    labels
}

/// A span too long to have another beside it is broken behind its dash.
fn wrapped(text: &str, room: i32) -> Vec<&str> {
    match text.find('–').map(|dash| text.split_at(dash + '–'.len_utf8())) {
        Some((from, to)) if words::width(text, TICK_SIZE) > room / 2 - 2 * PIXEL && !to.trim().is_empty() && words::width(text, TICK_SIZE) < ROOM => {
            vec![from, to]
        }
        _ => words::wrap(text, TICK_SIZE, ROOM.min(room - 2 * PIXEL)),
    }
}

/// The height of the axis.
pub(super) fn height(labels: &[PeriodLabel]) -> i32 {
    TICK + 2 * PIXEL + (0..ROWS).map(|row| row_height(labels, row)).sum::<i32>() + 4 * PIXEL
}

fn row_height(labels: &[PeriodLabel], row: usize) -> i32 {
    let lines = labels.iter().filter(|label| label.row == row).map(|label| label.lines.len()).max().unwrap_or(0);
    words::count(lines) * line_height(TICK_SIZE)
}

pub(super) fn draw(whole: &Area<Shift>, labels: &[PeriodLabel], top: i32) {
    let second = row_height(labels, 0);
    for PeriodLabel { lines, x, middle, row } in labels {
        whole.draw(&PathElement::new(vec![(*x, top), (*x, top + TICK)], AXIS));
        let at = (*middle, top + TICK + 2 * PIXEL + if *row == 0 { 0 } else { second } + ascent(TICK_SIZE));
        whole.draw(&Label { class: "axis-label quiet", lines, at, anchor: Anchor::Middle, size: TICK_SIZE, bold: false, colour: QUIET });
    }
}
