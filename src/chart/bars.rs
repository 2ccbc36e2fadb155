//! The bar chart: one row a value, in the order given, each with its label, its value and a bar
//! from zero. On a phone the words stand over their bar, but for many short ones; else label, bar
//! and value are one line.

use std::borrow::Cow;
use std::ops::Range;

use plotters::coord::Shift;
use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::types::RangedCoordf64;
use plotters::element::{PathElement, Rectangle};
use plotters::style::Color;

use super::describe;
use super::frame::{Caption, framed_at_each_width, nothing};
use super::key::Key;
use super::label::{Anchor, Label, SIZE, SMALL, ascent, line_height};
use super::mark::{ARROW, BarMark, Opening, RADIUS, look};
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
/// How thick bars are: under their words, and beside them.
const THIN: i32 = 12 * PIXEL;
const THICK: i32 = 15 * PIXEL;
/// Between columns, and from the end of a bar to its value.
const GAP: i32 = 12 * PIXEL;
const TO_VALUE: i32 = 5 * PIXEL;
/// The widest columns beside bars: of a label over its detail, of both abreast, and of a value.
const MOST_LABEL: i32 = 240 * PIXEL;
const MOST_WORDS: i32 = 280 * PIXEL;
const MOST_VALUE: i32 = 150 * PIXEL;
/// The room that bars have at least beside their words.
const LEAST_BAR: i32 = 90 * PIXEL;

/// Draws the chart. Without bars it says that there are no figures.
pub fn draw(chart: &BarChart) -> Chart {
    let description = describe::bars(chart);
    let caption = Caption { description: &description, ..Caption::from(chart) };
    if chart.bars.is_empty() {
        return nothing(caption);
    }
    framed_at_each_width(caption, |width, id| drawing(chart, id, width))
}

fn drawing(chart: &BarChart, id: &str, width: Width) -> Drawing {
    let mut details: Vec<Cow<str>> =
        chart.bars.iter().map(|bar| detail(bar, chart.language)).collect();
    let shared = shared(&chart.bars, &details, chart.language);
    let over = words::wrap(&shared, DETAIL_SIZE, width.units());
    let begin = words::count(over.len()) * line_height(DETAIL_SIZE)
        + if over.is_empty() { 0 } else { 6 * PIXEL };
    if !over.is_empty() {
        details.fill(Cow::Borrowed(""));
    }
    let layout = Layout::of(&chart.bars, &details, chart.percent, width);
    let rows: Vec<Row> =
        chart.bars.iter().zip(&details).map(|(bar, detail)| layout.row(bar, detail)).collect();
    let height = rows.iter().fold(begin, |sum, row| sum.saturating_add(row.height));

    let hatchings: Vec<(MarkKind, String)> = MarkKind::ALL
        .into_iter()
        .filter(|&kind| chart.bars.iter().any(|bar| bar.draft && bar.kind == kind))
        .map(|kind| (kind, hatching_id(id, kind)))
        .collect();
    let key = Key::of_bars(&chart.bars, &hatchings, width, chart.language);
    let under = height.saturating_add(line_height(AXIS_SIZE));
    let left_out = words::left_out(chart.left_out, chart.language);
    let left_out = words::wrap(&left_out, DETAIL_SIZE, width.units());
    let foot = under.saturating_add(key.height());
    let room = if left_out.is_empty() {
        0
    } else {
        words::count(left_out.len()) * line_height(DETAIL_SIZE) + 6 * PIXEL
    };

    let mut drawing = Drawing::new(width.units(), foot.saturating_add(room));
    for (kind, _) in &hatchings {
        hatching(&mut drawing, id, *kind);
    }
    let whole = drawing.area();
    let vertical = (0..height, 0.0..f64::from(height));
    let plot = whole.under(Cartesian2d::<RangedCoordf64, RangedCoordf64>::new(
        layout.values.clone(),
        vertical.1,
        (layout.plot.clone(), vertical.0),
    ));
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
        let middle = f64::from(top + row.bar + layout.thickness / 2);
        if chart.percent {
            let (top, bottom) =
                (f64::from(top + row.bar), f64::from(top + row.bar + layout.thickness));
            plot.draw(&Rectangle::new(
                [(layout.values.start, top), (layout.values.end, bottom)],
                TRACK.filled(),
            ));
        }
        // The zero line, where it crosses no words.
        let (from, to) = if layout.columns.is_some() {
            (top, top + row.height)
        } else {
            (top + row.bar - 3 * PIXEL, top + row.bar + layout.thickness + 3 * PIXEL)
        };
        plot.draw(&PathElement::new(vec![(0.0, f64::from(from)), (0.0, f64::from(to))], AXIS));
        let hatch = bar.draft.then(|| hatching_id(id, bar.kind));
        let value = position(bar.value);
        plot.draw(&BarMark {
            at: [(0.0, middle), (value, middle), (bar.high.map_or(value, position), middle)],
            comparator: bar.comparator,
            kind: bar.kind,
            thickness: layout.thickness,
            arrow: layout.arrow(bar),
            hatch: hatch.as_deref(),
            faded: one_stands_out && !bar.emphasised,
        });
        // Over the track, where the value stands at the end of its bar.
        row.draw_words(&whole, bar, &layout, top);
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
    let at = (0, foot + 4 * PIXEL + ascent(DETAIL_SIZE));
    let plain = Label {
        class: "left-out label",
        lines: &left_out,
        at,
        anchor: Anchor::Start,
        size: DETAIL_SIZE,
        bold: false,
        colour: INK,
    };
    whole.draw(&plain);
    drop(whole);
    drop(plot);
    drawing
}

/// Where everything stands, the same for all rows.
struct Layout {
    /// The whole of it, in tenths of a pixel as all of these.
    width: i32,
    /// Left and right end of the value axis.
    plot: Range<i32>,
    values: Range<f64>,
    thickness: i32,
    /// Where labels and values stand beside their bars; else they stand above them.
    columns: Option<Columns>,
}

/// The words of a row whose bar stands beside them. The value stands at the end of the bar.
struct Columns {
    /// The room of a label, from the left edge on.
    label: i32,
    /// Where details have a column of their own; else they stand under their labels.
    detail: Option<i32>,
    /// The room of a value.
    value: i32,
}

impl Columns {
    /// All that is left of the bars.
    fn words(&self) -> i32 {
        self.detail.map_or(self.label, |detail| self.label + GAP + detail)
    }

    fn of(bars: &[Bar], details: &[Cow<str>], width: Width) -> Option<Columns> {
        let widest = |words: fn(&Bar) -> &str, size: i32| {
            bars.iter().map(|bar| words::width(words(bar), size)).max().unwrap_or(0)
        };
        // Emphasised labels are bold and indented.
        let label = widest(|bar| &bar.label, SIZE) * 108 / 100 + INDENT;
        // A pixel more, because the room is measured out again when the words are broken into
        // lines.
        let value = widest(|bar| &bar.text, VALUE_SIZE) * 108 / 100 + PIXEL;
        let detail =
            details.iter().map(|detail| words::width(detail, DETAIL_SIZE)).max().unwrap_or(0);
        if width == Width::Narrow {
            let bar = width.units() - label - GAP - value - TO_VALUE - ARROW;
            let fits = bars.len() >= 6 && bar >= LEAST_BAR && detail == 0;
            return fits.then_some(Columns { label, detail: None, value });
        }
        // A long number has the room that it needs.
        let longest =
            bars.iter().map(|bar| words::longest_number(&bar.text, VALUE_SIZE)).max().unwrap_or(0)
                * 108
                / 100
                + PIXEL;
        let value = value.min(MOST_VALUE.max(longest));
        if detail > 0 && label + GAP + detail <= MOST_WORDS {
            return Some(Columns { label, detail: Some(detail), value });
        }
        Some(Columns { label: label.max(detail + INDENT).min(MOST_LABEL), detail: None, value })
    }
}

impl Layout {
    fn of(bars: &[Bar], details: &[Cow<str>], percent: bool, width: Width) -> Layout {
        let values = from_zero(
            extent(bars.iter().flat_map(|bar| [Some(bar.value), bar.high]).flatten().map(position)),
            percent,
        );
        let columns = Columns::of(bars, details, width);
        let width = width.units();
        let thickness = if columns.is_some() { THICK } else { THIN };
        let plot = columns
            .as_ref()
            .map_or(PIXEL..width - PIXEL, |columns| columns.words() + GAP..width - PIXEL);
        let start = plot.start;
        let mut layout = Layout { width, plot, values, thickness, columns };
        layout.plot.end = layout.room(bars);
        let opens = |bar: &&Bar| look(bar.comparator).opening == Some(Opening::Less);
        // What cannot be less than zero needs no room for an arrow there.
        let reach = |bar: &Bar| if bar.value.is_sign_negative() { ARROW } else { RADIUS + PIXEL };
        let leftmost = bars
            .iter()
            .filter(opens)
            .map(|bar| layout.x(position(bar.value)) - reach(bar))
            .min()
            .unwrap_or(start);
        layout.plot.start += (start - leftmost).max(0);
        layout.plot.end = layout.room(bars);
        layout
    }

    /// How far the axis may reach to the right, so that every bar with its sign, and its value
    /// where that stands at its end, has room.
    fn room(&self, bars: &[Bar]) -> i32 {
        let Range { start: low, end: high } = self.values;
        let ends = bars.iter().map(|bar| {
            let value = bar.high.into_iter().chain([bar.value]).map(position).fold(0.0, f64::max);
            let words = self.columns.as_ref().map_or(0, |columns| {
                TO_VALUE + (words::width(&bar.text, VALUE_SIZE) * 108 / 100).min(columns.value)
            });
            let free = self.width - PIXEL - self.plot.start - sign(bar) - words;
            self.plot.start.saturating_add((f64::from(free) * (high - low) / (value - low)) as i32)
        });
        ends.fold(self.width - PIXEL, i32::min)
    }

    /// How long an arrow may be: one that points down ends at zero, below which the scale has
    /// nothing.
    fn arrow(&self, bar: &Bar) -> i32 {
        let down =
            look(bar.comparator).opening == Some(Opening::Less) && !bar.value.is_sign_negative();
        if down { ARROW.min(self.x(position(bar.value)) - self.x(0.0)) } else { ARROW }
    }

    fn x(&self, value: f64) -> i32 {
        let share = (value - self.values.start) / (self.values.end - self.values.start);
        self.plot.start + (share * f64::from(self.plot.end - self.plot.start)) as i32
    }

    /// The right end of all that is drawn for a bar: what lies left of zero ends there.
    fn end_of(&self, bar: &Bar) -> i32 {
        let high = bar.high.map_or(i32::MIN, |high| self.x(position(high)));
        (self.x(position(bar.value)) + sign(bar)).max(self.x(0.0)).max(high)
    }

    fn row<'b>(&self, bar: &'b Bar, detail: &'b str) -> Row<'b> {
        let lines = |count: usize, size: i32| words::count(count) * line_height(size);
        let indent = if bar.emphasised { INDENT } else { 0 };
        // Eight percent of slack where it is bold.
        let slack = if bar.emphasised { 92 } else { 100 };
        if let Some(columns) = &self.columns {
            let label =
                words::wrap_evenly(&bar.label, SIZE, (columns.label - indent) * slack / 100);
            let value = words::wrap(&bar.text, VALUE_SIZE, columns.value * 93 / 100);
            let details = words::wrap(
                detail,
                DETAIL_SIZE,
                columns.detail.unwrap_or(columns.label - indent) + PIXEL,
            );
            let left = lines(label.len(), SIZE)
                + if columns.detail.is_some() { 0 } else { lines(details.len(), DETAIL_SIZE) };
            let height =
                left.max(lines(value.len(), VALUE_SIZE)).max(line_height(SIZE)) + 8 * PIXEL;
            return Row {
                label,
                value,
                value_below: false,
                details,
                bar: (height - self.thickness) / 2,
                height,
            };
        }
        let value_width = words::width(&bar.text, VALUE_SIZE) * 108 / 100;
        let value_below = value_width > self.width * 2 / 5;
        let room = if value_below { self.width } else { self.width - value_width - 12 * PIXEL };
        let label = words::wrap(&bar.label, SIZE, (room - indent) * slack / 100);
        let value = if value_below {
            words::wrap(&bar.text, VALUE_SIZE, (self.width - indent) * 92 / 100)
        } else {
            vec![bar.text.as_str()]
        };
        let details = words::wrap(detail, DETAIL_SIZE, self.width - indent);
        let above = if value_below {
            lines(label.len() + value.len(), SIZE)
        } else {
            lines(label.len().max(1), SIZE)
        };
        let at = above + lines(details.len(), DETAIL_SIZE) + 3 * PIXEL;
        Row { label, value, value_below, details, bar: at, height: at + THIN + 14 * PIXEL }
    }
}

/// How far the sign at the end of a bar reaches beyond its value.
fn sign(bar: &Bar) -> i32 {
    match look(bar.comparator).opening {
        Some(Opening::More) => ARROW + PIXEL,
        Some(Opening::Less) => RADIUS + PIXEL,
        None => 2 * PIXEL,
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
        let foot = match &layout.columns {
            Some(columns) => {
                self.draw_beside(whole, bar, columns, layout.end_of(bar) + TO_VALUE, top);
                self.height - 3 * PIXEL
            }
            None => {
                self.draw_above(whole, bar, layout, top);
                self.bar - 2 * PIXEL
            }
        };
        if bar.emphasised {
            let begin = if layout.columns.is_some() { top + 3 * PIXEL } else { top };
            whole.draw(&Rectangle::new([(0, begin), (3 * PIXEL, top + foot)], INK.filled()));
        }
    }

    /// Each in the middle of the row.
    fn draw_beside(&self, whole: &Area<Shift>, bar: &Bar, columns: &Columns, end: i32, top: i32) {
        let indent = if bar.emphasised { INDENT } else { 0 };
        let lines = |lines: &[&str], size: i32| words::count(lines.len()) * line_height(size);
        let first = |height: i32, size: i32| top + (self.height - height) / 2 + ascent(size);
        let under = if columns.detail.is_some() { 0 } else { lines(&self.details, DETAIL_SIZE) };
        let y = first(lines(&self.label, SIZE) + under, SIZE);
        let label = Label {
            class: "label",
            lines: &self.label,
            at: (indent, y),
            anchor: Anchor::Start,
            size: SIZE,
            bold: bar.emphasised,
            colour: INK,
        };
        whole.draw(&label);
        let at = match columns.detail {
            Some(_) => (columns.label + GAP, first(lines(&self.details, DETAIL_SIZE), DETAIL_SIZE)),
            None => (indent, y - ascent(SIZE) + lines(&self.label, SIZE) + ascent(DETAIL_SIZE)),
        };
        whole.draw(&Label {
            class: "detail quiet",
            lines: &self.details,
            at,
            size: DETAIL_SIZE,
            bold: false,
            colour: QUIET,
            ..label
        });
        let at = (end, first(lines(&self.value, VALUE_SIZE), VALUE_SIZE));
        whole.draw(&Label {
            class: "value",
            lines: &self.value,
            at,
            size: VALUE_SIZE,
            bold: true,
            ..label
        });
    }

    fn draw_above(&self, whole: &Area<Shift>, bar: &Bar, layout: &Layout, top: i32) {
        let indent = if bar.emphasised { INDENT } else { 0 };
        let mut y = top + ascent(SIZE);
        let plain = Label {
            class: "label",
            lines: &self.label,
            at: (indent, y),
            anchor: Anchor::Start,
            size: SIZE,
            bold: bar.emphasised,
            colour: INK,
        };
        whole.draw(&plain);
        let value =
            Label { class: "value", lines: &self.value, size: VALUE_SIZE, bold: true, ..plain };
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
        whole.draw(&Label {
            class: "detail quiet",
            lines: &self.details,
            at: (indent, y),
            size: DETAIL_SIZE,
            bold: false,
            colour: QUIET,
            ..plain
        });
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
            if !rest.is_empty()
                && !detail.trim().is_empty()
                && rest.iter().all(|bar| bar.kind == first.kind)
                && others.iter().all(|other| other == detail) =>
        {
            words::capitalised(&format!("{} {detail}", words::kind(first.kind, language)))
        }
        _ => String::new(),
    }
}

fn open_row(drawing: &mut Drawing, bar: &Bar, detail: &str, language: Language) {
    drawing
        .raw("<g class=\"row")
        .raw(if bar.emphasised { " emphasised" } else { "" })
        .raw(if bar.draft { " draft\">" } else { "\">" });
    // What leads nowhere needs no name: all of it is written in the row.
    if let Some(href) = &bar.href {
        let comma = if detail.is_empty() { "" } else { ", " };
        drawing.title(&[
            &bar.label,
            comma,
            detail,
            ": ",
            &bar.text,
            " (",
            words::kind(bar.kind, language),
            ")",
        ]);
        drawing.link(href);
    }
}

/// The names of zero and, for percentages, of the whole.
fn name_ends(whole: &Area<Shift>, percent: bool, layout: &Layout, zero: i32, height: i32) {
    let y = height + ascent(AXIS_SIZE);
    let text = if percent { "0%" } else { "0" };
    let anchor = if zero < 12 * PIXEL { Anchor::Start } else { Anchor::Middle };
    let plain = Label {
        class: "axis-label quiet",
        lines: &[text],
        at: (zero, y),
        anchor,
        size: AXIS_SIZE,
        bold: false,
        colour: QUIET,
    };
    whole.draw(&plain);
    // Beyond 100 the axis has no round end to name: the whole is named where it lies, if that is
    // not at zero.
    let hundred = layout.x(100.0);
    if percent && hundred - zero >= 60 * PIXEL {
        let beyond = layout.values.end > 100.0;
        let anchor = if beyond && hundred + 20 * PIXEL <= layout.width {
            Anchor::Middle
        } else {
            Anchor::End
        };
        if beyond {
            whole.draw(&PathElement::new(
                vec![(hundred, height - 4 * PIXEL), (hundred, height)],
                AXIS,
            ));
        }
        whole.draw(&Label { lines: &["100%"], at: (hundred, y), anchor, ..plain });
    }
}

fn hatching_id(id: &str, kind: MarkKind) -> String {
    format!("{id}-hatch-{}", kind.class())
}

fn hatching(drawing: &mut Drawing, id: &str, kind: MarkKind) {
    drawing.raw("<pattern id=\"").text(&hatching_id(id, kind));
    drawing
        .raw(
            "\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" \
             patternTransform=\"rotate(45)\"><path class=\"",
        )
        .raw(kind.class());
    drawing
        .raw("\" stroke-width=\"4\" d=\"M0 0V5\"")
        .colour("stroke", kind.colour())
        .raw("/></pattern>");
}
