//! The golden vectors of `tests/status/progress-vectors.csv`: computed from the published formulas, row by row.

use minhbach::language::date::Date;
use minhbach::portal::{Comparator, Direction, Goal, StatusMethod};
use minhbach::status::{Due, Question, Reading, judge};
use rust_decimal::Decimal;

#[test]
fn every_golden_vector_comes_out() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/status/progress-vectors.csv");
    let mut reader = csv::Reader::from_path(path).expect("the vectors");
    let mut wrong = Vec::new();
    let mut rows = 0;
    for row in reader.records() {
        let row = row.expect("a row");
        let [method, case, direction, comparator, y0, t0, goal, due, yi, ti, ratio, status] = std::array::from_fn(|column| &row[column]);
        let question = question(method, direction, comparator, [y0, t0, goal, due, yi, ti]);
        let verdict = judge(&question);
        let said = verdict.status.name(question.method);
        // The file rounds to four digits or to ten.
        let is_near = |path: minhbach::status::Path| (path.ratio - decimal(ratio)).abs() < Decimal::new(5, 5);
        // The file gives no ratio where the status does not rest on one.
        if said != status || !ratio.is_empty() && !verdict.path.is_some_and(is_near) {
            wrong.push(format!("{method}, {case}: {said} {:?}, not {status} {ratio}", verdict.path.map(|path| path.ratio)));
        }
        rows += 1;
    }
    assert!(rows > 20, "{rows} rows");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn question(method: &str, direction: &str, comparator: &str, values: [&str; 6]) -> Question {
    let [y0, t0, goal, due, yi, ti] = values;
    let reading = |value: &str, year: &str| {
        (!value.is_empty()).then(|| Reading { said: Goal::Value { comparator: Comparator::Reach, value: decimal(value) }, day: end_of(year) })
    };
    Question {
        method: if method == "linear" { StatusMethod::Linear } else { StatusMethod::OpenSdg },
        goal: match goal.split_once("..") {
            Some((low, high)) => Goal::Range { low: decimal(low), high: decimal(high) },
            None => Goal::Value { comparator: comparator_named(comparator), value: decimal(goal) },
        },
        direction: if direction == "up" { Direction::Up } else { Direction::Down },
        due: Some(Due { day: end_of(due), before: false, yearly: false }),
        baseline: reading(y0, t0),
        latest: reading(yi, ti),
        series_break: false,
        as_of: end_of(if ti.is_empty() { "2026" } else { ti }),
    }
}

fn comparator_named(name: &str) -> Comparator {
    use Comparator::*;
    *[Reach, AtLeast, Above, AtMost, Below, Range, About, Maintain].iter().find(|comparator| comparator.name() == name).expect("a comparator")
}

fn end_of(year: &str) -> Date {
    Date::new(year.parse().expect("a year"), 12, 31).expect("a day")
}

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a decimal")
}
