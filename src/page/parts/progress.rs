//! The status of a target as a page shows it: in words and by a shape, with everything that leads
//! to it.

use rust_decimal::{Decimal, RoundingStrategy};
use serde::Serialize;

use super::day::Day;
use crate::address::{Page, Route, relative, statement_href};
use crate::language::{Language, number, pick};
use crate::portal::{Comparator, DueDay, Goal, Portal, StatementIndex};
use crate::status::{Assessment, Due, Path, Status};
use crate::wording::{before, period, said};

/// A status in a word.
#[derive(Debug, Serialize)]
pub struct Standing {
    /// `on_track`, `no_report`, ...; `due_no_report` where the day has passed in silence.
    pub name: &'static str,
    /// Tells it without colour.
    pub shape: &'static str,
    /// Whether it says more than that nothing is reported and nothing is due.
    pub telling: bool,
}

/// How a status was found.
#[derive(Debug, Serialize)]
pub struct Working {
    pub due: Option<String>,
    /// Whether that day has passed.
    pub over: bool,
    pub baseline: Option<ReadingView>,
    /// What was reported before as done or kept: it is no level to start from.
    pub done_before: Option<ReadingView>,
    pub latest: Option<ReadingView>,
    /// Whether a report was held against an "about", whose meaning is the portal's own.
    pub about: bool,
    pub formula: Option<Formula>,
    /// Why this status, in the theme's words: `on_track`, `met`, ...
    pub because: &'static str,
    pub obstacle: Option<&'static str>,
    /// `linear`, `open_sdg`.
    pub method: &'static str,
    pub method_href: Option<String>,
    pub as_of: Day,
}

/// An observation that the status rests on.
#[derive(Debug, Serialize)]
pub struct ReadingView {
    pub value: String,
    pub period: String,
    pub href: String,
}

/// The formula, in letters and with its numbers.
#[derive(Debug, Serialize)]
pub struct Formula {
    pub letters: &'static str,
    pub numbers: String,
}

pub fn standing(portal: &Portal, assessment: &Assessment) -> Standing {
    let status = assessment.verdict.status;
    let unreported = assessment.unreported().is_some();
    Standing {
        name: if unreported { "due_no_report" } else { status.name(portal.status_method) },
        shape: match status {
            Status::NoReport if unreported => "!",
            Status::NoReport => "–",
            Status::Achieved | Status::Met => "✓",
            Status::OnTrack => "●",
            Status::Behind => "◐",
            Status::FarBehind => "○",
            Status::MovingAway => "←",
            Status::Missed => "✕",
            Status::NotMetYet => "◇",
            Status::Unmeasured => "?",
        },
        telling: unreported || status != Status::NoReport,
    }
}

/// The status in a word, for where no template says it; the theme's strings say the same (tested
/// below).
pub fn standing_word(standing: &Standing, language: Language) -> &'static str {
    let [vi, en] = match standing.name {
        "due_no_report" => ["đến hạn, chưa có báo cáo", "due, no report yet"],
        "achieved" => ["đã đạt", "achieved"],
        "on_track" => ["đúng tiến độ", "on track"],
        "behind" => ["chậm", "behind"],
        "far_behind" => ["chậm nhiều", "far behind"],
        "moving_away" => ["đi ngược", "moving away"],
        "substantial_progress" => ["tiến bộ rõ", "substantial progress"],
        "moderate_progress" => ["tiến bộ vừa", "moderate progress"],
        "limited_progress" => ["tiến bộ ít", "limited progress"],
        "deterioration" => ["xấu đi", "deterioration"],
        "met" => ["đạt", "met"],
        "missed" => ["không đạt", "missed"],
        "not_met_yet" => ["chưa đạt", "not met yet"],
        "unmeasured" => ["chưa so sánh được", "cannot be compared yet"],
        _ => ["chưa có báo cáo", "no report yet"],
    };
    pick(language, vi, en)
}

pub fn working(
    portal: &Portal,
    goal: Goal,
    assessment: &Assessment,
    language: Language,
    path: &str,
) -> Working {
    let reading = |index: StatementIndex| {
        let statement = portal.statement(index);
        ReadingView {
            value: match statement.goal {
                Goal::Complete => pick(language, "đã hoàn thành", "completed").to_owned(),
                Goal::Maintain => pick(language, "vẫn duy trì", "kept up").to_owned(),
                _ => said(portal, statement, language),
            },
            period: period(statement.period, language),
            href: statement_href(portal, statement, language, path),
        }
    };
    let is_level = |index: &StatementIndex| {
        !matches!(portal.statement(*index).goal, Goal::Complete | Goal::Maintain | Goal::Before(_))
    };
    let method = portal.pages.iter().position(|page| page.slug == "method");
    let status = assessment.verdict.status;
    Working {
        due: assessment
            .schedule
            .over
            .or(assessment.schedule.next)
            .map(|due| due_day(due, language)),
        over: assessment.schedule.over.is_some(),
        baseline: assessment.baseline.filter(is_level).map(reading),
        done_before: assessment.baseline.filter(|index| !is_level(index)).map(reading),
        latest: assessment.latest.map(reading),
        about: assessment.latest.is_some() && goal.comparator() == Comparator::About,
        formula: assessment.verdict.path.map(|path| formula(&path, language)),
        because: if assessment.unreported().is_some() {
            "due_no_report"
        } else {
            status.name(portal.status_method)
        },
        obstacle: assessment.verdict.obstacle.map(|obstacle| obstacle.name()),
        method: portal.status_method.name(),
        method_href: method.map(|position| {
            relative(path, &Route::Page(language, Page::Prose(position)).path(portal))
        }),
        as_of: Day::new(portal.as_of, language),
    }
}

/// The day on which something falls due: `31/12/2030`, `before 10 December 2026`.
pub fn due_day(due: Due, language: Language) -> String {
    if due.before { before(DueDay::Once(due.day), language) } else { due.day.short(language) }
}

/// The ratio as it is written: four decimals, rounded down, so that no ratio looks as if it had
/// reached a bound.
pub fn written_ratio(ratio: Decimal) -> Decimal {
    ratio.round_dp_with_strategy(4, RoundingStrategy::ToNegativeInfinity).normalize()
}

fn formula(path: &Path, language: Language) -> Formula {
    let said = |value: Decimal| number::format(value, language);
    // What is subtracted or divided is set in brackets where it has a sign of its own.
    let term = |value: Decimal| {
        if value < Decimal::ZERO { format!("({})", said(value)) } else { said(value) }
    };
    let (baseline, target, latest) = (path.baseline.value, path.target.value, path.latest.value);
    let written = written_ratio(path.ratio);
    let equals = if written == path.ratio { "=" } else { "≈" };
    let ratio = said(written);
    let (elapsed, whole) = (path.months_elapsed(), path.months_in_all());
    let time = |time: Decimal| said(time.round_dp(2).normalize());
    let twelve = Decimal::from(12);
    let in_years = (elapsed % twelve).is_zero() && (whole % twelve).is_zero();
    match path.growth {
        None => {
            let unit = pick(
                language,
                if in_years { "năm" } else { "tháng" },
                if in_years { "years" } else { "months" },
            );
            let (elapsed, whole) =
                if in_years { (elapsed / twelve, whole / twelve) } else { (elapsed, whole) };
            let unit_of_elapsed =
                if elapsed == Decimal::ONE { unit.trim_end_matches('s') } else { unit };
            Formula {
                letters: "P = ((yi − y0) / (yT − y0)) / ((ti − t0) / (tT − t0))",
                numbers: format!(
                    "P = (({} − {}) / ({} − {})) / ({} {unit_of_elapsed} / {} {unit}) {equals} \
                     {ratio}",
                    term(latest),
                    term(baseline),
                    term(target),
                    term(baseline),
                    time(elapsed),
                    time(whole)
                ),
            }
        }
        Some(growth) => {
            let exponent = |months: Decimal| match (months % twelve).is_zero() {
                true => format!("1/{}", time(months / twelve)),
                false => format!("12/{}", time(months)),
            };
            let percent = |growth: Decimal| {
                growth
                    .checked_mul(Decimal::ONE_HUNDRED)
                    .map_or_else(|| said(growth), |growth| format!("{}%", said(growth.round_dp(2))))
            };
            Formula {
                letters: "P = ((yi / y0)^(1/(ti − t0)) − 1) / ((yT / y0)^(1/(tT − t0)) − 1)",
                numbers: format!(
                    "P = (({} / {})^({}) − 1) / (({} / {})^({}) − 1) ≈ {} / {} {equals} {ratio}",
                    term(latest),
                    term(baseline),
                    exponent(elapsed),
                    term(target),
                    term(baseline),
                    exponent(whole),
                    percent(growth.observed),
                    percent(growth.required)
                ),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::index::PortalIndex;
    use crate::language::date::Date;
    use crate::portal::{StatusMethod, sample};
    use crate::status::Point;

    fn path(method: StatusMethod, latest: &str, day: &str) -> Path {
        let point = |value: &str, day: &str| Point {
            value: value.parse().expect("a decimal"),
            day: Date::parse(day).expect("a day"),
        };
        Path::new(
            method,
            point("60", "2025-12-31"),
            point("80.5", "2030-12-31"),
            point(latest, day),
        )
        .expect("a path")
    }

    #[test]
    fn the_formula_is_shown_with_its_numbers() {
        let linear = path(StatusMethod::Linear, "66", "2027-12-31");
        assert_eq!(
            formula(&linear, Language::Vi).numbers,
            "P = ((66 − 60) / (80,5 − 60)) / (2 năm / 5 năm) ≈ 0,7317"
        );
        let school_year = path(StatusMethod::Linear, "60", "2026-05-31");
        assert_eq!(
            formula(&school_year, Language::En).numbers,
            "P = ((60 − 60) / (80.5 − 60)) / (5 months / 60 months) = 0"
        );
        let first_year = path(StatusMethod::Linear, "62.05", "2026-12-31");
        assert_eq!(
            formula(&first_year, Language::En).numbers,
            "P = ((62.05 − 60) / (80.5 − 60)) / (1 year / 5 years) = 0.5"
        );
        let compound = path(StatusMethod::OpenSdg, "66", "2027-12-31");
        assert_eq!(
            formula(&compound, Language::En).numbers,
            "P = ((66 / 60)^(1/2) − 1) / ((80.5 / 60)^(1/5) − 1) ≈ 4.88% / 6.05% ≈ 0.8061"
        );
    }

    #[test]
    fn what_was_done_before_is_no_baseline() {
        let portal = sample::portal();
        let at = |id: &str| {
            StatementIndex(
                portal
                    .statements
                    .iter()
                    .position(|statement| statement.id == id)
                    .expect("a statement"),
            )
        };
        let (milestone, figure) =
            (at("universal-preschool-age-5-2025"), at("nursery-enrolment-2025"));
        let shown = |before: StatementIndex| {
            let assessment = PortalIndex::new(&portal)
                .assessment(milestone)
                .copied()
                .expect("a milestone has a status");
            let working = working(
                &portal,
                portal.statement(milestone).goal,
                &Assessment { baseline: Some(before), ..assessment },
                Language::En,
                "en/due.html",
            );
            [working.baseline, working.done_before]
                .map(|reading| reading.map(|reading| reading.value))
        };
        assert_eq!(shown(milestone), [None, Some("kept up".to_owned())]);
        assert!(matches!(shown(figure), [Some(_), None]));
    }

    #[test]
    fn what_about_means_is_said_where_a_report_was_held_against_it() {
        let portal = sample::portal();
        let index = PortalIndex::new(&portal);
        let (position, assessment) = portal
            .statements
            .iter()
            .enumerate()
            .find_map(|(position, _)| {
                Some((position, *index.assessment(StatementIndex(position))?))
            })
            .expect("a status");
        let reported = Assessment { latest: Some(StatementIndex(position)), ..assessment };
        let about = |comparator, assessment: &Assessment| {
            working(
                &portal,
                Goal::Value { comparator, value: Decimal::TEN },
                assessment,
                Language::En,
                "en/due.html",
            )
            .about
        };
        assert!(about(Comparator::About, &reported));
        assert!(
            !about(Comparator::About, &Assessment { latest: None, ..reported })
                && !about(Comparator::Reach, &reported)
        );
    }

    #[test]
    fn no_ratio_looks_as_if_it_had_reached_a_bound() {
        assert_eq!(written_ratio("0.94999999".parse().expect("a decimal")).to_string(), "0.9499");
        assert_eq!(written_ratio("-0.00000001".parse().expect("a decimal")).to_string(), "-0.0001");
        assert_eq!(written_ratio("0.60".parse().expect("a decimal")).to_string(), "0.6");
    }

    #[test]
    fn a_status_has_the_same_word_in_a_chart_as_on_its_page() {
        let themes = [
            (Language::Vi, include_str!("../../../themes/default/strings/vi.yaml")),
            (Language::En, include_str!("../../../themes/default/strings/en.yaml")),
        ];
        for (language, strings) in themes {
            let words: Vec<(&str, &str)> = strings
                .lines()
                .filter_map(|line| line.strip_prefix("standing_")?.split_once(": "))
                .collect();
            assert!(words.len() >= 15);
            for (name, word) in words {
                // The names are the theme's: a name unknown here would be said as no report.
                let said = standing_word(&Standing { name, shape: "", telling: true }, language);
                assert_eq!(said, word.to_lowercase(), "{name}");
            }
        }
    }
}
