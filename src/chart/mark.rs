//! Marks: a comparator shown as what it is. All are shapes; no font has to have them.
//!
//! A filled end is a value that counts, an open end one that does not ("over 80" is not met at 80),
//! an arrow says that more (or less) is as good, a band is a range, a dashed outline is "about", a
//! flat bar is "to stay as it is".

use std::convert::Infallible;

use plotters::element::{Drawable, PointCollection};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::MarkKind;
use super::palette::{AXIS, FADED, WHITE};
use super::svg::{Canvas, Drawing};
use super::words::PIXEL;
use crate::portal::Comparator;

/// From the middle of a mark to the tip of its arrow.
pub(super) const ARROW: i32 = 18 * PIXEL;
/// The shortest arrow that can be told from its mark.
const LEAST_ARROW: i32 = 10 * PIXEL;
/// The least width of a bar that stands for more than nothing.
pub(super) const LEAST: i32 = 25;
/// Half of a mark's width.
pub(super) const RADIUS: i32 = 5 * PIXEL;
/// The same where many marks stand close together.
pub(super) const SMALL_RADIUS: i32 = 3 * PIXEL;
/// From the middle of a mark to the ring round it: of dashes for a draft, of dots for an uncertain
/// reading.
pub(super) const RING: i32 = 95;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Which way an open-ended goal goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Opening {
    More,
    Less,
}

/// What a comparator looks like.
pub(super) struct Look {
    /// Whether the value itself does not count.
    open: bool,
    pub(super) opening: Option<Opening>,
    dashed: bool,
    pub(super) flat: bool,
}

pub(super) fn look(comparator: Comparator) -> Look {
    let plain = Look { open: false, opening: None, dashed: false, flat: false };
    match comparator {
        Comparator::Reach | Comparator::Range | Comparator::Complete | Comparator::Before => plain,
        Comparator::IncreaseBy(bound) | Comparator::ReduceBy(bound) => look(bound.of_level()),
        Comparator::AtLeast => Look { opening: Some(Opening::More), ..plain },
        Comparator::Above => Look { open: true, opening: Some(Opening::More), ..plain },
        Comparator::AtMost => Look { opening: Some(Opening::Less), ..plain },
        Comparator::Below => Look { open: true, opening: Some(Opening::Less), ..plain },
        Comparator::About => Look { dashed: true, ..plain },
        Comparator::Maintain => Look { flat: true, ..plain },
    }
}

/// A value on a path: a square for a baseline, a disc for a result, a diamond for a target, a
/// hollow triangle for an aim.
pub(super) struct PointMark<'m> {
    /// The value, and the upper one of a range (else the value again).
    pub(super) at: [(f64, f64); 2],
    pub(super) comparator: Comparator,
    pub(super) kind: MarkKind,
    /// Whether the figure stands in a draft: a ring of dashes is round it.
    pub(super) draft: bool,
    /// Whether the figure could hardly be read: a ring of dots is round it.
    pub(super) uncertain: bool,
    /// Half of its width.
    pub(super) radius: i32,
    /// Whether it lies over another mark, and is set off from it.
    pub(super) over: bool,
    /// The tooltip, in parts.
    pub(super) title: &'m [&'m str],
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a PointMark<'_> {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.at
    }
}

impl Drawable<Canvas<'_>> for PointMark<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Drawn {
        let (Some(at), Some(high)) = (points.next(), points.next()) else { return Ok(()) };
        let drawing = &mut *canvas.0;
        begin(drawing, "mark ", self.kind, Some(self.comparator));
        drawing.raw(">").title(self.title);
        let PointMark { comparator, kind, draft, uncertain, radius, over, .. } = *self;
        PointShape { comparator, kind, draft, uncertain, radius, over, arrow: ARROW }
            .draw(drawing, at, high);
        drawing.raw("</g>");
        Ok(())
    }
}

/// What a value on a path looks like, wherever it stands.
pub(super) struct PointShape {
    pub(super) comparator: Comparator,
    pub(super) kind: MarkKind,
    pub(super) draft: bool,
    pub(super) uncertain: bool,
    /// Half of its width.
    pub(super) radius: i32,
    pub(super) over: bool,
    /// From the middle to the tip of an arrow.
    pub(super) arrow: i32,
}

impl PointShape {
    /// The same in a group of its own, for a key.
    pub(super) fn draw_sign(&self, drawing: &mut Drawing, at: BackendCoord, high: BackendCoord) {
        begin(drawing, "", self.kind, None);
        drawing.raw(">");
        self.draw(drawing, at, high);
        drawing.raw("</g>");
    }

    fn draw(&self, drawing: &mut Drawing, at: BackendCoord, high: BackendCoord) {
        let look = look(self.comparator);
        if self.comparator == Comparator::Range {
            let half = 4 * PIXEL;
            drawing
                .raw("<rect class=\"band\"")
                .measure("x", at.0 - half)
                .measure("y", high.1.min(at.1))
                .measure("width", 2 * half);
            drawing.measure("height", (at.1 - high.1).abs().max(PIXEL)).raw(
                " fill-opacity=\".25\" stroke=\"none\"/><path fill=\"none\" \
                 stroke-width=\"2.5\" d=\"",
            );
            for end in [at, high] {
                drawing
                    .raw("M")
                    .at((end.0 - RADIUS - PIXEL, end.1))
                    .raw("h")
                    .number(2 * (RADIUS + PIXEL));
            }
            drawing.raw("\"/>");
        } else {
            self.draw_value(drawing, at, &look);
        }
        if self.draft {
            drawing
                .raw(
                    "<circle class=\"ring\" fill=\"none\" stroke-width=\"1.5\" \
                     stroke-dasharray=\"2.5 2\"",
                )
                .measure("cx", at.0)
                .measure("cy", at.1);
            drawing.measure("r", RING).raw("/>");
        }
        if self.uncertain {
            // Round the ring of a draft, where there is one.
            let radius = if self.draft { RING + 3 * PIXEL } else { RING };
            drawing.raw(
                "<circle class=\"doubt\" fill=\"none\" stroke-width=\"2\" \
                 stroke-linecap=\"round\" stroke-dasharray=\"0.1 4.2\"",
            );
            drawing.measure("cx", at.0).measure("cy", at.1).measure("r", radius).raw("/>");
        }
    }

    fn draw_value(&self, drawing: &mut Drawing, (x, y): BackendCoord, look: &Look) {
        match self.kind {
            MarkKind::Result => drawing
                .raw("<circle")
                .measure("cx", x)
                .measure("cy", y)
                .measure("r", self.radius - 5),
            MarkKind::Baseline => {
                let half = self.radius - PIXEL;
                drawing
                    .raw("<rect")
                    .measure("x", x - half)
                    .measure("y", y - half)
                    .measure("width", 2 * half)
                    .measure("height", 2 * half)
            }
            MarkKind::Target => {
                let half = self.radius + PIXEL;
                drawing.raw("<path d=\"M").at((x - half, y));
                for (right, down) in [(half, -half), (half, half), (-half, half)] {
                    drawing.raw("l").at((right, down));
                }
                drawing.raw("z\"")
            }
            MarkKind::Aim => {
                let half = self.radius + PIXEL;
                drawing.raw("<path d=\"M").at((x, y - half));
                drawing.raw("l").at((half, 2 * half)).raw("h").number(-2 * half).raw("z\"")
            }
        };
        if self.over && !look.open && !look.dashed {
            drawing.raw(" class=\"halo\"").colour("stroke", WHITE).raw(" stroke-width=\"1.5\"");
        } else {
            // An aim looks like no target, however it is compared.
            let open = look.open || self.kind == MarkKind::Aim;
            outline(drawing, &Look { open, ..*look });
        }
        drawing.raw("/>");
        if look.flat {
            drawing
                .raw("<path stroke-width=\"2.5\" d=\"M")
                .at((x - 2 * RADIUS, y))
                .raw("h")
                .number(4 * RADIUS)
                .raw("\"/>");
        }
        match look.opening {
            Some(Opening::More) => arrow(drawing, (x, y), (0, -1), self.arrow),
            Some(Opening::Less) => arrow(drawing, (x, y), (0, 1), self.arrow),
            None => {}
        }
    }
}

/// A bar from zero to a value, drawn along the middle of its thickness.
pub(super) struct BarMark<'m> {
    /// Zero, the value, and the upper one of a range (else the value again).
    pub(super) at: [(f64, f64); 3],
    pub(super) comparator: Comparator,
    pub(super) kind: MarkKind,
    pub(super) thickness: i32,
    /// From the value to the tip of its arrow; too little for one where it would leave the scale.
    pub(super) arrow: i32,
    /// The id of the hatching, for a draft.
    pub(super) hatch: Option<&'m str>,
    /// Whether another bar is the one to look at.
    pub(super) faded: bool,
}

impl<'a> PointCollection<'a, (f64, f64)> for &'a BarMark<'_> {
    type Point = &'a (f64, f64);
    type IntoIter = &'a [(f64, f64)];

    fn point_iter(self) -> Self::IntoIter {
        &self.at
    }
}

impl Drawable<Canvas<'_>> for BarMark<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Drawn {
        let (Some(zero), Some(at), Some(high)) = (points.next(), points.next(), points.next())
        else {
            return Ok(());
        };
        let drawing = &mut *canvas.0;
        begin(drawing, "mark ", self.kind, Some(self.comparator));
        drawing.raw(if self.faded { FADED } else { "" }).raw(">");
        let least = if self.at[0].0 == self.at[1].0 { 2 } else { LEAST };
        let BarMark { comparator, kind, hatch, thickness, arrow, .. } = *self;
        BarShape { comparator, kind, hatch, thickness, arrow, least }
            .draw(drawing, [zero, at, high]);
        drawing.raw("</g>");
        Ok(())
    }
}

/// What a bar looks like, wherever it stands.
pub(super) struct BarShape<'m> {
    pub(super) comparator: Comparator,
    pub(super) kind: MarkKind,
    /// The id of the hatching, for a draft.
    pub(super) hatch: Option<&'m str>,
    pub(super) thickness: i32,
    /// From the value to the tip of an arrow.
    pub(super) arrow: i32,
    /// The least width.
    pub(super) least: i32,
}

impl BarShape<'_> {
    /// The same in a group of its own, for a key.
    pub(super) fn draw_sign(&self, drawing: &mut Drawing, at: [BackendCoord; 3]) {
        begin(drawing, "", self.kind, None);
        drawing.raw(">");
        self.draw(drawing, at);
        drawing.raw("</g>");
    }

    fn draw(&self, drawing: &mut Drawing, [zero, at, high]: [BackendCoord; 3]) {
        let look = look(self.comparator);
        let look = Look { dashed: look.dashed || self.kind == MarkKind::Aim, ..look };
        let top = at.1 - self.thickness / 2;
        let (left, right) = (zero.0.min(at.0), zero.0.max(at.0));
        // An arrow that runs back over its own bar is seen on a tint only.
        let over = matches!(
            (look.opening, at.0 < zero.0),
            (Some(Opening::Less), false) | (Some(Opening::More), true)
        );
        let wide = (right - left).max(self.least);
        drawing
            .raw("<rect")
            .measure("x", if at.0 < zero.0 { right - wide } else { left })
            .measure("y", top)
            .measure("width", wide)
            .measure("height", self.thickness);
        match self.hatch {
            Some(hatch) => drawing.raw(" class=\"hatch\" fill=\"url(#").text(hatch).raw(if over {
                ")\" fill-opacity=\".35\""
            } else {
                ")\""
            }),
            None if over || look.dashed => drawing.raw(" class=\"tint\" fill-opacity=\".25\""),
            None => drawing.raw(" stroke=\"none\""),
        };
        drawing.raw(if look.dashed {
            " stroke-dasharray=\"4 3\" stroke-width=\"1.5\"/>"
        } else {
            "/>"
        });
        if self.comparator == Comparator::Range {
            drawing
                .raw("<rect class=\"band\"")
                .measure("x", at.0.min(high.0))
                .measure("y", top)
                .measure("width", (high.0 - at.0).abs().max(2));
            drawing.measure("height", self.thickness).raw(" fill-opacity=\".25\"/>");
        }
        if look.flat {
            drawing
                .raw("<path stroke-width=\"3\" d=\"M")
                .at((at.0, top - 4 * PIXEL))
                .raw("v")
                .number(self.thickness + 8 * PIXEL)
                .raw("\"/>");
        }
        if look.open || over {
            drawing.raw("<circle").measure("cx", at.0).measure("cy", at.1).measure("r", RADIUS);
            outline(drawing, &look);
            drawing.raw("/>");
        }
        match look.opening {
            Some(Opening::More) => arrow(drawing, at, (1, 0), self.arrow),
            Some(Opening::Less) if self.arrow >= LEAST_ARROW => {
                arrow(drawing, at, (-1, 0), self.arrow)
            }
            Some(Opening::Less) | None => {}
        }
    }
}

/// A break in a series: no line runs over it.
pub(super) struct BreakMark<'m> {
    /// Top and foot.
    pub(super) at: [BackendCoord; 2],
    /// The tooltip, in parts.
    pub(super) title: &'m [&'m str],
}

impl<'a> PointCollection<'a, BackendCoord> for &'a BreakMark<'_> {
    type Point = &'a BackendCoord;
    type IntoIter = &'a [BackendCoord];

    fn point_iter(self) -> Self::IntoIter {
        &self.at
    }
}

impl Drawable<Canvas<'_>> for BreakMark<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Drawn {
        let (Some(top), Some(foot)) = (points.next(), points.next()) else { return Ok(()) };
        let drawing = &mut *canvas.0;
        drawing.raw("<g class=\"break\">").title(self.title);
        drawing
            .raw("<path class=\"axis\" fill=\"none\" stroke-dasharray=\"2 3\"")
            .colour("stroke", AXIS)
            .raw(" d=\"M")
            .at(top)
            .raw("V")
            .number(foot.1)
            .raw("\"/>");
        slashes(drawing, foot);
        drawing.raw("</g>");
        Ok(())
    }
}

/// The sign of a break: two slashes.
pub(super) fn slashes(drawing: &mut Drawing, (x, y): BackendCoord) {
    drawing
        .raw("<path class=\"axis\" fill=\"none\" stroke-width=\"1.5\"")
        .colour("stroke", AXIS)
        .raw(" d=\"");
    for shift in [-35, 5] {
        drawing.raw("M").at((x + shift, y + 4 * PIXEL)).raw("l3-8");
    }
    drawing.raw("\"/>");
}

/// Begins the group of a mark, up to the end of its tag: its colour is set here once, so that a
/// stylesheet has one rule to write for a kind.
pub(super) fn begin(
    drawing: &mut Drawing,
    class: &str,
    kind: MarkKind,
    comparator: Option<Comparator>,
) {
    drawing.raw("<g class=\"").raw(class).raw(kind.class());
    for (index, word) in comparator
        .map_or("", Comparator::name)
        .split('_')
        .enumerate()
        .filter(|(_, word)| !word.is_empty())
    {
        drawing.raw(if index == 0 { " " } else { "-" }).raw(word);
    }
    drawing.raw("\"").colour("fill", kind.colour()).colour("stroke", kind.colour());
}

pub(super) fn outline(drawing: &mut Drawing, look: &Look) {
    if look.open || look.dashed {
        drawing.raw(" class=\"open\"").colour("fill", WHITE).raw(" stroke-width=\"2\"");
    }
    if look.dashed {
        drawing.raw(" stroke-dasharray=\"2.5 2\"");
    }
}

/// An arrow from the edge of a mark, one step right or down at a time.
pub(super) fn arrow(
    drawing: &mut Drawing,
    (x, y): BackendCoord,
    (right, down): BackendCoord,
    tip: i32,
) {
    let along = |distance: i32, aside: i32| {
        (x + right * distance + down * aside, y + down * distance + right * aside)
    };
    let wing = 4 * PIXEL;
    drawing
        .raw("<path class=\"arrow\" fill=\"none\" stroke-width=\"2\" d=\"M")
        .at(along(RADIUS, 0))
        .raw("L")
        .at(along(tip, 0));
    drawing
        .raw("M")
        .at(along(tip - wing, wing))
        .raw("L")
        .at(along(tip, 0))
        .raw("L")
        .at(along(tip - wing, -wing))
        .raw("\"/>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_strict_comparators_have_open_ends() {
        let open: Vec<_> = [
            Comparator::Reach,
            Comparator::AtLeast,
            Comparator::Above,
            Comparator::AtMost,
            Comparator::Below,
            Comparator::Maintain,
        ]
        .into_iter()
        .filter(|&comparator| look(comparator).open)
        .collect();
        assert_eq!(open, [Comparator::Above, Comparator::Below]);
    }

    #[test]
    fn arrows_point_to_where_the_goal_goes_on() {
        assert_eq!(look(Comparator::AtLeast).opening, Some(Opening::More));
        assert_eq!(look(Comparator::Below).opening, Some(Opening::Less));
        assert_eq!(look(Comparator::Reach).opening, None);
        assert_eq!(look(Comparator::Range).opening, None);
    }
}
