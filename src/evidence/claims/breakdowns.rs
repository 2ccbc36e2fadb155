//! For whom a figure stands.

use super::sample::{Case, claim, of, reach, value};
use crate::evidence::Failure;
use crate::portal::{Comparator, Goal, MemberIndex};

/// The figure stands for these members and for no other of their dimension.
fn stands_for(case: &Case, members: &[&str], others: &[&str]) {
    for member in members {
        assert!(
            case.clone().of(&[member]).prove().is_ok(),
            "{member}: {:?}",
            case.clone().of(&[member]).prove()
        );
    }
    for other in others {
        let failure = case.clone().of(&[other]).failure();
        let found: Vec<MemberIndex> = of(members).0.into_iter().map(|(_, member)| member).collect();
        assert!(
            matches!(&failure, Failure::Breakdown { found: read, .. } if *read == found),
            "{other}: {failure:?}"
        );
    }
}

#[test]
fn what_follows_a_quantity() {
    let case = claim(
        "Có trên 57,6% trường mầm non đạt chuẩn; trường tiểu học đạt cao hơn.",
        "trên 57,6% trường mầm non",
        value(Comparator::Above, "57.6"),
    );
    stands_for(&case, &["preschool"], &["primary"]);
}

#[test]
fn each_figure_of_a_list_takes_its_own_name() {
    let vi = "Số trường đạt chuẩn chiếm 74,4% ở cấp tiểu học, 54,5% ở cấp trung học cơ sở và \
              61,5% ở cấp trung học phổ thông.";
    stands_for(
        &claim(vi, "chiếm 74,4% ở cấp tiểu học", reach("74.4")),
        &["primary"],
        &["lower-secondary", "upper-secondary"],
    );
    stands_for(
        &claim(vi, "54,5% ở cấp trung học cơ sở", reach("54.5")),
        &["lower-secondary"],
        &["primary", "upper-secondary"],
    );
    stands_for(
        &claim(vi, "61,5% ở cấp trung học phổ thông", reach("61.5")),
        &["upper-secondary"],
        &["primary", "lower-secondary"],
    );
    let en = "Schools meeting standards make up 74.4% of primary schools, 54.5% at lower \
              secondary level and 61.5% at upper secondary level.";
    stands_for(
        &claim(en, "74.4% of primary schools", reach("74.4")).english(),
        &["primary"],
        &["lower-secondary"],
    );
    stands_for(
        &claim(en, "54.5% at lower secondary level", reach("54.5")).english(),
        &["lower-secondary"],
        &["primary", "upper-secondary"],
    );
    stands_for(
        &claim(en, "61.5% at upper secondary level", reach("61.5")).english(),
        &["upper-secondary"],
        &["lower-secondary"],
    );
}

#[test]
fn what_stands_before_a_predicate() {
    let text = "Đi học đúng độ tuổi ở cấp tiểu học đạt 99,6%, ở cấp trung học cơ sở đạt 98,2%.";
    stands_for(
        &claim(text, "ở cấp tiểu học đạt 99,6%", reach("99.6")),
        &["primary"],
        &["lower-secondary"],
    );
    stands_for(
        &claim(text, "ở cấp trung học cơ sở đạt 98,2%", reach("98.2")),
        &["lower-secondary"],
        &["primary"],
    );
    let en = "Against the norm, teachers reach over 93% and education managers reach 100%.";
    stands_for(
        &claim(en, "teachers reach over 93%", value(Comparator::Above, "93")).english(),
        &["teachers"],
        &["managers"],
    );
    stands_for(
        &claim(en, "education managers reach 100%", reach("100")).english(),
        &["managers"],
        &["teachers"],
    );
}

#[test]
fn a_predicate_may_be_followed_by_its_level() {
    let text = "The share of pupils at the right age reaches 99.6% at primary level, 98.2% at \
                lower secondary level.";
    stands_for(
        &claim(text, "reaches 99.6%", reach("99.6")).english(),
        &["primary"],
        &["lower-secondary"],
    );
    stands_for(
        &claim(text, "98.2% at lower secondary level", reach("98.2")).english(),
        &["lower-secondary"],
        &["primary"],
    );
}

#[test]
fn one_figure_serves_a_whole_list() {
    let text = "Phòng học kiên cố ở cấp tiểu học, cấp trung học cơ sở và cấp trung học phổ \
                thông đạt 100%.";
    stands_for(
        &claim(text, "đạt 100%", reach("100")),
        &["primary", "lower-secondary", "upper-secondary"],
        &["preschool", "secondary"],
    );
    let after = "Huy động trên 99,9% học sinh độ tuổi tiểu học, học sinh trung học cơ sở đến \
                 trường, trẻ mầm non đạt 90%.";
    stands_for(
        &claim(after, "trên 99,9% học sinh", value(Comparator::Above, "99.9")),
        &["primary", "lower-secondary"],
        &["preschool"],
    );
}

#[test]
fn what_is_split_by_a_semicolon_stays_apart() {
    let text = "Học sinh dân tộc nội trú được bảo đảm 100% chỗ ở; học sinh bán trú được bảo đảm \
                ít nhất 50% chỗ ở.";
    stands_for(&claim(text, "100% chỗ ở", reach("100")), &["boarding"], &["semi-boarding"]);
    stands_for(
        &claim(text, "ít nhất 50% chỗ ở", value(Comparator::AtLeast, "50")),
        &["semi-boarding"],
        &["boarding"],
    );
}

#[test]
fn the_longer_name_hides_the_shorter() {
    let case = claim("Tỷ lệ trường trung học cơ sở đạt 60%.", "đạt 60%", reach("60"));
    stands_for(&case, &["lower-secondary"], &["secondary"]);
}

#[test]
fn dimensions_are_read_apart() {
    let text = "Ở cấp cơ sở, 100% đơn vị đạt chuẩn phổ cập giáo dục tiểu học, giáo dục trung \
                học cơ sở mức độ 3.";
    let case = claim(text, "100% đơn vị", reach("100"));
    assert!(
        case.clone().of(&["primary", "level-3"]).prove().is_ok(),
        "{:?}",
        case.clone().of(&["primary", "level-3"]).prove()
    );
    assert!(case.clone().of(&["lower-secondary", "level-3"]).prove().is_ok());
    assert!(matches!(case.of(&["primary", "level-2"]).failure(), Failure::Breakdown { .. }));
}

#[test]
fn the_subject_of_an_earlier_chunk_still_governs() {
    let text = "Riêng trường bán trú, tỷ lệ này đạt ít nhất 25%.";
    stands_for(
        &claim(text, "đạt ít nhất 25%", value(Comparator::AtLeast, "25")),
        &["semi-boarding"],
        &["boarding"],
    );
}

#[test]
fn a_heading_names_what_the_unit_does_not() {
    let case = claim("Tỷ lệ huy động đạt 99%.", "đạt 99%", reach("99"))
        .under(&["1. Giáo dục tiểu học", "II. Giáo dục mầm non"], "");
    stands_for(&case, &["primary"], &["preschool"]);
    let own = claim("Tỷ lệ huy động trẻ mầm non đạt 99%.", "đạt 99%", reach("99"))
        .under(&["1. Giáo dục tiểu học"], "");
    stands_for(&own, &["preschool"], &["primary"]);
}

#[test]
fn the_row_of_a_table_decides() {
    let case = claim(
        "17,1 (sáp nhập Trường MN Hoa Ban)",
        "17,1 (sáp nhập Trường MN Hoa Ban)",
        reach("17.1"),
    );
    let case = case.in_table("Chỉ tiêu", &["23", "Tỷ lệ trường tiểu học đạt chuẩn mức độ 2", "%"]);
    stands_for(&case, &["primary"], &["preschool"]);
    stands_for(&case, &["level-2"], &["level-3"]);
}

#[test]
fn a_member_that_no_place_names_is_not_claimed() {
    let failure =
        claim("Tỷ lệ huy động đạt 99%.", "đạt 99%", reach("99")).of(&["primary"]).failure();
    assert!(matches!(failure, Failure::Breakdown { found, .. } if found.is_empty()));
}

#[test]
fn a_milestone_is_about_what_its_quote_names() {
    let text = "Duy trì phổ cập giáo dục tiểu học mức độ 3. Đạt phổ cập giáo dục trung học cơ \
                sở mức độ 2.";
    let case = claim(text, "Duy trì phổ cập giáo dục tiểu học mức độ 3", Goal::Maintain)
        .about(&["phổ cập"]);
    stands_for(&case, &["level-3"], &["level-2"]);
}

#[test]
fn an_earlier_sentence_names_nobody_for_a_later_figure() {
    let text = "Trường bán trú đạt ít nhất 25%. Tỷ lệ tốt nghiệp đạt ít nhất 45%.";
    let failure = claim(text, "tốt nghiệp đạt ít nhất 45%", value(Comparator::AtLeast, "45"))
        .of(&["semi-boarding"])
        .failure();
    assert!(matches!(failure, Failure::Breakdown { found, .. } if found.is_empty()));
}

#[test]
fn a_milestone_is_not_about_what_stands_round_its_quote() {
    let text = "Hoàn thành phổ cập giáo dục trung học cơ sở và xóa mù chữ mức độ 2.";
    let case = claim(text, "Hoàn thành phổ cập giáo dục trung học cơ sở", Goal::Complete)
        .about(&["phổ cập"]);
    assert!(case.clone().prove().is_ok());
    assert!(matches!(case.of(&["level-2"]).failure(), Failure::Breakdown { .. }));
}

#[test]
fn a_figure_for_a_part_is_none_for_the_whole() {
    let whole = |text, quote| claim(text, quote, reach("100")).split_by(&["level", "boarding"]);
    for (text, quote) in [
        ("Có 100% giáo viên mầm non đạt chuẩn.", "100% giáo viên mầm non"),
        ("Tỷ lệ hoàn thành cấp tiểu học đạt 100%.", "cấp tiểu học đạt 100%"),
        ("Học sinh nội trú được bảo đảm 100% chỗ ở.", "100% chỗ ở"),
    ] {
        assert!(matches!(whole(text, quote).failure(), Failure::PartOnly { .. }), "{text}");
    }
    let text = "Tỷ lệ đạt chuẩn là 100%. Riêng cấp tiểu học đạt 90%.";
    assert!(whole(text, "Tỷ lệ đạt chuẩn là 100%").prove().is_ok());
    let under = whole("Tỷ lệ hoàn thành đạt 100%.", "đạt 100%").under(&["Giáo dục tiểu học"], "");
    assert!(under.prove().is_ok(), "a heading may be of what the figure is a part of");
    let row = whole("100", "100").in_table("Mục tiêu", &["Tỷ lệ hoàn thành tiểu học", "%"]);
    assert!(matches!(row.failure(), Failure::PartOnly { .. }));
}
