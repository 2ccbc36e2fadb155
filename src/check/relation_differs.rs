//! A relation says another number or date than the plan that it names.

use super::rule::Rule;
use crate::assemble::{Assembled, Related};
use crate::content::fields::At;
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::language::Localized;
use crate::portal::DocumentIdentity;

pub const RULE: Rule = Rule {
    codes: &[Code::RelationDiffers],
    what: Localized {
        vi: "Số hiệu và ngày trong một quan hệ là của chính kế hoạch mà quan hệ dẫn đến.",
        en: "The number and date in a relation are those of the plan that it names.",
    },
    why: Localized {
        vi: "Người đọc đi theo quan hệ đến một văn bản: số hiệu hoặc ngày khác là văn bản khác.",
        en: "Readers follow the relation to a document: another number or date is another \
             document.",
    },
    given: &[],
    bad: &[(
        "provinces/tinh-mau/communes/xa-mau/plans/2-2025/plan.yaml",
        "  - {kind: based_on, vi: Kế hoạch của tỉnh, en: The plan of the province,
     number: 2/KH-UBND, plan: tinh-mau/1-2025}
",
    )],
    good: &[(
        "provinces/tinh-mau/communes/xa-mau/plans/2-2025/plan.yaml",
        "  - {kind: based_on, vi: Kế hoạch của tỉnh, en: The plan of the province,
     number: 1/KH-UBND, plan: tinh-mau/1-2025}
",
    )],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    let plans = &assembled.portal.plans;
    for (plan, origin) in plans.iter().zip(&assembled.origins.plans) {
        for (relation, related) in plan.relations.iter().zip(&origin.relations) {
            if let (Some(named), Some(name)) = (relation.plan, &related.plan) {
                let named = plans[named.0].identity();
                report_another(&relation.identity, &named, name, related, report);
            }
        }
    }
}

/// A relation names a plan of this portal and says another number or date than that plan has.
fn report_another(
    said: &DocumentIdentity,
    named: &DocumentIdentity,
    plan: &At<String>,
    related: &Related,
    report: &mut Report,
) {
    let none = || Localized::new("không có".to_owned(), "none".to_owned());
    let same = |text: String| Localized::new(text.clone(), text);
    let number = said
        .number
        .as_ref()
        .zip(related.number.as_ref())
        .filter(|(number, _)| Some(*number) != named.number.as_ref());
    let number = number
        .map(|(said, at)| (at, same(said.clone()), named.number.clone().map_or_else(none, same)));
    let date = said.date.zip(related.date.as_ref()).filter(|(date, _)| Some(*date) != named.date);
    let date = date.map(|(said, at)| {
        (at, same(said.iso()), named.date.map_or_else(none, |date| same(date.iso())))
    });
    let path = &plan.value;
    for (at, said, has) in number.into_iter().chain(date) {
        report.add(
            Diagnostic::new(
                Code::RelationDiffers,
                Location::new(&related.source, at.clone()),
                Localized::text(
                    format!("quan hệ ghi `{}`, còn kế hoạch `{path}` là `{}`", said.vi, has.vi),
                    format!(
                        "the relation says `{}`, and the plan `{path}` has `{}`",
                        said.en, has.en
                    ),
                ),
                Localized::text("không phải của kế hoạch ấy", "not that plan's"),
                Localized::text(
                    "bỏ dòng này (lấy theo kế hoạch), hoặc sửa `plan` nếu là văn bản khác",
                    "leave this line out (the plan's own holds), or mend `plan` where another \
                     document is meant",
                ),
            )
            .with_related(
                plan.location(&related.source),
                Localized::text("kế hoạch được nêu", "the plan that is named"),
            ),
        );
    }
}
