//! SVG to PNG, with the one font in the binary: charts as they stand in their files, and the
//! pictures that other sites show beside a link to a page.
//!
//! The only user of resvg, skrifa and png. A system's fonts are never asked, so that a picture is
//! the same on every machine. The font has every Vietnamese letter, but no arrows, ticks or emoji:
//! marks are drawn as shapes. usvg knows no custom properties; what is drawn here looks right by
//! its attributes.

mod card;
mod encode;
mod font;
#[cfg(test)]
mod tests;

use std::hash::Hasher;
use std::sync::Arc;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{self, Options, Tree, fontdb};
use siphasher::sip128::{Hasher128, SipHasher13};

use self::font::Typeface;
use crate::page::Preview;

/// What pictures are made with: another one makes other bytes, so its version is part of a
/// picture's key. A test holds this to `Cargo.lock`.
const RENDERER: &str =
    "resvg 0.49.0, usvg 0.49.0, tiny-skia 0.12.0, png 0.18.1, miniz_oxide 0.8.9 0.9.1, palette 1";

/// How much larger than its file says a chart is drawn: sharp on paper, and wide enough for a
/// newspaper's page.
const CHART_SCALE: f32 = 1.5;

/// No picture has more pixels, whatever the chart: 96 MB while it is drawn.
const MOST_PIXELS: f32 = 24e6;

/// A drawing to be made into a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    svg: String,
    is_chart: bool,
}

/// Why a drawing could not be made into a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PictureError(String);

impl std::fmt::Display for PictureError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl std::error::Error for PictureError {}

/// Draws pictures; immutable, shared by any number of threads.
pub struct Painter {
    options: Options<'static>,
    typeface: Typeface,
    seed: SipHasher13,
}

impl Default for Painter {
    fn default() -> Self {
        Painter::new()
    }
}

impl Painter {
    pub fn new() -> Painter {
        let mut fonts = fontdb::Database::new();
        let mut seed = SipHasher13::new();
        seed.write(RENDERER.as_bytes());
        for file in font::FILES {
            fonts.load_font_source(fontdb::Source::Binary(Arc::new(file)));
            seed.write(file);
        }
        fonts.set_sans_serif_family(font::FAMILY);
        let options = Options {
            font_family: font::FAMILY.to_owned(),
            fontdb: Arc::new(fonts),
            ..Options::default()
        };
        Painter { options, typeface: Typeface::new(), seed }
    }

    /// The picture that other sites show beside a link to a page.
    pub fn card(&self, preview: &Preview) -> Drawing {
        Drawing { svg: card::svg(preview, &self.typeface), is_chart: false }
    }

    /// A chart as its file has it, but for words that the font has no letters for.
    pub fn chart(&self, svg: &str) -> Drawing {
        Drawing { svg: self.typeface.drawable_svg(svg), is_chart: true }
    }

    /// Names the picture of a drawing: the same for the same drawing, font and renderer, and for no
    /// other.
    pub fn key(&self, drawing: &Drawing) -> u128 {
        let mut hasher = self.seed;
        hasher.write_u8(u8::from(drawing.is_chart));
        hasher.write(drawing.svg.as_bytes());
        hasher.finish128().as_u128()
    }

    /// The picture as a PNG file.
    pub fn png(&self, drawing: &Drawing) -> Result<Vec<u8>, PictureError> {
        let tree = Tree::from_str(&drawing.svg, &self.options)
            .map_err(|error: usvg::Error| PictureError(error.to_string()))?;
        let (width, height) = (tree.size().width(), tree.size().height());
        let wanted = if drawing.is_chart { CHART_SCALE } else { 1.0 };
        let scale = wanted.min((MOST_PIXELS / (width * height)).sqrt());
        let pixels = |length: f32| ((length * scale).round() as u32).max(1);
        let mut canvas = Pixmap::new(pixels(width), pixels(height))
            .ok_or_else(|| PictureError(format!("{width} x {height}")))?;
        canvas.fill(Color::WHITE);
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
        encode::png(&canvas).map_err(|error| PictureError(error.to_string()))
    }
}
