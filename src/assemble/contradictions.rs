//! Rows of one plan that cannot both be meant: published as they stand, and asked about until a note settles them.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::Row;
use crate::compare::{Subject, Time, clashes};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::language::Localized;
use crate::portal::{Indicator, UnitIndex};

/// Reports each pair that neither a note of one of its rows nor a note at one of its units explains.
pub fn report_unsettled(rows: &[Row], settled: impl Fn(UnitIndex) -> bool, indicators: &[Indicator], report: &mut Report) {
    let explained = |row: &Row| row.note.is_some() || settled(row.unit);
    for (first, second) in contradictions(rows, indicators) {
        let (first, second) = (&rows[first], &rows[second]);
        if explained(first) || explained(second) {
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

/// The pairs that a rule sees and those that the author declares, the earlier row first.
fn contradictions(rows: &[Row], indicators: &[Indicator]) -> BTreeSet<(usize, usize)> {
    let declared = rows.iter().enumerate().filter_map(|(row, declaring)| declaring.conflicts_with.map(|other| (row.min(other), row.max(other))));
    let mut pairs: BTreeSet<(usize, usize)> = declared.collect();
    let mut by_subject: BTreeMap<Subject, Vec<usize>> = BTreeMap::new();
    for (position, row) in rows.iter().enumerate() {
        let subject = Subject {
            kind: row.kind,
            indicator: row.indicator,
            breakdown: &row.breakdown,
            denominator: row.denominator.as_ref().map(|words| words.vi.as_str()),
            time: Time::of(row.period),
        };
        by_subject.entry(subject).or_default().push(position);
    }
    for (subject, positions) in by_subject.iter().filter(|(_, positions)| positions.len() > 1) {
        let goals: Vec<_> = positions.iter().map(|&position| (rows[position].goal, rows[position].period)).collect();
        let clashing = clashes(indicators[subject.indicator.0].direction, &goals);
        pairs.extend(clashing.into_iter().map(|(first, second)| (positions[first], positions[second])));
    }
    pairs
}
