//! What a text says in numbers: every number of a unit, each with what it is.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::language::date::Date;
use crate::portal::{Comparator, Measure};

/// One number (or a range of two) of a text, with the markers that govern it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    pub kind: MentionKind,
    /// The whole expression in the text: markers before it, digits, unit, `trở lên` after it.
    pub span: Range<usize>,
    /// The digits alone; from the first to the last of a range.
    pub number: Range<usize>,
    /// The number with its unit, without the markers: `48,5%`.
    pub core: Range<usize>,
}

/// What a number is. Only figures and days prove anything.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MentionKind {
    /// A value: comparator, value, upper value of a range, unit.
    Figure(Figure),
    /// `đến năm 2030`, `by 2030`; a year named as a time to reach something or for which something
    /// holds.
    Year(i16),
    /// `giai đoạn 2021 - 2025`, `the 2021–2025 period`.
    Stage(i16, i16),
    /// `năm học 2025 - 2026`: the year in which it begins.
    SchoolYear(i16),
    /// `hằng năm`, `every year`: no digits, but a period.
    EveryYear,
    /// `Quý I/2026`: quarter and year.
    Quarter(u8, i16),
    /// `6 tháng đầu năm 2026`: 1 or 2, and the year.
    HalfYear(u8, i16),
    /// `9 tháng đầu năm 2026`.
    NineMonths(i16),
    /// `15/7/2025`, `tháng 02 năm 2026`; a day that no calendar has is kept as
    /// [`MentionKind::ImpossibleDate`].
    Date(Date),
    /// Day, month, year as printed: `29/02/2025`.
    ImpossibleDate(u8, u8, i16),
    /// `10/12`, `10 December`; whether `trước`, `before` stands by it.
    DayOfYear { month: i8, day: i8, before: bool },
    /// `47/NQ-HĐND`.
    DocumentNumber(String),
    /// `5 tuổi`, `15 - 60`; with the upper age where there is one, and whether `trở lên` follows.
    Age { from: u16, to: Option<u16>, or_over: bool },
    /// `mức độ 3`, `lớp 1`.
    Level(u16),
    /// `02 buổi/ngày`.
    Frequency { count: u16, per: Span },
    /// `9 năm`, `05 năm`, `9 years`.
    Duration { count: u16, of: Span },
    /// `(1)`, `khoản 2`, `lần thứ 2`.
    Ordinal(u16),
    /// A number that is none of these: `Chương trình 2018`, `công nghiệp 4.0`.
    Other(String),
}

impl MentionKind {
    /// Whether it says when.
    pub fn is_time(&self) -> bool {
        matches!(
            self,
            MentionKind::Year(_)
                | MentionKind::Stage(..)
                | MentionKind::SchoolYear(_)
                | MentionKind::EveryYear
                | MentionKind::Quarter(..)
                | MentionKind::HalfYear(..)
                | MentionKind::NineMonths(_)
                | MentionKind::Date(_)
                | MentionKind::DayOfYear { .. }
        )
    }
}

/// What time is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Span {
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Semester,
    SchoolYear,
    Year,
    Decade,
}

/// A value as a text states it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Figure {
    pub comparator: Comparator,
    /// With its printed scale.
    pub low: Decimal,
    pub high: Option<Decimal>,
    /// `None` where no unit stands by it: a bare number, as in a table cell.
    pub measure: Option<Measure>,
    /// Whether it is counted in percentage points.
    pub points: bool,
    /// Whether it is where a change begins: `từ 61%` of `nâng từ 61% lên 75%`.
    pub start: bool,
}
