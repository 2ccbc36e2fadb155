//! How a clause of a document with articles is cited: from the innermost outward, `điểm a khoản 1
//! Điều 3 Chương II`, `point a, clause 1, Article 3, Chapter II`.

use crate::language::{Language, pick};
use crate::portal::{Clause, ClauseIndex, ClauseKind, PlanText};

/// The clause as one cites it, where it is, or stands in, a part, chapter, section, article or
/// appendix.
pub fn cited(text: &PlanText, clause: ClauseIndex, language: Language) -> Option<String> {
    let labelled: Vec<&Clause> =
        text.ancestors(clause).filter(|clause| !label(clause).is_empty()).collect();
    if !labelled.iter().any(|clause| is_worded(clause)) {
        return None;
    }
    let mut pieces: Vec<String> = Vec::new();
    let mut rest = labelled.as_slice();
    while let Some(first) = rest.first() {
        if is_worded(first) {
            pieces.push(label(first).to_owned());
            rest = &rest[1..];
            continue;
        }
        let end = rest.iter().position(|clause| is_worded(clause)).unwrap_or(rest.len());
        let (numbered, around) = rest.split_at(end);
        let is_in_article = around.first().is_some_and(|clause| clause.kind == ClauseKind::Article);
        pieces.extend(numbers(numbered, is_in_article, language));
        rest = around;
    }
    Some(pieces.join(pick(language, " ", ", ")))
}

/// The numbers between two words, innermost first: an article has clauses with points, and whatever
/// a plan has that it approves.
fn numbers(numbered: &[&Clause], is_in_article: bool, language: Language) -> Vec<String> {
    let kinds: Vec<ClauseKind> = numbered.iter().map(|clause| clause.kind).collect();
    let word = |kind| match kind {
        ClauseKind::Letter => pick(language, "điểm", "point"),
        _ => pick(language, "khoản", "clause"),
    };
    match kinds.as_slice() {
        [ClauseKind::Decimal] | [ClauseKind::Letter, ClauseKind::Decimal] if is_in_article => {
            numbered
                .iter()
                .map(|clause| format!("{} {}", word(clause.kind), label(clause)))
                .collect()
        }
        _ => {
            let path = PlanText::joined(numbered.iter().rev().map(|clause| label(clause)));
            vec![format!("{} {path}", pick(language, "mục", "section"))]
        }
    }
}

fn is_worded(clause: &Clause) -> bool {
    matches!(
        clause.kind,
        ClauseKind::Part
            | ClauseKind::Chapter
            | ClauseKind::Section
            | ClauseKind::Article
            | ClauseKind::Appendix
    )
}

fn label(clause: &Clause) -> &str {
    clause.printed()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::diagnostic::{Report, Source};
    use crate::markdown;

    fn cited_units(text: &str, language: Language) -> Vec<String> {
        let source = Arc::new(Source { path: "plan.md".to_owned(), text: text.to_owned() });
        let text = markdown::plan_text(&source, language, &mut Report::default());
        text.units
            .iter()
            .map(|unit| cited(&text, unit.clause, language).unwrap_or_default())
            .collect()
    }

    #[test]
    fn clauses_and_points_are_cited_from_the_innermost_outward() {
        let text = "# Chương II. CHỈ TIÊU\n\n## Điều 3. Mục tiêu\n\n1. Một:\n\na) Hai.\n\n## \
                    Điều 4. Khác\n\nBa.\n";
        let cited = cited_units(text, Language::Vi);
        assert_eq!(
            cited,
            [
                "Chương II",
                "Điều 3 Chương II",
                "khoản 1 Điều 3 Chương II",
                "điểm a khoản 1 Điều 3 Chương II",
                "Điều 4 Chương II",
                "Điều 4 Chương II"
            ]
        );
        let text = "# Chapter II. TARGETS\n\n## Article 3. Targets\n\n1. One:\n\na) Two.\n";
        let cited = cited_units(text, Language::En);
        assert_eq!(
            cited,
            [
                "Chapter II",
                "Article 3, Chapter II",
                "clause 1, Article 3, Chapter II",
                "point a, clause 1, Article 3, Chapter II"
            ]
        );
    }

    #[test]
    fn the_sections_of_a_plan_that_an_article_approves_keep_their_numbers() {
        let text = "# Điều 1. Phê duyệt\n\n## I. MỤC TIÊU\n\n### 2. Cụ thể\n\n#### 2.1. Mầm \
                    non\n\nMột.\n\n# Phụ lục\n\n## I. BẢNG\n";
        let cited = cited_units(text, Language::Vi);
        assert_eq!(
            cited,
            [
                "Điều 1",
                "mục I Điều 1",
                "mục I.2 Điều 1",
                "mục I.2.1 Điều 1",
                "mục I.2.1 Điều 1",
                "mục I Phụ lục"
            ]
        );
        assert_eq!(cited_units("# I. MỤC TIÊU\n\n1. Một.\n", Language::Vi), ["", ""]);
    }
}
