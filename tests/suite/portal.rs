//! A whole portal out of the small site.

use crate::sites::Site;

pub fn build(site: &Site) -> minhbach::Summary {
    match minhbach::build(&site.options(), &|_, _| {}) {
        Ok(summary) => summary,
        Err(failure) => panic!("the site is not built: {failure:?}"),
    }
}

pub fn file(site: &Site, path: &str) -> String {
    let bytes = site
        .built()
        .into_iter()
        .find(|(known, _)| known == path)
        .unwrap_or_else(|| panic!("{path} is in the site"))
        .1;
    String::from_utf8(bytes).expect("text")
}

#[test]
fn the_same_input_gives_the_same_bytes_whatever_the_threads() {
    let site = Site::with("");
    build(&site);
    let first = site.built();
    let mut options = site.options();
    options.jobs = Some(1);
    assert!(minhbach::build(&options, &|_, _| {}).is_ok());
    assert!(first == site.built());
}

#[test]
fn the_data_file_has_a_row_for_each_statement() {
    let site = Site::with("");
    build(&site);
    let csv = file(&site, "data/targets.csv");
    let rows: Vec<&str> = csv.lines().collect();
    assert_eq!(rows.len(), 8);
    assert_eq!(
        rows[2],
        "tinh-mau/1-2025/national-standard-schools-primary-2030,tinh-mau,1-2025,1/KH-UBND,signed,edition,i.2-b1,I.2,national-standard-schools,Tỷ \
         lệ trường đạt chuẩn quốc gia,Schools meeting the national \
         standard,level=primary,above,74.4,,percent,,2030,year,target,\"cấp tiểu học đạt trên \
         74,4%\",primary schools reach over \
         74.4%,,,vi/dia-phuong/tinh-mau/chi-tieu/national-standard-schools.html#1-2025.national-standard-schools-primary-2030,en/places/tinh-mau/indicators/national-standard-schools.html#1-2025.national-standard-schools-primary-2030,yes,no,no_report,,,proven,,,no,"
    );
}

#[test]
fn files_of_the_author_stand_in_the_site_as_they_are() {
    let site = Site::with(
        "-- static/web.config --\n<configuration/>\n-- static/ban-goc/1-2025.txt --\nbản gốc\n",
    );
    build(&site);
    assert_eq!(file(&site, "web.config"), "<configuration/>\n");
    assert_eq!(file(&site, "ban-goc/1-2025.txt"), "bản gốc\n");
}

/// Results that were reported outside the plans, for the sample province.
const RESULTS: &str = "\
-- provinces/tinh-mau/results.yaml --
results:
  - indicator: nursery-enrolment
    period: 2024
    value: 30
    source: {vi: Báo cáo năm 2024, en: Report of 2024}
  - indicator: nursery-enrolment
    period: 2026
    value: 35.5
    source: {vi: Báo cáo năm 2026, en: Report of 2026, url: \"https://example.vn/bao-cao-2026\"}
  - indicator: yearly-report
    period: 2025
    value: complete
    source: {vi: Công văn báo cáo, en: Letter of report}
";

pub fn column(csv: &str, id: &str, name: &str) -> String {
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    let position = reader
        .headers()
        .expect("a header")
        .iter()
        .position(|known| known == name)
        .expect("the column");
    let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
    rows.iter().find(|row| &row[0] == id).unwrap_or_else(|| panic!("{id} has a row"))[position]
        .to_owned()
}

fn without_drawings(html: &str) -> String {
    let after_each = html.split("<svg").enumerate().map(|(index, part)| {
        if index == 0 { part } else { part.split_once("</svg>").map_or("", |(_, after)| after) }
    });
    after_each.collect()
}

#[test]
fn a_reported_result_changes_the_status_and_is_never_called_proven() {
    let target = "tinh-mau/1-2025/nursery-enrolment-2030";
    let page = "en/places/tinh-mau/indicators/nursery-enrolment.html";

    let silent = Site::with("");
    build(&silent);
    assert_eq!(column(&file(&silent, "data/targets.csv"), target, "status"), "no_report");
    assert!(file(&silent, page).contains("No report yet"));
    // The scale of a chart begins at 0%; nothing else says so.
    assert!(!without_drawings(&file(&silent, page)).contains("0%"), "silence is not 0%");

    let site = Site::with(RESULTS);
    let summary = build(&site);
    assert_eq!(summary.proven, summary.statements - 3);
    let csv = file(&site, "data/targets.csv");
    // 5.5 of 18.5 points in 2 of 6 years.
    assert_eq!(column(&csv, target, "status"), "behind");
    assert_eq!(column(&csv, target, "status_progress"), "0.8918");
    let result = "tinh-mau/nursery-enrolment-2026-result";
    assert_eq!([column(&csv, result, "proven"), column(&csv, result, "status")], ["no", ""]);
    let html = file(&site, page);
    for words in [
        "Behind",
        "P = ((35.5 − 30) / (48.5 − 30)) / (2 years / 6 years) ≈ 0.8918",
        "Not proven: as reported outside the plans",
        "https://example.vn/bao-cao-2026",
    ] {
        assert!(html.contains(words), "{words}");
    }
    let html = file(&site, "vi/dia-phuong/tinh-mau/chi-tieu/nursery-enrolment.html");
    for words in ["Chậm", "P = ((35,5 − 30) / (48,5 − 30)) / (2 năm / 6 năm) ≈ 0,8918"] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn what_is_due_is_listed_until_it_is_reported() {
    let silent = Site::with("");
    build(&silent);
    let due = file(&silent, "en/due.html");
    assert!(due.contains("before 10 December 2025") && due.contains("before 10 December 2026"));
    assert!(file(&silent, "en/index.html").contains("<b>1</b> item due, no report yet"));

    let site = Site::with(RESULTS);
    build(&site);
    let due = file(&site, "en/due.html");
    assert!(!due.contains("before 10 December 2025") && due.contains("before 10 December 2026"));
    assert!(file(&site, "vi/index.html").contains("<b>0</b> mục đến hạn, chưa có báo cáo"));
}

#[test]
fn the_method_of_the_status_is_the_portals_choice() {
    let site = Site::with(RESULTS);
    site.replace("portal.yaml", "as_of: 2026-11-22", "as_of: 2026-11-22\nstatus_method: open_sdg");
    build(&site);
    let csv = file(&site, "data/targets.csv");
    assert_eq!(
        column(&csv, "tinh-mau/1-2025/nursery-enrolment-2030", "status"),
        "substantial_progress"
    );
    assert!(
        file(&site, "en/places/tinh-mau/indicators/nursery-enrolment.html")
            .contains("Substantial progress")
    );
}

const PLAN: &str = "provinces/tinh-mau/plans/1-2025";

#[test]
fn a_year_that_is_compared_with_is_no_deadline() {
    let site = Site::with("");
    site.replace(
        &format!("{PLAN}/plan.vi.md"),
        "trường đạt 48,5%.",
        "trường đạt 48,5%, cao hơn so với cuối năm 2025.",
    );
    site.replace(
        &format!("{PLAN}/plan.en.md"),
        "reaches 48.5%.",
        "reaches 48.5%, higher than at the end of 2025.",
    );
    assert_eq!(build(&site).proven, 7);
}

#[test]
fn an_approximate_range_does_not_prove_a_range() {
    let site = Site::with("");
    site.replace(
        &format!("{PLAN}/plan.vi.md"),
        "đến trường đạt 48,5%",
        "đến trường đạt khoảng 40 - 48,5%",
    );
    site.replace(&format!("{PLAN}/plan.en.md"), "reaches 48.5%", "reaches about 40–48.5%");
    site.replace(
        &format!("{PLAN}/targets.yaml"),
        "đến trường đạt 48,5%",
        "đến trường đạt khoảng 40 - 48,5%",
    );
    site.replace(&format!("{PLAN}/targets.yaml"), "reaches 48.5%", "reaches about 40–48.5%");
    site.replace(&format!("{PLAN}/targets.yaml"), "goal: 48.5", "goal: 40..48.5");
    assert!(minhbach::build(&site.options(), &|_, _| {}).is_err());
}

#[test]
fn a_row_is_cited_by_its_printed_number_and_a_year_in_a_header_needs_no_word() {
    let site = Site::with("");
    let table = |file: &str, text: &str| {
        let path = site.content().join(PLAN).join(file);
        let old = std::fs::read_to_string(&path).expect("a file");
        std::fs::write(path, format!("{old}\n{text}")).expect("written");
    };
    table(
        "plan.vi.md",
        "## Phụ lục\n\n| TT | Chỉ tiêu | Đơn vị | Năm 2026 |\n|---|---|---|---|\n| 7 | Trường \
         xây mới | trường | 3 |\n",
    );
    table(
        "plan.en.md",
        "## Appendix\n\n| No. | Indicator | Unit | 2026 |\n|---|---|---|---|\n| 7 | New schools \
         | schools | 3 |\n",
    );
    table(
        "targets.yaml",
        "  - {indicator: new-schools, period: 2026, goal: 3, clause: pl-r1-c4, quote: {vi: \
         \"3\", en: \"3\"}}\n",
    );
    assert!(build(&site).report.is_empty());
    assert!(
        file(&site, "vi/dia-phuong/tinh-mau/chi-tieu/new-schools.html").contains("Phụ lục, dòng 7")
    );
}
