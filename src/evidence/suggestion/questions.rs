//! What a person must look at before a proposed row may be trusted, and of which kind the words
//! make it: the sentence is read as for a proof, by an indicator whose words are those that stand
//! there.

use super::super::lexicon::Sense;
use super::super::read::{Lexeme, Passage, TokenKind};
use super::super::{Claim, Failure, Mention, MentionKind, OwnWords, UnitInPlan, Vocabulary};
use super::super::{period, sentence, sentence_messages, words};
use crate::language::Localized;
use crate::portal::{Breakdown, Comparator, Goal, Measure, Period, StatementKind};

/// The kind that the words say, and what is left to ask.
pub fn of(
    unit: &UnitInPlan,
    mention: usize,
    vocabulary: &Vocabulary,
) -> (StatementKind, Vec<Localized>) {
    let read = Asked {
        unit,
        mention,
        vocabulary,
        own: own_words(unit, &unit.mentions[mention], vocabulary),
    };
    let first = read.failures(read.plain_kind());
    let weakened = |failure: &Failure| {
        let sense = match failure {
            Failure::Turned { sense, .. } | Failure::TurnedAbove { sense, .. } => Some(*sense),
            _ => None,
        };
        sense == Some(Sense::Weaken)
    };
    let kind = if first.iter().any(|failure| matches!(failure, Failure::Start { .. })) {
        StatementKind::Baseline
    } else if first.iter().any(|failure| matches!(failure, Failure::Kind { reported: true, .. })) {
        StatementKind::Result
    } else if first.iter().any(weakened) {
        StatementKind::Aim
    } else {
        read.plain_kind()
    };
    let left = if kind == read.plain_kind() { first } else { read.failures(kind) };
    let asked = left.iter().filter_map(|failure| question(failure, unit));
    (kind, asked.chain(read.other_time()).collect())
}

struct Asked<'read> {
    unit: &'read UnitInPlan<'read>,
    mention: usize,
    vocabulary: &'read Vocabulary,
    own: OwnWords,
}

impl Asked<'_> {
    fn mention(&self) -> &Mention {
        &self.unit.mentions[self.mention]
    }

    fn plain_kind(&self) -> StatementKind {
        match self.mention().kind {
            MentionKind::Figure(_) => StatementKind::Target,
            _ => StatementKind::Deadline,
        }
    }

    fn failures(&self, kind: StatementKind) -> Vec<Failure> {
        let (value, measure) = match &self.mention().kind {
            MentionKind::Figure(figure) => {
                (figure.low, figure.measure.clone().unwrap_or(Measure::Index))
            }
            _ => (0.into(), Measure::Date),
        };
        let periods = period::nearest(self.unit, &self.mention().span, self.vocabulary);
        let breakdown = Breakdown::default();
        let claim = Claim {
            kind,
            goal: Goal::Value { comparator: Comparator::Reach, value },
            name: "",
            measure: &measure,
            period: periods.first().copied().unwrap_or(Period::None),
            breakdown: &breakdown,
            dimensions: &[],
            quote: "",
            carried_from: None,
            terms: &[],
            words: &[],
            own: &self.own,
            denominator: None,
            reading: false,
        };
        let figure = &self.mention().span;
        sentence::failures(&claim, self.unit, Some(self.mention), figure, self.vocabulary).failures
    }

    /// The nearest words of time, where they are none that a row can be for.
    fn other_time(&self) -> Option<Localized> {
        let words = period::other_time(self.unit, &self.mention().span, self.vocabulary)?;
        Some(Localized::text(
            format!("“{words}” không phải một hạn để đạt"),
            format!("“{words}” is no time to reach it by"),
        ))
    }
}

/// The words of an indicator that would be measured by the figure: what stands there as a name.
/// Words that are not understood may be part of a name only before the figure, or behind one that
/// has no name before it.
fn own_words(unit: &UnitInPlan, mention: &Mention, vocabulary: &Vocabulary) -> OwnWords {
    let sentence = words::sentence(unit.text, mention.span.clone());
    let names = |text: &str, with_unknown: bool| {
        let passage = Passage::with_lexemes(text, unit.language, vocabulary);
        let is_name = |lexeme: &&Lexeme| {
            let known = lexeme.is_any(&[Sense::Noun, Sense::Name, Sense::Verb]);
            lexeme.kind == TokenKind::Word && (known || with_unknown && lexeme.is_unknown())
        };
        let found = passage.lexemes.iter().filter(is_name);
        found.map(|lexeme| text[passage.bytes(lexeme.range.clone())].to_owned()).collect::<Vec<_>>()
    };
    let before = names(&unit.text[sentence.start..mention.span.start.max(sentence.start)], true);
    let behind =
        names(&unit.text[mention.span.end.min(sentence.end)..sentence.end], before.is_empty());
    let above = unit.lead_ins.iter().chain(&unit.headings).flat_map(|text| names(text, true));
    let all: Vec<String> = before.into_iter().chain(behind).chain(above).collect();
    OwnWords::new(all.iter().map(String::as_str))
}

fn question(failure: &Failure, unit: &UnitInPlan) -> Option<Localized> {
    let shown = |word: &std::ops::Range<usize>| unit.text[word.clone()].trim().to_owned();
    let decides = |word: &str, sense: Sense| {
        let effect = sentence_messages::effect(sense);
        Localized::text(format!("“{word}” {}", effect.vi), format!("“{word}” {}", effect.en))
    };
    match failure {
        Failure::NotUnderstood { words, .. } => {
            let words = sentence_messages::joined(unit.text, words);
            let list = words
                .iter()
                .map(|word| format!("“{}”", shown(word)))
                .collect::<Vec<_>>()
                .join(", ");
            Some(Localized::text(format!("chưa hiểu {list}"), format!("not understood: {list}")))
        }
        Failure::Turned { word, sense, .. } => Some(decides(&shown(word), *sense)),
        Failure::TurnedAbove { text, sense } => Some(decides(text, *sense)),
        Failure::Characters { .. } => Some(Localized::text(
            "câu có ký tự mà mắt đọc khác máy",
            "the sentence has characters that an eye reads otherwise",
        )),
        Failure::Order { .. } => Some(Localized::text(
            "các con số theo thứ tự của các tên đứng trước",
            "the figures are in the order of names",
        )),
        _ => None,
    }
}
