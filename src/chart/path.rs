//! The path of a target through time: what was measured as a solid line, what is to be gone as a
//! dashed one, the words at the marks and at the lines' ends. Where a series is broken no line is
//! drawn.

use std::collections::BTreeMap;
use std::ops::Range;

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, Shift};
use plotters::element::PathElement;
use plotters_backend::BackendCoord;
use rust_decimal::Decimal;

use super::axis_note::AxisNote;
use super::describe;
use super::ends::{End, push_apart};
use super::frame::{Caption, framed_at_each_width, nothing};
use super::key::Key;
use super::label::{Anchor, Label, SMALL};
use super::mark::{ARROW, BreakMark, Opening, PointMark, RADIUS, SMALL_RADIUS, look};
use super::notes::Notes;
use super::palette::{AXIS, GRID, LEADER, LineKind, QUIET};
use super::panels;
use super::periods;
use super::placing::{Ground, Placing, Said};
use super::scale::{Axis, extent, position, widest_name};
use super::statement;
use super::svg::{Area, Drawing};
use super::width::Width;
use super::words::{self, PIXEL};
use super::{Chart, MarkKind, PathChart, Point};
use crate::language::Language;

pub(super) const TICK_SIZE: i32 = SMALL;
/// The least height of the plot, in tenths of a pixel.
const fn height(width: Width) -> i32 {
    width.of(190 * PIXEL, 250 * PIXEL)
}
/// Room over the plot for the arrows and labels of its highest marks.
const HEADROOM: i32 = 24 * PIXEL;

/// A straight piece of a line, from end to end.
pub(super) type Piece = [BackendCoord; 2];

pub(super) type Plane = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// More lines than these stand in panels of their own.
const MOST_TOGETHER: usize = 2;
/// Marks nearer to each other than this are small, but for those that are looked for first.
const CLOSE: i32 = 28 * PIXEL;
/// Between the names of the values and the plot, and what the plot needs at the least, with the
/// room to the words at its right.
const TO_NAMES: i32 = 6 * PIXEL;
const LEAST_PLOT: i32 = 90 * PIXEL;
/// Marks nearer than this need the room that the words at a line's end would take.
pub(super) const DENSE: i32 = 8 * PIXEL;
/// Marks nearer than this cover each other.
const COVERED: i32 = 9 * PIXEL;
/// How many neighbours of a mark are looked at.
const MOST_BESIDE: usize = 8;
/// Words at a line's end that are higher than this stand over a panel.
const HIGHEST_END: i32 = 112 * PIXEL;

/// Draws the chart. Without points it says that there are no figures; values that have no others of
/// their kind beside them in time are said.
pub fn draw(chart: &PathChart) -> Chart {
    let description = describe::path(chart);
    let caption = Caption { description: &description, ..Caption::from(chart) };
    let lines: Vec<Line> = chart
        .series
        .iter()
        .filter(|series| !series.points.is_empty())
        .map(|series| Line::of(&series.label, &series.points))
        .collect();
    if lines.is_empty() {
        return nothing(caption);
    }
    if lines.iter().all(|line| line.points.len() == 1) {
        return statement::draw(caption, &lines);
    }
    let axis =
        Axis::of_lines(extent(lines.iter().flat_map(Line::values)), chart.percent, chart.language);
    framed_at_each_width(caption, |width, _| drawing(chart, &lines, &axis, width))
}

/// Few lines in one plot, many in panels of their own.
fn drawing(chart: &PathChart, lines: &[Line], axis: &Axis, width: Width) -> Drawing {
    let notes = Notes::of(lines, width, chart.language);
    let key = key(lines, width, chart.language);
    let ends: Vec<End> = lines
        .iter()
        .filter_map(|line| Some(End::of(line.label, line.points.last()?, width, chart.language)))
        .collect();
    let crowded = lines
        .iter()
        .zip(&ends)
        .any(|(line, end)| !line.label.is_empty() && end.height() > HIGHEST_END);
    let note = AxisNote::of(axis, &chart.unit, width, chart.language);
    let layout = Layout::of(lines, axis, &ends, note.height(), width);
    let dense = lines.iter().any(|line| Line::spacing(&layout.places(line)) < DENSE);
    if lines.len() > MOST_TOGETHER || crowded || dense {
        panels::draw(chart, lines, (axis, &note), width, &key, &notes)
    } else {
        together(chart, lines, (axis, &note), (layout, ends), width, &key, &notes)
    }
}

/// All lines in one plot.
fn together(
    chart: &PathChart,
    lines: &[Line],
    (axis, note): (&Axis, &AxisNote),
    (layout, mut ends): (Layout, Vec<End>),
    width: Width,
    key: &Key,
    notes: &Notes,
) -> Drawing {
    let places: Vec<Vec<BackendCoord>> = lines.iter().map(|line| layout.places(line)).collect();
    for (end, places) in ends.iter_mut().zip(&places) {
        if let Some(&last) = places.last() {
            end.aim(last);
        }
    }
    push_apart(&mut ends, layout.above..layout.bottom);
    let periods = periods::labels(lines, |position| layout.x(position), 0..width.units(), width);
    let under = layout.bottom + periods::height(&periods);

    let mut drawing = Drawing::new(
        width.units(),
        under.saturating_add(key.height()).saturating_add(notes.height()),
    );
    let whole = drawing.area();
    note.draw(&whole);
    layout.draw_axis(&whole, axis);
    periods::draw(&whole, &periods, layout.bottom);
    let plot = whole.under(layout.plane.clone());
    // What breaks all lines at once is one break, over the whole height.
    let at = |line: &Line| {
        line.points
            .iter()
            .skip(1)
            .zip(&line.points)
            .filter(|(point, _)| point.breaks)
            .map(|(after, before)| (before.position, after.position))
            .collect::<Vec<_>>()
    };
    let breaks_of: Vec<Vec<(Decimal, Decimal)>> = lines.iter().map(at).collect();
    let shared =
        breaks_of.windows(2).all(|pair| pair[0] == pair[1]).then_some(layout.above..layout.bottom);
    let mut breaks = Vec::new();
    for (line, places) in
        lines.iter().zip(&places).take(if shared.is_some() { 1 } else { lines.len() })
    {
        breaks.extend(line.draw_breaks(&whole, places, shared.clone(), chart));
    }
    for line in lines {
        line.draw_stretches(&plot);
    }
    for end in &ends {
        end.draw_leader(&whole, layout.column);
    }
    for (line, places) in lines.iter().zip(&places) {
        line.draw_marks(&plot, chart, places);
    }
    let zero = (axis.range.start < 0.0)
        .then(|| [(layout.left, layout.y(0.0)), (layout.column, layout.y(0.0))]);
    let others = ends.iter().filter_map(|end| end.leader(layout.column)).chain(zero).collect();
    let ground = Ground {
        down: layout.above..layout.bottom,
        across: layout.left..layout.column,
        breaks,
        others,
        said: Said::AtEnd,
    };
    Placing::of(lines, &places, &ground, chart.language).draw(&whole);
    for end in &ends {
        end.draw(&whole, layout.column);
    }
    key.draw(&whole, under);
    notes.draw(&whole, under + key.height());
    drop(whole);
    drop(plot);
    drawing
}

/// What the signs mean, and the lines where there are some.
fn key(lines: &[Line], width: Width, language: Language) -> Key<'static> {
    let joined: Vec<LineKind> =
        lines.iter().flat_map(Line::stretches).map(|(_, kind)| kind).collect();
    Key::of_points(
        lines.iter().flat_map(|line| line.points.iter().copied()),
        &joined,
        width,
        language,
    )
}

/// A series with its points in the order of time.
pub(super) struct Line<'c> {
    pub(super) label: &'c str,
    pub(super) points: Vec<&'c Point>,
}

impl<'c> Line<'c> {
    fn of(label: &'c str, points: &'c [Point]) -> Self {
        let mut points: Vec<&Point> = points.iter().collect();
        points.sort_by_key(|point| point.position);
        Line { label, points }
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        self.points.iter().flat_map(|point| [Some(point.value), point.high]).flatten().map(position)
    }

    /// The lines to draw, each from point to point: through all that was measured, the straight way
    /// from each baseline to the last of its targets, and through what one plan asks for on the
    /// way; none over a break.
    pub(super) fn stretches(&self) -> Vec<(Vec<usize>, LineKind)> {
        let mut stretches = Vec::new();
        let mut start = 0;
        for end in 1..=self.points.len() {
            if end == self.points.len() || self.points[end].breaks {
                let part: Vec<usize> = (start..end).collect();
                let measured: Vec<usize> = part
                    .iter()
                    .copied()
                    .filter(|&index| self.points[index].kind.is_measured())
                    .collect();
                if measured.len() > 1 {
                    stretches.push((measured, LineKind::Observed));
                }
                let ways = self.ways(&part);
                stretches.extend(
                    self.milestones(&part)
                        .into_iter()
                        .filter(|line| !ways.contains(line))
                        .map(|line| (line, LineKind::Milestones)),
                );
                stretches.extend(ways.into_iter().map(|way| (way, LineKind::Required)));
                start = end;
            }
        }
        stretches
    }

    /// From each baseline to the latest target that is measured from it.
    fn ways(&self, part: &[usize]) -> Vec<Vec<usize>> {
        let known = part.iter().filter(|&&index| {
            self.points[index].kind.is_measured() && self.points[index].high.is_none()
        });
        let known: BTreeMap<(Decimal, Decimal), usize> = known
            .map(|&index| ((self.points[index].position, self.points[index].value), index))
            .collect();
        let mut ways: BTreeMap<usize, usize> = BTreeMap::new();
        for &index in part {
            let point = self.points[index];
            let sets_out = point.sets_out.as_ref().filter(|_| point.kind == MarkKind::Target);
            let Some(&from) = sets_out.and_then(|place| known.get(place)) else { continue };
            let start = self.points[from];
            // The way to a range ends at the end of it that is nearer.
            let ends_at_value = point.high.is_none() || start.value < point.value;
            if start.position < point.position && ends_at_value {
                ways.insert(from, index);
            }
        }
        ways.into_iter().map(|(from, to)| vec![from, to]).collect()
    }

    /// Through the targets of each plan, one for each time. A floor and a ceiling are no two steps
    /// of one way, and a range has no one height.
    fn milestones(&self, part: &[usize]) -> Vec<Vec<usize>> {
        let mut open: BTreeMap<usize, (Vec<usize>, Option<Opening>)> = BTreeMap::new();
        let mut lines = Vec::new();
        for &index in part {
            let point = self.points[index];
            let Some(plan) =
                point.plan.filter(|_| point.kind == MarkKind::Target && point.high.is_none())
            else {
                continue;
            };
            let opening = look(point.comparator).opening;
            let (line, sense) = open.entry(plan).or_default();
            if line.last().is_some_and(|&last| self.points[last].position == point.position) {
                continue;
            }
            if sense.is_some() && opening.is_some() && *sense != opening {
                lines.push(std::mem::take(line));
                *sense = None;
            }
            line.push(index);
            *sense = sense.or(opening);
        }
        lines.extend(open.into_values().map(|(line, _)| line));
        lines.retain(|line| line.len() > 1);
        lines
    }

    pub(super) fn draw_stretches(&self, plot: &Area<Plane>) {
        for (stretch, kind) in self.stretches() {
            let points: Vec<(f64, f64)> =
                stretch.into_iter().map(|index| place(self.points[index])).collect();
            plot.draw(&PathElement::new(
                points,
                plotters::style::ShapeStyle::from(kind.colour()).stroke_width(2),
            ));
        }
    }

    /// How far its marks stand apart from each other, on average.
    pub(super) fn spacing(places: &[BackendCoord]) -> i32 {
        match places {
            [first, .., last] => (last.0 - first.0) / (words::count(places.len()) - 1),
            _ => i32::MAX,
        }
    }

    /// Whether a value is one that is looked for first: where the line begins, what was reported
    /// last, and where it leads.
    pub(super) fn is_told_first(&self, index: usize) -> bool {
        let reported = self.points.iter().rposition(|point| point.kind.is_measured());
        index == 0 || Some(index) == reported || index + 1 == self.points.len()
    }

    /// A mark of the other sort, of what is wanted or of what was measured, nearer than so much.
    pub(super) fn beside(&self, index: usize, places: &[BackendCoord], near: i32) -> Option<usize> {
        let is_measured = |index: usize| self.points[index].kind.is_measured();
        let is_near = |&other: &usize| {
            is_measured(other) != is_measured(index)
                && (places[other].0 - places[index].0).abs() < near
                && (places[other].1 - places[index].1).abs() < near
        };
        // The marks are in the order of time, so that those near by are its neighbours.
        let after = (index + 1..places.len())
            .take_while(|&other| places[other].0 - places[index].0 < near)
            .take(MOST_BESIDE);
        let before = (0..index)
            .rev()
            .take_while(|&other| places[index].0 - places[other].0 < near)
            .take(MOST_BESIDE);
        after.chain(before).find(is_near)
    }

    pub(super) fn draw_marks(
        &self,
        plot: &Area<Plane>,
        chart: &PathChart,
        places: &[BackendCoord],
    ) {
        let close = Line::spacing(places) < CLOSE;
        // What is wanted lies under what was measured.
        let mut order: Vec<usize> = (0..self.points.len()).collect();
        order.sort_by_key(|&index| self.points[index].kind.is_measured());
        for index in order {
            let point = self.points[index];
            let covers = self.beside(index, places, COVERED).is_some();
            let is_measured = point.kind.is_measured();
            let radius = match is_measured {
                // Both are seen: the one larger, the other smaller.
                false if covers => RADIUS + 3 * PIXEL,
                _ if covers || close && !self.is_told_first(index) => SMALL_RADIUS,
                _ => RADIUS,
            };
            let (x, y) = place(point);
            let comma = if self.label.is_empty() { "" } else { ", " };
            let kind = words::kind(point.kind, chart.language);
            let note = point.note.as_deref().unwrap_or("");
            let stop = if note.is_empty() { "" } else { ". " };
            plot.draw(&PointMark {
                at: [(x, y), (x, point.high.map_or(y, position))],
                comparator: point.comparator,
                kind: point.kind,
                draft: point.draft,
                uncertain: point.uncertain,
                radius,
                over: covers && is_measured,
                title: &[
                    self.label,
                    comma,
                    &point.period,
                    ": ",
                    &words::said(point, chart.language),
                    " (",
                    kind,
                    ")",
                    stop,
                    note,
                ],
            });
        }
    }

    /// The pieces of its lines, where its points stand at these places.
    pub(super) fn pieces(&self, places: &[BackendCoord]) -> Vec<Piece> {
        self.stretches()
            .iter()
            .flat_map(|(stretch, _)| {
                stretch.windows(2).map(|ends| [places[ends[0]], places[ends[1]]])
            })
            .collect()
    }

    /// A mark between the values on both sides of a break, over the height given or round the two
    /// values. Gives their lines.
    pub(super) fn draw_breaks(
        &self,
        whole: &Area<Shift>,
        places: &[BackendCoord],
        down: Option<Range<i32>>,
        chart: &PathChart,
    ) -> Vec<Piece> {
        let mut drawn = Vec::new();
        for (point, place) in
            self.points.iter().skip(1).zip(places.windows(2)).filter(|(point, _)| point.breaks)
        {
            let (before, after) = (place[0], place[1]);
            let reach = 16 * PIXEL;
            let Range { start: top, end: bottom } = down
                .clone()
                .unwrap_or(before.1.min(after.1) - reach..before.1.max(after.1) + reach);
            let note = point.note.as_deref().unwrap_or(words::series_break(chart.language));
            let x = (before.0 + after.0) / 2;
            let at = [(x, top), (x, bottom)];
            whole.draw(&BreakMark { at, title: &[&point.period, ": ", note] });
            drawn.push(at);
        }
        drawn
    }
}

pub(super) fn place(point: &Point) -> (f64, f64) {
    (position(point.position), position(point.value))
}

/// Where everything stands, in tenths of a pixel.
struct Layout {
    plane: Plane,
    /// The top of all that the plot's labels may use.
    above: i32,
    /// The foot of the plot, where the periods stand.
    bottom: i32,
    left: i32,
    /// Where the words at the lines' ends begin.
    column: i32,
}

impl Layout {
    fn of(lines: &[Line], axis: &Axis, ends: &[End], above: i32, width: Width) -> Layout {
        let column = width.units() - ends.iter().map(End::width).max().unwrap_or(0);
        // Names that would leave no plot are left out: its values are said at their marks.
        let names = widest_name(&axis.ticks) + TO_NAMES;
        let left = if names > column - LEAST_PLOT { 0 } else { names };
        let ends_height = ends.iter().fold(0i32, |sum, end| sum.saturating_add(end.height()));
        let top = above + HEADROOM;
        let foot = top + height(width).max(ends_height.saturating_sub(HEADROOM));
        let downward = lines
            .iter()
            .flat_map(|line| &line.points)
            .any(|point| look(point.comparator).opening == Some(Opening::Less));
        let bottom = foot + if downward { ARROW + 2 * PIXEL } else { 0 };
        let years = extent(
            lines.iter().flat_map(|line| &line.points).map(|point| position(point.position)),
        );
        let years =
            if years.start < years.end { years } else { years.start - 1.0..years.end + 1.0 };
        // Words that were pushed apart need room for the lines to their marks.
        let gap = if ends.len() > 1 { 28 * PIXEL } else { 16 * PIXEL };
        let across = left + 12 * PIXEL..column - gap;
        Layout {
            plane: Plane::new(years, axis.range.clone(), (across, foot..top)),
            above,
            bottom,
            left,
            column,
        }
    }

    fn places(&self, line: &Line) -> Vec<BackendCoord> {
        line.points.iter().map(|point| self.plane.translate(&place(point))).collect()
    }

    fn x(&self, year: f64) -> i32 {
        self.plane.translate(&(year, 0.0)).0
    }

    fn y(&self, value: f64) -> i32 {
        self.plane.translate(&(0.0, value)).1
    }

    fn draw_axis(&self, whole: &Area<Shift>, axis: &Axis) {
        let Range { start: left, end: right } = self.left..self.column - 8 * PIXEL;
        let name = |text: &str, y: i32| {
            let at = (left - TO_NAMES, y + 4 * PIXEL);
            whole.draw(&Label {
                class: "axis-label quiet",
                lines: &[text],
                at,
                anchor: Anchor::End,
                size: TICK_SIZE,
                bold: false,
                colour: QUIET,
            });
        };
        for (index, tick) in axis.ticks.iter().enumerate() {
            let y = self.y(tick.at);
            let is_base = if axis.zoomed {
                false
            } else if axis.range.start < 0.0 {
                tick.at == 0.0
            } else {
                index == 0
            };
            whole.draw(&PathElement::new(
                vec![(left, y), (right, y)],
                if is_base { AXIS } else { GRID },
            ));
            if left > 0 {
                name(&tick.text, y);
            }
        }
        if axis.zoomed {
            zigzag(whole, left..right, self.y(axis.range.start));
        }
    }
}

/// Instead of a base line: what lies below is cut off.
pub(super) fn zigzag(whole: &Area<Shift>, across: Range<i32>, y: i32) {
    let tooth = 3 * PIXEL;
    let teeth = (0..=(across.end - across.start) / (2 * tooth)).map(|index| {
        (across.start + index * 2 * tooth, y + if index % 2 == 0 { tooth / 2 } else { -tooth / 2 })
    });
    whole.draw(&PathElement::new(teeth.collect::<Vec<_>>(), LEADER));
}
