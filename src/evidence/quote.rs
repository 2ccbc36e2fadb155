//! A quote in its unit: found once, letter by letter (spaces and dashes alike, never folded),
//! cutting nothing at its edges.

use std::ops::Range;

use super::lexicon::{Sense, built_in};
use super::read::tokens;
use super::{Failure, Mention, MentionKind, words};
use crate::language::Language;
use crate::language::text::{is_composed_latin, is_of_word, nfc, unify};

/// A quote as it stands in a unit; ranges are of the unit's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FoundQuote {
    pub range: Range<usize>,
    /// What the author's brackets hold.
    pub chosen: Option<Range<usize>>,
}

/// Finds the quote, or says why it does not stand there.
pub(super) fn find(
    authored: &str,
    text: &str,
    mentions: &[Mention],
) -> Result<FoundQuote, Failure> {
    let (quote, chosen) = without_brackets(authored);
    let quote = letters(&quote);
    let quote: Vec<&Letter> = trimmed(&quote).iter().collect();
    let unit = letters(text);
    let occurrences = occurrences(&quote, &unit);
    let [last] = occurrences.ends[..] else {
        return Err(if occurrences.ends.is_empty() {
            let longest = occurrences
                .longest
                .map(|(end, length)| unit[end - length].range.start..unit[end - 1].range.end);
            Failure::NotFound { longest }
        } else {
            Failure::Ambiguous { count: occurrences.ends.len() }
        });
    };
    let found = &unit[last - quote.len()..last];
    let range = found[0].range.start..found[found.len() - 1].range.end;
    let chosen = chosen.map(|chosen| {
        let inside: Vec<Range<usize>> = quote
            .iter()
            .zip(found)
            .filter(|(letter, _)| chosen.contains(&letter.range.start))
            .map(|(_, letter)| letter.range.clone())
            .collect();
        inside
            .first()
            .zip(inside.last())
            .map_or(range.start..range.start, |(first, last)| first.start..last.end)
    });
    match cut(text, &range, mentions) {
        Some(cut) => Err(Failure::Cuts { quote: range, cut }),
        None => Ok(FoundQuote { range, chosen }),
    }
}

/// Whether the quote stands in the text, once or more.
pub fn stands(authored: &str, text: &str) -> bool {
    let (quote, _) = without_brackets(authored);
    let first_word = quote.split_whitespace().next().unwrap_or_default();
    // Letter by letter is slow: most texts do not even have the first word.
    !first_word.is_empty()
        && text.contains(first_word)
        && !matches!(find(authored, text, &[]), Err(Failure::NotFound { .. }))
}

/// The quote without its brackets, and what they held. `\[` is a bracket of the text itself.
fn without_brackets(authored: &str) -> (String, Option<Range<usize>>) {
    let mut text = String::with_capacity(authored.len());
    let (mut open, mut chosen) = (None, None);
    let last_closing = authored.rfind(']').unwrap_or(0);
    let mut characters = authored.char_indices().peekable();
    while let Some((index, character)) = characters.next() {
        match character {
            '\\' if characters.peek().is_some_and(|&(_, next)| matches!(next, '[' | ']')) => {
                text.extend(characters.next().map(|(_, bracket)| bracket))
            }
            // Only a pair chooses.
            '[' if open.is_none() && index < last_closing => open = Some(text.len()),
            ']' if open.is_some() && chosen.is_none() => chosen = open.map(|open| open..text.len()),
            other => text.push(other),
        }
    }
    (text, chosen)
}

/// A letter as it is compared, and where it stands.
struct Letter {
    composed: Composed,
    range: Range<usize>,
}

/// Nearly always one character; more only where no single one exists for a letter and its marks.
#[derive(PartialEq, Eq)]
enum Composed {
    One(char),
    Several(String),
}

fn letters(text: &str) -> Vec<Letter> {
    let mut letters: Vec<Letter> = Vec::with_capacity(text.len());
    let mut characters = text.char_indices().peekable();
    while let Some((start, character)) = characters.next() {
        let mut end = start + character.len_utf8();
        while let Some(&(_, mark)) = characters.peek()
            && ('\u{300}'..='\u{36f}').contains(&mark)
        {
            end += mark.len_utf8();
            characters.next();
        }
        let composed = if end == start + character.len_utf8() && is_composed_latin(character) {
            Composed::One(unify(character))
        } else {
            let composed = nfc(&text[start..end]);
            let mut composing = composed.chars();
            match (composing.next(), composing.next()) {
                (Some(one), None) => Composed::One(unify(one)),
                _ => Composed::Several(composed.into_owned()),
            }
        };
        if composed == Composed::One(' ')
            && let Some(last) = letters.last_mut()
            && last.composed == Composed::One(' ')
        {
            last.range.end = end;
            continue;
        }
        letters.push(Letter { composed, range: start..end });
    }
    letters
}

fn trimmed(letters: &[Letter]) -> &[Letter] {
    let is_space = |letter: &Letter| letter.composed == Composed::One(' ');
    let start = letters.iter().position(|letter| !is_space(letter)).unwrap_or(letters.len());
    let end = letters.iter().rposition(|letter| !is_space(letter)).map_or(start, |last| last + 1);
    &letters[start..end]
}

struct Occurrences {
    /// Where each ends, as an index into the unit's letters.
    ends: Vec<usize>,
    /// Where the longest beginning of the quote ends, and its length.
    longest: Option<(usize, usize)>,
}

/// In linear time, after Knuth, Morris and Pratt.
fn occurrences(quote: &[&Letter], unit: &[Letter]) -> Occurrences {
    let mut occurrences = Occurrences { ends: Vec::new(), longest: None };
    if quote.is_empty() {
        return occurrences;
    }
    // For every beginning of the quote: the length of its longest end that is a beginning too.
    let mut borders = vec![0; quote.len()];
    let mut length = 0;
    for index in 1..quote.len() {
        while length > 0 && quote[index].composed != quote[length].composed {
            length = borders[length - 1];
        }
        length += usize::from(quote[index].composed == quote[length].composed);
        borders[index] = length;
    }
    length = 0;
    for (index, letter) in unit.iter().enumerate() {
        while length > 0 && (length == quote.len() || letter.composed != quote[length].composed) {
            length = borders[length - 1];
        }
        length += usize::from(letter.composed == quote[length].composed);
        if length > occurrences.longest.map_or(0, |(_, longest)| longest) {
            occurrences.longest = Some((index + 1, length));
        }
        if length == quote.len() {
            occurrences.ends.push(index + 1);
        }
    }
    occurrences
}

/// What an edge of the range cuts: a word, a number, or a mention.
fn cut(text: &str, range: &Range<usize>, mentions: &[Mention]) -> Option<Range<usize>> {
    let mention = mentions.iter().find_map(|mention| {
        let whole = match mention.kind {
            MentionKind::Figure(_) | MentionKind::DayOfYear { before: true, .. } => &mention.span,
            _ => &mention.core,
        };
        cuts(text, range, whole).then(|| whole.clone())
    });
    mention.or_else(|| [range.start, range.end].into_iter().find_map(|edge| cut_word(text, edge)))
}

/// Whether an edge of the range falls inside `whole` so that more is lost (or taken) than where the
/// value stands.
fn cuts(text: &str, range: &Range<usize>, whole: &Range<usize>) -> bool {
    let inside = range.start.max(whole.start)..range.end.min(whole.end);
    if inside.is_empty() || inside == *whole {
        return false;
    }
    let says_nothing = |part: Range<usize>| says_only_where(&text[part]);
    // `at` says nothing, but `least` alone is no English.
    let splits_marker = inside.start > whole.start
        && ["least", "most"].iter().any(|rest| words::at(text, inside.start, rest).is_some());
    splits_marker
        || !(says_nothing(inside.clone())
            || (says_nothing(whole.start..inside.start) && says_nothing(inside.end..whole.end)))
}

/// `đạt`, `lên`, `at a level of`, `phấn đấu có`: whether they stand there or not, the figure says
/// the same.
fn says_only_where(part: &str) -> bool {
    const SAYS_WHERE: &[Sense] =
        &[Sense::Level, Sense::LevelTo, Sense::LevelNoun, Sense::Want, Sense::Filler, Sense::Fresh];
    // What is left of a phrase that does so.
    const RESTS: &[&str] = &[
        "mức", "bao", "phủ", "phải", "đấu", "bảo", "đảm", "tục", "level", "set", "sets", "target",
        "up", "for", "tiếp", "continue",
    ];
    let spelled: Vec<String> =
        tokens(part).into_iter().map(|token| token.text.into_owned()).collect();
    let word = |at: usize| spelled.get(at).map_or("", String::as_str);
    let mut at = 0;
    while at < spelled.len() {
        let known =
            Language::ALL.into_iter().filter_map(|language| built_in(language).longest(at, word));
        let says = known
            .filter(|(_, senses)| senses.iter().any(|sense| SAYS_WHERE.contains(sense)))
            .map(|(length, _)| length)
            .max();
        match says {
            Some(length) => at += length,
            None if RESTS.contains(&word(at)) => at += 1,
            None => return false,
        }
    }
    true
}

/// The word or number that is cut at `edge`, if one is.
fn cut_word(text: &str, edge: usize) -> Option<Range<usize>> {
    let belongs = |at: usize, character: char| {
        is_of_word(character)
            || ('\u{300}'..='\u{36f}').contains(&character)
            || (matches!(character, '.' | ',' | '/') && words::inside_number(text, at))
    };
    let start = text[..edge]
        .char_indices()
        .rev()
        .take_while(|&(at, character)| belongs(at, character))
        .last()
        .map(|(at, _)| at)?;
    let end = text[edge..]
        .char_indices()
        .take_while(|&(at, character)| belongs(edge + at, character))
        .last()
        .map(|(at, last)| edge + at + last.len_utf8())?;
    Some(start..end)
}
