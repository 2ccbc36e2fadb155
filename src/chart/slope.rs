//! The slope chart: what was promised before on the left, what is promised now on the right, on one
//! scale. That a goal was raised, lowered or kept is told by the line, by a shape and by words.

use std::ops::Range;

use plotters::coord::Shift;
use plotters::element::PathElement;
use rust_decimal::Decimal;

use super::dot::{Along, Dot, Shape};
use super::frame::{Caption, framed_at_each_width, nothing};
use super::label::{Anchor, Label, SIZE, ascent, line_height};
use super::mark::{ARROW, Opening, look};
use super::palette::{AXIS, GRID, INK, LEADER, QUIET};
use super::scale::{Axis, extent, position};
use super::svg::{Area, Drawing};
use super::width::Width;
use super::words::{self, PIXEL};
use super::{Chart, MarkKind};
use crate::language::Language;
use crate::portal::Comparator;

/// One target in two plans.
#[derive(Clone, Debug)]
pub struct Slope {
    /// What the target is about; may be empty where the chart is about one thing.
    pub label: String,
    pub before: Level,
    pub after: Level,
    /// What became of it: `nâng, mạnh hơn`.
    pub words: String,
}

/// A value with its comparator, as one side of a comparison.
#[derive(Clone, Debug)]
pub struct Level {
    /// The value, or the lower value of a range.
    pub value: Decimal,
    /// The upper value of a range.
    pub high: Option<Decimal>,
    pub comparator: Comparator,
    /// As shown, with its comparator: `trên 57,6%`.
    pub text: String,
}

/// Targets from plan to plan.
#[derive(Clone, Debug)]
pub struct SlopeChart {
    /// Prefix of all ids in the chart; unique on a page.
    pub id: String,
    pub language: Language,
    pub title: String,
    pub description: String,
    /// Whether the values are percentages.
    pub percent: bool,
    /// The names of the two plans.
    pub plans: [String; 2],
    pub slopes: Vec<Slope>,
    pub source: String,
    pub licence: String,
}

impl<'c> From<&'c SlopeChart> for Caption<'c> {
    fn from(
        SlopeChart { id, language, title, description, source, licence, .. }: &'c SlopeChart,
    ) -> Self {
        Caption { id, language: *language, title, description, source, licence }
    }
}

const SMALL: i32 = 12;
/// The least height of the plot.
const fn height(width: Width) -> i32 {
    width.of(160 * PIXEL, 240 * PIXEL)
}
/// The room of the words right of the lines.
const fn room(width: Width) -> i32 {
    width.of(138 * PIXEL, 250 * PIXEL)
}
/// The room of the values left of them.
const fn left_room(width: Width) -> i32 {
    width.of(92 * PIXEL, 150 * PIXEL)
}
/// Room for the shape before the words on what changed.
const SHAPE: i32 = 14 * PIXEL;
/// From the top of the words to the middle of their first line, which says the value.
const LEVEL: i32 = 9 * PIXEL;
/// Between the words of two targets.
const GAP: i32 = 8 * PIXEL;

/// Draws the chart. Without targets it says that there are no figures.
pub fn draw(chart: &SlopeChart) -> Chart {
    let caption = Caption::from(chart);
    if chart.slopes.is_empty() {
        return nothing(caption);
    }
    let values = chart
        .slopes
        .iter()
        .flat_map(|slope| [&slope.before, &slope.after])
        .flat_map(|level| [Some(level.value), level.high])
        .flatten();
    let axis = Axis::of_slopes(extent(values.map(position)), chart.percent, chart.language);
    framed_at_each_width(caption, |width, _| drawing(chart, &axis, width))
}

fn drawing(chart: &SlopeChart, axis: &Axis, width: Width) -> Drawing {
    let ends: Vec<Ends> = chart.slopes.iter().map(|slope| Ends::of(slope, width)).collect();
    let layout = Layout::of(chart, &ends, axis, width);

    let mut drawing = Drawing::new(layout.width.units(), layout.foot);
    let whole = drawing.area();
    layout.draw_frame(&whole);
    let marks: Vec<[i32; 2]> = chart
        .slopes
        .iter()
        .map(|slope| [&slope.before, &slope.after].map(|level| layout.y(position(level.value))))
        .collect();
    let [left, right] = [0, 1].map(|side| {
        let wanted: Vec<(i32, i32, i32)> = marks
            .iter()
            .zip(&ends)
            .map(|(marks, ends)| (marks[side], marks[1 - side], ends.heights()[side]))
            .collect();
        spread(&wanted, layout.words.clone())
    });
    for (slope, marks) in chart.slopes.iter().zip(&marks) {
        whole.write(|drawing| layout.draw_slope(drawing, slope, *marks));
    }
    for (index, (slope, ends)) in chart.slopes.iter().zip(&ends).enumerate() {
        ends.draw_left(&whole, &layout, marks[index][0], left[index]);
        ends.draw_right(&whole, &layout, slope, marks[index][1], right[index]);
    }
    drop(whole);
    drawing
}

/// The words at both ends of a line, in lines.
struct Ends<'c> {
    before: Vec<&'c str>,
    after: Vec<&'c str>,
    label: Vec<&'c str>,
    words: Vec<&'c str>,
}

impl<'c> Ends<'c> {
    fn of(slope: &'c Slope, width: Width) -> Self {
        let room = room(width);
        // Bold runs eight percent wider; widths are estimates.
        Ends {
            before: words::wrap(&slope.before.text, SIZE, left_room(width)),
            after: words::wrap(&slope.after.text, SIZE, room * 92 / 100),
            label: words::wrap(&slope.label, SMALL, room * 97 / 100),
            words: words::wrap(&slope.words, SMALL, (room - SHAPE) * 97 / 100),
        }
    }

    fn left_height(&self) -> i32 {
        words::count(self.before.len()) * line_height(SIZE) + GAP / 2
    }

    fn right_height(&self) -> i32 {
        words::count(self.after.len()) * line_height(SIZE)
            + words::count(self.label.len() + self.words.len()) * line_height(SMALL)
            + GAP
    }

    fn heights(&self) -> [i32; 2] {
        [self.left_height(), self.right_height()]
    }

    fn draw_left(&self, whole: &Area<Shift>, layout: &Layout, mark: i32, top: i32) {
        leader(
            whole,
            (layout.across.start - 9 * PIXEL, mark),
            (layout.left_column + 3 * PIXEL, top + LEVEL),
        );
        let at = (layout.left_column, top + ascent(SIZE));
        whole.draw(&Label {
            class: "value quiet",
            lines: &self.before,
            at,
            anchor: Anchor::End,
            size: SIZE,
            bold: false,
            colour: QUIET,
        });
    }

    fn draw_right(&self, whole: &Area<Shift>, layout: &Layout, slope: &Slope, mark: i32, top: i32) {
        let column = layout.column;
        leader(whole, (layout.across.end + 9 * PIXEL, mark), (column - 4 * PIXEL, top + LEVEL));
        let plain = Label {
            class: "label",
            lines: &self.label,
            at: (column, 0),
            anchor: Anchor::Start,
            size: SMALL,
            bold: false,
            colour: INK,
        };
        let mut y = top;
        let value = Label {
            class: MarkKind::Target.text_class(),
            lines: &self.after,
            size: SIZE,
            bold: true,
            colour: MarkKind::Target.colour(),
            ..plain
        };
        whole.draw(&Label { at: (column, y + ascent(SIZE)), ..value });
        y += words::count(self.after.len()) * line_height(SIZE);
        whole.draw(&Label { at: (column, y + ascent(SMALL)), ..plain });
        y += words::count(self.label.len()) * line_height(SMALL);
        whole.write(|drawing| direction(drawing, slope, (column, y + ascent(SMALL))));
        whole.draw(&Label {
            class: "quiet",
            lines: &self.words,
            at: (column + SHAPE, y + ascent(SMALL)),
            colour: QUIET,
            ..plain
        });
    }
}

/// From where to where the scale runs, and that zero is cut off where it is.
fn scale_note(axis: &Axis, language: Language) -> String {
    match (axis.ticks.first(), axis.ticks.last()) {
        (Some(lowest), Some(highest)) if axis.zoomed => {
            let (from, to) = (axis.said(lowest), axis.said(highest));
            format!(
                "{} {} {from}, {} {to}",
                words::vertical_axis(language),
                words::starts_at(language),
                words::ends_at(language)
            )
        }
        (Some(lowest), Some(highest)) => {
            format!("{} {}–{}", words::scale(language), axis.said(lowest), axis.said(highest))
        }
        _ => String::new(),
    }
}

/// A thin line from a mark to its words, where they do not stand right beside it.
fn leader(whole: &Area<Shift>, mark: (i32, i32), words: (i32, i32)) {
    if (mark.1 - words.1).abs() > 9 * PIXEL {
        whole.draw(&PathElement::new(vec![mark, words], LEADER));
    }
}

/// Raised, lowered or level, as a shape before the words.
fn direction(drawing: &mut Drawing, slope: &Slope, (x, baseline): (i32, i32)) {
    let (class, path) = match slope.after.value.cmp(&slope.before.value) {
        std::cmp::Ordering::Greater => ("raised", "v-1l4.5-8l4.5 8v1z"),
        std::cmp::Ordering::Less => ("lowered", "m0-9v1l4.5 8l4.5-8v-1z"),
        std::cmp::Ordering::Equal => ("level", "m0-3h9v-2h-9zm0-4h9v-2h-9z"),
    };
    drawing
        .raw("<path class=\"ink ")
        .raw(class)
        .raw("\"")
        .colour("fill", INK)
        .raw(" d=\"M")
        .at((x, baseline))
        .raw(path)
        .raw("\"/>");
}

/// Where everything stands, in tenths of a pixel.
struct Layout {
    width: Width,
    /// Where the values on the left end, and the words on the right begin.
    left_column: i32,
    column: i32,
    /// The two plans' lines.
    across: Range<i32>,
    /// Foot and top of the scale.
    scale: (i32, i32),
    values: Range<f64>,
    /// What words may use, from top to foot.
    words: Range<i32>,
    heads: [Vec<String>; 2],
    note: String,
    foot: i32,
}

impl Layout {
    fn of(chart: &SlopeChart, ends: &[Ends], axis: &Axis, width: Width) -> Layout {
        let left_column = ends
            .iter()
            .flat_map(|ends| &ends.before)
            .map(|line| words::width(line, SIZE))
            .max()
            .unwrap_or(0)
            * 104
            / 100;
        // A long number has the room that it needs.
        let after = chart
            .slopes
            .iter()
            .map(|slope| words::longest_number(&slope.after.text, SIZE))
            .max()
            .unwrap_or(0)
            * 108
            / 100;
        let column = width.units() - room(width).max(after);
        let across = left_column + 14 * PIXEL..column - 16 * PIXEL;
        let own = |lines: Vec<&str>| lines.into_iter().map(str::to_owned).collect::<Vec<_>>();
        let half = (column - 20 * PIXEL).max(60 * PIXEL);
        let heads = [
            own(words::wrap(&chart.plans[0], SMALL, half * 92 / 100)),
            own(words::wrap(&chart.plans[1], SMALL, room(width) * 92 / 100)),
        ];
        let head =
            words::count(heads[0].len().max(heads[1].len())) * line_height(SMALL) + 8 * PIXEL;
        let sum = |side: usize| {
            ends.iter().fold(0i32, |sum, ends| sum.saturating_add(ends.heights()[side]))
        };
        let opens = |way: Opening| {
            let levels = chart.slopes.iter().flat_map(|slope| [&slope.before, &slope.after]);
            if levels
                .map(|level| look(level.comparator).opening)
                .any(|opening| opening == Some(way))
            {
                ARROW
            } else {
                8 * PIXEL
            }
        };
        let (over, under) = (opens(Opening::More), opens(Opening::Less));
        let height = height(width).max(sum(0).max(sum(1)) - over - under);
        let top = head + over;
        let bottom = top + height;
        let note = scale_note(axis, chart.language);
        let note_height =
            words::count(words::wrap(&note, SMALL, width.units()).len()) * line_height(SMALL);
        Layout {
            width,
            left_column,
            column,
            across,
            scale: (bottom, top),
            values: axis.range.clone(),
            words: head..bottom + under,
            heads,
            foot: bottom + under + note_height + 6 * PIXEL,
            note,
        }
    }

    fn y(&self, value: f64) -> i32 {
        let share = (value - self.values.start) / (self.values.end - self.values.start);
        self.scale.0 - (share * f64::from(self.scale.0 - self.scale.1)).round() as i32
    }

    fn draw_frame(&self, whole: &Area<Shift>) {
        for (head, x) in self.heads.iter().zip([0, self.column]) {
            let lines: Vec<&str> = head.iter().map(String::as_str).collect();
            whole.draw(&Label {
                class: "head label",
                lines: &lines,
                at: (x, ascent(SMALL)),
                anchor: Anchor::Start,
                size: SMALL,
                bold: true,
                colour: INK,
            });
        }
        for x in [self.across.start, self.across.end] {
            whole.draw(&PathElement::new(vec![(x, self.words.start), (x, self.words.end)], GRID));
        }
        let lines = words::wrap(&self.note, SMALL, self.width.units());
        let at = (0, self.words.end + 4 * PIXEL + ascent(SMALL));
        whole.draw(&Label {
            class: "axis-note quiet",
            lines: &lines,
            at,
            anchor: Anchor::Start,
            size: SMALL,
            bold: false,
            colour: QUIET,
        });
    }

    fn draw_slope(&self, drawing: &mut Drawing, slope: &Slope, [before, after]: [i32; 2]) {
        let moved = slope.before.value != slope.after.value;
        drawing.raw("<g class=\"slope\">").title(&[
            &slope.label,
            if slope.label.is_empty() { "" } else { ": " },
            &slope.before.text,
            " → ",
            &slope.after.text,
            ". ",
            &slope.words,
        ]);
        drawing
            .raw(if moved { "<path class=\"line required\"" } else { "<path class=\"line axis\"" })
            .raw(" fill=\"none\" stroke-width=\"3\"");
        drawing.colour("stroke", if moved { MarkKind::Target.colour() } else { AXIS });
        drawing
            .raw(" d=\"M")
            .at((self.across.start, before))
            .raw("L")
            .at((self.across.end, after))
            .raw("\"/>");
        for (level, x, y) in
            [(&slope.before, self.across.start, before), (&slope.after, self.across.end, after)]
        {
            let high = level.high.map(|high| self.y(position(high)));
            Dot {
                at: (x, y),
                high,
                comparator: level.comparator,
                kind: MarkKind::Target,
                shape: Shape::Diamond,
                along: Along::Up,
                title: &[],
            }
            .draw(drawing);
        }
        drawing.raw("</g>");
    }
}

/// The tops of words whose first lines want to stand beside their marks, and which must not
/// overlap. Each is (mark, the line's other end, height); lines that meet keep the order in which
/// they come.
fn spread(wanted: &[(i32, i32, i32)], within: Range<i32>) -> Vec<i32> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|&index| (wanted[index].0, wanted[index].1, index));
    let mut tops: Vec<i32> = wanted.iter().map(|(mark, ..)| mark - LEVEL).collect();
    let mut free = within.start;
    for &index in &order {
        tops[index] = tops[index].max(free);
        free = tops[index].saturating_add(wanted[index].2);
    }
    let mut free = within.end;
    for &index in order.iter().rev() {
        tops[index] = tops[index].min(free - wanted[index].2);
        free = tops[index];
    }
    tops
}
