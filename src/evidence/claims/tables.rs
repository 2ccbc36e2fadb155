//! What a cell takes from its table: small tables in, readings out, from plain to odd.

use super::sample::{Case, claim, range, reach, value};
use crate::evidence::table::{Row, TableShape, Trouble, Unclear};
use crate::evidence::{CellInTable, Failure};
use crate::portal::{Bound, Comparator, Goal, Period, StatementKind};

/// The rows of a Markdown table without the line of dashes.
fn grid(table: &'static str) -> Vec<Vec<&'static str>> {
    let rows = table.trim().lines().map(str::trim).filter(|line| !line.starts_with("|--"));
    rows.map(|line| line.trim_matches('|').split('|').map(str::trim).collect()).collect()
}

/// The cell at body row and column, both from 1, as they are cited.
fn cell(
    table: &'static str,
    row: usize,
    column: usize,
    above: &[&'static str],
) -> (&'static str, CellInTable<'static>) {
    let grid = grid(table);
    let shape = TableShape::new(&grid);
    let text = grid[row][column - 1];
    (text, shape.cell(row, column - 1, |row, column| grid[row][column], above.to_vec()))
}

/// A claim of the share of schools that meet the national standard, on a whole cell.
fn at(table: &'static str, row: usize, column: usize, goal: Goal) -> Case {
    under(table, row, column, goal, &[])
}

fn under(
    table: &'static str,
    row: usize,
    column: usize,
    goal: Goal,
    above: &[&'static str],
) -> Case {
    let (text, cell) = cell(table, row, column, above);
    let mut case = claim(text, text, goal)
        .called(&["chuẩn quốc gia", "national standard"])
        .split_by(&["level"]);
    case.name = "Tỷ lệ trường đạt chuẩn quốc gia";
    case.cell = Some(cell);
    case.in_period(Period::Year(2030)).under(&["MỤC TIÊU ĐẾN NĂM 2030"], "")
}

fn kind(mut case: Case, kind: StatementKind) -> Case {
    case.kind = kind;
    case
}

fn is_proven(case: &Case) {
    assert!(case.prove().is_ok(), "{:?}", case.prove());
}

/// The claim is not proven, for one reason or another.
fn is_refused(case: &Case) {
    assert!(case.prove().is_err(), "{}", case.text);
}

fn trouble(case: &Case) -> Trouble {
    let failures = case.prove().expect_err(
        case.cell.as_ref().map_or("", |cell| cell.heads.last().copied().unwrap_or("no head")),
    );
    let table = failures.iter().find_map(|failure| match failure {
        Failure::Table { trouble, .. } => Some(trouble.clone()),
        _ => None,
    });
    table.unwrap_or_else(|| panic!("{failures:?}"))
}

fn other_period(case: &Case) {
    assert!(
        matches!(case.prove().expect_err("another time")[..], [Failure::Period { .. }]),
        "{:?}",
        case.prove()
    );
}

fn other_goal(case: &Case) {
    assert!(
        matches!(case.prove().expect_err("another goal")[..], [Failure::Goal { .. }]),
        "{:?}",
        case.prove()
    );
}

fn part_only(case: &Case) {
    assert!(
        matches!(case.prove().expect_err("a part")[..], [Failure::PartOnly { .. }]),
        "{:?}",
        case.prove()
    );
}

fn heads(table: &'static str, column: usize) -> Vec<&'static str> {
    let last = grid(table).len() - 1;
    cell(table, last, column, &[]).1.heads
}

fn labels(table: &'static str, row: usize, column: usize) -> Vec<&'static str> {
    cell(table, row, column, &[]).1.labels.iter().map(|label| label.text).collect()
}

const THREE_HEADS: &str = "
    | TT | Cấp học | Tỷ lệ trường đạt chuẩn quốc gia (%) | | | |
    |---|---|---|---|---|---|
    | | | Thực hiện | | Kế hoạch | |
    | | | 2024 | 2025 | 2028 | 2030 |
    | 1 | Mầm non | 49,2 | 52,4 | 60 | 66 |
    | 2 | Tiểu học | 66,1 | 68,3 | 75 | 81 |";

#[test]
fn a_head_of_three_rows_goes_over_its_merged_cells() {
    let measure = "Tỷ lệ trường đạt chuẩn quốc gia (%)";
    assert_eq!(heads(THREE_HEADS, 3), [measure, "Thực hiện", "2024"]);
    assert_eq!(heads(THREE_HEADS, 4), [measure, "Thực hiện", "2025"]);
    assert_eq!(heads(THREE_HEADS, 6), [measure, "Kế hoạch", "2030"]);
    assert_eq!(heads(THREE_HEADS, 2), ["Cấp học"]);
    is_proven(&at(THREE_HEADS, 4, 6, reach("81")).of(&["primary"]));
    is_proven(
        &kind(at(THREE_HEADS, 3, 4, reach("52.4")), StatementKind::Baseline)
            .of(&["preschool"])
            .in_period(Period::Year(2025)),
    );
    other_period(&at(THREE_HEADS, 4, 5, reach("75")).of(&["primary"]));
    assert!(matches!(
        trouble(
            &at(THREE_HEADS, 4, 4, reach("68.3")).of(&["primary"]).in_period(Period::Year(2025))
        ),
        Trouble::Reported(_)
    ));
    part_only(&at(THREE_HEADS, 4, 6, reach("81")));
}

#[test]
fn a_row_of_data_never_goes_on_with_the_head() {
    let rows = |table: &'static str| {
        let grid = grid(table);
        let shape = TableShape::new(&grid);
        (0..grid.len()).filter(|row| shape.is_head(*row)).count()
    };
    assert_eq!(rows(THREE_HEADS), 3);
    assert_eq!(
        rows("| Cấp học | Năm | Tỷ lệ (%) |\n| Tiểu học | Năm 2028 | 75 |\n| | Năm 2030 | 80 |"),
        1
    );
    assert_eq!(rows("| Chỉ tiêu | 2028 | 2030 |\n| | 75 | 80 |"), 1);
    assert_eq!(
        rows(
            "| TT | Chỉ tiêu | ĐVT | Năm 2030 |\n| I | Giáo dục | | |\n| 1 | Trường đạt chuẩn | \
             % | 70 |"
        ),
        1
    );
    assert_eq!(rows("| TT | Nhiệm vụ | Thời gian |\n| | Xây trường | Năm 2027 |"), 1);
    assert_eq!(
        rows(
            "| Chỉ tiêu | Thực hiện | Kế hoạch |\n| | 2025 | 2030 |\n| Trường đạt chuẩn | 70 | 80 |"
        ),
        2
    );
    // Words that were repeated instead of merged.
    assert_eq!(
        rows(
            "| TT | Chỉ tiêu | Kế hoạch | Kế hoạch |\n| TT | Chỉ tiêu | 2028 | 2030 |\n| 1 | \
             Trường | 70 | 80 |"
        ),
        2
    );
}

#[test]
fn a_title_over_the_whole_table_is_a_caption() {
    let table = "
        | Biểu 1: Các chỉ tiêu chủ yếu về giáo dục | | |
        |---|---|---|
        | Chỉ tiêu | ĐVT | Kế hoạch 2030 |
        | Trường đạt chuẩn quốc gia | % | 70 |";
    assert_eq!(heads(table, 3), ["Kế hoạch 2030"]);
    is_proven(&at(table, 2, 3, reach("70")));
}

#[test]
fn a_merged_head_that_nothing_divides_is_no_head() {
    let table = "
        | Chỉ tiêu | ĐVT | Kế hoạch | | Ghi chú |
        |---|---|---|---|---|
        | | | | 2030 | |
        | Trường đạt chuẩn quốc gia | % | 60 | 70 | |";
    assert_eq!(trouble(&at(table, 2, 3, reach("60"))), Trouble::Unclear(Unclear::NoHead));
    is_proven(&at(table, 2, 4, reach("70")));
    let alone =
        "| Chỉ tiêu | ĐVT | Năm 2028 | |\n|---|\n| Trường đạt chuẩn quốc gia | % | 60 | 70 |";
    assert_eq!(trouble(&at(alone, 1, 4, reach("70"))), Trouble::Unclear(Unclear::NoHead));
}

#[test]
fn rows_that_number_the_columns_are_no_values() {
    for numbers in [
        "| (1) | (2) | (3) | (4) |",
        "| 1 | 2 | 3 | 4 |",
        "| A | B | 1 | 2 |",
        "| (1) | (2) | (3) | (4)=(3)/(2) |",
    ] {
        let table = format!(
            "| TT | Chỉ tiêu | ĐVT | Năm 2030 |\n{numbers}\n| 1 | Trường đạt chuẩn quốc gia | % \
             | 70 |"
        )
        .leak();
        is_proven(&at(table, 2, 4, reach("70")));
        assert_eq!(cell(table, 1, 4, &[]).1.row, Row::ColumnNumbers);
    }
    let table = "| TT | Chỉ tiêu | ĐVT | Năm 2030 |\n| 1 | Trường đạt chuẩn quốc gia | % | 70 |";
    assert_eq!(trouble(&at(table, 1, 1, reach("1"))), Trouble::NoValue);
}

#[test]
fn group_rows_head_the_rows_below_them_until_the_next_of_their_kind() {
    let table = "
        | TT | Chỉ tiêu | ĐVT | Năm 2030 |
        |---|---|---|---|
        | A | Khối công lập | | |
        | I | Cấp tiểu học | | |
        | 1 | Trường đạt chuẩn quốc gia | % | 64 |
        | II | Cấp trung học cơ sở | | |
        | 1 | Trường đạt chuẩn quốc gia | % | 57 |
        | B | Khối tư thục | | |
        | 1 | Trường đạt chuẩn quốc gia | % | 40 |";
    assert_eq!(labels(table, 3, 4), ["Trường đạt chuẩn quốc gia", "Cấp tiểu học", "Khối công lập"]);
    assert_eq!(
        labels(table, 5, 4),
        ["Trường đạt chuẩn quốc gia", "Cấp trung học cơ sở", "Khối công lập"]
    );
    assert_eq!(labels(table, 7, 4), ["Trường đạt chuẩn quốc gia", "Khối tư thục"]);
    is_proven(&at(table, 5, 4, reach("57")).of(&["lower-secondary"]));
    part_only(&at(table, 5, 4, reach("57")));
    let bare = "
        | Nội dung | ĐVT | Mục tiêu 2030 |
        |---|---|---|
        | Tiểu học | | |
        | Trường đạt chuẩn quốc gia | % | 64 |
        | Trung học cơ sở | | |
        | Trường đạt chuẩn quốc gia | % | 57 |";
    assert_eq!(labels(bare, 4, 3), ["Trường đạt chuẩn quốc gia", "Trung học cơ sở"]);
    is_proven(&at(bare, 4, 3, reach("57")).of(&["lower-secondary"]));
}

#[test]
fn an_empty_name_goes_on_with_the_one_above_within_its_group() {
    let table = "
        | Cấp học | Năm | Trường đạt chuẩn quốc gia (%) |
        |---|---|---|
        | Tiểu học | 2028 | 75 |
        | | 2030 | 80 |
        | Trung học cơ sở | 2028 | 65 |
        | | 2030 | 72 |";
    is_proven(&at(table, 2, 3, reach("80")).of(&["primary"]));
    is_proven(&at(table, 4, 3, reach("72")).of(&["lower-secondary"]));
    assert!(at(table, 4, 3, reach("72")).of(&["primary"]).prove().is_err());
    other_period(&at(table, 1, 3, reach("75")).of(&["primary"]));
    part_only(&at(table, 2, 3, reach("80")));
    let nameless = "| Chỉ tiêu | Năm 2030 (%) |\n| Trường đạt chuẩn quốc gia | 70 |\n| | 80 |";
    assert_eq!(trouble(&at(nameless, 2, 2, reach("80"))), Trouble::Unclear(Unclear::NoLabel));
}

#[test]
fn parts_are_no_whole_and_the_whole_is_no_part() {
    let table = "
        | TT | Chỉ tiêu | ĐVT | Kế hoạch 2030 |
        |---|---|---|---|
        | 1 | Tỷ lệ trường đạt chuẩn quốc gia | % | 70 |
        | | Trong đó: - Mầm non | | 63 |
        | | - Tiểu học | | 78 |
        | | - Trường chất lượng cao | | 90 |
        | 2 | Tỷ lệ phòng học kiên cố | % | 95 |";
    is_proven(&at(table, 1, 4, reach("70")));
    is_proven(&at(table, 2, 4, reach("63")).of(&["preschool"]));
    is_proven(&at(table, 3, 4, reach("78")).of(&["primary"]));
    assert!(at(table, 3, 4, reach("78")).prove().is_err());
    assert!(at(table, 4, 4, reach("90")).prove().is_err());
    assert!(at(table, 5, 4, reach("95")).prove().is_err());
}

#[test]
fn units_stand_in_their_column_in_the_head_above_the_table_or_in_the_name() {
    let column = "| Chỉ tiêu | ĐVT | 2030 |\n| Trường đạt chuẩn quốc gia | % | 70 |";
    let head = "| Chỉ tiêu | 2030 (%) |\n| Trường đạt chuẩn quốc gia | 70 |";
    let name = "| Chỉ tiêu | 2030 |\n| Trường đạt chuẩn quốc gia (%) | 70 |";
    let none = "| Chỉ tiêu | 2030 |\n| Trường đạt chuẩn quốc gia | 70 |";
    is_proven(&at(column, 1, 3, reach("70")));
    is_proven(&at(head, 1, 2, reach("70")));
    is_proven(&at(name, 1, 2, reach("70")));
    other_goal(&at(none, 1, 2, reach("70")));
    is_proven(&under(none, 1, 2, reach("70"), &["Đơn vị tính: %"]));
    is_proven(&under(none, 1, 2, reach("70"), &["Các chỉ tiêu như sau (đơn vị tính: %):"]));
    // The nearer place is meant; two near ones must agree.
    is_proven(&under(head, 1, 2, reach("70"), &["(ĐVT: xã)"]));
    let two = "| Chỉ tiêu | ĐVT | 2030 (trường) |\n| Trường đạt chuẩn quốc gia | % | 70 |";
    assert_eq!(trouble(&at(two, 1, 3, reach("70"))), Trouble::TwoUnits);
    let unknown = "| Chỉ tiêu | ĐVT | 2030 |\n| Trường đạt chuẩn quốc gia | Trường/xã | 70 |";
    assert_eq!(trouble(&at(unknown, 1, 3, reach("70")).counted("count:school")), Trouble::Unknown);
}

#[test]
fn multipliers_count() {
    let table = "| Chỉ tiêu | ĐVT | 2030 |\n| Số sinh viên trường đạt chuẩn quốc gia | Nghìn \
                 sinh viên | 12,5 |";
    is_proven(&at(table, 1, 3, reach("12500")).counted("count:student"));
    other_goal(&at(table, 1, 3, reach("12.5")).counted("count:student"));
}

#[test]
fn heads_say_how_the_value_is_compared() {
    for (head, goal) in [
        ("Tối thiểu (%)", value(Comparator::AtLeast, "70")),
        ("Không quá (%)", value(Comparator::AtMost, "70")),
        ("Tăng so với hiện nay (%)", value(Comparator::IncreaseBy(Bound::Exactly), "70")),
        ("Mức giảm so với năm 2025 (%)", value(Comparator::ReduceBy(Bound::Exactly), "70")),
        ("Giảm tối thiểu (%)", value(Comparator::ReduceBy(Bound::AtLeast), "70")),
        ("Mục tiêu (%)", reach("70")),
    ] {
        let table = format!("| Chỉ tiêu | {head} |\n| Trường đạt chuẩn quốc gia | 70 |").leak();
        is_proven(&at(table, 1, 2, goal));
        if goal != reach("70") {
            other_goal(&at(table, 1, 2, reach("70")));
        }
    }
    let points = "| Chỉ tiêu | Tăng (điểm %) |\n| Trường đạt chuẩn quốc gia | 5 |";
    other_goal(&at(points, 1, 2, value(Comparator::IncreaseBy(Bound::Exactly), "5")));
    let contrary = "| Chỉ tiêu | Tối thiểu (%) |\n| Trường đạt chuẩn quốc gia | không quá 70 |";
    assert!(at(contrary, 1, 2, value(Comparator::AtMost, "70")).prove().is_err());
    let own = "| Chỉ tiêu | Mục tiêu (%) |\n| Trường đạt chuẩn quốc gia | ≥ 70 |\n| Trường đạt \
               chuẩn quốc gia | 35 - 40 |";
    is_proven(&at(own, 1, 2, value(Comparator::AtLeast, "70")));
    is_proven(&at(own, 2, 2, range("35", "40")));
}

#[test]
fn what_a_head_says_besides_is_not_passed_over() {
    for head in [
        "Mức cải thiện (%)",
        "Tăng/giảm (%)",
        "So với kế hoạch (%)",
        "% so với năm 2025",
        "Mức độ hoàn thành kế hoạch (%)",
        "Cả nước (%)",
        "Xã Hòa Mai (%)",
        "Bình quân mỗi xã (%)",
        "Dự kiến năm 2030 (%)",
        "Phương án cao (%)",
        "Đề xuất (%)",
        "Năm 2030* (%)",
        "Sau năm 2030 (%)",
        "Từ năm 2030 (%)",
        "Lũy kế đến 2030 (%)",
        "Trường công lập (%)",
        "Chênh lệch (%)",
        "Không giao (%)",
    ] {
        let table = format!("| Chỉ tiêu | {head} |\n| Trường đạt chuẩn quốc gia | 70 |").leak();
        trouble(&at(table, 1, 2, reach("70")));
    }
    for part in ["Quý I năm 2030 (%)", "6 tháng đầu năm 2030 (%)", "Tháng 6/2030 (%)"] {
        let table = format!("| Chỉ tiêu | {part} |\n| Trường đạt chuẩn quốc gia | 70 |").leak();
        is_refused(&at(table, 1, 2, reach("70")));
    }
}

#[test]
fn english_heads_are_read_by_the_same_rule() {
    let english = |head: &str, goal: Goal| {
        let table =
            format!("| Indicator | {head} |\n| Schools meeting the national standard | 70 |")
                .leak();
        at(table, 1, 2, goal).english().under(&["TARGETS FOR 2030"], "")
    };
    for head in [
        "2030 (%)",
        "Target for 2030 (%)",
        "Plan 2030 (%)",
        "Planned for 2030 (%)",
        "By 2030 (%)",
        "Whole province (%)",
        "2030, %",
        "%",
    ] {
        is_proven(&english(head, reach("70")));
    }
    is_proven(&english("Minimum (%)", value(Comparator::AtLeast, "70")));
    is_proven(&english(
        "Increase over 2025 (%)",
        value(Comparator::IncreaseBy(Bound::Exactly), "70"),
    ));
    for head in [
        "Share of the 2030 plan (%)",
        "Fulfilment of the plan (%)",
        "National target (%)",
        "Hoa Mai commune (%)",
        "Average per commune (%)",
        "Low scenario (%)",
        "Proposed (%)",
        "After 2030 (%)",
        "Increase/decrease (%)",
        "Improvement (%)",
        "2030 (%)*",
    ] {
        trouble(&english(head, reach("70")));
    }
    for head in ["Actual 2030 (%)", "Reached in 2030 (%)", "Result 2030 (%)", "Estimate 2030 (%)"] {
        assert!(matches!(trouble(&english(head, reach("70"))), Trouble::Reported(_)), "{head}");
        is_proven(&kind(english(head, reach("70")), StatementKind::Result));
    }
}

#[test]
fn the_cell_itself_is_understood_whole() {
    let of = |text: &str| {
        let table =
            format!("| Chỉ tiêu | ĐVT | 2030 |\n| Trường đạt chuẩn quốc gia | % | {text} |").leak();
        at(table, 1, 3, reach("70"))
    };
    is_proven(&of("70"));
    is_proven(&of("70%"));
    is_proven(&of("70 (sáp nhập Trường MN Hoa Ban)"));
    is_proven(&of("70 (sáp nhập 02 trường năm 2025)"));
    is_proven(&of("70 (năm 2025: 60)"));
    for text in [
        "70*",
        "70 (dự kiến)",
        "70 (không tính xã biên giới)",
        "70 nếu đủ vốn",
        "70 (Sở đăng ký)",
        "70 (trừ mầm non)",
    ] {
        assert!(of(text).prove().is_err(), "{text}");
    }
    other_period(&of("70 (năm 2028)"));
}

#[test]
fn what_limits_is_looked_for_in_groups_notes_and_above() {
    let withdrawn = "
        | TT | Chỉ tiêu | ĐVT | Năm 2030 |
        |---|---|---|---|
        | A | Chỉ tiêu đưa ra khỏi kế hoạch | | |
        | 1 | Trường đạt chuẩn quốc gia | % | 70 |";
    assert_eq!(trouble(&at(withdrawn, 2, 4, reach("70"))), Trouble::Turns);
    let note = |note: &str| {
        format!(
            "| Chỉ tiêu | ĐVT | Năm 2030 | Ghi chú |\n| Trường đạt chuẩn quốc gia | % | 70 | \
             {note} |"
        )
        .leak() as &'static str
    };
    is_proven(&at(note("Sở Giáo dục và Đào tạo chủ trì"), 1, 3, reach("70")));
    assert_eq!(trouble(&at(note("Không giao"), 1, 3, reach("70"))), Trouble::Turns);
    assert_eq!(trouble(&at(note("Các tỉnh khác đạt 75%"), 1, 4, reach("75"))), Trouble::NoValue);
    let plain = "| Chỉ tiêu | ĐVT | Năm 2030 |\n| Trường đạt chuẩn quốc gia | % | 70 |";
    is_proven(&under(plain, 1, 3, reach("70"), &["Các chỉ tiêu của kế hoạch này như sau:"]));
    assert_eq!(
        trouble(&under(plain, 1, 3, reach("70"), &["Các chỉ tiêu sau đây không còn hiệu lực:"])),
        Trouble::Turns
    );
}

#[test]
fn another_thing_or_place_in_the_row_is_not_the_indicator() {
    let of = |name: &str| {
        let table = format!("| TT | Nội dung | ĐVT | Năm 2030 |\n| 1 | {name} | % | 70 |").leak();
        at(table, 1, 4, reach("70"))
    };
    is_proven(&of("Tỷ lệ trường đạt chuẩn quốc gia"));
    for name in [
        "Tỷ lệ trường đạt chuẩn quốc gia có nhà vệ sinh",
        "Tỷ lệ trường đạt chuẩn quốc gia của xã Hòa Mai",
        "Tỷ lệ trường chưa đạt chuẩn quốc gia",
        "Tỷ lệ trường đạt chuẩn quốc gia so với kế hoạch",
        "Tỷ lệ phòng học kiên cố",
    ] {
        trouble(&of(name));
    }
    let places = "
        | TT | Xã, phường | Trường đạt chuẩn quốc gia năm 2030 (%) |
        |---|---|---|
        | 1 | Xã Hòa Mai | 60 |
        | 2 | Tân Lập | 65 |
        | | Toàn tỉnh | 70 |";
    trouble(&at(places, 1, 3, reach("60")));
    trouble(&at(places, 2, 3, reach("65")));
    is_proven(&at(places, 3, 3, reach("70")));
    let grouped = "
        | TT | Nội dung | ĐVT | Năm 2030 |
        |---|---|---|---|
        | I | Cấp tiểu học | | |
        | 1 | Trường đạt chuẩn quốc gia | % | 70 |
        | | Tổng cộng | % | 80 |";
    trouble(&at(grouped, 3, 4, reach("80")).of(&["primary"]));
}

#[test]
fn the_time_of_a_task_stands_in_its_own_column() {
    let table = "
        | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian hoàn thành |
        |---|---|---|---|
        | 1 | Hoàn thành quy hoạch mạng lưới | Sở Giáo dục và Đào tạo | Năm 2027 |";
    let (text, cell) = cell(table, 1, 2, &[]);
    let mut case =
        claim(text, text, Goal::Complete).about(&["mạng lưới"]).in_period(Period::Year(2027));
    case.cell = Some(cell);
    is_proven(&case);
    other_period(&case.in_period(Period::Year(2030)).under(&["NHIỆM VỤ ĐẾN NĂM 2030"], ""));
}

#[test]
fn both_languages_are_built_alike_or_it_is_told_where_not() {
    let shape = |table: &'static str| TableShape::new(&grid(table));
    let vi = shape("| Chỉ tiêu | Kế hoạch | |\n| | 2028 | 2030 |\n| Trường | 70 | 80 |");
    let en = shape("| Indicator | Plan | |\n| | 2028 | 2030 |\n| Schools | 70 | 80 |");
    assert_eq!(vi.first_difference(&en), None);
    let other = shape("| Indicator | Plan | |\n| | 28 | 30 |\n| Schools | 70 | 80 |");
    assert_eq!(vi.first_difference(&other), Some((1, Row::Head, Row::Body)));
}

#[test]
fn names_say_how_they_are_compared_and_what_was_reached() {
    let of = |name: &str, goal: Goal| {
        let table = format!("| Chỉ tiêu | ĐVT | Năm 2030 |\n| {name} | % | 70 |").leak();
        at(table, 1, 3, goal)
    };
    is_proven(&of("Tỷ lệ trường đạt chuẩn quốc gia đạt trên", value(Comparator::Above, "70")));
    is_proven(&of("Tỷ lệ trường đạt chuẩn quốc gia tối thiểu", value(Comparator::AtLeast, "70")));
    is_proven(&of(
        "Tỷ lệ trường đạt chuẩn quốc gia tăng so với năm 2025",
        value(Comparator::IncreaseBy(Bound::Exactly), "70"),
    ));
    other_goal(&of("Tỷ lệ trường đạt chuẩn quốc gia tăng so với năm 2025", reach("70")));
    is_proven(&of("Tỷ lệ trường đạt chuẩn quốc gia tăng lên", reach("70")));
    assert!(matches!(
        trouble(&of("Hiện trạng tỷ lệ trường đạt chuẩn quốc gia", reach("70"))),
        Trouble::Reported(_)
    ));
    trouble(&of("Tỷ lệ trường có bếp ăn trong số trường đạt chuẩn quốc gia", reach("70")));
}

#[test]
fn a_line_above_says_whether_it_was_reached_and_against_what() {
    let table = "| Chỉ tiêu | ĐVT | Năm 2030 |\n| Trường đạt chuẩn quốc gia | % | 70 |";
    assert!(matches!(
        trouble(&under(table, 1, 3, reach("70"), &["Kết quả thực hiện như sau:"])),
        Trouble::Reported(_)
    ));
    assert_eq!(
        trouble(&under(table, 1, 3, reach("70"), &["Mức tăng so với năm 2025 của các chỉ tiêu:"])),
        Trouble::Turns
    );
    is_proven(&under(table, 1, 3, reach("70"), &["Chỉ tiêu cụ thể như sau:"]));
}

#[test]
fn a_day_or_a_quarter_is_no_year() {
    for time in ["30/6/2030", "Quý II/2030", "Tháng 6/2030", "6 tháng đầu năm 2030"] {
        let table = format!(
            "| TT | Nhiệm vụ | Đơn vị chủ trì | Thời hạn |\n| 1 | Hoàn thành quy hoạch mạng \
             lưới | Sở Nội vụ | {time} |"
        )
        .leak();
        let (text, cell) = cell(table, 1, 2, &[]);
        let mut case =
            claim(text, text, Goal::Complete).about(&["mạng lưới"]).in_period(Period::Year(2030));
        case.cell = Some(cell);
        is_refused(&case);
    }
}
