//! The relation diagram: a plan among the documents that it comes from and those that come from it.
//!
//! What it comes from stands above it, on one rail that leads into it; what comes from it stands
//! below, indented; what has the same source hangs dashed from the rail of the sources. Every box
//! holds its words whole, on as many lines as they need.

use plotters::coord::Shift;

use super::Chart;
use super::frame::{Caption, framed};
use super::label::{Anchor, Label, SIZE, SMALL, ascent, line_height};
use super::palette::{AXIS, INK, QUIET, TRACK, WHITE};
use super::svg::{Area, Drawing};
use super::width::Width;
use super::words::{self, PIXEL};
use crate::language::Language;

/// A plan and its kin. The words are the caller's.
#[derive(Clone, Debug)]
pub struct LineageChart {
    /// Prefix of all ids in the drawing; unique on a page.
    pub id: String,
    pub language: Language,
    pub title: String,
    pub description: String,
    /// What it comes from.
    pub above: Vec<Kin>,
    pub plan: Document,
    /// What comes from it.
    pub below: Vec<Kin>,
    /// What has a source in common with it.
    pub beside: Vec<Kin>,
    pub source: String,
    pub licence: String,
}

/// Documents that stand in the same relation to the plan.
#[derive(Clone, Debug)]
pub struct Kin {
    /// `Implements`, `Is implemented by`.
    pub relation: String,
    pub documents: Vec<Document>,
    /// What is said of those that are not drawn; empty where all are.
    pub more: String,
}

/// A document in its box.
#[derive(Clone, Debug)]
pub struct Document {
    pub name: String,
    /// A second, quieter piece: issuer, place, date, status. May be empty.
    pub detail: String,
    pub href: Option<String>,
    /// Whether it is a draft: its box is dashed.
    pub draft: bool,
}

/// Boxes under each other gain nothing from more.
const WIDTH: i32 = Width::Narrow.units();
const DETAIL_SIZE: i32 = SMALL;
/// Where the rail of the sources runs.
const RAIL: i32 = 6 * PIXEL;
/// Where boxes begin, and how much further in what comes from the plan stands.
const LEFT: i32 = 24 * PIXEL;
const INDENT: i32 = 26 * PIXEL;
const PADDING: i32 = 8 * PIXEL;
const GAP: i32 = 8 * PIXEL;
const BRANCH: i32 = LEFT + 10 * PIXEL;

/// Draws the diagram.
pub fn draw(chart: &LineageChart) -> Chart {
    let LineageChart {
        id: _,
        language: _,
        title: _,
        description: _,
        above,
        plan,
        below,
        beside,
        source: _,
        licence: _,
    } = chart;
    let mut rows: Vec<Row> = Vec::new();
    above.iter().for_each(|kin| rows.extend(Row::of_kin(kin, Part::Above)));
    rows.push(Row::Box { document: plan, part: Part::Plan });
    below.iter().for_each(|kin| rows.extend(Row::of_kin(kin, Part::Below)));
    beside.iter().for_each(|kin| rows.extend(Row::of_kin(kin, Part::Beside)));
    let height = rows.iter().fold(GAP, |sum: i32, row| sum.saturating_add(row.height()));

    let mut drawing = Drawing::new(WIDTH, height);
    let whole = drawing.area();
    lines(&whole, &rows);
    let mut top = PIXEL;
    for row in &rows {
        row.draw(&whole, top);
        top += row.height();
    }
    drop(whole);
    framed(Caption::from(chart), drawing)
}

/// Where a row stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Above,
    Plan,
    Below,
    Beside,
}

impl Part {
    fn left(self) -> i32 {
        if self == Part::Below { LEFT + INDENT } else { LEFT }
    }

    /// The room of words in a box.
    fn room(self) -> i32 {
        // Some slack: names are bold.
        (WIDTH - self.left() - PIXEL - 2 * PADDING) * 19 / 20
    }
}

/// What stands in the diagram, from top to bottom.
enum Row<'c> {
    /// The words of a relation, or of what is not drawn.
    Words {
        text: &'c str,
        part: Part,
    },
    Box {
        document: &'c Document,
        part: Part,
    },
}

impl<'c> Row<'c> {
    fn of_kin(kin: &'c Kin, part: Part) -> impl Iterator<Item = Row<'c>> {
        let boxes = kin.documents.iter().map(move |document| Row::Box { document, part });
        let more = (!kin.more.is_empty()).then_some(Row::Words { text: &kin.more, part });
        std::iter::once(Row::Words { text: &kin.relation, part }).chain(boxes).chain(more)
    }

    fn height(&self) -> i32 {
        match self {
            Row::Words { text, part } => {
                words::count(words::wrap(text, DETAIL_SIZE, part.room()).len())
                    * line_height(DETAIL_SIZE)
                    + GAP / 2
            }
            Row::Box { document, part } => box_height(document, *part) + GAP,
        }
    }

    fn draw(&self, whole: &Area<Shift>, top: i32) {
        match self {
            Row::Words { text, part } => {
                let lines = words::wrap(text, DETAIL_SIZE, part.room());
                let at = (part.left(), top + ascent(DETAIL_SIZE));
                whole.draw(&Label {
                    class: "quiet",
                    lines: &lines,
                    at,
                    anchor: Anchor::Start,
                    size: DETAIL_SIZE,
                    bold: false,
                    colour: QUIET,
                });
            }
            Row::Box { document, part } => draw_box(whole, document, *part, top),
        }
    }
}

fn box_height(document: &Document, part: Part) -> i32 {
    let lines = |text: &str, size: i32| {
        words::count(words::wrap(text, size, part.room()).len()) * line_height(size)
    };
    lines(&document.name, SIZE) + lines(&document.detail, DETAIL_SIZE) + 2 * PADDING
}

fn draw_box(whole: &Area<Shift>, document: &Document, part: Part, top: i32) {
    let height = box_height(document, part);
    let left = part.left();
    whole.write(|drawing| {
        drawing.raw("<g>");
        if let Some(href) = &document.href {
            drawing.link(href);
        }
        // The plan itself is filled and has the strongest line.
        let (class, fill, line, width) = if part == Part::Plan {
            ("track axis", TRACK, INK, 2)
        } else {
            ("open axis", WHITE, AXIS, 1)
        };
        drawing.raw("<rect class=\"").raw(class).raw("\"").measure("x", left).measure("y", top);
        drawing
            .measure("width", WIDTH - PIXEL - left)
            .measure("height", height)
            .measure("rx", 4 * PIXEL)
            .colour("fill", fill)
            .colour("stroke", line);
        drawing.measure("stroke-width", width * PIXEL).raw(if document.draft {
            " stroke-dasharray=\"4 3\"/>"
        } else {
            "/>"
        });
    });
    let lines = words::wrap(&document.name, SIZE, part.room());
    let at = (left + PADDING, top + PADDING + ascent(SIZE));
    whole.draw(&Label {
        class: "label",
        lines: &lines,
        at,
        anchor: Anchor::Start,
        size: SIZE,
        bold: true,
        colour: INK,
    });
    let under = top + PADDING + words::count(lines.len()) * line_height(SIZE);
    let lines = words::wrap(&document.detail, DETAIL_SIZE, part.room());
    let at = (left + PADDING, under + ascent(DETAIL_SIZE));
    whole.draw(&Label {
        class: "quiet",
        lines: &lines,
        at,
        anchor: Anchor::Start,
        size: DETAIL_SIZE,
        bold: false,
        colour: QUIET,
    });
    whole.write(|drawing| {
        if document.href.is_some() {
            drawing.end_link();
        }
        drawing.raw("</g>");
    });
}

/// The rails and the arrows from what is earlier to what comes from it.
fn lines(whole: &Area<Shift>, rows: &[Row]) {
    let mut top = PIXEL;
    let mut boxes: Vec<(Part, i32, i32)> = Vec::new();
    for row in rows {
        if let Row::Box { document, part } = row {
            let height = box_height(document, *part);
            boxes.push((*part, top + height / 2, top + height));
        }
        top += row.height();
    }
    let middles =
        |part: Part| boxes.iter().filter(move |(of, ..)| *of == part).map(|&(_, middle, _)| middle);
    let Some(&(_, plan, under)) = boxes.iter().find(|(part, ..)| *part == Part::Plan) else {
        return;
    };
    let line = |from: (i32, i32), to: (i32, i32), dashes: bool| {
        whole.write(|drawing| {
            drawing
                .raw("<path class=\"axis\" d=\"M")
                .at(from)
                .raw("L")
                .at(to)
                .raw("\" fill=\"none\"")
                .colour("stroke", AXIS);
            drawing.measure("stroke-width", 15).raw(if dashes {
                " stroke-dasharray=\"3 3\"/>"
            } else {
                "/>"
            });
        });
    };
    let arrow = |tip: i32, y: i32| {
        let (back, half) = (tip - 7 * PIXEL, 4 * PIXEL);
        whole.write(|drawing| {
            drawing
                .raw("<path class=\"quiet\" d=\"M")
                .at((tip, y))
                .raw("L")
                .at((back, y - half))
                .raw("L")
                .at((back, y + half))
                .raw("Z\"");
            drawing.colour("fill", QUIET).raw("/>");
        });
    };
    if let Some(first) = middles(Part::Above).next() {
        middles(Part::Above).for_each(|middle| line((RAIL, middle), (LEFT, middle), false));
        line((RAIL, first), (RAIL, plan), false);
        line((RAIL, plan), (LEFT - 6 * PIXEL, plan), false);
        arrow(LEFT - PIXEL, plan);
    }
    if let Some(last) = middles(Part::Below).next_back() {
        line((BRANCH, under), (BRANCH, last), false);
        for middle in middles(Part::Below) {
            line((BRANCH, middle), (Part::Below.left() - 6 * PIXEL, middle), false);
            arrow(Part::Below.left() - PIXEL, middle);
        }
    }
    if let Some(last) = middles(Part::Beside).next_back() {
        line((RAIL, plan), (RAIL, last), true);
        for middle in middles(Part::Beside) {
            line((RAIL, middle), (LEFT - 6 * PIXEL, middle), true);
            arrow(LEFT - PIXEL, middle);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(name: &str, href: Option<&str>) -> Document {
        Document {
            name: name.to_owned(),
            detail: "Hội đồng nhân dân tỉnh Lạng Sơn · 15/7/2025".to_owned(),
            href: href.map(str::to_owned),
            draft: href.is_none(),
        }
    }

    fn kin(relation: &str, documents: Vec<Document>) -> Vec<Kin> {
        vec![Kin {
            relation: relation.to_owned(), documents, more: "và 3 văn bản khác".to_owned()
        }]
    }

    fn chart() -> LineageChart {
        let long = "Nghị quyết về tiếp tục đổi mới căn bản, phát triển toàn diện giáo dục và \
                    đào tạo giai đoạn 2021 - 2025 <định hướng> đến năm 2030 & sau đó";
        LineageChart {
            id: "lineage".to_owned(),
            language: Language::Vi,
            title: "Kế hoạch 243/KH-UBND".to_owned(),
            description: "Thực hiện Nghị quyết số 47/NQ-HĐND.".to_owned(),
            above: kin(
                "Thực hiện",
                vec![document("Nghị quyết số 47/NQ-HĐND", None), document(long, None)],
            ),
            plan: Document { detail: String::new(), ..document("Kế hoạch 243/KH-UBND", None) },
            below: kin("Được thực hiện bởi", vec![document("Kế hoạch 9/KH-UBND", Some("9.html"))]),
            beside: kin(
                "Cùng xuất phát từ",
                vec![document("Nghị quyết ngày 16/10/2025", Some("../x.html"))],
            ),
            source: String::new(),
            licence: String::new(),
        }
    }

    #[test]
    fn every_word_is_drawn_inside_its_box_and_links_stand_in_the_page_only() {
        let drawn = draw(&chart());
        let document = roxmltree::Document::parse(&drawn.inline).expect("well-formed");
        let text: String = document
            .descendants()
            .filter(roxmltree::Node::is_text)
            .filter_map(|node| node.text())
            .collect::<Vec<_>>()
            .join(" ");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in [
            "<định hướng> đến năm 2030 & sau đó",
            "Được thực hiện bởi",
            "và 3 văn bản khác",
            "Cùng xuất phát từ",
        ] {
            assert!(text.contains(words), "{words}: {text}");
        }
        let number = |node: &roxmltree::Node, name: &str| {
            node.attribute(name).and_then(|value| value.parse::<f64>().ok()).expect("a number")
        };
        for label in document.descendants().filter(|node| node.has_tag_name("text")) {
            let lines: Vec<&str> = label
                .descendants()
                .filter(roxmltree::Node::is_text)
                .filter_map(|node| node.text())
                .collect();
            for line in lines {
                let wide = f64::from(words::width(line.trim(), 13)) / 10.0;
                assert!(number(&label, "x") + wide * 0.95 <= 360.0, "{line}");
            }
        }
        assert_eq!(document.descendants().filter(|node| node.has_tag_name("a")).count(), 2);
        let alone = roxmltree::Document::parse(&drawn.standalone).expect("well-formed");
        assert_eq!(alone.descendants().filter(|node| node.has_tag_name("a")).count(), 0);
        assert!(!drawn.inline.contains("style="));
    }

    #[test]
    fn boxes_stand_one_below_the_other() {
        let drawn = draw(&chart()).inline;
        let document = roxmltree::Document::parse(&drawn).expect("well-formed");
        let number = |node: &roxmltree::Node, name: &str| {
            node.attribute(name).and_then(|value| value.parse::<f64>().ok()).expect("a number")
        };
        let boxes: Vec<(f64, f64)> = document
            .descendants()
            .filter(|node| node.has_tag_name("rect"))
            .map(|node| (number(&node, "y"), number(&node, "height")))
            .collect();
        assert_eq!(boxes.len(), 5);
        assert!(boxes.windows(2).all(|pair| pair[0].0 + pair[0].1 < pair[1].0), "{boxes:?}");
    }
}
