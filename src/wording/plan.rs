//! The names of plans and of their clauses, as they are cited.

use super::citation::cited;
use crate::language::{Language, pick};
use crate::portal::{ClauseIndex, ClauseKind, Plan, PlanText, Unit, UnitIndex, UnitKind};

/// What a plan is called in a line: `Kế hoạch 243/KH-UBND`; `Resolution of 16 October 2025` where
/// it has no number.
pub fn plan_name(plan: &Plan, language: Language) -> String {
    let kind = plan.document_type.get(language);
    match (&plan.number, language) {
        (Some(number), _) => format!("{kind} {number}"),
        (None, Language::Vi) => format!("{kind} {}", plan.date.long(language)),
        (None, Language::En) => format!("{kind} of {}", plan.date.long(language)),
    }
}

/// The same with its date: `Kế hoạch 243/KH-UBND ngày 27 tháng 9 năm 2025`; a name without a number
/// holds the date already.
pub fn dated_name(plan: &Plan, language: Language) -> String {
    let name = plan_name(plan, language);
    match (&plan.number, language) {
        (None, _) => name,
        (Some(_), Language::Vi) => format!("{name} {}", plan.date.long(language)),
        (Some(_), Language::En) => format!("{name} of {}", plan.date.long(language)),
    }
}

/// Where a unit stands in its plan, as one cites it: `mục II.1`, `Phụ lục, dòng 5`, `section II.1`.
pub fn clause_name(plan: &Plan, unit: UnitIndex, language: Language) -> String {
    let text = plan.text.get(language);
    let Some(unit) = text.units.get(unit.0) else { return String::new() };
    let name = clause_path(plan, unit.clause, language);
    match (unit.kind, language) {
        (UnitKind::Cell { row: 1.., .. }, Language::Vi) => {
            format!("{name}, dòng {}", printed_row(text, unit))
        }
        (UnitKind::Cell { row: 1.., .. }, Language::En) => {
            format!("{name}, row {}", printed_row(text, unit))
        }
        _ => name,
    }
}

/// A clause as one cites it: `mục II.1`, `khoản 2 Điều 1`, `section II.1`, `opening`.
pub fn clause_path(plan: &Plan, clause: ClauseIndex, language: Language) -> String {
    let text = plan.text.get(language);
    if let Some(cited) = cited(text, clause, language) {
        return cited;
    }
    let path = text.label_path(clause);
    let outermost =
        text.ancestors(clause).last().map_or(ClauseKind::Preamble, |clause| clause.kind);
    match outermost {
        ClauseKind::Preamble => pick(language, "phần mở đầu", "opening").to_owned(),
        ClauseKind::Closing => pick(language, "phần kết", "closing part").to_owned(),
        ClauseKind::Footnotes => pick(language, "chú thích", "footnotes").to_owned(),
        ClauseKind::Roman
        | ClauseKind::Capital
        | ClauseKind::Decimal
        | ClauseKind::Letter
        | ClauseKind::Bracketed => {
            format!("{} {path}", pick(language, "mục", "section"))
        }
        // These are cited by their words, save where they have none.
        ClauseKind::Part
        | ClauseKind::Chapter
        | ClauseKind::Section
        | ClauseKind::Article
        | ClauseKind::Appendix => path,
    }
}

/// A row as one cites it: by the number that the document prints in its first cell, else by its
/// place in the table.
pub fn printed_row(text: &PlanText, cell: &Unit) -> String {
    let UnitKind::Cell { table, row, .. } = cell.kind else { return String::new() };
    let is_first = |unit: &&Unit| {
        unit.clause == cell.clause && unit.kind == (UnitKind::Cell { table, row, column: 1 })
    };
    let number = text.units.iter().find(is_first).map(|unit| unit.text.trim_end_matches('.'));
    number
        .filter(|number| {
            !number.is_empty()
                && number.len() <= 4
                && number.bytes().all(|byte| byte.is_ascii_digit())
        })
        .map_or_else(|| row.to_string(), str::to_owned)
}
