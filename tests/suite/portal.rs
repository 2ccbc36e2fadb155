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
