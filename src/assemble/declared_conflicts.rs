//! `conflicts_with`: the row that an author says contradicts this one, of the same plan or of
//! another.

use std::sync::Arc;

use super::catalogue::unknown;
use super::row_names::RowNames;
use super::rows::Row;
use crate::content::fields::{At, closest, wrong_value};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{IndicatorIndex, Statement, StatementIndex};

/// A row that names one of another plan, and the file that does.
pub type Elsewhere = (StatementIndex, At<String>, Arc<Source>);

/// Resolves the names of rows of the same plan; those of other plans are kept for later. `ids` has
/// the rows that could not be proven too.
pub fn within_plan(
    rows: &mut [Row],
    conflicts: Vec<Option<At<String>>>,
    ids: &[(String, Location)],
    source: &Arc<Source>,
    report: &mut Report,
) {
    let proven: Vec<(String, IndicatorIndex, bool)> =
        rows.iter().map(|row| (row.id.clone(), row.indicator, row.note.is_some())).collect();
    for (row, named) in rows.iter_mut().zip(conflicts) {
        let Some(named) = named else { continue };
        if named.value.contains('/') {
            row.conflicts_elsewhere = Some(named);
            continue;
        }
        if named.value == row.id {
            report.add(itself(&named, source));
            continue;
        }
        row.conflicts_with = proven.iter().position(|(id, ..)| *id == named.value);
        if let Some((_, indicator, is_noted)) = row.conflicts_with.map(|other| &proven[other])
            && *indicator != row.indicator
            && !is_noted
            && row.note.is_none()
        {
            report.add(of_another_subject(&named, source));
        }
        // A row that could not be proven has been reported already.
        if !ids.iter().any(|(id, _)| *id == named.value) {
            report.add(unknown(
                Code::UnknownReference,
                named.location(source),
                Localized::text(
                    format!("kế hoạch này không có mục `{}`", named.value),
                    format!("this plan has no row `{}`", named.value),
                ),
                closest(&named.value, ids.iter().map(|(id, _)| id.as_str())),
            ));
        }
    }
}

/// Resolves the names of rows of other plans, once all of them are there.
pub fn between_plans(
    statements: &mut [Statement],
    elsewhere: Vec<Elsewhere>,
    names: &RowNames,
    report: &mut Report,
) {
    for (row, name, source) in elsewhere {
        let Some(found) = names.find(&name, &source, report) else { continue };
        if found == row {
            report.add(itself(&name, &source));
            continue;
        }
        let [one, other] = [row, found].map(|at| &statements[at.0]);
        if (one.indicator, one.place) != (other.indicator, other.place)
            && one.note.is_none()
            && other.note.is_none()
        {
            report.add(of_another_subject(&name, &source));
        }
        statements[row.0].conflicts_with = Some(found);
    }
}

/// No row contradicts itself.
fn itself(named: &At<String>, source: &Arc<Source>) -> Diagnostic {
    wrong_value(
        named.location(source),
        Localized::text(
            "mục này mâu thuẫn với chính nó",
            "the row is said to conflict with itself",
        ),
        Localized::text(
            "ghi mã của mục kia, như ở `id` của mục ấy",
            "name the other row, as its `id` has it",
        ),
    )
}

/// A contradiction is of one thing at one place: another row is most often a slip.
fn of_another_subject(named: &At<String>, source: &Arc<Source>) -> Diagnostic {
    Diagnostic::new(
        Code::ConflictDiffers,
        named.location(source),
        Localized::text(
            format!("`{}` là mục của một chỉ tiêu hoặc địa phương khác", named.value),
            format!("`{}` is a row of another indicator or place", named.value),
        ),
        Localized::text("mục này", "this row"),
        Localized::text(
            "ghi mã của mục cùng chỉ tiêu, cùng địa phương; nếu hai mục đúng là mâu thuẫn, nói rõ trong note: {vi: ..., en: ...} của một trong hai mục",
            "name a row of the same indicator and place; if the two do contradict each other, say why in a note: {vi: ..., en: ...} of either row",
        ),
    )
}
