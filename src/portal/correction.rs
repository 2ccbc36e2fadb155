//! An error of the portal's own that was mended, kept for who has read or quoted it.

use super::{Goal, UnitIndex};
use crate::language::{Localized, date::Date};

/// What stood on the portal, and what stands there since.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction<T> {
    /// The day on which it was mended.
    pub date: Date,
    pub old: T,
    pub new: T,
    pub reason: Localized,
}

/// A correction of a value.
pub type ValueCorrection = Correction<Goal>;

/// A correction of what the portal says of a plan, or of its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanCorrection {
    /// The unit of the text that was mended; none for what is said of the document.
    pub unit: Option<UnitIndex>,
    pub words: Correction<Localized>,
}
