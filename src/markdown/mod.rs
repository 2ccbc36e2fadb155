//! Markdown to what the portal is made of: plan text to the tree of its clauses, pages of prose to
//! HTML. The only user of pulldown-cmark. Structure comes from the labels that official documents
//! print (`Điều 1.`, `II.`, `2.1.`, `đ)`), never from heading levels; raw HTML is shown as text;
//! links lead to the web, to mail or into the portal.

mod date;
mod footnotes;
mod inline;
mod label;
mod link;
mod nesting;
mod outline;
mod pieces;
mod prose;
mod signed;
mod structure;
#[cfg(test)]
mod tests;
mod tree;

use std::sync::Arc;

pub use date::{impossible_dates, report_impossible_dates};
pub use footnotes::{back_to_mark, name as footnote_name};
pub use inline::is_invisible;
pub use label::label_length;
pub use outline::outline;
pub use prose::{Prose, ProseLink, prose};
pub use structure::same_structure;

use crate::diagnostic::{Report, Source};
use crate::language::{Language, text::fold};
use crate::portal::PlanText;

/// The clauses of a plan's text. An empty file is an empty text.
pub fn plan_text(source: &Arc<Source>, language: Language, report: &mut Report) -> PlanText {
    let mut pieces = pieces::pieces(source, report);
    let (marks, dangling) =
        (std::mem::take(&mut pieces.marks), std::mem::take(&mut pieces.dangling));
    pieces.footnotes = footnotes::without_repeated(pieces.footnotes, source, report);
    let text = tree::tree(pieces, &source.text, language);
    footnotes::report_unmatched(&text, &marks, &dangling, source, report);
    text
}

/// The clauses of a signed text as it came to hand; nothing that is odd in it is the author's
/// mistake.
pub fn signed_text(source: &Arc<Source>) -> PlanText {
    tree::tree(signed::pieces(&source.text), &source.text, Language::Vi)
}

/// A text as an id: folded, with a hyphen for whatever is neither a letter nor a digit.
fn slug(text: &str) -> String {
    let folded = fold(text);
    let words: Vec<&str> = folded
        .split(|character: char| !character.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() { "muc".to_string() } else { words.join("-") }
}
