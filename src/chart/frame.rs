//! The `<svg>` elements round a drawing: for the page, and one that stands alone with title, source
//! and licence.

use plotters::coord::Shift;

use super::describe;
use super::label::{Anchor, Label, SIZE, SMALL, ascent, line_height};
use super::palette::{INK, QUIET, WHITE};
use super::svg::{Area, Drawing};
use super::width::Width;
use super::words::{self, PIXEL};
use super::{BarChart, Chart, LineageChart, PathChart};
use crate::language::Language;

/// White round the drawing that stands alone.
const MARGIN: i32 = 16 * PIXEL;
/// How much larger than the drawing's own pixels the file that stands alone is shown, in halves: a
/// picture is about a thousand wide at most.
const fn enlarged(width: Width) -> i32 {
    width.of(4, 3)
}

/// What is said about a chart as a whole.
#[derive(Clone, Copy)]
pub(super) struct Caption<'c> {
    pub(super) id: &'c str,
    pub(super) language: Language,
    pub(super) title: &'c str,
    /// See `describe`.
    pub(super) description: &'c str,
    pub(super) source: &'c str,
    pub(super) licence: &'c str,
}

impl<'c> From<&'c PathChart> for Caption<'c> {
    fn from(
        PathChart {
            id,
            language,
            title,
            description,
            source,
            licence,
            percent: _,
            unit: _,
            series: _,
        }: &'c PathChart,
    ) -> Self {
        Caption { id, language: *language, title, description, source, licence }
    }
}

impl<'c> From<&'c BarChart> for Caption<'c> {
    fn from(
        BarChart {
            id,
            language,
            title,
            description,
            source,
            licence,
            percent: _,
            bars: _,
            left_out: _,
        }: &'c BarChart,
    ) -> Self {
        Caption { id, language: *language, title, description, source, licence }
    }
}

impl<'c> From<&'c LineageChart> for Caption<'c> {
    fn from(
        LineageChart {
            id,
            language,
            title,
            description,
            source,
            licence,
            above: _,
            plan: _,
            below: _,
            beside: _,
        }: &'c LineageChart,
    ) -> Self {
        Caption { id, language: *language, title, description, source, licence }
    }
}

/// A chart that is drawn for a phone, and is the same on a desk.
pub(super) fn framed(caption: Caption, drawing: Drawing) -> Chart {
    let width = Width::Narrow;
    Chart {
        title: caption.title.to_owned(),
        source: source_words(caption),
        inline: inline(caption, &drawing),
        wide: None,
        standalone: standalone(caption, &drawing, width),
    }
}

/// A chart that is laid out anew for each width. What draws it gets the prefix of the ids in that
/// drawing as well.
pub(super) fn framed_at_each_width(
    caption: Caption,
    draw: impl Fn(Width, &str) -> Drawing,
) -> Chart {
    let narrow = draw(Width::Narrow, caption.id);
    let id = format!("{}-wide", caption.id);
    let wide = draw(Width::Wide, &id);
    let caption_of_wide = Caption { id: &id, ..caption };
    Chart {
        title: caption.title.to_owned(),
        source: source_words(caption),
        inline: inline(caption, &narrow),
        wide: Some(inline(caption_of_wide, &wide)),
        standalone: standalone(caption_of_wide, &wide, Width::Wide),
    }
}

/// The chart of no values at all: it says so.
pub(super) fn nothing(caption: Caption) -> Chart {
    let mut drawing = Drawing::new(Width::Narrow.units(), 40 * PIXEL);
    let at = (0, 24 * PIXEL);
    drawing.area().draw(&Label {
        class: "quiet",
        lines: &[words::nothing_yet(caption.language)],
        at,
        anchor: Anchor::Start,
        size: SIZE,
        bold: false,
        colour: QUIET,
    });
    framed(caption, drawing)
}

fn inline(caption: Caption, drawing: &Drawing) -> String {
    let mut whole = Drawing {
        body: String::with_capacity(drawing.body.len() + 1024),
        links: Vec::new(),
        ..*drawing
    };
    whole.raw(if drawing.width >= Width::Wide.units() {
        "<svg class=\"chart wide-drawing\""
    } else if drawing.width > Width::Narrow.units() {
        "<svg class=\"chart into-margins\""
    } else {
        "<svg class=\"chart\""
    });
    // A drawing that paper has less height for stays at the edge.
    whole.raw(" preserveAspectRatio=\"xMinYMin\"");
    head(&mut whole, caption, if drawing.links.is_empty() { "img" } else { "group" });
    whole.raw(&drawing.body).raw("</svg>");
    whole.body
}

fn standalone(caption: Caption, drawing: &Drawing, width: Width) -> String {
    let enlarged = |measure: i32| measure.saturating_mul(enlarged(width)) / 2;
    let Caption { language, title, licence, .. } = caption;
    let source = source_words(caption);
    let licence = if licence.is_empty() {
        String::new()
    } else {
        format!("{}: {licence}", words::licence(language))
    };
    let title = Paragraph::new(title, 17, "title", drawing.width);
    let foot = [
        Paragraph::new(&source, SMALL, "source", drawing.width),
        Paragraph::new(&licence, SMALL, "licence", drawing.width),
    ];

    let top = MARGIN + title.height() + 8 * PIXEL;
    let under = top + drawing.height + 14 * PIXEL;
    let height = under + foot.iter().map(Paragraph::height).sum::<i32>() + MARGIN;
    let width = drawing.width + 2 * MARGIN;
    let mut whole = Drawing {
        body: String::with_capacity(drawing.body.len() + 2048),
        links: Vec::new(),
        width,
        height,
    };
    whole.raw(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" \
         class=\"chart\"",
    );
    whole.measure("width", enlarged(width)).measure("height", enlarged(height));
    whole.raw(
        " font-family=\"'Be Vietnam Pro','Noto Sans',system-ui,'Segoe UI',Roboto,'Liberation \
         Sans',Arial,sans-serif\"",
    );
    head(&mut whole, caption, "img");
    whole
        .raw("<rect class=\"open\"")
        .measure("width", width)
        .measure("height", height)
        .colour("fill", WHITE)
        .raw("/>");
    title.draw(&whole.area(), MARGIN);
    whole.raw("<g transform=\"translate(").at((MARGIN, top)).raw(")\">");
    let mut copied = 0;
    for link in &drawing.links {
        whole.raw(&drawing.body[copied..link.start]);
        copied = link.end;
    }
    whole.raw(&drawing.body[copied..]).raw("</g>");
    let mut y = under;
    for paragraph in &foot {
        paragraph.draw(&whole.area(), y);
        y += paragraph.height();
    }
    whole.raw("</svg>\n");
    whole.body
}

fn source_words(Caption { language, source, .. }: Caption) -> String {
    if source.is_empty() { String::new() } else { format!("{}: {source}", words::source(language)) }
}

/// Role, language, name, description and size; closes the opening tag. What has links in it is no
/// single picture: assistive technology would not tell of them.
fn head(
    whole: &mut Drawing,
    Caption { id, language, title, description, .. }: Caption,
    role: &str,
) {
    let (width, height) = (whole.width, whole.height);
    whole
        .raw(" role=\"")
        .raw(role)
        .raw("\" lang=\"")
        .raw(language.code())
        .raw("\" aria-labelledby=\"")
        .text(id)
        .raw("-title ")
        .text(id);
    whole
        .raw("-desc\" viewBox=\"0 0 ")
        .at((width, height))
        .raw("\"")
        .measure("font-size", SIZE * PIXEL);
    whole.raw("><title id=\"").text(id).raw("-title\">").text(title);
    whole
        .raw("</title><desc id=\"")
        .text(id)
        .raw("-desc\">")
        .text(&describe::shortened(description, describe::MOST))
        .raw("</desc>");
}

/// Text from margin to margin.
struct Paragraph<'t> {
    lines: Vec<&'t str>,
    size: i32,
    class: &'static str,
}

impl<'t> Paragraph<'t> {
    fn new(text: &'t str, size: i32, class: &'static str, room: i32) -> Self {
        // Ten percent of slack: titles are bold.
        Paragraph { lines: words::wrap(text, size, room * 9 / 10), size, class }
    }

    fn height(&self) -> i32 {
        words::count(self.lines.len()) * line_height(self.size)
    }

    fn draw(&self, area: &Area<Shift>, y: i32) {
        let title = self.class == "title";
        let at = (MARGIN, y + ascent(self.size));
        let colour = if title { INK } else { QUIET };
        area.draw(&Label {
            class: self.class,
            lines: &self.lines,
            at,
            anchor: Anchor::Start,
            size: self.size,
            bold: title,
            colour,
        });
    }
}
