//! Whether a plan is still what an editor confirmed: its English beside its Vietnamese, and its attributes.

use std::sync::Arc;

use super::proofs::ReadText;
use crate::content::lock::{self, Lock};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{PlanText, UnitIndex};

/// Holds a plan against what was confirmed, and gives the units whose English is behind. `plan` is how the command names it.
pub fn unconfirmed(
    lock: &Lock,
    text: &Localized<PlanText>,
    vi: &ReadText,
    en: &ReadText,
    yaml: &Arc<Source>,
    plan: &str,
    report: &mut Report,
) -> Vec<UnitIndex> {
    let behind = lock.behind(text);
    report_behind(&behind, vi, en, plan, report);
    for unit in lock.english_changed(text) {
        let anchor = &en.text.unit(unit).anchor;
        report.add(
            Diagnostic::new(
                Code::TranslationUnconfirmed,
                en.whole_unit(unit),
                Localized::text(
                    format!("bản tiếng Anh của đoạn `{anchor}` đã đổi từ lần xác nhận trước"),
                    format!("the English of the unit `{anchor}` changed since it was confirmed"),
                ),
                Localized::text("đoạn đã đổi", "what changed"),
                Localized::text(
                    format!("đọc lại cạnh bản tiếng Việt, rồi gõ: minhbach confirm {plan}"),
                    format!("read it beside the Vietnamese, then type: minhbach confirm {plan}"),
                ),
            )
            .with_related(vi.whole_unit(unit), Localized::text("bản tiếng Việt của đoạn", "the Vietnamese of it")),
        );
    }
    for attribute in lock.attributes_changed(lock::attributes(yaml)) {
        let name = attribute.name;
        let location = attribute.range.map_or_else(|| Location::file(yaml), |range| Location::new(yaml, range));
        report.add(Diagnostic::new(
            Code::AttributeUnconfirmed,
            location,
            Localized::text(format!("`{name}` của kế hoạch đã đổi từ lần xác nhận trước"), format!("`{name}` of the plan changed since it was confirmed")),
            Localized::text("chưa được xác nhận", "not confirmed"),
            Localized::text(
                format!("đối chiếu với văn bản, rồi gõ: minhbach confirm {plan}"),
                format!("hold it against the document, then type: minhbach confirm {plan}"),
            ),
        ));
    }
    behind
}

/// Asks for each unit that is behind. `plan` is how the command names it.
fn report_behind(behind: &[UnitIndex], vi: &ReadText, en: &ReadText, plan: &str, report: &mut Report) {
    for &unit in behind {
        let anchor = &vi.text.unit(unit).anchor;
        report.add(
            Diagnostic::new(
                Code::TranslationBehind,
                vi.whole_unit(unit),
                Localized::text(
                    format!("đoạn `{anchor}` mới có hoặc đã đổi bằng tiếng Việt, bản tiếng Anh chưa được xác nhận"),
                    format!("the unit `{anchor}` is new or changed in Vietnamese, and its English has not been confirmed"),
                ),
                Localized::text("đoạn mới hoặc đã đổi", "new or changed"),
                Localized::text(
                    format!("đối chiếu và sửa bản tiếng Anh, rồi gõ: minhbach confirm {plan}"),
                    format!("hold the English against it and mend it, then type: minhbach confirm {plan}"),
                ),
            )
            .with_related(en.whole_unit(unit), Localized::text("bản tiếng Anh của đoạn", "the English of it")),
        );
    }
}
