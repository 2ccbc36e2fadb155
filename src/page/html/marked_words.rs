//! The words of one unit of a plan's text as HTML: bold, italics, links, the figures that are
//! proven in it, and its marks of footnotes.

use std::collections::BTreeMap;
use std::ops::Range;

use super::footnote::{Notes, push_mark};
use super::markup::{push_attribute, push_text, safe_address};
use crate::portal::{Run, Unit, UnitIndex};

/// A proven figure in a unit, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    pub range: Range<usize>,
    pub href: String,
    /// What is claimed with it, for a tooltip.
    pub title: String,
    /// Whether the words are marked and not a number.
    pub is_milestone: bool,
    /// What must be said behind it, such as that its reading is uncertain.
    pub badges: Vec<Badge>,
}

/// A word in a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Badge {
    /// The class by which the stylesheet knows it.
    pub class: &'static str,
    pub words: &'static str,
}

/// The figures of each unit. Where several statements stand on one figure there is one mark.
pub type Marks = BTreeMap<UnitIndex, Vec<Mark>>;

/// The words of a unit with their looks and marks. Where marks lie over each other, the shortest
/// one counts, so a figure inside a longer quote keeps its own link. A footnote's mark is a link
/// too and waits until the figure's link is closed.
pub fn push_words(html: &mut String, unit: &Unit, marks: &[Mark], notes: Notes<'_>) {
    let words = unit.text.as_str();
    let mut cuts: Vec<usize> = vec![0, words.len()];
    cuts.extend(unit.runs.iter().flat_map(|run| [run.range.start, run.range.end]));
    cuts.extend(marks.iter().flat_map(|mark| [mark.range.start, mark.range.end]));
    let is_in_figure = |offset: usize| {
        marks.iter().any(|mark| mark.range.start < offset && offset < mark.range.end)
    };
    cuts.extend(
        unit.note_marks.iter().map(|mark| mark.offset).filter(|&offset| !is_in_figure(offset)),
    );
    cuts.retain(|&cut| words.is_char_boundary(cut));
    cuts.sort_unstable();
    cuts.dedup();
    let mut open: Option<usize> = None;
    let mut run = 0;
    let mut note_marks = unit.note_marks.iter().peekable();
    for piece in cuts.windows(2) {
        let (start, end) = (piece[0], piece[1]);
        let mark = marks
            .iter()
            .enumerate()
            .filter(|(_, mark)| mark.range.start <= start && end <= mark.range.end)
            .min_by_key(|(position, mark)| (mark.range.len(), *position))
            .map(|(position, _)| position);
        if let Some(closed) = open.filter(|_| open != mark) {
            close(html, &marks[closed], start);
        }
        if mark.is_none() || open != mark {
            while let Some(note_mark) = note_marks.next_if(|mark| mark.offset <= start) {
                push_mark(html, note_mark, notes);
            }
        }
        if let Some(mark) = mark.filter(|_| open != mark) {
            html.push_str(if marks[mark].is_milestone {
                "<a class=\"figure milestone\""
            } else {
                "<a class=\"figure\""
            });
            push_attribute(html, "href", &marks[mark].href);
            push_attribute(html, "title", &marks[mark].title);
            html.push_str("><mark>");
        }
        open = mark;
        while unit.runs.get(run).is_some_and(|run| run.range.end <= start) {
            run += 1;
        }
        let look = unit.runs.get(run).filter(|run| run.range.start <= start);
        push_run(html, &words[start..end], look, open.is_some());
    }
    if let Some(closed) = open {
        close(html, &marks[closed], words.len());
    }
    for note_mark in note_marks {
        push_mark(html, note_mark, notes);
    }
}

/// The end of a mark, or of a piece of it; what is not sure of it stands behind the last piece.
fn close(html: &mut String, mark: &Mark, at: usize) {
    html.push_str("</mark></a>");
    for badge in mark.badges.iter().filter(|_| at == mark.range.end) {
        html.push_str(" <strong");
        push_attribute(html, "class", &format!("badge {}", badge.class));
        html.push('>');
        push_text(html, badge.words);
        html.push_str("</strong>");
    }
}

/// A piece that looks the same throughout. A mark is a link already, so an author's link in it is
/// not.
fn push_run(html: &mut String, words: &str, look: Option<&Run>, is_marked: bool) {
    let link =
        look.and_then(|run| run.link.as_deref()).and_then(safe_address).filter(|_| !is_marked);
    let (strong, emphasis) = look.map_or((false, false), |run| (run.strong, run.emphasis));
    if let Some(link) = link {
        html.push_str("<a");
        push_attribute(html, "href", link);
        html.push('>');
    }
    if strong {
        html.push_str("<strong>");
    }
    if emphasis {
        html.push_str("<em>");
    }
    push_text(html, words);
    if emphasis {
        html.push_str("</em>");
    }
    if strong {
        html.push_str("</strong>");
    }
    if link.is_some() {
        html.push_str("</a>");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::portal::{
        ClauseIndex, Footnote, FootnoteIndex, NoteMark, PlanText, UnitIndex, UnitKind,
    };

    fn unit(words: &str, runs: Vec<Run>) -> Unit {
        Unit {
            anchor: "p1".to_owned(),
            clause: ClauseIndex(0),
            kind: UnitKind::Paragraph,
            text: words.to_owned(),
            runs,
            origins: Vec::new(),
            note_marks: Vec::new(),
        }
    }

    fn mark(words: &str, part: &str, href: &str) -> Mark {
        let start = words.find(part).expect("the part stands in the words");
        Mark {
            range: start..start + part.len(),
            href: href.to_owned(),
            title: "t".to_owned(),
            is_milestone: false,
            badges: Vec::new(),
        }
    }

    fn words_html(unit: &Unit, marks: &[Mark]) -> String {
        let footnote = Unit { anchor: "fn-1".to_owned(), kind: UnitKind::Footnote, ..unit.clone() };
        let footnotes = vec![Footnote {
            label: "1".to_owned(),
            unit: UnitIndex(0),
            last: UnitIndex(0),
            first_mark: None,
            source: 0..0,
        }];
        let text = PlanText { units: vec![footnote], footnotes, ..PlanText::default() };
        let mut html = String::new();
        push_words(
            &mut html,
            unit,
            marks,
            Notes { text: &text, language: Language::Vi, has_ids: false },
        );
        html
    }

    #[test]
    fn a_footnotes_mark_stands_at_its_place_and_in_no_other_link() {
        let words = "đạt trên 98%; khác";
        let runs = vec![Run { range: 0..words.len(), strong: true, emphasis: false, link: None }];
        let mut unit = unit(words, runs);
        let behind =
            |part: &str| words.find(part).expect("the part stands in the words") + part.len();
        let mark = |offset: usize| NoteMark {
            offset,
            footnote: FootnoteIndex(0),
            anchor: String::new(),
            source: 0..0,
        };
        unit.note_marks =
            ["đạt", "trên", "98%", "khác"].into_iter().map(|part| mark(behind(part))).collect();
        let sup =
            "<sup class=\"note-mark\"><a href=\"#fn-1\" aria-label=\"Chú thích 1\">[1]</a></sup>";
        assert_eq!(
            words_html(&unit, &[self::mark(words, "trên 98%", "h")]),
            format!(
                "<strong>đạt</strong>{sup}<strong> </strong><a class=\"figure\" href=\"h\" \
                 title=\"t\"><mark><strong>trên 98%</strong></mark></a>{sup}{sup}<strong>; \
                 khác</strong>{sup}"
            )
        );
    }

    #[test]
    fn a_figure_is_marked_and_linked() {
        let words = "huy động đạt 48,5%; khác";
        assert_eq!(
            words_html(&unit(words, Vec::new()), &[mark(words, "48,5%", "x.html#a")]),
            "huy động đạt <a class=\"figure\" href=\"x.html#a\" \
             title=\"t\"><mark>48,5%</mark></a>; khác"
        );
    }

    #[test]
    fn a_figure_in_a_longer_quote_keeps_its_own_link() {
        let words = "duy trì phổ cập đạt 95% số xã";
        let html = words_html(
            &unit(words, Vec::new()),
            &[mark(words, "duy trì phổ cập đạt 95% số xã", "long"), mark(words, "95%", "short")],
        );
        assert_eq!(
            html,
            "<a class=\"figure\" href=\"long\" title=\"t\"><mark>duy trì phổ cập đạt \
             </mark></a><a class=\"figure\" href=\"short\" title=\"t\"><mark>95%</mark></a><a \
             class=\"figure\" href=\"long\" title=\"t\"><mark> số xã</mark></a>"
        );
    }

    #[test]
    fn an_uncertain_reading_is_called_one_once_behind_its_mark() {
        let words = "duy trì đạt 95% số xã";
        let badge = Badge { class: "uncertain", words: "đọc chưa chắc chắn" };
        let long = Mark { badges: vec![badge], ..mark(words, words, "long") };
        let html = words_html(&unit(words, Vec::new()), &[long, mark(words, "95%", "short")]);
        assert!(
            html.ends_with(
                " số xã</mark></a> <strong class=\"badge uncertain\">đọc chưa chắc chắn</strong>"
            ),
            "{html}"
        );
        assert_eq!(html.matches("badge").count(), 1);
    }

    #[test]
    fn bold_words_and_links_cross_a_mark_without_breaking_it() {
        let words = "đạt trên 98%";
        let runs = vec![
            Run {
                range: 0.."đạt trên".len(),
                strong: true,
                emphasis: false,
                link: Some("https://a.vn".to_owned()),
            },
            Run {
                range: "đạt trên".len()..words.len(),
                strong: false,
                emphasis: false,
                link: None,
            },
        ];
        assert_eq!(
            words_html(&unit(words, runs), &[mark(words, "trên 98%", "h")]),
            "<a href=\"https://a.vn\"><strong>đạt </strong></a><a class=\"figure\" href=\"h\" \
             title=\"t\"><mark><strong>trên</strong> 98%</mark></a>"
        );
    }

    #[test]
    fn marks_that_cut_a_letter_are_left_out() {
        let words = "đạt";
        let broken = Mark {
            range: 1..3,
            href: "h".to_owned(),
            title: String::new(),
            is_milestone: false,
            badges: Vec::new(),
        };
        assert!(!words_html(&unit(words, Vec::new()), &[broken]).is_empty());
    }
}
