//! The country as equal tiles: one for each province, about where it lies, in five steps of colour
//! and with its value in it.
//!
//! Which provinces there are and where their tiles lie comes from the caller; so do the
//! archipelagos, which are always named.

use std::borrow::Cow;

use plotters::coord::Shift;
use rust_decimal::Decimal;

use super::Chart;
use super::classes::Classes;
use super::frame::{Caption, framed, nothing};
use super::label::{Anchor, Label, ascent};
use super::mark::{Opening, look};
use super::palette::{AXIS, INK, QUIET, STEPS, WHITE};
use super::svg::{Area, Drawing};
use super::words::{self, PIXEL};
use crate::language::{Language, number};
use crate::portal::Comparator;

/// A province.
#[derive(Clone, Debug)]
pub struct Tile {
    /// From 0, west to east.
    pub column: u16,
    /// From 0, north to south.
    pub row: u16,
    /// What stands in the tile: a short name.
    pub label: String,
    pub name: String,
    pub value: Option<TileValue>,
    /// Whether the page is about this place.
    pub emphasised: bool,
    pub href: Option<String>,
}

#[derive(Clone, Debug)]
pub struct TileValue {
    /// The value, or the lower value of a range.
    pub value: Decimal,
    /// The upper value of a range.
    pub high: Option<Decimal>,
    pub comparator: Comparator,
    /// As said in words: `trên 57,6%`.
    pub text: String,
    /// Whether the figure stands in a draft.
    pub draft: bool,
}

/// A group of islands that belongs to a province; it takes the height of two tiles.
#[derive(Clone, Debug)]
pub struct Islands {
    pub column: u16,
    pub row: u16,
    pub name: String,
    /// The province, as it is to be read under the name.
    pub province: String,
}

/// One indicator over the country.
#[derive(Clone, Debug)]
pub struct TileChart {
    /// Prefix of all ids in the chart; unique on a page.
    pub id: String,
    pub language: Language,
    pub title: String,
    pub description: String,
    /// What the numbers are: `Mục tiêu năm 2030, phần trăm (%)`.
    pub measure: String,
    /// Whether the values are percentages.
    pub percent: bool,
    pub tiles: Vec<Tile>,
    pub islands: Vec<Islands>,
    /// The last line of the key: of which day the list of provinces is. May be empty.
    pub note: String,
    pub source: String,
    pub licence: String,
}

impl<'c> From<&'c TileChart> for Caption<'c> {
    fn from(
        TileChart { id, language, title, description, source, licence, .. }: &'c TileChart,
    ) -> Self {
        Caption { id, language: *language, title, description, source, licence }
    }
}

/// The country is tall: it gains nothing from more. Names as long as `Nguyên` and `Trường` need all
/// that a narrow phone has, margins and all.
const WIDTH: i32 = 320 * PIXEL;
const SIZE: i32 = 12;
const GAP: i32 = 2 * PIXEL;
/// The largest side of a tile.
const LARGEST: i32 = 64 * PIXEL;
/// Lines in a tile stand a little closer than in running text.
const LINE: i32 = 14 * PIXEL;
const KEY_LINE: i32 = 17 * PIXEL;
const PAD: i32 = 3 * PIXEL;
/// From the left edge to the words beside a field of the key.
const SWATCH: i32 = 26 * PIXEL;

/// Draws the chart. Without tiles it says that there are no figures.
pub fn draw(chart: &TileChart) -> Chart {
    let caption = Caption::from(chart);
    if chart.tiles.is_empty() {
        return nothing(caption);
    }
    let apart = opposite(chart);
    let coloured = chart
        .tiles
        .iter()
        .filter_map(|tile| tile.value.as_ref())
        .filter(|value| !is_apart(value, apart));
    let values: Vec<Decimal> = coloured.map(|value| value.value).collect();
    let classes = Classes::of(&values, chart.percent);
    let layout = Layout::of(chart);
    let key = Key::of(chart, &classes, &layout);
    let mut drawing = Drawing::new(WIDTH, layout.foot.saturating_add(key.height()));
    let whole = drawing.area();
    for islands in &chart.islands {
        layout.draw_islands(&whole, islands);
    }
    for tile in &chart.tiles {
        layout.draw_tile(&whole, tile, (&classes, apart), chart.language);
    }
    key.draw(&whole, layout.foot);
    framed(caption, drawing)
}

/// Which of floors and ceilings are fewer, where there are both: much is much of the one and little
/// of the other, so that one scale of colours cannot have both.
fn opposite(chart: &TileChart) -> Option<Opening> {
    let count = |way: Opening| {
        chart
            .tiles
            .iter()
            .filter_map(|tile| tile.value.as_ref())
            .filter(|value| look(value.comparator).opening == Some(way))
            .count()
    };
    match (count(Opening::More), count(Opening::Less)) {
        (0, _) | (_, 0) => None,
        (floors, ceilings) if floors < ceilings => Some(Opening::More),
        _ => Some(Opening::Less),
    }
}

fn is_apart(value: &TileValue, apart: Option<Opening>) -> bool {
    apart.is_some() && look(value.comparator).opening == apart
}

/// Of a number that is too long for its tile at least the sign, and that there is more to it.
fn in_room(value: &TileValue, room: i32, language: Language) -> String {
    let said = short(value, language);
    let draft = if value.draft { "*" } else { "" };
    if fits(&said, room) { said } else { format!("{}{ELLIPSIS}{draft}", sign(value.comparator)) }
}

const ELLIPSIS: char = '…';

fn fits(said: &str, room: i32) -> bool {
    words::width(said, SIZE) * 108 / 100 <= room
}

/// A number as short as a tile has it: `≥ 85`, `35–40`.
fn short(value: &TileValue, language: Language) -> String {
    let said = match value.high {
        Some(high) => number::range(value.value, high, language),
        None => format!("{}{}", sign(value.comparator), number::format(value.value, language)),
    };
    if value.draft { said + "*" } else { said }
}

fn sign(comparator: Comparator) -> &'static str {
    match comparator {
        Comparator::IncreaseBy(bound) | Comparator::ReduceBy(bound) => sign(bound.of_level()),
        Comparator::AtLeast => "≥\u{a0}",
        Comparator::Above => ">\u{a0}",
        Comparator::AtMost => "≤\u{a0}",
        Comparator::Below => "<\u{a0}",
        Comparator::About => "~",
        Comparator::Maintain => "=\u{a0}",
        _ => "",
    }
}

struct Layout {
    width: i32,
    height: i32,
    left: i32,
    lines: i32,
    foot: i32,
}

impl Layout {
    fn of(chart: &TileChart) -> Layout {
        let places = || {
            chart
                .tiles
                .iter()
                .map(|tile| (tile.column, tile.row))
                .chain(chart.islands.iter().map(|islands| (islands.column, islands.row + 1)))
        };
        let columns = places().map(|(column, _)| i32::from(column) + 1).max().unwrap_or(1);
        let rows = places().map(|(_, row)| i32::from(row) + 1).max().unwrap_or(1);
        let width = ((WIDTH + GAP) / columns - GAP).clamp(2 * PIXEL, LARGEST);
        let room = width - 2 * PIXEL;
        let wrapped = |text: &str| words::count(words::wrap(text, SIZE, room).len());
        let tile_lines =
            chart.tiles.iter().map(|tile| wrapped(&tile.label)).max().unwrap_or(1).max(1);
        let mut height = tile_lines * LINE + LINE + 2 * PIXEL + 2 * PAD;
        for islands in &chart.islands {
            let lines = wrapped(&islands.name) + wrapped(&islands.province);
            height = height.max((lines * LINE + 12 * PIXEL - GAP) / 2);
        }
        let left = (WIDTH - columns.saturating_mul(width + GAP) + GAP) / 2;
        Layout {
            width,
            height,
            left: left.max(0),
            lines: tile_lines,
            foot: rows.saturating_mul(height + GAP) + 8 * PIXEL,
        }
    }

    fn corner(&self, column: u16, row: u16) -> (i32, i32) {
        (self.left + i32::from(column) * (self.width + GAP), i32::from(row) * (self.height + GAP))
    }

    /// What a value has in its tile.
    fn room(&self) -> i32 {
        self.width - 2 * PIXEL
    }

    fn draw_tile(
        &self,
        whole: &Area<Shift>,
        tile: &Tile,
        (classes, apart): (&Classes, Option<Opening>),
        language: Language,
    ) {
        let (x, y) = self.corner(tile.column, tile.row);
        let field = match &tile.value {
            None => Field::Empty,
            Some(value) if is_apart(value, apart) => Field::Apart,
            Some(value) => Field::Step(classes.step(value.value)),
        };
        whole.write(|drawing| {
            drawing.raw(if tile.value.is_some() {
                "<g class=\"tile\">"
            } else {
                "<g class=\"tile empty\">"
            });
            let said =
                tile.value.as_ref().map_or(words::no_target(language), |value| value.text.as_str());
            let draft = tile
                .value
                .as_ref()
                .is_some_and(|value| value.draft && !said.contains(words::draft(language)));
            drawing.title(&[
                &tile.name,
                ": ",
                said,
                if draft { ", " } else { "" },
                if draft { words::draft(language) } else { "" },
            ]);
            if let Some(href) = &tile.href {
                drawing.link(href);
            }
            swatch(drawing, field, (x, y), (self.width, self.height));
            if tile.emphasised {
                drawing
                    .raw("<rect class=\"ink-line\" fill=\"none\" stroke-width=\"3\"")
                    .colour("stroke", INK)
                    .measure("x", x)
                    .measure("y", y);
                drawing.measure("width", self.width).measure("height", self.height).raw("/>");
            }
        });
        let label = words::wrap(&tile.label, SIZE, self.width - 2 * PIXEL);
        let value = tile.value.as_ref().map(|value| in_room(value, self.room(), language));
        let lines = words::count(label.len());
        let (class, colour) = match field {
            Field::Step(step) => (ON_STEPS[step], if step >= 3 { WHITE } else { INK }),
            Field::Apart => ("label", INK),
            Field::Empty => ("quiet", QUIET),
        };
        let middle = x + self.width / 2;
        let start = y
            + PAD
            + (self.lines - lines) * LINE / 2
            + if value.is_none() { LINE / 2 } else { 0 }
            + ascent(SIZE);
        self.lines_at(
            whole,
            Label {
                class,
                lines: &label,
                at: (middle, start),
                anchor: Anchor::Middle,
                size: SIZE,
                bold: tile.emphasised,
                colour,
            },
        );
        if let Some(value) = &value {
            let at = (middle, y + self.height - PAD - 3 * PIXEL);
            whole.draw(&Label {
                class,
                lines: &[value],
                at,
                anchor: Anchor::Middle,
                size: SIZE,
                bold: true,
                colour,
            });
        }
        whole.write(|drawing| {
            if tile.href.is_some() {
                drawing.end_link();
            }
            drawing.raw("</g>");
        });
    }

    /// A text whose lines stand as close as a tile has them.
    fn lines_at(&self, whole: &Area<Shift>, label: Label) {
        for (index, line) in (0..).zip(label.lines) {
            whole.draw(&Label {
                lines: &[line],
                at: (label.at.0, label.at.1 + index * LINE),
                ..label
            });
        }
    }

    fn draw_islands(&self, whole: &Area<Shift>, islands: &Islands) {
        let (x, y) = self.corner(islands.column, islands.row);
        let middle = x + self.width / 2;
        whole.write(|drawing| {
            drawing.raw("<g class=\"islands\">").title(&[&islands.name, " ", &islands.province]);
            drawing
                .raw("<path class=\"axis\" stroke-width=\"3.5\" stroke-linecap=\"round\"")
                .colour("stroke", AXIS)
                .raw(" d=\"");
            for (right, down) in [(-90, 40), (-30, 10), (20, 55), (70, 25), (110, 60)] {
                drawing.raw("M").at((middle + right, y + down)).raw("h0.1");
            }
            drawing.raw("\"/>");
        });
        let top = y + 11 * PIXEL + ascent(SIZE);
        let name = words::wrap(&islands.name, SIZE, self.width - 2 * PIXEL);
        let province = words::wrap(&islands.province, SIZE, self.width - 2 * PIXEL);
        let plain = Label {
            class: "label",
            lines: &name,
            at: (middle, top),
            anchor: Anchor::Middle,
            size: SIZE,
            bold: false,
            colour: INK,
        };
        let under = (middle, top + words::count(name.len()) * LINE);
        self.lines_at(
            whole,
            Label { at: under, class: "quiet", lines: &province, colour: QUIET, ..plain },
        );
        self.lines_at(whole, plain);
        whole.write(|drawing| {
            drawing.raw("</g>");
        });
    }
}

const ON_STEPS: [&str; 5] = ["on-step-1", "on-step-2", "on-step-3", "on-step-4", "on-step-5"];

/// What a tile is filled with.
#[derive(Clone, Copy)]
enum Field {
    /// The step of colour of its value.
    Step(usize),
    /// It has a value that no colour of this scale stands for.
    Apart,
    Empty,
}

/// A field of colour, or only its outline: a whole one round a value, of dashes round nothing.
fn swatch(drawing: &mut Drawing, field: Field, (x, y): (i32, i32), (width, height): (i32, i32)) {
    let area = |drawing: &mut Drawing, inset: i32| {
        drawing
            .measure("x", x + inset)
            .measure("y", y + inset)
            .measure("width", width - 2 * inset)
            .measure("height", height - 2 * inset);
    };
    match field {
        Field::Step(step) => {
            drawing
                .raw("<rect class=\"step-")
                .number((words::count(step) + 1) * PIXEL)
                .raw("\"")
                .colour("fill", STEPS[step]);
            area(drawing, 0);
        }
        Field::Apart | Field::Empty => {
            drawing
                .raw("<rect class=\"axis\" fill=\"none\"")
                .raw(if matches!(field, Field::Empty) { " stroke-dasharray=\"3 3\"" } else { "" });
            drawing.colour("stroke", AXIS);
            area(drawing, 5);
        }
    }
    drawing.raw("/>");
}

/// What the colours and the signs mean.
struct Key<'c> {
    measure: Vec<&'c str>,
    /// Left end of each field of colour, its step, and the words at its bounds.
    bounds: Vec<String>,
    steps: Vec<usize>,
    /// Whether each step has a line of its own with its bounds, because they have no room side by
    /// side.
    listed: bool,
    /// The fields that have no colour, with what they mean.
    others: Vec<(Field, &'static str)>,
    signs: Vec<Cow<'static, str>>,
    note: Vec<&'c str>,
}

impl<'c> Key<'c> {
    fn of(chart: &'c TileChart, classes: &Classes, layout: &Layout) -> Self {
        let language = chart.language;
        let values = || chart.tiles.iter().filter_map(|tile| tile.value.as_ref());
        let unit = if chart.percent { "%" } else { "" };
        let mut signs: Vec<Cow<'static, str>> = Vec::new();
        for comparator in [
            Comparator::AtLeast,
            Comparator::Above,
            Comparator::AtMost,
            Comparator::Below,
            Comparator::About,
            Comparator::Maintain,
        ] {
            if values().any(|value| value.comparator == comparator) {
                signs.push(Cow::Owned(format!(
                    "{}\u{a0}{}",
                    sign(comparator).trim_end(),
                    words::sign_said(comparator, language).replace(' ', "\u{a0}")
                )));
            }
        }
        if values().any(|value| !fits(&short(value, language), layout.room())) {
            signs.push(Cow::Owned(format!(
                "{ELLIPSIS}\u{a0}{}",
                words::long_number(language).replace(' ', "\u{a0}")
            )));
        }
        if values().any(|value| value.draft) {
            signs.push(Cow::Owned(format!(
                "*\u{a0}{}",
                words::draft(language).replace(' ', "\u{a0}")
            )));
        }
        let bounds: Vec<String> =
            classes.bounds.iter().map(|&bound| number::format(bound, language) + unit).collect();
        let widest = bounds.iter().map(|bound| words::width(bound, SIZE)).max().unwrap_or(0);
        let apart = opposite(chart).map(|way| (Field::Apart, words::not_coloured(way, language)));
        let empty = chart
            .tiles
            .iter()
            .any(|tile| tile.value.is_none())
            .then(|| (Field::Empty, words::no_target(language)));
        Key {
            measure: words::wrap(&chart.measure, SIZE, WIDTH),
            listed: widest + 6 * PIXEL > Key::step_width(classes.count())
                || bounds.first() == bounds.last(),
            bounds,
            steps: (0..classes.count()).map(|class| classes.colour(class)).collect(),
            others: apart.into_iter().chain(empty).collect(),
            signs,
            note: words::wrap(&chart.note, SIZE, WIDTH),
        }
    }

    fn step_width(count: usize) -> i32 {
        (WIDTH / words::count(count.max(1))).min(62 * PIXEL)
    }

    /// From where to where a step reaches.
    fn said_of_step(&self, index: usize) -> String {
        match (self.bounds.get(index), self.bounds.get(index + 1)) {
            (Some(low), Some(high)) if low != high => {
                let said = format!("{low} – {high}");
                if fits(&said, WIDTH - SWATCH) { said } else { format!("{low}–{high}") }
            }
            (Some(low), _) => low.clone(),
            _ => String::new(),
        }
    }

    fn signs_line(&self) -> String {
        self.signs.join("\u{a0}· ")
    }

    fn height(&self) -> i32 {
        let signs = self.signs_line();
        let lines = self.measure.len()
            + self.others.len()
            + words::wrap(&signs, SIZE, WIDTH).len()
            + self.note.len();
        let scale = match self.steps.len() {
            0 => 0,
            steps if self.listed => words::count(steps) * KEY_LINE,
            _ => 14 * PIXEL + KEY_LINE + 6 * PIXEL,
        };
        words::count(lines) * KEY_LINE + scale + 4 * PIXEL
    }

    fn draw(&self, whole: &Area<Shift>, top: i32) {
        let plain = Label {
            class: "label",
            lines: &[],
            at: (0, 0),
            anchor: Anchor::Start,
            size: SIZE,
            bold: false,
            colour: INK,
        };
        let mut y = top;
        let line = |text: &str, x: i32, y: i32, quiet: bool| {
            let (class, colour) = if quiet { ("quiet", QUIET) } else { ("label", INK) };
            whole.draw(&Label {
                class,
                lines: &[text],
                at: (x, y + ascent(SIZE)),
                colour,
                ..plain
            });
        };
        for text in &self.measure {
            line(text, 0, y, false);
            y += KEY_LINE;
        }
        let listed = |field: Field, text: &str, y: &mut i32| {
            whole
                .write(|drawing| swatch(drawing, field, (0, *y + PIXEL), (20 * PIXEL, 12 * PIXEL)));
            line(text, SWATCH, *y, true);
            *y += KEY_LINE;
        };
        if self.listed {
            for (index, &step) in self.steps.iter().enumerate() {
                listed(Field::Step(step), &self.said_of_step(index), &mut y);
            }
        } else if !self.steps.is_empty() {
            y += 2 * PIXEL;
            let width = Key::step_width(self.steps.len());
            for (index, &step) in (0..).zip(&self.steps) {
                whole.write(|drawing| {
                    swatch(drawing, Field::Step(step), (index * width, y), (width, 14 * PIXEL))
                });
            }
            y += 14 * PIXEL + 2 * PIXEL;
            let last = self.bounds.len().saturating_sub(1);
            for (index, bound) in self.bounds.iter().enumerate() {
                let x = words::count(index) * width;
                let anchor = if index == 0 {
                    Anchor::Start
                } else if index == last {
                    Anchor::End
                } else {
                    Anchor::Middle
                };
                whole.draw(&Label {
                    class: "quiet",
                    lines: &[bound],
                    at: (x, y + ascent(SIZE)),
                    anchor,
                    colour: QUIET,
                    ..plain
                });
            }
            y += KEY_LINE + 2 * PIXEL;
        }
        for (field, text) in &self.others {
            listed(*field, text, &mut y);
        }
        let signs = self.signs_line();
        for text in words::wrap(&signs, SIZE, WIDTH).into_iter().chain(self.note.iter().copied()) {
            line(text, 0, y, true);
            y += KEY_LINE;
        }
    }
}
