//! Whose words they are: a noun beside a figure that is no word of its indicator makes another
//! thing or a part of it.

use crate::evidence::lexicon::{Sense, built_in};
use crate::evidence::read::{Lexeme, Passage, TokenKind};
use crate::evidence::{OwnWords, Vocabulary};
use crate::language::Language;

/// Whether the lexeme is made of the indicator's own words and of words that change nothing: `mở
/// lớp`, `kiên cố hóa`.
pub fn covers(passage: &Passage, own: &OwnWords, lexeme: &Lexeme) -> bool {
    is_made_of(passage, &|word| own.has(word), lexeme)
}

/// Whether the lexeme is made of words that `is_own` knows and of words that change nothing.
pub fn is_made_of(passage: &Passage, is_own: &dyn Fn(&str) -> bool, lexeme: &Lexeme) -> bool {
    const PARTICLES: &[&str] =
        &["em", "hóa", "hoá", "học", "ra", "vào", "lên", "xuống", "đi", "bị", "s"];
    const NEUTRAL: &[Sense] = &[
        Sense::Light,
        Sense::Filler,
        Sense::LevelNoun,
        Sense::LevelTo,
        Sense::Raise,
        Sense::Behind,
        Sense::Keep,
        Sense::Opening,
    ];
    let words: Vec<&str> = lexeme.range.clone().map(|token| passage.word(token)).collect();
    let dictionary = built_in(passage.language);
    let changes_nothing = |part: &[&str]| {
        let found = dictionary.longest(0, |at| part.get(at).copied().unwrap_or(""));
        found.is_some_and(|(length, senses)| {
            length == part.len() && senses.iter().any(|sense| NEUTRAL.contains(sense))
        })
    };
    // From each place that is reached, by parts shorter than the whole.
    let mut reached = vec![false; words.len() + 1];
    reached[0] = true;
    for start in 0..words.len() {
        if !reached[start] {
            continue;
        }
        let is_mark = passage.is_kind(lexeme.range.start + start, TokenKind::Mark);
        if is_mark || is_own(words[start]) || PARTICLES.contains(&words[start]) {
            reached[start + 1] = true;
        }
        for end in start + 1..=words.len() {
            reached[end] |= changes_nothing(&words[start..end]);
        }
    }
    reached[words.len()]
}

/// The first noun of a text that is no word of the indicator; a text in capitals counts like any
/// other.
pub fn foreign_word(
    text: &str,
    language: Language,
    own: &OwnWords,
    vocabulary: &Vocabulary,
) -> Option<String> {
    let passage = Passage::with_lexemes(text, language, vocabulary);
    let names = |lexeme: &&Lexeme| {
        lexeme.kind == TokenKind::Word
            && (lexeme.is_any(&[Sense::Noun, Sense::Name, Sense::Indirect]) || lexeme.is_unknown())
    };
    // `Tỷ lệ xã có trường đạt chuẩn`: of communes, and not of schools.
    let share = passage.lexemes.first().filter(|first| {
        passage
            .follows_any(first.range.start, &["tỷ lệ", "tỉ lệ", "share of", "the share of"])
            .is_some()
    });
    let whole = share.and_then(|share| passage.lexeme_at(share.range.end)).filter(|next| {
        super::whom::is_bearer(&passage, next)
            && !is_made_of(&passage, &|word| own.is_of_names(word), next)
    });
    if let Some(whole) = whole {
        return Some(text[passage.bytes(whole.range.clone())].to_owned());
    }
    let found = passage.lexemes.iter().filter(names).find(|lexeme| !covers(&passage, own, lexeme));
    found.map(|lexeme| text[passage.bytes(lexeme.range.clone())].to_owned())
}
