//! The bar chart: one row a value, in the order given, each with its label, its value and a bar from zero.

use std::borrow::Cow;
use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{PathElement, Rectangle};
use plotters::style::Color;

use super::describe;
use super::frame::{Caption, framed, nothing};
use super::key::Key;
use super::label::{Anchor, Label, SIZE, SMALL, ascent, line_height};
use super::mark::{ARROW, BarMark, Opening, THICKNESS, look};
use super::palette::{AXIS, INK, QUIET, TRACK};
use super::scale::{extent, from_zero, position};
use super::svg::{Area, Drawing};
use super::width::Width;
use super::words::{self, PIXEL};
use super::{Bar, BarChart, Chart, MarkKind};
use crate::language::Language;

const DETAIL_SIZE: i32 = SMALL;
const VALUE_SIZE: i32 = 13;
const AXIS_SIZE: i32 = SMALL;
/// Space between the strip that marks the emphasised row and its label.
const INDENT: i32 = 9 * PIXEL;

/// Draws the chart. Without bars it says that there are no figures.
pub fn draw(chart: &BarChart) -> Chart {
    let description = describe::bars(chart);
    let caption = Caption { description: &description, ..Caption::from(chart) };
    if chart.bars.is_empty() {
        return nothing(caption);
    }
    let mut details: Vec<Cow<str>> = chart.bars.iter().map(|bar| detail(bar, chart.language)).collect();
    let shared = shared(&chart.bars, &details, chart.language);
    let width = Width::Narrow;
    let over = words::wrap(&shared, DETAIL_SIZE, width.units());
    let begin = words::count(over.len()) * line_height(DETAIL_SIZE) + if over.is_empty() { 0 } else { 6 * PIXEL };
    if !over.is_empty() {
        details.fill(Cow::Borrowed(""));
    }
    let layout = Layout::of(&chart.bars, &details, chart.percent, width);
    let rows: Vec<Row> = chart.bars.iter().zip(&details).map(|(bar, detail)| layout.row(bar, detail)).collect();
    let height = rows.iter().fold(begin, |sum, row| sum.saturating_add(row.height));

    let hatchings: Vec<(MarkKind, String)> = [MarkKind::Baseline, MarkKind::Result, MarkKind::Target]
        .into_iter()
        .filter(|&kind| chart.bars.iter().any(|bar| bar.draft && bar.kind == kind))
        .map(|kind| (kind, hatching_id(&chart.id, kind)))
        .collect();
    let key = Key::of_bars(&chart.bars, &hatchings, width, chart.language);
    let under = height.saturating_add(line_height(AXIS_SIZE));

    let mut drawing = Drawing::new(width.units(), under.saturating_add(key.height()));
    for (kind, _) in &hatchings {
        hatching(&mut drawing, &chart.id, *kind);
    }
    let whole = drawing.area();
    let vertical = (0..height, 0.0..f64::from(height));
    let plot = whole.under(Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(layout.values.clone(), vertical.1, (layout.plot.clone(), vertical.0)));
    whole.draw(&Label {
        class: "shared quiet",
        lines: &over,
        at: (0, ascent(DETAIL_SIZE)),
        anchor: Anchor::Start,
        size: DETAIL_SIZE,
        bold: false,
        colour: QUIET,
    });
    let one_stands_out = chart.bars.iter().any(|bar| bar.emphasised);
    let mut top = begin;
    for (bar, row) in chart.bars.iter().zip(&rows) {
        whole.write(|drawing| open_row(drawing, bar, &detail(bar, chart.language), chart.language));
        row.draw_words(&whole, bar, &layout, top);

        let middle = f64::from(top + row.bar + THICKNESS / 2);
        if chart.percent {
            let (top, bottom) = (f64::from(top + row.bar), f64::from(top + row.bar + THICKNESS));
            plot.draw(&Rectangle::new([(layout.values.start, top), (layout.values.end, bottom)], TRACK.filled()));
        }
        // The zero line, where it crosses no words.
        let (from, to) = if layout.beside { (top, top + row.height) } else { (top + row.bar - 3 * PIXEL, top + row.bar + THICKNESS + 3 * PIXEL) };
        plot.draw(&PathElement::new(vec![(0.0, f64::from(from)), (0.0, f64::from(to))], AXIS));
        let hatch = bar.draft.then(|| hatching_id(&chart.id, bar.kind));
        let value = position(bar.value);
        plot.draw(&BarMark {
            at: [(0.0, middle), (value, middle), (bar.high.map_or(value, position), middle)],
            comparator: bar.comparator,
            kind: bar.kind,
            hatch: hatch.as_deref(),
            faded: one_stands_out && !bar.emphasised,
        });
        whole.write(|drawing| {
            if bar.href.is_some() {
                drawing.end_link();
            }
            drawing.raw("</g>");
        });
        top = top.saturating_add(row.height);
    }
    let zero = layout.x(0.0);
    name_ends(&whole, chart.percent, &layout, zero, height);
    key.draw(&whole, under);
    framed(caption, drawing)
}

/// Where everything stands, the same for all rows.
struct Layout {
    width: i32,
    /// Left and right end of the value axis, in tenths of a pixel.
    plot: Range<i32>,
    values: Range<f64>,
    /// Whether labels and values stand beside their bars, or above them.
    beside: bool,
}

impl Layout {
    fn of(bars: &[Bar], details: &[Cow<str>], percent: bool, width: Width) -> Layout {
        let width = width.units();
        let values = from_zero(extent(bars.iter().flat_map(|bar| [Some(bar.value), bar.high]).flatten().map(position)), percent);
        let widest = |words: fn(&Bar) -> &str, size: i32| bars.iter().map(|bar| words::width(words(bar), size)).max().unwrap_or(0);
        // Emphasised labels are bold and indented.
        let label = widest(|bar| &bar.label, SIZE) * 108 / 100 + INDENT;
        let value = widest(|bar| &bar.text, VALUE_SIZE) * 108 / 100;
        let beside = bars.len() >= 6 && label <= 130 * PIXEL && value <= 86 * PIXEL && details.iter().all(|detail| detail.is_empty());
        let frame = if beside { label + 6 * PIXEL..width - value - 4 * PIXEL } else { PIXEL..width - PIXEL };

        let mut plot = frame.clone();
        let right = bars.iter().any(|bar| look(bar.comparator).opening == Some(Opening::More));
        if right || bars.iter().any(|bar| look(bar.comparator).opening == Some(Opening::Less)) {
            plot.end -= ARROW + 2 * PIXEL;
        }
        let layout = Layout { width, plot: plot.clone(), values: values.clone(), beside };
        let leftmost = bars
            .iter()
            .filter(|bar| look(bar.comparator).opening == Some(Opening::Less))
            .map(|bar| layout.x(position(bar.value)) - ARROW)
            .min()
            .unwrap_or(plot.start);
        plot.start += (frame.start - leftmost).max(0);
        Layout { width, plot, values, beside }
    }

    fn x(&self, value: f64) -> i32 {
        let share = (value - self.values.start) / (self.values.end - self.values.start);
        self.plot.start + (share * f64::from(self.plot.end - self.plot.start)) as i32
    }

    fn row<'b>(&self, bar: &'b Bar, detail: &'b str) -> Row<'b> {
        let lines = |count: usize, size: i32| words::count(count) * line_height(size);
        if self.beside {
            let height = 25 * PIXEL;
            let (label, value) = (vec![bar.label.as_str()], vec![bar.text.as_str()]);
            return Row { label, value, value_below: false, details: Vec::new(), bar: (height - THICKNESS) / 2, height };
        }
        let indent = if bar.emphasised { INDENT } else { 0 };
        let value_width = words::width(&bar.text, VALUE_SIZE) * 108 / 100;
        let value_below = value_width > self.width * 2 / 5;
        let room = if value_below { self.width } else { self.width - value_width - 12 * PIXEL };
        // Eight percent of slack where it is bold.
        let label = words::wrap(&bar.label, SIZE, (room - indent) * if bar.emphasised { 92 } else { 100 } / 100);
        let value = if value_below { words::wrap(&bar.text, VALUE_SIZE, (self.width - indent) * 92 / 100) } else { vec![bar.text.as_str()] };
        let details = words::wrap(detail, DETAIL_SIZE, self.width - indent);
        let above = if value_below { lines(label.len() + value.len(), SIZE) } else { lines(label.len().max(1), SIZE) };
        let at = above + lines(details.len(), DETAIL_SIZE) + 3 * PIXEL;
        Row { label, value, value_below, details, bar: at, height: at + THICKNESS + 14 * PIXEL }
    }
}

/// One row, with its words in lines.
struct Row<'b> {
    label: Vec<&'b str>,
    value: Vec<&'b str>,
    /// Whether the value is so long that it needs lines of its own under the label.
    value_below: bool,
    details: Vec<&'b str>,
    /// From the top of the row to the top of its bar.
    bar: i32,
    height: i32,
}

impl Row<'_> {
    fn draw_words(&self, whole: &Area<Shift>, bar: &Bar, layout: &Layout, top: i32) {
        let indent = if bar.emphasised { INDENT } else { 0 };
        let plain = Label { class: "label", lines: &self.label, at: (indent, top), anchor: Anchor::Start, size: SIZE, bold: bar.emphasised, colour: INK };
        if layout.beside {
            // The middle of lower-case letters lies a third of an em over their baseline.
            let y = top + self.height / 2 + SIZE * PIXEL / 3;
            whole.draw(&Label { at: (indent, y), ..plain });
            whole.draw(&Label { class: "value", lines: &self.value, at: (layout.width, y), anchor: Anchor::End, size: VALUE_SIZE, bold: true, ..plain });
        } else {
            let mut y = top + ascent(SIZE);
            whole.draw(&Label { at: (indent, y), ..plain });
            let value = Label { class: "value", lines: &self.value, size: VALUE_SIZE, bold: true, ..plain };
            let lines = words::count(self.label.len());
            if self.value_below {
                y += lines * line_height(SIZE);
                whole.draw(&Label { at: (indent, y), ..value });
                y += words::count(self.value.len()) * line_height(SIZE);
            } else {
                whole.draw(&Label { at: (layout.width, y), anchor: Anchor::End, ..value });
                y += lines.max(1) * line_height(SIZE);
            }
            let y = y - ascent(SIZE) + ascent(DETAIL_SIZE);
            whole.draw(&Label { class: "detail quiet", lines: &self.details, at: (indent, y), size: DETAIL_SIZE, bold: false, colour: QUIET, ..plain });
        }
        if bar.emphasised {
            let (top, bottom) = if layout.beside { (top + 3 * PIXEL, top + self.height - 3 * PIXEL) } else { (top, top + self.bar - 2 * PIXEL) };
            whole.draw(&Rectangle::new([(0, top), (3 * PIXEL, bottom)], INK.filled()));
        }
    }
}

/// The second line; a draft is called one wherever one of its figures stands.
fn detail(bar: &Bar, language: Language) -> Cow<'_, str> {
    let draft = words::draft(language);
    if !bar.draft || bar.detail.to_lowercase().contains(draft) {
        Cow::Borrowed(&bar.detail)
    } else if bar.detail.is_empty() {
        Cow::Borrowed(draft)
    } else {
        Cow::Owned(format!("{} · {draft}", bar.detail))
    }
}

/// What all rows are and for when, where that is the same for all.
fn shared(bars: &[Bar], details: &[Cow<str>], language: Language) -> String {
    match (bars, details) {
        ([first, rest @ ..], [detail, others @ ..])
            if !rest.is_empty() && !detail.trim().is_empty() && rest.iter().all(|bar| bar.kind == first.kind) && others.iter().all(|other| other == detail) =>
        {
            words::capitalised(&format!("{} {detail}", words::kind(first.kind, language)))
        }
        _ => String::new(),
    }
}

fn open_row(drawing: &mut Drawing, bar: &Bar, detail: &str, language: Language) {
    drawing.raw("<g class=\"row").raw(if bar.emphasised { " emphasised" } else { "" }).raw(if bar.draft { " draft\">" } else { "\">" });
    // What leads nowhere needs no name: all of it is written in the row.
    if let Some(href) = &bar.href {
        let comma = if detail.is_empty() { "" } else { ", " };
        drawing.title(&[&bar.label, comma, detail, ": ", &bar.text, " (", words::kind(bar.kind, language), ")"]);
        drawing.link(href);
    }
}

/// The names of zero and, for percentages, of the whole.
fn name_ends(whole: &Area<Shift>, percent: bool, layout: &Layout, zero: i32, height: i32) {
    let y = height + ascent(AXIS_SIZE);
    let text = if percent { "0%" } else { "0" };
    let anchor = if zero < 12 * PIXEL { Anchor::Start } else { Anchor::Middle };
    let plain = Label { class: "axis-label quiet", lines: &[text], at: (zero, y), anchor, size: AXIS_SIZE, bold: false, colour: QUIET };
    whole.draw(&plain);
    // Beyond 100 the axis has no round end to name; the values themselves are named.
    if percent && layout.values.end == 100.0 {
        whole.draw(&Label { lines: &["100%"], at: (layout.plot.end, y), anchor: Anchor::End, ..plain });
    }
}

fn hatching_id(id: &str, kind: MarkKind) -> String {
    format!("{id}-hatch-{}", kind.class())
}

fn hatching(drawing: &mut Drawing, id: &str, kind: MarkKind) {
    drawing.raw("<pattern id=\"").text(&hatching_id(id, kind));
    drawing.raw("\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\"><path class=\"").raw(kind.class());
    drawing.raw("\" stroke-width=\"4\" d=\"M0 0V5\"").colour("stroke", kind.colour()).raw("/></pattern>");
}
