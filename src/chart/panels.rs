//! Many lines, a small plot for each: one scale for all, so that they can be compared, and each
//! with its name and values over it, where words of any number and length have room.

use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::PathElement;

use super::axis_note::AxisNote;
use super::key::Key;
use super::label::{Anchor, Label, SIZE, SMALL, ascent, line_height};
use super::mark::{ARROW, Opening, look};
use super::notes::Notes;
use super::palette::{AXIS, GRID, INK, QUIET};
use super::path::{self, Line};
use super::periods::{self, PeriodLabel};
use super::placing::{Ground, Placing, Said};
use super::scale::{Axis, extent, position, widest_name};
use super::svg::{Area, Drawing};
use super::width::Width;
use super::words::{self, PIXEL};
use super::{PathChart, Point};

/// The height of a plot without the room for arrows: more where there is but one row.
fn height(width: Width, rows: usize) -> i32 {
    if rows == 1 { width.of(110 * PIXEL, 140 * PIXEL) } else { width.of(56 * PIXEL, 100 * PIXEL) }
}
const HEADROOM: i32 = 9 * PIXEL;
const BETWEEN: i32 = 16 * PIXEL;
const BELOW: i32 = 12 * PIXEL;
/// Room for half a mark at each end of a plot.
const INSET: i32 = 10 * PIXEL;
/// The names of the values are left out where they would need more.
const WIDEST_NAMES: i32 = 100 * PIXEL;
/// With more lines than these its name stands over the full width.
const MOST_NAME_LINES: usize = 3;

/// Draws the lines, each in a panel of its own.
pub(super) fn draw(
    chart: &PathChart,
    lines: &[Line],
    (axis, note): (&Axis, &AxisNote),
    width: Width,
    key: &Key,
    notes: &Notes,
) -> Drawing {
    let panels: Vec<Panel> = lines.iter().map(|line| Panel::of(line, lines, chart)).collect();
    let layout = Layout::of(&panels, axis, width);
    let said = if note.height() > 0 { note.height() + 2 * PIXEL } else { 0 };
    let rows: Vec<Row> =
        panels.chunks(layout.columns).map(|panels| Row::of(panels, &layout)).collect();
    let under = rows.iter().fold(said, |sum, row| sum.saturating_add(row.height(&layout)));

    let mut drawing = Drawing::new(
        width.units(),
        under.saturating_add(key.height()).saturating_add(notes.height()),
    );
    let whole = drawing.area();
    note.draw(&whole);
    let mut top = said;
    for row in &rows {
        row.draw(&whole, &layout, axis, chart, top);
        top = top.saturating_add(row.height(&layout));
    }
    key.draw(&whole, under);
    notes.draw(&whole, under + key.height());
    drop(whole);
    drawing
}

/// A line with the words over it.
struct Panel<'c> {
    line: &'c Line<'c>,
    first: Option<(String, &'c Point)>,
    last: Option<(String, &'c Point)>,
}

impl<'c> Panel<'c> {
    /// A value says its period where that is not the one under the end of every panel.
    fn of(line: &'c Line<'c>, all: &[Line], chart: &PathChart) -> Self {
        let positions = || all.iter().flat_map(|line| &line.points).map(|point| point.position);
        let said = |point: &'c Point, usual| {
            let value = words::said(point, chart.language);
            (
                if usual == Some(point.position) || point.tick.is_empty() {
                    value.into_owned()
                } else {
                    format!("{value} ({})", point.tick)
                },
                point,
            )
        };
        let first = line
            .points
            .first()
            .filter(|_| line.points.len() > 1)
            .map(|point| said(point, positions().min()));
        let last = line.points.last().map(|point| said(point, positions().max()));
        Panel { line, first, last }
    }

    fn words(&self) -> impl Iterator<Item = &(String, &'c Point)> {
        [&self.first, &self.last].into_iter().flatten()
    }
}

/// Where everything stands, the same for all panels.
struct Layout {
    /// Where the names of the values end.
    left: i32,
    columns: usize,
    /// The width of a panel, and the height of its plot without the room for arrows.
    width: i32,
    height: i32,
    size: Width,
    /// Over and under a plot, for arrows.
    over: i32,
    below: i32,
    years: Range<f64>,
    values: Range<f64>,
}

impl Layout {
    fn of(panels: &[Panel], axis: &Axis, size: Width) -> Layout {
        let names = widest_name(&axis.ticks) + 6 * PIXEL;
        let left = if names > WIDEST_NAMES { 0 } else { names };
        let room = size.units() - left;
        let width_of =
            |columns: usize| (room - words::count(columns - 1) * BETWEEN) / words::count(columns);
        // Bold runs eight percent wider.
        let fits = |panel: &Panel, width: i32| {
            let longest = panel
                .line
                .label
                .split(' ')
                .map(|word| words::width(word, SIZE) * 108 / 100)
                .max()
                .unwrap_or(0);
            longest <= width
                && words::wrap(panel.line.label, SIZE, width * 92 / 100).len() <= MOST_NAME_LINES
                && panel.words().all(|(text, _)| words::width(text, SIZE) * 108 / 100 <= width)
                && panel.line.points.iter().all(|point| words::width(&point.tick, SMALL) <= width)
                && words::count(panel.line.points.len()).saturating_mul(path::DENSE) <= width
                && (size == Width::Narrow || Head::is_one_line(panel, width))
        };
        // As few rows as can be, and of those with as wide panels as can be: four and one would
        // leave the one alone.
        let most = match size {
            Width::Narrow => 2,
            Width::Wide => 4,
        };
        let columns = (1..=most.min(panels.len()))
            .filter(|&columns| {
                columns == 1 || panels.iter().all(|panel| fits(panel, width_of(columns)))
            })
            .min_by_key(|columns| (panels.len().div_ceil(*columns), *columns))
            .unwrap_or(1);
        let opens = |way| {
            panels
                .iter()
                .flat_map(|panel| &panel.line.points)
                .any(|point| look(point.comparator).opening == Some(way))
        };
        let years = extent(
            panels
                .iter()
                .flat_map(|panel| &panel.line.points)
                .map(|point| position(point.position)),
        );
        Layout {
            left,
            columns,
            width: width_of(columns),
            height: height(size, panels.len().div_ceil(columns)),
            size,
            over: if opens(Opening::More) { ARROW + 2 * PIXEL } else { HEADROOM },
            below: if opens(Opening::Less) { ARROW } else { HEADROOM - 2 * PIXEL },
            years: if years.start < years.end { years } else { years.start - 1.0..years.end + 1.0 },
            values: axis.range.clone(),
        }
    }

    /// Left and right end of the panel in a column.
    fn across(&self, column: usize) -> Range<i32> {
        let left = self.left + words::count(column) * (self.width + BETWEEN);
        left..left + self.width
    }

    fn x(&self, column: usize, year: f64) -> i32 {
        let Range { start, end } = self.across(column);
        let share = (year - self.years.start) / (self.years.end - self.years.start);
        start + INSET + (share * f64::from(end - start - 2 * INSET)) as i32
    }
}

/// Panels side by side.
struct Row<'p, 'c> {
    panels: &'p [Panel<'c>],
    periods: Vec<Vec<PeriodLabel<'c>>>,
    /// The height of the words over the plots.
    head: i32,
}

impl<'p, 'c> Row<'p, 'c> {
    fn of(panels: &'p [Panel<'c>], layout: &Layout) -> Self {
        let periods = panels
            .iter()
            .enumerate()
            .map(|(column, panel)| {
                periods::labels(
                    std::slice::from_ref(panel.line),
                    |year| layout.x(column, year),
                    layout.across(column),
                    layout.size,
                )
            })
            .collect();
        let head = panels.iter().map(|panel| Head::of(panel, layout).height()).max().unwrap_or(0);
        Row { panels, periods, head }
    }

    fn height(&self, layout: &Layout) -> i32 {
        let periods = self.periods.iter().map(|labels| periods::height(labels)).max().unwrap_or(0);
        self.head.saturating_add(layout.over + layout.height + layout.below + periods + BELOW)
    }

    fn draw(&self, whole: &Area<Shift>, layout: &Layout, axis: &Axis, chart: &PathChart, top: i32) {
        let above = top + self.head;
        let (high, foot) = (above + layout.over, above + layout.over + layout.height);
        let bottom = foot + layout.below;
        for (column, (panel, labels)) in self.panels.iter().zip(&self.periods).enumerate() {
            let across = layout.across(column);
            let inner = (across.start + INSET..across.end - INSET, foot..high);
            let plane = Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
                layout.years.clone(),
                layout.values.clone(),
                (inner.0, inner.1),
            );
            Head::of(panel, layout).draw(whole, &across, top, above);
            let height = |value: f64| {
                plotters::coord::CoordTranslate::translate(&plane, &(layout.years.start, value)).1
            };
            for tick in named(axis, layout.height) {
                let (y, base) = (height(tick.at), tick.at == 0.0);
                whole.draw(&PathElement::new(
                    vec![(across.start, y), (across.end, y)],
                    if base { AXIS } else { GRID },
                ));
                if column == 0 && layout.left > 0 {
                    let at = (layout.left - 6 * PIXEL, y + 4 * PIXEL);
                    whole.draw(&Label {
                        class: "axis-label quiet",
                        lines: &[&tick.text],
                        at,
                        anchor: Anchor::End,
                        size: SMALL,
                        bold: false,
                        colour: QUIET,
                    });
                }
            }
            if axis.zoomed {
                path::zigzag(whole, across.clone(), height(axis.range.start));
            }
            periods::draw(whole, labels, bottom);
            let places: Vec<_> = panel
                .line
                .points
                .iter()
                .map(|point| {
                    plotters::coord::CoordTranslate::translate(&plane, &path::place(point))
                })
                .collect();
            let breaks = panel.line.draw_breaks(whole, &places, Some(above..bottom), chart);
            let zero = (axis.range.start < 0.0)
                .then(|| [(across.start, height(0.0)), (across.end, height(0.0))]);
            let plot = whole.under(plane);
            panel.line.draw_stretches(&plot);
            panel.line.draw_marks(&plot, chart, &places);
            let ground = Ground {
                down: above..bottom,
                across,
                breaks,
                others: zero.into_iter().collect(),
                said: Said::OverPlot,
            };
            Placing::of(
                std::slice::from_ref(panel.line),
                std::slice::from_ref(&places),
                &ground,
                chart.language,
            )
            .draw(whole);
        }
    }
}

/// The axis' values where there is height for all, else the lowest and the highest, and the middle
/// one where there is one.
fn named(axis: &Axis, height: i32) -> impl Iterator<Item = &super::scale::Tick> {
    let last = axis.ticks.len().saturating_sub(1);
    let all = words::count(last) * (line_height(SMALL) + 3 * PIXEL) <= height;
    let zero = move |tick: &super::scale::Tick| tick.at == 0.0;
    axis.ticks
        .iter()
        .enumerate()
        .filter(move |(index, tick)| {
            all || *index == 0
                || *index == last
                || (last.is_multiple_of(2) && *index == last / 2 && !zero(tick))
        })
        .map(|(_, tick)| tick)
}

/// The words over a plot: the line's name, its first value at the left, its last at the right.
struct Head<'h> {
    name: Vec<&'h str>,
    first: Vec<&'h str>,
    last: Vec<&'h str>,
    /// Whether both values stand in one line.
    together: bool,
    panel: &'h Panel<'h>,
}

impl<'h> Head<'h> {
    /// Whether both values have room beside each other; bold runs eight percent wider.
    fn is_one_line(panel: &Panel, width: i32) -> bool {
        let values: i32 =
            panel.words().map(|(text, _)| words::width(text, SIZE).min(width) * 108 / 100).sum();
        values + 8 * PIXEL <= width
    }

    fn of(panel: &'h Panel<'h>, layout: &Layout) -> Self {
        let lines = |text: &'h Option<(String, &Point)>| {
            text.as_ref()
                .map_or_else(Vec::new, |(text, _)| words::wrap(text, SIZE, layout.width * 92 / 100))
        };
        let (first, last) = (lines(&panel.first), lines(&panel.last));
        let together =
            first.len() <= 1 && last.len() <= 1 && Head::is_one_line(panel, layout.width);
        Head {
            name: words::wrap_evenly(panel.line.label, SIZE, layout.width * 92 / 100),
            first,
            last,
            together,
            panel,
        }
    }

    fn value_lines(&self) -> usize {
        if self.together { 1 } else { self.first.len() + self.last.len() }
    }

    fn height(&self) -> i32 {
        words::count(self.name.len() + self.value_lines()) * line_height(SIZE)
    }

    /// The values stand right over the plot, the name over them.
    fn draw(&self, whole: &Area<Shift>, across: &Range<i32>, top: i32, above: i32) {
        let name = Label {
            class: "label",
            lines: &self.name,
            at: (across.start, top + ascent(SIZE)),
            anchor: Anchor::Start,
            size: SIZE,
            bold: true,
            colour: INK,
        };
        whole.draw(&name);
        let mut y = above - words::count(self.value_lines()) * line_height(SIZE) + ascent(SIZE);
        if let Some((_, point)) = &self.panel.first {
            let at = (across.start, y);
            whole.draw(&Label {
                class: point.kind.text_class(),
                lines: &self.first,
                at,
                bold: false,
                colour: point.kind.colour(),
                ..name
            });
            if !self.together {
                y += words::count(self.first.len()) * line_height(SIZE);
            }
        }
        if let Some((_, point)) = &self.panel.last {
            // Long words are read from the left.
            let (x, anchor) = if self.last.len() > 1 {
                (across.start, Anchor::Start)
            } else {
                (across.end, Anchor::End)
            };
            whole.draw(&Label {
                class: point.kind.text_class(),
                lines: &self.last,
                at: (x, y),
                anchor,
                colour: point.kind.colour(),
                ..name
            });
        }
    }
}
