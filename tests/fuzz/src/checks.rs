//! What must hold of every text, for the reader, the prover and tables.
//!
//! The fuzz targets and the replay of their corpus in `cargo test` run these same functions. The
//! input of `prover` and `table` is a line of choices, a character for each, and a text. What is
//! expected is found without the reader: digits by looking for digits, words by looking for spaces.
//! Each function says whether something was proven.

use std::ops::Range;
use std::sync::Arc;

use minhbach::diagnostic::{Report, Source};
use minhbach::evidence::{
    self, Failure, Mention, MentionKind, Proof, TableShape, UnitInPlan, describe, read,
    same_numbers, suggest,
};
use minhbach::language::{Language, date::Date};
use minhbach::markdown::plan_text;
use minhbach::portal::{
    Block, Bound, Clause, Comparator, DueDay, Goal, Period, PlanText, Table, UnitIndex,
};
use rust_decimal::Decimal;

use crate::evidence_prover::{Row, catalogue, unit};

/// Mentions are places of the text, in its order, and say the digits that stand there.
pub fn reader(text: &str) -> bool {
    let [vi, en] = Language::ALL.map(|language| {
        let mentions = read(text, language, catalogue().vocabulary(language));
        are_sound(text, &mentions);
        suggestions(&unit(text, &mentions, language));
        mentions
    });
    same_numbers(&vi, &en);
    false
}

/// A claim that is proven says digits of its quote, and the quote stands in the text; another value
/// or time is not proven, nor the same figure behind a denial or a word that nobody knows.
pub fn prover(input: &str) -> bool {
    let (choices, text) = Choices::of(input);
    let language = choices.language();
    let Some(row) = row(&choices, text, language) else { return false };
    let quote = quote(&choices, text);
    let mentions = read(text, language, catalogue().vocabulary(language));
    let unit = unit(text, &mentions, language);
    let Ok(proof) = proven(&unit, quote, &row) else { return false };
    is_sound(&proof, &unit, quote, &row);
    year_is_named(row.period, &[text], &proof);
    nothing_else_is_proven(&unit, quote, &row);
    if let Some(mention) = proof.mention {
        for (at, word) in intrusions(language, &mentions[mention]) {
            let (text, quote) = with_word(text, &proof.range, at, word);
            let result = catalogue().prove(&text, &quote, language, &row);
            assert!(result.is_err(), "proven with `{word}`: {text} {row:?}");
        }
    }
    true
}

/// The same of cells in tables of a plan.
pub fn table(input: &str) -> bool {
    let (choices, text) = Choices::of(input);
    let language = choices.language();
    let source = Arc::new(Source { path: "plan.md".to_owned(), text: text.to_owned() });
    let plan = plan_text(&source, language, &mut Report::default());
    let mut is_proven = false;
    for clause in &plan.clauses {
        for (index, block) in clause.blocks.iter().enumerate() {
            if let Block::Table(table) = block {
                is_proven |=
                    cells(&choices, language, &TableInPlan::new(&plan, clause, index, table));
            }
        }
    }
    is_proven
}

/// A table with what stands before and behind it, as a portal lays it out for the reader.
struct TableInPlan<'plan> {
    grid: Vec<Vec<&'plan str>>,
    shape: TableShape,
    above: Vec<&'plan str>,
    below: Vec<&'plan str>,
    headings: Vec<&'plan str>,
}

impl<'plan> TableInPlan<'plan> {
    fn new(
        plan: &'plan PlanText,
        clause: &'plan Clause,
        index: usize,
        table: &'plan Table,
    ) -> TableInPlan<'plan> {
        let words = |unit: &UnitIndex| plan.unit(*unit).text.as_str();
        let rows = std::iter::once(&table.header).chain(table.rows.iter().map(|row| &row.cells));
        let grid: Vec<Vec<&str>> = rows.map(|cells| cells.iter().map(words).collect()).collect();
        let paragraph = |block: &Block| match block {
            Block::Paragraph(unit) => Some(words(unit)),
            Block::List(_) | Block::Table(_) => None,
        };
        let before = clause.blocks[..index].iter().rev().map_while(paragraph).take(2);
        let mut above: Vec<&str> =
            before.take_while(|words| evidence::leads_into_table(words)).collect();
        above.reverse();
        let behind = clause.blocks[index + 1..].iter().map_while(paragraph);
        let heads = plan.ancestors(plan.unit(table.header[0]).clause);
        TableInPlan {
            shape: TableShape::new(&grid),
            grid,
            above,
            below: behind.take_while(|words| evidence::is_table_note(words)).collect(),
            headings: heads.filter_map(|clause| clause.head.as_ref()).map(words).collect(),
        }
    }

    fn unit<'cell>(
        &'cell self,
        (row, column): (usize, usize),
        text: &'cell str,
        mentions: &'cell [Mention],
        language: Language,
    ) -> UnitInPlan<'cell> {
        let is_own = |place: (usize, usize)| place == (row, column);
        let words = |row: usize, column: usize| {
            if is_own((row, column)) { text } else { self.grid[row][column] }
        };
        let mut unit = unit(text, mentions, language);
        unit.headings.splice(0..0, self.headings.iter().copied());
        unit.notes_below = self.below.clone();
        unit.cell = Some(self.shape.cell(row, column, words, self.above.clone()));
        unit
    }

    /// Everything from which a year may be taken.
    fn texts(&self) -> Vec<&'plan str> {
        let around = [&self.above, &self.below, &self.headings];
        self.grid.iter().chain(around).flatten().copied().collect()
    }
}

fn cells(choices: &Choices, language: Language, table: &TableInPlan) -> bool {
    let vocabulary = catalogue().vocabulary(language);
    let mut is_proven = false;
    // Large tables say nothing that small ones do not.
    for row in 0..table.grid.len().min(12) {
        for column in 0..table.grid[row].len().min(8) {
            let text = table.grid[row][column];
            let mentions = read(text, language, vocabulary);
            are_sound(text, &mentions);
            let unit = table.unit((row, column), text, &mentions, language);
            suggestions(&unit);
            for mention in &mentions {
                let MentionKind::Figure(figure) = &mention.kind else { continue };
                let Some(value) = figure.low.checked_mul(choices.factor()) else { continue };
                let goal = figure
                    .high
                    .map_or(Goal::Value { comparator: figure.comparator, value }, |high| {
                        Goal::Range { comparator: figure.comparator, low: value, high }
                    });
                let row_of = Row {
                    indicator: choices.indicator(),
                    goal,
                    period: choices.period(text),
                    group: choices.group(),
                };
                let Ok(proof) = proven(&unit, text, &row_of) else { continue };
                is_proven = true;
                is_sound(&proof, &unit, text, &row_of);
                year_is_named(row_of.period, &table.texts(), &proof);
                nothing_else_is_proven(&unit, text, &row_of);
                for (at, word) in intrusions(language, mention) {
                    let (text, quote) = with_word(text, &proof.range, at, word);
                    let mentions = read(&text, language, vocabulary);
                    let unit = table.unit((row, column), &text, &mentions, language);
                    let result = catalogue().prove_in(&unit, &quote, &row_of);
                    assert!(
                        result.is_err(),
                        "proven with `{word}`: {text} {row_of:?} {:?}",
                        table.grid
                    );
                }
            }
        }
    }
    is_proven
}

/// The first line of the input: which claim is made of the text.
struct Choices<'input>(&'input [u8]);

impl<'input> Choices<'input> {
    fn of(input: &'input str) -> (Choices<'input>, &'input str) {
        let (choices, text) = input.split_once('\n').unwrap_or(("", input));
        (Choices(choices.as_bytes()), text)
    }

    /// `0` is the first, and so is a character that is not there.
    fn at(&self, place: usize) -> usize {
        usize::from(self.0.get(place).map_or(0, |byte| byte.wrapping_sub(b'0')))
    }

    fn one<T: Copy>(&self, place: usize, of: &[T]) -> T {
        of[self.at(place) % of.len()]
    }

    fn language(&self) -> Language {
        self.one(0, &Language::ALL)
    }

    fn indicator(&self) -> &'static str {
        let indicators = &catalogue().portal().indicators;
        &indicators[self.at(1) % indicators.len()].id
    }

    fn period(&self, text: &str) -> Period {
        let day = |year, month, day| Date::new(year, month, day).map_or(Period::None, Period::Day);
        let years = numbers(text).filter_map(|number| number.parse::<i16>().ok());
        let own = years.filter(|year| (1900..2200).contains(year)).last().unwrap_or(2030);
        let periods = [
            Period::Year(2030),
            Period::Year(2028),
            Period::Year(2025),
            Period::Year(own),
            Period::Stage { from: 2026, to: 2030 },
            Period::Stage { from: own, to: 2030 },
            Period::Quarter { year: own, quarter: 3 },
            Period::HalfYear { year: own, half: 1 },
            Period::NineMonths(own),
            Period::Month { year: own, month: 6 },
            day(own, 6, 30),
            Period::SchoolYear(own),
            Period::EveryYear { until: None },
            Period::EveryYear { until: Some(own) },
            Period::None,
        ];
        self.one(2, &periods)
    }

    fn group(&self) -> Option<(&'static str, &'static str)> {
        let dimensions = &catalogue().portal().dimensions;
        let member = |at: usize| {
            let dimension = &dimensions[at % dimensions.len()];
            let member = &dimension.members[at / dimensions.len() % dimension.members.len()];
            (dimension.id.as_str(), member.id.as_str())
        };
        self.at(3).checked_sub(1).map(member)
    }

    /// By what the number is multiplied that stands in the text.
    fn factor(&self) -> Decimal {
        let of = |digits: i64, scale: u32| Decimal::new(digits, scale);
        let tens = [of(1, 0), of(1_000, 0), of(1_000_000, 0), of(1, 3), of(10, 0), of(1, 1)];
        self.one(4, &tens)
    }
}

/// A row of a number in the text.
fn row(choices: &Choices, text: &str, language: Language) -> Option<Row> {
    let found: Vec<Decimal> = numbers(text)
        .filter_map(|number| value(number, language)?.checked_mul(choices.factor()))
        .collect();
    let number = |at: usize| found.get(at % found.len().max(1)).copied();
    let at = choices.at(5);
    let whole = |at: usize| number(at).and_then(|number| i8::try_from(number).ok());
    let day = || Some(DueDay::EveryYear { month: whole(at + 1)?, day: whole(at)? });
    let range =
        |comparator| Some(Goal::Range { comparator, low: number(at)?, high: number(at + 1)? });
    let comparators = comparators();
    let chosen = choices.at(6) % (comparators.len() + 6);
    let goal = match chosen.checked_sub(comparators.len()) {
        None => Goal::Value { comparator: comparators[chosen], value: number(at)? },
        Some(0) => range(Comparator::Range)?,
        Some(1) => range(Comparator::IncreaseBy(Bound::Range))?,
        Some(2) => range(Comparator::ReduceBy(Bound::Range))?,
        Some(3) => Goal::Maintain,
        Some(4) => Goal::Complete,
        Some(_) => Goal::Before(day()?),
    };
    let period = choices.period(text);
    Some(Row { indicator: choices.indicator(), goal, period, group: choices.group() })
}

fn comparators() -> [Comparator; 15] {
    [
        Comparator::Reach,
        Comparator::AtLeast,
        Comparator::Above,
        Comparator::AtMost,
        Comparator::Below,
        Comparator::About,
        Comparator::Maintain,
        Comparator::IncreaseBy(Bound::Exactly),
        Comparator::IncreaseBy(Bound::AtLeast),
        Comparator::IncreaseBy(Bound::Above),
        Comparator::IncreaseBy(Bound::About),
        Comparator::ReduceBy(Bound::Exactly),
        Comparator::ReduceBy(Bound::AtLeast),
        Comparator::ReduceBy(Bound::Above),
        Comparator::ReduceBy(Bound::AtMost),
    ]
}

/// The text without as many words at either end as are chosen, and without its last point.
fn quote<'text>(choices: &Choices, text: &'text str) -> &'text str {
    let starts: Vec<usize> = text
        .split(' ')
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len() + 1;
            Some(start)
        })
        .collect();
    let from = starts[choices.at(7) % starts.len()];
    let words = starts.len() - choices.at(8) % starts.len();
    let to = starts.get(words).map_or(text.len(), |next| next - 1);
    text.get(from..to).unwrap_or(text).trim().trim_end_matches('.')
}

/// Every row of digits with points and commas inside.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !(sign.is_ascii_digit() || matches!(sign, '.' | ',')))
        .map(|number| number.trim_matches(['.', ',']))
        .filter(|number| !number.is_empty())
}

fn value(number: &str, language: Language) -> Option<Decimal> {
    let written = match language {
        Language::Vi => number.replace('.', "").replace(',', "."),
        Language::En => number.replace(',', ""),
    };
    written.parse().ok()
}

fn are_sound(text: &str, mentions: &[Mention]) {
    let (mut end, mut recurs) = (0, false);
    for mention in mentions {
        let Mention { kind, span, number, core } = mention;
        for range in [span, number, core] {
            assert!(text.get(range.clone()).is_some(), "{range:?} is no place of {text:?}");
            assert!(!range.is_empty(), "{kind:?} is empty in {text:?}");
        }
        // `giảm bình quân mỗi năm 0,5%`: how often is said within the figure.
        let is_before = end <= span.start || recurs && end <= core.start;
        assert!(is_before, "{kind:?} stands behind what comes later in {text:?}");
        assert!(span.start <= core.start && core.end <= span.end, "{mention:?} of {text:?}");
        assert!(core.start <= number.start && number.end <= core.end, "{mention:?} of {text:?}");
        if let MentionKind::Figure(figure) = kind {
            for value in [Some(figure.low), figure.high].into_iter().flatten() {
                assert!(has_digits(&text[core.clone()], value), "{mention:?} of {text:?}");
            }
        }
        (end, recurs) = (span.end, matches!(kind, MentionKind::EveryYear));
    }
}

/// What a program offers to type may be odd, but it must be found.
fn suggestions(unit: &UnitInPlan) {
    let language = unit.language;
    for mention in 0..unit.mentions.len() {
        suggest(unit, mention, &catalogue().portal().units, catalogue().vocabulary(language));
    }
}

/// Proves, and says why not.
fn proven(unit: &UnitInPlan, quote: &str, row: &Row) -> Result<Proof, Vec<Failure>> {
    let portal = catalogue().portal();
    let result = catalogue().prove_in(unit, quote, row);
    if let Err(failures) = &result {
        assert!(!failures.is_empty(), "refused without a reason: {:?} {row:?}", unit.text);
        for failure in failures {
            describe(failure, unit, &portal.dimensions, &portal.units);
        }
    }
    result
}

fn is_sound(proof: &Proof, unit: &UnitInPlan, quote: &str, row: &Row) {
    let text = unit.text;
    assert_eq!(text.get(proof.range.clone()), Some(proof.quote.as_str()), "{text:?}");
    assert!(text.get(proof.figure.clone()).is_some(), "{proof:?} of {text:?}");
    if !quote.contains(['[', ']']) {
        let letters = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(letters(quote), letters(&proof.quote), "another quote of {text:?}");
    }
    if let Some(mention) = proof.mention {
        let core = &unit.mentions[mention].core;
        assert!(
            proof.range.start <= core.start && core.end <= proof.range.end,
            "the figure stands outside of its quote: {proof:?} of {text:?}"
        );
    }
    let values = match row.goal {
        Goal::Before(DueDay::EveryYear { day, .. }) => vec![Decimal::from(day)],
        goal => [goal.value(), goal.high()].into_iter().flatten().collect(),
    };
    for value in values {
        assert!(has_digits(&proof.quote, value), "{value} of another quote: {proof:?} {row:?}");
    }
}

/// Whether the digits of the value stand in the text, with any zeros behind them.
fn has_digits(text: &str, value: Decimal) -> bool {
    let trimmed = |digits: &str| digits.trim_matches('0').to_owned();
    let of = |value: Decimal| trimmed(&value.normalize().mantissa().unsigned_abs().to_string());
    let digits = |text: &str| trimmed(&text.replace(|sign: char| !sign.is_ascii_digit(), ""));
    // Digits may stand in groups with spaces between them.
    let grouped = text.split(|sign: char| {
        !(sign.is_ascii_digit() || matches!(sign, '.' | ',') || sign.is_whitespace())
    });
    let mut found = numbers(text).chain(grouped).map(digits);
    let dozen = text.to_lowercase().contains("dozen").then(|| of(value / Decimal::from(12)));
    let value = of(value);
    found.any(|found| found == value || Some(&found) == dozen.as_ref())
}

/// A year that is proven stands in what is read, or it is that of the heading.
fn year_is_named(period: Period, texts: &[&str], proof: &Proof) {
    if let Period::Year(year) = period {
        let is_named =
            year == 2030 || texts.iter().any(|text| text.contains(&(year % 100).to_string()));
        assert!(is_named, "{year} is named nowhere: {proof:?}");
    }
}

fn nothing_else_is_proven(unit: &UnitInPlan, quote: &str, row: &Row) {
    let refused = |other: Row| {
        let result = catalogue().prove_in(unit, quote, &other);
        assert!(result.is_err(), "{row:?} is proven, and {other:?}: {:?}", unit.text);
    };
    refused(Row { period: Period::Year(1987), ..row.clone() });
    match row.goal {
        Goal::Value { comparator, value } => {
            refused(Row {
                goal: Goal::Value { comparator, value: value + Decimal::ONE },
                ..row.clone()
            });
            for other in comparators().into_iter().filter(|other| *other != comparator) {
                let goal = Goal::Value { comparator: other, value };
                refused(Row { goal, ..row.clone() });
            }
        }
        Goal::Range { comparator, low, high } => {
            let high = high + Decimal::ONE;
            refused(Row { goal: Goal::Range { comparator, low, high }, ..row.clone() });
            refused(Row {
                goal: Goal::Value { comparator: Comparator::Reach, value: low },
                ..row.clone()
            });
        }
        Goal::Maintain | Goal::Complete | Goal::Before(_) => {}
    }
}

/// Words that may not stand at a figure, and where they are put: a denial and a word that nobody
/// knows, before the number.
fn intrusions(language: Language, mention: &Mention) -> [(usize, &'static str); 2] {
    let (denial, unknown) = match language {
        Language::Vi => (" không ", " zưỡng "),
        Language::En => (" not ", " blorp "),
    };
    [(mention.number.start, denial), (mention.number.start, unknown)]
}

/// The text and its quote with the word put in; brackets of the text choose nothing.
fn with_word(text: &str, range: &Range<usize>, at: usize, word: &str) -> (String, String) {
    let moved = |edge: usize, is_behind: bool| edge + if is_behind { word.len() } else { 0 };
    let changed = format!("{}{word}{}", &text[..at], &text[at..]);
    let quote = &changed[moved(range.start, at <= range.start)..moved(range.end, at < range.end)];
    let quote = quote.replace('[', "\\[").replace(']', "\\]");
    (changed, quote)
}
