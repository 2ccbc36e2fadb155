//! Periods and days in words: `đến năm 2030`, `by 2030`.

use crate::language::{
    Language,
    date::{day_of_year, month_name},
};
use crate::portal::{DueDay, Period};

/// A deadline: `trước ngày 10/12 hằng năm`, `before 31 March 2026`.
pub fn before(day: DueDay, language: Language) -> String {
    match (day, language) {
        (DueDay::EveryYear { month, day }, Language::Vi) => {
            format!("trước ngày {} hằng năm", day_of_year(month, day, language))
        }
        (DueDay::EveryYear { month, day }, Language::En) => {
            format!("before {} every year", day_of_year(month, day, language))
        }
        (DueDay::Once(date), Language::Vi) if date.day.is_some() => {
            format!("trước ngày {}", date.short(language))
        }
        (DueDay::Once(date), Language::Vi) => format!("trước {}", date.long(language)),
        (DueDay::Once(date), Language::En) => format!("before {}", date.long(language)),
    }
}

/// The period as it stands in a table: `2030`, `2021–2025`, `năm học 2025–2026`, `hằng năm`; empty
/// where there is none.
pub fn period(period: Period, language: Language) -> String {
    match (period, language) {
        (Period::Year(year), _) => year.to_string(),
        (Period::Stage { from, to }, _) => format!("{from}–{to}"),
        (Period::HalfYear { year, half: 1 }, Language::Vi) => format!("6 tháng đầu năm {year}"),
        (Period::HalfYear { year, .. }, Language::Vi) => format!("6 tháng cuối năm {year}"),
        (Period::HalfYear { year, half: 1 }, Language::En) => format!("first half of {year}"),
        (Period::HalfYear { year, .. }, Language::En) => format!("second half of {year}"),
        (Period::NineMonths(year), Language::Vi) => format!("9 tháng đầu năm {year}"),
        (Period::NineMonths(year), Language::En) => format!("first nine months of {year}"),
        (Period::Quarter { year, quarter }, Language::Vi) => {
            format!("quý {}/{year}", ["I", "II", "III", "IV"][(quarter as usize + 3) % 4])
        }
        (Period::Quarter { year, quarter }, Language::En) => format!("Q{quarter} {year}"),
        (Period::Month { year, month }, Language::Vi) => format!("tháng {month}/{year}"),
        (Period::Month { year, month }, Language::En) => format!("{} {year}", month_name(month)),
        (Period::Day(day), Language::Vi) => day.short(language),
        (Period::Day(day), Language::En) => day.long(language),
        (Period::SchoolYear(start), Language::Vi) => format!("năm học {start}–{}", start + 1),
        (Period::SchoolYear(start), Language::En) => format!("{start}–{} school year", start + 1),
        (Period::EveryYear { until: None }, Language::Vi) => "hằng năm".to_owned(),
        (Period::EveryYear { until: None }, Language::En) => "every year".to_owned(),
        (Period::EveryYear { until: Some(year) }, Language::Vi) => format!("hằng năm đến {year}"),
        (Period::EveryYear { until: Some(year) }, Language::En) => format!("every year to {year}"),
        (Period::None, _) => String::new(),
    }
}

/// The period of a target in a sentence: `đến năm 2030`, `giai đoạn 2021–2025`, `by 2030`; empty
/// where there is none.
pub fn period_of_target(period: Period, language: Language) -> String {
    match (period, language) {
        (Period::Year(year), Language::Vi) => format!("đến năm {year}"),
        (Period::Year(year), Language::En) => format!("by {year}"),
        (Period::Month { .. } | Period::Day(_), Language::Vi) => {
            format!("đến {}", self::period(period, language))
        }
        (Period::Month { .. } | Period::Day(_), Language::En) => {
            format!("by {}", self::period(period, language))
        }
        (Period::EveryYear { until: Some(year) }, Language::Vi) => {
            format!("hằng năm đến năm {year}")
        }
        _ => period_of_result(period, language),
    }
}

/// The period of a result in a sentence: `năm 2025`, `in 2025`.
pub fn period_of_result(span: Period, language: Language) -> String {
    match (span, language) {
        (Period::Year(year), Language::Vi) => format!("năm {year}"),
        (Period::Year(year), Language::En) => format!("in {year}"),
        (Period::Stage { from, to }, Language::Vi) => format!("giai đoạn {from}–{to}"),
        (Period::Stage { from, to }, Language::En) => format!("in the period {from}–{to}"),
        (Period::HalfYear { .. } | Period::NineMonths(_), Language::En) => {
            format!("in the {}", period(span, language))
        }
        (Period::Quarter { .. } | Period::Month { .. }, Language::En) => {
            format!("in {}", period(span, language))
        }
        (Period::Day(_), Language::Vi) => format!("đến {}", period(span, language)),
        (Period::Day(_), Language::En) => format!("as of {}", period(span, language)),
        (Period::SchoolYear(start), Language::En) => {
            format!("in the {start}–{} school year", start + 1)
        }
        _ => period(span, language),
    }
}
