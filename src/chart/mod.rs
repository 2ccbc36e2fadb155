//! Charts: values with their comparators become accessible, themeable SVG.
//!
//! The only user of plotters, whose coordinate systems and elements draw on a backend of our own
//! (`svg`). A chart looks right by its attributes alone, because a strict Content-Security-Policy
//! forbids inline styles; its classes let a stylesheet recolour it:
//! - `.target`, `.aim`, `.result`, `.baseline`: fill and stroke of the marks of that kind;
//!   `.target-text` and so on: the fill of words in their colour;
//! - `.observed`, `.required`, `.milestones`: the stroke of the line through what was measured, of
//!   the way from a baseline to its target, and of that through a plan's milestones;
//! - `.label`, `.value`, `rect.ink`: fill of what is in the colour of text; `.quiet`: fill of
//!   lesser words;
//! - `.axis`, `.grid`, `.leader`: stroke of lines; `.track`: fill behind a percentage;
//! - `.step-1` to `.step-5`: fill of a map's tiles, `.on-step-1` and so on: of the words on them;
//!   `.ink-line`: a stroke in the colour of text;
//! - `.tint`, `.band`, `.hatch`, `.ring`: parts of marks, in their kind's colour;
//! - `.open`: the inside of an open mark, and `.halo`: the stroke behind words; both in the page's
//!   background.
//!
//! Where a chart gains by it, it is drawn twice: for a phone, and anew for twice the width
//! (`width`), of the class `wide-drawing`. One that needs more than a narrow phone has between its
//! margins is of the class `into-margins`.
//!
//! Refused here: what a value means, its status, its place on a page. The caller hands over
//! finished words.

mod axis_note;
mod bars;
mod classes;
mod describe;
mod dot;
mod ends;
mod frame;
mod key;
mod label;
mod lineage;
mod mark;
mod notes;
mod pairs;
mod palette;
mod panels;
mod path;
mod periods;
mod placing;
mod scale;
mod slope;
mod statement;
mod strip;
mod svg;
#[cfg(test)]
mod tests;
mod tiles;
mod width;
mod words;

use rust_decimal::Decimal;

pub use self::bars::draw as bars;
pub use self::lineage::{Document, Kin, LineageChart, draw as lineage};
pub use self::pairs::draw as pairs;
pub use self::pairs::{Pair, PairChart};
pub use self::path::draw as path;
pub use self::slope::draw as slopes;
pub use self::slope::{Level, Slope, SlopeChart};
pub use self::strip::Strip;
pub use self::strip::draw as strip;
pub use self::tiles::draw as tiles;
pub use self::tiles::{Islands, Tile, TileChart, TileValue};
use crate::language::Language;
use crate::portal::Comparator;

/// A drawn chart, for the page and to stand alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// What the chart is called, as its `<title>` says it.
    pub title: String,
    /// Where its figures come from, as its file says it: `Nguồn: Kế hoạch 243/KH-UBND`.
    pub source: String,
    /// An `<svg>` element for an HTML page: it takes its width and its font from there.
    pub inline: String,
    /// The same laid out anew for twice the width, for the same page, with ids of its own; none
    /// where it would gain nothing. The stylesheet shows one of the two.
    pub wide: Option<String>,
    /// A whole `.svg` file, the wide drawing where there is one, with title, source line and
    /// licence as text in it, and without links.
    pub standalone: String,
}

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MarkKind {
    Baseline,
    Result,
    Target,
    /// What a plan works towards without a commitment.
    Aim,
}

impl MarkKind {
    /// In the order of a key.
    const ALL: [MarkKind; 4] =
        [MarkKind::Baseline, MarkKind::Result, MarkKind::Target, MarkKind::Aim];

    /// Whether it was measured; the others are wanted.
    fn is_measured(self) -> bool {
        matches!(self, MarkKind::Baseline | MarkKind::Result)
    }
}

/// One value of a series.
#[derive(Clone, Debug)]
pub struct Point {
    /// The year on the axis: 2030; the school year 2025-2026 is 2026, its end.
    pub position: Decimal,
    /// As shown: `2030`, `năm học 2025–2026`.
    pub period: String,
    /// As short as an axis has it: `2030`, `2025–2026`.
    pub tick: String,
    /// The value, or the lower value of a range.
    pub value: Decimal,
    /// The upper value of a range.
    pub high: Option<Decimal>,
    pub comparator: Comparator,
    pub kind: MarkKind,
    /// The value as shown, with its comparator: `trên 57,6%`.
    pub text: String,
    /// Whether no line may be drawn from earlier values to this one.
    pub breaks: bool,
    /// Of a target, where the way to it sets out: position and value of the baseline from which its
    /// status measures it. Without one no way to it is drawn.
    pub sets_out: Option<(Decimal, Decimal)>,
    /// Of a target, the plan that asks for it, by any number: targets of one plan are its
    /// milestones.
    pub plan: Option<usize>,
    /// Whether the figure stands in a draft: its mark has a ring of dashes, and its words say so.
    pub draft: bool,
    /// Whether the figure could hardly be read: its mark has a ring of dots.
    pub uncertain: bool,
    pub note: Option<String>,
    /// Where a target stands, in a word: `đúng tiến độ`. Shown at the end of a line only.
    pub standing: Option<String>,
}

/// One line of the path chart: a breakdown or a plan. Its label stands at its end, never in a
/// legend; it may be empty.
#[derive(Clone, Debug)]
pub struct Series {
    pub label: String,
    pub points: Vec<Point>,
}

/// The path of a target: baseline, results, year-by-year targets, and the way that is left to go.
#[derive(Clone, Debug)]
pub struct PathChart {
    /// Prefix of all ids in the chart; unique on a page.
    pub id: String,
    pub language: Language,
    pub title: String,
    /// What is shown, in a sentence; the figures themselves are added to it. May be empty.
    pub description: String,
    /// Whether the values are percentages.
    pub percent: bool,
    /// What the values are counted in, where they have a unit: `đồng`. Their texts say it too.
    pub unit: String,
    pub series: Vec<Series>,
    pub source: String,
    pub licence: String,
}

/// One row of the bar chart.
#[derive(Clone, Debug)]
pub struct Bar {
    pub label: String,
    /// The second, quieter line: period, plan. May be empty.
    pub detail: String,
    /// The value, or the lower value of a range.
    pub value: Decimal,
    /// The upper value of a range.
    pub high: Option<Decimal>,
    pub comparator: Comparator,
    pub kind: MarkKind,
    /// The value as shown, with its comparator: `trên 57,6%`.
    pub text: String,
    /// Whether this is the row that the page is about.
    pub emphasised: bool,
    /// Whether the figure stands in a draft.
    pub draft: bool,
    pub href: Option<String>,
}

/// One indicator across places or breakdowns, in the order given.
#[derive(Clone, Debug)]
pub struct BarChart {
    /// Prefix of all ids in the chart; unique on a page.
    pub id: String,
    pub language: Language,
    pub title: String,
    /// What is shown, in a sentence; the figures themselves are added to it. May be empty.
    pub description: String,
    /// Whether the values are percentages: then the bars run from 0 to 100.
    pub percent: bool,
    pub bars: Vec<Bar>,
    /// How many figures there are more, of which the chart says that it has no bars for them.
    pub left_out: usize,
    pub source: String,
    pub licence: String,
}
