//! What an author is told.

use super::sample::{Case, claim, dimensions, reach, units, value};
use crate::diagnostic::Code;
use crate::evidence::{MentionKind, describe, spelling};
use crate::language::Localized;
use crate::portal::{Comparator, Goal, Period};

fn told(case: &Case) -> (Code, Localized, Localized, Localized) {
    let mentions = case.mentions();
    describe(&case.failure(), &case.unit(&mentions), &dimensions(), &units())
}

#[test]
fn a_wrong_goal_is_told_what_was_read_and_what_to_type() {
    let (code, message, _, cure) =
        told(&claim("Tỷ lệ đạt trên 98%.", "Tỷ lệ đạt trên 98%", reach("98")));
    assert_eq!(code, Code::GoalDiffers);
    assert_eq!(message.vi, "mục tiêu ghi 98 (phần trăm), đọc được: trên 98% (phần trăm)");
    assert!(
        cure.vi.contains("`goal: \"> 98\"`") && cure.en.contains("`goal: \"> 98\"`"),
        "{cure:?}"
    );
}

#[test]
fn a_wrong_unit_is_told_both_units() {
    let (_, message, _, cure) =
        told(&claim("There are 300 schools.", "300 schools", reach("300")).english());
    assert!(message.en.contains("300 (percent), read: 300 schools (schools)"), "{}", message.en);
    assert!(cure.en.contains("an indicator whose unit is schools"), "{}", cure.en);
}

#[test]
fn an_age_is_called_an_age() {
    let (code, message, ..) =
        told(&claim("Phổ cập cho trẻ em 5 tuổi.", "trẻ em 5 tuổi", reach("5")));
    assert_eq!(code, Code::QuoteFigure);
    assert!(message.vi.contains("độ tuổi") && message.en.contains("= age"), "{message:?}");
}

#[test]
fn a_cropped_marker_is_shown_whole() {
    let (code, _, _, cure) = told(&claim("Tỷ lệ đạt trên 98%.", "98%", reach("98")));
    assert_eq!(code, Code::QuoteCuts);
    assert!(cure.vi.contains("“trên 98%”"), "{}", cure.vi);
}

#[test]
fn a_quote_that_strays_is_shown_how_far_it_goes() {
    let (code, _, label, _) =
        told(&claim("Tỷ lệ trẻ đến trường đạt 98%.", "Tỷ lệ trẻ tới trường", reach("98")));
    assert_eq!(code, Code::QuoteNotFound);
    assert!(label.vi.contains("“Tỷ lệ trẻ"), "{}", label.vi);
}

#[test]
fn a_wrong_period_is_told_the_right_one() {
    let (code, message, _, cure) = told(
        &claim("Giai đoạn 2026 - 2030, tỷ lệ đạt 98%.", "tỷ lệ đạt 98%", reach("98"))
            .in_period(Period::Year(2030)),
    );
    assert_eq!(code, Code::PeriodDiffers);
    assert!(message.en.contains("2026-2030"), "{}", message.en);
    assert_eq!(cure.en, "type `period: 2026-2030`");
    let (.., cure) =
        told(&claim("Tỷ lệ đạt 98%.", "Tỷ lệ đạt 98%", reach("98")).in_period(Period::Year(2030)));
    assert_eq!(cure.en, "type `period: none`");
}

#[test]
fn a_wrong_member_is_told_the_right_one() {
    let (code, message, _, cure) = told(
        &claim("Cấp tiểu học đạt 98%.", "Cấp tiểu học đạt 98%", reach("98"))
            .of(&["lower-secondary"]),
    );
    assert_eq!(code, Code::BreakdownDiffers);
    assert_eq!(message.vi, "con số này là của tiểu học, không phải trung học cơ sở");
    assert!(cure.en.contains("`breakdown: {level: primary}`"), "{}", cure.en);
}

#[test]
fn a_bare_milestone_is_told_its_words() {
    let (code, _, label, _) = told(
        &claim("Hoàn thành mạng lưới.", "Hoàn thành mạng lưới", Goal::Complete)
            .about(&["quy hoạch"]),
    );
    assert_eq!(code, Code::MilestoneWords);
    assert!(label.vi.contains("“quy hoạch”"), "{}", label.vi);
}

#[test]
fn a_figure_is_spelt_as_an_author_types_it() {
    for (text, expected) in [
        ("Đạt 48,5%.", "48.5"),
        ("Đạt trên 8,0%.", "\"> 8.0\""),
        ("Ít nhất 85%.", "\">= 85\""),
        ("Đạt 35 - 40%.", "\"35..40\""),
        ("Giảm ít nhất 40% số điểm trường.", "\"reduce by >= 40\""),
        ("Duy trì 100%.", "\"maintain 100\""),
    ] {
        let mentions = claim(text, "", value(Comparator::Reach, "0")).mentions();
        let MentionKind::Figure(figure) = &mentions[0].kind else { panic!("{text}") };
        assert_eq!(spelling(figure), expected, "{text}");
    }
}
