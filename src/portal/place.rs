//! Provinces and communes, with the facts about them that change and so carry a date.

use crate::language::{Localized, date::Date};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceIndex(pub usize);

/// A place that makes plans.
#[derive(Clone, Debug)]
pub struct Place {
    pub slug: String,
    /// `Lạng Sơn`.
    pub name: Localized,
    /// `Tỉnh Lạng Sơn`.
    pub full_name: Localized,
    pub kind: PlaceKind,
    pub parent: Option<PlaceIndex>,
    pub code: Option<PlaceCode>,
    pub region: Option<Localized>,
    pub communes: Option<CommuneCount>,
    pub former_names: Vec<String>,
    pub facts: Vec<DatedFact>,
    /// The communes of a province that have no pages of their own; by file.
    pub other_communes: Vec<NamedCommune>,
}

/// A commune that is only known by name: whoever looks for it is led to its province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedCommune {
    /// `Xã Bằng Mạc`.
    pub name: Localized,
    pub former_names: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PlaceKind {
    Province,
    City,
    Commune,
    Ward,
    SpecialZone,
}

/// A code means something only together with the list it stands in: codes were reused in 2025.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceCode {
    pub list: Date,
    pub value: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CommuneCount {
    pub count: u32,
    pub date: Date,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatedFact {
    pub date: Date,
    pub text: Localized,
}
