//! `lần lượt`, `respectively`: the first figure is of the first name, the second of the second.

use std::ops::Range;

use crate::evidence::lexicon::{Sense, built_in};
use crate::evidence::{Mention, MentionKind, UnitInPlan, words};

/// Where the figure stands in an enumeration that is ordered by `lần lượt` or `respectively`: which of how many figures; none
/// where the part of its sentence has no such word.
pub fn place_in_order(unit: &UnitInPlan, mention: usize) -> Option<(usize, usize, Range<usize>)> {
    let own = &unit.mentions[mention];
    let sentence = words::sentence(unit.text, own.span.clone());
    let part = words::part(unit.text, sentence, own.span.clone());
    let dictionary = built_in(unit.language);
    let text = &unit.text[part.clone()];
    let tokens: Vec<String> = crate::evidence::read::tokens(text).into_iter().map(|token| token.text).collect();
    let word = |at: usize| tokens.get(at).map_or("", String::as_str);
    let ordered = (0..tokens.len()).any(|at| dictionary.longest(at, word).is_some_and(|(_, senses)| senses.contains(&Sense::Order)));
    if !ordered {
        return None;
    }
    let is_figure = |other: &&Mention| matches!(other.kind, MentionKind::Figure(_)) && part.contains(&other.span.start);
    let figures: Vec<&Mention> = unit.mentions.iter().filter(is_figure).collect();
    let place = figures.iter().position(|other| *other == own)?;
    let names_end = figures.first().map_or(part.start, |first| first.span.start);
    Some((place, figures.len(), part.start..names_end))
}
