//! `lần lượt`, `respectively`: the first figure is of the first name, the second of the second.

use std::ops::Range;

use crate::evidence::lexicon::{Sense, built_in};
use crate::evidence::{Mention, MentionKind, UnitInPlan, words};

/// An enumeration of figures in the order of names.
pub struct Ordered {
    /// Which of the figures it is, from 0.
    pub place: usize,
    pub figures: usize,
    /// Where the names stand: before the figures, or else behind them.
    pub before: Range<usize>,
    pub behind: Range<usize>,
}

/// Where the figure stands in its enumeration; none where the part of its sentence has no word for
/// an order.
pub fn place_in_order(unit: &UnitInPlan, mention: usize) -> Option<Ordered> {
    let figures = unit.mentions.iter().filter(|other| matches!(other.kind, MentionKind::Figure(_)));
    if figures.take(2).count() < 2 {
        return None;
    }
    let own = &unit.mentions[mention];
    let sentence = words::sentence(unit.text, own.span.clone());
    let part = words::part(unit.text, sentence, own.span.clone());
    let dictionary = built_in(unit.language);
    let tokens: Vec<String> = crate::evidence::read::tokens(&unit.text[part.clone()])
        .into_iter()
        .map(|token| token.text.into_owned())
        .collect();
    let word = |at: usize| tokens.get(at).map_or("", String::as_str);
    let senses =
        |at: usize| dictionary.longest(at, word).map_or([].as_slice(), |(_, senses)| senses);
    if !(0..tokens.len()).any(|at| senses(at).contains(&Sense::Order)) {
        return None;
    }
    let is_figure = |other: &&Mention| {
        matches!(other.kind, MentionKind::Figure(_)) && part.contains(&other.span.start)
    };
    let figures: Vec<&Mention> = unit.mentions.iter().filter(is_figure).collect();
    let place = figures.iter().position(|other| *other == own)?;
    let (first, last) = (figures.first()?, figures.last()?);
    Some(Ordered {
        place,
        figures: figures.len(),
        before: part.start..first.span.start,
        behind: last.span.end..part.end,
    })
}
