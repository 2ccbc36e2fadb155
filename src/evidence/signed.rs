//! The second grade of proof: whether a figure that is proven in the portal's edition is printed in
//! the signed text too.
//!
//! The signed text has its own words, and a copy of it may be a poor scan: words that are not
//! understood are passed over there. Comparator, values and unit must be the same, the subject must
//! be named, no nearer time may be another one, and nothing may deny, limit or withdraw it:
//! anywhere in the clause, or in the words to which the author points.

use std::ops::Range;

use super::proof::{differs, figure_in};
use super::quote::{self, FoundQuote};
use super::{
    Claim, Failure, MentionKind, UnitInPlan, Vocabulary, milestone, period, sentence, subject,
    words,
};
use crate::portal::{Comparator, Goal, PeriodProof};

/// Whether the unit says what the claim says. `bare` where the claim's own figure is a cell of a
/// table: its unit stands elsewhere.
pub fn is_said(claim: &Claim, unit: &UnitInPlan, bare: bool, vocabulary: &Vocabulary) -> bool {
    match claim.goal {
        Goal::Maintain | Goal::Complete => sentences(unit.text).any(|range| {
            milestone::lacks(claim, unit, &FoundQuote { range, chosen: None }).is_empty()
        }),
        _ => {
            (0..unit.mentions.len()).any(|mention| is_same(claim, unit, mention, bare, vocabulary))
        }
    }
}

/// The figure of the unit that has the claim's first value but is not what the claim says.
pub fn nearly_said(claim: &Claim, unit: &UnitInPlan) -> Option<Range<usize>> {
    let low = claim.goal.value()?;
    let mention = unit.mentions.iter().find(
        |mention| matches!(&mention.kind, MentionKind::Figure(figure) if figure.low == low),
    )?;
    Some(mention.span.clone())
}

/// Whether the words to which the author points say what the claim says; `None` where they do not
/// stand in the unit.
pub fn is_quoted(
    claim: &Claim,
    unit: &UnitInPlan,
    bare: bool,
    vocabulary: &Vocabulary,
) -> Option<Result<(), Failure>> {
    let found = match quote::find(claim.quote, unit.text, unit.mentions) {
        Ok(found) => found,
        Err(Failure::NotFound { .. }) => return None,
        Err(failure) => return Some(Err(failure)),
    };
    Some(match claim.goal {
        Goal::Maintain | Goal::Complete => {
            milestone::lacks(claim, unit, &found).into_iter().next().map_or(Ok(()), Err)
        }
        _ => figure_in(&found, claim.goal, unit).and_then(|mention| {
            if is_same(claim, unit, mention, bare, vocabulary) {
                return Ok(());
            }
            Err(differs(claim, unit, mention, vocabulary)
                .into_iter()
                .next()
                .expect("what is not the same differs"))
        }),
    })
}

fn is_same(
    claim: &Claim,
    unit: &UnitInPlan,
    mention: usize,
    bare: bool,
    vocabulary: &Vocabulary,
) -> bool {
    let as_read = Claim { goal: without_up(claim.goal, unit, mention), ..claim.clone() };
    let claim = &as_read;
    let without = Claim { carried_from: None, ..claim.clone() };
    let same = |claim: &Claim| differs(claim, unit, mention, vocabulary).is_empty();
    let is_bare = || matches!(&unit.mentions[mention].kind, MentionKind::Figure(figure) if figure.measure.is_none());
    // What the edition carries from an earlier word the signed text may print beside the figure
    // itself.
    let has_value = same(claim)
        || claim.carried_from.is_some() && same(&without)
        || bare
            && is_bare()
            && same(&Claim { measure: &crate::portal::Measure::Index, ..claim.clone() });
    has_value && is_of_the_same(claim, unit, mention, vocabulary)
}

/// Whether the sentence of the signed text speaks of the same thing and time, and says it.
fn is_of_the_same(
    claim: &Claim,
    unit: &UnitInPlan,
    mention: usize,
    vocabulary: &Vocabulary,
) -> bool {
    let figure = unit.mentions[mention].span.clone();
    let found = FoundQuote { range: figure.clone(), chosen: None };
    let claim = Claim { reading: true, carried_from: None, ..claim.clone() };
    let doubts = sentence::failures(&claim, unit, Some(mention), &figure, vocabulary).failures;
    let other_time =
        period::prove(&claim, unit, Some(mention), &figure, vocabulary).is_err_and(|failure| {
            matches!(
                failure,
                Failure::Period { place: PeriodProof::Unit, .. } | Failure::OtherTime { .. }
            )
        });
    doubts.is_empty() && subject::unnamed(&claim, unit, &found, vocabulary).is_none() && !other_time
}

/// `đạt từ 60% trường` says no `trở lên`, and means it.
fn without_up(goal: Goal, unit: &UnitInPlan, mention: usize) -> Goal {
    let before = unit.text[..unit.mentions[mention].span.start].split_whitespace().next_back();
    match goal {
        Goal::Value { comparator: Comparator::AtLeast, value }
            if before.is_some_and(|word| words::equal(word, "từ")) && is_reached(unit, mention) =>
        {
            Goal::Value { comparator: Comparator::Reach, value }
        }
        goal => goal,
    }
}

fn is_reached(unit: &UnitInPlan, mention: usize) -> bool {
    matches!(&unit.mentions[mention].kind, MentionKind::Figure(figure) if figure.comparator == Comparator::Reach)
}

fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    words::sentence_ends(text)
        .chain([text.len()])
        .map(move |end| std::mem::replace(&mut start, end)..end)
        .filter(|range| !range.is_empty())
}
