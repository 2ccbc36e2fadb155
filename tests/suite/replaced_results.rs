//! Two results for one time: which one is read, and what the other one is called.

use minhbach::diagnostic::Code;
use minhbach::portal::Portal;

use crate::portal::{build, column, file};
use crate::sites::Site;

/// Two reports for 2026, with what is said besides of the earlier and of the later one.
fn site(of_earlier: &str, of_later: &str) -> Site {
    Site::with(&format!(
        "\
-- provinces/tinh-mau/results.yaml --
results:
  - indicator: nursery-enrolment
    period: 2026
    value: 31.2{of_earlier}
    source: {{vi: Báo cáo số 7, en: Report No. 7}}
  - indicator: nursery-enrolment
    id: nursery-enrolment-2026-final
    period: 2026
    value: 32.0{of_later}
    source: {{vi: Báo cáo số 15, en: Report No. 15}}
"
    ))
}

fn checked(site: &Site) -> (Vec<Code>, Portal) {
    let Ok((report, Some(portal))) = minhbach::check(&site.options()) else { panic!("a portal") };
    (report.sorted().iter().map(|diagnostic| diagnostic.code).collect(), portal)
}

/// The value that is read in place of the first report.
fn read_instead(portal: &Portal) -> Option<String> {
    let first = portal.statements.iter().find(|row| row.id == "nursery-enrolment-2026-result");
    let other = first.expect("the first report").replaced_by?;
    portal.statement(other).goal.value().map(|value| value.to_string())
}

#[test]
fn a_final_figure_replaces_the_one_that_it_names_or_a_provisional_one() {
    let replaces = "\n    replaces: nursery-enrolment-2026-result";
    for site in [site("", replaces), site("\n    provisional: true", "")] {
        let (codes, portal) = checked(&site);
        assert_eq!(codes, []);
        assert_eq!(read_instead(&portal).as_deref(), Some("32.0"));
    }
}

#[test]
fn of_two_reports_that_nobody_ranks_the_later_is_read_and_it_is_asked() {
    let (codes, portal) = checked(&site("", ""));
    assert_eq!(codes, [Code::UnsettledConflict]);
    assert_eq!(read_instead(&portal).as_deref(), Some("32.0"));
}

#[test]
fn what_is_replaced_is_shown_as_such_and_read_nowhere() {
    let site = site("\n    provisional: true", "");
    build(&site);
    let html = file(&site, "en/places/tinh-mau/indicators/nursery-enrolment.html");
    assert!(html.contains("31.2% (provisional, replaced)"));
    assert!(html.contains("A later figure for the same time is read in its place:"));
    let drawing = html.split_once("<svg").and_then(|(_, rest)| rest.split_once("</svg>"));
    let (drawing, _) = drawing.expect("a chart");
    assert!(drawing.contains("32.0%") && !drawing.contains("31.2"));
    let csv = file(&site, "data/targets.csv");
    let data = |id: &str, name: &str| column(&csv, &format!("tinh-mau/{id}"), name);
    let first = "nursery-enrolment-2026-result";
    assert_eq!(data(first, "provisional"), "yes");
    assert_eq!(data(first, "replaced_by"), "tinh-mau/nursery-enrolment-2026-final");
    let last = "nursery-enrolment-2026-final";
    assert_eq!([data(last, "provisional"), data(last, "replaced_by")], ["no", ""]);
}
