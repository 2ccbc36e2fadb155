//! What stands behind the figure and its unit, up to the next figure, comma or conjunction; and the
//! brackets there.
//!
//! Where the subject stands before the figure, every word behind it must be understood, and a noun
//! must be one of the indicator's own: `đạt 85% kế hoạch` is no share of the classrooms. Where the
//! figure comes first (`Trên 65% số trường ...`), what follows is the name of what is measured, and
//! only its first word must be understood.

use super::before::{self, harmless, own_start};
use super::parts::{self, Item};
use super::{Doubts, Scene};
use crate::evidence::lexicon::Sense;
use crate::evidence::read::{Lexeme, TokenKind};
use crate::evidence::subject;
use crate::language::Language;
use crate::portal::{Measure, Period, StatementKind};

pub fn check(scene: &Scene, doubts: &mut Doubts) {
    let end = own_end(scene);
    let items = scene.items(scene.figure.end..end);
    let named_before = is_named_before(scene);
    if !named_before {
        before::groups(scene, &items, doubts);
        whole_of_share(scene, &items, doubts);
    }
    each(scene, &items, doubts);
    let mut first = true;
    let mut purpose = false;
    let mut compared = false;
    let recurring = matches!(scene.claim.period, Period::EveryYear { .. });
    let is_average = |lexeme: &Lexeme| recurring && lexeme.is(Sense::Average);
    for item in &items {
        let lexeme = match item {
            Item::Bracket(inside) => {
                if first || scene.has_figure(inside) {
                    bracket(scene, inside.clone(), doubts);
                } else {
                    name_in_brackets(scene, inside.clone(), doubts);
                }
                continue;
            }
            Item::Word(lexeme) => lexeme,
        };
        if purpose {
            around_purpose(scene, lexeme, doubts);
            continue;
        }
        if lexeme.is(Sense::Name) && scene.is_own(lexeme) {
            first = false;
            continue;
        }
        // `đạt 95%, trong đó ...`, `để ...`: another clause begins.
        if lexeme.is(Sense::Which) {
            break;
        }
        // `Build 120 classrooms to replace makeshift ones`
        let to_do = scene.passage.word(lexeme.range.start) == "to"
            && scene.passage.lexeme_at(lexeme.range.end).is_some_and(|next| {
                next.is_any(&[Sense::Verb, Sense::Withdraw, Sense::Indirect, Sense::Reduce])
            });
        if to_do
            || lexeme.is_any(&[Sense::Purpose, Sense::Fresh]) && !lexeme.is(Sense::Filler)
            || is_topic(scene, lexeme)
        {
            purpose = true;
            continue;
        }
        if let Some(sense) = lexeme.turning() {
            if !harmless_behind(scene, lexeme, sense) {
                scene.turned(doubts, lexeme, sense);
            }
            // What a change is compared with is no part of what is measured.
            compared |= sense == Sense::Compare;
            first = false;
            continue;
        }
        let has_own =
            lexeme.range.clone().any(|token| scene.claim.own.has(scene.passage.word(token)));
        let of_figure = scene.mention.is_some() && scene.claim.kind != StatementKind::Deadline;
        let known = compared
            || scene.is_own(lexeme)
            || lexeme.is_any(UNDERSTOOD)
            || scene.is_own_compound(lexeme);
        let understood = if named_before {
            known || lexeme.is(Sense::Verb) && has_own || is_average(lexeme)
        } else {
            known || lexeme.is(Sense::Verb) || !of_figure && (!first || !lexeme.is_unknown())
        };
        let is_mark = lexeme.kind == TokenKind::Mark
            && matches!(scene.passage.word(lexeme.range.start), "-" | "&" | "/");
        if !understood && !is_mark {
            scene.unknown(doubts, lexeme);
        }
        first = false;
    }
}

/// Whether a clause begins behind the figure, in its own piece, that goes on with what follows.
pub fn opens_clause(scene: &Scene) -> bool {
    let items = scene.items(scene.figure.end..own_end(scene));
    items.iter().filter_map(Item::word).any(|lexeme| {
        lexeme.is_any(&[Sense::Purpose, Sense::Which]) && !lexeme.is(Sense::Filler)
            || is_topic(scene, lexeme)
    })
}

/// `bồi dưỡng 450 giáo viên về năng lực số`: what they are taught, where the indicator counts who
/// is taught.
fn is_topic(scene: &Scene, lexeme: &Lexeme) -> bool {
    let word = scene.passage.word(lexeme.range.start);
    let leads = lexeme.range.len() == 1 && matches!(word, "về" | "in" | "on");
    if !leads || scene.mention.is_none() {
        return false;
    }
    let teaches = scene.passage.lexemes.iter().any(|other| {
        scene.pieces[scene.own].range.contains(&other.range.start)
            && other.range.end <= lexeme.range.start
            && other.range.clone().any(|token| {
                scene.passage.follows_sense(token, Sense::Teaching).is_some()
                    && scene.claim.own.has(scene.passage.word(token))
            })
    });
    // `Train 450 teachers in border communes`: where.
    let next = scene.passage.lexemes.iter().filter(|next| next.range.start >= lexeme.range.end);
    let of_bearer = next.take(2).any(|next| super::whom::is_bearer(&scene.passage, next));
    teaches && !of_bearer
}

/// Words that may stand behind a figure whose subject was named before.
const UNDERSTOOD: &[Sense] = &[
    Sense::Filler,
    Sense::Behind,
    Sense::LevelNoun,
    Sense::LevelTo,
    Sense::Level,
    Sense::AtLeastBehind,
    Sense::AtMostBehind,
    Sense::AboutBehind,
    Sense::Opening,
    Sense::Light,
    Sense::Report,
];

/// `98% số xã đạt chuẩn về tỷ lệ người biết chữ`: a share of communes is no share of people.
fn whole_of_share(scene: &Scene, items: &[Item], doubts: &mut Doubts) {
    if *scene.claim.measure != Measure::Percent {
        return;
    }
    let is_noun = |lexeme: &&&Lexeme| {
        let names = lexeme.is_any(&[Sense::Noun, Sense::Name]) || lexeme.is_unknown();
        names
            && lexeme.kind == TokenKind::Word
            && !lexeme.is_any(&[Sense::Filler, Sense::LevelNoun])
    };
    let words: Vec<&Lexeme> = items
        .iter()
        .filter_map(Item::word)
        .take(5)
        .skip_while(|lexeme| !is_noun(&lexeme))
        .collect();
    // English puts the noun that counts last: `education institutions`.
    let length = if scene.unit.language == Language::En {
        words.iter().take_while(|lexeme| is_noun(lexeme)).count()
    } else {
        1
    };
    let nouns = &words[..length.min(words.len())];
    let is_of_whole = |lexeme: &&Lexeme| {
        lexeme.range.clone().any(|token| scene.claim.own.is_of_whole(scene.passage.word(token)))
            || scene.is_group_of_row(lexeme)
    };
    if let Some(noun) = nouns.first().filter(|_| !nouns.iter().any(is_of_whole)) {
        scene.turned(doubts, noun, Sense::OtherWhole);
    }
}

/// `25 người một lớp`, `25 people a class`: so many in each.
fn each(scene: &Scene, items: &[Item], doubts: &mut Doubts) {
    let words: Vec<&Lexeme> = items.iter().filter_map(Item::word).collect();
    let article = |lexeme: &Lexeme| {
        matches!(scene.passage.word(lexeme.range.start), "một" | "a" | "an")
            && lexeme.range.len() == 1
    };
    if let [first, second, ..] = words[..]
        && article(first)
        && second.kind == TokenKind::Word
    {
        scene.turned(doubts, first, Sense::Distribute);
    }
}

/// Where the words end that can belong to the figure.
pub fn own_end(scene: &Scene) -> usize {
    let end = scene.pieces[scene.own].range.end;
    let bracket = parts::bracket_around(&scene.passage, &scene.figure);
    let same =
        |figure: &std::ops::Range<usize>| parts::bracket_around(&scene.passage, figure) == bracket;
    let next = scene
        .figures
        .iter()
        .find(|figure| figure.start >= scene.figure.end && figure.start < end && same(figure));
    next.map_or(end, |figure| figure.start)
}

/// Whether a word of the indicator stands before the figure in its piece, or in a piece before.
pub fn is_named_before(scene: &Scene) -> bool {
    let own = |range| {
        scene.items(range).iter().filter_map(Item::word).any(|lexeme| {
            lexeme.kind == TokenKind::Word && scene.is_own(lexeme) && !is_plain(lexeme)
        })
    };
    let first = scene.pieces[0].range.start;
    let named_behind = || {
        // `100% xã hoàn thành ..., đồng thời hoàn thành phổ cập ...`
        let joined = scene.pieces[scene.own + 1..].iter().take_while(|piece| {
            piece.joint != parts::Joint::Colon && !scene.has_figure(&piece.range)
        });
        let range = scene.figure.end..joined.last().map_or(own_end(scene), |piece| piece.range.end);
        !range.is_empty()
            && subject::names(
                scene.claim.words,
                &scene.passage.source[scene.passage.bytes(range)],
                scene.unit.language,
            )
    };
    let is_figure = scene.read().is_some();
    is_figure && (own(own_start(scene)..scene.figure.start))
        || is_figure && own(first..own_start(scene)) && !named_behind()
}

/// Whether the word stands in many names and names nothing by itself: `tỷ lệ`, `số`, `of`.
fn is_plain(lexeme: &Lexeme) -> bool {
    lexeme.is_any(&[Sense::Filler, Sense::LevelNoun, Sense::Level, Sense::LevelTo, Sense::And])
}

fn harmless_behind(scene: &Scene, lexeme: &Lexeme, sense: Sense) -> bool {
    match sense {
        Sense::Compare => scene.is_change() || scene.mention.is_none(),
        Sense::Attribute | Sense::Distribute if scene.mention.is_none() => true,
        Sense::Order => true,
        Sense::Deny | Sense::Prohibit => lexeme.is(Sense::Name),
        Sense::Only => scene.is_in_name(lexeme),
        _ => harmless(scene, lexeme, sense),
    }
}

/// A clause that says what the figure is good for; only words that limit it are looked for.
fn around_purpose(scene: &Scene, lexeme: &Lexeme, doubts: &mut Doubts) {
    let limits = lexeme.turning().filter(|sense| matches!(sense, Sense::Condition | Sense::Except));
    if let Some(sense) = limits.filter(|_| !lexeme.is(Sense::Name)) {
        scene.turned(doubts, lexeme, sense);
    }
}

/// Brackets behind a name: an abbreviation, a list of what it means.
fn name_in_brackets(scene: &Scene, inside: std::ops::Range<usize>, doubts: &mut Doubts) {
    for item in scene.items(inside) {
        let Item::Word(lexeme) = item else { continue };
        let turns = lexeme.turning().filter(|sense| {
            !matches!(sense, Sense::Alternative | Sense::Distribute | Sense::Compare)
        });
        if let Some(sense) = turns.filter(|_| !lexeme.is(Sense::Name)) {
            scene.turned(doubts, lexeme, sense);
        }
    }
}

/// Brackets behind the figure: each word in them must be understood.
fn bracket(scene: &Scene, inside: std::ops::Range<usize>, doubts: &mut Doubts) {
    let in_words = said_again(scene, &inside);
    let items = scene.items(inside.clone());
    let first = items.iter().find_map(Item::word);
    if first.is_some_and(|first| first.is(Sense::Which)) {
        // `(trong đó 06 trường ...)`: a part, which says nothing of the whole.
        items
            .iter()
            .filter_map(Item::word)
            .for_each(|lexeme| around_purpose(scene, lexeme, doubts));
        return;
    }
    let has_figure =
        scene.has_figure(&inside) || scene.times.iter().any(|time| inside.contains(&time.start));
    for item in scene.items(inside) {
        let Item::Word(lexeme) = item else { continue };
        if lexeme.kind != TokenKind::Word {
            continue;
        }
        let turns =
            lexeme.turning().filter(|sense| !(has_figure && matches!(sense, Sense::Compare)));
        if let Some(sense) = turns.filter(|_| !lexeme.is(Sense::Name)) {
            scene.turned(doubts, lexeme, sense);
        } else if !(scene.is_own(lexeme)
            || lexeme.is_any(UNDERSTOOD)
            || lexeme.is_any(IN_BRACKETS)
            || in_words.contains(&lexeme.range.start))
        {
            scene.unknown(doubts, lexeme);
        }
    }
}

/// The tokens that say the figure again in words: `(một nghìn hai trăm tỷ đồng)`.
fn said_again(scene: &Scene, inside: &std::ops::Range<usize>) -> std::ops::Range<usize> {
    let value = scene.passage.value(scene.number.start);
    let same = |end: &usize| {
        scene.passage.in_words(inside.start..*end).is_some_and(|said| Some(said) == value)
    };
    let end = (inside.start + 1..=inside.end).rev().find(same).unwrap_or(inside.start);
    inside.start..end
}

/// What brackets may say besides: what was before, and of which part.
const IN_BRACKETS: &[Sense] = &[
    Sense::Report,
    Sense::Increase,
    Sense::Reduce,
    Sense::By,
    Sense::Which,
    Sense::And,
    Sense::Compare,
    Sense::Name,
];
