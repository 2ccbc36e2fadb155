//! The time for which a figure holds: the nearest place that names one decides.

use std::ops::Range;

use super::table::CellReading;
use super::{Claim, Failure, Mention, MentionKind, UnitInPlan, Vocabulary, read, words};
use crate::portal::{DueDay, Goal, Measure, Period, PeriodProof};

/// Where the claimed period is named, or which others are.
pub(super) fn prove(claim: &Claim, unit: &UnitInPlan, mention: Option<usize>, figure: &Range<usize>, vocabulary: &Vocabulary) -> Result<PeriodProof, Failure> {
    if claims_day_itself(claim, mention) {
        return Ok(PeriodProof::Unit);
    }
    let Some((place, named)) = levels(unit, figure, vocabulary).find(|(_, named)| !named.is_empty()) else {
        return match claim.period {
            Period::None => Ok(PeriodProof::NotNamed),
            claimed => Err(Failure::Period { claimed, named: Vec::new(), place: PeriodProof::NotNamed }),
        };
    };
    let stands = match claim.period {
        Period::Year(year) => named.contains(&Named::Year(year)),
        Period::Stage { from, to } => named.contains(&Named::Stage(from, to)),
        Period::SchoolYear(start) => named.contains(&Named::SchoolYear(start)),
        Period::EveryYear { until: None } => named.contains(&Named::EveryYear),
        // The plan's own end, in a heading or the title, is no end of what is done every year.
        Period::EveryYear { until: Some(last) } => {
            let ends = |name: &Named| matches!(*name, Named::Year(year) | Named::Stage(_, year) if year == last);
            named.contains(&Named::EveryYear) && named.iter().any(ends)
        }
        Period::None => false,
    };
    if stands { Ok(place) } else { Err(Failure::Period { claimed: claim.period, named: named.into_iter().map(Named::period).collect(), place }) }
}

/// The periods that the nearest place names for a figure: one of them is its own. None where no place names any.
pub(super) fn nearest(unit: &UnitInPlan, figure: &Range<usize>, vocabulary: &Vocabulary) -> Vec<Period> {
    let named = levels(unit, figure, vocabulary).map(|(_, named)| named).find(|named| !named.is_empty()).unwrap_or_default();
    named.into_iter().map(Named::period).collect()
}

/// A day with its year names that year.
fn claims_day_itself(claim: &Claim, mention: Option<usize>) -> bool {
    mention.is_some() && matches!((claim.goal, claim.period), (Goal::Before(DueDay::Once(date)), Period::Year(year)) if date.year == year)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Year(i16),
    Stage(i16, i16),
    SchoolYear(i16),
    EveryYear,
}

impl Named {
    fn period(self) -> Period {
        match self {
            Named::Year(year) => Period::Year(year),
            Named::Stage(from, to) => Period::Stage { from, to },
            Named::SchoolYear(start) => Period::SchoolYear(start),
            Named::EveryYear => Period::EveryYear { until: None },
        }
    }
}

/// The time that a mention is, where it is one that a period can be.
pub(super) fn names_of(kind: &MentionKind) -> Option<Named> {
    match *kind {
        MentionKind::Year(year) => Some(Named::Year(year)),
        MentionKind::Stage(from, to) => Some(Named::Stage(from, to)),
        MentionKind::SchoolYear(start) => Some(Named::SchoolYear(start)),
        MentionKind::EveryYear => Some(Named::EveryYear),
        _ => None,
    }
}

/// From the nearest to the farthest: what each place names.
fn levels<'level>(
    unit: &'level UnitInPlan,
    figure: &Range<usize>,
    vocabulary: &'level Vocabulary,
) -> impl Iterator<Item = (PeriodProof, Vec<Named>)> + use<'level> {
    let sentence = words::sentence(unit.text, figure.clone());
    let part = words::part(unit.text, sentence.clone(), figure.clone());
    let within = |range: Range<usize>| (PeriodProof::Unit, named(unit.text, unit.mentions, range));
    let own = [within(part), within(sentence.clone()), (PeriodProof::Unit, lead_in(unit, sentence.start))];
    let elsewhere = move |place: PeriodProof, text: &str| {
        let mentions = read(text, unit.language, vocabulary);
        (place, named(text, &mentions, 0..text.len()))
    };
    let mention = unit.mentions.iter().position(|mention| mention.span == *figure);
    let (is_value, table) = CellReading::new(None, unit, mention, vocabulary).map_or((false, Vec::new()), |table| (table.is_value, table.times));
    let headings = unit.headings.iter().map(move |heading| elsewhere(PeriodProof::Heading, heading));
    let title = std::iter::once_with(move || elsewhere(PeriodProof::Title, unit.title));
    own.into_iter().filter(move |_| !is_value).chain(table).chain(headings).chain(title)
}

/// What an earlier sentence of the unit sets for those that follow: the nearest that opens with a year, a stage or a school
/// year (`Đến năm 2030, ...`); or else whatever the first sentence names before its first figure.
fn lead_in(unit: &UnitInPlan, before: usize) -> Vec<Named> {
    let mut start = 0;
    let mut opening = Vec::new();
    for end in words::sentence_ends(unit.text).take_while(|&end| end <= before) {
        let first_figure = inside(unit.mentions, start..end).iter().find(|mention| matches!(mention.kind, MentionKind::Figure(_)));
        let until = first_figure.map_or(end, |figure| figure.span.start.min(end));
        let until = if start == 0 { until } else { unit.text[start..until].find([',', ';', ':']).map_or(start, |comma| start + comma) };
        let mut names = named(unit.text, unit.mentions, start..until);
        if start > 0 {
            names.retain(|name| *name != Named::EveryYear);
        }
        if !names.is_empty() {
            opening = names;
        }
        start = end;
    }
    opening
}

/// The mentions whose numbers begin in the range; mentions stand in the order of the text.
fn inside(mentions: &[Mention], range: Range<usize>) -> &[Mention] {
    let first = mentions.partition_point(|mention| mention.number.start < range.start);
    let end = mentions.partition_point(|mention| mention.number.start < range.end);
    &mentions[first..end.max(first)]
}

/// The periods that stand in the range.
fn named(text: &str, mentions: &[Mention], range: Range<usize>) -> Vec<Named> {
    let inside = inside(mentions, range);
    let every_year = inside.iter().enumerate().any(|(index, mention)| mention.kind == MentionKind::EveryYear && !is_rate(text, inside, index));
    // `đến năm 2030, tầm nhìn đến năm 2045`: the text sets 2030; only where nothing nearer is named is the vision itself meant.
    let is_outlook = |mention: &Mention| is_outlook(text, mention);
    let sets_nearer = inside.iter().any(|mention| matches!(mention.kind, MentionKind::Year(_) | MentionKind::Stage(..)) && !is_outlook(mention));
    let mut named = Vec::new();
    for mention in inside {
        let name = match mention.kind {
            MentionKind::Year(_) | MentionKind::Stage(..) if sets_nearer && is_outlook(mention) => continue,
            MentionKind::Year(_) | MentionKind::Stage(..) | MentionKind::SchoolYear(_) if is_compared_with(text, mention) => continue,
            // `hằng năm, từ năm 2026`: 2026 is when it begins.
            MentionKind::Year(_) if every_year && is_beginning(text, mention) => continue,
            MentionKind::Year(year) | MentionKind::Quarter(_, year) => Named::Year(year),
            MentionKind::Stage(from, to) => Named::Stage(from, to),
            MentionKind::SchoolYear(start) => Named::SchoolYear(start),
            MentionKind::EveryYear if every_year => Named::EveryYear,
            _ => continue,
        };
        if !named.contains(&name) {
            named.push(name);
        }
    }
    named
}

/// `tầm nhìn đến năm 2045`, `with a vision to 2045`, `định hướng đến năm 2035`: farther than what the text itself plans.
fn is_outlook(text: &str, year: &Mention) -> bool {
    let piece = text[..year.number.start].rfind([',', ';', ':', '(', '.']).map_or(0, |at| at + 1);
    let named = words::find_last(text, piece..year.number.start, &["tầm nhìn", "định hướng", "vision", "outlook", "orientation", "orientations"]);
    let between = named.map(|name| words::split(text, name.end..year.number.start).count());
    between.is_some_and(|between| between <= 3) || words::split(text, year.number.end..text.len()).next().is_some_and(|word| words::equal(word, "vision"))
}

/// `so với năm 2025`, `compared with 2025`: what the change is measured from, never when it is due.
fn is_compared_with(text: &str, period: &Mention) -> bool {
    let sentence = text[..period.number.start].rfind([',', ';', '.']).map_or(0, |at| at + 1);
    let comparing = ["so với", "compared with", "compared to", "relative to", "than in", "than at"];
    let last = words::find_last(text, sentence..period.number.start, &comparing);
    last.is_some_and(|comparing| words::split(text, comparing.end..period.number.start).count() <= 5)
}

/// `từ năm 2026`, `from 2026`.
fn is_beginning(text: &str, year: &Mention) -> bool {
    let clause = text[..year.number.start].rfind([',', ';', '(', '.']).map_or(0, |at| at + 1);
    let mut before: Vec<&str> = words::split(text, clause..year.number.start).collect();
    if before.last().is_some_and(|word| words::equal(word, "năm")) {
        before.pop();
    }
    before.last().is_some_and(|word| words::equal(word, "từ") || words::equal(word, "from"))
}

/// `2000 đến 3000 sinh viên mỗi năm`: so many in each year, by whatever time the plan means.
fn is_rate(text: &str, mentions: &[Mention], index: usize) -> bool {
    let every_year = &mentions[index];
    let spelling = text[every_year.span.clone()].to_lowercase();
    if !["mỗi năm", "một năm", "/năm", "a year", "each year", "per year"].iter().any(|rate| spelling.trim() == *rate) {
        return false;
    }
    let counts = |neighbour: Option<usize>| {
        let neighbour = neighbour.and_then(|at| mentions.get(at))?;
        let MentionKind::Figure(figure) = &neighbour.kind else { return None };
        let between =
            if neighbour.span.end <= every_year.span.start { neighbour.span.end..every_year.span.start } else { every_year.span.end..neighbour.span.start };
        let is_counted = matches!(figure.measure, Some(Measure::Counted(_)));
        (is_counted && text.get(between).is_some_and(|between| !between.contains([',', ';', ':', '.', '(']))).then_some(())
    };
    counts(index.checked_sub(1)).or_else(|| counts(Some(index + 1))).is_some()
}
