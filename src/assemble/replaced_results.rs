//! A result that takes the place of another one: said so (`replaces`), or because the other was
//! provisional, or because it was reported later for the same time.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::origins::DifferingResults;
use super::row_names::RowNames;
use crate::compare::comparable;
use crate::content::fields::{At, wrong_value};
use crate::diagnostic::{Code, Diagnostic, Report, Source};
use crate::language::Localized;
use crate::portal::{Evidence, Portal, Statement, StatementIndex, StatementKind};

/// A row that names another one which it replaces, with where it says so.
pub struct Replacing {
    pub row: StatementIndex,
    pub named: At<String>,
    pub source: Arc<Source>,
}

/// Gives every result that another one replaces that one.
pub fn settle(
    portal: &mut Portal,
    replacing: Vec<Replacing>,
    names: &RowNames,
    report: &mut Report,
) -> Vec<DifferingResults> {
    for Replacing { row, named, source } in replacing {
        let full = At { value: full_name(portal, row, &named.value), range: named.range.clone() };
        let Some(other) = names.find(&full, &source, report) else { continue };
        match not_to_replace(portal, row, other) {
            Some(message) => report.add(Diagnostic::new(
                Code::ReplacesDiffers,
                named.location(&source),
                message,
                Localized::text("mục này", "this row"),
                Localized::text(
                    "ghi mã của kết quả trước, cùng chỉ tiêu, phân tổ, mẫu số, địa phương và \
                     thời gian",
                    "name the earlier result, of the same indicator, breakdown, denominator, \
                     place and time",
                ),
            )),
            None if portal.statement(other).replaced_by.is_some()
                || leads_to(portal, row, other) =>
            {
                report.add(wrong_value(
                    named.location(&source),
                    Localized::text("mục kia đã được thay", "the other row is replaced already"),
                    Localized::text(
                        "mỗi kết quả chỉ được thay một lần: ghi mã của kết quả ngay trước",
                        "a result is replaced once: name the result right before this one",
                    ),
                ));
            }
            None => portal.statements[other.0].replaced_by = Some(row),
        }
    }
    let mut differing = Vec::new();
    for alike in reports_for_one_time(portal) {
        settle_alike(portal, &alike, &mut differing);
    }
    differing
}

/// The name of a row of the same file in full: `tinh-mau/nursery-enrolment-2026-result`.
fn full_name(portal: &Portal, row: StatementIndex, named: &str) -> String {
    if named.contains('/') {
        return named.to_owned();
    }
    let statement = portal.statement(row);
    let place = portal.place_path(statement.place);
    match statement.evidence {
        Evidence::Clause { plan, .. } => format!("{place}/{}/{named}", portal.plan(plan).slug),
        Evidence::Outside(_) => format!("{place}/{named}"),
    }
}

/// Why a row cannot replace another one; a figure that is replaced is not read any more.
fn not_to_replace(
    portal: &Portal,
    row: StatementIndex,
    other: StatementIndex,
) -> Option<Localized> {
    let [new, old] = [row, other].map(|at| portal.statement(at));
    if row == other {
        return Some(Localized::text("mục này thay chính nó", "the row is said to replace itself"));
    }
    if !is_report(new) || !is_report(old) {
        return Some(Localized::text(
            "chỉ kết quả hoặc mức xuất phát mới thay được kết quả hoặc mức xuất phát",
            "only a result or a baseline can replace a result or a baseline",
        ));
    }
    let is_alike = new.place == old.place && portal.subject(new) == portal.subject(old);
    (!is_alike || !new.period.is_same_time(old.period)).then(|| {
        Localized::text(
            format!("`{}` là kết quả của việc khác hoặc thời gian khác", old.id),
            format!("`{}` is a result of another thing or for another time", old.id),
        )
    })
}

fn is_report(statement: &Statement) -> bool {
    matches!(statement.kind, StatementKind::Result | StatementKind::Baseline)
}

/// Whether what replaces a row, and what replaces that, comes to the other one: a circle.
fn leads_to(portal: &Portal, row: StatementIndex, other: StatementIndex) -> bool {
    std::iter::successors(Some(row), |&at| portal.statement(at).replaced_by).any(|at| at == other)
}

/// The results of one thing at one place for one time that nothing replaces yet, where there are
/// several, in the portal's order. What was done in a quarter is not what was done in its year.
fn reports_for_one_time(portal: &Portal) -> Vec<Vec<StatementIndex>> {
    let mut alike: BTreeMap<_, Vec<StatementIndex>> = BTreeMap::new();
    for (position, statement) in portal.statements.iter().enumerate() {
        if statement.kind == StatementKind::Result && statement.replaced_by.is_none() {
            let about = comparable(portal, statement);
            let key = (statement.place, about, statement.period.beginning());
            alike.entry(key).or_default().push(StatementIndex(position));
        }
    }
    alike.into_values().filter(|alike| alike.len() > 1).collect()
}

/// A final figure replaces the provisional ones. Of those that were reported outside the plans the
/// last replaces any other one, and where nobody says so that is asked about.
fn settle_alike(
    portal: &mut Portal,
    alike: &[StatementIndex],
    differing: &mut Vec<DifferingResults>,
) {
    let is_provisional = |at: &StatementIndex| portal.statement(*at).provisional;
    let (provisional, last): (Vec<StatementIndex>, Vec<StatementIndex>) =
        alike.iter().partition(|at| is_provisional(at));
    let mut replaced: Vec<(StatementIndex, StatementIndex)> = Vec::new();
    let newest = last.last().or(provisional.last()).copied();
    for &at in &provisional {
        replaced.extend(newest.filter(|&newest| newest != at).map(|newest| (at, newest)));
    }
    let differ = |one: StatementIndex, other: StatementIndex| {
        portal.statement(one).goal != portal.statement(other).goal
    };
    if let Some((&newest, earlier)) = last.split_last() {
        for &at in earlier.iter().filter(|&&at| differ(at, newest)) {
            let outside = [at, newest]
                .map(|at| matches!(portal.statement(at).evidence, Evidence::Outside(_)));
            // Two plans that report differently are in conflict, and asked about as such.
            if outside == [true, true] {
                replaced.push((at, newest));
            }
            if outside != [false, false] {
                let is_second_shown = outside == [true, true];
                differing.push(DifferingResults { first: at, second: newest, is_second_shown });
            }
        }
    }
    for (at, by) in replaced {
        portal.statements[at.0].replaced_by = Some(by);
    }
}
