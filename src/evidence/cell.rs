//! What a bare number in a table's cell counts: its unit stands in its row or in the header of its column.

use super::{UnitInPlan, Vocabulary, words};
use crate::portal::Measure;

/// The unit of measure that the table gives to the cell; `claimed` decides where it gives several.
pub(super) fn measure(unit: &UnitInPlan, claimed: &Measure, vocabulary: &Vocabulary) -> Option<Measure> {
    let cell = unit.cell.as_ref()?;
    let alone: Vec<Measure> = cell.row.iter().filter_map(|text| whole(text, vocabulary)).collect();
    let named = if alone.is_empty() { header(cell.column, vocabulary).into_iter().collect() } else { alone };
    let label = || cell.row.iter().any(|text| text.contains('%')).then_some(Measure::Percent);
    named.iter().find(|measure| *measure == claimed).or(named.first()).cloned().or_else(label)
}

/// A cell that holds a unit and nothing else: `%`, `Xã, phường`.
fn whole(text: &str, vocabulary: &Vocabulary) -> Option<Measure> {
    let text = text.trim().trim_matches(['(', ')']);
    if text == "%" {
        return Some(Measure::Percent);
    }
    let is_all = |term: &str| words::at(text, 0, term).is_some_and(|found| found.end == text.len());
    vocabulary.units.iter().find(|(term, _)| is_all(term)).map(|(_, id)| Measure::Counted(id.clone()))
}

/// A header with its unit: `Tỷ lệ (%)`, `Số lượng (trường)`, `%`.
fn header(text: &str, vocabulary: &Vocabulary) -> Option<Measure> {
    if text.contains('%') {
        return Some(Measure::Percent);
    }
    let bracketed = text.rsplit_once('(').and_then(|(_, rest)| rest.split_once(')')).map(|(inside, _)| inside);
    bracketed.and_then(|inside| whole(inside, vocabulary)).or_else(|| whole(text, vocabulary))
}
