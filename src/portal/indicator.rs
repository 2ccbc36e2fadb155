//! The catalogue: what is measured, in what unit, and which way is better.

use crate::language::Localized;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct IndicatorIndex(pub usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TopicIndex(pub usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DimensionIndex(pub usize);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MemberIndex(pub usize);

#[derive(Clone, Debug)]
pub struct Topic {
    pub slug: String,
    pub name: Localized,
}

#[derive(Clone, Debug)]
pub struct Indicator {
    pub id: String,
    pub topic: TopicIndex,
    pub name: Localized,
    pub definition: Localized,
    pub measure: Measure,
    pub direction: Direction,
    /// The dimensions by which its statements may be broken down.
    pub breakdowns: Vec<DimensionIndex>,
    pub denominator: Option<Localized>,
    /// The words that name a milestone's object in a text.
    pub terms: Localized<Vec<String>>,
    /// The words one of which must stand by a figure of it; none where its figures cannot be taken
    /// for another's.
    pub words: Localized<Vec<String>>,
    /// Other words that plans use for what it measures, harmless wherever they stand by its
    /// figures: `pupils`, `đến trường`.
    pub wording: Localized<Vec<String>>,
    /// A milestone as one says that it is to be reached: `đạt chuẩn xóa mù chữ`, `illiteracy
    /// eradication standard to be met`.
    pub deed: Option<Localized>,
}

/// The unit of measure.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    Percent,
    /// A number without a unit, such as an index from 0 to 1.
    Index,
    /// A count or a rate: an id of `units.yaml`, `count:school` or `rate:10000-people`.
    Counted(String),
    /// A named level.
    Level,
    /// Something that is done or not.
    Milestone,
    /// A day.
    Date,
}

impl Measure {
    /// The unit's name in the data files.
    pub fn name(&self) -> &str {
        match self {
            Measure::Percent => "percent",
            Measure::Index => "index",
            Measure::Counted(id) => id,
            Measure::Level => "level",
            Measure::Milestone => "milestone",
            Measure::Date => "date",
        }
    }
}

/// Which way is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    Up,
    Down,
    /// Only for what has no value: milestones and dates.
    Neither,
}

/// A way to break statements down: level of education, area.
#[derive(Clone, Debug)]
pub struct Dimension {
    pub id: String,
    pub name: Localized,
    pub members: Vec<Member>,
}

#[derive(Clone, Debug)]
pub struct Member {
    pub id: String,
    pub name: Localized,
    /// The words by which a text names it, the name among them.
    pub terms: Localized<Vec<String>>,
}

/// One member per dimension, in the order of the dimensions; empty for the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Breakdown(pub Vec<(DimensionIndex, MemberIndex)>);

/// What can be counted.
#[derive(Clone, Debug)]
pub struct CountUnit {
    /// `count:school`, `rate:10000-people`.
    pub id: String,
    pub name_vi: String,
    pub name_en_one: String,
    pub name_en_other: String,
    /// The words that stand for it right after a number.
    pub terms: Localized<Vec<String>>,
}
