//! How much of a plan is proven, and which of its figures no statement uses.

use std::collections::BTreeSet;

use serde::Serialize;

use super::quote::QuoteView;
use super::table::cell_names;
use crate::index::PortalIndex;
use crate::language::Language;
use crate::portal::{
    Evidence, Grades, Plan, PlanIndex, Portal, Statement, StatementIndex, TextGrade,
    UncoveredFigure, UnitIndex,
};
use crate::wording::clause_name;

/// How many figures a text holds and how many of them statements rest on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Coverage {
    /// How many cite the plan, of all grades.
    pub statements: usize,
    /// How many of them are proven.
    pub proven: usize,
    /// How many more are read by an editor.
    pub read_by_editor: usize,
    /// How many more are aims.
    pub aims: usize,
    /// How many of the proven rest on an uncertain reading.
    pub uncertain: usize,
    pub figures: usize,
    pub taken_up: usize,
    /// Figures that no statement rests on.
    pub uncovered: usize,
    /// Those of them for which the author gives a reason.
    pub explained: usize,
}

/// A figure that no statement rests on.
#[derive(Debug, Serialize)]
pub struct UncoveredView<'portal> {
    pub clause: String,
    pub clause_href: String,
    /// The Vietnamese sentence, the figure marked.
    pub quote: QuoteView<'portal>,
    /// The same unit of the text in the page's language, where that is another one.
    pub translation: Option<&'portal str>,
    pub reason: Option<&'portal str>,
}

impl Coverage {
    pub fn and(self, other: &Coverage) -> Coverage {
        Coverage {
            statements: self.statements + other.statements,
            proven: self.proven + other.proven,
            read_by_editor: self.read_by_editor + other.read_by_editor,
            aims: self.aims + other.aims,
            uncertain: self.uncertain + other.uncertain,
            figures: self.figures + other.figures,
            taken_up: self.taken_up + other.taken_up,
            uncovered: self.uncovered + other.uncovered,
            explained: self.explained + other.explained,
        }
    }
}

/// How many statements of an edition are proven in the signed text too, where that is at hand.
pub fn in_signed_text(portal: &Portal, index: &PortalIndex, at: PlanIndex) -> Option<usize> {
    let plan = portal.plan(at);
    let signed = |at: &&StatementIndex| {
        let statement = portal.statement(**at);
        statement.counts_as_proven()
            && matches!(statement.evidence, Evidence::Clause { in_signed_text: true, .. })
    };
    (plan.has_signed_text && plan.text_grade == TextGrade::Edition)
        .then(|| index.of_plan(at).iter().filter(signed).count())
}

/// How many statements of a plan are proven in a signed text; none where neither the plan's own
/// text is one nor one is at hand.
pub fn signed_statements_of(portal: &Portal, index: &PortalIndex, at: PlanIndex) -> Option<usize> {
    match portal.plan(at).text_grade {
        TextGrade::Official => Some(
            index.of_plan(at).iter().filter(|&&at| portal.statement(at).counts_as_proven()).count(),
        ),
        TextGrade::Edition => in_signed_text(portal, index, at),
    }
}

/// How many statements of the portal are proven in a signed text: in a plan that is one, or besides
/// the edition.
pub fn signed_statements(portal: &Portal) -> usize {
    let in_signed = |evidence: &Evidence| match evidence {
        Evidence::Clause { plan, in_signed_text, .. } => {
            *in_signed_text || portal.plan(*plan).text_grade == TextGrade::Official
        }
        Evidence::Outside(_) => false,
    };
    portal
        .statements
        .iter()
        .filter(|statement| statement.counts_as_proven() && in_signed(&statement.evidence))
        .count()
}

/// How many statements of the portal are proven, but by an uncertain reading.
pub fn uncertain_statements(portal: &Portal) -> usize {
    portal.statements.iter().filter(|statement| is_proven_by_uncertain_reading(statement)).count()
}

/// Whether a statement is proven, but by a reading of its source that its editors are not sure of.
pub fn is_proven_by_uncertain_reading(statement: &Statement) -> bool {
    statement.uncertain && statement.counts_as_proven()
}

/// Several statements may rest on one figure of a plan, and milestones and days rest on none.
pub fn coverage(portal: &Portal, index: &PortalIndex, at: PlanIndex) -> Coverage {
    let plan = portal.plan(at);
    let statements = index.of_plan(at).iter().map(|&position| portal.statement(position));
    let with_figure = statements.filter(|statement| statement.goal.value().is_some());
    let taken: BTreeSet<(UnitIndex, usize)> = with_figure
        .filter_map(|statement| match &statement.evidence {
            Evidence::Clause { unit, quote, .. } => Some((*unit, quote.vi.figure.start)),
            Evidence::Outside(_) => None,
        })
        .collect();
    let of_plan = || index.of_plan(at).iter().map(|&position| portal.statement(position));
    let Grades { proven, read_by_editor, aims, reported: _ } = Grades::of(of_plan());
    Coverage {
        statements: index.of_plan(at).len(),
        proven,
        read_by_editor,
        aims,
        uncertain: of_plan().filter(|statement| is_proven_by_uncertain_reading(statement)).count(),
        figures: taken.len() + plan.uncovered.len(),
        taken_up: taken.len(),
        uncovered: plan.uncovered.len(),
        explained: plan.uncovered.iter().filter(|figure| figure.reason.is_some()).count(),
    }
}

/// The figures of a plan that no statement rests on. `plan_page` is the way to its page, empty on
/// that page itself.
pub fn uncovered<'portal>(
    plan: &'portal Plan,
    plan_page: &str,
    language: Language,
) -> Vec<UncoveredView<'portal>> {
    plan.uncovered
        .iter()
        .filter_map(|figure| uncovered_view(plan, figure, plan_page, language))
        .collect()
}

pub fn uncovered_view<'portal>(
    plan: &'portal Plan,
    figure: &'portal UncoveredFigure,
    plan_page: &str,
    language: Language,
) -> Option<UncoveredView<'portal>> {
    let unit = plan.text.vi.units.get(figure.unit.0)?;
    let text = unit.text.as_str();
    let sentence = sentence_around(text, figure.range.start, figure.range.end);
    Some(UncoveredView {
        clause: clause_name(plan, figure.unit, language),
        clause_href: format!("{plan_page}#{}", unit.anchor),
        quote: QuoteView {
            language: Language::Vi.code(),
            cell: cell_names(&plan.text.vi, figure.unit),
            cut_before: sentence.start > 0,
            cut_after: sentence.end < text.len(),
            before: text.get(sentence.start..figure.range.start)?,
            figure: text.get(figure.range.clone())?,
            after: text.get(figure.range.end..sentence.end)?,
        },
        translation: (language != Language::Vi && !plan.is_pending_in(language))
            .then(|| {
                plan.text.get(language).units.get(figure.unit.0).map(|unit| unit.text.as_str())
            })
            .flatten(),
        reason: figure.reason.as_ref().map(|reason| reason.get(language).as_str()),
    })
}

/// The sentence, or the part of one between semicolons, that a stretch of a text stands in.
pub fn sentence_around(text: &str, start: usize, end: usize) -> std::ops::Range<usize> {
    let borders = [". ", "; "];
    let from = borders
        .iter()
        .filter_map(|border| text.get(..start)?.rfind(border).map(|at| at + border.len()))
        .max()
        .unwrap_or(0);
    let to = borders
        .iter()
        .filter_map(|border| text.get(end..)?.find(border).map(|at| end + at + 1))
        .min()
        .unwrap_or(text.len());
    from..to
}
