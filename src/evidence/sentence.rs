//! The whole sentence of a figure, or of a milestone: what is not understood is not proven.
//!
//! Around a figure there are places that govern it, each with a rule of its own (a file each): what
//! stands before it in its piece ([`before`]), what stands behind it ([`behind`]) and in brackets,
//! the pieces of the sentence around its own ([`around`]), the lead-in and the headings above
//! ([`above`]). Words that are not understood are reported as such; words that are understood and
//! turn, limit, weaken or withdraw the statement are reported with their sense.

mod above;
mod around;
mod before;
mod behind;
mod characters;
mod continuation;
mod kind;
mod milestone;
mod named;
mod order;
mod own;
mod parts;
mod places;
mod whom;

use std::ops::Range;

use super::lexicon::Sense;
use super::read::{Lexeme, Passage, TokenKind};
use super::{Claim, Failure, Figure, MentionKind, UnitInPlan, Vocabulary, words};
use crate::portal::StatementKind;
use parts::{Item, Piece};

pub(super) use above::{bound_of_lead_in, with_bound};
pub(super) use order::place_in_order;
pub(super) use own::foreign_word;

/// What is wrong with the words around a figure. Ranges are of the unit's text.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    /// Words that are not understood, where each word must be.
    pub unknown: Vec<Range<usize>>,
    /// Words that are understood and make another statement of it.
    pub turned: Vec<(Range<usize>, Sense)>,
    /// Signs that an eye reads otherwise than a program.
    pub characters: Vec<Range<usize>>,
    /// The same of a text above or beside the unit: its words, and the sense that decides.
    pub above: Vec<(String, Sense)>,
}

impl Doubts {
    fn is_empty(&self) -> bool {
        self.unknown.is_empty()
            && self.turned.is_empty()
            && self.characters.is_empty()
            && self.above.is_empty()
    }
}

/// The sentence that is read, with what the claim says of it.
pub(super) struct Scene<'scene> {
    pub claim: &'scene Claim<'scene>,
    pub unit: &'scene UnitInPlan<'scene>,
    pub vocabulary: &'scene Vocabulary,
    /// The sentence, read.
    pub passage: Passage<'scene>,
    /// Where the sentence begins in the unit.
    pub offset: usize,
    /// The tokens of the figure with its markers; of the quote for a milestone.
    pub figure: Range<usize>,
    /// The tokens of the number alone; the same as `figure` for a milestone.
    pub number: Range<usize>,
    /// The figures, days and times of the sentence in tokens, in order, the claim's own among them.
    pub figures: Vec<Range<usize>>,
    pub times: Vec<Range<usize>>,
    /// Which mention of the unit it is; none for a milestone.
    pub mention: Option<usize>,
    /// The sentence between its semicolons, in pieces.
    pub pieces: Vec<Piece>,
    /// Which of the pieces holds the figure.
    pub own: usize,
    /// What leads to the sentence, nearest first: the sentence before it (`Các chỉ tiêu như sau.`),
    /// the lead-ins of its unit.
    pub lead_ins: Vec<&'scene str>,
}

impl<'scene> Scene<'scene> {
    pub fn new(
        claim: &'scene Claim<'scene>,
        unit: &'scene UnitInPlan<'scene>,
        mention: Option<usize>,
        figure: &Range<usize>,
        vocabulary: &'scene Vocabulary,
    ) -> Option<Self> {
        let sentence = words::sentence(unit.text, figure.clone());
        let passage =
            Passage::with_lexemes(&unit.text[sentence.clone()], unit.language, vocabulary);
        let offset = sentence.start;
        let tokens =
            |range: &Range<usize>| passage.token_range(range.start - offset..range.end - offset);
        let inside = unit
            .mentions
            .iter()
            .filter(|other| other.span.start >= sentence.start && other.span.end <= sentence.end);
        let (mut figures, mut times) = (Vec::new(), Vec::new());
        for other in inside {
            match other.kind {
                MentionKind::Figure(_) => figures.push(tokens(&other.span)),
                ref kind if kind.is_time() => times.push(tokens(&other.span)),
                // `Nghị quyết số 29-NQ/TW` is what is carried out, and no word of its own.
                MentionKind::DocumentNumber(_) => times.push(tokens(&other.span)),
                MentionKind::Age { .. }
                | MentionKind::Level(_)
                | MentionKind::Duration { .. }
                | MentionKind::Frequency { .. } => times.push(tokens(&other.span)),
                // A number that is no value belongs to a name, or is a figure that is denied.
                _ => {}
            }
        }
        let own = tokens(figure);
        let own = chain_start(&passage, &own, mention.is_some(), &figures, &times)..own.end;
        let number = mention.map_or(own.clone(), |mention| tokens(&unit.mentions[mention].number));
        if own.is_empty() {
            return None;
        }
        figures.retain(|other| other.end != own.end);
        if !figures.contains(&own) {
            figures.push(own.clone());
            figures.sort_by_key(|figure| figure.start);
        }
        let pieces = parts::pieces(&passage, &own, &times);
        let at = pieces.iter().position(|piece| {
            piece.range.start <= own.start && own.start < piece.range.end.max(piece.range.start + 1)
        })?;
        Some(Scene {
            claim,
            unit,
            vocabulary,
            passage,
            offset,
            figure: own,
            number,
            figures,
            times,
            mention,
            pieces,
            own: at,
            lead_ins: leading_texts(unit, &sentence, figure.start)
                .into_iter()
                .chain(unit.lead_ins.iter().map(|text| words::last_sentence(text)))
                .collect(),
        })
    }

    /// The range of the unit's text that a lexeme takes.
    pub fn place(&self, tokens: &Range<usize>) -> Range<usize> {
        let bytes = self.passage.bytes(tokens.clone());
        self.offset + bytes.start..self.offset + bytes.end
    }

    /// The lexemes and brackets of a range of tokens that are not part of a time or of a figure.
    pub fn items(&self, range: Range<usize>) -> Vec<Item<'_>> {
        parts::items(&self.passage, range, &self.times, &self.figures)
    }

    /// Whether a figure begins in the range.
    pub fn has_figure(&self, range: &Range<usize>) -> bool {
        self.figures.iter().any(|figure| range.contains(&figure.start))
    }

    /// Whom the claim is about.
    pub fn bearer(&self) -> whom::Bearer<'_> {
        whom::Bearer { claim: self.claim, places: self.unit.places, vocabulary: self.vocabulary }
    }

    /// What the program read of the claim's own figure.
    pub fn read(&self) -> Option<&Figure> {
        match &self.unit.mentions[self.mention?].kind {
            MentionKind::Figure(figure) => Some(figure),
            _ => None,
        }
    }

    pub fn is_change(&self) -> bool {
        self.read().is_some_and(|figure| figure.comparator.is_change())
    }

    /// Whether a lexeme is a word of the indicator that is claimed, or of its unit or group.
    pub fn is_own(&self, lexeme: &Lexeme) -> bool {
        let place = |word: &str| {
            self.unit.places.iter().any(|name| words::find(name, 0..name.len(), word).is_some())
        };
        lexeme.range.clone().all(|token| {
            let word = self.passage.word(token);
            let is_mark = self.passage.is_kind(token, TokenKind::Mark);
            is_mark || self.claim.own.has(word) || place(word) || self.is_denominator(word)
        })
    }

    /// Whether the lexeme is made of the indicator's own words and of words that change nothing:
    /// `mở lớp`, `kiên cố hóa`.
    pub fn is_own_compound(&self, lexeme: &Lexeme) -> bool {
        own::covers(&self.passage, self.claim.own, lexeme) || self.is_kind_of_group(lexeme)
    }

    /// `ngành` of `ngành nông, lâm, thủy sản`: says of which kind the row's group is.
    fn is_kind_of_group(&self, lexeme: &Lexeme) -> bool {
        const KINDS: &[&str] = &["ngành", "khối", "nhóm", "vùng", "khu vực", "cấp", "bậc"];
        let words = self.passage.source[self.passage.bytes(lexeme.range.clone())].to_lowercase();
        let next = || {
            self.passage.lexeme_at(lexeme.range.end).is_some_and(|next| self.is_group_of_row(next))
        };
        KINDS.contains(&words.as_str()) && next()
    }

    /// Whether the words name a group that the row is about.
    pub fn is_group_of_row(&self, lexeme: &Lexeme) -> bool {
        let words = self.passage.source[self.passage.bytes(lexeme.range.clone())].to_lowercase();
        let words = crate::language::text::nfc(&words);
        let in_row = |dimension, member| self.claim.breakdown.0.contains(&(dimension, member));
        self.vocabulary.members.iter().any(|(term, dimension, member)| {
            (*term == words || words.strip_suffix('s') == Some(term.as_str()))
                && in_row(*dimension, *member)
        })
    }

    /// Whether the words stand in what the row measures against.
    pub fn is_denominator(&self, words: &str) -> bool {
        self.claim
            .denominator
            .is_some_and(|whole| words::find(whole, 0..whole.len(), words).is_some())
    }

    /// Whether the lexeme stands with its neighbours in a name or the definition of the indicator:
    /// `bán trú hoặc nội trú`.
    pub fn is_in_name(&self, lexeme: &Lexeme) -> bool {
        let around = lexeme.range.start.saturating_sub(1)
            ..(lexeme.range.end + 1).min(self.passage.tokens.len());
        let words: Vec<&str> = around.clone().map(|token| self.passage.word(token)).collect();
        around.len() >= lexeme.range.len() + 2 && self.claim.own.has_together(&words)
    }

    /// Whether all words of a range are the indicator's own, or change nothing.
    pub fn is_all_own(&self, range: &Range<usize>) -> bool {
        let items = self.items(range.clone());
        let words =
            items.iter().filter_map(Item::word).filter(|lexeme| lexeme.kind == TokenKind::Word);
        // `trong tổng số trường`, not `trong số trường còn lại`.
        words.enumerate().all(|(place, lexeme)| {
            self.is_own(lexeme)
                || lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Which])
                || place == 0 && lexeme.is(Sense::OtherWhole)
        })
    }

    fn unknown(&self, doubts: &mut Doubts, lexeme: &Lexeme) {
        doubts.unknown.push(self.place(&lexeme.range));
    }

    fn turned(&self, doubts: &mut Doubts, lexeme: &Lexeme, sense: Sense) {
        doubts.turned.push((self.place(&lexeme.range), sense));
    }
}

/// Where the chain of verbs begins that leads to the figure's own markers: `phải đạt`, `is to
/// reach`.
fn chain_start(
    passage: &Passage,
    figure: &Range<usize>,
    is_figure: bool,
    figures: &[Range<usize>],
    times: &[Range<usize>],
) -> usize {
    const CHAIN: &[Sense] = &[
        Sense::Level,
        Sense::LevelTo,
        Sense::LevelNoun,
        Sense::Want,
        Sense::Average,
        Sense::Raise,
        Sense::Keep,
        Sense::Report,
    ];
    let mut start = figure.start;
    while is_figure
        && let Some(before) = passage.lexeme_before(start).filter(|before| before.is_any(CHAIN))
    {
        let taken = |token: usize| {
            figures.iter().chain(times).any(|other| other != figure && other.contains(&token))
        };
        if before.range.clone().any(taken) {
            break;
        }
        start = before.range.start;
    }
    // A noun alone is no verb: `... tỷ lệ 85%`.
    while start < figure.start
        && passage.lexeme_at(start).is_some_and(|first| {
            first.is(Sense::LevelNoun) && !first.is_any(&[Sense::Level, Sense::Want])
        })
    {
        start = passage.lexeme_at(start).map_or(figure.start, |first| first.range.end);
    }
    start
}

/// What leads to a figure in its own unit: the opening of its list, the sentence before its own.
pub(super) fn leading_texts<'text>(
    unit: &UnitInPlan<'text>,
    sentence: &Range<usize>,
    figure: usize,
) -> Vec<&'text str> {
    around::opening_of_list(unit.text, sentence, figure)
        .into_iter()
        .chain(around::leading_sentence(unit, sentence.start))
        .collect()
}

/// Whether a cell holds words around its figure: `2 trường mỗi cụm`, `riêng đô thị 75%`.
fn is_sentence_in_cell(unit: &UnitInPlan, mention: Option<usize>) -> bool {
    let Some(figure) = mention.map(|mention| &unit.mentions[mention].span) else { return false };
    let behind = &unit.text[figure.end..];
    let first = behind.split(['(', '[', '\n']).next().unwrap_or("");
    let before = &unit.text[..figure.start];
    unit.cell.is_some() && [before, first].iter().any(|words| words.contains(char::is_alphabetic))
}

/// What a sentence says of the claim.
#[derive(Debug, Default)]
pub(super) struct Sentence {
    pub failures: Vec<Failure>,
    /// Whether words that are not understood are left to an editor's reading.
    pub by_reading: bool,
    /// The clauses that speak of something else, in the unit's text.
    pub apart: Vec<Range<usize>>,
}

/// Everything that keeps the sentence from saying what the claim says, beside value, time and
/// group.
pub(super) fn failures(
    claim: &Claim,
    unit: &UnitInPlan,
    mention: Option<usize>,
    figure: &Range<usize>,
    vocabulary: &Vocabulary,
) -> Sentence {
    let Some(scene) = Scene::new(claim, unit, mention, figure, vocabulary) else {
        return Sentence::default();
    };
    let apart = around::clauses_apart(&scene);
    let mut doubts = Doubts::default();
    characters::check(&scene, &mut doubts);
    if unit.cell.is_none() || is_sentence_in_cell(unit, mention) {
        before::check(&scene, &mut doubts);
        behind::check(&scene, &mut doubts);
        around::check(&scene, &mut doubts);
        continuation::check(&scene, &mut doubts);
        places::check(&scene, &mut doubts);
        milestone::check(&scene, &mut doubts);
    }
    above::check(&scene, vocabulary, &mut doubts);
    let mut failures = Vec::new();
    if unit.cell.is_none() {
        failures.extend(named::differs(&scene));
    }
    if scene.read().is_some_and(|figure| figure.start)
        && !matches!(claim.kind, StatementKind::Baseline | StatementKind::Result)
    {
        failures.push(Failure::Start { figure: figure.clone() });
    }
    if let Some(failure) = kind::differs(&scene, vocabulary) {
        failures.push(failure);
    }
    if doubts.is_empty() && claim.kind != StatementKind::Aim {
        return Sentence { failures, by_reading: false, apart };
    }
    let sentence = scene.offset..scene.offset + scene.passage.source.len();
    doubts.unknown.sort_by_key(|range| range.start);
    doubts.unknown.dedup();
    if !doubts.characters.is_empty() {
        failures.push(Failure::Characters { places: doubts.characters });
    }
    let weakens = |sense: &Sense| *sense == Sense::Weaken;
    let is_aim = claim.kind == StatementKind::Aim;
    let weak = doubts
        .turned
        .iter()
        .map(|(_, sense)| sense)
        .chain(doubts.above.iter().map(|(_, sense)| sense))
        .any(weakens);
    if is_aim && !weak && unit.cell.is_none() {
        failures.push(Failure::Committed { sentence: sentence.clone() });
    }
    doubts.turned.retain(|(_, sense)| !(is_aim && weakens(sense)));
    doubts.above.retain(|(_, sense)| !(is_aim && weakens(sense)));
    if let Some((place, sense)) = doubts.turned.into_iter().next() {
        failures.push(Failure::Turned { sentence: sentence.clone(), word: place, sense });
    } else if let Some((text, sense)) = doubts.above.into_iter().next() {
        failures.push(Failure::TurnedAbove { text, sense });
    }
    let has_unknown = !doubts.unknown.is_empty();
    if has_unknown && !claim.reading {
        failures.push(Failure::NotUnderstood { sentence, words: doubts.unknown });
    }
    Sentence { failures, by_reading: has_unknown && claim.reading, apart }
}
