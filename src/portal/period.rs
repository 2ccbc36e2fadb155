//! The time for which a statement holds.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::language::date::Date;

/// When a goal is to be met, or for which time a result holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// By the end of a year.
    Year(i16),
    /// A half of a year: 1 or 2.
    HalfYear { year: i16, half: i8 },
    /// The first nine months of a year, of which Vietnamese authorities report.
    NineMonths(i16),
    /// From 1 to 4.
    Quarter { year: i16, quarter: i8 },
    /// From 1 to 12.
    Month { year: i16, month: i8 },
    /// By a whole date, or as things stood on it.
    Day(Date),
    /// Over the years of a stage, and by the end of its last.
    Stage { from: i16, to: i16 },
    /// A school year, named by the year in which it begins; it ends on 31 May of the next.
    SchoolYear(i16),
    /// Every year, up to a last one where the plan has one.
    EveryYear { until: Option<i16> },
    /// The plan names none.
    None,
}

/// The time of a period, as statements are held against each other.
///
/// What ends on one day is for one time: "by 2030", a stage 2026-2030, December 2030 and its last
/// day. A school year ends with its teaching, and what holds every year is another thing than what
/// is reached by the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Time {
    EndOf(Date),
    SchoolYear(i16),
    EveryYear(Option<i16>),
    NotNamed,
}

impl Period {
    /// The year in which it ends.
    pub fn end_year(self) -> Option<i16> {
        self.end().map(|day| day.year)
    }

    /// The day on which it begins; none where it has no beginning of its own. School years begin in
    /// September.
    pub fn first_day(self) -> Option<Date> {
        match self {
            Period::Year(year) | Period::NineMonths(year) => Date::new(year, 1, 1),
            Period::HalfYear { year, half } => Date::new(year, half * 6 - 5, 1),
            Period::Quarter { year, quarter } => Date::new(year, quarter * 3 - 2, 1),
            Period::Month { year, month } => Date::new(year, month, 1),
            Period::Day(day) => Some(day),
            Period::Stage { from, .. } => Date::new(from, 1, 1),
            Period::SchoolYear(start) => Date::new(start, 9, 1),
            Period::EveryYear { .. } | Period::None => None,
        }
    }

    /// The day on which it ends, and a goal for it falls due; none where it has no end of its own.
    pub fn last_day(self) -> Option<Date> {
        match self {
            Period::Year(year) => Date::new(year, 12, 31),
            Period::HalfYear { year, half } => Date::last_of_month(year, half * 6),
            Period::NineMonths(year) => Date::new(year, 9, 30),
            Period::Quarter { year, quarter } => Date::last_of_month(year, quarter * 3),
            Period::Month { year, month } => Date::last_of_month(year, month),
            Period::Day(day) => Some(day),
            Period::Stage { to, .. } => Date::new(to, 12, 31),
            Period::SchoolYear(start) => Date::new(start + 1, 5, 31),
            Period::EveryYear { .. } | Period::None => None,
        }
    }

    /// The last day that it speaks of: of what holds every year, the end of the last one.
    pub fn end(self) -> Option<Date> {
        match self {
            Period::EveryYear { until } => until.and_then(|year| Date::new(year, 12, 31)),
            _ => self.last_day(),
        }
    }

    /// Where its end lies on a line of years: the end of 2030 at 2030, that of June 2030 at 2029.5.
    pub fn end_in_years(self) -> Option<Decimal> {
        let months = self.end()?.in_months();
        let years = (months / Decimal::from(12)).checked_sub(Decimal::ONE)?;
        Some(years.normalize())
    }

    /// What periods are sorted by: their end, and of those that end together the shorter first.
    pub fn order(self) -> (Option<Date>, Reverse<Option<Date>>) {
        (self.end(), Reverse(self.first_day()))
    }

    /// What is compared.
    pub fn time(self) -> Time {
        match self {
            Period::SchoolYear(start) => Time::SchoolYear(start),
            Period::EveryYear { until } => Time::EveryYear(until),
            _ => self.last_day().map_or(Time::NotNamed, Time::EndOf),
        }
    }

    /// Whether what two statements say is for the same time.
    pub fn is_same_time(self, other: Period) -> bool {
        self.time() == other.time()
    }

    /// Whether both say when they begin, and differently: what grows or is done over 2021-2030 is
    /// another thing than over 2026-2030, and in a quarter than in a year. "By 2030", "by June" or
    /// "by 30 June" say nothing of that.
    pub fn starts_apart(self, other: Period) -> bool {
        match (self.beginning(), other.beginning()) {
            (Some(first), Some(second)) => first != second,
            (Some(_), None) => self.is_part_of_year() && matches!(other, Period::Year(_)),
            (None, Some(_)) => other.starts_apart(self),
            (None, None) => false,
        }
    }

    /// The first day of what is a span of time, and no limit.
    pub fn beginning(self) -> Option<Date> {
        match self {
            Period::Stage { .. } | Period::HalfYear { .. } => self.first_day(),
            Period::NineMonths(_) | Period::Quarter { .. } => self.first_day(),
            _ => None,
        }
    }

    /// Whether it is no whole year: what is said of it is not said of the year.
    pub fn is_part_of_year(self) -> bool {
        match self {
            Period::HalfYear { .. } | Period::NineMonths(_) => true,
            Period::Quarter { .. } | Period::Month { .. } | Period::Day(_) => true,
            Period::Year(_) | Period::Stage { .. } | Period::SchoolYear(_) => false,
            Period::EveryYear { .. } | Period::None => false,
        }
    }

    /// `2030`, `2026-2030`, `2025-2026`, `2026-06`, `2026-Q3`, `2026-H1`, `2026-9M`, `2026-06-30`;
    /// empty where there is none.
    pub fn code(self) -> String {
        match self {
            Period::Year(year) => year.to_string(),
            Period::HalfYear { year, half } => format!("{year}-H{half}"),
            Period::NineMonths(year) => format!("{year}-9M"),
            Period::Quarter { year, quarter } => format!("{year}-Q{quarter}"),
            Period::Month { year, month } => format!("{year}-{month:02}"),
            Period::Day(day) => day.iso(),
            Period::Stage { from, to } => format!("{from}-{to}"),
            Period::SchoolYear(start) => format!("{start}-{}", start + 1),
            Period::EveryYear { until: Some(year) } => year.to_string(),
            Period::EveryYear { until: None } | Period::None => String::new(),
        }
    }

    /// The type's name in the data files.
    pub fn type_name(self) -> &'static str {
        match self {
            Period::Year(_) => "year",
            Period::HalfYear { .. } => "half_year",
            Period::NineMonths(_) => "nine_months",
            Period::Quarter { .. } => "quarter",
            Period::Month { .. } => "month",
            Period::Day(_) => "day",
            Period::Stage { .. } => "stage",
            Period::SchoolYear(_) => "school_year",
            Period::EveryYear { .. } => "recurring",
            Period::None => "none",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Period {
        Period::Day(Date::parse(text).expect("a day"))
    }

    fn month(month: i8) -> Period {
        Period::Month { year: 2026, month }
    }

    #[test]
    fn each_period_ends_on_its_day() {
        for (period, end, years) in [
            (Period::Year(2026), "2026-12-31", "2026"),
            (Period::HalfYear { year: 2026, half: 1 }, "2026-06-30", "2025.5"),
            (Period::HalfYear { year: 2026, half: 2 }, "2026-12-31", "2026"),
            (Period::NineMonths(2026), "2026-09-30", "2025.75"),
            (Period::Quarter { year: 2026, quarter: 1 }, "2026-03-31", "2025.25"),
            (month(6), "2026-06-30", "2025.5"),
            (Period::Month { year: 2028, month: 2 }, "2028-02-29", "2027.1666"),
            (day("2026-06-15"), "2026-06-15", "2025.4583"),
            (Period::SchoolYear(2025), "2026-05-31", "2025.4166"),
            (Period::EveryYear { until: Some(2030) }, "2030-12-31", "2030"),
        ] {
            assert_eq!(period.end().map(Date::iso).as_deref(), Some(end));
            let at = period.end_in_years().expect("an end").to_string();
            assert!(at.starts_with(years) && (at.len() > 8 || at == years), "{period:?}: {at}");
        }
    }

    #[test]
    fn what_ends_together_is_for_one_time() {
        let year = Period::Year(2026);
        let stage = Period::Stage { from: 2021, to: 2026 };
        let last_quarter = Period::Quarter { year: 2026, quarter: 4 };
        for other in [stage, last_quarter, month(12), day("2026-12-31")] {
            assert!(year.is_same_time(other), "{other:?}");
        }
        assert!(month(6).is_same_time(Period::HalfYear { year: 2026, half: 1 }));
        assert!(!month(6).is_same_time(year));
        let in_may = Period::Month { year: 2026, month: 5 };
        assert!(!in_may.is_same_time(Period::SchoolYear(2025)));
        assert!(!year.starts_apart(stage) && !year.starts_apart(month(12)));
        assert!(year.starts_apart(last_quarter) && last_quarter.starts_apart(stage));
        assert!(Period::Stage { from: 2022, to: 2026 }.starts_apart(stage));
    }

    #[test]
    fn periods_stand_in_the_order_of_their_ends_and_the_shorter_first() {
        let mut periods = [
            Period::Year(2026),
            Period::HalfYear { year: 2026, half: 1 },
            Period::Stage { from: 2021, to: 2026 },
            Period::Quarter { year: 2026, quarter: 4 },
            month(6),
            Period::SchoolYear(2025),
        ];
        periods.sort_by_key(|period| period.order());
        let codes = periods.map(Period::code);
        assert_eq!(codes, ["2025-2026", "2026-06", "2026-H1", "2026-Q4", "2026", "2021-2026"]);
    }
}
