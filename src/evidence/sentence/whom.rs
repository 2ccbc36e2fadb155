//! Whom a text is about that is nothing but a name: `Các trường ngoài công lập:`, `THÀNH PHỐ LẠNG
//! SƠN`, `Số liệu của các xã vùng một`.
//!
//! A heading may name any topic (`Cơ sở vật chất`). But one that names people, bodies or places
//! ([`Sense::Bearer`]) says whose figures follow. Every word of such a name must be one of the
//! indicator's, of the row's groups or of the plan's place; else a part is meant.

use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, Passage, TokenKind};
use crate::evidence::{Claim, Vocabulary, words};
use crate::language::Language;

/// What the claim and the plan say of whom the figure is.
#[derive(Clone, Copy)]
pub struct Bearer<'of> {
    pub claim: &'of Claim<'of>,
    pub places: &'of [String],
    pub vocabulary: &'of Vocabulary,
}

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Above {
    /// Names of the catalogue are topics: `2. Trường chuẩn quốc gia`.
    Heading,
    /// It leads to the figure, or is a note at it.
    LeadIn,
}

/// More words than these are a sentence.
const LONGEST_NAME: usize = 14;

impl Bearer<'_> {
    /// The word by which the text names another part than the claim. `words`: the lexemes of the
    /// text that belong to no time.
    pub fn part_named<'text>(
        &self,
        passage: &'text Passage<'text>,
        words: &[usize],
        above: Above,
    ) -> Option<&'text Lexeme<'text>> {
        let words: Vec<&'text Lexeme<'text>> = words
            .iter()
            .map(|&index| &passage.lexemes[index])
            .filter(|lexeme| lexeme.kind == TokenKind::Word)
            .collect();
        let start = words.iter().position(|lexeme| !leads_to_name(passage, lexeme))?;
        let name = &words[start..];
        // `các trường ở tất cả các cấp học`: all of them.
        let all =
            (0..passage.tokens.len()).any(|at| passage.follows_sense(at, Sense::All).is_some());
        if all || name.len() > LONGEST_NAME || name.iter().any(|lexeme| is_predicate(lexeme)) {
            return None;
        }
        let is_several = words[..start].iter().any(|lexeme| {
            matches!(
                passage.word(lexeme.range.start),
                "các" | "những" | "khối" | "nhóm" | "riêng" | "với" | "đối" | "for" | "among"
            )
        });
        let head: &Lexeme = match passage.language {
            Language::Vi => name.first()?,
            Language::En => name[(0..name.len()).find(|&at| ends_noun(passage, name, at))?],
        };
        if !is_bearer(passage, head) {
            return None;
        }
        // `Trường, lớp và cơ sở vật chất`: a topic.
        let is_list = name.iter().any(|lexeme| lexeme.is(Sense::And))
            || name.windows(2).any(|pair| {
                parted(passage, pair[0], pair[1])
                    && pair[1].is(Sense::Noun)
                    && !is_bearer(passage, pair[1])
                    && !self.is_own(passage, pair[1])
            });
        if is_list && above == Above::Heading && !is_several {
            return None;
        }
        let is_foreign = |lexeme: &&Lexeme| {
            if lexeme.range == head.range {
                return false;
            }
            let is_content = lexeme.is_unknown()
                || lexeme.is_any(&[Sense::Noun, Sense::Name, Sense::Verb, Sense::Indirect]);
            let is_topic = above == Above::Heading && !is_several && lexeme.is(Sense::Name);
            is_content
                && !is_topic
                && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Opening])
                && !self.is_own(passage, lexeme)
        };
        let foreign = name.iter().copied().find(|lexeme| is_foreign(lexeme));
        foreign.or_else(|| {
            let of_head = |lexeme: &&Lexeme| lexeme.range == head.range;
            name.iter().copied().find(of_head).filter(|head| !self.is_own_head(passage, head))
        })
    }

    /// Whether the words of the noun say nothing but what the row is about: `khu vực biên giới`.
    fn is_own_head(&self, passage: &Passage, head: &Lexeme) -> bool {
        let length = bearer_length(passage, head);
        let bearer = match passage.language {
            Language::Vi => head.range.start..head.range.start + length,
            Language::En => head.range.end - length..head.range.end,
        };
        let is_bearer = |word: &str| bearer.clone().any(|token| passage.word(token) == word);
        self.is_own_with(passage, head, &is_bearer)
    }

    /// Whether each word is one of what the row is about.
    pub fn is_own(&self, passage: &Passage, lexeme: &Lexeme) -> bool {
        self.is_own_with(passage, lexeme, &|_| false)
    }

    fn is_own_with(
        &self,
        passage: &Passage,
        lexeme: &Lexeme,
        is_besides: &dyn Fn(&str) -> bool,
    ) -> bool {
        let own = self.claim.own;
        let of_group = |word: &str| {
            self.vocabulary.members.iter().any(|(term, dimension, member)| {
                self.claim.breakdown.0.contains(&(*dimension, *member))
                    && words::find(term, 0..term.len(), word).is_some()
            })
        };
        let of_place = |word: &str| {
            self.places.iter().any(|name| words::find(name, 0..name.len(), word).is_some())
        };
        let of_denominator = |word: &str| {
            let whole = self.claim.denominator;
            whole.is_some_and(|whole| words::find(whole, 0..whole.len(), word).is_some())
        };
        let is_own = |word: &str| {
            own.is_of_names(word)
                || of_group(word)
                || of_place(word)
                || of_denominator(word)
                || is_besides(word)
        };
        super::own::is_made_of(passage, &is_own, lexeme)
    }
}

/// How many tokens of a lexeme say that it is people, a body or a place; 0 if it is none.
fn bearer_length(passage: &Passage, lexeme: &Lexeme) -> usize {
    let length = |at: usize| passage.follows_sense(at, Sense::Bearer).map_or(0, |end| end - at);
    let first = length(lexeme.range.start);
    if first >= lexeme.range.len() {
        return lexeme.range.len();
    }
    match passage.language {
        // `xã hội` begins with `xã` and is another word; a name of the catalogue begins with its
        // noun.
        Language::Vi if lexeme.is(Sense::Name) && !lexeme.is(Sense::Noun) => first,
        Language::Vi => 0,
        Language::En => length(lexeme.range.end - 1).min(1),
    }
}

/// Whether the lexeme names people, a body or a place.
pub fn is_bearer(passage: &Passage, lexeme: &Lexeme) -> bool {
    bearer_length(passage, lexeme) > 0
}

/// `Chỉ tiêu của`, `Đối với các`, `Targets of the`: words before the name.
fn leads_to_name(passage: &Passage, lexeme: &Lexeme) -> bool {
    let is_what = passage.follows_sense(lexeme.range.start, Sense::Lead) == Some(lexeme.range.end);
    let is_neutral = lexeme.is_any(&[Sense::Filler, Sense::Opening, Sense::Which]);
    is_what || is_neutral && (lexeme.range.len() > 1 || !is_bearer(passage, lexeme))
}

fn is_predicate(lexeme: &Lexeme) -> bool {
    lexeme.is_any(&[
        Sense::Want,
        Sense::Level,
        Sense::Fresh,
        Sense::Raise,
        Sense::Keep,
        Sense::Increase,
        Sense::Reduce,
        Sense::Purpose,
        Sense::Light,
    ]) && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Noun, Sense::Name])
}

/// Whether the English noun phrase ends with the word: behind it stands nothing, or a preposition.
fn ends_noun(passage: &Passage, name: &[&Lexeme], at: usize) -> bool {
    const BEHIND: &[&str] = &[
        "of", "in", "at", "with", "without", "that", "who", "which", "for", "from", "on",
        "outside", "under", "below", "above", "to", "aged",
    ];
    name.get(at + 1).is_none_or(|next| {
        BEHIND.contains(&passage.word(next.range.start)) || parted(passage, name[at], next)
    })
}

/// Whether a mark stands between two words.
fn parted(passage: &Passage, before: &Lexeme, behind: &Lexeme) -> bool {
    (before.range.end..behind.range.start)
        .any(|token| matches!(passage.word(token), "," | ";" | ":" | "("))
}
