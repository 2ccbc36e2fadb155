//! Every chart of the gallery, read back: no text overlaps another, leaves the drawing or covers a
//! mark, in either language.

use minhbach::language::Language;
use roxmltree::{Document, Node};

#[allow(dead_code)]
#[path = "../../examples/gallery.rs"]
mod gallery;

/// The smallest words: no drawing is ever shown smaller than its own pixels.
const SMALLEST: f64 = 12.0;

struct Words {
    text: String,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

/// Thousandths of an em in DejaVu Sans, the widest of the fonts that a page may get; a letter with
/// marks is as wide as without.
fn advance(character: char) -> f64 {
    let thousandths = match character {
        '\u{300}'..='\u{36f}' => 0,
        'f' | 't' => 392,
        'i' | 'j' | 'l' | 'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' | 'I' | 'Í' | 'Ị' => 295,
        ' ' | '\u{a0}' | '.' | ',' | ';' | ':' | '/' => 337,
        '(' | ')' | '-' | 'r' => 411,
        's' | 'z' | 'c' | 'v' | 'x' | 'y' | 'k' => 592,
        '–' => 500,
        'm' => 974,
        'w' => 818,
        '%' => 950,
        '\u{2212}' => 838,
        'M' | 'W' => 989,
        'A' | 'B' | 'C' | 'E' | 'F' | 'J' | 'K' | 'L' | 'P' | 'R' | 'S' | 'T' | 'V' | 'X' | 'Y'
        | 'Z' => 698,
        'A'..='Z' | 'À'..='Ỹ' if character.is_uppercase() => 787,
        _ => 636,
    };
    f64::from(thousandths) / 1000.0
}

fn number(node: Node, name: &str) -> Option<f64> {
    node.attribute(name).map(|value| value.parse().expect("a number"))
}

/// How far the groups round a node move it.
fn shift(node: Node) -> [f64; 2] {
    let moved = node.ancestors().filter_map(|around| {
        around
            .attribute("transform")?
            .strip_prefix("translate(")?
            .trim_end_matches(')')
            .split_once(' ')
    });
    moved.fold([0.0, 0.0], |[x, y], (right, down)| {
        [x + right.parse::<f64>().expect("a number"), y + down.parse::<f64>().expect("a number")]
    })
}

fn words(document: &Document) -> Vec<Words> {
    let mut all = Vec::new();
    for text in document.descendants().filter(|node| node.has_tag_name("text")) {
        let size = number(text, "font-size").unwrap_or(13.0);
        assert!(size >= SMALLEST, "{size}");
        let bold = if text.attribute("font-weight").is_some() { 1.08 } else { 1.0 };
        let [right, down] = shift(text);
        let mut y = number(text, "y").expect("a text has a place") + down;
        let spans: Vec<Node> =
            text.children().filter(|child| child.has_tag_name("tspan")).collect();
        for line in if spans.is_empty() { vec![text] } else { spans } {
            y += number(line, "dy").unwrap_or(0.0);
            let said = line.text().unwrap_or_default().trim_end().to_owned();
            let width = said.chars().map(advance).sum::<f64>() * size * bold;
            let x = number(line, "x").expect("a line has a place") + right;
            let left = match text.attribute("text-anchor") {
                Some("middle") => x - width / 2.0,
                Some("end") => x - width,
                _ => x,
            };
            // Marks over capital letters rise above an em, tails fall a fifth of one.
            all.push(Words {
                text: said,
                left,
                top: y - size * 0.8,
                right: left + width,
                bottom: y + size * 0.2,
            });
        }
    }
    all
}

fn assert_clear(svg: &str, title: &str) {
    let document = Document::parse(svg).expect("well-formed");
    let view: Vec<f64> = document
        .root_element()
        .attribute("viewBox")
        .expect("a view box")
        .split(' ')
        .map(|part| part.parse().expect("a number"))
        .collect();
    let words = words(&document);
    for (index, one) in words.iter().enumerate() {
        assert!(
            one.left >= -1.0
                && one.top >= 0.0
                && one.right <= view[2] + 1.0
                && one.bottom <= view[3] + 0.5,
            "{title}: {:?} is cut: {} to {}",
            one.text,
            one.left,
            one.right
        );
        for other in &words[index + 1..] {
            let apart = one.right <= other.left
                || other.right <= one.left
                || one.bottom <= other.top
                || other.bottom <= one.top;
            assert!(apart, "{title}: {:?} and {:?} overlap", one.text, other.text);
        }
    }
    for disc in document.descendants().filter(|node| node.has_tag_name("circle")) {
        let [right, down] = shift(disc);
        let (x, y) = (
            number(disc, "cx").expect("a place") + right,
            number(disc, "cy").expect("a place") + down,
        );
        let covers =
            |words: &&Words| words.left < x && x < words.right && words.top < y && y < words.bottom;
        assert!(!words.iter().any(|words| covers(&words)), "{title}: words on a mark");
    }
}

#[test]
fn no_text_of_the_gallery_overlaps_or_is_cut() {
    for language in Language::ALL {
        for chart in gallery::charts(language, "test") {
            assert_clear(&chart.inline, &chart.title);
            assert_clear(&chart.standalone, &chart.title);
            if let Some(wide) = &chart.wide {
                assert_clear(wide, &format!("{}, wide", chart.title));
            }
        }
    }
}
