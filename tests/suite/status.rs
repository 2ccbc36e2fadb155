//! The golden vectors of `tests/status/progress-vectors.csv`: computed from the published formulas,
//! row by row; and which reports of a portal count for a target.

use minhbach::language::{Localized, date::Date};
use minhbach::portal::{
    Comparator, Direction, Evidence, Goal, OutsideSource, Period, Plan, PlanIndex, PlanStatus,
    Portal, Statement, StatementIndex, StatementKind, StatusMethod,
};
use minhbach::status::{Assessment, Due, Obstacle, Question, Reading, Status, assess, judge};
use rust_decimal::Decimal;

use crate::sites::Site;

#[test]
fn every_golden_vector_comes_out() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/status/progress-vectors.csv");
    let mut reader = csv::Reader::from_path(path).expect("the vectors");
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.expect("a row");
        let [method, case, direction, comparator, y0, t0, goal, due, yi, ti, ratio, status] =
            std::array::from_fn(|column| &row[column]);
        let question = question(method, direction, comparator, [y0, t0, goal, due, yi, ti]);
        let verdict = judge(&question);
        let said = verdict.status.name(question.method);
        // The file rounds to four digits or to ten.
        let is_near =
            |path: minhbach::status::Path| (path.ratio - decimal(ratio)).abs() < Decimal::new(5, 5);
        // The file gives no ratio where the status does not rest on one.
        if said != status || !ratio.is_empty() && !verdict.path.is_some_and(is_near) {
            wrong.push(format!(
                "{method}, {case}: {said} {:?}, not {status} {ratio}",
                verdict.path.map(|path| path.ratio)
            ));
        }
        rows += 1;
    }
    assert!(rows > 20, "{rows} rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn question(method: &str, direction: &str, comparator: &str, values: [&str; 6]) -> Question {
    let [y0, t0, goal, due, yi, ti] = values;
    let reading = |value: &str, year: &str| {
        (!value.is_empty()).then(|| {
            let said = Goal::Value { comparator: Comparator::Reach, value: decimal(value) };
            Reading { said, day: end_of(year), is_part_of_year: false }
        })
    };
    Question {
        method: if method == "linear" { StatusMethod::Linear } else { StatusMethod::OpenSdg },
        goal: match goal.split_once("..") {
            Some((low, high)) => Goal::between(decimal(low), decimal(high)),
            None => Goal::Value { comparator: comparator_named(comparator), value: decimal(goal) },
        },
        direction: if direction == "up" { Direction::Up } else { Direction::Down },
        due: Some(Due { day: end_of(due), before: false, yearly: false }),
        baseline: reading(y0, t0),
        latest: reading(yi, ti),
        reported_later: false,
        series_break: false,
        // The day after the time of the report: what is due at its end is over.
        as_of: Date::new(
            if ti.is_empty() { 2027 } else { ti.parse::<i16>().expect("a year") + 1 },
            1,
            1,
        )
        .expect("a day"),
    }
}

fn comparator_named(name: &str) -> Comparator {
    use Comparator::*;
    *[Reach, AtLeast, Above, AtMost, Below, Range, About, Maintain]
        .iter()
        .find(|comparator| comparator.name() == name)
        .expect("a comparator")
}

fn end_of(year: &str) -> Date {
    Date::new(year.parse().expect("a year"), 12, 31).expect("a day")
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}

/// The small site's portal: the plan of 27 September 2025 promises 48.5% by 2030 in its first
/// statement.
pub fn portal() -> Portal {
    let site = Site::with("");
    let Ok((_, Some(portal))) = minhbach::check(&site.options()) else {
        panic!("the small site is read")
    };
    assert_eq!(portal.statements[0].id, "nursery-enrolment-2030");
    portal
}

/// A report on what the first statement promises, in its plan or outside.
pub fn report(portal: &Portal, value: &str, period: Period, in_plan: bool) -> Statement {
    let target = portal.statements[0].clone();
    let outside = Evidence::Outside(OutsideSource {
        title: Localized::text("Báo cáo", "A report"),
        url: None,
    });
    Statement {
        kind: StatementKind::Result,
        goal: Goal::Value { comparator: Comparator::Reach, value: decimal(value) },
        period,
        evidence: if in_plan { target.evidence.clone() } else { outside },
        ..target
    }
}

fn with(reports: &[Statement]) -> (Assessment, usize) {
    let mut portal = portal();
    let first = portal.statements.len();
    portal.statements.extend(reports.iter().cloned());
    (assess(&portal)[0].expect("a target has a status"), first)
}

#[test]
fn a_result_that_the_plan_itself_gives_is_where_it_starts_from() {
    let portal = portal();
    let given = report(&portal, "33.8", Period::SchoolYear(2024), true);
    let (assessment, first) = with(std::slice::from_ref(&given));
    assert_eq!(
        (assessment.verdict.status, assessment.baseline, assessment.latest),
        (Status::NoReport, Some(StatementIndex(first)), None)
    );
    let later = report(&portal, "40", Period::Year(2026), false);
    let (assessment, first) = with(&[later, given]);
    assert_eq!(
        (assessment.baseline, assessment.latest),
        (Some(StatementIndex(first + 1)), Some(StatementIndex(first)))
    );
    assert_eq!(assessment.verdict.status, Status::OnTrack);
}

#[test]
fn what_was_reported_before_the_plan_is_a_baseline_and_after_it_a_result() {
    let portal = portal();
    let (assessment, first) = with(&[report(&portal, "30", Period::Year(2024), false)]);
    assert_eq!(
        (assessment.verdict.status, assessment.baseline),
        (Status::NoReport, Some(StatementIndex(first)))
    );
    let (assessment, first) = with(&[report(&portal, "30", Period::Year(2025), false)]);
    assert_eq!(
        (assessment.verdict.status, assessment.verdict.obstacle),
        (Status::NotMetYet, Some(Obstacle::NoBaseline))
    );
    assert_eq!((assessment.baseline, assessment.latest), (None, Some(StatementIndex(first))));
}

#[test]
fn a_plans_own_baseline_comes_before_any_other() {
    let portal = portal();
    let baseline = Statement {
        kind: StatementKind::Baseline,
        ..report(&portal, "31", Period::Year(2023), true)
    };
    let (assessment, first) = with(&[report(&portal, "33", Period::Year(2024), false), baseline]);
    assert_eq!(
        (assessment.baseline, assessment.latest),
        (Some(StatementIndex(first + 1)), Some(StatementIndex(first)))
    );
}

#[test]
fn what_is_observed_is_of_the_place_whichever_of_its_plans_says_it() {
    let mut portal = portal();
    let older = PlanIndex(portal.plans.len());
    portal.plans.push(Plan {
        slug: "1-2022".into(),
        date: Date::new(2022, 2, 23).expect("a day"),
        ..portal.plans[0].clone()
    });
    let in_older = |mut statement: Statement| {
        if let Evidence::Clause { plan, .. } = &mut statement.evidence {
            *plan = older;
        }
        statement
    };
    let first = portal.statements.len();
    let own = Statement {
        kind: StatementKind::Baseline,
        ..report(&portal, "31", Period::Year(2023), true)
    };
    let before = in_older(report(&portal, "33", Period::Year(2024), true));
    portal.statements.extend([before, own]);
    let counted = assess(&portal)[0].expect("a target has a status");
    assert_eq!(
        (counted.baseline, counted.latest),
        (Some(StatementIndex(first + 1)), Some(StatementIndex(first))),
        "later than the plan's own baseline"
    );
    portal.statements.pop();
    let start = assess(&portal)[0].expect("a target has a status");
    assert_eq!(
        (start.baseline, start.latest),
        (Some(StatementIndex(first)), None),
        "where the plan starts from is no progress under it"
    );
    assert_eq!(start.verdict.status, Status::NoReport);
}

#[test]
fn only_like_counts_and_only_what_has_begun() {
    let portal = portal();
    let (assessment, _) = with(&[Statement {
        denominator: Some(Localized::text("trẻ dưới 3 tuổi", "children under 3")),
        ..report(&portal, "40", Period::Year(2026), false)
    }]);
    assert_eq!(
        (assessment.verdict.status, assessment.latest),
        (Status::NoReport, None),
        "another denominator"
    );
    let (assessment, _) = with(&[report(&portal, "49", Period::Year(2027), false)]);
    assert_eq!(
        assessment.verdict.status,
        Status::NoReport,
        "the portal is right for November 2026"
    );
    let (assessment, _) = with(&[report(&portal, "49", Period::None, false)]);
    assert_eq!(
        assessment.verdict.status,
        Status::NoReport,
        "a report without a time is of no time"
    );
}

#[test]
fn a_break_anywhere_between_baseline_and_result_forbids_a_path() {
    let portal = portal();
    let reports = [("30", 2023), ("31", 2025), ("40", 2026)]
        .map(|(value, year)| report(&portal, value, Period::Year(year), false));
    assert_eq!(with(&reports).0.verdict.status, Status::OnTrack);
    for (broken, obstacle) in
        [(0, None), (1, Some(Obstacle::SeriesBreak)), (2, Some(Obstacle::SeriesBreak))]
    {
        let mut reports = reports.clone();
        reports[broken].series_break = true;
        let verdict = with(&reports).0.verdict;
        assert_eq!(
            (verdict.obstacle, verdict.path.is_none()),
            (obstacle, obstacle.is_some()),
            "{broken}"
        );
    }
}

/// The first statement, due at the end of 2026, as it stands two years later.
fn long_due(reports: &[Statement]) -> Assessment {
    let mut portal = portal();
    portal.as_of = Date::new(2028, 12, 31).expect("a day");
    portal.statements[0].period = Period::Year(2026);
    portal.statements.extend(reports.iter().cloned());
    assess(&portal)[0].expect("a target has a status")
}

#[test]
fn what_was_reported_for_a_later_time_neither_meets_nor_misses_a_target() {
    let portal = portal();
    let [in_time_low, in_time_high] =
        ["40", "49"].map(|value| report(&portal, value, Period::Year(2026), false));
    let [later_low, later_high] =
        ["40", "49"].map(|value| report(&portal, value, Period::Year(2028), false));
    let said = |reports: &[&Statement]| {
        long_due(&reports.iter().map(|&report| report.clone()).collect::<Vec<_>>()).verdict
    };
    assert_eq!(said(&[&in_time_low, &later_high]).status, Status::Missed);
    assert_eq!(said(&[&in_time_high, &later_low]).status, Status::Met);
    let later = said(&[&later_high]);
    assert_eq!((later.status, later.obstacle), (Status::NoReport, Some(Obstacle::LaterReport)));
    let school_year = report(&portal, "49", Period::SchoolYear(2026), false);
    assert_eq!(said(&[&school_year]).status, Status::Met, "the day lies in the school year");
    let stage = report(&portal, "49", Period::Stage { from: 2026, to: 2028 }, false);
    assert_eq!(
        said(&[&stage]).status,
        Status::NoReport,
        "a stage says how things stand at its end"
    );
}

#[test]
fn nobody_owes_a_report_on_a_draft() {
    assert!(long_due(&[]).unreported().is_some());
    let mut portal = portal();
    portal.as_of = Date::new(2028, 12, 31).expect("a day");
    portal.statements[0].period = Period::Year(2026);
    portal.plans[0].status = PlanStatus::Draft;
    let assessment = assess(&portal)[0].expect("a target has a status");
    assert_eq!((assessment.verdict.status, assessment.unreported()), (Status::NoReport, None));
}

#[test]
fn one_denominator_in_two_spellings_is_one_denominator() {
    let mut portal = portal();
    portal.statements[0].period = Period::Year(2025);
    portal.statements[0].denominator = Some(Localized::text("ngân sách tỉnh", "the budget"));
    let mut met = report(&portal, "49", Period::Year(2025), false);
    met.denominator = Some(Localized::text("Ngân sách  tỉnh", "the provincial budget"));
    portal.statements.push(met);
    let status = |portal: &Portal| assess(portal)[0].expect("a status").verdict.status;
    assert_eq!(status(&portal), Status::Met);
    let last = portal.statements.len() - 1;
    let other = Localized::text("ngân sách trung ương", "the budget");
    portal.statements[last].denominator = Some(other);
    assert_eq!(status(&portal), Status::NoReport);
}

#[test]
fn the_denominator_of_the_indicator_is_its_own_said_or_not() {
    let mut portal = portal();
    let at = portal.statements[0].indicator;
    portal.indicators[at.0].denominator = Some(Localized::text("tổng số trẻ", "all children"));
    portal.statements[0].period = Period::Year(2025);
    let mut met = report(&portal, "49", Period::Year(2025), false);
    met.denominator = Some(Localized::text("Tổng số trẻ", "children"));
    portal.statements.push(met);
    assert_eq!(assess(&portal)[0].expect("a status").verdict.status, Status::Met);
}
