//! A whole portal out of the small site.

use crate::sites::Site;

fn build(site: &Site) -> minhbach::Summary {
    minhbach::build(&site.options(), &|_, _| {}).unwrap_or_else(|_| panic!("the site is built"))
}

fn file(site: &Site, path: &str) -> String {
    let bytes = site.built().into_iter().find(|(known, _)| known == path).unwrap_or_else(|| panic!("{path} is in the site")).1;
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
        "tinh-mau/1-2025/national-standard-schools-primary-2030,tinh-mau,1-2025,1/KH-UBND,signed,edition,i.2-b1,I.2,national-standard-schools,\
         Tỷ lệ trường đạt chuẩn quốc gia,Schools meeting the national standard,level=primary,above,74.4,,percent,,2030,year,target,\
         \"cấp tiểu học đạt trên 74,4%\",primary schools reach over 74.4%,,,\
         vi/dia-phuong/tinh-mau/chi-tieu/national-standard-schools.html#1-2025.national-standard-schools-primary-2030,\
         en/places/tinh-mau/indicators/national-standard-schools.html#1-2025.national-standard-schools-primary-2030,yes"
    );
}

#[test]
fn files_of_the_author_stand_in_the_site_as_they_are() {
    let site = Site::with("-- static/web.config --\n<configuration/>\n-- static/ban-goc/1-2025.txt --\nbản gốc\n");
    build(&site);
    assert_eq!(file(&site, "web.config"), "<configuration/>\n");
    assert_eq!(file(&site, "ban-goc/1-2025.txt"), "bản gốc\n");
}

#[test]
fn a_result_from_outside_the_plans_is_reported_and_not_called_proven() {
    let site = Site::with(
        "-- provinces/tinh-mau/results.yaml --\nresults:\n  - indicator: nursery-enrolment\n    period: 2026\n    value: 47.1\n    \
         source: {vi: Báo cáo số 5, en: Report No. 5, url: \"https://example.gov.vn/5\"}\n",
    );
    let summary = build(&site);
    assert_eq!((summary.statements, summary.proven), (8, 7));
    let csv = file(&site, "data/targets.csv");
    let row = csv.lines().find(|line| line.contains(",47.1,")).expect("the result has its row");
    assert!(row.contains(",result,") && row.contains("Báo cáo số 5") && row.ends_with(",no"), "{row}");
}
