//! The figures of a text that has no rows yet, with what a row would have to say of each.

use std::sync::Arc;

use super::proofs::{ReadText, Vocabularies};
use crate::diagnostic::Source;
use crate::evidence::{self, Suggestion};
use crate::language::Language;
use crate::portal::{CountUnit, Dimension, PlanText, UnitIndex};

/// Every figure and every deadline of a Vietnamese text, in its order, as far as it can be quoted.
pub fn open_figures(
    text: &PlanText,
    source: &Arc<Source>,
    title: &str,
    units: &[CountUnit],
    dimensions: &[Dimension],
) -> Vec<(UnitIndex, Suggestion)> {
    let vocabularies = Vocabularies::of(units, dimensions);
    let read = ReadText::new(Language::Vi, &vocabularies, source, text, title);
    let mut found = Vec::new();
    for (index, mentions) in read.mentions.iter().enumerate() {
        let unit = UnitIndex(index);
        if mentions.is_empty() || read.labels_its_table(unit) {
            continue;
        }
        let in_plan = read.unit_in_plan(unit);
        found.extend((0..mentions.len()).filter_map(|mention| {
            Some((unit, evidence::suggest(&in_plan, mention, units, read.vocabulary)?))
        }));
    }
    found
}
