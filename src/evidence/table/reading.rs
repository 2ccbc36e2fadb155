//! What a claim may take from the table round its cell. What is not understood there is told and
//! proves nothing.

use std::ops::Range;

use rust_decimal::Decimal;

use super::cell::{CellInTable, LabelPlace, Unclear};
use super::shape::{Column, Row, part};
use super::text::{Meaning, Names, Text, Unit, whole_unit};
use super::words::{self as table_words, Sense};
use crate::evidence::period::Named;
use crate::evidence::sentence::foreign_word;
use crate::evidence::{
    Claim, Failure, Figure, Mention, MentionKind, UnitInPlan, Vocabulary, words,
};
use crate::language::Language;
use crate::portal::{
    Bound, Comparator, DimensionIndex, Measure, MemberIndex, PeriodProof, StatementKind,
};

/// Whether a column or row tells what was reached or what is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reported {
    Yes,
    /// It is a plan.
    No,
}

/// Why a table does not prove a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A word that is not understood.
    Unknown,
    /// A word that withdraws, limits or leaves open.
    Turns,
    /// A year of which only a part is meant.
    PartOfYear,
    /// The column tells what was reached, the claim what is wanted; or the other way round.
    Reported(Reported),
    /// The value beside its unit is counted in this by one place and in another by the next.
    TwoUnits,
    /// Two places say how the value is compared, and not the same.
    TwoComparators,
    /// The row counts a part of what the row above it counts.
    Part,
    /// It is said of what the indicator counts: `hộ nghèo có nhà ở kiên cố`.
    OtherThing,
    /// The row's name names no indicator and no group.
    OtherName,
    Unclear(Unclear),
    /// The cell numbers a row, heads a column or holds a remark.
    NoValue,
}

/// What the table says of a cell's figure.
#[derive(Debug, Default)]
pub struct CellReading {
    unit: Option<Unit>,
    comparator: Option<Comparator>,
    /// Whether the cell is a value and nothing else: then its table alone gives it its time.
    pub is_value: bool,
    pub reported: Option<Reported>,
    /// From the nearest place to the farthest, those that name a time.
    pub times: Vec<(PeriodProof, Vec<Named>)>,
    pub failures: Vec<Failure>,
}

impl CellReading {
    /// For a claim on the unit; for no claim, what the table says to whoever reads it.
    pub fn new(
        claim: Option<&Claim>,
        unit: &UnitInPlan,
        mention: Option<usize>,
        vocabulary: &Vocabulary,
    ) -> Option<CellReading> {
        let cell = unit.cell.as_ref()?;
        let names =
            claim.map(|claim| Names { name: claim.name, words: claim.words }).unwrap_or_default();
        let read = |text: &'_ str| {
            Text::new(without_number(text), unit.language, vocabulary, &names).owned()
        };
        let figure = mention.map(|mention| &unit.mentions[mention]);
        let is_value = figure.is_some_and(|figure| is_value(unit, figure));
        let mut reader = Reader {
            claim,
            cell,
            names,
            language: unit.language,
            vocabulary,
            heads: heads(cell).map(|head| Read { text: head, read: read(head) }).collect(),
            labels: cell
                .labels
                .iter()
                .map(|label| Read { text: label.text, read: read(label.text) })
                .collect(),
            figure: figure.map_or(0..0, |figure| figure.span.clone()),
            reading: CellReading { is_value, ..CellReading::default() },
        };
        reader.role(figure);
        reader.kind();
        let value = figure.filter(|_| is_value);
        let sentence =
            figure.filter(|figure| !is_value && matches!(figure.kind, MentionKind::Figure(_)));
        if let Some(figure) = value {
            reader.own_words(unit, figure);
        }
        reader.times(unit);
        if let Some(figure) = sentence {
            reader.unit(unit, figure);
            reader.comparator(figure, unit.text);
            if cell.column == Column::Value && !names.stand_in(unit.text, unit.language) {
                reader.own_labels();
            }
        }
        if let Some(figure) = value {
            reader.unit(unit, figure);
            reader.comparator(figure, unit.text);
            reader.heads();
            reader.own_labels();
        }
        reader.around(unit.title);
        Some(reader.reading)
    }

    /// The figure as the table has it said: with its unit, its multiplier and its comparator.
    pub fn apply(&self, figure: &mut Figure) {
        if figure.measure.is_none()
            && let Some(unit) = &self.unit
        {
            figure.measure = Some(unit.measure.clone());
            if unit.factor != Decimal::ONE {
                let multiplied = |value: Decimal| {
                    value.checked_mul(unit.factor).map_or(value, |value| value.normalize())
                };
                (figure.low, figure.high) = (multiplied(figure.low), figure.high.map(multiplied));
            }
        }
        if let Some(comparator) = self.comparator
            && let Some(both) = together(figure.comparator, comparator)
        {
            figure.comparator = both;
        }
    }
}

/// Both comparators in one; `None` where they contradict each other.
fn together(own: Comparator, other: Comparator) -> Option<Comparator> {
    use Comparator::{IncreaseBy, Range, Reach, ReduceBy};
    match (own, other) {
        (Reach, other) => Some(other),
        (own, Reach) => Some(own),
        (IncreaseBy(Bound::Exactly), level) | (level, IncreaseBy(Bound::Exactly))
            if !level.is_change() =>
        {
            bound_of(level).map(IncreaseBy)
        }
        (ReduceBy(Bound::Exactly), level) | (level, ReduceBy(Bound::Exactly))
            if !level.is_change() =>
        {
            bound_of(level).map(ReduceBy)
        }
        (Range, _) => None,
        (own, other) => (own == other).then_some(own),
    }
}

/// The bound of a change that is as much as the level's comparator says.
fn bound_of(level: Comparator) -> Option<Bound> {
    [Bound::AtLeast, Bound::Above, Bound::AtMost, Bound::Below, Bound::About, Bound::Range]
        .into_iter()
        .find(|bound| bound.of_level() == level)
}

/// Whether the cell is a value and nothing else: `57,6`, `17,1 (two schools merged)`, `≥ 92`,
/// `1.450 giáo viên`.
fn is_value(unit: &UnitInPlan, figure: &Mention) -> bool {
    let MentionKind::Figure(read) = &figure.kind else { return false };
    let before = &unit.text[..figure.span.start];
    let behind = outside_brackets(&unit.text[figure.span.end..]);
    !before.contains(char::is_alphanumeric)
        && (read.measure.is_none() || !behind.contains(char::is_alphanumeric))
}

/// Whether the number stands in the note behind a cell's value, of which it is no part: `17,1 (sáp
/// nhập 02 trường)`.
pub fn is_remark(unit: &UnitInPlan, mention: &Mention) -> bool {
    let before = &unit.text[..mention.span.start];
    let is_behind_value = unit
        .mentions
        .first()
        .is_some_and(|first| first.span.end <= mention.span.start && is_value(unit, first));
    unit.cell.is_some()
        && is_behind_value
        && before.matches('(').count() > before.matches(')').count()
}

fn outside_brackets(text: &str) -> String {
    let mut depth = 0usize;
    let mut outside = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    outside
}

/// The heads of the cell's column. `Trong đó:` over others says nothing; over the value itself it
/// says that it is a part.
fn heads<'plan>(cell: &'plan CellInTable<'plan>) -> impl Iterator<Item = &'plan str> {
    let last = cell.heads.len().saturating_sub(1);
    cell.heads
        .iter()
        .enumerate()
        .filter(move |(at, head)| *at == last || part(head) != Some(""))
        .map(|(_, head)| *head)
}

/// A label without its bullet, its number and `Trong đó:`.
pub fn without_number(text: &str) -> &str {
    let bullet = |text: &'_ str| text.trim_start_matches(['-', '–', '−', '•', '+', ' ']).len();
    let text = &text[text.len() - bullet(text)..];
    let text = part(text).filter(|rest| !rest.is_empty()).unwrap_or(text);
    let text = &text[text.len() - bullet(text)..];
    match text.split_once(' ') {
        Some((label, rest))
            if label.len() <= 6 && label.ends_with(['.', ')']) && !label.starts_with('(') =>
        {
            rest.trim_start()
        }
        _ => text,
    }
}

struct Read<'plan> {
    text: &'plan str,
    read: OwnedText,
}

/// A text that was read, with the pieces' words.
#[derive(Debug)]
pub struct OwnedText {
    pieces: Vec<(Meaning, String, bool)>,
    names: bool,
    times: Result<Vec<Named>, String>,
}

impl Text<'_> {
    fn owned(self) -> OwnedText {
        let times = self.times().map_err(|piece| self.shown(piece).to_owned());
        let pieces = self
            .pieces
            .iter()
            .map(|piece| (piece.meaning.clone(), self.shown(piece).to_owned(), piece.bracketed))
            .collect();
        OwnedText { pieces, names: self.names, times }
    }
}

impl OwnedText {
    fn senses(&self) -> impl Iterator<Item = (Sense, &str, bool)> {
        self.pieces.iter().filter_map(|(meaning, word, bracketed)| match meaning {
            Meaning::Word(sense) => Some((*sense, word.as_str(), *bracketed)),
            _ => None,
        })
    }

    fn units(&self) -> impl Iterator<Item = (&Unit, bool)> {
        self.pieces.iter().filter_map(|(meaning, _, bracketed)| match meaning {
            Meaning::Unit(unit) => Some((unit, *bracketed)),
            _ => None,
        })
    }

    fn members(&self) -> impl Iterator<Item = (DimensionIndex, MemberIndex)> {
        self.pieces.iter().filter_map(|(meaning, ..)| match meaning {
            Meaning::Member(dimension, member) => Some((*dimension, *member)),
            _ => None,
        })
    }

    /// The first word that is not understood, or else a number that is no time; and whether it is
    /// the latter.
    fn unknown(&self) -> Option<(&str, bool)> {
        let find = |wanted: Meaning| {
            self.pieces
                .iter()
                .find(|(meaning, ..)| *meaning == wanted)
                .map(|(_, word, _)| word.as_str())
        };
        find(Meaning::Unknown)
            .or(find(Meaning::OtherTime))
            .map(|word| (word, false))
            .or(find(Meaning::Number).map(|word| (word, true)))
    }

    /// Whether it tells what was reached or what is wanted: the first word that says so. In the
    /// indicator's name `đạt` and its like say what is measured.
    fn reported(&self, names: &Names) -> Option<Reported> {
        const OF_NAMES: [&str; 8] =
            ["đạt", "phải đạt", "cần đạt", "đạt được", "giao", "reached", "to reach", "attained"];
        let before_comparison =
            self.senses().take_while(|(sense, ..)| *sense != Sense::ComparedWith);
        let is_of_name = |word: &str| {
            self.names
                && (names.hold(word) || OF_NAMES.iter().any(|known| words::equal(known, word)))
        };
        before_comparison.filter(|(_, word, _)| !is_of_name(word)).find_map(|(sense, ..)| {
            match sense {
                Sense::Reported => Some(Reported::Yes),
                Sense::Wanted | Sense::Plan => Some(Reported::No),
                _ => None,
            }
        })
    }

    /// The word for a change that is measured against something, or so much each year.
    fn change_compared(&self) -> Option<&str> {
        let change = self
            .pieces
            .iter()
            .position(|(meaning, ..)| matches!(meaning, Meaning::Word(Sense::Change(_))))?;
        let is_measured = |(meaning, ..): &(Meaning, String, bool)| match meaning {
            Meaning::Time(time) => time.is_every_year(),
            meaning => matches!(meaning, Meaning::Word(Sense::ComparedWith | Sense::Average)),
        };
        self.pieces[change + 1..].iter().any(is_measured).then_some(self.pieces[change].1.as_str())
    }
}

struct Reader<'read> {
    claim: Option<&'read Claim<'read>>,
    cell: &'read CellInTable<'read>,
    names: Names<'read>,
    language: Language,
    vocabulary: &'read Vocabulary,
    heads: Vec<Read<'read>>,
    labels: Vec<Read<'read>>,
    /// Where the figure stands in the cell.
    figure: Range<usize>,
    reading: CellReading,
}

impl<'read> Reader<'read> {
    fn fail(&mut self, place: &str, word: &str, trouble: Trouble) {
        let failure = Failure::Table { place: place.to_owned(), word: word.to_owned(), trouble };
        if !self.reading.failures.contains(&failure) {
            self.reading.failures.push(failure);
        }
    }

    /// Only a value's cell holds a value.
    fn role(&mut self, figure: Option<&Mention>) {
        let is_figure = figure.is_some_and(|figure| matches!(figure.kind, MentionKind::Figure(_)));
        let is_none = matches!(self.cell.row, Row::Head | Row::ColumnNumbers)
            || matches!(self.cell.column, Column::RowNumber | Column::Note | Column::Unit);
        let head = self.cell.heads.last().copied().unwrap_or("");
        if is_figure && is_none {
            self.fail(head, "", Trouble::NoValue);
        } else if let Some(unclear) = self.cell.unclear {
            self.fail(head, "", Trouble::Unclear(unclear));
        }
    }

    /// The nearest head that says whether the value was reached or is wanted; else a name that says
    /// nothing else.
    fn kind(&mut self) {
        let names = &self.names;
        let in_heads = self
            .heads
            .iter()
            .rev()
            .filter_map(|head| Some((head.text, head.read.reported(names)?)))
            .next();
        let plain =
            self.labels.iter().filter(|label| label.read.unknown().is_none() || label.read.names);
        let in_labels =
            plain.filter_map(|label| Some((label.text, label.read.reported(names)?))).next();
        let above = self.cell.above.iter().rev().find_map(|text| {
            let read = Text::new(text, self.language, self.vocabulary, names).owned();
            let opens = matches!(read.pieces.first(), Some((Meaning::Word(Sense::Reported), ..)));
            opens.then_some((*text, Reported::Yes))
        });
        let Some((place, reported)) = in_heads.or(in_labels).or(above) else { return };
        self.reading.reported = Some(reported);
        let Some(claim) = self.claim else { return };
        let wanted = match claim.kind {
            StatementKind::Baseline | StatementKind::Result => Reported::Yes,
            _ => Reported::No,
        };
        if reported != wanted {
            self.fail(place, "", Trouble::Reported(reported));
        }
    }

    /// The nearest place that names a time: head, name, column of times, what stands above.
    fn times(&mut self, unit: &UnitInPlan) {
        let mut places: Vec<(String, bool, Result<Vec<Named>, String>)> = Vec::new();
        for read in self.heads.iter().rev().chain(&self.labels) {
            places.push((read.text.to_owned(), read.read.names, read.read.times.clone()));
        }
        for text in self.cell.times.iter().chain(self.cell.above.iter().rev()) {
            let read = Text::new(text, unit.language, self.vocabulary, &self.names).owned();
            places.push(((*text).to_owned(), read.names, read.times));
        }
        let near = self.heads.len() + self.labels.len();
        for (at, (place, is_name, times)) in places.into_iter().enumerate() {
            match times {
                Ok(named) if named.is_empty() => {}
                Ok(named) => self.reading.times.push((PeriodProof::Column, named)),
                Err(word) if is_name && self.names.hold(&word) => {}
                // What stands above says nothing more where a nearer place names the time.
                Err(_) if at >= near && !self.reading.times.is_empty() => {}
                Err(word) => self.fail(&place, &word, Trouble::PartOfYear),
            }
        }
    }

    /// Beside a bare number only a note in brackets may stand, and the note may not limit it. A
    /// time in it is the value's own, unless another value stands beside it (`95 (năm 2025: 90)`)
    /// or a reason (`17,1 (sáp nhập năm 2025)`).
    fn own_words(&mut self, unit: &UnitInPlan, figure: &Mention) {
        let is_harmless = |letter: char| letter.is_whitespace() || ".;,".contains(letter);
        let behind = &unit.text[figure.span.end..];
        let outside = format!("{}{}", &unit.text[..figure.span.start], outside_brackets(behind));
        if let Some(word) = outside.split_whitespace().find(|word| !word.chars().all(is_harmless)) {
            self.fail(unit.text, word, Trouble::Unknown);
        }
        let note = Text::new(behind, unit.language, self.vocabulary, &self.names).owned();
        let turning: Vec<String> = note
            .senses()
            .filter(|(sense, ..)| sense.turns())
            .map(|(_, word, _)| word.to_owned())
            .collect();
        if let Some(word) = turning.first() {
            self.fail(unit.text, word, Trouble::Turns);
            return;
        }
        let times = note.times.clone();
        if gives_reason(&note) {
            return;
        }
        let has_time = matches!(&times, Ok(named) if !named.is_empty());
        match note.unknown() {
            Some((_, is_number)) if is_number && has_time => {}
            Some((word, _)) => {
                let word = word.to_owned();
                self.fail(unit.text, &word, Trouble::Unknown);
            }
            None => match times {
                Ok(named) if named.is_empty() => {}
                Ok(named) => self.reading.times.push((PeriodProof::Unit, named)),
                Err(word) => self.fail(unit.text, &word, Trouble::PartOfYear),
            },
        }
    }

    /// Unit column, own head, what stands above, the brackets of the name: the first that says it;
    /// the near ones must agree.
    fn unit(&mut self, unit: &UnitInPlan, figure: &Mention) {
        let MentionKind::Figure(figure) = &figure.kind else { return };
        let mut near: Vec<(String, Unit)> = Vec::new();
        if let Some(text) = self.cell.unit_column.filter(|text| !text.is_empty()) {
            match whole_unit(text, self.vocabulary) {
                Some(unit) => near.push((text.to_owned(), unit)),
                None if self.claim.is_some_and(|claim| *claim.measure == Measure::Index)
                    && is_index(text) => {}
                None => self.fail(text, text, Trouble::Unknown),
            }
        }
        for head in self.heads.iter().rev() {
            near.extend(
                head.read.units().next().map(|(unit, _)| (head.text.to_owned(), unit.clone())),
            );
        }
        let own = self
            .labels
            .iter()
            .zip(&self.cell.labels)
            .filter(|(_, label)| matches!(label.place, LabelPlace::Own | LabelPlace::Merged));
        let in_names: Vec<(String, Unit)> = own
            .filter_map(|(read, _)| {
                read.read
                    .units()
                    .find(|(_, bracketed)| *bracketed)
                    .map(|(unit, _)| (read.text.to_owned(), unit.clone()))
            })
            .collect();
        let above = self
            .cell
            .above
            .iter()
            .rev()
            .find_map(|text| above_unit(text, unit.language, self.vocabulary));
        let parent = self.labels.iter().skip(
            self.cell
                .labels
                .iter()
                .filter(|label| matches!(label.place, LabelPlace::Own | LabelPlace::Merged))
                .count(),
        );
        let in_whole = parent
            .filter_map(|read| {
                read.read.units().find(|(_, bracketed)| *bracketed).map(|(unit, _)| unit.clone())
            })
            .next();
        let said = near.iter().chain(&in_names);
        let own_measure =
            figure.measure.clone().map(|measure| Unit { measure, factor: Decimal::ONE });
        let first = own_measure.or_else(|| near.first().map(|(_, unit)| unit.clone()));
        let first =
            first.or(above).or_else(|| in_names.first().map(|(_, unit)| unit.clone())).or(in_whole);
        let other = said
            .filter(|(_, unit)| Some(unit) != first.as_ref())
            .map(|(place, _)| place.clone())
            .next();
        if let Some(place) = other {
            self.fail(&place, "", Trouble::TwoUnits);
        }
        self.reading.unit = first;
    }

    /// What heads and the row's own name say of how the value is compared.
    fn comparator(&mut self, figure: &Mention, text: &str) {
        let changes = self.claim.is_some_and(|claim| is_change(claim.goal.comparator()));
        let mut found: Option<Comparator> = None;
        let mut trouble = None;
        let in_names = self.labels.iter().zip(&self.cell.labels);
        // Of a group's name only one that is understood whole says how the values are compared.
        let said = in_names.filter(|(read, label)| {
            label.place == LabelPlace::Own || read.read.unknown().is_none()
        });
        let said = said.map(|(read, _)| (read, false));
        for (read, is_head) in self.heads.iter().map(|head| (head, true)).chain(said) {
            let compared = read
                .read
                .senses()
                .position(|(sense, ..)| sense == Sense::ComparedWith)
                .unwrap_or(usize::MAX);
            for (at, (sense, word, bracketed)) in read.read.senses().enumerate() {
                let comparator = match sense {
                    Sense::Compare(comparator) if at < compared => comparator,
                    Sense::Change(change) => change,
                    _ => continue,
                };
                // In a name these words say what is measured, unless they open or close it or stand
                // in brackets.
                let opens = read.read.pieces.first().is_some_and(|(_, first, _)| first == word);
                let closes = read
                    .read
                    .pieces
                    .iter()
                    .rfind(|(_, _, bracketed)| !bracketed)
                    .is_some_and(|(_, last, _)| last == word);
                let is_open = !is_head || read.read.names;
                let is_of_name = read.read.names && self.names.hold(word);
                let is_compared = is_change(comparator)
                    && read.read.change_compared().is_some_and(|change| change == word);
                if is_open && !opens && !closes && !bracketed && !is_compared
                    || is_of_name && !(is_change(comparator) && changes)
                {
                    continue;
                }
                found = match found {
                    None => Some(comparator),
                    Some(before) => together(before, comparator).or_else(|| {
                        trouble = Some((read.text, word.to_owned()));
                        Some(before)
                    }),
                };
            }
        }
        self.reading.comparator = found;
        if let (MentionKind::Figure(own), Some(found)) = (&figure.kind, found)
            && together(own.comparator, found).is_none()
        {
            trouble = Some((self.heads.last().map_or("", |head| head.text), text.to_owned()));
        }
        if let Some((place, word)) = trouble {
            self.fail(place, &word, Trouble::TwoComparators);
        }
    }

    /// A head that names the indicator is a name; of any other every word is understood.
    fn heads(&mut self) {
        for at in 0..self.heads.len() {
            let (text, read) = (self.heads[at].text, &self.heads[at].read);
            let word =
                if read.names { None } else { read.unknown().map(|(word, _)| word.to_owned()) };
            let members: Vec<(DimensionIndex, MemberIndex)> = read.members().collect();
            let names = read.names;
            let changes = self.claim.is_some_and(|claim| is_change(claim.goal.comparator()));
            // `So với năm 2030`: a difference or a share, and no value of that year.
            let compared = read
                .senses()
                .find(|(sense, ..)| *sense == Sense::ComparedWith)
                .map(|(_, word, _)| word.to_owned())
                .filter(|_| !changes && !names && read.change_compared().is_none());
            if let Some(word) = word {
                self.fail(text, &word, Trouble::Unknown);
            } else if let Some(word) = compared {
                self.fail(text, &word, Trouble::Turns);
            } else if !names {
                self.only_claimed(&members);
            }
        }
    }

    /// A row's own name names the indicator, or says for whom or when; then every word of it is
    /// understood.
    fn own_labels(&mut self) {
        let Some(claim) = self.claim else { return };
        // `Sinh viên/vạn dân` names what it counts.
        let is_named_by_unit =
            self.cell.unit_column.is_some_and(|unit| self.names.stand_in(unit, self.language));
        let is_named_by_head = self.heads.iter().any(|head| head.read.names);
        let own: Vec<usize> = (0..self.labels.len())
            .filter(|at| {
                matches!(self.cell.labels[*at].place, LabelPlace::Own | LabelPlace::Merged)
            })
            .collect();
        for at in own {
            let (text, read) = (self.labels[at].text, &self.labels[at].read);
            let members: Vec<(DimensionIndex, MemberIndex)> = read.members().collect();
            if read.names {
                if let Some(word) = other_thing(text, claim, self.language) {
                    self.fail(text, &word, Trouble::OtherThing);
                } else if let Some(word) = other_place(text, self.language, "") {
                    self.fail(text, &word, Trouble::OtherName);
                } else if let Some(word) =
                    foreign_word(text, self.language, claim.own, self.vocabulary)
                        .filter(|_| self.reading.is_value)
                {
                    self.fail(text, &word, Trouble::OtherName);
                }
                continue;
            }
            let unknown = read.unknown().map(|(word, _)| word.to_owned());
            match unknown {
                Some(word)
                    if (!claim.words.is_empty() && !is_named_by_unit) || is_named_by_head =>
                {
                    self.fail(text, &word, Trouble::OtherName)
                }
                Some(_) => {}
                None => self.only_claimed(&members),
            }
        }
        let is_named_part = || {
            let names = |place: LabelPlace| {
                self.labels
                    .iter()
                    .zip(&self.cell.labels)
                    .any(|(read, label)| label.place == place && read.read.names)
            };
            names(LabelPlace::Own) && !names(LabelPlace::Whole)
        };
        let own_members = || {
            let own = self
                .labels
                .iter()
                .zip(&self.cell.labels)
                .filter(|(_, label)| label.place == LabelPlace::Own);
            own.flat_map(|(read, _)| read.read.members())
                .any(|member| claim.breakdown.0.contains(&member))
        };
        if self.cell.is_part && !is_named_part() && !own_members() {
            let text = self.cell.labels.first().map_or("", |label| label.text).to_owned();
            self.fail(&text, "", Trouble::Part);
        }
    }

    /// A head or name that consists of a group's name limits the value to it.
    fn only_claimed(&mut self, members: &[(DimensionIndex, MemberIndex)]) {
        let Some(claim) = self.claim else { return };
        for (dimension, member) in members {
            if claim.breakdown.0.iter().all(|(claimed, _)| claimed != dimension) {
                let failure = Failure::PartOnly {
                    dimension: *dimension,
                    found: vec![*member],
                    figure: self.figure.clone(),
                };
                if !self.reading.failures.iter().any(|other| matches!(other, Failure::PartOnly { dimension: other, .. } if other == dimension)) {
                    self.reading.failures.push(failure);
                }
            }
        }
    }

    /// Words that withdraw, limit or leave open are looked for in names, groups, remarks and above
    /// the table.
    fn around(&mut self, title: &str) {
        for at in 0..self.heads.len() {
            let (text, names) = (self.heads[at].text, self.heads[at].read.names);
            self.turns(text, at, true);
            if let Some(place) = other_place(text, self.language, title).filter(|_| names) {
                self.fail(text, &place, Trouble::OtherName);
            }
        }
        for at in 0..self.labels.len() {
            let text = self.labels[at].text;
            self.turns(text, at, false);
            let is_above =
                matches!(self.cell.labels[at].place, LabelPlace::Group | LabelPlace::Whole);
            if let Some(place) = other_place(text, self.language, title)
                .filter(|_| is_above && self.reading.is_value)
            {
                self.fail(text, &place, Trouble::OtherName);
            }
        }
        let changes = self.claim.is_some_and(|claim| is_change(claim.goal.comparator()));
        let cell = self.cell;
        let may_mislead = self.reading.is_value && !changes;
        for text in cell.above.iter().copied().filter(|_| may_mislead) {
            let read = Text::new(text, self.language, self.vocabulary, &self.names).owned();
            if let Some(word) = read.change_compared().map(str::to_owned) {
                self.fail(text, &word, Trouble::Turns);
            }
        }
        let limits = |sense: Sense| {
            matches!(
                sense,
                Sense::Withdrawn
                    | Sense::Denied
                    | Sense::Except
                    | Sense::Condition
                    | Sense::Undecided
            )
        };
        let notes: Vec<&str> = self.cell.notes.iter().chain(&self.cell.above).copied().collect();
        for text in notes {
            let read = Text::new(text, self.language, self.vocabulary, &self.names).owned();
            let is_of_name = |word: &str| read.names && self.names.hold(word);
            let turning = read
                .senses()
                .find(|(sense, word, _)| limits(*sense) && !is_of_name(word))
                .map(|(_, word, _)| word.to_owned());
            if let Some(word) = turning {
                self.fail(text, &word, Trouble::Turns);
            }
        }
    }

    fn turns(&mut self, text: &str, at: usize, is_head: bool) {
        let read = if is_head { &self.heads[at].read } else { &self.labels[at].read };
        let is_of_name = |word: &str| read.names && self.names.hold(word);
        let word = read
            .senses()
            .find(|(sense, word, _)| sense.turns() && !is_of_name(word))
            .map(|(_, word, _)| word.to_owned());
        if let Some(word) = word {
            self.fail(text, &word, Trouble::Turns);
        }
    }
}

fn is_change(comparator: Comparator) -> bool {
    comparator.is_change()
}

/// A note that says why the value is what it is: its words are free.
fn gives_reason(note: &OwnedText) -> bool {
    const REASONS: [&str; 16] = [
        "sáp", "nhập", "do", "vì", "chia", "tách", "xem", "theo", "gộp", "merged", "merger",
        "because", "due", "owing", "see", "split",
    ];
    note.pieces.iter().any(|(_, word, _)| REASONS.iter().any(|reason| words::equal(reason, word)))
}

fn is_index(text: &str) -> bool {
    ["chỉ số", "điểm", "hệ số", "index", "points", "score", "ratio"]
        .contains(&text.trim().to_lowercase().as_str())
}

/// `Đơn vị tính: %`, `(unit: billion dong)`, also at the end of a sentence above the table.
fn above_unit(text: &str, language: Language, vocabulary: &Vocabulary) -> Option<Unit> {
    let openings = ["đơn vị tính", "đơn vị", "đvt", "unit of measure", "unit"];
    let opening = openings.iter().find_map(|opening| words::find(text, 0..text.len(), opening))?;
    let rest = text[opening.end..].trim_start().strip_prefix(':')?;
    let end = rest.find([')', ';', '\n']).unwrap_or(rest.len());
    let _ = language;
    whole_unit(rest[..end].trim(), vocabulary)
}

/// The word by which a name says something of what the indicator counts, so that another share is
/// meant: `hộ nghèo có nhà ở kiên cố`, `hộ thoát nghèo trong số hộ nghèo`.
fn other_thing(text: &str, claim: &Claim, language: Language) -> Option<String> {
    const RELATIVES: [&str; 18] = [
        "có",
        "được",
        "đạt",
        "không có",
        "tiếp cận",
        "sử dụng",
        "thoát",
        "thiếu",
        "sống",
        "that",
        "who",
        "which",
        "with",
        "having",
        "without",
        "living",
        "receiving",
        "lacking",
    ];
    const WHOLES: [&str; 9] = [
        "trong số",
        "trong tổng số",
        "trên tổng số",
        "trong các",
        "thuộc",
        "among",
        "out of",
        "of all",
        "as a share of",
    ];
    let found: Vec<Range<usize>> =
        claim.words.iter().filter_map(|word| words::find(text, 0..text.len(), word)).collect();
    let (first, last) =
        (found.iter().map(|found| found.start).min()?, found.iter().map(|found| found.end).max()?);
    let is_of_name = |word: &str| words::find(claim.name, 0..claim.name.len(), word).is_some();
    let is_understood = |word: &str| {
        words::find(claim.name, 0..claim.name.len(), word).is_some()
            || table_words::words(language)
                .any(|(known, _)| known.split(' ').any(|part| words::equal(part, word)))
    };
    let relative = RELATIVES
        .iter()
        .filter_map(|word| words::find(text, last..text.len(), word))
        .min_by_key(|found| found.start);
    let relative = relative.filter(|found| {
        words::split(text, 0..found.start)
            .last()
            .is_none_or(|before| !words::equal(before, "compared"))
    });
    let says_more = |relative: &Range<usize>| {
        let behind: Vec<&str> = words::split(text, relative.end..text.len()).collect();
        !behind.iter().any(|word| is_of_name(word))
            && !behind.iter().all(|word| is_understood(word))
    };
    let whole = words::find_last(text, 0..first, &WHOLES)
        .filter(|whole| whole.start > 0 && words::split(text, whole.end..first).all(is_of_name));
    let other = relative.filter(says_more).or(whole)?;
    Some(text[other].to_owned())
}

/// The name of a commune or another place in a row's name.
fn other_place(text: &str, language: Language, title: &str) -> Option<String> {
    let kinds: &[&str] = match language {
        Language::Vi => {
            &["xã", "phường", "thị trấn", "huyện", "tỉnh", "thành phố", "thị xã", "đặc khu"]
        }
        Language::En => &["commune", "ward", "district", "province", "city", "town"],
    };
    let is_name =
        |word: Option<&str>| word.is_some_and(|word| word.starts_with(char::is_uppercase));
    kinds.iter().find_map(|kind| {
        let found = words::find(text, 0..text.len(), kind)?;
        let named = match language {
            Language::Vi => is_name(words::split(text, found.end..text.len()).next()),
            Language::En => {
                found.start > 0
                    && is_name(words::split(text, 0..found.start).last())
                    && words::split(text, 0..found.start).count() > 1
            }
        };
        let whole = match language {
            Language::Vi => &text[found.start..],
            Language::En => &text[..found.end],
        };
        let is_own =
            !title.is_empty() && words::find(title, 0..title.len(), whole.trim()).is_some();
        (named && !is_own).then(|| text[found].to_owned())
    })
}
