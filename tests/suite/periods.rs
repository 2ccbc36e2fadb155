//! Parts of a year as periods of their own: months, quarters, halves, nine months, days.

use minhbach::language::date::Date;
use minhbach::portal::Period;
use minhbach::status::{Status, assess};

use crate::portal::{build, column, file};
use crate::sites::Site;
use crate::status::{portal, report};

/// Reports for parts of 2026, in the order in which nobody would file them.
const RESULTS: &str = "\
-- provinces/tinh-mau/results.yaml --
results:
  - indicator: nursery-enrolment
    period: 2026-9M
    value: 34.5
    source: {vi: Báo cáo số 9, en: Report No. 9}
  - indicator: nursery-enrolment
    period: 2026-06-30
    value: 33.5
    source: {vi: Báo cáo số 6, en: Report No. 6}
  - indicator: nursery-enrolment
    period: tháng 3/2026
    value: 31
    source: {vi: Báo cáo số 3, en: Report No. 3}
  - indicator: nursery-enrolment
    period: 2026-Q2
    value: 33
    source: {vi: Báo cáo số 5, en: Report No. 5}
  - indicator: nursery-enrolment
    period: 2024
    value: 30
    source: {vi: Báo cáo năm 2024, en: Report of 2024}
";

#[test]
fn a_part_of_a_year_is_shown_counted_and_published_as_what_it_is() {
    let site = Site::with(RESULTS);
    build(&site);
    let csv = file(&site, "data/targets.csv");
    let data = |id: &str, name: &str| column(&csv, &format!("tinh-mau/{id}"), name);
    for (id, period, kind) in [
        ("nursery-enrolment-2026-9m-result", "2026-9M", "nine_months"),
        ("nursery-enrolment-2026-06-30-result", "2026-06-30", "day"),
        ("nursery-enrolment-2026-03-result", "2026-03", "month"),
        ("nursery-enrolment-2026-q2-result", "2026-Q2", "quarter"),
    ] {
        assert_eq!([data(id, "period"), data(id, "period_type")], [period, kind]);
    }
    // 4.5 of 18.5 points in 21 of 72 months.
    let target = "1-2025/nursery-enrolment-2030";
    assert_eq!(data(target, "status_progress"), "0.8339");
    let html = file(&site, "en/places/tinh-mau/indicators/nursery-enrolment.html");
    let order = ["2024", "March 2026", "30 June 2026", "Q2 2026", "first nine months of 2026"];
    let rows = html.split_once("<table").expect("a table").1;
    let at: Vec<usize> = order.map(|words| rows.find(words).expect(words)).to_vec();
    assert!(at.is_sorted(), "rows stand in the order of their ends: {at:?}");
    assert!(html.contains("/ (21 months / 72 months)"));
    let html = file(&site, "vi/dia-phuong/tinh-mau/chi-tieu/nursery-enrolment.html");
    for words in ["tháng 3/2026", "30/6/2026", "quý II/2026", "9 tháng đầu năm 2026"] {
        assert!(html.contains(words), "{words}");
    }
}

#[test]
fn a_target_for_a_part_of_a_year_is_due_on_its_own_last_day() {
    let june = Period::Day(Date::parse("2026-06-30").expect("a day"));
    let half = Period::HalfYear { year: 2026, half: 1 };
    let with = |target: Period, reported: Option<(&str, Period)>| {
        let mut portal = portal();
        portal.statements[0].period = target;
        if let Some((value, period)) = reported {
            let report = report(&portal, value, period, false);
            portal.statements.push(report);
        }
        let assessment = assess(&portal)[0].expect("a target has a status");
        let due = assessment.schedule.over.expect("it is over on 22 November 2026").day.iso();
        (assessment.verdict.status, due)
    };
    let due = |status| (status, "2026-06-30".to_owned());
    assert_eq!(with(june, None), due(Status::NoReport));
    assert_eq!(with(june, Some(("49", half))), due(Status::Met), "they end together");
    assert_eq!(with(half, Some(("48", june))), due(Status::Missed));
    let year = Period::Year(2026);
    assert_eq!(with(half, Some(("49", year))), due(Status::NoReport), "the year ends later");
    let in_march = Period::Quarter { year: 2026, quarter: 1 };
    assert_eq!(with(half, Some(("40", in_march))), due(Status::NoReport), "not the day yet");
}
