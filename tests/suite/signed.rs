//! The signed text beside the portal's edition: figures proven in both, and the pages that say so.

use minhbach::diagnostic::{Code, Level};

use crate::portal::{build, file};
use crate::sites::Site;

const PLAN: &str = "provinces/tinh-mau/plans/1-2025";

const SIGNED: &str = "-- provinces/tinh-mau/plans/1-2025/original.md --
ỦY BAN NHÂN DÂN TỈNH MẪU
I. MỤC TIÊU ĐẾN NĂM 2030
1. Giáo dục mầm non
Huy động trẻ nhà trẻ đến trường
đạt 48,5%.
2. Giáo dục phổ thông
- Trên 74,4% trường tiểu học, ít nhất
54,5% trường trung học cơ sở đạt chuẩn.
- Đầu tư xây 05 trường.
3. Xóa mù chữ
Hoàn thành chương trình xóa mù chữ.
II. TỔ CHỨC THỰC HIỆN
Các xã báo cáo trước ngày 10/12 hằng năm.
";

#[test]
fn a_figure_that_both_texts_print_is_proven_in_both_and_the_pages_say_so() {
    let site = Site::with(SIGNED);
    assert!(build(&site).report.is_empty());
    let evidence = file(&site, "en/evidence.html");
    assert!(evidence.contains("6 of them are proven in the signed text too."), "{evidence}");
    assert!(evidence.contains("no signed text at hand"), "the commune's plan has none");
    let data: serde_json::Value =
        serde_json::from_str(&file(&site, "data/evidence.json")).expect("JSON");
    let counts: Vec<_> = data["plans"]
        .as_array()
        .expect("plans")
        .iter()
        .map(|plan| &plan["proven_in_signed_text"])
        .collect();
    assert_eq!(
        (&data["proven_in_signed_text"], counts),
        (&6.into(), vec![&6.into(), &serde_json::Value::Null])
    );
    let page = file(&site, "vi/dia-phuong/tinh-mau/chi-tieu/nursery-enrolment.html");
    assert!(
        page.contains("Đã đối chiếu trong bản biên tập của cổng và trong văn bản đã ký"),
        "{page}"
    );
    assert!(file(&site, "vi/index.html").contains("6 số liệu có cả trong văn bản đã ký"));
    assert!(
        site.built().iter().all(|(path, _)| !path.contains("original")),
        "nobody asked to publish it"
    );
}

#[test]
fn every_change_of_a_figure_in_the_signed_text_is_told_at_its_row() {
    for (old, new) in [
        ("48,5", "48,6"),
        ("Trên 74,4", "Đạt 74,4"),
        ("ít nhất\n54,5", "trên\n54,5"),
        ("05 trường", "06 trường"),
        ("05 trường", "05 phòng học"),
        ("10/12", "12/10"),
        ("trước ngày", "sau ngày"),
        ("1. Giáo dục mầm non", "5. Giáo dục mầm non"),
    ] {
        let site = Site::with(SIGNED);
        site.replace(&format!("{PLAN}/original.md"), old, new);
        let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
        assert!(report.count(Level::Error) > 0, "`{old}` -> `{new}`");
        assert!(
            report.sorted().iter().all(|diagnostic| diagnostic.code == Code::OriginalDiffers),
            "`{old}` -> `{new}`"
        );
    }
}

#[test]
fn the_author_may_point_at_the_sentence_where_numbering_or_wording_differ() {
    let site = Site::with(SIGNED);
    site.replace(&format!("{PLAN}/original.md"), "1. Giáo dục mầm non", "5. Giáo dục mầm non");
    site.replace(
        &format!("{PLAN}/targets.yaml"),
        "en: \"Nursery enrolment reaches 48.5%\"}",
        "en: \"Nursery enrolment reaches 48.5%\"}\n    original_quote: \"trẻ nhà trẻ đến trường \
         đạt 48,5%\"",
    );
    assert!(build(&site).report.is_empty());
}

#[test]
fn where_the_original_is_stands_in_the_box_and_its_text_is_published_if_asked() {
    let site = Site::with(&format!("{SIGNED}-- static/van-ban/1.pdf --\nPDF\n"));
    let sum = "4223df8e7f52c02d07737c3af675d7eef7803b7a7bd0bc29be05F894860255FA";
    site.replace(
        &format!("{PLAN}/plan.yaml"),
        "text: edition",
        &format!(
            "text: edition\npublish_original: true\noriginal: {{page: \
             \"https://mau.example/vb/1\", file: van-ban/1.pdf, sha256: \"{sum}\", posted: \
             2025-10-01, vi: Bản ký, en: Signed copy}}"
        ),
    );
    assert!(build(&site).report.is_empty());
    let page = file(&site, "en/places/tinh-mau/plans/1-2025.html");
    for expected in [
        "https://mau.example/vb/1",
        "../../../../van-ban/1.pdf",
        &sum.to_lowercase(),
        "2025-10-01",
        "../../../../data/originals/tinh-mau/1-2025.txt",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    assert!(file(&site, "data/originals/tinh-mau/1-2025.txt").contains("Huy động trẻ nhà trẻ"));
    site.replace(&format!("{PLAN}/plan.yaml"), "van-ban/1.pdf", "van-ban/2.pdf");
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    assert_eq!(
        report.sorted().iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(),
        [Code::UnknownReference]
    );
}
