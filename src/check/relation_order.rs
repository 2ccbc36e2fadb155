//! A relation against the dates of its documents.

use super::rule::Rule;
use crate::assemble::{Assembled, Related};
use crate::diagnostic::{Code, Diagnostic, Report};
use crate::language::{Language, Localized};
use crate::portal::{Plan, Relation};

pub const RULE: Rule = Rule {
    codes: &[Code::RelationOrder],
    what: Localized {
        vi: "Văn bản sau không thể có trước văn bản mà nó căn cứ, thực hiện hay thay thế.",
        en: "A document is not older than what it is based on, carries out or replaces.",
    },
    why: Localized {
        vi: "Ngày ngược với quan hệ là ngày gõ sai hoặc quan hệ ghi ngược.",
        en: "Dates that contradict a relation mean a wrong date or a relation that is written \
             the wrong way round.",
    },
    given: &[],
    bad: &[(
        "provinces/tinh-mau/plans/1-2025/plan.yaml",
        "relations:
  - {kind: replaces, vi: Nghị quyết số 5/NQ-HĐND, en: Resolution No. 5/NQ-HĐND,
     number: 5/NQ-HĐND, date: 2026}
",
    )],
    good: &[(
        "provinces/tinh-mau/plans/1-2025/plan.yaml",
        "relations:
  - {kind: based_on, vi: Nghị quyết số 5/NQ-HĐND, en: Resolution No. 5/NQ-HĐND,
     number: 5/NQ-HĐND, date: 2024-12-31}
",
    )],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    let plans = &assembled.portal.plans;
    for (plan, origin) in plans.iter().zip(&assembled.origins.plans) {
        for (relation, related) in plan.relations.iter().zip(&origin.relations) {
            // A note explains the dates.
            if relation.note.is_none() {
                report_order(plan, relation, plans, related, report);
            }
        }
    }
}

fn report_order(
    plan: &Plan,
    relation: &Relation,
    plans: &[Plan],
    related: &Related,
    report: &mut Report,
) {
    let Some(other) = relation.plan.map(|other| plans[other.0].date).or(relation.identity.date)
    else {
        return;
    };
    let by_later = relation.kind.declared_by_later();
    let reversed =
        if by_later { other.is_surely_after(plan.date) } else { plan.date.is_surely_after(other) };
    if !reversed {
        return;
    }
    let (own, other) = (plan.date, other);
    let said = |language: Language| (own.short(language), other.short(language));
    let ((own_vi, other_vi), (own_en, other_en)) = (said(Language::Vi), said(Language::En));
    let kind = relation.kind.name();
    report.add(Diagnostic::new(
        Code::RelationOrder,
        related.location(),
        Localized::text(
            format!(
                "quan hệ `{kind}` trái với ngày: kế hoạch này {own_vi}, văn bản kia {other_vi}"
            ),
            format!(
                "`{kind}` is against the dates: this plan is of {own_en}, the other document of \
                 {other_en}"
            ),
        ),
        if by_later {
            Localized::text("văn bản kia ban hành sau", "the other document is the later one")
        } else {
            Localized::text("văn bản kia ban hành trước", "the other document is the earlier one")
        },
        Localized::text(
            "sửa ngày hoặc loại quan hệ; nếu văn bản đúng là như vậy, thêm note: {vi: ..., en: \
             ...} vào quan hệ này",
            "mend the date or the kind; if the documents are so, add note: {vi: ..., en: ...} \
             to this relation",
        ),
    ));
}
