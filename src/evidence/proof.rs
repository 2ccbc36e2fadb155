//! A claim against a unit: the seven points of the evidence rule, for one language.

use std::ops::Range;

use rust_decimal::Decimal;

use super::quote::FoundQuote;
use super::table::{self, CellInTable, CellReading};
use super::{
    Failure, Figure, Mention, MentionKind, OwnWords, Vocabulary, breakdown, carried, change_verb,
    milestone, period, quote, sentence, subject, words,
};
use crate::language::Language;
use crate::portal::{
    Breakdown, DimensionIndex, DueDay, Goal, Measure, Period, PeriodProof, StatementKind,
};

/// What an author says that a unit says.
#[derive(Clone, Debug)]
pub struct Claim<'claim> {
    /// Whether it is wanted, reported or due.
    pub kind: StatementKind,
    pub goal: Goal,
    /// The indicator's name in the language of the text.
    pub name: &'claim str,
    pub measure: &'claim Measure,
    pub period: Period,
    pub breakdown: &'claim Breakdown,
    /// By what the indicator may be split: a figure for a part of it is none for the whole.
    pub dimensions: &'claim [DimensionIndex],
    /// As authored, with brackets round the figure where it holds several.
    pub quote: &'claim str,
    /// A marker earlier in the same sentence that governs this figure too.
    pub carried_from: Option<&'claim str>,
    /// The words that name a milestone's object; empty for what has a figure.
    pub terms: &'claim [String],
    /// The words one of which must stand by the figure; empty for an indicator that asks for none.
    pub words: &'claim [String],
    /// The words of the indicator's names and definition, of its unit and of its groups.
    pub own: &'claim OwnWords,
    /// What a share is measured against, where the row says so.
    pub denominator: Option<&'claim str>,
    /// Whether an editor says how the words that the program does not understand are to be read.
    pub reading: bool,
}

/// A unit, with what stands around it in its plan.
#[derive(Clone, Debug)]
pub struct UnitInPlan<'plan> {
    pub language: Language,
    pub text: &'plan str,
    /// What [`super::read()`] made of the text.
    pub mentions: &'plan [Mention],
    /// The heads of the clauses that it stands in, innermost first (without the unit itself).
    pub headings: Vec<&'plan str>,
    pub title: &'plan str,
    /// What leads to the list that it is a bullet of, nearest first: `Phấn đấu đến năm 2030:`.
    pub lead_ins: Vec<&'plan str>,
    /// The footnotes whose marks stand in the unit: where, and their words.
    pub notes: Vec<(usize, &'plan str)>,
    /// The notes under the table that it is a cell of.
    pub notes_below: Vec<&'plan str>,
    /// What stands behind it in the same clause: a paragraph, or the next bullet.
    pub next: Option<&'plan str>,
    /// The year in which the plan was made, where it says so.
    pub made: Option<i16>,
    /// The names of the plan's own place.
    pub places: &'plan [String],
    /// For a cell of a table.
    pub cell: Option<CellInTable<'plan>>,
}

impl UnitInPlan<'_> {
    /// Whether a figure stands in a range of the text.
    pub(super) fn has_figure(&self, range: &Range<usize>) -> bool {
        self.mentions.iter().any(|mention| {
            matches!(mention.kind, MentionKind::Figure(_))
                && mention.span.start >= range.start
                && mention.span.end <= range.end
        })
    }
}

/// A claim that stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// The quote without brackets, as it is visible in the unit.
    pub quote: String,
    /// Where it stands in the unit's text.
    pub range: Range<usize>,
    /// The figure with markers and unit; the whole quote for a milestone.
    pub figure: Range<usize>,
    /// Which of the unit's mentions it is; `None` for a milestone.
    pub mention: Option<usize>,
    pub period: PeriodProof,
    /// Whether it holds only by an editor's reading: some words around the figure are not
    /// understood.
    pub by_reading: bool,
}

/// Proves the claim, or says everything that keeps it from being proven.
pub fn prove(
    claim: &Claim,
    unit: &UnitInPlan,
    vocabulary: &Vocabulary,
) -> Result<Proof, Vec<Failure>> {
    let found =
        quote::find(claim.quote, unit.text, unit.mentions).map_err(|failure| vec![failure])?;
    let mut failures = Vec::new();
    let table;
    let (mention, figure) = match claim.goal {
        Goal::Maintain | Goal::Complete => {
            failures.extend(milestone::lacks(claim, unit, &found));
            table = CellReading::new(Some(claim), unit, None, vocabulary);
            (None, found.range.clone())
        }
        Goal::Value { .. } | Goal::Range { .. } | Goal::Before(_) => {
            let mention = figure_in(&found, claim.goal, unit).map_err(|failure| vec![failure])?;
            table = CellReading::new(Some(claim), unit, Some(mention), vocabulary);
            failures.extend(differs_in(claim, unit, mention, table.as_ref(), vocabulary));
            failures.extend(hides_change(&found, unit, mention));
            (Some(mention), unit.mentions[mention].span.clone())
        }
    };
    failures.extend(subject::unnamed(claim, unit, &found, vocabulary));
    // A figure that its table does not give is told for that alone.
    if let Some(table) = table.filter(|table| !table.failures.is_empty()) {
        return Err(table.failures);
    }
    let governed =
        if mention.is_some() { figure.clone() } else { milestone::core(claim, unit, &figure) };
    let sentence = sentence::failures(claim, unit, mention, &governed, vocabulary);
    failures.extend(sentence.failures);
    let period = period::prove(claim, unit, mention, &figure, vocabulary)
        .map_err(|failure| failures.push(failure))
        .ok();
    failures.extend(breakdown::differs(claim, unit, mention, &figure, &sentence.apart, vocabulary));
    match period {
        Some(period) if failures.is_empty() => Ok(Proof {
            quote: unit.text[found.range.clone()].to_owned(),
            range: found.range,
            figure,
            mention,
            period,
            by_reading: sentence.by_reading,
        }),
        _ => Err(only_what_is_sure(failures)),
    }
}

/// Where the sentence is not understood, or turned, only that is told: what a row would have to say
/// of it is not known, and a goal or a period to type would be a guess. Nor are words to be
/// explained of a sentence that says something else anyway.
fn only_what_is_sure(mut failures: Vec<Failure>) -> Vec<Failure> {
    use Failure::{Breakdown, Goal, Kind, NotUnderstood, Order, PartOnly, Period, Start};
    if failures.iter().any(Failure::leaves_the_sentence_open) {
        let is_guess = |failure: &Failure| {
            let is_of_figure =
                matches!(failure, Goal { .. } | Kind { .. } | Start { .. } | Order { .. });
            is_of_figure || matches!(failure, Period { .. } | Breakdown { .. } | PartOnly { .. })
        };
        failures.retain(|failure| !is_guess(failure));
    }
    if failures.iter().any(Failure::decides_the_sentence) {
        failures.retain(|failure| !matches!(failure, NotUnderstood { .. }));
    }
    failures
}

/// The one mention of the quote, or of its brackets, that can be meant.
pub(super) fn figure_in(
    found: &FoundQuote,
    goal: Goal,
    unit: &UnitInPlan,
) -> Result<usize, Failure> {
    let is_candidate = |kind: &MentionKind| match goal {
        Goal::Before(_) => matches!(kind, MentionKind::DayOfYear { .. } | MentionKind::Date(_)),
        _ => matches!(kind, MentionKind::Figure(_)),
    };
    let place = found.chosen.as_ref().unwrap_or(&found.range);
    let overlapping = unit.mentions.iter().enumerate().filter(|(_, mention)| {
        mention.core.start < place.end
            && place.start < mention.core.end
            && !table::is_remark(unit, mention)
    });
    let (candidates, others): (Vec<_>, Vec<_>) =
        overlapping.partition(|(_, mention)| is_candidate(&mention.kind));
    match candidates[..] {
        [] => Err(Failure::NoFigure {
            quote: place.clone(),
            other_kinds: others.into_iter().map(|(_, mention)| mention.clone()).collect(),
        }),
        [(index, mention)]
            if mention.core.start >= place.start && mention.core.end <= place.end =>
        {
            Ok(index)
        }
        [(_, mention)] => Err(Failure::Cuts { quote: place.clone(), cut: mention.core.clone() }),
        _ => Err(Failure::ManyFigures {
            quote: place.clone(),
            figures: candidates.into_iter().map(|(_, mention)| mention.clone()).collect(),
        }),
    }
}

/// In what the mention is another one than the claim says.
pub(super) fn differs(
    claim: &Claim,
    unit: &UnitInPlan,
    index: usize,
    vocabulary: &Vocabulary,
) -> Vec<Failure> {
    let table = if may_be(claim, &unit.mentions[index]) {
        CellReading::new(Some(claim), unit, Some(index), vocabulary)
    } else {
        None
    };
    differs_in(claim, unit, index, table.as_ref(), vocabulary)
}

/// Whether the digits are those of the goal: a table's multiplier changes only the zeros behind
/// them.
fn may_be(claim: &Claim, mention: &Mention) -> bool {
    let digits = |value: Decimal| {
        value.normalize().mantissa().unsigned_abs().to_string().trim_end_matches('0').to_owned()
    };
    let MentionKind::Figure(figure) = &mention.kind else { return true };
    claim.goal.value().is_none_or(|value| digits(value) == digits(figure.low))
}

fn differs_in(
    claim: &Claim,
    unit: &UnitInPlan,
    index: usize,
    table: Option<&CellReading>,
    vocabulary: &Vocabulary,
) -> Vec<Failure> {
    let mut failures = Vec::new();
    let mut read = unit.mentions[index].clone();
    let mut comparator = None;
    if let MentionKind::Figure(figure) = &mut read.kind {
        if let Some(table) = table {
            table.apply(figure);
        }
        comparator = Some(figure.comparator);
    }
    if let Some(marker) = claim.carried_from {
        match carried::comparator(marker, index, unit) {
            Some(carried) => comparator = Some(carried),
            None => failures.push(Failure::NotCarried { marker: marker.to_owned() }),
        }
    }
    if let (None, MentionKind::Figure(figure)) = (claim.carried_from, &read.kind)
        && let Some(bound) = sentence::bound_of_lead_in(unit, vocabulary)
    {
        comparator = sentence::with_bound(figure.comparator, bound);
    }
    let same = match (&read.kind, claim.goal) {
        (MentionKind::Figure(figure), goal) => {
            // What a marker governs that is not there is said once, by its own failure.
            let same_comparator = !failures.is_empty() || comparator == Some(goal.comparator());
            same_comparator && same_values(figure, goal) && same_measure(figure, claim)
        }
        (
            &MentionKind::DayOfYear { month, day, before },
            Goal::Before(DueDay::EveryYear { month: due_month, day: due_day }),
        ) => {
            (month, day) == (due_month, due_day)
                && (before || is_before(unit, &read))
                && *claim.measure == Measure::Date
        }
        (MentionKind::Date(date), Goal::Before(DueDay::Once(due))) => {
            *date == due && is_before(unit, &read) && *claim.measure == Measure::Date
        }
        _ => false,
    };
    if !same {
        failures.push(Failure::Goal {
            goal: claim.goal,
            measure: claim.measure.clone(),
            read: Box::new(read),
        });
    }
    failures
}

/// `reduce the number of sites by 40%`: the quote may not leave out which way it goes.
fn hides_change(found: &FoundQuote, unit: &UnitInPlan, index: usize) -> Option<Failure> {
    let mention = &unit.mentions[index];
    let MentionKind::Figure(Figure { comparator, .. }) = &mention.kind else { return None };
    let changes = comparator.is_change();
    // Elsewhere the verb stands in the figure's own markers.
    let by = words::at(unit.text, mention.span.start, "by").is_some();
    let sentence = words::sentence(unit.text, mention.span.clone());
    let verb = change_verb(unit.language, unit.text, sentence.start..mention.number.start)
        .filter(|verb| changes && by && verb.start < found.range.start)?;
    Some(Failure::Cuts { quote: found.range.clone(), cut: verb.start..mention.span.end })
}

/// Percentage points are a unit of their own, which the catalogue names.
fn same_measure(figure: &Figure, claim: &Claim) -> bool {
    figure.measure.as_ref().unwrap_or(&Measure::Index) == claim.measure
}

/// `8.0` is `8`.
fn same_values(figure: &Figure, goal: Goal) -> bool {
    let of_figure: (Option<Decimal>, Option<Decimal>) = (Some(figure.low), figure.high);
    // A range is a range whatever its marker says; only a range has two values.
    of_figure == (goal.value(), goal.high())
        && figure.comparator.is_range() == figure.high.is_some()
}

/// Whether `trước`, `before` or `by` governs the day: right before it, at most with a word for day
/// or month between.
fn is_before(unit: &UnitInPlan, day: &Mention) -> bool {
    let start = words::sentence(unit.text, day.number.clone()).start;
    let mut before: Vec<&str> = words::split(unit.text, start..day.number.start).collect();
    while before.last().is_some_and(|word| {
        ["ngày", "tháng", "the"].iter().any(|filler| words::equal(word, filler))
    }) {
        before.pop();
    }
    before.last().is_some_and(|word| {
        ["trước", "before", "by"].iter().any(|marker| words::equal(word, marker))
    })
}
