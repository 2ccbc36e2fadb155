//! A comparator that stands once, before the first of several figures: `tăng ít nhất 03 trường mầm
//! non, 01 trường ...`.

use super::{Figure, Mention, MentionKind, UnitInPlan, words};
use crate::language::text::nfc;
use crate::portal::{Bound, Comparator};

/// The comparator of the earlier figure of the same enumeration by which `marker` stands, if the
/// figure at `index` takes it from there.
pub(super) fn comparator(marker: &str, index: usize, unit: &UnitInPlan) -> Option<Comparator> {
    let marker = nfc(marker.trim());
    let sentence = words::sentence(unit.text, unit.mentions[index].number.clone());
    let part = words::part(unit.text, sentence, unit.mentions[index].number.clone());
    if !takes(&figure(&unit.mentions[index])?.comparator) {
        return None;
    }
    let mut later = &unit.mentions[index];
    for earlier in unit.mentions[..index].iter().rev() {
        let Some(figure) = figure(earlier) else { continue };
        if earlier.span.start < part.start || !goes_on(unit.text, later) {
            return None;
        }
        if words::find(unit.text, earlier.span.clone(), &marker).is_some() {
            return (!takes(&figure.comparator) || figure.comparator != Comparator::Reach)
                .then_some(figure.comparator);
        }
        if !takes(&figure.comparator) {
            return None;
        }
        later = earlier;
    }
    None
}

fn figure(mention: &Mention) -> Option<&Figure> {
    match &mention.kind {
        MentionKind::Figure(figure) => Some(figure),
        _ => None,
    }
}

/// Whether no comparator of its own keeps the figure from taking an earlier one.
fn takes(own: &Comparator) -> bool {
    matches!(
        own,
        Comparator::Reach
            | Comparator::IncreaseBy(Bound::Exactly)
            | Comparator::ReduceBy(Bound::Exactly)
    )
}

/// Whether the figure goes on with an enumeration: right after a comma or an `and`.
fn goes_on(text: &str, mention: &Mention) -> bool {
    let before = text[..mention.span.start].trim_end();
    let last_word =
        before.rsplit(|character: char| !character.is_alphanumeric()).next().unwrap_or("");
    before.ends_with(',')
        || ["và", "hoặc", "and", "or", "cùng"].iter().any(|word| words::equal(last_word, word))
}
