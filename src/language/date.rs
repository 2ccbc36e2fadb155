//! Dates as each language writes them: `ngày 27 tháng 9 năm 2025` and `27/9/2025`; `27 September
//! 2025`.

use rust_decimal::Decimal;

use super::Language;

/// A calendar date of which the day, or the day and the month, may not be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    pub year: i16,
    pub month: Option<i8>,
    pub day: Option<i8>,
}

/// The years of dates and periods.
pub const YEARS: std::ops::RangeInclusive<i16> = 1900..=2200;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

impl Date {
    /// A whole date, or `None` where the calendar has no such day (29 February 2025).
    pub fn new(year: i16, month: i8, day: i8) -> Option<Date> {
        jiff::civil::Date::new(year, month, day).ok()?;
        Some(Date { year, month: Some(month), day: Some(day) })
    }

    /// The last day of a month; `None` where a year has no such month.
    pub fn last_of_month(year: i16, month: i8) -> Option<Date> {
        let first = jiff::civil::Date::new(year, month, 1).ok()?;
        Date::new(year, month, first.days_in_month())
    }

    /// The months up to the end of the date: whole at the end of a month, and between by the days
    /// of that month. What is not printed is the last that it can be.
    pub fn in_months(self) -> Decimal {
        let month = self.month.unwrap_or(12);
        let months = Decimal::from(i32::from(self.year) * 12 + i32::from(month));
        let last = Date::last_of_month(self.year, month).and_then(|last| last.day);
        match (self.day, last) {
            (Some(day), Some(last)) if day < last => {
                months - Decimal::from(last - day) / Decimal::from(last)
            }
            _ => months,
        }
    }

    /// `2025-09-27`, `2026-02` or `2026`; `None` where it is no date, or of a year in which nothing
    /// that a portal speaks of was dated.
    pub fn parse(text: &str) -> Option<Date> {
        let mut parts = text.split('-');
        let year = parts
            .next()
            .filter(|part| part.len() == 4)?
            .parse()
            .ok()
            .filter(|year| YEARS.contains(year))?;
        let mut two_digits = || {
            parts.next().map(|part| if part.len() == 2 { part.parse::<i8>().ok() } else { None })
        };
        match (two_digits(), two_digits()) {
            (None, _) => Some(Date { year, month: None, day: None }),
            (Some(Some(month)), None) if (1..=12).contains(&month) => {
                Some(Date { year, month: Some(month), day: None })
            }
            (Some(Some(month)), Some(Some(day))) if parts.next().is_none() => {
                Date::new(year, month, day)
            }
            _ => None,
        }
    }

    /// Whether it is after another date, whatever the parts that are not printed.
    pub fn is_surely_after(self, other: Date) -> bool {
        let (mine, others) = (
            [Some(self.year), self.month.map(i16::from), self.day.map(i16::from)],
            [Some(other.year), other.month.map(i16::from), other.day.map(i16::from)],
        );
        for parts in mine.into_iter().zip(others) {
            match parts {
                (Some(mine), Some(other)) if mine != other => return mine > other,
                (Some(_), Some(_)) => {}
                _ => return false,
            }
        }
        false
    }

    /// `2025-09-27`, as far as it is known.
    pub fn iso(self) -> String {
        match (self.month, self.day) {
            (Some(month), Some(day)) => format!("{:04}-{month:02}-{day:02}", self.year),
            (Some(month), None) => format!("{:04}-{month:02}", self.year),
            _ => format!("{:04}", self.year),
        }
    }

    /// The date in a sentence: `ngày 27 tháng 9 năm 2025`, `27 September 2025`. Vietnamese as
    /// Decree 30/2020/NĐ-CP on documents (Annex I) has it: days below 10 and the months 1 and 2
    /// with a zero before them.
    pub fn long(self, language: Language) -> String {
        match (language, self.month, self.day) {
            (Language::Vi, Some(month), Some(day)) => {
                format!("ngày {day:02} tháng {} năm {}", official_month(month), self.year)
            }
            (Language::Vi, Some(month), None) => format!("tháng {month} năm {}", self.year),
            (Language::Vi, ..) => format!("năm {}", self.year),
            (Language::En, Some(month), Some(day)) => {
                format!("{day} {} {}", month_name(month), self.year)
            }
            (Language::En, Some(month), None) => format!("{} {}", month_name(month), self.year),
            (Language::En, ..) => self.year.to_string(),
        }
    }

    /// The date in a table: `27/9/2025`, `27 Sep 2025`.
    pub fn short(self, language: Language) -> String {
        match (language, self.month, self.day) {
            (Language::Vi, Some(month), Some(day)) => {
                format!("{day:02}/{}/{}", official_month(month), self.year)
            }
            (Language::Vi, Some(month), None) => format!("{month}/{}", self.year),
            (Language::En, Some(month), Some(day)) => {
                format!("{day} {} {}", &month_name(month)[..3], self.year)
            }
            (Language::En, Some(month), None) => {
                format!("{} {}", &month_name(month)[..3], self.year)
            }
            _ => self.year.to_string(),
        }
    }
}

fn official_month(month: i8) -> String {
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}

/// A day of every year: `10/12`, `10 December`.
pub fn day_of_year(month: i8, day: i8, language: Language) -> String {
    match language {
        Language::Vi => format!("{day:02}/{}", official_month(month)),
        Language::En => format!("{day} {}", month_name(month)),
    }
}

/// The English name of a month from 1 to 12.
pub fn month_name(month: i8) -> &'static str {
    MONTHS[(month as usize - 1) % 12]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_keeps_what_is_printed() {
        let day = Date::parse("2025-09-27").expect("a date");
        assert_eq!(day.long(Language::Vi), "ngày 27 tháng 9 năm 2025");
        assert_eq!(day.long(Language::En), "27 September 2025");
        assert_eq!(day.short(Language::Vi), "27/9/2025");
        assert_eq!(Date::parse("2026-02").expect("a month").long(Language::Vi), "tháng 2 năm 2026");
        assert_eq!(Date::parse("2026-02").expect("a month").iso(), "2026-02");
    }

    #[test]
    fn what_is_not_printed_is_after_nothing() {
        let after = |one: &str, other: &str| {
            Date::parse(one).expect("a date").is_surely_after(Date::parse(other).expect("a date"))
        };
        assert!(
            after("2026-02", "2025-12-15")
                && after("2026", "2025-12-31")
                && after("2025-09-27", "2025-09-26")
        );
        assert!(
            !after("2025-09", "2025-09-01")
                && !after("2025", "2025-01")
                && !after("2025-09-27", "2025-09-27")
                && !after("2024", "2025")
        );
    }

    #[test]
    fn a_day_that_no_calendar_has_is_no_date() {
        for text in
            ["2025-02-29", "2025-13", "25-01-01", "2025-1-1", "2025-01-01-01", "27/9/2025", ""]
        {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }
}
