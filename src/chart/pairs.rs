//! Pairs: two places on one scale, row by row, a diamond over it for the place in question and a
//! bar under it for the one that it is held against: both are seen, however near they are. On a
//! phone the words stand over the scale, else the label left and the values right of it.

use std::ops::Range;

use plotters::coord::Shift;
use plotters_backend::BackendCoord;

use super::dot::{Along, Dot, Shape};
use super::frame::{Caption, framed_at_each_width, nothing};
use super::label::{Anchor, Label, SIZE, ascent, line_height};
use super::mark::{ARROW, Opening, look};
use super::palette::{AXIS, INK, QUIET, TRACK};
use super::scale::{extent, from_zero, position};
use super::slope::Level;
use super::svg::{Area, Drawing};
use super::width::Width;
use super::words::{self, PIXEL};
use super::{Chart, MarkKind};
use crate::language::Language;

/// The same target at two places.
#[derive(Clone, Debug)]
pub struct Pair {
    pub label: String,
    /// The second, quieter line: the breakdown. May be empty.
    pub detail: String,
    /// The place in question, and the one that it is held against.
    pub levels: [Level; 2],
}

/// Targets of two places, in the order given.
#[derive(Clone, Debug)]
pub struct PairChart {
    /// Prefix of all ids in the chart; unique on a page.
    pub id: String,
    pub language: Language,
    pub title: String,
    pub description: String,
    /// The names of the places; a draft's says so.
    pub places: [String; 2],
    /// Whether the values are percentages: then the scale runs from 0 to 100.
    pub percent: bool,
    pub pairs: Vec<Pair>,
    pub source: String,
    pub licence: String,
}

impl<'c> From<&'c PairChart> for Caption<'c> {
    fn from(
        PairChart { id, language, title, description, source, licence, .. }: &'c PairChart,
    ) -> Self {
        Caption { id, language: *language, title, description, source, licence }
    }
}

const SMALL: i32 = 12;
const THICK: i32 = 4 * PIXEL;
/// The height of a scale with its marks, and where their middles stand: over and under it.
const MARK: i32 = 28 * PIXEL;
const SIDES: [i32; 2] = [-8 * PIXEL, 8 * PIXEL];
/// The widest columns of words beside a scale, and what is between them and it.
const MOST_LABEL: i32 = 220 * PIXEL;
const MOST_SIDES: i32 = 180 * PIXEL;
const GAP: i32 = 12 * PIXEL;
/// Room for the shape before a place's name.
const SHAPE: i32 = 15 * PIXEL;
const KINDS: [(MarkKind, Shape); 2] =
    [(MarkKind::Target, Shape::Diamond), (MarkKind::Baseline, Shape::Tick)];

/// Draws the chart. Without pairs it says that there are no figures.
pub fn draw(chart: &PairChart) -> Chart {
    let caption = Caption::from(chart);
    if chart.pairs.is_empty() {
        return nothing(caption);
    }
    let said: Vec<[String; 2]> = chart
        .pairs
        .iter()
        .map(|pair| [0, 1].map(|side| format!("{} {}", chart.places[side], pair.levels[side].text)))
        .collect();
    framed_at_each_width(caption, |width, _| drawing(chart, &said, width))
}

fn drawing(chart: &PairChart, said: &[[String; 2]], width: Width) -> Drawing {
    let columns = Columns::of(chart, said, width);
    let rows: Vec<Row> =
        chart.pairs.iter().zip(said).map(|(pair, said)| Row::of(pair, said, &columns)).collect();
    let height = rows.iter().fold(0i32, |sum, row| sum.saturating_add(row.height()));
    let layout = Layout::of(chart, &columns);

    let mut drawing = Drawing::new(width.units(), height.saturating_add(line_height(SMALL)));
    let whole = drawing.area();
    let mut top = 0i32;
    for (pair, row) in chart.pairs.iter().zip(&rows) {
        whole.write(|drawing| {
            drawing.raw("<g class=\"row\">");
        });
        let middle = row.draw_words(&whole, top);
        whole.write(|drawing| layout.draw_marks(drawing, chart, pair, middle));
        whole.write(|drawing| {
            drawing.raw("</g>");
        });
        top = top.saturating_add(row.height());
    }
    layout.name_ends(&whole, chart.percent, top);
    drop(whole);
    drawing
}

/// Where the words and the scale of each row stand: all over the full width, under each other, or
/// side by side.
struct Columns {
    abreast: bool,
    label: Range<i32>,
    scale: Range<i32>,
    sides: Range<i32>,
}

impl Columns {
    fn of(chart: &PairChart, said: &[[String; 2]], width: Width) -> Columns {
        let whole = 0..width.units();
        if width == Width::Narrow {
            return Columns {
                abreast: false,
                label: whole.clone(),
                scale: whole.clone(),
                sides: whole,
            };
        }
        // As wide as the lines are that the words are broken into, so that the scale has the rest.
        let widest = |lines: Vec<&str>, size: i32| {
            lines.into_iter().map(|line| words::width(line, size)).max().unwrap_or(0)
        };
        let of_pair = |pair: &Pair| {
            let [label, detail] = broken(pair, MOST_LABEL);
            widest(label, SIZE).max(widest(detail, SMALL))
        };
        let label = chart.pairs.iter().map(of_pair).max().unwrap_or(0);
        let sides = said.iter().flatten().map(|said| bold(said)).max().unwrap_or(0) + 2 * PIXEL;
        let label = 0..(label + 2 * PIXEL).min(MOST_LABEL);
        let sides = whole.end - sides.min(MOST_SIDES)..whole.end;
        Columns { abreast: true, scale: label.end + GAP..sides.start - GAP, label, sides }
    }
}

/// The label of a row and its detail, in lines.
fn broken(pair: &Pair, room: i32) -> [Vec<&str>; 2] {
    [words::wrap_evenly(&pair.label, SIZE, room), words::wrap_evenly(&pair.detail, SMALL, room)]
}

/// The width of a place's words with their shape: bold runs eight percent wider.
fn bold(said: &str) -> i32 {
    words::width(said, SMALL) * 108 / 100 + SHAPE
}

/// The words of one row, in lines.
struct Row<'c> {
    label: Vec<&'c str>,
    detail: Vec<&'c str>,
    sides: [Vec<&'c str>; 2],
    /// Whether both values stand on one line.
    together: bool,
    columns: &'c Columns,
}

impl<'c> Row<'c> {
    fn of(pair: &'c Pair, said: &'c [String; 2], columns: &'c Columns) -> Self {
        let wide = |column: &Range<i32>| column.end - column.start;
        let (label, sides) = (wide(&columns.label), wide(&columns.sides));
        let [label, detail] = broken(pair, label);
        Row {
            label,
            detail,
            sides: [0, 1].map(|side| words::wrap(&said[side], SMALL, (sides - SHAPE) * 93 / 100)),
            together: !columns.abreast && bold(&said[0]) + bold(&said[1]) + 12 * PIXEL <= sides,
            columns,
        }
    }

    fn side_lines(&self) -> usize {
        let [own, other] = [&self.sides[0], &self.sides[1]].map(Vec::len);
        if self.together { own.max(other) } else { own + other }
    }

    /// The heights of the label with its detail, and of the values.
    fn heights(&self) -> [i32; 2] {
        let lines = |count: usize, size: i32| words::count(count) * line_height(size);
        [
            lines(self.label.len(), SIZE) + lines(self.detail.len(), SMALL),
            lines(self.side_lines(), SMALL),
        ]
    }

    fn height(&self) -> i32 {
        let [label, sides] = self.heights();
        if self.columns.abreast {
            label.max(sides).max(MARK) + 9 * PIXEL
        } else {
            label + sides + 3 * PIXEL + MARK + 12 * PIXEL
        }
    }

    /// Returns the height of the row's scale.
    fn draw_words(&self, whole: &Area<Shift>, top: i32) -> i32 {
        let [label, sides] = self.heights();
        if self.columns.abreast {
            // Each in the middle of the row.
            let middle = top + self.height() / 2;
            self.draw_label(whole, middle - label / 2);
            self.draw_sides(whole, middle - sides / 2);
            middle
        } else {
            self.draw_label(whole, top);
            self.draw_sides(whole, top + label);
            top + label + sides + 3 * PIXEL + MARK / 2
        }
    }

    fn draw_label(&self, whole: &Area<Shift>, top: i32) {
        let x = self.columns.label.start;
        let plain = Label {
            class: "label",
            lines: &self.label,
            at: (x, top + ascent(SIZE)),
            anchor: Anchor::Start,
            size: SIZE,
            bold: false,
            colour: INK,
        };
        whole.draw(&plain);
        let y = top + words::count(self.label.len()) * line_height(SIZE) + ascent(SMALL);
        whole.draw(&Label {
            class: "detail quiet",
            lines: &self.detail,
            at: (x, y),
            size: SMALL,
            colour: QUIET,
            ..plain
        });
    }

    fn draw_sides(&self, whole: &Area<Shift>, top: i32) {
        let Range { start: left, end: right } = self.columns.sides;
        let mut y = top + ascent(SMALL);
        for (side, lines) in self.sides.iter().enumerate() {
            // The shape stands on the side of the edge, where the words begin or end.
            let at_end = side == 1 && self.together;
            let (shape, x, anchor) = if at_end {
                (right - 5 * PIXEL, right - SHAPE, Anchor::End)
            } else {
                (left + SHAPE / 2 - PIXEL, left + SHAPE, Anchor::Start)
            };
            whole.write(|drawing| sample(drawing, side, (shape, y - 4 * PIXEL)));
            let (class, colour) = if side == 0 {
                (MarkKind::Target.text_class(), MarkKind::Target.colour())
            } else {
                ("label", INK)
            };
            whole.draw(&Label {
                class,
                lines,
                at: (x, y),
                anchor,
                size: SMALL,
                bold: side == 0,
                colour,
            });
            if !self.together {
                y += words::count(lines.len()) * line_height(SMALL);
            }
        }
    }
}

/// The shape by which a place is known, before its name.
fn sample(drawing: &mut Drawing, side: usize, at: BackendCoord) {
    let (x, y) = at;
    let (kind, shape) = KINDS[side];
    drawing
        .raw("<path class=\"")
        .raw(kind.class())
        .raw("\"")
        .colour("fill", kind.colour())
        .raw(" d=\"M");
    match shape {
        Shape::Diamond => drawing.at((x - 5 * PIXEL, y)).raw("l5-5l5 5l-5 5z\"/>"),
        Shape::Tick => drawing.at((x - 2 * PIXEL, y - 6 * PIXEL)).raw("h4v12h-4z\"/>"),
    };
}

struct Layout {
    plot: Range<i32>,
    values: Range<f64>,
}

impl Layout {
    fn of(chart: &PairChart, columns: &Columns) -> Layout {
        let levels = || chart.pairs.iter().flat_map(|pair| &pair.levels);
        let values = from_zero(
            extent(
                levels().flat_map(|level| [Some(level.value), level.high]).flatten().map(position),
            ),
            chart.percent,
        );
        let opens = |way| levels().any(|level| look(level.comparator).opening == Some(way));
        let end = if opens(Opening::More) { ARROW + 2 * PIXEL } else { 7 * PIXEL };
        let mut layout =
            Layout { plot: columns.scale.start + 7 * PIXEL..columns.scale.end - end, values };
        let low = levels()
            .filter(|level| look(level.comparator).opening == Some(Opening::Less))
            .map(|level| layout.x(position(level.value)) - ARROW - PIXEL);
        layout.plot.start += low.min().map_or(0, |tip| (columns.scale.start - tip).max(0));
        layout
    }

    fn x(&self, value: f64) -> i32 {
        let share = (value - self.values.start) / (self.values.end - self.values.start);
        self.plot.start + (share * f64::from(self.plot.end - self.plot.start)).round() as i32
    }

    fn draw_marks(&self, drawing: &mut Drawing, chart: &PairChart, pair: &Pair, middle: i32) {
        drawing
            .raw("<rect class=\"track\"")
            .measure("x", self.plot.start)
            .measure("y", middle - THICK / 2);
        drawing
            .measure("width", self.plot.end - self.plot.start)
            .measure("height", THICK)
            .colour("fill", TRACK)
            .raw("/>");
        let zero = self.x(0.0);
        drawing
            .raw("<path class=\"axis\" fill=\"none\"")
            .colour("stroke", AXIS)
            .raw(" d=\"M")
            .at((zero, middle - 8 * PIXEL))
            .raw("v16\"/>");
        let at = [0, 1].map(|side: usize| self.x(position(pair.levels[side].value)));
        drawing
            .raw("<path class=\"line between ink-line\" fill=\"none\" stroke-width=\"2\"")
            .colour("stroke", INK);
        drawing.raw(" d=\"M").at((at[1], middle)).raw("H").number(at[0]).raw("\"/>");
        for side in [1, 0] {
            let level = &pair.levels[side];
            let (kind, shape) = KINDS[side];
            let high = level.high.map(|high| self.x(position(high)));
            let title: &[&str] = &[&chart.places[side], ": ", &level.text];
            Dot {
                at: (at[side], middle + SIDES[side]),
                high,
                comparator: level.comparator,
                kind,
                shape,
                along: Along::Across,
                title,
            }
            .draw(drawing);
        }
    }

    fn name_ends(&self, whole: &Area<Shift>, percent: bool, height: i32) {
        let y = height + ascent(SMALL) - 2 * PIXEL;
        let zero = Label {
            class: "axis-label quiet",
            lines: &[if percent { "0%" } else { "0" }],
            at: (self.x(0.0) - 7 * PIXEL, y),
            anchor: Anchor::Start,
            size: SMALL,
            bold: false,
            colour: QUIET,
        };
        whole.draw(&zero);
        if percent && self.values.end == 100.0 {
            whole.draw(&Label {
                lines: &["100%"],
                at: (self.plot.end, y),
                anchor: Anchor::End,
                ..zero
            });
        }
    }
}
