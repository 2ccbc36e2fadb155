//! Evidence, conflicts and levels on whole sites.

use minhbach::diagnostic::Code;

use crate::portal::{build, file};
use crate::sites::Site;

#[test]
fn a_contradiction_is_published_and_a_note_settles_its_warning() {
    let case = include_str!("../diagnostics/unsettled-conflict/case.txt");
    let site = Site::with(case);
    let summary = build(&site);
    assert_eq!(summary.report.sorted().iter().map(|diagnostic| diagnostic.code).collect::<Vec<_>>(), [Code::UnsettledConflict]);
    let page = file(&site, "en/conflicts.html");
    assert!(page.contains("48.5%") && page.contains("at least 50%"));

    site.replace(
        "provinces/tinh-mau/plans/1-2025/targets.yaml",
        "goal: \">= 50\"",
        "goal: \">= 50\"\n    note: {vi: Bản gốc in hai mức., en: The original prints both.}",
    );
    let summary = build(&site);
    assert!(summary.report.sorted().is_empty());
    assert!(file(&site, "vi/mau-thuan.html").contains("Bản gốc in hai mức."));
}

#[test]
fn a_figure_without_a_row_stands_in_the_evidence_report_with_its_reason() {
    let site = Site::with("");
    build(&site);
    assert!(file(&site, "en/evidence.html").contains("None. Every number in the texts of the plans is taken up."));
    assert!(file(&site, "vi/index.html").contains("href=\"../vi/chung-cu.html\""));

    let site = Site::with(include_str!("../diagnostics/uncovered-figure/case.txt"));
    build(&site);
    for page in ["en/evidence.html", "en/places/tinh-mau/plans/1-2025.html"] {
        let html = file(&site, page);
        assert!(html.contains("<mark>05 trường</mark>") && html.contains("No reason given"), "{page}");
    }
}

#[test]
fn a_commune_stands_beside_its_province_and_both_lead_there() {
    let site = Site::with("");
    build(&site);
    assert!(file(&site, "en/places/tinh-mau.html").contains("tinh-mau/xa-mau/comparison.html"));
    assert!(file(&site, "en/places/tinh-mau/xa-mau.html").contains("href=\"xa-mau/comparison.html\""));
    let page = file(&site, "vi/dia-phuong/tinh-mau/xa-mau/so-sanh.html");
    assert!(page.contains("48,5%"), "{page}");
}
