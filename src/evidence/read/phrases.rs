//! Phrases as plans have them, in both languages, and what they must be read as.

mod named;

use crate::evidence::{Mention, MentionKind, Vocabulary, read, same_numbers};
use crate::language::Language;

fn vocabulary(language: Language) -> Vocabulary {
    let units: &[(&str, &str)] = match language {
        Language::Vi => &[
            ("sinh viên/vạn dân", "rate:10000-people"),
            ("sinh viên/10.000 dân", "rate:10000-people"),
            ("cơ sở giáo dục nghề nghiệp", "count:school"),
            ("trường mầm non", "count:school"),
            ("trường học", "count:school"),
            ("trường", "count:school"),
            ("xã, phường", "count:commune"),
            ("xã biên giới", "count:commune"),
            ("xã", "count:commune"),
            ("nhà giáo", "count:teacher"),
            ("sinh viên", "count:student"),
            ("phân hiệu", "count:branch"),
        ],
        Language::En => &[
            ("students per 10,000 people", "rate:10000-people"),
            ("vocational education institution", "count:school"),
            ("new upper secondary schools", "count:school"),
            ("preschools", "count:school"),
            ("schools", "count:school"),
            ("school", "count:school"),
            ("communes and wards", "count:commune"),
            ("border communes", "count:commune"),
            ("communes", "count:commune"),
            ("teachers", "count:teacher"),
            ("students", "count:student"),
            ("branch campus", "count:branch"),
        ],
    };
    let mut units: Vec<_> =
        units.iter().map(|(term, id)| ((*term).to_owned(), (*id).to_owned())).collect();
    units.sort_by(|left, right| (right.0.len(), &left.0).cmp(&(left.0.len(), &right.0)));
    Vocabulary { units, ..Vocabulary::of(language) }
}

/// A mention in few words: `at least 30 percent` is `at_least 30 percent`.
fn said(mention: &Mention) -> String {
    match &mention.kind {
        MentionKind::Figure(figure) => {
            let high = figure.high.map_or(String::new(), |high| format!("..{high}"));
            let measure = figure.measure.as_ref().map_or("bare", |measure| measure.name());
            format!("{} {}{high} {measure}", figure.comparator.name(), figure.low)
        }
        MentionKind::Year(year) => format!("year {year}"),
        MentionKind::Stage(from, to) => format!("stage {from}-{to}"),
        MentionKind::SchoolYear(from) => format!("school year {from}"),
        MentionKind::EveryYear => "every year".to_owned(),
        MentionKind::Quarter(quarter, year) => format!("quarter {quarter} {year}"),
        MentionKind::HalfYear(half, year) => format!("half {half}/{year}"),
        MentionKind::NineMonths(year) => format!("nine months {year}"),
        MentionKind::Date(date) => format!("date {}", date.iso()),
        MentionKind::ImpossibleDate(day, month, year) => format!("impossible {day}/{month}/{year}"),
        MentionKind::DayOfYear { month, day, before } => {
            format!("{} {day}/{month}", if *before { "before" } else { "day" })
        }
        MentionKind::DocumentNumber(number) => format!("document {number}"),
        MentionKind::Age { from, to, or_over } => {
            format!(
                "age {from}{}{}",
                to.map_or(String::new(), |to| format!("-{to}")),
                if *or_over { "+" } else { "" }
            )
        }
        MentionKind::Level(level) => format!("level {level}"),
        MentionKind::Frequency { count, .. } => format!("frequency {count}"),
        MentionKind::Duration { count, .. } => format!("duration {count}"),
        MentionKind::Ordinal(count) => format!("ordinal {count}"),
        MentionKind::Other(printed) => format!("other {printed}"),
    }
}

fn reading(text: &str, language: Language) -> String {
    read(text, language, &vocabulary(language)).iter().map(said).collect::<Vec<_>>().join(" | ")
}

/// The same in both languages.
fn both(rows: &[(&str, &str, &str)]) {
    for (vi, en, expected) in rows {
        assert_eq!(reading(vi, Language::Vi), *expected, "{vi}");
        assert_eq!(reading(en, Language::En), *expected, "{en}");
    }
}

#[test]
fn a_value_without_a_marker_is_to_be_reached() {
    both(&[
        (
            "trẻ nhà trẻ được huy động đến trường đạt 48,5%.",
            "the share of nursery-age children enrolled reaches 48.5%.",
            "reach 48.5 percent",
        ),
        ("Phấn đấu 100% trẻ mầm non", "Strive for 100% of children", "reach 100 percent"),
        ("tư thục đạt 7,0%", "a share of 7.0%", "reach 7.0 percent"),
        (
            "chiếm 74,4% ở cấp tiểu học, 54,5% ở cấp khác",
            "to make up 74.4% at primary level, 54.5% at another",
            "reach 74.4 percent | reach 54.5 percent",
        ),
        ("Có 95% học sinh đi tiếp", "95 percent of students go on", "reach 95 percent"),
        (
            "phấn đấu có 375 trường học đạt chuẩn",
            "strive for 375 schools",
            "reach 375 count:school",
        ),
        (
            "nâng số trường đạt chuẩn quốc gia lên 300 trường.",
            "raise the number of schools to 300 schools.",
            "reach 300 count:school",
        ),
        ("nâng tỷ lệ lên 10%", "raise the share to 10%", "reach 10 percent"),
        ("Xây mới 05 trường học", "Build 5 new upper secondary schools", "reach 5 count:school"),
        (
            "Có 01 cơ sở giáo dục nghề nghiệp",
            "Have 1 vocational education institution",
            "reach 1 count:school",
        ),
        ("tại 11 xã biên giới", "in 11 border communes", "reach 11 count:commune"),
        (
            "Thành lập 01 phân hiệu của Đại học",
            "Establish 1 branch campus of a university",
            "reach 1 count:branch",
        ),
        ("tổng số 1.250 sinh viên", "1,250 students in all", "reach 1250 count:student"),
        (
            "đạt 155 sinh viên/vạn dân",
            "reaches 155 students per 10,000 people",
            "reach 155 rate:10000-people",
        ),
        ("bằng 0,65 %", "equals 0.65 %", "reach 0.65 percent"),
        (
            "tại 100% xã, trên địa bàn tỉnh",
            "in 100% of communes over the province",
            "reach 100 percent",
        ),
        ("được thực hiện 100% trên Phần mềm", "are done 100% in the Software", "reach 100 percent"),
        ("tăng từ 20% lên 50%", "increase from 20% to 50%", "reach 20 percent | reach 50 percent"),
    ]);
}

#[test]
fn only_markers_next_to_the_number_govern_it() {
    both(&[
        ("đạt trên 98%", "reaches over 98%", "above 98 percent"),
        ("trên 95% đơn vị xã", "more than 95% of commune units", "above 95 percent"),
        ("Có trên 57,6% trường mầm non", "Over 57.6% of preschools", "above 57.6 percent"),
        ("HDI đạt trên 0,85.", "the HDI reaches over 0.85.", "above 0.85 bare"),
        ("cao hơn 40%", "exceeding 40%", "above 40 percent"),
        ("vượt 60%", "exceeds 60%", "above 60 percent"),
        ("không vượt quá 60%", "does not exceed 60%", "at_most 60 percent"),
        ("ít nhất là 30%", "at the very least 30%", "at_least 30 percent"),
        ("giảm xuống dưới 8,0%.", "is brought down to below 8.0%.", "below 8.0 percent"),
        ("giảm còn dưới 10%", "is reduced to under 10%", "below 10 percent"),
        ("thấp hơn 5%", "less than 5%", "below 5 percent"),
        ("ở mức ít nhất 30%", "at a level of at least 30%", "at_least 30 percent"),
        ("Ít nhất 18 trường mầm non", "At least 18 preschools", "at_least 18 count:school"),
        (
            "ít nhất 155 sinh viên/vạn dân.",
            "at least 155 students per 10,000 people.",
            "at_least 155 rate:10000-people",
        ),
        (
            "duy trì ở mức tối thiểu 20% tổng chi",
            "make up a minimum of 20% of spending",
            "at_least 20 percent",
        ),
        ("đạt từ 0,8 trở lên", "to reach 0.8 or more", "at_least 0.8 bare"),
        ("từ 18% trở lên có trình độ", "18% or more hold it", "at_least 18 percent"),
        ("đạt từ 50% trở lên", "reaches 50% or above", "at_least 50 percent"),
        ("từ 60% trở lên trường", "60% or higher of schools", "at_least 60 percent"),
        ("không dưới 90%", "no less than 90%", "at_least 90 percent"),
        ("5% trở xuống", "5% or less", "at_most 5 percent"),
        ("không quá 5%", "no more than 5%", "at_most 5 percent"),
        ("tối đa 3 trường", "at most 3 schools", "at_most 3 count:school"),
        ("khoảng 50%", "about 50%", "about 50 percent"),
        ("trên dưới 50%", "around 50%", "about 50 percent"),
        ("khoảng 2.000 sinh viên", "approximately 2,000 students", "about 2000 count:student"),
        ("≥ 85%", "≥ 85%", "at_least 85 percent"),
        (">= 85%", ">= 85%", "at_least 85 percent"),
        (
            "trình độ đại học trở lên đạt 24%",
            "with degrees or more reaches 24%",
            "reach 24 percent",
        ),
        ("trên địa bàn tỉnh đạt 5%", "over the province reaches 5%", "reach 5 percent"),
    ]);
}

#[test]
fn a_change_is_not_a_standing() {
    both(&[
        ("Giảm 10% số đơn vị trường học", "Cut 10% of school units", "reduce_by 10 percent"),
        ("Giảm 10% số đơn vị", "Reduce the number of units by 10%", "reduce_by 10 percent"),
        (
            "Giảm ít nhất 40% số điểm trường",
            "Reduce the number of sites by at least 40%",
            "reduce_by_at_least 40 percent",
        ),
        ("tăng 03 trường", "increase schools by 3 schools", "increase_by 3 count:school"),
        ("tăng thêm 5%", "raised by 5%", "increase_by 5 percent"),
        (
            "tăng ít nhất 03 trường mầm non, 01 trường có cấp tiểu học và 01 trường khác",
            "increase by at least 3 preschools, 1 school with the primary level and 1 school more",
            "increase_by_at_least 3 count:school | reach 1 count:school | reach 1 count:school",
        ),
        ("mức tăng 2%", "a rise of 2%", "increase_by 2 percent"),
        ("tăng 5%", "a 5% increase", "increase_by 5 percent"),
        ("Giảm nghèo. Đạt 10%", "Reduce poverty. Reach 10%", "reach 10 percent"),
    ]);
}

#[test]
fn to_keep_a_value_is_to_maintain_it_unless_a_marker_says_more() {
    both(&[
        ("duy trì 100%", "maintain 100%", "maintain 100 percent"),
        (
            "Tiếp tục duy trì 100% học sinh",
            "Continue to keep 100% of pupils",
            "maintain 100 percent",
        ),
        ("giữ ở mức 100%", "kept at 100%", "maintain 100 percent"),
        ("giữ vững 98,5%", "stays at 98.5%", "maintain 98.5 percent"),
        ("duy trì ít nhất 30%", "maintain at least 30%", "at_least 30 percent"),
        (
            "duy trì tỷ lệ đến trường đạt tối thiểu 20%",
            "maintain a share of at least 20%",
            "at_least 20 percent",
        ),
        ("Duy trì tỷ lệ đạt 99%", "Maintain the share that reaches 99%", "reach 99 percent"),
    ]);
}

#[test]
fn two_values_with_one_unit_are_a_range() {
    both(&[
        (
            "từ 2000 đến 3000 sinh viên mỗi năm",
            "from 2000 to 3000 students a year",
            "range 2000..3000 count:student | every year",
        ),
        ("đạt 35 - 40%.", "reach 35–40%.", "range 35..40 percent"),
        ("đạt 41-43%", "reach 41-43%", "range 41..43 percent"),
        ("từ 35% đến 40%", "from 35% to 40%", "range 35..40 percent"),
        ("35% đến 40%", "between 35% and 40%", "range 35..40 percent"),
        (
            "ít nhất 1 - 2 nhà giáo được đào tạo",
            "at least 1–2 teachers trained",
            "range 1..2 count:teacher",
        ),
        ("đạt 0,7 - 0,8", "reach 0.7–0.8", "range 0.7..0.8 bare"),
        ("35 - 40", "35–40", "range 35..40 bare"),
    ]);
}

#[test]
fn the_span_holds_what_governs_the_number_and_nothing_else() {
    let rows = [
        (Language::Vi, "tỷ lệ đạt trên 98% số trường", "trên 98%", "98%", "98"),
        (
            Language::Vi,
            "tăng ít nhất 03 trường mầm non",
            "tăng ít nhất 03 trường mầm non",
            "03 trường mầm non",
            "03",
        ),
        (Language::Vi, "đạt từ 0,8 trở lên", "từ 0,8 trở lên", "0,8", "0,8"),
        (Language::Vi, "giảm xuống dưới 8,0%", "dưới 8,0%", "8,0%", "8,0"),
        (Language::Vi, "duy trì ở mức tối thiểu 20%", "duy trì ở mức tối thiểu 20%", "20%", "20"),
        (Language::Vi, "tiếp tục duy trì ở mức 20%", "tiếp tục duy trì ở mức 20%", "20%", "20"),
        (Language::Vi, "đạt 35 - 40%", "35 - 40%", "35 - 40%", "35 - 40"),
        (Language::Vi, "học 02 buổi/ngày", "02 buổi/ngày", "02 buổi/ngày", "02"),
        (Language::Vi, "Hằng năm, sở", "Hằng năm", "Hằng năm", "Hằng năm"),
        (Language::En, "reduce sites by at least 40%.", "by at least 40%", "40%", "40"),
        (Language::En, "people aged 15 and over,", "aged 15 and over", "15", "15"),
        (Language::En, "is kept at 100% there", "kept at 100%", "100%", "100"),
        (
            Language::En,
            "in the 2025–2026 school year",
            "2025–2026 school year",
            "2025–2026 school year",
            "2025–2026",
        ),
    ];
    for (language, text, span, core, number) in rows {
        let mentions = read(text, language, &vocabulary(language));
        let [mention] = mentions.as_slice() else { panic!("{text}: {mentions:?}") };
        assert_eq!(
            (
                &text[mention.span.clone()],
                &text[mention.core.clone()],
                &text[mention.number.clone()]
            ),
            (span, core, number),
            "{text}"
        );
    }
}

#[test]
fn decomposed_text_and_hard_spaces_are_read_alike() {
    let composed = "Đến năm 2030, ít nhất 48,5% trường học; từ 15 tuổi trở lên; 47/NQ-HĐND";
    let decomposed: String = icu_normalizer::DecomposingNormalizerBorrowed::new_nfd()
        .normalize(composed)
        .replace(' ', "\u{a0}");
    assert_ne!(composed, decomposed);
    assert_eq!(reading(composed, Language::Vi), reading(&decomposed, Language::Vi));
}

#[test]
fn no_text_makes_the_reader_stumble() {
    let odd = [
        "%",
        "5",
        "5 -",
        "- 5",
        "5/",
        "//5//",
        "(",
        "(1",
        "ngày 5 tháng",
        "quý",
        "99999999999999999999999999999999%",
        "5\u{301}%",
        "từ đến 5",
        "1.2.3,4",
        "by 5",
        "31/12/",
    ];
    for text in odd {
        for language in Language::ALL {
            for mention in read(text, language, &vocabulary(language)) {
                assert!(
                    text.is_char_boundary(mention.span.start)
                        && text.is_char_boundary(mention.span.end),
                    "{text}"
                );
            }
        }
    }
    assert_eq!(
        reading("Finish by 10%", Language::En),
        "other 10",
        "which way it moves is not said"
    );
    assert_eq!(reading("tăng trưởng -5%", Language::Vi), "reach -5 percent");
    let long = "tăng từ 5 - ".repeat(20_000);
    assert_eq!(read(&long, Language::Vi, &vocabulary(Language::Vi)).len(), 20_000);
}

#[test]
fn a_sentence_of_a_plan_says_the_same_in_both_languages() {
    let vi = "Đến năm 2030, duy trì 100% trường học đạt chuẩn; giảm ít nhất 40% số điểm trường \
              theo Nghị quyết số 47/NQ-HĐND ngày 15/7/2025.";
    let en = "Under Resolution No. 47/NQ-HĐND of 15 July 2025, reduce the number of sites by at \
              least 40% and maintain 100% of schools by 2030.";
    let mentions = |text, language| read(text, language, &vocabulary(language));
    assert_eq!(same_numbers(&mentions(vi, Language::Vi), &mentions(en, Language::En)), []);
}

#[test]
fn what_no_goal_can_say_proves_nothing() {
    both(&[
        // To, or by?
        ("giảm tỷ lệ bỏ học dưới 40%", "reduce dropout under 40%", "other 40"),
        ("không để dưới 5%", "not fall below 5%", "at_least 5 percent"),
        ("45/56 trường", "45/56 schools", "other 45/56"),
        (
            "100% (38/38) xã, phường",
            "100% (38/38) of communes and wards",
            "reach 100 percent | other 38/38",
        ),
        ("1 500 trường", "1 500 schools", "other 1 | other 500"),
        ("khoảng ít nhất 30%", "about at least 30%", "other 30"),
    ]);
}

#[test]
fn time_is_counted_in_what_the_text_says() {
    let differs = |vi, en| {
        !same_numbers(
            &read(vi, Language::Vi, &vocabulary(Language::Vi)),
            &read(en, Language::En, &vocabulary(Language::En)),
        )
        .is_empty()
    };
    for (vi, en, other) in [
        ("học 02 buổi/ngày", "2 sessions a day", "2 sessions a week"),
        ("giáo dục bắt buộc 9 năm", "9 years of education", "9 months of education"),
        ("trong 3 đến 5 năm", "for 3 to 5 years", "for 3 to 5 days"),
    ] {
        assert!(!differs(vi, en), "{vi}");
        assert!(differs(vi, other), "{other}");
    }
}
