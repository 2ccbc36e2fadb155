//! The words of the portal that a reader of figures must know: what can be counted, and how breakdowns are called.

use crate::language::{Language, text};
use crate::portal::{CountUnit, Dimension, DimensionIndex, MemberIndex};

/// The words of one language, the longest first.
#[derive(Clone, Debug, Default)]
pub struct Vocabulary {
    /// Lower-case words in NFC with the unit that they stand for: `trường`, `count:school`.
    pub units: Vec<(String, String)>,
    /// Lower-case words in NFC with the member that they name: `tiểu học`.
    pub members: Vec<(String, DimensionIndex, MemberIndex)>,
}

impl Vocabulary {
    pub fn new(language: Language, units: &[CountUnit], dimensions: &[Dimension]) -> Self {
        let word = |term: &String| text::nfc(&term.to_lowercase()).trim().to_owned();
        let mut vocabulary = Vocabulary {
            units: units.iter().flat_map(|unit| unit.terms.get(language).iter().map(|term| (word(term), unit.id.clone()))).collect(),
            members: dimensions
                .iter()
                .enumerate()
                .flat_map(|(dimension, record)| {
                    record.members.iter().enumerate().flat_map(move |(member, record)| {
                        record.terms.get(language).iter().map(move |term| (word(term), DimensionIndex(dimension), MemberIndex(member)))
                    })
                })
                .collect(),
        };
        vocabulary.units.sort_by(|left, right| (right.0.len(), &left.0).cmp(&(left.0.len(), &right.0)));
        vocabulary.members.sort_by(|left, right| (right.0.len(), &left.0, left.1, left.2).cmp(&(left.0.len(), &right.0, right.1, right.2)));
        vocabulary.units.dedup();
        vocabulary.members.dedup();
        vocabulary
    }
}
