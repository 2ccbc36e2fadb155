//! Contradictory statements that no note explains: in one plan, in two plans in force, or in two
//! reports.

use std::collections::{BTreeMap, BTreeSet};

use super::rule::Rule;
use crate::assemble::{Assembled, DifferingResults};
use crate::compare::{Comparable, clashes, comparable, conflicts};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::language::Localized;
use crate::portal::{Evidence, PlanIndex, Portal, StatementIndex, StatementKind, cited};

pub const RULE: Rule = Rule {
    codes: &[Code::UnsettledConflict],
    what: Localized {
        vi: "Hai mục trái nhau có ghi chú nói vì sao có cả hai.",
        en: "Where two rows contradict each other, a note says why both are there.",
    },
    why: Localized {
        vi: "Người đọc không biết tin số nào; chỉ ban biên tập biết văn bản in như vậy hay gõ \
             nhầm.",
        en: "Readers do not know which to believe; only the editors know whether the documents \
             say so or a figure was mistyped.",
    },
    given: &[&[(
        "provinces/tinh-mau/results.yaml",
        "results:
  - id: first
    indicator: nursery-enrolment
    period: 2025
    value: 47.1
    source: {vi: Báo cáo số 5, en: Report No. 5}
  - id: second
    indicator: nursery-enrolment
    period: 2025
    value: 47.3
    source: {vi: Báo cáo số 6, en: Report No. 6}
",
    )]],
    bad: &[],
    good: &[("provinces/tinh-mau/results.yaml", "    replaces: first\n")],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    report_within_plans(assembled, report);
    report_between_plans(assembled, report);
    for differing in &assembled.origins.differing_results {
        report_differing(assembled, differing, report);
    }
}

/// Reports each pair of one plan that neither a note of one of its rows nor a note at one of its
/// units explains.
fn report_within_plans(assembled: &Assembled, report: &mut Report) {
    let (portal, names) = (&assembled.portal, &assembled.origins.rows);
    let mut of_plans: BTreeMap<PlanIndex, Vec<StatementIndex>> = BTreeMap::new();
    for (at, statement) in portal.statements.iter().enumerate() {
        if let Some((plan, _)) = cited(statement) {
            of_plans.entry(plan).or_default().push(StatementIndex(at));
        }
    }
    for (at, other) in of_plans.values().flat_map(|rows| contradictions(portal, rows)) {
        let (first, second) = (portal.statement(at), portal.statement(other));
        // Of two indicators it was asked whether the right row is named.
        if is_explained(portal, at)
            || is_explained(portal, other)
            || first.indicator != second.indicator
        {
            continue;
        }
        let (Some(first_location), Some(second_location)) =
            (names.location(at), names.location(other))
        else {
            continue;
        };
        report.add(
            Diagnostic::new(
                Code::UnsettledConflict,
                second_location.clone(),
                Localized::text(
                    format!(
                        "hai mục của kế hoạch này không thể cùng đúng: `{}` và `{}`",
                        first.id, second.id
                    ),
                    format!(
                        "two rows of this plan cannot both be meant: `{}` and `{}`",
                        first.id, second.id
                    ),
                ),
                Localized::text("mục thứ hai", "the second row"),
                Localized::text(
                    "sửa mục sai; nếu văn bản in như vậy, ghi rõ trong note: {vi: ..., en: ...} \
                     của một trong hai mục",
                    "mend the wrong one; if the document prints both, say so in a note: {vi: \
                     ..., en: ...} of either row",
                ),
            )
            .with_related(first_location.clone(), Localized::text("mục thứ nhất", "the first row")),
        );
    }
}

/// Whether a note of the statement or at its unit explains it.
fn is_explained(portal: &Portal, at: StatementIndex) -> bool {
    let statement = portal.statement(at);
    statement.note.is_some()
        || cited(statement).is_some_and(|(plan, unit)| {
            portal.plan(plan).notes.iter().any(|note| note.unit == Some(unit))
        })
}

/// The pairs of one plan that a rule sees and those that the author declares, the earlier row
/// first.
fn contradictions(
    portal: &Portal,
    rows: &[StatementIndex],
) -> BTreeSet<(StatementIndex, StatementIndex)> {
    let declared = rows.iter().filter_map(|&row| {
        let other = portal.statement(row).conflicts_with.filter(|other| rows.contains(other))?;
        Some((row.min(other), row.max(other)))
    });
    let mut pairs: BTreeSet<(StatementIndex, StatementIndex)> = declared.collect();
    let mut alike: BTreeMap<Comparable, Vec<StatementIndex>> = BTreeMap::new();
    // As between plans, aims bind nobody.
    for &row in rows {
        let statement = portal.statement(row);
        if statement.kind != StatementKind::Aim {
            alike.entry(comparable(portal, statement)).or_default().push(row);
        }
    }
    for (about, rows) in alike.iter().filter(|(_, rows)| rows.len() > 1) {
        let goals: Vec<_> = rows
            .iter()
            .map(|&row| (portal.statement(row).goal, portal.statement(row).period))
            .collect();
        let direction = portal.indicator(about.subject.indicator).direction;
        let clashing = clashes(direction, &goals);
        pairs.extend(clashing.into_iter().map(|(first, second)| (rows[first], rows[second])));
    }
    pairs
}

/// Reports each pair of rows of two plans in force that cannot both be meant and that nobody
/// explains: no note of a row or at its unit, and no row that names the other.
fn report_between_plans(assembled: &Assembled, report: &mut Report) {
    let (portal, names) = (&assembled.portal, &assembled.origins.rows);
    let names_other = |one: StatementIndex, other: StatementIndex| {
        portal.statement(one).conflicts_with == Some(other)
    };
    for conflict in conflicts(portal).into_iter().filter(|conflict| !conflict.in_one_plan) {
        let (first, second) = (conflict.first, conflict.second);
        if is_explained(portal, first)
            || is_explained(portal, second)
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
                    format!(
                        "hai kế hoạch cùng còn hiệu lực nêu hai mức trái nhau: `{first}` và \
                         `{second}`"
                    ),
                    format!(
                        "two plans that both stand contradict each other: `{first}` and \
                         `{second}`"
                    ),
                ),
                Localized::text("mục thứ hai", "the second row"),
                Localized::text(
                    "nếu văn bản nói là thay thế hay sửa đổi, ghi quan hệ ấy vào plan.yaml; nếu \
                     không, ghi rõ trong note: {vi: ..., en: ...} của một trong hai mục, hoặc \
                     ghi `conflicts_with` chỉ mục kia",
                    "if a document says that it replaces or amends the other, add the relation \
                     to plan.yaml; if not, say so in a note: {vi: ..., en: ...} of either row, \
                     or name the other row in `conflicts_with`",
                ),
            )
            .with_related(other.clone(), Localized::text("mục thứ nhất", "the first row")),
        );
    }
}

pub fn row_name(portal: &Portal, at: StatementIndex) -> String {
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

fn report_differing(assembled: &Assembled, differing: &DifferingResults, report: &mut Report) {
    let (portal, names) = (&assembled.portal, &assembled.origins.rows);
    let &DifferingResults { first, second, is_second_shown } = differing;
    let (Some(place), Some(other)) = (names.location(second), names.location(first)) else {
        return;
    };
    let [one, two] = [first, second].map(|at| portal.statement(at).id.as_str());
    let (vi, en) = if is_second_shown {
        ("; cổng đọc báo cáo sau", "; the portal reads the later one")
    } else {
        ("", "")
    };
    report.add(
        Diagnostic::new(
            Code::UnsettledConflict,
            place.clone(),
            Localized::text(
                format!("hai kết quả khác nhau cho cùng một thời gian: `{one}` và `{two}`{vi}"),
                format!("two results for one time that differ: `{one}` and `{two}`{en}"),
            ),
            Localized::text("kết quả sau", "the later result"),
            Localized::text(
                format!(
                    "nếu số sau thay số trước, ghi `replaces: {one}` ở mục sau, hoặc \
                     `provisional: true` ở mục trước nếu đó là số sơ bộ; nếu không, sửa mục \
                     sai"
                ),
                format!(
                    "if the later figure replaces the other, add `replaces: {one}` to it, or \
                     `provisional: true` to the earlier one where that was provisional; if not, \
                     mend the wrong one"
                ),
            ),
        )
        .with_related(other.clone(), Localized::text("kết quả trước", "the earlier result")),
    );
}
