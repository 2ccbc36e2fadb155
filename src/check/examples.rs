//! What the examples of several rules have in common.

use super::rule::Example;

/// An earlier plan that the sample province's plan replaces. Its status is not said.
pub const REPLACED_PLAN: Example = &[
    (
        "provinces/tinh-mau/plans/7-2021/plan.yaml",
        "number: 7/KH-UBND
type: {vi: Kế hoạch, en: Plan}
title: {vi: Kế hoạch giáo dục đến năm 2025, en: Education plan to 2025}
issuer: {vi: Ủy ban nhân dân Tỉnh Mẫu, en: Sample Provincial People's Committee}
date: 2021-02-10
text: edition
",
    ),
    (
        "provinces/tinh-mau/plans/7-2021/plan.vi.md",
        "## I. MỤC TIÊU ĐẾN NĂM 2025

- Tỷ lệ huy động trẻ nhà trẻ đến trường đạt 40%.
",
    ),
    (
        "provinces/tinh-mau/plans/7-2021/plan.en.md",
        "## I. TARGETS FOR 2025

- Nursery enrolment reaches 40%.
",
    ),
    (
        "provinces/tinh-mau/plans/7-2021/targets.yaml",
        r#"targets:
  - indicator: nursery-enrolment
    period: 2025
    goal: 40
    clause: i-b1
    quote: {vi: "trẻ nhà trẻ đến trường đạt 40%", en: "Nursery enrolment reaches 40%"}
"#,
    ),
    (
        "provinces/tinh-mau/plans/1-2025/plan.yaml",
        "relations:
  - {kind: replaces, vi: Kế hoạch số 7/KH-UBND, en: Plan No. 7/KH-UBND, plan: tinh-mau/7-2021}
",
    ),
];

/// The status of [`REPLACED_PLAN`].
pub const SUPERSEDED: Example =
    &[("provinces/tinh-mau/plans/7-2021/plan.yaml", "status: superseded\n")];
