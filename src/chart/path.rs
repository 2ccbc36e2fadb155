//! The path of a target through time: what was measured as a solid line, what is to be gone as a dashed one,
//! the words at the marks and at the lines' ends. Where a series is broken no line is drawn.

use std::ops::Range;

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::coord::{CoordTranslate, Shift};
use plotters::element::PathElement;
use plotters_backend::BackendCoord;

use super::describe;
use super::ends::{End, push_apart};
use super::frame::{Caption, WIDTH, framed, nothing};
use super::key::Key;
use super::label::{Anchor, Label, SMALL, ascent, line_height};
use super::mark::{ARROW, BreakMark, Opening, PointMark, look};
use super::notes::Notes;
use super::palette::{AXIS, GRID, LEADER, QUIET};
use super::periods;
use super::placing::Placing;
use super::scale::{Axis, extent, position};
use super::svg::{Area, Drawing};
use super::words::{self, PIXEL};
use super::{Chart, MarkKind, PathChart, Point};
use crate::language::Language;

pub(super) const TICK_SIZE: i32 = SMALL;
/// The least height of the plot, in tenths of a pixel.
const HEIGHT: i32 = 190 * PIXEL;
/// Room over the plot for the arrows and labels of its highest marks.
const HEADROOM: i32 = 24 * PIXEL;

type Plane = Cartesian2d<RangedCoordf64, RangedCoordf64>;

/// Draws the chart. Without points it says that there are no figures.
pub fn draw(chart: &PathChart) -> Chart {
    let description = describe::path(chart);
    let caption = Caption { description: &description, ..Caption::from(chart) };
    let lines: Vec<Line> = chart.series.iter().filter(|series| !series.points.is_empty()).map(|series| Line::of(&series.label, &series.points)).collect();
    let axis = Axis::of_lines(extent(lines.iter().flat_map(Line::values)), chart.percent, chart.language);
    let mut ends: Vec<End> =
        lines.iter().filter_map(|line| Some(End::of(line.label, line.crowded_first(lines.len()), line.points.last()?, chart.language))).collect();
    if ends.is_empty() {
        return nothing(caption);
    }
    let layout = Layout::of(&lines, &axis, &ends);
    let places: Vec<Vec<BackendCoord>> = lines.iter().map(|line| layout.places(line)).collect();
    for (end, places) in ends.iter_mut().zip(&places) {
        if let Some(&last) = places.last() {
            end.aim(last);
        }
    }
    push_apart(&mut ends, layout.above..layout.bottom);
    let periods = periods::labels(&lines, |position| layout.x(position));
    let notes = Notes::of(&lines, chart.language);
    let key = key(&lines, chart.language);
    let under = layout.bottom + periods::height(&periods);

    let mut drawing = Drawing::new(WIDTH, under.saturating_add(key.height()).saturating_add(notes.height()));
    let whole = drawing.area();
    layout.draw_axis(&whole, &axis, chart);
    periods::draw(&whole, &periods, layout.bottom);
    let plot = whole.under(layout.plane.clone());
    let mut breaks = Vec::new();
    for (line, places) in lines.iter().zip(&places) {
        breaks.extend(line.draw_breaks(&whole, places, &layout, lines.len() == 1, chart));
    }
    for line in &lines {
        for (points, kind) in line.stretches() {
            plot.draw(&PathElement::new(points, plotters::style::ShapeStyle::from(kind.colour()).stroke_width(2)));
        }
    }
    for end in &ends {
        end.draw_leader(&whole, layout.column);
    }
    for line in &lines {
        line.draw_marks(&plot, chart);
    }
    Placing::of(&lines, &places, &breaks, layout.above..layout.bottom, layout.left..layout.column, chart.language).draw(&whole);
    for end in &ends {
        end.draw(&whole, layout.column);
    }
    key.draw(&whole, under);
    notes.draw(&whole, under + key.height());
    framed(caption, drawing)
}

/// What the signs mean, and the lines where there are some.
fn key(lines: &[Line], language: Language) -> Key<'static> {
    let joined: Vec<MarkKind> = lines.iter().flat_map(Line::stretches).map(|(_, kind)| kind).collect();
    Key::of_points(lines.iter().flat_map(|line| line.points.iter().copied()), &joined, language)
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

    /// The first of several points, where so many lines begin that its words would be taken for another's: they then stand at the line's end.
    pub(super) fn crowded_first(&self, lines: usize) -> Option<&'c Point> {
        self.points.first().copied().filter(|_| lines > 2 && self.points.len() > 1)
    }

    fn values(&self) -> impl Iterator<Item = f64> {
        self.points.iter().flat_map(|point| [Some(point.value), point.high]).flatten().map(position)
    }

    /// The lines to draw: through baseline and results, and from there through the targets; none over a break.
    fn stretches(&self) -> Vec<(Vec<(f64, f64)>, MarkKind)> {
        let first_target = self.points.iter().position(|point| point.kind == MarkKind::Target);
        let observed = |point: &Point| point.kind != MarkKind::Target;
        // The way to the targets begins where the last observation before them stands.
        let start = first_target.and_then(|target| self.points[..target].iter().rposition(|point| observed(point)));
        let mut stretches = Vec::new();
        for kind in [MarkKind::Result, MarkKind::Target] {
            let mut stretch = Vec::new();
            for (index, point) in self.points.iter().enumerate() {
                if point.breaks && stretch.len() > 1 {
                    stretches.push((std::mem::take(&mut stretch), kind));
                } else if point.breaks {
                    stretch.clear();
                }
                if observed(point) == (kind == MarkKind::Result) || (kind == MarkKind::Target && start == Some(index)) {
                    stretch.push(place(point));
                }
            }
            if stretch.len() > 1 {
                stretches.push((stretch, kind));
            }
        }
        stretches
    }

    fn draw_marks(&self, plot: &Area<Plane>, chart: &PathChart) {
        for point in &self.points {
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
                title: &[self.label, comma, &point.period, ": ", &words::said(point, chart.language), " (", kind, ")", stop, note],
            });
        }
    }

    /// A mark between the values on both sides of a break; over the whole height where there is but one line to break. Gives their tops.
    fn draw_breaks(&self, whole: &Area<Shift>, places: &[BackendCoord], layout: &Layout, alone: bool, chart: &PathChart) -> Vec<BackendCoord> {
        let mut tops = Vec::new();
        for (point, place) in self.points.iter().skip(1).zip(places.windows(2)).filter(|(point, _)| point.breaks) {
            let (before, after) = (place[0], place[1]);
            let reach = 16 * PIXEL;
            let (top, bottom) = if alone { (layout.above, layout.bottom) } else { (before.1.min(after.1) - reach, before.1.max(after.1) + reach) };
            let note = point.note.as_deref().unwrap_or(words::series_break(chart.language));
            let x = (before.0 + after.0) / 2;
            whole.draw(&BreakMark { at: [(x, top), (x, bottom)], title: &[&point.period, ": ", note] });
            tops.push((x, top));
        }
        tops
    }
}

fn place(point: &Point) -> (f64, f64) {
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
    /// Whether the names of the values are so wide that they must stand inside the plot.
    names_inside: bool,
}

impl Layout {
    fn of(lines: &[Line], axis: &Axis, ends: &[End]) -> Layout {
        let names = axis.ticks.iter().map(|tick| words::width(&tick.text, TICK_SIZE)).max().unwrap_or(0) + 6 * PIXEL;
        let names_inside = names > 76 * PIXEL;
        let left = if names_inside { 0 } else { names };
        let column = WIDTH - ends.iter().map(End::width).max().unwrap_or(0);
        let ends_height = ends.iter().fold(0i32, |sum, end| sum.saturating_add(end.height()));
        let above = if axis.zoomed { line_height(TICK_SIZE) } else { 0 };
        let top = above + HEADROOM;
        let foot = top + HEIGHT.max(ends_height.saturating_sub(HEADROOM));
        let downward = lines.iter().flat_map(|line| &line.points).any(|point| look(point.comparator).opening == Some(Opening::Less));
        let bottom = foot + if downward { ARROW + 2 * PIXEL } else { 0 };
        let years = extent(lines.iter().flat_map(|line| &line.points).map(|point| position(point.position)));
        let years = if years.start < years.end { years } else { years.start - 1.0..years.end + 1.0 };
        // Words that were pushed apart need room for the lines to their marks.
        let gap = if ends.len() > 1 { 28 * PIXEL } else { 16 * PIXEL };
        let across = left + 12 * PIXEL..column - gap;
        Layout { plane: Plane::new(years, axis.range.clone(), (across, foot..top)), above, bottom, left, column, names_inside }
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

    fn draw_axis(&self, whole: &Area<Shift>, axis: &Axis, chart: &PathChart) {
        let Range { start: left, end: right } = self.left..self.column - 8 * PIXEL;
        let name = |text: &str, y: i32| {
            let (x, y, anchor) = if self.names_inside { (0, y - 3 * PIXEL, Anchor::Start) } else { (left - 6 * PIXEL, y + 4 * PIXEL, Anchor::End) };
            whole.draw(&Label { class: "axis-label quiet", lines: &[text], at: (x, y), anchor, size: TICK_SIZE, bold: false, colour: QUIET });
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
            whole.draw(&PathElement::new(vec![(left, y), (right, y)], if is_base { AXIS } else { GRID }));
            name(&tick.text, y);
        }
        let Some(lowest) = axis.ticks.first().filter(|_| axis.zoomed) else { return };
        // A zigzag instead of a base line: what lies below is cut off.
        let (y, tooth) = (self.y(lowest.at), 3 * PIXEL);
        let teeth = (0..=(right - left) / (2 * tooth)).map(|index| (left + index * 2 * tooth, y + if index % 2 == 0 { tooth / 2 } else { -tooth / 2 }));
        whole.draw(&PathElement::new(teeth.collect::<Vec<_>>(), LEADER));
        let text = format!("{} {}", words::axis_starts_at(chart.language), lowest.text);
        let at = (0, ascent(TICK_SIZE));
        whole.draw(&Label { class: "axis-note quiet", lines: &[&text], at, anchor: Anchor::Start, size: TICK_SIZE, bold: false, colour: QUIET });
    }
}
