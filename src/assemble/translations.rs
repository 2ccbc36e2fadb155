//! Whether the English of a plan still says what its Vietnamese says: held against what an editor confirmed.

use super::proofs::ReadText;
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::language::Localized;
use crate::portal::UnitIndex;

/// Asks for each unit that is behind. `plan` is how the command names it.
pub fn report_behind(behind: &[UnitIndex], vi: &ReadText, en: &ReadText, plan: &str, report: &mut Report) {
    for &unit in behind {
        let anchor = &vi.text.unit(unit).anchor;
        report.add(
            Diagnostic::new(
                Code::TranslationBehind,
                vi.whole_unit(unit),
                Localized::text(
                    format!("đoạn `{anchor}` đã đổi bằng tiếng Việt, bản tiếng Anh chưa được xác nhận lại"),
                    format!("the unit `{anchor}` changed in Vietnamese, and its English has not been confirmed since"),
                ),
                Localized::text("đoạn đã đổi", "what changed"),
                Localized::text(
                    format!("đối chiếu và sửa bản tiếng Anh, rồi gõ: minhbach confirm {plan}"),
                    format!("hold the English against it and mend it, then type: minhbach confirm {plan}"),
                ),
            )
            .with_related(en.whole_unit(unit), Localized::text("bản tiếng Anh của đoạn", "the English of it")),
        );
    }
}
