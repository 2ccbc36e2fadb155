//! Rows of one plan, or of two plans in force, that cannot both be meant: published as they stand,
//! and asked about until a note settles them.

use std::collections::{BTreeMap, BTreeSet};

use super::row_names::RowNames;
use super::rows::Row;
use crate::compare::{Comparable, clashes, conflicts};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::language::Localized;
use crate::portal::{
    Evidence, Indicator, Portal, StatementIndex, StatementKind, Subject, UnitIndex,
    other_denominator,
};

/// Reports each pair that neither a note of one of its rows nor a note at one of its units
/// explains.
pub fn report_unsettled(
    rows: &[Row],
    settled: impl Fn(UnitIndex) -> bool,
    indicators: &[Indicator],
    report: &mut Report,
) {
    let explained = |row: &Row| row.note.is_some() || settled(row.unit);
    for (first, second) in contradictions(rows, indicators) {
        let (first, second) = (&rows[first], &rows[second]);
        // Of two indicators it was asked whether the right row is named.
        if explained(first) || explained(second) || first.indicator != second.indicator {
            continue;
        }
        report.add(
            Diagnostic::new(
                Code::UnsettledConflict,
                second.location.clone(),
                Localized::text(
                    format!("hai mục của kế hoạch này không thể cùng đúng: `{}` và `{}`", first.id, second.id),
                    format!("two rows of this plan cannot both be meant: `{}` and `{}`", first.id, second.id),
                ),
                Localized::text("mục thứ hai", "the second row"),
                Localized::text(
                    "sửa mục sai; nếu văn bản in như vậy, ghi rõ trong note: {vi: ..., en: ...} của một trong hai mục",
                    "mend the wrong one; if the document prints both, say so in a note: {vi: ..., en: ...} of either row",
                ),
            )
            .with_related(first.location.clone(), Localized::text("mục thứ nhất", "the first row")),
        );
    }
}

/// Reports each pair of rows of two plans in force that cannot both be meant and that nobody
/// explains: no note of a row or at its unit, and no row that names the other.
pub fn report_between_plans(portal: &Portal, names: &RowNames, report: &mut Report) {
    let is_noted = |at: StatementIndex| {
        let statement = portal.statement(at);
        let unit = match statement.evidence {
            Evidence::Clause { plan, unit, .. } => Some((plan, unit)),
            Evidence::Outside(_) => None,
        };
        statement.note.is_some()
            || unit.is_some_and(|(plan, unit)| {
                portal.plan(plan).notes.iter().any(|note| note.unit == Some(unit))
            })
    };
    let names_other = |one: StatementIndex, other: StatementIndex| {
        portal.statement(one).conflicts_with == Some(other)
    };
    for conflict in conflicts(portal).into_iter().filter(|conflict| !conflict.in_one_plan) {
        let (first, second) = (conflict.first, conflict.second);
        if is_noted(first)
            || is_noted(second)
            || names_other(first, second)
            || names_other(second, first)
        {
            continue;
        }
        // Where a report outside the plans is one of the two, that is asked as of two results.
        let is_reported =
            |at: StatementIndex| matches!(portal.statement(at).evidence, Evidence::Outside(_));
        if is_reported(first) || is_reported(second) {
            continue;
        }
        let (Some(place), Some(other)) = (names.location(second), names.location(first)) else {
            continue;
        };
        let name = |at: StatementIndex| row_name(portal, at);
        let (first, second) = (name(first), name(second));
        report.add(
            Diagnostic::new(
                Code::UnsettledConflict,
                place.clone(),
                Localized::text(
                    format!("hai kế hoạch cùng còn hiệu lực nêu hai mức trái nhau: `{first}` và `{second}`"),
                    format!("two plans that both stand contradict each other: `{first}` and `{second}`"),
                ),
                Localized::text("mục thứ hai", "the second row"),
                Localized::text(
                    "nếu văn bản nói là thay thế hay sửa đổi, ghi quan hệ ấy vào plan.yaml; nếu không, ghi rõ trong note: {vi: ..., en: ...} của một trong hai mục, hoặc ghi `conflicts_with` chỉ mục kia",
                    "if a document says that it replaces or amends the other, add the relation to plan.yaml; if not, say so in a note: {vi: ..., en: ...} of either row, or name the other row in `conflicts_with`",
                ),
            )
            .with_related(other.clone(), Localized::text("mục thứ nhất", "the first row")),
        );
    }
}

fn row_name(portal: &Portal, at: StatementIndex) -> String {
    let statement = portal.statement(at);
    match statement.evidence {
        Evidence::Clause { plan, .. } => format!(
            "{}/{}/{}",
            portal.place_path(statement.place),
            portal.plan(plan).slug,
            statement.id
        ),
        Evidence::Outside(_) => format!("{}/{}", portal.place_path(statement.place), statement.id),
    }
}

/// The pairs that a rule sees and those that the author declares, the earlier row first.
fn contradictions(rows: &[Row], indicators: &[Indicator]) -> BTreeSet<(usize, usize)> {
    let declared = rows.iter().enumerate().filter_map(|(row, declaring)| {
        declaring.conflicts_with.map(|other| (row.min(other), row.max(other)))
    });
    let mut pairs: BTreeSet<(usize, usize)> = declared.collect();
    let mut alike: BTreeMap<Comparable, Vec<usize>> = BTreeMap::new();
    // As between plans, aims bind nobody.
    for (position, row) in rows.iter().enumerate().filter(|(_, row)| row.kind != StatementKind::Aim)
    {
        let indicator = &indicators[row.indicator.0];
        let subject = Subject {
            indicator: row.indicator,
            breakdown: &row.breakdown,
            denominator: other_denominator(indicator, row.denominator.as_ref()),
        };
        let about = Comparable { kind: row.kind, subject, time: row.period.time() };
        alike.entry(about).or_default().push(position);
    }
    for (about, positions) in alike.iter().filter(|(_, positions)| positions.len() > 1) {
        let goals: Vec<_> = positions
            .iter()
            .map(|&position| (rows[position].goal, rows[position].period))
            .collect();
        let clashing = clashes(indicators[about.subject.indicator.0].direction, &goals);
        pairs.extend(
            clashing.into_iter().map(|(first, second)| (positions[first], positions[second])),
        );
    }
    pairs
}
