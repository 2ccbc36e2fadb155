//! A plotters backend that writes SVG with a meaning: colours become classes, texts stay texts.
//! Everything is written into one string, in order; coordinates are tenths of a pixel
//! (`words::PIXEL`).

use std::convert::Infallible;
use std::fmt::Write;
use std::ops::Range;

use plotters::coord::{CoordTranslate, Shift};
use plotters::drawing::{DrawingArea, IntoDrawingArea};
use plotters::element::{BackendCoordOnly, Drawable, PointCollection};
use plotters::style::RGBColor;
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::palette;
use super::words::{self, PIXEL};

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// The drawing itself, without the `<svg>` element round it.
pub(super) struct Drawing {
    pub(super) body: String,
    /// Where the tags of links stand in the body: a file that stands alone leaves them out.
    pub(super) links: Vec<Range<usize>>,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl Drawing {
    pub(super) fn new(width: i32, height: i32) -> Self {
        Drawing { body: String::with_capacity(4096), links: Vec::new(), width, height }
    }

    /// The whole of it, in tenths of a pixel.
    pub(super) fn area(&mut self) -> Area<'_, Shift> {
        Area(Canvas(self).into_drawing_area())
    }

    pub(super) fn raw(&mut self, text: &str) -> &mut Self {
        self.body.push_str(text);
        self
    }

    /// Text as XML says it, for content and for attributes alike.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        escape(text, &mut self.body);
        self
    }

    pub(super) fn number(&mut self, tenths: i32) -> &mut Self {
        number(tenths, &mut self.body);
        self
    }

    /// `x,y`, as paths have it.
    pub(super) fn at(&mut self, (x, y): BackendCoord) -> &mut Self {
        self.number(x).raw(" ").number(y)
    }

    /// ` name="12.5"`.
    pub(super) fn measure(&mut self, name: &str, tenths: i32) -> &mut Self {
        self.raw(" ").raw(name).raw("=\"").number(tenths).raw("\"")
    }

    /// ` name="#0b5cad"`.
    pub(super) fn colour(&mut self, name: &str, RGBColor(red, green, blue): RGBColor) -> &mut Self {
        write!(self.body, " {name}=\"#{red:02x}{green:02x}{blue:02x}\"")
            .expect("a string takes all that is written");
        self
    }

    /// A tooltip, and the name of its group for who cannot see it.
    pub(super) fn title(&mut self, parts: &[&str]) -> &mut Self {
        self.raw("<title>");
        for part in parts {
            self.text(part);
        }
        self.raw("</title>")
    }

    pub(super) fn link(&mut self, href: &str) -> &mut Self {
        let start = self.body.len();
        // The table beside the chart has the same links: no second tab stop.
        self.raw("<a tabindex=\"-1\" href=\"").text(href).raw("\">");
        self.links.push(start..self.body.len());
        self
    }

    pub(super) fn end_link(&mut self) -> &mut Self {
        let start = self.body.len();
        self.raw("</a>");
        self.links.push(start..self.body.len());
        self
    }

    fn shape_colour(&mut self, colour: BackendColor, fill: bool, stroke_width: u32) -> &mut Self {
        let (red, green, blue) = colour.rgb;
        if fill {
            self.colour("fill", RGBColor(red, green, blue));
            if colour.alpha < 1.0 {
                write!(self.body, " fill-opacity=\"{:.2}\"", colour.alpha)
                    .expect("a string takes all that is written");
            }
            return self;
        }
        self.raw(" fill=\"none\"").colour("stroke", RGBColor(red, green, blue));
        if stroke_width != 1 {
            write!(self.body, " stroke-width=\"{stroke_width}\"")
                .expect("a string takes all that is written");
        }
        self
    }

    fn polyline(&mut self, points: impl IntoIterator<Item = BackendCoord>) -> &mut Self {
        self.raw(" d=\"");
        for (index, point) in points.into_iter().enumerate() {
            self.raw(if index == 0 { "M" } else { "L" }).at(point);
        }
        self.raw("\"")
    }
}

/// An area of the drawing. Writing into a string cannot fail, so drawing on it does not either.
pub(super) struct Area<'a, C: CoordTranslate>(DrawingArea<Canvas<'a>, C>);

impl<'a> Area<'a, Shift> {
    /// The same area under a coordinate system of its own.
    pub(super) fn under<C: CoordTranslate>(&self, coordinates: C) -> Area<'a, C> {
        Area(self.0.apply_coord_spec(coordinates))
    }

    pub(super) fn write(&self, markup: impl Fn(&mut Drawing)) {
        self.draw(&Markup(markup));
    }
}

impl<'a, C: CoordTranslate> Area<'a, C> {
    pub(super) fn draw<'e, E>(&self, element: &'e E)
    where
        &'e E: PointCollection<'e, C::From>,
        E: Drawable<Canvas<'a>>,
    {
        self.0
            .draw::<E, BackendCoordOnly>(element)
            .expect("a string takes all that is written, and one element is drawn at a time");
    }
}

/// An element without a place: groups, tooltips, links.
struct Markup<F: Fn(&mut Drawing)>(F);

impl<'a, F: Fn(&mut Drawing)> PointCollection<'a, BackendCoord> for &'a Markup<F> {
    type Point = BackendCoord;
    type IntoIter = std::iter::Empty<BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        std::iter::empty()
    }
}

impl<F: Fn(&mut Drawing)> Drawable<Canvas<'_>> for Markup<F> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        canvas: &mut Canvas,
        _: (u32, u32),
    ) -> Drawn {
        (self.0)(canvas.0);
        Ok(())
    }
}

/// The backend.
pub(super) struct Canvas<'a>(pub(super) &'a mut Drawing);

impl DrawingBackend for Canvas<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.0.width.unsigned_abs(), self.0.height.unsigned_abs())
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect(point, (point.0 + 1, point.1 + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let colour = style.color();
        let drawing = &mut *self.0;
        drawing.raw("<rect class=\"").raw(palette::class(colour.rgb)).raw("\"");
        drawing
            .measure("x", upper_left.0.min(bottom_right.0))
            .measure("y", upper_left.1.min(bottom_right.1));
        drawing
            .measure("width", (bottom_right.0 - upper_left.0).abs())
            .measure("height", (bottom_right.1 - upper_left.1).abs());
        drawing.shape_colour(colour, fill, style.stroke_width()).raw("/>");
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let colour = style.color();
        let drawing = &mut *self.0;
        let (class, dashes) = palette::line_class(colour.rgb);
        drawing.raw("<path class=\"").raw(class).raw("\"").polyline(path).shape_colour(
            colour,
            false,
            style.stroke_width(),
        );
        if let Some(dashes) = dashes {
            drawing.raw(" stroke-dasharray=\"").raw(dashes).raw("\"");
        }
        drawing.raw("/>");
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let colour = style.color();
        let drawing = &mut *self.0;
        drawing.raw("<circle class=\"").raw(palette::class(colour.rgb)).raw("\"");
        drawing
            .measure("cx", center.0)
            .measure("cy", center.1)
            .measure("r", i32::try_from(radius).unwrap_or(i32::MAX));
        drawing.shape_colour(colour, fill, style.stroke_width()).raw("/>");
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let colour = style.color();
        let drawing = &mut *self.0;
        drawing.raw("<path class=\"").raw(palette::class(colour.rgb)).raw("\"").polyline(corners);
        drawing.shape_colour(colour, true, 1).raw("/>");
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(
        &mut self,
        text: &str,
        style: &T,
        (x, y): BackendCoord,
    ) -> Drawn {
        let size = style.size();
        let anchor = style.anchor();
        // plotters places the text's box, SVG its baseline: ascenders of 0.8 em are what sans-serif
        // fonts have.
        let down = match anchor.v_pos {
            VPos::Top => 0.8,
            VPos::Center => 0.35,
            VPos::Bottom => -0.2,
        };
        let colour = style.color();
        let (red, green, blue) = colour.rgb;
        let drawing = &mut *self.0;
        drawing
            .raw("<text class=\"")
            .raw(palette::class(colour.rgb))
            .raw("\"")
            .measure("x", x)
            .measure("y", y + (down * size).round() as i32);
        drawing.raw(match anchor.h_pos {
            HPos::Left => "",
            HPos::Right => " text-anchor=\"end\"",
            HPos::Center => " text-anchor=\"middle\"",
        });
        drawing
            .measure("font-size", size as i32)
            .colour("fill", RGBColor(red, green, blue))
            .raw(">")
            .text(text)
            .raw("</text>");
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = style.size() as i32;
        Ok((words::width(text, size / PIXEL).unsigned_abs(), (size + size / 4).unsigned_abs()))
    }
}

pub(super) fn escape(text: &str, out: &mut String) {
    let mut copied = 0;
    for (at, character) in text.char_indices() {
        let entity = match character {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' => "&quot;",
            // XML 1.0 has no way to write these.
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => "",
            _ => continue,
        };
        out.push_str(&text[copied..at]);
        out.push_str(entity);
        copied = at + character.len_utf8();
    }
    out.push_str(&text[copied..]);
}

pub(super) fn number(tenths: i32, out: &mut String) {
    if tenths < 0 {
        out.push('-');
    }
    let (whole, tenth) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    let written = if tenth == 0 { write!(out, "{whole}") } else { write!(out, "{whole}.{tenth}") };
    written.expect("a string takes all that is written");
}

#[cfg(test)]
mod tests {
    use plotters::element::{Circle, PathElement, Rectangle, Text};
    use plotters::style::{Color, TextStyle};

    use super::*;

    fn drawn(draw: impl Fn(&Area<Shift>)) -> String {
        let mut drawing = Drawing::new(1000, 1000);
        draw(&drawing.area());
        drawing.body
    }

    #[test]
    fn plotters_elements_come_out_with_classes_and_attributes() {
        let line = PathElement::new(vec![(0, 5), (100, 255)], palette::GRID);
        assert_eq!(
            drawn(|area| area.draw(&line)),
            r##"<path class="grid" d="M0 0.5L10 25.5" fill="none" stroke="#dde2e7"/>"##
        );
        let rectangle = Rectangle::new([(0, 0), (100, 200)], palette::TRACK.filled());
        assert_eq!(
            drawn(|area| area.draw(&rectangle)),
            r##"<rect class="track" x="0" y="0" width="10" height="20" fill="#eceff2"/>"##
        );
        let circle = Circle::new((50, 50), 20, palette::INK.filled());
        assert_eq!(
            drawn(|area| area.draw(&circle)),
            r##"<circle class="ink" cx="5" cy="5" r="2" fill="#1b2027"/>"##
        );
        let text = Text::new(
            "a < b",
            (50, 50),
            TextStyle::from(("sans-serif", 120)).color(&palette::QUIET),
        );
        assert_eq!(
            drawn(|area| area.draw(&text)),
            r##"<text class="quiet" x="5" y="14.6" font-size="12" fill="#56606b">a &lt; b</text>"##
        );
    }

    #[test]
    fn hostile_text_stays_text() {
        let mut out = String::new();
        escape("</title><script a=\"1\">&\0\u{1}", &mut out);
        assert_eq!(out, "&lt;/title&gt;&lt;script a=&quot;1&quot;&gt;&amp;");
    }

    #[test]
    fn numbers_are_short() {
        let text = |tenths| {
            let mut out = String::new();
            number(tenths, &mut out);
            out
        };
        assert_eq!([text(0), text(-5), text(120), text(1234)], ["0", "-0.5", "12", "123.4"]);
    }
}
