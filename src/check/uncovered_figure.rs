//! A figure of a plan that no row uses and no `ignore` explains.

use super::rule::Rule;
use crate::assemble::Assembled;
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::language::{Language, Localized};
use crate::portal::Unit;

pub const RULE: Rule = Rule {
    codes: &[Code::UncoveredFigure],
    what: Localized {
        vi: "Mỗi con số của văn bản có một mục, hoặc một lý do trong `ignore`.",
        en: "Every figure of a text has a row, or a reason in `ignore`.",
    },
    why: Localized {
        vi: "Cổng công bố mọi con số mà kế hoạch nêu, không chỉ những con số đẹp.",
        en: "The portal publishes every figure that a plan states, not only the pleasant ones.",
    },
    given: &[],
    bad: &[
        (
            "provinces/tinh-mau/plans/1-2025/plan.vi.md",
            "
Sửa chữa 07 trường.
",
        ),
        (
            "provinces/tinh-mau/plans/1-2025/plan.en.md",
            "
Repair 7 schools.
",
        ),
    ],
    good: &[
        (
            "provinces/tinh-mau/plans/1-2025/plan.vi.md",
            "
Sửa chữa 07 trường.
",
        ),
        (
            "provinces/tinh-mau/plans/1-2025/plan.en.md",
            "
Repair 7 schools.
",
        ),
        (
            "provinces/tinh-mau/plans/1-2025/targets.yaml",
            r#"ignore:
  - clause: ii-p2
    quote: "07 trường"
    reason: {vi: Cổng chưa theo dõi việc sửa chữa., en: The portal does not follow repairs yet.}
"#,
        ),
    ],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    for (plan, origin) in assembled.portal.plans.iter().zip(&assembled.origins.plans) {
        for figure in plan.uncovered.iter().filter(|figure| figure.reason.is_none()) {
            let range = figure.range.clone();
            let unit = plan.text.vi.unit(figure.unit);
            let place = origin.in_text(&plan.text, Language::Vi, figure.unit, range.clone());
            if let Some(place) = place {
                report.add(without_row(unit, &unit.text[range], place));
            }
        }
    }
}

fn without_row(unit: &Unit, shown: &str, place: Location) -> Diagnostic {
    let anchor = &unit.anchor;
    Diagnostic::new(
        Code::UncoveredFigure,
        place,
        Localized::text(
            format!("chưa có mục nào nêu con số `{shown}`"),
            format!("no row takes up the figure `{shown}`"),
        ),
        Localized::text("con số này", "this figure"),
        Localized::text(
            format!(
                "thêm một mục vào targets.yaml với clause: {anchor}, hoặc nói vì sao không cần: \
                 ignore: [{{clause: {anchor}, quote: \"{shown}\", reason: {{vi: ..., en: \
                 ...}}}}]"
            ),
            format!(
                "add a row to targets.yaml with clause: {anchor}, or say why none is needed: \
                 ignore: [{{clause: {anchor}, quote: \"{shown}\", reason: {{vi: ..., en: \
                 ...}}}}]"
            ),
        ),
    )
}
