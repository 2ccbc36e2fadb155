//! For whom a figure stands: the members that are named next to it, before it or after it, and
//! nobody else's.

use std::ops::Range;

use super::{CellInTable, Claim, Failure, Mention, MentionKind, UnitInPlan, Vocabulary, words};
use crate::portal::{DimensionIndex, MemberIndex};

/// Every claimed member for which the figure does not stand, and every part for which alone it
/// stands though the whole is claimed.
pub(super) fn differs(
    claim: &Claim,
    unit: &UnitInPlan,
    mention: Option<usize>,
    figure: &Range<usize>,
    apart: &[Range<usize>],
    vocabulary: &Vocabulary,
) -> Vec<Failure> {
    if let Some(mention) = mention
        && let Some(failures) = in_order(claim, unit, mention, vocabulary)
    {
        return failures;
    }
    let differing = claim.breakdown.0.iter().filter_map(|&(dimension, member)| {
        let found = governing(dimension, unit, mention, figure, apart, vocabulary);
        (!found.contains(&member)).then(|| Failure::Breakdown {
            dimension,
            claimed: member,
            found,
            figure: figure.clone(),
        })
    });
    let whole = claim
        .dimensions
        .iter()
        .filter(|dimension| claim.breakdown.0.iter().all(|(claimed, _)| claimed != *dimension));
    let parts = whole.filter_map(|&dimension| {
        let found = part(dimension, unit, mention, figure, apart, vocabulary);
        (!found.is_empty()).then(|| Failure::PartOnly { dimension, found, figure: figure.clone() })
    });
    differing.chain(parts).collect()
}

/// `tiểu học và trung học cơ sở lần lượt là 78% và 66%`: each figure is of the name at its own
/// place. None where the sentence sets no order of groups.
fn in_order(
    claim: &Claim,
    unit: &UnitInPlan,
    mention: usize,
    vocabulary: &Vocabulary,
) -> Option<Vec<Failure>> {
    let ordered = super::sentence::place_in_order(unit, mention)?;
    let figure = unit.mentions[mention].span.clone();
    let failure = || Failure::Order { figure: figure.clone() };
    let listed = |dimension: DimensionIndex| {
        let reading = Reading::new(dimension, unit.text, vocabulary);
        let before: Vec<MemberIndex> =
            reading.names(&ordered.before).iter().map(|&(_, member)| member).collect();
        if before.is_empty() {
            reading.names(&ordered.behind).iter().map(|&(_, member)| member).collect()
        } else {
            before
        }
    };
    let mut failures = Vec::new();
    let mut orders_groups = false;
    for &(dimension, member) in &claim.breakdown.0 {
        let members = listed(dimension);
        if members.len() < 2 {
            continue;
        }
        orders_groups = true;
        if members.len() != ordered.figures || members[ordered.place] != member {
            failures.push(failure());
        }
    }
    // A list of groups, of which the row names none.
    let unnamed = claim
        .dimensions
        .iter()
        .filter(|dimension| claim.breakdown.0.iter().all(|(claimed, _)| claimed != *dimension));
    if unnamed.into_iter().any(|dimension| listed(*dimension).len() > 1) {
        return Some(vec![failure()]);
    }
    orders_groups.then_some(failures)
}

/// The members that stand right by the figure; what is named farther off may be said of another
/// thing.
fn part(
    dimension: DimensionIndex,
    unit: &UnitInPlan,
    mention: Option<usize>,
    figure: &Range<usize>,
    apart: &[Range<usize>],
    vocabulary: &Vocabulary,
) -> Vec<MemberIndex> {
    let reading = Reading::new(dimension, unit.text, vocabulary).without(apart);
    let members =
        in_table(unit).map(|text| Reading::new(dimension, text, vocabulary).members(0..text.len()));
    if let Some(members) = members.into_iter().find(|members| !members.is_empty()) {
        return members;
    }
    let own = match mention {
        Some(mention) => reading.around(unit.mentions, mention),
        None => reading.members(figure.clone()),
    };
    if own.is_empty() {
        let sentence = words::sentence(unit.text, figure.clone());
        let leading = super::sentence::leading_texts(unit, &sentence, figure.start);
        leading
            .into_iter()
            .chain(unit.lead_ins.iter().copied())
            .chain(std::iter::once(unit.title))
            .map(|text| Reading::new(dimension, text, vocabulary).members(0..text.len()))
            .find(|members| !members.is_empty())
            .unwrap_or_default()
    } else {
        own
    }
}

/// The members of the dimension that the nearest naming names.
fn governing(
    dimension: DimensionIndex,
    unit: &UnitInPlan,
    mention: Option<usize>,
    figure: &Range<usize>,
    apart: &[Range<usize>],
    vocabulary: &Vocabulary,
) -> Vec<MemberIndex> {
    let reading = Reading::new(dimension, unit.text, vocabulary).without(apart);
    let elsewhere = |text: &str| Reading::new(dimension, text, vocabulary).members(0..text.len());
    let in_row = || in_table(unit).map(elsewhere);
    let in_unit = match mention {
        Some(mention) => reading.around(unit.mentions, mention),
        // A milestone is about what its quote names: what stands round it may be said of something
        // else.
        None => reading.members(figure.clone()),
    };
    let sentence = words::sentence(unit.text, figure.clone());
    let leading = super::sentence::leading_texts(unit, &sentence, figure.start);
    let captions = unit.cell.iter().flat_map(|cell| &cell.above);
    let above = leading
        .iter()
        .chain(captions)
        .chain(&unit.lead_ins)
        .chain(&unit.headings)
        .chain(std::iter::once(&unit.title))
        .map(|text| elsewhere(text));
    in_row()
        .chain(std::iter::once(in_unit))
        .chain(above)
        .find(|members| !members.is_empty())
        .unwrap_or_default()
}

/// The names of a cell's row, the nearest first, then the heads of its column, the innermost first.
fn in_table<'plan>(unit: &UnitInPlan<'plan>) -> impl Iterator<Item = &'plan str> {
    let labels = |cell: &CellInTable<'plan>| {
        cell.labels
            .iter()
            .map(|label| label.text)
            .chain(cell.heads.iter().rev().copied())
            .collect::<Vec<_>>()
    };
    unit.cell.as_ref().map(labels).unwrap_or_default().into_iter()
}

/// A text with the places where it names members of one dimension.
struct Reading<'text> {
    text: &'text str,
    names: Vec<(Range<usize>, MemberIndex)>,
}

impl<'text> Reading<'text> {
    /// Of two names that overlap, the longer one is meant: `trung học cơ sở` names no `trung học`.
    fn new(dimension: DimensionIndex, text: &'text str, vocabulary: &Vocabulary) -> Self {
        let terms: Vec<(&str, MemberIndex)> = vocabulary
            .members
            .iter()
            .filter(|(_, of, _)| *of == dimension)
            .map(|(term, _, member)| (term.as_str(), *member))
            .collect();
        let mut names: Vec<(Range<usize>, MemberIndex)> = Vec::new();
        for start in words::starts(text, 0..text.len()) {
            if names.last().is_some_and(|(last, _)| start < last.end) {
                continue;
            }
            // The vocabulary has the longest first.
            if let Some(name) = terms.iter().find_map(|&(term, member)| {
                words::at(text, start, term).map(|found| (found, member))
            }) {
                names.push(name);
            }
        }
        Reading { text, names }
    }

    /// The reading without the names that stand in clauses of something else.
    fn without(mut self, apart: &[Range<usize>]) -> Self {
        self.names.retain(|(name, _)| {
            !apart.iter().any(|clause| clause.start <= name.start && name.end <= clause.end)
        });
        self
    }

    /// Names stand in the order of the text and do not overlap.
    fn names(&self, range: &Range<usize>) -> &[(Range<usize>, MemberIndex)] {
        let first = self.names.partition_point(|(name, _)| name.start < range.start);
        let end = self.names.partition_point(|(name, _)| name.end <= range.end);
        &self.names[first..end.max(first)]
    }

    fn members(&self, range: Range<usize>) -> Vec<MemberIndex> {
        let mut members: Vec<MemberIndex> =
            self.names(&range).iter().map(|&(_, member)| member).collect();
        members.sort_unstable();
        members.dedup();
        members
    }

    fn names_any(&self, range: &Range<usize>) -> bool {
        !self.names(range).is_empty()
    }

    /// The members that a figure stands for, as far as the text says.
    fn around(&self, mentions: &[Mention], index: usize) -> Vec<MemberIndex> {
        if self.names.is_empty() {
            return Vec::new();
        }
        let window = Window::new(self, mentions, index);
        let places = if window.is_predicate() {
            [window.before(), window.after()]
        } else {
            [window.after(), window.before()]
        };
        let near = places.into_iter().chain([window.further()]).find(|members| !members.is_empty());
        near.unwrap_or_default()
    }
}

/// The sentence of a figure, in pieces.
struct Window<'reading> {
    reading: &'reading Reading<'reading>,
    /// All figures of the unit.
    figures: Vec<&'reading Mention>,
    /// Which of them it is.
    own: usize,
    figure: Range<usize>,
    sentence: Range<usize>,
    chunks: Vec<Range<usize>>,
}

impl<'reading> Window<'reading> {
    fn new(
        reading: &'reading Reading<'reading>,
        mentions: &'reading [Mention],
        index: usize,
    ) -> Self {
        let mention = &mentions[index];
        let sentence = words::sentence(reading.text, mention.span.clone());
        let is_figure = |other: &&Mention| matches!(other.kind, MentionKind::Figure(_));
        let figures: Vec<&Mention> =
            mentions.iter().filter(|other| is_figure(other) || *other == mention).collect();
        let own = figures
            .iter()
            .position(|other| *other == mention)
            .expect("the figure is one of its unit's figures");
        // The comma of a name parts nothing: `nông, lâm, thủy sản`.
        let mut chunks: Vec<Range<usize>> = Vec::new();
        for chunk in words::chunks(reading.text, sentence.clone()) {
            let inside_name = reading
                .names
                .iter()
                .any(|(name, _)| name.start < chunk.start && chunk.start < name.end);
            match chunks.last_mut().filter(|_| inside_name) {
                Some(last) => last.end = chunk.end,
                None => chunks.push(chunk),
            }
        }
        Window { chunks, reading, figures, own, figure: mention.span.clone(), sentence }
    }

    fn holds_figure(&self, chunk: &Range<usize>) -> bool {
        let next = self.figures.partition_point(|figure| figure.number.start < chunk.start);
        self.figures.get(next).is_some_and(|figure| figure.number.start < chunk.end)
    }

    /// `cấp tiểu học đạt 74,4%`: the figure is said of what stands before it.
    fn is_predicate(&self) -> bool {
        is_predicate(self.reading.text, self.figures[self.own])
    }

    /// `100% trường tiểu học, trường trung học cơ sở`: what the figure is a quantity of.
    fn after(&self) -> Vec<MemberIndex> {
        let (text, number) = (self.reading.text, &self.figures[self.own].number);
        let following = words::split(text, self.figure.end..self.sentence.end).next().unwrap_or("");
        let turns_away =
            !text[self.figure.end..self.sentence.end].trim_start().starts_with(char::is_alphabetic)
                || [
                    "và", "hoặc", "nhưng", "còn", "riêng", "trong", "and", "or", "but", "while",
                    "whereas",
                ]
                .iter()
                .any(|word| words::equal(following, word));
        let chunk_end = self
            .chunks
            .iter()
            .find(|chunk| chunk.end > self.figure.end)
            .map_or(self.sentence.end, |chunk| chunk.end);
        let mut end = if turns_away { self.figure.end } else { chunk_end };
        let next = self.figures.get(self.own + 1).filter(|next| next.span.start < chunk_end);
        if let Some(next) = next
            && !turns_away
        {
            // What stands before a predicate is said of that one: `93% of teachers and managers
            // reach 100%`.
            let own_part = number.end..next.span.start.max(number.end);
            let joint = if is_predicate(text, next) {
                words::find_last(text, own_part.clone(), CONJUNCTIONS)
            } else {
                None
            };
            end = joint.map_or(own_part.end, |joint| joint.start);
        }
        let first = number.end..end.max(number.end);
        if !self.reading.names_any(&first) {
            return Vec::new();
        }
        let last = if next.is_some() {
            first.end
        } else {
            self.go_on(self.chunks.iter().filter(|chunk| chunk.start >= first.end))
                .map_or(first.end, |chunk| chunk.end)
        };
        self.reading.members(first.start..last)
    }

    /// `cấp tiểu học, cấp trung học cơ sở đạt 100%`: what the figure is said of.
    fn before(&self) -> Vec<MemberIndex> {
        let text = self.reading.text;
        let previous = self
            .own
            .checked_sub(1)
            .map(|previous| self.figures[previous])
            .filter(|previous| previous.span.start >= self.sentence.start);
        let start = previous
            .map_or(self.sentence.start, |previous| previous.span.end.min(self.figure.start));
        for chunk in self
            .chunks
            .iter()
            .rev()
            .filter(|chunk| chunk.start < self.figure.start && chunk.end > start)
        {
            let mut near = chunk.start.max(start)..chunk.end.min(self.figure.start);
            if let Some(previous) = previous.filter(|previous| {
                previous.number.start >= chunk.start && !is_predicate(text, previous)
            }) {
                let joint = words::find_last(text, near.clone(), CONJUNCTIONS);
                near.start = joint
                    .map_or(previous.span.end.max(near.start).min(near.end), |joint| joint.end);
            }
            if self.reading.names_any(&near) {
                let earlier = self
                    .chunks
                    .iter()
                    .rev()
                    .filter(|earlier| earlier.end <= chunk.start && earlier.start >= start);
                let first = if near.start > chunk.start || text[chunk.clone()].starts_with(';') {
                    None
                } else {
                    self.go_on(earlier)
                };
                return self
                    .reading
                    .members(first.map_or(near.start, |chunk| chunk.start)..near.end);
            }
        }
        Vec::new()
    }

    /// `100% đơn vị đạt chuẩn phổ cập tiểu học, trung học cơ sở mức độ 3`: named later in the same
    /// part, before the next figure.
    fn further(&self) -> Vec<MemberIndex> {
        let end = words::part(self.reading.text, self.sentence.clone(), self.figure.clone()).end;
        let later = self
            .chunks
            .iter()
            .filter(|chunk| chunk.start >= self.figure.end && chunk.end <= end)
            .take_while(|chunk| !self.holds_figure(chunk));
        later
            .map(|chunk| self.reading.members(chunk.clone()))
            .find(|members| !members.is_empty())
            .unwrap_or_default()
    }

    /// The last of the chunks that go on with a list of names: no figure, no verb of its own, no
    /// semicolon.
    fn go_on<'chunk>(
        &self,
        chunks: impl Iterator<Item = &'chunk Range<usize>>,
    ) -> Option<&'chunk Range<usize>> {
        let text = self.reading.text;
        let names_only = |chunk: &&Range<usize>| {
            self.reading.names_any(chunk)
                && !self.holds_figure(chunk)
                && !text[(*chunk).clone()].starts_with(';')
                && !words::split(text, (*chunk).clone()).any(is_reaching)
        };
        chunks.take_while(names_only).last()
    }
}

const CONJUNCTIONS: &[&str] = &["và", "and", "còn", "while"];

/// Whether a bare verb stands in the figure's markers or right before them.
fn is_predicate(text: &str, figure: &Mention) -> bool {
    let start = text[..figure.span.start].rfind([',', ';', ':', '(']).map_or(0, |at| at + 1);
    words::split(text, figure.span.start..figure.number.start).any(is_reaching)
        || words::split(text, start..figure.span.start).last().is_some_and(is_reaching)
}

/// The verbs by which a figure is said of what stands before it.
fn is_reaching(word: &str) -> bool {
    [
        "đạt", "là", "bằng", "còn", "lên", "xuống", "reach", "reaches", "reached", "reaching",
        "is", "are",
    ]
    .iter()
    .any(|verb| words::equal(word, verb))
}
