//! A declared contradiction with a row of another indicator or place.

use std::sync::Arc;

use super::rule::Rule;
use crate::assemble::{Assembled, NamedConflict};
use crate::content::fields::At;
use crate::diagnostic::{Code, Diagnostic, Report, Source};
use crate::language::Localized;

pub const RULE: Rule = Rule {
    codes: &[Code::ConflictDiffers],
    what: Localized {
        vi: "`conflicts_with` nêu một mục của cùng chỉ tiêu, cùng địa phương.",
        en: "`conflicts_with` names a row of the same indicator and place.",
    },
    why: Localized {
        vi: "Hai con số về hai việc khác nhau hiếm khi trái nhau: thường là gõ nhầm mã.",
        en: "Figures about two different things seldom contradict each other: most often the id \
             is a slip.",
    },
    given: &[],
    bad: &[("provinces/tinh-mau/plans/1-2025/targets.yaml", "    conflicts_with: literacy-programme-2030
")],
    good: &[("provinces/tinh-mau/plans/1-2025/targets.yaml", "    conflicts_with: literacy-programme-2030
    note: {vi: Báo cáo hằng năm không có chương trình xóa mù chữ., en: The yearly report has no literacy programme.}
")],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    for NamedConflict { row, named, source } in &assembled.origins.conflicts {
        let one = assembled.portal.statement(*row);
        let Some(other) = one.conflicts_with.map(|other| assembled.portal.statement(other)) else {
            continue;
        };
        let is_of_one = (one.indicator, one.place) == (other.indicator, other.place);
        if !is_of_one && one.note.is_none() && other.note.is_none() {
            report.add(of_another_subject(named, source));
        }
    }
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
            "ghi mã của mục cùng chỉ tiêu, cùng địa phương; nếu hai mục đúng là mâu thuẫn, nói \
             rõ trong note: {vi: ..., en: ...} của một trong hai mục",
            "name a row of the same indicator and place; if the two do contradict each other, \
             say why in a note: {vi: ..., en: ...} of either row",
        ),
    )
}
