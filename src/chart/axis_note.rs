//! The words over a plot about its value axis: what large values are counted in, and that zero is
//! cut off.

use plotters::coord::Shift;

use super::label::{Anchor, Label, SMALL, ascent, line_height};
use super::palette::QUIET;
use super::scale::Axis;
use super::svg::Area;
use super::width::Width;
use super::words;
use crate::language::Language;

const SIZE: i32 = SMALL;

pub(super) struct AxisNote {
    text: String,
    width: Width,
}

impl AxisNote {
    /// `unit` is what the values are counted in, where they have a unit of their own.
    pub(super) fn of(axis: &Axis, unit: &str, width: Width, language: Language) -> AxisNote {
        let lowest = axis.ticks.first().filter(|_| axis.zoomed);
        let text = match (axis.counted_in, lowest) {
            (Some(word), lowest) => {
                let of_unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
                let from = lowest.map_or_else(String::new, |lowest| {
                    format!(", {} {}", words::starts_at(language), lowest.text)
                });
                format!("{}: {word}{of_unit}{from}", words::vertical_axis(language))
            }
            (None, Some(lowest)) => format!(
                "{} {} {}",
                words::vertical_axis(language),
                words::starts_at(language),
                lowest.text
            ),
            (None, None) => String::new(),
        };
        AxisNote { text, width }
    }

    fn lines(&self) -> Vec<&str> {
        words::wrap(&self.text, SIZE, self.width.units())
    }

    pub(super) fn height(&self) -> i32 {
        words::count(self.lines().len()) * line_height(SIZE)
    }

    /// On top of the chart.
    pub(super) fn draw(&self, whole: &Area<Shift>) {
        let at = (0, ascent(SIZE));
        whole.draw(&Label {
            class: "axis-note quiet",
            lines: &self.lines(),
            at,
            anchor: Anchor::Start,
            size: SIZE,
            bold: false,
            colour: QUIET,
        });
    }
}
