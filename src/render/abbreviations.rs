//! Abbreviations of the glossary, explained where a page first uses them: `<abbr title="trung học
//! cơ sở">THCS</abbr>`.
//!
//! It works on the finished page, because an abbreviation may stand in any text of it: a quote, a
//! name, a note. Left alone: document numbers (`243/KH-UBND`), pictures, controls, and words that
//! say they are of another language.

use aho_corasick::{AhoCorasick, MatchKind};

use super::texts::Texts;
use crate::language::Language;
use crate::page::push_text;
use crate::portal::{Portal, Term};

/// The abbreviations of a portal in one language.
#[derive(Debug)]
pub struct Abbreviations {
    finder: AhoCorasick,
    /// What each stands for, escaped.
    meanings: Vec<String>,
}

impl Abbreviations {
    pub fn new(portal: &Portal, language: Language) -> Self {
        let known: Vec<(&str, String)> =
            portal.glossary.iter().filter_map(|term| explained(term, language)).collect();
        let finder = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(known.iter().map(|(abbreviation, _)| abbreviation))
            .expect("a glossary is far smaller than the largest automaton");
        Abbreviations {
            finder,
            meanings: known.into_iter().map(|(_, meaning)| escaped(&meaning)).collect(),
        }
    }

    /// The page with the first use of each abbreviation in its main part explained.
    pub fn explain(&self, html: String) -> String {
        let Some(main) = html.find("<main") else { return html };
        let mut texts = Texts::new(&html, main, &LEFT_ALONE);
        let mut seen = vec![false; self.meanings.len()];
        let mut explained = String::new();
        let mut copied = 0;
        for found in self.finder.find_iter(&html[main..]) {
            let (start, end, which) =
                (main + found.start(), main + found.end(), found.pattern().as_usize());
            if seen[which] || !stands_alone(&html, start, end) || !texts.holds(start) {
                continue;
            }
            seen[which] = true;
            // Written out already: `trung học cơ sở (THCS)`.
            if is_written_out(&html[..start], &self.meanings[which]) {
                continue;
            }
            explained.push_str(&html[copied..start]);
            explained.push_str("<abbr title=\"");
            explained.push_str(&self.meanings[which]);
            explained.push_str("\">");
            explained.push_str(&html[start..end]);
            explained.push_str("</abbr>");
            copied = end;
        }
        if copied == 0 {
            return html;
        }
        explained.push_str(&html[copied..]);
        explained
    }
}

/// An abbreviation that can be told from other words, with its meaning. Two capitals alone mean
/// many things (`CT`), unless the glossary says what they are short for in full (`AI`).
fn explained(term: &Term, language: Language) -> Option<(&str, String)> {
    let abbreviation = term.abbreviation.as_deref()?;
    let capitals = abbreviation.chars().filter(|letter| letter.is_uppercase()).count();
    let needed = if term.full.is_some() { 2 } else { 3 };
    let name = term.name.get(language);
    let meaning = match &term.full {
        Some(full) if name.contains(abbreviation) => full.clone(),
        _ => name.clone(),
    };
    (capitals >= needed && !meaning.contains(abbreviation)).then_some((abbreviation, meaning))
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    push_text(&mut html, text);
    html
}

/// Whether the text ends with the meaning and an opening bracket.
fn is_written_out(before: &str, meaning: &str) -> bool {
    let Some(words) = before.strip_suffix('(').map(str::trim_end) else { return false };
    let length = words
        .char_indices()
        .rev()
        .nth(meaning.chars().count().saturating_sub(1))
        .map_or(0, |(at, _)| at);
    words[length..].to_lowercase() == meaning.to_lowercase()
}

/// Whether it is a word of its own and no part of a number such as `243/KH-UBND`.
fn stands_alone(html: &str, start: usize, end: usize) -> bool {
    let joins = |letter: char| letter.is_alphanumeric() || matches!(letter, '/' | '-' | '_');
    !html[..start].chars().next_back().is_some_and(joins)
        && !html[end..].chars().next().is_some_and(joins)
}

/// Elements that hold no running text, or text that may hold no markup.
const LEFT_ALONE: [&str; 10] = [
    "abbr", "button", "code", "option", "script", "style", "summary", "svg", "template", "textarea",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Localized;
    use crate::portal::sample;

    fn explain(main: &str) -> String {
        let mut portal = sample::portal();
        let term = |vi: &str, en: &str, abbreviation: &str, full: Option<&str>| Term {
            name: Localized::text(vi, en),
            abbreviation: Some(abbreviation.to_owned()),
            full: full.map(str::to_owned),
            note: None,
        };
        portal.glossary = vec![
            term("trung học cơ sở", "lower secondary", "THCS", None),
            term("Ủy ban nhân dân", "People's Committee", "UBND", None),
            term("Ủy ban nhân dân tỉnh", "Provincial People's Committee", "UBND tỉnh", None),
            term("chỉ thị", "directive", "CT", None),
            term(
                "trí tuệ nhân tạo",
                "artificial intelligence",
                "AI",
                Some("artificial intelligence"),
            ),
        ];
        let page = format!("<title>THCS</title><main>{main}</main>");
        let html = Abbreviations::new(&portal, Language::Vi).explain(page);
        html["<title>THCS</title><main>".len()..html.len() - "</main>".len()].to_owned()
    }

    #[test]
    fn the_first_use_in_the_main_part_is_explained() {
        assert_eq!(
            explain("<p>cấp THCS, <b>THCS</b></p>"),
            "<p>cấp <abbr title=\"trung học cơ sở\">THCS</abbr>, <b>THCS</b></p>"
        );
        assert_eq!(explain("Trung học cơ sở (THCS); THCS"), "Trung học cơ sở (THCS); THCS");
        assert_eq!(explain("(THCS)"), "(<abbr title=\"trung học cơ sở\">THCS</abbr>)");
        assert_eq!(
            explain("UBND tỉnh; UBND"),
            "<abbr title=\"Ủy ban nhân dân tỉnh\">UBND tỉnh</abbr>; <abbr title=\"Ủy ban nhân \
             dân\">UBND</abbr>"
        );
    }

    #[test]
    fn numbers_of_documents_and_longer_words_are_not_abbreviations() {
        for text in ["243/KH-UBND", "PTTHCS", "THCSX", "theo CT", "UBND-VX"] {
            assert_eq!(explain(text), text);
        }
        assert_eq!(explain("dùng AI."), "dùng <abbr title=\"trí tuệ nhân tạo\">AI</abbr>.");
    }

    #[test]
    fn pictures_controls_and_other_languages_are_left_alone() {
        for html in [
            "<svg><text>THCS</text></svg>",
            "<a title=\"THCS\" href=\"THCS\">x</a>",
            "<button>THCS</button>",
            "<q lang=\"en\">THCS <q>x</q> THCS</q>",
            "<abbr title=\"x\">THCS</abbr>",
        ] {
            assert_eq!(explain(html), html);
        }
        let after = "<svg><g><svg>THCS</svg></g>THCS</svg><p lang=\"en\"><i>THCS</i></p>THCS";
        assert_eq!(
            explain(after),
            format!("{}<abbr title=\"trung học cơ sở\">THCS</abbr>", &after[..after.len() - 4])
        );
    }

    #[test]
    fn a_page_that_ends_too_early_is_not_a_panic() {
        for html in ["<main", "<main><p", "<main><svg>THCS", "<main>THCS<", "<main>Đ<é"] {
            Abbreviations::new(&sample::portal(), Language::Vi).explain(html.to_owned());
        }
    }
}
