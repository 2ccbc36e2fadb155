//! A head, a name or a line above a table, taken apart: which of its words are understood, and as
//! what.

use std::ops::Range;

use rust_decimal::Decimal;

use super::words::{self as table_words, Sense};
use crate::evidence::period::{Named, names_of};
use crate::evidence::{Mention, MentionKind, Vocabulary, read, subject, words};
use crate::language::Language;
use crate::portal::{DimensionIndex, Measure, MemberIndex};

/// What a piece of a text is.
#[derive(Clone, Debug, PartialEq)]
pub enum Meaning {
    Word(Sense),
    Time(Named),
    Unit(Unit),
    Member(DimensionIndex, MemberIndex),
    /// A word of the catalogue that changes nothing here.
    Known,
    /// A number that is no time: an age, a level, a share.
    Number,
    /// A day or a quarter, which no year beside it is.
    OtherTime,
    Unknown,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Piece {
    pub range: Range<usize>,
    pub meaning: Meaning,
    /// Whether it stands in brackets.
    pub bracketed: bool,
}

/// What values are counted in, and in how many at a time: `nghìn người`.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    pub measure: Measure,
    pub factor: Decimal,
}

/// The catalogue's names of what is claimed; empty where nothing is claimed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Names<'claim> {
    pub name: &'claim str,
    pub words: &'claim [String],
}

impl Names<'_> {
    /// Whether the text names the indicator.
    pub fn stand_in(&self, text: &str, language: Language) -> bool {
        let short = short_name(self.name);
        let whole = [short.to_owned()];
        subject::names(self.words, text, language)
            || (!short.is_empty() && subject::names(&whole, text, language))
    }

    /// Whether a word belongs to the indicator's own name, where it limits nothing.
    pub fn hold(&self, word: &str) -> bool {
        let holds = |name: &str| words::find(name, 0..name.len(), word).is_some();
        holds(self.name) || self.words.iter().any(|name| holds(name))
    }
}

/// `Tỷ lệ hộ nghèo` without what any share is called.
fn short_name(name: &str) -> &str {
    let openings = [
        "tỷ lệ",
        "tỉ lệ",
        "số lượng",
        "số",
        "mức",
        "the share of",
        "share of",
        "number of",
        "rate of",
    ];
    let opening = openings.iter().find_map(|opening| words::at(name, 0, opening));
    opening.map_or(name, |opening| name[opening.end..].trim_start())
}

/// A text with its pieces, in their order.
pub struct Text<'text> {
    pub text: &'text str,
    pub pieces: Vec<Piece>,
    /// Whether it names the claimed indicator: then its other words are a name, which is open.
    pub names: bool,
}

impl<'text> Text<'text> {
    pub fn new(
        text: &'text str,
        language: Language,
        vocabulary: &Vocabulary,
        names: &Names,
    ) -> Text<'text> {
        let reader = Reader { text, language, vocabulary };
        Text { text, pieces: reader.pieces(), names: names.stand_in(text, language) }
    }

    pub fn shown(&self, piece: &Piece) -> &'text str {
        &self.text[piece.range.clone()]
    }

    /// The times that it sets, or the word for which they cannot be told. A year behind `so với` is
    /// none of them.
    pub fn times(&self) -> Result<Vec<Named>, &Piece> {
        const ALONE: [&str; 18] = [
            "tháng",
            "quý",
            "nửa đầu",
            "nửa cuối",
            "sơ kết",
            "lũy kế",
            "luỹ kế",
            "month",
            "months",
            "quarter",
            "quarters",
            "first half",
            "second half",
            "cumulative",
            "h1",
            "h2",
            "q1",
            "q2",
        ];
        let mut named = Vec::new();
        let mut compared = false;
        for (at, piece) in self.pieces.iter().enumerate() {
            let behind = || {
                self.pieces[at + 1..]
                    .iter()
                    .find(|piece| piece.meaning != Meaning::Word(Sense::Plain))
            };
            let is_by_time = || matches!(behind(), Some(Piece { meaning: Meaning::Time(_), .. }));
            let is_alone = || ALONE.iter().any(|word| words::equal(word, self.shown(piece)));
            match &piece.meaning {
                Meaning::Word(Sense::ComparedWith | Sense::OtherWhole) => compared = true,
                Meaning::OtherTime if !compared => return Err(piece),
                Meaning::Word(Sense::PartOfYear) if !compared && (is_by_time() || is_alone()) => {
                    return Err(piece);
                }
                Meaning::Time(name) if !compared && !named.contains(name) => {
                    named.push(name.clone())
                }
                _ => {}
            }
        }
        Ok(named)
    }
}

struct Reader<'text> {
    text: &'text str,
    language: Language,
    vocabulary: &'text Vocabulary,
}

impl Reader<'_> {
    fn pieces(&self) -> Vec<Piece> {
        let mut taken = self.bracketed_units();
        taken.extend(self.numbers(&taken));
        taken.sort_by_key(|piece| piece.range.start);
        let mut pieces: Vec<Piece> = Vec::new();
        let mut at = 0;
        for next in taken {
            self.words(at..next.range.start, &mut pieces);
            at = next.range.end;
            pieces.push(next);
        }
        self.words(at..self.text.len(), &mut pieces);
        for piece in &mut pieces {
            piece.bracketed = is_bracketed(self.text, piece.range.start);
        }
        self.settle(pieces)
    }

    /// `(%)`, `(nghìn người)`, `ĐVT: tỷ đồng`.
    fn bracketed_units(&self) -> Vec<Piece> {
        let mut found = Vec::new();
        for (open, _) in self.text.match_indices('(') {
            let Some(close) = self.text[open..].find(')').map(|close| open + close) else { break };
            if let Some(unit) = whole_unit(&self.text[open + 1..close], self.vocabulary) {
                found.push(Piece {
                    range: open..close + 1,
                    meaning: Meaning::Unit(unit),
                    bracketed: true,
                });
            }
        }
        found
    }

    /// Times, and numbers that are none.
    fn numbers(&self, taken: &[Piece]) -> Vec<Piece> {
        let mentions = read(self.text, self.language, self.vocabulary);
        let is_free = |range: &Range<usize>| {
            taken
                .iter()
                .all(|piece| piece.range.end <= range.start || range.end <= piece.range.start)
        };
        let piece =
            |range: Range<usize>, meaning: Meaning| Piece { range, meaning, bracketed: false };
        let mut found = Vec::new();
        for mention in mentions.iter().filter(|mention| is_free(&mention.number)) {
            let number = &self.text[mention.number.clone()];
            let year = || {
                number.parse().ok().filter(|year| number.len() == 4 && (1900..=2100).contains(year))
            };
            match &mention.kind {
                MentionKind::Figure(figure) if figure.measure.is_none() && year().is_some() => {
                    found.extend(year().map(|year| {
                        piece(mention.number.clone(), Meaning::Time(Named::year(year)))
                    }));
                }
                MentionKind::Other(_) if year().is_some() => {
                    found.extend(year().map(|year| {
                        piece(mention.number.clone(), Meaning::Time(Named::year(year)))
                    }));
                }
                // What stands before the year is read as words: `sau năm 2030` is another time.
                MentionKind::Year(year) => {
                    found.push(piece(mention.number.clone(), Meaning::Time(Named::year(*year))))
                }
                // A member or a unit may have the number in its name: `mức độ 2`.
                _ if self.is_in_name(&mention.number) => {}
                kind => {
                    let is_day = matches!(
                        kind,
                        MentionKind::Quarter(..)
                            | MentionKind::Date(_)
                            | MentionKind::DayOfYear { .. }
                            | MentionKind::ImpossibleDate(..)
                    );
                    let other = if is_day { Meaning::OtherTime } else { Meaning::Number };
                    let meaning = names_of(kind).map_or(other, Meaning::Time);
                    let start = self.label_of(mention);
                    found.push(piece(start..mention.span.end, meaning));
                }
            }
        }
        // A year's words are read one by one, so what stands before one must not be taken twice.
        found.dedup_by(|later, earlier| later.range.start < earlier.range.end);
        found
    }

    /// Where a mention begins, with the `No.` or `số` of a document's number.
    fn label_of(&self, mention: &Mention) -> usize {
        let start = mention.span.start;
        if !matches!(mention.kind, MentionKind::DocumentNumber(_)) {
            return start;
        }
        let before = self.text[..start].trim_end();
        let labels = ["No.", "no.", "Nos.", "số", "Số"];
        let label = labels.iter().find(|label| before.ends_with(*label));
        label.map_or(start, |label| before.len() - label.len())
    }

    fn is_in_name(&self, number: &Range<usize>) -> bool {
        let members = self.vocabulary.members.iter().map(|(term, ..)| term);
        let terms = members.chain(self.vocabulary.units.iter().map(|(term, _)| term));
        let mut numbered =
            terms.filter(|term| term.contains(|letter: char| letter.is_ascii_digit()));
        numbered.any(|term| {
            words::find(self.text, 0..self.text.len(), term)
                .is_some_and(|found| found.start <= number.start && number.end <= found.end)
        })
    }

    /// The longest word of the table's vocabulary, the catalogue's units and its members at each
    /// place.
    fn words(&self, range: Range<usize>, pieces: &mut Vec<Piece>) {
        let mut at = range.start;
        while at < range.end {
            let Some(start) = self.text[at..range.end]
                .char_indices()
                .map(|(offset, _)| at + offset)
                .find(|&start| self.is_start(start))
            else {
                break;
            };
            let (end, meaning) = self.longest(start, range.end);
            pieces.push(Piece { range: start..end, meaning, bracketed: false });
            at = end;
        }
    }

    /// A word begins here, or a sign that says something.
    fn is_start(&self, at: usize) -> bool {
        let rest = &self.text[at..];
        let before = self.text[..at].ends_with(char::is_alphanumeric);
        rest.starts_with(char::is_alphanumeric) && !before
            || rest.starts_with(['%', '‰', '*', '±', '+', '≥', '≤', '<', '>', '=', '~', '^'])
    }

    fn longest(&self, start: usize, limit: usize) -> (usize, Meaning) {
        let mut best: Option<(usize, Meaning)> = None;
        let mut offer = |found: Option<Range<usize>>, meaning: &dyn Fn() -> Meaning| {
            if let Some(found) = found.filter(|found| found.end <= limit)
                && best.as_ref().is_none_or(|(end, _)| found.end > *end)
            {
                best = Some((found.end, meaning()));
            }
        };
        for (word, sense) in table_words::words(self.language) {
            offer(words::at(self.text, start, word), &|| Meaning::Word(sense));
        }
        for (term, dimension, member) in &self.vocabulary.members {
            offer(words::at(self.text, start, term), &|| Meaning::Member(*dimension, *member));
        }
        for point in POINTS {
            offer(words::at(self.text, start, point), &|| Meaning::Unit(points(self.vocabulary)));
        }
        for (term, _) in &self.vocabulary.units {
            offer(words::at(self.text, start, term), &|| Meaning::Known);
        }
        if self.text[start..].starts_with('%') {
            offer(Some(start..start + 1), &|| {
                Meaning::Unit(Unit { measure: Measure::Percent, factor: Decimal::ONE })
            });
        }
        best.unwrap_or_else(|| {
            let rest = &self.text[start..limit];
            let length = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
            (start + length.max(rest.chars().next().map_or(1, char::len_utf8)), Meaning::Unknown)
        })
    }

    /// What words are only beside others: `Số trường` counts schools, `bình quân mỗi năm` is every
    /// year, `Increase over 2025` compares.
    fn settle(&self, mut pieces: Vec<Piece>) -> Vec<Piece> {
        let has_unit = pieces.iter().any(|piece| matches!(piece.meaning, Meaning::Unit(_)));
        for at in 0..pieces.len() {
            let before = at.checked_sub(1).map(|before| pieces[before].meaning.clone());
            let is_change = pieces[..at].iter().any(|piece| {
                matches!(piece.meaning, Meaning::Word(Sense::Change(_) | Sense::EitherWay))
            });
            let next = pieces.get(at + 1).map(|piece| piece.meaning.clone());
            let text = &self.text[pieces[at].range.clone()];
            let settled = match &pieces[at].meaning {
                Meaning::Known
                    if !has_unit && matches!(before, Some(Meaning::Word(Sense::Plain))) =>
                {
                    let counts = ["số", "số lượng", "tổng số", "of"].iter().any(|word| {
                        words::equal(self.text[pieces[at - 1].range.clone()].trim(), word)
                    });
                    counts.then(|| whole_unit(text, self.vocabulary)).flatten().map(Meaning::Unit)
                }
                Meaning::Known if pieces.len() == 1 => {
                    whole_unit(text, self.vocabulary).map(Meaning::Unit)
                }
                // An average of years is a time; behind a change it is by how much each year.
                Meaning::Word(Sense::Average)
                    if next.as_ref().is_some_and(is_every_year_or_average) =>
                {
                    Some(Meaning::Known)
                }
                Meaning::Word(Sense::Average)
                    if words::find(text, 0..text.len(), "yearly").is_some()
                        || words::find(text, 0..text.len(), "annual").is_some() =>
                {
                    Some(Meaning::Time(Named::every_year()))
                }
                Meaning::Word(Sense::Compare(_) | Sense::PartOfYear)
                    if is_change && !matches!(next, Some(Meaning::Unit(_))) =>
                {
                    Some(Meaning::Word(Sense::ComparedWith))
                }
                _ => None,
            };
            if let Some(settled) = settled {
                pieces[at].meaning = settled;
            }
        }
        self.share_of_plan(&mut pieces);
        pieces
    }

    /// `Share of the 2025 plan`: the plan is the whole that the share is taken of.
    fn share_of_plan(&self, pieces: &mut [Piece]) {
        let Some(share) =
            pieces.iter().position(|piece| piece.meaning == Meaning::Word(Sense::Share))
        else {
            return;
        };
        let Some(plan) = pieces
            .iter()
            .position(|piece| piece.meaning == Meaning::Word(Sense::Plan))
            .filter(|plan| *plan > share)
        else {
            return;
        };
        let between = |piece: &Piece| {
            matches!(
                piece.meaning,
                Meaning::Time(_) | Meaning::Word(Sense::Plain | Sense::ComparedWith)
            )
        };
        if self.language == Language::En
            && pieces[share + 1..plan].iter().all(between)
            && plan > share + 1
        {
            pieces[share].meaning = Meaning::Word(Sense::OtherWhole);
        }
    }
}

const POINTS: [&str; 7] = [
    "điểm phần trăm",
    "điểm %",
    "% điểm",
    "percentage points",
    "percentage point",
    "% points",
    "% point",
];

fn points(vocabulary: &Vocabulary) -> Unit {
    let known = vocabulary.units.iter().find(|(term, _)| POINTS.contains(&term.as_str()));
    let id = known.map_or("count:percentage-point", |(_, id)| id.as_str());
    Unit { measure: Measure::Counted(id.to_owned()), factor: Decimal::ONE }
}

fn is_bracketed(text: &str, at: usize) -> bool {
    text[..at].matches('(').count() > text[..at].matches(')').count() || text[at..].starts_with('(')
}

/// A text that is a unit and nothing else: `%`, `Xã, phường`, `Nghìn tỷ đồng`.
pub fn whole_unit(text: &str, vocabulary: &Vocabulary) -> Option<Unit> {
    let opening =
        ["đơn vị tính", "đơn vị", "đvt", "unit of measure", "unit"].iter().find_map(|opening| {
            let found = words::at(text.trim_start(), 0, opening)?;
            text.trim_start()[found.end..].trim_start().strip_prefix(':')
        });
    let text = opening.unwrap_or(text).trim().trim_matches(['(', ')', '.', ':']).trim();
    let is_whole =
        |term: &str| words::at(text, 0, term).is_some_and(|found| found.end == text.len());
    if ["%", "phần trăm", "percent", "per cent", "tỷ lệ %", "tỷ lệ phần trăm"]
        .iter()
        .any(|term| is_whole(term))
    {
        return Some(Unit { measure: Measure::Percent, factor: Decimal::ONE });
    }
    if POINTS.iter().any(|term| is_whole(term)) {
        return Some(points(vocabulary));
    }
    if let Some((_, id)) = vocabulary.units.iter().find(|(term, _)| is_whole(term)) {
        return Some(Unit { measure: Measure::Counted(id.clone()), factor: Decimal::ONE });
    }
    // `nghìn người`: a known unit, so many at a time; `nghìn tỷ đồng` where `tỷ đồng` is the known
    // one.
    let (factor, base) = multiplied(text)?;
    vocabulary.units.iter().find_map(|(term, id)| {
        let (own, of) = multiplied(term).unwrap_or((Decimal::ONE, term));
        let same = words::at(base, 0, of).is_some_and(|found| found.end == base.len());
        same.then(|| {
            factor
                .checked_div(own)
                .map(|factor| Unit { measure: Measure::Counted(id.clone()), factor })
        })
        .flatten()
    })
}

/// `nghìn tỷ đồng` is 10^12 đồng.
fn multiplied(text: &str) -> Option<(Decimal, &str)> {
    const MULTIPLIERS: [(&str, i64); 13] = [
        ("chục", 10),
        ("trăm", 100),
        ("nghìn", 1_000),
        ("ngàn", 1_000),
        ("vạn", 10_000),
        ("triệu", 1_000_000),
        ("tỷ", 1_000_000_000),
        ("tỉ", 1_000_000_000),
        ("hundred", 100),
        ("thousand", 1_000),
        ("million", 1_000_000),
        ("billion", 1_000_000_000),
        ("trillion", 1_000_000_000_000),
    ];
    let mut factor = Decimal::ONE;
    let mut rest = text;
    while let Some((found, times)) =
        MULTIPLIERS.iter().find_map(|(word, times)| Some((words::at(rest, 0, word)?, *times)))
    {
        factor = factor.checked_mul(Decimal::from(times))?;
        rest = rest[found.end..].trim_start();
    }
    (rest.len() < text.len() && !rest.is_empty()).then_some((factor, rest))
}

fn is_every_year_or_average(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Time(named) => named.is_every_year(),
        meaning => *meaning == Meaning::Word(Sense::Average),
    }
}
