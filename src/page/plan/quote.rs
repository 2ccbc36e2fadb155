//! The quoted words of a plan, with the figure marked.

use serde::Serialize;

use crate::language::Language;
use crate::page::plan::table::{CellNames, cell_names};
use crate::portal::{PlanText, Quote, UnitIndex};

#[derive(Debug, Serialize)]
pub struct QuoteView<'portal> {
    pub language: &'static str,
    /// What names a table's row and column, where the quote is a cell.
    pub cell: Option<CellNames<'portal>>,
    /// Whether the unit says more before the quote, and after it.
    pub cut_before: bool,
    pub cut_after: bool,
    pub before: &'portal str,
    pub figure: &'portal str,
    pub after: &'portal str,
}

/// The quote in three pieces, the figure in the middle.
pub fn quote_view<'portal>(
    plan_text: &'portal PlanText,
    unit: UnitIndex,
    quote: &'portal Quote,
    language: Language,
) -> Option<QuoteView<'portal>> {
    let text = plan_text.units.get(unit.0)?.text.as_str();
    let start = quote.figure.start.max(quote.range.start);
    let end = quote.figure.end.min(quote.range.end);
    let pieces =
        (text.get(quote.range.start..start), text.get(start..end), text.get(end..quote.range.end));
    let (before, figure, after) = match pieces {
        (Some(before), Some(figure), Some(after)) => (before, figure, after),
        // A figure outside its quote has nothing to mark.
        _ => (quote.text.as_str(), "", ""),
    };
    Some(QuoteView {
        language: language.code(),
        cell: cell_names(plan_text, unit),
        cut_before: quote.range.start > 0,
        cut_after: quote.range.end < text.len(),
        before,
        figure,
        after,
    })
}
