//! Whole texts and what they must become.

use std::sync::Arc;

use super::*;
use crate::diagnostic::{Code, Location};
use crate::portal::{Block, ClauseKind, UnitKind};

fn source(text: &str) -> Arc<Source> {
    Arc::new(Source { path: "plan.vi.md".into(), text: text.into() })
}

fn read(text: &str) -> PlanText {
    let mut report = Report::default();
    let plan = plan_text(&source(text), Language::Vi, &mut report);
    assert!(report.is_empty(), "{report:?}");
    plan
}

/// The clauses of a text: a line each, with depth, anchor, label and head.
fn clauses(plan: &PlanText) -> Vec<String> {
    let head = |clause: &crate::portal::Clause| {
        clause.head.map_or("", |unit| plan.unit(unit).text.as_str())
    };
    plan.clauses
        .iter()
        .map(|clause| {
            format!("{} {} [{}] {}", clause.depth, clause.anchor, clause.label, head(clause))
                .trim_end()
                .to_string()
        })
        .collect()
}

fn anchors(plan: &PlanText) -> Vec<&str> {
    plan.units.iter().map(|unit| unit.anchor.as_str()).collect()
}

fn text_of<'plan>(plan: &'plan PlanText, anchor: &str) -> &'plan str {
    let unit =
        plan.unit_by_anchor(anchor).unwrap_or_else(|| panic!("no {anchor} in {:?}", anchors(plan)));
    &plan.unit(unit).text
}

#[test]
fn an_empty_file_is_an_empty_text() {
    for text in ["", "\u{feff}", "\r\n\r\n", "***\n"] {
        let plan = read(text);
        assert!(
            plan.title.is_none() && plan.units.iter().all(|unit| unit.text.is_empty()),
            "{text:?}"
        );
    }
}

#[test]
fn a_text_without_labels_is_a_preamble() {
    let plan = read("# Kế hoạch\n\nĐoạn một.\n\n- Ý một\n- Ý hai\n\nĐoạn hai.\n\n- Ý ba\n");
    assert_eq!(plan.title.as_deref(), Some("Kế hoạch"));
    assert_eq!(clauses(&plan), ["1 mo-dau []"]);
    assert_eq!(plan.clauses[0].kind, ClauseKind::Preamble);
    assert_eq!(anchors(&plan), ["mo-dau-p1", "mo-dau-b1", "mo-dau-b2", "mo-dau-p2", "mo-dau-b3"]);
}

#[test]
fn cao_bang_headings_of_any_level_bold_and_italic_labels() {
    let plan = read(
        "## KẾ HOẠCH\n\n**Thực hiện Kế hoạch số 43-KH/TU ngày 15/12/2025**\n\n### I. MỤC ĐÍCH, \
         YÊU CẦU\n\n#### 1. Mục đích\n\nCụ thể hóa quan điểm.\n\n## II. MỤC TIÊU\n\n### 2. Mục \
         tiêu cụ thể\n\n#### 2.1. Mục tiêu đến năm 2030\n\n- Về mạng lưới:\ngiảm ít nhất 40% số \
         điểm trường lẻ.\n\n## 2.2. Mục tiêu đến năm 2035\n\n- Hoàn thành phổ cập.\n\n## 2.3 \
         Tầm nhìn đến năm 2045\n\n## III. NHIỆM VỤ\n\n### 1. Tăng cường\n\n#### 1.1. Các \
         sở\n\n*1.2. Sở Giáo dục và Đào tạo chủ trì, phối hợp*\n\n- Quán triệt.\n\n+ Đẩy mạnh \
         giáo dục.\n\n+ Chú trọng thể chất.\n\n- Phát triển.\n\n**2. Xây dựng** (thực hiện hằng \
         năm)\n\n### *2.2. Sở Tài chính*\n\n## **IV. KINH PHÍ THỰC HIỆN**\n\nNgân sách nhà \
         nước.\n\n***\n\n***Nơi nhận:***\n\n- Như trên;\n\n**TM. ỦY BAN NHÂN DÂN**  \n**PHÓ CHỦ \
         TỊCH**\n",
    );
    assert_eq!(plan.title.as_deref(), Some("KẾ HOẠCH"));
    assert_eq!(
        clauses(&plan),
        [
            "1 mo-dau []",
            "1 i [I.] MỤC ĐÍCH, YÊU CẦU",
            "2 i.1 [1.] Mục đích",
            "1 ii [II.] MỤC TIÊU",
            "2 ii.2 [2.] Mục tiêu cụ thể",
            "3 ii.2.1 [2.1.] Mục tiêu đến năm 2030",
            "3 ii.2.2 [2.2.] Mục tiêu đến năm 2035",
            "3 ii.2.3 [2.3] Tầm nhìn đến năm 2045",
            "1 iii [III.] NHIỆM VỤ",
            "2 iii.1 [1.] Tăng cường",
            "3 iii.1.1 [1.1.] Các sở",
            "3 iii.1.2 [1.2.] Sở Giáo dục và Đào tạo chủ trì, phối hợp",
            "2 iii.2 [2.] Xây dựng (thực hiện hằng năm)",
            "3 iii.2.2 [2.2.] Sở Tài chính",
            "1 iv [IV.] KINH PHÍ THỰC HIỆN",
            "1 ket []",
        ]
    );
    assert_eq!(
        anchors(&plan).iter().filter(|anchor| !anchor.ends_with("-h")).collect::<Vec<_>>(),
        [
            &"mo-dau-p1",
            &"i.1-p1",
            &"ii.2.1-b1",
            &"ii.2.2-b1",
            &"iii.1.2-b1",
            &"iii.1.2-b1.1",
            &"iii.1.2-b1.2",
            &"iii.1.2-b2",
            &"iv-p1",
            &"ket-p1",
            &"ket-b1",
            &"ket-p2"
        ]
    );
    assert_eq!(text_of(&plan, "ii.2.1-b1"), "Về mạng lưới: giảm ít nhất 40% số điểm trường lẻ.");
    assert_eq!(text_of(&plan, "ket-p2"), "TM. ỦY BAN NHÂN DÂN PHÓ CHỦ TỊCH");
    let by_paragraph = plan
        .clauses
        .iter()
        .filter(|clause| !clause.label.is_empty() && !clause.is_heading)
        .map(|clause| clause.anchor.as_str())
        .collect::<Vec<_>>();
    assert_eq!(by_paragraph, ["iii.1.2", "iii.2"]);
    let head = plan.unit(plan.unit_by_anchor("iii.2-h").expect("a head"));
    assert_eq!(
        head.runs.iter().map(|run| (&head.text[run.range.clone()], run.strong)).collect::<Vec<_>>(),
        [("Xây dựng", true), (" (thực hiện hằng năm)", false)]
    );
}

#[test]
fn bang_mac_roman_parts_within_an_article() {
    let plan = read(
        "# Nghị quyết\n\nCăn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;\n\n**QUYẾT \
         NGHỊ:**\n\n## Điều 1. Phê duyệt Kế hoạch với các nội dung như sau:\n\n### I. MỤC \
         TIÊU\n\n#### 1. Mục tiêu tổng quát\n\nPhát triển giáo dục.\n\n#### 2. Mục tiêu cụ thể \
         đến năm 2030\n\n##### 2.1. Giáo dục mầm non\n\n- Duy trì 100% trẻ 5 tuổi.\n\n##### \
         2.2. Giáo dục phổ thông\n\n### II. NHIỆM VỤ\n\n#### 1. Tăng cường\n\n### III. NGUỒN \
         KINH PHÍ\n\n1. Nguồn ngân sách.\n\n2. Nguồn lồng ghép.\n\n## Điều 2. Tổ chức thực \
         hiện\n\n1. Giao Ủy ban nhân dân xã.\n2. Giao Thường trực.\n\nNghị quyết này được thông \
         qua ngày 16 tháng 10 năm 2025.\n",
    );
    assert_eq!(
        clauses(&plan),
        [
            "1 mo-dau []",
            "1 ddieu-1 [Điều 1.] Phê duyệt Kế hoạch với các nội dung như sau:",
            "2 ddieu-1.i [I.] MỤC TIÊU",
            "3 ddieu-1.i.1 [1.] Mục tiêu tổng quát",
            "3 ddieu-1.i.2 [2.] Mục tiêu cụ thể đến năm 2030",
            "4 ddieu-1.i.2.1 [2.1.] Giáo dục mầm non",
            "4 ddieu-1.i.2.2 [2.2.] Giáo dục phổ thông",
            "2 ddieu-1.ii [II.] NHIỆM VỤ",
            "3 ddieu-1.ii.1 [1.] Tăng cường",
            "2 ddieu-1.iii [III.] NGUỒN KINH PHÍ",
            "3 ddieu-1.iii.1 [1.] Nguồn ngân sách.",
            "3 ddieu-1.iii.2 [2.] Nguồn lồng ghép.",
            "1 ddieu-2 [Điều 2.] Tổ chức thực hiện",
            "2 ddieu-2.1 [1.] Giao Ủy ban nhân dân xã.",
            "2 ddieu-2.2 [2.] Giao Thường trực.",
        ]
    );
    assert_eq!(
        text_of(&plan, "ddieu-2.2-p1"),
        "Nghị quyết này được thông qua ngày 16 tháng 10 năm 2025."
    );
    let unit = plan.unit(plan.unit_by_anchor("ddieu-1.i.2.1-b1").expect("a bullet"));
    assert_eq!(plan.label_path(unit.clause), "Điều 1.I.2.1");
    assert_eq!(
        plan.clause(unit.clause).parent.map(|parent| plan.clause(parent).children.len()),
        Some(2)
    );
}

#[test]
fn lang_son_43_points_a_to_k_with_their_bullets() {
    let letters = ["a", "b", "c", "d", "đ", "e", "g", "h", "i", "k"];
    let points: String = letters
        .iter()
        .map(|letter| {
            format!(
                "{letter}) Chủ trì việc {letter}:\n- Việc thứ nhất.\n+ Chi tiết.\n- Việc thứ \
                 hai.\n\nĐoạn của {letter}.\n\n"
            )
        })
        .collect();
    let plan = read(&format!(
        "## III. NỘI DUNG\n\n## IV. TỔ CHỨC THỰC HIỆN\n\n### 1. Sở Giáo dục và Đào \
         tạo\n\n{points}### 2. Sở Kế hoạch\n\nI. Lại một phần\n"
    ));
    let found: Vec<&str> = plan
        .clauses
        .iter()
        .filter(|clause| clause.kind == ClauseKind::Letter)
        .map(|clause| clause.anchor.as_str())
        .collect();
    assert_eq!(
        found,
        [
            "iv.1.a", "iv.1.b", "iv.1.c", "iv.1.d", "iv.1.dd", "iv.1.e", "iv.1.g", "iv.1.h",
            "iv.1.i", "iv.1.k"
        ]
    );
    let of_i: Vec<&str> =
        anchors(&plan).into_iter().filter(|anchor| anchor.starts_with("iv.1.i-")).collect();
    assert_eq!(of_i, ["iv.1.i-h", "iv.1.i-b1", "iv.1.i-b1.1", "iv.1.i-b2", "iv.1.i-p1"]);
    assert_eq!(text_of(&plan, "iv.1.dd-h"), "Chủ trì việc đ:");
    assert_eq!(plan.clauses.last().map(|clause| clause.anchor.as_str()), Some("i"));
}

#[test]
fn an_appendix_stands_by_itself_and_its_table_can_be_cited_by_cell() {
    let plan = read(
        "## V. TỔ CHỨC\n\n### 12. Cơ sở giáo dục\n\n- Việc.\n\n***\n\nNơi nhận:\n\n- Như \
         trên;\n\n## PHỤ LỤC\n\n### Lộ trình thực hiện các chỉ tiêu\n\n| TT | Chỉ tiêu | 2030 \
         |\n|---|---|---|\n| 1 | Trẻ **nhà trẻ** | 48,5% |\n| 2 | Mẫu giáo | |\n\nGhi chú.\n\n| \
         A |\n|---|\n| 17,1 (sáp nhập) |\n",
    );
    assert_eq!(
        clauses(&plan),
        ["1 v [V.] TỔ CHỨC", "2 v.12 [12.] Cơ sở giáo dục", "1 ket []", "1 pl [PHỤ LỤC]"]
    );
    assert_eq!(
        anchors(&plan)[5..],
        [
            "pl-p1", "pl-t1-c1", "pl-t1-c2", "pl-t1-c3", "pl-r1-c1", "pl-r1-c2", "pl-r1-c3",
            "pl-r2-c1", "pl-r2-c2", "pl-r2-c3", "pl-p2", "pl-t2-c1", "pl-r3-c1"
        ]
    );
    assert_eq!(text_of(&plan, "pl-r1-c2"), "Trẻ nhà trẻ");
    let cell = plan.unit(plan.unit_by_anchor("pl-r3-c1").expect("a cell"));
    assert_eq!(cell.kind, UnitKind::Cell { table: 2, row: 3, column: 1 });
    let Block::Table(table) = &plan.clauses[3].blocks[1] else {
        panic!("{:?}", plan.clauses[3].blocks)
    };
    assert_eq!(
        table.rows.iter().map(|row| row.anchor.as_str()).collect::<Vec<_>>(),
        ["pl-r1", "pl-r2"]
    );
    assert!(plan.unit(plan.unit_by_anchor("pl-p1").expect("a paragraph")).runs[0].strong);
}

#[test]
fn numbered_lists_are_read_with_their_printed_numbers_and_whatever_stands_in_them() {
    let plan = read(
        "## IV. KINH PHÍ\n\n3. Nguồn thứ ba.\n5. Nguồn thứ năm:\n   - Ngân sách.\n   - Xã hội \
         hóa.\n\n   Đoạn của năm.\n\n7) Nguồn khác\n\n1. Ngoài\n   1. Trong\n   2. Trong \
         nữa\n2. Ngoài nữa\n\n2030. Năm ấy.\n",
    );
    assert_eq!(
        clauses(&plan),
        [
            "1 iv [IV.] KINH PHÍ",
            "2 iv.3 [3.] Nguồn thứ ba.",
            "2 iv.5 [5.] Nguồn thứ năm:",
            "3 iv.5.7 [7)] Nguồn khác",
            "2 iv.1 [1.] Ngoài",
            "3 iv.1.1 [1.] Trong",
            "3 iv.1.2 [2.] Trong nữa",
            "2 iv.2 [2.] Ngoài nữa",
        ]
    );
    assert_eq!(text_of(&plan, "iv.5-b2"), "Xã hội hóa.");
    assert_eq!(text_of(&plan, "iv.5-p1"), "Đoạn của năm.");
    assert_eq!(text_of(&plan, "iv.2-p1"), "2030. Năm ấy.");
}

#[test]
fn labels_in_bullets_are_text_and_numbered_lines_in_bullets_are_bullets() {
    let plan = read(
        "## I. A\n\n- a) một\n- (1) hai\n- Về phổ thông:\n  1. trường\n  2. lớp\n- 3. ba\n- \
         sau\n\n  đoạn tiếp của sau\n\n- cuối\n",
    );
    assert_eq!(clauses(&plan), ["1 i [I.] A"]);
    assert_eq!(
        anchors(&plan)[1..],
        ["i-b1", "i-b2", "i-b3", "i-b3.1", "i-b3.2", "i-b4", "i-b5", "i-b6"]
    );
    assert_eq!(text_of(&plan, "i-b1"), "a) một");
    assert_eq!(text_of(&plan, "i-b3.2"), "2. lớp");
    assert_eq!(text_of(&plan, "i-b4"), "3. ba");
    assert_eq!(text_of(&plan, "i-b5"), "sau đoạn tiếp của sau");
}

#[test]
fn bullets_nest_by_indentation_and_by_their_marker() {
    let plan = read(
        "## I. A\n\n- một\n  + một một\n  + một hai\n\n+ một ba\n- hai\n\nĐoạn.\n\n+ ba\n+ \
         bốn\n  - bốn một\n",
    );
    assert_eq!(
        anchors(&plan)[1..],
        ["i-b1", "i-b1.1", "i-b1.2", "i-b1.3", "i-b2", "i-p1", "i-b3", "i-b4", "i-b4.1"]
    );
    let Block::List(items) = &plan.clauses[0].blocks[0] else {
        panic!("{:?}", plan.clauses[0].blocks)
    };
    assert_eq!(
        items.iter().map(|item| (item.marker, item.children.len())).collect::<Vec<_>>(),
        [('-', 3), ('-', 0)]
    );
    assert_eq!(items[0].children[2].marker, '+');
    assert_eq!(plan.unit(items[0].children[0].unit).kind, UnitKind::Bullet { depth: 2 });
}

#[test]
fn a_repeated_label_is_printed_as_it_stands_and_its_anchor_is_made_unique() {
    let plan = read(
        "## I. A\n\n## III. B\n\n### 1. b\n\nĐoạn.\n\n## III. C\n\n### 1. c\n\nĐoạn.\n\n## III. \
         D\n",
    );
    assert_eq!(
        clauses(&plan),
        [
            "1 i [I.] A",
            "1 iii [III.] B",
            "2 iii.1 [1.] b",
            "1 iii-2 [III.] C",
            "2 iii-2.1 [1.] c",
            "1 iii-3 [III.] D"
        ]
    );
    assert_eq!(text_of(&plan, "iii-2.1-p1"), "Đoạn.");
}

#[test]
fn every_anchor_is_unique_whatever_the_labels_are() {
    let plan = read(
        "## Phụ lục\n\n## Phụ lục H:\n\n## I. A\n\n## I. B\n\n1. x\n\n(1) y\n\n1.1. z\n\n1.1. \
         z\n\n## Phụ lục\n\n## Phụ lục 2\n",
    );
    let mut seen: Vec<&str> = plan
        .units
        .iter()
        .map(|unit| unit.anchor.as_str())
        .chain(plan.clauses.iter().map(|clause| clause.anchor.as_str()))
        .collect();
    let all = seen.len();
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), all, "{seen:?}");
}

#[test]
fn a_capital_is_roman_unless_it_continues_capitals() {
    let kinds = |text: &str| {
        read(text)
            .clauses
            .iter()
            .map(|clause| format!("{:?} {}", clause.kind, clause.anchor))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        kinds("## A. Một\n\n## I. x\n\n## II. y\n\n## B. Hai\n\n## I. z\n"),
        ["Capital a", "Roman a.i", "Roman a.ii", "Capital b", "Roman b.i"]
    );
    assert_eq!(
        kinds("## I. x\n\n## A. Một\n\n## B. Hai\n\n## C. Ba\n\n## II. y\n"),
        ["Roman i", "Capital i.a", "Capital i.b", "Capital i.c", "Roman ii"]
    );
    assert_eq!(
        kinds("## G. g\n\n## H. h\n\n## I. i\n\n## K. k\n"),
        ["Capital g", "Capital h", "Capital i", "Capital k"]
    );
    assert_eq!(
        kinds("## IV. x\n\n## V. y\n\n## D. d\n\n## Đ. đ\n"),
        ["Roman iv", "Roman v", "Capital v.d", "Capital v.dd"]
    );
}

#[test]
fn names_and_numbers_at_the_start_of_a_paragraph_open_no_clause() {
    let text = "## I. A\n\nC. Mác và Ph. Ăngghen viết.\n\nV. I. Lênin viết.\n\n100% giáo \
                viên.\n\n18 trường.\n\n2.000 sinh viên.\n\n15/7/2025 là ngày ban hành.\n\nKế \
                hoạch gồm (1) mạng lưới; (2) đội ngũ.\n";
    let plan = read(&text.replace("## I. A", "## A. A"));
    assert_eq!(plan.clauses.len(), 1, "{:?}", clauses(&plan));
    assert_eq!(plan.units.len(), 8);
}

#[test]
fn a_bracketed_number_is_a_label_only_at_the_start_of_a_paragraph() {
    let plan = read(
        "## 2. Quy hoạch\n\nThực hiện các nội dung:\n\n(1) Rà soát mạng lưới;\n\n- Sáp \
         nhập.\n\n(2) Xây dựng trường, theo mục (3) dưới đây.\n",
    );
    assert_eq!(
        clauses(&plan),
        [
            "1 2 [2.] Quy hoạch",
            "2 2.1 [(1)] Rà soát mạng lưới;",
            "2 2.2 [(2)] Xây dựng trường, theo mục (3) dưới đây."
        ]
    );
    assert_eq!(anchors(&plan), ["2-h", "2-p1", "2.1-h", "2.1-b1", "2.2-h"]);
}

#[test]
fn a_backslash_makes_a_label_plain_text() {
    let plan = read(
        "## I. A\n\n1\\. Không phải nhãn.\n\na\\) Cũng không.\n\n\\(1) Cũng không.\n\n## II\\. \
         Cũng không\n\nĐiều 1\\. Cũng không\n",
    );
    assert_eq!(clauses(&plan), ["1 i [I.] A"]);
    assert_eq!(text_of(&plan, "i-p1"), "1. Không phải nhãn.");
    assert_eq!(text_of(&plan, "i-p4"), "II. Cũng không");
}

#[test]
fn parts_chapters_sections_and_articles_nest_as_laws_do() {
    let plan = read(
        "## Phần thứ nhất\n\n## Chương I: CHUNG\n\n## Mục 1. Một\n\n## Điều 1. Một\n\n1. \
         Khoản\n\na) Điểm\n\n## Điều 2. Hai\n\n## Mục 2. Hai\n\n## Điều 3. Ba\n\n## Chương \
         II\n\n## Điều 4. Bốn\n\n## Phần thứ hai\n",
    );
    let found: Vec<&str> = plan.clauses.iter().map(|clause| clause.anchor.as_str()).collect();
    assert_eq!(
        found,
        [
            "phan-1",
            "phan-1.chuong-i",
            "phan-1.chuong-i.muc-1",
            "phan-1.chuong-i.muc-1.ddieu-1",
            "phan-1.chuong-i.muc-1.ddieu-1.1",
            "phan-1.chuong-i.muc-1.ddieu-1.1.a",
            "phan-1.chuong-i.muc-1.ddieu-2",
            "phan-1.chuong-i.muc-2",
            "phan-1.chuong-i.muc-2.ddieu-3",
            "phan-1.chuong-ii",
            "phan-1.chuong-ii.ddieu-4",
            "phan-2",
        ]
    );
}

#[test]
fn decimal_labels_find_their_place_even_where_one_is_missing() {
    let plan = read(
        "## II. B\n\n## 1. a\n\n## 3.1. c\n\n## 3.2. d\n\n## 3.2.1. e\n\na) f\n\n## 3.3. \
         g\n\n## 4. h\n\n## 4.1. i\n\n## III. C\n\n## 1.1. k\n\n## 2. l\n",
    );
    let found: Vec<&str> = plan.clauses.iter().map(|clause| clause.anchor.as_str()).collect();
    assert_eq!(
        found,
        [
            "ii",
            "ii.1",
            "ii.3.1",
            "ii.3.2",
            "ii.3.2.1",
            "ii.3.2.1.a",
            "ii.3.3",
            "ii.4",
            "ii.4.1",
            "iii",
            "iii.1.1",
            "iii.2"
        ]
    );
}

#[test]
fn a_break_that_only_decorates_changes_nothing() {
    let plan = read(
        "Căn cứ.\n\n***\n\nXét đề nghị.\n\n## I. A\n\n***\n\n### 1. a\n\n***\n\nChen \
         vào.\n\n### 2. b\n",
    );
    assert_eq!(
        clauses(&plan),
        ["1 mo-dau []", "1 i [I.] A", "2 i.1 [1.] a", "1 ket []", "2 i.2 [2.] b"]
    );
}

#[test]
fn footnotes_are_units_of_their_own_and_their_marks_are_no_text() {
    let plan = read(
        "## I. A\n\nĐạt 48,5%[^1] vào năm 2030[^nguồn].\n\n[^1]: Theo báo cáo.\n\n[^nguồn]: \
         Đoạn một.\n\n    Đoạn hai.\n\n## II. B\n",
    );
    assert_eq!(anchors(&plan), ["i-h", "i-p1", "ii-h", "fn-1", "fn-nguon", "fn-nguon-p2"]);
    assert_eq!(text_of(&plan, "i-p1"), "Đạt 48,5% vào năm 2030.");
    assert_eq!(
        (text_of(&plan, "fn-nguon"), text_of(&plan, "fn-nguon-p2")),
        ("Đoạn một.", "Đoạn hai.")
    );
    assert_eq!(
        plan.clauses.last().map(|clause| (clause.kind, clause.blocks.len())),
        Some((ClauseKind::Footnotes, 3))
    );
}

#[test]
fn a_footnote_keeps_its_paragraphs_lists_and_tables() {
    let plan = read(
        "- Đạt 5%[^1] và[^2].\n\n[^1]: Gồm:\n\n    - một;\n      - hai\n    - ba.\n\n    1. \
         Điều 1. Không phải là mục.\n\n    | A | B |\n    |---|---|\n    | 1 | 2 |\n\n    Hết, \
         xem[^2].\n\n[^2]:\n    - bốn\n\nĐoạn sau.\n",
    );
    assert_eq!(
        anchors(&plan),
        [
            "mo-dau-b1",
            "mo-dau-p1",
            "fn-1",
            "fn-1-b1",
            "fn-1-b1.1",
            "fn-1-b2",
            "fn-1-p2",
            "fn-1-t1-c1",
            "fn-1-t1-c2",
            "fn-1-r1-c1",
            "fn-1-r1-c2",
            "fn-1-p3",
            "fn-2",
            "fn-2-b1"
        ]
    );
    assert_eq!(text_of(&plan, "fn-1-p2"), "1. Điều 1. Không phải là mục.");
    assert_eq!(marks_of(&plan, "fn-1-p3"), [("Hết, xem".to_owned(), "fn-2-ref-2".to_owned())]);
    let parts: Vec<(&str, &str)> = plan
        .footnotes
        .iter()
        .map(|footnote| {
            (plan.unit(footnote.unit).anchor.as_str(), plan.unit(footnote.last).anchor.as_str())
        })
        .collect();
    assert_eq!(parts, [("fn-1", "fn-1-p3"), ("fn-2", "fn-2-b1")]);
    assert_eq!(
        plan.clauses.iter().map(|clause| clause.kind).collect::<Vec<_>>(),
        [ClauseKind::Preamble, ClauseKind::Footnotes]
    );
}

/// The marks of a unit: the words before each, and its anchor.
fn marks_of(plan: &PlanText, anchor: &str) -> Vec<(String, String)> {
    let unit = plan.unit(plan.unit_by_anchor(anchor).expect("the unit"));
    unit.note_marks
        .iter()
        .map(|mark| (unit.text[..mark.offset].to_owned(), mark.anchor.clone()))
        .collect()
}

#[test]
fn a_mark_keeps_its_place_in_the_words_and_its_footnote() {
    let plan = read(
        "## I. Đầu[^1] mục\n\n2. Đạt **48,5%**[^1], khác[^A] .\n\n- Ý[^a]\n\n  tiếp[^1]\n\n| \
         Một[^1] | Hai |\n|---|---|\n| 5 | 6[^1] |\n\n[^1]: Một, xem[^a].\n\n[^a]: Hai.\n",
    );
    let pair = |words: &str, anchor: &str| (words.to_owned(), anchor.to_owned());
    assert_eq!(marks_of(&plan, "i-h"), [pair("Đầu", "fn-1-ref")]);
    assert_eq!(text_of(&plan, "i.2-h"), "Đạt 48,5%, khác .");
    assert_eq!(
        marks_of(&plan, "i.2-h"),
        [pair("Đạt 48,5%", "fn-1-ref-2"), pair("Đạt 48,5%, khác", "fn-a-ref")]
    );
    assert_eq!(text_of(&plan, "i.2-b1"), "Ý tiếp");
    assert_eq!(marks_of(&plan, "i.2-b1"), [pair("Ý", "fn-a-ref-2"), pair("Ý tiếp", "fn-1-ref-3")]);
    assert_eq!(marks_of(&plan, "i.2-t1-c1"), [pair("Một", "fn-1-ref-4")]);
    assert_eq!(marks_of(&plan, "i.2-r1-c2"), [pair("6", "fn-1-ref-5")]);
    assert_eq!(marks_of(&plan, "fn-1"), [pair("Một, xem", "fn-a-ref-3")]);
    let notes: Vec<(&str, &str, Option<&str>)> = plan
        .footnotes
        .iter()
        .map(|footnote| {
            (
                footnote.label.as_str(),
                plan.unit(footnote.unit).anchor.as_str(),
                footnote.first_mark.as_deref(),
            )
        })
        .collect();
    assert_eq!(notes, [("1", "fn-1", Some("fn-1-ref")), ("a", "fn-a", Some("fn-a-ref"))]);
}

/// What is found in a text: code, and the words that are marked.
fn found(text: &str) -> Vec<(Code, &str)> {
    let source = source(text);
    let mut report = Report::default();
    plan_text(&source, Language::Vi, &mut report);
    report
        .sorted()
        .iter()
        .map(|diagnostic| (diagnostic.code, &text[diagnostic.location.range.clone()]))
        .collect()
}

#[test]
fn a_mark_without_its_footnote_and_a_footnote_without_a_mark_are_found() {
    assert_eq!(
        found("Đạt 5%[^9], `[^8]` và \\[^7] với [^ ] [^] [^x y].\n\n    [^6]\n"),
        [(Code::FootnoteMissing, "[^9]")]
    );
    assert_eq!(
        found("Đạt 5%[^1].\n\n[^1]: Một.\n\n[^2]: Hai.\n\n[^1]: Ba.\n"),
        [(Code::FootnoteUnmarked, "[^2]"), (Code::DuplicateId, "[^1]")]
    );
    assert_eq!(
        found("# Kế hoạch[^1]\n\nĐoạn.\n\n[^1]: Một.\n"),
        [(Code::FootnoteUnmarked, "[^1]")],
        "no page shows the text's own title"
    );
    assert_eq!(found("Đạt[^1].\n\n[^1]: Một.\n\n[^2]: \n"), [(Code::FootnoteUnmarked, "[^2]")]);
}

#[test]
fn html_is_text_with_one_warning_a_paragraph_and_unsafe_links_are_errors() {
    let text = "## I. A\n\n<div class=\"x\">\n1. khối\n</div>\n\nMột <b>chữ</b> và \
                [xem](javascript:alert(1)) hay [cổng](https://langson.gov.vn) hoặc <a@b.vn> \
                ![Biểu đồ](x.png).\n";
    let source = source(text);
    let mut report = Report::default();
    let plan = plan_text(&source, Language::Vi, &mut report);
    assert_eq!(text_of(&plan, "i-p1"), "<div class=\"x\"> 1. khối </div>");
    let unit = plan.unit(plan.unit_by_anchor("i-p2").expect("a paragraph"));
    assert_eq!(unit.text, "Một <b>chữ</b> và xem hay cổng hoặc a@b.vn Biểu đồ.");
    let links: Vec<(&str, &str)> = unit
        .runs
        .iter()
        .filter_map(|run| Some((&unit.text[run.range.clone()], run.link.as_deref()?)))
        .collect();
    assert_eq!(links, [("cổng", "https://langson.gov.vn"), ("a@b.vn", "mailto:a@b.vn")]);
    let marked: Vec<(Code, &str)> = report
        .sorted()
        .iter()
        .map(|diagnostic| (diagnostic.code, &text[diagnostic.location.range.clone()]))
        .collect();
    assert_eq!(
        marked,
        [
            (Code::RawHtml, "<div class=\"x\">"),
            (Code::RawHtml, "<b>"),
            (Code::UnsafeLink, "[xem](javascript:alert(1))"),
            (Code::UnshownImage, "![Biểu đồ](x.png)")
        ]
    );
}

#[test]
fn entities_code_and_hard_breaks_are_what_a_reader_sees() {
    let plan = read("## I. A\n\nChi&nbsp;&amp; thu `48,5 %`\\\nsau\n\n    2. mã thụt đầu dòng\n");
    assert_eq!(text_of(&plan, "i-p1"), "Chi & thu 48,5 % sau");
    assert_eq!(text_of(&plan, "i-p2"), "2. mã thụt đầu dòng");
}

/// Where each word of the units stands in the source, as the source spells it.
fn marked<'source>(
    source: &'source Arc<Source>,
    plan: &PlanText,
    anchor: &str,
    part: &str,
) -> &'source str {
    let unit = plan.unit(plan.unit_by_anchor(anchor).expect("the unit"));
    let start = unit.text.find(part).expect("the part");
    let location = Location::new(source, unit.source_range(start..start + part.len()));
    &source.text[location.range]
}

#[test]
fn places_are_right_with_a_mark_windows_lines_decomposed_letters_and_emphasis() {
    let composed = "# Kế hoạch\n\n## II. MỤC TIÊU\n\nTrẻ **nhà trẻ** đạt\n48,5% &amp; trên \
                    98%\n\n- Ý *một*\n  tiếp: 7,0%\n\n1. Giao xã\n";
    let decomposed =
        icu_normalizer::DecomposingNormalizerBorrowed::new_nfd().normalize(composed).into_owned();
    for text in [
        composed.to_string(),
        format!("\u{feff}{composed}"),
        composed.replace('\n', "\r\n"),
        format!("\u{feff}{}", decomposed.replace('\n', "\r\n")),
    ] {
        let source = source(&text);
        let plan = plan_text(&source, Language::Vi, &mut Report::default());
        assert_eq!(text_of(&plan, "ii-p1"), "Trẻ nhà trẻ đạt 48,5% & trên 98%");
        for (anchor, part) in [
            ("ii-h", "MỤC TIÊU"),
            ("ii-p1", "nhà trẻ"),
            ("ii-p1", "đạt"),
            ("ii-p1", "48,5%"),
            ("ii-p1", "trên 98%"),
            ("ii-b1", "7,0%"),
            ("ii.1-h", "xã"),
        ] {
            assert_eq!(
                crate::language::text::nfc(marked(&source, &plan, anchor, part)),
                part,
                "{text:?}"
            );
        }
    }
}

#[test]
fn the_outline_lists_every_unit_with_its_first_words() {
    let plan = read(&format!("## I. A\n\nĐoạn {}\n\n- b\n", "ữ".repeat(100)));
    assert_eq!(outline(&plan), format!("i-h\tA\ni-p1\tĐoạn {}\ni-b1\tb\n", "ữ".repeat(65)));
}

#[test]
fn hostile_texts_are_read_without_growing_deep() {
    let size = 1 << 16;
    let line = 1 << 20;
    for text in [
        "chữ ".repeat(line / 6),
        "- ".repeat(size) + "x",
        "> ".repeat(line / 2) + "x",
        (0..300).map(|depth| " ".repeat(2 * depth) + "- a\n").collect(),
        "1. ".repeat(size / 3),
        "*a**b".repeat(size / 5),
        "[".repeat(size),
        "[a](".repeat(size / 4),
        "<".repeat(size),
        "`a``".repeat(size / 4),
        "1.".repeat(size / 2),
        "e\u{301}".repeat(size / 3),
        "\u{301}".repeat(size / 2),
        "## III. A\n\n".repeat(size / 11),
        "a) b\n\n".repeat(size / 6),
        "- a\n+ b\n".repeat(size / 8),
        "29/02/2025 ".repeat(size / 11),
        format!("|{}\n|{}\n{}", "a|".repeat(1000), "-|".repeat(1000), "|\n".repeat(size / 4)),
        "[^1]: ".repeat(size / 6),
    ] {
        let source = source(&text);
        let mut report = Report::default();
        let plan = plan_text(&source, Language::Vi, &mut report);
        assert!(
            plan.clauses.iter().all(|clause| clause.depth < 20 && clause.anchor.len() < 200),
            "{}",
            &text[..8]
        );
        assert!(
            plan.units
                .iter()
                .all(|unit| unit.runs.last().map_or(0, |run| run.range.end) == unit.text.len())
        );
        report_impossible_dates(&plan, &source, |_| false, &mut report);
        assert!(same_structure(&plan, &plan, &source, &source, &mut report));
        prose(&source, Language::Vi, &mut report);
    }
}
