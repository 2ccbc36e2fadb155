//! The time for which a figure stands.

use super::sample::{Case, claim, reach};
use crate::evidence::Failure;
use crate::portal::{Period, PeriodProof, StatementKind};

const YEARS_2026_TO_2030: Period = Period::Stage { from: 2026, to: 2030 };
const EVERY_YEAR: Period = Period::EveryYear { until: None };

fn place(case: Case, period: Period) -> PeriodProof {
    case.in_period(period).prove().expect("a period that is named").period
}

fn named(case: Case, period: Period) -> Vec<Period> {
    match case.in_period(period).failure() {
        Failure::Period { named, .. } => named,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_sentence_with_the_figure_decides() {
    let case = claim(
        "Đến năm 2025, tỷ lệ đạt 40%. Đến năm 2030, tỷ lệ đạt 50%.",
        "tỷ lệ đạt 50%",
        reach("50"),
    )
    .under(&["Mục tiêu đến năm 2035"], "");
    assert_eq!(place(case.clone(), Period::Year(2030)), PeriodProof::Unit);
    assert_eq!(named(case.clone(), Period::Year(2025)), [Period::Year(2030)]);
    assert_eq!(named(case.clone(), Period::Year(2035)), [Period::Year(2030)]);
    assert_eq!(named(case, Period::None), [Period::Year(2030)]);
}

#[test]
fn semicolons_part_a_sentence() {
    let text = "Tỷ lệ huy động đến năm 2025 đạt 40%; đến năm 2030 đạt 50%.";
    assert_eq!(place(claim(text, "đạt 50%", reach("50")), Period::Year(2030)), PeriodProof::Unit);
    assert_eq!(
        named(claim(text, "đạt 50%", reach("50")), Period::Year(2025)),
        [Period::Year(2030)]
    );
}

#[test]
fn the_opening_of_the_unit_holds_for_what_follows() {
    let text = "Giai đoạn 2026 - 2030: tỷ lệ A đạt 40%. Tỷ lệ B đạt 50%.";
    assert_eq!(place(claim(text, "B đạt 50%", reach("50")), YEARS_2026_TO_2030), PeriodProof::Unit);
    let later = "Đến năm 2030, tỷ lệ A đạt 40%. Đến năm 2035, tỷ lệ B đạt 50%. Tỷ lệ C đạt 60%.";
    assert_eq!(
        named(claim(later, "C đạt 60%", reach("60")), Period::Year(2030)),
        [Period::Year(2035)]
    );
}

#[test]
fn a_year_after_the_first_figure_opens_nothing() {
    let text = "Tỷ lệ A đạt 40% đến năm 2025. Tỷ lệ B đạt 50%.";
    let case = claim(text, "B đạt 50%", reach("50")).under(&["Mục tiêu đến năm 2030"], "");
    assert_eq!(place(case, Period::Year(2030)), PeriodProof::Heading);
}

#[test]
fn headings_come_innermost_first_and_the_title_last() {
    let case = claim("Tỷ lệ đạt 50%.", "đạt 50%", reach("50"));
    let title = "Kế hoạch phát triển giáo dục đến năm 2030, tầm nhìn đến năm 2045";
    let under =
        case.clone().under(&["2. Giai đoạn 2026 - 2030", "II. Giai đoạn 2021 - 2025"], title);
    assert_eq!(place(under.clone(), YEARS_2026_TO_2030), PeriodProof::Heading);
    assert_eq!(named(under, Period::Stage { from: 2021, to: 2025 }), [YEARS_2026_TO_2030]);
    let titled = case.clone().under(&["1. Giáo dục mầm non"], title);
    assert_eq!(place(titled.clone(), Period::Year(2030)), PeriodProof::Title);
    assert_eq!(named(titled, Period::Year(2045)), [Period::Year(2030)]);
    assert_eq!(place(case, Period::None), PeriodProof::NotNamed);
}

#[test]
fn a_stage_is_no_year() {
    let case = claim("Giai đoạn 2021 - 2025 đạt 50%.", "đạt 50%", reach("50"));
    assert_eq!(named(case.clone(), Period::Year(2025)), [Period::Stage { from: 2021, to: 2025 }]);
    assert_eq!(place(case, Period::Stage { from: 2021, to: 2025 }), PeriodProof::Unit);
}

#[test]
fn dates_and_documents_name_no_period() {
    let text = "Theo Nghị quyết số 47/NQ-HĐND ngày 15/7/2025, tỷ lệ đạt 50%.";
    assert_eq!(
        place(claim(text, "tỷ lệ đạt 50%", reach("50")), Period::None),
        PeriodProof::NotNamed
    );
}

#[test]
fn a_column_names_the_school_year_of_its_cells() {
    let case = claim("33,8", "33,8", reach("33.8"))
        .in_table("Chỉ tiêu năm học 2025 - 2026", &["1", "Tỷ lệ huy động trẻ nhà trẻ", "%"])
        .under(&["Phụ lục"], "Kế hoạch năm 2024");
    assert_eq!(place(case.clone(), Period::SchoolYear(2025)), PeriodProof::Column);
    assert_eq!(named(case.clone(), Period::SchoolYear(2024)), [Period::SchoolYear(2025)]);
    assert_eq!(named(case, Period::Year(2025)), [Period::SchoolYear(2025)]);
}

#[test]
fn every_year_may_have_a_beginning_and_an_end() {
    let from = claim("Tỷ lệ đạt 50%.", "đạt 50%", reach("50"))
        .under(&["Thực hiện hằng năm, từ năm 2026"], "Kế hoạch đến năm 2030");
    let ended = claim("Tỷ lệ đạt 50%.", "đạt 50%", reach("50"))
        .under(&["Thực hiện hằng năm, đến năm 2030"], "Kế hoạch đến năm 2030");
    assert_eq!(place(from.clone(), EVERY_YEAR), PeriodProof::Heading);
    assert_eq!(named(from.clone(), Period::Year(2026)), [EVERY_YEAR]);
    assert_eq!(place(ended.clone(), Period::EveryYear { until: Some(2030) }), PeriodProof::Heading);
    assert_eq!(
        named(ended, Period::EveryYear { until: Some(2035) }),
        [EVERY_YEAR, Period::Year(2030)]
    );
    // The plan's own end is none of what is done every year.
    assert_eq!(named(from, Period::EveryYear { until: Some(2030) }), [EVERY_YEAR]);
}

#[test]
fn so_many_a_year_are_for_every_year() {
    let text = "Thành lập phân hiệu, quy mô đào tạo từ 2000 đến 3000 sinh viên mỗi năm.";
    let case = claim(text, "từ 2000 đến 3000 sinh viên mỗi năm", super::range("2000", "3000"))
        .counted("count:student")
        .under(&["Mục tiêu đến năm 2030"], "");
    assert_eq!(place(case.clone(), EVERY_YEAR), PeriodProof::Unit);
    assert_eq!(named(case, Period::Year(2030)), [EVERY_YEAR]);
}

#[test]
fn a_quarter_is_a_time_of_its_own() {
    let text = "Đạt 50% trong Quý I/2026.";
    let case = claim(text, "Đạt 50%", reach("50"));
    assert_eq!(place(case.clone(), Period::Quarter { year: 2026, quarter: 1 }), PeriodProof::Unit);
    assert_eq!(named(case, Period::Year(2026)), [Period::Quarter { year: 2026, quarter: 1 }]);
}

#[test]
fn a_vision_is_no_plan_unless_nothing_nearer_is_named() {
    let case = |heading| claim("Tỷ lệ đạt 50%.", "đạt 50%", reach("50")).under(&[heading], "");
    for heading in
        ["Mục tiêu đến năm 2030, tầm nhìn 2045", "Mục tiêu đến năm 2030, định hướng đến năm 2045"]
    {
        assert_eq!(named(case(heading), Period::Year(2045)), [Period::Year(2030)], "{heading}");
    }
    // What stands under a vision is an aim.
    let mut aim = case("3. Tầm nhìn đến năm 2045");
    aim.kind = StatementKind::Aim;
    assert_eq!(place(aim, Period::Year(2045)), PeriodProof::Heading);
    let english = |heading| {
        claim("The rate reaches 50%.", "reaches 50%", reach("50")).english().under(&[heading], "")
    };
    assert_eq!(
        named(english("Strategy to 2030, with a vision to 2045"), Period::Year(2045)),
        [Period::Year(2030)]
    );
    assert!(
        english("Strategy to 2030 and 2045 vision").in_period(Period::Year(2045)).prove().is_err()
    );
}
