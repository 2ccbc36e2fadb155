//! The strip: one goal on a scale from zero, as small as a line of text, for pages that show many
//! at one glance.
//!
//! A solid bar is what was last reported (or where the plan sets out), the mark is the goal, and
//! the dashes between them the way that is left. Where nothing is reported a pale bar runs to the
//! goal, and no bar says zero. It has no words: they stand beside it.

use std::ops::Range;

use rust_decimal::Decimal;

use super::MarkKind;
use super::dot::{Along, Dot, Shape};
use super::mark::{ARROW, LEAST, Opening, look};
use super::palette::{AXIS, TRACK};
use super::scale::{extent, from_zero, position};
use super::svg::Drawing;
use super::words::PIXEL;
use crate::portal::Comparator;

/// A goal, and what is known of the way to it.
#[derive(Clone, Copy, Debug)]
pub struct Strip {
    /// The value of the goal, or the lower one of a range.
    pub goal: Decimal,
    /// The upper value of a range.
    pub high: Option<Decimal>,
    pub comparator: Comparator,
    /// What was last reported, or where the plan sets out.
    pub known: Option<(Decimal, MarkKind)>,
    /// Whether the values are percentages: then the scale runs from 0 to 100.
    pub percent: bool,
}

const WIDTH: i32 = 280 * PIXEL;
const HEIGHT: i32 = 18 * PIXEL;
const THICK: i32 = 8 * PIXEL;

/// The strip as an `<svg>` element; empty where its values have no scale.
pub fn draw(strip: &Strip) -> String {
    let goal = position(strip.goal);
    let known = strip.known.map(|(value, kind)| (position(value), kind));
    let values = from_zero(
        extent(
            [Some(goal), strip.high.map(position), known.map(|(value, _)| value)]
                .into_iter()
                .flatten(),
        ),
        strip.percent,
    );
    let scale = Scale::of(values, goal, strip.comparator);
    let (zero, at, middle) = (scale.x(0.0), scale.x(goal), HEIGHT / 2);

    let mut drawing = Drawing {
        body: String::with_capacity(900),
        links: Vec::new(),
        width: WIDTH,
        height: HEIGHT,
    };
    // The words beside it say all of it, and better.
    drawing
        .raw("<svg class=\"chart strip\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 ")
        .at((WIDTH, HEIGHT))
        .raw("\">");
    let bar = |drawing: &mut Drawing, class: &str, from: i32, to: i32| {
        drawing
            .raw("<rect class=\"")
            .raw(class)
            .raw("\"")
            .measure("x", from.min(to))
            .measure("y", middle - THICK / 2);
        drawing.measure("width", (to - from).abs()).measure("height", THICK);
    };
    if strip.percent {
        bar(&mut drawing, "track", scale.plot.start, scale.plot.end);
        drawing.colour("fill", TRACK).raw("/>");
    }
    match known {
        Some((value, kind)) => {
            let from = scale.x(value);
            // Little is seen, too; nothing is nothing.
            let least = if value == 0.0 { PIXEL / 5 } else { LEAST };
            let end = if from < zero { from.min(zero - least) } else { from.max(zero + least) };
            bar(&mut drawing, kind.class(), zero, end);
            drawing.colour("fill", kind.colour()).raw(" stroke=\"none\"/>");
            if from != at {
                drawing
                    .raw(
                        "<path class=\"line required\" fill=\"none\" stroke-width=\"2\" \
                         stroke-dasharray=\"4 3\"",
                    )
                    .colour("stroke", MarkKind::Target.colour());
                drawing.raw(" d=\"M").at((from, middle)).raw("H").number(at).raw("\"/>");
            }
        }
        None => {
            bar(&mut drawing, "target tint", zero, at);
            drawing
                .colour("fill", MarkKind::Target.colour())
                .raw(" fill-opacity=\".25\" stroke=\"none\"/>");
        }
    }
    drawing
        .raw("<path class=\"axis\" fill=\"none\"")
        .colour("stroke", AXIS)
        .raw(" d=\"M")
        .at((zero, 2 * PIXEL))
        .raw("V")
        .number(HEIGHT - 2 * PIXEL)
        .raw("\"/>");
    let high = strip.high.map(|high| scale.x(position(high)));
    Dot {
        at: (at, middle),
        high,
        comparator: strip.comparator,
        kind: MarkKind::Target,
        shape: Shape::Diamond,
        along: Along::Across,
        title: &[],
    }
    .draw(&mut drawing);
    drawing.raw("</svg>");
    drawing.body
}

struct Scale {
    plot: Range<i32>,
    values: Range<f64>,
}

impl Scale {
    /// The same for all strips, but where an arrow that points down from a low value needs room.
    fn of(values: Range<f64>, goal: f64, comparator: Comparator) -> Scale {
        let mut scale = Scale { plot: PIXEL / 2..WIDTH - ARROW - 3 * PIXEL, values };
        if look(comparator).opening == Some(Opening::Less) {
            let tip = scale.x(goal) - ARROW - PIXEL;
            scale.plot.start += (-tip).max(0);
        }
        scale
    }

    fn x(&self, value: f64) -> i32 {
        let share = (value - self.values.start) / (self.values.end - self.values.start);
        self.plot.start + (share * f64::from(self.plot.end - self.plot.start)).round() as i32
    }
}
