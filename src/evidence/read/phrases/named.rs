//! Phrases whose numbers are no values: times, names, ages, levels. Both languages must say the
//! same kind.

use super::{both, reading};
use crate::language::Language;

#[test]
fn days_and_months() {
    both(&[
        (
            "Nghị quyết ngày 15/7/2025 của tỉnh",
            "Resolution of 15 July 2025 of the province",
            "date 2025-07-15",
        ),
        ("ngày 27 tháng 9 năm 2025", "September 27, 2025", "date 2025-09-27"),
        ("27 tháng 9 năm 2025", "27 September 2025", "date 2025-09-27"),
        ("ngày 04 tháng 11 năm 2013", "on 4 November 2013", "date 2013-11-04"),
        ("tháng 02 năm 2026", "February 2026", "date 2026-02"),
        ("ban hành tháng 9/2025;", "in September 2025;", "date 2025-09"),
        ("ngày 18/5/2021, Bộ Chính trị", "on 18 May 2021 the Politburo", "date 2021-05-18"),
        ("ngày 29/02/2025", "29 February 2025", "impossible 29/2/2025"),
        ("trước ngày 10/12 hằng năm", "before 10 December every year", "before 10/12 | every year"),
        ("trước 10/12", "by 10 December", "before 10/12"),
        ("trước ngày 10 tháng 12", "before December 10", "before 10/12"),
        ("ngày 20/11", "20 November", "day 20/11"),
        ("đạt 1/3 tổng số", "reaches 1/3 of the whole", "other 1/3"),
        ("trong tháng 9", "in September", "ordinal 9"),
        ("trong Quý I/2026.", "within Quarter I/2026.", "quarter 1 2026"),
        ("quý 1 năm 2026", "the first quarter of 2026", "quarter 1 2026"),
        ("Quý IV năm 2026", "Q4 2026", "quarter 4 2026"),
        ("quý II/2027", "Quarter 2 of 2027", "quarter 2 2027"),
    ]);
}

#[test]
fn years_and_stages() {
    both(&[
        (
            "đến năm 2030, tầm nhìn đến năm 2045",
            "to 2030, with a vision to 2045",
            "year 2030 | year 2045",
        ),
        ("ĐẾN NĂM 2030", "BY 2030", "year 2030"),
        ("đến 2030", "by the end of 2030", "year 2030"),
        ("tầm nhìn 2045", "vision 2045", "year 2045"),
        ("định hướng đến năm 2030", "with orientations to 2030", "year 2030"),
        ("vào năm 2029", "in 2029", "year 2029"),
        ("trong năm 2026", "during the year 2026", "year 2026"),
        ("chu kỳ 2025", "in the 2025 cycle", "year 2025"),
        ("năm 2026, 2027 và 2028", "in 2026, 2027 and 2028", "year 2026 | year 2027 | year 2028"),
        (
            "Đến năm 2030, 100% phòng học",
            "By 2030, 100% of classrooms",
            "year 2030 | reach 100 percent",
        ),
        ("vào năm 2030 trường học", "by 2030 schools", "year 2030"),
        ("giai đoạn 2021 - 2025", "the 2021–2025 period", "stage 2021-2025"),
        ("giai đoạn 2021-2025, định hướng", "in 2021-2025, with", "stage 2021-2025"),
        ("2026 - 2030", "2026–2030", "stage 2026-2030"),
        ("nhiệm kỳ 2021-2026", "tenure 2021–2026", "stage 2021-2026"),
        ("từ năm 2026 đến năm 2030", "from 2026 to 2030", "stage 2026-2030"),
        ("giai đoạn 2022-2030 trường học", "in the period 2022–2030 schools", "stage 2022-2030"),
        ("năm học 2025 - 2026", "the 2025–2026 school year", "school year 2025"),
        ("NĂM HỌC 2025 - 2026", "SCHOOL YEAR 2025–2026", "school year 2025"),
        ("Kết quả năm học 2024-2025", "Result, 2024–2025 school year", "school year 2024"),
        ("hằng năm (từ năm 2026)", "every year (from 2026)", "every year | year 2026"),
        ("hàng năm", "annually", "every year"),
        ("tăng 1%/năm", "increase by 1% a year", "increase_by 1 percent | every year"),
        (
            "2025: 80%; 2026: 85%",
            "2025: 80%; 2026: 85%",
            "year 2025 | reach 80 percent | year 2026 | reach 85 percent",
        ),
        ("mỗi năm", "each year", "every year"),
        (
            "Kế hoạch hằng năm và kế hoạch 05 năm",
            "the yearly plan and the plan for 5 years",
            "every year | duration 5",
        ),
        ("mỗi năm học", "every school year", ""),
        ("hằng năm học sinh được khám", "every year pupils are examined", "every year"),
    ]);
}

#[test]
fn document_numbers_are_the_same_in_both_languages() {
    let numbers = [
        "47/NQ-HĐND",
        "142/2025/NĐ-CP",
        "01-KL/TW",
        "43-KH/TU",
        "150-CTr/TU",
        "28/TTr-UBND",
        "218/2025/QH15",
        "1705/QĐ-TTg",
        "29-NQ/TW",
        "71-NQ/TU",
        "37-CT/TW",
        "02/KH-BCĐ",
        "07/2024/NQ-HĐND",
        "2358/QĐ-BGDĐT",
        "1573-CV/TU",
    ];
    for number in numbers {
        let expected = format!("document {number} | date 2025-07-15");
        assert_eq!(
            reading(&format!("Nghị quyết số {number} ngày 15/7/2025"), Language::Vi),
            expected
        );
        assert_eq!(
            reading(&format!("Resolution No. {number} of 15 July 2025"), Language::En),
            expected
        );
    }
    assert_eq!(reading("Nghị quyết số 63- NQ/TU", Language::Vi), "document 63-NQ/TU");
    assert_eq!(
        reading("khoản 3 - UBND/HĐND", Language::Vi),
        "ordinal 3",
        "a dash with spaces on both sides joins words"
    );
}

#[test]
fn ages_levels_and_times() {
    both(&[
        ("cho trẻ em 5 tuổi, tiếp tục", "for 5-year-olds, and continue", "age 5"),
        ("trẻ 4 tuổi", "children aged 4", "age 4"),
        ("trẻ em từ 3 đến 5 tuổi", "children aged 3 to 5", "age 3-5"),
        ("trẻ 3 - 5 tuổi", "3- to 5-year-olds", "age 3-5"),
        ("từ 3 tuổi đến 5 tuổi", "aged from 3 to 5 years", "age 3-5"),
        (
            "số người từ 15 tuổi trở lên, trên 98%",
            "people aged 15 and over, over 98%",
            "age 15+ | above 98 percent",
        ),
        ("người từ 15 tuổi trở lên", "people 15 years old or over", "age 15+"),
        ("trong độ tuổi 15 - 18 học tiếp", "aged 15–18 go on", "age 15-18"),
        (
            "độ tuổi từ 15 - 60 đạt 99,6%",
            "those aged 15–60 to reach 99.6%",
            "age 15-60 | reach 99.6 percent",
        ),
        ("Trong độ tuổi 18-22, tỷ lệ", "Among people aged 18–22, the share", "age 18-22"),
        ("trẻ em 6 tuổi vào lớp 1", "6-year-olds in grade 1", "age 6 | level 1"),
        ("trong độ tuổi đạt 99%", "in the age group reaches 99%", "reach 99 percent"),
        (
            "trung học cơ sở mức độ 3 ở trên 95% xã",
            "lower secondary at level 3 in over 95% of communes",
            "level 3 | above 95 percent",
        ),
        ("mức độ 1 và mức độ 2", "levels 1 and 2", "level 1 | level 2"),
        (
            "vào lớp 10 năm học 2026 - 2027",
            "in grade 10 for the 2026–2027 school year",
            "level 10 | school year 2026",
        ),
        ("cấp độ 2", "level 2", "level 2"),
        ("học 2 buổi/ngày.", "study 2 sessions a day.", "frequency 2"),
        ("học 02 buổi/ngày", "2 sessions per day", "frequency 2"),
        ("giáo dục bắt buộc 9 năm.", "9 years of compulsory education.", "duration 9"),
        (
            "5 năm giai đoạn 2026 - 2030",
            "the 5-year plan for 2026–2030",
            "duration 5 | stage 2026-2030",
        ),
        ("3 tháng", "3 months", "duration 3"),
        ("từ 3 đến 5 năm", "3 to 5 years", "duration 3 | duration 5"),
    ]);
}

#[test]
fn labels_names_and_bare_numbers() {
    both(&[
        (
            "gồm: (1) Rà soát; (2) Chuyển đổi",
            "are: (1) Review; (2) Convert",
            "ordinal 1 | ordinal 2",
        ),
        (
            "Điều 5, 7 và 8 của Luật",
            "Articles 5, 7 and 8 of the Law",
            "ordinal 5 | ordinal 7 | ordinal 8",
        ),
        ("mức độ 3, 50 em", "level 3, 50 children", "level 3 | other 50"),
        ("khoản 2 Điều 5", "clause 2, Article 5", "ordinal 2 | ordinal 5"),
        ("Phụ lục 2", "Appendix 2", "ordinal 2"),
        ("1. Giao Ủy ban nhân dân", "1. The People's Committee", "ordinal 1"),
        (
            "Chương trình giáo dục phổ thông 2018 phải",
            "the 2018 General Education Programme must",
            "other 2018",
        ),
        ("công nghiệp 4.0 và", "Industry 4.0 and", "other 4.0"),
        ("Đề án 641;", "Scheme 641,", "other 641"),
        ("Đề án 06", "Project 06", "other 06"),
        ("Lưu: VT, VX4.", "Files: VT, VX4.", ""),
        ("3 trường hợp khác", "3 other cases", "other 3"),
        ("2.3 Tầm nhìn", "2.3 Vision", "other 2.3"),
        ("33,8", "33.8", "reach 33.8 bare"),
        ("106", "106", "reach 106 bare"),
        ("100,0", "100.0", "reach 100.0 bare"),
        ("17,1 (sáp nhập Trường)", "17.1 (merger of schools)", "reach 17.1 bare"),
        ("Sinh viên/10.000 dân", "Students per 10,000 people", ""),
        ("chỉ số 0,8 của tỉnh", "an index of 0.8 of the province", "reach 0.8 bare"),
        ("", "", ""),
    ]);
}

#[test]
fn a_number_of_the_other_language_is_no_value() {
    assert_eq!(reading("khoảng 48.5", Language::Vi), "other 48.5");
    assert_eq!(reading("about 48,5", Language::En), "other 48,5");
}
