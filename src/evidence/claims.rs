//! Claims that stand and, more of them, claims that must not: quote, figure, goal, unit.

mod breakdowns;
mod descriptions;
mod periods;
mod sample;
mod subjects;
mod tables;

use self::sample::{before, claim, range, reach, value};
use super::Failure;
use crate::portal::{Bound, Comparator, DueDay, Goal, Measure, Period};

#[test]
fn a_plain_figure_is_proven_where_it_stands() {
    let case = claim(
        "Tỷ lệ trẻ nhà trẻ được huy động đến trường đạt 48,5%. Tỷ lệ trẻ mẫu giáo đạt 99,2%.",
        "huy động đến trường đạt [48,5%]",
        reach("48.5"),
    );
    let proof = case.prove().expect("a proof");
    assert_eq!(proof.quote, "huy động đến trường đạt 48,5%");
    assert_eq!(&case.text[proof.range], proof.quote);
    assert!(case.text[proof.figure].ends_with("48,5%"));
    assert_eq!(proof.mention, Some(0));
}

#[test]
fn the_printed_scale_does_not_change_a_value() {
    assert!(
        claim(
            "Tỷ lệ suy dinh dưỡng giảm xuống dưới 8,0%.",
            "giảm xuống dưới 8,0%",
            value(Comparator::Below, "8")
        )
        .prove()
        .is_ok()
    );
}

#[test]
fn another_value_unit_or_comparator_is_another_goal() {
    let text = "Tỷ lệ tốt nghiệp đạt trên 98%.";
    let is_goal = |failure: Failure| matches!(failure, Failure::Goal { .. });
    assert!(claim(text, "tốt nghiệp đạt trên 98%", value(Comparator::Above, "98")).prove().is_ok());
    assert!(is_goal(claim(text, "tốt nghiệp đạt trên 98%", reach("98")).failure()));
    assert!(is_goal(
        claim(text, "tốt nghiệp đạt trên 98%", value(Comparator::AtLeast, "98")).failure()
    ));
    assert!(is_goal(
        claim(text, "tốt nghiệp đạt trên 98%", value(Comparator::Above, "9.8")).failure()
    ));
    assert!(is_goal(
        claim(text, "tốt nghiệp đạt trên 98%", value(Comparator::Above, "98"))
            .counted("count:school")
            .failure()
    ));
    assert!(is_goal(
        claim("Tỷ lệ đạt 85%.", "đạt 85%", value(Comparator::AtLeast, "85")).failure()
    ));
}

#[test]
fn a_range_is_claimed_as_a_range() {
    let text = "Lao động có bằng cấp, chứng chỉ đạt 35 - 40%.";
    assert!(claim(text, "chứng chỉ đạt 35 - 40%", range("35", "40")).prove().is_ok());
    assert!(matches!(
        claim(text, "chứng chỉ đạt 35 - 40%", reach("35")).failure(),
        Failure::Goal { .. }
    ));
    assert!(matches!(claim(text, "40%", reach("40")).failure(), Failure::Cuts { .. }));
}

#[test]
fn a_quote_may_not_crop_a_marker() {
    let over = "Trong số người từ 15 tuổi trở lên, tỷ lệ biết chữ đạt trên 98%.";
    assert!(matches!(claim(over, "98%", reach("98")).failure(), Failure::Cuts { .. }));
    assert!(claim(over, "trên 98%", value(Comparator::Above, "98")).prove().is_ok());
    assert!(matches!(
        claim("Có từ 18% trở lên có trình độ trên chuẩn.", "từ 18%", reach("18")).failure(),
        Failure::Cuts { .. }
    ));
    assert!(matches!(
        claim(
            "Giảm ít nhất 40% số điểm trường lẻ.",
            "ít nhất 40% số điểm trường lẻ",
            value(Comparator::AtLeast, "40")
        )
        .failure(),
        Failure::Cuts { .. }
    ));
    assert!(matches!(
        claim("The share reaches over 97% by then.", "97% by then", reach("97"))
            .english()
            .failure(),
        Failure::Cuts { .. }
    ));
    let least =
        claim("The share reaches at least 97%.", "least 97%", value(Comparator::AtLeast, "97"));
    assert!(matches!(least.english().failure(), Failure::Cuts { .. }));
}

#[test]
fn a_bare_verb_may_be_left_out() {
    assert!(claim("Tỷ lệ này đạt 25%.", "25%", reach("25")).prove().is_ok());
    assert!(
        claim("Nâng số trường đạt chuẩn lên 300 trường.", "300 trường", reach("300"))
            .counted("count:school")
            .prove()
            .is_ok()
    );
}

#[test]
fn a_quote_may_not_cut_a_number_its_unit_or_a_word() {
    let text = "Tỷ lệ trẻ đến trường đạt 48,5% vào mùa thu.";
    for quote in
        ["8,5%", "5%", "đạt 48", "đạt 48,5", "% vào mùa thu", "rẻ đến trường", "trẻ đến trườn"]
    {
        assert!(
            matches!(claim(text, quote, reach("48.5")).failure(), Failure::Cuts { .. }),
            "{quote}"
        );
    }
    assert!(matches!(
        claim("Có 300 trường học.", "300", reach("300")).failure(),
        Failure::Cuts { .. }
    ));
    assert!(matches!(
        claim("Trẻ em từ 3 đến 5 tuổi đạt 90%.", "5 tuổi đạt 90%", reach("90")).failure(),
        Failure::Cuts { .. }
    ));
}

#[test]
fn a_quote_stands_exactly_once_letter_by_letter() {
    let text = "Trường tiểu học đạt 100%; trường trung học đạt 100%.";
    assert!(matches!(
        claim(text, "đạt 100%", reach("100")).failure(),
        Failure::Ambiguous { count: 2 }
    ));
    let Failure::NotFound { longest: Some(longest) } =
        claim(text, "trường trung học đạt 99%", reach("99")).failure()
    else {
        panic!("found")
    };
    assert_eq!(text[longest].trim(), "trường trung học đạt");
    for quote in ["trường tiểu học đạt 100%", "Truong tieu hoc", "", " ", "[]", "Trường [tiểu"]
    {
        assert!(
            matches!(claim(text, quote, reach("100")).failure(), Failure::NotFound { .. }),
            "{quote}"
        );
    }
}

#[test]
fn spaces_dashes_and_composition_are_alike() {
    assert!(
        claim(
            "Lao động có chứng chỉ đạt\u{a0}35\u{2013}40%.",
            "chứng  chỉ đạt 35-40%",
            range("35", "40")
        )
        .prove()
        .is_ok()
    );
    let decomposed = "Ty\u{309} le\u{323}\u{302} này đa\u{323}t 25%";
    assert!(claim("Tỷ lệ này đạt 25%.", decomposed, reach("25")).prove().is_ok());
}

#[test]
fn brackets_choose_one_of_several_figures() {
    let text = "So với định mức, nhà giáo đạt trên 93%, cán bộ quản lý đạt 100%.";
    let quote = "nhà giáo đạt trên 93%, cán bộ quản lý đạt 100%";
    assert!(
        matches!(claim(text, quote, reach("100")).failure(), Failure::ManyFigures { figures, .. } if figures.len() == 2)
    );
    assert!(
        claim(text, "nhà giáo đạt trên 93%, cán bộ quản lý đạt [100%]", reach("100"))
            .prove()
            .is_ok()
    );
    assert!(
        claim(
            text,
            "nhà giáo đạt [trên 93%], cán bộ quản lý đạt 100%",
            value(Comparator::Above, "93")
        )
        .prove()
        .is_ok()
    );
    assert!(
        claim(
            text,
            "nhà giáo đạt trên [93%], cán bộ quản lý đạt 100%",
            value(Comparator::Above, "93")
        )
        .prove()
        .is_ok()
    );
    let wrong = claim(text, "nhà giáo đạt [trên 93%], cán bộ quản lý đạt 100%", reach("100"));
    assert!(matches!(wrong.failure(), Failure::Goal { .. }));
    assert!(matches!(
        claim(text, "[nhà giáo] đạt trên 93%", reach("93")).failure(),
        Failure::NoFigure { .. }
    ));
    assert!(matches!(
        claim(text, "cán bộ quản lý đạt [100]%", reach("100")).failure(),
        Failure::Cuts { .. }
    ));
    assert!(matches!(
        claim("Tỷ lệ đạt 48,5%.", "đạt 48,[5%]", reach("5")).failure(),
        Failure::Cuts { .. }
    ));
}

#[test]
fn a_bracket_of_the_text_itself_is_escaped() {
    let case = claim("Tỷ lệ [chung] đạt 25%.", r"\[chung\] đạt [25%]", reach("25"));
    assert_eq!(case.prove().expect("a proof").quote, "[chung] đạt 25%");
}

#[test]
fn ages_levels_dates_and_the_like_prove_nothing() {
    for (text, number) in [
        ("Phổ cập giáo dục mầm non cho trẻ em 5 tuổi.", "5"),
        ("Duy trì phổ cập giáo dục tiểu học mức độ 3.", "3"),
        ("Thực hiện dạy học 02 buổi/ngày.", "2"),
        ("Nghị quyết số 47/NQ-HĐND ngày 15/7/2025.", "47"),
        ("Hoàn thành đến năm 2030.", "2030"),
    ] {
        let quote = text.trim_end_matches('.');
        let failure = claim(text, quote, reach(number)).failure();
        assert!(
            matches!(&failure, Failure::NoFigure { other_kinds, .. } if !other_kinds.is_empty()),
            "{text}: {failure:?}"
        );
    }
}

#[test]
fn a_deadline_is_proven_by_its_day() {
    let every_year = Goal::Before(DueDay::EveryYear { month: 12, day: 10 });
    let text = "Báo cáo gửi trước ngày 10/12 hằng năm.";
    let mut case = claim(text, "trước ngày 10/12 hằng năm", every_year)
        .in_period(Period::EveryYear { until: None });
    case.measure = Measure::Date;
    assert!(case.prove().is_ok(), "{:?}", case.prove());
    case.quote = "10/12 hằng năm";
    assert!(matches!(case.failure(), Failure::Cuts { .. }));
    case.quote = "trước ngày 10/12 hằng năm";
    case.goal = Goal::Before(DueDay::EveryYear { month: 10, day: 12 });
    assert!(matches!(case.failure(), Failure::Goal { .. }));
    case.goal = before("2026-03-31");
    case.text = "Hoàn thành trước ngày 31/3/2026.";
    case.quote = "trước ngày 31/3/2026";
    case.period = Period::Year(2026);
    assert!(case.prove().is_ok(), "{:?}", case.prove());
    case.text = "Ban hành ngày 31/3/2026.";
    case.quote = "ngày 31/3/2026";
    assert!(matches!(case.failure(), Failure::Goal { .. }));
}

#[test]
fn a_carried_marker_stands_earlier_in_the_same_enumeration() {
    let text = "Tăng ít nhất 03 trường mầm non, 01 trường có cấp tiểu học và 02 trường có cấp \
                trung học cơ sở.";
    let at_least = |number| value(Comparator::IncreaseBy(Bound::AtLeast), number);
    let case = |quote, goal| claim(text, quote, goal).counted("count:school");
    assert!(case("01 trường có cấp tiểu học", at_least("1")).carried("ít nhất").prove().is_ok());
    assert!(
        case("02 trường có cấp trung học cơ sở", at_least("2")).carried("ít nhất").prove().is_ok()
    );
    assert!(matches!(
        case("02 trường có cấp trung học cơ sở", at_least("2")).failure(),
        Failure::Goal { .. }
    ));
    assert!(matches!(
        case("01 trường có cấp tiểu học", reach("1")).carried("ít nhất").failure(),
        Failure::Goal { .. }
    ));
    assert!(matches!(
        case("01 trường có cấp tiểu học", at_least("1")).carried("tối thiểu").failure(),
        Failure::NotCarried { .. }
    ));
    assert!(matches!(
        case("Tăng ít nhất 03 trường mầm non", at_least("3")).carried("ít nhất").failure(),
        Failure::NotCarried { .. }
    ));
    let apart = claim(
        "Nhà giáo đạt ít nhất 93%, cán bộ quản lý đạt 100%.",
        "cán bộ quản lý đạt 100%",
        value(Comparator::AtLeast, "100"),
    )
    .carried("ít nhất");
    assert!(matches!(apart.failure(), Failure::NotCarried { .. }));
    let next_sentence = claim(
        "Ít nhất 65% xã đạt chuẩn. 75% xã có trường.",
        "75% xã có trường",
        value(Comparator::AtLeast, "75"),
    )
    .carried("Ít nhất");
    assert!(matches!(next_sentence.failure(), Failure::NotCarried { .. }));
}

#[test]
fn a_bare_number_of_a_cell_takes_its_unit_from_the_table() {
    let cell = |row: &[&'static str]| claim("106", "106", reach("106")).in_table("Mục tiêu", row);
    let row = ["5", "Số đơn vị cấp xã đạt chuẩn", "Xã, phường"];
    assert!(cell(&row).counted("count:commune").prove().is_ok());
    assert!(matches!(cell(&row).failure(), Failure::Goal { .. }));
    assert!(cell(&["Tỷ lệ huy động trẻ", "%"]).prove().is_ok());
    assert!(
        claim("90", "90", reach("90"))
            .in_table("Mục tiêu", &["Tỷ lệ", "Sinh viên/vạn dân"])
            .counted("rate:10000-people")
            .prove()
            .is_ok()
    );
    assert!(
        claim("90", "90", reach("90")).in_table("Tỷ lệ (%)", &["Trẻ đến trường"]).prove().is_ok()
    );
}

#[test]
fn a_bare_decimal_is_an_index() {
    let mut case = claim(
        "Chỉ số giáo dục trong HDI đạt trên 0,85.",
        "đạt trên 0,85",
        value(Comparator::Above, "0.85"),
    );
    assert!(matches!(case.failure(), Failure::Goal { .. }));
    case.measure = Measure::Index;
    assert!(case.prove().is_ok());
}

#[test]
fn a_milestone_needs_its_verb_and_its_object() {
    let text = "Duy trì phổ cập giáo dục mầm non cho trẻ em 5 tuổi. Hoàn thành quy hoạch mạng \
                lưới trường lớp.";
    assert!(
        claim(text, "Duy trì phổ cập giáo dục mầm non", Goal::Maintain)
            .about(&["phổ cập giáo dục mầm non"])
            .prove()
            .is_ok()
    );
    assert!(
        claim(text, "Hoàn thành quy hoạch mạng lưới", Goal::Complete)
            .about(&["Quy hoạch mạng lưới"])
            .prove()
            .is_ok()
    );
    assert!(matches!(
        claim(text, "quy hoạch mạng lưới", Goal::Complete)
            .about(&["quy hoạch mạng lưới"])
            .failure(),
        Failure::NoVerb { .. }
    ));
    assert!(matches!(
        claim(text, "Hoàn thành quy hoạch mạng lưới", Goal::Maintain)
            .about(&["quy hoạch mạng lưới"])
            .failure(),
        Failure::OtherVerb { .. }
    ));
    assert!(matches!(
        claim(text, "Hoàn thành quy hoạch mạng lưới", Goal::Complete)
            .about(&["mạng lưới y tế"])
            .failure(),
        Failure::NoObject { .. }
    ));
    assert!(matches!(
        claim("New school buildings.", "school buildings", Goal::Complete)
            .about(&["school"])
            .english()
            .failure(),
        Failure::NoVerb { .. }
    ));
    assert!(
        claim(
            "Completing the school network plan.",
            "Completing the school network plan",
            Goal::Complete
        )
        .about(&["network plan"])
        .english()
        .prove()
        .is_ok()
    );
}

#[test]
fn everything_that_is_wrong_with_a_claim_is_said_at_once() {
    let case = claim(
        "Đến năm 2030, trường tiểu học đạt 74,4%.",
        "trường tiểu học đạt 74,4%",
        reach("54.5"),
    )
    .of(&["lower-secondary"])
    .in_period(Period::Year(2025));
    let failures = case.prove().expect_err("three mistakes");
    assert!(
        matches!(
            failures[..],
            [Failure::Goal { .. }, Failure::Period { .. }, Failure::Breakdown { .. }]
        ),
        "{failures:?}"
    );
}

#[test]
fn what_is_kept_is_not_completed() {
    let complete = |text| claim(text, text, Goal::Complete).about(&["phổ cập"]);
    for text in [
        "Duy trì phổ cập tiểu học",
        "Tiếp tục duy trì vững chắc phổ cập tiểu học",
        "Củng cố và nâng cao phổ cập tiểu học",
    ] {
        assert!(matches!(complete(text).failure(), Failure::OtherVerb { .. }), "{text}");
    }
    assert!(complete("Hoàn thành và giữ vững phổ cập tiểu học").prove().is_ok());
    let inside = claim(
        "Tỉnh hoàn thành chương trình xóa mù chữ.",
        "chương trình xóa mù chữ",
        Goal::Complete,
    )
    .about(&["chương trình xóa mù chữ"]);
    assert!(
        matches!(inside.failure(), Failure::NoVerb { .. }),
        "the verb of the programme's name completes nothing"
    );
    let english = claim(
        "Continue to maintain universal education",
        "Continue to maintain universal education",
        Goal::Complete,
    )
    .about(&["universal education"]);
    let Failure::OtherVerb { verb, goal: Goal::Complete } = english.english().failure() else {
        panic!("it is kept")
    };
    assert_eq!(verb, 12..20);
}

#[test]
fn a_quote_says_which_way_a_value_goes() {
    let text = "Reduce the number of school units by 10%.";
    let case =
        |quote| claim(text, quote, value(Comparator::ReduceBy(Bound::Exactly), "10")).english();
    assert!(case("Reduce the number of school units by 10%").prove().is_ok());
    assert!(matches!(case("units by 10%").failure(), Failure::Cuts { .. }));
}
