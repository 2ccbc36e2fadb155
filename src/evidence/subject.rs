//! The indicator's own words: a quote for a neighbour with the same figure, comparator and unit
//! proves nothing of it.
//!
//! One of the words must stand in the quote, before it up to the semicolon or the end of a
//! sentence, in what opens its sentence or its unit before a colon, in the row or the header of its
//! table, or in a heading above. Case and the place of the tone (`hóa`, `hoá`) do not matter.

use std::ops::Range;

use super::lexicon::{Sense, same_names};
use super::quote::FoundQuote;
use super::read::{Passage, TokenKind};
use super::{Claim, Failure, UnitInPlan, Vocabulary, words};
use crate::language::text::is_of_word;
use crate::language::{Language, text};

/// The failure of a quote that none of the indicator's words stands by; an indicator without words
/// asks for none.
pub(super) fn unnamed(
    claim: &Claim,
    unit: &UnitInPlan,
    found: &FoundQuote,
    vocabulary: &Vocabulary,
) -> Option<Failure> {
    let names: Vec<String> = claim
        .words
        .iter()
        .map(|word| spread(word, unit.language))
        .filter(|word| word != " ")
        .collect();
    if names.is_empty() {
        return None;
    }
    let sentence = words::sentence(unit.text, found.range.clone());
    let part = words::part(unit.text, sentence.clone(), found.range.clone());
    let earlier = carried_name(unit, sentence.start..part.start, found, &names, vocabulary);
    let opening = |start: usize| {
        unit.text[start..found.range.start]
            .find(':')
            .map_or("", |colon| &unit.text[start..start + colon])
    };
    let table = unit.cell.iter().flat_map(|cell| {
        let labels = cell.labels.iter().map(|label| label.text);
        labels
            .chain(cell.heads.iter().copied())
            .chain(cell.above.iter().copied())
            .chain(cell.unit_column)
    });
    let places = [&unit.text[part.start..found.range.end], opening(sentence.start), opening(0)]
        .into_iter()
        .chain(table)
        .chain(unit.lead_ins.iter().map(|text| words::last_sentence(text)))
        .chain(unit.headings.iter().copied());
    let named = earlier
        || places
            .map(|place| spread(place, unit.language))
            .any(|place| names.iter().any(|name| stands(name, &place, unit.language)));
    (!named).then(|| Failure::Unnamed { quote: found.range.clone(), words: claim.words.to_vec() })
}

/// `Tỷ lệ trường đạt chuẩn năm 2027 đạt 66%; năm 2028 đạt 69%`: a part that names nothing itself
/// goes on with the nearest part before it that names something.
fn carried_name(
    unit: &UnitInPlan,
    before: Range<usize>,
    found: &FoundQuote,
    names: &[String],
    vocabulary: &Vocabulary,
) -> bool {
    // Times, and the noun before a level, name nothing that is measured.
    const TIMES: &[&str] = &["năm", "năm học", "giai đoạn", "hết", "cuối", "stage"];
    let content = |text: &str| {
        let passage = Passage::with_lexemes(text, unit.language, vocabulary);
        passage.lexemes.iter().any(|lexeme| {
            let is_content = lexeme.is_any(&[Sense::Noun, Sense::Name]) || lexeme.is_unknown();
            let words = text[passage.bytes(lexeme.range.clone())].to_lowercase();
            let is_group = TIMES.contains(&words.as_str())
                || passage.follows_sense(lexeme.range.start, Sense::LevelKind)
                    == Some(lexeme.range.end)
                || vocabulary.members.iter().any(|(term, ..)| *term == words);
            lexeme.kind == TokenKind::Word
                && is_content
                && !is_group
                && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Level])
        })
    };
    if content(&unit.text[before.end..found.range.start])
        || content(&unit.text[found.range.clone()])
    {
        return false;
    }
    let before = unit.text[before].trim_end_matches([';', ' ']);
    for text in before.rsplit(';') {
        let place = spread(text, unit.language);
        if names.iter().any(|name| stands(name, &place, unit.language)) {
            return true;
        }
        if content(text) {
            return false;
        }
    }
    false
}

/// Whether one of the words stands in the text.
pub(super) fn names(wanted: &[String], text: &str, language: Language) -> bool {
    let place = spread(text, language);
    wanted
        .iter()
        .map(|word| spread(word, language))
        .any(|name| name != " " && stands(&name, &place, language))
}

/// Whether the words stand in the place as whole words; an English one also in its plural.
fn stands(name: &str, place: &str, language: Language) -> bool {
    let plural = |ending: &str| place.contains(&format!("{}{ending} ", &name[..name.len() - 1]));
    place.contains(name) || language == Language::En && (plural("s") || plural("es"))
}

/// ` học sinh bán trú `: lower case, every tone at the end of its syllable, one space round each
/// word, one spelling for each name.
fn spread(place: &str, language: Language) -> String {
    let folded = text::tones_last(place);
    let mut spread = String::with_capacity(folded.len() + 2);
    spread.push(' ');
    for word in folded
        .split(|character: char| {
            !(is_of_word(character) || ('\u{300}'..='\u{36f}').contains(&character))
        })
        .filter(|word| !word.is_empty())
    {
        spread.push_str(word);
        spread.push(' ');
    }
    for (other, name) in same_names(language) {
        if spread.contains(other) {
            spread = spread.replace(&format!(" {other} "), &format!(" {name} "));
        }
    }
    spread
}
