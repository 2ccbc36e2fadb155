//! Whether a plan is still what an editor confirmed: its English beside its Vietnamese, and its
//! attributes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::proofs::ReadText;
use crate::content::lock::{self, Lock};
use crate::diagnostic::{Code, Diagnostic, Location, Report, Source};
use crate::language::Localized;
use crate::portal::{PlanText, Unconfirmed, UnitIndex};

/// Holds a plan against what was confirmed, and gives the units whose English nobody has checked as
/// they stand. `plan` is how the command names it.
pub fn unconfirmed(
    lock: &Lock,
    text: &Localized<PlanText>,
    vi: &ReadText,
    en: &ReadText,
    yaml: &Arc<Source>,
    plan: &str,
    report: &mut Report,
) -> BTreeMap<UnitIndex, Unconfirmed> {
    let unconfirmed = lock.unconfirmed(text);
    report_unconfirmed(&unconfirmed, vi, en, plan, report);
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
            .with_related(
                vi.whole_unit(unit),
                Localized::text("bản tiếng Việt của đoạn", "the Vietnamese of it"),
            ),
        );
    }
    for attribute in lock.attributes_changed(lock::attributes(yaml)) {
        let name = attribute.name;
        let location = attribute
            .range
            .map_or_else(|| Location::file(yaml), |range| Location::new(yaml, range));
        report.add(Diagnostic::new(
            Code::AttributeUnconfirmed,
            location,
            Localized::text(
                format!("`{name}` của kế hoạch đã đổi từ lần xác nhận trước"),
                format!("`{name}` of the plan changed since it was confirmed"),
            ),
            Localized::text("chưa được xác nhận", "not confirmed"),
            Localized::text(
                format!("đối chiếu với văn bản, rồi gõ: minhbach confirm {plan}"),
                format!("hold it against the document, then type: minhbach confirm {plan}"),
            ),
        ));
    }
    unconfirmed
}

/// Asks for each unit whose English was checked against other words, or never. `plan` is how the
/// command names it.
fn report_unconfirmed(
    unconfirmed: &BTreeMap<UnitIndex, Unconfirmed>,
    vi: &ReadText,
    en: &ReadText,
    plan: &str,
    report: &mut Report,
) {
    for (&unit, state) in unconfirmed {
        let anchor = &vi.text.unit(unit).anchor;
        let (code, message, label, cure) = match state {
            Unconfirmed::Behind => (
                Code::TranslationBehind,
                Localized::text(
                    format!(
                        "đoạn `{anchor}` đã đổi bằng tiếng Việt từ lần xác nhận trước, bản tiếng Anh có thể chưa theo kịp"
                    ),
                    format!(
                        "the Vietnamese of the unit `{anchor}` changed since its English was confirmed"
                    ),
                ),
                Localized::text("đoạn đã đổi", "what changed"),
                Localized::text(
                    format!("đối chiếu và sửa bản tiếng Anh, rồi gõ: minhbach confirm {plan}"),
                    format!(
                        "hold the English against it and mend it, then type: minhbach confirm {plan}"
                    ),
                ),
            ),
            Unconfirmed::New => (
                Code::TranslationUnconfirmed,
                Localized::text(
                    format!("bản tiếng Anh của đoạn `{anchor}` chưa được xác nhận"),
                    format!("the English of the unit `{anchor}` has not been confirmed yet"),
                ),
                Localized::text("chưa được xác nhận", "not confirmed yet"),
                Localized::text(
                    format!("đối chiếu hai bản của đoạn này, rồi gõ: minhbach confirm {plan}"),
                    format!(
                        "hold the two texts of it against each other, then type: minhbach confirm {plan}"
                    ),
                ),
            ),
        };
        report.add(Diagnostic::new(code, vi.whole_unit(unit), message, label, cure).with_related(
            en.whole_unit(unit),
            Localized::text("bản tiếng Anh của đoạn", "the English of it"),
        ));
    }
}
