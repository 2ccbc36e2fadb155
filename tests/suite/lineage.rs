//! Validity, lineage and corrections on whole sites.

use minhbach::diagnostic::Code;

use crate::portal::{build, file};
use crate::sites::Site;

const TARGETS: &str = "provinces/tinh-mau/plans/1-2025/targets.yaml";
const PLAN: &str = "provinces/tinh-mau/plans/1-2025/plan.yaml";

#[test]
fn a_corrected_value_is_told_of_where_it_stands_and_on_the_page_of_corrections() {
    let site = Site::with("");
    build(&site);
    assert!(file(&site, "vi/dinh-chinh.html").contains("chưa ghi nhận đính chính nào"));
    site.replace(
        TARGETS,
        "    goal: 48.5\n",
        "    goal: 48.5\n    corrections:\n      - {date: 2026-03-01, old: 45.8, new: 48.5, \
         reason: {vi: Đảo chữ số., en: Digits were swapped.}}\n",
    );
    build(&site);
    for page in [
        "en/corrections.html",
        "en/places/tinh-mau/indicators/nursery-enrolment.html",
        "en/places/tinh-mau/plans/1-2025.html",
    ] {
        let html = file(&site, page);
        assert!(
            html.contains("<del>45.8%</del>")
                && html.contains("<ins>48.5%</ins>")
                && html.contains("Digits were swapped."),
            "{page}"
        );
    }
    assert!(!file(&site, "en/places/tinh-mau/indicators/new-schools.html").contains("<del>"));
}

#[test]
fn a_corrected_field_of_a_plan_is_told_of_on_its_page() {
    let site = Site::with("");
    let correction = "number: 1/KH-UBND\ncorrections:\n  - date: 2026-03-01\n    old: {vi: \
                      7/KH-UBND, en: 7/KH-UBND}\n    new: {vi: 1/KH-UBND, en: 1/KH-UBND}\n    \
                      reason: {vi: Đọc nhầm số., en: The number was misread.}\n";
    site.replace(PLAN, "number: 1/KH-UBND\n", correction);
    build(&site);
    assert!(
        file(&site, "vi/dia-phuong/tinh-mau/ke-hoach/1-2025.html").contains("<del>7/KH-UBND</del>")
    );
}

#[test]
fn only_a_plan_that_says_so_is_called_superseded_and_it_leads_to_the_newer_one() {
    let site = Site::with(include_str!("../diagnostics/status-differs/case.txt"));
    build(&site);
    let page = "en/places/tinh-mau/plans/7-2021.html";
    assert!(
        !file(&site, page).contains("badge superseded")
            && file(&site, page).contains("Is replaced by")
    );
    site.replace(
        "provinces/tinh-mau/plans/7-2021/plan.yaml",
        "status: signed",
        "status: superseded",
    );
    let summary = build(&site);
    assert!(summary.report.is_empty());
    let html = file(&site, page);
    assert!(
        html.contains("badge superseded")
            && html.contains("superseded by:")
            && html.contains("1-2025.html")
    );
    assert!(file(&site, "en/places/tinh-mau.html").contains("badge superseded"));
}

#[test]
fn a_plan_of_another_place_is_replaced_only_where_a_note_says_so() {
    let site = Site::with(include_str!("../diagnostics/relation-place/case.txt"));
    assert_eq!(codes(&site), [Code::RelationPlace], "nothing is said of its status or its targets");
    let file = "provinces/tinh-mau/communes/xa-mau/plans/2-2025/plan.yaml";
    site.replace(
        file,
        "    plan: tinh-mau/1-2025\n",
        "    plan: tinh-mau/1-2025\n    note: {vi: Sau khi sáp nhập., en: After the merger.}\n",
    );
    assert!(codes(&site).is_empty());
}

#[test]
fn a_relation_by_number_issuer_and_date_finds_the_plan() {
    let relation = "number: 1/KH-UBND, issuer: {vi: Ủy ban nhân dân Tỉnh Mẫu, en: Committee}, \
                    date: 2025-09-27}";
    let site = Site::with("");
    site.replace(
        "provinces/tinh-mau/communes/xa-mau/plans/2-2025/plan.yaml",
        "plan: tinh-mau/1-2025}",
        relation,
    );
    build(&site);
    assert!(
        file(&site, "en/places/tinh-mau/xa-mau/plans/2-2025.html")
            .contains("../../plans/1-2025.html")
    );
    assert!(file(&site, "en/places/tinh-mau/plans/1-2025.html").contains("Is implemented by"));
}

#[test]
fn feeds_and_sitemap_stand_in_the_site_only_where_it_says_its_address() {
    let site = Site::with("");
    build(&site);
    let paths = |site: &Site| {
        site.built()
            .into_iter()
            .map(|(path, _)| path)
            .filter(|path| path.ends_with(".xml") || path == "robots.txt")
            .collect::<Vec<_>>()
    };
    assert!(paths(&site).is_empty());
    assert!(!file(&site, "vi/index.html").contains("atom+xml"));
    site.replace(
        "portal.yaml",
        "as_of: 2026-11-22",
        "as_of: 2026-11-22\nsite_url: https://tinhmau.example/cong",
    );
    build(&site);
    let all = [
        "en/corrections.xml",
        "en/index.xml",
        "en/places/tinh-mau.xml",
        "en/places/tinh-mau/xa-mau.xml",
        "robots.txt",
        "sitemap.xml",
    ];
    assert_eq!(
        paths(&site).into_iter().filter(|path| !path.starts_with("vi/")).collect::<Vec<_>>(),
        all
    );
    assert!(
        file(&site, "robots.txt").contains("Sitemap: https://tinhmau.example/cong/sitemap.xml")
    );
    let page = file(&site, "en/places/tinh-mau/xa-mau.html");
    assert!(
        page.contains("href=\"xa-mau.xml\"") && page.contains("application/atom+xml"),
        "{page}"
    );
}

#[test]
fn an_own_robots_file_wins() {
    let site = Site::with("-- static/robots.txt --\nUser-agent: *\nDisallow: /\n");
    site.replace(
        "portal.yaml",
        "as_of: 2026-11-22",
        "as_of: 2026-11-22\nsite_url: https://tinhmau.example",
    );
    build(&site);
    assert!(file(&site, "robots.txt").contains("Disallow: /"));
}

/// The codes of what is found.
fn codes(site: &Site) -> Vec<Code> {
    let (report, _) = minhbach::check(&site.options()).unwrap_or_else(|_| panic!("readable"));
    report.sorted().iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn a_plan_that_cannot_be_read_is_told_once_and_not_missed_elsewhere() {
    let site = Site::with(&format!("-- {PLAN} --\n\n"));
    assert_eq!(
        codes(&site),
        [Code::MissingField],
        "an empty file is one mistake, and the commune's plan is related to this one"
    );
    let site = Site::with("-- provinces/tinh-mau/place.yaml --\n\n");
    assert_eq!(codes(&site), [Code::MissingField]);
}

#[test]
fn a_plan_that_replaces_itself_is_told_that_alone() {
    let site = Site::with("");
    let itself = "text: edition\nrelations:\n  - {kind: replaces, vi: Kế hoạch này, en: This \
                  plan, plan: tinh-mau/1-2025}\n";
    site.replace(PLAN, "text: edition\n", itself);
    assert_eq!(codes(&site), [Code::RelationCycle]);
}
