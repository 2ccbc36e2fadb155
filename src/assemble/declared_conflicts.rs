//! `conflicts_with`: the row that an author says contradicts this one, of the same plan or of
//! another.

use std::sync::Arc;

use super::catalogue::unknown;
use super::origins::NamedConflict;
use super::row::Row;
use super::row_names::RowNames;
use crate::content::fields::{At, closest, wrong_value};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{Statement, StatementIndex};

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
    let proven: Vec<String> = rows.iter().map(|row| row.id.clone()).collect();
    for (row, named) in rows.iter_mut().zip(conflicts) {
        let Some(named) = named else { continue };
        if named.value.contains('/') {
            row.conflict_named = Some(named);
            continue;
        }
        if named.value == row.id {
            report.add(itself(&named, source));
            continue;
        }
        row.conflicts_with = proven.iter().position(|id| *id == named.value);
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
        row.conflict_named = row.conflicts_with.map(|_| named);
    }
}

/// Resolves the names of rows of other plans, once all of them are there.
pub fn between_plans(
    statements: &mut [Statement],
    elsewhere: Vec<Elsewhere>,
    names: &RowNames,
    report: &mut Report,
) -> Vec<NamedConflict> {
    let mut found_rows = Vec::new();
    for (row, name, source) in elsewhere {
        let Some(found) = names.find(&name, &source, report) else { continue };
        if found == row {
            report.add(itself(&name, &source));
            continue;
        }
        statements[row.0].conflicts_with = Some(found);
        found_rows.push(NamedConflict { row, named: name, source });
    }
    found_rows
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
