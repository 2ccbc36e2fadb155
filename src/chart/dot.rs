//! A goal as one mark on a scale that runs across or up: the shapes of `mark` for charts in which
//! one mark is all there is.

use plotters_backend::BackendCoord;

use super::MarkKind;
use super::mark::{ARROW, Opening, RADIUS, arrow, begin, look, outline};
use super::svg::Drawing;
use super::words::PIXEL;
use crate::portal::Comparator;

/// What stands at the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    Diamond,
    /// A bar across the scale: what something else is held against.
    Tick,
}

/// Which way the scale runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Along {
    Across,
    Up,
}

pub(super) struct Dot<'d> {
    pub(super) at: BackendCoord,
    /// Where the upper value of a range stands on the scale.
    pub(super) high: Option<i32>,
    pub(super) comparator: Comparator,
    pub(super) kind: MarkKind,
    pub(super) shape: Shape,
    pub(super) along: Along,
    /// The tooltip, in parts; none where the words stand beside the mark.
    pub(super) title: &'d [&'d str],
}

impl Dot<'_> {
    pub(super) fn draw(&self, drawing: &mut Drawing) {
        let look = look(self.comparator);
        begin(drawing, "mark ", self.kind, Some(self.comparator));
        drawing.raw(">");
        if !self.title.is_empty() {
            drawing.title(self.title);
        }
        if let Some(high) = self.high {
            self.band(drawing, high);
        }
        let (x, y) = self.at;
        match self.shape {
            Shape::Diamond => {
                let half = RADIUS + PIXEL;
                drawing.raw("<path d=\"M").at((x - half, y));
                for step in [(half, -half), (half, half), (-half, half)] {
                    drawing.raw("l").at(step);
                }
                drawing.raw("z\"");
            }
            Shape::Tick => {
                let (half, long) = (25, 6 * PIXEL);
                let (width, height) =
                    if self.along == Along::Across { (half, long) } else { (long, half) };
                drawing
                    .raw("<rect")
                    .measure("x", x - width)
                    .measure("y", y - height)
                    .measure("width", 2 * width)
                    .measure("height", 2 * height);
            }
        }
        outline(drawing, &look);
        drawing.raw("/>");
        if look.flat {
            let long = 2 * RADIUS;
            match self.along {
                Along::Across => drawing
                    .raw("<path stroke-width=\"2.5\" d=\"M")
                    .at((x, y - long))
                    .raw("v")
                    .number(2 * long)
                    .raw("\"/>"),
                Along::Up => drawing
                    .raw("<path stroke-width=\"2.5\" d=\"M")
                    .at((x - long, y))
                    .raw("h")
                    .number(2 * long)
                    .raw("\"/>"),
            };
        }
        match (look.opening, self.along) {
            (Some(Opening::More), Along::Across) => arrow(drawing, self.at, (1, 0), ARROW),
            (Some(Opening::Less), Along::Across) => arrow(drawing, self.at, (-1, 0), ARROW),
            (Some(Opening::More), Along::Up) => arrow(drawing, self.at, (0, -1), ARROW),
            (Some(Opening::Less), Along::Up) => arrow(drawing, self.at, (0, 1), ARROW),
            (None, _) => {}
        }
        drawing.raw("</g>");
    }

    fn band(&self, drawing: &mut Drawing, high: i32) {
        let (x, y) = self.at;
        let half = 4 * PIXEL;
        drawing.raw("<rect class=\"band\"");
        match self.along {
            Along::Across => drawing
                .measure("x", x.min(high))
                .measure("y", y - half)
                .measure("width", (high - x).abs().max(PIXEL))
                .measure("height", 2 * half),
            Along::Up => drawing
                .measure("x", x - half)
                .measure("y", y.min(high))
                .measure("width", 2 * half)
                .measure("height", (high - y).abs().max(PIXEL)),
        };
        drawing.raw(" fill-opacity=\".25\"/>");
    }
}
