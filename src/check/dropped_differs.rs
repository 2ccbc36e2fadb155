//! A target that is called dropped, though the plan has it.

use std::collections::BTreeMap;

use super::examples::{REPLACED_PLAN, SUPERSEDED};
use super::rule::Rule;
use super::unaccounted_target::replacements;
use crate::assemble::{Assembled, RowNames};
use crate::compare::Revisions;
use crate::diagnostic::{Code, Diagnostic, Location, Report};
use crate::language::Localized;
use crate::portal::{PlanIndex, Portal, StatementIndex};

pub const RULE: Rule = Rule {
    codes: &[Code::DroppedDiffers],
    what: Localized {
        vi: "Điều ghi trong `dropped` không còn trong kế hoạch mới.",
        en: "What `dropped` names is not in the new plan.",
    },
    why: Localized {
        vi: "Một mục tiêu không thể vừa bị bỏ vừa còn đó.",
        en: "A target cannot be both dropped and there.",
    },
    given: &[REPLACED_PLAN, SUPERSEDED],
    bad: &[(
        "provinces/tinh-mau/plans/1-2025/targets.yaml",
        "dropped:
  - target: tinh-mau/7-2021/nursery-enrolment-2025
    reason: {vi: Đã hoàn thành., en: It has been reached.}
",
    )],
    good: &[],
    check,
};

fn check(assembled: &Assembled, report: &mut Report) {
    let Assembled { portal, origins } = assembled;
    for step in replacements(portal) {
        report_still_there(portal, &step, &origins.dropped, &origins.rows, report);
    }
}

/// What is called dropped, and the plan speaks of it nevertheless.
fn report_still_there(
    portal: &Portal,
    step: &Revisions,
    said: &BTreeMap<(PlanIndex, StatementIndex), Location>,
    names: &RowNames,
    report: &mut Report,
) {
    for revision in &step.revised {
        let Some(location) = said.get(&(step.newer, revision.older)) else { continue };
        let newer = &portal.statement(revision.newer).id;
        let mut diagnostic = Diagnostic::new(
            Code::DroppedDiffers,
            location.clone(),
            Localized::text(
                format!("mục tiêu này không bị bỏ: kế hoạch có `{newer}`"),
                format!("this target is not dropped: the plan has `{newer}`"),
            ),
            Localized::text("ghi là bỏ", "called dropped"),
            Localized::text(
                "xóa mục này; cổng tự nêu mục tiêu đã đổi ra sao",
                "delete this entry; the portal itself says how the target changed",
            ),
        );
        if let Some(place) = names.location(revision.newer) {
            diagnostic = diagnostic.with_related(
                place.clone(),
                Localized::text("mục tiêu trong kế hoạch này", "the target in this plan"),
            );
        }
        report.add(diagnostic);
    }
}
