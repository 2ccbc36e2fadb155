//! Words in a chart: one text of one or more lines, anchored where it stands.

use plotters::element::{Drawable, PointCollection};
use plotters::style::RGBColor;
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::svg::Canvas;
use super::words::PIXEL;

/// The size that the `<svg>` element sets, in pixels.
pub(super) const SIZE: i32 = 13;
/// Lesser words, and the smallest there are: twelve pixels on a phone of 320.
pub(super) const SMALL: i32 = 12;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// A text at a place. The place is the first line's baseline.
pub(super) struct Label<'t> {
    pub(super) class: &'static str,
    pub(super) lines: &'t [&'t str],
    pub(super) at: BackendCoord,
    pub(super) anchor: Anchor,
    /// In pixels.
    pub(super) size: i32,
    pub(super) bold: bool,
    pub(super) colour: RGBColor,
}

/// The height of a line of text, in tenths of a pixel: generous, for stacked Vietnamese marks.
pub(super) fn line_height(size: i32) -> i32 {
    size * PIXEL * 13 / 10
}

/// From the top of a line to its baseline, in tenths of a pixel.
pub(super) fn ascent(size: i32) -> i32 {
    size * PIXEL
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Label<'_> {
    type Point = BackendCoord;
    type IntoIter = std::iter::Once<BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::once(self.at)
    }
}

impl Drawable<Canvas<'_>> for Label<'_> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut places: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<std::convert::Infallible>> {
        let (Some((x, y)), false) = (places.next(), self.lines.is_empty()) else { return Ok(()) };
        let drawing = &mut *canvas.0;
        drawing.raw("<text class=\"").raw(self.class).raw("\"").measure("x", x).measure("y", y);
        drawing.raw(match self.anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        });
        if self.size != SIZE {
            drawing.measure("font-size", self.size * PIXEL);
        }
        if self.bold {
            drawing.raw(" font-weight=\"600\"");
        }
        drawing.colour("fill", self.colour).raw(">");
        match self.lines {
            [line] => {
                drawing.text(line);
            }
            lines => {
                for (index, line) in lines.iter().enumerate() {
                    drawing.raw("<tspan").measure("x", x);
                    if index > 0 {
                        drawing.measure("dy", line_height(self.size));
                    }
                    // The space keeps the words apart for who copies the text; in another anchor's
                    // line it would shift them.
                    let apart = self.anchor == Anchor::Start && index + 1 < lines.len();
                    drawing.raw(">").text(line).raw(if apart { " </tspan>" } else { "</tspan>" });
                }
            }
        }
        drawing.raw("</text>");
        Ok(())
    }
}
