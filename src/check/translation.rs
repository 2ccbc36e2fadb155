//! Whether a plan is still what an editor confirmed: its English beside its Vietnamese, and its
//! attributes.

use super::rule::Rule;
use crate::assemble::{Assembled, PlanOrigin};
use crate::content::{lock, plan_name};
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::language::{Language, Localized};
use crate::portal::{Plan, Unconfirmed, UnitIndex};

pub const RULE: Rule = Rule {
    codes: &[Code::TranslationBehind, Code::TranslationUnconfirmed, Code::AttributeUnconfirmed],
    what: Localized {
        vi: "Sau mỗi lần sửa, ban biên tập xác nhận rằng hai bản còn khớp nhau và thuộc tính \
             còn đúng.",
        en: "After each change the editors confirm that both texts still agree and that the \
             attributes are right.",
    },
    why: Localized {
        vi: "Máy không biết bản dịch có theo kịp hay không: chỉ người đọc cả hai bản mới biết.",
        en: "No program knows whether a translation has kept up: only a person who reads both \
             texts does.",
    },
    given: &[],
    bad: &[],
    good: &[],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    for (plan, origin) in assembled.portal.plans.iter().zip(&assembled.origins.plans) {
        let name = plan_name(&origin.yaml.path);
        report_unconfirmed(plan, origin, &name, report);
        report_changed(plan, origin, &name, report);
    }
}

/// Reports what changed since it was confirmed. `name` is how the command names the plan.
fn report_changed(plan: &Plan, origin: &PlanOrigin, name: &str, report: &mut Report) {
    let Some(lock) = origin.lock.as_ref().filter(|_| origin.en.is_some()) else { return };
    for unit in lock.english_changed(&plan.text) {
        let Some([vi, en]) = both_places(plan, origin, unit) else { continue };
        let anchor = &plan.text.en.unit(unit).anchor;
        report.add(
            Diagnostic::new(
                Code::TranslationUnconfirmed,
                en,
                Localized::text(
                    format!("bản tiếng Anh của đoạn `{anchor}` đã đổi từ lần xác nhận trước"),
                    format!("the English of the unit `{anchor}` changed since it was confirmed"),
                ),
                Localized::text("đoạn đã đổi", "what changed"),
                Localized::text(
                    format!("đọc lại cạnh bản tiếng Việt, rồi gõ: minhbach confirm {name}"),
                    format!("read it beside the Vietnamese, then type: minhbach confirm {name}"),
                ),
            )
            .with_related(vi, Localized::text("bản tiếng Việt của đoạn", "the Vietnamese of it")),
        );
    }
    for attribute in lock.attributes_changed(lock::attributes(&origin.yaml)) {
        let field = attribute.name;
        let location = attribute.range.map_or_else(
            || Location::file(&origin.yaml),
            |range| Location::new(&origin.yaml, range),
        );
        report.add(Diagnostic::new(
            Code::AttributeUnconfirmed,
            location,
            Localized::text(
                format!("`{field}` của kế hoạch đã đổi từ lần xác nhận trước"),
                format!("`{field}` of the plan changed since it was confirmed"),
            ),
            Localized::text("chưa được xác nhận", "not confirmed"),
            Localized::text(
                format!("đối chiếu với văn bản, rồi gõ: minhbach confirm {name}"),
                format!("hold it against the document, then type: minhbach confirm {name}"),
            ),
        ));
    }
}

/// Where a unit is in both files.
fn both_places(plan: &Plan, origin: &PlanOrigin, unit: UnitIndex) -> Option<[Location; 2]> {
    let vi = origin.whole_unit(&plan.text, Language::Vi, unit)?;
    let en = origin.whole_unit(&plan.text, Language::En, unit)?;
    Some([vi, en])
}

/// Asks for each unit whose English was checked against other words, or never. `name` is how the
/// command names the plan.
fn report_unconfirmed(plan: &Plan, origin: &PlanOrigin, name: &str, report: &mut Report) {
    for (&unit, state) in &plan.unconfirmed {
        let Some([vi, en]) = both_places(plan, origin, unit) else { continue };
        let anchor = &plan.text.vi.unit(unit).anchor;
        let (code, message, label, cure) = match state {
            Unconfirmed::Behind => (
                Code::TranslationBehind,
                Localized::text(
                    format!(
                        "đoạn `{anchor}` đã đổi bằng tiếng Việt từ lần xác nhận trước, bản \
                         tiếng Anh có thể chưa theo kịp"
                    ),
                    format!(
                        "the Vietnamese of the unit `{anchor}` changed since its English was \
                         confirmed"
                    ),
                ),
                Localized::text("đoạn đã đổi", "what changed"),
                Localized::text(
                    format!("đối chiếu và sửa bản tiếng Anh, rồi gõ: minhbach confirm {name}"),
                    format!(
                        "hold the English against it and mend it, then type: minhbach confirm \
                         {name}"
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
                    format!("đối chiếu hai bản của đoạn này, rồi gõ: minhbach confirm {name}"),
                    format!(
                        "hold the two texts of it against each other, then type: minhbach \
                         confirm {name}"
                    ),
                ),
            ),
        };
        report.add(
            Diagnostic::new(code, vi, message, label, cure)
                .with_related(en, Localized::text("bản tiếng Anh của đoạn", "the English of it")),
        );
    }
}
