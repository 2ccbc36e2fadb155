//! Figures, goals and periods as an author types them, and what each kind of number is called.

use super::{Figure, MentionKind};
use crate::language::Localized;
use crate::portal::{Bound, Comparator, CountUnit, DueDay, Goal, Measure, Period};

/// The goal that this figure would prove: `48.5`, `"> 98"`, `"35..40"`, `"reduce by >= 40"`.
pub fn figure(figure: &Figure) -> String {
    match figure.high {
        Some(high) => range(figure.comparator, &figure.low.to_string(), &high.to_string()),
        None => value(figure.comparator, &figure.low.to_string()),
    }
}

pub(super) fn goal(goal: Goal) -> String {
    match goal {
        Goal::Value { comparator, value: number } => value(comparator, &number.to_string()),
        Goal::Range { comparator, low, high } => {
            range(comparator, &low.to_string(), &high.to_string())
        }
        Goal::Maintain => "maintain".to_owned(),
        Goal::Complete => "complete".to_owned(),
        Goal::Before(DueDay::EveryYear { month, day }) => format!("\"before {month:02}-{day:02}\""),
        Goal::Before(DueDay::Once(date)) => format!("\"before {}\"", date.iso()),
    }
}

fn range(comparator: Comparator, low: &str, high: &str) -> String {
    match comparator {
        Comparator::IncreaseBy(_) => format!("\"increase by {low}..{high}\""),
        Comparator::ReduceBy(_) => format!("\"reduce by {low}..{high}\""),
        _ => format!("\"{low}..{high}\""),
    }
}

fn value(comparator: Comparator, number: &str) -> String {
    let sign = match comparator {
        Comparator::IncreaseBy(bound) => return change("increase by", bound, number),
        Comparator::ReduceBy(bound) => return change("reduce by", bound, number),
        Comparator::Reach | Comparator::Range | Comparator::Complete => return number.to_owned(),
        Comparator::AtLeast => ">=",
        Comparator::Above => ">",
        Comparator::AtMost => "<=",
        Comparator::Below => "<",
        Comparator::About => "~",
        Comparator::Maintain => "maintain",
        Comparator::Before => "before",
    };
    format!("\"{sign} {number}\"")
}

fn change(verb: &str, bound: Bound, number: &str) -> String {
    let sign = match bound {
        Bound::Exactly | Bound::Range => return format!("\"{verb} {number}\""),
        Bound::AtLeast => ">=",
        Bound::Above => ">",
        Bound::AtMost => "<=",
        Bound::Below => "<",
        Bound::About => "~",
    };
    format!("\"{verb} {sign} {number}\"")
}

/// The goal that this day would prove.
pub(super) fn day(kind: &MentionKind) -> Option<String> {
    match *kind {
        MentionKind::DayOfYear { month, day, .. } => {
            Some(goal(Goal::Before(DueDay::EveryYear { month, day })))
        }
        MentionKind::Date(date) => Some(goal(Goal::Before(DueDay::Once(date)))),
        _ => None,
    }
}

pub(super) fn period(period: Period) -> String {
    match period {
        Period::Year(_) | Period::Stage { .. } | Period::HalfYear { .. } => period.code(),
        Period::NineMonths(_) | Period::Quarter { .. } => period.code(),
        Period::Month { .. } | Period::Day(_) => period.code(),
        Period::SchoolYear(start) => format!("school year {start}-{}", start + 1),
        Period::EveryYear { until: None } => "every year".to_owned(),
        Period::EveryYear { until: Some(year) } => format!("every year to {year}"),
        Period::None => "none".to_owned(),
    }
}

pub(super) fn measure(measure: &Measure, units: &[CountUnit]) -> Localized {
    match measure {
        Measure::Percent => Localized::text("phần trăm", "percent"),
        Measure::Index => Localized::text("không có đơn vị", "without a unit"),
        Measure::Counted(id) => units.iter().find(|unit| unit.id == *id).map_or_else(
            || Localized::text(id.clone(), id.clone()),
            |unit| Localized::text(unit.name_vi.clone(), unit.name_en_other.clone()),
        ),
        Measure::Level => Localized::text("mức", "level"),
        Measure::Milestone => Localized::text("mốc", "milestone"),
        Measure::Date => Localized::text("ngày", "date"),
    }
}

pub(super) fn kind(kind: &MentionKind) -> Localized {
    match kind {
        MentionKind::Figure(_) => Localized::text("giá trị", "value"),
        MentionKind::Year(_) => Localized::text("năm", "year"),
        MentionKind::Stage(..) => Localized::text("giai đoạn", "stage"),
        MentionKind::SchoolYear(_) => Localized::text("năm học", "school year"),
        MentionKind::EveryYear => Localized::text("hằng năm", "every year"),
        MentionKind::Quarter(..) => Localized::text("quý", "quarter"),
        MentionKind::HalfYear(..) => Localized::text("nửa năm", "half-year"),
        MentionKind::NineMonths(_) => Localized::text("chín tháng", "nine months"),
        MentionKind::Date(_) | MentionKind::DayOfYear { .. } => Localized::text("ngày", "date"),
        MentionKind::ImpossibleDate(..) => {
            Localized::text("ngày không có trong lịch", "a date that no calendar has")
        }
        MentionKind::DocumentNumber(_) => Localized::text("số văn bản", "document number"),
        MentionKind::Age { .. } => Localized::text("độ tuổi", "age"),
        MentionKind::Level(_) => Localized::text("mức độ, lớp", "level or grade"),
        MentionKind::Frequency { .. } => Localized::text("số lần", "frequency"),
        MentionKind::Duration { .. } => Localized::text("thời lượng", "duration"),
        MentionKind::Ordinal(_) => Localized::text("số thứ tự", "ordinal number"),
        MentionKind::Other(_) => Localized::text("số không kèm đơn vị", "number without a unit"),
    }
}
