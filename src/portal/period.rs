//! The time for which a statement holds.

/// When a goal is to be met, or for which time a result holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// By the end of a year.
    Year(i16),
    /// Over the years of a stage, and by the end of its last.
    Stage { from: i16, to: i16 },
    /// A school year, named by the year in which it begins; it ends on 31 May of the next.
    SchoolYear(i16),
    /// Every year, up to a last one where the plan has one.
    EveryYear { until: Option<i16> },
    /// The plan names none.
    None,
}

impl Period {
    /// The year in which it ends: what successive plans are compared by.
    pub fn end_year(self) -> Option<i16> {
        match self {
            Period::Year(year) => Some(year),
            Period::Stage { to, .. } => Some(to),
            Period::SchoolYear(start) => Some(start + 1),
            Period::EveryYear { until } => until,
            Period::None => None,
        }
    }

    /// `2030`, `2026-2030`, `2025-2026`; empty where there is none.
    pub fn code(self) -> String {
        match self {
            Period::Year(year) => year.to_string(),
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
            Period::Stage { .. } => "stage",
            Period::SchoolYear(_) => "school_year",
            Period::EveryYear { .. } => "recurring",
            Period::None => "none",
        }
    }
}
