//! The time axis: the periods of the values, each under its marks, as many as do not collide.

use std::ops::Range;

use plotters::coord::Shift;
use plotters::element::PathElement;
use rust_decimal::Decimal;

use super::label::{Anchor, Label, ascent, line_height};
use super::palette::{AXIS, QUIET};
use super::path::{Line, TICK_SIZE};
use super::scale::position;
use super::svg::Area;
use super::width::Width;
use super::words::{self, PIXEL};

const TICK: i32 = 4 * PIXEL;
const ROWS: usize = 2;
const FEW: usize = 6;

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

impl<'c> PeriodLabel<'c> {
    fn of(text: &'c str, x: i32, within: &Range<i32>) -> Self {
        let lines = wrapped(text, within.end - within.start);
        let half = half(&lines);
        PeriodLabel { x, middle: x.min(within.end - half).max(within.start + half), row: 0, lines }
    }

    fn across(&self) -> Range<i32> {
        let half = half(&self.lines);
        self.middle - half..self.middle + half
    }
}

fn half(lines: &[&str]) -> i32 {
    lines.iter().map(|line| words::width(line, TICK_SIZE)).max().unwrap_or(0) / 2 + PIXEL
}

/// The periods that find room; one without is named in its marks' tooltips. Few on a phone stand in
/// two rows, the first, the last and the targets' before the others; else they stand in one row,
/// thinned evenly.
pub(super) fn labels<'c>(
    lines: &[Line<'c>],
    x: impl Fn(f64) -> i32,
    within: Range<i32>,
    width: Width,
) -> Vec<PeriodLabel<'c>> {
    let mut periods: Vec<(Decimal, &str, bool)> = lines
        .iter()
        .flat_map(|line| &line.points)
        .map(|point| (point.position, point.tick.as_str(), !point.kind.is_measured()))
        .filter(|(_, period, _)| !period.is_empty())
        .collect();
    // What is wanted comes before another of the same period, and is the one that stays.
    periods.sort_by(|one, other| (one.0, one.1, !one.2).cmp(&(other.0, other.1, !other.2)));
    periods.dedup_by_key(|(position, period, _)| (*position, *period));
    let all: Vec<PeriodLabel> = periods
        .iter()
        .map(|&(at, text, _)| PeriodLabel::of(text, x(position(at)), &within))
        .collect();
    let (order, rows) = match width {
        Width::Narrow if all.len() <= FEW => (
            ends_and_targets_first(&periods.iter().map(|(.., target)| *target).collect::<Vec<_>>()),
            ROWS,
        ),
        _ => (evenly(&all), 1),
    };

    let mut all: Vec<Option<PeriodLabel>> = all.into_iter().map(Some).collect();
    let mut taken: [Vec<Range<i32>>; ROWS] = [Vec::new(), Vec::new()];
    let mut labels = Vec::new();
    for index in order {
        let Some(label) = all[index].take() else { continue };
        let across = label.across();
        let free = taken.iter().take(rows).position(|row| {
            row.iter().all(|other| across.end <= other.start || other.end <= across.start)
        });
        if let Some(row) = free {
            taken[row].push(across);
            labels.push(PeriodLabel { row, ..label });
        }
    }
    labels
}

fn ends_and_targets_first(targets: &[bool]) -> Vec<usize> {
    let last = targets.len().saturating_sub(1);
    let rank =
        |index: usize| if index == 0 || index == last { 0 } else { 2 - u8::from(targets[index]) };
    let mut order: Vec<usize> = (0..targets.len()).collect();
    order.sort_by_key(|&index| rank(index));
    order
}

/// The first, then every so many back from the last, as few left out as there is room for; the
/// others after them, for the gaps of uneven periods.
fn evenly(labels: &[PeriodLabel]) -> Vec<usize> {
    let apart = |step: usize| {
        let kept: Vec<Range<i32>> =
            labels.iter().rev().step_by(step).map(PeriodLabel::across).collect();
        kept.windows(2).all(|pair| pair[1].end <= pair[0].start)
    };
    let step = (1..=labels.len()).find(|&step| apart(step)).unwrap_or(1);
    let kept = (0..labels.len()).rev().step_by(step);
    (0..labels.len()).take(1).chain(kept).chain(0..labels.len()).collect()
}

/// A span too long to have another beside it is broken behind its dash.
fn wrapped(text: &str, room: i32) -> Vec<&str> {
    match text.find('–').map(|dash| text.split_at(dash + '–'.len_utf8())) {
        Some((from, to))
            if words::width(text, TICK_SIZE) > room / 2 - 2 * PIXEL
                && !to.trim().is_empty()
                && words::width(text, TICK_SIZE) < ROOM =>
        {
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
    let lines = labels
        .iter()
        .filter(|label| label.row == row)
        .map(|label| label.lines.len())
        .max()
        .unwrap_or(0);
    words::count(lines) * line_height(TICK_SIZE)
}

pub(super) fn draw(whole: &Area<Shift>, labels: &[PeriodLabel], top: i32) {
    let second = row_height(labels, 0);
    for PeriodLabel { lines, x, middle, row } in labels {
        whole.draw(&PathElement::new(vec![(*x, top), (*x, top + TICK)], AXIS));
        let at = (
            *middle,
            top + TICK + 2 * PIXEL + if *row == 0 { 0 } else { second } + ascent(TICK_SIZE),
        );
        whole.draw(&Label {
            class: "axis-label quiet",
            lines,
            at,
            anchor: Anchor::Middle,
            size: TICK_SIZE,
            bold: false,
            colour: QUIET,
        });
    }
}
